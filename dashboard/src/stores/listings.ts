import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchListing, type Failure } from '@/api/http'
import { answer, emptyListing, turnOver } from '@/feed/listing'

/** A store over one address that answers a list of articles. */
function defineListing(name: string, url: string) {
  return defineStore(name, () => {
    const listing = shallowRef(emptyListing)
    const failure = shallowRef<Failure | null>(null)
    const answeredAt = ref<number | null>(null)
    const malformed = ref(0)
    const asking = ref(false)
    const held = ref(false)

    async function refresh() {
      if (asking.value) return
      asking.value = true
      const result = await fetchListing(url)
      asking.value = false
      if (!result.ok) {
        failure.value = result.failure
        return
      }
      failure.value = null
      answeredAt.value = Date.now()
      malformed.value = result.value.malformed
      listing.value = answer(listing.value, result.value.articles, held.value)
    }

    function letIn() {
      listing.value = turnOver(listing.value)
    }

    function hold(reading: boolean) {
      held.value = reading
      if (!reading) letIn()
    }

    return {
      shown: computed(() => listing.value.shown),
      waitingCount: computed(() => listing.value.waitingCount),
      failure,
      answeredAt,
      malformed,
      asking,
      refresh,
      letIn,
      hold,
    }
  })
}

export const useRecent = defineListing('recent', '/news/recent?limit=100')
export const useTop = defineListing('top', '/news/top?limit=50')

export type ListingStore = ReturnType<typeof useRecent>
