import fc from 'fast-check'
import {
  type Consequence,
  gradeConsequences,
  gradeScore,
  handbook,
  payConsequences,
  periodRange,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { add, compare, fraction, multiply, parse, zero } from '../oracle/fraction.js'

const GRADES = ['C', 'B', 'A', 'S'] as const

/** Quarters from 2025 on. */
const quartersOf = (grades: readonly string[]) =>
  grades.map((grade, at) => ({ period: `${2025 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, grade }))
const yearsOf = (grades: readonly string[]) =>
  grades.map((grade, at) => ({ period: String(2025 + at), grade }))

/** Grades, and one of them raised. */
const raised = fc
  .array(fc.constantFrom(...GRADES), { minLength: 1, maxLength: 12 })
  .chain((grades) => fc.tuple(fc.constant(grades), fc.nat(grades.length - 1), fc.nat(3)))
  .map(([grades, at, step]) => {
    const from = GRADES.indexOf(grades[at] ?? 'C')
    const to = GRADES[Math.min(3, from + step)] ?? 'S'
    return [grades, grades.map((grade, index) => (index === at ? to : grade))] as const
  })

const all = (grades: readonly string[], historyOf = quartersOf) =>
  gradeConsequences(historyOf(grades), handbook.grading)

/** What a kind of consequence adds up to on a day: events on the last day of their period, what lasts on each day on which it holds. */
function valueOn(day: string, kind: string, consequences: readonly Consequence[]) {
  const holds = ({ period, from, until }: Consequence) =>
    from === null
      ? periodRange(period).to === day
      : periodRange(from).from <= day && (until === null || day <= periodRange(until).to)
  return consequences
    .filter((one) => one.kind === kind && holds(one))
    .reduce((sum, { value }) => add(sum, parse(value)), zero)
}

const lastDays = [2025, 2026, 2027, 2028].flatMap((year) =>
  ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`),
)

describe('raising one grade', () => {
  it.each(['bonus', 'commission-coefficient', 'base-pay'])(
    'never lowers what follows as %s, on any day',
    (kind) => {
      fc.assert(
        fc.property(raised, ([lower, higher]) => {
          const [before, after] = [all(lower), all(higher)]
          for (const day of lastDays) {
            const [less, more] = [valueOn(day, kind, before), valueOn(day, kind, after)]
            expect(compare(more, less)).toBeGreaterThanOrEqual(0)
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  it.each(['extra-leave', 'raise'])('of a year never lowers what follows as %s', (kind) => {
    fc.assert(
      fc.property(raised, ([lower, higher]) => {
        const [before, after] = [all(lower, yearsOf), all(higher, yearsOf)]
        for (const day of [...lastDays, '2040-12-31']) {
          const [less, more] = [valueOn(day, kind, before), valueOn(day, kind, after)]
          expect(compare(more, less)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('never takes anybody off the job who was not', () => {
    const observed = (grades: readonly string[]) =>
      all(grades).some(({ kind }) => kind === 'observation')
    fc.assert(
      fc.property(raised, ([lower, higher]) => {
        expect(observed(higher) && !observed(lower)).toBe(false)
      }),
    )
  })

  it('never pays less in all, but for the cents to which cuts are rounded', () => {
    fc.assert(
      fc.property(raised, fc.integer({ min: 100_000, max: 3_000_000 }), (pair, cents) => {
        const [less, more] = pair.map((grades) => {
          const input = { baseSalary: (cents / 100).toFixed(2), consequences: all(grades) }
          const years = ['2025', '2026', '2027', '2028'].map((period) =>
            parse(payConsequences({ ...input, period }, handbook.compensation).amount),
          )
          return years.reduce(add, zero)
        })
        // Each of at most six cuts is rounded once to date.
        const slack = multiply(fraction(6n), parse('0.01'))
        expect(compare(add(more ?? zero, slack), less ?? zero)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 100 },
    )
  })
})

describe('one more point', () => {
  it('never lowers what a quarter earns: the grade, and the bonus of it', () => {
    const score = fc.integer({ min: 0, max: 110_000 }).map((units) => units / 1000)
    fc.assert(
      fc.property(score, fc.nat({ max: 40_000 }), (points, more) => {
        const earned = [points, points + more / 1000].map((one) => {
          const { grade } = gradeScore(one.toFixed(3), handbook.grading)
          return valueOn('2025-03-31', 'bonus', all([grade]))
        })
        expect(compare(earned[1] ?? zero, earned[0] ?? zero)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
