/** What-ifs over a roster of 10,000, against the single runs that they cannot do without. */
import assert from 'node:assert/strict'
import { calculateCommission, handbook, withValue } from 'sales-rules'
import { calculateCommissionRows } from 'sales-rules/batch'
import { comparePolicies, sweep } from 'sales-rules/scenario'
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

const twoPolicies: Comparison = {
  work: 'two policies compared over 10k reps, winners and losers each with the reason',
  against: '`calculateCommission` once over the same reps',
  bound: { 'at-most': 2.2 },
  prepare: () => {
    const then = withValue(plan, PATH, '800000')
    const subject = () => comparePolicies(roster, { now: plan, then })
    const reference = () => roster.map(({ input }) => calculateCommission(input, plan).amount)
    const check = () => {
      const cents = reference().reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n)
      assert.equal(subject().totals.now.replace('.', ''), String(cents))
    }
    return { subject, reference, check }
  },
}

const POINTS = 50

const fiftyValues: Comparison = {
  work: 'sweep of 50 values over 10k reps',
  against: '`calculateCommissionRows` 50 times over the same reps',
  bound: { 'at-most': 1.2 },
  prepare: () => {
    const values = Array.from({ length: POINTS }, (_, at) => String(500_000 + at * 10_000))
    const rows = roster.map(({ id, input }) => ({ payee: id, amount: input.sales }))
    const subject = () => sweep(roster, plan, { path: PATH, values }).points
    const reference = () =>
      values.map((value) => {
        const paid = calculateCommissionRows(rows, withValue(plan, PATH, value), { target: TARGET })
        return paid.commission.reduce((sum, cents) => sum + cents, 0)
      })
    const check = () => {
      const totals = subject().map((point) => (point.ok ? point.totals.then.replace('.', '') : ''))
      assert.deepEqual(totals, reference().map(String))
    }
    return { subject, reference, check }
  },
}

export const comparisons: readonly Comparison[] = [twoPolicies, fiftyValues]
