/** An independent payroll of the handbook's plan, in whole cents and nothing of the library: what a clerk would do with a pencil. */
import type { CommissionInput } from 'sales-rules'
import type { RosterRow } from '../../src/scenario/index.js'

/** Rates in hundredths of a percent, ends of tiers in yuan. */
export interface PencilPlan {
  readonly first: bigint
  readonly second: bigint
  readonly top: bigint
  readonly firstEnds: bigint
  readonly secondEnds: bigint
}

export const HANDBOOK: PencilPlan = {
  first: 300n,
  second: 400n,
  top: 500n,
  firstEnds: 1_000_000n,
  secondEnds: 2_000_000n,
}

/** 12.3 is 1230 cents. */
export function cents(value: unknown): bigint {
  const [whole = '0', decimals = ''] = String(value).split('.')
  const sign = whole.startsWith('-') ? -1n : 1n
  return BigInt(whole) * 100n + sign * BigInt(decimals.padEnd(2, '0').slice(0, 2))
}

/** Half a cent and more goes up; amounts are in units of 10^-6 of a cent. */
const MILLION = 1_000_000n
function toCents(units: bigint): bigint {
  if (units < 0n) return -toCents(-units)
  return (2n * units + MILLION) / (2n * MILLION)
}

/** What one rep has sold, in cents. */
export function salesOf({ lines, sales = 0 }: CommissionInput): bigint {
  return lines === undefined
    ? cents(sales)
    : lines.reduce((sum, line) => sum + cents(line.amount), 0n)
}

/** What one rep is paid, in cents; null for one without a target. */
export function payOf(input: CommissionInput, plan: PencilPlan): bigint | null {
  if (input.target === undefined) return null
  const lines = input.lines ?? []
  const sales = salesOf(input)
  const awards = BigInt(
    lines.filter((line) => line.firstOrder === true && cents(line.amount) > 100_000_000n).length,
  )
  const award = awards * 1_000_000n
  if (sales < cents(input.target)) return award
  // An uplift of 0.005 is 5,000 millionths; a hundredth of a percent is 100 of them.
  const [, uplift = ''] = String(input.coefficientUplift ?? '0').split('.')
  const more = BigInt(uplift.padEnd(6, '0'))
  const [low, high] = [plan.firstEnds * 100n, plan.secondEnds * 100n]
  const size = sales < 0n ? -sales : sales
  const inFirst = size < low ? size : low
  const inSecond = size <= low ? 0n : (size < high ? size : high) - low
  const inTop = size <= high ? 0n : size - high
  const units =
    inFirst * (plan.first * 100n + more) +
    inSecond * (plan.second * 100n + more) +
    inTop * (plan.top * 100n + more)
  return toCents(sales < 0n ? -units : units) + award
}

/** By the one and by the other plan: who gains, who loses, and what it costs, in cents. */
export function comparePencil(
  roster: readonly RosterRow<CommissionInput>[],
  now: PencilPlan,
  then: PencilPlan,
) {
  const paid = roster.flatMap(({ id, input }) => {
    const [before, after] = [payOf(input, now), payOf(input, then)]
    return before === null || after === null ? [] : [{ id, before, after }]
  })
  const sum = (list: readonly bigint[]) => list.reduce((total, one) => total + one, 0n)
  return {
    gain: paid.filter(({ before, after }) => after > before).map(({ id }) => id),
    lose: paid.filter(({ before, after }) => after < before).map(({ id }) => id),
    now: sum(paid.map(({ before }) => before)),
    then: sum(paid.map(({ after }) => after)),
  }
}
