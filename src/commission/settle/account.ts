import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { PaidLines } from '../earn/payLines.js'
import type { Bases } from '../lines/countSales.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { OpenLines } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import type { PlanChange } from './types.js'

/** A period that was settled: its facts, and what became of them. */
export interface AccountPeriod {
  readonly read: ReadPeriod
  /** What was invoiced or collected in it. */
  readonly rows: readonly ProgressRow[]
  /** The digest of the plan it was settled by, and what that plan's coming meant; null where it was there before. */
  readonly plan: string
  readonly change: PlanChange | null
  /** Whether that plan paid what was booked, invoiced or collected. */
  readonly on: PaymentTerms['on']
  /** What that plan lets the year earn, and guarantees the period. */
  readonly capOfYear: Fraction | null
  readonly guarantee: Fraction | null
  /** What it earned before the cap of the year; what the cap of the period took; what mirrored refunds took back. */
  readonly earned: Fraction
  readonly cut: Fraction
  readonly refunded: Fraction
  /** What its stretch would have earned to date beyond what it earned: still to be trued up. */
  readonly owed: Fraction
  /** Whether it goes on with the stretch of the period before it. */
  readonly goesOn: boolean
  /** Whether it counts what its span has sold so far, be it at a true-up to come; or its year from the start. */
  readonly isToDate: boolean
  /** Whether it was the payee's last. */
  readonly isFinal: boolean
  /** Whether it stands at a figure that a correction gave. */
  readonly isFigure: boolean
  /** What corrections by hand add to what it earned after the cap of the year; null where there is none. */
  readonly byHand: Fraction | null
  /** After the cap of the year. */
  readonly capped: Fraction
  /** What became due in it. */
  readonly due: Fraction
  readonly guaranteed: Fraction
  /** What lines have earned by its statement; of those that an earlier period of its stretch has, at least what changed. */
  readonly shares: Shares
  /** The open lines before it, where a year or a plan begins with it. */
  readonly lines: OpenLines | null
}

/** What a line has earned: before the cap of the year, and after it. */
export interface LineShare {
  readonly earned: Fraction
  readonly capped: Fraction
}

/** Of each line that counts, refunds among them. */
export type Shares = ReadonlyMap<string, LineShare>

/** What a year sold and earned before its first period. */
export interface SoldBeforeYear {
  readonly sales: Fraction
  readonly earned: Fraction
  readonly target: Fraction | undefined
}

/** A year, as far as it was settled. */
export interface AccountYear {
  readonly name: string
  readonly before: SoldBeforeYear | null
  /** What corrections of periods that are not among these add to what the year has earned. */
  readonly outside: Fraction
  /** Whether the payee's last period was before it. */
  readonly isAfterFinal: boolean
  readonly periods: readonly AccountPeriod[]
  readonly walked: Walked | null
}

/** What this run has worked out of the stretch at hand, so that the next period goes on from there. */
interface Walked {
  readonly start: number
  readonly place: Bases | null
  readonly paid: PaidByCap | null
}

/** What each line is paid before the cap of the year, and after it. */
export interface PaidByCap {
  readonly earned: PaidLines
  readonly capped: PaidLines
}

/** This year and the one before. */
export interface Account {
  readonly lastYear: AccountYear | null
  readonly year: AccountYear
}

/** A year of which nothing is settled. */
export function noYear(name: string, isAfterFinal = false): AccountYear {
  return { name, before: null, outside: fraction.ZERO, isAfterFinal, periods: [], walked: null }
}

/** Whether the payee's last period is settled. */
export function hasLeft({ isAfterFinal, periods }: AccountYear): boolean {
  return isAfterFinal || periods.some(({ isFinal }) => isFinal)
}

/** Whether a period is the payee's last, or after it. */
export type Leaving = 'final' | 'after' | null

/** How a period that comes next in a year stands to the payee's leaving. */
export function leavingAt(year: AccountYear, isFinal: boolean): Leaving {
  if (hasLeft(year)) return 'after'
  return isFinal ? 'final' : null
}

/** The account with a year in it: where another one begins, that before becomes last year's. */
export function turnTo(name: string, account: Account): Account {
  const { year } = account
  if (year.name === name) return account
  return { lastYear: year.name === '' ? null : year, year: noYear(name, hasLeft(year)) }
}

/** All periods of an account, in order. */
export function periodsOf({ lastYear, year }: Account): readonly AccountPeriod[] {
  return [...(lastYear?.periods ?? []), ...year.periods]
}

/** What the periods of a year have earned: before its cap, corrections by hand among it, and after it. */
export interface YearSums {
  /** All that the year has earned so far, before its cap. */
  readonly total: Fraction
  readonly capped: readonly Fraction[]
}

type ToSum = Pick<AccountYear, 'before' | 'outside' | 'periods'>

/**
 * The cap of a year is on the sum of what it earned, so that its periods come in any order: with E the sum before a period, it has earned
 * min(E with it, cap) − min(E, cap). A correction by hand is of what the period had earned after the cap; all of them together count.
 */
export function sumYear(year: ToSum): YearSums {
  const asComputed = capInOrder(
    year,
    year.periods.map(({ earned }) => earned),
  )
  if (year.periods.every(({ byHand }) => byHand === null)) return asComputed
  return capInOrder(
    year,
    year.periods.map(({ earned, byHand }, index) =>
      byHand === null ? earned : fraction.add(asComputed.capped[index] ?? earned, byHand),
    ),
  )
}

function capInOrder({ before, outside, periods }: ToSum, earned: readonly Fraction[]): YearSums {
  let total = fraction.add(before?.earned ?? fraction.ZERO, outside)
  const capped = periods.map(({ change, capOfYear }, index) => {
    if (change === 'restart') total = fraction.ZERO
    const own = earned[index] ?? fraction.ZERO
    const after = fraction.add(total, own)
    const amount =
      capOfYear === null
        ? own
        : fraction.subtract(fraction.smaller(after, capOfYear), fraction.smaller(total, capOfYear))
    total = after
    return amount
  })
  return { total, capped }
}
