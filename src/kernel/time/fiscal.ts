/** Years that start in a month of the company's, and their quarters and halves. A period belongs to the one in which it ends. */
import { type AnyPeriod, endOfNext, monthText } from './anyPeriod.js'
import { dateOfDay, dayNumber, daysInMonth } from './dates.js'
import { monthNumber } from './period.js'
import { MONTHS, writePeriod } from './periodText.js'

/** A year, or a part of one. */
export type SpanUnit = 'quarter' | 'half-year' | 'year'

/** The length of a span, and the month in which years start: 1 is January. */
export interface SpanRule {
  readonly unit: SpanUnit
  readonly yearStartsIn: number
}

type Days = Pick<AnyPeriod, 'from' | 'to'>

/** The span that a period belongs to. One of the calendar is named as the calendar does, another by its months: `2026-04/2027-03`. */
export function spanOf({ to }: Pick<Days, 'to'>, { unit, yearStartsIn }: SpanRule): AnyPeriod {
  const months = MONTHS[unit]
  const first = firstOf(monthNumber(to), { unit, yearStartsIn })
  const [from, last] = [monthText(first), monthText(first + months - 1)]
  const days = { from: `${from}-01`, to: `${last}-${daysInMonth(last)}` }
  const position = first / months
  return Number.isInteger(position)
    ? { unit, position, name: writePeriod({ unit, position }), ...days }
    : { unit: 'own', position: 0, name: `${from}/${last}`, ...days }
}

/** Whether a period is the first of its span: the day before it belongs to another. */
export function isFirst({ from, to }: Days, rule: SpanRule): boolean {
  const before = dateOfDay(dayNumber(from) - 1)
  return firstOf(monthNumber(before), rule) !== firstOf(monthNumber(to), rule)
}

/** Whether a period is the last of its span: one that is as long, and follows, belongs to another. */
export function isLast(period: Omit<AnyPeriod, 'position'>, rule: SpanRule): boolean {
  return firstOf(endOfNext(period), rule) !== firstOf(monthNumber(period.to), rule)
}

/** Whether a period has all days of its span. */
export function isWhole({ from, to }: Days, rule: SpanRule): boolean {
  const span = spanOf({ to }, rule)
  return from <= span.from && to === span.to
}

/** The first month of the span that a month is in. */
function firstOf(month: number, { unit, yearStartsIn }: SpanRule): number {
  const months = MONTHS[unit]
  return month - ((((month - yearStartsIn + 1) % months) + months) % months)
}
