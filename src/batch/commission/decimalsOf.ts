import type { ExactPlan } from '../../commission/internal.js'
import * as decimal from '../../kernel/number/decimal.js'

/** The most decimals that an amount is expected to have: those of the currency, or of a tier's end where it has more. */
export function decimalsOf({ decimals, groups }: ExactPlan): number {
  const [own] = groups
  if (own === undefined || own.scale.scale.thresholds === 'attainment') return decimals
  if (own.scale.scale.measure === 'separate') return decimals
  const ends = own.scale.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]))
  return Math.min(Math.max(decimals, ...ends.map((end) => decimal.countDecimals(end) ?? 0)), MOST)
}

/** Amounts of so many decimals are below 1, so that hardly one of more is meant. */
const MOST = 15
