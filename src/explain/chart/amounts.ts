/** Amounts of a comparison: money, points, or grades counted from the lowest. */
import * as fraction from '../../kernel/number/fraction.js'
import { type Figure, figureOf } from './figures.js'
import type { Page } from './page.js'

export function amountText(amount: Figure, unit: string, { voice, words }: Page): string {
  if (unit === 'points' || unit === 'grades') return words.counted[unit](voice.number(amount))
  return voice.money(amount, unit)
}

/** A difference, with its sign. */
export function signedText(difference: Figure, { voice }: Page): string {
  const written = voice.number(difference)
  return difference.exact.n > 0n ? `+${written}` : written
}

/** How many rows are in no total; nothing where all are in it. */
export function refusedText(refused: number, page: Page): string {
  return refused === 0 ? '' : page.words.refused({ count: countText(refused, page) })
}

export function unitText(unit: string, { words }: Page): string {
  return unit === 'points' || unit === 'grades' ? words.unitNames[unit] : unit
}

export function countText(count: number, { voice }: Page): string {
  return voice.number(figureOf(fraction.whole(count)))
}
