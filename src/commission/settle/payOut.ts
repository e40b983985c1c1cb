import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { Leaving } from './account.js'
import { computeAdvance, computeGuarantee, NO_DRAW } from './computeDraw.js'
import { type DrawSince, drawIn } from './drawIn.js'
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

/** What is paid beside what a period earned, and when. */
interface ToPay {
  readonly of: Pick<ReadPeriod, 'period' | 'at'>
  readonly adjusted: Fraction
  readonly leaving: Leaving
}

/**
 * What is paid of what a period earned. In this order: a guarantee tops it up; a part of what was earned is held back and earlier parts
 * are released; corrections and what was carried over are added; an advance fills up what is missing, or is recovered; an amount below
 * the minimum payout is carried over.
 */
export function payOut(
  earned: Fraction,
  { of, adjusted, leaving }: ToPay,
  before: Open & DrawSince,
  plan: ExactPlan,
): PaidOut {
  const terms = termsFor(leaving, exactTerms(plan.payment as PaymentTerms))
  const { at } = of
  const draw = terms.draw ?? NO_DRAW
  const now = drawIn(draw, of, before, plan)
  const guaranteed = computeGuarantee(earned, now, draw)
  const heldBack = holdBack(earned, terms, plan)
  const isDue = ({ release }: Open['held'][number]) => release.position <= at.position
  const released = fraction.sum(before.held.filter(isDue).map(({ amount }) => amount))
  const stillHeld = before.held.filter((part) => !isDue(part))
  const release = { ...at, position: at.position + (terms.holdback?.releaseAfter ?? 0) }
  const held = heldBack.n === 0n ? stillHeld : [...stillHeld, { amount: heldBack, release }]
  const available = fraction.sum([
    earned,
    guaranteed,
    fraction.negate(heldBack),
    released,
    adjusted,
    before.carried,
  ])
  const advance = computeAdvance({ available, owed: before.draw }, now, draw, plan)
  const advanced = fraction.subtract(advance.drawn, advance.recovered)
  const payable = fraction.add(available, advanced)
  const paid = isPayable(payable, terms) ? payable : fraction.ZERO
  const owed = fraction.add(before.draw, advanced)
  const open = { held, carried: fraction.subtract(payable, paid), draw: owed }
  return { heldBack, released, guaranteed, ...advance, paid, open }
}

/** From the last period on nothing waits to become enough; after it nothing is guaranteed or advanced, and all that comes recovers. */
function termsFor(leaving: Leaving, terms: ExactTerms): ExactTerms {
  if (leaving === null) return terms
  return { ...terms, minimumPayout: null, ...(leaving === 'after' && { draw: null }) }
}

/** A share of what was earned, in whole cents; nothing of a period that earned nothing. */
function holdBack(earned: Fraction, { holdback }: ExactTerms, { rounding }: ExactPlan): Fraction {
  if (holdback === null || earned.n <= 0n) return fraction.ZERO
  return fraction.round(fraction.multiply(earned, holdback.share), rounding)
}

function isPayable(payable: Fraction, { minimumPayout }: ExactTerms): boolean {
  if (fraction.isNegative(payable)) return false
  return minimumPayout === null || fraction.compare(payable, minimumPayout) >= 0
}
