import type { PolicyReference } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type { HealthModel } from './types.js'

/** A health model that is ready to compute with. */
export interface ExactHealthModel {
  readonly card: score.ExactScorecard
  readonly bands: readonly score.ExactBand[]
  readonly unansweredInARow: number
  /** Handed out with every result, and frozen for that. */
  readonly policy: PolicyReference
}

/** The exact form of a defined health model, made once. */
export const exactHealthModel = /* @__PURE__ */ defined.compiler('HealthModel', compileHealthModel)

function compileHealthModel(model: HealthModel): ExactHealthModel {
  return {
    card: score.compile(model.criteria, model),
    bands: score.compileBands(model.bands),
    unansweredInARow: model.unansweredInARow,
    policy: Object.freeze(defined.reference(model)),
  }
}
