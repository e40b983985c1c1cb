import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import {
  RESULT_MISSING,
  RESULT_OF_OTHER_LINES,
  RESULT_OF_OTHER_POLICY,
  RESULT_OF_OTHER_SALES,
  RESULT_TWICE,
  RESULT_UNKNOWN,
} from '../issues.js'
import { requireIterable } from '../requireIterable.js'
import type { CountedSide, PayeeCount, Reconciliation } from './types.js'

/**
 * Says whether a distributed run lost nothing and paid nobody twice: whether each payee of the states that went into a shuffle came out of it
 * once, with as many lines and the same sales, by one policy.
 *
 * The classical fault is a hash that differs between workers: each of two gets half of a payee's lines and pays half a scale, without an
 * error. All counts and sums are right then; that the payee came out twice is what shows it.
 *
 * @throws SalesRulesError `VALUE_MISSING`, `VALUE_INVALID`, `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE` for a row that is no count of a payee.
 *
 * @example Two workers were each given half of a payee
 * ```ts
 * import { reconcile } from 'sales-rules/batch'
 *
 * const states = [
 *   { payee: 'Ann', lines: 2, sales: '900000' },
 *   { payee: 'Ann', lines: 1, sales: '600000' },
 * ]
 * const { reconciled, issues } = reconcile(states, states)
 * reconciled // => false
 * issues[0]?.params // => { reason: 'twice', payee: 'Ann' }
 * reconcile(states, [{ payee: 'Ann', lines: 3, sales: '1500000' }]).reconciled // => true
 * ```
 */
export function reconcile(
  states: Iterable<PayeeCount>,
  results: Iterable<PayeeCount>,
): Reconciliation {
  const found = collectIssues()
  const look = onePolicy(found.add)
  const before = readCounts(states, 'states', look)
  const after = readCounts(results, 'results', look)
  for (const [payee, count] of after.byPayee)
    compare(payee, count, before.byPayee.get(payee), found.add)
  for (const [payee, { lines }] of before.byPayee) {
    if (after.byPayee.has(payee)) continue
    found.add(issue.at(RESULT_MISSING, ['results'], { payee, expected: String(lines) }))
  }
  const { issues, count } = found
  return {
    reconciled: count() === 0,
    payees: before.byPayee.size,
    states: before.side,
    results: after.side,
    issues,
    found: count(),
  }
}

/** What one side says of a payee. */
interface Count {
  readonly rows: number
  readonly lines: number
  readonly sales: Fraction
  /** The place of the last of its rows. */
  readonly path: Path
}

interface Given extends Count {
  readonly payee: string
  readonly policy: string | undefined
}

type AddIssue = (issue: Issue) => void

/** More would tell nobody anything. */
function collectIssues() {
  const issues: Issue[] = []
  let count = 0
  const add: AddIssue = (one) => {
    count += 1
    if (issues.length < issue.MOST_ISSUES) issues.push(one)
  }
  return { issues, add, count: () => count }
}

/** The policy of the first row that names one is that of all. */
function onePolicy(add: AddIssue) {
  let expected: string | undefined
  return ({ payee, policy, path }: Given) => {
    if (policy === undefined) return
    expected ??= policy
    if (policy === expected) return
    const params = { payee, given: policy, expected }
    add(issue.at(RESULT_OF_OTHER_POLICY, [...path, 'policy'], params))
  }
}

function compare(
  payee: string,
  { rows, lines, sales, path }: Count,
  expected: Count | undefined,
  add: AddIssue,
): void {
  if (rows > 1) add(issue.at(RESULT_TWICE, path, { payee }))
  if (expected === undefined) {
    add(issue.at(RESULT_UNKNOWN, path, { payee }))
    return
  }
  if (lines !== expected.lines) {
    const params = { payee, given: String(lines), expected: String(expected.lines) }
    add(issue.at(RESULT_OF_OTHER_LINES, [...path, 'lines'], params))
  }
  if (fraction.compare(sales, expected.sales) !== 0) {
    const params = { payee, given: write.decimal(sales), expected: write.decimal(expected.sales) }
    add(issue.at(RESULT_OF_OTHER_SALES, [...path, 'sales'], params))
  }
}

interface Read {
  readonly byPayee: ReadonlyMap<string, Count>
  readonly side: CountedSide
}

/** Reads one side, and adds up the rows of each payee. */
function readCounts(
  rows: Iterable<PayeeCount>,
  name: 'states' | 'results',
  look: (given: Given) => void,
): Read {
  requireIterable(rows, [name])
  const byPayee = new Map<string, Count>()
  let all: Count = { rows: 0, lines: 0, sales: fraction.ZERO, path: [name] }
  for (const row of rows) {
    const given = readCount(row, [name, all.rows])
    look(given)
    byPayee.set(given.payee, add(byPayee.get(given.payee), given))
    all = add(all, given)
  }
  return {
    byPayee,
    side: { rows: all.rows, lines: all.lines, sales: write.decimal(all.sales) },
  }
}

function add(before: Count | undefined, { rows, lines, sales, path }: Given): Count {
  return {
    rows: rows + (before?.rows ?? 0),
    lines: lines + (before?.lines ?? 0),
    sales: fraction.add(sales, before?.sales ?? fraction.ZERO),
    path,
  }
}

const KEYS: readonly (keyof PayeeCount)[] = ['payee', 'lines', 'sales', 'policy']

function readCount(row: PayeeCount, path: Path): Given {
  const issues: Issue[] = []
  const fields = read.record(row, path, issues, KEYS)
  issue.refuseIfAny(issues)
  const at = (key: keyof PayeeCount) => [fields?.[key], [...path, key], issues] as const
  const payee = read.name(...at('payee')) ?? ''
  const lines = read.integer(...at('lines'), { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) ?? 0
  const sales = read.decimal(...at('sales')) ?? fraction.ZERO
  const policy = fields?.['policy'] === undefined ? undefined : read.name(...at('policy'))
  issue.refuseIfAny(issues)
  return { payee, rows: 1, lines, sales, policy, path }
}
