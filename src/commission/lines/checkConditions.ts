import * as check from '../../kernel/check/check.js'
import type { Check, Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import { FACT_OF_CONDITION_MISSING, type FACT_OF_GATE_MISSING } from '../issues.js'
import type { ReadFacts } from './readFacts.js'

/** Whether conditions are met, and what was looked at; without any, they are. */
export interface CheckedConditions {
  readonly isMet: boolean
  readonly checks: readonly Check[] | null
}

/** A condition that cannot be decided stops the statement: unknown is not met, and must not be taken for unmet either. */
export function checkConditions(
  conditions: check.ExactCondition | null,
  { facts }: Pick<ReadFacts, 'facts'>,
  missing:
    | typeof FACT_OF_CONDITION_MISSING
    | typeof FACT_OF_GATE_MISSING = FACT_OF_CONDITION_MISSING,
): CheckedConditions {
  if (conditions === null) return { isMet: true, checks: null }
  const issues: Issue[] = []
  const { outcome, checks } = check.run(conditions, facts, ['facts'], issues)
  if (outcome === 'unknown' && issues.length === 0)
    for (const { id, outcome: own } of checks)
      if (own === 'unknown') issues.push(issue.at(missing, ['facts', id], { id }))
  issue.refuseIfAny(issues)
  return { isMet: outcome !== 'unmet', checks }
}
