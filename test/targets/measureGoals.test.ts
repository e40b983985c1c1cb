import { attempt, defineTargetPlan, handbook, measureGoals } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { targets } = handbook
const deals = (...dates: string[]) =>
  dates.map((day) => ({ goal: 'deals', date: `2026-${day}`, amount: 1 }))

function codesOf(input: unknown) {
  const outcome = attempt(() => measureGoals(input as never, targets))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('measureGoals', () => {
  it('marks in which weeks a goal was reached, and on which day (TAR-6)', () => {
    const results = deals('01-13', '01-05', '01-08', '01-06', '01-11', '01-20', '01-20', '02-03')
    const outcome = measureGoals(
      { owner: 'Li', period: '2026-01', asOf: '2026-02-03', results },
      targets,
    )
    expect(outcome).toMatchObject({ owner: 'Li', outside: 1, clauses: ['TAR-6'] })
    const [goal] = outcome.goals
    expect([goal?.id, goal?.per, goal?.amount, goal?.reached, goal?.of]).toEqual([
      'deals',
      'week',
      '3',
      1,
      4,
    ])
    expect(
      goal?.periods.map(({ period, actual, state, reachedOn, remaining }) => [
        period,
        actual,
        state,
        reachedOn,
        remaining,
      ]),
    ).toEqual([
      ['2026-W01', '0', 'missed', null, '3'],
      ['2026-W02', '4', 'reached', '2026-01-08', null],
      ['2026-W03', '1', 'missed', null, '2'],
      ['2026-W04', '2', 'missed', null, '1'],
    ])
  })

  it.each([
    ['2025-12-28', 1],
    ['2025-12-29', 0],
    ['2026-01-25', 0],
    ['2026-01-26', 1],
  ])('has the first and the last day of its weeks, and none outside: %s', (date, outside) => {
    const results = [{ goal: 'deals', date, amount: 1 }]
    const outcome = measureGoals({ period: '2026-01', asOf: '2026-12-31', results }, targets)
    const counted = outcome.goals[0]?.periods.filter(({ actual }) => actual === '1').length
    expect([outcome.outside, counted]).toEqual([outside, 1 - outside])
  })

  it('has each week in the month in which it ends, whole', () => {
    const weeks = (period: string) =>
      measureGoals({ period, asOf: '2026-12-31', results: [] }, targets).goals[0]?.periods.map(
        (one) => one.period,
      ) ?? []
    expect(weeks('2026-01')[0]).toBe('2026-W01')
    expect(weeks('2026-01').at(-1)).toBe('2026-W04')
    expect(weeks('2026-02')).toEqual(['2026-W05', '2026-W06', '2026-W07', '2026-W08'])
    expect([...weeks('2026-01'), ...weeks('2026-02'), ...weeks('2026-03')]).toEqual(
      weeks('2026-Q1'),
    )
    // The days of December in the first week of 2026 count for it.
    const results = [{ goal: 'deals', date: '2025-12-29', amount: 3 }]
    expect(
      measureGoals({ period: '2026-01', asOf: '2026-01-04', results }, targets).goals[0]?.periods[0]
        ?.reachedOn,
    ).toBe('2025-12-29')
  })

  it('is open until its last day is over, and reached as soon as it is', () => {
    const on = (asOf: string, results: ReturnType<typeof deals>) =>
      measureGoals({ period: '2026-W02', asOf, results }, targets).goals[0]
    expect(on('2026-01-11', deals('01-05'))).toMatchObject({
      of: 0,
      periods: [{ state: 'open', remaining: '2' }],
    })
    expect(on('2026-01-12', deals('01-05'))).toMatchObject({
      of: 1,
      reached: 0,
      periods: [{ state: 'missed' }],
    })
    expect(on('2026-01-06', deals('01-05', '01-06', '01-06'))).toMatchObject({ of: 1, reached: 1 })
  })

  it('takes goals of money by month, to the cent', () => {
    const plan = defineTargetPlan({
      currency: 'CNY',
      goals: [{ id: 'cash', per: 'month', amount: '0.3' }],
      proration: { by: 'day' },
    })
    const results = ['0.1', '0.2'].map((amount, at) => ({
      goal: 'cash',
      date: `2026-01-0${at + 1}`,
      amount,
    }))
    expect(
      measureGoals({ period: '2026-Q1', asOf: '2026-01-31', results }, plan).goals[0]?.periods,
    ).toMatchObject([
      { period: '2026-01', state: 'reached', reachedOn: '2026-01-02', actual: '0.3' },
      { period: '2026-02', state: 'open' },
      { period: '2026-03', state: 'open' },
    ])
  })

  it('names the results that it cannot read, and goes on with the others', () => {
    const wrong = [
      { goal: 'deal', date: '2026-01-05', amount: 1 },
      { goal: 'deals', date: '2026-02-04', amount: 1 },
      { goal: 'deals', date: '2026-01-05', amount: -1 },
      { goal: 'deals', date: '2026-02-30', amount: '1,0' },
      null,
    ]
    const asked = { period: '2026-01', asOf: '2026-02-03' }
    const results = [...wrong.slice(0, 2), ...deals('01-05', '01-06', '01-07'), ...wrong.slice(2)]
    const { goals, outside, notCounted } = measureGoals(
      { ...asked, results: results as never },
      targets,
    )
    expect(goals).toEqual(
      measureGoals({ ...asked, results: deals('01-05', '01-06', '01-07') }, targets).goals,
    )
    expect(outside).toBe(0)
    const named = notCounted.map(({ index, issues }) => [
      index,
      ...issues.map(({ code, path }) => `${code} ${path.join('.')}`),
    ])
    expect(named).toEqual([
      [0, 'NOT_IN_POLICY input.results.0.goal'],
      [1, 'DATES_OUT_OF_ORDER input.results.1.date'],
      [5, 'NUMBER_OUT_OF_RANGE input.results.5.amount'],
      [6, 'DATE_INVALID input.results.6.date', 'NUMBER_INVALID input.results.6.amount'],
      [7, 'VALUE_MISSING input.results.7'],
    ])
  })

  it.each<[string, object, [string, string][]]>([
    ['results that are no list', { results: {} }, [['VALUE_INVALID', 'input.results']]],
    ['no day on which it is asked', { asOf: undefined }, [['VALUE_MISSING', 'input.asOf']]],
    [
      'more than ten years',
      { period: { id: 'P', from: '2026-01-01', to: '2126-01-01' } },
      [['PERIOD_INVALID', 'input.period']],
    ],
  ])('refuses %s', (_, change, expected) => {
    expect(codesOf({ period: '2026-01', asOf: '2026-02-03', results: [], ...change })).toEqual(
      expected,
    )
  })
})
