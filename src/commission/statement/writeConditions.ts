import { checkConditions } from '../lines/checkConditions.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactAward, ExactPlan } from '../plan/exactPlan.js'
import type { ConditionOutcome } from './types.js'

/** What a plan asks for beside its gate, and whether it is met. */
export function writeConditions(
  facts: ReadFacts,
  { accelerator, groups, awards }: ExactPlan,
): ConditionOutcome[] {
  const write = (
    of: ConditionOutcome['of'],
    id: string | null,
    conditions: ExactAward['conditions'],
  ): ConditionOutcome[] => {
    const { isMet, checks } = checkConditions(conditions, facts)
    return checks === null ? [] : [{ of, id, outcome: isMet ? 'met' : 'unmet', checks }]
  }
  return [
    ...write('accelerator', null, accelerator?.conditions ?? null),
    ...groups.flatMap(({ rule }) => (rule === null ? [] : write('rate', rule.id, rule.conditions))),
    ...awards.flatMap(({ award, conditions }) => write('award', award.id, conditions)),
  ]
}
