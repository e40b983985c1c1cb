/** What holds for any commission plan, and what does for a good one. */
import {
  attributeCommission,
  type CommissionInput,
  type CommissionStatement,
  calculateCommission,
  clawBack,
  commissionAccumulator,
  type DefinedCommissionPlan,
  type NeedKind,
  type SalesForCommission,
  salesForCommission,
} from '../../commission/index.js'
import { exactPlan, fieldThatNeeds } from '../../commission/internal.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import {
  amountAt,
  drawAmount,
  drawPlace,
  drawTwoPlaces,
  exactly,
  stepsOf,
  twoAmountsAt,
} from '../draw/amounts.js'
import {
  arbitraryCommissionInput,
  decimalsOf,
  drawCommissionFacts,
  drawLinesInput,
  drawSales,
  drawTwoInputs,
  needsLines,
  rangeOf,
} from '../draw/commissionInput.js'
import { drawSalesLines } from '../draw/commissionLines.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { FastCheck } from '../types.js'
import { settlementLaws } from './settlement.js'

type Fraction = fraction.Fraction

/** The laws of a commission plan. */
export function commissionLaws(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw[] {
  return [
    statementAddsUp(fc, plan),
    sharesAddUp(fc, plan),
    orderOfLines(fc, plan),
    splittingLines(fc, plan),
    mergedTotals(fc, plan),
    inverse(fc, plan),
    ...(plan.gate?.attainment === undefined ? [] : [openedGate(fc, plan)]),
    ...(plan.cap?.amount === undefined ? [] : [capHeld(fc, plan)]),
    ...(plan.clawback === undefined ? [] : [clawedBack(fc, plan)]),
    ...settlementLaws(fc, plan),
    moreSales(fc, plan),
    noJumps(fc, plan),
    neverNegative(fc, plan),
    nothingForNothing(fc, plan),
    ...(fieldThatNeeds(exactPlan(plan), 'target') === null ? [] : [higherTarget(fc, plan)]),
  ]
}

function statementAddsUp(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'the slices and the adjustments of a statement add up to its amount',
    of: 'library',
    cases: arbitraryCommissionInput(fc, plan),
    broken: (input) => {
      const { amount, slices, adjustments } = calculateCommission(input, plan)
      return differing('parts and amount', added([...slices, ...adjustments]), added([{ amount }]))
    },
  })
}

function sharesAddUp(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'the shares of the lines add up to the commission',
    of: 'library',
    cases: drawLinesInput(fc, plan),
    broken: (input) => {
      const { amount, lines } = attributeCommission(input, plan)
      // What refunds that mirror take back is theirs; what is paid while no line earns is nobody's.
      const isOfLines = lines.some(({ adjustments }) => adjustments.every(isNoRefund))
      return isOfLines ? differing('shares and amount', added(lines), added([{ amount }])) : null
    },
  })
}

function isNoRefund({ kind }: CommissionStatement['adjustments'][number]): boolean {
  return kind !== 'refund'
}

function orderOfLines(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'the order of the lines changes nothing',
    of: 'library',
    because: lookingAt(plan, 'order'),
    cases: drawLinesInput(fc, plan).chain((input) =>
      fc
        .shuffledSubarray([...input.lines], { minLength: input.lines.length })
        .map((lines) => ({ input, reordered: { ...input, lines } })),
    ),
    broken: ({ input, reordered }) =>
      differing(
        'in two orders',
        figuresOf(calculateCommission(input, plan)),
        figuresOf(calculateCommission(reordered, plan)),
      ),
  })
}

function splittingLines(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'splitting an order line in two of the same order changes nothing',
    of: 'library',
    because: lookingAt(plan, 'line', 'amount', 'order', 'refund', 'currency'),
    cases: fc.record({
      input: drawLinesInput(fc, plan, drawSalesLines(fc, plan, 1)),
      part: fc.constantFrom(2n, 3n),
    }),
    broken: ({ input, part }) => {
      const lines = input.lines.flatMap((line, index) => {
        if (index > 0) return [line]
        const first = fraction.toUnits(exactly(line.amount), 2, 'down') / part
        const rest = fraction.subtract(exactly(line.amount), stepsOf(first, 2))
        const order = line.order ?? line.id
        return [
          { ...line, order, amount: write.fixed(first, 2) },
          { ...line, order, id: 'the rest', amount: write.decimal(rest) },
        ]
      })
      return differing(
        'whole and split',
        figuresOf(calculateCommission(input, plan)),
        figuresOf(calculateCommission({ ...input, lines }, plan)),
      )
    },
  })
}

function mergedTotals(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'totals of lines that come in two batches are those of one',
    of: 'library',
    because: lookingAt(plan, 'order', 'refund'),
    cases: fc.record({ input: drawLinesInput(fc, plan), first: fc.nat({ max: 6 }) }),
    broken: ({ input, first }) => {
      const { lines, exchangeRates = [], ...facts } = input
      const totals = commissionAccumulator(plan, { exchangeRates })
      const own = lines.map(({ refundOf: _, ...line }) => line)
      const batches = [own.slice(0, first), own.slice(first)].map((batch) =>
        batch.reduce(totals.add, totals.create()),
      )
      const merged = batches.reduce(totals.merge, totals.create())
      return differing(
        'merged and at once',
        figuresOf(totals.finish(merged, facts)),
        figuresOf(calculateCommission({ ...input, lines: own }, plan)),
      )
    },
  })
}

function inverse(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'the sales that are found for a commission earn it, and one step less does not',
    of: 'library',
    because:
      plan.attainmentRounding === undefined
        ? lookingAt(plan, 'line', 'amount')
        : 'attainmentRounding: what is rounded has no payout curve',
    cases: drawFigures(fc, plan),
    broken: ({ facts, sales }) => {
      const wanted = calculateCommission({ ...facts, sales }, plan).amount
      if (exactly(wanted).n <= 0n) return null
      const found = attempt(() => salesForCommission(wanted, plan, facts))
      if (found.ok)
        return notSmallest(
          wanted,
          found.value,
          (figure) => calculateCommission({ ...facts, sales: figure }, plan).amount,
          decimalsOf(plan),
        )
      // Rounded up it may be a little more than any sales earn.
      return roundsUp(plan) ? null : `${sales} earn ${wanted}, and no sales are found`
    },
  })
}

/** Whether the sales that were found earn too little, or some of them would be enough. */
function notSmallest(
  wanted: string,
  { sales, statement }: SalesForCommission,
  earnedBy: (sales: string) => string,
  decimals: number,
): string | null {
  if (isLess(statement.amount, wanted))
    return `${sales} are found for ${wanted}, and earn ${statement.amount}`
  const before = fraction.subtract(exactly(sales), stepsOf(1n, decimals))
  if (before.n < 0n) return null
  const earned = earnedBy(write.decimal(before))
  return isLess(wanted, earned)
    ? `${sales} are found for ${wanted}, and one step less earns ${earned}`
    : null
}

/** What is known of a payee, and a figure for the sales. */
function drawFigures(fc: FastCheck, plan: DefinedCommissionPlan) {
  return fc
    .record({ facts: drawCommissionFacts(fc, plan), place: drawPlace(fc) })
    .map(({ facts, place }) => ({ facts, sales: amountAt(place, rangeOf(plan, facts)) }))
}

function roundsUp({ rounding: { mode } }: DefinedCommissionPlan): boolean {
  return mode !== 'down' && mode !== 'floor'
}

function openedGate(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'the sales that a shut gate says are missing open it',
    of: 'library',
    because:
      lookingAt(plan, 'line', 'amount') ??
      (plan.gate?.conditions === undefined ? null : 'gate.conditions: sales alone do not open it'),
    cases: drawFigures(fc, plan),
    broken: ({ facts, sales }) => {
      const outcomeOf = (figure: string) =>
        calculateCommission({ ...facts, sales: figure }, plan).gate
      const { outcome, remaining = null } = outcomeOf(sales) ?? {}
      if (outcome !== 'unmet' || remaining === null) return null
      const enough = write.decimal(fraction.add(exactly(sales), exactly(remaining)))
      return differing(`the gate at ${enough}`, outcomeOf(enough)?.outcome, 'met')
    },
  })
}

function capHeld(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  const most = plan.cap?.amount ?? '0'
  return law(fc, {
    name: 'nothing is paid above the cap',
    of: 'library',
    cases: arbitraryCommissionInput(fc, plan),
    broken: (input) => {
      const { amount } = calculateCommission(input, plan)
      return isLess(most, amount) ? `${amount} is paid, and the cap is ${most}` : null
    },
  })
}

function clawedBack(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  const soldOn = '2026-01-31'
  return law(fc, {
    name: 'a sale that is cancelled, in one part or in two, gives back the same, and no more than was paid for it',
    of: 'library',
    cases: fc.record({
      commission: drawAmount(fc, { edges: [exactly('0.01'), exactly('500')], decimals: 2 }),
      days: fc.nat({ max: 800 }),
      share: fc.constantFrom('0.5', '0.3333', '0'),
    }),
    broken: ({ commission, days, share }) => {
      const cancelledOn = time.addDays(soldOn, days)
      const rest = write.decimal(fraction.subtract(fraction.ONE, exactly(share)))
      const row = { id: 'sale', commission, soldOn, cancelledOn }
      const whole = clawBack([row], plan).total
      const parts = clawBack(
        [share, rest].filter((part) => part !== '0').map((part) => ({ ...row, share: part })),
        plan,
      ).total
      if (isLess(whole, `-${commission}`)) return `${commission} was paid, and ${whole} comes back`
      return differing('at once and in parts', whole, parts)
    },
  })
}

function moreSales(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'more sales never pay less',
    of: 'policy',
    cases: drawTwoInputs(fc, plan),
    broken: ({ less, more }) => {
      const [low, high] = [calculateCommission(less, plan), calculateCommission(more, plan)]
      return isLess(high.amount, low.amount) ? `${paid(low)}, and ${paid(high)}` : null
    },
  })
}

function noJumps(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  const unit = roundingUnit(plan)
  return law(fc, {
    name: 'no sale earns more than it brings in',
    of: 'policy',
    because: jumpsBecause(plan),
    cases: drawTwoInputs(fc, plan),
    broken: ({ less, more }) => {
      const [low, high] = [calculateCommission(less, plan), calculateCommission(more, plan)]
      const earned = fraction.subtract(exactly(high.amount), exactly(low.amount))
      const brought = fraction.subtract(exactly(high.sales), exactly(low.sales))
      const most = fraction.add(brought, unit)
      return fraction.compare(earned, most) > 0 ? `${paid(low)}, and ${paid(high)}` : null
    },
  })
}

/** What of a plan pays at once for sales that were made before, or not in proportion to them. */
function jumpsBecause(plan: DefinedCommissionPlan): string | null {
  const { scale, gate, accelerator, attainmentRounding, payout } = plan
  const paysFlat = scale.tiers.some(({ amount, minimum }) => (amount ?? minimum) !== undefined)
  if (scale.thresholds === 'units') return 'scale.thresholds: units are not money'
  if (payout !== 'money') return 'payout: it pays shares of the target incentive'
  if (scale.mode !== 'marginal') return `scale.mode: ${scale.mode} pays anew for sales made before`
  if (paysFlat) return 'scale.tiers: a tier pays an amount at once'
  if (isGateJump(gate)) return 'gate.counts: once the gate opens, sales made before are paid too'
  if (accelerator?.mode === 'whole-amount')
    return 'accelerator.mode: whole-amount multiplies what was earned before'
  if (attainmentRounding !== undefined) return 'attainmentRounding: attainment goes in steps'
  return lookingAt(plan, 'line', 'amount')
}

function isGateJump(gate: DefinedCommissionPlan['gate']): boolean {
  if (gate?.attainment === undefined || gate.counts === 'above-gate') return false
  const isAboveTarget = gate.counts === 'above-target'
  return !isAboveTarget || fraction.compare(exactly(gate.attainment), fraction.ONE) > 0
}

function neverNegative(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'sales without refunds are never paid less than nothing',
    of: 'policy',
    cases: drawTwoInputs(fc, plan).map(({ less }) => less),
    broken: (input) => {
      const statement = calculateCommission(input, plan)
      return isLess(statement.amount, '0') ? paid(statement) : null
    },
  })
}

function nothingForNothing(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  const { amount, minimum } = plan.scale.tiers[0] ?? {}
  const isFlat = (amount ?? minimum) !== undefined
  return law(fc, {
    name: 'nobody is paid for no sales',
    of: 'library',
    because: isFlat ? 'scale.tiers: the first tier pays an amount however little is sold' : null,
    cases: drawCommissionFacts(fc, plan).map(
      (facts): CommissionInput =>
        needsLines(plan) ? { ...facts, lines: [] } : { ...facts, sales: '0' },
    ),
    broken: (input) => {
      const statement = calculateCommission(input, plan)
      return fraction.isZero(exactly(statement.amount)) ? null : paid(statement)
    },
  })
}

function higherTarget(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw {
  return law(fc, {
    name: 'a higher target never pays more for the same sales',
    of: 'policy',
    cases: fc
      .record({
        facts: drawCommissionFacts(fc, plan),
        sold: drawSales(fc, plan),
        places: drawTwoPlaces(fc),
      })
      .map(({ facts, sold, places }) => {
        const range = rangeOf(plan, facts)
        const edges = [exactly(String(facts.target))]
        const targets = twoAmountsAt(places, { ...range, edges, least: fraction.ONE })
        return { facts, sold: sold(range), targets }
      }),
    broken: ({ facts, sold, targets }) => {
      const statementFor = (target: string) =>
        calculateCommission({ ...facts, ...sold, target } as CommissionInput, plan)
      const [low, high] = [statementFor(targets.less), statementFor(targets.more)]
      return isLess(low.amount, high.amount)
        ? `on a target of ${targets.less} ${paid(low)}, and on ${targets.more} ${paid(high)}`
        : null
    },
  })
}

/** The field of a plan that needs one of these, and what that is; null where none does. */
function lookingAt(plan: DefinedCommissionPlan, ...kinds: readonly NeedKind[]): string | null {
  const field = fieldThatNeeds(exactPlan(plan), ...kinds)
  return field === null ? null : `${field}: it looks at each line, or at lines in their order`
}

/** What no order and no batch of lines may change. */
function figuresOf({ amount, sales, base, unrounded }: CommissionStatement) {
  return { amount, sales, base, unrounded }
}

function added(parts: readonly { readonly amount: string }[]): string {
  return write.decimal(fraction.sum(parts.map(({ amount }) => exactly(amount))))
}

function isLess(one: string, other: string): boolean {
  return fraction.compare(exactly(one), exactly(other)) < 0
}

function paid({ sales, amount }: CommissionStatement): string {
  return `sales of ${sales} pay ${amount}`
}

/** How finely a plan pays. */
function roundingUnit({ rounding: { increment, decimals } }: DefinedCommissionPlan): Fraction {
  return increment === undefined ? stepsOf(1n, decimals) : exactly(increment)
}
