import { expect, it } from 'vitest'
import { batchLimit, createBatcher } from '@/live/batcher'

function setUp() {
  const frames: (() => void)[] = []
  const batches: (readonly number[])[] = []
  const batcher = createBatcher<number>(
    (task) => frames.push(task),
    (items) => batches.push(items),
  )
  return { frames, batches, batcher }
}

it('hands on what came since the last frame, in order and once', () => {
  const { frames, batches, batcher } = setUp()
  batcher.add(1)
  batcher.add(2)
  expect(frames).toHaveLength(1)
  frames[0]?.()
  batcher.add(3)
  frames[1]?.()
  expect(batches).toEqual([[1, 2], [3]])
})

it('hands on a full queue at once when no frame comes', () => {
  const { batches, batcher } = setUp()
  for (let i = 0; i < batchLimit * 2 + 1; i++) batcher.add(i)
  expect(batches.map(({ length }) => length)).toEqual([batchLimit, batchLimit])
})
