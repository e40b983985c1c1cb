import { attempt } from '../../kernel/input/attempt.js'
import { type Issue, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { ExactBand } from '../../kernel/score/score.js'
import { isFull, noRefusals, type Refusals, refusedRows, refuseRow } from '../refusals.js'
import type { RefusedRows } from '../types.js'
import { bandOfUnits, bandStartsOf, fastBands } from './bandOfUnits.js'

/** How a room scores its rows. */
export interface RowScorer {
  /** The decimals of the scores. */
  readonly decimals: number
  /** From the best to the worst; empty where the room has none. */
  readonly bands: readonly ExactBand[]
  /** The score in plain numbers, in units of its last decimal; NaN where the rule itself must decide. */
  readonly fastUnits: (row: unknown, at: number) => number
  /** By the rule itself; NaN for a row that has no score. What is wrong is added to the issues. */
  readonly exactUnits: (row: unknown, issues: Issue[], at: number) => number
  /** Whether the rule surely refuses the row, without a look at what exactly is wrong: asked once no more issues are kept. */
  readonly isRefused: (row: unknown) => boolean
  /** Whose row it is, where that can be read. */
  readonly idOf?: (row: unknown) => string | undefined
}

/** The scores of rows and their bands. */
export interface ScoredRows extends RefusedRows {
  /** NaN where a row has no score. */
  readonly scores: Float64Array
  /** The position of each band; −1 where a row has none. */
  readonly bands: Int8Array
}

/** Where a row has no band. */
export const NO_BAND = -1

/** Scores rows, each by the shortest way that is exact. */
export function scoreRows(rows: readonly unknown[], scorer: RowScorer): ScoredRows {
  const length = readRowCount(rows)
  const scores = new Float64Array(length)
  const bands = new Int8Array(length)
  const refusals = noRefusals()
  const unitsPerPoint = 10 ** scorer.decimals
  const starts = bandStartsOf(scorer.bands, scorer.decimals)
  const found = fastBands(starts, 100 * unitsPerPoint)
  for (let at = 0; at < length; at += 1) {
    const fast = fastUnits(rows, at, scorer)
    const units = fast >= 0 ? fast : exactUnits(rows, at, scorer, refusals)
    // The number nearest to a decimal is the quotient of its digits and a power of ten, as both are exact.
    scores[at] = units / unitsPerPoint
    bands[at] = units >= 0 ? bandOfUnits(units, found) : NO_BAND
  }
  return { scores, bands, ...refusedRows(refusals) }
}

function readRowCount(rows: readonly unknown[]): number {
  const issues: Issue[] = []
  const length = read.length(rows, [], issues) ?? 0
  refuseIfAny(issues)
  return length
}

function fastUnits(rows: readonly unknown[], at: number, scorer: RowScorer): number {
  try {
    return scorer.fastUnits(rows[at], at)
  } catch {
    // A getter or a proxy that throws.
    return Number.NaN
  }
}

function exactUnits(
  rows: readonly unknown[],
  at: number,
  scorer: RowScorer,
  refusals: Refusals,
): number {
  const row = rowAt(rows, at)
  const issues: Issue[] = []
  if (isFull(refusals) && isSurelyRefused(row, scorer)) {
    refuseRow(refusals, at, issues)
    return Number.NaN
  }
  // It throws only where it has found so many issues that it goes no further.
  const outcome = attempt(() => scorer.exactUnits(row, issues, at))
  const found = outcome.ok ? issues : outcome.issues
  if (outcome.ok && found.length === 0) return outcome.value
  refuseRow(refusals, at, found, scorer.idOf?.(row))
  return Number.NaN
}

function isSurelyRefused(row: unknown, { isRefused }: RowScorer): boolean {
  try {
    return isRefused(row)
  } catch {
    return false
  }
}

/** A row that cannot be read is nothing. */
function rowAt(rows: readonly unknown[], at: number): unknown {
  try {
    return rows[at]
  } catch {
    return undefined
  }
}
