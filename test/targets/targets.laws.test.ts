import fc from 'fast-check'
import {
  addMonths,
  attempt,
  defineCalendar,
  defineTargetPlan,
  type Employment,
  periodRange,
  prorateTarget,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { modes } from '../arbitraries.rooms.js'
import { countWorkingDays, daysFrom } from '../oracle/calendar.js'
import {
  compare,
  type Fraction,
  fraction,
  parse,
  sum,
  toCanonical,
  zero,
} from '../oracle/fraction.js'

const periods = fc.constantFrom('2026-02', '2028-02', '2026-01', '2026-Q4', '2026')

/** Everybody's days in a period: whose each day is, in runs of any length. */
const rosters = fc
  .tuple(
    periods,
    fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([period, runs]) => {
    const { from, to } = periodRange(period)
    const whose: number[] = []
    for (let day = from, at = 0; day <= to; at += 1) {
      const [person, length] = runs[at % runs.length] ?? [0, 1]
      for (let left = length; left > 0 && day <= to; left -= 1, day = daysFrom(day, 1))
        whose.push(person)
    }
    return { period, from, whose }
  })

type Roster = typeof rosters extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** One person's days: all of the period but for leave on the others' days. */
function employmentOf({ period, from, whose }: Roster, person: number): Employment {
  const leave: { from: string; to: string }[] = []
  for (const [index, owner] of whose.entries()) {
    if (owner === person) continue
    const day = daysFrom(from, index)
    const last = leave.at(-1)
    if (last !== undefined && daysFrom(last.to, 1) === day) last.to = day
    else leave.push({ from: day, to: day })
  }
  return { period, leave }
}

const targets = fc
  .oneof(fc.constantFrom(1, 2, 31, 10_000), fc.integer({ min: 1, max: 100_000_000 }))
  .map((cents) => toCanonical(fraction(BigInt(cents), 100n)))

const calendars = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
    off: fc.uniqueArray(fc.nat({ max: 365 }), { maxLength: 20 }),
  })
  .map(({ weekend, off }) => ({
    from: '2026-01-01',
    to: '2028-12-31',
    weekend,
    holidays: off.map((day) => daysFrom('2026-01-01', day)),
    workdays: [],
  }))

function proratedPlans(
  by: 'day' | 'month' | 'working-day',
  months: 'started' | 'whole' = 'started',
) {
  return modes.map((mode) =>
    defineTargetPlan({ currency: 'CNY', proration: { by, months }, rounding: { mode } }),
  )
}

/** A prorated target; one that comes to nothing is refused, and is 0 here. */
function prorated(...input: Parameters<typeof prorateTarget>): Fraction {
  const outcome = attempt(() => prorateTarget(...input))
  if (outcome.ok) return parse(outcome.value.target)
  expect(outcome.issues.map(({ code }) => code)).toEqual(['TARGET_ZERO'])
  return zero
}

describe('a prorated target', () => {
  it('by day adds up to the full one over any partition of the period', () => {
    fc.assert(
      fc.property(targets, rosters, proratedPlans('day'), (target, roster, plan) => {
        const parts = [0, 1, 2].map((person) =>
          prorated(target, employmentOf(roster, person), plan),
        )
        expect(sum(parts)).toEqual(parse(target))
      }),
      { numRuns: 300 },
    )
  })

  it('adds up in whole units and tenths of the currency, too, where the plan keeps no more', () => {
    const kept = fc.tuple(modes, fc.constantFrom(0, 1)).map(([mode, decimals]) =>
      defineTargetPlan({
        currency: 'CNY',
        proration: { by: 'day' },
        rounding: { mode, decimals },
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), rosters, kept, (target, roster, plan) => {
        const parts = [0, 1, 2].map((person) =>
          prorated(target, employmentOf(roster, person), plan),
        )
        expect(sum(parts)).toEqual(parse(String(target)))
        const { decimals } = plan.rounding
        for (const { n, d } of parts) expect((n * 10n ** BigInt(decimals)) % d).toBe(0n)
      }),
    )
  })

  it('by working day adds up to the full one over any partition of the period', () => {
    fc.assert(
      fc.property(
        targets,
        rosters,
        proratedPlans('working-day'),
        calendars,
        (target, roster, plan, calendar) => {
          const defined = defineCalendar(calendar)
          const parts = [0, 1, 2].map((person) =>
            prorated(target, employmentOf(roster, person), plan, defined),
          )
          expect(sum(parts)).toEqual(parse(target))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('with a ramp adds up over any partition to what it is as a whole, by day and by working day', () => {
    const rates = fc.array(fc.constantFrom('0', '0.25', '0.333333', '0.5', '1'), {
      minLength: 1,
      maxLength: 6,
    })
    const ramps = fc
      .tuple(fc.constantFrom('day' as const, 'working-day' as const), rates, modes)
      .map(([by, ramp, mode]) =>
        defineTargetPlan({
          currency: 'CNY',
          proration: { by },
          ramp: [...ramp, '1'],
          rounding: { mode },
        }),
      )
    const joins = fc.integer({ min: -200, max: 60 })
    fc.assert(
      fc.property(
        targets,
        rosters,
        ramps,
        fc.tuple(calendars, joins),
        (target, roster, plan, [calendar, day]) => {
          const defined = defineCalendar(calendar)
          const joined = daysFrom(roster.from, day)
          const parts = [0, 1, 2].map((person) =>
            prorated(target, { ...employmentOf(roster, person), joined }, plan, defined),
          )
          const whole = prorated(target, { period: roster.period, joined }, plan, defined)
          expect(sum(parts)).toEqual(whole)
          expect(compare(whole, parse(target))).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('with a ramp by month adds up over any partition at month ends', () => {
    const monthly = fc.constantFrom('started' as const, 'whole' as const)
    fc.assert(
      fc.property(
        targets,
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: -200, max: 360 }),
        monthly,
        (target, month, day, months) => {
          const plan = defineTargetPlan({
            currency: 'CNY',
            proration: { by: 'month', months },
            ramp: ['0.25', '0.5', '0.75', '1'],
          })
          const joined = daysFrom('2026-01-01', day)
          const first = `2026-${String(month + 1).padStart(2, '0')}-01`
          const before = { period: '2026', to: daysFrom(first, -1), joined }
          const after = { period: '2026', from: first, joined }
          const parts = [before, after].map((employment) => prorated(target, employment, plan))
          expect(sum(parts)).toEqual(prorated(target, { period: '2026', joined }, plan))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('with a ramp by day is the sum of what each day has', () => {
    const plan = defineTargetPlan({
      currency: 'CNY',
      proration: { by: 'day' },
      ramp: ['0.25', '0.5', '0.75', '1'],
    })
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 80 }), (day) => {
        const joined = daysFrom('2026-01-01', day)
        const starts = [0, 1, 2, 3].map((months) => addMonths(joined, months))
        const rates = Array.from({ length: 90 }, (_, at) => daysFrom('2026-01-01', at)).map(
          (date) => starts.filter((start) => start <= date).length * 25,
        )
        const points = rates.reduce((total, rate) => total + rate, 0)
        // 90 days of 100 each, so that a cent is a day's hundredth.
        expect(prorated('90.00', { period: '2026-Q1', joined }, plan)).toEqual(
          parse(String(points / 100)),
        )
      }),
    )
  })

  it('by month adds up to the full one over any partition at month ends', () => {
    const monthly = fc.constantFrom('started' as const, 'whole' as const)
    const split = monthly.chain((months) => proratedPlans('month', months))
    fc.assert(
      fc.property(targets, fc.integer({ min: 1, max: 11 }), split, (target, month, plan) => {
        const first = `2026-${String(month + 1).padStart(2, '0')}-01`
        const before = { period: '2026', to: daysFrom(first, -1) }
        const after = { period: '2026', from: first }
        const parts = [before, after].map((employment) => prorated(target, employment, plan))
        expect(sum(parts)).toEqual(parse(target))
      }),
    )
  })

  it('of whoever was there all the time is the full one, however it is counted', () => {
    const anyPlan = fc.oneof(
      proratedPlans('day'),
      proratedPlans('month'),
      proratedPlans('working-day'),
    )
    fc.assert(
      fc.property(targets, periods, anyPlan, calendars, (target, period, plan, calendar) => {
        const whole = prorateTarget(target, { period }, plan, defineCalendar(calendar))
        expect(whole.target).toBe(whole.full)
        expect(whole.counted).toBe(whole.of)
        expect(parse(whole.target)).toEqual(parse(target))
      }),
    )
  })

  it('by working day counts what a second implementation counts', () => {
    const stays = fc.tuple(fc.nat({ max: 89 }), fc.nat({ max: 89 })).map((both) => {
      const [first = 0, last = 0] = both.sort((a, b) => a - b)
      return {
        period: '2026-Q1',
        from: daysFrom('2026-01-01', first),
        to: daysFrom('2026-01-01', last),
      }
    })
    fc.assert(
      fc.property(stays, calendars, proratedPlans('working-day'), (stay, calendar, plan) => {
        const count = countWorkingDays(stay.from, stay.to, calendar)
        const outcome = attempt(() => prorateTarget(100_000, stay, plan, defineCalendar(calendar)))
        expect(outcome.ok ? outcome.value.counted : 0).toBe(count)
      }),
    )
  })

  it('is never lower for one more day', () => {
    const plans = fc.oneof(
      proratedPlans('day'),
      proratedPlans('month'),
      proratedPlans('month', 'whole'),
    )
    fc.assert(
      fc.property(targets, rosters, fc.nat({ max: 400 }), plans, (target, roster, at, plan) => {
        const extra = at % roster.whose.length
        const whose = roster.whose.map((person, day) => (day === extra ? 0 : person))
        const more = { ...roster, whose }
        const less = prorated(target, employmentOf(roster, 0), plan)
        expect(compare(prorated(target, employmentOf(more, 0), plan), less)).toBeGreaterThanOrEqual(
          0,
        )
      }),
    )
  })
})
