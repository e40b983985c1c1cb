/** Winners and losers of a what-if: who gains most, and who loses most. */
import type * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { amountText, countText, refusedText, signedText, unitText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { type Changed, type Comparison, readComparison } from './comparison.js'
import { isSame } from './figures.js'
import { type ChartTable, type Drawing, moreKey, type Page, sentences } from './page.js'

const MOST_ROWS = 8

export function drawWinnersAndLosers(fields: read.Fields, page: Page): Drawing {
  const comparison = readComparison(fields)
  const { unit, winners, losers } = comparison
  const { words } = page
  // From the largest gain to the largest loss.
  const shown = [...winners.slice(0, MOST_ROWS), ...losers.slice(0, MOST_ROWS).reverse()]
  const changed = [...winners, ...losers]
  return {
    title: titleOf(comparison, page),
    description: sentences(page, [
      words.winners.description,
      ...shown.map((row) => words.winners.row(rowText(row, unit, page))),
    ]),
    plot:
      shown.length === 0
        ? { height: 0, nodes: [] }
        : barsPart(
            shown.map((row) => barRow(row, page)),
            { name: words.difference, unit: unitText(unit, page) },
            page,
          ),
    key: [
      ...winners.slice(0, 1).map(() => ({ mark: barSample('first'), text: words.winners.gains })),
      ...losers
        .slice(0, 1)
        .map(() => ({ mark: barSample('second-hollow'), text: words.winners.loses })),
      ...moreKey(shown.length, changed.length, page),
    ],
    table: tableOf(changed, unit, page),
  }
}

function titleOf(comparison: Comparison, page: Page): string {
  const { gain, lose, unchanged, refused, winners, losers } = comparison
  const { words } = page
  const said = (rows: readonly Changed[], text: (most: Most) => string) => {
    const [first] = rows
    return first === undefined ? '' : text(mostOf(first, rows[1], page))
  }
  return sentences(page, [
    words.winners.counts({
      gain: countText(gain, page),
      lose: countText(lose, page),
      unchanged: countText(unchanged, page),
    }),
    said(winners, words.winners.largestGain),
    said(losers, words.winners.largestLoss),
    refusedText(refused, page),
  ])
}

type Most = { readonly id: string; readonly difference: string }

/** Who gains or loses most; of several who do so alike, the first one, and that there are others. */
function mostOf({ id, difference }: Changed, next: Changed | undefined, page: Page): Most {
  const isAlone = next === undefined || !isSame(next.difference, difference)
  const who = isAlone ? id : page.words.winners.andOthers({ id })
  return { id: who, difference: signedText(difference, page) }
}

function rowText({ id, now, then, difference }: Changed, unit: string, page: Page) {
  return {
    id,
    now: amountText(now, unit, page),
    then: amountText(then, unit, page),
    difference: signedText(difference, page),
  }
}

function barRow({ id, difference }: Changed, page: Page): BarRow {
  const look = fraction.isNegative(difference.exact) ? 'second-hollow' : 'first'
  const text = signedText(difference, page)
  return { name: id, bars: [{ from: fraction.ZERO, to: difference.exact, look, text }] }
}

function tableOf(rows: readonly Changed[], unit: string, page: Page): ChartTable {
  const { words } = page
  const heads = [words.now, words.then, words.difference]
  return {
    columns: [
      { head: words.who, isNumber: false },
      ...heads.map((head) => ({ head, isNumber: true })),
    ],
    rows: rows.map((row) => Object.values(rowText(row, unit, page))),
  }
}
