import fc from 'fast-check'
import { checkServiceLevel, defineServiceStandards, defineWorkingHours } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { durationOf, holdsFrom, instants, iso, workingHours } from '../arbitraries.service.js'
import { daysOf, minutesOf, type OracleHours, openAt } from '../oracle/openTime.js'

const MINUTE = 60_000

/** A case with holds, some of which go on at the instant it is looked at, or begin later. */
const cases = fc
  .record({
    input: workingHours,
    from: instants,
    within: fc.integer({ min: 1, max: 900 }),
    asOf: fc.nat({ max: 8000 }),
  })
  .chain((drawn) => holdsFrom(drawn.from).map((holds) => ({ ...drawn, holds })))
  .map(({ asOf, from, ...drawn }) => ({ ...drawn, from, asOf: from + asOf * MINUTE }))

/** What is known of holds at an instant: one that goes on has no end. */
const knownAt = (holds: readonly { from: string; to: string | null }[], asOf: number) =>
  holds
    .map(({ from, to }) => [Date.parse(from), to === null ? Infinity : Date.parse(to)] as const)
    .filter(([from]) => from <= asOf)
    .map(([from, to]) => ({ from, to: to > asOf ? Infinity : to }))

const level = (unit: string, { input, from, asOf, within, holds }: Drawn) => {
  const standards = [{ id: 'any', within, unit: unit as 'minutes' }]
  const asked = { standard: 'any', started: iso(from), asOf: iso(asOf), holds }
  return checkServiceLevel(asked, defineServiceStandards({ standards }), defineWorkingHours(input))
}

type Drawn = typeof cases extends fc.Arbitrary<infer One> ? One : never

const at = (instant: string | null) => (instant === null ? null : Date.parse(instant))

describe('a case with holds', () => {
  it.each(['minutes', 'working-minutes'])(
    'uses, holds and is due what a second computation, minute by minute, makes of it: in %s',
    (unit) => {
      fc.assert(
        fc.property(cases, (drawn) => {
          const isOpen = unit === 'minutes' ? () => true : openAt(drawn.input as OracleHours)
          const expected = minutesOf(drawn, knownAt(drawn.holds, drawn.asOf), isOpen)
          const { used, held, due } = level(unit, drawn)
          expect(durationOf(used)).toBe(expected.used * MINUTE)
          expect(durationOf(held)).toBe(expected.held * MINUTE)
          if (expected.due !== null) expect(at(due)).toBe(expected.due)
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(['days', 'working-days'])(
    'uses and is due what a second computation, closing by closing, makes of it: in %s',
    (unit) => {
      fc.assert(
        fc.property(cases, ({ within: minutes, ...rest }) => {
          const drawn = { ...rest, within: 1 + (minutes % 5) }
          const hours = { ...(drawn.input as OracleHours), isWorking: unit === 'working-days' }
          const expected = daysOf(drawn, knownAt(drawn.holds, drawn.asOf), hours)
          const { used, due } = level(unit, drawn)
          expect(durationOf(used)).toBe(expected.used)
          if (!Number.isNaN(expected.due) && due !== null) expect(at(due)).toBe(expected.due)
          if (due === null) expect(durationOf(used)).toBeLessThan(drawn.within)
        }),
        { numRuns: 60 },
      )
    },
  )
})
