import * as check from '../kernel/check/check.js'
import type { CheckState, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactReward, type ExactRewardPolicy, exactRewardPolicy } from './exactRewardPolicy.js'
import { REWARD_UNKNOWN } from './issues.js'
import { nearest } from './read.js'
import type { DefinedRewardPolicy, RewardCheck, RewardFacts } from './types.js'

/**
 * Says whether a reward is open to somebody, and what is missing: shares and options (REW-1, REW-2), the education fund (REW-5), training
 * abroad or an EMBA (REW-7), an internal venture (REW-8).
 *
 * The reward is an equity plan, an opportunity of the policy, or `education-fund`. A fact that was not given is unknown, never met. Facts
 * that other rewards look at may be given as well. A history, such as `yearlyGrades`, must reach the period `asOf` in which you ask or,
 * while that one has no value yet, the one before.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for an unknown reward, `UNKNOWN_KEY` for a fact of no reward, and for a fact
 *   that is wrong `NUMBER_INVALID`, `VALUE_INVALID`, `PERIOD_INVALID`, …; `VALUE_MISSING` for a history without `asOf`.
 *
 * @example An S in the last year opens training abroad; an internal venture takes two in a row
 * ```ts
 * import { checkReward, handbook } from 'sales-rules'
 *
 * const facts = { yearlyGrades: [{ period: '2025', value: 'S' }], asOf: '2026' }
 * checkReward(facts, 'training-abroad', handbook.rewards).eligible // => true
 * const venture = checkReward(facts, 'internal-venture', handbook.rewards)
 * venture.eligible // => false
 * venture.checks.map(({ actual, required, gap }) => [actual, required, gap]) // => [['1', '2', '1']]
 * ```
 */
export function checkReward(
  facts: RewardFacts,
  reward: string,
  policy: DefinedRewardPolicy,
): RewardCheck {
  const exact = exactRewardPolicy(policy)
  const asked = readReward(reward, exact)
  const known = readFacts(facts, asked, exact)
  return writeCheck(known === null ? null : check.compute(known), asked, exact)
}

function readReward(id: unknown, { rewards }: ExactRewardPolicy): ExactReward {
  const reward = rewards.get(id as string)
  if (reward !== undefined) return reward
  const params = { given: issue.show(id), ...nearest(id, [...rewards.keys()]) }
  return issue.refuse(REWARD_UNKNOWN, ['reward'], params)
}

function readFacts(
  facts: unknown,
  { requires }: ExactReward,
  { rewards }: ExactRewardPolicy,
): check.KnownCondition | null {
  const issues: Issue[] = []
  const names = [...rewards.values()].flatMap((one) =>
    one.requires === null ? [] : check.factsOf(one.requires),
  )
  const given = read.fields(facts, ['facts'], [...new Set(names)], issues) ?? {}
  const known = requires && check.read(requires, given, ['facts'], issues)
  issue.refuseIfAny(issues)
  return known
}

/** A reward without a condition is open to anybody. */
function writeCheck(
  found: check.ExactOutcome | null,
  { id, clause }: ExactReward,
  { policy }: ExactRewardPolicy,
): RewardCheck {
  const checks = found === null ? [] : check.write(found).checks
  return {
    reward: id,
    eligible: found === null ? true : writeAnswer(found.outcome),
    checks,
    missing: found === null ? [] : found.missing.map(({ condition }) => condition.id),
    policy,
    clauses: [...new Set([clause, ...checks.flatMap((one) => one.clause ?? [])])],
  }
}

function writeAnswer(outcome: CheckState): boolean | 'unknown' {
  if (outcome === 'met') return true
  return outcome === 'unmet' ? false : 'unknown'
}
