import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { arrive, emptyFeed, isFirstAnalysis, release, withoutStrayCorrections } from '@/feed/merge'
import type { AnalyzedNewsArticle } from '@/api/types'
import type { ConnectionState } from '@/live/connection'
import type { LiveMessage } from '@/live/messages'
import { beat, startPulse } from '@/live/pulse'

export const liveLimit = 500

/** The live feed: what is shown, what waits, how fast it comes, and whether it comes at all. */
export const useLive = defineStore('live', () => {
  const feed = shallowRef(emptyFeed)
  const pulse = shallowRef(startPulse(Math.floor(Date.now() / 1_000)))
  const connection = shallowRef<ConnectionState>({ phase: 'connecting' })
  const received = ref(0)
  const malformed = ref(0)
  const held = ref(false)

  function take(newestFirst: readonly AnalyzedNewsArticle[]) {
    const arrival = arrive(feed.value, newestFirst, held.value, liveLimit)
    feed.value = arrival.feed
    received.value += arrival.fresh
  }

  /** Takes in messages in the order they came. */
  function accept(messages: readonly LiveMessage[], now: number) {
    let run: AnalyzedNewsArticle[] = []
    let arrivals = 0
    for (const message of messages) {
      switch (message.type) {
        case 'article':
          run.unshift(message.article)
          if (isFirstAnalysis(message.article)) arrivals++
          break
        case 'initial':
          take(withoutStrayCorrections(feed.value, run))
          run = []
          take(message.articles)
          malformed.value += message.malformed
          break
        case 'malformed':
          malformed.value++
          break
        case 'unknown':
          break
      }
    }
    take(withoutStrayCorrections(feed.value, run))
    tick(now, arrivals)
  }

  function tick(now: number, arrivals = 0) {
    pulse.value = beat(pulse.value, Math.floor(now / 1_000), arrivals)
  }

  function letIn() {
    feed.value = release(feed.value, liveLimit)
  }

  function hold(reading: boolean) {
    held.value = reading
    if (!reading) letIn()
  }

  return {
    shown: computed(() => feed.value.shown),
    waitingCount: computed(() => feed.value.waitingCount),
    pulse,
    connection,
    received,
    malformed,
    accept,
    tick,
    letIn,
    hold,
  }
})
