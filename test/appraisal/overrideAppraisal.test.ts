import {
  attempt,
  defineAppraisalScheme,
  defineCalendar,
  handbook,
  overrideAppraisal,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Input = Parameters<typeof overrideAppraisal>[0]

const computed = { employee: 'E-1042', period: '2026-Q1', score: '87.5', grade: 'A' }
const decision = {
  grade: 'S',
  by: 'committee',
  on: '2026-04-15',
  reason: 'project result not yet booked',
}
/** Qingming: 6 April 2026 off. */
const calendar = defineCalendar({
  from: '2026-01-01',
  to: '2026-04-30',
  weekend: [6, 7],
  holidays: ['2026-04-06'],
  workdays: [],
})

function problemsOf(input: unknown, given = calendar, scheme = handbook.appraisal) {
  const outcome = attempt(() => overrideAppraisal(input as Input, scheme, given))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

const appealed = (filed: string, announced = '2026-04-02') => ({
  computed,
  decisions: [{ ...decision, appeal: { announced, filed } }],
})

describe('a committee’s decision (APP-8)', () => {
  it('keeps what was computed beside it, and says who, when and why (calib-03)', () => {
    expect(overrideAppraisal({ computed, decisions: [decision] }, handbook.appraisal)).toEqual({
      employee: 'E-1042',
      period: '2026-Q1',
      score: 87.5,
      grade: 'S',
      computed: { score: 87.5, grade: 'A' },
      decidedBy: 'committee',
      decidedOn: '2026-04-15',
      reason: 'project result not yet booked',
      decisions: [{ ...decision, score: null, appeal: null }],
      policy: { id: 'handbook-appraisal', version: '1' },
      clauses: ['APP-8'],
    })
  })

  it('on the score leaves the grade to be read from it', () => {
    const {
      score,
      grade,
      computed: kept,
    } = overrideAppraisal(
      { computed, decisions: [{ ...decision, grade: null, score: '91.25' }] },
      handbook.appraisal,
    )
    expect([score, grade, kept]).toEqual([91.25, null, { score: 87.5, grade: 'A' }])
  })

  it('may be followed by another: the latest holds, and all are kept', () => {
    const first = { ...decision, score: 91, grade: 'S' }
    const second = {
      ...decision,
      grade: 'A',
      by: 'board',
      on: '2026-05-02',
      reason: 'the booking was reversed',
    }
    const decided = overrideAppraisal({ computed, decisions: [first, second] }, handbook.appraisal)
    expect([decided.score, decided.grade, decided.decidedBy, decided.decisions.length]).toEqual([
      91,
      'A',
      'board',
      2,
    ])
    expect(
      overrideAppraisal({ computed, decisions: decided.decisions }, handbook.appraisal),
    ).toEqual(decided)
    expect(problemsOf({ computed, decisions: [first, { ...second, on: first.on }] })).toEqual([])
    expect(problemsOf({ computed, decisions: [second, first] })).toEqual([
      'DATES_OUT_OF_ORDER decisions.1.on',
    ])
  })

  it('answers an appeal that was filed in time: five working days from the day after the announcement', () => {
    // Thursday 2 April; Friday 3 is the first, Monday 6 is a holiday, Friday 10 is the fifth.
    const { decisions } = overrideAppraisal(appealed('2026-04-10'), handbook.appraisal, calendar)
    expect(decisions[0]?.appeal).toEqual({
      announced: '2026-04-02',
      filed: '2026-04-10',
      deadline: '2026-04-10',
    })
    const late = attempt(() =>
      overrideAppraisal(appealed('2026-04-11'), handbook.appraisal, calendar),
    )
    expect(late.ok ? [] : late.issues).toMatchObject([
      {
        code: 'DATES_OUT_OF_ORDER',
        path: ['decisions', 0, 'appeal', 'filed'],
        params: { from: '2026-04-10', to: '2026-04-11' },
      },
    ])
  })

  it.each<[string, object, readonly string[]]>([
    [
      'nothing decided',
      { decisions: [{ ...decision, grade: null }] },
      ['VALUE_MISSING decisions.0'],
    ],
    ['no decision', { decisions: [] }, ['VALUE_MISSING decisions']],
    [
      'an appeal of no dates that there are',
      { decisions: [{ ...decision, appeal: { announced: '2026-02-30', filed: 'later' } }] },
      ['DATE_INVALID decisions.0.appeal.announced', 'DATE_INVALID decisions.0.appeal.filed'],
    ],
    [
      'a reason of blanks',
      { decisions: [{ ...decision, reason: ' \t' }] },
      ['VALUE_INVALID decisions.0.reason'],
    ],
    [
      'no reason',
      { decisions: [{ ...decision, reason: '' }] },
      ['VALUE_INVALID decisions.0.reason'],
    ],
    [
      'nobody who decided',
      { decisions: [{ ...decision, by: undefined }] },
      ['VALUE_MISSING decisions.0.by'],
    ],
    [
      'a decision on oneself',
      { decisions: [{ ...decision, by: 'E-1042' }] },
      ['VALUE_INVALID decisions.0.by'],
    ],
    [
      'no such day',
      { decisions: [{ ...decision, on: '2026-04-31' }] },
      ['DATE_INVALID decisions.0.on'],
    ],
    [
      'a score of 1001',
      { decisions: [{ ...decision, score: 1001 }] },
      ['NUMBER_OUT_OF_RANGE decisions.0.score'],
    ],
    [
      'no computed score',
      { computed: { ...computed, score: null } },
      ['VALUE_MISSING computed.score'],
    ],
    [
      'the whole appraisal',
      { computed: { ...computed, parts: [] } },
      ['UNKNOWN_KEY computed.parts'],
    ],
    ['no computed result', { computed: null }, ['VALUE_MISSING computed']],
  ])('is refused with %s', (_, change, problems) => {
    expect(problemsOf({ computed, decisions: [decision], ...change })).toEqual(problems)
  })

  it('on an appeal is refused before it was filed, before the announcement, without a calendar or beyond it', () => {
    expect(problemsOf(appealed('2026-04-16'))).toEqual(['DATES_OUT_OF_ORDER decisions.0.on'])
    expect(problemsOf(appealed('2026-04-01'))).toEqual([
      'DATES_OUT_OF_ORDER decisions.0.appeal.filed',
    ])
    const without = attempt(() => overrideAppraisal(appealed('2026-04-10'), handbook.appraisal))
    expect(without.ok ? [] : without.issues).toMatchObject([
      { code: 'VALUE_MISSING', path: ['calendar'] },
    ])
    const beyond = {
      computed,
      decisions: [
        { ...decision, on: '2026-05-05', appeal: { announced: '2026-04-29', filed: '2026-04-30' } },
      ],
    }
    expect(problemsOf(beyond)).toEqual(['DATE_NOT_COVERED decisions.0.appeal.announced'])
    const { appeal: _, provenance: __, ...scheme } = handbook.appraisal
    expect(problemsOf(appealed('2026-04-10'), calendar, defineAppraisalScheme(scheme))).toEqual([
      'POLICY_CONFLICT decisions.0.appeal',
    ])
  })
})
