import fc from 'fast-check'
import { attempt, checkMentoring, handbook, type Mentoring } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../arbitraries.rooms.js'

const base: Mentoring = {
  mentor: 'Zhao',
  mentee: 'Li Na',
  chosenBy: ['mentor', 'mentee'],
  from: '2026-01-01',
  asOf: '2026-04-10',
  sessions: ['2026-01-09', '2026-01-23', '2026-02-13', '2026-02-27', '2026-03-06', '2026-03-20'],
  assessments: ['2026-Q1'],
}
const review = (change: Partial<Mentoring> = {}) =>
  checkMentoring({ ...base, ...change }, handbook.careers)

describe('checkMentoring', () => {
  it('is met by two sessions a month and an assessment each quarter (PRO-12)', () => {
    expect(review()).toEqual({
      mentor: 'Zhao',
      mentee: 'Li Na',
      outcome: 'met',
      mutual: true,
      months: [
        { month: '2026-01', sessions: 2, required: 2, remaining: 0, outcome: 'met' },
        { month: '2026-02', sessions: 2, required: 2, remaining: 0, outcome: 'met' },
        { month: '2026-03', sessions: 2, required: 2, remaining: 0, outcome: 'met' },
        { month: '2026-04', sessions: 0, required: 2, remaining: 2, outcome: 'unknown' },
      ],
      assessments: [
        { period: '2026-Q1', outcome: 'met' },
        { period: '2026-Q2', outcome: 'unknown' },
      ],
      reward: null,
      policy: { id: 'handbook-careers', version: '1' },
      clauses: ['PRO-12'],
    })
  })

  it('is unmet by one session too few, or by no assessment, once the period is over', () => {
    expect(review({ sessions: base.sessions.slice(1) }).outcome).toBe('unmet')
    expect(review({ assessments: [] }).outcome).toBe('unmet')
    expect(review({ assessments: [], asOf: '2026-03-31' }).outcome).toBe('met')
    expect(review({ assessments: [], sessions: [], asOf: '2026-01-31' }).outcome).toBe('unknown')
  })

  it('asks nothing of a month or a quarter in which it began or ended', () => {
    const { months, assessments, outcome } = review({
      from: '2026-01-02',
      to: '2026-03-30',
      sessions: ['2026-02-13', '2026-02-27'],
      assessments: [],
    })
    expect(months.map((month) => month.outcome)).toEqual([
      'not-applicable',
      'met',
      'not-applicable',
    ])
    expect(assessments.map((one) => one.outcome)).toEqual(['not-applicable'])
    expect(outcome).toBe('met')
  })

  it('asks all of a month and a quarter that it lasted through to the last day', () => {
    const { months, assessments } = review({ to: '2026-03-31', sessions: [], assessments: [] })
    expect(months.map((month) => month.outcome)).toEqual(['unmet', 'unmet', 'unmet'])
    expect(assessments).toEqual([{ period: '2026-Q1', outcome: 'unmet' }])
  })

  it('rewards a promotion while it lasts, and none before or after', () => {
    const reward = (on: string, to: string | null = null) =>
      review({ promotion: { on, rung: 'sales-supervisor' }, to }).reward
    const due = { kind: 'mentor-reward', on: '2026-03-31', rung: 'sales-supervisor' }
    expect(reward('2026-03-31')).toEqual(due)
    expect(reward('2026-03-31', '2026-03-31')).toEqual(due)
    expect([
      reward('2025-12-31'),
      reward('2026-04-01', '2026-03-31'),
      reward('2026-04-11'),
    ]).toEqual([null, null, null])
  })

  it('is by mutual choice, of two people', () => {
    const promotion = { on: '2026-03-31', rung: 'sales-supervisor' }
    const oneSided = { mutual: false, outcome: 'unmet', reward: null }
    const changes: Partial<Mentoring>[] = [
      { chosenBy: ['mentor'] },
      { chosenBy: ['mentee', 'mentee'] },
      { chosenBy: [] },
      { mentor: 'Li Na' },
    ]
    for (const change of changes) expect(review({ ...change, promotion })).toMatchObject(oneSided)
    expect(review({ chosenBy: ['mentee', 'mentor'], promotion })).toMatchObject({
      ...{ mutual: true, outcome: 'met', reward: promotion },
    })
  })

  it('is the same whatever the order of sessions, and one more never makes it worse', () => {
    fc.assert(
      fc.property(shuffled(base.sessions), fc.subarray([...base.sessions]), (sessions, some) => {
        expect(review({ sessions })).toEqual(review())
        const order = ['unmet', 'unknown', 'met']
        const more = [...new Set([...some, '2026-01-09'])]
        const rank = (list: readonly string[]) => order.indexOf(review({ sessions: list }).outcome)
        expect(rank(more)).toBeGreaterThanOrEqual(rank(some))
      }),
    )
  })

  it('takes what is of its first and of its last day', () => {
    const counted = (change: Partial<Mentoring>) =>
      review({ assessments: [], ...change }).months.map(({ sessions }) => sessions)
    expect(counted({ from: '2026-01-09', sessions: ['2026-01-09'] })).toEqual([1, 0, 0, 0])
    expect(counted({ sessions: ['2026-04-10'] })).toEqual([0, 0, 0, 1])
    expect(counted({ to: '2026-03-20', sessions: ['2026-03-20'] })).toEqual([0, 0, 1])
    const day = '2026-03-31'
    expect(counted({ from: day, asOf: day, sessions: [day], assessments: ['2026-Q1'] })).toEqual([
      1,
    ])
    const assessed = review({
      from: day,
      asOf: '2026-04-01',
      sessions: [],
      assessments: ['2026-Q2'],
    })
    expect(assessed.assessments).toEqual([
      { period: '2026-Q1', outcome: 'not-applicable' },
      { period: '2026-Q2', outcome: 'met' },
    ])
  })

  it.each<[string, object, string, string]>([
    [
      'with a session before it began',
      { sessions: ['2025-12-31'] },
      'DATE_NOT_COVERED',
      'sessions.0',
    ],
    [
      'with a session after the day asked about',
      { sessions: ['2026-04-11'] },
      'DATE_NOT_COVERED',
      'sessions.0',
    ],
    [
      'with the same day twice',
      { sessions: ['2026-01-09', '2026-01-09'] },
      'ID_DUPLICATE',
      'sessions.1',
    ],
    ['with a month for a quarter', { assessments: ['2026-01'] }, 'VALUE_INVALID', 'assessments.0'],
    ['with a quarter before it', { assessments: ['2025-Q4'] }, 'DATE_NOT_COVERED', 'assessments.0'],
    ['with a quarter after it', { assessments: ['2026-Q3'] }, 'DATE_NOT_COVERED', 'assessments.0'],
    [
      'with a quarter twice',
      { assessments: ['2026-Q1', '2026-Q1'] },
      'ID_DUPLICATE',
      'assessments.1',
    ],
    ['that ends before it begins', { to: '2025-12-31' }, 'DATES_OUT_OF_ORDER', ''],
    [
      'asked about before it begins',
      { asOf: '2025-12-31', sessions: [], assessments: [] },
      'DATES_OUT_OF_ORDER',
      'asOf',
    ],
    ['chosen by a third', { chosenBy: ['boss'] }, 'VALUE_NOT_ALLOWED', 'chosenBy.0'],
    ['without a mentee', { mentee: null }, 'VALUE_MISSING', 'mentee'],
  ])('is refused %s, and says where', (_, change, code, at) => {
    const outcome = attempt(() => review(change as Partial<Mentoring>))
    expect(outcome.ok ? [] : outcome.issues.map((one) => [one.code, one.path.join('.')])).toEqual([
      [code, ['mentoring', at].filter((step) => step !== '').join('.')],
    ])
  })
})
