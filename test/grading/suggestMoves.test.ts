import { attempt, defineGradingPolicy, handbook, suggestMoves } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const quarterly = (grades: string) =>
  [...grades].map((value, at) => ({ period: `2026-Q${at + 1}`, value }))
const yearly = (value: string) => [{ period: '2025', value }]

/** Whether each move is suggested. */
const suggestedBy = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    suggestMoves(facts, handbook.grading).moves.map(({ move, suggested }) => [move, suggested]),
  )

describe('a transfer (GRA-10)', () => {
  it.each([
    ['CCC', true],
    ['CCB', false],
    ['BCC', false],
    ['C', false],
  ])('after the quarters %s: %s', (grades, expected) => {
    const facts = { quarterlyGrades: quarterly(grades), asOf: `2026-Q${grades.length}` }
    expect(suggestedBy(facts)['transfer']).toBe(expected)
  })

  it('is not suggested for three quarters at C of long ago', () => {
    expect(suggestedBy({ quarterlyGrades: quarterly('CCC'), asOf: '2027-Q4' })['transfer']).toBe(
      false,
    )
  })

  it('leads to customer service or marketing, and says what is in the way', () => {
    const facts = { quarterlyGrades: quarterly('BC'), asOf: '2026-Q2' }
    const [transfer] = suggestMoves(facts, handbook.grading).moves
    expect(transfer).toMatchObject({
      move: 'transfer',
      clause: 'GRA-10',
      to: ['customer-service', 'marketing'],
      suggested: false,
      nearest: [{ id: 'quarterlyGrades', actual: '1', required: '3', gap: '2' }],
    })
  })
})

describe('a rotation (GRA-11)', () => {
  it.each([
    [true, 'S', true],
    [true, 'A', true],
    [true, 'B', false],
    [false, 'S', false],
  ])('of somebody of potential (%s) with a year at %s: %s', (highPotential, grade, expected) => {
    const facts = { highPotential, yearlyGrades: yearly(grade), asOf: '2026' }
    expect(suggestedBy(facts)['rotation']).toBe(expected)
  })

  it('is unknown while nobody has said whether there is potential, and never met', () => {
    const facts = { yearlyGrades: yearly('S'), asOf: '2026' }
    expect(suggestedBy(facts)['rotation']).toBe('unknown')
    expect(suggestedBy({})).toEqual({ transfer: 'unknown', rotation: 'unknown' })
  })
})

describe('suggestMoves', () => {
  it('has nothing to suggest by a policy without moves', () => {
    const policy = defineGradingPolicy({ grades: [{ id: 'any', from: 0 }] })
    expect(suggestMoves({}, policy)).toEqual({
      moves: [],
      policy: { id: 'grading', version: '1' },
      clauses: [],
    })
  })

  it.each([
    ['a fact of no move', { potential: true }, [['UNKNOWN_KEY', 'facts.potential']]],
    ['a history that nobody asks in', { quarterlyGrades: [] }, [['VALUE_MISSING', 'facts.asOf']]],
    [
      'a fact of another kind',
      { highPotential: 'yes' },
      [['VALUE_INVALID', 'facts.highPotential']],
    ],
    ['no facts', undefined, [['VALUE_MISSING', 'facts']]],
  ])('refuses %s', (_, facts, expected) => {
    const outcome = attempt(() => suggestMoves(facts as never, handbook.grading))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')]),
    ).toEqual(expected)
  })

  it('refuses two moves of one id in the policy', () => {
    const move = {
      id: 'move',
      clause: 'HR-1',
      to: ['office'],
      requires: { id: 'wants', comparison: 'equals', required: true },
    } as const
    const outcome = attempt(() =>
      defineGradingPolicy({ grades: [{ id: 'any', from: 0 }], moves: [move, move] }),
    )
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code: 'ID_DUPLICATE' }])
  })
})
