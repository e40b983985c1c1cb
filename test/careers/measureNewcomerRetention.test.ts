import fc from 'fast-check'
import {
  addDays,
  attempt,
  checkPromotion,
  handbook,
  measureNewcomerRetention,
  type TeamOnDay,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../arbitraries.rooms.js'
import { changed } from './policies.js'

const measure = (people: TeamOnDay['people'], asOf = '2026-09-01', policy = handbook.careers) =>
  measureNewcomerRetention({ asOf, people }, policy)

describe('measureNewcomerRetention', () => {
  it('is the part of the newcomers who are in service on the day (PRO-5)', () => {
    const people = [
      ...['Wang', 'Chen', 'Zhou', 'Xu'].map((id) => ({ id, joined: '2026-03-01' })),
      { id: 'Sun', joined: '2026-01-15', left: '2026-08-31' },
      { id: 'Zhao', joined: '2020-06-01', left: '2026-01-01' },
    ]
    expect(measure(people)).toEqual({
      joinedFrom: '2025-09-02',
      asOf: '2026-09-01',
      newcomers: 5,
      retained: 4,
      rate: '0.8',
      left: ['Sun'],
      notCounted: ['Zhao'],
      facts: { newcomersInTeam: 5, newcomerRetention: { actual: 4, target: 5 } },
      policy: { id: 'handbook-careers', version: '1' },
      clauses: ['PRO-5'],
    })
  })

  it.each([
    ['joined a year ago to the day', { joined: '2025-09-01' }, 0],
    ['joined on the day after', { joined: '2025-09-02' }, 1],
    ['joined on the day itself', { joined: '2026-09-01' }, 1],
    ['joins tomorrow', { joined: '2026-09-02' }, 0],
  ])('counts or not who %s', (_, dates, newcomers) => {
    expect(measure([{ id: 'Li', ...dates }]).newcomers).toBe(newcomers)
  })

  it('keeps whose last day it is, and loses whose it was the day before', () => {
    const rate = (left: string) => measure([{ id: 'Li', joined: '2026-01-05', left }]).rate
    expect([rate('2026-09-01'), rate('2026-08-31')]).toEqual(['1', '0'])
  })

  it('has no rate without newcomers, of whom PRO-5 then asks nothing', () => {
    const { rate, facts } = measure([])
    expect(rate).toBeNull()
    const rest = { attainmentLast12Months: '1.1', managementAssessment: true }
    expect(
      checkPromotion({ ...rest, ...facts }, 'sales-supervisor', handbook.careers).eligible,
    ).toBe(true)
  })

  it('keeps a third exact on its way to the check', () => {
    const people = ['a', 'b', 'c'].map((id) => ({ id, joined: '2026-01-05' }))
    const two = people.map((one) => (one.id === 'c' ? { ...one, left: '2026-02-01' } : one))
    expect(measure(two)).toMatchObject({ rate: '0.666666666666', retained: 2 })
  })

  it('counts the months that the policy says', () => {
    const policy = changed({ newcomers: { clause: 'HR-5', joinedWithinMonths: 6 } })
    expect(measure([{ id: 'Li', joined: '2026-03-01' }], '2026-09-01', policy)).toMatchObject({
      newcomers: 0,
      joinedFrom: '2026-03-02',
    })
  })

  it('depends on no order, counts everybody once, and never falls because one more stayed', () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.nat({ max: 99 }).map(String),
        joined: fc.nat({ max: 500 }),
        stayed: fc.option(fc.nat({ max: 500 })),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    )
    const team = people.map((rows) =>
      rows.map(({ id, joined, stayed }) => {
        const from = addDays('2025-06-01', joined)
        return { id, joined: from, left: stayed === null ? null : addDays(from, stayed) }
      }),
    )
    fc.assert(
      fc.property(
        team.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
        ([rows, other]) => {
          const one = measure(rows)
          const { retained, newcomers, rate } = measure(other)
          expect([retained, newcomers, rate]).toEqual([one.retained, one.newcomers, one.rate])
          expect(one.newcomers + one.notCounted.length).toBe(rows.length)
          expect(one.retained + one.left.length).toBe(one.newcomers)
          const stayed = rows.map((row) => ({ ...row, left: null }))
          expect(measure(stayed).retained).toBe(one.newcomers)
        },
      ),
    )
  })

  it.each<[string, object, string]>([
    [
      'twice',
      {
        people: [
          { id: 'a', joined: '2026-01-01' },
          { id: 'a', joined: '2026-02-01' },
        ],
      },
      'ID_DUPLICATE',
    ],
    [
      'gone before they came',
      { people: [{ id: 'a', joined: '2026-01-02', left: '2026-01-01' }] },
      'DATES_OUT_OF_ORDER',
    ],
    ['who never joined', { people: [{ id: 'a' }] }, 'VALUE_MISSING'],
    ['asked about on no day', { asOf: 'today' }, 'DATE_INVALID'],
  ])('refuses people %s', (_, change, code) => {
    const team = { asOf: '2026-09-01', people: [], ...change }
    const outcome = attempt(() => measureNewcomerRetention(team as never, handbook.careers))
    expect(outcome.ok ? [] : outcome.issues.map((one) => one.code)).toEqual([code])
  })
})
