import type { Condition } from '../../kernel/index.js'
import * as attempts from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import { type DefinedRewardPolicy, educationRepayment } from '../../rewards/index.js'
import { type AskedCondition, conditions } from './conditions.js'
import { exactText } from './exactText.js'
import { finding } from './finding.js'
import { TERMS_ABOVE_LAW } from './issues.js'
import { exampleOf } from './rules.js'
import type { Finding, LintReport } from './types.js'

/** Lints a reward policy: rewards for nobody, and terms above what the law allows (REW-5). */
export function lintRewards(policy: DefinedRewardPolicy): LintReport {
  const { findings, notChecked } = conditions(conditionsOf(policy))
  return { findings: [...findings, ...termsAboveLaw(policy)], notChecked }
}

function conditionsOf(policy: DefinedRewardPolicy): AskedCondition[] {
  const { equity, educationFund, titles, opportunities } = policy
  const all: (readonly [(string | number)[], string, Condition | undefined])[] = [
    ...equity.map(({ id, requires }, index) => [['equity', index], id, requires] as const),
    ...opportunities.map(
      ({ id, requires }, index) => [['opportunities', index], id, requires] as const,
    ),
    ...titles.map(({ id, requires }, index) => [['titles', index], id, requires] as const),
    [['educationFund'], 'education-fund', educationFund?.requires],
  ].map(([path, id, requires]) => [path, id, requires] as never)
  return all.flatMap(([path, id, condition]) => {
    if (condition === undefined) return []
    const question = { rule: 'checkReward', figure: 'eligible', policy } as const
    return [{ path: [...path, 'requires'], condition, question, given: (facts) => [facts, id] }]
  })
}

const AMOUNT = '10000'
const FROM = '2026-01-01'

/**
 * Steps that ask back more than what was not served of a commitment that ends with the last of them. It shows most on the last day of a
 * step, when most of it is served.
 */
function termsAboveLaw(policy: DefinedRewardPolicy): Finding[] {
  const { educationFund } = policy
  const repayment = educationFund?.repayment
  if (repayment?.kind !== 'steps') return []
  const months = repayment.steps.at(-1)?.upToMonths ?? 0
  const to = time.addDays(time.addMonths(FROM, months), -1)
  const worst = repayment.steps.flatMap(({ upToMonths }, index) => {
    const lastDay = time.addDays(time.addMonths(FROM, upToMonths), -2)
    const commitment = { amount: AMOUNT, from: FROM, to, lastDay }
    const outcome = attempts.attempt(() => educationRepayment(commitment, policy))
    if (!outcome.ok) return []
    const { agreed, legalLimit } = outcome.value
    const excess = fraction.subtract(exactText(agreed), exactText(legalLimit))
    return excess.n > 0n ? [{ index, commitment, agreed, legalLimit }] : []
  })
  // Where the policy cuts what is above the law, the terms still say more than anybody pays.
  const severity = educationFund?.aboveLegalLimit === 'cap' ? 'warning' : 'error'
  return worst.map(({ index, commitment, agreed, legalLimit }) => {
    const question = { rule: 'educationRepayment', figure: 'agreed', policy } as const
    const limit = exampleOf({ ...question, figure: 'agreed' }, [[commitment]])
    const path = ['educationFund', 'repayment', 'steps', index]
    const params = { given: agreed, maximum: legalLimit }
    return finding(severity, TERMS_ABOVE_LAW, [path, params], { clause: 'REW-5', example: limit })
  })
}
