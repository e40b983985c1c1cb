import { attempt, checkTarget, defineTargetPlan, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { year } from './histories.js'

const { targets } = handbook

function codesOf(target: unknown) {
  const outcome = attempt(() => checkTarget(target as never, targets))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('checkTarget', () => {
  it('is SMART where measure, figure, owner, reason and end date are there (TAR-5)', () => {
    expect(checkTarget(year, targets)).toEqual({
      smart: true,
      fields: [
        { field: 'measure', required: true, value: 'sales' },
        { field: 'amount', required: true, value: '1200000.00' },
        { field: 'owner', required: true, value: 'Li' },
        { field: 'reason', required: true, value: 'last year and 8%' },
        { field: 'period', required: true, value: '2026-12-31' },
      ],
      missing: [],
      policy: { id: 'handbook-targets', version: '1' },
      clauses: ['TAR-5'],
    })
  })

  it.each(['measure', 'amount', 'owner', 'reason', 'period'])(
    'names a missing %s (TAR-5)',
    (field) => {
      for (const nothing of [undefined, null]) {
        const check = checkTarget({ ...year, [field]: nothing }, targets)
        expect([check.smart, check.missing]).toEqual([false, [field]])
      }
    },
  )

  it('names all that is missing, a reason of spaces too, in the order of the plan', () => {
    expect(checkTarget({}, targets).missing).toEqual([
      'measure',
      'amount',
      'owner',
      'reason',
      'period',
    ])
    expect(checkTarget({ ...year, reason: ' ' }, targets).missing).toEqual(['reason'])
  })

  it('asks for no more than the plan requires', () => {
    const plan = defineTargetPlan({
      currency: 'CNY',
      requires: ['owner'],
      proration: { by: 'day' },
    })
    expect(checkTarget({}, plan).missing).toEqual(['owner'])
    expect(checkTarget({ owner: 'Li' }, plan).smart).toBe(true)
  })

  it.each<[string, object, [string, string][]]>([
    ['an unknown measure', { measure: 'profit' }, [['NOT_IN_POLICY', 'target.measure']]],
    ['a figure with a comma', { amount: '1,200' }, [['NUMBER_INVALID', 'target.amount']]],
    ['a figure of 0', { amount: 0 }, [['NUMBER_OUT_OF_RANGE', 'target.amount']]],
    [
      'half a customer',
      { measure: 'newCustomers', amount: '0.5' },
      [['TOTAL_TOO_PRECISE', 'target.amount']],
    ],
    ['an end that is no period', { period: 'soon' }, [['PERIOD_INVALID', 'target.period']]],
    ['a misspelt field', { reasons: 'x' }, [['UNKNOWN_KEY', 'target.reasons']]],
  ])('refuses %s', (_, change, expected) => {
    expect(codesOf({ ...year, ...change })).toEqual(expected)
  })
})
