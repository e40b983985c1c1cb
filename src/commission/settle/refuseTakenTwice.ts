/** What would be taken back twice of one sale: by the same clawback in two periods, or by a clawback beside a refund of its line. */
import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { type GivenLine, refundedId } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod } from './account.js'
import { CLAWED_BACK_BEFORE, TAKEN_BACK_TWICE } from './issues.js'
import { findOriginal } from './nameInFull.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { SettledAdjustment } from './types.js'

/** What a cancelled sale gives back, as it stands among the adjustments of a period. */
interface Clawback {
  readonly path: Path
  readonly id: string
  readonly amount: Fraction
  /** Which part of the sale was cancelled when. */
  readonly cancellation: string
  readonly share: Fraction | undefined
}

/** The clawbacks of a period that take something back, and those that a later run lists again with nothing more to take. */
function clawbacksOf({ path, adjustments }: ReadPeriod): Clawback[] {
  return adjustments.given.flatMap(({ given }, index): Clawback[] => {
    const { kind, id, amount, share, elapsedDays } = given
    if (kind !== 'clawback' || id === null) return []
    const cancellation = JSON.stringify([id, elapsedDays, share])
    return [
      {
        ...{ path: [...path, 'adjustments', index], id, cancellation },
        amount: exact(amount),
        share: share === undefined ? undefined : exact(share),
      },
    ]
  })
}

/** What was written in this run, or read from a balance, is a number. */
function exact(written: SettledAdjustment['amount']): Fraction {
  return read.decimal(written, [], []) ?? fraction.ZERO
}

/**
 * A run of clawbacks lists every cancellation so far, those of earlier runs with nothing more to take. So the nth of one cancellation is known
 * where earlier periods took n of it, and the same amount of it comes a second time. In one period two halves of a sale may well be
 * cancelled on one day, but no more than the whole of it.
 */
export function refuseClawedBackBefore(period: ReadPeriod, before: readonly AccountPeriod[]): void {
  const taken = before.flatMap(({ read: one }) =>
    clawbacksOf(one)
      .filter(takesBack)
      .map((entry) => ({ ...entry, period: one.period.name })),
  )
  const own = clawbacksOf(period)
  issue.refuseIfAny(
    own.filter(takesBack).flatMap((entry): Issue[] => {
      const listed = own.slice(0, 1 + own.indexOf(entry)).filter((one) => isSame(one, entry))
      const earlier = taken.filter((one) => isSame(one, entry))
      const known = listed.length > earlier.length ? undefined : earlier.find(ofAmount(entry))
      const isBeyond = isMoreThanWhole(listed.filter(ofAmount(entry)))
      if (known === undefined && !isBeyond) return []
      const params = { id: entry.id, period: known?.period ?? period.period.name }
      return [issue.at(CLAWED_BACK_BEFORE, [...entry.path, 'id'], params)]
    }),
  )
}

function takesBack({ amount }: Clawback): boolean {
  return !fraction.isZero(amount)
}

function isSame(one: Clawback, other: Clawback): boolean {
  return one.cancellation === other.cancellation
}

function ofAmount({ amount }: Clawback): (one: Clawback) => boolean {
  return (one) => fraction.compare(one.amount, amount) === 0
}

function isMoreThanWhole(entries: readonly Clawback[]): boolean {
  const shares = entries.map(({ share }) => share ?? fraction.ZERO)
  return entries.length > 1 && fraction.compare(fraction.sum(shares), fraction.ONE) > 0
}

/**
 * A refund that mirrors has taken back what its part of the line earned, and a clawback by the same id takes back again: together no more
 * than the line earned. Of one refunded in part, the rest can be cancelled. A cent is left for rounding.
 */
export function refuseRefundedToo(
  period: ReadPeriod,
  account: readonly AccountPeriod[],
  plan: ExactPlan,
): void {
  const all = account.flatMap(({ read: one }) => clawbacksOf(one))
  if (all.length === 0) return
  const own = clawbacksOf(period).filter(takesBack)
  const ids = new Set([...own.map(({ id }) => id), ...refundedIn(period)])
  const cent = { n: 1n, d: fraction.powerOfTen(plan.decimals) }
  issue.refuseIfAny(
    [...ids].flatMap((id): Issue[] => {
      const earned = findOriginal(id, account)?.share.earned ?? statedIn(id, account)
      const refunded = fraction.sum(account.flatMap((one) => mirroredOf(id, one)))
      const clawedBack = fraction.sum(all.filter((one) => one.id === id).map((one) => one.amount))
      if (earned === undefined || fraction.isZero(refunded) || fraction.isZero(clawedBack))
        return []
      const left = fraction.sum([earned, refunded, clawedBack, cent])
      if (!fraction.isNegative(left)) return []
      const money = (amount: Fraction) => write.money(amount, plan.currency)
      const path = own.find((one) => one.id === id)?.path ?? [...period.path, 'lines']
      return [
        issue.at(TAKEN_BACK_TWICE, path, {
          id,
          earned: money(earned),
          refunded: money(fraction.negate(refunded)),
          clawedBack: money(fraction.negate(clawedBack)),
        }),
      ]
    }),
  )
}

/** The lines that a period refunds, be it by a correction of an earlier one. */
function refundedIn({ sales, adjustments }: ReadPeriod): string[] {
  const own = (sales.lines ?? []).flatMap(({ refundOf }) =>
    refundOf === undefined ? [] : [refundedId(refundOf)],
  )
  const corrected = adjustments.corrections.flatMap(({ from }) =>
    (read.array(from?.now['lines'] ?? [], [], []) ?? []).flatMap((line) => {
      const named = read.record(line, [], [])?.['refundOf']
      const id = typeof named === 'string' ? named : read.record(named, [], [])?.['id']
      return typeof id === 'string' ? [id] : []
    }),
  )
  return [...own, ...corrected]
}

/** What refunds of a line have taken back in a period, below zero. */
function mirroredOf(id: string, { read: { sales }, shares, refunds }: AccountPeriod): Fraction[] {
  if (refunds !== 'mirror') return []
  return refundsOf(id, sales.lines).flatMap((line) => shares.get(line.id)?.earned ?? [])
}

/** What a refund says that a line has earned, of one that is older than the account. */
function statedIn(id: string, account: readonly AccountPeriod[]): Fraction | undefined {
  for (const { read: one } of account)
    for (const { refundOf } of refundsOf(id, one.sales.lines))
      if (typeof refundOf === 'object') return refundOf.commission
  return undefined
}

function refundsOf(id: string, lines: readonly GivenLine[] = []): GivenLine[] {
  return lines.filter(({ refundOf }) => refundOf !== undefined && refundedId(refundOf) === id)
}
