import { attempt, defineTargetPlan, handbook, reviseTarget, setTarget } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { monthsOf, signed, unsigned, year } from './histories.js'

const { targets } = handbook
const monthly = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })
const grown = { from: '2026-07-01', amount: '1500000', reason: 'the market grew' }

function issuesOf(revision: unknown, history: unknown = signed(unsigned), plan = targets) {
  const outcome = attempt(() => reviseTarget(history as never, revision as never, plan))
  return outcome.ok ? [] : outcome.issues
}

const codesOf = (...input: Parameters<typeof issuesOf>) =>
  issuesOf(...input).map(({ code, path }) => [code, path.join('.')])

describe('reviseTarget', () => {
  it('keeps the months that have passed, and shares what is left over the rest (revise-01, TAR-3)', () => {
    const revised = reviseTarget(signed(unsigned), grown, targets)
    expect(revised.versions.map(({ amount, change, reason }) => [amount, change, reason])).toEqual([
      ['1200000.00', null, 'last year and 8%'],
      ['1500000.00', '300000.00', 'the market grew'],
    ])
    expect(monthsOf(revised)).toEqual([
      ...Array(6).fill('100000.00'),
      ...Array(6).fill('150000.00'),
    ])
    expect(revised.versions[0]).toEqual(signed(unsigned).versions[0])
    expect(revised.clauses).toEqual(['TAR-3', 'TAR-4'])
  })

  it('lowers the target of new customers by 20%, and leaves that of existing ones (TAR-3)', () => {
    const customers = setTarget({ ...year, measure: 'newCustomers', amount: 120 }, targets)
    const revised = reviseTarget(
      customers,
      { from: '2026-04-01', changeBy: '-0.2', reason: 'fewer fairs' },
      targets,
    )
    expect(revised.versions[1]).toMatchObject({ amount: '96', change: '-24', revises: 1 })
    // 30 in the first quarter; 66 in nine months.
    expect(monthsOf(revised)).toEqual([
      '10',
      '10',
      '10',
      '8',
      '8',
      '8',
      '7',
      '7',
      '7',
      '7',
      '7',
      '7',
    ])
  })

  it('keeps the season of the months to come', () => {
    const profile = { '01': 1, '02': 1, '03': 1, '04': 1, '05': 2, '06': 6 }
    const first = setTarget({ ...year, period: '2026-H1', amount: '1200', profile }, monthly)
    const revised = reviseTarget(
      first,
      { from: '2026-05-01', amount: '1600', reason: 'more' },
      monthly,
    )
    expect(monthsOf(revised)).toEqual(['100.00', '100.00', '100.00', '100.00', '300.00', '900.00'])
  })

  it('gives the months to come what they had at first, where a revision had left them nothing', () => {
    const none = reviseTarget(
      setTarget(year, monthly),
      { from: '2026-07-01', amount: '600000', reason: 'closed' },
      monthly,
    )
    expect(monthsOf(none).slice(5, 8)).toEqual(['100000.00', '0.00', '0.00'])
    const again = reviseTarget(
      none,
      { from: '2026-10-01', amount: '690000', reason: 'open again' },
      monthly,
    )
    expect(monthsOf(again).slice(8)).toEqual(['0.00', '30000.00', '30000.00', '30000.00'])
  })

  it('revises the version that counts, and replaces one that nobody has signed', () => {
    const first = reviseTarget(signed(unsigned), grown, targets)
    const second = reviseTarget(
      first,
      { ...grown, amount: '1400000', reason: 'less than we thought' },
      targets,
    )
    expect(second.versions.map(({ revises, change }) => [revises, change])).toEqual([
      [null, null],
      [1, '300000.00'],
      [1, '200000.00'],
    ])
    const third = reviseTarget(
      signed(second),
      { from: '2026-10-01', changeBy: '0.1', reason: 'a new fair' },
      targets,
    )
    expect(third.versions[3]).toMatchObject({
      revises: 3,
      amount: '1540000.00',
      change: '140000.00',
    })
  })

  it('may replace a target from its first day', () => {
    const own = { id: 'P', from: '2026-04-16', to: '2026-06-30' }
    const set = setTarget({ ...year, period: own, amount: '250' }, targets)
    const revised = reviseTarget(
      set,
      { from: '2026-04-16', amount: '500', reason: 'twice the area' },
      targets,
    )
    expect(monthsOf(set)).toEqual(['50.00', '100.00', '100.00'])
    expect(monthsOf(revised)).toEqual(['100.00', '200.00', '200.00'])
  })

  it.each<[string, object, [string, string][]]>([
    [
      'a change without a reason (revise-03)',
      { from: '2026-07-01', amount: '1500000' },
      [['VALUE_MISSING', 'revision.reason']],
    ],
    ['a reason of spaces', { ...grown, reason: ' ' }, [['VALUE_MISSING', 'revision.reason']]],
    ['no new figure', { from: '2026-07-01', reason: 'x' }, [['VALUE_MISSING', 'revision.amount']]],
    ['two new figures', { ...grown, changeBy: '0.1' }, [['POLICY_CONFLICT', 'revision']]],
    [
      'less than the months that have passed',
      { ...grown, amount: '599999.99' },
      [['TARGET_NOT_ADDING_UP', 'revision.amount']],
    ],
    [
      'a month within a quarter (TAR-3)',
      { ...grown, from: '2026-08-01' },
      [['POLICY_CONFLICT', 'revision.from']],
    ],
    [
      'a day within a month',
      { ...grown, from: '2026-07-02' },
      [['POLICY_CONFLICT', 'revision.from']],
    ],
    [
      'a day after the period',
      { ...grown, from: '2027-01-01' },
      [['DATES_OUT_OF_ORDER', 'revision.from']],
    ],
    [
      'a day before the period',
      { ...grown, from: '2025-10-01' },
      [['DATES_OUT_OF_ORDER', 'revision.from']],
    ],
    [
      '-20 for -20%',
      { from: '2026-07-01', changeBy: -20, reason: 'x' },
      [['NUMBER_LOOKS_LIKE_PERCENT', 'revision.changeBy']],
    ],
    [
      'a target of 0',
      { from: '2026-01-01', changeBy: -1, reason: 'x' },
      [['NUMBER_OUT_OF_RANGE', 'revision.changeBy']],
    ],
    [
      'half a cent',
      { ...grown, amount: '1500000.005' },
      [['TOTAL_TOO_PRECISE', 'revision.amount']],
    ],
  ])('refuses %s', (_, revision, expected) => {
    expect(codesOf(revision)).toEqual(expected)
  })

  it('says what a change by a ratio would lead to', () => {
    const [issue] = issuesOf({ from: '2026-01-01', changeBy: '-1.5', reason: 'x' })
    expect(issue?.message).toBe(
      'revision.changeBy: leads to a target of -600000.00, expected one above 0.',
    )
  })

  it('takes the first of a month where the plan does', () => {
    const first = setTarget(year, monthly)
    expect(codesOf({ ...grown, from: '2026-08-01' }, first, monthly)).toEqual([])
  })

  it('refuses a revision before the one that counts, and after one that waits for a signature', () => {
    const first = reviseTarget(signed(unsigned), grown, targets)
    expect(codesOf({ ...grown, from: '2026-04-01' }, signed(first))).toEqual([
      ['DATES_OUT_OF_ORDER', 'revision.from'],
    ])
    expect(issuesOf({ ...grown, from: '2026-10-01' }, first).map(({ message }) => message)).toEqual(
      [
        'revision.from: version 2 holds from 2026-07-01 once it is signed by person, direct-manager. Have it signed first, or revise from 2026-07-01, which replaces it.',
      ],
    )
  })

  it('refuses a target of a measure that the plan does not have', () => {
    const plan = defineTargetPlan({
      currency: 'CNY',
      measures: [{ id: 'cash', unit: 'money' }],
      proration: { by: 'day' },
    })
    expect(codesOf(grown, unsigned, plan)).toEqual([['NOT_IN_POLICY', 'history.measure']])
  })
})
