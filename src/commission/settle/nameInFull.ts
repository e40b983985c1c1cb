import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { asItIs, convertLine } from '../lines/convertLine.js'
import { isIssue } from '../lines/countLine.js'
import type { GivenSales } from '../lines/readInput.js'
import type { EarlierLine, GivenLine } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, LineShare } from './account.js'

/**
 * Sales in which each refund of an earlier line says what the account knows of it. One that names a line of an earlier period by its id
 * alone is as one that names it in full: with what it has earned, what was refunded of it, and the rate of its day.
 */
export function nameInFull(
  given: GivenSales,
  before: readonly AccountPeriod[],
  plan: ExactPlan,
): GivenSales {
  if (given.lines === undefined || before.length === 0) return given
  const refunds = given.lines.filter(({ refundOf }) => refundOf !== undefined)
  if (refunds.length === 0) return given
  const own = new Set(given.lines.map(({ id }) => id))
  const isOfEarlier = ({ refundOf }: GivenLine) =>
    refundOf !== undefined && !(typeof refundOf === 'string' && own.has(refundOf))
  const lines = given.lines.map((line) => (isOfEarlier(line) ? inFull(line, before, plan) : line))
  return { ...given, lines }
}

function inFull(line: GivenLine, before: readonly AccountPeriod[], plan: ExactPlan): GivenLine {
  const { refundOf = '' } = line
  const refunds = refundsOf(nameOf(refundOf), before)
  const refundedBefore = fraction.negate(fraction.sum(refunds.map(({ amount }) => amount)))
  if (typeof refundOf !== 'string') {
    const first = refunds.find((one) => typeof one.refundOf === 'object')
    const most = fraction.larger(refundedBefore, refundOf.refundedBefore)
    return { ...line, refundOf: { ...refundOf, refundedBefore: most, ...(first && { first }) } }
  }
  const found = findOriginal(refundOf, before)
  if (found === null) return line
  const { original, share, rate } = { ...found, rate: rateOf(found, plan) }
  return {
    ...partOf(original, line),
    refundOf: {
      id: refundOf,
      amount: original.amount,
      commission: share.earned,
      refundedBefore,
      date: original.date,
      rate,
      currency: original.currency ?? plan.currency,
    },
  }
}

function nameOf(refundOf: string | EarlierLine): string {
  return typeof refundOf === 'string' ? refundOf : refundOf.id
}

/** The refunds of a line that have counted. */
function refundsOf(id: string, before: readonly AccountPeriod[]): GivenLine[] {
  return before.flatMap(({ read: { sales }, shares }) =>
    (sales.lines ?? []).filter(
      (line) => line.refundOf !== undefined && nameOf(line.refundOf) === id && shares.has(line.id),
    ),
  )
}

interface Original {
  readonly original: GivenLine
  readonly share: LineShare
  readonly sales: GivenSales
}

/** A line that has counted, with what it has earned as its stretch went on; of two with one id the first. */
function findOriginal(id: string, before: readonly AccountPeriod[]): Original | null {
  const isSale = (line: GivenLine) => line.id === id && line.refundOf === undefined
  const from = before.findIndex((one) => one.shares.has(id) && one.read.sales.lines?.some(isSale))
  const sales = before[from]?.read.sales
  const original = sales?.lines?.find(isSale)
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
  if (isIssue(line) || line.converted === null) return undefined
  return read.decimal(line.converted.rate, [], [])
}

/** A refund counts as its line has, at the line's margin and discount, whatever it says of them itself. */
function partOf(original: GivenLine, refund: GivenLine): GivenLine {
  const { id, path, amount, date, paidOn, currency } = refund
  const part = (figure: Fraction | undefined) =>
    figure === undefined || fraction.isZero(original.amount)
      ? undefined
      : fraction.divide(fraction.multiply(figure, amount), original.amount)
  const figures = { cost: part(original.cost), listPrice: part(original.listPrice) }
  return { ...original, ...figures, id, path, amount, date, paidOn, currency }
}
