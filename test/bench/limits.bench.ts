/**
 * What no loop over the rows can be much faster than: the plain float loop, which checks nothing, against those that we are measured against.
 * Where it does not reach what is promised of us, the promise is out of reach for us, too.
 */
import assert from 'node:assert/strict'
import * as z from 'zod'
import type { Comparison, Prepared } from './comparison.js'
import { openDuckDB } from './duckdb.js'
import { asNumber, asText, columnsOf, type Row, rowsOf } from './orders.js'
import {
  decimalRowShares,
  decimalRowTotals,
  plainCommission,
  plainRowShares,
  plainRowTotals,
  plainShares,
  plainTextTotals,
  plainTotals,
} from './plain.js'
import { flat, jsonRules, type Scorer, sheet, timeOf } from './scorecards.bench.js'
import { appraisals, byHand, customers } from './scored.js'

const SOME = 200_000

function limit(
  work: string,
  against: string,
  atLeast: number,
  prepare: () =>
    | Pick<Prepared, 'subject' | 'reference'>
    | Promise<Pick<Prepared, 'subject' | 'reference'>>,
): Comparison {
  return {
    work: `the float loop alone: ${work}`,
    against,
    bound: { 'at-least': atLeast },
    prepare: async () => ({ ...(await prepare()), check: () => {} }),
  }
}

/** Both sides to the cent, which a float may be off by. */
function near(ours: ArrayLike<number>, theirs: ArrayLike<number>): void {
  assert.equal(ours.length, theirs.length)
  for (let at = 0; at < ours.length; at += 1)
    assert.ok(Math.abs((ours[at] as number) - (theirs[at] as number)) < 0.015)
}

function againstDecimals<Amount extends number | string>(
  work: string,
  atLeast: number,
  write: (cents: number) => Amount,
  ours: (rows: readonly Row<Amount>[]) => Float64Array,
  theirs: (rows: readonly Row<Amount>[]) => readonly { toNumber: () => number }[],
): Comparison {
  return limit(work, 'naive decimal.js', atLeast, () => {
    const rows = rowsOf(SOME, write)
    near(
      ours(rows),
      theirs(rows).map((amount) => amount.toNumber()),
    )
    return { subject: () => ours(rows), reference: () => theirs(rows) }
  })
}

const rowSchema = z.strictObject({ payee: z.string().min(1).max(200), amount: z.number() })

function againstEngine<Given>(
  work: string,
  against: string,
  draw: (length: number) => Given[],
  ours: (rows: readonly Given[]) => unknown,
  theirs: (rows: readonly Given[]) => Scorer,
): Comparison {
  const [many, few] = [100_000, 1_000]
  const rows = () => draw(many)
  return {
    ...limit(work, against, 1_000, () => {
      const given = rows()
      const scorer = theirs(given.slice(0, few))
      for (let warm = 0; warm < 5; warm += 1) ours(given)
      return {
        subject: () => timeOf(() => ours(given), many),
        reference: () => timeOf(scorer, few),
      }
    }),
    unit: 'ms',
  }
}

export const comparisons: readonly Comparison[] = [
  ...(['VARCHAR', 'INTEGER'] as const).map((payee) =>
    limit('totals and commission, 1M lines', `DuckDB, payees as ${payee}`, 10, async () => {
      const { plain } = columnsOf(1_000_000)
      const { totals } = await openDuckDB(1_000_000, payee)
      return { subject: () => plainCommission(plainTotals(plain)), reference: totals }
    }),
  ),
  limit('share of each line, 1M lines', 'DuckDB, window functions', 50, async () => {
    const { plain } = columnsOf(1_000_000)
    const { shares } = await openDuckDB(1_000_000, 'INTEGER')
    return { subject: () => plainShares(plain), reference: shares }
  }),
  againstDecimals('rows of decimal strings, totals', 15, asText, plainTextTotals, decimalRowTotals),
  againstDecimals('rows of numbers, shares', 30, asNumber, plainRowShares, decimalRowShares),
  limit('rows of numbers, totals', 'zod on every row, then the same', 9, () => {
    const rows = rowsOf(SOME, asNumber)
    return {
      subject: () => plainRowTotals(rows),
      reference: () => plainRowTotals(rows.map((row) => rowSchema.parse(row))),
    }
  }),
  againstEngine('appraisal', 'json-rules-engine', appraisals, byHand.appraisal, (rows) =>
    jsonRules('appraisal', rows.map(flat)),
  ),
  againstEngine('health', 'json-rules-engine', customers, byHand.health, (rows) =>
    jsonRules('health', rows),
  ),
  againstEngine('appraisal', 'hyperformula', appraisals, byHand.appraisal, (rows) =>
    sheet('appraisal', rows.map(flat)),
  ),
  againstEngine('health', 'hyperformula', customers, byHand.health, (rows) =>
    sheet('health', rows),
  ),
]
