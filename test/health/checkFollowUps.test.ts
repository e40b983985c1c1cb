import fc from 'fast-check'
import {
  attempt,
  checkFollowUps,
  churnWarnings,
  defineHealthModel,
  type FollowUp,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../arbitraries.rooms.js'

const { health } = handbook
const byFollowUp = defineHealthModel({ ...health, provenance: [], unansweredBy: 'follow-up' })

/** `2026-03-01 n` was not answered, `y` was, `?` still waits. */
function given(...written: readonly string[]): FollowUp[] {
  return written.map((text) => {
    const [date = '', answer] = text.split(' ')
    return { date, answered: answer === '?' ? null : answer === 'y' }
  })
}

describe('checkFollowUps', () => {
  it('does not count a follow-up that still waits for its answer (HEA-2, retain-03)', () => {
    const check = checkFollowUps(given('2026-03-01 n', '2026-03-08 n', '2026-03-15 ?'), health)
    expect(check).toEqual({
      unanswered: 2,
      required: 3,
      remaining: 1,
      since: '2026-03-01',
      lastAnswered: null,
      pending: 1,
      warnings: [],
      policy: { id: 'handbook-health', version: '1' },
      clauses: ['HEA-2'],
    })
  })

  it('passes over one that waits between others, which ends no run', () => {
    const waiting = given('2026-03-01 n', '2026-03-02 n', '2026-03-03 ?', '2026-03-04 n')
    expect(checkFollowUps(waiting, health)).toMatchObject({ unanswered: 3, pending: 1 })
    expect(churnWarnings(waiting, health)).toEqual([
      {
        kind: 'unanswered',
        since: '2026-03-01',
        raised: '2026-03-04',
        followUps: 3,
        days: 3,
        clause: 'HEA-2',
      },
    ])
  })

  it('counts three calls of one day as one, unless the model counts follow-ups', () => {
    const calls = given('2026-03-01 n', '2026-03-01 n', '2026-03-01 n')
    expect(checkFollowUps(calls, health)).toMatchObject({ unanswered: 1, warnings: [] })
    expect(checkFollowUps(calls, byFollowUp)).toMatchObject({ unanswered: 3, remaining: 0 })
    expect(churnWarnings(calls, byFollowUp)[0]).toMatchObject({ followUps: 3, days: 1 })
    const days = given('2026-03-01 n', '2026-03-01 n', '2026-03-02 n', '2026-03-03 n')
    expect(churnWarnings(days, health)[0]).toMatchObject({ followUps: 4, days: 3 })
  })

  it('takes an answer for that of its whole day, and a day on which one waits for one that is not over', () => {
    const answered = given('2026-03-01 n', '2026-03-02 y', '2026-03-02 n', '2026-03-03 n')
    expect(checkFollowUps(answered, health)).toMatchObject({
      unanswered: 1,
      since: '2026-03-03',
      lastAnswered: '2026-03-02',
    })
    const waiting = given('2026-03-01 n', '2026-03-02 n', '2026-03-02 ?')
    expect(checkFollowUps(waiting, health)).toMatchObject({ unanswered: 1, pending: 1 })
  })

  it('refuses a follow-up after the day asked about', () => {
    const asked = (asOf: string) =>
      attempt(() => checkFollowUps(given('2026-03-01 n'), health, { asOf }))
    expect(asked('2026-03-01').ok).toBe(true)
    const outcome = asked('2026-02-28')
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'DATES_OUT_OF_ORDER', path: ['followUps', 0, 'date'] },
    ])
  })

  it('by day is the same in any order, and says what is left to a warning', () => {
    const day = fc.integer({ min: 1, max: 9 })
    const followUps = fc.array(
      fc.record({
        date: day.map((one) => `2026-03-0${one}`),
        answered: fc.constantFrom(true, false, false, null),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        followUps.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, others]) => {
          const check = checkFollowUps(list, health)
          expect(checkFollowUps(others, health)).toEqual(check)
          expect(check.warnings.length > 0).toBe(check.remaining === 0)
          // Counted again, day by day, from the latest back.
          let silent = 0
          for (let one = 9; one > 0; one -= 1) {
            const ofDay = list.filter(({ date }) => date === `2026-03-0${one}`)
            if (ofDay.some(({ answered }) => answered === true)) break
            const isOver = ofDay.every(({ answered }) => answered === false)
            if (ofDay.length > 0 && isOver) silent += 1
          }
          expect(check.unanswered).toBe(silent)
        },
      ),
    )
  })
})
