import { describe, expect, it } from 'vitest'
import { beat, pulseSeconds, rateOf, sparkline, startPulse } from '@/live/pulse'

function pulseOf(...counts: number[]) {
  return counts.reduce((pulse, count, second) => beat(pulse, second, count), startPulse(0))
}

describe('the pulse', () => {
  it('adds up what arrives within a second', () => {
    expect(beat(pulseOf(2), 0, 3).counts).toEqual([5])
  })

  it('fills seconds in which nothing came with zeros', () => {
    expect(beat(pulseOf(1), 3, 1).counts).toEqual([1, 0, 0, 1])
  })

  it('forgets what is older than two minutes', () => {
    const later = beat(pulseOf(9), 10_000, 1)
    expect(later.counts).toHaveLength(pulseSeconds)
    expect(Math.max(...later.counts)).toBe(1)
  })

  it('tells the rate of the seconds that are over', () => {
    expect(rateOf(pulseOf(4, 2, 100))).toBe(3)
    expect(rateOf(startPulse(0))).toBe(0)
  })

  it('draws only the seconds that were watched, at the right end', () => {
    const points = sparkline(pulseOf(1, 1, 1), 118, 20).split(' ')
    expect(points).toEqual(['117.0,0.0', '118.0,0.0'])
  })

  it('draws a quiet feed on the floor', () => {
    expect(sparkline(pulseOf(0, 0, 0), 118, 20)).toBe('117.0,20.0 118.0,20.0')
  })
})
