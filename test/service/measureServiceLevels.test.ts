import {
  appraise,
  attempt,
  defineAppraisalScheme,
  defineWorkingHours,
  handbook,
  measureServiceLevels,
  type ServiceLevelsInput,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const day = ['09:00-18:00']
const china = defineWorkingHours({
  timeZone: 'Asia/Shanghai',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  calendar: handbook.chinaCalendar,
  makeUpDays: 5,
})
const complaint = { rep: 'Li', standard: 'complaint-answer' }
const asOf = '2026-04-01T00:00:00+08:00'
const measure = (cases: readonly unknown[], per = 'month') =>
  measureServiceLevels({ asOf, per, cases } as ServiceLevelsInput, handbook.service, china)

describe('measureServiceLevels', () => {
  it('tells reps, periods, standards and kinds of customer apart, and puts a case where it started', () => {
    const cases = [
      { ...complaint, started: '2026-01-31T16:30:00Z', done: '2026-02-01T16:30:00Z' },
      { ...complaint, started: '2026-01-31T15:30:00Z', done: '2026-02-02T16:30:00Z' },
      {
        ...complaint,
        customerKind: 'key',
        started: '2026-02-03T10:00:00+08:00',
        done: '2026-02-03T12:00:00+08:00',
      },
      {
        rep: 'Chen',
        standard: 'solution',
        started: '2026-02-13T10:00:00+08:00',
        done: '2026-02-25T18:00:00+08:00',
      },
      { standard: 'delivery', due: '2026-02-28', done: '2026-03-03T12:00:00+08:00' },
    ]
    const { groups, notCounted, clauses } = measure(cases)
    expect(notCounted).toEqual([])
    expect(
      groups.map(({ rep, period, standard, customerKind, actual, target, onTime }) => [
        ...[rep, period, standard, customerKind],
        ...[actual, target, onTime],
      ]),
    ).toEqual([
      ['Chen', '2026-02', 'solution', null, 1, 1, '1'],
      ['Li', '2026-01', 'complaint-answer', null, 0, 1, '0'],
      ['Li', '2026-02', 'complaint-answer', 'key', 1, 1, '1'],
      ['Li', '2026-02', 'complaint-answer', null, 1, 1, '1'],
      [null, '2026-02', 'delivery', null, 1, 1, '1'],
    ])
    expect(clauses).toEqual(['SLA-3', 'SLA-10', 'SLA-6', 'SLA-8'])
  })

  it('rounds no rate up to 1, and has none where nothing is decided', () => {
    const started = '2026-03-02T10:00:00+08:00'
    const met = { ...complaint, started, done: '2026-03-02T11:00:00+08:00' }
    const late = { ...complaint, id: 'C-9', started, done: '2026-03-04T11:00:00+08:00' }
    const [group] = measure([met, met, late]).groups
    expect(group?.onTime).toBe('0.666666666666')
    expect(group?.lateCases).toEqual([
      { case: 'C-9', index: 2, late: { elapsed: 'PT25H', working: null } },
    ])
    const open = { ...complaint, started: '2026-03-31T10:00:00+08:00' }
    expect(measure([open]).groups[0]).toMatchObject({ cases: 1, open: 1, target: 0, onTime: null })
  })

  it('gives the appraisal what it takes (SLA-7, APP-6)', () => {
    const solution = {
      rep: 'Li',
      standard: 'key-customer-solution',
      started: '2026-03-02T10:00:00+08:00',
    }
    const cases = [
      ...Array.from({ length: 19 }, () => ({ ...solution, done: '2026-03-04T10:00:00+08:00' })),
      { ...solution, done: '2026-03-04T10:00:01+08:00' },
    ]
    const [group] = measure(cases, 'quarter').groups
    const scheme = defineAppraisalScheme({
      missing: 'refuse',
      indicators: [{ id: 'onTimeSolutions', weight: 100, curve: { kind: 'ratio', cap: 100 } }],
    })
    const { actual = 0, target = 1 } = group ?? {}
    expect(appraise({ results: { onTimeSolutions: { actual, target } } }, scheme).score).toBe(95)
  })

  it('names what cannot be read, and goes on with the others', () => {
    const started = '2026-03-02T10:00:00+08:00'
    const { groups, notCounted } = measure([
      null,
      { id: 'C-1', standard: 'complaint', started },
      { id: 'C-2', ...complaint, started: '2026-03-02' },
      { id: 'C-3', ...complaint, started, done: '2026-03-01T10:00:00+08:00' },
      { id: 'C-4', ...complaint, started: '2026-04-02T10:00:00+08:00' },
      { id: 'C-5', standard: 'solution', started: '2023-12-01T10:00:00+08:00' },
      { id: 'C-6', ...complaint, started },
      { id: 'C-7', ...complaint, started, asOf: started },
    ])
    expect(groups.map(({ cases, late }) => [cases, late])).toEqual([[1, 1]])
    expect(
      notCounted.map(({ case: id, index, issues }) => [
        ...[id, index],
        ...issues.map(({ code, path }) => `${code} ${path.join('.')}`),
      ]),
    ).toEqual([
      [null, 0, 'VALUE_MISSING input.cases.0'],
      ['C-1', 1, 'NOT_IN_POLICY input.cases.1.standard'],
      ['C-2', 2, 'INSTANT_INVALID input.cases.2.started'],
      ['C-3', 3, 'DATES_OUT_OF_ORDER input.cases.3.done'],
      ['C-4', 4, 'DATES_OUT_OF_ORDER input.cases.4.asOf'],
      ['C-5', 5, 'DATE_NOT_COVERED hours.calendar'],
      ['C-7', 7, 'UNKNOWN_KEY input.cases.7.asOf'],
    ])
  })

  it('takes what was done later for open still', () => {
    const later = {
      ...complaint,
      started: '2026-03-31T10:00:00+08:00',
      done: '2026-04-01T09:00:00+08:00',
    }
    expect(measure([later]).groups[0]).toMatchObject({ open: 1, met: 0 })
  })

  it("counts by the quarters, halves and years of the company's year", () => {
    const days = ['2025-10-31', '2025-11-01', '2026-01-31', '2026-02-01', '2026-03-30']
    const cases = days.map((day) => ({
      ...complaint,
      started: `${day}T10:00:00+08:00`,
      done: `${day}T11:00:00+08:00`,
    }))
    const per = (unit: string, yearStartsIn?: number) =>
      measureServiceLevels(
        { asOf, per: unit, cases, ...(yearStartsIn && { yearStartsIn }) } as ServiceLevelsInput,
        handbook.service,
        china,
      ).groups.map(({ period, actual }) => [period, actual])
    expect(per('quarter', 2)).toEqual([
      ['2025-08/2025-10', 1],
      ['2025-11/2026-01', 2],
      ['2026-02/2026-04', 2],
    ])
    expect(per('half-year', 2)).toEqual([
      ['2025-08/2026-01', 3],
      ['2026-02/2026-07', 2],
    ])
    expect(per('year', 2)).toEqual([
      ['2025-02/2026-01', 3],
      ['2026-02/2027-01', 2],
    ])
    // The quarters of a year from April are those of the calendar, and so are months of any.
    expect(per('quarter', 4)).toEqual(per('quarter'))
    expect(per('quarter')).toEqual([
      ['2025-Q4', 2],
      ['2026-Q1', 3],
    ])
    expect(per('month', 2)).toEqual(per('month'))
    expect(per('year', 1)).toEqual(per('year'))
  })

  it.each([
    [{ per: 'month', cases: [] }, ['VALUE_MISSING input.asOf']],
    [
      { asOf, per: 'quarter', yearStartsIn: 13, cases: [] },
      ['NUMBER_OUT_OF_RANGE input.yearStartsIn'],
    ],
    [{ asOf, per: 'day', cases: [] }, ['VALUE_NOT_ALLOWED input.per']],
    [
      { asOf: '2026-04-01', per: 'month', cases: {} },
      ['INSTANT_INVALID input.asOf', 'VALUE_INVALID input.cases'],
    ],
    [null, ['VALUE_MISSING input']],
  ])('refuses %j', (input, expected) => {
    const outcome = attempt(() => measureServiceLevels(input as never, handbook.service, china))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`),
    ).toEqual(expected)
  })

  it('cannot do without hours, which say where a month begins', () => {
    const outcome = attempt(() =>
      measureServiceLevels({ asOf, per: 'month', cases: [] }, handbook.service, null as never),
    )
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'POLICY_NOT_DEFINED' }] })
  })
})
