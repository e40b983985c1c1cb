import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import { defineWorkingHours, dueAt, workingTimeBetween } from 'sales-rules'
import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../oracle/random.js'

/**
 * Against dayjs-business-time: when so many working minutes are over, and how many lie between two instants, in one week of hours with a lunch
 * break and a few holidays. It knows no time zone and no make-up day, and its hours are the process's own: so these are local times of
 * January and February, where no clock is put forward, and ours are UTC.
 */
const week = {
  monday: [
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ],
  tuesday: [['09:00', '17:00']],
  wednesday: [['08:00', '12:00']],
  thursday: [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
  friday: [['10:15', '15:45']],
} as const
const holidays = ['2026-01-01', '2026-01-06', '2026-02-16']
const hours = defineWorkingHours({
  timeZone: 'UTC',
  week: Object.fromEntries(
    Object.values(week).map((windows, at) => [at + 1, windows.map((window) => window.join('-'))]),
  ),
  holidays,
})
const random = seededRandom(4)

beforeAll(() => {
  dayjs.extend(businessTime)
  const times = Object.entries(week).map(([day, windows]) => [
    day,
    windows.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })),
  ])
  dayjs.setBusinessTime({ sunday: null, saturday: null, ...Object.fromEntries(times) })
  dayjs.setHolidays(holidays)
})

/** A minute of January or February. */
const drawMinute = () => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `2026-${two(random.integer(1, 2))}-${two(random.integer(1, 20))}T${two(random.integer(0, 23))}:${two(random.integer(0, 59))}`
}

describe('working time, against dayjs-business-time', () => {
  it('is over at the same minute', () => {
    for (let count = 0; count < 200; count += 1) {
      const from = drawMinute()
      const minutes = random.integer(1, 2400)
      const theirs = dayjs(from).addBusinessMinutes(minutes).format('YYYY-MM-DDTHH:mm')
      const ours = dueAt(`${from}:00Z`, { within: minutes, unit: 'working-minutes' }, hours)
      expect(ours.slice(0, 16), `${from} and ${minutes} minutes`).toBe(theirs)
    }
  })

  it('is as much between two instants', () => {
    for (let count = 0; count < 200; count += 1) {
      const [from, to] = [drawMinute(), drawMinute()].sort() as [string, string]
      const theirs = dayjs(to).businessMinutesDiff(dayjs(from))
      const [, h = '0', m = '0'] =
        /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(workingTimeBetween(`${from}:00Z`, `${to}:00Z`, hours)) ??
        []
      expect(Number(h) * 60 + Number(m), `${from} to ${to}`).toBe(Math.abs(theirs))
    }
  })
})
