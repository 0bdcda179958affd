import { backoffMillis } from './backoff'

/** The part of a WebSocket that the connection uses. */
export interface Socket {
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: (() => void) | null
  close(): void
}

/** Everything outside the connection that it depends on, so that a test can stand in for it. */
export interface Surroundings {
  open(): Socket
  now(): number
  random(): number
  /** Runs the task after the delay and gives a way to call it off. */
  after(millis: number, task: () => void): () => void
}

export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open'; readonly since: number }
  | { readonly phase: 'lost'; readonly since: number; readonly retryAt: number | null }

export interface Connection {
  start(): void
  stop(): void
  /** Tries at once instead of waiting, and renews a connection that has been silent for long. */
  nudge(): void
  /** Gives up the connection at once because the network is known to be gone. */
  drop(): void
}

const openTimeoutMillis = 10_000
const steadyMillis = 5_000
const silenceMillis = 30_000

/**
 * Keeps one socket open: whatever ends it, another attempt follows. The count of attempts starts anew only when
 * a connection has held for a while, so a server that accepts and drops at once is not hammered.
 */
export function createConnection(
  surroundings: Surroundings,
  onState: (state: ConnectionState) => void,
  onFrame: (frame: unknown) => void,
): Connection {
  let socket: Socket | null = null
  let cancelTimer: () => void = () => undefined
  let attempt = 0
  let openedAt: number | null = null
  let heardAt = 0
  let lostSince: number | null = null

  function connect() {
    cancelTimer()
    if (lostSince === null) onState({ phase: 'connecting' })
    else onState({ phase: 'lost', since: lostSince, retryAt: null })
    const opening = surroundings.open()
    socket = opening
    opening.onopen = () => {
      cancelTimer()
      openedAt = heardAt = surroundings.now()
      lostSince = null
      onState({ phase: 'open', since: openedAt })
    }
    opening.onmessage = (event) => {
      heardAt = surroundings.now()
      onFrame(event.data)
    }
    opening.onclose = lose
    cancelTimer = surroundings.after(openTimeoutMillis, lose)
  }

  function release() {
    cancelTimer()
    if (socket === null) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    socket = null
  }

  function lose() {
    release()
    const now = surroundings.now()
    if (openedAt !== null && now - openedAt >= steadyMillis) attempt = 0
    openedAt = null
    lostSince ??= now
    const delay = backoffMillis(attempt++, () => surroundings.random())
    onState({ phase: 'lost', since: lostSince, retryAt: now + delay })
    cancelTimer = surroundings.after(delay, connect)
  }

  return {
    start: connect,
    stop: release,
    drop: lose,
    nudge() {
      const silent = openedAt !== null && surroundings.now() - heardAt >= silenceMillis
      if (silent) release()
      if (socket === null) {
        openedAt = null
        attempt = 0
        connect()
      }
    },
  }
}
