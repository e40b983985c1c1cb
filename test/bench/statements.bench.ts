/** What one payee is paid, with everything that it was computed from. */
import assert from 'node:assert/strict'
import { Decimal } from 'decimal.js'
import {
  attributeCommission,
  type CommissionLine,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  handbook,
  settleCommission,
} from 'sales-rules'
import type { Comparison } from './comparison.js'
import { asText, centsOf, PAYEES } from './orders.js'
import { decimalCommission } from './plain.js'

const plan = handbook.commission
/** Of a month or of all lines, always met. */
const TARGET = '150000'

const twoDigits = (number: number) => String(number).padStart(2, '0')
const monthOf = (index: number) => `2026-${twoDigits(index + 1)}`

/** Lines of some 40,000.00 each, every tenth a refund, dated within so many months from January on. */
function linesOf(count: number, months: number) {
  return Array.from({ length: count }, (_, line) => ({
    id: `O-${line}`,
    amount: asText(centsOf(line) * 40),
    date: `${monthOf(Math.floor((line * months) / count))}-${twoDigits((line % 28) + 1)}`,
  }))
}

function decimalTotal(lines: readonly { readonly amount: string }[]): Decimal {
  let total = new Decimal(0)
  for (const { amount } of lines) total = total.plus(amount)
  return total
}

const statement: Comparison = {
  work: 'full statement of 100 dated lines, with a period',
  against: 'naive decimal.js total of the same lines without explanation',
  bound: { 'at-most': 3 },
  prepare: () => {
    const lines = linesOf(100, 3)
    const input = { payee: 'E-7', period: '2026-Q1', target: TARGET, lines }
    const subject = () => calculateCommission(input, plan)
    const reference = () => decimalCommission(decimalTotal(lines), TARGET).toFixed(2)
    const check = () => {
      const { amount, slices, notCounted } = subject()
      assert.deepEqual([amount, slices.length, notCounted], [reference(), 3, []])
    }
    return { subject, reference, check }
  },
}

const withoutPeriod = (
  against: string,
  of: (line: CommissionLine) => CommissionLine,
): Comparison => ({
  work: 'full statement of 100 dated lines, with a period',
  against,
  bound: { 'at-most': 1.1 },
  prepare: () => {
    const lines = linesOf(100, 3)
    const withoutOne = { payee: 'E-7', target: TARGET, lines: lines.map(of) }
    const withOne = { payee: 'E-7', period: '2026-Q1', target: TARGET, lines }
    const subject = () => calculateCommission(withOne, plan)
    const reference = () => calculateCommission(withoutOne, plan)
    const check = () => assert.deepEqual({ ...subject(), period: null }, reference())
    return { subject, reference, check }
  },
})

const statements: Comparison = {
  work: 'full statement with derivation, per payee, 2,000 payees',
  against: 'naive decimal.js total without derivation',
  bound: { 'at-most': 1 },
  prepare: () => {
    const inputs = Array.from({ length: PAYEES }, (_, index) => ({
      sales: `${500_000 + index * 1_234}.56`,
      target: '600000',
    }))
    // One statement after the other, as a payroll run writes them.
    const subject = () => inputs.map((input) => calculateCommission(input, plan).amount)
    const reference = () =>
      inputs.map(({ sales, target }) => decimalCommission(new Decimal(sales), target).toFixed(2))
    return { subject, reference, check: () => assert.deepEqual(subject(), reference()) }
  },
}

const collectedPlan = defineCommissionPlan({
  ...plan,
  payment: { on: 'collected', accrual: 'year-to-date' },
})

const settlement: Comparison = {
  work: 'settlement: 12 months of 10 lines, paid as collected, year to date',
  against: '`calculateCommission`, 12 months of 10 lines',
  bound: { 'at-most': 1.5 },
  prepare: () => {
    const lines = linesOf(120, 12)
    const periods = Array.from({ length: 12 }, (_, month) => ({
      period: monthOf(month),
      target: TARGET,
      lines: lines.slice(month * 10, month * 10 + 10),
    }))
    // A month after the order, and all by the end of the year.
    const collected = lines.flatMap(({ id, amount }, line) => {
      const period = monthOf(Math.min(Math.floor(line / 10) + 1, 11))
      return amount.startsWith('-') ? [] : [{ line: id, period, amount }]
    })
    const subject = () => settleCommission({ payee: 'E-7', periods, collected }, collectedPlan)
    const reference = () =>
      periods.map((period) => calculateCommission({ payee: 'E-7', ...period }, collectedPlan))
    const check = () => {
      const { paid, closing, notCounted } = subject()
      assert.deepEqual(
        [paid, closing.carried],
        [decimalCommission(decimalTotal(lines), TARGET).toFixed(2), '0.00'],
      )
      assert.deepEqual(notCounted, [])
      assert.ok(reference().every((one) => one.notCounted.length === 0 && one.amount !== '0.00'))
    }
    return { subject, reference, check }
  },
}

const MANY = 16_000

/** Twice the lines should take twice the time. */
function doubled(
  work: string,
  prepare: (lines: readonly CommissionLine[]) => { run: () => unknown; check: () => void },
): Comparison {
  return {
    work: `${work}, ${MANY.toLocaleString('en')} lines`,
    against: 'the same, half the lines',
    bound: { 'at-most': 2.2 },
    prepare: () => {
      const all = ordersOf(MANY)
      const [whole, half] = [prepare(all), prepare(all.slice(0, MANY / 2))]
      return { subject: whole.run, reference: half.run, check: half.check }
    },
  }
}

/** Lines that say of what kind of order they are. */
function ordersOf(count: number): CommissionLine[] {
  return linesOf(count, 12).map((line, index) => ({
    ...line,
    customer: `C-${index}`,
    firstOrder: index % 2 === 0,
    newMarket: index % 3 === 0,
  }))
}

const proRataPlan = defineCommissionPlan({ ...plan, attribution: 'pro-rata' })

const proRata = doubled('`attributeCommission`, pro rata', (lines) => {
  const input = { target: TARGET, lines }
  const run = () => attributeCommission(input, proRataPlan)
  const check = () => {
    const { amount, lines: shares } = run()
    assert.equal(shares.length, lines.length)
    assert.equal(decimalTotal(shares).toFixed(2), amount)
    assert.equal(amount, calculateCommission(input, proRataPlan).amount)
  }
  return { run, check }
})

/** An award of each kind, with and without a least order. */
const awardingPlan = defineCommissionPlan({
  ...plan,
  awards: [
    {
      id: 'large-order',
      for: 'first-order',
      order: { comparison: 'above', amount: '50000' },
      amount: '100',
      whileGateShut: 'paid',
    },
    { id: 'new-market', for: 'new-market', amount: '200', whileGateShut: 'paid' },
  ],
})

const accumulator = doubled('`commissionAccumulator`, every award, one by one', (lines) => {
  const total = commissionAccumulator(awardingPlan)
  const run = () => {
    let totals = total.create()
    for (const line of lines) totals = total.add(totals, line)
    return total.finish(totals, { target: TARGET })
  }
  const check = () =>
    assert.deepEqual(run(), calculateCommission({ target: TARGET, lines }, awardingPlan))
  return { run, check }
})

/** So many tiers, and an accelerator of as many steps between their ends. */
function steepPlan(count: number) {
  const upTo = (index: number, end: string) => (index + 1 < count ? end : null)
  return defineCommissionPlan({
    currency: 'CNY',
    scale: {
      mode: 'marginal',
      tiers: Array.from({ length: count }, (_, index) => ({
        id: `tier-${index}`,
        upTo: upTo(index, String((index + 1) * 100_000)),
        rate: String((index + 1) / 10_000),
      })),
    },
    accelerator: {
      mode: 'marginal',
      steps: Array.from({ length: count }, (_, index) => ({
        id: `step-${index}`,
        upTo: upTo(index, String((index + 1.35) / 100)),
        multiplier: String(1 + index / 100),
      })),
    },
  })
}

/** An attainment of 1% is 100,000.00, as wide as a tier. */
const facts = { target: '10000000' }

/** At all ends of tiers and steps. */
const curveOf = (count: number) => commissionCurve(steepPlan(count), facts).points

const curve: Comparison = {
  work: '`commissionCurve`, 100 tiers and 100 steps of an accelerator, both marginal',
  against: 'the same, 50 tiers and 50 steps',
  bound: { 'at-most': 2.2 },
  prepare: () => {
    const [whole, half] = [steepPlan(100), steepPlan(50)]
    return {
      subject: () => commissionCurve(whole, facts),
      reference: () => commissionCurve(half, facts),
      check: () => assert.deepEqual([curveOf(100).length, curveOf(50).length], [199, 99]),
    }
  },
}

const curveByStatements: Comparison = {
  work: '`commissionCurve`, 100 tiers and 100 steps of an accelerator, both marginal',
  against: '`calculateCommission` at each of its 199 points',
  bound: { 'at-most': 1 },
  prepare: () => {
    const steep = steepPlan(100)
    const points = curveOf(100)
    const subject = () => commissionCurve(steep, facts)
    const reference = () =>
      points.map(({ sales }) => calculateCommission({ sales, ...facts }, steep).amount)
    const check = () =>
      assert.deepEqual(
        subject().points.map(({ amount }) => amount),
        reference(),
      )
    return { subject, reference, check }
  },
}

export const comparisons: readonly Comparison[] = [
  statement,
  withoutPeriod('the same without a period', (line) => line),
  withoutPeriod('the same without a period and without dates', ({ id, amount }) => ({
    id,
    amount,
  })),
  statements,
  settlement,
  proRata,
  accumulator,
  curve,
  curveByStatements,
]
