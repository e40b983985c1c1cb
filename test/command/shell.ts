import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { type Io, run, SALES_RULES } from '../../src/command/index.js'

/** A folder with files, and the command in it, in this process. */
export interface Shell {
  readonly folder: string
  readonly write: (name: string, content: string | Uint8Array) => string
  readonly read: (name: string) => string
  readonly run: (line: string | readonly string[], around?: Around) => Promise<Ran>
  readonly remove: () => void
}

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What is around a run, where it is not a pipe with nothing in it. */
interface Around {
  readonly stdin?: string | readonly Uint8Array[]
  readonly isTerminal?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** The error of the first write to standard output. */
  readonly failing?: string
  readonly clock?: () => number
}

export function shell(files: Readonly<Record<string, string | Uint8Array>> = {}): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'sales-rules-command-'))
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return name
  }
  for (const [name, content] of Object.entries(files)) write(name, content)
  return {
    folder,
    write,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    run: (line, around = {}) => runIn(folder, line, around),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

async function runIn(
  folder: string,
  line: string | readonly string[],
  around: Around,
): Promise<Ran> {
  const { stdin = '', isTerminal = false, env = {}, failing, clock = () => 0 } = around
  const [out, err] = [collected(isTerminal, failing), collected(isTerminal)]
  const io: Io = {
    stdin: Object.assign(chunksOf(stdin), { isTTY: isTerminal }),
    stdout: out.stream,
    stderr: err.stream,
    env,
    folder,
    clock,
    unfinished: new Set(),
  }
  const code = await run(typeof line === 'string' ? wordsOf(line) : line, io, SALES_RULES)
  return { code, out: out.text(), err: err.text() }
}

async function* chunksOf(stdin: string | readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  if (typeof stdin === 'string') yield Buffer.from(stdin)
  else yield* stdin
}

function collected(isTTY: boolean, failing?: string) {
  const parts: Buffer[] = []
  const stream = new Writable({
    write: (data: Buffer, _encoding, done) => {
      if (failing !== undefined) return done(Object.assign(new Error(failing), { code: failing }))
      parts.push(data)
      return done()
    },
  })
  stream.on('error', () => {})
  return { stream: Object.assign(stream, { isTTY }), text: () => Buffer.concat(parts).toString() }
}

/** The words of a command line, as a shell parts them: by blanks that are not in quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(
      /"([^"]*)"|'([^']*)'/g,
      (_, double?: string, single?: string) => double ?? single ?? '',
    ),
  )
}

/** Orders of two payees: Ann sold for 1,500,000.50, Ben for 700,000. */
export const ORDERS = 'id,payee,amount\nO-1,Ann,900000\nO-2,Ben,700000\nO-3,Ann,600000.50\n'
