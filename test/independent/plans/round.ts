import { type Fraction, parse, type RoundingMode, toDecimal } from '../../oracle/fraction.js'

export function roundTo(value: Fraction, decimals: number, mode: RoundingMode): Fraction {
  return parse(toDecimal(value, decimals, mode))
}

/** Half-up to the cent. */
export function toCents(value: Fraction): Fraction {
  return roundTo(value, 2, 'half-up')
}
