import {
  attributeCommission,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  handbook,
  type RoundingMode,
} from 'sales-rules'
import {
  attributeCommissionColumns,
  type CommissionColumnsFacts,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { roundingModes } from '../../../src/kernel/number/rounding.js'
import { seededRandom } from '../../oracle/random.js'

const plan = handbook.commission

function columnsOf(rows: readonly (readonly [string, string])[]) {
  const builder = commissionColumnsBuilder(plan)
  for (const [payee, amount] of rows) builder.addRow({ payee, amount })
  return builder.finish()
}

function shared(
  rows: readonly (readonly [string, string])[],
  facts: CommissionColumnsFacts,
  by: DefinedCommissionPlan = plan,
) {
  return attributeCommissionColumns(columnsOf(rows), by, facts)
}

/** One unit, and what plain arithmetic is off. Toward zero, or away from it, both ends of a line across zero are cut the other way. */
const unitFor = (mode: RoundingMode) => (mode === 'up' || mode === 'down' ? 2.000001 : 1.000001)

describe('the shares of lines', () => {
  it('are what each adds to the commission before it, across a tier and back', () => {
    const rows = [
      ['Ann', '900000'],
      ['Ben', '100'],
      ['Ann', '300000'],
      ['Ann', '-250000'],
      ['Ben', '0.16'],
    ] as const
    expect(shared(rows, { target: [1, 1] })).toEqual({
      payees: ['Ann', 'Ben'],
      shares: Float64Array.of(2_700_000, 300, 1_100_000, -950_000, 0),
      decimals: 2,
      wide: new Map(),
      issues: [],
      refused: 0,
      refusedByPayee: new Map(),
      refusedByCode: {},
      policy: attributeCommission({ lines: [], target: 1 }, plan).policy,
      currency: 'CNY',
    })
  })

  it('are nothing where the gate is shut, for all of the lines', () => {
    const rows = [
      ['Ann', '1000'],
      ['Ben', '1000'],
      ['Ann', '-1'],
    ] as const
    expect([...shared(rows, { target: 1000 }).shares]).toEqual([0, 3000, 0])
  })

  it('begin with the line that passes the target, where only sales above it count', () => {
    const gated = defineCommissionPlan({
      ...plan,
      gate: { attainment: '1', counts: 'above-target' },
    })
    const rows = [
      ['Ann', '600'],
      ['Ann', '600'],
      ['Ann', '100'],
      ['Ann', '-200'],
    ] as const
    expect([...shared(rows, { target: 1000 }, gated).shares]).toEqual([0, 600, 300, -600])
  })

  it('are shared out by the rule where each line has the same part', () => {
    const proportional = defineCommissionPlan({ ...plan, attribution: 'pro-rata' })
    const rows = [
      ['Ann', '900000'],
      ['Ann', '300000'],
    ] as const
    expect([...shared(rows, { target: 1 }, proportional).shares]).toEqual([2_850_000, 950_000])
  })

  it('follow the rule where a payee leaves the range on the way and comes back', () => {
    const rows = [
      ['Ann', '60000000000000'],
      ['Ben', '1'],
      ['Ann', '60000000000000'],
      ['Ann', '-119999999999999.99'],
      ['Ann', '100'],
    ] as const
    const { shares, issues } = shared(rows, { target: 1 })
    expect([...shares].map((share) => share / 100)).toEqual([
      2_999_999_970_000, 0.03, 3_000_000_000_000, -5_999_999_970_000, 3,
    ])
    expect(issues).toEqual([])
  })

  it('follow the rule beyond the range of the plan, to the last unit', () => {
    const sizes = Array.from({ length: 300 }, (_, index) => 7_300_000_000_000_001 + index * 3)
    const lines = sizes.flatMap((size) => [size, 0 - size])
    const columns = {
      ...columnsOf([]),
      payees: sizes.map(String),
      payee: Int32Array.from(lines, (_, line) => Math.floor(line / 2)),
      amounts: Float64Array.from(lines),
    }
    const open = defineCommissionPlan({ currency: 'CNY', scale: plan.scale })
    const { shares } = attributeCommissionColumns(columns, open)
    for (const [index, size] of sizes.entries()) {
      const given = [`${size}e-2`, `-${size}e-2`].map((amount, line) => ({ id: `${line}`, amount }))
      const byRule = attributeCommission({ lines: given }, open).lines[0]?.amount
      expect(shares[index * 2]).toBe(Number(byRule?.replace('.', '')))
    }
  })

  it('are refused with their payee, who is named', () => {
    const refusing = defineCommissionPlan({ ...plan, scale: { ...plan.scale, negative: 'refuse' } })
    const rows = [
      ['Ann', '-10'],
      ['Ben', '100'],
      ['Ann', '5'],
    ] as const
    const { shares, issues } = shared(rows, { target: '0.01' }, refusing)
    expect([...shares]).toEqual([Number.NaN, 300, Number.NaN])
    expect(issues.map(({ row, id, issues: [issue] }) => [row, id, issue?.code])).toEqual([
      [null, 'Ann', 'BASE_NEGATIVE'],
    ])
  })

  it.each(roundingModes)('add up to the commission, each about its own, rounded %s', (mode) => {
    const random = seededRandom(44)
    const rounded = defineCommissionPlan({
      currency: 'CNY',
      scale: plan.scale,
      rounding: { mode },
    })
    const rows = Array.from({ length: 20_000 }, () => {
      const amount = random.decimal({ near: ['1000000', '2000000'], decimals: 2, digits: 7 })
      return [`E-${random.integer(1, 300)}`, amount] as const
    })
    const columns = columnsOf(rows)
    const { shares } = attributeCommissionColumns(columns, rounded)
    const { commission } = calculateCommissionColumns(columns, rounded)
    const sums = new Float64Array(commission.length)
    for (const [line, share] of shares.entries()) {
      const place = columns.payee[line] ?? 0
      sums[place] = (sums[place] ?? 0) + share
    }
    expect(sums).toEqual(commission)
    const unit = unitFor(mode)
    const isOff = (share: number, line: number) => {
      const [size, most] = [Math.abs(share), Math.abs(columns.amounts[line] ?? 0)]
      return size < most * 0.03 - unit || size > most * 0.05 + unit
    }
    expect(shares.filter(isOff)).toEqual(new Float64Array())
  })
})
