import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A TCP line to a server that can be cut and mended, as a network does it. */
export class SeverableLine {
  private readonly sockets = new Set<Socket>()
  private server: Server | null = null
  private port = 0

  constructor(private readonly target: URL) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async mend() {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 80), this.target.hostname)
      this.join(near, far)
      this.join(far, near)
    })
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.address() as AddressInfo).port
    this.server = server
  }

  async cut() {
    const { server } = this
    this.server = null
    const closed = new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  private join(from: Socket, to: Socket) {
    this.sockets.add(from)
    from.on('error', () => from.destroy())
    from.on('close', () => {
      this.sockets.delete(from)
      to.destroy()
    })
    from.pipe(to)
  }
}
