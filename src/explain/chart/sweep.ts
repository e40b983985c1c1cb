/** A sweep: what the total comes to at each value of a number, or at each pair of two. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { amountText, countText, refusedText, signedText, unitText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { type Counts, readCounts, readEach, readTotals, type Totals } from './comparison.js'
import { readOrRefuse } from './figures.js'
import { SOMETHING_TO_DRAW } from './issues.js'
import { type ChartTable, type Drawing, moreKey, noteEntry, type Page, sentences } from './page.js'
import { valueText } from './values.js'

interface Point extends Counts {
  /** One, or two. */
  readonly values: readonly unknown[]
  readonly totals: Totals
}

interface Swept {
  readonly unit: string
  readonly paths: readonly string[]
  readonly points: readonly Point[]
  /** How many values make no policy. */
  readonly invalid: number
  /** Rows that are in no total. */
  readonly refused: number
}

const MOST_ROWS = 16

export function drawSweep(fields: read.Fields, page: Page): Drawing {
  const swept = readOrRefuse(fields['sweep'], ['sweep'], readSwept)
  const { words } = page
  const { unit, points, invalid } = swept
  const shown = points.slice(0, MOST_ROWS)
  const count = countText(invalid, page)
  return {
    title: titleOf(swept, page),
    description: sentences(page, [
      words.sweep.description,
      ...shown.map((point) =>
        words.sweep.row({ value: nameOf(point, page), ...told(point, unit, page) }),
      ),
    ]),
    plot: barsPart(
      shown.map((point) => barRow(point, unit, page)),
      { name: words.total, unit: unitText(unit, page) },
      page,
    ),
    key: [
      { mark: barSample('first'), text: words.sweep.key },
      ...moreKey(shown.length, points.length, page),
      ...(invalid === 0 ? [] : [noteEntry(words.sweep.invalid({ count }))]),
    ],
    table: tableOf(swept, page),
  }
}

function readSwept(value: unknown, path: Path, issues: Issue[]): Swept | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const unit = required('unit', read.name)
  const first = required('path', read.name)
  const second = optional('across', read.name)
  const refused = required('refused', (...given) => read.integer(...given, ROWS))
  const given = required('points', read.array) ?? []
  const isMade = (point: unknown) => read.hasField(point, 'totals')
  const points = readEach([given.filter(isMade), [...path, 'points'], issues], readPoint)
  if (unit === undefined || first === undefined || refused === undefined) return undefined
  if (points.length === 0)
    issue.add(issues, issue.invalid([], [...path, 'points'], SOMETHING_TO_DRAW))
  const paths = second === undefined ? [first] : [first, second]
  return { unit, paths, points, invalid: given.length - points.length, refused }
}

const ROWS = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }

function readPoint(value: unknown, path: Path, issues: Issue[]): Point | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const totals = readTotals(fields['totals'], [...path, 'totals'], issues)
  const counts = readCounts(fields, path, issues)
  const { value: first, across } = fields
  const values = across === undefined ? [first] : [first, across]
  return totals && counts && { values, totals, ...counts }
}

function nameOf({ values }: Point, page: Page): string {
  const [first = '', second] = values.map((value) => valueText(value, page))
  return second === undefined ? first : page.words.sweep.both({ first, second })
}

function told({ totals }: Point, unit: string, page: Page) {
  return {
    total: amountText(totals.then, unit, page),
    difference: signedText(totals.difference, page),
  }
}

/** Between which totals all values are. */
function titleOf({ points, unit, paths, refused }: Swept, page: Page): string {
  const { words } = page
  const rising = [...points].sort((one, other) =>
    fraction.compare(one.totals.then.exact, other.totals.then.exact),
  )
  const [low, high] = [rising[0], rising.at(-1)].map((point) => ({
    value: point ? nameOf(point, page) : '',
    total: point ? amountText(point.totals.then, unit, page) : '',
  }))
  const of = paths.join(words.comma)
  const [least, most] = [low?.total ?? '', high?.total ?? '']
  const range =
    least === most
      ? words.sweep.same({ of, total: least })
      : words.sweep.range({ of, least, at: low?.value ?? '', most, atMost: high?.value ?? '' })
  return sentences(page, [range, refusedText(refused, page)])
}

function barRow(point: Point, unit: string, page: Page): BarRow {
  const { total, difference } = told(point, unit, page)
  const to = point.totals.then.exact
  return {
    name: nameOf(point, page),
    remark: difference,
    bars: [{ from: fraction.ZERO, to, look: 'first', text: total }],
  }
}

function tableOf({ points, paths, unit }: Swept, page: Page): ChartTable {
  const { total, difference, gain, lose, unchanged } = page.words
  const heads = [...paths, total, difference, gain, lose, unchanged]
  return {
    columns: heads.map((head) => ({ head, isNumber: true })),
    rows: points.map((point) => [
      ...point.values.map((value) => valueText(value, page)),
      ...Object.values(told(point, unit, page)),
      ...[point.gain, point.lose, point.unchanged].map((count) => countText(count, page)),
    ]),
  }
}
