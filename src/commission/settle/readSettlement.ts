import type { Issue } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import { yearOf } from '../lines/periods.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { hasLeft } from './account.js'
import { YEAR_KNOWN_TWICE } from './issues.js'
import { joinedOn } from './joinedOn.js'
import { planOfBalance } from './planOfBalance.js'
import { rateUnknown } from './rateUnknown.js'
import { type Balance, readBalance } from './readBalance.js'
import { type Plans, type ReadPeriod, readPeriodRow } from './readPeriodRow.js'
import { type Progress, readProgress } from './readProgress.js'
import { gaps, numbered, twiceInAYear } from './rowOfPeriods.js'
import { salesAfterFinal } from './salesAfterFinal.js'
import { stillOpen } from './stillOpen.js'
import type { PlanChange } from './types.js'

/** What a settlement was given, read. */
export interface ReadSettlement extends Progress {
  readonly payee: string
  readonly periods: readonly ReadPeriod[]
  readonly opening: Balance
  readonly planChange: PlanChange | null
  /** The plan, by the year of the payee. */
  readonly plan: ExactPlan
  readonly plans: Plans
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
  'earlierPlans',
  'final',
  'yearStartsIn',
  'joined',
]
const CHANGES: readonly PlanChange[] = ['continue', 'restart', 'from-start-of-year']

/** Reads the input of a settlement, or throws everything that is wrong with it. */
export function readSettlement(input: unknown, ofCompany: ExactPlan): ReadSettlement {
  const issues: Issue[] = []
  const fields = read.fields(input, [], KEYS, issues) ?? {}
  const payee = read.name(fields['payee'], ['payee'], issues) ?? null
  const rows = read.array(fields['periods'], ['periods'], issues) ?? []
  const change = fields['planChange'] ?? null
  const planChange =
    change === null ? null : (read.word(change, ['planChange'], CHANGES, issues) ?? 'continue')
  const plan = withYearOf(fields, ofCompany, issues)
  const plans = readPlans(fields, plan, issues)
  const reading = { payee, plan, plans, planChange }
  const { final = null } = fields
  const isFinal = final !== null && read.boolean(final, ['final'], issues) === true
  const given = rows.flatMap((row, index) => {
    const isTruedUp = isFinal && index === rows.length - 1
    return readPeriodRow(row, ['periods', index], { ...reading, isTruedUp }, issues)
  })
  const balance = readBalance(fields['opening'], given[0], reading, issues)
  const opening = {
    ...balance,
    joined: joinedOn(fields, { periods: given, before: balance.joined }, plan, issues),
  }
  const periods = numbered(given, opening)
  issues.push(...gaps(periods, opening), ...twiceInAYear(periods, opening, plan))
  issues.push(...knownTwice(periods, opening, plan))
  issues.push(...periods.flatMap((one) => rateUnknown(one, plan)))
  if (hasLeft(opening.account.year)) issues.push(...periods.flatMap(salesAfterFinal))
  issues.push(...stillOpen(periods, fields['closedThrough'], issues))
  const progress = readProgress(fields, periods, reading, issues)
  issue.refuseIfAny(issues)
  return { payee: payee ?? '', periods, opening, planChange, plan, plans, isFinal, ...progress }
}

/** The plan at hand, and those that held before it. */
function readPlans(fields: Fields, plan: ExactPlan, issues: Issue[]): Plans {
  const given = read.array(fields['earlierPlans'] ?? [], ['earlierPlans'], issues) ?? []
  const earlier = given.flatMap((one, index) => {
    const outcome = attempt(() => withYearOf(fields, exactPlan(one as DefinedCommissionPlan), []))
    if (outcome.ok) return [outcome.value]
    issues.push(...outcome.issues.map((found) => issue.under(['earlierPlans', index], found)))
    return []
  })
  return new Map([...earlier, plan].map((one) => [planOfBalance(one.json).digest, one]))
}

/** A plan by the year of the payee, which may be an anniversary. */
export function withYearOf(fields: Fields, plan: ExactPlan, issues: Issue[]): ExactPlan {
  const given = fields['yearStartsIn'] ?? null
  if (given === null) return plan
  const bounds = { minimum: 1, maximum: 12 }
  const yearStartsIn = read.integer(given, ['yearStartsIn'], issues, bounds)
  return yearStartsIn === undefined ? plan : { ...plan, yearStartsIn }
}

/** What a year sold before stands for its account, and so begins one. */
function knownTwice(
  periods: readonly ReadPeriod[],
  { account }: Balance,
  plan: ExactPlan,
): Issue[] {
  return periods
    .filter(
      ({ before, period }, index) =>
        before !== null && (index > 0 || account.year.name === yearOf(period, plan)),
    )
    .map(({ path }) => issue.at(YEAR_KNOWN_TWICE, [...path, 'yearToDate'], {}))
}
