import fc from 'fast-check'
import {
  attempt,
  type CalibrationSession,
  calibrateGrades,
  checkDistribution,
  defineGradingPolicy,
  type GradingPolicyInput,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

const grades = ['S', 'A', 'B', 'C']

/** The handbook's policy, and bounds of a calibration. */
const bound = (calibration: NonNullable<GradingPolicyInput['calibration']>) =>
  defineGradingPolicy({ ...(throughJson(handbook.grading) as GradingPolicyInput), calibration })

/** People p1, p2, … with these grades. */
const people = (text: string) => [...text].map((grade, at) => ({ id: `p${at + 1}`, grade }))

const because = { by: 'committee', on: '2026-04-15', reason: 'harder region' }
const move = (id: string, grade: string, other: Partial<typeof because> = {}) => ({
  id,
  grade,
  ...because,
  ...other,
})

const session = (text: string, ...decisions: ReturnType<typeof move>[]): CalibrationSession => ({
  people: people(text),
  decisions,
})

function issuesOf(given: unknown, policy = handbook.grading) {
  const outcome = attempt(() => calibrateGrades(given as CalibrationSession, policy))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('calibrateGrades (GRA-1)', () => {
  it('keeps the grade that somebody came with, and who moved it, when and why', () => {
    const given = {
      people: [
        { id: 'Wang', grade: 'B', score: '70.5' },
        { id: 'Li', grade: 'A' },
      ],
      decisions: [
        move('Li', 'S', { by: 'Zhao', on: '2026-04-10', reason: 'two large projects' }),
        move('Li', 'B', { on: '2026-04-15', reason: 'one of them was cancelled' }),
      ],
    }
    expect(calibrateGrades(given, handbook.grading)).toEqual({
      people: [
        {
          id: 'Li',
          score: null,
          before: 'A',
          after: 'B',
          moved: -1,
          decisions: [
            {
              from: 'A',
              to: 'S',
              moved: 1,
              by: 'Zhao',
              on: '2026-04-10',
              reason: 'two large projects',
            },
            {
              from: 'S',
              to: 'B',
              moved: -2,
              by: 'committee',
              on: '2026-04-15',
              reason: 'one of them was cancelled',
            },
          ],
        },
        { id: 'Wang', score: 70.5, before: 'B', after: 'B', moved: 0, decisions: [] },
      ],
      moved: { up: 0, down: 1, count: 1, atMost: null },
      grades: [
        { grade: 'S', before: 0, after: 0, change: 0, places: null, move: null },
        { grade: 'A', before: 1, after: 0, change: -1, places: null, move: null },
        { grade: 'B', before: 1, after: 2, change: 1, places: null, move: null },
        { grade: 'C', before: 0, after: 0, change: 0, places: null, move: null },
      ],
      policy: { id: 'handbook-grading', version: '1' },
      clauses: ['GRA-1'],
    })
  })

  it('has nothing to say of an empty session', () => {
    const policy = bound({ shares: { S: 10, A: 20, B: 60, C: 10 } })
    const { moved, grades: rows } = calibrateGrades({ people: [], decisions: [] }, policy)
    expect(moved).toEqual({ up: 0, down: 0, count: 0, atMost: null })
    for (const { places, move: open } of rows) expect([places, open]).toEqual([0, 0])
  })

  it('holds the outcome against the shares of the policy, and binds nobody to them', () => {
    const policy = bound({ clause: 'own-7', shares: { S: 10, A: 20, B: 60, C: 10 } })
    const text = 'SSSSAAAAAABBBBBBBCC'
    const calibrated = calibrateGrades(session(text, move('p1', 'A')), policy)
    expect(calibrated.grades.map(({ places, move: open }) => [places, open])).toEqual([
      [2, -1],
      [4, -3],
      [11, 4],
      [2, 0],
    ])
    expect(calibrated.clauses).toEqual(['own-7'])
    const proposed = { S: 3, A: 7, B: 7, C: 2 }
    const check = checkDistribution(proposed, { shares: { S: 10, A: 20, B: 60, C: 10 } })
    expect(check.grades.map((row) => row.move)).toEqual(calibrated.grades.map((row) => row.move))
  })

  it('lets a decision confirm a grade', () => {
    const [first] = calibrateGrades(session('A', move('p1', 'A')), handbook.grading).people
    expect(first?.decisions).toHaveLength(1)
    expect(first?.moved).toBe(0)
  })
})

describe('the bounds', () => {
  it('of how many may move are rounded down, and the whole session is refused beyond them', () => {
    const policy = bound({ movedAtMost: '0.2' })
    const nineteen = 'A'.repeat(19)
    const moves = [1, 2, 3, 4].map((at) => move(`p${at}`, 'B'))
    const { moved } = calibrateGrades(session(nineteen, ...moves.slice(0, 3)), policy)
    expect(moved).toEqual({ up: 0, down: 3, count: 3, atMost: 3 })
    expect(issuesOf(session(nineteen, ...moves), policy)).toEqual([
      ['POLICY_CONFLICT', 'session.decisions'],
    ])
  })

  it('count somebody who was moved and moved back as not moved', () => {
    const policy = bound({ movedAtMost: '0' })
    const back = session('A', move('p1', 'B'), move('p1', 'A'))
    expect(calibrateGrades(back, policy).moved).toMatchObject({ count: 0, atMost: 0 })
    expect(issuesOf(session('A', move('p1', 'B')), policy)).toHaveLength(1)
  })

  it('of how far are counted from the grade that somebody came with', () => {
    const policy = bound({ gradesAtMost: 1 })
    expect(issuesOf(session('A', move('p1', 'C')), policy)).toEqual([
      ['POLICY_CONFLICT', 'session.decisions.0.grade'],
    ])
    expect(issuesOf(session('A', move('p1', 'B'), move('p1', 'S')), policy)).toEqual([])
    expect(issuesOf(session('A', move('p1', 'B'), move('p1', 'C')), policy)).toEqual([
      ['POLICY_CONFLICT', 'session.decisions.1.grade'],
    ])
  })

  it('are obeyed by a veto: nobody is moved above it', () => {
    const vetoed = [{ id: 'p1', grade: 'C', gradeAtMost: [{ grade: 'B', because: 'compliance' }] }]
    const moved = (grade: string) => ({ people: vetoed, decisions: [move('p1', grade)] })
    expect(issuesOf(moved('B'))).toEqual([])
    const outcome = attempt(() => calibrateGrades(moved('A'), handbook.grading))
    expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toEqual([
      { reason: 'above-grade-at-most', id: 'compliance', given: 'A', maximum: 'B' },
    ])
    const before = { people: [{ ...vetoed[0], grade: 'S' }], decisions: [] }
    expect(issuesOf(before)).toEqual([['POLICY_CONFLICT', 'session.people.0.grade']])
  })
})

describe('what is refused', () => {
  it.each([
    ['a stranger', session('A', move('x', 'B')), [['VALUE_INVALID', 'session.decisions.0.id']]],
    [
      'a grade of no policy',
      session('A', move('p1', 'D')),
      [['VALUE_NOT_ALLOWED', 'session.decisions.0.grade']],
    ],
    [
      'who decides on themselves',
      session('A', move('p1', 'B', { by: 'p1' })),
      [['VALUE_INVALID', 'session.decisions.0.by']],
    ],
    [
      'a decision whose reason is blank',
      session('A', { ...move('p1', 'B'), reason: '  ' }),
      [['VALUE_INVALID', 'session.decisions.0.reason']],
    ],
    [
      'a decision without a reason',
      session('A', { ...move('p1', 'B'), reason: '' }),
      [['VALUE_INVALID', 'session.decisions.0.reason']],
    ],
    [
      'a decision without a date',
      session('A', { ...move('p1', 'B'), on: 'today' }),
      [['DATE_INVALID', 'session.decisions.0.on']],
    ],
    [
      'a decision before the one before it',
      session('A', move('p1', 'B'), move('p1', 'A', { on: '2026-04-14' })),
      [['DATES_OUT_OF_ORDER', 'session.decisions.1.on']],
    ],
    [
      'somebody twice',
      { people: [...people('A'), ...people('B')], decisions: [] },
      [['ID_DUPLICATE', 'session.people.1.id']],
    ],
    ['no session', undefined, [['VALUE_MISSING', 'session']]],
    ['a session without decisions', { people: [] }, [['VALUE_MISSING', 'session.decisions']]],
  ])('%s', (_, given, expected) => {
    expect(issuesOf(given)).toEqual(expected)
  })

  it.each([
    ['shares that miss 100', { shares: { S: 10 } }, ['WEIGHTS_NOT_100']],
    ['shares of a grade that it does not have', { shares: { D: 100 } }, ['UNKNOWN_KEY']],
    ['20 for 20%', { movedAtMost: 20 }, ['NUMBER_LOOKS_LIKE_PERCENT']],
    ['no grade', { gradesAtMost: 0 }, ['VALUE_INVALID']],
  ])('in the policy: %s', (_, calibration, expected) => {
    const outcome = attempt(() => bound(calibration))
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(expected)
  })
})

describe('the laws of a calibration', () => {
  const sessions = fc
    .tuple(
      fc.array(fc.constantFrom(...grades), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...grades)), { maxLength: 12 }),
    )
    .map(([given, moves]) =>
      session(
        given.join(''),
        ...moves.map(([at, grade]) => move(`p${(at % given.length) + 1}`, grade)),
      ),
    )

  it('before and each decision lead to after, and the changes add up to 0', () => {
    fc.assert(
      fc.property(sessions, (given) => {
        const calibrated = calibrateGrades(given, handbook.grading)
        expect(calibrated.grades.reduce((sum, { change }) => sum + change, 0)).toBe(0)
        for (const { before, after, moved, decisions } of calibrated.people) {
          const total = decisions.reduce((sum, one) => sum + one.moved, 0)
          expect(moved).toBe(total)
          expect(grades.indexOf(before) - moved).toBe(grades.indexOf(after))
          expect(decisions.at(-1)?.to ?? before).toBe(after)
        }
      }),
    )
  })

  it('the order of people decides nothing', () => {
    const orders = sessions.chain((given) => fc.tuple(fc.constant(given), shuffled(given.people)))
    fc.assert(
      fc.property(orders, ([given, other]) => {
        const before = calibrateGrades(given, handbook.grading)
        expect(calibrateGrades({ ...given, people: other }, handbook.grading)).toEqual(before)
      }),
    )
  })
})
