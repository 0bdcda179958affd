export const pulseSeconds = 120
const rateSeconds = 10

/** Articles counted by second, of the last two minutes as far as they were watched. Ends with `second`. */
export interface Pulse {
  readonly second: number
  readonly counts: readonly number[]
}

/** A pulse watched from the given second on. */
export function startPulse(second: number): Pulse {
  return { second, counts: [0] }
}

/** Moves the window so that it ends with the given second and counts arrivals there. */
export function beat(pulse: Pulse, second: number, arrivals: number): Pulse {
  const steps = Math.min(Math.max(second - pulse.second, 0), pulseSeconds)
  const counts = [...pulse.counts, ...new Array<number>(steps).fill(0)].slice(-pulseSeconds)
  counts[counts.length - 1] = (counts.at(-1) ?? 0) + arrivals
  return { second: Math.max(second, pulse.second), counts }
}

/** Articles per second over the last ten whole seconds, or as many as were watched. */
export function rateOf(pulse: Pulse): number {
  const whole = pulse.counts.slice(-rateSeconds - 1, -1)
  return mean(whole)
}

/**
 * The pulse as the points of a line in a box, oldest first; time that was not watched stays blank. The unfinished
 * second is left out, neighbours are averaged so that a slow feed reads as a level and not as a comb, and a quiet
 * feed stays near the floor.
 */
export function sparkline(pulse: Pulse, width: number, height: number): string {
  const smooth = smoothed(pulse.counts.slice(0, -1))
  const ceiling = Math.max(1, ...smooth)
  const step = width / (pulseSeconds - 2)
  const left = width - (smooth.length - 1) * step
  return smooth
    .map((value, i) => `${(left + i * step).toFixed(1)},${(height - (value / ceiling) * height).toFixed(1)}`)
    .join(' ')
}

function smoothed(counts: readonly number[]): number[] {
  const reach = 2
  return counts.map((_, i) => {
    return mean(counts.slice(Math.max(0, i - reach), i + reach + 1))
  })
}

function mean(counts: readonly number[]): number {
  return counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length
}
