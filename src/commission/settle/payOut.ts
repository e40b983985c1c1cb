import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'
import { type ExactTerms, exactTerms } from './exactTerms.js'
import type { Balance } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** What a payee is owed, and owes, between two periods. */
type Open = Pick<Balance, 'held' | 'carried' | 'draw'>

/** What a period pays, and what stands open after it. */
export interface PaidOut {
  readonly heldBack: Fraction
  readonly released: Fraction
  readonly drawn: Fraction
  readonly guaranteed: Fraction
  readonly recovered: Fraction
  readonly paid: Fraction
  readonly open: Open
}

/**
 * What is paid of what a period earned. In this order: a part is held back and earlier parts are released; corrections and what was
 * carried over are added; a draw fills up what is missing, or is recovered; an amount below the minimum payout is carried over.
 */
export function payOut(
  earned: Fraction,
  { at, adjusted }: ReadPeriod,
  before: Pick<Balance, 'held' | 'carried' | 'draw' | 'settled'>,
  plan: ExactPlan,
): PaidOut {
  const terms = exactTerms(plan.payment as PaymentTerms)
  const sinceFirst = at.position - (before.settled?.from ?? at).position
  const heldBack = holdBack(earned, terms, plan)
  const isDue = ({ release }: Open['held'][number]) => release.position <= at.position
  const released = fraction.sum(before.held.filter(isDue).map(({ amount }) => amount))
  const stillHeld = before.held.filter((part) => !isDue(part))
  const release = { ...at, position: at.position + (terms.holdback?.releaseAfter ?? 0) }
  const held = heldBack.n === 0n ? stillHeld : [...stillHeld, { amount: heldBack, release }]
  const available = fraction.sum([
    earned,
    fraction.negate(heldBack),
    released,
    adjusted,
    before.carried,
  ])
  const draw = applyDraw(available, sinceFirst, before.draw, plan)
  const payable = fraction.sum([
    available,
    draw.drawn,
    draw.guaranteed,
    fraction.negate(draw.recovered),
  ])
  const paid = isPayable(payable, terms) ? payable : fraction.ZERO
  const owed = fraction.subtract(fraction.add(before.draw, draw.drawn), draw.recovered)
  const open = { held, carried: fraction.subtract(payable, paid), draw: owed }
  return { heldBack, released, ...draw, paid, open }
}

/** A share of what was earned, in whole cents; nothing of a period that earned nothing. */
function holdBack(earned: Fraction, { holdback }: ExactTerms, { rounding }: ExactPlan): Fraction {
  if (holdback === null || earned.n <= 0n) return fraction.ZERO
  return fraction.round(fraction.multiply(earned, holdback.share), rounding)
}

/** A draw fills up to its amount; what it advanced is recovered from later earnings, as far as the terms allow. */
function applyDraw(
  available: Fraction,
  sinceFirst: number,
  owed: Fraction,
  { payment, rounding }: ExactPlan,
) {
  const draw = payment && exactTerms(payment).draw
  const nothing = { drawn: fraction.ZERO, guaranteed: fraction.ZERO, recovered: fraction.ZERO }
  if (draw === null) return nothing
  const over = fraction.subtract(available, draw.amount)
  if (fraction.isNegative(over)) {
    const lacking = fraction.negate(over)
    return draw.kind === 'recoverable'
      ? { ...nothing, drawn: fraction.smaller(lacking, roomFor(owed, draw.owedAtMost, lacking)) }
      : { ...nothing, guaranteed: lacking }
  }
  if (sinceFirst < draw.recoverAfter) return nothing
  const share = fraction.multiply(available, draw.recoverAtMost)
  const limit = fraction.round(share, { mode: 'down', decimals: rounding.decimals })
  const source = draw.recoverFrom === 'above-draw' ? over : available
  return { ...nothing, recovered: fraction.smaller(owed, fraction.smaller(limit, source)) }
}

/** How much more may be owed. */
function roomFor(owed: Fraction, most: Fraction | null, lacking: Fraction): Fraction {
  return most === null ? lacking : fraction.larger(fraction.ZERO, fraction.subtract(most, owed))
}

function isPayable(payable: Fraction, { minimumPayout }: ExactTerms): boolean {
  if (fraction.isNegative(payable)) return false
  return minimumPayout === null || fraction.compare(payable, minimumPayout) >= 0
}
