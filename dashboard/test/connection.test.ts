import { describe, expect, it } from 'vitest'
import { backoffMillis } from '@/live/backoff'
import { createConnection, type ConnectionState } from '@/live/connection'
import { FakeSocket } from './fakeSocket'
import { ManualClock } from './manualClock'

function setUp() {
  const clock = new ManualClock()
  const sockets: FakeSocket[] = []
  const states: ConnectionState[] = []
  const frames: unknown[] = []
  const connection = createConnection(
    {
      open() {
        const socket = new FakeSocket()
        sockets.push(socket)
        return socket
      },
      now: () => clock.now(),
      random: () => 1,
      after: (millis, task) => clock.after(millis, task),
    },
    (state) => states.push(state),
    (frame) => frames.push(frame),
  )
  const latest = () => sockets.at(-1) ?? expect.unreachable('no socket was opened')
  connection.start()
  return { clock, sockets, states, frames, connection, latest, state: () => states.at(-1) }
}

describe('the connection', () => {
  it('says that it connects, then that it is open, and passes frames on', () => {
    const { states, latest, frames } = setUp()
    latest().acceptByServer()
    latest().sendByServer('hello')
    expect(states).toEqual([{ phase: 'connecting' }, { phase: 'open', since: 0 }])
    expect(frames).toEqual(['hello'])
  })

  it('says since when it is lost and when it tries again', () => {
    const { clock, latest, state } = setUp()
    latest().acceptByServer()
    clock.advance(60_000)
    latest().closeByServer()
    expect(state()).toEqual({ phase: 'lost', since: 60_000, retryAt: 60_500 })
  })

  it('tries again after the delay and is lost no more once open', () => {
    const { clock, sockets, latest, state } = setUp()
    latest().closeByServer()
    clock.advance(499)
    expect(sockets).toHaveLength(1)
    clock.advance(1)
    expect(sockets).toHaveLength(2)
    latest().acceptByServer()
    expect(state()).toEqual({ phase: 'open', since: 500 })
  })

  it('waits longer after each failure, and keeps saying when the loss began', () => {
    const { clock, latest, state } = setUp()
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      latest().closeByServer()
      const lost = state()
      if (lost?.phase !== 'lost' || lost.retryAt === null) return expect.unreachable('not waiting')
      expect(lost.since).toBe(0)
      const wait = lost.retryAt - clock.now()
      clock.advance(wait)
      return wait
    })
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
  })

  it('starts over with short delays only after a connection that held', () => {
    const { clock, latest, state } = setUp()
    latest().closeByServer()
    clock.advance(500)
    latest().acceptByServer()
    latest().closeByServer()
    expect(state()).toMatchObject({ retryAt: 1_500 })
    clock.advance(1_000)
    latest().acceptByServer()
    clock.advance(5_000)
    latest().closeByServer()
    expect(state()).toMatchObject({ retryAt: 7_000 })
  })

  it('tries at once when nudged, and only once', () => {
    const { clock, sockets, latest, connection } = setUp()
    latest().closeByServer()
    connection.nudge()
    connection.nudge()
    expect(sockets).toHaveLength(2)
    clock.advance(9_000)
    expect(sockets).toHaveLength(2)
  })

  it('leaves a connection alone that speaks, and renews a silent one when nudged', () => {
    const { clock, sockets, latest, connection } = setUp()
    latest().acceptByServer()
    clock.advance(20_000)
    latest().sendByServer('still here')
    clock.advance(20_000)
    connection.nudge()
    expect(sockets).toHaveLength(1)
    clock.advance(10_000)
    connection.nudge()
    expect(sockets.map(({ closed }) => closed)).toEqual([true, false])
  })

  it('gives up an attempt that is never answered', () => {
    const { clock, sockets, latest } = setUp()
    clock.advance(10_000)
    expect(latest().closed).toBe(true)
    clock.advance(500)
    expect(sockets).toHaveLength(2)
  })

  it('ignores a socket that it has given up', () => {
    const { latest, connection, frames, states } = setUp()
    const old = latest()
    old.acceptByServer()
    connection.drop()
    const known = states.length
    old.sendByServer('late')
    old.closeByServer()
    expect(frames).toEqual([])
    expect(states).toHaveLength(known)
  })

  it('does nothing more once stopped', () => {
    const { clock, sockets, latest, connection } = setUp()
    latest().closeByServer()
    connection.stop()
    clock.advance(60_000)
    expect(sockets).toHaveLength(1)
    expect(clock.pending()).toBe(0)
  })
})

describe('the delay before an attempt', () => {
  it('is at random between half of its ceiling and all of it', () => {
    expect(backoffMillis(3, () => 0)).toBe(2_000)
    expect(backoffMillis(3, () => 0.5)).toBe(3_000)
  })

  it('never passes ten seconds', () => {
    expect(backoffMillis(1_000, () => 1)).toBe(10_000)
  })
})
