import * as check from '../../kernel/check/check.js'
import type { Condition, PolicyReference } from '../../kernel/index.js'
import * as currencies from '../../kernel/number/currency.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { isUneven, type Need, needsOf } from './needs.js'
import { paysOnAttainment, reachedScale, reachOf } from './roundedAttainment.js'
import type { PaymentTerms } from './terms.js'
import type {
  Accelerator,
  AttainmentRounding,
  Award,
  CommissionPlan,
  Eligibility,
  LineFactor,
  LineMatch,
  LineScale,
  Multiplier,
  MultiplierStep,
  StatementMeasure,
  TargetGate,
  TierMeasure,
} from './types.js'
import { isStatementMeasure } from './types.js'

/** A commission plan with its numbers read, made once when the plan is defined; the rules read this form alone. */
export interface ExactPlan
  extends Pick<
    CommissionPlan,
    | 'attribution'
    | 'base'
    | 'clawback'
    | 'coefficient'
    | 'currency'
    | 'exchange'
    | 'payout'
    | 'refunds'
    | 'rounding'
  > {
  /** As it was defined. */
  readonly json: CommissionPlan
  readonly reference: PolicyReference
  /** The decimals of the currency. */
  readonly decimals: number
  /** How many units of the plan's rounding make 1. */
  readonly unit: bigint
  /** How many of those units amounts are whole multiples of. */
  readonly increment: bigint
  /** Whether its amounts count units and not money. */
  readonly isInUnits: boolean
  /** Whether a scale of it pays flat amounts and no rate, as payout curves do. */
  readonly paysFlat: boolean
  /** Whether tiers pay multiples of target incentive ÷ target. */
  readonly paysByTarget: boolean
  /** The plan's own scale, then those of its rate rules. */
  readonly groups: readonly ExactGroup[]
  /** Where the attainment itself is paid on: how it is rounded first. Everywhere else, what it reaches says so. */
  readonly paidAttainment: AttainmentRounding | null
  /** On which axis the tiers of each scale lie, where the places of lines matter; null is none. */
  readonly axes: readonly (number | null)[] | null
  readonly factors: readonly ExactFactor[]
  /** Whether a scale goes by the units of all sales, so that each line has to say its own. */
  readonly countsUnits: boolean
  readonly gate: ExactGate | null
  readonly accelerator: ExactAccelerator | null
  /** The KPI multiplier first. */
  readonly multipliers: readonly ExactMultiplier[]
  readonly awards: readonly ExactAward[]
  /** The clause of the awards, where they have the same. */
  readonly awardClause: string | null
  readonly cap: ExactCap
  /** The least that a line earns. */
  readonly leastOfLine: Fraction | null
  readonly eligibility: ExactEligibility
  readonly payment: PaymentTerms | null
  readonly tiersPer: NonNullable<CommissionPlan['tiersPer']> | null
  /** The month in which a year starts. */
  readonly yearStartsIn: number
  /** The facts that conditions and the KPI multiplier look at. */
  readonly factNames: readonly string[]
  readonly needs: readonly Need[]
}

/** Lines that earn by one scale. */
export interface ExactGroup {
  readonly scale: ExactScale
  /** The rate rule; null is the plan's own scale. */
  readonly rule: ExactRule | null
  /** The figure, or the fact, by which each line chooses its tier. */
  readonly measuredBy: Exclude<TierMeasure, StatementMeasure> | null
  /** The figure of all sales that chooses one tier for all lines. */
  readonly measuredTogether: StatementMeasure | null
  /** Whether each line, or each order, goes through the scale on its own. */
  readonly per: NonNullable<LineScale['per']> | null
  /** Bases of nothing: one, or one for each tier that lines choose; none where there is one for each line or order. */
  readonly noBases: readonly Fraction[]
}

export interface ExactFactor {
  readonly factor: LineFactor
  readonly when: LineMatch | null
  readonly applies: LineFactor['applies']
  readonly above: Fraction | null
  readonly multiplier: Fraction
  /** The figure, or the fact, of the line that is looked at; with steps it chooses one, without it is a part of the amount. */
  readonly fact: string | null
  readonly steps: ExactSteps | null
}

interface ExactRule {
  readonly id: string
  readonly when: LineMatch
  readonly conditions: check.ExactCondition | null
  /** Whether its conditions are met, as far as they have been looked at. */
  readonly isHeld: boolean
}

export interface ExactGate {
  /** Where attainment is rounded, the one from which on it is reached. */
  readonly attainment: Fraction | null
  readonly counts: TargetGate['counts']
  readonly startsIn: TargetGate['startsIn']
  readonly below: Fraction | null
  readonly conditions: check.ExactCondition | null
}

export interface ExactStep {
  readonly id: string
  readonly upTo: Fraction | null
  readonly multiplier: Fraction
}

export interface ExactSteps {
  readonly boundary: Accelerator['boundary']
  readonly steps: readonly ExactStep[]
}

export interface ExactAccelerator extends ExactSteps {
  readonly mode: Accelerator['mode']
  readonly conditions: check.ExactCondition | null
}

export interface ExactMultiplier extends ExactSteps {
  readonly fact: string
  /** Whether it is that of a process indicator (COM-6). */
  readonly isKpi: boolean
  /** Whether its steps are words, and not thresholds. */
  readonly isByWord: boolean
  /** Steps that all end at 1 or below speak of a ratio, and so 95 is a slip for 0.95. */
  readonly isRatio: boolean
}

export interface ExactAward {
  readonly award: Award
  readonly amount: Fraction
  /** Where lines have their turn; null where each is paid whatever came before it. */
  readonly turn: AwardTurn | null
  /** Of the sales; null where it is an amount. */
  readonly rate: Fraction | null
  readonly order: { readonly comparison: 'above' | 'at-least'; readonly amount: Fraction } | null
  readonly conditions: check.ExactCondition | null
}

/** From where on lines have their turn, what they come to at most, and what each is paid afterwards. */
export interface AwardTurn {
  readonly after: Fraction
  readonly most: Fraction | null
  readonly afterwards: Fraction
}

export interface ExactCap {
  readonly base: Fraction | null
  readonly rate: Fraction | null
  readonly line: Fraction | null
  readonly amount: Fraction | null
  readonly quarter: Fraction | null
  readonly half: Fraction | null
  readonly year: Fraction | null
}

/** No cap on the amount of a statement, nor on those of its spans. */
export const NO_CAP_ON_AMOUNTS = { amount: null, quarter: null, half: null, year: null }

interface ExactEligibility {
  readonly statuses: NonNullable<Eligibility['statuses']> | null
  readonly marginFloor: Fraction | null
  readonly firstOrderAtLeast: Fraction | null
  readonly exclude: NonNullable<Eligibility['exclude']>
}

/** The exact form of a plan; refuses one that was not defined. */
export const exactPlan = /* @__PURE__ */ defined.compiler('CommissionPlan', compilePlan)

function compilePlan(json: CommissionPlan): ExactPlan {
  const { scale, measuredBy, rates = [], awards = [], rounding, attainmentRounding = null } = json
  const [awardClause = null, ...otherClauses] = new Set(awards.map(({ clause }) => clause))
  const needs = needsOf(json)
  return {
    ...json,
    json,
    reference: defined.reference(json),
    decimals: currencies.decimalsOf(json.currency) ?? 0,
    unit: fraction.powerOfTen(rounding.decimals),
    increment: incrementOf(rounding),
    isInUnits: scale.thresholds === 'units',
    paysFlat: [scale, ...rates.map((rule) => rule.scale)].some(paysFlat),
    paysByTarget: needs.some(({ field }) => field.endsWith('multiple')),
    paidAttainment: paysOnAttainment(scale, json.payout) ? attainmentRounding : null,
    groups: [
      compileGroup(ownScale(json), null, measuredBy),
      ...rates.map(({ id, when, conditions, scale: own, measuredBy: by }) =>
        compileGroup(
          scales.compile(own),
          { id, when, conditions: compileConditions(conditions), isHeld: true },
          by,
        ),
      ),
    ],
    axes: axesOf(json),
    factors: (json.factors ?? []).map(compileFactor),
    countsUnits: [json, ...rates].some((one) => one.measuredBy === 'units'),
    gate: compileGate(json),
    accelerator: compileAccelerator(json),
    multipliers: compileMultipliers(json),
    awards: awards.map(compileAward),
    awardClause: otherClauses.length === 0 ? awardClause : null,
    cap: compileCap(json),
    leastOfLine: decimal.knownOrNull(json.floor?.line),
    eligibility: compileEligibility(json),
    payment: json.payment ?? null,
    tiersPer: json.tiersPer ?? null,
    yearStartsIn: json.yearStartsIn ?? 1,
    factNames: factNamesOf(json),
    needs,
  }
}

function incrementOf({ increment, decimals }: CommissionPlan['rounding']): bigint {
  return increment === undefined
    ? 1n
    : fraction.toUnits(decimal.known(increment), decimals, 'half-up')
}

/**
 * One quota for all scales is one axis; where lines count more or less than they earn on, each scale has its own, unless each line, or a
 * measure, chooses the tier.
 */
function axesOf(plan: CommissionPlan): ExactPlan['axes'] {
  const { scale, rates = [], tiersOver } = plan
  if (tiersOver === 'all-lines') return [0, ...rates.map(() => 0)]
  if (!isUneven(plan)) return null
  return [{ scale }, ...rates].map((one, group) => (one.scale.measure === 'base' ? group : null))
}

function compileFactor(factor: LineFactor): ExactFactor {
  const { when = null, applies, above, multiplier, by, part } = factor
  return {
    factor,
    when,
    applies,
    above: decimal.knownOrNull(above),
    multiplier: decimal.knownOrNull(multiplier) ?? fraction.ONE,
    fact: by?.fact ?? part ?? null,
    steps: by === undefined ? null : compileSteps(by),
  }
}

function paysFlat({ tiers }: CommissionPlan['scale']): boolean {
  const isPaid = (text = '0') => decimal.known(text).n !== 0n
  return (
    !tiers.some(({ rate }) => isPaid(rate)) &&
    tiers.some(({ amount, minimum }) => isPaid(amount) || isPaid(minimum))
  )
}

function compileGroup(
  scale: ExactScale,
  rule: ExactGroup['rule'],
  measuredBy: TierMeasure | undefined,
): ExactGroup {
  const { per = null } = scale.scale as LineScale
  const measuredTogether = isStatementMeasure(measuredBy) ? measuredBy : null
  const ofLines = isStatementMeasure(measuredBy) ? null : (measuredBy ?? null)
  const none = ofLines === null ? [fraction.ZERO] : scale.tiers.map(() => fraction.ZERO)
  const noBases = per === null ? none : []
  return { scale, rule, measuredBy: ofLines, measuredTogether, per, noBases }
}

function ownScale({ scale, payout, attainmentRounding }: CommissionPlan): ExactScale {
  const exact = scales.compile(scale)
  const isChosen = scale.thresholds === 'attainment' && !paysOnAttainment(scale, payout)
  return isChosen && attainmentRounding ? reachedScale(exact, attainmentRounding) : exact
}

function compileAccelerator(json: CommissionPlan): ExactAccelerator | null {
  const { accelerator, attainmentRounding } = json
  if (accelerator === undefined) return null
  const { boundary, mode } = accelerator
  const conditions = compileConditions(accelerator.conditions)
  const exact = { ...compileSteps(accelerator), mode, conditions }
  if (attainmentRounding === undefined) return exact
  const isAt = boundary === 'upper-tier'
  const steps = exact.steps.map((step) => ({
    ...step,
    upTo: step.upTo && reachOf(step.upTo, isAt, attainmentRounding),
  }))
  return { ...exact, boundary: 'upper-tier', steps }
}

function compileGate({ gate, attainmentRounding }: CommissionPlan): ExactGate | null {
  if (gate === undefined) return null
  const { counts, startsIn, conditions } = gate
  const attainment = decimal.knownOrNull(gate.attainment)
  return {
    attainment:
      attainment && attainmentRounding ? reachOf(attainment, true, attainmentRounding) : attainment,
    counts,
    startsIn,
    below: decimal.knownOrNull(gate.below),
    conditions: compileConditions(conditions),
  }
}

function compileConditions(conditions: Condition | undefined): check.ExactCondition | null {
  return conditions === undefined ? null : check.compile(conditions)
}

function compileSteps({ boundary, steps }: Pick<Accelerator, 'boundary' | 'steps'>): ExactSteps {
  return { boundary, steps: steps.map(compileStep) }
}

function compileStep({ id, upTo, multiplier }: MultiplierStep): ExactStep {
  return {
    id,
    upTo: decimal.knownOrNull(upTo),
    multiplier: decimal.known(multiplier),
  }
}

function compileMultipliers({ kpiMultiplier, multipliers = [] }: CommissionPlan) {
  const kpi = kpiMultiplier === undefined ? [] : [compileMultiplier(kpiMultiplier, true)]
  return [...kpi, ...multipliers.map((one) => compileMultiplier(one, false))]
}

function compileMultiplier(multiplier: Multiplier, isKpi: boolean): ExactMultiplier {
  const { fact } = multiplier
  if ('values' in multiplier) {
    const steps = Object.entries(multiplier.values).map(([id, value]) => ({
      id,
      upTo: null,
      multiplier: decimal.known(value),
    }))
    return { fact, isKpi, isByWord: true, isRatio: false, boundary: 'upper-tier', steps }
  }
  const exact = compileSteps(multiplier)
  const isRatio = exact.steps.every(
    ({ upTo }) => upTo === null || fraction.compare(upTo, fraction.ONE) <= 0,
  )
  return { ...exact, fact, isKpi, isByWord: false, isRatio }
}

function compileAward(award: Award): ExactAward {
  const { order, amount, conditions } = award
  return {
    award,
    amount: decimal.knownOrNull(amount) ?? fraction.ZERO,
    turn: turnOf(award),
    rate: decimal.knownOrNull(award.rate),
    conditions: compileConditions(conditions),
    order: order ? { comparison: order.comparison, amount: decimal.known(order.amount) } : null,
  }
}

function turnOf({ after, most, afterwards }: Award): AwardTurn | null {
  if (after === undefined && most === undefined) return null
  return {
    after: decimal.knownOrNull(after) ?? fraction.ZERO,
    most: decimal.knownOrNull(most),
    afterwards: decimal.knownOrNull(afterwards) ?? fraction.ZERO,
  }
}

function compileCap({ cap = {} }: CommissionPlan): ExactCap {
  return {
    base: decimal.knownOrNull(cap.base),
    rate: decimal.knownOrNull(cap.rate),
    line: decimal.knownOrNull(cap.line),
    amount: decimal.knownOrNull(cap.amount),
    quarter: decimal.knownOrNull(cap.quarter),
    half: decimal.knownOrNull(cap.half),
    year: decimal.knownOrNull(cap.year),
  }
}

function compileEligibility({ eligibility = {} }: CommissionPlan): ExactEligibility {
  const { statuses = null, marginFloor, newCustomer, exclude = [] } = eligibility
  return {
    statuses,
    marginFloor: decimal.knownOrNull(marginFloor),
    firstOrderAtLeast: decimal.knownOrNull(newCustomer?.firstOrderAtLeast),
    exclude,
  }
}

/** The facts that conditions and multipliers look at. */
function factNamesOf(plan: CommissionPlan): string[] {
  const { gate, accelerator, rates = [], awards = [], kpiMultiplier, multipliers = [] } = plan
  const conditions = [gate, accelerator, ...rates, ...awards].flatMap(
    (part) => part?.conditions ?? [],
  )
  const ofConditions = conditions.flatMap((one) => check.factsOf(check.compile(one)))
  const others = [...(kpiMultiplier ? [kpiMultiplier] : []), ...multipliers]
  return [...new Set([...ofConditions, ...others.map(({ fact }) => fact)])]
}
