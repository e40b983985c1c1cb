import {
  defineCommissionPlan,
  type PaymentTermsInput,
  type Settlement,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

const lines = [{ id: 'O-1', amount: '1000' }]
/** One order in each month, twice in April. */
const months = [1, 2, 3, 4].map((month) => ({
  period: `2026-0${month}`,
  lines: month === 4 ? [...lines, ...lines] : lines,
}))

const planWith = (payment: PaymentTermsInput) =>
  defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    payment,
  })

const settled = (payment: PaymentTermsInput, more: object = {}) =>
  settleCommission({ payee: 'Li', periods: months, ...more }, planWith(payment))

/** Each month in a settlement of its own. */
function chained(payment: PaymentTermsInput): readonly Settlement[] {
  const done: Settlement[] = []
  for (const period of months) {
    const last = done.at(-1)
    const opening = last && { opening: throughJson(last.closing) }
    done.push(settleCommission({ payee: 'Li', periods: [period], ...opening }, planWith(payment)))
  }
  return done
}

const listed = ({ notCounted }: Pick<Settlement, 'notCounted'>) =>
  notCounted.map(({ period, line, issue }) => [period, line, issue.code, issue.path.join('.')])

const quarterly = { accrual: 'year-to-date', trueUp: 'quarter' } as const

describe('lines that a settlement does not count', () => {
  it('are listed once, each in its place, where all of the year counts', () => {
    const toDate = settled({ accrual: 'year-to-date' })
    expect(toDate.periods.map(({ earned }) => earned)).toEqual(['100.00', '0.00', '0.00', '0.00'])
    expect(listed(toDate)).toEqual([
      ['2026-02', 'O-1', 'ID_DUPLICATE', 'periods.1.lines.0.id'],
      ['2026-03', 'O-1', 'ID_DUPLICATE', 'periods.2.lines.0.id'],
      ['2026-04', 'O-1', 'ID_DUPLICATE', 'periods.3.lines.0.id'],
      ['2026-04', 'O-1', 'ID_DUPLICATE', 'periods.3.lines.1.id'],
    ])
  })

  it('are named by the true-up that takes them back, and never again', () => {
    const trued = settled(quarterly)
    // February was paid again, and March takes it back beside its own.
    expect(trued.periods.map(({ earned }) => earned)).toEqual([
      '100.00',
      '100.00',
      '-100.00',
      '100.00',
    ])
    expect(listed(trued)).toEqual([
      ['2026-02', 'O-1', 'ID_DUPLICATE', 'periods.1.lines.0.id'],
      ['2026-03', 'O-1', 'ID_DUPLICATE', 'periods.2.lines.0.id'],
      ['2026-04', 'O-1', 'ID_DUPLICATE', 'periods.3.lines.1.id'],
    ])
    const june = ['2026-05', '2026-06'].map((period) => ({ period, lines: [] }))
    const half = settleCommission(
      { payee: 'Li', periods: [...months, ...june] },
      planWith(quarterly),
    )
    expect(half.periods.at(-1)?.earned).toBe('-100.00')
    expect(listed(half)).toEqual([
      ...listed(trued),
      ['2026-04', 'O-1', 'ID_DUPLICATE', 'periods.3.lines.0.id'],
    ])
  })

  it('are those of a chain of settlements, which name what came before in what they open with', () => {
    expect(chained(quarterly).map(listed)).toEqual([
      [],
      [],
      [
        ['2026-02', 'O-1', 'ID_DUPLICATE', 'opening.year.periods.1.lines.0.id'],
        ['2026-03', 'O-1', 'ID_DUPLICATE', 'periods.0.lines.0.id'],
      ],
      [['2026-04', 'O-1', 'ID_DUPLICATE', 'periods.0.lines.1.id']],
    ])
    const toDate = chained({ accrual: 'year-to-date' }).flatMap(listed)
    expect(toDate.map(([period]) => period)).toEqual(['2026-02', '2026-03', '2026-04', '2026-04'])
  })

  it('are named as they come where lines are followed, and not by the true-up', () => {
    const followed = settled({ ...quarterly, on: 'collected' }, { collected: [] })
    expect(listed(followed).map(([period]) => period)).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-04',
    ])
  })

  it('are those of a period alone where it counts alone', () => {
    expect(listed(settled({}))).toEqual([
      ['2026-04', 'O-1', 'ID_DUPLICATE', 'periods.3.lines.1.id'],
    ])
  })
})
