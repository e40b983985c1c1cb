import * as z from 'zod'
import { at, type Issue, type Path, under } from '../input/issue.js'
import {
  checked,
  duplicateIds,
  name,
  notNegative,
  notRising,
  positive,
  rate,
  ratioIssues,
  readPolicy,
  type SchemaNamed,
  strict,
} from '../input/schema.js'
import {
  INNER_TIER_OPEN,
  INTERPOLATED_TIER_BOUNDS,
  LAST_TIER_CLOSED,
  LAST_TIER_OPEN,
  MINIMUM_ABOVE_MAXIMUM,
  MULTIPLE_BESIDE_RATE,
  OPEN_TIER_AMOUNT,
  SEPARATE_MEASURE_MODE,
  SEPARATE_MEASURE_STOPS,
  SEPARATE_MEASURE_THRESHOLDS,
} from '../issues.js'
import { type DecimalInput, known, percentIssues } from '../number/decimal.js'
import { compare } from '../number/fraction.js'
import { seal } from '../policy/defined.js'
import type { DefinedScale, Scale } from './scale.js'

/** A tier as it is written down; a rate that is left out is 0. */
export interface TierInput<Id extends string = string> {
  /** Names the tier in slices; each once. */
  readonly id: Id
  /** Where the tier ends; null is the open end, and only the last tier has it. Above 0. */
  readonly upTo: DecimalInput | null
  /** A quotient of whole numbers, `1/3`, is exact. */
  readonly rate?: DecimalInput
  /**
   * Instead of a rate: how many times the base rate each unit earns, 0 to below 10. The base rate is 1, unless a plan makes another of
   * it.
   */
  readonly multiple?: DecimalInput
  /** Who owns a base exactly on this tier's end; without it, whom the scale says. */
  readonly boundary?: Scale['boundary']
  /**
   * A flat amount, paid once when the tier is reached; in an interpolated scale, what the whole tier pays when it is full. 0 or more.
   */
  readonly amount?: DecimalInput
  /** The least the tier pays once it is reached. 0 or more. */
  readonly minimum?: DecimalInput
  /** The most the tier pays. 0 or more. */
  readonly maximum?: DecimalInput
}

/** A scale as it is written down. Left out: `upper-tier`, `mirror`, thresholds in money, the base as measure. */
export interface ScaleInput<Tier extends string = string> {
  /**
   * `marginal`: each slice of the base earns its own tier's rate; `whole-amount`: all of the base earns the rate of the tier it falls
   * in; `interpolated`: each tier pays its amount in proportion to how far it is filled.
   */
  readonly mode: Scale['mode']
  /** Which tier owns a base exactly on a threshold. It matters for whole amounts and for flat amounts. `upper-tier` by default. */
  readonly boundary?: Scale['boundary']
  /**
   * A base below zero: `mirror` pays what its opposite pays, negated; `zero` pays nothing; `refuse` is an issue. `mirror` by default.
   */
  readonly negative?: Scale['negative']
  /** What the ends of tiers count: money, units, or attainment (a ratio of the target, `1` is on target). `money` by default. */
  readonly thresholds?: Scale['thresholds']
  /** `separate`: the tier is chosen by another figure (a margin, a discount) and its rate applied to the base. `base` by default. */
  readonly measure?: Scale['measure']
  /** `stop`: nothing is earned above the end of the last tier. Without it the last tier is open. */
  readonly beyond?: 'stop'
  /** From the lowest to the highest; a tier begins where the one before it ends. 1 to 1,000 of them. */
  readonly tiers: readonly TierInput<Tier>[]
}

const boundary = () => z.enum(['upper-tier', 'lower-tier'])

/** The schema of a scale, for the policies that have one. */
export const scaleSchema = strict({
  mode: z.enum(['marginal', 'whole-amount', 'interpolated']),
  boundary: boundary().default('upper-tier'),
  negative: z.enum(['mirror', 'zero', 'refuse']).default('mirror'),
  thresholds: z.enum(['money', 'units', 'attainment']).default('money'),
  measure: z.enum(['base', 'separate']).default('base'),
  beyond: z.literal('stop').exactOptional(),
  tiers: z
    .array(
      strict({
        id: name(),
        upTo: positive().nullable(),
        rate: rate().prefault('0'),
        multiple: rate().exactOptional(),
        boundary: boundary().exactOptional(),
        amount: notNegative().exactOptional(),
        minimum: notNegative().exactOptional(),
        maximum: notNegative().exactOptional(),
      }),
    )
    .min(1)
    .max(1000),
}).superRefine(
  checked((scale: Scale) => [
    ...duplicateIds(scale.tiers, ['tiers']),
    ...endIssues(scale),
    ...notRising(withoutJumps(scale).flatMap(endOf)),
    ...rateIssues(scale),
    ...attainmentIssues(scale),
    ...conflicts(scale),
  ]),
)

function endOf({ upTo, index }: { upTo: string | null; index: number }): [Path, string][] {
  return upTo === null ? [] : [[['tiers', index, 'upTo'], upTo]]
}

/** In an interpolated scale, a tier that ends where the one before it does is a jump by its amount. */
function withoutJumps({ mode, tiers }: Scale) {
  const placed = tiers.map(({ upTo, amount }, index) => ({ upTo, amount, index }))
  if (mode !== 'interpolated') return placed
  return placed.filter(({ upTo, amount, index }) => {
    const before = tiers[index - 1]?.upTo ?? null
    if (upTo === null || before === null || amount === undefined) return true
    return compare(known(upTo), known(before)) !== 0
  })
}

/** Only the last tier is open, unless the scale stops there. */
function endIssues({ tiers, beyond }: Scale): Issue[] {
  return tiers.flatMap(({ id, upTo }, index) => {
    const mayBeOpen = index === tiers.length - 1
    const mustBeOpen = mayBeOpen && beyond !== 'stop'
    if (upTo === null ? mayBeOpen && mustBeOpen : !mustBeOpen) return []
    const path = ['tiers', index, 'upTo']
    if (upTo !== null) return [at(LAST_TIER_CLOSED, path, { tier: id, given: upTo })]
    return [at(mayBeOpen ? LAST_TIER_OPEN : INNER_TIER_OPEN, path, { tier: id })]
  })
}

/** Where thresholds count units a rate is money per unit; everywhere else it is a ratio. A multiple may well be above 1. */
function rateIssues({ tiers, thresholds }: Scale): Issue[] {
  return tiers.flatMap(({ rate, multiple }, index) => {
    const ofRate = thresholds === 'units' ? [] : ratioIssues(rate, known(rate))
    const found = ofRate.map((issue) => under(['tiers', index, 'rate'], issue))
    if (multiple === undefined) return found
    return [...found, ...percentIssues(multiple, known(multiple), ['tiers', index, 'multiple'])]
  })
}

function attainmentIssues({ tiers, thresholds }: Scale): Issue[] {
  if (thresholds !== 'attainment') return []
  return tiers.flatMap(({ upTo }, index) =>
    upTo === null ? [] : percentIssues(upTo, known(upTo), ['tiers', index, 'upTo']),
  )
}

function conflicts(scale: Scale): Issue[] {
  return [
    ...(scale.measure === 'separate' ? measureConflicts(scale) : []),
    ...scale.tiers.flatMap((tier, index) => tierConflicts(scale, tier, ['tiers', index])),
  ]
}

function measureConflicts({ mode, thresholds, beyond }: Scale): Issue[] {
  const found: Issue[] = []
  if (mode !== 'whole-amount') found.push(at(SEPARATE_MEASURE_MODE, ['measure'], {}))
  if (thresholds !== 'money') found.push(at(SEPARATE_MEASURE_THRESHOLDS, ['thresholds'], {}))
  if (beyond === 'stop') found.push(at(SEPARATE_MEASURE_STOPS, ['beyond'], {}))
  return found
}

function tierConflicts(
  scale: Scale,
  { upTo, rate, multiple, amount, minimum, maximum }: Scale['tiers'][number],
  path: Path,
): Issue[] {
  const found: Issue[] = []
  if (multiple !== undefined && known(rate).n !== 0n)
    found.push(at(MULTIPLE_BESIDE_RATE, [...path, 'multiple'], {}))
  if (
    minimum !== undefined &&
    maximum !== undefined &&
    compare(known(minimum), known(maximum)) > 0
  ) {
    found.push(at(MINIMUM_ABOVE_MAXIMUM, path, { minimum, maximum }))
  }
  if (scale.mode !== 'interpolated') return found
  if (upTo === null && amount !== undefined) found.push(at(OPEN_TIER_AMOUNT, path, {}))
  if (minimum !== undefined || maximum !== undefined)
    found.push(at(INTERPOLATED_TIER_BOUNDS, path, {}))
  return found
}

/**
 * Checks and freezes a scale.
 *
 * Tiers are written from the lowest end to the open one (`upTo: null`); numbers may be strings or numbers and become canonical
 * strings. What is left out is filled in, so that the result names every choice.
 *
 * @throws SalesRulesError with everything that is wrong: `SCALE_END`, `OUT_OF_ORDER`, `NUMBER_LOOKS_LIKE_PERCENT`,
 *   `POLICY_CONFLICT`, `ID_DUPLICATE`, `UNKNOWN_KEY`, …
 *
 * @example A rate that was meant as a percentage
 * ```ts
 * import { attempt, defineScale } from 'sales-rules'
 *
 * const wrong = attempt(() => defineScale({ mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: 3 }] }))
 * wrong.ok ? [] : wrong.issues.map((issue) => issue.message)
 * // => ['tiers[0].rate: got 3, expected a ratio from 0 to 1. Did you mean 0.03 (3%)?']
 * ```
 */
export function defineScale<const Tier extends string>(
  scale: ScaleInput<Tier> & SchemaNamed,
): DefinedScale<Tier> {
  const written: ScaleInput & SchemaNamed = scale
  return seal<Scale>('Scale', readPolicy(scaleSchema, written))
}
