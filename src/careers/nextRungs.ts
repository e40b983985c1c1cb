import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import {
  type Application,
  computePromotion,
  readApplication,
  writePromotion,
} from './checkPromotion.js'
import {
  CURRENT_RUNG,
  type ExactCareerPolicy,
  type ExactRung,
  exactCareerPolicy,
} from './exactCareerPolicy.js'
import { readFacts } from './read.js'
import type { CareerFacts, DefinedCareerPolicy, NextMove, NextRungs } from './types.js'

/**
 * Lists every move that is open to somebody, the nearest first, each with what is missing to it (PRO-1 to PRO-3).
 *
 * From a rung somebody may go to the rungs that it leads to (the one above, unless the policy says otherwise in `from`) and to the sideways
 * moves. The nearest is the one that lacks the fewest conditions on its shortest way; of moves as near the first in the policy. The facts
 * are those of {@link checkPromotion}, with the `currentRung`.
 *
 * @throws SalesRulesError `VALUE_MISSING` without `currentRung`, `NOT_IN_POLICY` for one that the policy does not have, and what
 *   {@link checkPromotion} throws.
 *
 * @example A supervisor who has all but the defence of a strategy
 * ```ts
 * import { handbook, nextRungs } from 'sales-rules'
 *
 * const facts = {
 *   currentRung: 'sales-supervisor',
 *   regionalAttainment: [{ period: '2026-Q1', value: '1.02' }, { period: '2026-Q2', value: '1.04' }],
 *   channelCases: 2,
 *   asOf: '2026-09-10',
 * }
 * const [nearest] = nextRungs(facts, handbook.careers).moves
 * nearest?.rung // => 'regional-manager'
 * nearest?.remaining // => 1
 * nearest?.nearest.map(({ id, outcome }) => [id, outcome]) // => [['strategyDefence', 'unknown']]
 * ```
 */
export function nextRungs(facts: CareerFacts, policy: DefinedCareerPolicy): NextRungs {
  const exact = exactCareerPolicy(policy)
  const { current, applications } = readMoves(facts, exact)
  const moves = applications.map((application): NextMove => {
    const promotion = writePromotion(computePromotion(application), exact)
    return { ...promotion, remaining: promotion.nearest.length }
  })
  return {
    from: current.id,
    moves: moves.sort((a, b) => a.remaining - b.remaining),
    policy: exact.policy,
    clauses: [...new Set([current.clause, ...moves.flatMap(({ clauses }) => clauses)])],
  }
}

/** Where somebody is, and what is known for each of the moves from there. */
interface Moves {
  readonly current: ExactRung
  readonly applications: readonly Application[]
}

function readMoves(facts: unknown, policy: ExactCareerPolicy): Moves {
  const issues: Issue[] = []
  const given = readFacts(facts, policy, issues)
  issue.refuseIfAny(issues)
  const name = read.name(given[CURRENT_RUNG], ['facts', CURRENT_RUNG], issues)
  issue.refuseIfAny(issues)
  const current = policy.rungs.get(name as string)
  const applications = [...policy.rungs.values()]
    .filter((rung) => leadsTo(rung, current as ExactRung))
    .map((rung) => readApplication(given, rung, policy, issues))
  issue.refuseIfAny(distinct(issues))
  return { current: current as ExactRung, applications }
}

function leadsTo({ id, from }: ExactRung, current: ExactRung): boolean {
  return id !== current.id && (from === null || from.includes(current.id))
}

/** Several rungs may look at one fact, whose problem is said once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map(issues.map((one) => [`${one.code} ${one.message}`, one]))
  return [...seen.values()]
}
