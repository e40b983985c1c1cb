import fc from 'fast-check'
import { attempt, defineAppraisalScheme, handbook, measureVisits } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../arbitraries.rooms.js'

type Input = Parameters<typeof measureVisits>[0]

const customers = [
  { id: 'Hua', kind: 'new' },
  { id: 'Ming', kind: 'new' },
  { id: 'Xin', kind: 'existing' },
]
/** Records of visits to one customer, one a day from the first of March 2026. */
const visitsTo = (customer: string, count: number, proof: string | null = 'check-in') =>
  Array.from({ length: count }, (_, index) => ({
    id: `${customer}-${proof}-${index}`,
    customer,
    date: `2026-03-${String(index + 1).padStart(2, '0')}`,
    proof,
  }))
const march = (visits: Input['visits']): Input => ({
  employee: 'E-1',
  period: '2026-03',
  customers,
  visits,
})
const inAll = defineAppraisalScheme({
  ...handbook.appraisal,
  visits: { perMonth: { new: 4, existing: 2 }, counted: 'in-all', acceptedProofs: ['check-in'] },
})

function problemsOf(input: unknown, scheme = handbook.appraisal) {
  const outcome = attempt(() => measureVisits(input as Input, scheme))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe('visits (APP-6)', () => {
  it('are required of each customer, and those above do not count for another', () => {
    const visits = [
      ...visitsTo('Hua', 6),
      ...visitsTo('Ming', 3, 'signed-confirmation'),
      ...visitsTo('Xin', 2),
    ]
    expect(measureVisits(march(visits), handbook.appraisal)).toEqual({
      employee: 'E-1',
      period: '2026-03',
      actual: 9,
      target: 10,
      attainment: '0.9',
      kinds: [
        { kind: 'new', customers: 2, visits: 9, actual: 7, target: 8 },
        { kind: 'existing', customers: 1, visits: 2, actual: 2, target: 2 },
      ],
      short: [{ customer: 'Ming', kind: 'new', visits: 3, required: 4, remaining: 1 }],
      notCounted: [],
      policy: { id: 'handbook-appraisal', version: '1' },
      clauses: ['APP-6', 'APP-11'],
    })
  })

  it('are required in all, by the other reading: 6 to one new customer are enough for the kind', () => {
    const measured = measureVisits(march([...visitsTo('Hua', 6), ...visitsTo('Xin', 1)]), inAll)
    expect(measured).toMatchObject({
      actual: 5,
      target: 6,
      short: [{ customer: null, kind: 'existing', visits: 1, required: 2, remaining: 1 }],
    })
  })

  it('count with their record alone, in their month, and are named otherwise (APP-11)', () => {
    const visits = [
      ...visitsTo('Hua', 1, null),
      ...visitsTo('Hua', 1, 'self'),
      { id: 'late', customer: 'Hua', date: '2026-04-01', proof: 'check-in' },
      { id: 'last', customer: 'Hua', date: '2026-03-31', proof: 'check-in' },
    ]
    const { kinds, notCounted } = measureVisits(march(visits), handbook.appraisal)
    expect(kinds[0]?.visits).toBe(1)
    expect(notCounted).toMatchObject([
      {
        visit: 'Hua-null-0',
        reason: {
          code: 'SOURCE_REFUSED',
          clause: 'APP-11',
          path: ['visits', 0, 'proof'],
          message:
            'visits[0].proof: got no proof, expected a visit with its record: "check-in", "signed-confirmation".',
        },
      },
      { visit: 'Hua-self-0', reason: { params: { source: 'self' } } },
      {
        visit: 'late',
        reason: {
          code: 'DATE_NOT_COVERED',
          params: { date: '2026-04-01', from: '2026-03-01', to: '2026-03-31' },
        },
      },
    ])
  })

  it('of nobody have no rate', () => {
    const measured = measureVisits(
      { period: '2026-03', customers: [], visits: [] },
      handbook.appraisal,
    )
    expect([measured.actual, measured.target, measured.attainment, measured.employee]).toEqual([
      0,
      0,
      null,
      null,
    ])
  })

  it.each<[string, object, readonly string[]]>([
    ['a quarter', { period: '2026-Q1' }, ['PERIOD_INVALID period']],
    ['no period that there is', { period: 'March' }, ['PERIOD_INVALID period']],
    [
      'a kind that the scheme has not',
      { customers: [{ id: 'Hua', kind: 'old' }] },
      ['VALUE_NOT_ALLOWED customers.0.kind'],
    ],
    [
      'a customer twice',
      { customers: [...customers, { id: 'Hua', kind: 'new' }] },
      ['ID_DUPLICATE customers.3.id'],
    ],
    [
      'a record twice',
      { visits: [...visitsTo('Hua', 1), ...visitsTo('Hua', 1)] },
      ['ID_DUPLICATE visits.1.id'],
    ],
    [
      'a visit to somebody else',
      { visits: visitsTo('Wei', 1) },
      ['VALUE_INVALID visits.0.customer'],
    ],
    [
      'a visit on no date',
      { visits: [{ id: 'V', customer: 'Hua', date: '2026-02-30' }] },
      ['DATE_INVALID visits.0.date'],
    ],
    ['no visits', { visits: null }, ['VALUE_MISSING visits']],
    ['another key', { company: 'x' }, ['UNKNOWN_KEY company']],
    ['an employee without a name', { employee: '' }, ['VALUE_INVALID employee']],
  ])('refuse %s', (_, change, problems) => {
    expect(problemsOf({ ...march([]), ...change })).toEqual(problems)
  })

  it('need a scheme that says how', () => {
    const { visits: _, provenance: __, ...scheme } = handbook.appraisal
    expect(problemsOf(march([]), defineAppraisalScheme(scheme))).toEqual(['POLICY_CONFLICT scheme'])
  })
})

const records = fc.array(
  fc.record({
    customer: fc.constantFrom('Hua', 'Ming', 'Xin'),
    day: fc.integer({ min: 1, max: 31 }),
    proof: fc.constantFrom('check-in', 'signed-confirmation', 'self', null),
  }),
  { maxLength: 25 },
)
const withIds = (
  drawn: readonly { customer: string; day: number; proof: string | null }[],
): Input['visits'] =>
  drawn.map(({ customer, day, proof }, index) => ({
    id: String(index),
    customer,
    date: `2026-03-${String(day).padStart(2, '0')}`,
    proof,
  }))

describe('the laws of visits', () => {
  it.each([
    ['of each customer', handbook.appraisal],
    ['in all', inAll],
  ])('counted %s, one more never lowers them, and their order does not matter', (_, scheme) => {
    fc.assert(
      fc.property(
        records.chain((drawn) => fc.tuple(fc.constant(withIds(drawn)), shuffled(withIds(drawn)))),
        ([given, turned]) => {
          const measured = measureVisits(march(given), scheme)
          expect(measureVisits(march(turned), scheme).actual).toBe(measured.actual)
          const fewer = measureVisits(march(given.slice(1)), scheme)
          expect(measured.actual).toBeGreaterThanOrEqual(fewer.actual)
          const missing = measured.short.reduce((total, { remaining }) => total + remaining, 0)
          expect(measured.actual + missing).toBe(measured.target)
          const counted = measured.kinds.reduce((total, { visits }) => total + visits, 0)
          expect(counted + measured.notCounted.length).toBe(given.length)
        },
      ),
    )
  })
})
