import fc from 'fast-check'
import {
  applyEdits,
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  lintPolicy,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { plan } from './faults.js'

const found = (more: Partial<CommissionPlanInput>, code: string) =>
  lintPolicy(plan(more)).findings.filter((one) => one.code === code)

const idle = (cap: CommissionPlanInput['cap'] & object, more: Partial<CommissionPlanInput> = {}) =>
  found({ ...more, cap }, 'CAP_WITHOUT_EFFECT').map(({ path, params }) => [
    path[1],
    (params as { maximum: string }).maximum,
  ])

describe('caps beside each other', () => {
  it.each<[string, object, Partial<CommissionPlanInput>, [string, string][]]>([
    ['a year above four quarters', { quarter: '1000', year: '4000.01' }, {}, [['year', '4000.00']]],
    ['a year of just four quarters', { quarter: '1000', year: '4000' }, {}, [['year', '4000.00']]],
    ['a year below four quarters', { quarter: '1000', year: '3999.99' }, {}, []],
    ['a quarter above its year', { quarter: '1000', year: '999' }, {}, [['quarter', '999.00']]],
    [
      'a quarter of all of its year',
      { quarter: '1000', year: '1000' },
      {},
      [['quarter', '1000.00']],
    ],
    ['a half-year above two quarters', { quarter: '10', half: '21' }, {}, [['half', '20.00']]],
    [
      'a quarter of three capped months',
      { amount: '300', quarter: '900' },
      {},
      [['quarter', '900.00']],
    ],
    ['a month above its quarter', { amount: '300', quarter: '299' }, {}, [['amount', '299.00']]],
    [
      'a quarter twice',
      { amount: '300', quarter: '300' },
      { tiersPer: 'quarter' },
      [['quarter', '300.00']],
    ],
    [
      'a quarter, and less for it',
      { amount: '301', quarter: '300' },
      { tiersPer: 'quarter' },
      [['amount', '300.00']],
    ],
    ['months whose quarter asks for more', { amount: '300', quarter: '899.99' }, {}, []],
  ])('%s', (_, cap, more, expected) => {
    expect(idle(cap, more)).toEqual(expected)
  })

  it('of a statement of open length is idle only where it is above that of a span', () => {
    const open = (cap: CommissionPlanInput['cap'] & object) =>
      lintPolicy(applyEdits(plan({ cap }), [{ path: 'tiersPer', remove: true }])).findings.flatMap(
        ({ code, path }) => (code === 'CAP_WITHOUT_EFFECT' ? [path[1]] : []),
      )
    expect(open({ amount: '300', quarter: '900' })).toEqual([])
    expect(open({ amount: '900', quarter: '900' })).toEqual(['amount'])
  })

  it('that lint finds idle can be left out, and any months are paid the same', () => {
    const most = fc.option(
      fc.integer({ min: 1, max: 40 }).map((n) => String(n * 10)),
      {
        nil: undefined,
      },
    )
    const caps = fc.record({ amount: most, quarter: most, half: most, year: most })
    const months = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(caps, months, (drawn, sales) => {
        const given = Object.entries(drawn).filter(([, value]) => value !== undefined)
        if (given.length === 0) return
        const policy = plan({ cap: Object.fromEntries(given), payment: {} })
        const dead = idle(Object.fromEntries(given)).map(([key]) => String(key))
        // One after the other: what makes a cap idle may be idle itself.
        const kept = given.filter(([key]) => !dead.includes(key))
        const other = plan({
          payment: {},
          ...(kept.length > 0 ? { cap: Object.fromEntries(kept) } : {}),
        })
        expect(kept.length).toBeGreaterThan(0)
        const periods = sales.map((amount, index) => ({
          period: `2026-${String(index + 1).padStart(2, '0')}`,
          sales: String(amount),
        }))
        const paid = (by: typeof policy) =>
          settleCommission({ payee: 'Li', periods }, by).periods.map((one) => one.paid)
        expect(paid(other)).toEqual(paid(policy))
      }),
      { numRuns: 60 },
    )
  })

  it('of a span are met by the first statement of the year', () => {
    const [dead] = found({ cap: { year: '40' } }, 'TIER_ABOVE_CAP')
    expect(dead?.params).toEqual({ maximum: '40' })
    const [input] = (dead?.example?.given[0] ?? []) as { yearToDate: object }[]
    expect(input?.yearToDate).toEqual({ sales: '0', earned: '0', year: '0' })
    expect(calculateCommission(input as never, plan({ cap: { year: '40' } })).amount).toBe('40.00')
  })

  it.each([1, 4, 12])(
    'leave the plan to be tried whatever it counts over, in a year from month %s',
    (yearStartsIn) => {
      const cut = [
        { quarter: '500' },
        { half: '600' },
        { year: '700' },
        { quarter: '500', year: '700' },
      ]
      const counted = [
        { tiersPer: 'month', payment: {} },
        { tiersPer: 'quarter', payment: { accrual: 'quarter-to-date' } },
        { tiersPer: 'half-year', payment: { accrual: 'half-year-to-date' } },
        { tiersPer: 'year', payment: { accrual: 'year-to-date' } },
      ] as const
      const stuck = cut.flatMap((cap) =>
        counted.flatMap((more) => lintPolicy(plan({ ...more, cap, yearStartsIn })).notChecked),
      )
      expect(stuck).toEqual([])
    },
  )
})

describe('tiers and payments over different spans', () => {
  const spans = ['month', 'quarter', 'half-year', 'year'] as const
  const accruals = ['quarter-to-date', 'half-year-to-date', 'year-to-date'] as const
  const periods = ['2026-01', '2026-Q1', '2026-H1', '2026']

  const pairs = spans.flatMap((tiersPer) => accruals.map((accrual) => [tiersPer, accrual] as const))
  const taken = (policy: ReturnType<typeof plan>) =>
    periods.filter(
      (period) =>
        attempt(() =>
          settleCommission({ payee: 'Li', periods: [{ period, sales: '5000' }] }, policy),
        ).ok,
    )

  it.each(pairs)(
    'of a %s and %s are an error where every period is refused, a warning where whole ones alone are taken',
    (tiersPer, accrual) => {
      const more = { tiersPer, payment: { accrual } }
      const severities = found(more, 'TIERS_OF_OTHER_SPAN').map(({ severity }) => severity)
      if (accrual === `${tiersPer}-to-date`) expect(severities).toEqual([])
      else expect(severities).toEqual([taken(plan(more)).length === 0 ? 'error' : 'warning'])
    },
  )

  it.each([
    ['month', 'quarter', []],
    ['quarter', 'quarter', []],
    ['half-year', 'quarter', ['cap.quarter']],
    ['year', 'quarter', ['cap.quarter']],
    ['year', 'half', ['cap.half']],
    ['year', 'year', []],
  ] as const)(
    'of a %s and a cap of a %s are refused where the cap is of less',
    (tiersPer, span, expected) => {
      const more = { tiersPer, cap: { [span]: '500' } }
      const clashes = found(more, 'TIERS_OF_OTHER_SPAN')
      expect(clashes.map(({ params }) => (params as { field: string }).field)).toEqual(expected)
      expect(clashes.every(({ severity }) => severity === 'error')).toBe(true)
      const isTaken = taken(plan({ ...more, payment: {} })).length > 0
      expect(isTaken).toBe(expected.length === 0)
    },
  )

  it('of one year may be capped by the quarter, where it counts to date', () => {
    const more = {
      tiersPer: 'year',
      payment: { accrual: 'year-to-date' },
      cap: { quarter: '500' },
    } as const
    expect(found(more, 'TIERS_OF_OTHER_SPAN')).toEqual([])
    expect(taken(plan(more))).toEqual(['2026-01', '2026-Q1'])
  })

  it('are none where each period counts alone, or nobody says of what the tiers are', () => {
    expect(found({ tiersPer: 'month', payment: {} }, 'TIERS_OF_OTHER_SPAN')).toEqual([])
    const open = applyEdits(plan({ payment: { accrual: 'year-to-date' }, tiersPer: 'year' }), [
      { path: 'tiersPer', remove: true },
    ])
    expect(lintPolicy(open).findings.map(({ code }) => code)).not.toContain('TIERS_OF_OTHER_SPAN')
  })
})
