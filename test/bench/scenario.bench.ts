/** What-ifs over a roster of 10,000, against the single runs that they cannot do without. */
import assert from 'node:assert/strict'
import { calculateCommission, handbook, withValue } from 'sales-rules'
import { type CommissionRow, calculateCommissionRows } from 'sales-rules/batch'
import { comparePolicies, compareTotals, sweep } from 'sales-rules/scenario'
import type { Comparison } from './comparison.js'

const REPS = 10_000
const TARGET = '1200000'
const PATH = 'scale.tiers.first.upTo'
const plan = handbook.commission

/** Sales from 500,000.00 to 3,500,000.00. */
const roster = Array.from({ length: REPS }, (_, at) => ({
  id: `E-${at}`,
  input: { sales: (500_000 + ((at * 104_729) % 300_000_000) / 100).toFixed(2), target: TARGET },
}))

const payOneByOne = () => roster.map(({ input }) => calculateCommission(input, plan).amount)
const centsOf = (amounts: readonly string[]) =>
  amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n)

const twoPolicies: Comparison = {
  work: 'two policies compared over 10k reps, winners and losers each with the reason',
  against: '`calculateCommission` once over the same reps',
  bound: { 'at-most': 2.2 },
  prepare: () => {
    const then = withValue(plan, PATH, '800000')
    const subject = () => comparePolicies(roster, { now: plan, then })
    const check = () =>
      assert.equal(subject().totals.now.replace('.', ''), String(centsOf(payOneByOne())))
    return { subject, reference: payOneByOne, check }
  },
}

const totalsAlone: Comparison = {
  work: 'two policies compared over 10k reps, totals alone',
  against: '`calculateCommission` once over the same reps',
  bound: { 'at-most': 0.2 },
  prepare: () => {
    const then = withValue(plan, PATH, '800000')
    const subject = () => compareTotals(roster, { now: plan, then }).totals
    const check = () => assert.equal(subject().now.replace('.', ''), String(centsOf(payOneByOne())))
    return { subject, reference: payOneByOne, check }
  },
}

/** What a batch of rows is paid, in cents. */
function paidFor(rows: readonly CommissionRow[], own: typeof plan): number {
  const { commission } = calculateCommissionRows(rows, own, { target: TARGET })
  return commission.reduce((sum, cents) => sum + cents, 0)
}

const values = Array.from({ length: 50 }, (_, at) => String(500_000 + at * 10_000))

/** A sweep of the start of the second tier, and the same by a batch for each value. */
function prepareSweep(
  reps: Parameters<typeof sweep<typeof plan>>[0],
  rows: readonly CommissionRow[],
) {
  const subject = () => sweep(reps, plan, { path: PATH, values }).points
  const reference = () => values.map((value) => paidFor(rows, withValue(plan, PATH, value)))
  const check = () => {
    const totals = subject().map((point) => (point.ok ? point.totals.then.replace('.', '') : ''))
    assert.deepEqual(totals, reference().map(String))
  }
  return { subject, reference, check }
}

const fiftyValues: Comparison = {
  work: 'sweep of 50 values over 10k reps',
  against: '`calculateCommissionRows` 50 times over the same reps',
  bound: { 'at-most': 1.2 },
  prepare: () => {
    const rows = roster.map(({ id, input }) => ({ payee: id, amount: input.sales }))
    return prepareSweep(roster, rows)
  },
}

const LINES = 10

const fiftyOfLines: Comparison = {
  work: 'sweep of 50 values over 10k reps of 10 order lines each',
  against: '`calculateCommissionRows` 50 times over the same 100k lines',
  bound: { 'at-most': 1.2 },
  prepare: () => {
    const amount = (at: number) => (50_000 + ((at * 10_472_9) % 30_000_000) / 100).toFixed(2)
    const reps = roster.map(({ id }, rep) => {
      const lines = Array.from({ length: LINES }, (_, at) => ({
        id: `O-${rep}-${at}`,
        amount: amount(rep * LINES + at),
        firstOrder: at === 0,
      }))
      return { id, input: { lines, target: TARGET } }
    })
    const rows = reps.flatMap(({ id, input }) =>
      input.lines.map((line) => ({ payee: id, amount: line.amount })),
    )
    return prepareSweep(reps, rows)
  },
}

export const comparisons: readonly Comparison[] = [
  twoPolicies,
  totalsAlone,
  fiftyValues,
  fiftyOfLines,
]
