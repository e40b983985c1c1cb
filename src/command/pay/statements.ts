import {
  type CommissionLine,
  type CommissionLinesInput,
  type CommissionStatement,
  calculateCommission,
  type DefinedCommissionPlan,
} from '../../commission/index.js'
import { attempt, type Issue, type Path } from '../../kernel/index.js'
import { formatPath } from '../../kernel/input/issue.js'
import type { Row, RowFault } from '../read/table.js'
import { type Rejected, whyRefused } from '../rejected.js'
import { reasonOf, type Voice } from '../words.js'
import type { Payees } from './payees.js'
import { lineOf, PLAIN, type TakeLine } from './sales.js'

/** A payee who is paid: by which input, and how it came about. */
export interface PaidPayee {
  readonly payee: string
  readonly input: CommissionLinesInput
  readonly statement: CommissionStatement
}

/** By which plan, in which language, and where what is refused goes. */
export interface Judging {
  readonly plan: DefinedCommissionPlan
  readonly voice: Voice
}

/** The lines of one payee, and the rows that they came from. */
interface Kept {
  readonly lines: CommissionLine[]
  readonly rows: Row[]
}

/** Keeps the lines of each payee together, in the order of the file, and pays them when all are there. */
export function keepLines(judging: Judging) {
  const kept = new Map<string, Kept>()
  const take: TakeLine = (payee, row) => {
    const line = lineOf(row)
    const faults = isPlain(row) ? [] : faultsAlone(line, judging)
    if (faults.length > 0) return faults
    const own = kept.get(payee)
    if (own === undefined) kept.set(payee, { lines: [line], rows: [row] })
    own?.lines.push(line)
    own?.rows.push(row)
    return faults
  }
  const pay = (payees: Payees, rejected: Rejected): PaidPayee[] =>
    [...kept].flatMap(([payee, own]) => {
      const input = { ...payees.factsOf(payee), payee }
      return payOne(input, own, judging, rejected)
    })
  return { take, pay }
}

const FIGURES = ['amount', 'cost', 'tax', 'listPrice', 'quantity'] as const

/** Whether no figure of a row can be wrong. */
function isPlain({ values }: Row): boolean {
  return FIGURES.every((field) => {
    const value = values[field]
    if (value === undefined) return field !== 'amount'
    return typeof value === 'string' && PLAIN.test(value)
  })
}

/** What is wrong with a line whoever it is of: found at once, so that a column of wrong figures is read once. */
function faultsAlone(line: CommissionLine, { plan, voice }: Judging): RowFault[] {
  const alone = attempt(() => calculateCommission({ lines: [line], target: '1' }, plan))
  if (alone.ok) return []
  return alone.issues.flatMap((issue) => (lineAt(issue.path) === -1 ? [] : [faultOf(issue, voice)]))
}

/** Rows that the rule refuses are set aside, and it looks at the others without them. */
function payOne(
  facts: Omit<CommissionLinesInput, 'lines'> & { readonly payee: string },
  kept: Kept,
  { plan, voice }: Judging,
  rejected: Rejected,
): PaidPayee[] {
  let { lines, rows } = kept
  while (lines.length > 0) {
    const input = { ...facts, lines }
    const outcome = attempt(() => calculateCommission(input, plan))
    if (outcome.ok) return [{ payee: facts.payee, input, statement: outcome.value }]
    const wrong = new Set(outcome.issues.map(({ path }) => lineAt(path)).filter((at) => at !== -1))
    if (wrong.size === 0) {
      rejected.addPayee(facts.payee, whyRefused(outcome.issues, voice))
      return []
    }
    for (const at of wrong) {
      const own = outcome.issues.filter(({ path }) => lineAt(path) === at)
      const row = rows[at]
      if (row !== undefined)
        rejected.addRow(
          row,
          own.map((issue) => faultOf(issue, voice)),
          facts.payee,
        )
    }
    lines = lines.filter((_, at) => !wrong.has(at))
    rows = rows.filter((_, at) => !wrong.has(at))
  }
  return []
}

/** The place of the line that a path leads to; −1 where it leads elsewhere. */
function lineAt([first, at]: Path): number {
  return first === 'lines' && typeof at === 'number' ? at : -1
}

function faultOf(issue: Issue, voice: Voice): RowFault {
  return {
    column: formatPath(issue.path.slice(2)),
    code: issue.code,
    reason: reasonOf(issue, voice),
  }
}
