import fc from 'fast-check'
import {
  type ApplicationStep,
  addDays,
  advanceApplication,
  checkMentor,
  checkPromotion,
  handbook,
  nextRungs,
  openApplication,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, countWorkingDays, isWorkingDay } from '../oracle/calendar.js'
import { changed } from './policies.js'

const years = (...values: readonly unknown[]) =>
  values.map((value, at) => ({ period: String(2026 - values.length + at), value }))
const quarters = (...values: readonly unknown[]) =>
  values.map((value, at) => ({ period: `2026-Q${at + 1}`, value }))

/** By its name, each fact that a rung or a mentor is judged by, from what is worst to what is best. */
const ladderOf: Readonly<Record<string, readonly unknown[]>> = {
  hiringApproved: [false, true],
  attainmentLast12Months: ['-0.2', '1.0999', '1.1', '1.2', { actual: 12, target: 1 }],
  newcomerRetention: [0, '0.7999', { actual: 4, target: 5 }, 1],
  managementAssessment: [false, true],
  yearlyGrades: [years('C', 'A'), years('S', 'A'), years('A', 'S'), years('S', 'S')],
  regionalAttainment: [quarters('0.9', 1), quarters(1, '1.01'), quarters('1.0001', '1.01')],
  channelCases: [0, 1, 2, 3],
  strategyDefence: [false, true],
  largestProject: ['0', '4999999.99', '5000000', '5000000.01'],
  supervisorsDeveloped: [0, 1, 2, 3],
  executiveInterview: [false, true],
  industryCertificate: [false, true],
  industrySolutions: [0, 2, 3, 4],
  satisfaction: [0, '89.99', 90, 100],
  proposalsAdopted: [0, 4, 5, 6],
  whitePaper: [false, true],
  committeeApproved: [false, true],
  moveApproved: [false, true],
  yearlyAttainment: [years('0.9', '0.9'), years(1, '0.999'), years(1, 1), years(2, 2)],
  coachedBefore: [false, true],
}
const names = Object.keys(ladderOf)

/** How good each fact is; one of them may be one better. */
const drawn = fc.record(
  Object.fromEntries(
    names.map((name) => [name, fc.nat({ max: (ladderOf[name]?.length ?? 1) - 1 })]),
  ),
  { requiredKeys: [] },
)
const factsOf = (levels: Readonly<Record<string, number | undefined>>) => ({
  asOf: '2026-Q2',
  ...Object.fromEntries(
    Object.entries(levels).map(([name, level]) => [name, ladderOf[name]?.[level ?? 0]]),
  ),
})
const better = (levels: Readonly<Record<string, number | undefined>>, name: string) => {
  const level = levels[name]
  const best = (ladderOf[name]?.length ?? 1) - 1
  return level === undefined ? levels : { ...levels, [name]: Math.min(best, level + 1) }
}

const ANSWERS = [false, 'unknown', true] as const
const rungs = handbook.careers.ladders.flatMap((ladder) => ladder.rungs.map(({ id }) => id))
const moves = handbook.careers.sidewaysMoves.map(({ id }) => id)

describe('eligibility', () => {
  it('never falls when a fact is better: for each rung, each sideways move and a mentor', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...names), (levels, name) => {
        const asked = (given: typeof levels) => {
          const facts = factsOf(given)
          return [
            ...[...rungs, ...moves].map(
              (rung) => checkPromotion(facts, rung, handbook.careers).eligible,
            ),
            checkMentor(facts, handbook.careers).eligible,
          ].map((answer) => ANSWERS.indexOf(answer))
        }
        const before = asked(levels)
        const after = asked(better(levels, name))
        expect(after.filter((answer, at) => answer < (before[at] ?? 0))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('with what is better never moves a rung further away', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.constantFrom(...names),
        fc.constantFrom(...rungs, ...moves),
        (levels, name, currentRung) => {
          const away = (given: typeof levels) =>
            new Map(
              nextRungs({ ...factsOf(given), currentRung }, handbook.careers).moves.map(
                ({ rung, remaining }) => [rung, remaining],
              ),
            )
          const before = away(levels)
          for (const [rung, remaining] of away(better(levels, name)))
            expect(remaining).toBeLessThanOrEqual(before.get(rung) ?? 0)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is a yes where nothing is missing, and only there; the moves are in order of what is', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...rungs, ...moves), (levels, currentRung) => {
        const found = nextRungs({ ...factsOf(levels), currentRung }, handbook.careers).moves
        for (const { eligible, remaining, missing, nearest } of found) {
          expect(eligible === true).toBe(remaining === 0)
          expect(eligible === true).toBe(missing.length === 0)
          expect(nearest.filter(({ outcome }) => outcome === 'met')).toEqual([])
        }
        const away = found.map(({ remaining }) => remaining)
        expect(away).toEqual([...away].sort((a, b) => a - b))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a publication', () => {
  const calendar = handbook.chinaCalendar
  const defended = (policy: typeof handbook.careers) => {
    const steps: readonly ApplicationStep[] = [
      {
        step: 'review-360',
        on: '2024-01-01',
        reviews: { manager: [90], peers: [80, 70, 75], customers: [85] },
      },
      { step: 'defence', on: '2024-01-01', kind: 'solution', passed: true },
    ]
    return steps.reduce(
      (application, step) => advanceApplication(application, step, policy),
      openApplication(
        {
          applicant: 'Ma Jun',
          rung: 'product-expert',
          on: '2024-01-01',
          proofs: [{ for: 'whitePaper', document: 'paper' }],
        },
        policy,
      ),
    )
  }
  const policies = Object.fromEntries(
    (['excluded', 'included'] as const).map((firstDay) => [
      firstDay,
      changed({ procedure: { clause: 'PRO-11', publication: { workingDays: 1, firstDay } } }),
    ]),
  )
  const waiting = Object.fromEntries(
    Object.entries(policies).map(([firstDay, policy]) => [firstDay, defended(policy)]),
  )
  const lastDayOf = (firstDay: string, on: string, workingDays: number) => {
    const policy = policies[firstDay] ?? handbook.careers
    const at = waiting[firstDay] ?? defended(policy)
    const published = advanceApplication(
      at,
      { step: 'publication', on, workingDays },
      policy,
      calendar,
    )
    const entry = published.history.at(-1)
    return entry?.step === 'publication' ? entry.lastDay : ''
  }
  const anyDay = fc.nat({ max: 1000 }).map((days) => addDays('2024-01-01', days))
  const anyLength = fc.integer({ min: 1, max: 20 })
  const firstDays = fc.constantFrom('excluded', 'included')

  it('ends on the day that walking the calendar day by day comes to', () => {
    fc.assert(
      fc.property(firstDays, anyDay, anyLength, (firstDay, on, workingDays) => {
        const isCounted = firstDay === 'included' && isWorkingDay(on, calendar)
        const expected = addWorkingDays(on, isCounted ? workingDays - 1 : workingDays, calendar)
        const lastDay = lastDayOf(firstDay, on, workingDays)
        expect(lastDay).toBe(expected)
        const from = firstDay === 'included' ? on : addDays(on, 1)
        expect(countWorkingDays(from, lastDay, calendar)).toBe(workingDays)
        expect(isWorkingDay(lastDay, calendar)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('ends later for each working day more, and never sooner for being published later', () => {
    fc.assert(
      fc.property(firstDays, anyDay, anyLength, (firstDay, on, workingDays) => {
        const lastDay = lastDayOf(firstDay, on, workingDays)
        expect(lastDayOf(firstDay, on, workingDays + 1) > lastDay).toBe(true)
        expect(lastDayOf(firstDay, addDays(on, 1), workingDays) >= lastDay).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
