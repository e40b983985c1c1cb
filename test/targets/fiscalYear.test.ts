import fc from 'fast-check'
import {
  addDays,
  addMonths,
  attempt,
  defineTargetPlan,
  handbook,
  measureGoals,
  prorateTarget,
  reviseTarget,
  setTarget,
  splitTarget,
  sumOf,
  type TargetPlanInput,
  targetOn,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** A company whose year does not start in January: its quarters are its own, and its year is a period of its own. */
const planWith = (change: Partial<TargetPlanInput>) =>
  defineTargetPlan({
    currency: 'CNY',
    revisedFrom: 'quarter',
    proration: { by: 'day' },
    ...change,
  })
const yearFrom = (month: string, from: string, to: string) => ({ id: `FY-${month}`, from, to })
const april = yearFrom('04', '2026-04-01', '2027-03-31')
const february = yearFrom('02', '2026-02-01', '2027-01-31')

const targetOf = (period: typeof april) => ({
  owner: 'Li',
  measure: 'sales',
  amount: '1200000',
  period,
})

describe('a revision by the quarters of a company', () => {
  const starts = (yearStartsIn: number | undefined, period: typeof april) => {
    const plan = planWith(yearStartsIn === undefined ? {} : { yearStartsIn })
    const first = setTarget(targetOf(period), plan)
    return first.versions[0]?.parts
      .map(({ from }) => from)
      .filter((from) => {
        const revision = { from, amount: '1500000', reason: 'the market grew' }
        return attempt(() => reviseTarget(first, revision, plan)).ok
      })
  }

  it('starts in April, July, October and January where the year starts in April (TAR-3)', () => {
    const quarters = ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']
    expect(starts(4, april)).toEqual(quarters)
    expect(starts(undefined, april)).toEqual(quarters)
  })

  it('starts in February, May, August and November where the year starts in February (TAR-3)', () => {
    const quarters = ['2026-02-01', '2026-05-01', '2026-08-01', '2026-11-01']
    expect(starts(2, february)).toEqual(quarters)
    expect(starts(11, february)).toEqual(quarters)
  })

  it('starts with the year, and with the quarters of the calendar, where the plan does not say when the year starts', () => {
    expect(starts(undefined, february)).toEqual([
      '2026-02-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
      '2027-01-01',
    ])
  })

  it('says which quarter a day is in', () => {
    const plan = planWith({ yearStartsIn: 2 })
    const revision = { from: '2026-07-01', amount: '1500000', reason: 'the market grew' }
    const outcome = attempt(() => reviseTarget(setTarget(targetOf(february), plan), revision, plan))
    expect(outcome).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'POLICY_CONFLICT',
          path: ['revision', 'from'],
          params: { given: '2026-07-01', date: '2026-05-01', other: '2026-07-31' },
          message:
            'revision.from: got 2026-07-01, and by the plan a revision holds from the first day of a quarter; this one goes from 2026-05-01 to 2026-07-31. Take its first day, or the day after its last.',
        },
      ],
    })
  })

  it('changes nothing before its date, and shares the rest over the months of the year', () => {
    const plan = planWith({ yearStartsIn: 2 })
    const revision = { from: '2026-11-01', amount: '1500000', reason: 'the market grew' }
    const revised = reviseTarget(setTarget(targetOf(february), plan), revision, plan)
    const part = (date: string) => targetOn(revised, date).part?.amount
    expect(['2026-10-31', '2026-11-01', '2027-01-31'].map(part)).toEqual([
      '100000.00',
      '200000.00',
      '200000.00',
    ])
  })

  it.each([0, 13, 1.5, '4', null])('refuses a year that starts in month %s', (yearStartsIn) => {
    const outcome = attempt(() => planWith({ yearStartsIn } as never))
    expect(outcome).toMatchObject({ ok: false, issues: [{ path: ['yearStartsIn'] }] })
  })
})

describe("a company's own year", () => {
  it('is split into its months, from April to March, with the season of each (TAR-2)', () => {
    const profile = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [String(at + 1).padStart(2, '0'), at === 2 ? 12 : 0]),
    )
    const { parts } = splitTarget('1200', april, { into: 'month', profile })
    expect(parts.map(({ period }) => period).at(-1)).toBe('2027-03')
    expect(parts.at(-1)?.amount).toBe('1200.00')
  })

  it('is prorated by its days: 14 of 365 from 18 March on', () => {
    const { target, counted, of, period } = prorateTarget(
      '365000',
      { period: april, from: '2027-03-18' },
      planWith({}),
    )
    expect([target, counted, of, period]).toEqual(['14000.00', 14, 365, april])
  })

  it('is prorated by its months, started or whole, of which one may begin on the 26th', () => {
    const own = { id: 'FY26', from: '2026-01-26', to: '2027-01-25' }
    const monthsOf = (months: 'started' | 'whole', from: string) => {
      const plan = planWith({ proration: { by: 'month', months } })
      const { counted, of } = prorateTarget('1200', { period: own, from }, plan)
      return [counted, of]
    }
    expect(monthsOf('started', '2026-12-25')).toEqual([2, 12])
    expect(monthsOf('started', '2026-12-26')).toEqual([1, 12])
    expect(monthsOf('whole', '2026-11-27')).toEqual([1, 12])
    expect(monthsOf('whole', '2026-11-26')).toEqual([2, 12])
  })

  it('is ramped by its months where the plan counts months, from the one in which somebody joins', () => {
    const own = { id: 'P', from: '2026-01-26', to: '2026-05-25' }
    const rampOf = (months: 'started' | 'whole', joined: string) => {
      const plan = planWith({ proration: { by: 'month', months }, ramp: ['0.25', '0.5', '1'] })
      return prorateTarget('400', { period: own, joined }, plan).target
    }
    // Months from 26 January, 26 February, 26 March and 26 April, of 100 each.
    expect(rampOf('started', '2026-02-25')).toBe('275.00')
    expect(rampOf('started', '2026-02-26')).toBe('175.00')
    expect(rampOf('whole', '2026-02-25')).toBe('175.00')
    expect(rampOf('whole', '2026-02-26')).toBe('175.00')
    expect(rampOf('whole', '2026-02-27')).toBe('75.00')
    expect(rampOf('started', '2025-12-26')).toBe('350.00')
  })

  it('is ramped by months that begin on the last day of a short one', () => {
    const own = { id: 'P', from: '2026-01-30', to: '2026-03-29' }
    const plan = planWith({ proration: { by: 'month' }, ramp: ['0.5', '1'] })
    const ramp = (joined: string) => prorateTarget('200', { period: own, joined }, plan).target
    expect(ramp('2026-02-27')).toBe('150.00')
    expect(ramp('2026-02-28')).toBe('50.00')
  })

  it('is prorated by month as a second count says, whatever day its months begin on', () => {
    const days = (date: string) => Date.parse(date) / 86_400_000
    const drawn = fc.record({
      from: fc.integer({ min: days('2025-01-01'), max: days('2028-12-31') }),
      months: fc.integer({ min: 1, max: 24 }),
      start: fc.integer({ min: -40, max: 760 }),
      length: fc.integer({ min: 0, max: 760 }),
      rule: fc.constantFrom('started' as const, 'whole' as const),
    })
    const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(drawn, ({ from: first, months, start, length, rule }) => {
        const from = dateOf(first)
        const to = addDays(addMonths(from, months), -1)
        // A month that begins on the 31st of one has no same day in the next.
        fc.pre(addDays(to, 1).slice(8) === from.slice(8))
        const stay = [dateOf(first + start), dateOf(first + start + length)] as const
        const begins = Array.from({ length: months + 1 }, (_, month) => addMonths(from, month))
        const counted = begins.slice(0, -1).filter((begin, month) => {
          const end = addDays(begins[month + 1] as string, -1)
          return rule === 'whole'
            ? stay[0] <= begin && end <= stay[1]
            : stay[0] <= end && begin <= stay[1]
        }).length
        const outcome = attempt(() =>
          prorateTarget(
            months * 100,
            { period: { id: 'P', from, to }, from: stay[0], to: stay[1] },
            planWith({ proration: { by: 'month', months: rule } }),
          ),
        )
        expect(
          outcome.ok ? [outcome.value.counted, outcome.value.of] : outcome.issues[0]?.code,
        ).toEqual(counted === 0 ? 'TARGET_ZERO' : [counted, months])
        if (outcome.ok) expect(outcome.value.target).toBe(`${counted * 100}.00`)
      }),
      { numRuns: 300 },
    )
  })

  it('adds up over any partition of it, by day', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1_000_000_000 }), cuts, (cents, drawn) => {
        const total = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        const edges = [0, ...drawn.sort((a, b) => a - b), 365]
        const parts = edges.slice(1).map((end, index) => {
          const [from, to] = [edges[index] as number, end - 1].map((at) => addDays(april.from, at))
          const stay = { period: april, from: from as string, to: to as string }
          return attempt(() => prorateTarget(total, stay, planWith({})).target)
        })
        expect(sumOf(parts.map((part) => (part.ok ? part.value : '0.00')))).toBe(total)
      }),
    )
  })

  it('adds up over any cut into quarters', () => {
    const plan = planWith({})
    const quarters = [
      ['2026-04-01', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
      ['2026-10-01', '2026-12-31'],
      ['2027-01-01', '2027-03-31'],
    ] as const
    const parts = quarters.map(
      ([from, to]) => prorateTarget('1000000.01', { period: april, from, to }, plan).target,
    )
    expect(sumOf(parts)).toBe('1000000.01')
  })

  it('is looked at by its goals, week by week (TAR-6)', () => {
    const { goals } = measureGoals(
      { period: april, asOf: '2026-04-01', results: [] },
      handbook.targets,
    )
    expect(goals[0]?.periods[0]).toMatchObject({ period: '2026-W14', to: '2026-04-05' })
    expect(goals[0]?.periods).toHaveLength(52)
  })

  it.each([
    [
      'no whole months, by month',
      { id: 'P', from: '2026-01-26', to: '2026-02-24' },
      'POLICY_CONFLICT',
    ],
    ['more than ten years', { id: 'P', from: '2026-01-01', to: '2036-01-31' }, 'PERIOD_INVALID'],
    [
      'its days turned round',
      { id: 'P', from: '2026-02-01', to: '2026-01-31' },
      'DATES_OUT_OF_ORDER',
    ],
    ['no name', { from: '2026-01-01', to: '2026-01-31' }, 'VALUE_MISSING'],
  ])('is refused that has %s', (_, period, code) => {
    const plan = planWith({ proration: { by: 'month' } })
    const outcome = attempt(() => prorateTarget('1', { period } as never, plan))
    expect(outcome).toMatchObject({ ok: false, issues: [{ code }] })
  })

  const tenYears = { id: 'P', from: '2026-01-01', to: addDays('2026-01-01', 3659) }
  const longer = { ...tenYears, to: addDays('2026-01-01', 3660) }
  it.each([
    ['period', (period: typeof april) => splitTarget('1', period, { into: 'month' })],
    ['employment.period', (period: typeof april) => prorateTarget('1', { period }, planWith({}))],
    [
      'input.period',
      (period: typeof april) =>
        measureGoals({ period, asOf: '2026-01-01', results: [] }, handbook.targets),
    ],
    [
      'target.period',
      (period: typeof april) =>
        setTarget(
          { owner: 'Li', measure: 'sales', amount: '1', period, reason: 'x' },
          handbook.targets,
        ),
    ],
  ])('has ten years at most, and is named where it is longer: %s', (at, run) => {
    expect(attempt(() => run(tenYears)).ok).toBe(true)
    const outcome = attempt(() => run(longer))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')]),
    ).toEqual([['PERIOD_INVALID', at]])
  })
})
