/** Due times in working hours, with breaks, holidays and make-up days, against what is written by hand with date-fns and knows of none. */
import assert from 'node:assert/strict'
import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import { differenceInMinutes } from 'date-fns/differenceInMinutes'
import { formatISO } from 'date-fns/formatISO'
import { isBefore } from 'date-fns/isBefore'
import { isWeekend } from 'date-fns/isWeekend'
import { parseISO } from 'date-fns/parseISO'
import { setHours } from 'date-fns/setHours'
import { startOfDay } from 'date-fns/startOfDay'
import { defineWorkingHours, dueAt, handbook } from 'sales-rules'
import type { Comparison } from './comparison.js'

const [OPENING, CLOSING] = [9, 18]
const COUNT = 10_000
const YEAR_MINUTES = 350 * 24 * 60

interface Asked {
  readonly received: string
  readonly within: number
}

/** Spread over the year, from one to forty hours. */
function drawAsked(): Asked[] {
  const first = Date.UTC(2026, 0, 2)
  return Array.from({ length: COUNT }, (_, at) => ({
    received: new Date(first + ((at * 7919) % YEAR_MINUTES) * 60_000).toISOString(),
    within: 1 + ((at * 31) % 40),
  }))
}

/** In the zone of the machine, which is the only one that plain date-fns knows. */
function dueByHand({ received, within }: Asked): string {
  let at = parseISO(received)
  let left = within * 60
  for (;;) {
    const opening = setHours(startOfDay(at), OPENING)
    const closing = setHours(startOfDay(at), CLOSING)
    if (!isWeekend(at) && isBefore(at, closing)) {
      if (isBefore(at, opening)) at = opening
      const open = differenceInMinutes(closing, at)
      if (left <= open) return formatISO(addMinutes(at, left))
      left -= open
    }
    at = setHours(startOfDay(addDays(at, 1)), OPENING)
  }
}

function hoursWith(spans: readonly string[], calendar?: typeof handbook.chinaCalendar) {
  return defineWorkingHours({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans },
    ...(calendar && { calendar, makeUpDays: 5 }),
  })
}

export const comparisons: readonly Comparison[] = [
  {
    work: 'due times in working hours, over a year with a break, holidays and make-up days, 10k',
    against: 'date-fns by hand, without any of these',
    bound: { 'at-most': 1 },
    prepare: () => {
      const asked = drawAsked()
      const hours = hoursWith(['09:00-12:00', '13:30-18:00'], handbook.chinaCalendar)
      const plain = hoursWith(['09:00-18:00'])
      const due = ({ received, within }: Asked, open: typeof hours) =>
        dueAt(received, { within, unit: 'working-hours' }, open)
      return {
        subject: () => asked.map((one) => due(one, hours)),
        reference: () => asked.map(dueByHand),
        check: () => {
          for (const one of asked)
            assert.equal(Date.parse(due(one, plain)), Date.parse(dueByHand(one)))
        },
      }
    },
  },
]
