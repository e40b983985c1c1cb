import type { Issue } from '../kernel/index.js'
import {
  add,
  compare,
  type Fraction,
  issueAt,
  known,
  type PeriodPosition,
  readArray,
  readFields,
  readName,
  readPeriod,
  readRecord,
  refuse,
  refuseIfAny,
  subtract,
  within,
  writeDecimal,
  writePeriod,
  ZERO,
} from '../kernel/inside.js'
import { calculateCommission } from './calculateCommission.js'
import { type ReadInput, readInput } from './readInput.js'
import type {
  CommissionInput,
  CommissionStatement,
  DefinedCommissionPlan,
  PaymentTerms,
} from './types.js'
import { writeNotCounted } from './writeMoney.js'

/** What one period earned, and the statement it rests on. */
export interface EarnedPeriod {
  readonly period: string
  readonly earned: Fraction
  readonly statement: CommissionStatement
}

/** What each of a payee's periods earned, on its own or as the year to date less what the year earned before. */
export function earnByPeriod(
  input: unknown,
  plan: DefinedCommissionPlan,
  accrual: PaymentTerms['accrual'],
) {
  const issues: Issue[] = []
  const fields = readFields(input, [], ['payee', 'periods'], issues)
  const payee = readName(fields?.['payee'], ['payee'], issues) ?? ''
  const inputs = readPeriods(fields?.['periods'], issues)
  refuseIfAny(issues)
  const earn = accrual === 'period' ? earnAlone : earnToDate
  return {
    payee,
    periods: earn(
      inputs.map((one) => ({ ...one, payee }) as CommissionInput),
      plan,
    ),
  }
}

function readPeriods(value: unknown, issues: Issue[]): Readonly<Record<string, unknown>>[] {
  let before: PeriodPosition | undefined
  const periods: Readonly<Record<string, unknown>>[] = []
  for (const [index, row] of (readArray(value, ['periods'], issues) ?? []).entries()) {
    const path = ['periods', index]
    const fields = readRecord(row, path, issues) ?? {}
    const at = readPeriod(fields['period'], [...path, 'period'], issues)
    if (at === undefined) continue
    if (before !== undefined && !follows(at, before)) {
      const expected = writePeriod({ ...before, position: before.position + 1 })
      const given = writePeriod(at)
      const text = `got ${given}, expected ${expected}: periods are settled one after the other.`
      issues.push(
        issueAt('PERIODS_NOT_CONSECUTIVE', [...path, 'period'], { given, expected }, text),
      )
    }
    before = at
    periods.push(fields)
  }
  return periods
}

function follows(at: PeriodPosition, before: PeriodPosition): boolean {
  return at.unit === before.unit && at.position === before.position + 1
}

function earnAlone(
  inputs: readonly CommissionInput[],
  plan: DefinedCommissionPlan,
): EarnedPeriod[] {
  return inputs.map((input, index) => {
    const statement = within(['periods', index], () => calculateCommission(input, plan))
    return { period: input.period ?? '', earned: known(statement.amount), statement }
  })
}

/** Sales and targets add up within a calendar year; each period earns what the year to date has gained. */
function earnToDate(
  inputs: readonly CommissionInput[],
  plan: DefinedCommissionPlan,
): EarnedPeriod[] {
  let year = ''
  let total: { readonly sales: Fraction; readonly target: Fraction | undefined } = START
  let earnedBefore = ZERO
  let uplift = ZERO
  return inputs.map((input, index) => {
    const path = ['periods', index]
    const read = within(path, () => readInput(input))
    const period = read.period ?? ''
    if (period.slice(0, 4) !== year) {
      year = period.slice(0, 4)
      total = START
      earnedBefore = ZERO
    }
    if (total !== START) requireSameUplift(uplift, read, index)
    uplift = read.uplift
    total = { sales: add(total.sales, read.sales), target: addTargets(total.target, read) }
    const soFar = yearToDate(input, total)
    const toDate = within(path, () => calculateCommission(soFar, plan))
    const statement = { ...toDate, notCounted: writeNotCounted(read.notCounted, plan) }
    const earned = subtract(known(statement.amount), earnedBefore)
    earnedBefore = known(statement.amount)
    return { period, earned, statement }
  })
}

/** One uplift for the whole year to date: another one would raise what earlier periods have earned. */
function requireSameUplift(before: Fraction, { uplift }: ReadInput, index: number): void {
  if (compare(before, uplift) === 0) return
  const was = writeDecimal(before)
  const is = writeDecimal(uplift)
  const text = `got ${is} after ${was} in the same year. A year to date has one coefficient; start a new plan version, or accrue by period.`
  refuse('COEFFICIENT_CHANGED', ['periods', index, 'coefficientUplift'], { was, is }, text)
}

const START = { sales: ZERO, target: undefined } as const

function addTargets(total: Fraction | undefined, { target }: ReadInput): Fraction | undefined {
  if (target === undefined) return total
  return total === undefined ? target : add(total, target)
}

function yearToDate(
  { sales: _, lines: __, target: ___, ...facts }: CommissionInput,
  total: { readonly sales: Fraction; readonly target: Fraction | undefined },
): CommissionInput {
  const target = total.target === undefined ? {} : { target: writeDecimal(total.target) }
  return { ...facts, ...target, sales: writeDecimal(total.sales) }
}
