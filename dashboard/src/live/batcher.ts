/**
 * Gathers what arrives and hands it on once per frame. The queue is bounded: a page in the background gets no
 * frames, so a full queue is handed on at once.
 */
export interface Batcher<T> {
  add(item: T): void
}

export const batchLimit = 250

export function createBatcher<T>(
  nextFrame: (task: () => void) => void,
  flush: (items: readonly T[]) => void,
): Batcher<T> {
  let queue: T[] = []
  let scheduled = false

  function hand() {
    const items = queue
    queue = []
    if (items.length > 0) flush(items)
  }

  return {
    add(item) {
      queue.push(item)
      if (queue.length >= batchLimit) hand()
      if (scheduled) return
      scheduled = true
      nextFrame(() => {
        scheduled = false
        hand()
      })
    },
  }
}
