import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { type Commission, computeBy } from '../earn/computeCommission.js'
import { computeNext } from '../earn/computeNext.js'
import { isRaised, type Terms } from '../earn/computeTerms.js'
import { hasBitten, lastOf } from '../earn/earn.js'
import { type Gate, paysNothing } from '../earn/openGate.js'
import type { Sums } from '../earn/sumUp.js'
import type { EligibleSales } from '../lines/countSales.js'
import { findNewCustomers } from '../lines/findNewCustomers.js'
import { BEYOND_REACH } from '../lines/readTarget.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import type { CommissionStatement, GateOutcome, RefundOutcome } from './types.js'
import { writeConditions } from './writeConditions.js'
import {
  writeAdjustments,
  writeAwards,
  writeBase,
  writeNext,
  writeNotCounted,
  writeStatedSlices,
  writeStep,
  writeUnits,
  writeWeighed,
} from './writeMoney.js'

/** The statement of a commission, with everything it came from. */
export function writeStatement(commission: Commission, plan: ExactPlan): CommissionStatement {
  const { sales, terms, earnings, paid } = commission
  const { facts, gate } = terms
  const isPaid = !paysNothing(gate)
  const base = isPaid ? earnings.base : fraction.ZERO
  const sums = withRefunds(commission)
  const target = facts.target === BEYOND_REACH ? undefined : facts.target
  const statement: Writing = {
    payee: facts.payee,
    period: facts.period && time.writeAnyPeriod(facts.period),
    amount: writeUnits(paid, plan),
    currency: plan.currency,
    sales: writeBase(sales.sales, plan),
    base: writeBase(base, plan),
    target: target === undefined ? null : writeBase(target, plan),
    attainment:
      target === undefined ? null : write.decimal(fraction.quotient(sales.credited, target)),
    gate: gate && writeGate(gate, commission, plan),
    slices: isPaid ? writeStatedSlices(earnings.slices, sums[0]?.units ?? 0n, plan) : [],
    adjustments: writeAdjustments(sums, plan, (kind) => hasBitten(kind, earnings)),
    next: writeNext(nextOf(commission, target, plan), plan),
    effectiveRate: fraction.isZero(base)
      ? null
      : write.decimal(fraction.quotient({ n: paid, d: plan.unit }, base)),
    coefficient: isRaised(facts)
      ? { ...plan.coefficient, uplift: write.decimal(facts.uplift) }
      : null,
    unrounded: isPaid ? write.decimal(lastOf(earnings)) : '0',
    rounding: plan.rounding,
    notCounted: writeNotCounted(sales.notCounted, plan),
    mode: plan.json.scale.mode,
    policy: plan.reference,
    clauses: clausesOf(commission, plan),
  }
  addMechanisms(statement, commission, plan)
  return statement
}

/** What comes next, where the plan looks at a target, is not known without one. */
function nextOf(commission: Commission, target: Fraction | undefined, plan: ExactPlan) {
  const isUnknown = target === undefined && fieldThatNeeds(plan, 'target') !== null
  return isUnknown ? null : computeNext(commission, plan)
}

/** A statement that is still being written. */
type Writing = { -readonly [Key in keyof CommissionStatement]: CommissionStatement[Key] }

/** Mirrored refunds take back what was paid, and so come after everything else. */
function withRefunds({ sums, mirrored, paid }: Commission): Sums {
  return mirrored.length === 0
    ? sums
    : [...sums, { kind: 'refund', clause: null, units: paid, limit: null }]
}

function writeGate(gate: Gate, commission: Commission, plan: ExactPlan): GateOutcome {
  const isKnown = !fraction.isZero(gate.remaining) && commission.terms.facts.target !== BEYOND_REACH
  const outcome: GateOutcome = {
    clause: 'COM-2',
    outcome: gate.isOpen ? 'met' : 'unmet',
    attainment: plan.json.gate?.attainment ?? null,
    counts: gate.counts,
    remaining: isKnown ? writeBase(gate.remaining, plan) : null,
    forgone: gate.isOpen ? null : writeUnits(forgoneBy(gate, commission, plan), plan),
  }
  return gate.checks === null ? outcome : { ...outcome, checks: gate.checks }
}

/** What an open gate would have paid more. */
function forgoneBy(gate: Gate, { sales, terms, paid }: Commission, plan: ExactPlan): bigint {
  const { scales, onceOpen } = terms
  const open = { scales: onceOpen ?? scales, onceOpen: null, gate: { ...gate, isOpen: true } }
  return computeBy({ ...terms, ...open }, sales, plan).paid - paid
}

/** Adds what a statement says of mechanisms that the plan has switched on. */
function addMechanisms(
  statement: Writing,
  { sales, terms, orders, awards, mirrored }: Commission,
  plan: ExactPlan,
): void {
  const { accelerator, gate } = terms
  if (plan.isInUnits) statement.inUnits = true
  addRoundedAttainment(statement, sales, terms, plan)
  if (accelerator !== null) statement.accelerator = writeStep(accelerator)
  addMultipliers(statement, terms, plan)
  addFactors(statement, sales, plan)
  const conditions = writeConditions(terms.facts, plan)
  if (conditions.length > 0) statement.conditions = conditions
  if (plan.json.awards) statement.awards = writeAwards(awards, gate, plan)
  if (plan.refunds === 'mirror') statement.refunds = writeRefunds(mirrored, plan)
  if (plan.exchange) statement.converted = sales.converted
  if (plan.eligibility.firstOrderAtLeast !== null)
    statement.newCustomers = findNewCustomers(orders, plan)
  const issues = [...orders, ...awards].flatMap(({ issue }) => issue ?? [])
  if (issues.length > 0) statement.issues = issues
}

function addRoundedAttainment(
  statement: Writing,
  { credited }: EligibleSales,
  { facts }: Terms,
  { json: { attainmentRounding } }: ExactPlan,
): void {
  if (attainmentRounding === undefined || statement.target === null) return
  const attainment = fraction.divide(credited, facts.target ?? fraction.ONE)
  statement.attainmentRounded = write.decimal(fraction.round(attainment, attainmentRounding))
}

function addMultipliers(statement: Writing, { multipliers }: Terms, { json }: ExactPlan): void {
  const written = multipliers.map(({ by, step }) => ({ fact: by.fact, ...writeStep(step) }))
  const [kpiMultiplier] = written
  if (json.kpiMultiplier && kpiMultiplier) statement.kpiMultiplier = kpiMultiplier
  if (json.multipliers) statement.multipliers = written.slice(json.kpiMultiplier ? 1 : 0)
}

function addFactors(statement: Writing, { credited, lines }: EligibleSales, plan: ExactPlan): void {
  if (plan.factors.length === 0) return
  statement.credited = writeBase(credited, plan)
  statement.factors = writeWeighed(lines ?? [], plan)
}

function writeRefunds(mirrored: Commission['mirrored'], plan: ExactPlan): RefundOutcome[] {
  return mirrored.map(({ refund: { line, original, earlier }, units }) => ({
    line: line.id,
    refundOf: original?.id ?? earlier?.id ?? '',
    sales: write.money(line.sales, plan.currency),
    amount: writeUnits(units, plan),
  }))
}

/** The clauses of the handbook that this statement rests on, once each. */
function clausesOf({ awards, terms: { gate, facts } }: Commission, plan: ExactPlan): string[] {
  const clauses = ['COM-1']
  if (gate !== null) clauses.push('COM-2')
  for (const { award, isKnown } of awards) {
    const { clause } = award.award
    if (isKnown && clause !== undefined && !clauses.includes(clause)) clauses.push(clause)
  }
  if (isRaised(facts)) clauses.push('COM-5')
  if (plan.json.kpiMultiplier) clauses.push('COM-6')
  if (plan.eligibility.firstOrderAtLeast !== null) clauses.push('APP-3')
  if (plan.eligibility.marginFloor !== null) clauses.push('APP-5')
  return clauses
}
