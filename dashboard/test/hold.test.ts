import { describe, expect, it } from 'vitest'
import { holds, pointerRestMillis } from '@/feed/hold'

const idle = { scrolledAway: false, selecting: false, pointerMovedAt: null }

describe('the hold on a list', () => {
  it('is off while nobody reads', () => {
    expect(holds(idle, 0)).toBe(false)
  })

  it('is on once the reader has scrolled away or selected something', () => {
    expect(holds({ ...idle, scrolledAway: true }, 0)).toBe(true)
    expect(holds({ ...idle, selecting: true }, 0)).toBe(true)
  })

  it('is on while the pointer is in the list, until it has rested for long', () => {
    const reading = { ...idle, pointerMovedAt: 1_000 }
    expect(holds(reading, 1_000)).toBe(true)
    expect(holds(reading, 999 + pointerRestMillis)).toBe(true)
    expect(holds(reading, 1_000 + pointerRestMillis)).toBe(false)
  })
})
