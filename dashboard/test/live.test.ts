import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { readMessage } from '@/live/messages'
import { liveLimit, useLive } from '@/stores/live'
import { articleOf, articlesOf, idsOf } from './articles'

function arrival(id: string, changes = {}) {
  return readMessage(JSON.stringify({ type: 'new_analysis', data: articleOf({ id, ...changes }) }))
}

function initial(...ids: string[]) {
  return readMessage(JSON.stringify({ type: 'initial_data', data: articlesOf(...ids) }))
}

describe('the live store', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('starts with the initial data and puts each arrival in front', () => {
    const live = useLive()
    live.accept([initial('b', 'a'), arrival('c'), arrival('d')], 0)
    expect(idsOf(live.shown)).toEqual(['d', 'c', 'b', 'a'])
    expect(live.received).toBe(4)
  })

  it('corrects what it shows, and does not take a correction of anything else for news', () => {
    const live = useLive()
    live.accept([initial('a'), arrival('a', { title: 'corrected', analysis_revision: 2 })], 0)
    live.accept([arrival('gone', { analysis_revision: 2 })], 0)
    expect(idsOf(live.shown)).toEqual(['a'])
    expect(live.shown[0]?.title).toBe('corrected')
    expect(live.received).toBe(1)
  })

  it('merges the initial data of a reconnect without doubles', () => {
    const live = useLive()
    live.accept([initial('b', 'a'), arrival('c')], 0)
    live.accept([initial('e', 'd', 'c', 'b')], 0)
    expect(idsOf(live.shown)).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(live.received).toBe(5)
  })

  it('lets articles wait while the reader holds the list, and lets them in after', () => {
    const live = useLive()
    live.accept([initial('a')], 0)
    live.hold(true)
    live.accept([arrival('b'), arrival('c')], 0)
    expect(idsOf(live.shown)).toEqual(['a'])
    expect(live.waitingCount).toBe(2)
    live.hold(false)
    expect(idsOf(live.shown)).toEqual(['c', 'b', 'a'])
    expect(live.waitingCount).toBe(0)
  })

  it('lets in what waits on demand and goes on holding', () => {
    const live = useLive()
    live.hold(true)
    live.accept([arrival('a')], 0)
    live.letIn()
    live.accept([arrival('b')], 0)
    expect(idsOf(live.shown)).toEqual(['a'])
    expect(live.waitingCount).toBe(1)
  })

  it('keeps its bound however much arrives', () => {
    const live = useLive()
    const messages = Array.from({ length: liveLimit + 50 }, (_, i) => arrival(`n${i}`))
    live.accept(messages, 0)
    expect(live.shown).toHaveLength(liveLimit)
    expect(live.shown[0]?.id).toBe(`n${liveLimit + 49}`)
  })

  it.each([
    'not json',
    '7',
    '{"data":{}}',
    '{"type":"new_analysis"}',
    '{"type":"new_analysis","data":{"id":1}}',
    '{"type":"initial_data","data":{}}',
    '{"type":"initial_data","data":[{}]}',
  ])('counts a malformed message and shows nothing of it: %s', (frame) => {
    const live = useLive()
    live.accept([readMessage(frame), arrival('a')], 0)
    expect(live.malformed).toBe(1)
    expect(idsOf(live.shown)).toEqual(['a'])
  })

  it('passes over a type of message it does not know', () => {
    const live = useLive()
    live.accept([readMessage('{"type":"tomorrow"}')], 0)
    expect(live.malformed).toBe(0)
  })
})
