// Four questions of an analyst, each in a few lines.
import { applyEdits, defineCommissionPlan, handbook, withValue } from 'sales-rules'
import { comparePolicies, goalSeek, sweep } from 'sales-rules/scenario'
import { plan2026, planOfJuly } from '../payroll/policy.js'
import { type Roster, rosterOfQuarter, rosterOfYear } from './rosters.js'

const now = handbook.commission
const reps: Roster = rosterOfQuarter()
const from800 = withValue(now, 'scale.tiers.first.upTo', '800000')

/** What if 4% started at 800,000: who gains, who loses, what does it cost? */
export function earlierSecondTier() {
  return comparePolicies(reps, { now, then: from800 })
}

/** Which first rate would keep the cost then, to a hundredth of a percent? */
export function neutralFirstRate() {
  return goalSeek(reps, from800, {
    path: 'scale.tiers.first.rate',
    between: ['0.01', '0.03'],
    decimals: 4,
    goal: { atMost: earlierSecondTier().totals.now },
  })
}

/** Who gains and who loses by both changes together? */
export function neutralChange() {
  const sought = neutralFirstRate()
  const rate = sought.found ? sought.value : '0.03'
  const then = applyEdits(from800, [{ path: 'scale.tiers.first.rate', set: rate }])
  return comparePolicies(reps, { now, then })
}

/** What does each start of the second tier cost? */
export function startsOfSecondTier() {
  const values = ['600000', '700000', '800000', '900000', '1000000', '1100000']
  return sweep(reps, now, { path: 'scale.tiers.first.upTo', values })
}

/** What would the plan of July have cost, had it held for all of the year? */
export function planOfJulyAllYear() {
  const [april, july] = [defineCommissionPlan(plan2026), defineCommissionPlan(planOfJuly)]
  return comparePolicies(rosterOfYear(), { now: april, then: july })
}
