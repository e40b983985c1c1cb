import fc from 'fast-check'
import {
  addDays,
  attempt,
  churnWarnings,
  defineHealthModel,
  type FollowUp,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

/** Follow-ups of one a week from 5 January 2026 on: `y` was answered, `n` was not. */
function weekly(answers: string): FollowUp[] {
  return [...answers].map((answer, index) => ({
    date: addDays('2026-01-05', index * 7),
    answered: answer === 'y',
  }))
}

function issuesOf(followUps: unknown) {
  const outcome = attempt(() => churnWarnings(followUps as FollowUp[], handbook.health))
  return outcome.ok ? [] : outcome.issues
}

describe('three follow-ups without an answer (HEA-2)', () => {
  it('are a warning since the first of them', () => {
    expect(churnWarnings(weekly('ynnn'), handbook.health)).toEqual([
      {
        kind: 'unanswered',
        since: '2026-01-12',
        raised: '2026-01-26',
        followUps: 3,
        days: 3,
        clause: 'HEA-2',
      },
    ])
  })

  it.each([
    ['', null],
    ['n', null],
    ['nn', null],
    ['nnn', '2026-01-05 × 3'],
    ['nnnn', '2026-01-05 × 4'],
    ['nnny', null],
    ['nnynn', null],
    ['nnynnn', '2026-01-26 × 3'],
    ['nnnynnn', '2026-02-02 × 3'],
    ['yyyy', null],
  ])('in "%s": %s', (answers, expected) => {
    const [warning = null, ...others] = churnWarnings(weekly(answers), handbook.health)
    expect(warning && `${warning.since} × ${warning.followUps}`).toBe(expected)
    expect(others).toEqual([])
  })

  it('were raised by the third, however many came after it', () => {
    const four = [5, 12, 19, 26].map((day) => ({
      date: `2026-01-${String(day).padStart(2, '0')}`,
      answered: false,
    }))
    expect(churnWarnings(four, handbook.health)).toMatchObject([
      { since: '2026-01-05', raised: '2026-01-19', days: 4 },
    ])
    // Two of one day count as one, unless the model counts follow-ups.
    const doubled = [...four, { date: '2026-01-05', answered: false }]
    expect(churnWarnings(doubled, handbook.health)).toMatchObject([{ raised: '2026-01-19' }])
    const each = defineHealthModel({ ...handbook.health, unansweredBy: 'follow-up' })
    expect(churnWarnings(doubled, each)).toMatchObject([{ raised: '2026-01-12' }])
  })

  it('of one day keep the order given where the model counts follow-ups, and are one where it counts days', () => {
    const model = defineHealthModel({
      ...handbook.health,
      provenance: [],
      unansweredBy: 'follow-up',
    })
    const day = (answer: string) => ({ date: '2026-03-02', answered: answer === 'y' })
    const answered = [...'nnny'].map(day)
    const silent = [...'ynnn'].map(day)
    expect(churnWarnings(answered, model)).toEqual([])
    expect(churnWarnings(silent, model)).toHaveLength(1)
    expect(churnWarnings(silent, handbook.health)).toEqual([])
  })

  it('are as many as the model says', () => {
    const model = defineHealthModel({
      criteria: [{ id: 'a', weight: 100, curve: 'points' }],
      missing: 'zero',
      bands: [{ id: 'any', from: 0 }],
      unansweredInARow: 2,
    })
    expect(churnWarnings(weekly('yn'), model)).toEqual([])
    expect(churnWarnings(weekly('ynn'), model)).toHaveLength(1)
  })

  it.each([
    ['a day that does not exist', { date: '2026-02-29', answered: true }, 'DATE_INVALID', 'date'],
    ['a Date', { date: new Date(0), answered: true }, 'DATE_INVALID', 'date'],
    ['an instant', { date: '2026-02-01T10:00:00Z', answered: true }, 'DATE_INVALID', 'date'],
    ['no date', { answered: true }, 'VALUE_MISSING', 'date'],
    ['no answer', { date: '2026-02-01' }, 'VALUE_MISSING', 'answered'],
    ['an answer as text', { date: '2026-02-01', answered: 'no' }, 'VALUE_INVALID', 'answered'],
    ['another key', { date: '2026-02-01', answered: true, by: 'Li' }, 'UNKNOWN_KEY', 'by'],
  ])('are refused with %s', (_, row, code, key) => {
    const issues = issuesOf([{ date: '2026-01-01', answered: false }, row])
    expect(issues).toMatchObject([{ code, path: ['followUps', 1, key] }])
  })

  it('are refused when they are no list, or a model was not defined', () => {
    expect(issuesOf({})).toMatchObject([{ code: 'VALUE_INVALID', path: ['followUps'] }])
    const copy = throughJson(handbook.health) as typeof handbook.health
    expect(() => churnWarnings([], copy)).toThrow('defineHealthModel')
  })
})

describe('for any follow-ups', () => {
  const histories = fc
    .array(fc.boolean(), { maxLength: 12 })
    .map((answers) => weekly(answers.map((answered) => (answered ? 'y' : 'n')).join('')))
  const reordered = histories.chain((history) => fc.tuple(fc.constant(history), shuffled(history)))

  it('of different days the order given does not matter', () => {
    fc.assert(
      fc.property(reordered, ([history, others]) => {
        const warnings = churnWarnings(history, handbook.health)
        expect(churnWarnings(others, handbook.health)).toEqual(warnings)
        expect(throughJson(warnings)).toStrictEqual(warnings)
      }),
    )
  })

  it('an answer ends the warning, and silence never does', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const answered = { date: '2027-01-01', answered: true }
        expect(churnWarnings([...history, answered], handbook.health)).toEqual([])
        const [before] = churnWarnings(history, handbook.health)
        const silence = { date: '2027-01-01', answered: false }
        const [after] = churnWarnings([...history, silence], handbook.health)
        if (before) {
          const { followUps, days } = before
          expect(after).toEqual({ ...before, followUps: followUps + 1, days: days + 1 })
        }
      }),
    )
  })

  it('the input stays in its order', () => {
    const history = weekly('nyn').reverse()
    const before = throughJson(history)
    churnWarnings(history, handbook.health)
    expect(history).toEqual(before)
  })
})
