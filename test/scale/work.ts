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
  const parts = Array.from({ length: size.parts }, (_, part) => {
    const file = join(folder, `part-${part}.ndjson`)
    writeFileSync(file, '')
    for (const text of textsOf(part, size)) {
      appendFileSync(file, text)
      appendFileSync(lines, text)
    }
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

/** Written at once. A whole part may be longer than a text can be. */
const LINES_OF_TEXT = 100_000

function* textsOf(part: number, { lines, parts, payees, hasFirstOrders }: Size) {
  const length = Math.ceil(lines / parts)
  const end = Math.min((part + 1) * length, lines)
  for (let first = part * length; first < end; first += LINES_OF_TEXT)
    yield Array.from({ length: Math.min(LINES_OF_TEXT, end - first) }, (_, index) =>
      lineOf(first + index, payees, hasFirstOrders),
    ).join('')
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
