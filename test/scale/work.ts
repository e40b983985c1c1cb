/** The order lines that every engine pays, and what a single process pays on them. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { output } from './processes.js'

const COMMAND = fileURLToPath(new URL('../../dist/command.js', import.meta.url))

export const TARGET = '650000'

/** A folder of its own, in which `sales-rules` is a command, as it is where the package is installed. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sales-rules-${name}-`))
  mkdirSync(join(folder, 'bin'))
  symlinkSync(COMMAND, join(folder, 'bin', 'sales-rules'))
  process.env['PATH'] = `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`
  return folder
}

export function salesRules(...args: readonly string[]): string {
  return output('sales-rules', [...args, '--quiet'])
}

export interface Work {
  /** The handbook's plan, packed. */
  readonly plan: string
  /** All lines in one file, and the same in parts. */
  readonly lines: string
  readonly parts: readonly string[]
  /** What a single process makes of all lines: lines of JSON, one for each payee. */
  readonly paid: string
}

interface Size {
  readonly lines: number
  readonly parts: number
  readonly payees: number
  /** Whether some lines are first orders, which may earn an award, so that a state is more than a sum. */
  readonly hasFirstOrders: boolean
}

export function makeWork(folder: string, size: Size): Work {
  const [plan, lines] = [join(folder, 'plan.json'), join(folder, 'lines.ndjson')]
  const [states, paid] = [join(folder, 'single.states.ndjson'), join(folder, 'single.paid.ndjson')]
  salesRules('pack', 'handbook', '--output', plan)
  writeFileSync(lines, '')
  // One part at a time: together they may be longer than a text can be.
  const parts = Array.from({ length: size.parts }, (_, part) => {
    const [file, text] = [join(folder, `part-${part}.ndjson`), linesOf(part, size)]
    writeFileSync(file, text)
    appendFileSync(lines, text)
    return file
  })
  salesRules('partial', plan, lines, '--output', states)
  salesRules('finish', plan, states, '--target', TARGET, '--output', paid)
  return { plan, lines, parts, paid: readFileSync(paid, 'utf8') }
}

/** Names that a text, a shell, a quote or an order of letters may trip over. */
export const NAMES = [
  'Ann "A" Lee',
  "O'Neil",
  '张三',
  '張三',
  'Zoë',
  '🙂',
  'ﬁ',
  'A\\B',
  'a\u2028b',
  'A/B',
]

function linesOf(part: number, { lines, parts, payees, hasFirstOrders }: Size): string {
  const length = Math.ceil(lines / parts)
  const first = part * length
  const texts = Array.from({ length: Math.min(length, lines - first) }, (_, index) =>
    lineOf(first + index, payees, hasFirstOrders),
  )
  return texts.join('')
}

/** Every tenth is a refund; numbers are drawn by multiples of primes, so that they are the same everywhere. */
function lineOf(at: number, payees: number, hasFirstOrders: boolean): string {
  const number = (at * 7919) % payees
  const payee = NAMES[number] ?? `E-${number}`
  const isFirst = hasFirstOrders && at % 97 === 0
  const cents = ((at * 104729) % 2000003) + (isFirst ? 100000000 : 1)
  const sign = at % 10 === 9 && !isFirst ? '-' : ''
  const amount = `${sign}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  return `${JSON.stringify({ id: `O-${at}`, payee, amount, ...(isFirst && { firstOrder: true }) })}\n`
}

/** Lines of results in the order of names in which a single process writes them. */
export function sorted(results: string): string {
  const lines = results.trimEnd().split('\n')
  const nameOf = (line: string): string => JSON.parse(line).payee
  const keyed = lines.map((line) => [nameOf(line), line] as const)
  keyed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return keyed.map(([, line]) => `${line}\n`).join('')
}

/** Fails where what was paid is not what a single process pays, byte for byte. */
export function requireSame(results: string, { paid }: Work, what: string): void {
  if (results === paid) return
  const [lines, expected] = [results.split('\n'), paid.split('\n')]
  const at = expected.findIndex((line, place) => line !== lines[place])
  throw new Error(
    `${what}: ${lines.length - 1} results instead of ${expected.length - 1}; line ${at + 1} is\n  ${lines[at]}\nand not\n  ${expected[at]}`,
  )
}
