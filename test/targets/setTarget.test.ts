import { attempt, defineCalendar, defineTargetPlan, handbook, setTarget } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { monthsOf, unsigned, year } from './histories.js'

const { targets } = handbook

function codesOf(target: unknown, plan = targets, calendar?: unknown) {
  const outcome = attempt(() => setTarget(target as never, plan, calendar as never))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('setTarget', () => {
  it('keeps the first figure with its reason, in months, for both to sign (TAR-2, TAR-4)', () => {
    const { versions, ...rest } = unsigned
    expect(rest).toEqual({
      format: 1,
      owner: 'Li',
      measure: 'sales',
      period: '2026',
      clauses: ['TAR-2', 'TAR-4', 'TAR-5'],
    })
    const [{ parts, ...version } = { parts: [] }] = versions
    expect(version).toEqual({
      version: 1,
      from: '2026-01-01',
      amount: '1200000.00',
      change: null,
      revises: null,
      reason: 'last year and 8%',
      signers: ['person', 'direct-manager'],
      signatures: [],
      missing: ['person', 'direct-manager'],
      unsigned: 'not-counted',
      policy: { id: 'handbook-targets', version: '1' },
    })
    expect(parts).toHaveLength(12)
    expect(new Set(parts.map(({ amount }) => amount))).toEqual(new Set(['100000.00']))
  })

  it('splits it by a profile or a calendar, as splitTarget does', () => {
    const quarter = { ...year, period: '2026-Q1', amount: '600' }
    const profile = { '01': 1, '02': 2, '03': 3 }
    expect(monthsOf(setTarget({ ...quarter, profile }, targets))).toEqual([
      '100.00',
      '200.00',
      '300.00',
    ])
    const calendar = defineCalendar({ from: '2026-01-01', to: '2026-03-31', weekend: [6, 7] })
    // 22, 20 and 22 working days.
    expect(monthsOf(setTarget({ ...quarter, amount: '640' }, targets, calendar))).toEqual([
      '220.00',
      '200.00',
      '220.00',
    ])
  })

  it('is whole where it is of new customers, and of a year of the company (TAR-2)', () => {
    const own = { id: 'FY26', from: '2026-04-01', to: '2027-03-31' }
    const set = setTarget({ ...year, measure: 'newCustomers', amount: 14, period: own }, targets)
    expect(set.period).toEqual(own)
    expect(monthsOf(set).join(' ')).toBe('2 2 1 1 1 1 1 1 1 1 1 1')
  })

  it('asks nobody to sign, and for no reason, where the plan does not', () => {
    const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })
    const { reason: _, ...rest } = year
    expect(setTarget(rest, plan).versions[0]).toMatchObject({
      signers: [],
      missing: [],
      reason: null,
    })
  })

  it.each<[string, object, [string, string][]]>([
    ['no reason', { reason: undefined }, [['VALUE_MISSING', 'target.reason']]],
    ['a reason of spaces', { reason: '  ' }, [['VALUE_MISSING', 'target.reason']]],
    ['no owner', { owner: undefined }, [['VALUE_MISSING', 'target.owner']]],
    [
      'a measure that the plan does not have',
      { measure: 'profit' },
      [['NOT_IN_POLICY', 'target.measure']],
    ],
    [
      'half a customer',
      { measure: 'newCustomers', amount: '1.5' },
      [['TOTAL_TOO_PRECISE', 'target.amount']],
    ],
    ['nothing', { amount: 0 }, [['NUMBER_OUT_OF_RANGE', 'target.amount']]],
    ['a week', { period: '2026-W07' }, [['PERIOD_INVALID', 'target.period']]],
    [
      'a profile that leaves a month out',
      { period: '2026-Q1', profile: { '01': 1 } },
      [['VALUE_MISSING', 'target.profile.02']],
    ],
    ['a misspelt key', { due: '2026-12-31' }, [['UNKNOWN_KEY', 'target.due']]],
  ])('refuses %s (TAR-5)', (_, change, expected) => {
    expect(codesOf({ ...year, ...change })).toEqual(expected)
  })

  it('refuses a calendar that ends too early, or that nobody defined', () => {
    const calendar = defineCalendar({ from: '2026-01-01', to: '2026-03-31', weekend: [6, 7] })
    expect(codesOf(year, targets, calendar)[0]).toEqual(['DATE_NOT_COVERED', 'target.period.from'])
    expect(codesOf(year, targets, {})).toEqual([['POLICY_NOT_DEFINED', '']])
  })
})
