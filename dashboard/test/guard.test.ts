import { describe, expect, it } from 'vitest'
import { readArticle, readListing } from '@/api/guard'
import { articleOf } from './articles'

describe('the guard', () => {
  it('reads a whole article as it is', () => {
    const whole = articleOf({ sample: true, author: 'Ada', analysis: { keywords: ['ferry'] } })
    expect(readArticle(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  })

  it.each([
    ['nothing', null],
    ['a word', 'article'],
    ['a list', []],
    ['no id', { ...articleOf(), id: undefined }],
    ['a blank id', { ...articleOf(), id: ' ' }],
    ['a source that is a string', { ...articleOf(), source: 'Wire' }],
    ['a title that is a number', { ...articleOf(), title: 7 }],
    ['no analysis', { ...articleOf(), analysis: null }],
  ])('refuses %s', (_, value) => {
    expect(readArticle(value)).toBeNull()
  })

  it('reads absent optional fields as null, empty or not a sample', () => {
    const read = readArticle({
      id: 'a',
      source: { name: 'Wire' },
      title: 'A headline',
      publishedAt: '2026-01-01T12:00:00Z',
      analysis: {},
    })
    expect(read).toMatchObject({ author: null, content_revision: 1, sample: false, url: '' })
    expect(read?.analysis).toMatchObject({ sentiment: 'unknown', keywords: [], language: 'und' })
  })

  it('leaves out entries of the wrong type inside lists', () => {
    const analysis = {
      keywords: ['ferry', 7, null],
      entities: [{ text: 'Busan', mentions: [{ field: 'title', start: 5, end: 2 }] }, 'Seoul', {}],
    }
    const read = readArticle({ ...articleOf(), analysis })?.analysis
    expect(read?.keywords).toEqual(['ferry'])
    expect(read?.entities).toEqual([{ text: 'Busan', type: '', count: 1, salience: 0, mentions: [] }])
  })

  it('counts the malformed articles of a listing and keeps the others', () => {
    const batch = readListing({ count: 3, news: [articleOf(), { id: 'b' }, 7] })
    expect(batch?.articles).toHaveLength(1)
    expect(batch?.malformed).toBe(2)
  })

  it('refuses a listing without news', () => {
    expect(readListing({ count: 0 })).toBeNull()
  })
})
