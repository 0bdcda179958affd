import { useEventListener } from '@vueuse/core'
import { computed, reactive, type ComputedRef, type Ref } from 'vue'
import { useClock } from '@/stores/clock'
import { holds } from './hold'

const topPixels = 4

/**
 * Whether the reader is busy with the list in the given element, so that nothing in it may move. The pointer counts
 * in the whole pane around it, lest the pill that says what waits disappear on the way to it.
 */
export function useReadingHold(
  scroller: Ref<HTMLElement | null>,
  selecting: Ref<boolean>,
): ComputedRef<boolean> {
  const clock = useClock()
  const seen = reactive({ scrolledAway: false, pointerMovedAt: null as number | null })

  const pane = computed(() => scroller.value?.parentElement)

  function point(event: PointerEvent) {
    if (event.pointerType !== 'touch') seen.pointerMovedAt = Date.now()
  }

  useEventListener(
    scroller,
    'scroll',
    () => (seen.scrolledAway = (scroller.value?.scrollTop ?? 0) > topPixels),
    { passive: true },
  )
  useEventListener(pane, ['pointerenter', 'pointermove', 'pointerdown'], point, { passive: true })
  useEventListener(pane, 'pointerleave', () => (seen.pointerMovedAt = null))

  return computed(() => holds({ ...seen, selecting: selecting.value }, clock.now))
}
