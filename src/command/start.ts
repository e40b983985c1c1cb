import type { Program } from './command.js'
import { EXIT } from './exit.js'
import type { Io } from './io.js'
import { run } from './run.js'
import { removeUnfinished } from './write/output.js'

/** Runs a program as this process: it reads and writes where the process does, and ends it. */
export async function start(program: Program): Promise<void> {
  const io: Io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    folder: process.cwd(),
    clock: () => performance.now(),
    unfinished: new Set(),
  }
  endBy('SIGINT', EXIT.interrupted, io)
  endBy('SIGTERM', EXIT.terminated, io)

  // A write that fails is told to whoever made it; a stream that nobody listens to would end the process with a trace.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})

  const code = await run(process.argv.slice(2), io, program)
  // What still waits to be read (standard input, say) is not waited for; what is still to be written is.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

/** Ends at once: what was begun is removed, and what is written is whole. */
function endBy(signal: NodeJS.Signals, code: number, io: Io): void {
  process.once(signal, () => {
    removeUnfinished(io)
    process.exit(code)
  })
}
