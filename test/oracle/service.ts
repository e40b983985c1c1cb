/**
 * What a guarantee by month of service promises for a month of the calendar, from the words of the plan: by month, the month counts whole;
 * by day, a walk from day to day asks each in which month of service it is.
 */
import { daysFrom } from './calendar.js'
import { add, divide, type Fraction, fraction, zero } from './fraction.js'

export type Counted = 'started' | 'whole' | 'by-day'

/** `amountOf` says what the n-th month of service has, from 1. */
export function promisedIn(
  month: string,
  joined: string,
  counted: Counted,
  amountOf: (n: number) => Fraction,
): Fraction {
  const of = (n: number) => (n < 1 ? zero : amountOf(n))
  const since = numberOf(month) - numberOf(joined)
  if (counted === 'started') return of(since + 1)
  if (counted === 'whole') return of(joined.endsWith('-01') ? since + 1 : since)
  let total = zero
  let days = 0n
  for (let day = `${month}-01`; day.startsWith(month); day = daysFrom(day, 1)) {
    total = add(total, of(monthOfService(day, joined)))
    days += 1n
  }
  return divide(total, fraction(days))
}

/** A month of service starts on the day of the month on which somebody joined, or on the last of a shorter month. */
function monthOfService(day: string, joined: string): number {
  if (day < joined) return 0
  const since = numberOf(day) - numberOf(joined)
  const isLast = !daysFrom(day, 1).startsWith(day.slice(0, 7))
  const hasStarted = day.slice(8) >= joined.slice(8) || isLast
  return since + (hasStarted ? 1 : 0)
}

function numberOf(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return year * 12 + month
}
