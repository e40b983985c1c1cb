import { at, type Issue } from '../input/issue.js'
import { decimalsKept, roundingMode, strict } from '../input/schema.js'
import { DECIMALS_OF_CURRENCY_EXCEEDED } from '../issues.js'
import { decimalsOf, unknownCurrency } from './currency.js'
import type { Rounding, RoundingMode } from './rounding.js'

/** How amounts of a currency are rounded, as it is written down: half-up, to the decimals of the currency, unless told. */
export interface MoneyRoundingInput {
  /** How what lies between is rounded. `half-up` by default. */
  readonly mode?: RoundingMode
  /** Decimals kept, 0 to 12. */
  readonly decimals?: number
}

/** A rounding of money; {@link completeRounding} fills in the decimals, which the currency says. */
export const moneyRounding = () =>
  strict({
    mode: roundingMode().default('half-up'),
    decimals: decimalsKept().exactOptional(),
  }).prefault({})

/** A policy before its rounding is completed. */
interface InCurrency {
  readonly currency: string
  readonly rounding: { readonly mode: RoundingMode; readonly decimals?: number }
}

/** A currency that there is, and no more decimals than it has: fewer are a choice, more cannot be paid. */
export function currencyIssues({ currency, rounding }: InCurrency): Issue[] {
  const most = decimalsOf(currency)
  if (most === undefined) return [unknownCurrency(currency, ['currency'])]
  if ((rounding.decimals ?? 0) <= most) return []
  const given = String(rounding.decimals)
  const params = { given, maximum: String(most), currency }
  return [at(DECIMALS_OF_CURRENCY_EXCEEDED, ['rounding', 'decimals'], params)]
}

export function completeRounding({ currency, rounding: { mode, decimals } }: InCurrency): Rounding {
  return { mode, decimals: decimals ?? decimalsOf(currency) ?? 0 }
}
