import { Writable } from 'node:stream'
import { VERSION } from '../kernel/policy/version.js'
import { meant, readArgs } from './args.js'
import type { Program } from './command.js'
import { EXIT, type ExitCode, Failure, usage } from './exit.js'
import { helpOf, helpOfAll } from './help.js'
import { harmless, type Io, notWritten, painted, put, say } from './io.js'
import { removeUnfinished } from './write/output.js'

/** Runs a command line of a program, and says with which code to end. It never throws. */
export async function run(args: readonly string[], io: Io, program: Program): Promise<ExitCode> {
  try {
    return await runCommand(args, io, program)
  } catch (error) {
    return report(error, io)
  } finally {
    removeUnfinished(io)
  }
}

async function runCommand(args: readonly string[], io: Io, program: Program): Promise<ExitCode> {
  const [name = '', ...rest] = args
  if (name === '--version' || name === '-v') return show(`${VERSION}\n`, io)
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0))
    return show(helpOfAll(program), io)
  if (name === '') {
    io.stderr.write(helpOfAll(program))
    return EXIT.usage
  }
  return name === 'help'
    ? runNamed([rest[0] ?? '', '--help'], io, program)
    : runNamed(args, io, program)
}

async function runNamed(
  [name = '', ...args]: readonly string[],
  io: Io,
  program: Program,
): Promise<ExitCode> {
  const { commands } = program
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (listed === undefined)
    throw usage(
      `There is no command "${name}".${meant(name, Object.keys(commands))}`,
      'sales-rules --help lists them.',
    )
  const { command } = await listed.load()
  const given = readArgs(name, command, args)
  if (given.has('help')) return show(helpOf(name, command, program), io)
  return command.run(given, given.has('quiet') ? quiet(io) : io)
}

async function show(text: string, io: Io): Promise<ExitCode> {
  await put(io.stdout, text).catch((error: unknown) => {
    throw notWritten(error, 'standard output')
  })
  return EXIT.done
}

/** What is wrong is said all the same: by `report`, which has the other one. */
function quiet(io: Io): Io {
  return { ...io, stderr: SILENT }
}

const SILENT = new Writable({ write: (_data, _encoding, done) => done() })

function report(error: unknown, io: Io): ExitCode {
  if (!(error instanceof Failure)) {
    sayError(`this is a fault of sales-rules: ${textOf(error)}`, io)
    return EXIT.internal
  }
  if (error.message !== '') sayError(error.message, io)
  if (error.fix !== '') say(io, error.fix)
  return error.exit
}

function sayError(message: string, io: Io): void {
  io.stderr.write(`${painted(io, 'error:')} ${harmless(message)}\n`)
}

/** Without a trace: that is no use to whoever pays people. */
function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
