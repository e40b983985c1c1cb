import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import * as time from '../../kernel/time/time.js'
import { compareText } from './compareText.js'

/** Somebody who holds something for some days: a customer, or a seat above somebody. */
export interface Holding extends time.Span {
  readonly holder: string
}

/** Holdings by what is held, each list from the oldest on; two may overlap. */
export type Holdings = ReadonlyMap<string, readonly time.Placed<Holding>[]>

/** Reads rows of who holds what, from when to when. */
export function readHoldings(
  rows: unknown,
  path: Path,
  { held, holder }: { readonly held: string; readonly holder: string },
  issues: Issue[],
): Holdings {
  const byHeld = new Map<string, Holding[]>()
  for (const [index, row] of (read.array(rows, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, [held, holder, 'from', 'to'], issues)
    if (fields === undefined) continue
    const what = read.name(fields[held], [...at, held], issues)
    const who = read.name(fields[holder], [...at, holder], issues)
    const span = read.span(fields, at, issues)
    if (what === undefined || who === undefined || span === undefined) continue
    const list = byHeld.get(what) ?? []
    list.push({ holder: who, ...span })
    byHeld.set(what, list)
  }
  return new Map([...byHeld].map(([what, list]) => [what, time.inOrder(list.sort(byHolder))]))
}

/** Whatever the order of the rows, those of one day are always in the same. */
function byHolder(a: Holding, b: Holding): number {
  return compareText(a.holder, b.holder)
}
