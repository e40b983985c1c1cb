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
 * came to. What the scale of no line has earned, a flat amount by a separate measure, all lines share by their sales. An award goes to
 * its own line.
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
  const slicesOf = slicesByLine(pools, plan)
  return lines.map((line, index) => ({
    line,
    sums: sumsOf(sums, split, index),
    slices: slicesOf.get(line) ?? [],
  }))
}

/** A line's part of every step, added up. */
function sumsOf(sums: Sums, split: readonly (readonly bigint[])[], line: number): Sums {
  let running = 0n
  return sums.map((whole, step) => {
    running += split[step]?.[line] ?? 0n
    return { ...whole, units: running }
  })
}

/** Lines that earn by the same scale, or by the same tier where they choose it, and the slices they share; last, all lines and what is left. */
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
  const pools = [...byKey.values()].map((own) => poolOf(own, slicesFor(own, slices, plan)))
  const shared = new Set(pools.flatMap((pool) => pool.slices))
  const left = slices.filter((slice) => !shared.has(slice))
  return left.length === 0 ? pools : [...pools, poolOf(lines, left)]
}

/** What the scale of these lines has earned. */
function slicesFor(
  lines: readonly CountedLine[],
  slices: readonly EarnedSlice[],
  { groups }: ExactPlan,
): EarnedSlice[] {
  const [{ group, tier } = { group: 0, tier: null }] = lines
  const { rule, scale } = groups[group] ?? { rule: null, scale: null }
  const chosen = tier === null ? null : (scale?.tiers[tier]?.id ?? null)
  return slices.filter(
    (slice) => slice.rule === (rule?.id ?? null) && (chosen === null || slice.tier.id === chosen),
  )
}

function poolOf(lines: readonly CountedLine[], slices: readonly EarnedSlice[]): Pool {
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
    for (const [index, line] of pool.lines.entries())
      units.set(line, (units.get(line) ?? 0n) + (own[index] ?? 0n))
  }
  return lines.map((line) => units.get(line) ?? 0n)
}

function splitStep(pools: readonly Pool[], lines: readonly CountedLine[], total: bigint): bigint[] {
  const all = fraction.sum(pools.map(({ amount }) => amount))
  if (fraction.isZero(all)) {
    const equal = { n: 1n, d: BigInt(lines.length) }
    return shareUnits(
      lines.map(() => equal),
      total,
    )
  }
  const weights = new Map<CountedLine, Fraction>()
  for (const { lines: own, parts, amount } of pools) {
    const ofPool = fraction.divide(amount, all)
    for (const [index, line] of own.entries()) {
      const part = fraction.multiply(parts[index] ?? fraction.ZERO, ofPool)
      weights.set(line, fraction.add(weights.get(line) ?? fraction.ZERO, part))
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

/** What each line has of the slices of its pools. */
function slicesByLine(
  pools: readonly Pool[],
  plan: ExactPlan,
): ReadonlyMap<CountedLine, readonly EarnedSlice[]> {
  const slices = new Map<CountedLine, EarnedSlice[]>()
  for (const pool of pools)
    for (const [index, line] of pool.lines.entries()) {
      const own = sliceParts(pool, pool.parts[index] ?? fraction.ZERO, plan)
      slices.set(line, [...(slices.get(line) ?? []), ...own])
    }
  return slices
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
