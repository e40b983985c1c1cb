import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { PeriodPosition } from '../../kernel/time/time.js'
import { FIGURES, factsIn, type Period, type ReadFacts } from '../lines/readFacts.js'
import { type GivenSales, salesIn } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { readAdjustments } from './readAdjustments.js'
import type { PlanChange } from './types.js'

/** One period to settle, read once: its sales, what is known beside them, and what is paid beside its commission. */
export interface ReadPeriod {
  readonly path: Path
  readonly period: Period
  readonly at: PeriodPosition
  readonly facts: ReadFacts
  readonly sales: GivenSales
  /** Its exchange rates as they were given: those of a year are read together. */
  readonly rates: readonly unknown[]
  readonly adjusted: Fraction
  /** As it was given, for the balance that it closes with; without what its adjustments say. */
  readonly json: Fields
}

/** Whose settlement it is, and by which plan. */
export interface Reading {
  /** Null where it was given wrong, which is said once. */
  readonly payee: string | null
  readonly plan: ExactPlan
  /** What becomes of the year where another plan came; null where nobody said. */
  readonly planChange: PlanChange | null
}

/** What the year has earned before is the settlement's own affair. */
const OWN_FIGURES = FIGURES.filter((key) => key !== 'yearToDate')
const PERIOD_KEYS = ['period', 'sales', 'lines', 'exchangeRates', ...OWN_FIGURES, 'adjustments']

/** Reads one period of a settlement, or of the year that one opens with. */
export function readPeriodRow(
  row: unknown,
  path: Path,
  { payee, plan }: Pick<Reading, 'payee' | 'plan'>,
  issues: Issue[],
): ReadPeriod[] {
  const found: Issue[] = []
  const fields = read.record(row, [], found)
  const { adjustments = null, ...given } = fields ?? {}
  for (const key of Object.keys(given))
    if (!PERIOD_KEYS.includes(key)) found.push(read.unknownKey(key, [], PERIOD_KEYS))
  if (fields === undefined) {
    issues.push(...found.map((one) => issue.under(path, one)))
    return []
  }
  const at = read.period(given['period'], ['period'], found)
  const json = withCopies(given, found)
  const facts = factsIn(
    { ...json, payee },
    { ...plan, cap: { ...plan.cap, year: null } },
    at === undefined ? [] : found,
  )
  const sales = salesIn(json, plan, found)
  const adjusted =
    adjustments === null
      ? fraction.ZERO
      : readAdjustments(adjustments, ['adjustments'], { payee, plan }, found)
  issues.push(...found.map((one) => issue.under(path, one)))
  if (at === undefined || facts.period === null) return []
  const rates = (json['exchangeRates'] ?? []) as readonly unknown[]
  return [{ path, period: facts.period, at, facts, sales, rates, adjusted, json }]
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
  return copy
}
