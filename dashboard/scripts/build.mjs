// Builds the page for Maven: installs packages and builds only where something is out of date.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', 'public', 'index.html', 'package.json', 'package-lock.json']
const configurations = ['vite.config.ts', 'tsconfig.json', 'tsconfig.app.json']

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline')
}
if (changed('dist/index.html') <= Math.max(...[...sources, ...configurations].map(newest))) {
  npm('run', 'build')
  // Maven copies resources but never takes away those whose hashed names are gone.
  rmSync(join(home, 'target/classes/dashboard'), { recursive: true, force: true })
} else {
  console.log('dashboard: dist/ is up to date')
}

function npm(...command) {
  const { status, error } = spawnSync('npm', command, {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

function changed(path) {
  return statSync(join(home, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newest(path) {
  const entries = statSync(join(home, path)).isDirectory() ? readdirSync(join(home, path)) : []
  return Math.max(changed(path), ...entries.map((entry) => newest(join(path, entry))))
}
