import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { asItIs, convertLine } from '../lines/convertLine.js'
import { isIssue } from '../lines/lineFigures.js'
import type { GivenSales } from '../lines/readInput.js'
import { type GivenLine, refundedId } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, LineShare } from './account.js'

/**
 * Sales in which each refund of an earlier line says what the account knows of it: what it has earned, what was refunded of it, and the
 * rate of its day. What the refund itself says of a line that the account has is not looked at.
 */
export function nameInFull(
  given: GivenSales,
  before: readonly AccountPeriod[],
  plan: ExactPlan,
): GivenSales {
  const { lines: all } = given
  if (all === undefined || all.every(isSale)) return given
  const own = new Set(all.filter(isSale).map(({ id }) => id))
  const lines = all.map((line) => {
    if (line.refundOf === undefined) return line
    const id = refundedId(line.refundOf)
    return own.has(id) ? { ...line, refundOf: id } : inFull(line, id, before, plan)
  })
  return { ...given, lines }
}

function isSale({ refundOf }: GivenLine): boolean {
  return refundOf === undefined
}

function inFull(
  line: GivenLine,
  id: string,
  before: readonly AccountPeriod[],
  plan: ExactPlan,
): GivenLine {
  const refunds = refundsOf(id, before)
  const refundedBefore = fraction.negate(fraction.sum(refunds.map(({ amount }) => amount)))
  const found = findOriginal(id, before)
  if (found === null) return older(line, refundedBefore, refunds)
  const { original, share } = found
  return {
    ...partOf(original, line),
    refundOf: {
      id,
      amount: original.amount,
      commission: share.earned,
      refundedBefore,
      date: original.date,
      rate: rateOf(found, plan),
      currency: original.currency ?? plan.currency,
    },
  }
}

/** Of a line that is older than the account, that is known what the refund says, and what the account has refunded of it. */
function older(line: GivenLine, refunded: Fraction, refunds: readonly GivenLine[]): GivenLine {
  const { refundOf } = line
  if (typeof refundOf !== 'object') return line
  const first = refunds.find((one) => typeof one.refundOf === 'object')
  const refundedBefore = fraction.larger(refunded, refundOf.refundedBefore)
  return { ...line, refundOf: { ...refundOf, refundedBefore, ...(first && { first }) } }
}

/** The refunds of a line that have counted. */
function refundsOf(id: string, before: readonly AccountPeriod[]): GivenLine[] {
  return before.flatMap(({ read: { sales }, shares }) =>
    (sales.lines ?? []).filter(
      ({ id: own, refundOf }) =>
        refundOf !== undefined && refundedId(refundOf) === id && shares.has(own),
    ),
  )
}

export interface Original {
  readonly original: GivenLine
  readonly share: LineShare
  readonly sales: GivenSales
}

/** A line that has counted, with what it has earned as its stretch went on; of two with one id the first. */
export function findOriginal(id: string, before: readonly AccountPeriod[]): Original | null {
  const isOriginal = (line: GivenLine) => line.id === id && isSale(line)
  const from = before.findIndex(
    (one) => one.shares.has(id) && one.read.sales.lines?.some(isOriginal),
  )
  const sales = before[from]?.read.sales
  const original = sales?.lines?.find(isOriginal)
  if (sales === undefined || original === undefined) return null
  let share: LineShare | undefined
  for (const [index, one] of before.slice(from).entries()) {
    if (index > 0 && one.read.sales.lines?.some((line) => line.id === id)) break
    share = one.shares.get(id) ?? share
  }
  return share === undefined ? null : { original, share, sales }
}

/** What converted a line, of another currency. */
function rateOf({ original, sales }: Original, plan: ExactPlan): Fraction | undefined {
  if (sales.lines === undefined) return undefined
  const line = convertLine(asItIs(original), sales.rates, plan)
  return isIssue(line) ? undefined : line.rate
}

/** A refund counts as its line has, at the line's margin, discount and lateness, whatever it says of them itself. */
function partOf(original: GivenLine, refund: GivenLine): GivenLine {
  const { id, path, amount, date, currency } = refund
  const part = (figure: Fraction | undefined) =>
    figure === undefined || fraction.isZero(original.amount)
      ? undefined
      : fraction.divide(fraction.multiply(figure, amount), original.amount)
  const figures = {
    cost: part(original.cost),
    listPrice: part(original.listPrice),
    tax: part(original.tax),
    quantity: part(original.quantity),
  }
  return { ...original, ...figures, id, path, amount, date, currency }
}
