import type { CommissionPlan } from '../../commission/plan/types.js'
import * as currencies from '../../kernel/number/currency.js'
import * as decimal from '../../kernel/number/decimal.js'

/** The most decimals that an amount is expected to have: those of the currency, or of a tier's end where it has more. */
export function decimalsOf({ currency, scale }: CommissionPlan): number {
  let most = currencies.decimalsOf(currency) ?? 0
  if (scale.thresholds === 'attainment' || scale.measure === 'separate') return most
  for (const { upTo } of scale.tiers) {
    if (upTo !== null) most = Math.max(most, decimal.countDecimals(decimal.known(upTo)) ?? 0)
  }
  return Math.min(most, MOST)
}

/** Amounts of so many decimals are below 1, so that hardly one of more is meant. */
const MOST = 15
