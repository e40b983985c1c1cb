import {
  attempt,
  type DecimalInput,
  defineCalendar,
  defineTargetPlan,
  type Employment,
  handbook,
  prorateTarget,
  type TargetPlan,
  type TargetPlanInput,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

function planWith(
  proration: Partial<TargetPlan['proration']>,
  change: Partial<TargetPlanInput> = {},
) {
  return defineTargetPlan({ currency: 'CNY', proration: { by: 'day', ...proration }, ...change })
}

const byDay = planWith({})
const started = planWith({ by: 'month' })
const whole = planWith({ by: 'month', months: 'whole' })
const byWorkingDay = planWith({ by: 'working-day' })

/** January 2026 in mainland China: 21 working days, the first on Sunday the 4th. */
const january = defineCalendar({
  from: '2026-01-01',
  to: '2026-01-31',
  weekend: [6, 7],
  holidays: ['2026-01-01', '2026-01-02', '2026-01-03'],
  workdays: ['2026-01-04'],
})

/** The prorated target, and what counts of the period. */
function targetOf(
  employment: Employment,
  plan = byDay,
  target: DecimalInput = '310000',
  calendar?: typeof january,
) {
  const { target: prorated, counted, of } = prorateTarget(target, employment, plan, calendar)
  return [prorated, counted, of]
}

function issuesOf(target: unknown, employment: unknown, plan = byDay, calendar?: unknown) {
  const outcome = attempt(() =>
    prorateTarget(target as never, employment as never, plan, calendar as never),
  )
  return outcome.ok ? [] : outcome.issues
}

function codesOf(...input: Parameters<typeof issuesOf>) {
  return issuesOf(...input).map(({ code, path }) => [code, path])
}

describe('a target by day', () => {
  it('is the full one of somebody who was there all the time', () => {
    expect(prorateTarget('310000', { period: '2026-01' }, byDay)).toEqual({
      period: '2026-01',
      target: '310000.00',
      full: '310000.00',
      counted: 31,
      of: 31,
      by: 'day',
      ramp: null,
      measure: null,
      policy: { id: 'targets', version: '1' },
    })
  })

  it.each<[string, Employment, unknown[]]>([
    ['a joiner on the 11th', { period: '2026-01', from: '2026-01-11' }, ['210000.00', 21, 31]],
    ['a leaver on the 10th', { period: '2026-01', to: '2026-01-10' }, ['100000.00', 10, 31]],
    [
      'a single day',
      { period: '2026-01', from: '2026-01-31', to: '2026-01-31' },
      ['10000.00', 1, 31],
    ],
    [
      'leave in the middle',
      { period: '2026-01', leave: [{ from: '2026-01-05', to: '2026-01-14' }] },
      ['210000.00', 21, 31],
    ],
    [
      'leave of a day, twice in a row, in any order',
      {
        period: '2026-01',
        leave: [
          { from: '2026-01-06', to: '2026-01-06' },
          { from: '2026-01-05', to: '2026-01-05' },
        ],
      },
      ['290000.00', 29, 31],
    ],
    [
      'leave at both ends',
      {
        period: '2026-01',
        leave: [
          { from: '2026-01-01', to: '2026-01-01' },
          { from: '2026-01-31', to: '2026-01-31' },
        ],
      },
      ['290000.00', 29, 31],
    ],
    ['a hire years ago', { period: '2026-01', from: '2019-04-01' }, ['310000.00', 31, 31]],
    ['an end years ahead', { period: '2026-01', to: '9999-12-31' }, ['310000.00', 31, 31]],
    [
      'leave over the turn of the year',
      { period: '2026-01', leave: [{ from: '2025-12-20', to: '2026-01-10' }] },
      ['210000.00', 21, 31],
    ],
    [
      'leave before the first day and after the last',
      {
        period: '2026-01',
        from: '2026-01-11',
        to: '2026-01-20',
        leave: [
          { from: '2026-01-01', to: '2026-01-05' },
          { from: '2026-01-21', to: '2026-02-28' },
        ],
      },
      ['100000.00', 10, 31],
    ],
  ])('of %s counts the days', (_, employment, expected) => {
    expect(targetOf(employment)).toEqual(expected)
  })

  it('takes null for what is left out', () => {
    const employment = { period: '2026-01', from: null, to: null, leave: null } as never
    expect(targetOf(employment)).toEqual(['310000.00', 31, 31])
  })

  it.each<[string, string, unknown[]]>([
    ['2026-02', '2026-02-15', ['155000.00', 14, 28]],
    ['2028-02', '2028-02-29', ['10689.66', 1, 29]],
    ['2026-W01', '2026-01-04', ['44285.71', 1, 7]],
    ['2026-H1', '2026-06-30', ['1712.71', 1, 181]],
    ['2026-Q1', '2026-03-31', ['3444.44', 1, 90]],
    ['2026', '2026-12-31', ['849.32', 1, 365]],
  ])('of %s takes it as long as it is', (period, from, expected) => {
    expect(targetOf({ period, from })).toEqual(expected)
  })

  it('of three parts of a month adds up to the cent', () => {
    const parts = [
      { period: '2026-01', to: '2026-01-10' },
      { period: '2026-01', from: '2026-01-11', to: '2026-01-20' },
      { period: '2026-01', from: '2026-01-21' },
    ]
    expect(parts.map((part) => targetOf(part, byDay, '100')[0])).toEqual([
      '32.26',
      '32.26',
      '35.48',
    ])
  })

  it.each([
    ['half-up', ['0.34', '0.33']],
    ['down', ['0.33', '0.34']],
  ] as const)('is rounded to date %s, as the plan rounds', (mode, expected) => {
    const plan = planWith({}, { rounding: { mode } })
    const parts = [
      { period: '2026-01', to: '2026-01-01' },
      { period: '2026-01', from: '2026-01-02', to: '2026-01-02' },
    ]
    expect(parts.map((part) => targetOf(part, plan, '10.39')[0])).toEqual(expected)
  })

  it('is rounded to the decimals that the plan keeps, and written with those of the currency', () => {
    const plan = planWith({}, { rounding: { decimals: 0 } })
    const parts = [
      { period: '2026-01', to: '2026-01-10' },
      { period: '2026-01', from: '2026-01-11' },
    ]
    expect(parts.map((part) => targetOf(part, plan, '100')[0])).toEqual(['32.00', '68.00'])
    expect(issuesOf('100.5', { period: '2026-01' }, plan)).toEqual([
      {
        code: 'TOTAL_TOO_PRECISE',
        severity: 'error',
        path: ['target'],
        params: { total: '100.5', decimals: 0, reason: 'target' },
        message: 'target: got 100.5, expected at most 0 decimals, as the plan rounds targets.',
      },
    ])
  })

  it.each([
    ['JPY', '10001', '323'],
    ['KWD', '10.001', '0.323'],
  ])('in %s has its decimals', (currency, target, expected) => {
    const day = { period: '2026-01', to: '2026-01-01' }
    expect(targetOf(day, planWith({}, { currency }), target)[0]).toBe(expected)
  })
})

describe('a target by month', () => {
  const quarter = (change: Partial<Employment>) => ({ period: '2026-Q2', ...change })
  it.each<[string, Employment, unknown[], unknown[] | 'TARGET_ZERO']>([
    ['all of it', quarter({}), ['900000.00', 3, 3], ['900000.00', 3, 3]],
    ['18 May on', quarter({ from: '2026-05-18' }), ['600000.00', 2, 3], ['300000.00', 1, 3]],
    ['1 May on', quarter({ from: '2026-05-01' }), ['600000.00', 2, 3], ['600000.00', 2, 3]],
    ['up to 31 May', quarter({ to: '2026-05-31' }), ['600000.00', 2, 3], ['600000.00', 2, 3]],
    ['up to 30 May', quarter({ to: '2026-05-30' }), ['600000.00', 2, 3], ['300000.00', 1, 3]],
    ['30 June', quarter({ from: '2026-06-30' }), ['300000.00', 1, 3], 'TARGET_ZERO'],
    [
      'all but May',
      quarter({ leave: [{ from: '2026-05-01', to: '2026-05-31' }] }),
      ['600000.00', 2, 3],
      ['600000.00', 2, 3],
    ],
    [
      'all but a day in May',
      quarter({ leave: [{ from: '2026-05-04', to: '2026-05-04' }] }),
      ['900000.00', 3, 3],
      ['600000.00', 2, 3],
    ],
    [
      'all but ten days around 1 May',
      quarter({ leave: [{ from: '2026-04-26', to: '2026-05-05' }] }),
      ['900000.00', 3, 3],
      ['300000.00', 1, 3],
    ],
  ])('of %s counts those started, or those whole', (_, employment, ifStarted, ifWhole) => {
    expect(targetOf(employment, started, '900000')).toEqual(ifStarted)
    if (ifWhole !== 'TARGET_ZERO') expect(targetOf(employment, whole, '900000')).toEqual(ifWhole)
    else expect(codesOf('900000', employment, whole)).toEqual([['TARGET_ZERO', ['target']]])
  })

  it('of a week is refused, which has no months', () => {
    expect(issuesOf('900000', { period: '2026-W07' }, started)).toMatchObject([
      { code: 'POLICY_CONFLICT', path: ['employment', 'period'], params: { given: '2026-W07' } },
    ])
    expect(targetOf({ period: '2026-H1', from: '2026-06-30' }, started, '1200000')).toEqual([
      '200000.00',
      1,
      6,
    ])
  })

  it('of a month is all or nothing, and of a year has twelve parts', () => {
    expect(targetOf({ period: '2026-05', from: '2026-05-31' }, started)[0]).toBe('310000.00')
    expect(targetOf({ period: '2026', from: '2026-11-30' }, started, '1200000')).toEqual([
      '200000.00',
      2,
      12,
    ])
    expect(targetOf({ period: '9999', from: '9999-12-01' }, whole, '1200000')[0]).toBe('100000.00')
  })
})

describe('a target by working day', () => {
  it.each<[string, Employment, unknown[]]>([
    ['all of it', { period: '2026-01' }, ['210000.00', 21, 21]],
    ['Saturday the 10th on', { period: '2026-01', from: '2026-01-10' }, ['150000.00', 15, 21]],
    ['Sunday the 4th alone', { period: '2026-01', to: '2026-01-04' }, ['10000.00', 1, 21]],
    [
      'all but a week and a weekend',
      { period: '2026-01', leave: [{ from: '2026-01-10', to: '2026-01-18' }] },
      ['160000.00', 16, 21],
    ],
  ])('of %s counts the days worked', (_, employment, expected) => {
    expect(targetOf(employment, byWorkingDay, '210000', january)).toEqual(expected)
  })

  it('needs a defined calendar that covers the period', () => {
    expect(issuesOf('1', { period: '2026-01' }, byWorkingDay)).toEqual([
      {
        code: 'VALUE_MISSING',
        severity: 'error',
        path: ['calendar'],
        params: { expected: 'calendar' },
        message: 'calendar: is missing, expected a calendar, as the plan counts working days.',
      },
    ])
    expect(codesOf('1', { period: '2026-01' }, byWorkingDay, { ...january })).toEqual([
      ['POLICY_NOT_DEFINED', []],
    ])
    const covered = { period: '2026-Q1', to: '2026-01-31' }
    expect(issuesOf('1', covered, byWorkingDay, january)).toEqual([
      {
        code: 'DATE_NOT_COVERED',
        severity: 'error',
        path: ['employment', 'period', 'to'],
        params: { date: '2026-03-31', from: '2026-01-01', to: '2026-01-31' },
        message:
          'employment.period.to: 2026-03-31 is outside the calendar, which covers 2026-01-01 to 2026-01-31. Give a calendar that covers it.',
      },
    ])
  })

  it('looks at no calendar where the plan counts other days', () => {
    expect(codesOf('1', { period: '2026-01' }, byDay, {})).toEqual([])
  })

  it('of a period without one is refused', () => {
    const off = defineCalendar({
      from: '2026-01-01',
      to: '2026-01-31',
      weekend: [1, 2, 3, 4, 5, 6],
      holidays: ['2026-01-04', '2026-01-11', '2026-01-18', '2026-01-25'],
      workdays: [],
    })
    expect(issuesOf('1', { period: '2026-01' }, byWorkingDay, off)[0]?.params).toEqual({
      period: '2026-01',
      counted: 0,
      of: 0,
      by: 'working-day',
    })
  })
})

describe('a target that comes to 0', () => {
  it('is refused, as nothing can be measured by it', () => {
    const away = { period: '2026-01', leave: [{ from: '2025-12-01', to: '2026-02-28' }] }
    expect(issuesOf('310000', away)).toEqual([
      {
        code: 'TARGET_ZERO',
        severity: 'error',
        path: ['target'],
        params: { period: '2026-01', counted: 0, of: 31, by: 'day' },
        message:
          'target: comes to 0, as 0 of 31 days of 2026-01 count, and no sales can be measured by a target of 0. Leave the period out for this payee, or pay it by a plan that needs no target.',
      },
    ])
  })

  it.each([
    ['somebody who joins later', { period: '2026-01', from: '2026-02-01' }],
    ['somebody who left before', { period: '2026-01', to: '2025-12-31' }],
  ])('is that of %s', (_, employment) => {
    expect(codesOf('310000', employment)).toEqual([['TARGET_ZERO', ['target']]])
  })

  it('is also one of less than half a cent', () => {
    const day = { period: '2026-01', to: '2026-01-01' }
    expect(issuesOf('0.15', day)[0]?.params).toEqual({
      period: '2026-01',
      counted: 1,
      of: 31,
      by: 'day',
    })
    expect(targetOf(day, byDay, '0.16')[0]).toBe('0.01')
  })
})

describe('a ramped target', () => {
  const { targets } = handbook
  const monthly = (months: 'started' | 'whole') =>
    defineTargetPlan({
      currency: 'CNY',
      proration: { by: 'month', months },
      ramp: ['0.25', '0.5', '0.75', '1'],
    })

  it.each<[string, Employment, string]>([
    // 31 days at 25%, 13 at 50%: 14.25 of 91 days.
    ['the first quarter', { period: '2026-Q2', joined: '2026-05-18' }, '142500.00'],
    // 17 days at 50%, 31 at 75%, 44 at 100%: 75.75 of 92 days.
    ['the second', { period: '2026-Q3', joined: '2026-05-18' }, '749266.30'],
    ['every one from then on', { period: '2026-Q4', joined: '2026-05-18' }, '910000.00'],
    [
      'one that ends before the first day of a leave',
      { period: '2026-Q2', joined: '2026-05-18', to: '2026-06-17' },
      '77500.00',
    ],
    [
      'one whose first day in this seat comes later',
      { period: '2026-Q2', joined: '2026-05-18', from: '2026-06-18' },
      '65000.00',
    ],
  ])('has 25, 50, 75 and 100%% by month of service: %s', (_, employment, expected) => {
    expect(prorateTarget('910000', employment, targets).target).toBe(expected)
  })

  it('says which months of service count, and how many days of each', () => {
    const { ramp, counted, of } = prorateTarget(
      '920000',
      { period: '2026-Q3', joined: '2026-05-18' },
      targets,
    )
    expect(ramp).toEqual([
      { month: 2, rate: '0.5', counted: 17 },
      { month: 3, rate: '0.75', counted: 31 },
      { month: 4, rate: '1', counted: 44 },
    ])
    expect([counted, of]).toEqual([92, 92])
  })

  it('counts months of the calendar where the plan does: those started, or from the first whole one', () => {
    const of = (months: 'started' | 'whole', joined: string) =>
      prorateTarget('1200', { period: '2026', joined }, monthly(months)).target
    // October 25%, November 50%, December 75%.
    expect(of('started', '2026-10-18')).toBe('150.00')
    expect(of('whole', '2026-10-18')).toBe('75.00')
    expect(of('whole', '2026-10-01')).toBe('150.00')
    expect(of('started', '2025-01-01')).toBe('1200.00')
  })

  it('counts working days by the month of service that they are in', () => {
    const plan = defineTargetPlan({
      currency: 'CNY',
      proration: { by: 'working-day' },
      ramp: ['0.5', '1'],
    })
    // Of 21 working days the 4 up to the 7th are in the first month, and the 17 from the 8th in the second.
    const stay = { period: '2026-01', joined: '2025-12-08' }
    expect(prorateTarget('2100', stay, plan, january)).toMatchObject({
      target: '1900.00',
      ramp: [
        { month: 1, rate: '0.5', counted: 4 },
        { month: 2, rate: '1', counted: 17 },
      ],
    })
  })

  it('starts on the last day of a short month for who joins on the 31st', () => {
    const { ramp } = prorateTarget('280', { period: '2026-02', joined: '2026-01-31' }, targets)
    expect(ramp?.map(({ month, counted }) => [month, counted])).toEqual([
      [1, 27],
      [2, 1],
    ])
  })

  it('does not ramp anybody whose first day is not given, nor by a plan without a ramp', () => {
    expect(prorateTarget('910000', { period: '2026-Q2' }, targets).ramp).toBeNull()
    expect(targetOf({ period: '2026-01', joined: '2026-01-11' })).toEqual(['210000.00', 21, 31])
  })

  it('is refused where it comes to 0', () => {
    const plan = planWith({}, { ramp: ['0', '1'] })
    expect(codesOf('310000', { period: '2026-01', joined: '2026-01-05' }, plan)).toEqual([
      ['TARGET_ZERO', ['target']],
    ])
  })

  it('is counted up to the last year there is', () => {
    expect(prorateTarget('100', { period: '9999-12', joined: '9999-12-01' }, targets).target).toBe(
      '25.00',
    )
  })

  it('of new customers is whole, by the measure of the plan (TAR-2)', () => {
    const stay = { period: '2026-Q2', from: '2026-05-18', measure: 'newCustomers' }
    expect(prorateTarget(10, stay, targets)).toMatchObject({
      target: '5',
      full: '10',
      measure: 'newCustomers',
    })
    expect(codesOf('10', { ...stay, measure: 'profit' }, targets)).toEqual([
      ['NOT_IN_POLICY', ['employment', 'measure']],
    ])
  })
})

const broken = new Proxy([], {
  get() {
    throw new Error('read')
  },
})

describe('a target that cannot be prorated', () => {
  const period = '2026-01'
  it.each<[string, unknown, unknown, unknown]>([
    ['no target', undefined, { period }, [['VALUE_MISSING', ['target']]]],
    ['a target of 0', 0, { period }, [['NUMBER_OUT_OF_RANGE', ['target']]]],
    ['a target below 0', '-1', { period }, [['NUMBER_OUT_OF_RANGE', ['target']]]],
    ['a target with a comma', '1,000', { period }, [['NUMBER_INVALID', ['target']]]],
    ['half a cent', '0.005', { period }, [['TOTAL_TOO_PRECISE', ['target']]]],
    ['no employment', 1, undefined, [['VALUE_MISSING', ['employment']]]],
    ['no period', 1, {}, [['VALUE_MISSING', ['employment', 'period']]]],
    [
      'a week that its year does not have',
      1,
      { period: '2025-W53' },
      [['PERIOD_INVALID', ['employment', 'period']]],
    ],
    [
      'a misspelt day',
      1,
      { period, form: '2026-01-02' },
      [['UNKNOWN_KEY', ['employment', 'form']]],
    ],
    [
      'a day that does not exist',
      1,
      { period, from: '2026-01-32' },
      [['DATE_INVALID', ['employment', 'from']]],
    ],
    [
      'an end that is a Date',
      1,
      { period, to: new Date(0) },
      [['DATE_INVALID', ['employment', 'to']]],
    ],
    [
      'an end before the beginning',
      1,
      { period, from: '2026-01-02', to: '2026-01-01' },
      [['DATES_OUT_OF_ORDER', ['employment']]],
    ],
    [
      'leave that is no list',
      1,
      { period, leave: {} },
      [['VALUE_INVALID', ['employment', 'leave']]],
    ],
    [
      'leave that cannot be read',
      1,
      { period, leave: broken },
      [['VALUE_UNREADABLE', ['employment', 'leave']]],
    ],
    [
      'leave that is a date',
      1,
      { period, leave: [period] },
      [['VALUE_INVALID', ['employment', 'leave', 0]]],
    ],
    [
      'leave without an end',
      1,
      { period, leave: [{ from: '2026-01-05' }] },
      [['VALUE_MISSING', ['employment', 'leave', 0, 'to']]],
    ],
    [
      'leave that ends before it starts',
      1,
      { period, leave: [{ from: '2026-01-05', to: '2026-01-04' }] },
      [['DATES_OUT_OF_ORDER', ['employment', 'leave', 0]]],
    ],
  ])('has %s', (_, target, employment, issues) => {
    expect(codesOf(target, employment)).toEqual(issues)
  })

  it('has a day that is in two leaves', () => {
    const leave = [
      { from: '2026-01-10', to: '2026-01-12' },
      { from: '2026-01-05', to: '2026-01-10' },
    ]
    expect(issuesOf(1, { period, leave })).toEqual([
      {
        code: 'VERSIONS_OVERLAP',
        severity: 'error',
        path: ['employment', 'leave', 0],
        params: {
          reason: 'leave',
          first: '2026-01-05',
          second: '2026-01-10',
          lastDay: '2026-01-10',
        },
        message:
          'employment.leave[0]: the leave from 2026-01-10 starts before the one from 2026-01-05 ends, on 2026-01-10. Give each day off once.',
      },
    ])
  })

  it.each([
    ['was not defined', { ...byDay }],
    ['is for commission', handbook.commission],
  ])('has a plan that %s', (_, plan) => {
    expect(codesOf(1, { period }, plan as never)).toEqual([['POLICY_NOT_DEFINED', []]])
  })

  it('has all that is wrong at once', () => {
    expect(codesOf('x', { period: 'y', from: 'z' })).toEqual([
      ['NUMBER_INVALID', ['target']],
      ['PERIOD_INVALID', ['employment', 'period']],
      ['DATE_INVALID', ['employment', 'from']],
    ])
  })
})
