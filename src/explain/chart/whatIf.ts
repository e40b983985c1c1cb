/** A what-if: what all are paid by the policy that holds, and by another one; and the same by group. */
import type * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { amountText, countText, refusedText, signedText, unitText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { type Comparison, type Counts, readComparison, type Totals } from './comparison.js'
import { type ChartTable, type Drawing, moreKey, type Page, sentences } from './page.js'

/** All, or one group. */
interface Row extends Counts {
  readonly name: string
  readonly totals: Totals
}

const MOST_ROWS = 12

export function drawWhatIf(fields: read.Fields, page: Page): Drawing {
  const comparison = readComparison(fields)
  const { words } = page
  const { unit } = comparison
  const rows = rowsOf(comparison, page)
  const shown = rows.slice(0, MOST_ROWS)
  const bars = shown.map((row) => barRow(row, unit, page))
  return {
    title: rowText(comparison, unit, page),
    description: sentences(page, [
      words.whatIf.description,
      ...shown.map((row) => words.labelled(row.name, rowText(row, unit, page))),
    ]),
    plot: barsPart(bars, { name: words.total, unit: unitText(unit, page) }, page),
    key: [
      { mark: barSample('first'), text: words.now },
      { mark: barSample('second-hollow'), text: words.then },
      ...moreKey(shown.length, rows.length, page),
    ],
    table: tableOf(rows, unit, page),
  }
}

/** All rows first; a single group says the same again. */
function rowsOf(comparison: Comparison, { words }: Page): readonly Row[] {
  const groups = comparison.groups.map((group) => ({ ...group, name: group.name ?? words.noGroup }))
  return [{ ...comparison, name: words.all }, ...(groups.length > 1 ? groups : [])]
}

/** What the total is, and how many rows are not in it. */
function rowText(row: Omit<Row, 'name'>, unit: string, page: Page): string {
  return sentences(page, [totalText(row, unit, page), refusedText(row.refused, page)])
}

function totalText({ totals, gain, lose }: Omit<Row, 'name'>, unit: string, page: Page): string {
  const side = fraction.compare(totals.then.exact, totals.now.exact)
  const text = page.words.whatIf[side === 0 ? 'same' : side > 0 ? 'more' : 'less']
  return text({
    now: amountText(totals.now, unit, page),
    then: amountText(totals.then, unit, page),
    difference: signedText(totals.difference, page),
    gain: countText(gain, page),
    lose: countText(lose, page),
  })
}

function barRow({ name, totals }: Row, unit: string, page: Page): BarRow {
  const from = fraction.ZERO
  const [now, then] = [totals.now, totals.then].map((total) => amountText(total, unit, page))
  return {
    name,
    remark: signedText(totals.difference, page),
    bars: [
      { from, to: totals.now.exact, look: 'first', text: now ?? '' },
      { from, to: totals.then.exact, look: 'second-hollow', text: then ?? '' },
    ],
  }
}

function tableOf(rows: readonly Row[], unit: string, page: Page): ChartTable {
  const { words } = page
  const { now, then, difference, gain, lose, unchanged } = words
  const heads = [now, then, difference, gain, lose, unchanged]
  return {
    columns: [
      { head: words.group, isNumber: false },
      ...heads.map((head) => ({ head, isNumber: true })),
    ],
    rows: rows.map((row) => [
      row.name,
      amountText(row.totals.now, unit, page),
      amountText(row.totals.then, unit, page),
      signedText(row.totals.difference, page),
      ...[row.gain, row.lose, row.unchanged].map((count) => countText(count, page)),
    ]),
  }
}
