import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { PeriodPosition } from '../../kernel/time/time.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'
import { PERIODS_NOT_CONSECUTIVE, YEAR_KNOWN_TWICE } from './issues.js'
import { type Balance, readBalance } from './readBalance.js'
import { type ReadPeriod, readPeriodRow } from './readPeriodRow.js'
import { type Progress, readProgress } from './readProgress.js'
import { stillOpen } from './stillOpen.js'
import type { PlanChange } from './types.js'

/** What a settlement was given, read. */
export interface ReadSettlement extends Progress {
  readonly payee: string
  readonly periods: readonly ReadPeriod[]
  readonly opening: Balance
  readonly planChange: PlanChange | null
  /** Whether the last period is the payee's last. */
  readonly isFinal: boolean
}

const KEYS = [
  'payee',
  'periods',
  'opening',
  'closedThrough',
  'invoiced',
  'collected',
  'planChange',
  'final',
]
const CHANGES: readonly PlanChange[] = ['continue', 'restart', 'from-start-of-year']

/** Reads the input of a settlement, or throws everything that is wrong with it. */
export function readSettlement(
  input: unknown,
  terms: PaymentTerms,
  plan: ExactPlan,
): ReadSettlement {
  const issues: Issue[] = []
  const fields = read.fields(input, [], KEYS, issues)
  const payee = read.name(fields?.['payee'], ['payee'], issues) ?? null
  const rows = read.array(fields?.['periods'], ['periods'], issues) ?? []
  const change = fields?.['planChange'] ?? null
  const planChange =
    change === null ? null : (read.word(change, ['planChange'], CHANGES, issues) ?? 'continue')
  const reading = { payee, plan, planChange }
  const { final = null } = fields ?? {}
  const isFinal = final !== null && read.boolean(final, ['final'], issues) === true
  const periods = rows.flatMap((row, index) => {
    const isTruedUp = isFinal && index === rows.length - 1
    return readPeriodRow(row, ['periods', index], { ...reading, isTruedUp }, issues)
  })
  const opening = readBalance(fields?.['opening'], periods[0], reading, issues)
  issues.push(...gaps(periods, opening), ...knownTwice(periods, opening))
  issues.push(...stillOpen(periods, fields?.['closedThrough'], issues))
  const progress = readProgress(fields ?? {}, periods, terms, issues)
  issue.refuseIfAny(issues)
  return { payee: payee ?? '', periods, opening, planChange, isFinal, ...progress }
}

/** Periods follow one another, and the first follows what was settled before. */
function gaps(periods: readonly ReadPeriod[], { settled }: Balance): Issue[] {
  let before = settled?.to
  const found: Issue[] = []
  for (const { path, period, at } of periods) {
    if (before !== undefined && !follows(at, before)) {
      const expected = time.writePeriod({ ...before, position: before.position + 1 })
      const params = { given: period.name, expected }
      found.push(issue.at(PERIODS_NOT_CONSECUTIVE, [...path, 'period'], params))
    }
    before = at
  }
  return found
}

function follows(at: PeriodPosition, before: PeriodPosition): boolean {
  return at.unit === before.unit && at.position === before.position + 1
}

/** What a year sold before stands for its account, and so begins one. */
function knownTwice(periods: readonly ReadPeriod[], { account }: Balance): Issue[] {
  return periods
    .filter(
      ({ before, at }, index) =>
        before !== null && (index > 0 || account.year.name === time.yearOf(at)),
    )
    .map(({ path }) => issue.at(YEAR_KNOWN_TWICE, [...path, 'yearToDate'], {}))
}
