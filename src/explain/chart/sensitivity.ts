/** Which number of a policy matters most: by how much the total changes with each of them. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { refusedText, signedText, unitText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { readEach, readTotals } from './comparison.js'
import { type Figure, readOrRefuse } from './figures.js'
import { type ChartTable, type Drawing, moreKey, type Page, sentences } from './page.js'
import { valueText } from './values.js'

/** A number, what it is raised to, and by how much the total changes. */
interface Raised {
  readonly path: string
  readonly value: unknown
  readonly raised: unknown
  readonly difference: Figure
}

interface Sensitive {
  readonly unit: string
  readonly numbers: readonly Raised[]
  readonly refused: number
}

const MOST_ROWS = 12

export function drawSensitivity(fields: read.Fields, page: Page): Drawing {
  const { unit, numbers, refused } = readOrRefuse(
    fields['sensitivity'],
    ['sensitivity'],
    readSensitivity,
  )
  const { words } = page
  const shown = numbers.slice(0, MOST_ROWS)
  const [first] = numbers
  const most =
    first === undefined ? words.sensitivity.none : words.sensitivity.most(told(first, page))
  return {
    title: sentences(page, [most, refusedText(refused, page)]),
    description: sentences(page, [
      words.sensitivity.description,
      ...shown.map((number) => words.sensitivity.row(told(number, page))),
    ]),
    plot:
      shown.length === 0
        ? { height: 0, nodes: [] }
        : barsPart(
            shown.map((number) => barRow(number, page)),
            { name: words.difference, unit: unitText(unit, page) },
            page,
          ),
    key: [...keyOf(shown, page), ...moreKey(shown.length, numbers.length, page)],
    table: tableOf(numbers, page),
  }
}

function readSensitivity(value: unknown, path: Path, issues: Issue[]): Sensitive | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const unit = required('unit', read.name)
  const numbers = required('numbers', (...given) => readEach(given, readRaised))
  const bounds = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  const refused = required('refused', (...given) => read.integer(...given, bounds))
  if (unit === undefined || refused === undefined) return undefined
  return { unit, numbers: numbers ?? [], refused }
}

function readRaised(value: unknown, path: Path, issues: Issue[]): Raised | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const name = read.name(fields['path'], [...path, 'path'], issues)
  const totals = readTotals(fields['totals'], [...path, 'totals'], issues)
  if (name === undefined || totals === undefined) return undefined
  const { value: own, raised } = fields
  return { path: name, value: own, raised, difference: totals.difference }
}

function told({ path, value, raised, difference }: Raised, page: Page) {
  return {
    path,
    was: valueText(value, page),
    is: valueText(raised, page),
    difference: signedText(difference, page),
  }
}

function barRow(number: Raised, page: Page): BarRow {
  const { path, was, is, difference } = told(number, page)
  const { exact } = number.difference
  const look = fraction.isNegative(exact) ? 'second-hollow' : 'first'
  return {
    name: path,
    remark: page.words.sensitivity.step({ was, is }),
    bars: [{ from: fraction.ZERO, to: exact, look, text: difference }],
  }
}

function keyOf(shown: readonly Raised[], { words }: Page) {
  const falls = shown.some(({ difference }) => fraction.isNegative(difference.exact))
  const rises = shown.some(({ difference }) => !fraction.isNegative(difference.exact))
  return [
    ...(rises ? [{ mark: barSample('first'), text: words.sensitivity.costsMore }] : []),
    ...(falls ? [{ mark: barSample('second-hollow'), text: words.sensitivity.costsLess }] : []),
  ]
}

function tableOf(numbers: readonly Raised[], page: Page): ChartTable {
  const { words } = page
  const heads = [words.now, words.then, words.difference]
  return {
    columns: [
      { head: words.sensitivity.number, isNumber: false },
      ...heads.map((head) => ({ head, isNumber: true })),
    ],
    rows: numbers.map((number) => Object.values(told(number, page))),
  }
}
