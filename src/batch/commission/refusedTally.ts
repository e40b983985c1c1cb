/** How many rows were refused, by whose they are and by what is wrong: the issues that are kept are those of the first ones alone. */
import type { Issue, IssueCode } from '../../kernel/index.js'
import type { RowIssues } from '../types.js'
import type { RefusedCounts } from './types.js'

/** The counts, while a batch is at work. */
export interface RefusedTally {
  readonly byPayee: Counts
  readonly byCode: Counts
}

/** Counts by name: to add to one that is there takes half the time of setting a number anew. */
export type Counts = Map<string, { rows: number }>

/** Where there are more, a column was mistaken for the payees; their rows are counted by code alone. */
export const MOST_PAYEES = 10_000

export function noneRefused(): RefusedTally {
  return { byPayee: new Map(), byCode: new Map() }
}

/** Counts rows for their payee, where that could be read. */
export function countPayee({ byPayee }: RefusedTally, payee: string | undefined, rows = 1): void {
  if (payee !== undefined) count(byPayee, payee, rows)
}

/** Counts rows, or a payee, under what is wrong with them first. */
export function countCode({ byCode }: RefusedTally, code: string | undefined, rows = 1): void {
  if (code !== undefined) count(byCode, code, rows)
}

function count(counts: Counts, name: string, rows: number): void {
  const before = counts.get(name)
  if (before !== undefined) before.rows += rows
  else if (counts.size < MOST_PAYEES) counts.set(name, { rows })
}

/** What those rows come to that are named one by one. */
export function tallyOf(rows: readonly RowIssues[]): RefusedTally {
  const tally = noneRefused()
  for (const { id, issues } of rows) {
    countPayee(tally, id)
    countCode(tally, firstCode(issues))
  }
  return tally
}

export function firstCode([issue]: readonly Issue[]): IssueCode | undefined {
  return issue?.code
}

/** A tally as a result has it, which a later row does not change. */
export function writeTally({ byPayee, byCode }: RefusedTally): RefusedCounts {
  return {
    refusedByPayee: new Map(written(byPayee)),
    refusedByCode: Object.fromEntries(written(byCode)),
  }
}

function* written(counts: Counts): Generator<[string, number]> {
  for (const [name, { rows }] of counts) yield [name, rows]
}
