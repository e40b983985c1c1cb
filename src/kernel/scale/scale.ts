/**
 * A scale turns a base into an amount through tiers: commission on sales, a bonus by attainment, a fee by units. A tier has an
 * end and no start, so that gaps and overlaps cannot be written.
 */

import { type Issue, refuseIfAny } from '../input/issue.js'
import { readOptions } from '../input/values.js'
import {
  type DecimalInput,
  readDecimal,
  readPositive,
  writeDecimal,
  writeRate,
} from '../number/decimal.js'
import type { Fraction } from '../number/fraction.js'
import type { Defined } from '../policy/defined.js'
import * as defined from '../policy/defined.js'
import type { ExactSlice } from './scales.js'
import * as scales from './scales.js'

/** One tier of a scale. */
export interface Tier {
  readonly id: string
  /** Where the tier ends; null is the open end, and only the last tier has it. */
  readonly upTo: string | null
  /** What each unit of base in the tier earns: a ratio from 0 to 1, or money per unit where thresholds count units. `1/3` is a third. */
  readonly rate: string
  /** Instead of a rate: how many times the base rate each unit earns, 0 to below 10. The base rate is 1, unless a plan makes another of it. */
  readonly multiple?: string
  /** Who owns a base exactly on this tier's end; without it, whom the scale says. */
  readonly boundary?: Scale['boundary']
  /** A flat amount, paid once when the tier is reached; in an interpolated scale, what the whole tier pays when it is full. */
  readonly amount?: string
  /** The least the tier pays once it is reached. */
  readonly minimum?: string
  /** The most the tier pays. */
  readonly maximum?: string
}

/** How a base becomes an amount. */
export interface Scale {
  /**
   * - `marginal`: each slice of the base earns its own tier's rate
   * - `whole-amount`: all of the base earns the rate of the tier it falls in
   * - `interpolated`: each tier pays its amount in proportion to how far it is filled
   */
  readonly mode: 'marginal' | 'whole-amount' | 'interpolated'
  /** Which tier owns a base exactly on a threshold. It matters for whole amounts and for flat amounts. */
  readonly boundary: 'upper-tier' | 'lower-tier'
  /** A base below zero: `mirror` pays what its opposite pays, negated; `zero` pays nothing; `refuse` is an issue. */
  readonly negative: 'mirror' | 'zero' | 'refuse'
  /** What the ends of tiers count: money, units, or attainment (a ratio of the target, `1` is on target). */
  readonly thresholds: 'money' | 'units' | 'attainment'
  /** `separate`: the tier is chosen by another figure (a margin, a discount) and its rate applied to the base. */
  readonly measure: 'base' | 'separate'
  /** `stop`: nothing is earned above the end of the last tier. Without it the last tier is open. */
  readonly beyond?: 'stop'
  readonly tiers: readonly Tier[]
}

/** A scale that `defineScale` has checked. */
export type DefinedScale<Tier extends string = string> = Defined<Scale, { readonly tier: Tier }>

/** One tier's part in an amount. */
export interface Slice<Tier extends string = string> {
  readonly tier: Tier
  /** Where the tier starts, in what the scale's thresholds count. */
  readonly from: string
  readonly upTo: string | null
  /** Exact: a quotient of whole numbers where it does not end in decimals. */
  readonly rate: string
  /** How many times the base rate that is, where the tier says so. */
  readonly multiple?: string
  /** The part of the base that is paid here. */
  readonly base: string
  readonly amount: string
}

/** The tier after the one reached. */
export interface NextTier<Tier extends string = string> {
  readonly tier: Tier
  readonly rate: string
  /** How much more of the base (or of the separate measure) reaches it. */
  readonly remaining: string
  /** `above`: the threshold itself still belongs to the tier below. */
  readonly reached: 'at' | 'above'
}

/** What a base earns on a scale. */
export interface ScaleOutcome<Tier extends string = string> {
  /** Exact; an amount that does not end in decimals is cut after 12. */
  readonly amount: string
  readonly slices: readonly Slice<Tier>[]
  /** The tier reached. */
  readonly tier: Tier
  readonly next: NextTier<Tier> | null
}

/** What a scale may need beside the base. */
export interface ScaleOptions {
  /** The target that attainment thresholds are ratios of; more than 0. */
  readonly target?: DecimalInput
  /** The figure that chooses the tier of a scale with a separate measure. */
  readonly measure?: DecimalInput
}

/**
 * The exact amount that a base earns on a scale, tier by tier.
 *
 * Use it for payout tables of any kind; for commissions use {@link calculateCommission}, which adds gate, cap and rounding.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NUMBER_INVALID`, `BASE_NEGATIVE`, `TARGET_MISSING`, `VALUE_MISSING`.
 *
 * @example Income between two tiers
 * ```ts
 * import { applyScale, defineScale } from 'sales-rules'
 *
 * const scale = defineScale({
 *   mode: 'marginal',
 *   tiers: [
 *     { id: 'first', upTo: '10000', rate: '0.01' },
 *     { id: 'second', upTo: '30000', rate: '0.02' },
 *     { id: 'top', upTo: null, rate: '0.03' },
 *   ],
 * })
 * applyScale('38000', scale).amount // => '740'
 * applyScale('38000', scale).slices.map((slice) => slice.amount) // => ['100', '400', '240']
 * applyScale('29000', scale).next // => { tier: 'top', rate: '0.03', remaining: '1000', reached: 'at' }
 * ```
 */
export function applyScale<Tier extends string>(
  base: DecimalInput,
  scale: DefinedScale<Tier>,
  options: ScaleOptions = {},
): ScaleOutcome<Tier> {
  defined.check(scale, 'Scale')
  const { exactBase, figures } = readFigures(base, options)
  const exact = scales.compile(scale)
  const { amount, slices } = scales.pay(exactBase, exact, figures)
  const { tier, next } = scales.positionOf(exactBase, exact, figures)
  const outcome: ScaleOutcome = {
    amount: writeDecimal(amount),
    slices: slices.map(writeSlice),
    tier: tier.id,
    next: next && {
      tier: next.tier.id,
      rate: writeRate(next.tier.rate),
      remaining: writeDecimal(next.remaining),
      reached: next.reached,
    },
  }
  return outcome as ScaleOutcome<Tier>
}

function readFigures(base: DecimalInput, options: ScaleOptions) {
  const issues: Issue[] = []
  const exactBase = readDecimal(base, ['base'], issues)
  const fields = readOptions(options, ['options'], ['target', 'measure'], issues)
  const figures = readScaleFigures(fields?.['target'], fields?.['measure'], [], issues)
  refuseIfAny(issues)
  return { exactBase: exactBase as Fraction, figures }
}

/** Reads what a scale may need beside the base; what is absent stays absent. */
export function readScaleFigures(
  target: unknown,
  measure: unknown,
  path: readonly string[],
  issues: Issue[],
) {
  return {
    target: target === undefined ? undefined : readPositive(target, [...path, 'target'], issues),
    measure: measure === undefined ? undefined : readDecimal(measure, [...path, 'measure'], issues),
  }
}

function writeSlice({ tier, base, amount }: ExactSlice): Slice {
  return {
    tier: tier.id,
    from: writeDecimal(tier.stated.from),
    upTo: tier.stated.upTo && writeDecimal(tier.stated.upTo),
    rate: writeRate(tier.rate),
    ...(tier.multiple && { multiple: writeRate(tier.multiple) }),
    base: writeDecimal(base),
    amount: writeDecimal(amount),
  }
}
