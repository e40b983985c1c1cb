/** Where commission plans with any mechanisms come from. */
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { CommissionPlanInput, ScaleInput } from '../../policy/index.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { exactly } from './amounts.js'
import { canBeRaised, type Drawn, drawPlan, MULTIPLIED } from './plan.js'
import { drawScale, GRID, optional } from './scale.js'

/**
 * Commission plans with any of their mechanisms, as far as they go together: tiers of every kind, rates by line, gates, accelerators, multipliers,
 * awards, caps, eligibility, refunds, currencies. `defineCommissionPlan` takes each of them.
 *
 * Use it to test what you build on the library with plans that you do not have yet.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineCommissionPlan } from 'sales-rules'
 * import { arbitraryCommissionPlan } from 'sales-rules/testing'
 *
 * fc.assert(
 *   fc.property(arbitraryCommissionPlan(fc), (plan) => defineCommissionPlan(plan).currency === plan.currency),
 * )
 * ```
 */
export function arbitraryCommissionPlan(fc: FastCheck): Arbitrary<CommissionPlanInput> {
  return drawMechanisms(fc).map(agreeing)
}

function drawMatch(fc: FastCheck) {
  return fc.constantFrom<Drawn<'rates'>[number]['when']>(
    { product: 'licence' },
    { product: ['licence', 'support'], region: 'west' },
    { category: 'software' },
    { category: ['software', 'service'] },
    { category: 'software', region: 'west' },
    { product: 'licence', category: 'software' },
    { region: 'west' },
    { customer: 'acme' },
    { region: 'west', customer: 'acme' },
  )
}

function drawMultipliers(fc: FastCheck) {
  return fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
      fc.array(fc.constantFrom('0', '0.5', '1', '1', '1.25', '2'), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('upper-tier' as const, 'lower-tier' as const),
    )
    .map(([ends, drawn, boundary]) => ({
      boundary,
      steps: [
        ...ends.sort((a, b) => a - b).map((end) => write.decimal({ n: BigInt(end), d: 20n })),
        null,
      ].map((upTo, at) => ({
        id: `step-${at}`,
        upTo,
        multiplier: drawn[at] ?? '1',
      })),
    }))
}

/** Further ones: by a word, or by a figure. */
function drawFurtherMultipliers(fc: FastCheck) {
  return fc
    .tuple(
      fc.constantFrom({ S: '1.2', A: '1', C: '0.8' }, { S: '2', A: '0.3333', C: '0' }),
      fc.option(drawMultipliers(fc)),
    )
    .map(([values, steps]) => [
      { fact: 'grade', values },
      ...(steps === null ? [] : [{ fact: 'attendance', ...steps }]),
    ])
}

function drawGateConditions(fc: FastCheck) {
  return fc.constantFrom(
    undefined,
    undefined,
    { all: [atLeast('quality', '60'), atLeast('prompt', '0.9')] },
    { any: [atLeast('quality', '60'), atLeast('prompt', '0.9')] },
  )
}

function atLeast(id: string, required: string) {
  return { id, comparison: 'at-least' as const, required, unit: 'points' as const }
}

function drawOrderOfAward(fc: FastCheck) {
  return fc.record({
    comparison: fc.constantFrom('above' as const, 'at-least' as const),
    amount: fc.constantFrom('20000', '50000'),
  })
}

function drawAwards(fc: FastCheck) {
  return fc
    .array(
      fc.record(
        {
          for: fc.constantFrom('first-order' as const, 'new-market' as const),
          amount: fc.constantFrom('100', '777'),
          order: drawOrderOfAward(fc),
          whileGateShut: fc.constantFrom('paid' as const, 'forgone' as const),
        },
        { requiredKeys: ['for', 'amount'] },
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((list) => list.map((award, at) => ({ id: `award-${at}`, ...award })))
}

function drawEligibility(fc: FastCheck) {
  return fc.record(
    {
      statuses: fc.constant(['signed']),
      marginFloor: fc.constantFrom('0.45', '0.2'),
      newCustomer: fc.constant({ firstOrderAtLeast: '30000' }),
      exclude: fc.constant([
        { id: 'inside', when: { customer: 'bolt', region: 'east' }, reason: 'sold to ourselves' },
      ]),
    },
    { requiredKeys: [] },
  )
}

function drawCaps(fc: FastCheck) {
  return fc.record(
    {
      base: fc.constantFrom('60000', '100000.5'),
      rate: fc.constantFrom('0.03', '0.06'),
      line: fc.constantFrom('500', '1500'),
      amount: fc.constantFrom('900', '4000'),
      year: fc.constantFrom('3000', '9000'),
    },
    { requiredKeys: [] },
  )
}

/** Present in one draw of three. */
export function often<Value>(
  fc: FastCheck,
  values: Arbitrary<Value>,
): Arbitrary<Value | undefined> {
  return fc
    .tuple(fc.nat({ max: 2 }), values)
    .map(([draw, value]) => (draw === 0 ? value : undefined))
}

export function drawMechanisms(fc: FastCheck): Arbitrary<CommissionPlanInput> {
  return fc
    .record({
      plan: drawPlan(fc),
      gated: fc.nat({ max: 2 }).map((draw) => draw === 0),
      startsIn: fc.constantFrom(undefined, 'first-tier' as const, 'own-tier' as const),
      below: optional(fc, fc.constantFrom('0.01', '0.045')),
      base: fc.constantFrom('amount' as const, 'amount' as const, 'margin' as const),
      measuredBy: often(fc, fc.constantFrom('margin' as const, 'discount' as const)),
      payout: fc.constantFrom('money' as const, 'money' as const, 'of-target-incentive' as const),
      rates: often(
        fc,
        fc.array(
          fc.record({
            when: drawMatch(fc),
            scale: drawScale(fc, { isSeparate: false, thresholds: 'money' }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      ),
      mode: fc.constantFrom('marginal' as const, 'whole-amount' as const),
      accelerator: often(fc, drawMultipliers(fc)),
      kpiMultiplier: often(fc, drawMultipliers(fc)),
      onlyIf: optional(fc, fc.constant(atLeast('quality', '60'))),
      multipliers: often(fc, drawFurtherMultipliers(fc)),
      conditions: drawGateConditions(fc),
      awards: often(fc, drawAwards(fc)),
      cap: often(fc, drawCaps(fc)),
      eligibility: often(fc, drawEligibility(fc)),
      refunds: fc.constantFrom('net' as const, 'mirror' as const),
      exchange: often(
        fc,
        fc.record({ on: fc.constantFrom('order-date' as const, 'payment-date' as const) }),
      ),
      attribution: fc.constantFrom('deal-order' as const, 'pro-rata' as const),
    })
    .map(
      ({
        plan,
        gated,
        startsIn,
        below,
        rates,
        mode,
        accelerator,
        kpiMultiplier,
        onlyIf,
        conditions,
        cap,
        ...drawn
      }) => {
        const { cap: _, gate, ...others } = plan
        const present = Object.fromEntries(
          Object.entries(drawn).filter(([, value]) => value !== undefined),
        )
        return {
          ...others,
          ...present,
          ...(gated &&
            gate && {
              gate: {
                ...gate,
                ...(startsIn && { startsIn }),
                ...(below && { below }),
                ...(conditions && { conditions }),
              },
            }),
          ...(rates && {
            rates: rates.map((rule, at) => ({ id: `rule-${at}`, ...rule })),
          }),
          ...(accelerator && {
            accelerator: { mode, ...accelerator, ...(onlyIf && { conditions: onlyIf }) },
          }),
          ...(kpiMultiplier && { kpiMultiplier: { fact: 'prompt', ...kpiMultiplier } }),
          ...(cap && Object.keys(cap).length > 0 && { cap }),
        }
      },
    )
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The plan without the parts that exclude each other. */
export function agreeing(drawn: CommissionPlanInput): CommissionPlanInput {
  const plan: Mutable<CommissionPlanInput> = { ...drawn }
  const { scale } = plan
  if (scale.thresholds === 'units') countUnits(plan)
  if (scale.measure !== 'separate') delete plan.measuredBy
  if (plan.measuredBy !== undefined) plan.scale = byRatios(scale)
  if (scale.mode === 'whole-amount') plan.payout = 'money'
  if (plan.accelerator?.mode === 'marginal') accelerate(plan)
  if (plan.rates !== undefined || plan.measuredBy !== undefined) lookAtLines(plan)
  if (plan.gate?.startsIn === 'own-tier') stayInOwnTiers(plan)
  if (plan.gate?.below !== undefined) payBelow(plan)
  const scales = [plan.scale, ...(plan.rates ?? []).map((rule) => rule.scale)]
  if (!scales.every(canBeRaised)) plan.coefficient = MULTIPLIED
  return plan
}

/** Tiers that are chosen by a measure, or have bounds, have no place among all sales; nor has what counts where all of it does. */
function stayInOwnTiers(plan: Mutable<CommissionPlanInput>): void {
  const { gate, scale } = plan
  const isBounded = scale.tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  if (
    gate?.counts === 'all' ||
    scale.measure === 'separate' ||
    (scale.mode === 'marginal' && isBounded)
  )
    plan.gate = { ...gate, startsIn: 'first-tier' }
}

/** A flat rate below the gate is not cut, and stands before tiers that pay unit by unit. */
function payBelow(plan: Mutable<CommissionPlanInput>): void {
  const { gate, scale, accelerator, cap } = plan
  const { below: _, ...others } = gate ?? {}
  const isAbove = gate?.counts !== undefined && gate.counts !== 'all'
  const isFit = scale.mode === 'marginal' && scale.measure !== 'separate'
  if (accelerator?.mode === 'marginal' || cap?.base !== undefined || (isAbove && !isFit))
    plan.gate = others
}

/** Units have neither a margin nor a currency. */
function countUnits(plan: Mutable<CommissionPlanInput>): void {
  plan.base = 'amount'
  delete plan.rates
  delete plan.exchange
  if (plan.eligibility === undefined) return
  const { marginFloor: _, ...eligibility } = plan.eligibility
  plan.eligibility = eligibility
}

/** Nothing says which lines are above a target or a cap. */
function lookAtLines(plan: Mutable<CommissionPlanInput>): void {
  if (plan.gate !== undefined) plan.gate = { ...plan.gate, counts: 'all' }
  if (plan.cap === undefined) return
  const { base: _, ...cap } = plan.cap
  if (Object.keys(cap).length > 0) plan.cap = cap
  else delete plan.cap
}

/** A marginal accelerator has a marginal scale, where it can have one. */
function accelerate(plan: Mutable<CommissionPlanInput>): void {
  const { scale, accelerator } = plan
  if (accelerator === undefined) return
  if (scale.thresholds === 'units' || scale.measure === 'separate')
    plan.accelerator = { ...accelerator, mode: 'whole-amount' }
  else {
    const tiers = scale.tiers.map(({ minimum: _, maximum: __, ...tier }) => tier)
    plan.scale = { ...scale, mode: 'marginal', tiers }
    delete plan.rates
  }
}

/** The same tiers without what they pay flat, their ends as ratios of a line. */
function byRatios(scale: ScaleInput): ScaleInput {
  const tiers = scale.tiers.map(({ amount: _, minimum: __, maximum: ___, ...tier }) => ({
    ...tier,
    upTo:
      tier.upTo === null
        ? null
        : write.decimal(
            fraction.multiply(exactly(String(tier.upTo)), { n: 1n, d: BigInt(GRID * 100) }),
          ),
  }))
  return { ...scale, tiers }
}
