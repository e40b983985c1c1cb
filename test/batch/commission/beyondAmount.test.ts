import fc from 'fast-check'
import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import {
  attributeCommissionColumns,
  attributeCommissionRows,
  type CommissionRow,
  calculateCommissionColumns,
  calculateCommissionRows,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../../commission/flatPlan.js'

const { commission } = handbook
const target = '1'
const codesOf = (run: () => unknown) => {
  const result = attempt(run)
  return result.ok ? [] : result.issues.map(({ code, params }) => [code, params])
}

describe('a plan that looks at more of a line than its payee and its amount', () => {
  const scale = commission.scale
  const fields: readonly (readonly [string, Partial<CommissionPlanInput>])[] = [
    ['rates', { rates: [{ id: 'services', when: { product: 'service' }, scale }] }],
    ['eligibility.statuses', { eligibility: { statuses: ['signed'] } }],
    [
      'eligibility.exclude',
      {
        eligibility: { exclude: [{ id: 'own', when: { customer: 'our' }, reason: 'own company' }] },
      },
    ],
    ['base', { base: 'margin' }],
    ['refunds', { refunds: 'mirror' }],
  ]
  it.each(fields)('by its %s is refused, whichever way it is to be paid', (field, part) => {
    const plan = flatPlan({ scale: { mode: 'marginal', tiers: [...scale.tiers] }, ...part })
    const columns = commissionColumnsBuilder(commission).finish()
    for (const run of [
      () => commissionColumnsBuilder(plan),
      () => calculateCommissionColumns(columns, plan),
      () => attributeCommissionColumns(columns, plan),
      () => calculateCommissionRows([{ payee: 'Ann', amount: '1' }], plan),
      () => attributeCommissionRows([{ payee: 'Ann', amount: '1' }], plan),
    ])
      expect(codesOf(run)).toEqual([['PLAN_NEEDS_LINES', { reason: 'columns', field }]])
  })

  it('by a discount that chooses the tier, too', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
    const measured = { mode: 'whole-amount', measure: 'separate', tiers } as const
    const plan = flatPlan({ scale: measured, measuredBy: 'discount' })
    expect(codesOf(() => commissionColumnsBuilder(plan))).toEqual([
      ['PLAN_NEEDS_LINES', { reason: 'columns', field: 'measuredBy' }],
    ])
  })

  it('is told what to call', () => {
    const plan = flatPlan({ scale, refunds: 'mirror' })
    expect(() => commissionColumnsBuilder(plan)).toThrow(
      'refunds: columns and rows hold payees and amounts, and the plan looks at more of a line. Use calculateCommission with the lines of each payee.',
    )
  })
})

describe('a row that says more than its amount', () => {
  const row = { payee: 'Ann', amount: '2000000' }
  const paid = (...rows: readonly CommissionRow[]) =>
    calculateCommissionRows(rows, commission, { target })

  it('in the currency of the plan is as any', () => {
    const { issues: refused, commission: column } = paid({
      ...row,
      currency: 'CNY',
      firstOrder: false,
    })
    expect([refused, ...column]).toEqual([[], 7_000_000])
  })

  it('in another currency is refused, with whose it was', () => {
    const { issues: refused, commission: column } = paid(row, { ...row, currency: 'USD' })
    expect([...column]).toEqual([7_000_000])
    expect(refused).toMatchObject([
      { row: 1, id: 'Ann', issues: [{ code: 'CURRENCY_MIXED', path: ['currency'] }] },
    ])
    expect(refused[0]?.issues[0]?.message).toBe(
      'currency: got "USD", expected "CNY", in which the plan pays: rows are not converted. Use calculateCommission with the lines of each payee.',
    )
  })

  it('and earns an award is refused', () => {
    expect(
      calculateCommission(
        { lines: [{ id: 'a', amount: '2000000', firstOrder: true }], target },
        commission,
      ).amount,
    ).toBe('80000.00')
    const { issues: refused } = paid(row, { ...row, firstOrder: true })
    expect(refused).toMatchObject([
      { row: 1, id: 'Ann', issues: [{ code: 'PLAN_NEEDS_LINES', path: ['firstOrder'] }] },
    ])
    expect(refused[0]?.issues[0]?.message).toBe(
      'firstOrder: the plan pays "large-order" for this order, and rows earn no awards. Use calculateCommission with the lines of each payee.',
    )
  })

  it('and is too small for the award, or no order at all, is as any', () => {
    const rows = ['499999.99', '-2000000'].map((amount) => ({
      payee: 'Ann',
      amount,
      firstOrder: true,
    }))
    expect(paid(...rows).issues).toEqual([])
    const wrong = paid({ payee: 'Ann', amount: '1,5', firstOrder: true }).issues
    expect(wrong.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['NUMBER_INVALID']])
  })

  it('and is of an order that may earn an award is refused, however small, as rows are not joined', () => {
    const half = { amount: '600000', order: 'A-1', firstOrder: true }
    const lines = ['a', 'b'].map((id) => ({ ...half, id }))
    expect(calculateCommission({ lines, target }, commission).amount).toBe('48000.00')
    const part = { ...half, payee: 'Ann' }
    const { issues: refused, commission: column } = paid(row, part, { ...part, amount: '-1' })
    expect([...column]).toEqual([7_000_000])
    expect(refused.map(({ row: at, issues }) => [at, issues.map(({ path }) => path)])).toEqual([
      [1, [['order']]],
      [2, [['order']]],
    ])
    expect(refused[0]?.issues[0]?.message).toBe(
      'order: the plan may pay "large-order" for this order, and rows are not joined to orders. Use calculateCommission with the lines of each payee.',
    )
    const plain = ['600000', '600000'].map((amount) => ({ payee: 'Ann', amount, order: 'A-1' }))
    expect(paid(...plain).issues).toEqual([])
    expect(paid({ ...part, amount: '1', order: null as never }).issues).toEqual([])
  })

  it('is refused by addRow as by rows', () => {
    const builder = commissionColumnsBuilder(commission)
    builder.addRow({ ...row, currency: 'USD' })
    builder.addRow({ ...row, firstOrder: false })
    const { issues, amounts, rows } = builder.finish()
    expect([issues.length, rows, ...amounts]).toEqual([1, 2, 200_000_000])
  })

  it('pays what the rule pays on all rows that were not refused', () => {
    const plan = defineCommissionPlan({
      ...commission,
      awards: [
        {
          id: 'first',
          for: 'first-order',
          order: { comparison: 'above', amount: '500' },
          amount: '9',
        },
        { id: 'market', for: 'new-market', amount: '7' },
      ],
    })
    const flag = fc.constantFrom(undefined, true, false)
    const rows = fc.array(
      fc.record({
        amount: fc.integer({ min: -900, max: 900 }).map(String),
        currency: fc.constantFrom(undefined, 'CNY', 'USD'),
        order: fc.constantFrom(undefined, 'A', 'A', 'B'),
        firstOrder: flag,
        newMarket: flag,
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(rows, (drawn) => {
        const given = drawn.map((one) => ({ payee: 'Ann', ...one })) as CommissionRow[]
        const { issues, commission: column } = calculateCommissionRows(given, plan, { target })
        const refused = new Set(issues.map(({ row: at }) => at))
        const lines = drawn.flatMap((one, at) => (refused.has(at) ? [] : [{ id: `${at}`, ...one }]))
        fc.pre(lines.length > 0)
        const { amount, awards } = calculateCommission({ lines, target } as never, plan)
        expect(awards?.some(({ outcome }) => outcome === 'paid')).toBe(false)
        expect(column[0]).toBe(Math.round(Number(amount) * 100))
      }),
    )
  })
})

describe('what a plan needs to know of a payee', () => {
  const rows = ['Ann', 'Ben'].map((payee) => ({ payee, amount: '1000' }))
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]

  it('is what the year has earned, under a cap for the year', () => {
    const plan = flatPlan({ scale: { mode: 'marginal', tiers }, cap: { year: '150' } })
    const paid = calculateCommissionRows(rows, plan, {
      yearToDate: [{ earned: '80' }, { earned: '0' }],
    })
    expect([...paid.commission]).toEqual([7_000, 10_000])
  })

  it.each([
    ['quarter', { quarter: '150' }, [{ earned: '80' }, { earned: '0' }], [7_000, 10_000]],
    ['half-year', { half: '150' }, [{ earned: '80' }, { earned: '200' }], [7_000, 0]],
    [
      'quarter and the year, of which the year has less left',
      { quarter: '150', year: '420' },
      [
        { earned: '400', quarter: '80' },
        { earned: '100', quarter: '100' },
      ],
      [2_000, 5_000],
    ],
  ])('is what a capped %s has earned', (_, cap, yearToDate, expected) => {
    const plan = flatPlan({ scale: { mode: 'marginal', tiers }, cap })
    expect([...calculateCommissionRows(rows, plan, { yearToDate }).commission]).toEqual(expected)
    const shared = attributeCommissionRows(rows, plan, { yearToDate })
    expect([...shared.shares]).toEqual(expected)
  })

  it.each([
    [{ quarter: '150' }, {}, ['yearToDate']],
    [{ half: '150' }, {}, ['yearToDate']],
    [{ quarter: '150', half: '300' }, { yearToDate: { earned: '10' } }, ['yearToDate', 'quarter']],
    [{ half: '150', year: '300' }, { yearToDate: { earned: '10' } }, ['yearToDate', 'half']],
  ])('is refused by name without it: %j', (cap, facts, path) => {
    const plan = flatPlan({ scale: { mode: 'marginal', tiers }, cap })
    const paid = calculateCommissionRows(rows, plan, facts)
    const issues = paid.issues.map((one) => [one.id, one.issues[0]?.code, one.issues[0]?.path])
    expect(issues).toEqual([
      ['Ann', 'VALUE_MISSING', path],
      ['Ben', 'VALUE_MISSING', path],
    ])
    expect([...paid.commission]).toEqual([Number.NaN, Number.NaN])
  })

  it('is what each earns on target, where tiers pay ratios of it', () => {
    const scale = {
      mode: 'whole-amount',
      thresholds: 'attainment',
      tiers: [{ id: 'all', upTo: null, amount: '1' }],
    } as const
    const plan = flatPlan({ scale, payout: 'of-target-incentive' })
    const targetIncentive = new Map([
      ['Ann', '300'],
      ['Ben', '500'],
    ])
    const paid = calculateCommissionRows(rows, plan, { target: '1000', targetIncentive })
    expect([...paid.commission]).toEqual([30_000, 50_000])
  })

  it('are the facts of a process, for all or for each', () => {
    const steps = [
      { id: 'late', upTo: '0.9', multiplier: '0.5' },
      { id: 'on-time', upTo: null, multiplier: '1' },
    ]
    const plan = flatPlan({
      scale: { mode: 'marginal', tiers },
      kpiMultiplier: { fact: 'onTime', steps },
    })
    const pay = (facts: Parameters<typeof calculateCommissionRows>[2]) => [
      ...calculateCommissionRows(rows, plan, facts).commission,
    ]
    expect(pay({ facts: { onTime: '0.8' } })).toEqual([5_000, 5_000])
    expect(pay({ facts: [{ onTime: '0.8' }, { onTime: '0.95' }] })).toEqual([5_000, 10_000])
  })

  it('goes to the rule, which refuses what the plan has no use for', () => {
    const paid = calculateCommissionRows(rows, commission, { target, yearToDate: { earned: 'x' } })
    expect(paid.issues.map(({ issues }) => issues[0]?.code)).toEqual([
      'NUMBER_INVALID',
      'NUMBER_INVALID',
    ])
  })
})
