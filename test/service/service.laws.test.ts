import fc from 'fast-check'
import {
  addWorkingDays,
  checkServiceLevel,
  defineServiceStandards,
  defineWorkingHours,
  dueAt,
  handbook,
  instantsOf,
  localDateOf,
  measureServiceLevels,
  type ServiceCase,
  type ServiceUnit,
  sumOf,
  workingTimeBetween,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'
import { durationOf, holdsFrom, instants, iso, workingHours } from '../arbitraries.service.js'
import { afterOpenMinutes, type OracleHours, openMinutes, wallClock } from '../oracle/openTime.js'

const MINUTE = 60_000
const at = (instant: string) => Date.parse(instant)
const minutes = (within: number) => ({ within, unit: 'working-minutes' }) as const
const withHours = fc.tuple(workingHours, instants)
const amounts = fc.oneof(fc.constantFrom(1, 15, 60, 180), fc.integer({ min: 1, max: 900 }))

describe('working time', () => {
  it('is what a second computation, minute by minute, makes of it', () => {
    fc.assert(
      fc.property(withHours, fc.nat({ max: 4000 }), ([input, start], length) => {
        const hours = defineWorkingHours(input)
        const end = start + length * MINUTE
        const counted = durationOf(workingTimeBetween(iso(start), iso(end), hours)) / MINUTE
        expect(counted).toBe(openMinutes(start, end, oracleOf(input)))
      }),
      { numRuns: 150 },
    )
  })

  it('is due when the second computation says', () => {
    fc.assert(
      fc.property(withHours, fc.integer({ min: 1, max: 700 }), ([input, start], within) => {
        const expected = afterOpenMinutes(start, within, oracleOf(input))
        if (expected === undefined) return
        expect(at(dueAt(iso(start), minutes(within), defineWorkingHours(input)))).toBe(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('is never due outside of it, and just as much has passed by then', () => {
    fc.assert(
      fc.property(withHours, amounts, ([input, start], within) => {
        const hours = defineWorkingHours(input)
        const due = dueAt(iso(start), minutes(within), hours)
        expect(workingTimeBetween(iso(at(due) - MINUTE), due, hours)).toBe('PT1M')
        expect(durationOf(workingTimeBetween(iso(start), due, hours))).toBe(within * MINUTE)
      }),
    )
  })

  it('is due later with each minute more, and one time after the other when both are', () => {
    fc.assert(
      fc.property(withHours, amounts, amounts, ([input, start], first, second) => {
        const hours = defineWorkingHours(input)
        const due = (from: string, within: number) => dueAt(from, minutes(within), hours)
        expect(at(due(iso(start), first + 1))).toBeGreaterThan(at(due(iso(start), first)))
        expect(due(due(iso(start), first), second)).toBe(due(iso(start), first + second))
      }),
    )
  })

  it('is due no earlier when it starts later', () => {
    fc.assert(
      fc.property(withHours, fc.nat({ max: 3000 }), amounts, ([input, start], later, within) => {
        const hours = defineWorkingHours(input)
        const [one, other] = [start, start + later * MINUTE].map((from) =>
          at(dueAt(iso(from), minutes(within), hours)),
        )
        expect(other).toBeGreaterThanOrEqual(one as number)
      }),
    )
  })
})

describe('the clock on the wall', () => {
  it('shows a time at each instant that it is said to', () => {
    fc.assert(
      fc.property(withHours, ([input, instant]) => {
        const hours = defineWorkingHours(input)
        const shown = wallClock(instant, input.timeZone)
        const found = instantsOf(shown.replace(' ', 'T'), hours).map(at)
        expect(found).toContain(instant)
        expect(found.map((one) => wallClock(one, input.timeZone))).toEqual(found.map(() => shown))
        expect(localDateOf(iso(instant), hours)).toBe(shown.slice(0, 10))
      }),
    )
  })
})

const units = fc.constantFrom<ServiceUnit>('minutes', 'days', 'working-minutes', 'working-days')

/** A case with holds, and a standard of any kind. */
const drawnCases = fc
  .record({
    input: workingHours,
    start: instants,
    unit: units,
    within: fc.integer({ min: 1, max: 900 }),
    warning: fc.integer({ min: 1, max: 300 }),
    buffer: fc.integer({ min: 1, max: 300 }),
    asOf: fc.nat({ max: 12_000 }),
    later: fc.nat({ max: 6000 }),
    closing: fc.boolean(),
  })
  .chain((drawn) => holdsFrom(drawn.start).map((holds) => ({ ...drawn, holds })))
  .map(({ unit, within, warning, buffer, closing, ...drawn }) => {
    const count = (minutes: number) => (unit.endsWith('days') ? 1 + (minutes % 4) : minutes)
    const standard = {
      id: 'any',
      within: count(within),
      unit,
      ...(unit === 'working-days' && closing ? { until: 'closing' as const } : {}),
      buffer: { within: count(buffer), unit },
      warning: { before: count(warning), unit },
    }
    return {
      ...drawn,
      standard,
      hours: defineWorkingHours(drawn.input),
      policy: defineServiceStandards({ standards: [standard] }),
      asked: {
        standard: 'any',
        started: iso(drawn.start),
        asOf: iso(drawn.start + drawn.asOf * MINUTE),
      },
    }
  })

const MINUTES_OF: Readonly<Record<string, number>> = { minutes: MINUTE, 'working-minutes': MINUTE }

describe('a case', () => {
  it('has used and left what adds up to its standard, whatever the holds', () => {
    fc.assert(
      fc.property(drawnCases, ({ asked, holds, policy, hours, standard }) => {
        const level = checkServiceLevel({ ...asked, holds }, policy, hours)
        expect(durationOf(level.used) + durationOf(level.left)).toBe(
          standard.within * (MINUTES_OF[standard.unit] ?? 1),
        )
        expect(throughJson(level)).toEqual(level)
      }),
      { numRuns: 300 },
    )
  })

  it('is not changed by a hold that ends at once, nor by the order of holds, nor by one in two parts', () => {
    fc.assert(
      fc.property(drawnCases, fc.nat({ max: 5000 }), ({ asked, holds, ...drawn }, minute) => {
        const level = (list: ServiceCase['holds']) =>
          checkServiceLevel({ ...asked, holds: list ?? [] }, drawn.policy, drawn.hours)
        const cut = iso(drawn.start + minute * MINUTE)
        const parts = holds.flatMap(({ from, to }) =>
          from < cut && (to === null || cut < to)
            ? [
                { from, to: cut },
                { from: cut, to },
              ]
            : [{ from, to }],
        )
        expect(level([...holds, { from: cut, to: cut }])).toEqual(level(holds))
        expect(level([...holds].reverse())).toEqual(level(holds))
        expect(level(parts)).toEqual(level(holds))
      }),
    )
  })

  it('is due no earlier for one hold more, and has nothing due while it is on hold in time', () => {
    fc.assert(
      fc.property(drawnCases, fc.nat({ max: 5000 }), ({ asked, holds, ...drawn }, minute) => {
        const level = (list: typeof holds) =>
          checkServiceLevel({ ...asked, holds: list }, drawn.policy, drawn.hours)
        const more = {
          from: iso(drawn.start + minute * MINUTE),
          to: iso(drawn.start + (minute + 300) * MINUTE),
        }
        const [before, after] = [level(holds), level([...holds, more])]
        if (before.due !== null && after.due !== null)
          expect(at(after.due)).toBeGreaterThanOrEqual(at(before.due))
        expect(before.due === null).toBe(before.onHold && durationOf(before.left) > 0)
      }),
    )
  })

  it('that is met or late stays so when more is known', () => {
    fc.assert(
      fc.property(drawnCases, fc.nat({ max: 12_000 }), ({ asked, holds, ...drawn }, minute) => {
        const done = iso(drawn.start + minute * MINUTE)
        const ended = holds.filter(({ to }) => to !== null)
        const level = (asOf: string | null) =>
          checkServiceLevel(
            { standard: 'any', started: asked.started, done, holds: ended, ...(asOf && { asOf }) },
            drawn.policy,
            drawn.hours,
          )
        const [now, later] = [level(asked.asOf), level(iso(at(asked.asOf) + drawn.later * MINUTE))]
        if (now.state !== 'open') expect(later.state).toBe(now.state)
        if (later.state === 'open') expect(now.state).toBe('open')
        if (later.state !== 'open') expect([later.state, 'open']).toContain(now.state)
        expect(level(null).state).not.toBe('open')
      }),
    )
  })

  it('is late from the instant after its latest one on, and warned of before it is due', () => {
    fc.assert(
      fc.property(drawnCases, ({ asked, holds, ...drawn }) => {
        const ended = holds.filter(({ to }) => to !== null)
        const far = { ...asked, asOf: iso(drawn.start + 30_000 * MINUTE), holds: ended }
        const { latest, due, warnAt } = checkServiceLevel(far, drawn.policy, drawn.hours)
        if (latest === null || due === null || warnAt === null) return
        const stateAt = (instant: number) =>
          checkServiceLevel(
            { ...far, asOf: undefined as never, done: iso(instant) },
            drawn.policy,
            drawn.hours,
          )
        if (at(latest) >= drawn.start + 30_000 * MINUTE) return
        expect(stateAt(at(latest)).state).toBe('met')
        expect(stateAt(at(latest)).insideBuffer).toBe(latest !== due)
        expect(stateAt(at(latest) + 1).state).toBe('late')
        expect(at(warnAt)).toBeLessThanOrEqual(at(due))
        expect(at(due)).toBeLessThanOrEqual(at(latest))
      }),
    )
  })
})

describe('working days', () => {
  it('are those of the calendar: a case is due at the end of the n-th after its day', () => {
    const china = defineWorkingHours({
      timeZone: 'Asia/Shanghai',
      week: {
        1: ['09:00-18:00'],
        2: ['09:00-18:00'],
        3: ['09:00-18:00'],
        4: ['09:00-18:00'],
        5: ['09:00-18:00'],
      },
      calendar: handbook.chinaCalendar,
      makeUpDays: 5,
    })
    const first = at('2024-01-01T00:00:00+08:00')
    fc.assert(
      fc.property(fc.nat({ max: 1_500_000 }), fc.integer({ min: 1, max: 20 }), (minute, within) => {
        const instant = iso(first + minute * MINUTE)
        const due = dueAt(instant, { within, unit: 'working-days' }, china)
        const day = addWorkingDays(localDateOf(instant, china), within, handbook.chinaCalendar)
        expect(due).toBe(`${day}T23:59:59.999+08:00`)
      }),
    )
  })
})

describe('levels', () => {
  const cases = fc.array(
    fc.record({
      rep: fc.constantFrom('Li', 'Wang'),
      customerKind: fc.constantFrom('key', 'other'),
      standard: fc.constantFrom('first-contact', 'complaint-answer', 'zzz'),
      started: instants.map(iso),
      hours: fc.option(fc.nat({ max: 60 })),
    }),
    { maxLength: 20 },
  )
  const hours = defineWorkingHours({ timeZone: 'Asia/Shanghai', week: { 1: ['09:00-18:00'] } })
  const measure = (rows: readonly object[], per: 'month' | 'year' = 'month') =>
    measureServiceLevels(
      { asOf: '2030-01-01T00:00:00Z', per, cases: rows as readonly ServiceCase[] },
      handbook.service,
      hours,
    )
  const rowsOf = (drawn: readonly DrawnCase[]) =>
    drawn.map(({ hours: length, ...row }, index) => ({
      ...row,
      id: `C-${index}`,
      done: length === null ? null : iso(at(row.started) + length * 60 * MINUTE),
    }))

  it('lose no case: each is met, late, open or named with what is wrong', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { groups, notCounted } = measure(rowsOf(drawn))
        const total = groups.reduce((sum, { met, late, open }) => sum + met + late + open, 0)
        expect(total + notCounted.length).toBe(drawn.length)
        expect(notCounted.length).toBe(drawn.filter(({ standard }) => standard === 'zzz').length)
        for (const group of groups) {
          expect(group.actual).toBe(group.met)
          expect(group.target).toBe(group.met + group.late)
          expect(group.onTime === '1').toBe(group.late === 0 && group.met > 0)
        }
      }),
    )
  })

  it('depend on no order of cases, and those of months add up to those of years', () => {
    fc.assert(
      fc.property(
        cases.chain((drawn) => fc.tuple(fc.constant(rowsOf(drawn)), shuffled(rowsOf(drawn)))),
        ([rows, other]) => {
          const bare = (list: typeof rows) =>
            measure(list).groups.map(({ lateCases: _, ...group }) => group)
          expect(bare(other)).toEqual(bare(rows))
          const sum = (per: 'month' | 'year') =>
            sumOf(['0', ...measure(rows, per).groups.map(({ actual }) => String(actual))])
          expect(sum('year')).toBe(sum('month'))
        },
      ),
    )
  })
})

describe('hours and standards', () => {
  it('equal what is made of their JSON', () => {
    fc.assert(
      fc.property(drawnCases, ({ hours, policy }) => {
        expect(defineWorkingHours(throughJson(hours))).toStrictEqual(hours)
        expect(defineServiceStandards(throughJson(policy))).toStrictEqual(policy)
      }),
    )
  })
})

interface DrawnCase {
  readonly rep: string
  readonly customerKind: string
  readonly standard: string
  readonly started: string
  readonly hours: number | null
}

const oracleOf = (input: Parameters<typeof defineWorkingHours>[0]) => input as OracleHours
