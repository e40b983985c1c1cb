import type { Condition } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { DefinedSalesProcess } from '../../pipeline/index.js'
import { type AskedCondition, conditions } from './conditions.js'
import { exactText } from './exactText.js'
import { finding } from './finding.js'
import { FIELD_WITHOUT_EFFECT, LATER_IS_LESS, NEVER_REACHED } from './issues.js'
import type { Finding, LintReport } from './types.js'

/** Lints a sales process: stages that nothing leads to, what holds deals back for ever, chances that fall. */
export function lintPipeline(policy: DefinedSalesProcess): LintReport {
  const asked = conditions(conditionsOf(policy))
  const findings = [
    ...asked.findings,
    ...unreachedStages(policy),
    ...fallingChances(policy),
    ...idleExchange(policy),
  ]
  return { findings, notChecked: asked.notChecked }
}

/** All that a stage asks for together. */
function conditionsOf(policy: DefinedSalesProcess): AskedCondition[] {
  return policy.stages.flatMap(({ id, to: [next], requires }, index) => {
    if (requires.length === 0 || next === undefined) return []
    const condition: Condition = { all: requires }
    const question = { rule: 'checkStage', figure: 'mayMove', policy } as const
    const given: AskedCondition['given'] = (facts) => [facts, { from: id, to: next }]
    return [{ path: ['stages', index, 'requires'], condition, question, given }]
  })
}

function unreachedStages({ stages }: DefinedSalesProcess): Finding[] {
  const reached = new Set(stages.slice(0, 1).map(({ id }) => id))
  for (const id of reached)
    for (const next of stages.find((stage) => stage.id === id)?.to ?? []) reached.add(next)
  return stages.flatMap(({ id }, index) =>
    reached.has(id) ? [] : [finding('error', NEVER_REACHED, [['stages', index], { id }])],
  )
}

/** A stage in which a deal is less probable to be won than in the one before. */
function fallingChances({ stages }: DefinedSalesProcess): Finding[] {
  const known = stages.flatMap(({ probability }, index) =>
    probability === undefined ? [] : [{ probability, index }],
  )
  return known.flatMap(({ probability, index }, place) => {
    const before = known[place - 1]?.probability
    if (before === undefined || fraction.compare(exactText(probability), exactText(before)) >= 0)
      return []
    const path = ['stages', index, 'probability']
    return [finding('warning', LATER_IS_LESS, [path, { given: probability, other: before }])]
  })
}

/** What is to be given in exchange, for a discount that nobody may grant. */
function idleExchange({ discounts }: DefinedSalesProcess): Finding[] {
  if (discounts === undefined) return []
  const { authorities, exchange } = discounts
  const most = authorities.map(({ discountAtMost }) => exactText(discountAtMost))
  const isIdle = most.every((one) => fraction.compare(one, exactText(exchange.above)) <= 0)
  return isIdle ? [finding('warning', FIELD_WITHOUT_EFFECT, [['discounts', 'exchange'], {}])] : []
}
