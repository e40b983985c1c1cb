import * as issue from '../kernel/input/issue.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactCompensationPlan, exactCompensationPlan } from './exactCompensationPlan.js'
import {
  type Attended,
  type Days,
  type ExactConsequence,
  type ExactConsequencePay,
  readConsequencePay,
  type Salary,
} from './exactConsequencePay.js'
import { ATTENDANCE_MISSING, SALARY_NOT_KNOWN } from './issues.js'
import type {
  BonusRule,
  ConsequencePay,
  ConsequencePayInput,
  DefinedCompensationPlan,
  LeaveRule,
  PaidConsequence,
  UnpaidConsequence,
} from './types.js'

/**
 * Says what follows from grades in money and days, for one payee and one period: bonuses (GRA-3), raises (GRA-4), cuts (GRA-6) and leave
 * (GRA-2). It takes the consequences as {@link gradeConsequences} lists them; what each kind pays is the plan's to say.
 *
 * - A bonus is `value` × months × the base salary × the part of the period served × the part of the days due that were worked. It is paid on
 *   the last day of the period that earned it, by the base salary of that day, or of the last day of employment.
 * - A raise or a cut is `value` × the base salary of each day on which it holds; a day is its part of its month. What has come since it began is
 *   rounded, and a period is paid what that gains in it: so the periods of any split of a year add up to the year, to the cent.
 * - Leave is given in days, on the last day of the period that earned it.
 *
 * Each is a part of the base salary given; raises do not add to one another. What the plan does not pay is named in `notPaid`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `POLICY_CONFLICT` for a unit that the plan does not pay so, or a week by months,
 *   `DATE_NOT_COVERED` before the first base salary, `FACT_MISSING` for attendance that counts, `ID_DUPLICATE` for a consequence that is given
 *   twice, `VALUE_MISSING` for base pay that does not say from when, …
 *
 * @example Two quarters at A, for somebody who joined in February
 * ```ts
 * import { gradeConsequences, handbook, payConsequences } from 'sales-rules'
 *
 * const history = [{ period: '2026-Q1', grade: 'A' }, { period: '2026-Q2', grade: 'A' }]
 * const consequences = gradeConsequences(history, handbook.grading)
 * const input = { period: '2026-H1', baseSalary: '8000', employment: { from: '2026-02-15' }, consequences }
 * const pay = payConsequences(input, handbook.compensation)
 * pay.lines.map(({ kind, period, served, amount }) => [kind, period, served?.counted, amount])
 * // => [['bonus', '2026-Q1', 45, '2000.00'], ['bonus', '2026-Q2', 91, '4000.00']]
 * pay.amount // => '6000.00'
 * pay.notPaid.map(({ kind, because }) => [kind, because]) // => [['commission-coefficient', 'no-rule']]
 * ```
 *
 * @example A cut after two quarters at C, and somebody who leaves on 10 August
 * ```ts
 * import { gradeConsequences, handbook, payConsequences } from 'sales-rules'
 *
 * const history = [{ period: '2026-Q1', grade: 'C' }, { period: '2026-Q2', grade: 'C' }]
 * const consequences = gradeConsequences(history, handbook.grading)
 * const input = { baseSalary: '6200', employment: { to: '2026-08-10' }, consequences }
 * const cut = (period: string) => payConsequences({ ...input, period }, handbook.compensation).amount
 * cut('2026-07') // => '-620.00'
 * cut('2026-08') // => '-200.00'
 * cut('2026-Q3') // => '-820.00'
 * ```
 */
export function payConsequences(
  input: ConsequencePayInput,
  plan: DefinedCompensationPlan,
): ConsequencePay {
  const exact = exactCompensationPlan(plan)
  const known = readConsequencePay(input, exact)
  return writePay(
    known.consequences.map((one) => payOf(one, known, exact)),
    known,
    exact,
  )
}

/** A consequence as it is paid, or why it is not. */
type Pay = Paid | UnpaidConsequence

interface Paid {
  readonly line: PaidConsequence
  /** In units of the currency. */
  readonly units: bigint
  /** Days of leave. */
  readonly leave: fraction.Fraction
}

function payOf(
  one: ExactConsequence,
  input: ExactConsequencePay,
  plan: ExactCompensationPlan,
): Pay {
  if (one.pay === null) return notPaid(one, 'no-rule')
  const { rule } = one.pay
  if (rule.pays === 'base-pay') return payBase(one, input, plan)
  return payOnce(one, rule, input, plan)
}

function notPaid(
  { kind, clause, earned }: ExactConsequence,
  because: UnpaidConsequence['because'],
): UnpaidConsequence {
  return { kind, clause, period: earned.name, because }
}

/** What is paid on one day: the last of the period that earned it. */
function payOnce(
  one: ExactConsequence,
  rule: BonusRule | LeaveRule,
  input: ExactConsequencePay,
  plan: ExactCompensationPlan,
): Pay {
  const { earned } = one
  if (earned.to < input.period.from || earned.to > input.period.to)
    return notPaid(one, 'other-period')
  const days = common(earned, input.employment)
  if (days === null) return notPaid(one, 'not-employed')
  if (rule.leavers === 'none' && days.to < earned.to) return notPaid(one, 'left')
  const served = servedOf(earned, days, rule.proration)
  const part = served === null ? fraction.ONE : partOf(served.counted, served.of)
  const share = fraction.multiply(one.value, part)
  const line = { ...writeLine(one, { from: earned.to, to: earned.to }), served }
  return rule.pays === 'leave'
    ? payLeave(one, share, rule, line)
    : payBonus(one, share, { rule, days, input, plan, line })
}

/** A line but for what it comes to. */
type Line = Omit<PaidConsequence, 'amount' | 'days' | 'baseSalary' | 'attendance' | 'unrounded'>

function writeLine(one: ExactConsequence, days: Days): Line {
  const { kind, clause, periods, earned, value, pay } = one
  const pays = pay?.rule.pays ?? 'bonus'
  const named = { kind, clause, periods, period: earned.name, pays, value: write.decimal(value) }
  return { ...named, ...days, served: null }
}

function payLeave(
  one: ExactConsequence,
  share: fraction.Fraction,
  { rounding }: LeaveRule,
  line: Line,
): Pay {
  const days = fraction.round(share, rounding)
  if (fraction.isZero(days)) return notPaid(one, 'nothing-due')
  const nothing = { amount: null, baseSalary: null, attendance: null }
  const written = { days: write.decimal(days), unrounded: write.decimal(share) }
  return { line: { ...line, ...nothing, ...written }, units: 0n, leave: days }
}

/** What a bonus is computed from, besides its value. */
interface BonusFacts {
  readonly rule: BonusRule
  /** The days of the period that were served. */
  readonly days: Days
  readonly input: ExactConsequencePay
  readonly plan: ExactCompensationPlan
  readonly line: Line
}

function payBonus(
  one: ExactConsequence,
  share: fraction.Fraction,
  { rule, days, input, plan, line }: BonusFacts,
): Pay {
  const attended = rule.attendance === 'ignore' ? null : attendedIn(days, input.attendance)
  const months = fraction.multiply(one.pay?.months ?? fraction.ONE, { n: one.unitMonths, d: 1n })
  const { monthly } = salaryOn(days.to, input.salaries)
  const worked = attended === null ? fraction.ONE : workedPart(attended)
  const exact = [months, monthly, worked].reduce(fraction.multiply, share)
  const units = toUnits(exact, plan)
  if (units === 0n) return notPaid(one, 'nothing-due')
  const attendance = attended && {
    attended: write.decimal(attended.attended),
    due: write.decimal(attended.due),
  }
  const money = writeMoney(units, { exact, monthly }, plan)
  return { line: { ...line, ...money, attendance }, units, leave: fraction.ZERO }
}

/** Nobody is absent from days of which none was due. */
function workedPart({ attended, due }: Attended): fraction.Fraction {
  return fraction.isZero(due) ? fraction.ONE : fraction.divide(attended, due)
}

/** What is paid day by day for as long as it holds. */
function payBase(
  one: ExactConsequence,
  input: ExactConsequencePay,
  plan: ExactCompensationPlan,
): Pay {
  const holds = one.holds as Days
  const employed = common(holds, input.employment)
  const paid = common(holds, input.period)
  if (paid === null) return notPaid(one, 'other-period')
  const days = employed && common(paid, employed)
  if (employed === null || days === null) return notPaid(one, 'not-employed')
  const toDate = (to: string) =>
    fraction.multiply(one.value, baseSalaryOf({ from: employed.from, to }, input.salaries))
  const exact = toDate(days.to)
  const before =
    days.from === employed.from ? 0n : toUnits(toDate(time.addDays(days.from, -1)), plan)
  const units = toUnits(exact, plan) - before
  if (units === 0n) return notPaid(one, 'nothing-due')
  const { monthly } = salaryOn(days.to, input.salaries)
  const money = writeMoney(units, { exact, monthly }, plan)
  const line = { ...writeLine(one, days), ...money, attendance: null }
  return { line, units, leave: fraction.ZERO }
}

/** What an amount is a part of, and what it was before rounding. */
interface Origin {
  readonly exact: fraction.Fraction
  readonly monthly: fraction.Fraction
}

function writeMoney(units: bigint, { exact, monthly }: Origin, plan: ExactCompensationPlan) {
  return {
    amount: write.fixed(units, plan.decimals),
    days: null,
    baseSalary: write.money(monthly, plan.currency),
    unrounded: write.decimal(exact),
  }
}

/** In units of the currency. */
function toUnits(amount: fraction.Fraction, { keeps, step, mode }: ExactCompensationPlan): bigint {
  return fraction.toUnits(amount, keeps, mode) * step
}

/** The days that two stretches share. */
function common(one: Days, other: Days): Days | null {
  const from = one.from > other.from ? one.from : other.from
  const to = one.to < other.to ? one.to : other.to
  return from > to ? null : { from, to }
}

function servedOf(
  period: time.ExactPeriod,
  served: Days,
  proration: BonusRule['proration'],
): PaidConsequence['served'] {
  if (proration === 'none') return null
  if (proration === 'day') return { counted: daysIn(served), of: daysIn(period) }
  const months = monthsIn(period)
  const counted = months.filter((month) => {
    const part = common(month, served)
    return part !== null && (proration === 'month-started' || daysIn(part) === daysIn(month))
  })
  return { counted: counted.length, of: months.length }
}

function daysIn({ from, to }: Days): number {
  return time.daysBetween(from, to) + 1
}

function monthsIn({ unit, position }: time.ExactPeriod): time.ExactPeriod[] {
  const count = unit === 'week' ? 0 : time.MONTHS[unit]
  return Array.from({ length: count }, (_, index) =>
    time.rangeOf({ unit: 'month', position: position * count + index }),
  )
}

function partOf(counted: number, of: number): fraction.Fraction {
  return { n: BigInt(counted), d: BigInt(of) }
}

/** Days worked of those due in the months that somebody served in. */
function attendedIn(served: Days, months: ReadonlyMap<string, Attended>): Attended {
  const sum = { attended: fraction.ZERO, due: fraction.ZERO }
  const last = served.to.slice(0, 7)
  for (let day = served.from; day.slice(0, 7) <= last; day = firstOfNext(day)) {
    const id = day.slice(0, 7)
    const month = months.get(id)
    if (month === undefined)
      return issue.refuse(ATTENDANCE_MISSING, ['input', 'attendance'], { id })
    sum.attended = fraction.add(sum.attended, month.attended)
    sum.due = fraction.add(sum.due, month.due)
    if (id === last) break
  }
  return sum
}

function firstOfNext(day: string): string {
  return time.addMonths(`${day.slice(0, 7)}-01`, 1)
}

function salaryOn(date: string, salaries: readonly Salary[]): Salary {
  const salary = time.rowOn(salaries, date)
  if (salary !== undefined) return salary
  const from = salaries[0]?.from ?? null
  return issue.refuse(SALARY_NOT_KNOWN, ['input', 'baseSalary'], { date, from, to: null })
}

/** The base salary of some days: each month its monthly salary, and of a part of a month, or of a salary, its days of those of the month. */
function baseSalaryOf(days: Days, salaries: readonly Salary[]): fraction.Fraction {
  salaryOn(days.from, salaries)
  return fraction.sum(
    salaries.map(({ from, monthly }, index) => {
      const next = salaries[index + 1]
      const to = next === undefined ? time.LAST_DATE : time.addDays(next.from, -1)
      const part = common(days, { from, to })
      return part === null ? fraction.ZERO : fraction.multiply(monthly, monthsOf(part))
    }),
  )
}

/** How many months some days are, each day a part of its own month. */
function monthsOf({ from, to }: Days): fraction.Fraction {
  const [first, last] = [monthWith(from), monthWith(to)]
  const whole = fraction.whole(last.position - first.position - 1)
  if (first.position === last.position) return partOf(daysIn({ from, to }), daysIn(first))
  const start = partOf(daysIn({ from, to: first.to }), daysIn(first))
  const end = partOf(daysIn({ from: last.from, to }), daysIn(last))
  return fraction.sum([whole, start, end])
}

function monthWith(date: string): time.ExactPeriod {
  return time.rangeOf(time.periodWith(date, 'month') as time.PeriodPosition)
}

function writePay(
  pays: readonly Pay[],
  { payee, period }: ExactConsequencePay,
  { currency, decimals, policy }: ExactCompensationPlan,
): ConsequencePay {
  const paid = pays.filter((one): one is Paid => 'line' in one)
  const lines = paid.map(({ line }) => line)
  return {
    payee,
    period: time.writeAnyPeriod(period),
    amount: write.fixed(
      paid.reduce((sum, { units }) => sum + units, 0n),
      decimals,
    ),
    currency,
    days: write.decimal(fraction.sum(paid.map(({ leave }) => leave))),
    lines,
    notPaid: pays.filter((one): one is UnpaidConsequence => 'because' in one),
    policy,
    clauses: [...new Set(lines.map(({ clause }) => clause))],
  }
}
