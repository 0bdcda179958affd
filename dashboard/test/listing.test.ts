import { describe, expect, it } from 'vitest'
import { answer, emptyListing, turnOver } from '@/feed/listing'
import { articleOf, articlesOf, idsOf } from './articles'

describe('a listing', () => {
  it('shows an answer as the server ordered it', () => {
    const first = answer(emptyListing, articlesOf('a', 'b'), false)
    expect(idsOf(answer(first, articlesOf('b', 'c'), false).shown)).toEqual(['b', 'c'])
  })

  it('shows the first answer even while held', () => {
    expect(idsOf(answer(emptyListing, articlesOf('a'), true).shown)).toEqual(['a'])
  })

  it('keeps its order while held and says how many are new', () => {
    const first = answer(emptyListing, articlesOf('a', 'b'), false)
    const held = answer(first, articlesOf('c', 'b', 'a'), true)
    expect(idsOf(held.shown)).toEqual(['a', 'b'])
    expect(held.waitingCount).toBe(1)
    expect(idsOf(turnOver(held).shown)).toEqual(['c', 'b', 'a'])
  })

  it('revises in place while held, and only upwards', () => {
    const first = answer(emptyListing, [articleOf({ id: 'a', content_revision: 2 })], false)
    const lower = answer(first, [articleOf({ id: 'a', title: 'lower' })], true)
    expect(lower.shown[0]).toBe(first.shown[0])
    const higher = answer(lower, [articleOf({ id: 'a', title: 'higher', content_revision: 3 })], true)
    expect(higher.shown[0]?.title).toBe('higher')
  })
})
