/** A histogram of attainment: how many people are how near to their targets. */
import type * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { countText } from './amounts.js'
import { barSample, barsPart } from './bars.js'
import { figureOf } from './figures.js'
import {
  type ChartTable,
  type Drawing,
  type KeyEntry,
  noteEntry,
  type Page,
  sentences,
} from './page.js'
import { readStatements } from './statements.js'

/** People whose attainment is at least `from` and less than `to`; null where there is no such bound. */
interface Bin {
  readonly from: Fraction | null
  readonly to: Fraction | null
  readonly people: number
}

const fifths = (count: number): Fraction => ({ n: BigInt(count), d: 5n })
/** Bins of 20% up to 200%; what is above is one, and what is below 0 is one. */
const MOST_FIFTHS = 10
/** Where most people should be: 80% to 120%. */
const NEAR = { from: fifths(4), to: fifths(6) }

export function drawAttainment(fields: read.Fields, page: Page): Drawing {
  const statements = readStatements(fields, 'statements')
  const attained = statements.flatMap(({ attainment }) => attainment?.exact ?? [])
  const bins = trimmed(binsOf(attained))
  const { words } = page
  const title = titleOf(attained, page)
  const rows = bins.map((bin) => ({
    name: binText(bin, page),
    bars: [
      {
        from: fraction.ZERO,
        to: fraction.whole(bin.people),
        look: isNear(bin) ? ('first' as const) : ('first-hollow' as const),
        text: countText(bin.people, page),
      },
    ],
  }))
  return {
    title,
    description: sentences(page, [
      words.attainment.description,
      ...rows.map(({ name, bars }) => words.attainment.row({ name, people: bars[0]?.text ?? '' })),
    ]),
    plot: barsPart(rows, { name: words.attainment.people, unit: null }, page),
    key: keyOf(statements.length - attained.length, page),
    table: tableOf(bins, attained, page),
  }
}

function binsOf(attained: readonly Fraction[]): readonly Bin[] {
  const edges = Array.from({ length: MOST_FIFTHS + 1 }, (_, index) => fifths(index))
  const bounds = [null, ...edges, null]
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? null
    return { from, to, people: attained.filter((value) => isIn(value, from, to)).length }
  })
}

function isIn(value: Fraction, from: Fraction | null, to: Fraction | null): boolean {
  const isBelow = to !== null && fraction.compare(value, to) >= 0
  return !isBelow && (from === null || fraction.compare(value, from) >= 0)
}

/** Without empty bins at both ends, but always with those in the middle. */
function trimmed(bins: readonly Bin[]): readonly Bin[] {
  const isKept = (bin: Bin) => bin.people > 0 || isNear(bin)
  const last = bins.map(isKept).lastIndexOf(true)
  return bins.slice(bins.findIndex(isKept), last + 1)
}

function isNear({ from }: Bin): boolean {
  return from !== null && isIn(from, NEAR.from, NEAR.to)
}

function binText({ from, to }: Omit<Bin, 'people'>, { words, voice }: Page): string {
  const [least, below] = [from, to].map((end) => end && voice.percent(figureOf(end)))
  if (!least) return words.attainment.below({ to: below ?? '' })
  return below
    ? words.attainment.between({ from: least, to: below })
    : words.attainment.above({ from: least })
}

function titleOf(attained: readonly Fraction[], page: Page): string {
  return page.words.attainment.near({
    count: countText(nearOf(attained), page),
    all: countText(attained.length, page),
    from: page.voice.percent(figureOf(NEAR.from)),
    to: page.voice.percent(figureOf(NEAR.to)),
  })
}

function nearOf(attained: readonly Fraction[]): number {
  return attained.filter((value) => isIn(value, NEAR.from, NEAR.to)).length
}

function keyOf(without: number, page: Page): readonly KeyEntry[] {
  const near = { mark: barSample('first'), text: binText(NEAR, page) }
  if (without === 0) return [near]
  const count = countText(without, page)
  return [near, noteEntry(page.words.attainment.without({ count }))]
}

function tableOf(bins: readonly Bin[], attained: readonly Fraction[], page: Page): ChartTable {
  const { words } = page
  const counted = bins.map((bin) => [binText(bin, page), countText(bin.people, page)])
  return {
    columns: [
      { head: words.attainment.name, isNumber: false },
      { head: words.attainment.people, isNumber: true },
    ],
    rows: [
      ...counted,
      [binText(NEAR, page), countText(nearOf(attained), page)],
      [words.all, countText(attained.length, page)],
    ],
  }
}
