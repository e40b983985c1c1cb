import * as check from '../kernel/check/check.js'
import type { PolicyReference } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type { LeadModel } from './types.js'

/** A lead model that is ready to compute with. */
export interface ExactLeadModel {
  readonly card: score.ExactScorecard
  readonly bands: readonly score.ExactBand[]
  /** The position of the lowest band whose leads are of high value. */
  readonly highValueUpTo: number
  readonly disqualifiers: readonly ExactDisqualifier[]
  /** The facts that disqualifiers look at, each once. */
  readonly filters: readonly string[]
  /** All that may be known of a lead: criteria first, then the other facts of disqualifiers. */
  readonly facts: readonly string[]
  /** Handed out with every result, and frozen for that. */
  readonly policy: PolicyReference
}

/** A reason to drop a lead, ready to look for. */
interface ExactDisqualifier {
  readonly reason: string
  readonly when: check.ExactCondition
  /** The facts that it looks at. */
  readonly facts: readonly string[]
  /** As the model has it. */
  readonly written: check.Condition
}

/** The exact form of a defined lead model, made once. */
export const exactLeadModel = /* @__PURE__ */ defined.compiler('LeadModel', compileLeadModel)

function compileLeadModel(model: LeadModel): ExactLeadModel {
  const card = score.compile(model.criteria, model)
  const disqualifiers = model.disqualifiers.map(({ reason, when: written }) => {
    const when = check.compile(written)
    return { reason, when, facts: check.factsOf(when), written }
  })
  const filters = [...new Set(disqualifiers.flatMap(({ facts }) => facts))]
  return {
    card,
    bands: score.compileBands(model.bands),
    highValueUpTo: model.bands.findIndex(({ id }) => id === model.highValueFrom),
    disqualifiers,
    filters,
    facts: [...new Set([...card.ids, ...filters])],
    policy: Object.freeze(defined.reference(model)),
  }
}
