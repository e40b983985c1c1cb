/** A waterfall: what somebody was paid, what changed, part by part, and what they are paid. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { signedText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { readEach } from './comparison.js'
import { type Figure, isSame, readFigure, readLabel, readOrRefuse, totalOf } from './figures.js'
import { PARTS_DO_NOT_ADD_UP } from './issues.js'
import { type ChartTable, type Drawing, type Page, sentences } from './page.js'

interface ChangedPart {
  readonly name: string
  readonly difference: Figure
}

interface PayChange {
  readonly payee: string | null
  readonly currency: string
  readonly was: Figure
  readonly is: Figure
  readonly difference: Figure
  readonly parts: readonly ChangedPart[]
}

export function drawWaterfall(fields: read.Fields, page: Page): Drawing {
  const change = readOrRefuse(fields['change'], ['change'], readChange)
  const { words } = page
  const shown = { ...change, parts: fewer(change.parts, page) }
  const { currency } = change
  return {
    title: titleOf(change, page),
    description: sentences(page, [
      words.waterfall.description,
      ...shown.parts.map((part) => words.waterfall.part(partText(part, page))),
    ]),
    plot: barsPart(barRows(shown, page), { name: words.pay, unit: currency }, page),
    key: [
      { mark: barSample('first'), text: words.waterfall.adds },
      { mark: barSample('second-hollow'), text: words.waterfall.takes },
    ],
    table: tableOf(change, page),
  }
}

function readChange(value: unknown, path: Path, issues: Issue[]): PayChange | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const payee = readLabel(fields['payee'], [...path, 'payee'], issues)
  const currency = required('currency', read.name)
  const [was, is] = [required('was', readFigure), required('is', readFigure)]
  const difference = required('difference', readFigure)
  const parts = required('parts', (...given) => readEach(given, readPart))
  if (currency === undefined || !was || !is || !difference || issues.length > 0) return undefined
  requireSum({ was, is, parts }, path)
  return { payee, currency, was, is, difference, parts }
}

function readPart(value: unknown, path: Path, issues: Issue[]): ChangedPart | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const difference = required('difference', readFigure)
  const name = readLabel(fields['label'], [...path, 'label'], issues) ?? required('id', read.name)
  return difference && name !== undefined ? { name, difference } : undefined
}

function requireSum({ was, is, parts }: Pick<PayChange, 'was' | 'is' | 'parts'>, path: Path): void {
  const { exact, text } = totalOf(parts.map(({ difference }) => difference))
  const needed = write.decimal(fraction.subtract(is.exact, was.exact))
  if (fraction.compare(fraction.add(was.exact, exact), is.exact) === 0) return
  const bounds = { minimum: needed, maximum: needed }
  issue.refuse(PARTS_DO_NOT_ADD_UP, [...path, 'parts'], { given: text, ...bounds })
}

const MOST_PARTS = 12

const sizeOf = ({ difference }: ChangedPart) => fraction.absolute(difference.exact)

/** From the largest. */
function bySize(parts: readonly ChangedPart[]): readonly ChangedPart[] {
  return [...parts].sort((one, other) => fraction.compare(sizeOf(other), sizeOf(one)))
}

/** The largest parts, in their order, and the others as one. */
function fewer(parts: readonly ChangedPart[], { words }: Page): readonly ChangedPart[] {
  if (parts.length <= MOST_PARTS) return parts
  const largest = new Set(bySize(parts).slice(0, MOST_PARTS - 1))
  const others = parts.filter((part) => !largest.has(part))
  const difference = totalOf(others.map((part) => part.difference))
  const name = words.waterfall.others({ count: `${others.length}` })
  return [...parts.filter((part) => largest.has(part)), { name, difference }]
}

function titleOf({ payee, currency, was, is, difference, parts }: PayChange, page: Page): string {
  const { words, voice } = page
  if (isSame(was, is)) return named(payee, words.waterfall.same(voice.money(is, currency)), page)
  const text = is.exact.n * was.exact.d > was.exact.n * is.exact.d ? 'more' : 'less'
  const said = words.waterfall[text]({
    was: voice.money(was, currency),
    is: voice.money(is, currency),
    difference: signedText(difference, page),
  })
  const [largest] = bySize(parts)
  const most = largest === undefined ? '' : words.waterfall.largest(partText(largest, page))
  return sentences(page, [named(payee, said, page), most])
}

function named(payee: string | null, text: string, { words }: Page): string {
  return payee === null ? text : words.labelled(payee, text)
}

function partText({ name, difference }: ChangedPart, page: Page) {
  return { name, difference: signedText(difference, page) }
}

function barRows({ currency, was, is, parts }: PayChange, page: Page): readonly BarRow[] {
  const { words, voice } = page
  const total = (name: string, { exact }: Figure, text: string): BarRow => ({
    name,
    bars: [{ from: fraction.ZERO, to: exact, look: 'total', text }],
  })
  let from: Fraction = was.exact
  const changes = parts.map((part): BarRow => {
    const to = fraction.add(from, part.difference.exact)
    const look = fraction.isNegative(part.difference.exact) ? 'second-hollow' : 'first'
    const bar = { from, to, look, text: signedText(part.difference, page) } as const
    from = to
    return { name: part.name, bars: [bar], carried: to }
  })
  return [
    { ...total(words.before, was, voice.money(was, currency)), carried: was.exact },
    ...changes,
    total(words.after, is, voice.money(is, currency)),
  ]
}

function tableOf({ currency, was, is, parts }: PayChange, page: Page): ChartTable {
  const { words, voice } = page
  return {
    columns: [
      { head: words.waterfall.what, isNumber: false },
      { head: words.axis(words.pay, currency), isNumber: true },
    ],
    rows: [
      [words.before, voice.number(was)],
      ...parts.map((part) => [part.name, signedText(part.difference, page)]),
      [words.after, voice.number(is)],
    ],
  }
}
