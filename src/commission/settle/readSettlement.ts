import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { type Fields, unknownKey } from '../../kernel/input/values.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import type { PeriodPosition } from '../../kernel/time/periodText.js'
import * as time from '../../kernel/time/time.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { CommissionPlan } from '../plan/types.js'
import { readAdjustments } from './readAdjustments.js'
import { type Balance, readBalance } from './readBalance.js'
import { type Progress, readProgress } from './readProgress.js'
import { stillOpen } from './stillOpen.js'

/** One period to settle: what its commission is computed from, and what comes beside it. */
export interface ReadPeriod {
  readonly path: Path
  readonly name: string
  readonly at: PeriodPosition
  /** The first and the last day. */
  readonly from: string
  readonly to: string
  readonly facts: Fields
  readonly adjusted: Fraction
}

/** What a settlement was given, read. */
export interface ReadSettlement extends Progress {
  readonly payee: string
  readonly periods: readonly ReadPeriod[]
  readonly opening: Balance
}

const KEYS = ['payee', 'periods', 'opening', 'closedThrough', 'invoiced', 'collected']

/** Reads the input of a settlement, or throws everything that is wrong with it. */
export function readSettlement(
  input: unknown,
  plan: CommissionPlan,
  terms: PaymentTerms,
): ReadSettlement {
  const issues: Issue[] = []
  const fields = read.fields(input, [], KEYS, issues)
  const payee = read.name(fields?.['payee'], ['payee'], issues) ?? ''
  const rows = read.array(fields?.['periods'], ['periods'], issues) ?? []
  const periods = rows.flatMap((row, index) =>
    readOne(row, ['periods', index], payee, plan, issues),
  )
  const opening = readBalance(fields?.['opening'], periods[0], terms, plan, issues)
  issues.push(...gaps(periods, opening))
  issues.push(...stillOpen(periods, fields?.['closedThrough'], issues))
  const progress = readProgress(fields ?? {}, periods, terms, issues)
  refuseIfAny(issues)
  return { payee, periods, opening, ...progress }
}

function readOne(
  row: unknown,
  path: Path,
  payee: string,
  plan: CommissionPlan,
  issues: Issue[],
): ReadPeriod[] {
  const { adjustments, ...facts } = read.record(row, path, issues) ?? {}
  const at = read.period(facts['period'], [...path, 'period'], issues)
  const adjusted = readAdjustments(adjustments, [...path, 'adjustments'], payee, plan, issues)
  if (facts['earnedYearToDate'] !== undefined)
    issues.push(unknownKey('earnedYearToDate', path, FACTS))
  if (at === undefined) return []
  const name = time.writePeriod(at)
  const { from, to } = time.periodRange(name)
  return [{ path, name, at, from, to, facts, adjusted }]
}

/** What the year has earned before is the settlement's own affair. */
const FACTS = ['period', 'sales', 'lines', 'target', 'adjustments']

/** Periods follow one another, and the first follows what was settled before. */
function gaps(periods: readonly ReadPeriod[], { settled }: Balance): Issue[] {
  let before = settled?.to
  const found: Issue[] = []
  for (const { path, name, at } of periods) {
    if (before !== undefined && !follows(at, before)) {
      const expected = time.writePeriod({ ...before, position: before.position + 1 })
      const text = `got ${name}, expected ${expected}: periods are settled one after the other.`
      const params = { given: name, expected }
      found.push(issueAt('PERIODS_NOT_CONSECUTIVE', [...path, 'period'], params, text))
    }
    before = at
  }
  return found
}

function follows(at: PeriodPosition, before: PeriodPosition): boolean {
  return at.unit === before.unit && at.position === before.position + 1
}
