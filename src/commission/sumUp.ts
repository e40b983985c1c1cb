import { add, type Fraction, known, roundToUnits, subtract, ZERO } from '../kernel/inside.js'
import { type ExactCommission, exactCommission } from './exactCommission.js'
import type { Gate } from './openGate.js'
import type { ReadInput, ReadLine } from './readInput.js'
import type { CommissionPlan } from './types.js'

/** A commission in units of the plan's rounding, step by step: after the slices, the coefficient, the lines, the cap. */
export interface Sums {
  readonly slices: bigint
  readonly coefficient: bigint
  readonly lines: bigint
  readonly paid: bigint
}

/** A commission of which nothing is paid. */
export const NOTHING: Sums = { slices: 0n, coefficient: 0n, lines: 0n, paid: 0n }

/** Rounds an exact commission as the plan says; `byLine` is what its lines earned when each is rounded on its own. */
export function sumUp(
  { pay, amount }: ExactCommission,
  byLine: bigint | null,
  { rounding, cap }: CommissionPlan,
): Sums {
  const { decimals, mode } = rounding
  const slices = roundToUnits(pay.amount, decimals, mode)
  const coefficient = roundToUnits(amount, decimals, mode)
  const lines = byLine ?? coefficient
  const most = cap === undefined ? lines : roundToUnits(known(cap.amount), decimals, mode)
  return { slices, coefficient, lines, paid: lines < most ? lines : most }
}

/** The commission of the first lines of an input, up to and with one of them. */
export interface Step {
  /** Of the sales up to here, those that count. */
  readonly counted: Fraction
  readonly exact: ExactCommission
  /** What the lines up to here earned when each is rounded on its own; null where the plan rounds the total. */
  readonly byLine: bigint | null
}

/** Goes through the lines in their order: each earns what it adds to the commission of those before it. */
export function* walkLines(
  lines: readonly ReadLine[],
  facts: ReadInput,
  gate: Gate | null,
  plan: CommissionPlan,
): Generator<Step> {
  const { decimals, mode, at } = plan.rounding
  let sales = ZERO
  let before = ZERO
  let byLine = 0n
  for (const { amount } of lines) {
    sales = add(sales, amount)
    const counted = gate === null ? sales : gate.counted(sales)
    const exact = exactCommission(counted, plan, facts.uplift, facts)
    byLine += roundToUnits(subtract(exact.amount, before), decimals, mode)
    before = exact.amount
    yield { counted, exact, byLine: at === 'line' ? byLine : null }
  }
}

/** What the lines earn when each is rounded on its own; null where the plan rounds the total, or where there are no lines. */
export function roundByLine(
  facts: ReadInput,
  gate: Gate | null,
  plan: CommissionPlan,
): bigint | null {
  if (plan.rounding.at === 'total' || facts.lines === null) return null
  let byLine = 0n
  for (const step of walkLines(facts.lines, facts, gate, plan)) byLine = step.byLine ?? byLine
  return byLine
}
