import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { type Version, versionOn } from '../../../src/kernel/time/timeline.js'
import { problemsOf, refused } from '../refused.js'

const rates: readonly Version<string>[] = [
  { from: '2024-01-01', to: '2024-06-30', value: '0.03' },
  { from: '2024-07-01', value: '0.04' },
  { from: '2026-01-01', to: null, value: '0.035' },
]

describe('versionOn', () => {
  it.each([
    ['2024-01-01', '0.03'],
    ['2024-06-30', '0.03'],
    ['2024-07-01', '0.04'],
    ['2025-12-31', '0.04'],
    ['2026-01-01', '0.035'],
    ['9999-12-31', '0.035'],
  ])('on %s is %s', (date, value) => {
    expect(versionOn(rates, date).value).toBe(value)
  })

  it('gives back the version that was given, and looks at no order', () => {
    const [first, second, third] = rates
    const mixed = [third, first, second] as Version<string>[]
    expect(versionOn(mixed, '2024-02-29')).toBe(first)
    expect(versionOn(mixed, '2025-01-01')).toBe(second)
    expect(versionOn(mixed, '2026-01-01')).toBe(third)
  })

  it('lets a version last one day', () => {
    const day = [{ from: '2026-06-18', to: '2026-06-18', value: 1 }]
    expect(versionOn(day, '2026-06-18').value).toBe(1)
  })

  it.each([
    ['before the first', '2023-12-31', '2024-01-01', '2026-12-31'],
    ['between two', '2025-06-01', '2024-01-01', '2026-12-31'],
    ['after the last has ended', '2027-01-01', '2024-01-01', '2026-12-31'],
  ])('refuses a day on which none is in force: %s', (_, date, from, to) => {
    const versions = [
      { from: '2026-01-01', to: '2026-12-31', value: 3 },
      { from: '2024-01-01', to: '2024-12-31', value: 1 },
      { from: '2025-09-01', to: '2025-09-30', value: 2 },
    ]
    expect(attempt(() => versionOn(versions, date))).toEqual(
      refused({
        code: 'DATE_NOT_COVERED',
        path: ['date'],
        params: { date, from, to, reason: 'version' },
        message: `date: no version is in force on ${date}; the versions given run from ${from} to ${to}. Add one.`,
      }),
    )
  })

  it('refuses every day when there are no versions', () => {
    expect(attempt(() => versionOn([], '2026-01-01'))).toEqual(
      refused({
        code: 'DATE_NOT_COVERED',
        path: ['date'],
        params: { date: '2026-01-01', from: null, to: null, reason: 'version' },
        message:
          'date: no version is in force on 2026-01-01; the versions given run from nowhere to nowhere. Add one.',
      }),
    )
  })

  it.each([
    [
      'that share their last and first day',
      [
        { from: '2024-01-01', to: '2024-07-01' },
        { from: '2024-07-01', to: null },
      ],
      0,
      '2024-01-01',
      '2024-07-01',
    ],
    [
      'that start together',
      [{ from: '2024-01-01' }, { from: '2024-01-01', to: '2024-12-31' }],
      0,
      '2024-01-01',
      '2024-01-01',
    ],
    [
      'of which one lies inside the other',
      [
        { from: '2025-01-01', to: '2025-01-31' },
        { from: '2024-01-01', to: '2025-12-31' },
      ],
      1,
      '2024-01-01',
      '2025-01-01',
    ],
  ])('refuses two versions %s', (_, spans, index, first, second) => {
    const versions = spans.map((span) => ({ ...span, value: 1 }))
    expect(attempt(() => versionOn(versions, '2024-02-01'))).toEqual(
      refused({
        code: 'VERSIONS_OVERLAP',
        path: ['versions', index],
        params: { first, second },
        message: `versions[${index}]: the version from ${first} is still in force on ${second}, when the next one starts. End it the day before.`,
      }),
    )
  })

  it('refuses a version that ends before it starts', () => {
    const versions = [{ from: '2024-01-02', to: '2024-01-01', value: 1 }]
    expect(attempt(() => versionOn(versions, '2024-01-02'))).toEqual(
      refused({
        code: 'DATES_OUT_OF_ORDER',
        path: ['versions', 0],
        params: { from: '2024-01-02', to: '2024-01-01', reason: 'span' },
        message: 'versions[0]: ends on 2024-01-01, before it starts on 2024-01-02. Swap them.',
      }),
    )
  })

  it('names every date that is wrong', () => {
    const versions = [
      { from: '2026-02-30', to: new Date(0), value: 1 },
      { until: '2026-01-01', value: 1 },
      'always',
    ]
    const date = 'date: got "2026-13-01", expected a calendar date YYYY-MM-DD that exists.'
    expect(
      attempt(() => versionOn(versions as unknown as Version<number>[], '2026-13-01')),
    ).toEqual(
      refused(
        {
          code: 'DATE_INVALID',
          path: ['date'],
          params: { given: '"2026-13-01"' },
          message: date,
        },
        {
          code: 'DATE_INVALID',
          path: ['versions', 0, 'from'],
          params: { given: '"2026-02-30"' },
          message:
            'versions[0].from: got "2026-02-30", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'DATE_INVALID',
          path: ['versions', 0, 'to'],
          params: { given: 'a Date' },
          message:
            'versions[0].to: got a Date, expected a calendar date YYYY-MM-DD that exists. A Date is an instant; give its day where the rule applies.',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['versions', 1, 'until'],
          params: { key: 'until', known: ['from', 'to', 'value'], suggestion: null },
          message: 'versions[1].until: is not a known key. Known: from, to, value.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['versions', 1, 'from'],
          params: { expected: 'date' },
          message: 'versions[1].from: is missing, expected a calendar date YYYY-MM-DD.',
        },
        {
          code: 'VALUE_INVALID',
          path: ['versions', 2],
          params: { given: '"always"', expected: 'plain-object' },
          message: 'versions[2]: got "always", expected a plain object.',
        },
      ),
    )
  })

  it.each([undefined, null, {}, 'all'])('refuses %j for a list of versions', (versions) => {
    expect(
      attempt(() => versionOn(versions as unknown as Version<number>[], '2026-01-01')),
    ).toMatchObject({ ok: false, issues: [{ path: ['versions'] }] })
  })

  it.each([
    [
      'a date is wrong, and then says no more',
      ['2026-02-30', '2026-01-01', '2026-01-01'],
      ['DATE_INVALID versions[0].from'],
    ],
    ['two overlap', ['2026-01-01', '2026-01-01'], ['VERSIONS_OVERLAP versions[0]']],
  ])('answers nothing where %s', (_, days, problems) => {
    const versions = days.map((from) => ({ from, to: '2026-12-31', value: 1 }))
    expect(problemsOf(attempt(() => versionOn(versions, '2026-01-01')))).toEqual(problems)
  })
})
