import fc from 'fast-check'
import {
  type AppraisalInput,
  type AppraisalSchemeInput,
  appraise,
  attempt,
  defineAppraisalScheme,
  type IndicatorResult,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  type DrawnScorecard,
  scorecards,
  throughJson,
  toScheme,
  withKeysReversed,
} from '../arbitraries.rooms.js'
import { parse, Refusal, sum, toDecimal } from '../oracle/fraction.js'
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
