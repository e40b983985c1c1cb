/** Bands name the ranges of a score: hot, warm, cold; S, A, B, C; healthy, watch, at risk. */
import { known, toNumber } from '../number/decimal.js'
import { compare, type Fraction, subtract } from '../number/fraction.js'

/** A named range of a score; it starts at `from`, included, and ends where the band above starts. */
export interface Band {
  readonly id: string
  readonly from: number
}

/** The band above the one a score is in, and what is missing to it. */
export interface NextBand<Band extends string = string> {
  readonly band: Band
  readonly from: number
  /** How many more points reach it. */
  readonly remaining: number
}

/** A band in exact numbers. */
export interface ExactBand extends Band {
  readonly start: Fraction
}

/** Works out where bands start, from the highest to the lowest. */
export function compileBands(bands: readonly Band[]): readonly ExactBand[] {
  return bands.map((band) => ({ ...band, start: known(band.from) }))
}

/** The position of the band that a score is in; the lowest takes what is below it. */
export function bandAt(score: Fraction, bands: readonly ExactBand[]): number {
  const found = bands.findIndex(({ start }) => compare(score, start) >= 0)
  return found === -1 ? bands.length - 1 : found
}

/** The band at a position, and the distance of the score to the next one up. */
export function writeBand(
  score: Fraction,
  position: number,
  bands: readonly ExactBand[],
): { readonly band: string; readonly next: NextBand | null } {
  const above = bands[position - 1]
  return {
    band: bands[position]?.id ?? '',
    next: above === undefined ? null : writeNext(score, above),
  }
}

function writeNext(score: Fraction, { id, from, start }: ExactBand): NextBand {
  return { band: id, from, remaining: toNumber(subtract(start, score)) }
}
