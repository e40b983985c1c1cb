import {
  attempt,
  defineLeadModel,
  handbook,
  type ProfilesToCheck,
  staleProfiles,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const check = (asOf: unknown, profiles: unknown, model = handbook.leads) =>
  staleProfiles({ asOf, profiles } as ProfilesToCheck, model)
const isStale = (refreshed: string, asOf: string, model = handbook.leads) =>
  check(asOf, [{ id: 'x', refreshed }], model).stale.length === 1

describe('staleProfiles (LEA-8)', () => {
  it('names profiles that are overdue for as long by their ids, in any order of the list', () => {
    const profiles = ['b', 'c', 'a'].map((id) => ({ id, refreshed: '2025-11-30' }))
    const { stale } = staleProfiles({ asOf: '2026-03-02', profiles }, handbook.leads)
    expect(stale.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['on the day it is due it is current', '2026-01-15', '2026-04-15', false],
    ['on the day after it is stale', '2026-01-15', '2026-04-16', true],
    [
      'three months after 30 November is the last day of February',
      '2025-11-30',
      '2026-02-28',
      false,
    ],
    ['and the day after is too late', '2025-11-30', '2026-03-01', true],
    ['in a leap year there is one day more', '2027-11-30', '2028-02-29', false],
    ['on its own day it is current', '2026-01-15', '2026-01-15', false],
  ])('%s', (_, refreshed, asOf, stale) => {
    expect(isStale(refreshed, asOf)).toBe(stale)
  })

  it('names those that never were refreshed first, then those that are overdue for longest', () => {
    const { stale, current, clauses } = check('2026-06-01', [
      { id: 'late', refreshed: '2026-02-01' },
      { id: 'never', refreshed: null },
      { id: 'current', refreshed: '2026-05-01' },
      { id: 'later', refreshed: '2026-01-01' },
    ])
    expect(stale).toEqual([
      { id: 'never', index: 1, refreshed: null, refreshBy: null, daysOverdue: null },
      { id: 'later', index: 3, refreshed: '2026-01-01', refreshBy: '2026-04-01', daysOverdue: 61 },
      { id: 'late', index: 0, refreshed: '2026-02-01', refreshBy: '2026-05-01', daysOverdue: 31 },
    ])
    expect([current, clauses]).toEqual([1, ['LEA-8']])
  })

  it('counts the months of the model', () => {
    const profiles = { refreshEveryMonths: 12 }
    const yearly = defineLeadModel({ ...handbook.leads, provenance: [], profiles })
    expect(isStale('2025-06-01', '2026-06-01', yearly)).toBe(false)
    expect(isStale('2025-06-01', '2026-06-02', yearly)).toBe(true)
  })

  it('sets a profile aside that was refreshed later, or nobody knows when, and goes on', () => {
    const { notCounted, current } = check('2026-06-01', [
      { id: 'later', refreshed: '2026-06-02' },
      { id: 'undated' },
      { id: 'wrong', refreshed: '2026-02-30' },
      { id: 'ok', refreshed: '2026-06-01' },
      { id: 'ok', refreshed: '2026-06-01' },
    ])
    expect(notCounted.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([
      ['later', 'DATES_OUT_OF_ORDER'],
      ['undated', 'VALUE_MISSING'],
      ['wrong', 'DATE_INVALID'],
      ['ok', 'ID_DUPLICATE'],
    ])
    expect(current).toBe(1)
  })

  it('refuses a day that does not exist, and leads out of no year', () => {
    expect(attempt(() => check('2026-02-30', [])).ok).toBe(false)
    const { notCounted } = check('9999-12-31', [{ id: 'x', refreshed: '9999-12-01' }])
    expect(notCounted).toMatchObject([
      { issues: [{ code: 'DATE_NOT_COVERED', path: ['input', 'profiles', 0, 'refreshed'] }] },
    ])
  })
})
