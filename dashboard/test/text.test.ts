import { describe, expect, it } from 'vitest'
import { labelsOf } from '@/text/labels'
import { langOf } from '@/text/language'
import { leadOf } from '@/text/lead'
import { safeUrl, siteOf } from '@/text/link'
import { passages } from '@/text/passage'
import { formatScore, toneOf } from '@/text/sentiment'
import { articleOf } from './articles'

function entityOf(text: string, ...at: [number, number][]) {
  const mentions = at.map(([start, end]) => ({ field: 'content' as const, start, end }))
  return { text, type: 'LOCATION', count: at.length, salience: 1, mentions }
}

describe('a link', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org/'])('is made of %s', (address) => {
    expect(safeUrl(address)).toBe(address)
  })

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org/a',
    '/relative',
    'not an address',
    '',
    null,
  ])('is never made of %s', (address) => {
    expect(safeUrl(address)).toBeNull()
  })

  it('names the site without its www', () => {
    expect(siteOf('https://www.example.org/a')).toBe('example.org')
  })
})

describe('a sentiment', () => {
  it('shows its score with sign and two decimals', () => {
    expect([0.714, -0.3, 0, -0.004].map(formatScore)).toEqual(['+0.71', '−0.30', '0.00', '0.00'])
  })

  it('takes its colour from its label and its strength from its score', () => {
    expect(toneOf('positive', 0.5)).toBe('positive-strong')
    expect(toneOf('negative', -0.2)).toBe('negative')
    expect(toneOf('neutral', 0.9)).toBe('neutral')
  })
})

describe('the labels of a row', () => {
  it('leave out keywords that repeat an entity', () => {
    const article = articleOf({ analysis: { keywords: ['busan', 'ferry'], entities: [entityOf('Busan')] } })
    expect(labelsOf(article)).toEqual({ topics: [], entities: ['Busan'], keywords: ['ferry'] })
  })
})

describe('the lead', () => {
  it('is left out where the content begins with it', () => {
    expect(leadOf({ description: 'A ferry…', content: 'A ferry sank.' })).toBeNull()
    expect(leadOf({ description: 'A storm.', content: 'A ferry sank.' })).toBe('A storm.')
    expect(leadOf({ description: 'A storm.', content: null })).toBe('A storm.')
  })
})

describe('a text', () => {
  const texts = (entities: ReturnType<typeof entityOf>[]) =>
    passages('From Busan to Seoul', 'content', entities).map(({ text }) => text)

  it('is cut at the names it mentions', () => {
    expect(texts([entityOf('Seoul', [14, 19]), entityOf('Busan', [5, 10])])).toEqual([
      'From ',
      'Busan',
      ' to ',
      'Seoul',
    ])
  })

  it('stays whole, whatever the offsets claim', () => {
    const claims = [entityOf('Busan', [5, 10], [7, 12], [15, 99])]
    expect(texts(claims).join('')).toBe('From Busan to Seoul')
    expect(texts([])).toEqual(['From Busan to Seoul'])
  })
})

describe('the lang attribute', () => {
  it('is written only for a language that is known', () => {
    expect(['ko', 'und', '', '"><b'].map(langOf)).toEqual(['ko', undefined, undefined, undefined])
  })
})
