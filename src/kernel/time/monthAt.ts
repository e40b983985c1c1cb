import { addMonths } from './dates.js'
import { monthNumber } from './period.js'

/** Whether a month counts once it was started, or only as a whole. */
type CountedMonths = 'started' | 'whole'

/**
 * Of the months that follow one another from a day on, the first that counts from a date: the one in which the date lies, or the first that
 * is whole. The month that begins on that day is 0, the one before it -1.
 */
export function monthAt(date: string, from: string, counted: CountedMonths): number {
  const near = monthNumber(date) - monthNumber(from)
  const begun = date < addMonths(from, near) ? near - 1 : near
  const isFirst = counted === 'started' || date === addMonths(from, begun)
  return begun + (isFirst ? 0 : 1)
}
