/** What holds for any score, and what does for a good one: of leads, of customers, of people. */
import type { Band } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { exactly } from '../draw/amounts.js'
import type { Facts } from '../draw/facts.js'
import { type Card, drawCardFacts, drawTwoFacts } from '../draw/scoreFacts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** A score of some facts, and what it is made of. */
export interface Scored {
  readonly score: number
  /** Parts, bonuses, deductions and limits. */
  readonly contributions: readonly number[]
  readonly band?: string | null
  readonly next?: { readonly from: number; readonly remaining: number } | null
}

/** A score that a policy has, and how it is computed. */
export interface ScoreRule extends Card {
  /** What it is the score of: `lead`, `fit`. */
  readonly of: string
  readonly bands?: readonly Band[]
  readonly score: (facts: Facts) => Scored
  /** What else facts say; nothing unless told. */
  readonly others?: Arbitrary<Facts>
}

/** The laws of a score. */
export function scoreLaws(fc: FastCheck, rule: ScoreRule): AnyLaw[] {
  return [
    partsAddUp(fc, rule),
    ...(rule.bands === undefined ? [] : [bandsPartition(fc, rule, rule.bands)]),
    ...betterResult(fc, rule),
  ]
}

function partsAddUp(fc: FastCheck, rule: ScoreRule): AnyLaw {
  return law(fc, {
    name: `what the parts of the ${rule.of} score add makes up the score`,
    of: 'library',
    cases: drawFacts(fc, rule),
    broken: (facts) => {
      const { score, contributions } = rule.score(facts)
      const all = fraction.sum(contributions.map(exactly))
      return differing('parts and score', write.decimal(all), write.decimal(exactly(score)))
    },
  })
}

function bandsPartition(fc: FastCheck, rule: ScoreRule, bands: readonly Band[]): AnyLaw {
  return law(fc, {
    name: `the ${rule.of} score is in the one band that it reaches, and what remains leads to the next`,
    of: 'library',
    cases: drawFacts(fc, rule),
    broken: (facts) => {
      const { score, band, next = null } = rule.score(facts)
      const reached = bands.filter(({ from }) => from <= score)
      const [best] = reached
      const missing = next && write.decimal(fraction.add(exactly(score), exactly(next.remaining)))
      return (
        differing(`the band of ${score}`, band, best?.id) ??
        (next === null
          ? null
          : differing('where the next begins', missing, write.decimal(exactly(next.from))))
      )
    },
  })
}

/** One result is better and the others are the same: which one is, is drawn. */
function betterResult(fc: FastCheck, rule: ScoreRule): AnyLaw[] {
  const pairs = rule.criteria.flatMap(({ id, curve }) => {
    const drawn = drawTwoFacts(fc, curve)
    return drawn === null ? [] : [drawn.map((two) => ({ id, ...two }))]
  })
  if (pairs.length === 0) return []
  return [
    law(fc, {
      name: `a better result never lowers the ${rule.of} score`,
      of: 'policy',
      cases: fc.record({ facts: drawFacts(fc, rule), changed: fc.oneof(...pairs) }),
      broken: ({ facts, changed: { id, worse, better } }) => {
        const [low, high] = [worse, better].map((fact) => rule.score({ ...facts, [id]: fact }))
        if (low === undefined || high === undefined || high.score >= low.score) return null
        const [first, second] = [JSON.stringify(worse), JSON.stringify(better)]
        return `${id} of ${first} scores ${low.score}, and of ${second} ${high.score}`
      },
    }),
  ]
}

function drawFacts(fc: FastCheck, rule: ScoreRule): Arbitrary<Facts> {
  const own = drawCardFacts(fc, rule)
  if (rule.others === undefined) return own
  return fc
    .record({ own, others: rule.others })
    .map(({ own: facts, others }) => ({ ...facts, ...others }))
}
