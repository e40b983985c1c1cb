import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as check from '../../src/kernel/check/check.js'
import { attempt } from '../../src/kernel/input/attempt.js'
import type { Issue } from '../../src/kernel/input/issue.js'
import {
  addWorkingDays,
  countWorkingDays,
  type DefinedCalendar,
  isWorkingDay,
} from '../../src/kernel/time/calendar.js'
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  weekdayOf,
} from '../../src/kernel/time/dates.js'
import { addPeriods, periodOf, periodRange } from '../../src/kernel/time/period.js'
import { defineCalendar } from '../../src/kernel/time/schema.js'
import { findStreaks, type PeriodHeld, type StreakRule } from '../../src/kernel/time/streak.js'
import { type Version, versionOn } from '../../src/kernel/time/timeline.js'
import {
  anyDate,
  calendarInput,
  coveredDate,
  history,
  nearDate,
  streakRule,
  unit,
} from '../arbitraries.time.js'
import * as oracle from '../oracle/calendar.js'
import { periodAfter, runUpTo, streaksOf } from '../oracle/streak.js'

const law = (name: string, property: fc.IRawProperty<unknown>) =>
  it(name, () => fc.assert(property, { numRuns: 300 }))

/** The answer, or "refused": what a law compares where both sides may refuse. */
function answerOf<Value>(call: () => Value): Value | 'refused' {
  const outcome = attempt(call)
  return outcome.ok ? outcome.value : 'refused'
}

function oracleAnswer<Value>(call: () => Value): Value | 'refused' {
  try {
    return call()
  } catch {
    return 'refused'
  }
}

const monthIndex = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const dayOf = (date: string) => Number(date.slice(8))

describe('dates', () => {
  law(
    'a date and its day number are two names of one day',
    fc.property(anyDate, (date) => {
      expect(dateOfDay(dayNumber(date))).toBe(date)
    }),
  )

  law(
    'the text order of dates is their order in time',
    fc.property(anyDate, anyDate, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1)
    }),
  )

  law(
    'the days added are the days between, and taking them away leads back',
    fc.property(nearDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      const later = addDays(date, days)
      expect(later).toBe(oracle.daysFrom(date, days))
      expect(daysBetween(date, later)).toBe(days)
      expect(addDays(later, -days)).toBe(date)
    }),
  )

  law(
    'the next day is the next weekday, and seven days later is the same one',
    fc.property(anyDate, (date) => {
      const day = dayNumber(date)
      expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1)
      expect(weekdayOf(day + 7)).toBe(weekdayOf(day))
    }),
  )

  law(
    'adding months lands in the month meant, never in the one after it, on the day or the last before it',
    fc.property(nearDate, fc.integer({ min: -3000, max: 3000 }), (date, months) => {
      const later = addMonths(date, months)
      expect(monthIndex(later)).toBe(monthIndex(date) + months)
      expect(dayOf(later)).toBeLessThanOrEqual(dayOf(date))
      const isShortened = dayOf(later) < dayOf(date)
      if (isShortened) expect(dayOf(addDays(later, 1))).toBe(1)
    }),
  )

  law(
    'an earlier date is never later after adding the same months',
    fc.property(nearDate, nearDate, fc.integer({ min: -60, max: 60 }), (a, b, months) => {
      const [first, second] = a < b ? [a, b] : [b, a]
      expect(addMonths(first, months) <= addMonths(second, months)).toBe(true)
    }),
  )

  law(
    'no value at all breaks a function of time: it answers or refuses',
    fc.property(fc.anything(), fc.anything(), (a, b) => {
      const [date, other] = [a as string, b as string]
      attempt(() => addDays(date, b as number))
      attempt(() => addMonths('2026-01-31', b as number))
      attempt(() => daysBetween(date, other))
      attempt(() => periodRange(date))
      attempt(() => addPeriods('2026-Q1', b as number))
      attempt(() => periodOf('2026-01-31', b as 'year'))
      attempt(() => findStreaks(a as PeriodHeld[], b as StreakRule))
      attempt(() => versionOn(a as Version<unknown>[], other))
      attempt(() => defineCalendar(a as DefinedCalendar))
      attempt(() => isWorkingDay(date, b as DefinedCalendar))
    }),
  )
})

describe('periods', () => {
  law(
    'periods partition the days: each day is in one, and the day after its last is in the next',
    fc.property(nearDate, unit, (date, per) => {
      const period = periodOf(date, per)
      const { from, to, unit: found } = periodRange(period)
      expect(found).toBe(per)
      expect(from <= date && date <= to).toBe(true)
      expect(periodRange(addPeriods(period, 1)).from).toBe(addDays(to, 1))
      expect(periodOf(addDays(from, -1), per)).toBe(addPeriods(period, -1))
    }),
  )

  law(
    'the next period is the one that the oracle writes down',
    fc.property(anyDate, unit, (date, per) => {
      fc.pre(!date.startsWith('9999'))
      const period = periodOf(date, per)
      expect(addPeriods(period, 1)).toBe(periodAfter(period))
    }),
  )

  law(
    'adding periods is undone by taking them away, and adds up',
    fc.property(nearDate, unit, fc.integer({ min: -900, max: 900 }), (date, per, count) => {
      const period = periodOf(date, per)
      expect(addPeriods(addPeriods(period, count), -count)).toBe(period)
      expect(addPeriods(addPeriods(period, count), 1)).toBe(addPeriods(period, count + 1))
    }),
  )

  law(
    'a month lies within its quarter, and a quarter within its year',
    fc.property(anyDate, (date) => {
      const [month, quarter, inYear] = (['month', 'quarter', 'year'] as const).map((per) =>
        periodRange(periodOf(date, per)),
      )
      const starts = [inYear?.from, quarter?.from, month?.from, date, month?.to, quarter?.to]
      expect([...starts, inYear?.to]).toEqual([...starts, inYear?.to].sort())
    }),
  )
})

describe('calendars', () => {
  const aCalendar = calendarInput.map((input) => ({ input, calendar: defineCalendar(input) }))
  const smallN = fc.integer({ min: -40, max: 40 })

  law(
    'agree with an oracle that walks day by day',
    fc.property(aCalendar, nearDate, coveredDate, coveredDate, smallN, (both, out, a, b, n) => {
      const { input, calendar } = both
      expect(isWorkingDay(a, calendar)).toBe(oracle.isWorkingDay(a, input))
      expect(answerOf(() => addWorkingDays(a, n, calendar))).toBe(
        oracleAnswer(() => oracle.addWorkingDays(a, n, input)),
      )
      expect(answerOf(() => countWorkingDays(a, b, calendar))).toBe(
        oracleAnswer(() => oracle.countWorkingDays(a, b, input)),
      )
      expect(answerOf(() => isWorkingDay(out, calendar))).toBe(
        oracleAnswer(() => oracle.isWorkingDay(out, input)),
      )
    }),
  )

  law(
    'each added working day moves the date forward to the next day worked',
    fc.property(
      aCalendar,
      coveredDate,
      fc.integer({ min: 0, max: 30 }),
      ({ calendar }, date, n) => {
        const reached = answerOf(() => addWorkingDays(date, n, calendar))
        const next = answerOf(() => addWorkingDays(date, n + 1, calendar))
        fc.pre(reached !== 'refused' && next !== 'refused')
        expect(next > reached).toBe(true)
        expect(isWorkingDay(next, calendar)).toBe(true)
        expect(countWorkingDays(addDays(reached, 1), next, calendar)).toBe(1)
      },
    ),
  )

  law(
    'adding working days is undone by taking them away, from a day worked',
    fc.property(aCalendar, coveredDate, smallN, ({ calendar }, date, n) => {
      fc.pre(isWorkingDay(date, calendar))
      const reached = answerOf(() => addWorkingDays(date, n, calendar))
      fc.pre(reached !== 'refused')
      expect(addWorkingDays(reached, -n, calendar)).toBe(date)
    }),
  )

  law(
    'so many days added are so many days counted',
    fc.property(
      aCalendar,
      coveredDate,
      fc.integer({ min: 1, max: 40 }),
      ({ calendar }, date, n) => {
        const reached = answerOf(() => addWorkingDays(date, n, calendar))
        fc.pre(reached !== 'refused')
        expect(countWorkingDays(addDays(date, 1), reached, calendar)).toBe(n)
      },
    ),
  )

  law(
    'working days add up over any split',
    fc.property(
      aCalendar,
      fc.uniqueArray(coveredDate, { minLength: 3, maxLength: 3 }),
      ({ calendar }, dates) => {
        const [from = '', split = '', to = ''] = [...dates].sort()
        const before = countWorkingDays(from, split, calendar)
        const after = countWorkingDays(addDays(split, 1), to, calendar)
        expect(before + after).toBe(countWorkingDays(from, to, calendar))
      },
    ),
  )

  law(
    'working days counted back are the negative of those counted forward',
    fc.property(aCalendar, coveredDate, coveredDate, ({ calendar }, a, b) => {
      fc.pre(a !== b)
      const sum = countWorkingDays(a, b, calendar) + countWorkingDays(b, a, calendar)
      expect(sum).toBe(0)
    }),
  )

  law(
    'a calendar read back from JSON is the same calendar',
    fc.property(aCalendar, ({ calendar }) => {
      expect(defineCalendar(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar)
    }),
  )

  law(
    'the order of the dates in a calendar does not matter',
    fc.property(aCalendar, ({ input, calendar }) => {
      const reversed = {
        ...input,
        weekend: [...input.weekend].reverse(),
        holidays: [...input.holidays].reverse(),
        workdays: [...input.workdays].reverse(),
      }
      expect(defineCalendar(reversed)).toEqual(calendar)
    }),
  )
})

describe('streaks', () => {
  const hits = (entries: readonly PeriodHeld[]) =>
    entries.map((entry) => ({
      period: entry.period,
      hit: 'held' in entry ? entry.held : ('excused' as const),
    }))

  law(
    'are reached where an oracle reads them off a strip of letters',
    fc.property(history, streakRule, (entries, rule) => {
      const { fired } = streaksOf(hits(entries), { ...rule, fires: rule.repeat })
      expect(findStreaks(entries, rule).map(({ reachedIn }) => reachedIn)).toEqual(fired)
    }),
  )

  law(
    'are the same whatever the order of the history',
    fc.property(
      history.chain((entries) =>
        fc.tuple(
          fc.constant(entries),
          fc.shuffledSubarray([...entries], { minLength: entries.length }),
        ),
      ),
      streakRule,
      ([entries, mixed], rule) => {
        expect(findStreaks(mixed, rule)).toEqual(findStreaks(entries, rule))
      },
    ),
  )

  law(
    'are made of as many periods as the rule says, each of which held and each in one streak only',
    fc.property(history, streakRule, (entries, rule) => {
      const held = entries.flatMap((entry) => ('held' in entry && entry.held ? entry.period : []))
      const streaks = findStreaks(entries, rule)
      const used = streaks.flatMap((streak) => streak.periods)
      for (const { periods, reachedIn } of streaks) {
        expect(periods).toHaveLength(rule.length)
        expect(periods.at(-1)).toBe(reachedIn)
        expect(periods).toEqual([...periods].sort())
      }
      expect(held).toEqual(expect.arrayContaining(used))
      expect(new Set(used).size).toBe(used.length)
    }),
  )

  law(
    'never cross a period that is neither there nor excused, unless the rule passes over gaps',
    fc.property(history, streakRule, (entries, rule) => {
      const there = new Set(entries.map(({ period }) => period))
      const { gapAtMost: _, ...without } = rule
      for (const { periods, reachedIn } of findStreaks(entries, { ...without, gap: 'break' })) {
        let period = periods[0] ?? reachedIn
        for (; period !== reachedIn; period = periodAfter(period)) expect(there).toContain(period)
      }
    }),
  )

  law(
    'up to a period are as long as an oracle reads them off a strip of letters',
    fc.property(
      history,
      fc.nat({ max: 20 }),
      fc.constantFrom('break', 'ignore'),
      (entries, later, gap) => {
        const [first] = entries.map(({ period }) => period).sort()
        fc.pre(first !== undefined)
        let asOf = first
        for (let count = 0; count < later; count += 1) asOf = periodAfter(asOf)
        const issues: Issue[] = []
        const per = periodRange(first).unit
        const condition = { id: 'held', comparison: 'equals', required: true } as const
        const inARow = { length: 1, per, gap } as const
        const value = entries.map((entry) =>
          'held' in entry ? { period: entry.period, value: entry.held } : entry,
        )
        const facts = { held: value, asOf }
        const { checks } = check.run(check.compile({ ...condition, inARow }), facts, [], issues)
        expect(issues).toEqual([])
        expect(checks[0]?.actual).toBe(String(runUpTo(asOf, hits(entries), { gap })))
      },
    ),
  )

  law(
    'counted once are among those counted at each multiple',
    fc.property(history, streakRule, (entries, rule) => {
      const once = findStreaks(entries, { ...rule, repeat: 'once' })
      const often = findStreaks(entries, { ...rule, repeat: 'each-multiple' })
      expect(often).toEqual(expect.arrayContaining(once))
    }),
  )
})

describe('versions', () => {
  /** Versions of some days each with some days between, the last perhaps for good, in any order. */
  const versions = fc
    .array(
      fc.record({
        gap: fc.constantFrom(0, 0, 1, 5),
        days: fc.integer({ min: 1, max: 40 }),
        isOpen: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    .chain((spans) => {
      let start = '2027-12-20'
      const list = spans.map(({ gap, days, isOpen }, index): Version<number> => {
        const from = oracle.daysFrom(start, gap)
        const to = oracle.daysFrom(from, days - 1)
        start = oracle.daysFrom(to, 1)
        return isOpen ? { from, value: index } : { from, to, value: index }
      })
      return fc.shuffledSubarray(list, { minLength: list.length })
    })

  /** Walks from the first day there is a version, day by day, changing version when one starts or ends. */
  function walk(list: readonly Version<number>[], date: string): number | 'refused' {
    let current: Version<number> | undefined
    for (let day = '2027-12-20'; day <= date; day = oracle.daysFrom(day, 1)) {
      if (typeof current?.to === 'string' && current.to < day) current = undefined
      current = list.find(({ from }) => from === day) ?? current
    }
    return current?.value ?? 'refused'
  }

  law(
    'agree with a walk day by day, in whatever order they are given',
    fc.property(versions, fc.integer({ min: -3, max: 260 }), (list, days) => {
      const date = oracle.daysFrom('2027-12-20', days)
      expect(answerOf(() => versionOn(list, date).value)).toBe(walk(list, date))
    }),
  )
})
