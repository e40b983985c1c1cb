import * as allocation from '../../kernel/number/allocate.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CountedLine } from '../lines/countLine.js'
import type { ExactGroup, ExactPlan } from '../plan/exactPlan.js'
import type { Share, ToShare } from './computeShares.js'
import type { Terms } from './computeTerms.js'
import type { EarnedSlice } from './earn.js'
import { paysNothing } from './openGate.js'
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
  const slices = paysNothing(terms.gate) ? [] : payable(earnings.slices, sums[0]?.units ?? 0n, plan)
  const pools = poolsOf(lines, slices, terms, plan)
  const inPools = new Map(pools.flatMap(membersOf).map((one) => [one.line, one]))
  const ofAll = membersOf(poolOfAll(pools, lines, slices))
  const members = lines.map((line, index) => [inPools.get(line), ofAll[index]] as [Member, Member])
  const weights = weightsOf(members, amountOf(slices))
  const byLine = payAwards(awards, terms.gate)
  const awarded = lines.map(({ id }) => byLine.get(id) ?? fraction.ZERO)
  const split = sums.map(({ kind, units }, index) => {
    if (index === 0) return members.map(([own, common]) => own.units + common.units)
    const total = units - (sums[index - 1]?.units ?? 0n)
    return kind === 'award' ? inUnits(awarded, total, plan) : shareUnits(weights, total)
  })
  return lines.map((line, index) => ({
    line,
    sums: sumsOf(sums, split, index),
    slices: (members[index] ?? []).flatMap(({ pool, part }) => sliceParts(pool, part, plan)),
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

/** Lines that earn by the same scale, or by the same tier where they choose it, and the slices they share. */
interface Pool {
  readonly lines: readonly CountedLine[]
  readonly slices: readonly EarnedSlice[]
  /** What the slices come to. */
  readonly amount: Fraction
}

/** A line, its part of its pool, and what of the slices is its own, in whole units. */
interface Member {
  readonly line: CountedLine
  readonly pool: Pool
  readonly part: Fraction
  readonly units: bigint
}

function poolsOf(
  lines: readonly CountedLine[],
  slices: readonly EarnedSlice[],
  { scales }: Terms,
  plan: ExactPlan,
): Pool[] {
  // Where a scale has one tier, lines have none to choose.
  const tierOf = ({ group, tier }: CountedLine) => (scales[group]?.tiers.length === 1 ? null : tier)
  const byKey = new Map<string, [CountedLine, ...CountedLine[]]>()
  for (const line of lines) {
    const key = `${line.group} ${tierOf(line) ?? ''}`
    const own = byKey.get(key)
    if (own === undefined) byKey.set(key, [line])
    else own.push(line)
  }
  return [...byKey.values()].map((own) => poolOf(own, tierOf(own[0]), slices, plan))
}

function poolOf(
  lines: readonly [CountedLine, ...CountedLine[]],
  tier: number | null,
  all: readonly EarnedSlice[],
  { groups }: ExactPlan,
): Pool {
  const [{ group }] = lines
  const { rule, scale } = groups[group] as ExactGroup
  const slices = all.filter(
    (slice) =>
      slice.rule === (rule?.id ?? null) &&
      (tier === null || slice.tier.id === scale.tiers[tier]?.id),
  )
  return { lines, slices, amount: amountOf(slices) }
}

/** All lines, and the slices of no pool: the scale that has earned them is none of theirs. */
function poolOfAll(
  pools: readonly Pool[],
  lines: readonly CountedLine[],
  all: readonly EarnedSlice[],
): Pool {
  const pooled = new Set(pools.flatMap((pool) => pool.slices))
  const slices = all.filter((slice) => !pooled.has(slice))
  return { lines, slices, amount: amountOf(slices) }
}

function amountOf(slices: readonly EarnedSlice[]): Fraction {
  return fraction.sum(slices.map(({ amount }) => amount))
}

/** Sales of nothing can still earn a flat amount; then all parts are equal. */
function membersOf(pool: Pool): Member[] {
  const { lines, amount } = pool
  const base = fraction.sum(lines.map((line) => line.base))
  const parts = lines.map((line) =>
    fraction.isZero(base) ? oneOf(lines) : fraction.divide(line.base, base),
  )
  const units = shareUnits(parts, amount.n)
  return lines.map((line, index) => ({
    line,
    pool,
    part: parts[index] as Fraction,
    units: units[index] as bigint,
  }))
}

/** What the slices of each came to, as a part of all of them. */
function weightsOf(members: readonly (readonly Member[])[], all: Fraction): Fraction[] {
  if (fraction.isZero(all)) return members.map(() => oneOf(members))
  return members.map((own) =>
    fraction.sum(
      own.map(({ part, pool }) => fraction.multiply(part, fraction.divide(pool.amount, all))),
    ),
  )
}

function oneOf({ length }: readonly unknown[]): Fraction {
  return { n: 1n, d: BigInt(length) }
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
