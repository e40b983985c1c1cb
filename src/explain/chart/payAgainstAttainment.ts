/** Pay against attainment: each person a dot, and the pairs in which the one who attained less is paid more. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { countText } from './amounts.js'
import { domainOf } from './axis.js'
import { readEach } from './comparison.js'
import { type Figure, readFigure, readOrRefuse, requireCurrency } from './figures.js'
import { A_PERSON_DRAWN, SOMETHING_TO_DRAW, TOO_MANY_TO_DRAW } from './issues.js'
import { type Node, node, path, pixels } from './markup.js'
import {
  type ChartTable,
  type Drawing,
  type KeyEntry,
  letters,
  noteEntry,
  type Page,
  sentences,
} from './page.js'
import { type Plot, plotOf } from './plot.js'
import { readStated } from './statements.js'

interface Person {
  readonly id: string
  readonly currency: string
  readonly attainment: Figure
  readonly pay: Figure
}

/** Two people of whom `less` attained less and is paid more. */
interface Pair {
  readonly letter: string
  readonly less: Person
  readonly more: Person
  readonly difference: Figure
}

interface Review {
  /** How many pairs there are in all. */
  readonly count: number
  readonly pairs: readonly Pair[]
}

const MOST_PEOPLE = 100_000
/** The pairs with the largest difference; more lines would hide the dots. */
const LETTERS_OF_PAIRS = 'ABCDE'

export function drawPayAgainstAttainment(fields: read.Fields, page: Page): Drawing {
  const people = readPeople(fields)
  const review = readOrRefuse(fields['review'], ['review'], (...given) =>
    readReview(given, new Map(people.map((person) => [person.id, person]))),
  )
  const { words } = page
  const plot = plotFor(people, page)
  const { nodes, isThinned } = dotsOf(people, plot)
  return {
    title: titleOf(review, page),
    description: sentences(page, [
      words.inversions.description,
      ...review.pairs.map((pair) => pairText(pair, page)),
    ]),
    plot: {
      height: plot.height,
      nodes: [...plot.nodes, nodes, ...review.pairs.flatMap((pair) => pairNodes(pair, plot))],
    },
    key: [
      ...review.pairs.map((pair) => pairKey(pair, page)),
      ...(isThinned ? [noteEntry(words.inversions.thinned)] : []),
    ],
    table: tableOf(people, page),
  }
}

function readPeople(fields: read.Fields): readonly Person[] {
  const given = readOrRefuse(fields['people'], ['people'], read.array)
  if (given.length > MOST_PEOPLE) issue.refuse(TOO_MANY_TO_DRAW, ['people'], { limit: MOST_PEOPLE })
  if (given.length === 0)
    throw new issue.SalesRulesError([issue.invalid(given, ['people'], SOMETHING_TO_DRAW)])
  const people = readOrRefuse(given, ['people'], (...all) => readEach(all, readPerson))
  for (const [index, { currency }] of people.entries())
    requireCurrency(currency, people[0]?.currency ?? currency, [
      'people',
      index,
      'statement',
      'currency',
    ])
  return people
}

function readPerson(value: unknown, at: Path, issues: Issue[]): Person | undefined {
  const fields = read.record(value, at, issues)
  const id = read.name(fields?.['id'], [...at, 'id'], issues)
  const place = [...at, 'statement']
  const stated = readStated(fields?.['statement'], place, issues)
  if (id === undefined || stated === undefined) return undefined
  const { currency, amount, attainment } = stated
  if (attainment !== null) return { id, currency, attainment, pay: amount }
  readFigure(attainment, [...place, 'attainment'], issues)
  return undefined
}

type Given = readonly [value: unknown, path: Path, issues: Issue[]]

function readReview(
  [value, at, issues]: Given,
  people: ReadonlyMap<string, Person>,
): Review | undefined {
  const fields = read.record(value, at, issues)
  const place = [...at, 'inversions']
  const inversions = fields && read.record(fields['inversions'], place, issues)
  if (inversions === undefined) return undefined
  const counted = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  const count = read.integer(inversions['count'], [...place, 'count'], issues, counted)
  const largest = read.array(inversions['largest'], [...place, 'largest'], issues) ?? []
  const pairs = [...LETTERS_OF_PAIRS].flatMap((letter, index) => {
    if (largest[index] === undefined) return []
    return readPair([largest[index], [...place, 'largest', index], issues], letter, people) ?? []
  })
  return count === undefined ? undefined : { count, pairs }
}

function readPair(
  [value, at, issues]: Given,
  letter: string,
  people: ReadonlyMap<string, Person>,
): Pair | undefined {
  const fields = read.record(value, at, issues)
  if (fields === undefined) return undefined
  const [less, more] = (['less', 'more'] as const).map((key) => {
    const person = people.get(String(fields[key]))
    if (person === undefined)
      issue.add(issues, issue.invalid(fields[key], [...at, key], A_PERSON_DRAWN))
    return person
  })
  const difference = readFigure(fields['difference'], [...at, 'difference'], issues)
  return less && more && difference && { letter, less, more, difference }
}

function titleOf({ count, pairs }: Review, page: Page): string {
  const { words, voice } = page
  const [largest] = pairs
  if (count === 0 || largest === undefined) return words.inversions.none
  return sentences(page, [
    words.inversions.some({ count: countText(count, page) }),
    words.inversions.largest({
      less: largest.less.id,
      more: largest.more.id,
      difference: voice.money(largest.difference, largest.less.currency),
    }),
  ])
}

function plotFor(people: readonly Person[], page: Page): Plot {
  const { words } = page
  return plotOf(
    {
      across: {
        measure: { name: words.attainment.name, unit: '%' },
        domain: domainOf(people.map(({ attainment }) => attainment.exact)),
      },
      upright: {
        measure: { name: words.pay, unit: people[0]?.currency ?? null },
        domain: domainOf(people.map(({ pay }) => pay.exact)),
      },
    },
    page,
  )
}

/** Dots that would hide each other are drawn once: so many people, and no more bytes than there is room. */
function dotsOf(people: readonly Person[], plot: Plot) {
  const places = people.map(({ attainment, pay }) => {
    const [x, y] = [plot.x(attainment.exact), plot.y(pay.exact)]
    return `M${pixels(Math.round(x / 2) * 2)} ${pixels(Math.round(y / 2) * 2)}h0`
  })
  const drawn = new Set(places)
  const nodes = node('path', { class: 'sr-first-line sr-dots', d: [...drawn].join('') })
  return { nodes, isThinned: drawn.size < places.length }
}

function pairNodes({ letter, less, more }: Pair, plot: Plot): readonly Node[] {
  const [from, to] = [less, more].map(({ attainment, pay }) => ({
    x: plot.x(attainment.exact),
    y: plot.y(pay.exact),
  }))
  if (from === undefined || to === undefined) return []
  // A third of the way: several pairs may start at one dot.
  const [x, y] = [(2 * from.x + to.x) / 3, (2 * from.y + to.y) / 3]
  return [
    node('path', { class: 'sr-second-line', d: path`M${from.x} ${from.y}L${to.x} ${to.y}` }),
    node('g', { transform: path`translate(${from.x} ${from.y})` }, [triangle('up')]),
    node('g', { transform: path`translate(${to.x} ${to.y})` }, [triangle('down')]),
    letters(letter, [x, y + 5], {
      'text-anchor': 'middle',
      'font-weight': 600,
      class: 'sr-ink sr-halo',
    }),
  ]
}

/** Upright is paid more, upside down less. */
function triangle(side: 'up' | 'down'): Node {
  const d = side === 'up' ? 'M0 -7L7 6H-7Z' : 'M0 7L7 -6H-7Z'
  return node('path', { class: 'sr-second-hollow', d })
}

function pairKey(pair: Pair, page: Page): KeyEntry {
  const attributes = { 'text-anchor': 'middle', 'font-weight': 600 }
  return { mark: letters(pair.letter, [0, 5], attributes), text: pairText(pair, page) }
}

function pairText({ less, more }: Pair, { words, voice }: Page): string {
  return words.inversions.pair({
    less: less.id,
    lessPaid: voice.money(less.pay, less.currency),
    more: more.id,
    morePaid: voice.money(more.pay, more.currency),
  })
}

function tableOf(people: readonly Person[], { words, voice }: Page): ChartTable {
  return {
    columns: [
      { head: words.who, isNumber: false },
      { head: words.attainment.name, isNumber: true },
      { head: words.pay, isNumber: true },
    ],
    rows: people.map(({ id, currency, attainment, pay }) => [
      id,
      voice.percent(attainment),
      voice.money(pay, currency),
    ]),
  }
}
