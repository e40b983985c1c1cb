import {
  attempt,
  type CancelledSale,
  clawBack,
  defineCommissionPlan,
  restateCommission,
  type Settlement,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

const planWith = (more: object = {}) =>
  defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    clawback: { kind: 'full' },
    refunds: 'mirror',
    payment: {},
    ...more,
  })
const plan = planWith()

/** Months in a row: in one settlement, and in one for each. */
const ways: readonly (readonly [string, (months: readonly object[]) => readonly Settlement[]])[] = [
  ['one settlement', (months) => [settle(months)]],
  ['a chain of settlements, each from the archive', chain],
]

function chain(months: readonly object[]): readonly Settlement[] {
  const done: Settlement[] = []
  for (const month of months) {
    const last = done.at(-1)
    done.push(settle([month], last && { opening: throughJson(last.closing) }))
  }
  return done
}

function settle(months: readonly object[], more?: object, by = plan): Settlement {
  return settleCommission({ payee: 'Li', periods: months as SettlementPeriodInput[], ...more }, by)
}

const refused = (call: () => unknown) => {
  const result = attempt(call)
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.slice(-3).join('.')])
}

const sold = { id: 'O-1', commission: '100', soldOn: '2026-01-10' }
const cancelled = { ...sold, cancelledOn: '2026-02-05' }
const half = { ...cancelled, share: '0.5' }
const taken = (...sales: readonly CancelledSale[]) => clawBack(sales, plan).lines

const january = { period: '2026-01', lines: [{ id: 'O-1', amount: '1000' }] }
const month = (at: number, adjustments: readonly object[], lines: readonly object[] = []) => ({
  period: `2026-0${at}`,
  lines,
  adjustments,
})

describe.each(ways)('a clawback in %s', (_way, run) => {
  it('is refused where an earlier month has taken it', () => {
    const again = [january, month(2, taken(cancelled)), month(3, taken(cancelled))]
    const result = attempt(() => run(again))
    expect(result.ok ? [] : result.issues[0]).toMatchObject({
      code: 'ID_DUPLICATE',
      params: { id: 'O-1', period: '2026-02', reason: 'clawback' },
    })
    const once = run([january, month(2, taken(cancelled)), month(3, [])])
    expect(once.flatMap(({ periods }) => periods.map(({ adjusted }) => adjusted))).toEqual([
      '0.00',
      '-100.00',
      '0.00',
    ])
  })

  it('is listed again with nothing more to take', () => {
    const before = { ...half, takenBefore: '50' }
    const rest = { ...half, cancelledOn: '2026-03-05' }
    const all = [january, month(2, taken(half)), month(3, taken(before, rest))]
    expect(run(all).flatMap(({ periods }) => periods.map(({ adjusted }) => adjusted))).toEqual([
      '0.00',
      '-50.00',
      '-50.00',
    ])
  })

  it('takes the second half of what was cancelled in halves on one day, in the same month or later', () => {
    const together = [january, month(2, taken(half, half)), month(3, [])]
    const apart = [
      january,
      month(2, taken(half)),
      month(3, taken({ ...half, takenBefore: '50' }, half)),
    ]
    for (const months of [together, apart]) {
      const adjusted = run(months).map((one) => Number(one.adjusted))
      expect(adjusted.reduce((sum, one) => sum + one, 0)).toBe(-100)
    }
    const third = month(4, taken({ ...half, takenBefore: '50' }, half))
    expect(refused(() => run([...apart, third]))).toEqual([['ID_DUPLICATE', 'adjustments.1.id']])
  })

  it('takes two sales of the same amount, each in a month of its own', () => {
    const sales = [january.lines[0], { id: 'O-2', amount: '1000' }]
    const other = { ...cancelled, id: 'O-2' }
    const months = [
      { ...january, lines: sales },
      month(2, taken(cancelled)),
      month(3, taken(other)),
    ]
    expect(run(months).flatMap(({ periods }) => periods.map(({ adjusted }) => adjusted))).toEqual([
      '0.00',
      '-100.00',
      '-100.00',
    ])
  })

  it('takes more of a sale that has earned more since', () => {
    const more = { ...cancelled, commission: '120', takenBefore: '100' }
    const all = [january, month(2, taken(cancelled)), month(3, taken(more))]
    expect(run(all).at(-1)?.periods.at(-1)?.adjusted).toBe('-20.00')
  })

  it('is refused beside a refund of all that the line earned, whichever comes first', () => {
    const refund = [{ id: 'R-1', amount: '-1000', refundOf: 'O-1' }]
    const afterRefund = [january, month(2, [], refund), month(3, taken(cancelled))]
    const beforeRefund = [january, month(2, taken(cancelled)), month(3, [], refund)]
    const together = [january, month(2, taken(cancelled), refund)]
    for (const months of [afterRefund, beforeRefund, together]) {
      const result = attempt(() => run(months))
      expect(result.ok ? null : result.issues[0]).toMatchObject({
        code: 'TAKEN_BACK_TWICE',
        params: { id: 'O-1', earned: '100.00', refunded: '100.00', clawedBack: '100.00' },
      })
    }
  })

  it('takes the rest of a line that was refunded in part', () => {
    const refund = [{ id: 'R-1', amount: '-300', refundOf: 'O-1' }]
    const rest = { ...cancelled, commission: '70' }
    const months = [january, month(2, [], refund), month(3, taken(rest))]
    const periods = run(months).flatMap((one) => one.periods)
    expect(periods.map(({ earned, adjusted }) => [earned, adjusted])).toEqual([
      ['100.00', '0.00'],
      ['-30.00', '0.00'],
      ['0.00', '-70.00'],
    ])
    const all = [january, month(2, [], refund), month(3, taken(cancelled))]
    expect(refused(() => run(all))[0]?.[0]).toBe('TAKEN_BACK_TWICE')
  })
})

describe('what is taken back of one sale', () => {
  it('is refused where one month has it twice, and no two halves can be meant', () => {
    const twice = [...taken(cancelled), ...taken(cancelled)]
    expect(refused(() => settle([january, month(2, twice)]))).toEqual([
      ['ID_DUPLICATE', 'adjustments.1.id'],
    ])
  })

  it('is refused beside a refund that a correction brings, and beside one of a line older than the account', () => {
    const first = settle([january, month(2, taken(cancelled))])
    const late = [...january.lines, { id: 'R-1', amount: '-1000', refundOf: 'O-1' }]
    const { corrections } = restateCommission(
      {
        paid: first.periods.slice(0, 1).map(({ statement }) => statement),
        now: [{ payee: 'Li', ...january, lines: late }],
      },
      plan,
    )
    const opening = first.closing
    expect(refused(() => settle([month(3, corrections)], { opening }))[0]?.[0]).toBe(
      'TAKEN_BACK_TWICE',
    )
    const refundOf = { id: 'O-1', amount: '1000', commission: '100' }
    const older = month(3, taken(cancelled), [{ id: 'R-1', amount: '-1000', refundOf }])
    expect(refused(() => settle([older]))).toEqual([['TAKEN_BACK_TWICE', '0.adjustments.0']])
  })

  it('may be both where a refund only lowers the sales, as nothing says what that takes back', () => {
    const net = planWith({ refunds: 'net' })
    const refund = [{ id: 'R-1', amount: '-300', refundOf: 'O-1' }]
    const months = [january, month(2, taken(cancelled), refund)]
    expect(settle(months, {}, net).periods[1]?.adjusted).toBe('-100.00')
  })

  it('stands in the closing as long as the account has its month', () => {
    const { closing } = settle([january, month(2, taken(cancelled)), month(3, [])])
    expect(closing.year?.periods.map(({ adjustments }) => adjustments)).toEqual([
      undefined,
      [{ id: 'O-1', amount: '-100.00', share: '1', elapsedDays: 26 }],
      undefined,
    ])
    const next = settle([month(4, [])], { opening: throughJson(closing) })
    expect(next.closing.year?.periods[1]?.adjustments).toEqual(
      closing.year?.periods[1]?.adjustments,
    )
    // A correction of its month leaves it there.
    const now = [{ payee: 'Li', period: '2026-02', lines: [{ id: 'O-2', amount: '10' }] }]
    const paid = [{ ...next.periods[0]?.statement, period: '2026-02' }] as never
    const { corrections } = restateCommission({ paid, now }, plan)
    const corrected = settle([month(5, corrections)], { opening: next.closing })
    expect(corrected.periods[0]?.adjusted).toBe('1.00')
    const { closing: last } = corrected
    expect(refused(() => settle([month(6, taken(cancelled))], { opening: last }))).toHaveLength(1)
  })
})
