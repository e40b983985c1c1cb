import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../src/kernel/input/issue.js'
import {
  inOrder,
  overlaps,
  readClosedSpan,
  readSpan,
  rowOn,
  type Span,
  timeline,
} from '../../../src/kernel/time/spans.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

const read = (fields: Record<string, unknown>) =>
  collected((issues) => readSpan(fields, [], issues))
const readClosed = (fields: Record<string, unknown>) =>
  collected((issues) => readClosedSpan(fields, [], issues))

describe('the days of a row', () => {
  it.each([undefined, null])('may be open at the end, which is %s', (to) => {
    expect(read({ from: '2026-01-01', to })).toEqual(answered({ from: '2026-01-01', to: null }))
  })

  it.each([read, readClosed])('may be a single one', (reader) => {
    const day = { from: '2026-01-01', to: '2026-01-01' }
    expect(reader(day)).toEqual(answered(day))
  })

  it.each([read, readClosed])('do not end before they start', (reader) => {
    expect(reader({ from: '2026-01-02', to: '2026-01-01' })).toEqual(
      refused({
        code: 'DATES_OUT_OF_ORDER',
        path: [],
        params: { from: '2026-01-02', to: '2026-01-01', reason: 'span' },
        message: 'ends on 2026-01-01, before it starts on 2026-01-02. Swap them.',
      }),
    )
  })

  it('say when they end, where they must', () => {
    expect(problemsOf(readClosed({ from: '2026-01-01' }))).toEqual(['VALUE_MISSING to'])
    expect(problemsOf(readClosed({ from: '2026-01-01', to: null }))).toEqual(['VALUE_MISSING to'])
  })

  it.each([read, readClosed])('are dates that exist, both of them', (reader) => {
    expect(problemsOf(reader({ from: '2026-02-30', to: 'soon' }))).toEqual([
      'DATE_INVALID from',
      'DATE_INVALID to',
    ])
  })
})

const row = (from: string, to: string | null, id = from): Span & { readonly id: string } => ({
  from,
  to,
  id,
})
const days = (rows: readonly Span[]) =>
  inOrder(rows).map(({ from, lastDay }) => `${from} to ${lastDay}`)

describe('rows in order', () => {
  it('are the oldest first, each with the last day that it holds', () => {
    const rows = [row('2026-01-01', null), row('2024-01-01', '2024-06-30'), row('2024-07-01', null)]
    expect(days(rows)).toEqual([
      '2024-01-01 to 2024-06-30',
      '2024-07-01 to 2025-12-31',
      '2026-01-01 to 9999-12-31',
    ])
    expect(rows[0]?.from).toBe('2026-01-01')
  })

  it('keep what else they have, and the order of those that begin on one day', () => {
    const rows = [
      row('2026-01-01', null, 'b'),
      row('2026-01-01', '2026-03-31', 'a'),
      row('2026-02-01', null, 'c'),
    ]
    expect(inOrder(rows).map(({ id, to, lastDay }) => [id, to, lastDay])).toEqual([
      ['b', null, '2026-01-31'],
      ['a', '2026-03-31', '2026-03-31'],
      ['c', null, '9999-12-31'],
    ])
  })

  it('overlap where one begins on the last day of the one before, and not on the day after', () => {
    const of = (...rows: Span[]) =>
      overlaps(inOrder(rows)).map(([{ from }, next]) => [from, next.from])
    expect(of(row('2026-01-01', '2026-01-31'), row('2026-02-01', null))).toEqual([])
    expect(of(row('2026-01-01', '2026-02-01'), row('2026-02-01', null))).toEqual([
      ['2026-01-01', '2026-02-01'],
    ])
    expect(of(row('2026-01-01', null), row('2026-01-01', null))).toEqual([
      ['2026-01-01', '2026-01-01'],
    ])
    expect(of(row('2026-01-01', null))).toEqual([])
    expect(of()).toEqual([])
  })

  it.each([
    ['2026-01-01', 'a'],
    ['2026-01-31', 'a'],
    ['2026-02-01', undefined],
    ['2026-03-01', 'b'],
    ['9999-12-31', 'b'],
    ['2025-12-31', undefined],
  ])('on %s the one that holds is %s', (date, id) => {
    const rows = inOrder([row('2026-03-01', null, 'b'), row('2026-01-01', '2026-01-31', 'a')])
    expect(rowOn(rows, date)?.id).toBe(id)
  })
})

describe('a timeline', () => {
  it('names each row that does not end before the next begins, where it was given', () => {
    const rows = [
      { ...row('2026-02-01', null), path: ['rows', 0] },
      { ...row('2026-01-01', '2026-02-01'), path: ['rows', 1] },
    ]
    const issues: Issue[] = []
    expect(timeline(rows, issues).map(({ id }) => id)).toEqual(['2026-01-01', '2026-02-01'])
    expect(issues).toEqual([
      {
        code: 'VERSIONS_OVERLAP',
        severity: 'error',
        path: ['rows', 1],
        params: { first: '2026-01-01', second: '2026-02-01' },
        message:
          'rows[1]: the version from 2026-01-01 is still in force on 2026-02-01, when the next one starts. End it the day before.',
      },
    ])
  })
})
