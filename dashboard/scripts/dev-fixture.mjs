// Works on the page without the backend: the fixture answers, Vite serves the sources and reloads them.
import { startFixture } from '../e2e/fixture/server.mjs'

const fixture = await startFixture({ rate: Number(process.env.RATE ?? 1) })
process.env.NEWSPULSE_URL = fixture.url
const { createServer } = await import('vite')
const server = await createServer()
await server.listen()
server.printUrls()
