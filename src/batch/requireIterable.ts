import type { Path } from '../kernel/index.js'
import { invalid, refuseIfAny } from '../kernel/input/issue.js'
import { ROWS } from './issues.js'

/** Refuses what is no source of rows. A text is iterable, and each of its letters would be a row. */
export function requireIterable(rows: unknown, path: Path): void {
  try {
    const { [Symbol.iterator]: iterate } = rows as Partial<Iterable<unknown>>
    if (typeof rows !== 'string' && typeof iterate === 'function') return
  } catch {
    // Nothing, or a proxy that throws.
  }
  refuseIfAny([invalid(rows, path, ROWS)])
}
