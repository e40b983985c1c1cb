import type { CommissionLine, CommissionTotals } from '../../commission/index.js'
import { attempt, periodRange } from '../../kernel/index.js'
import { formatPath, show } from '../../kernel/input/issue.js'
import { usage } from '../exit.js'
import { parseLine } from '../read/ndjson.js'
import type { RowFault } from '../read/table.js'
import { reasonOf, type Voice } from '../words.js'

/** A line that was read, or what is wrong with it. */
export type StrictLine =
  | { readonly payee: string; readonly totals: CommissionTotals }
  | { readonly faults: readonly RowFault[]; readonly payee?: string }

interface Reading {
  /** The totals that a line makes of those of its payee. */
  readonly add: (payee: string, line: CommissionLine) => CommissionTotals
  readonly period: string | undefined
  readonly ignored: readonly string[]
  readonly voice: Voice
}

/** Reads one line of JSON with all that it says. */
export function strictReader({ add, period, ignored, voice }: Reading) {
  const outside = dayOutside(period)
  return (text: string, number: number): StrictLine => {
    const parsed = parseLine(text)
    if ('fault' in parsed) return { faults: [fault('', 'VALUE_INVALID', parsed.fault)] }
    const { payee, ...given } = parsed.object
    if (typeof payee !== 'string' || payee === '' || payee.length > 200) {
      const reason = `got ${show(payee ?? null)}, expected a name of 1 to 200 characters.`
      return { faults: [fault('payee', 'VALUE_INVALID', reason)] }
    }
    const known = Object.entries(given).filter(([key]) => !ignored.includes(key))
    const line = { id: `line ${number}`, ...Object.fromEntries(known) } as unknown as CommissionLine
    const other = outside(line.date)
    if (other !== undefined) return { faults: [other], payee }
    const added = attempt(() => add(payee, line))
    if (added.ok) return { payee, totals: added.value }
    const faults = added.issues.map((issue) =>
      fault(formatPath(issue.path.slice(1)), issue.code, reasonOf(issue, voice)),
    )
    return { faults, payee }
  }
}

function fault(column: string, code: RowFault['code'], reason: string): RowFault {
  return { column, code, reason }
}

/** What is wrong with a day that is not in the period; without a period every day is right. */
function dayOutside(period: string | undefined) {
  if (period === undefined) return () => undefined
  const { from, to } = rangeOf(period)
  return (date: unknown): RowFault | undefined =>
    typeof date !== 'string' || (date >= from && date <= to)
      ? undefined
      : fault('date', 'LINE_OUTSIDE_PERIOD', `got ${date}, which is not in ${period}.`)
}

/** The first and the last day of `--period`. */
export function rangeOf(period: string): { readonly from: string; readonly to: string } {
  const range = attempt(() => periodRange(period))
  if (range.ok) return range.value
  throw usage(`--${range.issues[0]?.message ?? ''}`)
}
