/** What each line adds to a commission: step by step, so that the steps of all lines add up to the steps of the statement. */

import * as allocation from '../../kernel/number/allocate.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as scales from '../../kernel/scale/scales.js'
import type { CountedLine } from '../lines/countLine.js'
import { type Sold, scalesOf } from '../lines/sold.js'
import type { CommissionPlan } from '../types.js'
import { type EarnedSlice, earn } from './earn.js'
import { isShut } from './openGate.js'
import { paidAwards, type Sums, sumByLine, sumUp, walkLines } from './sumUp.js'
import type { Terms } from './termsOf.js'

/** A line's part of a commission. */
export interface Share {
  readonly line: CountedLine
  /** The statement's steps, this line's part of each. */
  readonly sums: Sums
  readonly slices: readonly EarnedSlice[]
}

/** Shares a commission out as the plan says: in the order of the deals, or in proportion to the sales. */
export function shareOut(sold: Sold, terms: Terms, plan: CommissionPlan): Share[] {
  const share = plan.attribution === 'deal-order' ? shareInOrder : shareProRata
  return share(sold, terms, plan)
}

/** Every step of the statement after the line, less the same step before it. */
function shareInOrder(sold: Sold, terms: Terms, plan: CommissionPlan): Share[] {
  const lines = sold.lines ?? []
  const shares: Share[] = []
  let awards = fraction.ZERO
  let before: { readonly sums: Sums; readonly slices: readonly EarnedSlice[] } = {
    sums: [],
    slices: [],
  }
  for (const { earned, byLine } of walkLines(sold, terms, plan)) {
    const line = lines[shares.length]
    if (line === undefined) break
    awards = fraction.add(awards, paidAwards(sold, terms, line.id))
    const after = {
      sums: sumUp(earned, byLine, awards, terms, plan),
      slices: isShut(terms.gate) ? [] : earned.slices,
    }
    const sums = difference(after.sums, before.sums)
    const slices = balance(sliceDifference(after.slices, before.slices), slicesOf(sums), plan)
    shares.push({ line, sums, slices })
    before = after
  }
  return shares
}

/** A step that was not there before, an award say, stood where the step before it stands. */
function difference(after: Sums, before: Sums): Sums {
  return after.map((step, index) => {
    const same = before.findIndex(({ kind }) => kind === step.kind)
    const stood = same === -1 ? standing(after.slice(0, index), before) : before[same]?.units
    return { ...step, units: step.units - (stood ?? 0n) }
  })
}

function standing(steps: Sums, before: Sums): bigint {
  for (const { kind } of [...steps].reverse()) {
    const same = before.find((step) => step.kind === kind)
    if (same !== undefined) return same.units
  }
  return 0n
}

function slicesOf(sums: Sums): bigint {
  return sums[0]?.units ?? 0n
}

/** Tier by tier, what is new; where all of the sales change their tier, the old one is taken back. */
function sliceDifference(
  after: readonly EarnedSlice[],
  before: readonly EarnedSlice[],
): EarnedSlice[] {
  const byTier = new Map<string, EarnedSlice>()
  const negated = before.map((slice) => ({
    ...slice,
    base: fraction.negate(slice.base),
    amount: fraction.negate(slice.amount),
  }))
  for (const slice of [...negated, ...after]) {
    const key = JSON.stringify([slice.rule, slice.tier.id])
    const same = byTier.get(key)
    const base = fraction.add(slice.base, same?.base ?? fraction.ZERO)
    const amount = fraction.add(slice.amount, same?.amount ?? fraction.ZERO)
    byTier.set(key, { tier: slice.tier, rule: slice.rule, base, amount })
  }
  return [...byTier.values()].filter(
    ({ base, amount }) => !fraction.isZero(base) || !fraction.isZero(amount),
  )
}

/**
 * The statement is rounded before the line and after it, so that a line can be paid a whole cent more or less than its slices come
 * to, which no rounding of them makes up for. The largest slice takes the difference.
 */
function balance(
  slices: readonly EarnedSlice[],
  total: bigint,
  { rounding }: CommissionPlan,
): EarnedSlice[] {
  const unit = { n: 1n, d: fraction.powerOfTen(rounding.decimals) }
  const paid = { n: total, d: unit.d }
  const lacking = fraction.subtract(paid, fraction.sum(slices.map(({ amount }) => amount)))
  if (fraction.compare(fraction.absolute(lacking), unit) < 0) return [...slices]
  const [largest] = [...slices].sort((a, b) =>
    fraction.compare(fraction.absolute(b.amount), fraction.absolute(a.amount)),
  )
  return slices.map((slice) =>
    slice === largest ? { ...slice, amount: fraction.add(slice.amount, lacking) } : slice,
  )
}

/**
 * Lines that earn by the same scale have their part in it by their sales; in every further step of the statement, by what their slices
 * came to. An award goes to its own line.
 */
function shareProRata(sold: Sold, terms: Terms, plan: CommissionPlan): Share[] {
  const lines = sold.lines ?? []
  const earned = earn(sold.bases, terms, plan)
  const awards = paidAwards(sold, terms)
  const sums = sumUp(earned, sumByLine(sold, terms, plan), awards, terms, plan)
  const slices = isShut(terms.gate) ? [] : payable(earned.slices, slicesOf(sums), plan)
  const pools = poolsOf(lines, slices, plan)
  const ownAwards = lines.map(({ id }) => paidAwards(sold, terms, id))
  const split = sums.map(({ kind, units }, index) => {
    if (index === 0) return splitSlices(pools, lines)
    const total = units - (sums[index - 1]?.units ?? 0n)
    return kind === 'award' ? inUnits(ownAwards, total, plan) : splitStep(pools, lines, total)
  })
  return lines.map((line, index) => {
    let running = 0n
    const own = sums.map((whole, step) => {
      running += split[step]?.[index] ?? 0n
      return { ...whole, units: running }
    })
    const pool = pools.find((one) => one.lines.includes(line))
    return { line, sums: own, slices: pool === undefined ? [] : shareOfSlices(pool, line, plan) }
  })
}

/** Lines that earn by the same scale, or by the same tier where they choose it, and the slices they share. */
interface Pool {
  readonly lines: readonly CountedLine[]
  readonly slices: readonly EarnedSlice[]
}

function poolsOf(
  lines: readonly CountedLine[],
  slices: readonly EarnedSlice[],
  plan: CommissionPlan,
): Pool[] {
  const byKey = new Map<string, CountedLine[]>()
  for (const line of lines) {
    const key = `${line.group} ${tierOf(line, plan) ?? ''}`
    byKey.set(key, [...(byKey.get(key) ?? []), line])
  }
  return [...byKey.values()].map((own) => {
    const [{ group }] = own as [CountedLine]
    const tier = tierOf(own[0] as CountedLine, plan)
    const rule = plan.rates?.[group - 1]?.id ?? null
    const isOwn = (slice: EarnedSlice) =>
      slice.rule === rule && (tier === null || slice.tier.id === tier)
    return { lines: own, slices: slices.filter(isOwn) }
  })
}

/** The tier that a line chooses; null where its scale goes by all of the sales. */
function tierOf({ group, measure }: CountedLine, plan: CommissionPlan): string | null {
  const scale = scalesOf(plan)[group]
  if (measure === null || scale === undefined) return null
  return scale.tiers[scales.ownerOf(measure, scales.compile(scale))]?.id ?? null
}

/** A line's part of its pool. Sales of nothing can still earn a flat amount; then all parts are equal. */
function partOf(line: CountedLine, { lines }: Pool): Fraction {
  const all = fraction.sum(lines.map(({ base }) => base))
  return fraction.isZero(all) ? { n: 1n, d: BigInt(lines.length) } : fraction.divide(line.base, all)
}

function splitSlices(pools: readonly Pool[], lines: readonly CountedLine[]): bigint[] {
  const units = new Map<CountedLine, bigint>()
  for (const pool of pools) {
    const total = fraction.sum(pool.slices.map(({ amount }) => amount)).n
    const own = shareUnits(
      pool.lines.map((line) => partOf(line, pool)),
      total,
    )
    for (const [index, line] of pool.lines.entries()) units.set(line, own[index] ?? 0n)
  }
  return lines.map((line) => units.get(line) ?? 0n)
}

function splitStep(pools: readonly Pool[], lines: readonly CountedLine[], total: bigint): bigint[] {
  const all = fraction.sum(pools.flatMap(({ slices }) => slices.map(({ amount }) => amount)))
  const weights = new Map<CountedLine, Fraction>()
  for (const pool of pools) {
    const ofPool = fraction.sum(pool.slices.map(({ amount }) => amount))
    for (const line of pool.lines) {
      const weight = fraction.multiply(
        partOf(line, pool),
        fraction.isZero(all) ? fraction.ZERO : fraction.divide(ofPool, all),
      )
      weights.set(line, fraction.isZero(all) ? { n: 1n, d: BigInt(lines.length) } : weight)
    }
  }
  return shareUnits(
    lines.map((line) => weights.get(line) ?? fraction.ZERO),
    total,
  )
}

function shareUnits(weights: readonly Fraction[], total: bigint): bigint[] {
  return allocation.roundTogether(
    weights.map((weight) => fraction.multiply(weight, { n: total, d: 1n })),
    total,
  )
}

function inUnits(
  amounts: readonly Fraction[],
  total: bigint,
  { rounding }: CommissionPlan,
): bigint[] {
  const units = { n: fraction.powerOfTen(rounding.decimals), d: 1n }
  return allocation.roundTogether(
    amounts.map((amount) => fraction.multiply(amount, units)),
    total,
  )
}

/**
 * The slices as the statement pays them, in whole units: of a great sale and its refund, each has its part in what is paid, not in
 * what was cut.
 */
function payable(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: CommissionPlan,
): EarnedSlice[] {
  const units = inUnits(
    slices.map(({ amount }) => amount),
    total,
    plan,
  )
  return slices.map((slice, index) => ({ ...slice, amount: { n: units[index] ?? 0n, d: 1n } }))
}

/** A line's part of every slice of its pool, its bases in whole cents. */
function shareOfSlices(pool: Pool, line: CountedLine, plan: CommissionPlan): EarnedSlice[] {
  const part = partOf(line, pool)
  const d = fraction.powerOfTen(plan.rounding.decimals)
  const decimals = currencies.decimalsOf(plan.currency) ?? 0
  const cents = { n: fraction.powerOfTen(decimals), d: 1n }
  const bases = pool.slices.map(({ base }) =>
    fraction.multiply(fraction.multiply(base, part), cents),
  )
  const whole = allocation.roundTogether(bases, fraction.toUnits(fraction.sum(bases), 0, 'half-up'))
  return pool.slices.map(({ tier, rule, amount }, index) => ({
    tier,
    rule,
    base: { n: whole[index] ?? 0n, d: cents.n },
    amount: fraction.multiply(fraction.multiply(amount, part), { n: 1n, d }),
  }))
}
