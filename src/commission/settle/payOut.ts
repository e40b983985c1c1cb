import {
  add,
  compare,
  type Fraction,
  isNegative,
  known,
  larger,
  multiply,
  negate,
  roundFraction,
  smaller,
  subtract,
  sum,
  ZERO,
} from '../../kernel/inside.js'
import type { CommissionPlan, PaymentTerms } from '../types.js'
import type { Balance } from './readBalance.js'
import type { ReadPeriod } from './readSettlement.js'

/** What a payee is owed, and owes, between two periods. */
export type Open = Pick<Balance, 'held' | 'carried' | 'draw'>

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
  sinceFirst: number,
  before: Open,
  terms: PaymentTerms,
  plan: CommissionPlan,
): PaidOut {
  const heldBack = holdBack(earned, terms, plan)
  const isDue = ({ release }: Open['held'][number]) => release.position <= at.position
  const released = sum(before.held.filter(isDue).map(({ amount }) => amount))
  const stillHeld = before.held.filter((part) => !isDue(part))
  const release = { ...at, position: at.position + (terms.holdback?.releaseAfter ?? 0) }
  const held = heldBack.n === 0n ? stillHeld : [...stillHeld, { amount: heldBack, release }]
  const available = sum([earned, negate(heldBack), released, adjusted, before.carried])
  const draw = applyDraw(available, sinceFirst, before.draw, terms, plan)
  const payable = sum([available, draw.drawn, draw.guaranteed, negate(draw.recovered)])
  const paid = isPayable(payable, terms) ? payable : ZERO
  const owed = subtract(add(before.draw, draw.drawn), draw.recovered)
  const open = { held, carried: subtract(payable, paid), draw: owed }
  return { heldBack, released, ...draw, paid, open }
}

/** A share of what was earned, in whole cents; nothing of a period that earned nothing. */
function holdBack(
  earned: Fraction,
  { holdback }: PaymentTerms,
  { rounding }: CommissionPlan,
): Fraction {
  if (holdback === undefined || earned.n <= 0n) return ZERO
  return roundFraction(multiply(earned, known(holdback.share)), rounding)
}

/** A draw fills up to its amount; what it advanced is recovered from later earnings, as far as the terms allow. */
function applyDraw(
  available: Fraction,
  sinceFirst: number,
  owed: Fraction,
  { draw }: PaymentTerms,
  { rounding }: CommissionPlan,
) {
  const nothing = { drawn: ZERO, guaranteed: ZERO, recovered: ZERO }
  if (draw === undefined) return nothing
  const over = subtract(available, known(draw.amount))
  if (isNegative(over)) {
    const lacking = negate(over)
    return draw.kind === 'recoverable'
      ? { ...nothing, drawn: smaller(lacking, roomFor(owed, draw.owedAtMost, lacking)) }
      : { ...nothing, guaranteed: lacking }
  }
  if (sinceFirst < draw.recoverAfter) return nothing
  const share = multiply(available, known(draw.recoverAtMost))
  const limit = roundFraction(share, { mode: 'down', decimals: rounding.decimals })
  const source = draw.recoverFrom === 'above-draw' ? over : available
  return { ...nothing, recovered: smaller(owed, smaller(limit, source)) }
}

/** How much more may be owed. */
function roomFor(owed: Fraction, most: string | undefined, lacking: Fraction): Fraction {
  return most === undefined ? lacking : larger(ZERO, subtract(known(most), owed))
}

function isPayable(payable: Fraction, { minimumPayout }: PaymentTerms): boolean {
  if (isNegative(payable)) return false
  return minimumPayout === undefined || compare(payable, known(minimumPayout)) >= 0
}
