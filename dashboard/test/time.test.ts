import { describe, expect, it } from 'vitest'
import { createTranslations, preferredLocale, type Locale } from '@/i18n'
import { ageOf, instantOf } from '@/text/time'

const now = Date.UTC(2026, 0, 15, 12)

function ageInWords(locale: Locale, secondsAgo: number): string {
  const { t } = createTranslations(locale).global
  const { unit, count } = ageOf(now - secondsAgo * 1_000, now)
  return t(`age.${unit}`, { n: count })
}

describe('the age of an article', () => {
  it.each([
    [0, 'just now', '방금'],
    [12, '12 s ago', '12초 전'],
    [59, '59 s ago', '59초 전'],
    [60, '1 min ago', '1분 전'],
    [3_599, '59 min ago', '59분 전'],
    [3_600, '1 h ago', '1시간 전'],
    [86_399, '23 h ago', '23시간 전'],
    [86_400 * 3, '3 d ago', '3일 전'],
  ])('after %i seconds reads "%s" and "%s"', (seconds, english, korean) => {
    expect(ageInWords('en', seconds)).toBe(english)
    expect(ageInWords('ko', seconds)).toBe(korean)
  })

  it('is "just now" for what lies ahead of the clock', () => {
    expect(ageInWords('en', -120)).toBe('just now')
  })
})

describe('an instant', () => {
  it('is read as UTC when it bears no zone', () => {
    expect(instantOf('2026-01-15T12:00:00')).toBe(now)
    expect(instantOf('2026-01-15T12:00:00Z')).toBe(now)
    expect(instantOf('2026-01-15T21:00:00+09:00')).toBe(now)
  })

  it('is null for what is no time', () => {
    expect(instantOf('yesterday')).toBeNull()
    expect(instantOf(null)).toBeNull()
  })
})

describe('the language of the page', () => {
  it('is Korean when the browser prefers Korean, else English', () => {
    expect(preferredLocale(['ko-KR', 'en'])).toBe('ko')
    expect(preferredLocale(['en-GB', 'ko'])).toBe('en')
    expect(preferredLocale(['fr', 'ko', 'en'])).toBe('ko')
    expect(preferredLocale(['fr'])).toBe('en')
  })
})
