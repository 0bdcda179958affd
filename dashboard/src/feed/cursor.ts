/**
 * Where a move of that many rows leads in a list of the given length; infinities lead to its ends. Without a cursor
 * (-1) the first row in sight is where a move down begins and a move up ends.
 */
export function moved(cursor: number, rows: number, firstInSight: number, length: number): number {
  const from = cursor >= 0 ? cursor : rows > 0 ? firstInSight - 1 : firstInSight + 1
  return Math.min(Math.max(from + rows, 0), length - 1)
}
