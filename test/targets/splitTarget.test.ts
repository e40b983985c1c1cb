import { attempt, defineCalendar, defineTargetPlan, handbook, splitTarget } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { targets } = handbook

/** The first quarter of 2026 in mainland China. */
const calendar = defineCalendar({
  from: '2026-01-01',
  to: '2026-03-31',
  weekend: [6, 7],
  holidays: [
    ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
    ...['2026-02-20', '2026-02-23'],
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28'],
})

const amountsOf = (...input: Parameters<typeof splitTarget>) =>
  splitTarget(...input).parts.map(({ amount }) => amount)

function issuesOf(total: unknown, period: unknown, options: unknown, plan?: unknown) {
  const outcome = attempt(() =>
    splitTarget(total as never, period as never, options as never, plan as never),
  )
  return outcome.ok ? [] : outcome.issues
}

const codesOf = (...input: Parameters<typeof issuesOf>) =>
  issuesOf(...input).map(({ code, path }) => [code, path.join('.')])

describe('splitTarget into months', () => {
  it('of a year gives twelve that add up, four of them a cent more (split-01, TAR-2)', () => {
    expect(amountsOf('1000000.00', '2026', { into: 'month' })).toEqual([
      ...Array(4).fill('83333.34'),
      ...Array(8).fill('83333.33'),
    ])
  })

  it('says what was split, by what, and which days are in each part', () => {
    expect(splitTarget('900', '2026-Q1', { into: 'month' })).toEqual({
      period: '2026-Q1',
      total: '900.00',
      measure: null,
      by: 'month',
      parts: [
        { period: '2026-01', from: '2026-01-01', to: '2026-01-31', amount: '300.00' },
        { period: '2026-02', from: '2026-02-01', to: '2026-02-28', amount: '300.00' },
        { period: '2026-03', from: '2026-03-01', to: '2026-03-31', amount: '300.00' },
      ],
      policy: null,
      clauses: ['TAR-2'],
    })
  })

  it('follows a profile of the season, whose months have names', () => {
    const profile = { '01': 4, '02': '2', '03': 6, '12': 9 }
    const split = splitTarget('900000', '2026-Q1', { into: 'month', profile })
    expect(split.by).toBe('profile')
    expect(split.parts.map(({ amount }) => amount)).toEqual(['300000.00', '150000.00', '450000.00'])
  })

  it('follows the profile of the plan, unless one is given', () => {
    const months = Array.from({ length: 12 }, (_, at) => [
      String(at + 1).padStart(2, '0'),
      at === 0 ? 3 : 1,
    ])
    const plan = defineTargetPlan({
      currency: 'CNY',
      profile: Object.fromEntries(months),
      proration: { by: 'day' },
    })
    expect(amountsOf('500', '2026-Q1', { into: 'month' }, plan)).toEqual([
      '300.00',
      '100.00',
      '100.00',
    ])
    const profile = { '01': 1, '02': 1, '03': 2 }
    expect(amountsOf('400', '2026-Q1', { into: 'month', profile }, plan)).toEqual([
      '100.00',
      '100.00',
      '200.00',
    ])
  })

  it('follows a weight for each part, to the last digit (split-03)', () => {
    const profile = [
      ...['18.562874251497007', '20.958083832335326', '18.562874251497007'],
      ...['19.161676646706585', '22.75449101796407'],
    ]
    const period = { id: 'spring', from: '2026-01-01', to: '2026-05-31' }
    expect(amountsOf('100', period, { into: 'month', profile, decimals: 2 })).toEqual([
      ...['18.56', '20.96', '18.56', '19.16', '22.76'],
    ])
  })

  it('follows the working days of a calendar', () => {
    const split = splitTarget('5900', '2026-Q1', { into: 'month', calendar })
    // 21 in January, 16 in February, 22 in March.
    expect(split.by).toBe('working-day')
    expect(split.parts.map(({ amount }) => amount)).toEqual(['2100.00', '1600.00', '2200.00'])
  })

  it('leaves months to the profile where there is a calendar besides', () => {
    const profile = { '01': 1, '02': 1, '03': 1 }
    expect(amountsOf('900', '2026-Q1', { into: 'month', profile, calendar })).toEqual([
      '300.00',
      '300.00',
      '300.00',
    ])
  })

  it("takes a company's own year, and a month that it cuts by its days", () => {
    const year = { id: 'FY26', from: '2026-04-01', to: '2027-03-31' }
    const split = splitTarget('1200', year, { into: 'month' })
    expect(split.period).toEqual(year)
    expect(split.parts.map(({ period }) => period).at(-1)).toBe('2027-03')
    expect(new Set(split.parts.map(({ amount }) => amount))).toEqual(new Set(['100.00']))
    // Half of April and all of May.
    const own = { id: 'P', from: '2026-04-16', to: '2026-05-31' }
    expect(amountsOf('300', own, { into: 'month' })).toEqual(['100.00', '200.00'])
  })

  it('of new customers gives whole ones (TAR-2)', () => {
    const split = splitTarget(10, '2026-Q1', { into: 'month', measure: 'newCustomers' }, targets)
    expect(split.parts.map(({ amount }) => amount)).toEqual(['4', '3', '3'])
    expect([split.measure, split.total]).toEqual(['newCustomers', '10'])
  })
})

describe('splitTarget into weeks', () => {
  it('cuts weeks at the month, and weighs them by their days (TAR-2)', () => {
    const { parts, by } = splitTarget('140000', '2026-02', { into: 'week' })
    expect(by).toBe('day')
    expect(parts.map(({ period, from, to, amount }) => [period, from, to, amount])).toEqual([
      ['2026-W05', '2026-02-01', '2026-02-01', '5000.00'],
      ['2026-W06', '2026-02-02', '2026-02-08', '35000.00'],
      ['2026-W07', '2026-02-09', '2026-02-15', '35000.00'],
      ['2026-W08', '2026-02-16', '2026-02-22', '35000.00'],
      ['2026-W09', '2026-02-23', '2026-02-28', '30000.00'],
    ])
  })

  it('gives a week without working days nothing', () => {
    // 5 in W06, 6 in W07 with a make-up Saturday, none in W08, 5 in W09 with another.
    expect(amountsOf('1600', '2026-02', { into: 'week', calendar })).toEqual([
      '0.00',
      '500.00',
      '600.00',
      '0.00',
      '500.00',
    ])
  })

  it('gives a week across the end of a month days of both, where months have a profile', () => {
    // January 31 × 10 a day, February 28 × 5; W05 has six days of January and one of February.
    const profile = { '01': 310, '02': 140, '03': 0 }
    const { parts } = splitTarget('450', '2026-Q1', { into: 'week', profile })
    expect(parts.find(({ period }) => period === '2026-W05')?.amount).toBe('65.00')
    expect(parts.find(({ period }) => period === '2026-W11')?.amount).toBe('0.00')
  })

  it('knows the 53 weeks of 2026, and the year that a week at its turn belongs to (split-06, split-08)', () => {
    const names = (year: string) =>
      splitTarget('1000', year, { into: 'week' }).parts.map(({ period }) => period)
    expect([names('2026').length, names('2026')[0], names('2026').at(-1)]).toEqual([
      53,
      '2026-W01',
      '2026-W53',
    ])
    expect(names('2025').at(-1)).toBe('2026-W01')
    expect(names('2027')[0]).toBe('2026-W53')
  })

  it('of a week is the week', () => {
    expect(amountsOf('70', '2026-W07', { into: 'week' })).toEqual(['70.00'])
  })
})

describe('what splitTarget refuses', () => {
  it.each<[string, unknown, unknown, unknown, [string, string][]]>([
    [
      'a profile that leaves a month out',
      1,
      '2026-Q1',
      { into: 'month', profile: { '01': 1, '03': 1 } },
      [['VALUE_MISSING', 'options.profile.02']],
    ],
    [
      'a profile of nothing but 0',
      1,
      '2026-Q1',
      { into: 'month', profile: { '01': 0, '02': 0, '03': 0 } },
      [['WEIGHTS_NOT_POSITIVE', 'options.profile']],
    ],
    [
      'a list of nothing but 0',
      1,
      '2026-Q1',
      { into: 'month', profile: [0, 0, 0] },
      [['WEIGHTS_NOT_POSITIVE', 'options.profile']],
    ],
    [
      'a weight below 0',
      1,
      '2026-Q1',
      { into: 'month', profile: [1, -1, 1] },
      [['NUMBER_OUT_OF_RANGE', 'options.profile.1']],
    ],
    [
      'a list of another length',
      1,
      '2026',
      { into: 'week', profile: Array(12).fill(1) },
      [['VALUE_INVALID', 'options.profile']],
    ],
    [
      'a month that no year has',
      1,
      '2026-01',
      { into: 'month', profile: { '01': 1, '13': 1 } },
      [['UNKNOWN_KEY', 'options.profile.13']],
    ],
    ['a week into months', 1, '2026-W07', { into: 'month' }, [['PERIOD_INVALID', 'period']]],
    [
      'a week that its year does not have',
      1,
      '2025-W53',
      { into: 'week' },
      [['PERIOD_INVALID', 'period']],
    ],
    [
      'a period of eleven years',
      1,
      { id: 'P', from: '2026-01-01', to: '2036-12-31' },
      { into: 'month' },
      [['PERIOD_INVALID', 'period']],
    ],
    [
      'a period turned round',
      1,
      { id: 'P', from: '2026-02-01', to: '2026-01-01' },
      { into: 'month' },
      [['DATES_OUT_OF_ORDER', 'period']],
    ],
    [
      'a calendar that ends within the period',
      1,
      '2026-H1',
      { into: 'month', calendar },
      [
        ['DATE_NOT_COVERED', 'period.from'],
        ['DATE_NOT_COVERED', 'period.to'],
      ],
    ],
    [
      'a calendar that nobody defined',
      1,
      '2026-Q1',
      { into: 'month', calendar: {} },
      [['POLICY_NOT_DEFINED', '']],
    ],
    ['no length of parts', 1, '2026', {}, [['VALUE_MISSING', 'options.into']]],
    ['days', 1, '2026', { into: 'day' }, [['VALUE_NOT_ALLOWED', 'options.into']]],
    ['nothing to split', 0, '2026', { into: 'month' }, [['NUMBER_OUT_OF_RANGE', 'total']]],
    ['half a cent', '0.005', '2026', { into: 'month' }, [['TOTAL_TOO_PRECISE', 'total']]],
    [
      'the last week of 9999, which has no end',
      1,
      '9999',
      { into: 'week' },
      [['DATE_NOT_COVERED', 'period']],
    ],
    [
      'a profile that is a text',
      1,
      '2026',
      { into: 'month', profile: 'flat' },
      [['VALUE_INVALID', 'options.profile']],
    ],
  ])('is %s', (_, total, period, options, expected) => {
    expect(codesOf(total, period, options)).toEqual(expected)
  })

  it('is a calendar that has all of the period off', () => {
    const off = defineCalendar({
      from: '2026-01-01',
      to: '2026-01-07',
      weekend: [1, 2, 3, 4, 5, 6],
      holidays: ['2026-01-04'],
    })
    const own = { id: 'P', from: '2026-01-01', to: '2026-01-07' }
    expect(issuesOf(1, own, { into: 'week', calendar: off })[0]).toMatchObject({
      code: 'WEIGHTS_NOT_POSITIVE',
      path: ['options', 'calendar'],
      message:
        'options.calendar: has no working day in the period, so that no part has a target. Leave it out.',
    })
  })

  it('splits a period up to the last day there is into months', () => {
    expect(splitTarget('1', '9999-Q4', { into: 'month' }).parts.at(-1)?.to).toBe('9999-12-31')
  })
})
