import {
  type CareerFacts,
  type CareerPolicy,
  checkPromotion,
  type DefinedCareerPolicy,
} from '../../careers/index.js'
import type { Condition } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import { betterFact, betterWay, conditionsByFact, drawFacts, type Facts } from '../draw/facts.js'
import { type AnyLaw, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of a career policy. */
export function careerLaws(fc: FastCheck, policy: DefinedCareerPolicy): AnyLaw[] {
  if (rungsOf(policy).length === 0) return []
  return [nothingKnown(fc, policy), moreEvidence(fc, policy), ...betterFacts(fc, policy)]
}

function nothingKnown(fc: FastCheck, policy: DefinedCareerPolicy): AnyLaw {
  return law(fc, {
    name: 'of whom nothing is known no condition is met',
    of: 'library',
    cases: fc.constantFrom(...rungsOf(policy)),
    broken: (rung) => {
      const met = checkPromotion({}, rung, policy).checks.find(({ outcome }) => outcome === 'met')
      return met === undefined ? null : `${met.id} of ${rung} is met`
    },
  })
}

function moreEvidence(fc: FastCheck, policy: DefinedCareerPolicy): AnyLaw {
  return law(fc, {
    name: 'more evidence never turns met into unmet, nor unmet into met',
    of: 'library',
    cases: fc
      .record({ rung: fc.constantFrom(...rungsOf(policy)), known: drawCareerFacts(fc, policy) })
      .chain(({ rung, known }) =>
        fc
          .subarray(Object.keys(known).filter((id) => id !== 'asOf'))
          .map((left) => ({ rung, known, less: without(known, left) })),
      ),
    broken: ({ rung, known, less }) => {
      const before = checkPromotion(less, rung, policy).checks
      const after = checkPromotion(known, rung, policy).checks
      const at = before.findIndex(
        ({ outcome }, index) =>
          (outcome === 'met' || outcome === 'unmet') && after[index]?.outcome !== outcome,
      )
      if (at === -1) return null
      return `${before[at]?.id} was ${before[at]?.outcome}, and is ${after[at]?.outcome}`
    },
  })
}

function without(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)))
}

const ANSWERS = [false, 'unknown', true] as const

function betterFacts(fc: FastCheck, policy: DefinedCareerPolicy): AnyLaw[] {
  const byFact = [...conditionsByFact(conditionsOf(policy))].filter(
    ([, conditions]) => betterWay(conditions) !== null,
  )
  if (byFact.length === 0) return []
  return [
    law(fc, {
      name: 'a better fact never takes back a yes',
      of: 'library',
      cases: fc.record({
        rung: fc.constantFrom(...rungsOf(policy)),
        facts: drawCareerFacts(fc, policy),
        changed: fc.constantFrom(...byFact.map(([id]) => id)),
        step: fc.bigInt({ min: 1n, max: 1_000n }),
      }),
      broken: ({ rung, facts, changed, step }) => {
        const conditions = new Map(byFact).get(changed) ?? []
        const better = betterFact(facts[changed], conditions, step)
        if (better === undefined) return null
        const [before, after] = [facts, { ...facts, [changed]: better }].map(
          (one) => checkPromotion(one, rung, policy).eligible,
        )
        if (before === undefined || after === undefined) return null
        return ANSWERS.indexOf(after) < ANSWERS.indexOf(before)
          ? `${changed} of ${facts[changed]} is ${before}, and of ${better} ${after}`
          : null
      },
    }),
  ]
}

/** The rungs and sideways moves. */
function rungsOf({ ladders, sidewaysMoves }: CareerPolicy): string[] {
  return [...ladders.flatMap(({ rungs }) => rungs), ...sidewaysMoves].map(({ id }) => id)
}

/** What rungs, sideways moves and mentors ask for. */
function conditionsOf({ ladders, sidewaysMoves, mentors }: CareerPolicy): Condition[] {
  const rungs = ladders.flatMap((ladder) => ladder.rungs)
  return [
    ...rungs.flatMap(({ requires, standard }) => [requires, ...(standard ? [standard] : [])]),
    ...sidewaysMoves.map(({ requires }) => requires),
    ...(mentors === undefined ? [] : [mentors.requires]),
  ]
}

function drawCareerFacts(fc: FastCheck, policy: CareerPolicy): Arbitrary<Facts> {
  return drawFacts(fc, conditionsOf(policy))
}

/**
 * What is known of a person, as the conditions of a policy's rungs look at it: what is required, a step beside it, and histories with gaps and
 * excuses. Some of it is not known.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { checkPromotion, handbook } from 'sales-rules'
 * import { arbitraryCareerFacts } from 'sales-rules/testing'
 *
 * const people = arbitraryCareerFacts(fc, handbook.careers)
 * fc.assert(
 *   fc.property(people, (facts) => {
 *     const { eligible, missing } = checkPromotion(facts, 'sales-supervisor', handbook.careers)
 *     return (eligible === true) === (missing.length === 0)
 *   }),
 * )
 * ```
 */
export function arbitraryCareerFacts(
  fc: FastCheck,
  policy: DefinedCareerPolicy,
): Arbitrary<CareerFacts> {
  defined.check(policy, 'CareerPolicy')
  return drawCareerFacts(fc, policy)
}
