import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactPart, wholeParts } from './exactSplit.js'
import { type ExactTargetPlan, exactTargetPlan } from './exactTargetPlan.js'
import { GOAL_UNKNOWN, RESULT_TOO_LATE } from './issues.js'
import type { DefinedTargetPlan, GoalPeriod, GoalResults, GoalsReached } from './types.js'

/**
 * Says which small goals on the way were reached, such as deals a week, and on which day each of them was (TAR-6).
 *
 * Each week, or month, that ends in the period is looked at whole, so that none is counted twice in two periods. A goal is reached on the first day
 * by which its results add up to it, and stays reached. Until its week is over it is open, and then missed. Results outside are counted as such. One
 * that cannot be read, of a goal that the plan does not have, below 0 or after the day on which you ask, is named in `notCounted`, and the others
 * go on.
 *
 * @throws SalesRulesError `DATE_INVALID`, `PERIOD_INVALID`, `VALUE_MISSING`, `POLICY_NOT_DEFINED`.
 *
 * @example Three deals a week, in the second and third week of January
 * ```ts
 * import { handbook, measureGoals } from 'sales-rules'
 *
 * const results = ['2026-01-05', '2026-01-06', '2026-01-08', '2026-01-13'].map((date) => ({ goal: 'deals', date, amount: 1 }))
 * const { goals } = measureGoals({ period: '2026-01', asOf: '2026-01-14', results }, handbook.targets)
 * goals[0]?.periods[1] // => { period: '2026-W02', from: '2026-01-05', to: '2026-01-11', actual: '3', state: 'reached', reachedOn: '2026-01-08', remaining: null }
 * goals[0]?.periods[2]?.state // => 'open'
 * goals[0]?.periods[2]?.remaining // => '2'
 * ```
 */
export function measureGoals(input: GoalResults, plan: DefinedTargetPlan): GoalsReached {
  const exact = exactTargetPlan(plan)
  return writeGoals(readResults(input, exact), exact)
}

interface ExactResults {
  readonly owner: string | null
  readonly period: time.AnyPeriod
  readonly asOf: string
  /** From the first day to the last. */
  readonly results: readonly Result[]
  readonly notCounted: GoalsReached['notCounted']
}

interface Result {
  readonly goal: string
  readonly date: string
  readonly amount: fraction.Fraction
}

type ExactGoal = ExactTargetPlan['goals'][number]

function readResults(input: unknown, { goals }: ExactTargetPlan): ExactResults {
  const issues: Issue[] = []
  const path = ['input']
  const fields = read.fields(input, path, ['owner', 'period', 'asOf', 'results'], issues) ?? {}
  const { required, optional } = read.of(fields, path, issues)
  const owner = optional('owner', read.name) ?? null
  const period = required('period', read.anyPeriod)
  const asOf = required('asOf', read.date)
  const list = required('results', read.array) ?? []
  issue.refuseIfAny(issues)
  const known = goals.map(({ id }) => id)
  const results: Result[] = []
  const notCounted: GoalsReached['notCounted'][number][] = []
  for (const [index, row] of list.entries()) {
    const found: Issue[] = []
    const result = readResult(row, [...path, 'results', index], known, found)
    if (result !== undefined && result.date > (asOf as string)) {
      const params = { from: result.date, to: asOf as string }
      found.push(issue.at(RESULT_TOO_LATE, [...path, 'results', index, 'date'], params))
    }
    if (result === undefined || found.length > 0) notCounted.push({ index, issues: found })
    else results.push(result)
  }
  results.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  return { owner, period: period as time.AnyPeriod, asOf: asOf as string, results, notCounted }
}

function readResult(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): Result | undefined {
  const fields = read.fields(value, path, ['goal', 'date', 'amount'], issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const goal = required('goal', read.name)
  const date = required('date', read.date)
  const amount = required('amount', (given, at, found) =>
    read.within(given, at, found, { minimum: fraction.ZERO }),
  )
  if (goal !== undefined && !known.includes(goal)) {
    const params = { given: issue.show(goal), known, suggestion: issue.closest(goal, known) }
    issue.add(issues, issue.at(GOAL_UNKNOWN, [...path, 'goal'], params))
  }
  if (goal === undefined || date === undefined || amount === undefined) return undefined
  return { goal, date, amount }
}

/** What was reached in a week or a month, and the day by which it was enough. */
interface Reached {
  readonly actual: fraction.Fraction
  readonly on: string | null
}

/** Of each part; the results are in order, and each is looked at once. */
function computeReached(
  { amount: needed }: ExactGoal,
  parts: readonly ExactPart[],
  results: readonly Result[],
): Reached[] {
  let next = 0
  return parts.map(({ from, to }) => {
    let actual = fraction.ZERO
    let on: string | null = null
    for (
      let result = results[next];
      result !== undefined && result.date <= to;
      result = results[next]
    ) {
      next += 1
      if (result.date < from) continue
      actual = fraction.add(actual, result.amount)
      if (on === null && fraction.compare(actual, needed) >= 0) on = result.date
    }
    return { actual, on }
  })
}

function writeGoals(input: ExactResults, { goals, policy }: ExactTargetPlan): GoalsReached {
  const { owner, period, asOf, results, notCounted } = input
  let counted = 0
  const written = goals.map((goal) => {
    const own = results.filter((result) => result.goal === goal.id)
    const parts = wholeParts(period, goal.per, ['input', 'period'])
    const [first, last] = [parts[0]?.from ?? '', parts.at(-1)?.to ?? '']
    counted += own.filter(({ date }) => first <= date && date <= last).length
    const reached = computeReached(goal, parts, own)
    const periods = parts.map((part, at) => writePeriod(goal, part, reached[at] as Reached, asOf))
    return {
      id: goal.id,
      per: goal.per,
      amount: write.decimal(goal.amount),
      reached: periods.filter(({ state }) => state === 'reached').length,
      of: periods.filter(({ state }) => state !== 'open').length,
      periods,
    }
  })
  return {
    owner,
    period: time.writeAnyPeriod(period),
    asOf,
    goals: written,
    outside: results.length - counted,
    notCounted,
    policy,
    clauses: ['TAR-6'],
  }
}

function writePeriod(
  { amount }: ExactGoal,
  { name, from, to }: ExactPart,
  { actual, on }: Reached,
  asOf: string,
): GoalPeriod {
  const waiting = asOf > to ? 'missed' : 'open'
  return {
    period: name,
    from,
    to,
    actual: write.decimal(actual),
    state: on === null ? waiting : 'reached',
    reachedOn: on,
    remaining: on === null ? write.decimal(fraction.subtract(amount, actual)) : null,
  }
}
