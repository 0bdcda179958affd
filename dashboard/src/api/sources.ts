import { isFields, number, text } from './guard'

/** How a source does, worst first: the order in which they are shown. */
export const sourceStates = ['dead', 'stale', 'silent', 'slow', 'waiting', 'live'] as const
export type SourceState = (typeof sourceStates)[number]

/** In what a source falls short of its past: articles in an answer, or seconds without anything new. */
export interface Silence {
  readonly reason: 'few_articles' | 'long_pause'
  readonly seen: number
  readonly expected: number
}

/** A source as `GET /sources` tells it. */
export interface SourceStatus {
  readonly name: string
  readonly kind: string
  readonly state: SourceState
  readonly articles: number
  readonly interval_seconds: number
  readonly answer_seconds: number
  readonly last_success: string | null
  readonly last_news: string | null
  readonly next_fetch: string | null
  readonly failures: number
  /** In the server's own words. */
  readonly error: string | null
  readonly silence: Silence | null
}

/** Reads the body of `/sources`, leaving out what is no source; null when it is no list at all. */
export function readSources(value: unknown): SourceStatus[] | null {
  if (!isFields(value) || !Array.isArray(value.sources)) return null
  return value.sources.flatMap(readSource)
}

function readSource(value: unknown): SourceStatus[] {
  if (!isFields(value)) return []
  const name = text(value.name)
  const state = sourceStates.find((known) => known === value.state)
  if (name === null || state === undefined) return []
  return [
    {
      name,
      kind: text(value.kind) ?? '',
      state,
      articles: number(value.articles, 0),
      interval_seconds: number(value.interval_seconds, 0),
      answer_seconds: number(value.answer_seconds, 0),
      last_success: text(value.last_success),
      last_news: text(value.last_news),
      next_fetch: text(value.next_fetch),
      failures: number(value.failures, 0),
      error: isFields(value.error) ? text(value.error.detail) : null,
      silence: readSilence(value.silence),
    },
  ]
}

function readSilence(value: unknown): Silence | null {
  if (!isFields(value)) return null
  const { reason } = value
  return reason === 'few_articles' || reason === 'long_pause'
    ? { reason, seen: number(value.seen, 0), expected: number(value.expected, 0) }
    : null
}

/** Those that need looking at first, then by name. */
export function worstFirst(sources: readonly SourceStatus[], locale: string): SourceStatus[] {
  const order = new Intl.Collator(locale)
  return sources.toSorted(
    (a, b) => sourceStates.indexOf(a.state) - sourceStates.indexOf(b.state) || order.compare(a.name, b.name),
  )
}

/** Whether somebody should look at it. */
export function isTroubled(source: SourceStatus): boolean {
  return source.state !== 'live' && source.state !== 'waiting'
}
