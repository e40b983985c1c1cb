import * as check from '../../kernel/check/check.js'
import type { PolicyReference } from '../../kernel/index.js'
import * as currencies from '../../kernel/number/currency.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { type Need, needsOf } from './needs.js'
import type { Draw, PaymentTerms } from './terms.js'
import type {
  Accelerator,
  Award,
  CommissionPlan,
  Eligibility,
  KpiMultiplier,
  LineMatch,
  LineMeasure,
  MultiplierStep,
  TargetGate,
} from './types.js'

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
  /** Whether its amounts count units and not money. */
  readonly isInUnits: boolean
  /** The plan's own scale, then those of its rate rules. */
  readonly groups: readonly ExactGroup[]
  readonly gate: ExactGate | null
  readonly accelerator: ExactAccelerator | null
  readonly kpiMultiplier: ExactKpiMultiplier | null
  readonly awards: readonly ExactAward[]
  /** The clause of the awards, where they have the same. */
  readonly awardClause: string | null
  readonly cap: ExactCap
  readonly eligibility: ExactEligibility
  /** What the managers of a seller earn, the direct one first. */
  readonly overrides: readonly { readonly rate: Fraction; readonly text: string }[]
  readonly payment: ExactPaymentTerms | null
  /** The facts that conditions and the KPI multiplier look at. */
  readonly factNames: readonly string[]
  readonly needs: readonly Need[]
}

/** Lines that earn by one scale. */
export interface ExactGroup {
  readonly scale: ExactScale
  /** The rate rule; null is the plan's own scale. */
  readonly rule: { readonly id: string; readonly when: LineMatch } | null
  /** The figure by which each line chooses its tier. */
  readonly measuredBy: LineMeasure | null
  /** Bases of nothing: one, or one for each tier that lines choose. */
  readonly noBases: readonly Fraction[]
}

export interface ExactGate {
  readonly attainment: Fraction | null
  readonly counts: TargetGate['counts']
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

interface ExactAccelerator extends ExactSteps {
  readonly mode: Accelerator['mode']
}

interface ExactKpiMultiplier extends ExactSteps {
  readonly fact: string
  /** Steps that all end at 1 or below speak of a ratio, and so 95 is a slip for 0.95. */
  readonly isRatio: boolean
}

export interface ExactAward {
  readonly award: Award
  readonly amount: Fraction
  readonly order: { readonly comparison: 'above' | 'at-least'; readonly amount: Fraction } | null
}

export interface ExactCap {
  readonly base: Fraction | null
  readonly rate: Fraction | null
  readonly line: Fraction | null
  readonly amount: Fraction | null
  readonly year: Fraction | null
}

interface ExactEligibility {
  readonly statuses: NonNullable<Eligibility['statuses']> | null
  readonly marginFloor: Fraction | null
  readonly firstOrderAtLeast: Fraction | null
  readonly exclude: NonNullable<Eligibility['exclude']>
}

export interface ExactPaymentTerms extends Pick<PaymentTerms, 'on' | 'accrual' | 'trueUp'> {
  readonly json: PaymentTerms
  readonly holdback: { readonly share: Fraction; readonly releaseAfter: number } | null
  readonly draw: ExactDraw | null
  readonly minimumPayout: Fraction | null
}

export interface ExactDraw extends Pick<Draw, 'kind' | 'recoverFrom' | 'recoverAfter'> {
  /** Its amounts, each up to the end of so many periods since the first; after the last it is over. */
  readonly steps: readonly { readonly end: number; readonly amount: Fraction }[]
  readonly recoverAtMost: Fraction
  readonly owedAtMost: Fraction | null
}

/** The exact form of a plan; refuses one that was not defined. */
export const exactPlan = /* @__PURE__ */ defined.compiler('CommissionPlan', compilePlan)

function compilePlan(json: CommissionPlan): ExactPlan {
  const { scale, measuredBy, rates = [], awards = [], rounding } = json
  return {
    attribution: json.attribution,
    base: json.base,
    coefficient: json.coefficient,
    currency: json.currency,
    payout: json.payout,
    refunds: json.refunds,
    rounding,
    ...(json.clawback && { clawback: json.clawback }),
    ...(json.exchange && { exchange: json.exchange }),
    json,
    reference: defined.reference(json),
    decimals: currencies.decimalsOf(json.currency) ?? 0,
    unit: fraction.powerOfTen(rounding.decimals),
    isInUnits: scale.thresholds === 'units',
    groups: [
      compileGroup(scales.compile(scale), null, measuredBy),
      ...rates.map(({ id, when, scale: own, measuredBy: by }) =>
        compileGroup(scales.compile(own), { id, when }, by),
      ),
    ],
    gate: compileGate(json),
    accelerator: json.accelerator
      ? { ...compileSteps(json.accelerator), mode: json.accelerator.mode }
      : null,
    kpiMultiplier: compileKpiMultiplier(json),
    awards: awards.map(compileAward),
    awardClause: awards.every(({ clause }) => clause === awards[0]?.clause)
      ? (awards[0]?.clause ?? null)
      : null,
    cap: compileCap(json),
    eligibility: compileEligibility(json),
    overrides: (json.credit.override?.levels ?? []).map((text) => ({
      rate: decimal.known(text),
      text,
    })),
    payment: json.payment ? compilePaymentTerms(json.payment) : null,
    factNames: factNamesOf(json),
    needs: needsOf(json),
  }
}

function compileGroup(
  scale: ExactScale,
  rule: ExactGroup['rule'],
  measuredBy: LineMeasure | undefined,
): ExactGroup {
  const noBases = measuredBy === undefined ? [fraction.ZERO] : scale.tiers.map(() => fraction.ZERO)
  return { scale, rule, measuredBy: measuredBy ?? null, noBases }
}

function compileGate({ gate }: CommissionPlan): ExactGate | null {
  if (gate === undefined) return null
  const { attainment, counts, conditions } = gate
  return {
    attainment: exact(attainment),
    counts,
    conditions: conditions === undefined ? null : check.compile(conditions),
  }
}

function compileSteps({ boundary, steps }: Pick<Accelerator, 'boundary' | 'steps'>): ExactSteps {
  return { boundary, steps: steps.map(compileStep) }
}

function compileStep({ id, upTo, multiplier }: MultiplierStep): ExactStep {
  return {
    id,
    upTo: upTo === null ? null : decimal.known(upTo),
    multiplier: decimal.known(multiplier),
  }
}

function compileKpiMultiplier({ kpiMultiplier }: CommissionPlan): ExactKpiMultiplier | null {
  if (kpiMultiplier === undefined) return null
  return {
    ...compileSteps(kpiMultiplier),
    fact: kpiMultiplier.fact,
    isRatio: speaksOfRatio(kpiMultiplier),
  }
}

function speaksOfRatio({ steps }: KpiMultiplier): boolean {
  return steps.every(
    ({ upTo }) => upTo === null || fraction.compare(decimal.known(upTo), fraction.ONE) <= 0,
  )
}

function compileAward(award: Award): ExactAward {
  const { order, amount } = award
  return {
    award,
    amount: decimal.known(amount),
    order: order ? { comparison: order.comparison, amount: decimal.known(order.amount) } : null,
  }
}

function compileCap({ cap = {} }: CommissionPlan): ExactCap {
  return {
    base: exact(cap.base),
    rate: exact(cap.rate),
    line: exact(cap.line),
    amount: exact(cap.amount),
    year: exact(cap.year),
  }
}

function compileEligibility({ eligibility = {} }: CommissionPlan): ExactEligibility {
  const { statuses = null, marginFloor, newCustomer, exclude = [] } = eligibility
  return {
    statuses,
    marginFloor: exact(marginFloor),
    firstOrderAtLeast: exact(newCustomer?.firstOrderAtLeast),
    exclude,
  }
}

function compilePaymentTerms(json: PaymentTerms): ExactPaymentTerms {
  const { on, accrual, trueUp, holdback, draw, minimumPayout } = json
  return {
    json,
    on,
    accrual,
    trueUp,
    holdback: holdback
      ? { share: decimal.known(holdback.share), releaseAfter: holdback.releaseAfter }
      : null,
    draw: draw ? compileDraw(draw) : null,
    minimumPayout: exact(minimumPayout),
  }
}

function compileDraw(draw: Draw): ExactDraw {
  const { kind, recoverFrom, recoverAfter, recoverAtMost, owedAtMost } = draw
  return {
    kind,
    recoverFrom,
    recoverAfter,
    steps: compileSchedule(draw),
    recoverAtMost: decimal.known(recoverAtMost),
    owedAtMost: exact(owedAtMost),
  }
}

function compileSchedule({ amount, periods, schedule = [] }: Draw): ExactDraw['steps'] {
  let end = 0
  const steps = schedule.map((step) => {
    end += step.periods
    return { end, amount: decimal.known(step.amount) }
  })
  return [...steps, { end: periods ?? Number.POSITIVE_INFINITY, amount: decimal.known(amount) }]
}

function factNamesOf({ gate, kpiMultiplier }: CommissionPlan): string[] {
  const ofGate = gate?.conditions === undefined ? [] : check.factsOf(gate.conditions)
  return [...new Set([...ofGate, ...(kpiMultiplier === undefined ? [] : [kpiMultiplier.fact])])]
}

function exact(text: string | undefined): Fraction | null {
  return text === undefined ? null : decimal.known(text)
}
