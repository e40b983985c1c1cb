import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  planNeeds,
  type Settlement,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../../arbitraries.rooms.js'
import { payOne, toCents } from '../../oracle/each.js'
import { add, fraction, subtract, zero } from '../../oracle/fraction.js'
import { conflictsOf, flat, flatPlan, issuesOf } from '../flatPlan.js'

type ScaleInput = CommissionPlanInput['scale']

const TO_10_000 = { id: 'small', upTo: '10000', rate: '0.05' }
const ABOVE = { id: 'large', upTo: null, rate: '0.08' }
const scale = (change: Partial<ScaleInput> = {}): ScaleInput => ({
  mode: 'marginal',
  per: 'line',
  tiers: [TO_10_000, ABOVE],
  ...change,
})
const plan = (change: Partial<ScaleInput> = {}, more: Partial<CommissionPlanInput> = {}) =>
  flatPlan({ scale: scale(change), ...more })

const sold = (...amounts: readonly (string | number)[]) =>
  amounts.map((amount, index) => ({ id: `O-${index + 1}`, amount: String(amount) }))
const earned = (lines: readonly object[], by = plan()) =>
  calculateCommission({ lines: lines as never }, by).amount

/** A car: 25% of its gross, at least 150 and at most 2,500. */
const perCar = plan(
  { tiers: [{ id: 'car', upTo: null, rate: '0.25', minimum: '150', maximum: '2500' }] },
  { base: 'margin' },
)
const car = (id: string, gross: number) => ({ id, amount: '30000', cost: String(30000 - gross) })

describe('a tier table that each line goes through on its own', () => {
  it.each<[string, readonly object[], string]>([
    ['a small deal in the first tier', sold(6000), '300.00'],
    ['a large deal in both: 10,000 × 5% + 10,000 × 8%', sold(20000), '1300.00'],
    ['two small deals are no large one', sold(6000, 6000), '600.00'],
    ['the sum of what each would earn alone', sold(6000, 20000), '1600.00'],
    ['nothing for nothing', sold(0), '0.00'],
  ])('pays %s', (_, lines, amount) => {
    expect(earned(lines)).toBe(amount)
  })

  it.each<[string, string, string]>([
    ['below the threshold', '9999.99', '500.00'],
    ['exactly on it: the upper tier', '10000', '800.00'],
    ['above', '10000.01', '800.00'],
  ])('pays all of a deal the rate of its size: %s', (_, amount, pays) => {
    expect(earned(sold(amount), plan({ mode: 'whole-amount' }))).toBe(pays)
    const lower = plan({ mode: 'whole-amount', boundary: 'lower-tier' })
    expect(earned(sold('10000'), lower)).toBe('500.00')
  })

  it('pays a fixed part and a percentage of each: 50 and 2%, three times', () => {
    const by = plan({ tiers: [{ id: 'deal', upTo: null, rate: '0.02', amount: '50' }] })
    const { amount, slices } = calculateCommission({ lines: sold(1000, 500, 2000) }, by)
    expect(amount).toBe('220.00')
    expect(slices).toEqual([
      {
        tier: 'deal',
        from: '0',
        upTo: null,
        rate: '0.02',
        base: '3500.00',
        amount: '220.00',
        times: 3,
        flat: '50.00',
      },
    ])
  })

  it('bounds what each car pays: three of 400 gross pay 450, not 25% of 1,200; one of 12,000 pays 2,500', () => {
    expect(earned([car('a', 400), car('b', 400), car('c', 400)], perCar)).toBe('450.00')
    expect(earned([car('a', 12000)], perCar)).toBe('2500.00')
    expect(earned([car('a', 12000), car('b', 400), car('c', 4000)], perCar)).toBe('3650.00')
  })

  it('takes nothing for a sale at a loss where the scale says zero, and mirrors it where it does not', () => {
    const rate = [{ id: 'car', upTo: null, rate: '0.25' }]
    const zeroed = plan({ tiers: rate, negative: 'zero' }, { base: 'margin' })
    const mirrored = plan({ tiers: rate }, { base: 'margin' })
    const lines = [car('a', 1000), car('b', -400)]
    expect(earned(lines, zeroed)).toBe('250.00')
    expect(earned(lines, mirrored)).toBe('150.00')
  })

  it('says what each line has earned', () => {
    const { lines } = attributeCommission({ lines: sold(6000, 20000) }, plan())
    expect(
      lines.map(({ id, amount, slices }) => [id, amount, slices.map((s) => [s.tier, s.amount])]),
    ).toEqual([
      ['O-1', '300.00', [['small', '300.00']]],
      [
        'O-2',
        '1300.00',
        [
          ['small', '500.00'],
          ['large', '800.00'],
        ],
      ],
    ])
  })

  it('goes order by order where the plan says so', () => {
    const by = plan({ per: 'order' })
    const lines = [
      { id: 'a', amount: '6000', order: 'X' },
      { id: 'b', amount: '6000', order: 'Y' },
      { id: 'c', amount: '6000', order: 'X' },
      { id: 'd', amount: '6000' },
    ]
    // X: 10,000 × 5% + 2,000 × 8%; Y and d: 300 each.
    expect(earned(lines, by)).toBe('1260.00')
    expect(attributeCommission({ lines }, by).lines.map(({ amount }) => amount)).toEqual([
      '300.00',
      '300.00',
      '360.00',
      '300.00',
    ])
    expect(earned(lines)).toBe('1200.00')
  })

  it('goes by the scale of its own rule', () => {
    const by = flatPlan({
      rates: [{ id: 'deals', when: { product: 'P' }, scale: scale() }],
      scale: flat('0.01'),
    })
    const lines = [
      { id: 'a', amount: '20000', product: 'P' },
      { id: 'b', amount: '20000' },
      { id: 'c', amount: '6000', product: 'P' },
    ]
    const { amount, slices } = calculateCommission({ lines }, by)
    expect(amount).toBe('1800.00')
    expect(slices.map(({ rule, tier, base }) => [rule, tier, base])).toEqual([
      [undefined, 'all', '20000.00'],
      ['deals', 'small', '16000.00'],
      ['deals', 'large', '10000.00'],
    ])
  })

  it('multiplies, raises and gates the sum as any other', () => {
    const by = plan({}, { gate: { attainment: '1' } })
    const at = (target: string, more = {}) =>
      calculateCommission({ lines: sold(6000, 20000), target, ...more }, by).amount
    expect(at('26000')).toBe('1600.00')
    expect(at('26000.01')).toBe('0.00')
    // Half a point on every rate: 26,000 × 0.5%.
    expect(at('26000', { coefficientUplift: '0.005' })).toBe('1730.00')
    const capped = plan({}, { cap: { line: '1000' } })
    expect(earned(sold(6000, 20000), capped)).toBe('1300.00')
    const byLine = plan({}, { rounding: { at: 'line' } })
    expect(earned(sold('0.10', '0.10'), byLine)).toBe('0.02')
  })

  describe('and refunds', () => {
    const refund = (amount: string, refundOf: unknown) => ({ id: 'R', amount, refundOf })

    it('lower the deal they take back a part of, wherever they stand', () => {
      const [deal, other] = sold(20000, 6000)
      const part = refund('-15000', 'O-1')
      // 5,000 × 5% is left of the first.
      expect(earned([deal, other, part] as object[])).toBe('550.00')
      expect(earned([part, deal, other] as object[])).toBe('550.00')
      expect(earned([deal, refund('-20000', 'O-1')] as object[])).toBe('0.00')
    })

    it('of an earlier deal take back what it earned less what is left of it earns', () => {
      const earlier = { id: 'E', amount: '20000', commission: '1300' }
      expect(earned([refund('-15000', earlier)])).toBe('-1050.00')
      expect(earned([refund('-20000', earlier)])).toBe('-1300.00')
      const again = { ...earlier, refundedBefore: '15000' }
      expect(earned([refund('-5000', again)])).toBe('-250.00')
      // Of a scale that pays nothing below zero they take it back all the same.
      expect(earned([refund('-15000', earlier)], plan({ negative: 'zero' }))).toBe('-1050.00')
    })

    it('of an earlier deal stay apart from the order whose name they bear', () => {
      const earlier = { id: 'E', amount: '20000', commission: '1300' }
      const lines = [
        { id: 'O-1', amount: '8000', order: 'A' },
        { id: 'R-1', amount: '-15000', order: 'A', refundOf: earlier },
      ]
      // 8,000 × 5%; 5,000 × 5% are left of 1,300.
      expect(earned(lines, plan({ per: 'order' }))).toBe('-650.00')
    })

    it('that say nothing of what they take back stand for a deal of their size', () => {
      expect(earned(sold(20000, -6000))).toBe('1000.00')
    })

    it('that mirror take back their part of what the deal has earned', () => {
      const by = plan({}, { refunds: 'mirror' })
      const [deal] = sold(20000)
      expect(earned([deal, refund('-10000', 'O-1')] as object[], by)).toBe('650.00')
    })
  })

  it('needs the lines themselves, and says so by the name of the field', () => {
    expect(planNeeds(plan())).toEqual([{ field: 'scale.per', of: ['amount', 'order'] }])
    const rule = flatPlan({ rates: [{ id: 'r', when: { product: 'P' }, scale: scale() }] })
    expect(planNeeds(rule).map(({ field }) => field)).toEqual(['rates', 'rates.scale.per'])
    expect(issuesOf({ sales: '100' }, plan())).toMatchObject([
      { code: 'VALUE_MISSING', path: ['lines'], params: { field: 'scale.per' } },
    ])
    const refused: readonly (() => unknown)[] = [
      () => commissionCurve(plan()),
      () => salesForCommission('1', plan()),
      () => commissionAccumulator(plan()),
    ]
    for (const call of refused) {
      const outcome = attempt(call)
      expect(outcome.ok ? [] : outcome.issues).toMatchObject([
        { code: 'PLAN_NEEDS_LINES', params: { field: 'scale.per' } },
      ])
    }
    const outcome = attempt(() => commissionAccumulator(rule))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { params: { field: 'rates.scale.per' } },
    ])
    expect(calculateCommission({ lines: sold(6000) }, plan()).next).toBeNull()
  })

  it.each<[string, Partial<CommissionPlanInput>, readonly (string | number)[]]>([
    [
      'thresholds by attainment',
      { scale: scale({ thresholds: 'attainment', tiers: [{ id: 'a', upTo: null, rate: '0.1' }] }) },
      ['scale', 'thresholds'],
    ],
    [
      'a separate measure',
      { scale: scale({ mode: 'whole-amount', measure: 'separate' }) },
      ['scale', 'measure'],
    ],
    [
      'a gate that counts what is above it',
      { scale: scale(), gate: { attainment: '1', counts: 'above-gate' } },
      ['gate', 'counts'],
    ],
    ['a cap on the base', { scale: scale(), cap: { base: '10' } }, ['cap', 'base']],
    [
      'a marginal accelerator',
      { scale: scale(), accelerator: { steps: [{ id: 'a', upTo: null, multiplier: '1' }] } },
      ['accelerator', 'mode'],
    ],
    ['shares pro rata', { scale: scale(), attribution: 'pro-rata' }, ['attribution']],
  ])('is refused with %s', (_, change, path) => {
    expect(conflictsOf(change)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'POLICY_CONFLICT',
          path,
          params: { reason: 'each-on-its-own', field: path.join('.') },
        }),
      ]),
    )
    expect(conflictsOf({ scale: { ...scale(), per: 'customer' as never } })).toMatchObject([
      { code: 'VALUE_NOT_ALLOWED', path: ['scale', 'per'] },
    ])
  })
})

const tier = fc.record({
  rate: fc.integer({ min: 0, max: 100 }).map((n) => (n / 1000).toFixed(3)),
  amount: fc.constantFrom(undefined, '10', '0.5'),
})
const scales = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'whole-amount' as const),
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    tiers: fc.array(tier, { minLength: 4, maxLength: 4 }),
    top: fc.constantFrom({}, { minimum: '3' }, { maximum: '7.5' }, { minimum: '2', maximum: '4' }),
  })
  .map(({ mode, ends, tiers, top }) => {
    const sorted = [...ends].sort((a, b) => a - b).map((end) => String(end * 100))
    return {
      mode,
      tiers: [...sorted, null].map((upTo, index) => {
        const { rate = '0', amount } = tiers[index] ?? {}
        const own = amount === undefined ? {} : { amount }
        return { id: `t${index}`, upTo, rate, ...own, ...(upTo === null ? top : {}) }
      }),
    }
  })
/** Cents, often exactly on a threshold or one cent beside it. */
const cents = fc.oneof(
  fc.integer({ min: 0, max: 500_000 }),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(-1, 0, 1))
    .map(([n, off]) => n * 10_000 + off),
)
const written = (amount: number) => (amount / 100).toFixed(2)
const text = (units: bigint) => {
  const size = units < 0n ? -units : units
  return `${units < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

describe('laws of tiers per line', () => {
  const deals = fc.array(cents, { maxLength: 8 })

  it('pays the sum of what each deal earns, as the oracle has it', () => {
    fc.assert(
      fc.property(scales, deals, (scale, amounts) => {
        const by = flatPlan({ scale: { ...scale, per: 'line' } })
        const each = amounts.map((amount) => payOne(fraction(BigInt(amount), 100n), scale))
        const { amount, slices, adjustments } = calculateCommission(
          { lines: sold(...amounts.map(written)) },
          by,
        )
        expect(amount).toBe(text(toCents(each.reduce(add, zero))))
        expect(adjustments).toEqual([])
        const parts = slices.reduce(
          (total, slice) => total + Math.round(Number(slice.amount) * 100),
          0,
        )
        expect(parts).toBe(Math.round(Number(amount) * 100))
      }),
    )
  })

  it('of one line is the scale', () => {
    fc.assert(
      fc.property(scales, cents, (scale, amount) => {
        const lines = sold(written(amount))
        expect(earned(lines, flatPlan({ scale: { ...scale, per: 'line' } }))).toBe(
          earned(lines, flatPlan({ scale })),
        )
      }),
    )
  })

  it('depends on no order of lines, and its shares add up', () => {
    fc.assert(
      fc.property(
        scales,
        deals.chain((d) => fc.tuple(fc.constant(d), shuffled(d.map((_, i) => i)))),
        (scale, [amounts, order]) => {
          const by = flatPlan({ scale: { ...scale, per: 'order' } })
          const lines = amounts.map((amount, index) => ({
            id: `O-${index}`,
            amount: written(amount),
            order: `X${index % 3}`,
          }))
          const mixed = order.flatMap((index) => lines[index] ?? [])
          expect(earned(mixed, by)).toBe(earned(lines, by))
          const { amount, lines: shares } = attributeCommission({ lines: mixed }, by)
          const total = shares.reduce(
            (all, share) => all + Math.round(Number(share.amount) * 100),
            0,
          )
          expect(total).toBe(Math.round(Number(amount) * 100))
        },
      ),
    )
  })

  it('splitting a line within its order changes nothing', () => {
    fc.assert(
      fc.property(
        scales,
        cents,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, amount, at) => {
          const by = flatPlan({ scale: { ...scale, per: 'order' } })
          const first = Math.floor(amount * at)
          const split = [first, amount - first].map((part, index) => ({
            id: `${index}`,
            amount: written(part),
            order: 'X',
          }))
          expect(earned(split, by)).toBe(earned(sold(written(amount)), by))
        },
      ),
    )
  })

  it('refunds leave what the rest of the deal earns, in the same statement or in a later one', () => {
    const parts = fc.tuple(
      cents.filter((n) => n > 1),
      fc.integer({ min: 1, max: 99 }),
    )
    fc.assert(
      fc.property(scales, parts, (scale, [amount, percent]) => {
        const by = flatPlan({ scale: { ...scale, per: 'line' } })
        const back = Math.max(1, Math.floor((amount * percent) / 100))
        const left = payOne(fraction(BigInt(amount - back), 100n), scale)
        const whole = payOne(fraction(BigInt(amount), 100n), scale)
        const [deal] = sold(written(amount))
        const refund = { id: 'R', amount: `-${written(back)}` }
        expect(earned([deal, { ...refund, refundOf: 'O-1' }] as object[], by)).toBe(
          text(toCents(left)),
        )
        const earlier = { id: 'O-1', amount: written(amount), commission: '0' }
        expect(earned([{ ...refund, refundOf: earlier }], by)).toBe(
          text(toCents(subtract(left, whole))),
        )
      }),
    )
  })
})

/** What is paid, and what is still to be taken back. */
function inAll({ paid, closing }: Settlement): string {
  return (Number(paid) + Number(closing.carried)).toFixed(2)
}

describe('a settlement of tiers per line', () => {
  const monthly = (accrual: 'period' | 'year-to-date', more: Partial<CommissionPlanInput> = {}) =>
    flatPlan({ id: 'deals', scale: scale(), payment: { on: 'booked', accrual }, ...more })
  const settle = (periods: readonly object[], by = monthly('period'), more = {}) =>
    inAll(settleCommission({ payee: 'ann', periods, ...more } as never, by))
  const january = { period: '2026-01', lines: [{ id: 'a', amount: '20000' }] }
  const refunded = { period: '2026-02', lines: [{ id: 'R', amount: '-15000', refundOf: 'a' }] }

  it('takes back of a deal of an earlier month what the rest of it no longer earns, by month and to date', () => {
    for (const accrual of ['period', 'year-to-date'] as const) {
      const by = monthly(accrual)
      expect(settle([january, refunded], by)).toBe('250.00')
      const mirror = monthly(accrual, { refunds: 'mirror' })
      expect(settle([january, refunded], mirror)).toBe('325.00')
    }
  })

  it('to date goes on with an order, and by month begins it anew', () => {
    const parts = ['2026-01', '2026-02'].map((period, index) => ({
      period,
      lines: [{ id: `${index}`, amount: '8000', order: 'X' }],
    }))
    const perOrder = (accrual: 'period' | 'year-to-date') =>
      monthly(accrual, { scale: scale({ per: 'order' }) })
    expect(settle(parts, perOrder('period'))).toBe('800.00')
    // 10,000 × 5% + 6,000 × 8%.
    expect(settle(parts, perOrder('year-to-date'))).toBe('980.00')
  })

  it.each(['net', 'mirror'] as const)(
    'pays deals after an uplift at the new rate, with refunds that are %s',
    (refunds) => {
      const by = monthly('year-to-date', { refunds })
      const february = {
        period: '2026-02',
        coefficientUplift: '0.01',
        lines: [{ id: 'b', amount: '20000' }],
      }
      // 1,300, then 10,000 × 6% + 10,000 × 9%.
      expect(settle([january, february], by)).toBe('2800.00')
      const march = {
        period: '2026-03',
        coefficientUplift: '0.01',
        lines: [{ id: 'c', amount: '6000' }],
      }
      expect(settle([january, february, march], by)).toBe('3160.00')
      const back = { ...march, lines: [{ id: 'R', amount: '-20000', refundOf: 'b' }] }
      expect(settle([january, february, back], by)).toBe('1300.00')
    },
  )

  it('pays each deal as its cash comes', () => {
    const by = flatPlan({
      id: 'deals',
      scale: scale(),
      payment: { on: 'collected', accrual: 'period' },
    })
    const collected = [{ line: 'a', amount: '5000', period: '2026-01' }]
    expect(settle([january], by, { collected })).toBe('325.00')
  })
})
