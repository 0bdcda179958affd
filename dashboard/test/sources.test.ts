import { describe, expect, it } from 'vitest'
import { isTroubled, readSources, worstFirst } from '@/api/sources'
import { lengthOf } from '@/text/time'

const source = {
  name: 'Harbour Courier',
  kind: 'feed',
  state: 'stale',
  articles: 412,
  interval_seconds: 300,
  answer_seconds: 0.2,
  lateness_seconds: 0,
  last_success: '2026-03-01T10:12:00Z',
  last_news: null,
  next_fetch: '2026-03-01T12:30:00Z',
  failures: 4,
  error: { code: 'source_unreachable', detail: 'its host name is not known' },
  silence: null,
}

describe('sources', () => {
  it('are read with the last error in words', () => {
    const [read] = readSources({ count: 1, sources: [source] }) ?? []
    expect(read?.name).toBe('Harbour Courier')
    expect(read?.error).toBe('its host name is not known')
  })

  it('are left out where they are none', () => {
    const strange = [
      null,
      7,
      { name: 'a' },
      { ...source, state: 'angry' },
      { ...source, silence: { reason: 1 } },
    ]
    expect(readSources({ sources: strange })?.map(({ silence }) => silence)).toEqual([null])
    expect(readSources({ news: [] })).toBeNull()
    expect(readSources('<html>')).toBeNull()
  })

  it('stand worst first, then by name', () => {
    const named = (name: string, state: string) => ({ ...source, name, state })
    const read = readSources({
      sources: [named('b', 'live'), named('c', 'dead'), named('a', 'live'), named('d', 'silent')],
    })
    const sorted = worstFirst(read ?? [], 'en')
    expect(sorted.map(({ name }) => name)).toEqual(['c', 'd', 'a', 'b'])
    expect(sorted.filter(isTroubled)).toHaveLength(2)
  })

  it('tell lengths in units that fit', () => {
    expect(lengthOf(45)).toEqual({ unit: 'seconds', count: 45 })
    expect(lengthOf(60)).toEqual({ unit: 'minutes', count: 1 })
    expect(lengthOf(90)).toEqual({ unit: 'seconds', count: 90 })
    expect(lengthOf(300)).toEqual({ unit: 'minutes', count: 5 })
    expect(lengthOf(3_600)).toEqual({ unit: 'hours', count: 1 })
    expect(lengthOf(14_400)).toEqual({ unit: 'hours', count: 4 })
  })
})
