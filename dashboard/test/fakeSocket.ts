import type { Socket } from '@/live/connection'

/** A socket whose server is the test. */
export class FakeSocket implements Socket {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  closed = false

  close() {
    this.closed = true
  }

  acceptByServer() {
    this.onopen?.()
  }

  sendByServer(data: unknown) {
    this.onmessage?.({ data })
  }

  closeByServer() {
    this.onclose?.()
  }
}
