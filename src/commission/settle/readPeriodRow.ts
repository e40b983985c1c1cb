import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import type { AnyPeriod } from '../../kernel/time/time.js'
import { lengthIssues } from '../lines/lengthIssues.js'
import { isSameSpan, type Period } from '../lines/periods.js'
import { FIGURES, factsIn, type ReadFacts } from '../lines/readFacts.js'
import { type GivenSales, salesIn } from '../lines/readInput.js'
import { type GivenTarget, isTargetOfSpan, namesPeriod, readTarget } from '../lines/readTarget.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { SoldBeforeYear } from './account.js'
import { type ReadPayIn, readPayIn } from './payIn.js'
import { type ReadAdjustments, readAdjustments } from './readAdjustments.js'
import { soldBefore } from './soldBefore.js'
import type { PlanChange } from './types.js'

/** Where a period stands among its like. */
export type Place = Pick<AnyPeriod, 'unit' | 'position'>

/** One period to settle, read once: its sales, what is known beside them, and what is paid beside its commission. */
export interface ReadPeriod {
  readonly path: Path
  readonly period: AnyPeriod
  /** Its place among periods of its length; of a company's own, its number since the first that was settled. */
  readonly at: Place
  readonly facts: ReadFacts
  readonly sales: GivenSales
  /** Its exchange rates as they were given: those of a year are read together. */
  readonly rates: readonly unknown[]
  /** The target of its span, where it was given that one; its own is among its facts. */
  readonly targetOfSpan: TargetOfSpan | null
  /** What the year sold and earned before it, where the settlement has no account of it. */
  readonly before: SoldBeforeYear | null
  readonly adjustments: ReadAdjustments
  /** In what it is paid; null where that is the plan's currency. */
  readonly payIn: ReadPayIn | null
  /** As it was given, for the balance that it closes with; without what its adjustments say, and in what it is paid. */
  readonly json: Fields
}

/** The target of a whole span. */
interface TargetOfSpan {
  readonly span: Period
  readonly amount: Fraction
}

/** Plans by the digests of what they decide. */
export type Plans = ReadonlyMap<string, ExactPlan>

/** Whose settlement it is, and by which plan. */
export interface Reading {
  /** Null where it was given wrong, which is said once. */
  readonly payee: string | null
  readonly plan: ExactPlan
  /** The plans that are known, this one among them, by their digests. */
  readonly plans: Plans
  /** What becomes of the year where another plan came; null where nobody said. */
  readonly planChange: PlanChange | null
}

interface ReadingRow extends Pick<Reading, 'payee' | 'plan'> {
  /** Only what it sold, and its target, is looked at. */
  readonly isOfAnotherPlan?: boolean
  /** It counts to date, wherever the true-up is. */
  readonly isTruedUp?: boolean
}

const PERIOD_KEYS = [
  'period',
  'sales',
  'lines',
  'exchangeRates',
  ...FIGURES,
  'adjustments',
  'payIn',
]

/** Reads one period of a settlement, or of the year that one opens with. */
export function readPeriodRow(
  row: unknown,
  path: Path,
  reading: ReadingRow,
  issues: Issue[],
): ReadPeriod[] {
  const { payee, plan, isOfAnotherPlan = false } = reading
  const found: Issue[] = []
  const fields = read.record(row, [], found)
  const { adjustments = null, payIn = null, ...given } = fields ?? {}
  for (const key of Object.keys(given))
    if (!PERIOD_KEYS.includes(key)) found.push(read.unknownKey(key, [], PERIOD_KEYS))
  if (fields === undefined) {
    issues.push(...found.map((one) => issue.under(path, one)))
    return []
  }
  const period = read.anyPeriod(given['period'], ['period'], found)
  const json = withCopies(given, found)
  const { yearToDate = null, ...others } = json
  const { target = null, ...besides } = others
  const reader = readerOf(reading)
  const own = factsIn(
    { ...(isOfAnotherPlan ? withoutFacts(besides) : besides), payee },
    reader,
    period === undefined ? [] : found,
  )
  const goal = target === null ? undefined : readTarget(target, ['target'], found)
  const { facts, targetOfSpan } = withTarget(own, goal, isOfAnotherPlan ? null : reader, found)
  const sales = salesIn(json, reader, found)
  const before = soldBefore(yearToDate, { period, target: facts.target }, plan, found)
  found.push(...tooLong(period, reading))
  const adjusting = readAdjustments(adjustments, ['adjustments'], { payee, plan }, found)
  const paidIn = readPayIn(payIn, ['payIn'], plan, found)
  issues.push(...found.map((one) => issue.under(path, one)))
  if (period === undefined) return []
  const rates = (json['exchangeRates'] ?? []) as readonly unknown[]
  return [
    {
      path,
      period,
      at: { unit: period.unit, position: period.position },
      facts,
      sales,
      rates,
      targetOfSpan,
      before,
      adjustments: adjusting,
      payIn: paidIn,
      json: others,
    },
  ]
}

/** A period that spans of the plan cannot hold. */
function tooLong(period: Period | undefined, { plan, isOfAnotherPlan }: ReadingRow): Issue[] {
  return period === undefined || isOfAnotherPlan ? [] : lengthIssues(period, plan)
}

/** Lists and their rows are looked at once: what is read, and what the balance closes with, are copies. */
function withCopies(given: Fields, issues: Issue[]): Fields {
  const copy: Record<string, unknown> = { ...given }
  for (const key of ['lines', 'exchangeRates']) {
    const list = given[key] ?? null
    if (list === null) continue
    const rows = read.array(list, [key], issues)
    copy[key] = (rows ?? []).map((row, index) => read.record(row, [key, index], issues) ?? {})
  }
  const { target } = given
  if (namesPeriod(target)) copy['target'] = read.record(target, ['target'], issues) ?? {}
  return copy
}

/** What the year has earned is the settlement's own affair; what another plan needs, this one does not ask. */
function readerOf({ plan, isOfAnotherPlan, isTruedUp }: ReadingRow): ExactPlan {
  const payment: ExactPlan['payment'] =
    plan.payment && isTruedUp ? { ...plan.payment, trueUp: 'every-period' } : plan.payment
  const cap = { ...plan.cap, quarter: null, half: null, year: null }
  const lenient = { ...plan, payment, cap, tiersPer: null }
  return isOfAnotherPlan ? { ...lenient, needs: [] } : lenient
}

/** A target that names its span is of all its periods. What another plan counted over, this one does not look at. */
function withTarget(
  facts: ReadFacts,
  given: GivenTarget | undefined,
  reader: ExactPlan | null,
  issues: Issue[],
): Pick<ReadPeriod, 'facts' | 'targetOfSpan'> {
  const span = given?.period ?? null
  const isOfSpan =
    given !== undefined &&
    (reader === null
      ? span !== null && !(facts.period && isSameSpan(span, facts.period))
      : isTargetOfSpan(given, facts.period, reader, issues))
  if (!isOfSpan || span === null)
    return { facts: { ...facts, target: given?.amount }, targetOfSpan: null }
  return { facts, targetOfSpan: { span, amount: given.amount } }
}

/** What only the plan that settled a period reads. */
function withoutFacts({ measure: _, facts: __, ...others }: Fields): Fields {
  return others
}
