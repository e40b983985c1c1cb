import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import { type Earned, earn, hasBitten, lastOf } from '../earn/earn.js'
import { type Mirrored, mirrorRefunds, totalOf, writeRefunds } from '../earn/mirrorRefunds.js'
import { type Gate, isShut } from '../earn/openGate.js'
import { paidAwards, paidOf, type Sums, sumByLine, sumUp } from '../earn/sumUp.js'
import { isRaised, type Terms, termsOf } from '../earn/termsOf.js'
import type { ReadFacts } from '../lines/readInput.js'
import type { Sold } from '../lines/sold.js'
import type { CommissionPlan, CommissionStatement, GateOutcome } from '../types.js'
import {
  writeAdjustments,
  writeAwards,
  writeBase,
  writeNext,
  writeNotCounted,
  writeStatedSlices,
  writeStep,
  writeUnits,
} from './writeMoney.js'

/** The statement on what was sold, whether it came as a figure, as lines or as running totals. */
export function stateCommission(
  sold: Sold,
  facts: ReadFacts,
  plan: CommissionPlan,
): CommissionStatement {
  const terms = termsOf(sold.credited, facts, plan)
  const earned = earn(sold.bases, terms, plan)
  const isPaid = !isShut(terms.gate)
  const mirrored = mirrorRefunds(sold, terms, plan)
  const sums = sumPaid(sold, earned, mirrored, terms, plan)
  const base = isPaid ? earned.base : fraction.ZERO
  const paid = paidOf(sums)
  const forgone = forgoneBy(paid, sold, earned, terms, plan)
  const statement: Statement = {
    payee: facts.payee,
    period: facts.period,
    amount: writeUnits(paid, plan),
    currency: plan.currency,
    sales: writeBase(sold.sales, plan),
    base: writeBase(base, plan),
    target: facts.target === undefined ? null : writeBase(facts.target, plan),
    attainment:
      facts.target === undefined
        ? null
        : write.decimal(fraction.quotient(sold.credited, facts.target)),
    gate: terms.gate && describeGate(terms.gate, forgone, plan),
    slices: isPaid ? writeStatedSlices(earned.slices, sums[0]?.units ?? 0n, plan) : [],
    adjustments: writeAdjustments(sums, plan, (kind) => hasBitten(kind, earned)),
    next: writeNext(nextOf(earned, terms, plan), plan),
    effectiveRate: fraction.isZero(base)
      ? null
      : write.decimal(
          fraction.quotient({ n: paid, d: fraction.powerOfTen(plan.rounding.decimals) }, base),
        ),
    coefficient: isRaised(facts)
      ? { ...plan.coefficient, uplift: write.decimal(facts.uplift) }
      : null,
    unrounded: isPaid ? write.decimal(lastOf(earned)) : '0',
    rounding: plan.rounding,
    notCounted: writeNotCounted(sold.notCounted, plan),
    mode: plan.scale.mode,
    policy: defined.reference(plan),
    clauses: clausesOf(sold, terms, plan),
  }
  addMechanisms(statement, sold, mirrored, terms, plan)
  return statement
}

/** A statement that is still being written. */
type Statement = { -readonly [Key in keyof CommissionStatement]: CommissionStatement[Key] }

/** Where only sales above a level earn, those that are missing to it come first. */
function nextOf({ next }: Earned, { gate }: Terms, plan: CommissionPlan): Earned['next'] {
  if (next === null || gate === null || plan.gate?.counts !== 'above-target') return next
  if (plan.scale.measure === 'separate') return next
  return { ...next, remaining: fraction.add(next.remaining, gate.remaining) }
}

/** Mirrored refunds take back what was paid, and so come after everything else. */
function sumPaid(
  sold: Sold,
  earned: Earned,
  mirrored: readonly Mirrored[],
  terms: Terms,
  plan: CommissionPlan,
): Sums {
  const awards = paidAwards(sold, terms)
  const sums = sumUp(earned, sumByLine(sold, terms, plan), awards, terms, plan)
  if (mirrored.length === 0) return sums
  const units = paidOf(sums) + totalOf(mirrored)
  return [...sums, { kind: 'refund', clause: null, units }]
}

function describeGate(gate: Gate, forgone: bigint, plan: CommissionPlan): GateOutcome {
  const outcome: GateOutcome = {
    clause: 'COM-2',
    outcome: gate.isOpen ? 'met' : 'unmet',
    attainment: plan.gate?.attainment ?? null,
    counts: plan.gate?.counts ?? 'all',
    remaining: fraction.isZero(gate.remaining) ? null : writeBase(gate.remaining, plan),
    forgone: gate.isOpen ? null : writeUnits(forgone, plan),
  }
  return gate.checks === null ? outcome : { ...outcome, checks: gate.checks }
}

/** What an open gate would have paid more. */
function forgoneBy(
  paid: bigint,
  sold: Sold,
  earned: Earned,
  terms: Terms,
  plan: CommissionPlan,
): bigint {
  const { gate } = terms
  if (gate === null || gate.isOpen) return 0n
  const open = { ...terms, gate: { ...gate, isOpen: true } }
  return paidOf(sumPaid(sold, earned, mirrorRefunds(sold, open, plan), open, plan)) - paid
}

/** Adds what a statement says of mechanisms that the plan has switched on. */
function addMechanisms(
  statement: Statement,
  sold: Sold,
  mirrored: readonly Mirrored[],
  terms: Terms,
  plan: CommissionPlan,
): void {
  const { accelerator, kpiMultiplier: multiplier, eligibility, awards, refunds, exchange } = plan
  if (accelerator && terms.accelerator) statement.accelerator = writeStep(terms.accelerator)
  if (multiplier && terms.kpiMultiplier)
    statement.kpiMultiplier = { fact: multiplier.fact, ...writeStep(terms.kpiMultiplier) }
  if (awards) statement.awards = writeAwards(sold.awards, terms, plan)
  if (refunds === 'mirror') statement.refunds = writeRefunds(mirrored, plan)
  if (exchange) statement.converted = sold.converted
  if (eligibility?.newCustomer) statement.newCustomers = sold.newCustomers
}

/** The clauses of the handbook that this statement rests on, once each. */
function clausesOf(
  sold: Sold,
  { gate, facts }: Terms,
  { eligibility, kpiMultiplier }: CommissionPlan,
): string[] {
  const clauses = ['COM-1']
  if (gate !== null) clauses.push('COM-2')
  for (const { award, isKnown } of sold.awards)
    if (isKnown && award.clause !== undefined && !clauses.includes(award.clause))
      clauses.push(award.clause)
  if (isRaised(facts)) clauses.push('COM-5')
  if (kpiMultiplier !== undefined) clauses.push('COM-6')
  if (eligibility?.newCustomer !== undefined) clauses.push('APP-3')
  if (eligibility?.marginFloor !== undefined) clauses.push('APP-5')
  return clauses
}
