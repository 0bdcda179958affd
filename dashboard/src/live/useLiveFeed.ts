import { useDocumentVisibility, useEventListener } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useClock } from '@/stores/clock'
import { useLive } from '@/stores/live'
import { createBatcher } from './batcher'
import { createConnection, type Connection, type Socket } from './connection'
import { readMessage, type LiveMessage } from './messages'

/** Connects the live store to the server's feed for as long as the calling scope lives. */
export function useLiveFeed(): Connection {
  const live = useLive()
  const clock = useClock()
  const batcher = createBatcher<LiveMessage>(
    (task) => requestAnimationFrame(task),
    (messages) => live.accept(messages, Date.now()),
  )
  const connection = createConnection(
    {
      open: openSocket,
      now: () => Date.now(),
      random: () => Math.random(),
      after(millis, task) {
        const timer = setTimeout(task, millis)
        return () => clearTimeout(timer)
      },
    },
    (state) => (live.connection = state),
    (frame) => batcher.add(readMessage(frame)),
  )
  const visibility = useDocumentVisibility()

  watch(
    () => clock.now,
    (now) => live.tick(now),
  )
  watch(visibility, (state) => state === 'visible' && connection.nudge())
  useEventListener(window, 'online', () => connection.nudge())
  useEventListener(window, 'offline', () => connection.drop())
  onScopeDispose(() => connection.stop())
  connection.start()
  return connection
}

function openSocket(): Socket {
  return new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`) as Socket
}
