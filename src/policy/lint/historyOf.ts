import type { FactCondition } from '../../kernel/check/check.js'
import * as time from '../../kernel/time/time.js'

/** A value as the fact that a condition looks at: itself, the date since when, or each of the latest periods. */
export function historyOf(
  condition: FactCondition,
  value: string | boolean | null,
  asOf: string,
): unknown {
  const { unit, inARow, ofLast, over } = condition
  if (unit?.endsWith('-since')) return daySince(unit, Number(value), asOf)
  const rule = inARow ?? ofLast ?? over
  if (rule === undefined) return value
  const isTotal = over?.take === 'total'
  const count = inARow?.length ?? ofLast?.periods ?? over?.periods ?? 1
  const periods = latestPeriods(count, rule.per, asOf)
  return periods.map((period, index) => {
    if (!isTotal) return { period, value }
    // Of ratios the total is one of totals; of numbers the latest period has all of it.
    if (unit === 'ratio') return { period, value: { actual: value, target: '1' } }
    return { period, value: index === periods.length - 1 ? value : '0' }
  })
}

function daySince(unit: string, count: number, asOf: string): string {
  if (unit === 'days-since') return time.addDays(asOf, -count)
  return time.addMonths(asOf, -count * (unit === 'years-since' ? 12 : 1))
}

type PeriodUnit = 'week' | keyof typeof time.MONTHS

/** The latest so many periods, up to the one that a day lies in. */
export function latestPeriods(count: number, unit: PeriodUnit, asOf: string): string[] {
  const days = Array.from({ length: count }, (_, index) => {
    const back = index - count + 1
    return unit === 'week'
      ? time.addDays(asOf, 7 * back)
      : time.addMonths(asOf, time.MONTHS[unit] * back)
  })
  return days.flatMap((day) => {
    const at = time.periodWith(day, unit)
    return at === undefined ? [] : [time.writePeriod(at)]
  })
}
