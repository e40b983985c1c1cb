import fc from 'fast-check'
import { attempt, checkDistribution } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { placesByShares } from '../oracle/shares.js'

const shares = { S: 10, A: 20, B: 60, C: 10 }

/** Places and moves by grade. */
function distributionOf(
  proposed: Readonly<Record<string, number>>,
  rules: Parameters<typeof checkDistribution>[1] = { shares },
) {
  const { grades } = checkDistribution(proposed, rules)
  return {
    places: Object.fromEntries(grades.map(({ grade, places }) => [grade, places])),
    move: Object.fromEntries(grades.map(({ grade, move }) => [grade, move])),
  }
}

function issuesOf(proposed: unknown, rules: unknown) {
  const outcome = attempt(() => checkDistribution(proposed as never, rules as never))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('checkDistribution (GRA-1)', () => {
  it('says how far what managers propose for 19 people is from the shares', () => {
    expect(checkDistribution({ S: 4, A: 6, B: 7, C: 2 }, { shares })).toEqual({
      fits: false,
      headcount: 19,
      grades: [
        { grade: 'S', share: '10', exact: '1.9', places: 2, proposed: 4, move: -2 },
        { grade: 'A', share: '20', exact: '3.8', places: 4, proposed: 6, move: -2 },
        { grade: 'B', share: '60', exact: '11.4', places: 11, proposed: 7, move: 4 },
        { grade: 'C', share: '10', exact: '1.9', places: 2, proposed: 2, move: 0 },
      ],
      clauses: ['GRA-1'],
    })
  })

  it('gives an empty session no places', () => {
    const nobody = { S: 0, A: 0, B: 0, C: 0 }
    expect(distributionOf(nobody)).toEqual({ places: nobody, move: nobody })
    expect(checkDistribution({}, { shares }).fits).toBe(true)
  })

  it('gives the place that is left to the largest remainder, whichever grade that is', () => {
    const thirds = { low: '33.3', medium: '33.4', high: '33.3' }
    const { places } = distributionOf({ low: 4 }, { shares: thirds })
    expect(places).toEqual({ low: 1, medium: 2, high: 1 })
  })

  it('forces nobody of three into a C', () => {
    expect(distributionOf({ B: 3 }).places).toEqual({ S: 0, A: 1, B: 2, C: 0 })
  })

  it('gives the better grade the place where remainders tie', () => {
    const { places } = distributionOf({ B: 5 }, { shares: { A: 20, B: 70, C: 10 } })
    expect(places).toEqual({ A: 1, B: 4, C: 0 })
  })

  it('takes shares as parts, and grades that are whole numbers as a list', () => {
    const parts = { shares: { S: 1, A: 1, B: 3 }, weights: 'parts' } as const
    expect(distributionOf({ B: 5 }, parts).places).toEqual({ S: 1, A: 1, B: 3 })
    const list = [
      { grade: '5', share: 20 },
      { grade: '1', share: 80 },
    ]
    expect(checkDistribution({ '1': 5 }, { shares: list }).grades.map((row) => row.grade)).toEqual([
      '5',
      '1',
    ])
  })

  it('takes grades with a number in their name as they stand', () => {
    const { grades } = checkDistribution({ L2: 1, L1: 1 }, { shares: { L2: 50, L1: 50 } })
    expect(grades.map(({ grade, places }) => [grade, places])).toEqual([
      ['L2', 1],
      ['L1', 1],
    ])
  })

  it.each([
    [
      'a grade of a list that is no name',
      {},
      { shares: [{ grade: 5, share: 100 }] },
      [['VALUE_INVALID', 'rules.shares.0.grade']],
    ],
    [
      'shares that miss 100',
      {},
      { shares: { S: 10, B: 80 } },
      [['WEIGHTS_NOT_100', 'rules.shares']],
    ],
    ['no shares', {}, {}, [['VALUE_MISSING', 'rules.shares']]],
    ['no grade', {}, { shares: {} }, [['WEIGHTS_NOT_POSITIVE', 'rules.shares']]],
    [
      'parts that come to nothing',
      {},
      { shares: { S: 0 }, weights: 'parts' },
      [['WEIGHTS_NOT_POSITIVE', 'rules.shares']],
    ],
    [
      'a share below 0',
      {},
      { shares: { S: -10, B: 110 } },
      [['NUMBER_OUT_OF_RANGE', 'rules.shares.S']],
    ],
    [
      'grades that are whole numbers, which an object would sort',
      {},
      { shares: { '5': 20, '1': 80 } },
      [['VALUE_INVALID', 'rules.shares']],
    ],
    [
      'a grade twice',
      {},
      {
        shares: [
          { grade: 'S', share: 50 },
          { grade: 'S', share: 50 },
        ],
      },
      [['ID_DUPLICATE', 'rules.shares.1.grade']],
    ],
    ['a grade that has no share', { D: 1 }, { shares }, [['UNKNOWN_KEY', 'proposed.D']]],
    ['half a person', { S: 0.5 }, { shares }, [['VALUE_INVALID', 'proposed.S']]],
    ['fewer than nobody', { S: -1 }, { shares }, [['NUMBER_OUT_OF_RANGE', 'proposed.S']]],
  ])('refuses %s', (_, proposed, rules, expected) => {
    expect(issuesOf(proposed, rules)).toEqual(expected)
  })
})

describe('the places', () => {
  const vectors = fc
    .array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 6 })
    .filter((parts) => parts.some((part) => part > 0))

  it('add up to the headcount for each headcount from 1 to 200 and each share vector, as an independent count says', () => {
    fc.assert(
      fc.property(vectors, (parts) => {
        const grades = parts.map((share, index) => ({ grade: `g${index}`, share }))
        for (let headcount = 1; headcount <= 200; headcount += 1) {
          const outcome = checkDistribution({ g0: headcount }, { shares: grades, weights: 'parts' })
          const places = outcome.grades.map((row) => row.places)
          expect(places).toEqual(placesByShares(headcount, parts))
          expect(places.reduce((a, b) => a + b, 0)).toBe(headcount)
          expect(outcome.grades.reduce((sum, { move }) => sum + move, 0)).toBe(0)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('of a grade are the whole number below its exact part, or the one above', () => {
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 200 }), (parts, headcount) => {
        const grades = parts.map((share, index) => ({ grade: `g${index}`, share }))
        const outcome = checkDistribution({ g0: headcount }, { shares: grades, weights: 'parts' })
        for (const { exact, places } of outcome.grades)
          expect([Math.floor(Number(exact)), Math.ceil(Number(exact))]).toContain(places)
      }),
    )
  })
})
