/** The command as a process of its own: how long it runs, and how much memory it takes. */
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

export const COMMAND = fileURLToPath(new URL('../../dist/command.js', import.meta.url))
export const FILTER = fileURLToPath(new URL('../../dist/filter.cjs', import.meta.url))

const NO_INPUT = 'ignore'

function run(args: readonly string[]) {
  const stdio = [NO_INPUT, 'pipe', 'pipe'] as const
  const ran = spawnSync(process.execPath, args, { stdio: [...stdio], encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`node ${args.join(' ')}: ${ran.stderr}`)
  return ran
}

/** From start to end, in milliseconds. */
export function lasting(args: readonly string[]): number {
  const start = performance.now()
  run(args)
  return performance.now() - start
}

const MEMORY = "process.on('exit', () => console.error(process.resourceUsage().maxRSS))"

/** The most memory at any time, in MB. */
export function peakOf(args: readonly string[]): number {
  const watched = ['--import', `data:text/javascript,${encodeURIComponent(MEMORY)}`, ...args]
  return Number(run(watched).stderr.trim().split('\n').at(-1)) / 1000
}

export function outputOf(args: readonly string[]): string {
  return run(args).stdout
}
