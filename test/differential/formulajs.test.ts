import * as excel from '@formulajs/formulajs'
import {
  addDays,
  addMonths,
  addWorkingDays,
  countWorkingDays,
  daysBetween,
  defineCalendar,
  handbook,
  healthTrend,
  periodOf,
  periodRange,
  round,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../oracle/random.js'

/**
 * Against formulajs, the functions of a spreadsheet: dates, working days, rounding, slopes.
 *
 * They differ by design in these: a spreadsheet has no make-up days, so the calendars here have none; WORKDAY and NETWORKDAYS know no year that
 * nobody has published, where we refuse; ROUND is in floats, so the numbers here are those that a float holds to the digit. PERCENTRANK has no
 * counterpart of ours: grades by rank are places by share.
 */
const random = seededRandom(3)
/** Their dates are local ones. */
const local = (text: string) => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, day)
}
const textOf = (value: unknown) => {
  const date = value as Date
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
const drawDay = () => addDays('2020-01-01', random.integer(0, 3650))

describe('working days, against formulajs', () => {
  const days = Array.from({ length: 120 }, () => drawDay())
  const holidays = [...new Set(days)]
  const calendar = defineCalendar({
    from: '2019-01-01',
    to: '2031-12-31',
    weekend: [6, 7],
    holidays,
  })
  const theirHolidays = holidays.map(local)

  it('NETWORKDAYS counts as countWorkingDays does, both ends included', () => {
    for (let count = 0; count < 300; count += 1) {
      const from = drawDay()
      const to = addDays(from, random.integer(0, 400))
      const their = excel.NETWORKDAYS(local(from), local(to), theirHolidays)
      expect(countWorkingDays(from, to, calendar), `${from} ${to}`).toBe(their)
    }
  })

  it('WORKDAY adds as addWorkingDays does', () => {
    for (let count = 0; count < 300; count += 1) {
      const from = drawDay()
      const days = random.integer(1, 60)
      const their = textOf(excel.WORKDAY(local(from), days, theirHolidays))
      expect(addWorkingDays(from, days, calendar), `${from} ${days}`).toBe(their)
    }
  })
})

describe('dates, against formulajs', () => {
  it('EDATE, EOMONTH, DAYS and ISOWEEKNUM are addMonths, periodRange, daysBetween and periodOf', () => {
    for (let count = 0; count < 500; count += 1) {
      const [day, other] = [drawDay(), drawDay()]
      const months = random.integer(-30, 30)
      expect(addMonths(day, months), `${day} ${months}`).toBe(
        textOf(excel.EDATE(local(day), months)),
      )
      expect(periodRange(day.slice(0, 7)).to).toBe(textOf(excel.EOMONTH(local(day), 0)))
      expect(daysBetween(other, day)).toBe(excel.DAYS(local(day), local(other)))
      expect(Number(periodOf(day, 'week').slice(-2)), day).toBe(excel.ISOWEEKNUM(local(day)))
    }
  })
})

describe('numbers, against formulajs', () => {
  it.each([
    ['half-up', excel.ROUND],
    ['up', excel.ROUNDUP],
    ['down', excel.ROUNDDOWN],
  ] as const)('%s is theirs', (mode, theirs) => {
    for (let count = 0; count < 1000; count += 1) {
      // Eighths and sixteenths: exact as floats, with many ties.
      const value = random.integer(-4000, 4000) / random.pick([2, 4, 8, 16])
      const decimals = random.integer(0, 3)
      const their = theirs(value, decimals) as number
      expect(Number(round(value, { mode, decimals })) + 0, `${value} ${decimals}`).toBe(their + 0)
    }
  })

  it('SLOPE is the change of health a period', () => {
    for (let count = 0; count < 300; count += 1) {
      const scores = Array.from(
        { length: random.integer(2, 12) },
        () => random.integer(0, 10_000) / 100,
      )
      const history = scores.map((score, at) => ({ period: `20${10 + at}`, score }))
      const their = excel.SLOPE(
        scores,
        scores.map((_, at) => at),
      ) as number
      const our = Number(healthTrend(history, handbook.health).perPeriod)
      expect(Math.abs(our - their)).toBeLessThan(1e-9)
    }
  })
})
