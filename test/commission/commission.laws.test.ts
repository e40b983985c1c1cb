import fc from 'fast-check'
import {
  type CommissionFacts,
  type CommissionInput,
  type CommissionPlanInput,
  type CommissionStatement,
  calculateCommission,
  defineCommissionPlan,
  type RoundingMode,
  type ScaleInput,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  amounts,
  canBeRaised,
  commissionFacts,
  orderLines,
  plans,
  shuffled,
  throughJson,
  withKeysReversed,
} from '../arbitraries.rooms.js'
import { handOut } from '../oracle/allocate.js'
import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  fraction,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  toText,
  zero,
} from '../oracle/fraction.js'
import { type Scale as OracleScale, payOf, slicesOf } from '../oracle/scale.js'

const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, EUR: 2, JPY: 0, KWD: 3 }

const inputs = fc
  .tuple(commissionFacts, fc.oneof(amounts(), orderLines))
  .map(
    ([facts, sold]): CommissionInput =>
      typeof sold === 'string' ? { ...facts, sales: sold } : { ...facts, lines: sold },
  )

function calculate(input: CommissionInput, plan: CommissionPlanInput) {
  return calculateCommission(input, defineCommissionPlan(plan))
}

function total(texts: readonly string[]): Fraction {
  return sum(texts.map(parse))
}

describe('a statement', () => {
  it('has slices and adjustments that add up to its amount, whatever the plan', () => {
    fc.assert(
      fc.property(inputs, plans(), (input, plan) => {
        const { amount, slices, adjustments } = calculate(input, plan)
        const parts = total([...slices, ...adjustments].map((part) => part.amount))
        expect(toDecimal(parts, DECIMALS[plan.currency] ?? 0, 'down')).toBe(amount)
      }),
      { numRuns: 400 },
    )
  })

  it('has slices whose bases add up to its base, unless the plan stops or ignores part of it', () => {
    const scale = { stops: false, negative: 'mirror' as const }
    fc.assert(
      fc.property(inputs, plans({ scale }), (input, plan) => {
        const { base, slices } = calculate(input, plan)
        expect(toText(total(slices.map((slice) => slice.base)))).toBe(toText(parse(base)))
      }),
    )
  })

  it('is what the rules say, computed another way', () => {
    fc.assert(
      fc.property(inputs, plans(), (input, plan) => {
        expect(calculate(input, plan)).toMatchObject(statementByTheRules(input, plan))
      }),
      { numRuns: 600 },
    )
  })

  it('depends on no order of lines when it is rounded at the total', () => {
    const reordered = orderLines.chain((lines) => fc.tuple(fc.constant(lines), shuffled(lines)))
    fc.assert(
      fc.property(
        reordered,
        commissionFacts,
        plans({ at: 'total' }),
        ([lines, others], facts, plan) => {
          const statement = calculate({ ...facts, lines }, plan)
          expect(calculate({ ...facts, lines: others }, plan)).toEqual(statement)
        },
      ),
    )
  })

  it('does not change when a line is split in two', () => {
    fc.assert(
      fc.property(
        orderLines,
        fc.nat(),
        amounts(),
        commissionFacts,
        plans({ at: 'total' }),
        (lines, draw, part, facts, plan) => {
          const index = draw % Math.max(1, lines.length)
          const split = lines.flatMap((line, at) => (at === index ? splitLine(line, part) : [line]))
          const statement = calculate({ ...facts, lines }, plan)
          expect(calculate({ ...facts, lines: split }, plan)).toEqual(statement)
        },
      ),
    )
  })

  it('is the same for the sum of the lines given as one figure', () => {
    fc.assert(
      fc.property(orderLines, commissionFacts, plans({ at: 'total' }), (lines, facts, plan) => {
        const sales = toCanonical(total(lines.map(({ amount }) => amount)))
        const statement = calculate({ ...facts, sales }, plan)
        expect(calculate({ ...facts, lines }, plan)).toEqual(statement)
      }),
    )
  })

  it('of one line is the same rounded at the line or at the total', () => {
    fc.assert(
      fc.property(amounts(), commissionFacts, plans({ at: 'line' }), (amount, facts, plan) => {
        const lines = [{ id: 'only', amount }]
        const byLine = calculate({ ...facts, lines }, plan)
        const atTotal = { ...plan, rounding: { ...plan.rounding, at: 'total' as const } }
        const { rounding: _, ...statement } = calculate({ ...facts, lines }, atTotal)
        expect(byLine).toMatchObject(statement)
      }),
    )
  })

  it('depends on no order of keys, in the plan or in the input', () => {
    fc.assert(
      fc.property(inputs, plans(), (input, plan) => {
        const turned = calculate(withKeysReversed(input), withKeysReversed(plan))
        expect(turned).toEqual(calculate(input, plan))
      }),
    )
  })

  it('survives JSON without loss', () => {
    fc.assert(
      fc.property(inputs, plans(), (input, plan) => {
        const statement = calculate(input, plan)
        expect(throughJson(statement)).toStrictEqual(statement)
      }),
    )
  })
})

function splitLine(line: { readonly id: string; readonly amount: string }, part: string) {
  const rest = toCanonical(subtract(parse(line.amount), parse(part)))
  return [
    { id: line.id, amount: part },
    { id: `${line.id}-rest`, amount: rest },
  ]
}

describe('the gate', () => {
  const gate = { attainment: '0.8', counts: 'all' as const }

  it('pays nothing when it is shut, and what is missing leads exactly to it', () => {
    fc.assert(
      fc.property(inputs, plans({ gate }), (input, plan) => {
        const statement = calculate(input, plan)
        const level = multiply(parse('0.8'), parse(String(input.target)))
        fc.pre(compare(parse(statement.sales), level) < 0)
        expect(parse(statement.amount)).toEqual(zero)
        expect(statement.gate?.outcome).toBe('unmet')
        const opened = add(parse(statement.sales), parse(statement.gate?.remaining ?? '0'))
        expect(equals(opened, level)).toBe(true)
        const atLevel = calculate({ ...withoutSales(input), sales: toCanonical(opened) }, plan)
        expect(atLevel.gate?.outcome).toBe('met')
      }),
    )
  })

  it('withholds what the plan without it would have paid', () => {
    fc.assert(
      fc.property(inputs, plans({ gate }), (input, plan) => {
        const { gate: outcome } = calculate(input, plan)
        fc.pre(outcome?.outcome === 'unmet')
        const { gate: _, ...open } = plan
        expect(outcome?.forgone).toBe(calculate(input, open).amount)
      }),
    )
  })

  it('changes nothing once it is open and all sales count', () => {
    fc.assert(
      fc.property(inputs, plans({ gate }), (input, plan) => {
        const statement = calculate(input, plan)
        fc.pre(statement.gate?.outcome === 'met')
        const { gate: _, ...open } = plan
        const { gate: __, clauses: ___, ...others } = calculate(input, open)
        expect(statement).toMatchObject(others)
      }),
    )
  })
})

/** The figures of an input, without its sales. */
function withoutSales(input: CommissionFacts & { sales?: unknown; lines?: unknown }) {
  const { sales: _, lines: __, ...facts } = input
  return facts
}

describe('more sales', () => {
  const twoAmounts = fc
    .tuple(amounts(), amounts())
    .map((pair) => pair.sort((a, b) => compare(parse(a), parse(b))))

  const paysNoLess = (fixed: Parameters<typeof plans>[0]) =>
    fc.assert(
      fc.property(
        twoAmounts,
        commissionFacts,
        plans(fixed),
        ([less = '0', more = '0'], facts, plan) => {
          const low = calculate({ ...facts, sales: less }, plan).amount
          const high = calculate({ ...facts, sales: more }, plan).amount
          expect(compare(parse(low), parse(high))).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    )

  it('never pay less on a marginal scale, target, measure and uplift being the same', () => {
    paysNoLess({ scale: { mode: 'marginal', isSeparate: false } })
  })

  it('never pay less on an interpolated scale', () => {
    paysNoLess({ scale: { mode: 'interpolated', isSeparate: false } })
  })

  it('never pay less on a whole-amount scale whose rates do not fall and that pays nothing flat', () => {
    const tiers = [0, 30, 30, 40, 125].map((rate) => ({
      rate,
      amount: undefined,
      bounds: undefined,
    }))
    paysNoLess({ scale: { mode: 'whole-amount', isSeparate: false, tiers } })
  })
})

describe('a tier', () => {
  it('can be split in two of the same rate and nothing else changes', () => {
    const scale = { mode: 'marginal' as const, isSeparate: false, thresholds: 'money' as const }
    fc.assert(
      fc.property(
        inputs,
        plans({ scale }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (input, plan, draw, tenths) => {
          const before = withoutFlatParts(plan)
          const after = { ...before, scale: splitTier(before.scale, draw, tenths) }
          const { slices: _, next: __, ...statement } = calculate(input, before)
          expect(calculate(input, after)).toMatchObject(statement)
        },
      ),
    )
  })
})

function withoutFlatParts(plan: CommissionPlanInput): CommissionPlanInput {
  const tiers = plan.scale.tiers.map(({ id, upTo, rate = '0' }) => ({ id, upTo, rate }))
  return { ...plan, scale: { ...plan.scale, tiers } }
}

function splitTier(scale: ScaleInput, draw: number, tenths: number): ScaleInput {
  const index = draw % scale.tiers.length
  const start = parse(String(scale.tiers[index - 1]?.upTo ?? 0))
  const end = scale.tiers[index]?.upTo ?? null
  const width = end === null ? fraction(100_000n) : subtract(parse(String(end)), start)
  const middle = toCanonical(add(start, multiply(width, fraction(BigInt(tenths), 10n))))
  return {
    ...scale,
    tiers: scale.tiers.flatMap((tier, at) =>
      at === index ? [{ ...tier, id: 'lower-part', upTo: middle }, tier] : [tier],
    ),
  }
}

describe('the coefficient', () => {
  it('that adds to the rates is a plan whose rates are so much higher', () => {
    const coefficient = { applies: 'add-to-rate' as const }
    fc.assert(
      fc.property(inputs, plans({ coefficient }), (input, plan) => {
        fc.pre(canBeRaised(plan.scale))
        const uplift = parse(String(input.coefficientUplift))
        const raised = { ...plan, scale: withRatesRaised(plan.scale, uplift) }
        const {
          coefficient: _,
          clauses: __,
          ...statement
        } = calculate({ ...input, coefficientUplift: 0 }, raised)
        expect(calculate(input, plan)).toMatchObject(statement)
      }),
    )
  })

  it('that multiplies makes the exact commission so many times as much', () => {
    const coefficient = { applies: 'multiply' as const }
    fc.assert(
      fc.property(inputs, plans({ coefficient }), (input, plan) => {
        const without = calculate({ ...input, coefficientUplift: 0 }, plan)
        const factor = add(fraction(1n), parse(String(input.coefficientUplift)))
        // An interpolated amount may not end in decimals, and is written cut.
        fc.pre(plan.scale.mode !== 'interpolated')
        const expected = toCanonical(multiply(parse(without.unrounded), factor))
        expect(calculate(input, plan).unrounded).toBe(expected)
      }),
    )
  })

  it('reads the same both ways where there is one rate: half a point on 5% is a tenth more', () => {
    fc.assert(
      fc.property(amounts(), (sales) => {
        const tiers = [{ id: 'all', upTo: null, rate: '0.05' }]
        const pay = (applies: 'add-to-rate' | 'multiply', coefficientUplift: string) =>
          calculate(
            { sales, coefficientUplift },
            { currency: 'CNY', scale: { mode: 'marginal', tiers }, coefficient: { applies } },
          ).amount
        expect(pay('add-to-rate', '0.005')).toBe(pay('multiply', '0.1'))
      }),
    )
  })
})

function withRatesRaised(scale: ScaleInput, uplift: Fraction): ScaleInput {
  const raise = (rate: unknown) => toCanonical(add(parse(String(rate ?? 0)), uplift))
  return { ...scale, tiers: scale.tiers.map((tier) => ({ ...tier, rate: raise(tier.rate) })) }
}

/** The statement from the wording of the rules and the oracle's arithmetic; nothing of the library is used. */
function statementByTheRules(
  input: CommissionInput,
  plan: CommissionPlanInput,
): Partial<CommissionStatement> {
  const facts = factsOf(input)
  const uplift = parse(String(input.coefficientUplift))
  const applies = plan.coefficient?.applies
  const scale = applies === 'add-to-rate' ? withRatesRaised(plan.scale, uplift) : plan.scale
  const factor = applies === 'multiply' ? add(fraction(1n), uplift) : fraction(1n)
  const payFor = (sales: Fraction) =>
    multiply(payOf(toCanonical(counted(sales, facts, plan)), toOracle(scale), facts), factor)
  const isOpen = facts.level(plan) === null || compare(facts.sales, facts.level(plan) ?? zero) >= 0
  const paid = roundedPay(facts, payFor, plan)
  const base = isOpen ? counted(facts.sales, facts, plan) : zero
  return {
    amount: money(isOpen ? paid : zero, plan),
    unrounded: isOpen ? toText(payFor(facts.sales)) : '0',
    base: padded(base, plan),
    attainment: toText(divide(facts.sales, parse(facts.target))),
    effectiveRate: base.n === 0n ? null : toText(divide(paid, base)),
    slices: isOpen ? slicesByTheRules(base, scale, facts, plan) : [],
    ...(plan.gate && { gate: gateByTheRules(isOpen, facts, paid, plan) }),
  }
}

function factsOf(input: CommissionInput) {
  const target = String(input.target)
  const list = input.lines?.map(({ amount }) => parse(String(amount))) ?? null
  return {
    sales: list === null ? parse(String(input.sales)) : sum(list),
    lines: list,
    target,
    measure: String(input.measure),
    level: ({ gate }: CommissionPlanInput) =>
      gate === undefined ? null : multiply(parse(String(gate.attainment)), parse(target)),
  }
}

type Facts = ReturnType<typeof factsOf>

function toOracle(scale: ScaleInput): OracleScale {
  const texts = scale.tiers.map(({ id, ...figures }) => ({
    id,
    upTo: figures.upTo === null ? null : String(figures.upTo),
    rate: String(figures.rate ?? 0),
    amount: figures.amount?.toString(),
    minimum: figures.minimum?.toString(),
    maximum: figures.maximum?.toString(),
  }))
  return {
    mode: scale.mode,
    boundary: scale.boundary ?? 'upper-tier',
    negative: scale.negative ?? 'mirror',
    measure: scale.measure,
    beyond: scale.beyond,
    thresholds: scale.thresholds,
    tiers: texts,
  }
}

function counted(sales: Fraction, facts: Facts, plan: CommissionPlanInput): Fraction {
  const level = countsFrom(facts, plan)
  if (level === null) return sales
  return compare(sales, level) > 0 ? subtract(sales, level) : zero
}

/** The target or the gate, where only what is above it counts. */
function countsFrom(facts: Facts, plan: CommissionPlanInput): Fraction | null {
  if (plan.gate?.counts === 'above-target') return parse(facts.target)
  return plan.gate?.counts === 'above-gate' ? facts.level(plan) : null
}

/** Rounded once, or for each line what it added; then the cap. */
function roundedPay(
  facts: Facts,
  payFor: (sales: Fraction) => Fraction,
  plan: CommissionPlanInput,
): Fraction {
  const isByLine = plan.rounding?.at === 'line' && facts.lines !== null
  const sales = isByLine ? (facts.lines ?? []).map((_, at, all) => sum(all.slice(0, at + 1))) : []
  const steps = isByLine ? sales.map(payFor) : [payFor(facts.sales)]
  const added = steps.map((pay, at) => subtract(pay, steps[at - 1] ?? zero))
  const total = sum(added.map((pay) => rounded(pay, plan)))
  return plan.cap === undefined ? total : smaller(total, parse(String(plan.cap.amount)))
}

function rounded(value: Fraction, { rounding }: CommissionPlanInput): Fraction {
  return parse(toDecimal(value, rounding?.decimals ?? 0, rounding?.mode as RoundingMode))
}

function money(value: Fraction, { currency }: CommissionPlanInput): string {
  return toDecimal(value, DECIMALS[currency] ?? 0, 'down')
}

/** An amount of the base: the currency's decimals at least, except where units are counted. */
function padded(value: Fraction, plan: CommissionPlanInput): string {
  const text = toText(value)
  const has = text.split('.')[1]?.length ?? 0
  const wanted = plan.scale.thresholds === 'units' ? 0 : (DECIMALS[plan.currency] ?? 0)
  return has >= wanted ? text : toDecimal(value, wanted, 'down')
}

function slicesByTheRules(
  base: Fraction,
  scale: ScaleInput,
  facts: Facts,
  plan: CommissionPlanInput,
) {
  const exact = slicesOf(toCanonical(base), toOracle(scale), facts)
  const unit = fraction(10n ** BigInt(plan.rounding?.decimals ?? 0))
  const total = rounded(sum(exact.map(({ pay }) => pay)), plan)
  const isNegative = total.n < 0n
  const size = (value: Fraction) => multiply(isNegative ? negate(value) : value, unit)
  const units = handOut(
    size(total).n,
    exact.map(({ pay }) => size(pay)),
  )
  return exact
    .map(({ tier, base: part, pay }, index) => {
      const amount = divide(fraction(units[index] ?? 0n), isNegative ? negate(unit) : unit)
      const slice = { tier, base: padded(part, plan), amount: money(amount, plan) }
      return { slice, isEmpty: part.n === 0n && pay.n === 0n }
    })
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ slice }) => expect.objectContaining(slice))
}

function gateByTheRules(isOpen: boolean, facts: Facts, paid: Fraction, plan: CommissionPlanInput) {
  const missing = subtract(facts.level(plan) ?? zero, facts.sales)
  return {
    clause: 'COM-2' as const,
    attainment: toText(parse(String(plan.gate?.attainment))),
    counts: plan.gate?.counts ?? 'all',
    outcome: isOpen ? ('met' as const) : ('unmet' as const),
    remaining: isOpen ? null : padded(missing, plan),
    forgone: isOpen ? null : money(paid, plan),
  }
}
