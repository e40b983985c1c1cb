import type { Issue, Path } from '../../kernel/index.js'
import { issueAt } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'

/** Somebody who holds something from a day on: a customer, or a seat above somebody. */
export interface Holding {
  readonly holder: string
  readonly from: string
  readonly to: string | null
  /** Where no last day is given: the first day of the next holding, or null. */
  readonly before: string | null
}

/** Holdings by what is held, each list from the oldest on. */
export type Holdings = ReadonlyMap<string, readonly Holding[]>

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
    const days = readDays(fields, at, issues)
    if (what === undefined || who === undefined || days === undefined) continue
    const list = byHeld.get(what) ?? []
    list.push({ holder: who, ...days, before: null })
    byHeld.set(what, list)
  }
  return new Map([...byHeld].map(([what, list]) => [what, endByNext(list)]))
}

function readDays(fields: Readonly<Record<string, unknown>>, path: Path, issues: Issue[]) {
  const end = fields['to'] ?? null
  const from = read.date(fields['from'], [...path, 'from'], issues)
  const to = end === null ? null : read.date(end, [...path, 'to'], issues)
  if (from === undefined || to === undefined) return undefined
  if (to !== null && to < from) {
    const text = `ends on ${to}, before it starts on ${from}. Swap the dates.`
    issues.push(issueAt('DATES_OUT_OF_ORDER', path, { from, to }, text))
  }
  return { from, to }
}

/** The oldest first, whatever the order of the rows; each lasts until one starts on a later day. */
function endByNext(list: readonly Holding[]): Holding[] {
  const newestFirst = [...list].sort(
    (a, b) => compareText(b.from, a.from) || compareText(b.holder, a.holder),
  )
  let next: string | null = null
  let from: string | null = null
  const ended = newestFirst.map((holding) => {
    if (holding.from !== from) next = from
    from = holding.from
    return { ...holding, before: next }
  })
  return ended.reverse()
}

/** By code units, so that the order is the same on every computer. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Who holds something on a day, each holder once: one is as it should be, two overlap. */
export function holdersOn(holdings: Holdings, held: string, date: string): Holding[] {
  const holders: Holding[] = []
  for (const holding of holdings.get(held) ?? []) {
    const isKnown = holders.some(({ holder }) => holder === holding.holder)
    if (!isKnown && isHeldOn(holding, date)) holders.push(holding)
  }
  return holders
}

function isHeldOn({ from, to, before }: Holding, date: string): boolean {
  if (date < from) return false
  return to === null ? before === null || date < before : date <= to
}
