import * as allocation from '../../kernel/number/allocate.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CountedLine } from '../lines/countLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Share, ToShare } from './computeShares.js'
import type { EarnedSlice } from './earn.js'
import { isShut } from './openGate.js'
import { payAwards } from './payAwards.js'
import type { Sums } from './sumUp.js'

/**
 * Lines that earn by the same scale have their part in it by their sales; in every further step of the statement, by what their slices
 * came to. An award goes to its own line.
 */
export function shareProRata(
  { sales, earnings, sums, terms, awards }: ToShare,
  plan: ExactPlan,
): Share[] {
  const lines = sales.lines ?? []
  const slices = isShut(terms.gate) ? [] : payable(earnings.slices, sums[0]?.units ?? 0n, plan)
  const pools = poolsOf(lines, slices, plan)
  const byLine = payAwards(awards, terms.gate)
  const split = sums.map(({ kind, units }, index) => {
    if (index === 0) return splitSlices(pools, lines)
    const total = units - (sums[index - 1]?.units ?? 0n)
    return kind === 'award'
      ? splitAwards(byLine, lines, total, plan)
      : splitStep(pools, lines, total)
  })
  const sharesOfPool = new Map(
    pools.flatMap((pool) => pool.lines.map((line, at) => [line, { pool, at }])),
  )
  return lines.map((line, index) => {
    const own = sharesOfPool.get(line)
    return {
      line,
      sums: sumsOf(sums, split, index),
      slices:
        own === undefined
          ? []
          : sliceParts(own.pool, own.pool.parts[own.at] ?? fraction.ZERO, plan),
    }
  })
}

/** A line's part of every step, added up. */
function sumsOf(sums: Sums, split: readonly (readonly bigint[])[], line: number): Sums {
  let running = 0n
  return sums.map((whole, step) => {
    running += split[step]?.[line] ?? 0n
    return { ...whole, units: running }
  })
}

/** Lines that earn by the same scale, or by the same tier where they choose it, and the slices they share. */
interface Pool {
  readonly lines: readonly CountedLine[]
  /** The part of each line. Sales of nothing can still earn a flat amount; then all parts are equal. */
  readonly parts: readonly Fraction[]
  readonly slices: readonly EarnedSlice[]
  /** What the slices come to. */
  readonly amount: Fraction
}

function poolsOf(
  lines: readonly CountedLine[],
  slices: readonly EarnedSlice[],
  plan: ExactPlan,
): Pool[] {
  const byKey = new Map<string, CountedLine[]>()
  for (const line of lines) {
    const key = `${line.group} ${line.tier ?? ''}`
    const own = byKey.get(key)
    if (own === undefined) byKey.set(key, [line])
    else own.push(line)
  }
  return [...byKey.values()].map((own) => poolOf(own, slices, plan))
}

function poolOf(
  lines: readonly CountedLine[],
  all: readonly EarnedSlice[],
  { groups }: ExactPlan,
): Pool {
  const [{ group, tier } = { group: 0, tier: null }] = lines
  const { rule, scale } = groups[group] ?? { rule: null, scale: null }
  const chosen = tier === null ? null : (scale?.tiers[tier]?.id ?? null)
  const slices = all.filter(
    (slice) => slice.rule === (rule?.id ?? null) && (chosen === null || slice.tier.id === chosen),
  )
  const base = fraction.sum(lines.map((line) => line.base))
  const equal = { n: 1n, d: BigInt(lines.length) }
  const parts = lines.map((line) =>
    fraction.isZero(base) ? equal : fraction.divide(line.base, base),
  )
  return { lines, parts, slices, amount: fraction.sum(slices.map(({ amount }) => amount)) }
}

function splitSlices(pools: readonly Pool[], lines: readonly CountedLine[]): bigint[] {
  const units = new Map<CountedLine, bigint>()
  for (const pool of pools) {
    const own = shareUnits(pool.parts, pool.amount.n)
    for (const [index, line] of pool.lines.entries()) units.set(line, own[index] ?? 0n)
  }
  return lines.map((line) => units.get(line) ?? 0n)
}

function splitStep(pools: readonly Pool[], lines: readonly CountedLine[], total: bigint): bigint[] {
  const all = fraction.sum(pools.map(({ amount }) => amount))
  const equal = { n: 1n, d: BigInt(lines.length) }
  const weights = new Map<CountedLine, Fraction>()
  for (const { lines: own, parts, amount } of pools) {
    const ofPool = fraction.isZero(all) ? null : fraction.divide(amount, all)
    for (const [index, line] of own.entries()) {
      const part = parts[index] ?? fraction.ZERO
      weights.set(line, ofPool === null ? equal : fraction.multiply(part, ofPool))
    }
  }
  return shareUnits(
    lines.map((line) => weights.get(line) ?? fraction.ZERO),
    total,
  )
}

function splitAwards(
  byLine: ReadonlyMap<string, Fraction>,
  lines: readonly CountedLine[],
  total: bigint,
  plan: ExactPlan,
): bigint[] {
  return inUnits(
    lines.map(({ id }) => byLine.get(id) ?? fraction.ZERO),
    total,
    plan,
  )
}

function shareUnits(weights: readonly Fraction[], total: bigint): bigint[] {
  const all = { n: total, d: 1n }
  return allocation.roundTogether(
    weights.map((weight) => fraction.multiply(weight, all)),
    total,
  )
}

function inUnits(amounts: readonly Fraction[], total: bigint, { unit }: ExactPlan): bigint[] {
  const units = { n: unit, d: 1n }
  return allocation.roundTogether(
    amounts.map((amount) => fraction.multiply(amount, units)),
    total,
  )
}

/**
 * The slices as the statement pays them, in whole units: of a great sale and its refund, each has its part in what is paid, not in
 * what was cut.
 */
function payable(slices: readonly EarnedSlice[], total: bigint, plan: ExactPlan): EarnedSlice[] {
  const units = inUnits(
    slices.map(({ amount }) => amount),
    total,
    plan,
  )
  return slices.map((slice, index) => ({ ...slice, amount: { n: units[index] ?? 0n, d: 1n } }))
}

/** A part of every slice of a pool, its bases in whole cents. */
function sliceParts(
  { slices }: Pool,
  part: Fraction,
  { unit, decimals }: ExactPlan,
): EarnedSlice[] {
  const cents = fraction.powerOfTen(decimals)
  const bases = slices.map(({ base }) =>
    fraction.multiply(fraction.multiply(base, part), { n: cents, d: 1n }),
  )
  const whole = allocation.roundTogether(bases, fraction.toUnits(fraction.sum(bases), 0, 'half-up'))
  return slices.map(({ tier, rule, amount }, index) => ({
    tier,
    rule,
    base: { n: whole[index] ?? 0n, d: cents },
    amount: fraction.multiply(fraction.multiply(amount, part), { n: 1n, d: unit }),
  }))
}
