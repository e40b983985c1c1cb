import fc from 'fast-check'
import {
  attempt,
  defineGradingPolicy,
  type GradedPeriod,
  type GradingPolicyInput,
  gradeConsequences,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { gradeHistories, shuffled, throughJson } from '../arbitraries.rooms.js'
import { streaksOf } from '../oracle/streak.js'

/** Grades of quarters in a row from 2026-Q1 on; `-` is a quarter without one, and `L` one on leave. */
function quarters(grades: string): GradedPeriod[] {
  return [...grades].flatMap((grade, index): GradedPeriod[] => {
    const period = `${2026 + Math.floor(index / 4)}-Q${(index % 4) + 1}`
    if (grade === '-') return []
    return [grade === 'L' ? { period, excused: 'leave' } : { period, grade }]
  })
}

/** Grades of years in a row from 2026 on. */
const years = (grades: string): GradedPeriod[] =>
  [...grades].map((grade, index) => ({ period: String(2026 + index), grade }))

/** What follows of one kind, as `value in period`. */
function followingOf(kind: string, history: readonly GradedPeriod[], policy = handbook.grading) {
  return gradeConsequences(history, policy)
    .filter((consequence) => consequence.kind === kind)
    .map(({ value, period }) => `${value} in ${period}`)
}

function issuesOf(history: unknown, policy = handbook.grading) {
  const outcome = attempt(() => gradeConsequences(history as GradedPeriod[], policy))
  return outcome.ok ? [] : outcome.issues
}

/** The handbook's policy with another reading of its runs. */
function withRuns(change: {
  gap?: 'break' | 'ignore'
  gapAtMost?: number
  repeat?: 'each-multiple'
}) {
  const policy = throughJson(handbook.grading)
  const consequences = policy.consequences.map((rule) =>
    'streak' in rule ? { ...rule, streak: { ...rule.streak, ...change } } : rule,
  )
  return defineGradingPolicy({ ...policy, consequences } as GradingPolicyInput)
}

describe('what follows by the handbook', () => {
  it('from S and A in two quarters: two bonuses and a higher coefficient', () => {
    expect(gradeConsequences(quarters('SA'), handbook.grading)).toEqual([
      {
        kind: 'bonus',
        clause: 'GRA-3',
        periods: ['2026-Q1'],
        period: '2026-Q1',
        value: '1',
        unit: 'months-of-base-salary',
        from: null,
        until: null,
        endedBy: null,
        state: null,
      },
      {
        kind: 'bonus',
        clause: 'GRA-3',
        periods: ['2026-Q2'],
        period: '2026-Q2',
        value: '0.5',
        unit: 'months-of-base-salary',
        from: null,
        until: null,
        endedBy: null,
        state: null,
      },
      {
        kind: 'commission-coefficient',
        clause: 'GRA-5',
        periods: ['2026-Q1', '2026-Q2'],
        period: '2026-Q2',
        value: '0.005',
        unit: 'ratio',
        from: '2026-Q3',
        until: null,
        endedBy: null,
        state: 'coming',
      },
    ])
  })

  it('from C in three quarters: less pay and a plan after two, observation after three', () => {
    expect(gradeConsequences(quarters('CCC'), handbook.grading)).toEqual([
      {
        kind: 'base-pay',
        clause: 'GRA-6',
        periods: ['2026-Q1', '2026-Q2'],
        period: '2026-Q2',
        value: '-0.1',
        unit: 'ratio',
        from: '2026-Q3',
        until: null,
        endedBy: null,
        state: 'running',
      },
      {
        kind: 'improvement-plan',
        clause: 'GRA-6',
        periods: ['2026-Q1', '2026-Q2'],
        period: '2026-Q2',
        value: '1',
        unit: 'measure',
        from: null,
        until: null,
        endedBy: null,
        state: null,
      },
      {
        kind: 'observation',
        clause: 'GRA-7',
        periods: ['2026-Q1', '2026-Q2', '2026-Q3'],
        period: '2026-Q3',
        value: '1',
        unit: 'measure',
        from: null,
        until: null,
        endedBy: null,
        state: null,
      },
    ])
  })

  it('from nothing: nothing', () => {
    expect(gradeConsequences([], handbook.grading)).toEqual([])
    expect(gradeConsequences(quarters('B'), handbook.grading)).toEqual([])
    expect(gradeConsequences(quarters('C'), handbook.grading)).toEqual([])
  })

  it('from a year at S: leave and a raise', () => {
    expect(gradeConsequences(years('S'), handbook.grading)).toEqual([
      {
        kind: 'extra-leave',
        clause: 'GRA-2',
        periods: ['2026'],
        period: '2026',
        value: '15',
        unit: 'days',
        from: null,
        until: null,
        endedBy: null,
        state: null,
      },
      {
        kind: 'raise',
        clause: 'GRA-4',
        periods: ['2026'],
        period: '2026',
        value: '0.15',
        unit: 'ratio',
        from: '2027',
        until: null,
        endedBy: null,
        state: 'coming',
      },
    ])
  })

  it.each([
    ['S', ['15 in 2026']],
    ['SAS', ['15 in 2026', '15 in 2028']],
    ['ABC', []],
  ])('leave (GRA-2) from the years %s: %j, and none from quarters', (grades, expected) => {
    expect(followingOf('extra-leave', years(grades))).toEqual(expected)
    expect(followingOf('extra-leave', quarters(grades))).toEqual([])
  })

  it('a bonus (GRA-3) for every quarter at S or A', () => {
    const expected = ['1 in 2026-Q1', '0.5 in 2026-Q2']
    expect(followingOf('bonus', quarters('SABC'))).toEqual(expected)
  })

  it.each([
    ['S', ['0.15 in 2026']],
    ['A', ['0.08 in 2026']],
    ['B', ['0.03 in 2026']],
    ['C', []],
  ])('a raise (GRA-4) from a year at %s: %j, and none from a quarter', (grade, expected) => {
    expect(followingOf('raise', [{ period: '2026', grade }])).toEqual(expected)
    expect(followingOf('raise', quarters(grade))).toEqual([])
    expect(followingOf('bonus', [{ period: '2026', grade }])).toEqual([])
  })

  it.each([
    ['A', []],
    ['AA', ['0.005 in 2026-Q2']],
    ['AS', ['0.005 in 2026-Q2']],
    ['ABA', []],
    ['ABAA', ['0.005 in 2026-Q4']],
    ['AAAA', ['0.005 in 2026-Q2']],
    ['AABSS', ['0.005 in 2026-Q2', '0.005 in 2027-Q1']],
    ['---AA', ['0.005 in 2027-Q1']],
    ['A-A', []],
    ['ALA', ['0.005 in 2026-Q3']],
    ['ALLA', ['0.005 in 2026-Q4']],
    ['AL-A', []],
    ['LALBA', []],
  ])('a coefficient (GRA-5) from %s: %j', (grades, expected) => {
    expect(followingOf('commission-coefficient', quarters(grades))).toEqual(expected)
  })

  it.each([
    ['C', [], []],
    ['CC', ['-0.1 in 2026-Q2'], []],
    ['CBC', [], []],
    ['CCC', ['-0.1 in 2026-Q2'], ['1 in 2026-Q3']],
    ['CCCCCC', ['-0.1 in 2026-Q2'], ['1 in 2026-Q3']],
    ['CCBCCC', ['-0.1 in 2026-Q2', '-0.1 in 2027-Q1'], ['1 in 2027-Q2']],
    ['CLC', ['-0.1 in 2026-Q3'], []],
    ['C-C', [], []],
    ['CLCLC', ['-0.1 in 2026-Q3'], ['1 in 2027-Q1']],
    ['CC-C', ['-0.1 in 2026-Q2'], []],
  ])('less pay (GRA-6) and observation (GRA-7) from %s', (grades, less, observation) => {
    expect(followingOf('base-pay', quarters(grades))).toEqual(less)
    expect(followingOf('improvement-plan', quarters(grades))).toHaveLength(less.length)
    expect(followingOf('observation', quarters(grades))).toEqual(observation)
  })

  it('no run from years or months, which are not quarters', () => {
    const years = ['2024', '2025', '2026'].map((period) => ({ period, grade: 'C' }))
    const months = ['2026-01', '2026-02', '2026-03'].map((period) => ({ period, grade: 'C' }))
    expect(gradeConsequences(years, handbook.grading)).toEqual([])
    expect(gradeConsequences(months, handbook.grading)).toEqual([])
  })
})

describe('three grades at C in six years', () => {
  const history = ['2019-Q4', '2022-Q2', '2026-Q1'].map((period) => ({ period, grade: 'C' }))

  it('are no two in a row, and no three: pay is not cut, and nobody is observed', () => {
    expect(gradeConsequences(history, handbook.grading)).toEqual([])
    expect(
      followingOf('base-pay', [
        { period: '2023-Q1', grade: 'C' },
        { period: '2026-Q4', grade: 'C' },
      ]),
    ).toEqual([])
  })
})

describe('the other reading of runs', () => {
  it('a quarter without a grade is passed over like one on leave', () => {
    expect(followingOf('commission-coefficient', quarters('A-A'))).toEqual([])
    const lenient = withRuns({ gap: 'ignore' })
    expect(followingOf('commission-coefficient', quarters('A-A'), lenient)).toEqual([
      '0.005 in 2026-Q3',
    ])
    expect(followingOf('commission-coefficient', quarters('AL-A'), lenient)).toEqual([
      '0.005 in 2026-Q4',
    ])
  })

  it('leave follows from any quarter at S, once a year', () => {
    const policy = throughJson(handbook.grading)
    const consequences = policy.consequences.map((rule) =>
      rule.kind === 'extra-leave' ? { ...rule, per: 'quarter', once: 'year' } : rule,
    )
    const other = defineGradingPolicy({ ...policy, consequences } as GradingPolicyInput)
    const leave = (grades: string) => followingOf('extra-leave', quarters(grades), other)
    expect(leave('SSSS')).toEqual(['15 in 2026-Q1'])
    expect(leave('BSBS')).toEqual(['15 in 2026-Q2'])
    expect(leave('S---S')).toEqual(['15 in 2026-Q1', '15 in 2027-Q1'])
  })

  it('a run counts again at each multiple of its length', () => {
    const repeated = withRuns({ repeat: 'each-multiple' })
    expect(followingOf('base-pay', quarters('CCCCC'), repeated)).toEqual([
      '-0.1 in 2026-Q2',
      '-0.1 in 2026-Q4',
    ])
    expect(gradeConsequences(quarters('CCCC'), repeated).at(-1)?.periods).toEqual([
      '2026-Q3',
      '2026-Q4',
    ])
  })

  it('the quarter’s base salary is a unit of the policy', () => {
    const policy = throughJson(handbook.grading)
    const consequences = policy.consequences.map((rule) =>
      rule.kind === 'bonus' ? { ...rule, unit: 'quarters-of-base-salary' } : rule,
    )
    const other = defineGradingPolicy({ ...policy, consequences } as GradingPolicyInput)
    expect(gradeConsequences(quarters('A'), other)).toMatchObject([
      { kind: 'bonus', value: '0.5', unit: 'quarters-of-base-salary' },
    ])
  })
})

describe('an appraisal by half-year', () => {
  const policy = defineGradingPolicy({
    grades: handbook.grading.grades,
    consequences: [
      {
        kind: 'commission-coefficient',
        clause: 'GRA-5',
        unit: 'ratio',
        value: '0.005',
        streak: { grades: ['S', 'A'], length: 2, per: 'half-year' },
      },
    ],
  })

  it('has runs of adjacent half-years, over the end of a year too', () => {
    const halves = [
      { period: '2025-H2', grade: 'A' },
      { period: '2026-H1', grade: 'A' },
    ]
    expect(followingOf('commission-coefficient', halves, policy)).toEqual(['0.005 in 2026-H1'])
    const apart = [halves[0], { period: '2026-H2', grade: 'A' }] as const
    expect(followingOf('commission-coefficient', apart as never, policy)).toEqual([])
  })

  it('has none from quarters', () => {
    expect(followingOf('commission-coefficient', quarters('AA'), policy)).toEqual([])
  })
})

describe('a history is refused', () => {
  it.each([
    ['that is no list', { period: '2026-Q1' }, 'VALUE_INVALID', ['history']],
    ['without a period', [{ grade: 'A' }], 'VALUE_MISSING', ['history', 0, 'period']],
    [
      'with a period that is none',
      [{ period: '2026-Q5', grade: 'A' }],
      'PERIOD_INVALID',
      ['history', 0, 'period'],
    ],
    [
      'with a Date',
      [{ period: new Date(0), grade: 'A' }],
      'PERIOD_INVALID',
      ['history', 0, 'period'],
    ],
    ['without a grade', [{ period: '2026-Q1' }], 'VALUE_MISSING', ['history', 0, 'grade']],
    [
      'with a grade in lower case',
      [{ period: '2026-Q1', grade: 'a' }],
      'VALUE_NOT_ALLOWED',
      ['history', 0, 'grade'],
    ],
    [
      'with another key',
      [{ period: '2026-Q1', grade: 'A', by: 'x' }],
      'UNKNOWN_KEY',
      ['history', 0, 'by'],
    ],
    [
      'with a grade of a quarter on leave',
      [{ period: '2026-Q1', grade: 'A', excused: 'leave' }],
      'POLICY_CONFLICT',
      ['history', 0, 'excused'],
    ],
    [
      'with an excuse that is no text',
      [{ period: '2026-Q1', excused: true }],
      'VALUE_INVALID',
      ['history', 0, 'excused'],
    ],
    [
      'with one quarter on leave and graded',
      [...quarters('A'), ...quarters('L')],
      'ID_DUPLICATE',
      ['history', 1, 'period'],
    ],
    [
      'with one quarter twice',
      [...quarters('A'), ...quarters('B')],
      'ID_DUPLICATE',
      ['history', 1, 'period'],
    ],
    [
      'of quarters and years',
      [...quarters('A'), { period: '2026', grade: 'A' }],
      'PERIODS_MIXED',
      ['history', 1, 'period'],
    ],
  ])('%s', (_, history, code, path) => {
    expect(issuesOf(history)).toMatchObject([{ code, path }])
  })

  it('by a policy that was not defined', () => {
    const copy = throughJson(handbook.grading) as typeof handbook.grading
    expect(issuesOf([], copy)).toMatchObject([{ code: 'POLICY_NOT_DEFINED' }])
  })
})

it('grades may be named like what every object has', () => {
  const policy = defineGradingPolicy({
    grades: [
      { id: 'constructor', from: 50 },
      { id: 'toString', from: 0 },
    ],
    consequences: [
      { kind: 'bonus', clause: 'HR-1', unit: 'ratio', values: { toString: 1 } as never },
    ],
  })
  const history = [
    { period: '2026-Q1', grade: 'constructor' },
    { period: '2026-Q2', grade: 'toString' },
  ]
  expect(gradeConsequences(history, policy).map(({ value }) => value)).toEqual(['1'])
})

describe('for any history', () => {
  it('the order it is given in does not matter', () => {
    const reordered = gradeHistories.chain((history) =>
      fc.tuple(fc.constant(history), shuffled(history)),
    )
    fc.assert(
      fc.property(reordered, ([history, others]) => {
        const expected = gradeConsequences(history, handbook.grading)
        expect(gradeConsequences(others, handbook.grading)).toEqual(expected)
      }),
    )
  })

  it.each([
    ['commission-coefficient', ['S', 'A'], 2],
    ['base-pay', ['C'], 2],
    ['observation', ['C'], 3],
  ] as const)('%s follows where the rules say so, read off another way', (kind, grades, length) => {
    const readings = fc.record({
      gap: fc.constantFrom('ignore' as const, 'break' as const),
      repeat: fc.constantFrom('once' as const, 'each-multiple' as const),
    })
    fc.assert(
      fc.property(gradeHistories, readings, (history, { gap, repeat }) => {
        const policy = withRuns({
          gap,
          ...(repeat === 'each-multiple' && { repeat }),
        })
        const hits = history.map((one) => ({
          period: one.period,
          hit:
            'grade' in one
              ? (grades as readonly string[]).includes(one.grade)
              : ('excused' as const),
        }))
        const { fired } = streaksOf(hits, { length, gap, fires: repeat })
        const found = gradeConsequences(history, policy).filter((one) => one.kind === kind)
        expect(found.map(({ period }) => period)).toEqual(fired)
        expect(found.filter(({ periods }) => periods.length !== length)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('consequences come oldest first, cite graded periods, and survive JSON', () => {
    fc.assert(
      fc.property(gradeHistories, (history) => {
        const consequences = gradeConsequences(history, handbook.grading)
        const known = history.map(({ period }) => period)
        const inOrder = consequences.map(({ period }) => period)
        expect(inOrder).toEqual([...inOrder].sort())
        expect(
          consequences.flatMap(({ periods }) => periods).every((one) => known.includes(one)),
        ).toBe(true)
        expect(throughJson(consequences)).toStrictEqual(consequences)
      }),
    )
  })

  it('a later quarter takes nothing back that was earned', () => {
    const earned = (history: readonly GradedPeriod[]) =>
      gradeConsequences(history, handbook.grading).map(({ kind, periods, value, from }) => ({
        kind,
        periods,
        value,
        from,
      }))
    fc.assert(
      fc.property(gradeHistories, fc.constantFrom('S', 'A', 'B', 'C'), (history, grade) => {
        const before = earned(history)
        const later = [...history, { period: '2030-Q1', grade }]
        expect(earned(later).slice(0, before.length)).toEqual(before)
      }),
    )
  })

  it('what comes after the period asked in is not looked at', () => {
    const asked = fc.nat({ max: 11 }).map((at) => `${2024 + Math.floor(at / 4)}-Q${(at % 4) + 1}`)
    fc.assert(
      fc.property(gradeHistories, asked, (history, asOf) => {
        const past = history.filter(({ period }) => period <= asOf)
        const expected = gradeConsequences(past, handbook.grading, { asOf })
        expect(gradeConsequences(history, handbook.grading, { asOf })).toEqual(expected)
      }),
    )
  })

  it('a rise lasts from the quarter after it was earned to the first one below A, read off quarter by quarter', () => {
    fc.assert(
      fc.property(gradeHistories, (history) => {
        const found = gradeConsequences(history, handbook.grading)
        for (const { kind, period, until } of found) {
          if (kind !== 'commission-coefficient') continue
          const after = history
            .filter((one) => one.period > period)
            .sort((a, b) => (a.period < b.period ? -1 : 1))
          const end = after.find((one) => 'grade' in one && ['B', 'C'].includes(one.grade))
          expect(until).toBe(end?.period ?? null)
        }
      }),
    )
  })
})

/** The handbook's policy with other ends of what follows from runs. */
function endingBy(ends: readonly object[], kind = 'commission-coefficient') {
  const policy = throughJson(handbook.grading)
  const consequences = policy.consequences.map((rule) =>
    rule.kind === kind ? { ...rule, ends } : rule,
  )
  return defineGradingPolicy({ ...policy, consequences } as GradingPolicyInput)
}

/** How long what follows of one kind holds: since when, until when, what ends it, and how it stands. */
const lastingOf = (
  grades: string,
  policy = handbook.grading,
  { kind = 'commission-coefficient', asOf }: { kind?: string; asOf?: string } = {},
) =>
  gradeConsequences(quarters(grades), policy, asOf === undefined ? {} : { asOf })
    .filter((one) => one.kind === kind)
    .map(({ from, until, endedBy, state }) => [from, until, endedBy, state])

describe('what ends a consequence', () => {
  it.each([
    ['AA', [['2026-Q3', null, null, 'coming']]],
    ['AAS', [['2026-Q3', null, null, 'running']]],
    ['AAB', [['2026-Q3', '2026-Q3', 'run', 'running']]],
    ['AABB', [['2026-Q3', '2026-Q3', 'run', 'ended']]],
    ['AALB', [['2026-Q3', '2026-Q4', 'run', 'running']]],
    ['AA-B', [['2026-Q3', '2026-Q4', 'run', 'running']]],
    [
      'AABAA',
      [
        ['2026-Q3', '2026-Q3', 'run', 'ended'],
        ['2027-Q2', null, null, 'coming'],
      ],
    ],
  ])('a rise (GRA-5) from %s lasts until a quarter below A: %j', (grades, expected) => {
    expect(lastingOf(grades)).toEqual(expected)
  })

  it.each([
    ['CCC', [['2026-Q3', null, null, 'running']]],
    ['CCB', [['2026-Q3', '2026-Q3', 'run', 'running']]],
    ['CCLBB', [['2026-Q3', '2026-Q4', 'run', 'ended']]],
  ])('a cut (GRA-6) from %s is lifted after a quarter above C: %j', (grades, expected) => {
    expect(lastingOf(grades, handbook.grading, { kind: 'base-pay' })).toEqual(expected)
  })

  it('may be two quarters in a row at B or better, and no gap counts for one', () => {
    const twice = endingBy([{ after: 'run', grades: ['S', 'A', 'B'], length: 2 }], 'base-pay')
    const cut = (grades: string) => lastingOf(grades, twice, { kind: 'base-pay' })[0]?.[1]
    expect(cut('CCB')).toBe(null)
    expect(cut('CCBB')).toBe('2026-Q4')
    expect(cut('CCBCBB')).toBe('2027-Q2')
    expect(cut('CCBLB')).toBe('2027-Q1')
    expect(cut('CCB-B')).toBe(null)
  })

  it('of a rise after two good quarters are good quarters after it, not those that earned it', () => {
    const policy = endingBy([{ after: 'run', grades: ['A'], length: 2 }])
    expect(lastingOf('AAA', policy)[0]?.[1]).toBe(null)
    expect(lastingOf('AAAA', policy)[0]?.[1]).toBe('2026-Q4')
  })

  it.each([
    [1, '2026-Q3'],
    [4, '2027-Q2'],
  ])('may be %i periods, whatever happens in them', (periods, until) => {
    const policy = endingBy([{ after: 'periods', periods }])
    expect(lastingOf('AABC', policy)[0]?.slice(1, 3)).toEqual([until, 'periods'])
  })

  it('may be the end of the year in which it begins', () => {
    const policy = endingBy([{ after: 'year' }])
    expect(lastingOf('AA', policy)).toEqual([['2026-Q3', '2026-Q4', 'year', 'coming']])
    expect(lastingOf('BBAA', policy)).toEqual([['2027-Q1', '2027-Q4', 'year', 'coming']])
  })

  it('may be several things, of which the first to come holds', () => {
    const below = { after: 'run', grades: ['B', 'C'] }
    const policy = endingBy([{ after: 'year' }, below, { after: 'periods', periods: 3 }])
    expect(lastingOf('AAB', policy)[0]?.slice(1, 3)).toEqual(['2026-Q3', 'run'])
    expect(lastingOf('AAAA', policy)[0]?.slice(1, 3)).toEqual(['2026-Q4', 'year'])
  })

  it('may be nothing at all', () => {
    expect(lastingOf('AAC', endingBy([]))).toEqual([['2026-Q3', null, null, 'running']])
    const raise = gradeConsequences(years('SC'), handbook.grading).find(
      ({ kind }) => kind === 'raise',
    )
    expect(raise).toMatchObject({ from: '2027', until: null, state: 'running' })
  })

  it('is refused in the policy where it cannot be', () => {
    const codes = (ends: readonly object[]) => {
      const outcome = attempt(() => endingBy(ends))
      return outcome.ok
        ? []
        : outcome.issues.map(({ code, path }) => [code, path.slice(2).join('.')])
    }
    expect(codes([{ after: 'run', grades: ['D'] }])).toEqual([['VALUE_NOT_ALLOWED', 'ends.0']])
    expect(codes([{ after: 'run', grades: ['B'], gapAtMost: 2 }])).toEqual([
      ['POLICY_CONFLICT', 'ends.0.gapAtMost'],
    ])
    expect(codes([{ after: 'periods', periods: 0 }])).toEqual([['VALUE_INVALID', 'ends.0.periods']])
    expect(codes([{ after: 'never' }])).toEqual([['VALUE_NOT_ALLOWED', 'ends.0.after']])
  })
})

describe('a period asked in', () => {
  it('leaves out what was earned later, and says how things stood', () => {
    const stood = (asOf: string) => lastingOf('AABAA', handbook.grading, { asOf })
    expect(stood('2026-Q1')).toEqual([])
    expect(stood('2026-Q2')).toEqual([['2026-Q3', null, null, 'coming']])
    expect(stood('2026-Q3')).toEqual([['2026-Q3', '2026-Q3', 'run', 'running']])
    expect(stood('2027-Q1')[1]).toEqual(['2027-Q2', null, null, 'coming'])
    expect(stood('2030-Q1')[1]).toEqual(['2027-Q2', null, null, 'running'])
    expect(stood('2026-06-30')).toEqual(stood('2026-Q2'))
    expect(stood('2026-05')).toEqual(stood('2026-Q2'))
  })

  it.each([
    ['a year, in a history of quarters', '2026', 'VALUE_INVALID'],
    ['no period', 'Q1', 'PERIOD_INVALID'],
    ['no day', '2026-02-30', 'DATE_INVALID'],
  ])('is no %s', (_, asOf, code) => {
    const outcome = attempt(() => gradeConsequences(quarters('A'), handbook.grading, { asOf }))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code, path: ['options', 'asOf'] }])
  })
})

describe('histories of months and half-years', () => {
  const policy = defineGradingPolicy({
    grades: [
      { id: 'A', from: 80 },
      { id: 'C', from: 0 },
    ],
    consequences: [
      {
        kind: 'half-year-bonus',
        clause: 'HR-1',
        unit: 'months-of-base-salary',
        per: 'half-year',
        values: { A: 1 },
      },
      {
        kind: 'monthly-extra',
        clause: 'HR-2',
        unit: 'ratio',
        streak: { grades: ['A'], length: 3, per: 'month' },
        value: '0.01',
        ends: [{ after: 'periods', periods: 2 }],
      },
      {
        kind: 'warning',
        clause: 'HR-3',
        unit: 'measure',
        streak: { grades: ['C'], length: 2, per: 'half-year' },
      },
    ],
  })
  const following = (history: readonly GradedPeriod[]) =>
    gradeConsequences(history, policy).map(({ kind, period, from, until }) => [
      kind,
      period,
      from,
      until,
    ])

  it('have consequences of their own', () => {
    const months = ['2026-11', '2026-12', '2027-01'].map((period) => ({ period, grade: 'A' }))
    expect(following(months)).toEqual([['monthly-extra', '2027-01', '2027-02', '2027-03']])
    const halves = [
      { period: '2026-H1', grade: 'A' },
      { period: '2026-H2', grade: 'C' },
      { period: '2027-H1', grade: 'C' },
    ]
    expect(following(halves)).toEqual([
      ['half-year-bonus', '2026-H1', null, null],
      ['warning', '2027-H1', null, null],
    ])
  })

  it('of all months of ten thousand years are read in one pass', { timeout: 5000 }, () => {
    const all = Array.from({ length: 100_000 }, (_, at) => ({
      period: `${String(Math.floor(at / 12) + 1).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`,
      grade: 'A',
    }))
    const lasting = defineGradingPolicy({
      ...throughJson(policy),
      consequences: [
        {
          kind: 'extra',
          clause: 'HR-4',
          unit: 'ratio',
          values: { A: '0.01' },
          ends: [{ after: 'run', grades: ['C'] }],
        },
      ],
    } as GradingPolicyInput)
    expect(gradeConsequences(all, lasting)).toHaveLength(100_000)
  })

  it('end with the year 9999', () => {
    const last = [{ period: '9999-12', grade: 'A' }]
    const outcome = attempt(() =>
      gradeConsequences(
        ['9999-10', '9999-11', ...last.map(({ period }) => period)].map((period) => ({
          period,
          grade: 'A',
        })),
        policy,
      ),
    )
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(['DATE_NOT_COVERED'])
  })
})

describe('a gap that is passed over', () => {
  const history = ['2019-Q4', '2022-Q2', '2026-Q1'].map((period) => ({ period, grade: 'C' }))

  it('is one quarter, or as many as the policy says: three grades at C in six years are no run by any reading', () => {
    const lenient = withRuns({ gap: 'ignore' })
    expect(gradeConsequences(history, lenient)).toEqual([])
    expect(followingOf('commission-coefficient', quarters('A--A'), lenient)).toEqual([])
    const three = withRuns({ gap: 'ignore', gapAtMost: 2 })
    expect(followingOf('commission-coefficient', quarters('A--A'), three)).toEqual([
      '0.005 in 2026-Q4',
    ])
  })
})
