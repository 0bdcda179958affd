import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchJson, type Failure } from '@/api/http'
import { isTroubled, readSources, type SourceStatus } from '@/api/sources'

/** How the sources do, as far as this server knows. */
export const useSources = defineStore('sources', () => {
  const list = shallowRef<readonly SourceStatus[]>([])
  const failure = shallowRef<Failure | null>(null)
  const answeredAt = ref<number | null>(null)
  const asking = ref(false)

  async function refresh() {
    if (asking.value) return
    asking.value = true
    const result = await fetchJson('/sources', readSources)
    asking.value = false
    if (!result.ok) {
      failure.value = result.failure
      return
    }
    failure.value = null
    answeredAt.value = Date.now()
    list.value = result.value
  }

  return {
    list,
    failure,
    answeredAt,
    /** How many need looking at. */
    troubled: computed(() => list.value.filter(isTroubled).length),
    refresh,
  }
})
