// Runs the end-to-end tests against the built page served by the fixture.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startFixture } from '../e2e/fixture/server.mjs'

const fixture = await startFixture()
const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url))
const tests = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NEWSPULSE_URL: fixture.url },
})
tests.on('exit', async (code) => {
  await fixture.stop()
  process.exit(code ?? 1)
})
