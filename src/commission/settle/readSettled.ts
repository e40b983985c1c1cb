import type { Issue, Path } from '../../kernel/index.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { readCurrency } from '../lines/convertLine.js'

/** A settlement as it comes from an archive: whose it is, its periods, and what it closes with. */
export interface ReadSettled {
  readonly payee: string
  readonly currency: string
  readonly periods: readonly {
    readonly path: Path
    readonly name: string
    readonly fields: Fields
  }[]
  readonly closing: Fields
}

/** Reads again what others are told of a settlement. */
export function readSettled(value: unknown, issues: Issue[]): ReadSettled {
  const fields = read.record(value, [], issues) ?? {}
  const rows = read.array(fields['periods'], ['periods'], issues) ?? []
  return {
    payee: read.name(fields['payee'], ['payee'], issues) ?? '',
    currency: readCurrency(fields['currency'], ['currency'], issues) ?? '',
    periods: rows.map((row, index) => {
      const path = ['periods', index]
      const own = read.record(row, path, issues) ?? {}
      return {
        path,
        name: read.name(own['period'], [...path, 'period'], issues) ?? '',
        fields: own,
      }
    }),
    closing: read.record(fields['closing'], ['closing'], issues) ?? {},
  }
}

/** One of its amounts. */
export function readAmount(fields: Fields, key: string, path: Path, issues: Issue[]): Fraction {
  return read.written(fields[key], [...path, key], issues) ?? fraction.ZERO
}
