import type { Attempt } from '../../kernel/input/attempt.js'
import { type Issue, refuseIfAny, under } from '../../kernel/input/issue.js'
import { readLength } from '../../kernel/input/values.js'
import { bandAt } from './bandColumn.js'

/** Rows are read in blocks that stay in the nearest memory. */
const BLOCK = 1024

/**
 * How a room scores its rows.
 *
 * @internal
 */
export interface RowScorer {
  /** Fills in the scores of a block of rows in units of their last decimal; NaN where a row is for the rule itself. */
  readonly readBlock: (start: number, units: Float64Array) => void
  /** What the rule itself says of a row; the band by its position. */
  readonly byRule: (
    index: number,
  ) => Attempt<{ readonly score: number | null; readonly band: number }>
  readonly unitsPerPoint: number
  /** The fewest units in each band, from the highest band down. */
  readonly bandStarts: Float64Array
}

/**
 * The scores of rows and their bands, each row by the shortest way that is exact.
 *
 * @internal
 */
export interface ScoredRows {
  readonly scores: Float64Array
  readonly bands: Int8Array
  /** What is wrong with the rows that were refused, the position of the row in front of each path. */
  readonly issues: readonly Issue[]
}

/** Where a row has no band. */
export const NO_BAND = -1

/**
 * How many rows there are; refuses what is no list of them.
 *
 * @internal
 */
export function readRowCount(rows: readonly unknown[]): number {
  const problems: Issue[] = []
  const length = readLength(rows, [], problems) ?? 0
  refuseIfAny(problems)
  return length
}

/**
 * The scores of so many rows, wherever the scorer has them from.
 *
 * @internal
 */
export function scoreMany(length: number, scorer: RowScorer): ScoredRows {
  const scored = {
    scores: new Float64Array(length),
    bands: new Int8Array(length),
    issues: [] as Issue[],
  }
  const units = new Float64Array(Math.min(BLOCK, length))
  for (let start = 0; start < length; start += BLOCK) {
    const block = units.subarray(0, length - start)
    scorer.readBlock(start, block)
    writeBlock(start, block, scorer, scored)
  }
  return scored
}

function writeBlock(
  start: number,
  block: Float64Array,
  scorer: RowScorer,
  scored: { scores: Float64Array; bands: Int8Array; issues: Issue[] },
): void {
  const { unitsPerPoint, bandStarts } = scorer
  const { scores, bands } = scored
  for (let at = 0; at < block.length; at += 1) {
    const units = block[at] as number
    // False for NaN.
    if (units >= 0) {
      // The number nearest to a decimal is the quotient of its digits and a power of ten, as both are exact.
      scores[start + at] = units / unitsPerPoint
      bands[start + at] = bandAt(units, bandStarts)
    } else {
      writeByRule(start + at, scorer, scored)
    }
  }
}

function writeByRule(
  index: number,
  { byRule }: RowScorer,
  { scores, bands, issues }: { scores: Float64Array; bands: Int8Array; issues: Issue[] },
): void {
  const outcome = byRule(index)
  scores[index] = outcome.ok ? (outcome.value.score ?? Number.NaN) : Number.NaN
  bands[index] = outcome.ok ? outcome.value.band : NO_BAND
  if (!outcome.ok) issues.push(...outcome.issues.map((issue) => under([index], issue)))
}
