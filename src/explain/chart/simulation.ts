/** A simulation: how much the runs cost, from the least to the greatest. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { amountText, refusedText, unitText } from './amounts.js'
import { barSample, barsPart } from './bars.js'
import { readEach } from './comparison.js'
import { type Figure, readFigure, readOrRefuse } from './figures.js'
import { type ChartTable, type Drawing, moreKey, type Page, sentences } from './page.js'

/** What so large a part of the runs does not exceed. */
interface Quantile {
  readonly at: Figure
  readonly value: Figure
}

interface Spread {
  readonly mean: Figure
  readonly quantiles: readonly Quantile[]
}

interface Simulated {
  readonly unit: string
  readonly cost: Spread
  readonly refused: number
}

const MOST_ROWS = 12

export function drawSimulation(fields: read.Fields, page: Page): Drawing {
  const simulated = readOrRefuse(fields['simulation'], ['simulation'], readSimulated)
  const { unit, cost } = simulated
  const { words } = page
  const shown = cost.quantiles.slice(0, MOST_ROWS)
  const from = fraction.ZERO
  const [mean, ...rows] = [
    { name: words.simulation.mean, look: 'total' as const, value: cost.mean },
    ...shown.map((quantile) => ({
      name: nameOf(quantile, page),
      look: 'first' as const,
      value: quantile.value,
    })),
  ].map(({ name, look, value }) => ({
    name,
    bars: [{ from, to: value.exact, look, text: amountText(value, unit, page) }],
  }))
  return {
    title: titleOf(simulated, page),
    description: sentences(page, [
      words.simulation.description,
      ...shown.map((quantile) => quantileText(quantile, unit, page)),
    ]),
    plot: barsPart([...rows, ...(mean ? [mean] : [])], costOf(unit, page), page),
    key: [
      { mark: barSample('first'), text: words.simulation.key },
      ...moreKey(shown.length, cost.quantiles.length, page),
    ],
    table: tableOf(simulated, page),
  }
}

function costOf(unit: string, page: Page) {
  return { name: page.words.simulation.cost, unit: unitText(unit, page) }
}

function readSimulated(value: unknown, path: Path, issues: Issue[]): Simulated | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const unit = required('unit', read.name)
  const cost = required('cost', readSpread)
  const bounds = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  const refused = required('refused', (...given) => read.integer(...given, bounds))
  if (unit === undefined || cost === undefined || refused === undefined) return undefined
  return { unit, cost, refused }
}

function readSpread(value: unknown, path: Path, issues: Issue[]): Spread | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const mean = required('mean', readFigure)
  const quantiles = required('quantiles', (...given) => readEach(given, readQuantile))
  return mean && quantiles && { mean, quantiles }
}

function readQuantile(given: unknown, path: Path, issues: Issue[]): Quantile | undefined {
  const fields = read.record(given, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const [at, value] = [required('at', readFigure), required('value', readFigure)]
  return at && value && { at, value }
}

/** The mean, and what nearly all runs cost at most. */
function titleOf({ cost, unit, refused }: Simulated, page: Page): string {
  const inside = cost.quantiles.filter(({ at }) => !isAll(at))
  return sentences(page, [
    page.words.simulation.average({ mean: amountText(cost.mean, unit, page) }),
    ...inside.slice(-1).map((quantile) => quantileText(quantile, unit, page)),
    refusedText(refused, page),
  ])
}

function quantileText({ at, value }: Quantile, unit: string, page: Page): string {
  const { least, most, atMost } = page.words.simulation.said
  const said = { value: amountText(value, unit, page) }
  if (fraction.isZero(at.exact)) return least(said)
  return isAll(at) ? most(said) : atMost({ ...said, part: page.voice.percent(at) })
}

function nameOf({ at }: Quantile, page: Page): string {
  const { least, most, quantile } = page.words.simulation
  if (fraction.isZero(at.exact)) return least
  return isAll(at) ? most : quantile({ part: page.voice.percent(at) })
}

function isAll(at: Figure): boolean {
  return fraction.compare(at.exact, fraction.ONE) >= 0
}

function tableOf({ cost, unit }: Simulated, page: Page): ChartTable {
  const { simulation } = page.words
  const rows = cost.quantiles.map((quantile) => [
    nameOf(quantile, page),
    amountText(quantile.value, unit, page),
  ])
  return {
    columns: [
      { head: simulation.part, isNumber: false },
      { head: simulation.cost, isNumber: true },
    ],
    rows: [...rows, [simulation.mean, amountText(cost.mean, unit, page)]],
  }
}
