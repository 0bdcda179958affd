import { useIntervalFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The one clock of the page, so that all ages change in the same second. */
export const useClock = defineStore('clock', () => {
  const now = ref(Date.now())
  useIntervalFn(() => (now.value = Date.now()), 1_000)
  return { now }
})
