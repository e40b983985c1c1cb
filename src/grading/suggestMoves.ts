import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactMove, exactGradingPolicy } from './exactGradingPolicy.js'
import { writeAnswer } from './read.js'
import type { DefinedGradingPolicy, MoveFacts, MoveSuggestions, SuggestedMove } from './types.js'

/**
 * Says which moves to other work a policy suggests to a person, and what is in the way of the others: a transfer for somebody whom sales
 * does not suit (GRA-10), a rotation over product lines for people of potential (GRA-11).
 *
 * It is a suggestion, not an order. A fact that is not given is never taken for a met one: the move is then `'unknown'`. For a step on a
 * ladder, or sideways, use `nextRungs`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `UNKNOWN_KEY` for a fact that no move looks at, `VALUE_MISSING` for a history without `asOf`,
 *   and what is wrong with a fact.
 *
 * @example Three quarters at C in a row
 * ```ts
 * import { handbook, suggestMoves } from 'sales-rules'
 *
 * const quarterlyGrades = ['Q1', 'Q2', 'Q3'].map((quarter) => ({ period: `2026-${quarter}`, value: 'C' }))
 * const { moves } = suggestMoves({ quarterlyGrades, asOf: '2026-Q3', highPotential: false }, handbook.grading)
 * moves.map(({ move, to, suggested }) => [move, to, suggested])
 * // => [['transfer', ['customer-service', 'marketing'], true], ['rotation', ['another-product-line'], false]]
 * ```
 */
export function suggestMoves(facts: MoveFacts, policy: DefinedGradingPolicy): MoveSuggestions {
  const exact = exactGradingPolicy(policy)
  const known = readFacts(facts, exact.moves)
  const moves = known.map(writeMove)
  return {
    moves,
    policy: exact.policy,
    clauses: [...new Set(moves.map(({ clause }) => clause))],
  }
}

interface KnownMove extends ExactMove {
  readonly condition: check.KnownCondition
}

function readFacts(value: unknown, moves: readonly ExactMove[]): KnownMove[] {
  const issues: Issue[] = []
  const names = [...new Set(moves.flatMap(({ requires }) => check.factsOf(requires)))]
  const facts = read.fields(value, ['facts'], names, issues) ?? {}
  const known = moves.map((move) => ({
    ...move,
    condition: check.read(move.requires, facts, ['facts'], issues),
  }))
  issue.refuseIfAny(issues)
  return known
}

function writeMove({ rule, condition }: KnownMove): SuggestedMove {
  const found = check.compute(condition)
  return {
    move: rule.id,
    clause: rule.clause,
    to: rule.to,
    suggested: writeAnswer(found.outcome),
    checks: check.write(found).checks,
    nearest: found.nearest.map(check.writeOne),
  }
}
