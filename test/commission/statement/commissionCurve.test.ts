import fc from 'fast-check'
import {
  attempt,
  type CommissionFacts,
  type CommissionPlanInput,
  calculateCommission,
  commissionCurve,
  type DecimalInput,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { commissionFacts, plans, throughJson } from '../../arbitraries.rooms.js'
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  toText,
} from '../../oracle/fraction.js'

type CurveFacts = CommissionFacts & { readonly upTo?: DecimalInput }

function planWith(
  scale: Partial<CommissionPlanInput['scale']> & Pick<CommissionPlanInput['scale'], 'tiers'>,
  change: Partial<CommissionPlanInput> = {},
) {
  return defineCommissionPlan({ currency: 'EUR', scale: { mode: 'marginal', ...scale }, ...change })
}

/** The points of a curve, each as [sales, below, amount, above, rate]. */
function pointsOf(plan = handbook.commission, facts: CurveFacts = {}) {
  return commissionCurve(plan, facts).points.map(({ sales, below, amount, above, rate }) => [
    sales,
    below,
    amount,
    above,
    rate,
  ])
}

const two = [
  { id: 'first', upTo: '1000', rate: '0.1' },
  { id: 'rest', upTo: null, rate: '0.05' },
]

describe('commissionCurve', () => {
  it('the payout curve of the handbook is nothing up to the target, then bends at 2,000,000', () => {
    expect(commissionCurve(handbook.commission, { target: '1200000' })).toEqual({
      currency: 'CNY',
      points: [
        { sales: '0.00', below: '0.00', amount: '0.00', above: '0.00', rate: '0' },
        {
          sales: '1200000.00',
          below: '0.00',
          amount: '38000.00',
          above: '38000.00',
          rate: '0.04',
        },
        {
          sales: '2000000.00',
          below: '70000.00',
          amount: '70000.00',
          above: '70000.00',
          rate: '0.05',
        },
      ],
    })
  })

  it('the payout curve of the handbook has one point at a threshold that is the target, too', () => {
    expect(pointsOf(handbook.commission, { target: '1000000' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0'],
      ['1000000.00', '0.00', '30000.00', '30000.00', '0.04'],
      ['2000000.00', '70000.00', '70000.00', '70000.00', '0.05'],
    ])
  })

  it('the payout curve of the handbook rises with the coefficient', () => {
    const facts = { target: '2000000', coefficientUplift: '0.005' }
    expect(pointsOf(handbook.commission, facts).at(-1)).toEqual([
      '2000000.00',
      '0.00',
      '80000.00',
      '80000.00',
      '0.055',
    ])
    const multiplied = defineCommissionPlan({
      ...throughJson(handbook.commission),
      coefficient: { applies: 'multiply' },
    })
    expect(pointsOf(multiplied, facts).at(-1)).toEqual([
      '2000000.00',
      '0.00',
      '70350.00',
      '70350.00',
      '0.05025',
    ])
  })
})

describe('commissionCurve', () => {
  it('the payout curve of a plan without a gate and with one rate is one point', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.03' }]
    expect(pointsOf(planWith({ tiers }))).toEqual([['0.00', '0.00', '0.00', '0.00', '0.03']])
  })

  it('the payout curve of a plan shows a cliff where the rate of all sales falls, on the side that owns the threshold', () => {
    expect(pointsOf(planWith({ mode: 'whole-amount', tiers: two }))).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0.1'],
      ['1000.00', '100.00', '50.00', '50.00', '0.05'],
    ])
    expect(
      pointsOf(planWith({ mode: 'whole-amount', boundary: 'lower-tier', tiers: two }))[1],
    ).toEqual(['1000.00', '100.00', '100.00', '50.00', '0.05'])
  })

  it('the payout curve of a plan shows sales that alone are paid more, where one tier still holds and one step already does', () => {
    const plan = planWith(
      {
        mode: 'whole-amount',
        boundary: 'lower-tier',
        tiers: [
          { id: 'first', upTo: '1000', rate: '0.2' },
          { id: 'rest', upTo: null, rate: '0.1' },
        ],
      },
      {
        accelerator: {
          mode: 'whole-amount',
          boundary: 'upper-tier',
          steps: [
            { id: 'below', upTo: '1', multiplier: '1' },
            { id: 'on-target', upTo: null, multiplier: '2' },
          ],
        },
      },
    )
    expect(pointsOf(plan, { target: '1000' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0.2'],
      ['1000.00', '200.00', '400.00', '200.00', '0.2'],
    ])
  })

  it('the payout curve of a plan jumps by a flat amount, at the threshold or just above it', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.1', amount: '5' },
      { id: 'rest', upTo: null, rate: '0.1', amount: '50' },
    ]
    expect(pointsOf(planWith({ tiers }))).toEqual([
      ['0.00', '0.00', '0.00', '5.00', '0.1'],
      ['1000.00', '105.00', '155.00', '155.00', '0.1'],
    ])
    expect(pointsOf(planWith({ boundary: 'lower-tier', tiers }))[1]).toEqual([
      '1000.00',
      '105.00',
      '105.00',
      '155.00',
      '0.1',
    ])
  })

  it('the payout curve of a plan is level below a minimum and above a maximum', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1', minimum: '20', maximum: '80' }]
    expect(pointsOf(planWith({ tiers }))).toEqual([
      ['0.00', '0.00', '0.00', '20.00', '0'],
      ['200.00', '20.00', '20.00', '20.00', '0.1'],
      ['800.00', '80.00', '80.00', '80.00', '0'],
    ])
  })

  it('the payout curve of a plan is level from the cap on', () => {
    expect(pointsOf(planWith({ tiers: two }, { cap: { amount: '110' } }))).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0.1'],
      ['1000.00', '100.00', '100.00', '100.00', '0.05'],
      ['1200.00', '110.00', '110.00', '110.00', '0'],
    ])
  })

  it('the payout curve of a plan meets the cap twice where it falls between', () => {
    const plan = planWith({ mode: 'whole-amount', tiers: two }, { cap: { amount: '80' } })
    expect(pointsOf(plan)).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0.1'],
      ['800.00', '80.00', '80.00', '80.00', '0'],
      ['1000.00', '80.00', '50.00', '50.00', '0.05'],
      ['1600.00', '80.00', '80.00', '80.00', '0'],
    ])
  })

  it('the payout curve of a plan ends level where the scale stops', () => {
    const tiers = [{ id: 'all', upTo: '1000', rate: '0.1' }]
    expect(pointsOf(planWith({ tiers, beyond: 'stop' }))).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0.1'],
      ['1000.00', '100.00', '100.00', '100.00', '0'],
    ])
  })

  it('the payout curve of a plan starts at the target where only sales above it count, however early the gate opens', () => {
    const gate = { attainment: '0.8', counts: 'above-target' as const }
    expect(pointsOf(planWith({ tiers: two }, { gate }), { target: '500' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0'],
      ['500.00', '0.00', '0.00', '0.00', '0.1'],
      ['1500.00', '100.00', '100.00', '100.00', '0.05'],
    ])
  })

  it('the payout curve of a plan jumps at a gate above the target, from which on all sales above the target count', () => {
    const gate = { attainment: '1.2', counts: 'above-target' as const }
    expect(pointsOf(planWith({ tiers: two }, { gate }), { target: '500' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0'],
      ['600.00', '0.00', '10.00', '10.00', '0.1'],
      ['1500.00', '100.00', '100.00', '100.00', '0.05'],
    ])
  })

  it('the payout curve of a plan starts at the gate where only sales above it count', () => {
    const gate = { attainment: '0.8', counts: 'above-gate' as const }
    expect(pointsOf(planWith({ tiers: two }, { gate }), { target: '500' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0'],
      ['400.00', '0.00', '0.00', '0.00', '0.1'],
      ['1400.00', '100.00', '100.00', '100.00', '0.05'],
    ])
  })

  it('the payout curve of a plan bends at thresholds by attainment where the target puts them', () => {
    const tiers = [
      { id: 'first', upTo: '1', amount: '100' },
      { id: 'over', upTo: null, rate: '0.05' },
    ]
    const plan = planWith({ mode: 'interpolated', thresholds: 'attainment', tiers })
    expect(pointsOf(plan, { target: '2000' })).toEqual([['0.00', '0.00', '0.00', '0.00', '0.05']])
    expect(pointsOf(plan, { target: '1000' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0.1'],
      ['1000.00', '100.00', '100.00', '100.00', '0.05'],
    ])
  })

  it('the payout curve of a plan by a separate measure is that of the one tier, with its bends', () => {
    const tiers = [
      { id: 'thin', upTo: '0.2', rate: '0.01' },
      { id: 'fat', upTo: null, rate: '0.1', amount: '5', minimum: '20', maximum: '80' },
    ]
    const plan = planWith({ mode: 'whole-amount', measure: 'separate', tiers })
    expect(pointsOf(plan, { measure: '0.1' })).toEqual([['0.00', '0.00', '0.00', '0.00', '0.01']])
    expect(pointsOf(plan, { measure: '0.2' })).toEqual([
      ['0.00', '0.00', '20.00', '20.00', '0'],
      ['150.00', '20.00', '20.00', '20.00', '0.1'],
      ['750.00', '80.00', '80.00', '80.00', '0'],
    ])
  })
})

describe('commissionCurve', () => {
  it('a payout curve up to a point ends in it, with what is paid there', () => {
    expect(pointsOf(handbook.commission, { target: '1200000', upTo: '1500000' })).toEqual([
      ['0.00', '0.00', '0.00', '0.00', '0'],
      ['1200000.00', '0.00', '38000.00', '38000.00', '0.04'],
      ['1500000.00', '50000.00', '50000.00', '50000.00', '0.04'],
    ])
  })

  it.each([
    ['999.5', ['999.50', '99.95', '99.95', '99.95', '0.1']],
    ['1000', ['1000.00', '100.00', '100.00', '100.00', '0.05']],
    ['1000.01', ['1000.01', '100.00', '100.00', '100.00', '0.05']],
  ])('a payout curve up to a point goes on from %s as it does without an end', (upTo, last) => {
    expect(pointsOf(planWith({ tiers: two }), { upTo }).at(-1)).toEqual(last)
  })

  it.each([
    ['0', 'NUMBER_OUT_OF_RANGE'],
    ['-1', 'NUMBER_OUT_OF_RANGE'],
    ['x', 'NUMBER_INVALID'],
  ])('a payout curve up to a point is refused up to %s', (upTo, code) => {
    const outcome = attempt(() => commissionCurve(handbook.commission, { target: 1, upTo }))
    expect(outcome).toMatchObject({ ok: false, issues: [{ code, path: ['upTo'] }] })
  })
})

describe('commissionCurve', () => {
  const issuesOf = (facts: unknown, plan = handbook.commission) => {
    const outcome = attempt(() => commissionCurve(plan, facts as CurveFacts))
    return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
  }

  it('what has no payout curve is a plan without the target or the measure it needs', () => {
    expect(issuesOf({})).toEqual([['TARGET_MISSING', ['target']]])
    expect(issuesOf(undefined)).toEqual([['TARGET_MISSING', ['target']]])
    expect(issuesOf(null)).toEqual([['TARGET_MISSING', ['target']]])
    const byMeasure = planWith({ mode: 'whole-amount', measure: 'separate', tiers: two })
    expect(issuesOf({}, byMeasure)).toEqual([['VALUE_MISSING', ['measure']]])
  })

  it('what has no payout curve is a plan that was not defined, or a fact that nothing reads', () => {
    expect(issuesOf({}, { ...handbook.commission } as never)).toEqual([['POLICY_NOT_DEFINED', []]])
    expect(issuesOf({ target: 1, upto: 5 })).toEqual([['UNKNOWN_KEY', ['upto']]])
  })
})

/** What sales are paid before rounding, but no more than the cap. */
function payOf(sales: Fraction, facts: CommissionFacts, input: CommissionPlanInput): Fraction {
  const plan = defineCommissionPlan(input)
  const exact = parse(calculateCommission({ ...facts, sales: toText(sales) }, plan).unrounded)
  return input.cap === undefined ? exact : smaller(exact, parse(String(input.cap.amount)))
}

/** Amounts of a curve are rounded, its sales and rates cut after 12 decimals. */
function isClose(a: Fraction, b: Fraction, { rounding }: CommissionPlanInput): boolean {
  const unit = fraction(1n, 10n ** BigInt(rounding?.decimals ?? 0))
  const apart = subtract(a, b)
  const most = add(unit, fraction(1n, 1_000_000n))
  return compare(apart, most) <= 0 && compare(negate(apart), most) <= 0
}

describe('commissionCurve', () => {
  const facts = commissionFacts
  const share = fc.integer({ min: 1, max: 999 }).map((n) => fraction(BigInt(n), 1_000n))

  it('between two points the straight line is what the statement pays', () => {
    fc.assert(
      fc.property(curvePlans, facts, share, (input, given, part) => {
        const { points } = commissionCurve(defineCommissionPlan(input), given)
        for (const [index, point] of points.entries()) {
          const start = parse(point.sales)
          const next = points[index + 1]
          const end = next === undefined ? add(start, fraction(50_000n)) : parse(next.sales)
          const sales = add(start, multiply(part, subtract(end, start)))
          const rise = multiply(parse(point.rate), subtract(sales, start))
          const line = add(parse(point.above), rise)
          expect(isClose(line, payOf(sales, given, input), input)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('between two points the line goes from one point’s above to the next one’s below', () => {
    fc.assert(
      fc.property(curvePlans, facts, (input, given) => {
        const { points } = commissionCurve(defineCommissionPlan(input), given)
        for (const [index, point] of points.entries()) {
          const next = points[index + 1]
          if (next === undefined) continue
          const width = subtract(parse(next.sales), parse(point.sales))
          const end = add(parse(point.above), multiply(parse(point.rate), width))
          expect(isClose(end, parse(next.below), input)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('between two points an end cuts the line and changes no point before it', () => {
    fc.assert(
      fc.property(curvePlans, facts, fc.integer({ min: 1, max: 90_000 }), (input, given, end) => {
        const plan = defineCommissionPlan(input)
        const all = commissionCurve(plan, given).points
        const cut = commissionCurve(plan, { ...given, upTo: end }).points
        const before = all.filter((point) => compare(parse(point.sales), fraction(BigInt(end))) < 0)
        expect(cut.slice(0, -1)).toEqual(before)
        const atEnd = all.find((point) => compare(parse(point.sales), fraction(BigInt(end))) === 0)
        expect(cut.at(-1)).toMatchObject(atEnd ?? { rate: before.at(-1)?.rate })
      }),
      { numRuns: 200 },
    )
  })
})

describe('commissionCurve', () => {
  it('at a point the amount is what the statement pays, and the limits are those of both sides', () => {
    const near = fraction(1n, 10n ** 9n)
    fc.assert(
      fc.property(curvePlans, commissionFacts, (input, given) => {
        const plan = defineCommissionPlan(input)
        for (const { sales, below, amount, above } of commissionCurve(plan, given).points) {
          const at = parse(sales)
          // A point that does not end in decimals is written cut, and so lies a little before itself.
          if ((sales.split('.')[1] ?? '').length > 6) continue
          expect(calculateCommission({ ...given, sales }, plan).amount).toBe(amount)
          const after = payOf(add(at, near), given, input)
          expect(isClose(after, parse(above), input)).toBe(true)
          if (at.n === 0n) continue
          const before = payOf(subtract(at, near), given, input)
          expect(isClose(before, parse(below), input)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('at a point a marginal plan without gate and flat amounts does not jump, nor does its rate fall short', () => {
    const scale = { mode: 'marginal' as const, isSeparate: false }
    fc.assert(
      fc.property(plans({ scale, gate: null, at: 'total' }), commissionFacts, (input, given) => {
        const tiers = input.scale.tiers.map(({ id, upTo, rate = 0 }) => ({ id, upTo, rate }))
        const plan = defineCommissionPlan({ ...input, scale: { ...input.scale, tiers } })
        for (const { below, amount, above, rate } of commissionCurve(plan, given).points) {
          expect([below, above]).toEqual([amount, amount])
          expect(parse(rate).n).toBeGreaterThanOrEqual(0n)
        }
      }),
    )
  })
})

/** Plans rounded at the total; tiers by a separate measure may have a flat amount and bounds, too. */
const curvePlans: fc.Arbitrary<CommissionPlanInput> = fc
  .tuple(
    plans({ at: 'total' }),
    fc.constantFrom({}, { amount: '500' }, { minimum: '100', maximum: '900' }),
  )
  .map(([plan, parts]) => {
    const isSeparate = plan.scale.measure === 'separate'
    const tiers = plan.scale.tiers.map((tier) => (isSeparate ? { ...tier, ...parts } : tier))
    return { ...plan, scale: { ...plan.scale, tiers } }
  })

describe('commissionCurve', () => {
  it.each([
    ['a long text', 'x'.repeat(1_000_000)],
    ['a list', []],
    [
      'a getter that throws',
      {
        get target() {
          throw new Error('no')
        },
      },
    ],
  ])('facts that cannot be read are refused: %s', (_, facts) => {
    const outcome = attempt(() => commissionCurve(handbook.commission, facts as never))
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual([['facts']])
  })
})
