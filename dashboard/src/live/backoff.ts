const firstMillis = 500
const capMillis = 10_000

/**
 * How long to wait before the given attempt (from 0): doubling up to a cap, of which the upper half is random,
 * so that many dashboards do not return to a restarted server all at once.
 */
export function backoffMillis(attempt: number, random: () => number): number {
  const ceiling = Math.min(capMillis, firstMillis * 2 ** attempt)
  return ceiling / 2 + (ceiling / 2) * random()
}
