import fc from 'fast-check'
import {
  type Appraisal,
  type AppraisalInput,
  type AppraisalSchemeInput,
  appraise,
  attempt,
  defineAppraisalScheme,
  gradeScore,
  handbook,
  type IndicatorResult,
} from 'sales-rules'
import { appraiseRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import {
  type DrawnScorecard,
  modes,
  scorecards,
  throughJson,
  toScheme,
  withKeysReversed,
} from '../arbitraries.rooms.js'
import {
  fraction,
  larger,
  multiply,
  parse,
  Refusal,
  smaller,
  sum,
  toDecimal,
} from '../oracle/fraction.js'
import { type Answer, scoreOf } from '../oracle/scorecard.js'

/** An answer as an appraisal takes it. */
function toResults(answers: Readonly<Record<string, Answer>>): AppraisalInput['results'] {
  const entries = Object.entries(answers).map(([id, answer]): [string, IndicatorResult] => [
    id,
    typeof answer === 'string' ? { value: answer } : answer,
  ])
  return Object.fromEntries(entries)
}

function appraiseBy(answers: Readonly<Record<string, Answer>>, scheme: AppraisalSchemeInput) {
  return appraise({ results: toResults(answers) }, defineAppraisalScheme(scheme))
}

/** What the rules say, or null where they refuse. */
function byTheRules(answers: Readonly<Record<string, Answer>>, scorecard: DrawnScorecard) {
  try {
    return scoreOf(answers, scorecard)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

describe('an appraisal', () => {
  it('is what the rules say, computed another way, and refused where they refuse', () => {
    fc.assert(
      fc.property(scorecards, ({ scorecard, answers }) => {
        const expected = byTheRules(answers, scorecard)
        const outcome = attempt(() => appraiseBy(answers, toScheme(scorecard)))
        if (expected === null || !outcome.ok) {
          expect([outcome.ok, expected]).toEqual([false, null])
          return
        }
        expect(outcome.value.score).toBe(Number(expected.score))
        expect(outcome.value.parts).toMatchObject(
          expected.contributions.map(({ id, contribution }) => ({
            id,
            contribution: Number(contribution ?? 0),
          })),
        )
      }),
      { numRuns: 600 },
    )
  })

  const scored = scorecards.filter(
    ({ scorecard, answers }) => byTheRules(answers, scorecard) !== null,
  )

  it('has contributions that add up to its score', () => {
    fc.assert(
      fc.property(scored, ({ scorecard, answers }) => {
        const { score, parts } = appraiseBy(answers, toScheme(scorecard))
        const { decimals } = scorecard.rounding
        const texts = parts.map(({ contribution }) => contribution.toFixed(decimals))
        expect(toDecimal(sum(texts.map(parse)), decimals, 'down')).toBe(score.toFixed(decimals))
      }),
    )
  })

  it('depends on no order of keys or of indicators', () => {
    fc.assert(
      fc.property(scored, ({ scorecard, answers }) => {
        const scheme = toScheme(scorecard)
        const appraisal = appraiseBy(answers, scheme)
        expect(appraiseBy(withKeysReversed(answers), withKeysReversed(scheme))).toEqual(appraisal)
        const turned = { ...scheme, indicators: [...scheme.indicators].reverse() }
        expect(appraiseBy(answers, turned).score).toBe(appraisal.score)
      }),
    )
  })

  it('survives JSON without loss', () => {
    fc.assert(
      fc.property(scored, ({ scorecard, answers }) => {
        const appraisal = appraiseBy(answers, toScheme(scorecard))
        expect(throughJson(appraisal)).toStrictEqual(appraisal)
      }),
    )
  })

  it('never scores less when one result is better, whatever is missing', () => {
    const rising = scored.filter(({ scorecard }) =>
      scorecard.criteria.every(({ curve }) => ['ratio', 'points'].includes(curve.type)),
    )
    fc.assert(
      fc.property(rising, fc.nat(), fc.nat({ max: 500 }), ({ scorecard, answers }, draw, cents) => {
        const given = Object.keys(answers)
        const id = given[draw % Math.max(1, given.length)]
        fc.pre(id !== undefined)
        const better = { ...answers, [id]: raise(answers[id], cents, maximumOf(scorecard, id)) }
        const scheme = toScheme(scorecard)
        const before = appraiseBy(answers, scheme).score
        expect(appraiseBy(better, scheme).score).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('scores an indicator of weight 0 with nothing', () => {
    fc.assert(
      fc.property(scored, ({ scorecard, answers }) => {
        const { parts } = appraiseBy(answers, toScheme(scorecard))
        const weightless = parts.filter(({ weight }) => weight === 0)
        expect(weightless.filter(({ contribution }) => contribution !== 0)).toEqual([])
      }),
    )
  })
})

const pick = ({ score, gradeAtMost }: Appraisal) => ({ score, gradeAtMost })

/** Points of two indicators, a bonus and a deduction, one of them as components, with a maximum and a cap. */
const figure = fc.integer({ min: 0, max: 100_000 }).map((units) => String(units / 1000))
const full = fc.record({
  work: figure,
  newBusiness: figure,
  repeatBusiness: figure,
  bonus: fc.option(figure, { nil: undefined }),
  deduction: fc.option(figure, { nil: undefined }),
  weight: fc.integer({ min: 0, max: 100 }),
  maximum: fc.option(fc.constantFrom(100, 110, 60.5), { nil: undefined }),
  rounding: modes,
  decimals: fc.integer({ min: 0, max: 4 }),
})
type Full = typeof full extends fc.Arbitrary<infer Value> ? Value : never

const fullScheme = ({ weight, maximum, rounding, decimals }: Full): AppraisalSchemeInput => ({
  indicators: [
    { id: 'work', weight, curve: 'points' },
    {
      id: 'sales',
      weight: 100 - weight,
      curve: 'points',
      components: [
        { id: 'newBusiness', weight: 6 },
        { id: 'repeatBusiness', weight: 4 },
      ],
    },
  ],
  bonuses: [{ id: 'bonus' }],
  deductions: [{ id: 'deduction' }],
  ...(maximum !== undefined && { maximum }),
  gradeCaps: [
    {
      id: 'leastWork',
      requires: { id: 'work', comparison: 'at-least', required: 50, unit: 'points' },
      gradeAtMost: 'C',
    },
  ],
  missing: 'refuse',
  rounding,
  decimals,
})
const fullInput = ({
  work,
  newBusiness,
  repeatBusiness,
  bonus,
  deduction,
}: Full): AppraisalInput => ({
  results: {
    work: { points: work },
    sales: {
      components: {
        newBusiness: { points: newBusiness },
        repeatBusiness: { points: repeatBusiness },
      },
    },
    ...(bonus !== undefined && { bonus: { points: bonus } }),
    ...(deduction !== undefined && { deduction: { points: deduction } }),
  },
})

describe('an appraisal with bonuses, deductions, components and a maximum', () => {
  it('is what a second way of computing it says', () => {
    fc.assert(
      fc.property(full, (drawn) => {
        const parts = (figures: readonly (readonly [string, bigint])[], whole: bigint) =>
          sum(figures.map(([text, part]) => multiply(parse(text), fraction(part, whole))))
        const weight = BigInt(drawn.weight)
        const sales = parts(
          [
            [drawn.newBusiness, 6n],
            [drawn.repeatBusiness, 4n],
          ],
          10n,
        )
        const exact = sum([
          multiply(parse(drawn.work), fraction(weight, 100n)),
          multiply(sales, fraction(100n - weight, 100n)),
          parse(drawn.bonus ?? '0'),
          multiply(parse(drawn.deduction ?? '0'), fraction(-1n)),
        ])
        const most = parse(String(drawn.maximum ?? 100_000))
        const bounded = smaller(larger(exact, fraction(0n)), most)
        const { score } = appraise(fullInput(drawn), defineAppraisalScheme(fullScheme(drawn)))
        expect(score).toBe(Number(toDecimal(bounded, drawn.decimals, drawn.rounding)))
      }),
    )
  })

  it('has contributions, bonuses, deductions and a limit that add up to its score exactly', () => {
    fc.assert(
      fc.property(full, (drawn) => {
        const { score, parts, bonuses, deductions, limit } = appraise(
          fullInput(drawn),
          defineAppraisalScheme(fullScheme(drawn)),
        )
        const added = [...parts, ...bonuses, ...deductions, ...(limit === null ? [] : [limit])]
        const texts = added.map(({ contribution }) => parse(contribution.toFixed(drawn.decimals)))
        expect(toDecimal(sum(texts), drawn.decimals, 'down')).toBe(score.toFixed(drawn.decimals))
      }),
    )
  })

  it('never scores or grades less when one result or bonus is better', () => {
    const keys = ['work', 'newBusiness', 'repeatBusiness', 'bonus'] as const
    fc.assert(
      fc.property(full, fc.constantFrom(...keys), fc.nat(50_000), (drawn, key, units) => {
        const raised = Math.min(100, Math.round(Number(drawn[key] ?? 0) * 1000 + units) / 1000)
        const scheme = defineAppraisalScheme(fullScheme(drawn))
        const before = appraise(fullInput(drawn), scheme)
        const after = appraise(fullInput({ ...drawn, [key]: String(raised) }), scheme)
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        const rank = (one: typeof before) =>
          'CBAS'.indexOf(gradeScore(pick(one), handbook.grading).grade)
        fc.pre(before.score <= 1000 && after.score <= 1000)
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
      }),
    )
  })

  it('is in rows what it is alone, with its caps', () => {
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 5 }), (drawn) => {
        const scheme = defineAppraisalScheme(fullScheme(drawn[0] as Full))
        const inputs = drawn.map(fullInput)
        const { scores, capped, refused } = appraiseRows(inputs, scheme)
        const single = inputs.map((input) => appraise(input, scheme))
        expect([...scores]).toEqual(single.map(({ score }) => score))
        const limits = single.flatMap(({ gradeAtMost }, row) =>
          gradeAtMost.length > 0 ? [{ row, gradeAtMost }] : [],
        )
        expect([capped, refused]).toEqual([limits, 0])
      }),
    )
  })
})

/** The same answer, so many hundredths better; points stay within their maximum. */
function raise(answer: Answer | undefined, cents: number, maximum: number): Answer {
  const better = (figure: string) => String(Math.round(Number(figure) * 100 + cents) / 100)
  if (typeof answer === 'object') return { ...answer, actual: better(answer.actual) }
  return String(Math.min(maximum, Number(better(answer ?? '0'))))
}

function maximumOf({ criteria }: DrawnScorecard, id: string): number {
  const curve = criteria.find((criterion) => criterion.id === id)?.curve
  return curve?.type === 'points' ? Number(curve.max) : Number.POSITIVE_INFINITY
}
