import { columns, title } from '../../close-the-quarter/report/layout.js'
import { cellsOf, heads } from './byHandLines.js'
import type { Year } from './year.js'

/** Every amount that somebody decided, with who, when and why. */
export function byHandSection({ byHand }: Year): string[] {
  return [
    ...title('4. Decided by hand'),
    ...columns(
      [['payee', ...heads], ...byHand.map((row) => [row.payee, ...cellsOf(row)])],
      'llllrlll',
    ),
  ]
}
