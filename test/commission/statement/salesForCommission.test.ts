import fc from 'fast-check'
import {
  attempt,
  type CommissionFacts,
  type CommissionPlanInput,
  calculateCommission,
  type DecimalInput,
  defineCommissionPlan,
  handbook,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  amounts,
  canBeRaised,
  commissionFacts,
  plans,
  throughJson,
} from '../../arbitraries.rooms.js'
import {
  compare,
  type Fraction,
  floorOf,
  fraction,
  multiply,
  parse,
  subtract,
  toDecimal,
  toText,
} from '../../oracle/fraction.js'

const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, EUR: 2, JPY: 0, KWD: 3 }

function handbookWith(change: Partial<CommissionPlanInput>) {
  return defineCommissionPlan({ ...throughJson(handbook.commission), ...change })
}

function planWith(
  scale: Partial<CommissionPlanInput['scale']> & Pick<CommissionPlanInput['scale'], 'tiers'>,
  change: Partial<CommissionPlanInput> = {},
) {
  return defineCommissionPlan({ currency: 'EUR', scale: { mode: 'marginal', ...scale }, ...change })
}

function salesFor(wanted: DecimalInput, plan = handbook.commission, facts: CommissionFacts = {}) {
  return salesForCommission(wanted, plan, facts).sales
}

function issuesOf(wanted: unknown, plan = handbook.commission, facts: unknown = { target: 1 }) {
  const outcome = attempt(() => salesForCommission(wanted as never, plan, facts as never))
  return outcome.ok ? [] : outcome.issues
}

const { scale } = throughJson(handbook.commission)

describe('salesForCommission', () => {
  it.each([
    ['50000', '1500000.00'],
    ['30000', '1000000.00'],
    ['30000.04', '1000001.00'],
    ['70000', '2000000.00'],
    ['95000', '2500000.00'],
    ['29999.99', '999999.67'],
    ['10', '333.34'],
    ['0.01', '0.34'],
    ['0', '0.00'],
  ])('what must be sold by the handbook to earn %s, target met: %s', (wanted, sales) => {
    expect(salesFor(wanted, handbook.commission, { target: '0.01' })).toBe(sales)
  })

  it('what must be sold by the handbook is the target itself where the target earns more', () => {
    const { sales, statement } = salesForCommission('100', handbook.commission, {
      payee: 'E-1042',
      period: '2026-Q1',
      target: '1200000',
    })
    expect(sales).toBe('1200000.00')
    expect(statement).toEqual(
      calculateCommission(
        { payee: 'E-1042', period: '2026-Q1', target: '1200000', sales: '1200000.00' },
        handbook.commission,
      ),
    )
    expect(statement.amount).toBe('38000.00')
  })

  it('what must be sold by the handbook is nothing for nothing, even while the gate is shut', () => {
    const { sales, statement } = salesForCommission('0', handbook.commission, { target: '1200000' })
    expect(sales).toBe('0.00')
    expect(statement.amount).toBe('0.00')
    expect(statement.gate?.outcome).toBe('unmet')
  })

  it('what must be sold by the handbook is less with a coefficient, by the way it applies', () => {
    const facts = { target: '1', coefficientUplift: '0.005' }
    expect(salesFor('35000', handbook.commission, facts)).toBe('1000000.00')
    const multiplied = handbookWith({ coefficient: { applies: 'multiply' } })
    expect(salesFor('30150', multiplied, facts)).toBe('1000000.00')
  })
})

describe('salesForCommission', () => {
  const above = { attainment: '1', counts: 'above-target' as const }

  it('what must be sold above the target comes on top of it', () => {
    const plan = handbookWith({ gate: above })
    expect(salesFor('30000', plan, { target: '1200000' })).toBe('2200000.00')
  })

  it('what must be sold above the gate is rounded once, with the gate: 0.008 and 33.332 are 33.34', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.25' }]
    const plan = planWith({ tiers }, { gate: { attainment: '0.8', counts: 'above-gate' } })
    expect(salesFor('8.333', plan, { target: '0.01' })).toBe('33.34')
  })
})

describe('salesForCommission', () => {
  const tiers = [
    { id: 'first', upTo: '1000', rate: '0.1' },
    { id: 'rest', upTo: null, rate: '0.05' },
  ]
  const falling = planWith({ mode: 'whole-amount', tiers })

  it.each([
    ['99.99', '999.90'],
    ['99.999', '999.99'],
    ['100', '2000.00'],
    ['100.01', '2000.20'],
  ])(
    'what must be sold where rates fall to earn %s, on the near side of the cliff or far behind it: %s',
    (wanted, sales) => {
      expect(salesFor(wanted, falling)).toBe(sales)
    },
  )

  it('what must be sold where rates fall is the threshold itself where the lower tier owns it', () => {
    const owned = planWith({ mode: 'whole-amount', boundary: 'lower-tier', tiers })
    expect(salesFor('100', owned)).toBe('1000.00')
  })
})

describe('salesForCommission', () => {
  const tiers = [
    { id: 'first', upTo: '1000', rate: '0' },
    { id: 'bonus', upTo: null, rate: '0', amount: '500' },
  ]

  it('a threshold that only sales above it pass is passed by one cent', () => {
    expect(salesFor('500', planWith({ tiers }))).toBe('1000.00')
    expect(salesFor('500', planWith({ boundary: 'lower-tier', tiers }))).toBe('1000.01')
  })

  it('a threshold that only sales above it pass is passed by one unit where thresholds count units', () => {
    const units = planWith({ boundary: 'lower-tier', thresholds: 'units', tiers })
    expect(salesFor('500', units)).toBe('1001')
  })
})

describe('salesForCommission', () => {
  const tiers = [{ id: 'all', upTo: '1000', rate: '0.1' }]
  const gate = { attainment: '1', counts: 'all' as const }

  it.each(['marginal', 'whole-amount'] as const)(
    'a scale that stops below the gate %s, still pays at the gate',
    (mode) => {
      const plan = planWith({ mode, beyond: 'stop', tiers }, { gate })
      expect(salesForCommission('100', plan, { target: '5000' })).toMatchObject({
        sales: '5000.00',
        statement: { amount: '100.00' },
      })
    },
  )
})

describe('salesForCommission', () => {
  const stopping = { beyond: 'stop' as const, tiers: [{ id: 'all', upTo: '1000', rate: '0.1' }] }

  it('what cannot be earned is more than the cap', () => {
    expect(issuesOf('50000.01', handbookWith({ cap: { amount: '50000' } }))).toEqual([
      {
        code: 'COMMISSION_UNREACHABLE',
        severity: 'error',
        path: ['amount'],
        params: { amount: '50000.01', highest: '50000.00', reason: 'cap' },
        message:
          'amount: got 50000.01, and no sales earn so much by this plan: the highest amount is 50000.00, because of the cap of the plan.',
      },
    ])
    expect(salesFor('50000', handbookWith({ cap: { amount: '50000' } }), { target: 1 })).toBe(
      '1500000.00',
    )
  })

  it('what cannot be earned is more than a scale that stops', () => {
    expect(issuesOf('100.01', planWith(stopping), {})).toEqual([
      {
        code: 'COMMISSION_UNREACHABLE',
        severity: 'error',
        path: ['amount'],
        params: { amount: '100.01', highest: '100.00', reason: 'scale' },
        message:
          'amount: got 100.01, and no sales earn so much by this plan: the highest amount is 100.00, because of its scale, which ends.',
      },
    ])
    expect(salesFor('100', planWith(stopping))).toBe('1000.00')
  })

  it('what cannot be earned is what the scale stops at, where the cap is higher still', () => {
    const plan = planWith(stopping, { cap: { amount: '500' } })
    const unreachable = (amount: string) => [{ amount, highest: '100.00', reason: 'scale' }]
    expect(issuesOf('100.01', plan, {}).map(({ params }) => params)).toEqual(unreachable('100.01'))
    expect(issuesOf('500.01', plan, {}).map(({ params }) => params)).toEqual(unreachable('500.01'))
  })

  it('what cannot be earned is what the sales just below a cliff come close to', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.1' },
      { id: 'rest', upTo: null },
    ]
    const plan = planWith({ mode: 'whole-amount', tiers })
    expect(issuesOf('150', plan, {}).map(({ params }) => params)).toEqual([
      { amount: '150', highest: '100.00', reason: 'scale' },
    ])
    expect(salesFor('99.99', plan)).toBe('999.90')
  })

  it('what cannot be earned is anything where nothing is paid', () => {
    const nothing = planWith({ tiers: [{ id: 'all', upTo: null }] })
    expect(issuesOf('0.01', nothing, {}).map(({ params }) => params)).toEqual([
      { amount: '0.01', highest: '0.00', reason: 'scale' },
    ])
  })

  it('what cannot be earned counts the coefficient in the highest amount', () => {
    const facts = { coefficientUplift: '0.1' }
    const plan = planWith(stopping, { coefficient: { applies: 'multiply' } })
    expect(issuesOf('110.01', plan, facts)[0]?.params).toMatchObject({ highest: '110.00' })
    expect(salesFor('110', plan, facts)).toBe('1000.00')
    expect(issuesOf('200.01', planWith(stopping), facts)[0]?.params).toMatchObject({
      highest: '200.00',
    })
  })
})

describe('salesForCommission', () => {
  const byFigure = {
    mode: 'whole-amount' as const,
    measure: 'separate' as const,
    tiers: [{ id: 'all', upTo: null, rate: '0.1' }],
  }

  it.each([
    ['an amount below 0', '-1', { target: 1 }, [['NUMBER_OUT_OF_RANGE', ['amount']]]],
    ['a text that is no number', '5万', { target: 1 }, [['NUMBER_INVALID', ['amount']]]],
    ['no amount', undefined, { target: 1 }, [['VALUE_MISSING', ['amount']]]],
    ['no target where the plan has a gate', '1', {}, [['TARGET_MISSING', ['target']]]],
    ['a target of 0', '1', { target: 0 }, [['NUMBER_OUT_OF_RANGE', ['target']]]],
    ['a fact that nothing reads', '1', { targets: 1 }, [['UNKNOWN_KEY', ['targets']]]],
  ])('what is refused is %s', (_, wanted, facts, issues) => {
    expect(
      issuesOf(wanted, handbook.commission, facts).map(({ code, path }) => [code, path]),
    ).toEqual(issues)
  })

  it('what is refused is a plan that was not defined', () => {
    const plan = { ...handbook.commission } as typeof handbook.commission
    expect(issuesOf('1', plan).map(({ code }) => code)).toEqual(['POLICY_NOT_DEFINED'])
  })

  it.each<[string, Partial<CommissionPlanInput>]>([
    ['base', { base: 'margin' }],
    ['measuredBy', { measuredBy: 'margin', scale: byFigure }],
    ['cap.line', { cap: { line: '500' } }],
  ])(
    'what is refused is a plan whose %s looks at each line, for the same sum can earn different amounts',
    (field, change) => {
      expect(issuesOf('1', planWith(scale, change), {})).toEqual([
        {
          code: 'PLAN_NEEDS_LINES',
          severity: 'error',
          path: [],
          params: { reason: 'payout-curve', field },
          message: `${field}: the plan looks at each line, so that the same sum of sales can earn different amounts. Use calculateCommission with lines.`,
        },
      ])
    },
  )

  it('what is refused is a scale by a measure without the measure', () => {
    const plan = planWith({
      mode: 'whole-amount',
      measure: 'separate',
      tiers: scale.tiers,
    })
    expect(issuesOf('1', plan, {}).map(({ code, path }) => [code, path])).toEqual([
      ['VALUE_MISSING', ['measure']],
    ])
    expect(salesFor('400', plan, { measure: '1000000' })).toBe('10000.00')
    expect(salesFor('300', plan, { measure: '-1' })).toBe('10000.00')
  })
})

describe('salesForCommission', () => {
  const wantedAmounts = fc.oneof(
    amounts(0, 8),
    fc.integer({ min: 0, max: 400_000 }).map((cents) => toText(fraction(BigInt(cents), 100n))),
  )

  it('the smallest sales earn at least what is wanted, and one unit less earns less', () => {
    fc.assert(
      fc.property(wantedAmounts, commissionFacts, plans(), (drawn, facts, input) => {
        const wanted = drawn.replace('-', '')
        const plan = defineCommissionPlan(input)
        const outcome = attempt(() => salesForCommission(wanted, plan, facts))
        fc.pre(outcome.ok)
        const { sales, statement } = outcome.value
        expect(statement).toEqual(calculateCommission({ ...facts, sales }, plan))
        expect(compare(payOf(sales, facts, plan), parse(wanted))).toBeGreaterThanOrEqual(0)
        const less = subtract(parse(sales), unitOf(input))
        if (less.n < 0n) return
        expect(compare(payOf(toText(less), facts, plan), parse(wanted))).toBeLessThan(0)
      }),
      { numRuns: 400 },
    )
  })

  it('the smallest sales are those that a search of every unit finds, or there are none', () => {
    fc.assert(
      fc.property(smallPlans, smallFacts, smallWanted, (input, facts, wanted) => {
        const plan = defineCommissionPlan(input)
        const outcome = attempt(() => salesForCommission(wanted, plan, facts))
        const found = search(wanted, facts, plan, input)
        if (found === undefined) {
          expect(outcome.ok ? outcome.value.sales : outcome.issues[0]?.code).toBe(
            'COMMISSION_UNREACHABLE',
          )
        } else {
          expect(outcome.ok ? parse(outcome.value.sales) : outcome.issues).toEqual(found)
        }
      }),
      { numRuns: 250 },
    )
  })
})

/** What sales are paid before rounding, but for the cap: the lower of the two. */
function payOf(
  sales: string,
  facts: CommissionFacts,
  plan: ReturnType<typeof defineCommissionPlan>,
): Fraction {
  return parse(calculateCommission({ ...facts, sales }, plan).unrounded)
}

function unitOf({ currency, scale: { thresholds } }: CommissionPlanInput): Fraction {
  const decimals = thresholds === 'units' ? 0 : (DECIMALS[currency] ?? 0)
  return fraction(1n, 10n ** BigInt(decimals))
}

const SEARCHED = 400n

/** Every unit from 0 to 400; plans are so small that beyond it nothing new is paid. */
function search(
  wanted: string,
  facts: CommissionFacts,
  plan: ReturnType<typeof defineCommissionPlan>,
  input: CommissionPlanInput,
): Fraction | undefined {
  const most = input.cap === undefined ? undefined : parse(String(input.cap.amount))
  const goal = parse(wanted)
  if (most !== undefined && compare(goal, most) > 0) return undefined
  for (let units = 0n; units <= SEARCHED; units += 1n) {
    const sales = multiply(fraction(units), unitOf(input))
    if (compare(payOf(toText(sales), facts, plan), goal) >= 0) return sales
  }
  return undefined
}

const tiny = (max: number, d: bigint) =>
  fc.integer({ min: 0, max }).map((n) => toText(fraction(BigInt(n), d)))

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

/** Plans whose every threshold lies below 30 units and whose last tier pays a unit for two sold, or has an end. */
const smallPlans: fc.Arbitrary<CommissionPlanInput> = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'whole-amount' as const, 'interpolated' as const),
    boundary: fc.constantFrom('upper-tier' as const, 'lower-tier' as const),
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
    rates: fc.array(tiny(10, 10n), { minLength: 4, maxLength: 4 }),
    flats: fc.array(maybe(tiny(20, 2n)), { minLength: 4, maxLength: 4 }),
    minimums: fc.array(maybe(tiny(10, 2n)), { minLength: 4, maxLength: 4 }),
    maximums: fc.array(maybe(tiny(60, 2n)), { minLength: 4, maxLength: 4 }),
    stops: fc.boolean(),
    cap: maybe(fc.integer({ min: 1, max: 40 })),
    gate: maybe(
      fc.record({
        attainment: fc.constantFrom('1', '0.8', '0.33'),
        counts: fc.constantFrom('all' as const, 'above-target' as const, 'above-gate' as const),
      }),
    ),
    applies: fc.constantFrom('add-to-rate' as const, 'multiply' as const),
  })
  .map(({ mode, boundary, cap, gate, applies, ...drawn }) => {
    const ends = [...drawn.ends]
      .sort((a, b) => a - b)
      .map((end) => toText(fraction(BigInt(end), 2n)))
    const stops = drawn.stops && ends.length > 0
    const scale = {
      mode,
      boundary,
      ...(stops && { beyond: 'stop' as const }),
      tiers: (stops ? ends : [...ends, null]).map((upTo, index) => ({
        id: `tier-${index}`,
        upTo,
        rate: upTo === null ? '0.5' : (drawn.rates[index] ?? '0'),
        ...tierParts(mode, upTo, index, drawn),
      })),
    }
    return {
      currency: 'JPY',
      scale,
      coefficient: { applies: canBeRaised(scale) ? applies : ('multiply' as const) },
      ...(cap !== undefined && { cap: { amount: cap } }),
      ...(gate && { gate }),
    }
  })

interface DrawnParts {
  readonly flats: readonly (string | undefined)[]
  readonly minimums: readonly (string | undefined)[]
  readonly maximums: readonly (string | undefined)[]
}

function tierParts(mode: string, upTo: string | null, index: number, drawn: DrawnParts) {
  const amount = drawn.flats[index]
  const flat = amount === undefined ? {} : { amount }
  if (mode === 'interpolated') return upTo === null ? {} : flat
  const minimum = drawn.minimums[index]
  const maximum = drawn.maximums[index]
  const isTurned =
    minimum !== undefined &&
    maximum !== undefined &&
    floorOf(parse(minimum)) > floorOf(parse(maximum)) - 1n
  return {
    ...flat,
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && !isTurned && { maximum }),
  }
}

const smallFacts = fc.record({
  target: fc.constantFrom('10', '7', '12.5', '0.3'),
  coefficientUplift: fc.constantFrom('0', '0.1', '0.005'),
})

const smallWanted = fc.oneof(
  fc.integer({ min: 0, max: 80 }).map((half) => toText(fraction(BigInt(half), 2n))),
  fc.integer({ min: 0, max: 3_000 }).map((n) => toDecimal(fraction(BigInt(n), 100n), 2, 'down')),
)
