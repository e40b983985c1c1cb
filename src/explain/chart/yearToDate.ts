/** The year to date: what was sold, period by period, against the target. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { countText } from './amounts.js'
import { domainOf } from './axis.js'
import { readEach } from './comparison.js'
import { type Figure, readFigure, readOrRefuse, totalOf } from './figures.js'
import * as kinds from './issues.js'
import { clip } from './lettering.js'
import { type Node, node, path } from './markup.js'
import { type ChartTable, type Drawing, type Page, type Part, sentences } from './page.js'
import { type Dimension, type Plot, plotOf } from './plot.js'
import { lineSample } from './series.js'
import { readStatements, type Stated } from './statements.js'

/** A period: its part of the target, and what was sold; null where it has not come yet. */
interface Row {
  readonly period: string
  readonly target: Figure
  readonly targetToDate: Figure
  readonly sales: Figure | null
  readonly salesToDate: Figure | null
}

interface Year {
  readonly payee: string | null
  readonly currency: string
  readonly total: Figure
  readonly rows: readonly Row[]
}

export function drawYearToDate(fields: read.Fields, page: Page): Drawing {
  const target = readOrRefuse(fields['target'], ['target'], readTarget)
  const year = yearOf(target, readStatements(fields, 'statements'))
  const title = titleOf(year, page)
  const { words } = page
  return {
    title,
    description: sentences(page, [words.year.description, title]),
    plot: yearPart(year, page),
    key: [
      { mark: lineSample('first'), text: words.year.salesToDate },
      { mark: lineSample('second'), text: words.year.targetToDate },
    ],
    table: tableOf(year, page),
  }
}

interface Target {
  readonly total: Figure
  readonly parts: readonly TargetPart[]
}

interface TargetPart {
  readonly period: string
  readonly amount: Figure
}

const MOST_PERIODS = 400

function readTarget(value: unknown, at: Path, issues: Issue[]): Target | undefined {
  const fields = read.record(value, at, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, at, issues)
  const total = required('total', readFigure)
  const parts = required('parts', (...given) => readEach(given, readPart))
  const place = [...at, 'parts']
  if (parts.length > MOST_PERIODS)
    issue.refuse(kinds.TOO_MANY_TO_DRAW, place, { limit: MOST_PERIODS })
  if (parts.length === 0) issue.add(issues, issue.invalid([], place, kinds.SOMETHING_TO_DRAW))
  return total && { total, parts }
}

function readPart(value: unknown, at: Path, issues: Issue[]): TargetPart | undefined {
  const fields = read.record(value, at, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, at, issues)
  const [period, amount] = [required('period', read.name), required('amount', readFigure)]
  return period !== undefined && amount ? { period, amount } : undefined
}

/** Each period with its statement. There must be one of each period before the last that has one. */
function yearOf({ total, parts }: Target, statements: readonly Stated[]): Year {
  const byPeriod = statementsByPeriod(parts, statements)
  const come = parts.filter((_, index) =>
    parts.slice(index).some(({ period }) => byPeriod.has(period)),
  ).length
  const rows: Row[] = []
  for (const [index, { period, amount }] of parts.entries()) {
    const before = rows.at(-1)
    const sales = index < come ? salesIn(period, byPeriod) : null
    rows.push({
      period,
      target: amount,
      targetToDate: before === undefined ? amount : totalOf([before.targetToDate, amount]),
      sales,
      salesToDate: sales && totalOf([...(before?.salesToDate ? [before.salesToDate] : []), sales]),
    })
  }
  const { payee = null, currency = '' } = statements[0] ?? {}
  return { payee, currency, total, rows }
}

function statementsByPeriod(
  parts: readonly TargetPart[],
  statements: readonly Stated[],
): ReadonlyMap<string, Stated> {
  const byPeriod = new Map<string, Stated>()
  for (const [index, statement] of statements.entries()) {
    const at = ['statements', index, 'period']
    const period = statement.period ?? ''
    if (!parts.some((part) => part.period === period)) {
      const expected = parts[0]?.period ?? ''
      issue.refuse(kinds.PERIOD_NOT_IN_TARGET, at, { given: issue.show(period), period: expected })
    }
    if (byPeriod.has(period)) issue.refuse(kinds.PERIOD_DRAWN_TWICE, at, { id: period })
    byPeriod.set(period, statement)
  }
  return byPeriod
}

function salesIn(period: string, byPeriod: ReadonlyMap<string, Stated>): Figure {
  const statement = byPeriod.get(period)
  if (statement !== undefined) return statement.sales
  const missing = issue.invalid(undefined, ['statements'], kinds.A_STATEMENT_OF, { unit: period })
  throw new issue.SalesRulesError([missing])
}

function titleOf({ payee, currency, total, rows }: Year, page: Page): string {
  const { words, voice } = page
  const come = rows.filter(({ salesToDate }) => salesToDate !== null)
  const last = come.at(-1)
  if (last === undefined || last.salesToDate === null) return ''
  const side = fraction.compare(last.salesToDate.exact, last.targetToDate.exact)
  const text = words.year[side === 0 ? 'level' : side > 0 ? 'ahead' : 'behind']({
    sales: voice.money(last.salesToDate, currency),
    due: voice.money(last.targetToDate, currency),
    total: voice.money(total, currency),
    come: countText(come.length, page),
    all: countText(rows.length, page),
  })
  return payee === null ? text : words.labelled(payee, text)
}

function yearPart({ currency, rows }: Year, page: Page): Part {
  const toDate = rows.flatMap(({ targetToDate, salesToDate }) =>
    salesToDate === null ? [targetToDate.exact] : [targetToDate.exact, salesToDate.exact],
  )
  const { shared, names } = shortened(rows.map(({ period }) => period))
  const across: Dimension = {
    measure: { name: page.words.axis(page.words.period, shared), unit: null },
    domain: { from: fraction.ZERO, to: fraction.whole(rows.length) },
    names,
  }
  const upright = {
    measure: { name: page.words.year.toDate, unit: currency },
    domain: domainOf(toDate),
  }
  const plot = plotOf({ across, upright }, page)
  const targets = rows.map(({ targetToDate }) => targetToDate.exact)
  const sales = rows.flatMap(({ salesToDate }) => salesToDate?.exact ?? [])
  return {
    height: plot.height,
    nodes: [
      ...plot.nodes,
      node('path', { class: 'sr-second-line', d: lineOf(targets, plot) }),
      node('path', { class: 'sr-first-line', d: lineOf(sales, plot) }),
      ...sales.map((value, index) => dotAt(value, index + 1, plot)),
    ],
  }
}

/** From nothing at the start of the year on. */
function lineOf(values: readonly Fraction[], plot: Plot): string {
  const start = path`M${plot.x(fraction.ZERO)} ${plot.y(fraction.ZERO)}`
  const rest = values.map((value, index) => {
    return path`L${plot.x(fraction.whole(index + 1))} ${plot.y(value)}`
  })
  return start + rest.join('')
}

function dotAt(value: Fraction, at: number, plot: Plot): Node {
  return node('circle', {
    class: 'sr-first',
    cx: plot.x(fraction.whole(at)),
    cy: plot.y(value),
    r: 4,
  })
}

/** What all periods start with, up to a hyphen, and the rest of each: 2026 and 01, 02, 03. */
function shortened(periods: readonly string[]) {
  const [first = ''] = periods
  const shared = first.slice(0, first.indexOf('-') + 1)
  const isShared = shared !== '' && periods.every((period) => period.startsWith(shared))
  if (!isShared) return { shared: null, names: periods.map((period) => clip(period, 90)) }
  return {
    shared: clip(shared.slice(0, -1), 90),
    names: periods.map((period) => clip(period.slice(shared.length), 90)),
  }
}

function tableOf({ currency, rows }: Year, page: Page): ChartTable {
  const { words, voice } = page
  const { target, sales, targetToDate, salesToDate } = words.year
  const heads = [target, sales, targetToDate, salesToDate]
  return {
    columns: [
      { head: words.period, isNumber: false },
      ...heads.map((head) => ({ head: words.axis(head, currency), isNumber: true })),
    ],
    rows: rows.map((row) => [
      row.period,
      ...[row.target, row.sales, row.targetToDate, row.salesToDate].map((one) =>
        one === null ? '' : voice.number(one),
      ),
    ]),
  }
}
