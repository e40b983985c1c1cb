/** The functions whose outcomes are explained: how each outcome is told from others, and who describes it. */
import type { Appraisal } from '../appraisal/index.js'
import type { CommissionAttribution, CommissionStatement } from '../commission/index.js'
import type { Consequence } from '../grading/index.js'
import { describeAppraisal } from './describe/appraisal/appraisal.js'
import { describeAttribution } from './describe/commission/attribution.js'
import { type BesideStatement, describeStatement } from './describe/commission/statement.js'
import { describeConsequences } from './describe/grading/consequences.js'
import type { Document } from './document.js'
import type { Voice } from './voice.js'

/** What may stand beside an outcome. */
export type Beside = BesideStatement

interface Explained<Outcome> {
  /** The fields that every such outcome has; of a list, that each of its entries has. */
  readonly signs: readonly string[]
  readonly isList: boolean
  readonly describe: (outcome: Outcome, voice: Voice, beside: Beside) => Document
}

/** Whose outcome is one object. */
function one<Outcome extends object>(
  signs: readonly (keyof Outcome & string)[],
  describe: Explained<Outcome>['describe'],
): Explained<Outcome> {
  return { signs, isList: false, describe }
}

/** Whose outcome is a list. */
function list<Outcome extends readonly object[]>(
  signs: readonly (keyof Outcome[number] & string)[],
  describe: Explained<Outcome>['describe'],
): Explained<Outcome> {
  return { signs, isList: true, describe }
}

export const OUTCOMES = {
  appraise: one<Appraisal>(['parts', 'gradeCaps', 'gradeAtMost'], describeAppraisal),
  attributeCommission: one<CommissionAttribution>(['attribution', 'lines'], describeAttribution),
  calculateCommission: one<CommissionStatement>(['slices', 'gate', 'unrounded'], describeStatement),
  gradeConsequences: list<readonly Consequence[]>(
    ['kind', 'clause', 'endedBy'],
    describeConsequences,
  ),
}

export type ExplainedFunction = keyof typeof OUTCOMES

/** Outcomes that can be explained. */
export type ExplainedOutcome = Parameters<(typeof OUTCOMES)[ExplainedFunction]['describe']>[0]
