#!/usr/bin/env node
import { EXIT } from './exit.js'
import type { Io } from './io.js'
import { run } from './run.js'
import { removeUnfinished } from './write/output.js'

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: process.cwd(),
  clock: () => performance.now(),
  unfinished: new Set(),
}

/** Ends at once: what was begun is removed, and what is written is whole. */
function endBy(signal: NodeJS.Signals, code: number): void {
  process.once(signal, () => {
    removeUnfinished(io)
    process.exit(code)
  })
}

endBy('SIGINT', EXIT.interrupted)
endBy('SIGTERM', EXIT.terminated)

// A write that fails is told to whoever made it; a stream that nobody listens to would end the process with a trace.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const code = await run(process.argv.slice(2), io)
// What still waits to be read (standard input, say) is not waited for; what is still to be written is.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
