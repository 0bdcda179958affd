import { expect, it } from 'vitest'
import { moved } from '@/feed/cursor'

it('moves by rows and stops at the ends', () => {
  expect(moved(3, 1, 0, 10)).toBe(4)
  expect(moved(3, -10, 0, 10)).toBe(0)
  expect(moved(3, Infinity, 0, 10)).toBe(9)
  expect(moved(3, -Infinity, 0, 10)).toBe(0)
})

it('begins at the first row in sight', () => {
  expect(moved(-1, 1, 7, 10)).toBe(7)
  expect(moved(-1, -1, 7, 10)).toBe(7)
})
