import {
  type AppraisalInput,
  type AppraisalScheme,
  appraise,
  type DefinedAppraisalScheme,
  type Indicator,
} from '../../appraisal/index.js'
import * as defined from '../../kernel/policy/defined.js'
import { drawEachFact, type Facts } from '../draw/facts.js'
import { drawCardFacts } from '../draw/scoreFacts.js'
import type { AnyLaw } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { type Scored, scoreLaws } from './score.js'

/** The laws of an appraisal scheme. */
export function appraisalLaws(fc: FastCheck, scheme: DefinedAppraisalScheme): AnyLaw[] {
  const { indicators: criteria, missing, knownWeightAtLeast } = scheme
  const capped = drawCapFacts(fc, scheme).map((facts): Facts => ({ [CAP_FACTS]: facts }))
  return scoreLaws(fc, {
    ...{ of: 'appraisal', criteria, missing, knownWeightAtLeast, others: capped },
    score: (facts) => scoredBy(facts, scheme),
  })
}

/** Where the facts of grade caps are among the results; no indicator has such an id. */
const CAP_FACTS = ''

function scoredBy(facts: Facts, scheme: DefinedAppraisalScheme): Scored {
  const { score, parts, bonuses, deductions, limit } = appraise(toInput(facts, scheme), scheme)
  const all = [...parts, ...bonuses, ...deductions, ...(limit === null ? [] : [limit])]
  return { score, contributions: all.map(({ contribution }) => contribution) }
}

/**
 * A person's results, as a scheme's curves take them: on their steps, knots and ends, and beside them, from a source that it accepts. What
 * the scheme can do without is left out now and then.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { appraise, handbook } from 'sales-rules'
 * import { arbitraryAppraisalInput } from 'sales-rules/testing'
 *
 * const people = arbitraryAppraisalInput(fc, handbook.appraisal)
 * fc.assert(fc.property(people, (input) => appraise(input, handbook.appraisal).score <= 100))
 * ```
 */
export function arbitraryAppraisalInput(
  fc: FastCheck,
  scheme: DefinedAppraisalScheme,
): Arbitrary<AppraisalInput> {
  defined.check(scheme, 'AppraisalScheme')
  const { indicators: criteria, missing, knownWeightAtLeast } = scheme
  return fc
    .record({
      results: drawCardFacts(fc, { criteria, missing, knownWeightAtLeast }),
      facts: drawCapFacts(fc, scheme),
    })
    .map(({ results, facts }) => toInput({ ...results, [CAP_FACTS]: facts }, scheme))
}

/** What the grade caps look at besides the results. */
function drawCapFacts(fc: FastCheck, { gradeCaps = [], ...scheme }: AppraisalScheme) {
  const { indicators, bonuses = [], deductions = [] } = scheme
  const own = new Set([...indicators, ...bonuses, ...deductions].map(({ id }) => id))
  const conditions = gradeCaps.map(({ requires }) => requires)
  const asked = drawEachFact(fc, conditions).filter(([id]) => !own.has(id))
  return fc.record(Object.fromEntries(asked))
}

function toInput({ [CAP_FACTS]: facts, ...given }: Facts, scheme: AppraisalScheme): AppraisalInput {
  const results = scheme.indicators.flatMap((indicator) =>
    Object.hasOwn(given, indicator.id)
      ? [[indicator.id, toResult(given[indicator.id], indicator)]]
      : [],
  )
  const isAsked = Object.keys(facts ?? {}).length > 0
  return {
    results: Object.fromEntries(results),
    ...(isAsked ? { facts: facts as Facts } : {}),
  } as AppraisalInput
}

/** A fact as a result: of a target, or points, or as it is; an attainment where levels are named. */
function toResult(fact: unknown, { curve, levels, acceptedSources }: Indicator) {
  const [named] = (acceptedSources ?? []).filter((source) => source !== null)
  const source = named === undefined ? {} : { source: named }
  if (typeof fact === 'object' && fact !== null && 'target' in fact) return { ...fact, ...source }
  if (
    curve.kind === 'points' &&
    typeof fact === 'string' &&
    !Object.hasOwn(curve.names ?? {}, fact)
  )
    return { points: fact, ...source }
  if (levels !== undefined) return { actual: fact, target: '1', ...source }
  return { value: fact, ...source }
}
