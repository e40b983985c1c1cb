import { attempt, checkMentor, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { changed, without } from './policies.js'

const years = (...values: readonly string[]) =>
  values.map((value, index) => ({ period: String(2026 - values.length + index), value }))
const eligible = (yearlyAttainment: readonly object[] | null, coachedBefore: boolean | null) =>
  checkMentor({ yearlyAttainment, coachedBefore, asOf: '2026' }, handbook.careers).eligible

describe('checkMentor', () => {
  it.each([
    [years('1', '1.2'), true, true],
    [years('1', '0.999'), true, false],
    [years('1', '1'), false, false],
    [years('1'), true, false],
    [years('1', '1'), null, 'unknown'],
    [null, true, 'unknown'],
  ])('of %j, coached before: %s, says %s (PRO-12)', (attainment, coached, answer) => {
    expect(eligible(attainment, coached)).toBe(answer)
  })

  it('says what is missing, and by which clause', () => {
    const mentor = checkMentor({}, handbook.careers)
    expect(mentor.missing).toEqual(['yearlyAttainment', 'coachedBefore'])
    expect(mentor.clauses).toEqual(['PRO-12'])
    expect(mentor.checks).toHaveLength(2)
  })

  it('cites each clause of what a company asks of a mentor', () => {
    const requires = {
      all: [
        { id: 'coachedBefore', comparison: 'equals', required: true, clause: 'HR-5' },
        { id: 'currentRung', comparison: 'one-of', required: ['sales-supervisor'] },
      ],
    } as const
    const policy = changed({ mentors: { clause: 'HR-4', requires } })
    const mentor = checkMentor({ coachedBefore: true, currentRung: 'sales-supervisor' }, policy)
    expect(mentor).toMatchObject({ eligible: true, clauses: ['HR-4', 'HR-5'] })
  })

  it('is refused by a policy without mentors, and for facts that are none', () => {
    for (const call of [
      () => checkMentor({}, without('mentors')),
      () => checkMentor(null as never, handbook.careers),
    ])
      expect(attempt(call)).toMatchObject({ ok: false, issues: [{ code: 'VALUE_MISSING' }] })
  })
})
