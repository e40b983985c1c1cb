import * as check from '../kernel/check/check.js'
import type { PolicyReference } from '../kernel/index.js'
import { known } from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as proportion from '../kernel/number/proportion.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type { LeadAxis, LeadModel, RoutingRules, SourceRules } from './types.js'

/** A lead model that is ready to compute with. */
export interface ExactLeadModel {
  readonly card: score.ExactScorecard
  readonly bands: readonly score.ExactBand[]
  /** The position of the lowest band whose leads are of high value. */
  readonly highValueUpTo: number
  readonly disqualifiers: readonly ExactDisqualifier[]
  /** The facts that disqualifiers look at, each once. */
  readonly filters: readonly string[]
  /** What the score is made of, and the other facts of disqualifiers after it. */
  readonly scored: readonly string[]
  /** All that may be known of a lead: what its score is made of, then the other facts of fit and intent. */
  readonly facts: readonly string[]
  readonly fit: ExactAxis | null
  readonly intent: ExactAxis | null
  readonly routing: ExactRouting
  readonly sources: ExactSourceRules
  readonly segments: score.ExactScorecard | null
  readonly refreshEveryMonths: number
  /** Handed out with every result, and frozen for that. */
  readonly policy: PolicyReference
}

/** A score beside the score. */
export interface ExactAxis {
  readonly card: score.ExactScorecard
  readonly bands: readonly score.ExactBand[]
  readonly clause: 'LEA-5' | 'LEA-6'
}

interface ExactRouting extends RoutingRules {
  /** The position of the lowest rank that counts as senior. */
  readonly seniorUpTo: number
}

interface ExactSourceRules extends Pick<SourceRules, 'minimumSample'> {
  readonly threshold: Fraction
  readonly dropBelow: Fraction
  /** Standard deviations. */
  readonly z: Fraction
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
  const scored = [...new Set([...card.ids, ...filters])]
  const fit = exactAxis(model.fit, model, 'LEA-5')
  const intent = exactAxis(model.intent, model, 'LEA-6')
  return {
    card,
    bands: score.compileBands(model.bands),
    highValueUpTo: model.bands.findIndex(({ id }) => id === model.highValueFrom),
    disqualifiers,
    filters,
    scored,
    facts: [...new Set([...scored, ...(fit?.card.ids ?? []), ...(intent?.card.ids ?? [])])],
    fit,
    intent,
    routing: {
      ...model.routing,
      seniorUpTo: model.routing.ranks.indexOf(model.routing.seniorFrom),
    },
    sources: exactSources(model.sources),
    segments: model.segments === undefined ? null : score.compile(model.segments.criteria, model),
    refreshEveryMonths: model.profiles.refreshEveryMonths,
    policy: Object.freeze(defined.reference(model)),
  }
}

function exactAxis(
  axis: LeadAxis | undefined,
  model: LeadModel,
  clause: ExactAxis['clause'],
): ExactAxis | null {
  if (axis === undefined) return null
  return {
    card: score.compile(axis.criteria, model),
    bands: score.compileBands(axis.bands),
    clause,
  }
}

function exactSources({ threshold, dropBelow, confidence, minimumSample }: SourceRules) {
  const z = known(proportion.CONFIDENCES[confidence])
  return { threshold: known(threshold), dropBelow: known(dropBelow), z, minimumSample }
}
