/** The rules that confirm what lint finds, by the names under which everybody calls them. */
import { appraise } from '../../appraisal/index.js'
import { checkMentor, checkPromotion } from '../../careers/index.js'
import { calculateCommission } from '../../commission/index.js'
import { calculateCompensation } from '../../compensation/index.js'
import { gradeConsequences, gradeScore, suggestMoves } from '../../grading/index.js'
import { scoreHealth } from '../../health/index.js'
import { scoreLead } from '../../leads/index.js'
import { checkStage } from '../../pipeline/index.js'
import { checkReward, educationRepayment } from '../../rewards/index.js'
import { checkQuality } from '../../service/index.js'
import { prorateTarget, splitTarget } from '../../targets/index.js'
import type { FindingExample } from './types.js'

const RULES = {
  appraise,
  calculateCommission,
  calculateCompensation,
  checkMentor,
  checkPromotion,
  checkQuality,
  checkReward,
  checkStage,
  educationRepayment,
  gradeConsequences,
  gradeScore,
  prorateTarget,
  scoreHealth,
  scoreLead,
  splitTarget,
  suggestMoves,
}

export type RuleName = keyof typeof RULES

/** What is called of a rule: on which policy, and what is read of each result. */
export interface Question {
  readonly rule: RuleName
  readonly figure: string
  readonly policy: object
}

/** One figure of what a rule makes of an input. */
export function ask({ rule, figure, policy }: Question, given: readonly unknown[]): string {
  const call = RULES[rule] as (...input: readonly unknown[]) => unknown
  const outcome = call(...given, policy)
  const found = figure
    .split('.')
    .reduce((part, key) => (part as Record<string, unknown>)[key], outcome)
  return String(found)
}

/** Calls a rule, and keeps what was given and what came of it. */
export function exampleOf(
  question: Question,
  given: readonly (readonly unknown[])[],
): FindingExample {
  const { rule, figure } = question
  return { rule, figure, given, gives: given.map((one) => ask(question, one)) }
}
