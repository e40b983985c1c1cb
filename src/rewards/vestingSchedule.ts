import * as check from '../kernel/check/check.js'
import { type ExactGrant, readGrant } from './exactGrant.js'
import { computeFates, type ExactFate } from './exactPosition.js'
import type {
  DefinedRewardPolicy,
  TranchePosition,
  VestingGrant,
  VestingPosition,
  VestingSchedule,
} from './types.js'

/**
 * Says when which shares of a grant vest and, as of a day, what has vested, what has not, and what was forfeited (REW-1).
 *
 * The shares are whole, and add up to the grant. Dates are counted from the start each time: the last day of a short month stands for the
 * 29th to the 31st. A tranche vests for who is in service on its day, where its condition is met; a fact that was not given leaves it
 * unknown, never vested. A grant names the plan of the policy that it was made under, or gives its terms itself: how many `tranches`
 * (or each with its months and weight), `every` year by default, a cliff in months, and the allocation, by default rounded down to date.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for a plan or a kind of leaver that the policy does not have,
 *   `POLICY_CONFLICT` for a cliff after the last tranche, `NUMBER_OUT_OF_RANGE`, `VALUE_MISSING`, `VALUE_INVALID`, `DATE_INVALID`,
 *   `OUT_OF_ORDER`, `DATE_NOT_COVERED` beyond the year 9999.
 *
 * @example 18 shares in four yearly tranches, two ways to make them whole
 * ```ts
 * import { vestingSchedule } from 'sales-rules'
 *
 * const grant = { shares: 18, tranches: 4, start: '2026-03-01' }
 * vestingSchedule(grant).tranches[0] // => { date: '2027-03-01', shares: 4, total: 4 }
 * vestingSchedule(grant).tranches.map(({ shares }) => shares) // => [4, 5, 4, 5]
 * const front = vestingSchedule({ ...grant, allocation: 'front-loaded' })
 * front.tranches.map(({ shares }) => shares) // => [5, 5, 4, 4]
 * ```
 *
 * @example Restricted stock by the handbook: performance grew in the first year and fell in the second
 * ```ts
 * import { handbook, vestingSchedule } from 'sales-rules'
 *
 * const grant = { plan: 'restricted-stock', shares: 4000, start: '2026-03-01' }
 * const results = [{ performanceGrowth: '0.08' }, { performanceGrowth: '-0.02' }]
 * const { position } = vestingSchedule({ ...grant, asOf: '2028-12-31', results }, handbook.rewards)
 * position?.vested // => 1000
 * position?.forfeited // => 1000
 * position?.unvested // => 2000
 * position?.tranches.map(({ state }) => state) // => ['vested', 'forfeited', 'scheduled', 'scheduled']
 * ```
 */
export function vestingSchedule(
  grant: VestingGrant,
  policy?: DefinedRewardPolicy,
): VestingSchedule {
  const exact = readGrant(grant, policy)
  return writeSchedule(exact, computePosition(exact))
}

/** What became of a grant by a day. */
interface ExactPosition {
  readonly asOf: string
  /** Whoever has left by then. */
  readonly leaver: ExactGrant['leaver']
  readonly fates: readonly ExactFate[]
}

function computePosition(grant: ExactGrant): ExactPosition | null {
  const { asOf } = grant
  if (asOf === null) return null
  const hasLeft = grant.leaver !== null && grant.leaver.lastDay <= asOf
  const leaver = hasLeft ? grant.leaver : null
  return { asOf, leaver, fates: computeFates(grant, asOf, leaver) }
}

function writeSchedule(grant: ExactGrant, found: ExactPosition | null): VestingSchedule {
  const { shares, start, terms, cliff, reward, policy } = grant
  const position = found && writePosition(grant, found)
  const checks = position?.tranches.flatMap((one) => one.checks) ?? []
  const clauses = [reward?.clause ?? [], ...checks.map(({ clause }) => clause ?? [])].flat()
  let total = 0
  const tranches = grant.tranches.map((tranche) => {
    total += tranche.shares
    return { date: tranche.date, shares: tranche.shares, total }
  })
  return {
    shares,
    start,
    cliff,
    terms,
    tranches,
    position,
    plan: reward?.id ?? null,
    policy: policy?.policy ?? null,
    clauses: [...new Set(clauses)],
  }
}

function writePosition(
  { shares }: ExactGrant,
  { asOf, leaver, fates }: ExactPosition,
): VestingPosition {
  const vested = fates.reduce((sum, fate) => sum + fate.vested, 0)
  const forfeited = fates.reduce((sum, fate) => sum + fate.forfeited, 0)
  return {
    asOf,
    vested,
    unvested: shares - vested - forfeited,
    forfeited,
    leaver: leaver && { ...leaver.rule, lastDay: leaver.lastDay },
    tranches: fates.map(writeFate),
  }
}

function writeFate({ tranche, found, ...fate }: ExactFate): TranchePosition {
  const { state, vested, forfeited, vestedOn } = fate
  const checks = found === null ? [] : check.write(found).checks
  return { date: tranche.date, state, vested, forfeited, vestedOn, checks }
}
