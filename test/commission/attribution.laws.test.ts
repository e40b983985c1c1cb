import fc from 'fast-check'
import {
  attributeCommission,
  type CommissionAccumulator,
  type CommissionLine,
  type CommissionPlanInput,
  type CommissionTotals,
  type CreditOwner,
  calculateCommission,
  commissionAccumulator,
  defineCommissionPlan,
  splitCredit,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  amounts,
  commissionFacts,
  modes,
  orderLines,
  plans,
  shuffled,
  throughJson,
} from '../arbitraries.rooms.js'
import { allocate, handOut } from '../oracle/allocate.js'
import {
  add,
  divide,
  type Fraction,
  floorOf,
  fraction,
  multiply,
  negate,
  parse,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  toText,
  zero,
} from '../oracle/fraction.js'

const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, EUR: 2, JPY: 0, KWD: 3 }

type Line = CommissionLine & { readonly amount: string }

const attributions = fc.constantFrom('deal-order' as const, 'pro-rata' as const)

/** Plans with either attribution. */
function sharedPlans(
  fixed: Parameters<typeof plans>[0] = {},
  attribution: fc.Arbitrary<CommissionPlanInput['attribution'] & string> = attributions,
): fc.Arbitrary<CommissionPlanInput> {
  return fc
    .tuple(plans(fixed), attribution)
    .map(([plan, chosen]) => ({ ...plan, attribution: chosen }))
}

/** Order lines with refunds, some of them of a line before, and some ids that came before. */
const anyLines: fc.Arbitrary<Line[]> = fc
  .array(fc.tuple(amounts(-10, 40), fc.constantFrom('new', 'new', 'refund', 'same id')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((drawn) => {
    const lines: Line[] = []
    for (const [index, [amount, kind]] of drawn.entries()) {
      const before = lines[index - 1]
      if (kind === 'refund' && before !== undefined)
        lines.push({ id: `order-${index}`, amount: toCanonical(negate(parse(before.amount))) })
      else if (kind === 'same id' && before !== undefined) lines.push({ id: before.id, amount })
      else lines.push({ id: `order-${index}`, amount })
    }
    return lines
  })

function attribute(lines: readonly CommissionLine[], facts: object, plan: CommissionPlanInput) {
  return attributeCommission({ ...facts, lines }, defineCommissionPlan(plan))
}

function state(lines: readonly CommissionLine[], facts: object, plan: CommissionPlanInput) {
  return calculateCommission({ ...facts, lines }, defineCommissionPlan(plan))
}

function total(texts: readonly string[]): Fraction {
  return sum(texts.map(parse))
}

function money(value: Fraction, { currency }: CommissionPlanInput): string {
  return toDecimal(value, DECIMALS[currency] ?? 0, 'down')
}

describe('line shares', () => {
  it('add up to the amount of the statement, whatever the plan', () => {
    fc.assert(
      fc.property(anyLines, commissionFacts, sharedPlans(), (lines, facts, plan) => {
        const attribution = attribute(lines, facts, plan)
        const statement = state(lines, facts, plan)
        const shared = total(attribution.lines.map(({ amount }) => amount))
        expect(attribution.amount).toBe(statement.amount)
        expect(money(shared, plan)).toBe(statement.amount)
        expect(attribution.notCounted).toEqual(statement.notCounted)
        expect(attribution.lines.length + attribution.notCounted.length).toBe(lines.length)
      }),
      { numRuns: 300 },
    )
  })

  it('are each the sum of their slices and adjustments', () => {
    fc.assert(
      fc.property(anyLines, commissionFacts, sharedPlans(), (lines, facts, plan) => {
        for (const { amount, slices, adjustments } of attribute(lines, facts, plan).lines) {
          const parts = [...slices, ...adjustments].map((part) => part.amount)
          expect(money(total(parts), plan)).toBe(amount)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('have adjustments that add up to those of the statement', () => {
    fc.assert(
      fc.property(anyLines, commissionFacts, sharedPlans(), (lines, facts, plan) => {
        const shared = attribute(lines, facts, plan).lines.flatMap((line) => line.adjustments)
        const stated = state(lines, facts, plan).adjustments
        for (const kind of ['coefficient', 'line-rounding', 'cap'] as const) {
          const of = (list: typeof stated) =>
            total(list.flatMap((step) => (step.kind === kind ? [step.amount] : [])))
          expect(of(shared)).toEqual(of(stated))
        }
      }),
    )
  })

  it('have slices whose bases add up to the sales of the line, unless the plan ignores part', () => {
    const scale = { stops: false, negative: 'mirror' as const }
    const open = { scale, gate: null }
    fc.assert(
      fc.property(anyLines, commissionFacts, sharedPlans(open), (lines, facts, plan) => {
        const isInOrder = plan.attribution === 'deal-order'
        fc.pre(isInOrder || parse(state(lines, facts, plan).sales).n !== 0n)
        for (const { sales, slices } of attribute(lines, facts, plan).lines) {
          const bases = total(slices.map(({ base }) => base))
          const kept = DECIMALS[plan.currency] ?? 0
          const given = isInOrder ? sales : toDecimal(parse(sales), kept, 'half-up')
          expect(toText(bases)).toBe(toText(parse(given)))
        }
      }),
    )
  })

  it('of a single line are the statement itself', () => {
    fc.assert(
      fc.property(amounts(), commissionFacts, sharedPlans(), (amount, facts, plan) => {
        const [share] = attribute([{ id: 'only', amount }], facts, plan).lines
        const statement = state([{ id: 'only', amount }], facts, plan)
        expect(share?.amount).toBe(statement.amount)
        expect(share?.adjustments).toEqual(statement.adjustments)
        expect(share?.slices.map((slice) => slice.amount)).toEqual(
          statement.slices.map((slice) => slice.amount),
        )
      }),
    )
  })

  it('survive JSON without loss', () => {
    fc.assert(
      fc.property(anyLines, commissionFacts, sharedPlans(), (lines, facts, plan) => {
        const attribution = attribute(lines, facts, plan)
        expect(throughJson(attribution)).toStrictEqual(attribution)
      }),
    )
  })
})

describe('shares in deal order', () => {
  const inOrder = fc.constant('deal-order' as const)
  const open = { at: 'total' as const, gate: null }

  it('are what each line adds to the commission of those before it', () => {
    fc.assert(
      fc.property(orderLines, commissionFacts, sharedPlans(open, inOrder), (lines, facts, plan) => {
        const attribution = attribute(lines, facts, plan)
        let before = zero
        for (const [index, { amount }] of attribution.lines.entries()) {
          const after = parse(state(lines.slice(0, index + 1), facts, plan).amount)
          expect(money(subtract(after, before), plan)).toBe(amount)
          before = after
        }
      }),
    )
  })

  it('mirror a refund that follows its sale directly, and leave every other line as it is', () => {
    const place = fc.nat({ max: 6 })
    fc.assert(
      fc.property(
        fc.tuple(orderLines, place, amounts(-10, 40)),
        commissionFacts,
        sharedPlans(open, inOrder),
        ([lines, at, amount], facts, plan) => {
          const sale = { id: 'sale', amount }
          const refund = { id: 'refund', amount: toCanonical(negate(parse(amount))) }
          const [head, tail] = [lines.slice(0, at), lines.slice(at)]
          // The first line of all brings the flat amount of a separate measure, whatever it sold.
          fc.pre(head.length > 0 || plan.scale.measure !== 'separate')
          const shares = attribute([...head, sale, refund, ...tail], facts, plan).lines
          const sold = shares.find(({ id }) => id === 'sale')
          const returned = shares.find(({ id }) => id === 'refund')
          expect(parse(returned?.amount ?? '')).toEqual(negate(parse(sold?.amount ?? '')))
          const others = shares.filter((share) => share !== sold && share !== returned)
          expect(others).toEqual(attribute(lines, facts, plan).lines)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('mirror a refund slice by slice on a marginal scale', () => {
    const scale = { mode: 'marginal' as const, isSeparate: false }
    fc.assert(
      fc.property(
        fc.tuple(orderLines, amounts(-10, 40)),
        commissionFacts,
        sharedPlans({ ...open, scale }, inOrder),
        ([lines, amount], facts, plan) => {
          const sale = { id: 'sale', amount }
          const refund = { id: 'refund', amount: toCanonical(negate(parse(amount))) }
          const [sold, returned] = attribute([...lines, sale, refund], facts, plan).lines.slice(-2)
          const mirrored = sold?.slices.map((slice) => [
            slice.tier,
            negate(parse(slice.base)),
            negate(parse(slice.amount)),
          ])
          const taken = returned?.slices.map(({ tier, base, amount: share }) => [
            tier,
            parse(base),
            parse(share),
          ])
          expect(taken).toEqual(mirrored)
        },
      ),
    )
  })
})

describe('shares in proportion', () => {
  const even = fc.constant('pro-rata' as const)

  it('are the largest remainders of each step of the statement, first come on a tie', () => {
    const fixed = { at: 'total' as const, gate: null }
    fc.assert(
      fc.property(orderLines, commissionFacts, sharedPlans(fixed, even), (lines, facts, plan) => {
        const statement = state(lines, facts, plan)
        fc.pre(parse(statement.sales).n !== 0n)
        const shares = attribute(lines, facts, plan).lines.map(({ amount }) => parse(amount))
        expect(shares).toEqual(splitSteps(lines, stepsOf(statement), plan))
      }),
      { numRuns: 300 },
    )
  })

  it('depend on no order of lines where no two have the same remainder in a step', () => {
    const reordered = orderLines.chain((lines) => fc.tuple(fc.constant(lines), shuffled(lines)))
    fc.assert(
      fc.property(
        reordered,
        commissionFacts,
        sharedPlans({ at: 'total' }, even),
        ([lines, others], facts, plan) => {
          const statement = state(lines, facts, plan)
          fc.pre(parse(statement.sales).n !== 0n)
          fc.pre(!isTied(lines, stepsOf(statement), plan))
          const amountOf = shareById(attribute(lines, facts, plan).lines)
          expect(shareById(attribute(others, facts, plan).lines)).toEqual(amountOf)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('move by no more than a unit for each step where they are tied', () => {
    const equal = fc
      .tuple(fc.integer({ min: 2, max: 6 }), amounts(1, 20))
      .map(([count, amount]) =>
        Array.from({ length: count }, (_, index) => ({ id: `order-${index}`, amount })),
      )
    fc.assert(
      fc.property(equal, commissionFacts, sharedPlans({}, even), (lines, facts, plan) => {
        const unit = fraction(1n, 10n ** BigInt(plan.rounding?.decimals ?? 0))
        const steps = 4n
        const most = multiply(unit, fraction(steps))
        const shares = attribute(lines, facts, plan).lines.map(({ amount }) => parse(amount))
        const [first = zero] = shares
        for (const share of shares) {
          const apart = subtract(first, share)
          expect(subtract(most, absolute(apart)).n >= 0n).toBe(true)
        }
      }),
    )
  })
})

function absolute(value: Fraction): Fraction {
  return value.n < 0n ? negate(value) : value
}

type Statement = ReturnType<typeof state>

/** What the slices earned, and each adjustment after it. */
function stepsOf({ slices, adjustments }: Statement): Fraction[] {
  const of = (kind: string) =>
    total(adjustments.flatMap((step) => (step.kind === kind ? [step.amount] : [])))
  return [total(slices.map(({ amount }) => amount)), of('coefficient'), of('cap')]
}

/** A step in units, shared by the lines' parts of the sales, always from above zero. */
function exactParts(lines: readonly Line[], step: Fraction, plan: CommissionPlanInput) {
  const units = multiply(step, fraction(10n ** BigInt(plan.rounding?.decimals ?? 0)))
  const sign = fraction(units.n < 0n ? -1n : 1n)
  const sales = total(lines.map(({ amount }) => amount))
  const size = multiply(units, sign)
  return {
    size,
    sign,
    parts: lines.map(({ amount }) => multiply(divide(parse(amount), sales), size)),
  }
}

function splitSteps(
  lines: readonly Line[],
  steps: readonly Fraction[],
  plan: CommissionPlanInput,
): Fraction[] {
  const unit = fraction(1n, 10n ** BigInt(plan.rounding?.decimals ?? 0))
  let shares: Fraction[] = lines.map(() => zero)
  for (const step of steps) {
    const { size, sign, parts } = exactParts(lines, step, plan)
    const units = handOut(size.n, parts)
    shares = shares.map((share, index) =>
      add(share, multiply(multiply(fraction(units[index] ?? 0n), sign), unit)),
    )
  }
  return shares
}

function isTied(
  lines: readonly Line[],
  steps: readonly Fraction[],
  plan: CommissionPlanInput,
): boolean {
  return steps.some((step) => {
    const remainders = exactParts(lines, step, plan)
      .parts.map((part) => subtract(part, fraction(floorOf(part))))
      .filter(({ n }) => n !== 0n)
      .map(({ n, d }) => `${n}/${d}`)
    return new Set(remainders).size < remainders.length
  })
}

function shareById(lines: readonly { readonly id: string; readonly amount: string }[]) {
  return Object.fromEntries(lines.map(({ id, amount }) => [id, amount]))
}

describe('an accumulator', () => {
  it('gives the statement of all lines, in any order, batch and tree of merges', () => {
    const batches = orderLines.chain((lines) =>
      fc.tuple(fc.constant(lines), shuffled(lines), fc.infiniteStream(fc.nat({ max: 9 }))),
    )
    fc.assert(
      fc.property(
        batches,
        commissionFacts,
        plans({ at: 'total' }),
        ([lines, others, draws], facts, plan) => {
          const accumulator = commissionAccumulator(defineCommissionPlan(plan))
          const all = accumulate(others, accumulator, () => Number(draws.next().value))
          expect(all.lines).toBe(lines.length)
          expect(accumulator.finish(all, facts)).toEqual(state(lines, facts, plan))
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** Adds lines to batches as they are drawn, merges the batches in any tree, and stores every state on the way. */
function accumulate(
  lines: readonly Line[],
  { create, add: addLine, merge }: CommissionAccumulator,
  draw: () => number,
): CommissionTotals {
  let batches = [create()]
  for (const line of lines) {
    const at = draw() % (batches.length + 1)
    const batch = throughJson(addLine(batches[at] ?? create(), line))
    batches = [...batches.slice(0, at), batch, ...batches.slice(at + 1)]
  }
  while (batches.length > 1) {
    const at = draw() % batches.length
    const [one = create(), other = create(), ...rest] = [
      ...batches.slice(at),
      ...batches.slice(0, at),
    ]
    batches = [throughJson(merge(one, other)), ...rest]
  }
  return batches[0] ?? create()
}

const owned = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
    fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 2 }),
  )
  .map(([weights, byShare, overlays]) => ({
    weights: byShare ? toShares(weights) : weights,
    byShare,
    overlays,
  }))

/** Cuts of a whole of 1,000, so that the shares add up to exactly 1. */
function toShares(weights: readonly number[]): string[] {
  const cuts = [...new Set([0, ...weights, 1_000])].sort((a, b) => a - b)
  return cuts
    .slice(1)
    .map((cut, index) => toCanonical(fraction(BigInt(cut - (cuts[index] ?? 0)), 1_000n)))
}

function ownersOf({
  weights,
  byShare,
  overlays,
}: {
  weights: (string | number)[]
  byShare: boolean
  overlays: number[]
}) {
  return [
    ...weights.map(
      (weight, index): CreditOwner => ({
        payee: `owner-${index}`,
        ...(byShare ? { share: weight } : { parts: weight }),
      }),
    ),
    ...overlays.map(
      (hundredths, index): CreditOwner => ({
        payee: `overlay-${index}`,
        share: toCanonical(fraction(BigInt(hundredths), 100n)),
        overlay: true,
      }),
    ),
  ]
}

describe('credits', () => {
  const creditPlan = (currency: string, mode: CommissionPlanInput['rounding'] & object) =>
    defineCommissionPlan({
      currency,
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] },
      rounding: mode,
      credit: { overlays: 'allow' },
    })
  const sales = fc.tuple(
    fc.constantFrom('CNY', 'JPY', 'KWD'),
    fc.oneof(fc.bigInt(-100_000n, 100_000n), fc.constantFrom(0n, 1n, -1n, 10n ** 25n + 1n)),
  )
  const amountOf = (units: bigint, currency: string) =>
    toDecimal(
      fraction(units, 10n ** BigInt(DECIMALS[currency] ?? 0)),
      DECIMALS[currency] ?? 0,
      'down',
    )

  it('of the owners add up to the sale exactly, by largest remainder', () => {
    fc.assert(
      fc.property(sales, owned, modes, ([currency, units], drawn, mode) => {
        const amount = amountOf(units, currency)
        const owners = ownersOf(drawn)
        const shares = splitCredit(amount, owners, creditPlan(currency, { mode }))
        const base = shares.filter(({ overlay }) => !overlay)
        const decimals = DECIMALS[currency] ?? 0
        expect(toDecimal(total(base.map((share) => share.amount)), decimals, 'down')).toBe(amount)
        expect(base.map((share) => share.amount)).toEqual(
          allocate(amount, drawn.weights.map(String), { decimals }),
        )
        expect(shares.map(({ payee }) => payee)).toEqual(owners.map(({ payee }) => payee))
      }),
    )
  })

  it('of an overlay are its share of the whole, rounded as the plan rounds', () => {
    fc.assert(
      fc.property(sales, owned, modes, ([currency, units], drawn, mode) => {
        const amount = amountOf(units, currency)
        const owners = ownersOf(drawn)
        const shares = splitCredit(amount, owners, creditPlan(currency, { mode }))
        for (const [index, { overlay, share = '0' }] of owners.entries()) {
          if (overlay !== true) continue
          const exact = multiply(parse(amount), parse(String(share)))
          expect(shares[index]?.amount).toBe(toDecimal(exact, DECIMALS[currency] ?? 0, mode))
        }
      }),
    )
  })

  it('mirror a refund, where the rounding does', () => {
    const symmetric = modes.filter((mode) => mode !== 'ceiling' && mode !== 'floor')
    fc.assert(
      fc.property(sales, owned, symmetric, ([currency, units], drawn, mode) => {
        const plan = creditPlan(currency, { mode })
        const split = (amount: string) =>
          splitCredit(amount, ownersOf(drawn), plan).map((share) => parse(share.amount))
        const sold = split(amountOf(units, currency))
        expect(split(amountOf(-units, currency))).toEqual(sold.map(negate))
      }),
    )
  })
})
