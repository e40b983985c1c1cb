import type {
  CommissionFacts,
  CommissionInput,
  CommissionLinesInput,
  CommissionSalesInput,
  DefinedCommissionPlan,
} from '../../commission/index.js'
import { commissionCurve, planNeeds } from '../../commission/index.js'
import { exactPlan } from '../../commission/internal.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { typicalPayee } from '../../policy/internal.js'
import type { Arbitrary, FastCheck } from '../types.js'
import {
  amountAt,
  drawAmount,
  drawPlace,
  drawTwoPlaces,
  exactly,
  type Range,
  twoAmountsAt,
} from './amounts.js'
import { drawLines, drawSalesLines, exchangeRatesFor, type LinesIn } from './commissionLines.js'
import { conditionsOfPlan, multipliersOf } from './commissionParts.js'
import { drawEachFact } from './facts.js'

type Fraction = fraction.Fraction

/**
 * Inputs for `calculateCommission` that a plan takes, on the edges of this very plan: on each threshold, gate, step and cap for the target that
 * is drawn, a cent either side of it, nothing, and refunds.
 *
 * Sales are one figure where that will do, and else order lines with the fields that the plan looks at, as `planNeeds` says.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { calculateCommission, handbook } from 'sales-rules'
 * import { arbitraryCommissionInput } from 'sales-rules/testing'
 *
 * const inputs = arbitraryCommissionInput(fc, handbook.commission)
 * fc.assert(
 *   fc.property(inputs, (input) => !calculateCommission(input, handbook.commission).amount.includes('-')),
 * )
 * ```
 */
export function arbitraryCommissionInput(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
): Arbitrary<CommissionInput> {
  return fc
    .record({ facts: drawCommissionFacts(fc, plan), sold: drawSold(fc, plan) })
    .map(({ facts, sold }) => ({ ...facts, ...sold(rangeOf(plan, facts)) }))
}

/** Whether a plan asks for order lines. */
export function needsLines(plan: DefinedCommissionPlan): boolean {
  return planNeeds(plan).some(({ of }) => of.includes('line') || of.includes('amount'))
}

/** Sales, once it is known from where to where they go. */
export type SoldIn = (range: Range) => CommissionSalesInput | CommissionLinesInput

/** Sales as one figure where that will do, or as order lines, refunds among them. */
function drawSold(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<SoldIn> {
  const lines = drawSoldLines(fc, plan)
  return needsLines(plan) ? lines : fc.oneof(drawFigure(fc), lines)
}

/** Sales as order lines, refunds among them. */
export function drawSoldLines(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<SoldIn> {
  return drawLines(fc, plan).map((draw) => linesIn(draw, plan))
}

/** Sales as one figure where that will do, or as order lines without refunds. */
export function drawSales(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<SoldIn> {
  return needsLines(plan) ? drawUnrefundedLines(fc, plan) : drawFigure(fc)
}

/** Sales as order lines without refunds. */
export function drawUnrefundedLines(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<SoldIn> {
  return drawSalesLines(fc, plan, 1).map((draw) => linesIn(draw, plan))
}

/** Sales as one figure. */
export function drawFigure(fc: FastCheck): Arbitrary<SoldIn> {
  return drawPlace(fc).map((place) => (range) => ({ sales: amountAt(place, range) }))
}

function linesIn(
  draw: LinesIn,
  plan: DefinedCommissionPlan,
): (range: Range) => CommissionLinesInput {
  const exchangeRates = exchangeRatesFor(plan)
  return (range) => ({ lines: draw(range), ...(exchangeRates.length > 0 ? { exchangeRates } : {}) })
}

/** Inputs with order lines, refunds among them, or sales alone. */
export function drawLinesInput(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
  lines: Arbitrary<LinesIn> = drawLines(fc, plan),
): Arbitrary<CommissionLinesInput> {
  return fc.record({ facts: drawCommissionFacts(fc, plan), lines }).map((drawn) => ({
    ...drawn.facts,
    ...linesIn(drawn.lines, plan)(rangeOf(plan, drawn.facts)),
  }))
}

/** Two inputs that are alike in all but their sales. */
export interface TwoInputs {
  readonly less: CommissionInput
  readonly more: CommissionInput
}

/** An input, and the same with more sales: of all, or of the first of its lines. */
export function drawTwoInputs(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<TwoInputs> {
  return fc
    .record({
      facts: drawCommissionFacts(fc, plan),
      places: drawTwoPlaces(fc),
      sold: drawSales(fc, plan),
    })
    .map(({ facts, places, sold }) => {
      const range = rangeOf(plan, facts)
      const { less, more } = twoAmountsAt(places, range)
      const input = { ...facts, ...sold(range) }
      return { less: withSales(input, less), more: withSales(input, more) }
    })
}

function withSales(input: CommissionInput, amount: string): CommissionInput {
  if (input.lines === undefined) return { ...input, sales: amount }
  const lines = input.lines.map((line, index) => (index === 0 ? { ...line, amount } : line))
  return { ...input, lines }
}

/** What a plan needs to know of a payee beside the sales. */
export function drawCommissionFacts(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
): Arbitrary<CommissionFacts> {
  const typical = typicalPayee(plan)
  const facts = drawPlanFacts(fc, plan)
  const known = fc.record({
    ...(typical.target === undefined
      ? {}
      : { target: fc.constantFrom(...targetsFrom(String(typical.target))) }),
    ...(typical.targetIncentive === undefined
      ? {}
      : { targetIncentive: fc.constantFrom('10000', '25000.01') }),
    ...(typical.measure === undefined ? {} : { measure: drawMeasure(fc, plan) }),
    ...(typical.period === undefined ? {} : { period: fc.constant(typical.period) }),
    ...(typical.yearToDate === undefined ? {} : { yearToDate: fc.constant(typical.yearToDate) }),
    ...(Object.keys(facts).length === 0 ? {} : { facts: fc.record(facts) }),
  }) as Arbitrary<CommissionFacts>
  if (!takesUplift(plan)) return known
  // Absent unless it matters, so that the smallest case has none.
  const uplift = fc.option(fc.constantFrom('0.005', '0.01'), { freq: 2 })
  return fc
    .record({ known, uplift })
    .map((drawn) =>
      drawn.uplift === null ? drawn.known : { ...drawn.known, coefficientUplift: drawn.uplift },
    )
}

/** The one that fits the tiers, twice as much, and an odd one. */
function targetsFrom(target: string): string[] {
  const twice = write.decimal(fraction.multiply(exactly(target), fraction.whole(2)))
  return [target, twice, write.decimal(fraction.add(exactly(twice), fraction.ONE))]
}

function takesUplift(plan: DefinedCommissionPlan): boolean {
  const { coefficient, isInUnits, paysByTarget, paysFlat } = exactPlan(plan)
  return coefficient.applies === 'multiply' || !(isInUnits || paysByTarget || paysFlat)
}

function drawMeasure(fc: FastCheck, { scale }: DefinedCommissionPlan): Arbitrary<string> {
  const edges = scale.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [exactly(upTo)]))
  return drawAmount(fc, { edges, decimals: 2 })
}

/** What conditions and multipliers look at, fact by fact. */
function drawPlanFacts(fc: FastCheck, plan: DefinedCommissionPlan) {
  const ofMultipliers = multipliersOf(plan).map((one): [string, Arbitrary<unknown>] => [
    one.fact,
    'values' in one
      ? fc.constantFrom(...Object.keys(one.values))
      : drawAmount(fc, { edges: endsOf(one.steps), decimals: 4, ...belowTen(one.steps) }),
  ])
  const ofConditions = drawEachFact(fc, conditionsOfPlan(plan))
  return Object.fromEntries([...ofConditions, ...ofMultipliers])
}

/** A fact whose steps end by 1 is a ratio, which is below 10. */
function belowTen(steps: readonly { readonly upTo: string | null }[]) {
  const isRatio = endsOf(steps).every((end) => fraction.compare(end, fraction.ONE) <= 0)
  return isRatio ? { most: fraction.whole(2) } : {}
}

function endsOf(steps: readonly { readonly upTo: string | null }[]): Fraction[] {
  return steps.flatMap(({ upTo }) => (upTo === null ? [] : [exactly(upTo)]))
}

/** From which sales to which a plan is tried, for somebody with this target. */
export function rangeOf(plan: DefinedCommissionPlan, facts: CommissionFacts) {
  return { edges: edgesOf(plan, facts), decimals: decimalsOf(plan) }
}

/** The decimals of sales: those of the currency, or none of units. */
export function decimalsOf(plan: DefinedCommissionPlan): number {
  const { isInUnits, decimals } = exactPlan(plan)
  return isInUnits ? 0 : decimals
}

/** Sales at which something of a plan begins or ends: where its payout curve bends or jumps, and what its parts name. */
function edgesOf(plan: DefinedCommissionPlan, facts: CommissionFacts): Fraction[] {
  const { scale, rates = [], gate, accelerator, cap = {}, awards = [], factors = [] } = plan
  const curve = attempt(() => commissionCurve(plan, facts))
  const bends = curve.ok ? curve.value.points.map(({ sales }) => exactly(sales)) : []
  const target = typeof facts.target === 'object' ? fraction.ONE : exactly(facts.target ?? '1')
  const ofTarget = [
    gate?.attainment,
    ...(accelerator?.steps ?? []).map(({ upTo }) => upTo),
    ...(scale.thresholds === 'attainment' ? scale.tiers.map(({ upTo }) => upTo) : []),
  ]
  const named = [
    ...[scale, ...rates.map((rule) => rule.scale)].flatMap(({ tiers }) =>
      tiers.map(({ upTo }) => upTo),
    ),
    ...awards.flatMap(({ order, after }) => [order?.amount, after]),
    ...factors.map(({ above }) => above),
    cap.base,
    plan.eligibility?.newCustomer?.firstOrderAtLeast,
  ]
  return [
    ...given(named),
    target,
    ...given(ofTarget).map((ratio) => fraction.multiply(ratio, target)),
    ...bends,
  ]
}

function given(texts: readonly (string | null | undefined)[]): Fraction[] {
  return texts.flatMap((text) => (text === null || text === undefined ? [] : [exactly(text)]))
}
