/** What the reader does with a list. While any of it says "reading", nothing in the list may move. */
export interface Reading {
  readonly scrolledAway: boolean
  readonly selecting: boolean
  /** When the pointer last moved inside the list; null when it is outside. */
  readonly pointerMovedAt: number | null
}

/** A pointer that rests this long was left behind, not used. */
export const pointerRestMillis = 30_000

export function holds(reading: Reading, now: number): boolean {
  const pointing = reading.pointerMovedAt !== null && now - reading.pointerMovedAt < pointerRestMillis
  return reading.scrolledAway || reading.selecting || pointing
}
