import { describe, expect, it } from 'vitest'
import { arrive, emptyFeed, release, withoutStrayCorrections, type Feed } from '@/feed/merge'
import { articleOf, articlesOf, idsOf } from './articles'

const limit = 4

function feedOf(...ids: string[]): Feed {
  return { ...emptyFeed, shown: articlesOf(...ids) }
}

function revised(id: string, content: number, analysis: number, title = `${id} ${content}.${analysis}`) {
  return articleOf({ id, title, content_revision: content, analysis_revision: analysis })
}

describe('a feed', () => {
  it('puts new articles in front, newest first', () => {
    const { feed, fresh } = arrive(feedOf('a'), articlesOf('c', 'b'), false, limit)
    expect(idsOf(feed.shown)).toEqual(['c', 'b', 'a'])
    expect(fresh).toBe(2)
  })

  it('replaces an article where it stands when a higher revision arrives', () => {
    const { feed, fresh } = arrive(feedOf('c', 'b', 'a'), [revised('b', 1, 2)], false, limit)
    expect(idsOf(feed.shown)).toEqual(['c', 'b', 'a'])
    expect(feed.shown[1]?.title).toBe('b 1.2')
    expect(fresh).toBe(0)
  })

  it('keeps the higher revision when a lower one arrives late', () => {
    const known = { ...emptyFeed, shown: [revised('a', 2, 1)] }
    const { feed } = arrive(known, [revised('a', 1, 9)], false, limit)
    expect(feed.shown).toBe(known.shown)
  })

  it('ignores an equal revision', () => {
    const known = { ...emptyFeed, shown: [revised('a', 1, 1)] }
    const { feed } = arrive(known, [revised('a', 1, 1, 'the same again')], false, limit)
    expect(feed.shown[0]?.title).toBe('a 1.1')
  })

  it('takes the highest of several revisions that arrive at once', () => {
    const arrivals = [revised('a', 1, 1), revised('a', 2, 1), revised('a', 1, 3)]
    const { feed, fresh } = arrive(emptyFeed, arrivals, false, limit)
    expect(feed.shown.map(({ title }) => title)).toEqual(['a 2.1'])
    expect(fresh).toBe(1)
  })

  it('keeps no more than its bound and lets the oldest go', () => {
    const { feed } = arrive(feedOf('d', 'c', 'b', 'a'), articlesOf('f', 'e'), false, limit)
    expect(idsOf(feed.shown)).toEqual(['f', 'e', 'd', 'c'])
  })

  it('leaves what is shown alone while held and lets new articles wait', () => {
    const before = feedOf('b', 'a')
    const { feed } = arrive(before, articlesOf('c'), true, limit)
    expect(feed.shown).toBe(before.shown)
    expect(idsOf(feed.waiting)).toEqual(['c'])
    expect(feed.waitingCount).toBe(1)
  })

  it('still revises in place while held', () => {
    const { feed } = arrive(feedOf('b', 'a'), [revised('a', 2, 1)], true, limit)
    expect(feed.shown[1]?.title).toBe('a 2.1')
    expect(feed.waitingCount).toBe(0)
  })

  it('revises an article that waits without counting it twice', () => {
    const held = arrive(feedOf('a'), articlesOf('b'), true, limit).feed
    const { feed, fresh } = arrive(held, [revised('b', 1, 2)], true, limit)
    expect(feed.waiting[0]?.title).toBe('b 1.2')
    expect(feed.waitingCount).toBe(1)
    expect(fresh).toBe(0)
  })

  it('counts all that wait although it keeps only the newest', () => {
    const { feed } = arrive(feedOf('a'), articlesOf('g', 'f', 'e', 'd', 'c', 'b'), true, limit)
    expect(idsOf(feed.waiting)).toEqual(['g', 'f', 'e', 'd'])
    expect(feed.waitingCount).toBe(6)
  })

  it('lets in what waits when released', () => {
    const held = arrive(feedOf('b', 'a'), articlesOf('d', 'c'), true, limit).feed
    const feed = release(held, limit)
    expect(idsOf(feed.shown)).toEqual(['d', 'c', 'b', 'a'])
    expect(feed).toMatchObject({ waiting: [], waitingCount: 0 })
  })

  it('lets in what waits together with the first arrival after the hold', () => {
    const held = arrive(feedOf('a'), articlesOf('b'), true, limit).feed
    const { feed } = arrive(held, articlesOf('c'), false, limit)
    expect(idsOf(feed.shown)).toEqual(['c', 'b', 'a'])
    expect(feed.waitingCount).toBe(0)
  })
})

describe('corrections', () => {
  it('of what is shown or waits, or came just before, stay', () => {
    const feed = { ...feedOf('a'), waiting: articlesOf('b'), waitingCount: 1 }
    const arrivals = [revised('c', 1, 2), revised('b', 1, 2), revised('a', 1, 2), ...articlesOf('c')]
    expect(withoutStrayCorrections(feed, arrivals)).toEqual(arrivals)
  })

  it('of what is not here are left out', () => {
    const arrivals = [revised('x', 1, 2), revised('y', 2, 1), ...articlesOf('z')]
    expect(idsOf(withoutStrayCorrections(feedOf('a'), arrivals))).toEqual(['y', 'z'])
  })
})
