/** The periods of a settlement, which follow one another. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { AnyPeriod } from '../../kernel/time/time.js'
import * as time from '../../kernel/time/time.js'
import { yearOf } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { OWN_PERIOD_TWICE, PERIODS_NOT_CONSECUTIVE } from './issues.js'
import type { Balance } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** A company's own periods have no place of their own, and are counted from the first that was settled. */
export function numbered(periods: readonly ReadPeriod[], { settled }: Balance): ReadPeriod[] {
  const before = settled?.to.unit === 'own' ? settled.to.position : 0
  return periods.map((one, index) => {
    if (one.at.unit !== 'own') return one
    return { ...one, at: { unit: 'own', position: before + index + 1 } }
  })
}

/** Periods follow one another, and the first follows what was settled before. */
export function gaps(periods: readonly ReadPeriod[], { settled }: Balance): Issue[] {
  let before: AnyPeriod | undefined = settled?.to
  const found: Issue[] = []
  for (const { path, period } of periods) {
    if (before !== undefined && !follows(period, before)) {
      const params = { given: nameOf(period), expected: nameOfNext(before) }
      found.push(issue.at(PERIODS_NOT_CONSECUTIVE, [...path, 'period'], params))
    }
    before = period
  }
  return found
}

function follows(period: AnyPeriod, before: AnyPeriod): boolean {
  return period.unit === before.unit && period.from === time.dayAfter(before.to)
}

/** A company's own periods by their days, as the one that is expected has no name yet. */
function nameOf({ unit, name, from, to }: AnyPeriod): string {
  return unit === 'own' ? `${from}/${to}` : name
}

function nameOfNext({ unit, position, to }: AnyPeriod): string {
  return unit === 'own'
    ? `${time.dayAfter(to)}/..`
    : time.writePeriod({ unit, position: position + 1 })
}

/** Two of a company's own periods in a year that have one id: what is said of a period says its id. */
export function twiceInAYear(
  periods: readonly ReadPeriod[],
  { account }: Balance,
  plan: ExactPlan,
): Issue[] {
  const keyOf = ({ period }: ReadPeriod) => `${yearOf(period, plan)} ${period.name}`
  const seen = new Set(account.year.periods.map(({ read }) => keyOf(read)))
  return periods.flatMap((one) => {
    const isSeen = one.at.unit === 'own' && seen.has(keyOf(one))
    seen.add(keyOf(one))
    const params = { id: one.period.name }
    return isSeen ? [issue.at(OWN_PERIOD_TWICE, [...one.path, 'period', 'id'], params)] : []
  })
}
