import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { AnyPeriod } from '../../kernel/time/time.js'
import { FIGURES, factsIn, type ReadFacts, readBefore } from '../lines/readFacts.js'
import { type GivenSales, salesIn } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { SoldBeforeYear } from './account.js'
import { type ReadAdjustments, readAdjustments } from './readAdjustments.js'
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
  /** What the year sold and earned before it, where the settlement has no account of it. */
  readonly before: SoldBeforeYear | null
  readonly adjustments: ReadAdjustments
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

interface ReadingRow extends Pick<Reading, 'payee' | 'plan'> {
  /** Only what it sold, and its target, is looked at. */
  readonly isOfAnotherPlan?: boolean
}

const PERIOD_KEYS = ['period', 'sales', 'lines', 'exchangeRates', ...FIGURES, 'adjustments']

/** Reads one period of a settlement, or of the year that one opens with. */
export function readPeriodRow(
  row: unknown,
  path: Path,
  { payee, plan, isOfAnotherPlan = false }: ReadingRow,
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
  const period = read.anyPeriod(given['period'], ['period'], found)
  const json = withCopies(given, found)
  const { yearToDate = null, ...others } = json
  const reader = readerOf({ plan, isOfAnotherPlan })
  const facts = factsIn(
    { ...(isOfAnotherPlan ? withoutFacts(others) : others), payee },
    reader,
    period === undefined ? [] : found,
  )
  const sales = salesIn(json, reader, found)
  const before = soldBefore(yearToDate, found)
  const adjusting = readAdjustments(adjustments, ['adjustments'], { payee, plan }, found)
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
      before,
      adjustments: adjusting,
      json: others,
    },
  ]
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

/** What the year has earned is the settlement's own affair; what another plan needs, this one does not ask. */
function readerOf({
  plan,
  isOfAnotherPlan,
}: Pick<ReadingRow, 'plan' | 'isOfAnotherPlan'>): ExactPlan {
  const lenient = { ...plan, cap: { ...plan.cap, year: null } }
  return isOfAnotherPlan ? { ...lenient, needs: [] } : lenient
}

/** What only the plan that settled a period reads. */
function withoutFacts({ measure: _, facts: __, ...others }: Fields): Fields {
  return others
}

function soldBefore(given: unknown, issues: Issue[]): SoldBeforeYear | null {
  if (given === null) return null
  const before = readBefore(given, ['yearToDate'], issues)
  return { ...before, sales: before.sales ?? fraction.ZERO }
}
