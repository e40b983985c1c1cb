import type { PolicyReference } from '../kernel/index.js'
import { known } from '../kernel/number/decimal.js'
import type * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type { HealthModel, RecordMeasure } from './types.js'

/** A health model that is ready to compute with. */
export interface ExactHealthModel {
  readonly card: score.ExactScorecard
  readonly bands: readonly score.ExactBand[]
  /** By the positions of the parts; null for one whose fact is given. */
  readonly measures: readonly (RecordMeasure | null)[]
  /** The kinds of records that are measured. */
  readonly kinds: readonly string[]
  /** What a customer's facts may be called. */
  readonly keys: readonly string[]
  readonly worstPart: ExactWorstPart | null
  readonly unansweredInARow: number
  readonly unansweredBy: HealthModel['unansweredBy']
  /** Handed out with every result, and frozen for that. */
  readonly policy: PolicyReference
}

/** How far one bad part holds the band down. */
interface ExactWorstPart {
  readonly below: fraction.Fraction
  /** The position of the best band that is left. */
  readonly best: number
  /** By the positions of the parts: whether one can do it. */
  readonly counts: readonly boolean[]
}

/** What a customer is measured by, beside the facts. */
export const RECORD_KEYS = ['asOf', 'records'] as const

/** The exact form of a defined health model, made once. */
export const exactHealthModel = /* @__PURE__ */ defined.compiler('HealthModel', compileHealthModel)

function compileHealthModel(model: HealthModel): ExactHealthModel {
  const card = score.compile(model.criteria, model)
  const measures = model.criteria.map(({ measure }) => measure ?? null)
  const isMeasured = measures.some((measure) => measure !== null)
  return {
    card,
    bands: score.compileBands(model.bands),
    measures,
    kinds: [...new Set(measures.flatMap((measure) => measure?.kinds ?? []))],
    keys: isMeasured ? [...card.ids, ...RECORD_KEYS] : card.ids,
    worstPart: compileWorstPart(model),
    unansweredInARow: model.unansweredInARow,
    unansweredBy: model.unansweredBy,
    policy: Object.freeze(defined.reference(model)),
  }
}

function compileWorstPart({ worstPart, bands, criteria }: HealthModel): ExactWorstPart | null {
  if (worstPart === undefined) return null
  const { below, bandAtMost, criteria: listed } = worstPart
  return {
    below: known(below),
    best: bands.findIndex(({ id }) => id === bandAtMost),
    counts: criteria.map(({ id }) => listed?.includes(id) ?? true),
  }
}
