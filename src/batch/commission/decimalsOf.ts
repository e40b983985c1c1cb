import { countDecimals, currencyDecimals, known } from '../../kernel/inside.js'
import type { CommissionPlan } from '../../commission/types.js'

/** The most decimals that an amount is expected to have: those of the currency, or of a tier's end where it has more. */
export function decimalsOf({ currency, scale }: CommissionPlan): number {
  let most = currencyDecimals(currency) ?? 0
  if (scale.thresholds === 'attainment' || scale.measure === 'separate') return most
  for (const { upTo } of scale.tiers) {
    if (upTo !== null) most = Math.max(most, countDecimals(known(upTo)) ?? 0)
  }
  return Math.min(most, MOST)
}

/** Amounts of so many decimals are below 1, so that hardly one of more is meant. */
const MOST = 15
