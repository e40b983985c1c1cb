import fc from 'fast-check'
import { attempt, gradeByRank, type RankedPerson, type RankingRules } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../arbitraries.rooms.js'
import { placesByShares } from '../oracle/shares.js'

/** People by their scores: p1, p2, … */
const people = (...scores: (number | string | null)[]): RankedPerson[] =>
  scores.map((score, index) => ({ id: `p${index + 1}`, score }))

/** Each person's grade, by id. */
const gradesOf = (given: readonly RankedPerson[], rules: RankingRules) =>
  Object.fromEntries(gradeByRank(given, rules).map(({ id, grade }) => [id, grade]))

function issuesOf(given: unknown, rules: unknown) {
  const outcome = attempt(() => gradeByRank(given as never, rules as never))
  return outcome.ok ? [] : outcome.issues
}

const codesOf = (given: unknown, rules: unknown) =>
  issuesOf(given, rules).map(({ code, path }) => [code, path.join('.')])

const fifths = { S: 20, A: 20, B: 60 }
const forced = { S: 10, A: 20, B: 60, C: 10 }

describe('gradeByRank (GRA-1)', () => {
  it('says of each what the place is, and how far the next grade', () => {
    expect(gradeByRank(people(95, '90.004', 80, 70, 60), { shares: fifths }).slice(0, 3)).toEqual([
      {
        id: 'p1',
        grade: 'S',
        rank: 1,
        score: 95,
        gradeByRank: 'S',
        because: null,
        tie: null,
        next: null,
        group: null,
        pool: [],
        base: 5,
        clause: 'GRA-1',
      },
      {
        id: 'p2',
        grade: 'A',
        rank: 2,
        score: 90,
        gradeByRank: 'A',
        because: null,
        tie: null,
        next: { grade: 'S', from: 95, remaining: 5 },
        group: null,
        pool: [],
        base: 5,
        clause: 'GRA-1',
      },
      {
        id: 'p3',
        grade: 'B',
        rank: 3,
        score: 80,
        gradeByRank: 'B',
        because: null,
        tie: null,
        next: { grade: 'A', from: 90, remaining: 10 },
        group: null,
        pool: [],
        base: 5,
        clause: 'GRA-1',
      },
    ])
  })

  it('has nobody to grade, and nothing to say', () => {
    expect(gradeByRank([], { shares: forced })).toEqual([])
  })

  it('forces nobody of three into a C', () => {
    expect(gradesOf(people(90, 80, 70), { shares: forced })).toEqual({ p1: 'A', p2: 'B', p3: 'B' })
  })
})

describe('a tie across a cut', () => {
  const tied = people(95, 90, 90, 80, 70)

  it('gives all the better grade, or all the worse, as the rule is named', () => {
    const better = { p1: 'S', p2: 'A', p3: 'A', p4: 'B', p5: 'B' }
    expect(gradesOf(tied, { shares: fifths, ties: 'better' })).toEqual(better)
    const worse = { p1: 'S', p2: 'B', p3: 'B', p4: 'B', p5: 'B' }
    expect(gradesOf(tied, { shares: fifths, ties: 'worse' })).toEqual(worse)
    const [, second] = gradeByRank(tied, { shares: fifths, ties: 'worse' })
    expect(second?.tie).toEqual({ ids: ['p2', 'p3'], decidedBy: 'worse' })
  })

  it('is refused by name where no rule is, each tie once', () => {
    expect(issuesOf(tied, { shares: fifths })).toEqual([
      {
        code: 'TIE_UNDECIDED',
        severity: 'error',
        path: ['people'],
        params: { places: 2, count: 2, tied: ['p2', 'p3'] },
        message: expect.stringContaining('2 tie for the last of 2 places: "p2", "p3".'),
      },
    ])
    const twice = people(90, 90, 80, 80)
    const each = { S: 25, A: 50, B: 25 }
    expect(issuesOf(twice, { shares: each, ties: 'refuse' }).map(({ params }) => params)).toEqual([
      { places: 1, count: 2, tied: ['p1', 'p2'] },
      { places: 3, count: 2, tied: ['p3', 'p4'] },
    ])
  })

  it('over several cuts gives the best of the grades, or the worst', () => {
    const same = people(80, 80, 80, 80)
    const shares = { S: 25, A: 50, B: 25 }
    expect(new Set(Object.values(gradesOf(same, { shares, ties: 'better' })))).toEqual(
      new Set(['S']),
    )
    expect(new Set(Object.values(gradesOf(same, { shares, ties: 'worse' })))).toEqual(
      new Set(['B']),
    )
  })

  it('names twenty of a thousand who tie', () => {
    const [first] = gradeByRank(people(...Array.from({ length: 1000 }, () => 70)), {
      shares: fifths,
      ties: 'better',
    })
    expect(first?.tie?.ids).toHaveLength(20)
    const same = people(...Array.from({ length: 1000 }, () => 70))
    const [issue] = issuesOf(same, { shares: fifths })
    expect(issue?.params).toMatchObject({ count: 1000, places: 200 })
  })

  it('is parted by a second criterion, where one is named', () => {
    const figures = (sales: number | null) => ({ figures: { sales } })
    const [first, second, third, ...rest] = tied as [RankedPerson, RankedPerson, RankedPerson]
    const given = [first, { ...second, ...figures(100) }, { ...third, ...figures(200) }, ...rest]
    const rules = { shares: fifths, tieBreakers: ['sales'] }
    expect(gradesOf(given, rules)).toEqual({ p1: 'S', p2: 'B', p3: 'A', p4: 'B', p5: 'B' })
    const rows = gradeByRank(given, rules)
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 5])
    expect(rows[1]?.tie).toEqual({ ids: ['p3', 'p2'], decidedBy: 'tie-breakers' })
    const level = [first, { ...second, ...figures(200) }, { ...third, ...figures(200) }, ...rest]
    expect(codesOf(level, rules)).toEqual([['TIE_UNDECIDED', 'people']])
    expect(gradesOf(level, { ...rules, ties: 'better' })['p2']).toBe('A')
    const lacking = [first, { ...second, ...figures(200) }, { ...third, ...figures(null) }, ...rest]
    expect(codesOf(lacking, rules)).toEqual([['VALUE_MISSING', 'people.2.figures.sales']])
  })

  it('is seen on the figure that people read, not on what was rounded away', () => {
    const close = people('88.0049', '88.0041', '70')
    const shares = { S: 1, A: 1, B: 1 }
    const rules = { shares, weights: 'parts', decimals: 2 } as const
    expect(issuesOf(close, rules).map(({ params }) => params)).toMatchObject([
      { tied: ['p1', 'p2'] },
    ])
    const rows = gradeByRank(close, { ...rules, ties: 'better' })
    expect(rows.map(({ score, rank }) => [score, rank])).toEqual([
      [88, 1],
      [88, 1],
      [70, 3],
    ])
    expect(gradesOf(close, { ...rules, decimals: 4 })).toEqual({ p1: 'S', p2: 'A', p3: 'B' })
    expect(issuesOf(close, { ...rules, decimals: 3, rounding: 'down' })).toHaveLength(1)
    expect(issuesOf(close, { ...rules, decimals: 3, rounding: 'ceiling' })).toHaveLength(1)
  })
})

describe('a grade that asks for a score besides', () => {
  const given = people(85, 84, 70, 65, 50)
  const shares = { S: 20, A: 20, B: 40, C: 20 }

  it('leaves the place to the next grade, or drops it', () => {
    const rules = { shares, atLeast: { S: 90 } }
    const down = { p1: 'A', p2: 'A', p3: 'B', p4: 'B', p5: 'C' }
    expect(gradesOf(given, rules)).toEqual(down)
    expect(gradesOf(given, { ...rules, unfilled: 'move-down' })).toEqual(down)
    const lapsed = { p1: 'A', p2: 'B', p3: 'B', p4: 'C', p5: 'C' }
    expect(gradesOf(given, { ...rules, unfilled: 'lapse' })).toEqual(lapsed)
  })

  it('says so of each whose grade is not that of the place, and what the grade asks for', () => {
    const rows = gradeByRank(given, { shares, atLeast: { S: 90 }, unfilled: 'lapse' })
    expect(rows.map((row) => [row.gradeByRank, row.because, row.next])).toEqual([
      ['S', 'at-least', { grade: 'S', from: 90, remaining: 5 }],
      ['A', 'lapsed', { grade: 'A', from: 85, remaining: 1 }],
      ['B', null, { grade: 'A', from: 85, remaining: 15 }],
      ['B', 'lapsed', { grade: 'B', from: 70, remaining: 5 }],
      ['C', null, { grade: 'B', from: 70, remaining: 20 }],
    ])
  })

  it('is met by exactly that score', () => {
    expect(gradesOf(given, { shares, atLeast: { S: 85, A: 85 } })).toEqual({
      p1: 'S',
      p2: 'B',
      p3: 'B',
      p4: 'B',
      p5: 'C',
    })
  })

  it.each([
    ['the lowest grade asks for something', { C: 10 }, [['POLICY_CONFLICT', 'rules.atLeast.C']]],
    [
      'a grade asks for more than a better one',
      { S: 80, A: 90 },
      [['POLICY_CONFLICT', 'rules.atLeast.A']],
    ],
    ['there is no such grade', { D: 10 }, [['UNKNOWN_KEY', 'rules.atLeast.D']]],
  ])('is refused where %s', (_, atLeast, expected) => {
    expect(codesOf(given, { shares, atLeast })).toEqual(expected)
  })
})

describe('who is in the base', () => {
  it('are those who have a score; the others are named, and take no place', () => {
    const given = people(90, null, 70, 60)
    const rows = gradeByRank(given, { shares: { S: 25, A: 25, B: 25, C: 25 } })
    expect(rows.map(({ id, grade, base, because }) => [id, grade, base, because])).toEqual([
      ['p1', 'S', 3, null],
      ['p3', 'A', 3, null],
      ['p4', 'B', 3, null],
      ['p2', null, 0, 'no-score'],
    ])
  })
})

describe('a veto', () => {
  it('holds the grade of who has it below the place, and nobody else’s', () => {
    const [first, ...others] = people(95, 90, 80, 70, 60)
    const gradeAtMost = [{ grade: 'B', because: 'compliance' }]
    const vetoed = { ...first, gradeAtMost } as RankedPerson
    const rows = gradeByRank([vetoed, ...others], { shares: fifths })
    expect(rows[0]).toMatchObject({ grade: 'B', gradeByRank: 'S', because: 'compliance' })
    expect(rows.slice(1).map(({ grade }) => grade)).toEqual(['A', 'B', 'B', 'B'])
    const unknown = [{ ...first, gradeAtMost: [{ grade: 'Z', because: 'x' }] }]
    expect(codesOf(unknown, { shares: fifths })).toEqual([
      ['VALUE_NOT_ALLOWED', 'people.0.gradeAtMost.0.grade'],
    ])
  })
})

describe('groups', () => {
  /** So many people of a group, the best first; those of a later group score less. */
  const team = (group: string, size: number, top: number): RankedPerson[] =>
    Array.from({ length: size }, (_, at) => ({ id: `${group}${at + 1}`, score: top - at, group }))
  const given = [...team('north', 5, 95), ...team('south', 5, 60), ...team('west', 2, 99)]

  it('are ranked each on its own', () => {
    const rows = gradeByRank(given, { shares: fifths })
    const best = rows.filter(({ grade }) => grade === 'S').map(({ id }) => id)
    expect(best).toEqual(['north1', 'south1', 'west1'])
    expect(rows.map(({ base }) => base)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 2, 2])
    expect(rows.at(-1)).toMatchObject({ group: 'west', pool: ['west'], rank: 2, grade: 'B' })
  })

  it('that the rules put into a pool share its places', () => {
    const rows = gradeByRank(given, { shares: fifths, pools: [['west', 'north']] })
    expect(rows[0]).toMatchObject({ id: 'west1', pool: ['north', 'west'], base: 7, grade: 'S' })
    expect(rows.filter(({ base }) => base === 5)).toHaveLength(5)
  })

  it('below the minimum are ranked with the next smallest, and say so', () => {
    const rows = gradeByRank(given, { shares: fifths, minimumGroup: 5 })
    expect(rows[0]).toMatchObject({ id: 'west1', pool: ['north', 'west'], base: 7 })
    const two = [...given, ...team('east', 3, 80)]
    const pooled = gradeByRank(two, { shares: fifths, minimumGroup: 5 })
    expect(new Set(pooled.map(({ pool }) => pool.join()))).toEqual(
      new Set(['east,west', 'north', 'south']),
    )
    const all = gradeByRank(given, { shares: fifths, minimumGroup: 100 })
    expect(all[0]).toMatchObject({ pool: ['north', 'south', 'west'], base: 12 })
  })

  it('of one size are joined by their names, and pools stand in the order of theirs', () => {
    const sized = [
      ...team('west', 3, 90),
      ...team('east', 3, 80),
      ...team('north', 3, 70),
      ...team('south', 1, 60),
    ]
    const pooled = gradeByRank(sized, { shares: fifths, minimumGroup: 3 })
    // South is too small alone; of the three next smallest, east is first by name.
    expect([...new Set(pooled.map(({ pool }) => pool.join()))]).toEqual([
      'east,south',
      'north',
      'west',
    ])
    const turned = gradeByRank([...sized].reverse(), { shares: fifths, minimumGroup: 3 })
    expect(turned).toEqual(pooled)
    const named = gradeByRank(sized, { shares: fifths, pools: [['west', 'south'], ['north']] })
    expect([...new Set(named.map(({ pool }) => pool.join()))]).toEqual([
      'east',
      'north',
      'south,west',
    ])
  })

  it('are given to everybody with a score, or to nobody', () => {
    expect(codesOf([...given, { id: 'x', score: 1 }], { shares: fifths })).toEqual([
      ['VALUE_MISSING', 'people.12.group'],
    ])
    expect(codesOf([...given, { id: 'x' }], { shares: fifths })).toEqual([])
  })

  it('are in one pool each', () => {
    const twice = attempt(() =>
      gradeByRank(given, { shares: fifths, pools: [['north'], ['north']] }),
    )
    expect(twice.ok ? [] : twice.issues.map(({ message }) => message)).toEqual([
      'rules.pools[1][0]: the group "north" is in another pool already. Each group is ranked once.',
    ])
    expect(codesOf(given, { shares: fifths, pools: [['north'], ['north']] })).toEqual([
      ['ID_DUPLICATE', 'rules.pools.1.0'],
    ])
  })
})

describe('what is refused', () => {
  it.each([
    [
      'somebody twice',
      [...people(1), ...people(2)],
      { shares: fifths },
      [['ID_DUPLICATE', 'people.1.id']],
    ],
    [
      'a score of another unit',
      people(120000),
      { shares: fifths },
      [['NUMBER_OUT_OF_RANGE', 'people.0.score']],
    ],
    [
      'an unknown rule',
      people(1),
      { shares: fifths, ties: 'best' },
      [['VALUE_NOT_ALLOWED', 'rules.ties']],
    ],
    [
      'a figure of no tie breaker',
      [{ id: 'a', score: 1, figures: { x: 1 } }],
      { shares: fifths },
      [['UNKNOWN_KEY', 'people.0.figures.x']],
    ],
    ['no rules', people(1), undefined, [['VALUE_MISSING', 'rules']]],
    ['no people', undefined, { shares: fifths }, [['VALUE_MISSING', 'people']]],
  ])('%s', (_, given, rules, expected) => {
    expect(codesOf(given, rules)).toEqual(expected)
  })
})

/** Shares of up to five grades, most of them in percent, the best first. */
const vectors = fc
  .array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 5 })
  .filter((parts) => parts.some((part) => part > 0))
const sharesOf = (parts: readonly number[]) =>
  parts.map((share, index) => ({ grade: `g${index}`, share }))
/** Few scores, so that many tie. */
const crowds = fc
  .array(fc.constantFrom(40, 60, 70, 70, '70.001', 80, 90), { minLength: 1, maxLength: 40 })
  .map((scores) => people(...scores))
const rankings: fc.Arbitrary<RankingRules> = fc
  .record({
    parts: vectors,
    ties: fc.constantFrom('better' as const, 'worse' as const),
    unfilled: fc.constantFrom('move-down' as const, 'lapse' as const),
    least: fc.constantFrom(0, 70, 85),
  })
  .map(({ parts, least, ...rules }) => ({
    ...rules,
    shares: sharesOf(parts),
    weights: 'parts' as const,
    ...(parts.length > 1 ? { atLeast: { g0: least } } : {}),
  }))

describe('the laws of forced shares', () => {
  it('counts of distinct scores are the places, for each headcount from 1 to 200', () => {
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 200 }), (parts, headcount) => {
        const given = people(...Array.from({ length: headcount }, (_, at) => at))
        const rows = gradeByRank(given, { shares: sharesOf(parts), weights: 'parts' })
        const counts = parts.map((_, at) => rows.filter(({ grade }) => grade === `g${at}`).length)
        expect(counts).toEqual(placesByShares(headcount, parts))
      }),
    )
  })

  it('everybody with a score gets one grade, whatever ties', () => {
    fc.assert(
      fc.property(crowds, rankings, (given, rules) => {
        const rows = gradeByRank(given, rules)
        expect(rows.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort())
        expect(rows.filter(({ grade }) => grade === null)).toEqual([])
      }),
    )
  })

  it('equal scores get equal grades, and a higher score never a lower one', () => {
    fc.assert(
      fc.property(crowds, rankings, (given, rules) => {
        const rows = gradeByRank(given, rules)
        const byScore = [...rows].sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
        for (const [at, one] of byScore.entries()) {
          const above = byScore[at - 1] ?? one
          const order = [above.grade ?? '', one.grade ?? '']
          expect(order).toEqual([...order].sort())
          expect(new Set(order).size === 1 || above.score !== one.score).toBe(true)
        }
      }),
    )
  })

  it('the order of rows decides nothing', () => {
    fc.assert(
      fc.property(
        crowds.chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        rankings,
        ([given, other], rules) => {
          expect(gradeByRank(other, rules)).toEqual(gradeByRank(given, rules))
        },
      ),
    )
  })

  it('who scores more is never graded worse for it', () => {
    fc.assert(
      fc.property(
        crowds,
        rankings,
        fc.nat({ max: 39 }),
        fc.nat({ max: 60 }),
        (given, rules, at, more) => {
          const one = given[at % given.length] as RankedPerson
          const score = Number(one.score) + more
          const raised = given.map((row) => (row === one ? { ...row, score } : row))
          const before = gradesOf(given, rules)[one.id] ?? ''
          const after = gradesOf(raised, rules)[one.id] ?? ''
          expect(after <= before).toBe(true)
        },
      ),
    )
  })

  it('no ranking is of fewer than the minimum, unless all together are', () => {
    const grouped = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(grouped, fc.integer({ min: 1, max: 30 }), (groups, minimumGroup) => {
        const given = groups.map((group, at) => ({ id: `p${at}`, score: at, group }))
        const rows = gradeByRank(given, { shares: fifths, minimumGroup })
        for (const { base } of rows)
          expect(base).toBeGreaterThanOrEqual(Math.min(minimumGroup, given.length))
      }),
    )
  })
})
