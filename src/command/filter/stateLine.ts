import type { CommissionTotals } from '../../commission/index.js'

/** What was counted of one payee in one part of the lines: a line of what `partial` writes and `finish` reads. */
export interface State extends CommissionTotals {
  readonly payee: string
  /** The fingerprint of the plan. */
  readonly policy: string
  readonly period?: string
  /** The part of the lines, where it has a name: so that one that comes twice is seen. */
  readonly part?: string
}

export type StateHead = Omit<State, 'payee' | keyof CommissionTotals>

/** The state of a payee as a line of JSON. Whatever the order of the lines was, it is the same. */
export function stateLine(payee: string, head: StateHead, totals: CommissionTotals): string {
  return `${JSON.stringify({ payee, ...head, ...inOrder(totals) })}\n`
}

const LISTS = ['orders', 'refunded', 'converted', 'notCounted'] as const

/**
 * What is kept line by line, in the order of the lines' names, which does not tell how they came. So of two lines that both say they are a
 * customer's first order, the one whose name is first is it.
 */
export function inOrder(totals: CommissionTotals): CommissionTotals {
  const lists = LISTS.flatMap((key) => {
    const list: readonly Kept[] | undefined = totals[key]
    return list === undefined ? [] : [[key, [...list].sort(byName)] as const]
  })
  return { ...totals, ...Object.fromEntries(lists) }
}

/** What is kept of a line, which it names. */
type Kept = { readonly line: string } | { readonly id: string }

function byName(one: Kept, other: Kept): number {
  return byText(nameOf(one), nameOf(other)) || byText(JSON.stringify(one), JSON.stringify(other))
}

function nameOf(kept: Kept): string {
  return 'line' in kept ? kept.line : kept.id
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Names in the same order everywhere: by their UTF-16, as no language sorts them. */
export function sortedNames(names: Iterable<string>): string[] {
  return [...names].sort()
}

/** Whether sales and a count are all that totals say. */
export function isPlain(totals: CommissionTotals): boolean {
  return Object.keys(totals).every((key) => key === 'lines' || key === 'sales')
}
