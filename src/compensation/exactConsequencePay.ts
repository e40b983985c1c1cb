import type { Consequence } from '../grading/index.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE, PERIOD_DUPLICATE, TOO_MANY_ENTRIES } from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import type { ExactCompensationPlan, ExactPayRule } from './exactCompensationPlan.js'
import {
  A_MONTH,
  ATTENDED_MORE_THAN_DUE,
  START_OF_BASE_PAY_MISSING,
  UNIT_OF_OTHER_PAY,
  WEEK_HAS_NO_MONTHS,
} from './issues.js'

/** Days, both ends included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** What consequences are paid by, as it was read. */
export interface ExactConsequencePay {
  readonly payee: string | null
  readonly period: time.AnyPeriod
  readonly employment: Days
  /** The oldest first. */
  readonly salaries: readonly Salary[]
  /** By month. */
  readonly attendance: ReadonlyMap<string, Attended>
  readonly consequences: readonly ExactConsequence[]
}

export interface Salary extends time.Span {
  readonly monthly: fraction.Fraction
}

export interface Attended {
  readonly attended: fraction.Fraction
  readonly due: fraction.Fraction
}

/** A consequence that was read, and how the plan pays it. */
export interface ExactConsequence extends Pick<Consequence, 'kind' | 'clause' | 'periods'> {
  readonly pay: ExactPayRule | null
  /** The period that earned it. */
  readonly earned: time.ExactPeriod
  readonly value: fraction.Fraction
  /** The days on which it holds, for base pay: without an end until the last day that there is. */
  readonly holds: Days | null
  /** How many months of base salary a value of 1 is by its unit. */
  readonly unitMonths: bigint
}

const AT = ['input']
const KEYS = ['payee', 'period', 'baseSalary', 'employment', 'attendance', 'consequences']
/** Each looks at all salaries; a person has a few dozen in a career. */
const MOST_CONSEQUENCES = 10_000
const EVER: Days = { from: time.FIRST_DATE, to: time.LAST_DATE }

export function readConsequencePay(
  value: unknown,
  plan: ExactCompensationPlan,
): ExactConsequencePay {
  const issues: Issue[] = []
  const fields = read.fields(value, AT, KEYS, issues)
  issue.refuseIfAny(issues)
  const { required, optional } = read.of(fields as read.Fields, AT, issues)
  const known = {
    payee: optional('payee', read.name) ?? null,
    period: required('period', read.anyPeriod),
    salaries: required('baseSalary', readSalaries),
    employment: optional('employment', readEmployment) ?? EVER,
    attendance: optional('attendance', readAttendance) ?? new Map(),
    consequences: required('consequences', (rows, path, found) =>
      readConsequences(rows, path, plan, found),
    ),
  }
  issue.refuseIfAny(issues)
  return known as ExactConsequencePay
}

const NOT_NEGATIVE = { minimum: fraction.ZERO }

function readSalaries(value: unknown, path: Path, issues: Issue[]): readonly Salary[] {
  if (typeof value !== 'object' || value === null || decimal.isDecimal(value)) {
    const monthly = read.within(value, path, issues, NOT_NEGATIVE) ?? fraction.ZERO
    return [{ from: time.FIRST_DATE, to: null, monthly }]
  }
  const rows = (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['from', 'monthly'], issues)
    if (fields === undefined) return []
    const from = read.date(fields['from'], [...at, 'from'], issues)
    const monthly = read.within(fields['monthly'], [...at, 'monthly'], issues, NOT_NEGATIVE)
    return from === undefined || monthly === undefined
      ? []
      : [{ from, to: null, monthly, path: at }]
  })
  return time.timeline(rows, issues)
}

function readEmployment(value: unknown, path: Path, issues: Issue[]): Days | undefined {
  const fields = read.fields(value, path, ['from', 'to'], issues)
  if (fields === undefined) return undefined
  const { from, to } = fields
  return read.closedSpan({ from: from ?? EVER.from, to: to ?? EVER.to }, path, issues)
}

function readAttendance(
  value: unknown,
  path: Path,
  issues: Issue[],
): ReadonlyMap<string, Attended> {
  const months = new Map<string, Attended>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, ['month', 'attended', 'due'], issues)
    if (fields === undefined) continue
    const month = readMonth(fields['month'], [...at, 'month'], issues)
    const due = read.within(fields['due'], [...at, 'due'], issues, NOT_NEGATIVE)
    const attended = read.within(fields['attended'], [...at, 'attended'], issues, NOT_NEGATIVE)
    if (month === undefined || due === undefined || attended === undefined) continue
    if (fraction.compare(attended, due) > 0) {
      const params = { given: write.decimal(attended), maximum: write.decimal(due) }
      issue.add(issues, issue.at(ATTENDED_MORE_THAN_DUE, [...at, 'attended'], params))
    }
    if (months.has(month)) issue.add(issues, issue.at(PERIOD_DUPLICATE, at, { id: month }))
    months.set(month, { attended, due })
  }
  return months
}

function readMonth(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const at = read.period(value, path, issues)
  if (at === undefined) return undefined
  if (at.unit === 'month') return time.writePeriod(at)
  issue.add(issues, issue.invalid(value, path, A_MONTH))
  return undefined
}

function readConsequences(
  value: unknown,
  path: Path,
  plan: ExactCompensationPlan,
  issues: Issue[],
): ExactConsequence[] {
  const length = read.length(value, path, issues) ?? 0
  if (length > MOST_CONSEQUENCES)
    return issue.refuse(TOO_MANY_ENTRIES, path, { limit: MOST_CONSEQUENCES })
  const seen = new Set<string>()
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const one = readConsequence(row, at, plan, issues)
    if (one === undefined) return []
    const id = JSON.stringify([one.kind, one.periods])
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, at, { id: one.kind }))
    seen.add(id)
    return [one]
  })
}

const CONSEQUENCE_KEYS = [
  ...['kind', 'clause', 'periods', 'period', 'value', 'unit'],
  ...['from', 'until', 'endedBy', 'state'],
]

function readConsequence(
  row: unknown,
  path: Path,
  plan: ExactCompensationPlan,
  issues: Issue[],
): ExactConsequence | undefined {
  const before = issues.length
  const fields = read.fields(row, path, CONSEQUENCE_KEYS, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const kind = required('kind', read.name)
  const clause = required('clause', read.name)
  const periods = required('periods', readPeriods)
  const at = required('period', read.period)
  const value = required('value', read.decimal)
  const unit = required('unit', (word, where, found) => read.word(word, where, UNITS, found))
  const pay = plan.rules.get(kind ?? '') ?? null
  if (pay !== null && unit !== undefined) checkUnit(pay, unit, [...path, 'unit'], issues)
  const holds = pay?.rule.pays === 'base-pay' ? readHolds(fields, path, issues) : null
  if (at?.unit === 'week' && countsMonths(pay)) {
    const params = { given: time.writePeriod(at) }
    issue.add(issues, issue.at(WEEK_HAS_NO_MONTHS, [...path, 'period'], params))
  }
  if (issues.length > before) return undefined
  const earned = time.rangeOf(at as time.PeriodPosition)
  const unitMonths = unit === 'quarters-of-base-salary' ? 3n : 1n
  return { kind, clause, periods, pay, earned, value, holds, unitMonths } as ExactConsequence
}

const UNITS = [
  'days',
  'ratio',
  'months-of-base-salary',
  'quarters-of-base-salary',
  'measure',
] as const
const UNITS_OF: Readonly<Record<ExactPayRule['rule']['pays'], readonly string[]>> = {
  bonus: ['months-of-base-salary', 'quarters-of-base-salary'],
  'base-pay': ['ratio'],
  leave: ['days'],
}

/** A part of a salary is no number of days. */
function checkUnit({ rule }: ExactPayRule, unit: string, path: Path, issues: Issue[]): void {
  const units = UNITS_OF[rule.pays]
  if (units.includes(unit)) return
  const params = { given: unit, expected: units.join(', '), id: rule.kind }
  issue.add(issues, issue.at(UNIT_OF_OTHER_PAY, path, params))
}

function countsMonths(pay: ExactPayRule | null): boolean {
  if (pay === null || pay.rule.pays === 'base-pay') return false
  const { rule } = pay
  return (
    rule.proration.startsWith('month') || (rule.pays === 'bonus' && rule.attendance !== 'ignore')
  )
}

function readPeriods(value: unknown, path: Path, issues: Issue[]): string[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = read.period(row, [...path, index], issues)
    return at === undefined ? [] : [time.writePeriod(at)]
  })
}

function readHolds(fields: read.Fields, path: Path, issues: Issue[]): Days | null {
  const { optional } = read.of(fields, path, issues)
  if ((fields['from'] ?? null) === null) {
    issue.add(issues, issue.at(START_OF_BASE_PAY_MISSING, [...path, 'from'], {}))
    return null
  }
  const from = optional('from', read.period)
  const until = optional('until', read.period)
  if (from === undefined) return null
  const to = until === undefined ? time.LAST_DATE : time.rangeOf(until).to
  return read.closedSpan({ from: time.rangeOf(from).from, to }, path, issues) ?? null
}
