const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i

/** Milliseconds of an ISO 8601 time, read as UTC when it bears no zone; null when it is none. */
export function instantOf(iso: string | null): number | null {
  if (iso === null) return null
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  const millis = Date.parse(dated || zoned.test(iso) ? iso : `${iso}Z`)
  return Number.isNaN(millis) ? null : millis
}

export type AgeUnit = 'now' | 'second' | 'minute' | 'hour' | 'day'

export interface Age {
  readonly unit: AgeUnit
  readonly count: number
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** How long ago something was, in the largest whole unit. What lies ahead of a slow clock counts as now. */
export function ageOf(then: number, now: number): Age {
  const millis = now - then
  if (millis < 2 * second) return { unit: 'now', count: 0 }
  if (millis < minute) return { unit: 'second', count: Math.floor(millis / second) }
  if (millis < hour) return { unit: 'minute', count: Math.floor(millis / minute) }
  if (millis < day) return { unit: 'hour', count: Math.floor(millis / hour) }
  return { unit: 'day', count: Math.floor(millis / day) }
}

/** Whether two instants fall on the same day of the reader's calendar. */
export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

export type LengthUnit = 'seconds' | 'minutes' | 'hours'

/** How long a time is, in the largest unit of which it has two or more, or one whole. */
export function lengthOf(seconds: number): { readonly unit: LengthUnit; readonly count: number } {
  const millis = seconds * second
  if (millis < 2 * minute && millis !== minute) return { unit: 'seconds', count: Math.round(seconds) }
  if (millis < 2 * hour && millis !== hour) return { unit: 'minutes', count: Math.round(millis / minute) }
  return { unit: 'hours', count: Math.round(millis / hour) }
}
