import type { PolicyReference } from '../kernel/index.js'
import { baselineOf } from './baseline.js'
import { nameRefused } from './figuresOf.js'
import { type Goal, readGoal, writeGoal } from './readGoal.js'
import { type Found, type Seeking, seek } from './seek.js'
import type { InputOf, NotComputedRow, RosterRow, RunOptions, ScenarioPolicy } from './types.js'

export type GoalOutcome = {
  readonly policy: PolicyReference
  readonly unit: string
  /** The number that was sought, the least and the greatest value that were looked at, and what the total had to come to. */
  readonly path: string
  readonly between: readonly [string, string]
  readonly goal: { readonly atMost: string } | { readonly atLeast: string }
  /** How many values were computed. */
  readonly evaluations: number
  /** How many rows the policy as it is cannot compute: they are in no total. */
  readonly refused: number
  /** The first 1,000 of these. */
  readonly notComputed: readonly NotComputedRow[]
} & Found

/**
 * Finds the value of a number at which the total meets a goal, and one step beside which it does not: the highest rate that a budget allows.
 *
 * It halves a grid of values of so many decimals, exactly: there is no tolerance. That takes a total that goes one way; nine values spread
 * over the bounds, and each one on the way, show whether it does. Where it does not, nothing is found, and the outcome has the
 * pairs. A turn between two of these values stays unseen: what is found meets the goal then, too, but another value may as well. Use {@link sweep} to see
 * them all.
 *
 * @throws SalesRulesError what is wrong with a policy at one of the values, or with a row that the policy as it is can compute;
 *   `NOT_IN_POLICY` for a path that is nowhere, `NUMBER_INVALID`, `OUT_OF_ORDER`, `RUN_STOPPED`; where no row can be computed, as
 *   {@link comparePolicies} does.
 *
 * @example 4% is to start at 800,000: which first rate keeps the cost?
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { goalSeek, withValue } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', input: { sales: '700000', target: '650000' } },
 * ]
 * const changed = withValue(handbook.commission, 'scale.tiers.first.upTo', '800000')
 * const sought = goalSeek(roster, changed, {
 *   path: 'scale.tiers.first.rate',
 *   between: ['0.02', '0.03'],
 *   decimals: 4,
 *   goal: { atMost: '71000' },
 * })
 * sought.found && [sought.value, sought.total, sought.beside]
 * // => ['0.0286', '70900.00', { value: '0.0287', total: '71050.00' }]
 * ```
 */
export function goalSeek<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policy: Policy,
  goal: Goal,
  options: RunOptions = {},
): GoalOutcome {
  const asked = readGoal(goal, options)
  const { measure, roster, now } = baselineOf(rows, policy, asked.run)
  const { decimals, unit } = measure
  const seeking: Seeking = { ...asked, policy, roster, now, totals: new Map(), decimals }
  const found = seek(seeking)
  const notComputed = nameRefused(roster, now.refused)
  return {
    policy: measure.policy,
    unit,
    ...writeGoal(asked, decimals),
    evaluations: seeking.totals.size,
    refused: now.refused.size,
    notComputed,
    ...found,
  }
}
