import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { ExactDraw } from './exactTerms.js'
import type { Balance } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** What a draw comes to in a period. */
export interface DrawIn {
  readonly amount: Fraction
  /** How many of its periods, or months of service, were over before this one. */
  readonly sinceFirst: number
}

/** Since when a draw has counted, and since when the payee has been there. */
export type DrawSince = Pick<Balance, 'drawFrom' | 'joined'>

/** The amount of a draw in a period: that of its schedule, then its own, and nothing once it has ended. */
export function drawIn(
  draw: ExactDraw,
  { period, at }: Pick<ReadPeriod, 'period' | 'at'>,
  { drawFrom, joined }: DrawSince,
  { rounding }: ExactPlan,
): DrawIn {
  const { service } = draw
  if (service === null || joined === undefined) {
    const sinceFirst = at.position - (drawFrom ?? at).position
    return { sinceFirst, amount: amountAfter(sinceFirst, draw) }
  }
  const { months, sinceFirst } =
    service.by === 'month'
      ? byMonth(draw, period, time.monthAt(joined, period.from, service.months))
      : byDay(draw, period, joined)
  return { sinceFirst, amount: fraction.round(fraction.sum(months), rounding) }
}

/** What each month of a period has, and how many months of service were over before the first. */
interface MonthsOfDraw {
  readonly months: readonly Fraction[]
  readonly sinceFirst: number
}

/** Each month is one of service from the one on that is the first. */
function byMonth(draw: ExactDraw, period: ReadPeriod['period'], first: number): MonthsOfDraw {
  const months = Array.from({ length: time.monthsOf(period) ?? 0 }, (_, month) =>
    amountAfter(month - first, draw),
  )
  return { months, sinceFirst: Math.max(0, -first) }
}

/** Each day has its part of what its month of service has: 14 of the 31 days of May have 14/31 of it. */
function byDay(draw: ExactDraw, period: ReadPeriod['period'], joined: string): MonthsOfDraw {
  const starts = Array.from({ length: (time.monthsOf(period) ?? 0) + 1 }, (_, month) =>
    time.addMonths(period.from, month),
  )
  const months = starts
    .slice(1)
    .map((end, index) => amountOfDays(draw, { from: starts[index] ?? end, end }, joined))
  return { months, sinceFirst: Math.max(0, time.monthAt(period.from, joined, 'started')) }
}

/** A month, up to the day on which the next one starts. */
interface Month {
  readonly from: string
  readonly end: string
}

function amountOfDays(draw: ExactDraw, { from, end }: Month, joined: string): Fraction {
  let sum = fraction.ZERO
  let day = from
  while (day < end) {
    const place = time.monthAt(day, joined, 'started')
    const next = time.addMonths(joined, place + 1)
    const upTo = next < end ? next : end
    const days = fraction.whole(time.daysBetween(day, upTo))
    sum = fraction.add(sum, fraction.multiply(amountAfter(place, draw), days))
    day = upTo
  }
  return fraction.divide(sum, fraction.whole(time.daysBetween(from, end)))
}

/** What a draw comes to after so many periods, or months of service; before the first there is none. */
function amountAfter(count: number, { steps }: ExactDraw): Fraction {
  if (count < 0) return fraction.ZERO
  return steps.find(({ end }) => count < end)?.amount ?? fraction.ZERO
}
