/** Programs that a run starts. Whatever happens, those and no others are ended. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'

/** A program that is running, and what it will have said. */
export interface Started {
  readonly pid: number
  readonly isRunning: () => boolean
  /** What it wrote, once it has ended. */
  readonly ended: Promise<Ended>
}

export interface Ended {
  /** `SIGKILL` where a signal ended it. */
  readonly code: number | NodeJS.Signals
  readonly out: string
  readonly err: string
}

const started = new Set<ChildProcess>()

export function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Started {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.add(child)
  const parts = { out: [] as Buffer[], err: [] as Buffer[] }
  child.stdout.on('data', (data: Buffer) => parts.out.push(data))
  child.stderr.on('data', (data: Buffer) => parts.err.push(data))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      started.delete(child)
      const [out, err] = [parts.out, parts.err].map((part) => Buffer.concat(part).toString())
      resolve({ code: code ?? signal ?? 1, out: out ?? '', err: err ?? '' })
    })
  })
  // Who waits for it hears of it; a server that nobody waits for is ended with the others.
  ended.catch(() => {})
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return { pid: child.pid ?? 0, isRunning, ended }
}

/** Ends what is still running, without asking. */
export async function stopAll(): Promise<void> {
  const waiting = [...started].map(
    (child) => new Promise<void>((resolve) => child.once('close', () => resolve())),
  )
  for (const child of started) child.kill('SIGKILL')
  await Promise.all(waiting)
}

/** Runs a program to its end, and returns what it wrote. Its talk is shown where it fails. */
export function output(command: string, args: readonly string[], cwd?: string): string {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 30, cwd } as const
  return execFileSync(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits until something is so, and fails where it takes too long. */
export async function until(is: () => boolean, what: string, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!is()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${seconds} s.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
