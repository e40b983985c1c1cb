import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { say } from './say.js'

/** Installs what the package.json of an engine names, and this package with it; fails where it cannot be had. */
export function install(engine: string): void {
  say(`${engine}: installing …`)
  const cwd = fileURLToPath(new URL(engine, import.meta.url))
  try {
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd, stdio: 'pipe' })
  } catch (error) {
    const [reason] = String((error as { stderr?: Buffer }).stderr ?? error).split('\n')
    throw new Error(`${engine} cannot be had, so nothing was run: ${reason}`)
  }
}
