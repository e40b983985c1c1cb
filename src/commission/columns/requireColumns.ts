import { refuse } from '../../kernel/inside.js'
import type { CommissionColumns } from './types.js'

/** Refuses columns that do not belong together. */
export function requireColumns({ payee, amounts, decimals }: CommissionColumns): void {
  if (payee.length !== amounts.length) {
    const expected = `an amount for each of the ${payee.length} lines`
    misfit(['amounts'], String(amounts.length), expected)
  }
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15)
    misfit(['decimals'], String(decimals), 'a whole number from 0 to 15')
}

/** Refuses a line of nobody. */
export function requirePayee({ payees, payee }: CommissionColumns, line: number): void {
  const place = payee[line] ?? -1
  if (place >= 0 && place < payees.length) return
  misfit(['payee', line], String(place), `the place of one of ${payees.length} payees`)
}

function misfit(path: readonly (string | number)[], given: string, expected: string): void {
  refuse('VALUE_INVALID', path, { given, expected }, `got ${given}, expected ${expected}.`)
}
