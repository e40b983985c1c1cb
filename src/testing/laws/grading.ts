import {
  type DefinedGradingPolicy,
  type GradedPeriod,
  gradeConsequences,
  gradeScore,
} from '../../grading/index.js'
import { addPeriods } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import { drawAmount, drawTwoPlaces, exactly, type Range, twoAmountsAt } from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of a grading policy. */
export function gradingLaws(fc: FastCheck, policy: DefinedGradingPolicy): AnyLaw[] {
  return [oneGrade(fc, policy), higherScore(fc, policy), orderOfPeriods(fc, policy)]
}

function oneGrade(fc: FastCheck, policy: DefinedGradingPolicy): AnyLaw {
  return law(fc, {
    name: 'a score has the one grade that it reaches, and what remains leads to the next',
    of: 'library',
    cases: drawAmount(fc, scoresOf(policy)),
    broken: (given) => {
      const { grade, next, score } = gradeScore(given, policy)
      const best = policy.grades.find(({ from }) => from <= score)
      const reached = next && fraction.add(exactly(score), exactly(next.remaining))
      return (
        differing(`the grade of ${given}`, grade, best?.id) ??
        (next && reached && differing('the next', write.decimal(reached), String(next.from)))
      )
    },
  })
}

function higherScore(fc: FastCheck, policy: DefinedGradingPolicy): AnyLaw {
  const placeOf = (score: string) => {
    const { grade } = gradeScore(score, policy)
    return policy.grades.findIndex(({ id }) => id === grade)
  }
  return law(fc, {
    name: 'a higher score never has a lower grade',
    of: 'library',
    cases: drawTwoPlaces(fc).map((places) => twoAmountsAt(places, scoresOf(policy))),
    broken: ({ less, more }) =>
      placeOf(more) > placeOf(less) ? `${more} is graded below ${less}` : null,
  })
}

/** One decimal more than is graded, so that rounding is tried. */
function scoresOf({ grades, decimals }: DefinedGradingPolicy): Range {
  return {
    edges: grades.map(({ from }) => exactly(from)),
    decimals: Math.min(decimals + 1, 12),
    most: fraction.whole(120),
  }
}

function orderOfPeriods(fc: FastCheck, policy: DefinedGradingPolicy): AnyLaw {
  return law(fc, {
    name: 'the order in which graded periods are given changes nothing of what follows',
    of: 'library',
    cases: arbitraryGradeHistory(fc, policy).chain((history) =>
      fc
        .shuffledSubarray([...history], { minLength: history.length })
        .map((reordered) => ({ history, reordered })),
    ),
    broken: ({ history, reordered }) =>
      differing(
        'in two orders',
        gradeConsequences(history, policy),
        gradeConsequences(reordered, policy),
      ),
  })
}

const FIRST = { week: '2026-W01', month: '2026-01', quarter: '2026-Q1' } as const
const FIRST_OF_LONGER = { 'half-year': '2026-H1', year: '2026' } as const

/**
 * The grades of somebody, period by period, of the length that the policy's consequences count: any of its grades, an excuse, or a period without an
 * entry.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { gradeConsequences, handbook } from 'sales-rules'
 * import { arbitraryGradeHistory } from 'sales-rules/testing'
 *
 * const histories = arbitraryGradeHistory(fc, handbook.grading)
 * fc.assert(
 *   fc.property(histories, (history) => {
 *     const graded = history.map(({ period }) => period)
 *     return gradeConsequences(history, handbook.grading).every(({ period }) => graded.includes(period))
 *   }),
 * )
 * ```
 */
export function arbitraryGradeHistory(
  fc: FastCheck,
  policy: DefinedGradingPolicy,
): Arbitrary<readonly GradedPeriod[]> {
  defined.check(policy, 'GradingPolicy')
  const units = policy.consequences.flatMap((rule) =>
    'streak' in rule ? rule.streak.per : (rule.per ?? []),
  )
  const firsts = [...new Set(units)].map((unit) => ({ ...FIRST, ...FIRST_OF_LONGER })[unit])
  const grades = policy.grades.map(({ id }) => id)
  const drawn = fc.array(fc.constantFrom(...grades, EXCUSED, null), { maxLength: 12 })
  return fc
    .record({ first: fc.constantFrom(...(firsts.length > 0 ? firsts : ['2026-Q1'])), drawn })
    .map((one) =>
      one.drawn.flatMap((grade, index): GradedPeriod[] => {
        const period = addPeriods(one.first, index)
        if (grade === null) return []
        return [typeof grade === 'string' ? { period, grade } : { period, excused: 'leave' }]
      }),
    )
}

const EXCUSED = Symbol('excused')
