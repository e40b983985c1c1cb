import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { PaidLines } from '../earn/payLines.js'
import type { CountedSales } from '../lines/countSales.js'
import { type CapSpan, nameOfSpan } from '../lines/periods.js'
import type { SoldYearToDate } from '../lines/readYearToDate.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { ExactPart } from '../plan/paymentParts.js'
import type { CountedSoFar } from './countOn.js'
import type { Handed } from './handedParts.js'
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
  /** When that plan paid the parts of its lines. */
  readonly parts: readonly ExactPart[]
  /** Whether that plan's refunds lower the sales, or take back what their line earned. */
  readonly refunds: ExactPlan['refunds']
  /** Whether that plan has awards, so that orders of other periods matter. */
  readonly hasAwards: boolean
  /** What that plan lets the quarter, the half-year and the year earn. */
  readonly caps: SpanCaps
  /** What that plan guarantees the period. */
  readonly guarantee: Fraction | null
  /** What it earned before caps of spans; what the cap of the period took; what mirrored refunds took back. */
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
  /** The number of the last correction of it that was taken; 0 where there was none. */
  readonly corrected: number
  /** Whether it stands at a figure that a correction gave. */
  readonly isFigure: boolean
  /** What corrections by hand add to what it earned after the cap of the year; null where there is none. */
  readonly byHand: Fraction | null
  /** After caps of spans. */
  readonly capped: Fraction
  /** What became due in it, and what belongs to others beside it. */
  readonly due: Fraction
  readonly handed: readonly Handed[]
  readonly guaranteed: Fraction
  /** What lines have earned by its statement; of those that an earlier period of its stretch has, at least what changed. */
  readonly shares: Shares
  /** The open lines before it, where a year or a plan begins with it. */
  readonly lines: OpenLines | null
}

/** What a line has earned: before caps of spans, and after them. */
export interface LineShare {
  readonly earned: Fraction
  readonly capped: Fraction
}

/** Of each line that counts, refunds among them. */
export type Shares = ReadonlyMap<string, LineShare>

/** What a plan lets spans earn; null where it does not cap them. */
type SpanCaps = Readonly<Record<CapSpan, Fraction | null>>

/** What was sold and earned before the first period of a year; of its spans, what each has earned, as far as that is known. */
export interface SoldBeforeYear extends SoldYearToDate {
  /** The span over which its sales were counted, and its target; null where the plan of then counted no more than the period. */
  readonly span: CapSpan | null
}

/** What a correction adds to the spans of a period that the account does not have, which ends on that day. */
export interface Outside {
  readonly to: string
  readonly amount: Fraction
}

/** A year, as far as it was settled. */
export interface AccountYear {
  readonly name: string
  readonly before: SoldBeforeYear | null
  /** What corrections of periods that are not among these add to what their spans have earned. */
  readonly outside: readonly Outside[]
  /** Whether the payee's last period was before it. */
  readonly isAfterFinal: boolean
  readonly periods: readonly AccountPeriod[]
  readonly walked: Walked | null
}

/** What this run has worked out of the stretch at hand, so that the next period goes on from there. */
interface Walked {
  readonly start: number
  readonly place: CountedSales | null
  readonly counted: CountedSoFar | null
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
  return { name, before: null, outside: [], isAfterFinal, periods: [], walked: null }
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

/** What the periods of a year have earned after its caps. */
export interface YearSums {
  readonly capped: readonly Fraction[]
  /** What each span has earned so far, by its name, before its own cap; corrections by hand are among it. */
  readonly spans: Readonly<Record<CapSpan, SpanSums>>
}

type SpanSums = ReadonlyMap<string, Fraction>

/** Nothing asks for those of a span that no plan caps. */
const NO_SUMS: SpanSums = /* @__PURE__ */ new Map()

type ToSum = Pick<AccountYear, 'before' | 'outside' | 'periods'>

/**
 * The cap of a span is on the sum of what it earned, so that its periods come in any order: with E the sum before a period, it has earned
 * min(E with it, cap) − min(E, cap). The shorter comes first, and the longer is on what it has left. A correction by hand is of what the
 * period had earned after the caps; all of them together count.
 */
export function sumYear(year: ToSum, plan: ExactPlan): YearSums {
  const asComputed = capInOrder(
    year,
    year.periods.map(({ earned }) => earned),
    plan,
  )
  if (year.periods.every(({ byHand }) => byHand === null)) return asComputed
  return capInOrder(
    year,
    year.periods.map(({ earned, byHand }, index) =>
      byHand === null ? earned : fraction.add(asComputed.capped[index] ?? earned, byHand),
    ),
    plan,
  )
}

function capInOrder(year: ToSum, earned: readonly Fraction[], plan: ExactPlan): YearSums {
  let capped = earned
  const capNext = (span: CapSpan): SpanSums => {
    const isCapped = plan.cap[span] !== null || year.periods.some(({ caps }) => caps[span] !== null)
    if (!isCapped) return NO_SUMS
    const sums = startOf(year, year.periods[0]?.read, span, plan)
    capped = capped.map((own, index) => {
      const { read, change, caps } = year.periods[index] as AccountPeriod
      if (change === 'restart') sums.clear()
      const name = nameOfSpan(read.period, span, plan)
      const before = sums.get(name) ?? fraction.ZERO
      const after = fraction.add(before, own)
      sums.set(name, after)
      const most = caps[span]
      if (most === null) return own
      return fraction.subtract(fraction.smaller(after, most), fraction.smaller(before, most))
    })
    return sums
  }
  const [quarter, half, ofYear] = [capNext('quarter'), capNext('half'), capNext('year')]
  return { capped, spans: { quarter, half, year: ofYear } }
}

/** What spans had earned that is not of the account's periods. */
function startOf(
  { before, outside }: ToSum,
  first: ReadPeriod | undefined,
  span: CapSpan,
  plan: ExactPlan,
): Map<string, Fraction> {
  const sums = new Map<string, Fraction>()
  const add = (name: string, amount: Fraction) =>
    sums.set(name, fraction.add(sums.get(name) ?? fraction.ZERO, amount))
  if (before !== null && first !== undefined)
    add(nameOfSpan(first.period, span, plan), before[span] ?? fraction.ZERO)
  for (const { to, amount } of outside) add(nameOfSpan({ to }, span, plan), amount)
  return sums
}

/** What the spans of a period that comes next have earned, each before its own cap. */
export function earnedBefore(
  year: AccountYear,
  { read, change }: Pick<AccountPeriod, 'read' | 'change'>,
  plan: ExactPlan,
): Readonly<Record<CapSpan, Fraction>> {
  const { spans } = sumYear(year, plan)
  const of = (span: CapSpan) => {
    if (change === 'restart') return fraction.ZERO
    const sums = year.periods.length === 0 ? startOf(year, read, span, plan) : spans[span]
    return sums.get(nameOfSpan(read.period, span, plan)) ?? fraction.ZERO
  }
  return { quarter: of('quarter'), half: of('half'), year: of('year') }
}
