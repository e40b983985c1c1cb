/** A waterfall: what somebody was paid, what changed, part by part, and what they are paid. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { amountText, countText, signedText, unitText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { readEach } from './comparison.js'
import { type Figure, readFigure, readLabel, readOrRefuse, totalOf } from './figures.js'
import { DIFFERENCE_WRONG, PARTS_DO_NOT_ADD_UP } from './issues.js'
import { type ChartTable, type Drawing, type Page, sentences } from './page.js'

interface ChangedPart {
  readonly name: string
  readonly difference: Figure
}

interface PayChange {
  readonly payee: string | null
  /** A currency, or points. */
  readonly unit: string
  readonly was: Figure
  readonly is: Figure
  readonly difference: Figure
  readonly parts: readonly ChangedPart[]
}

export function drawWaterfall(fields: read.Fields, page: Page): Drawing {
  const change = {
    ...readOrRefuse(fields['change'], ['change'], (...given) => readChange(given, page)),
    payee: readOrRefuse(fields['payee'] ?? null, ['payee'], readLabel),
  }
  const { words } = page
  const shown = { ...change, parts: fewer(change.parts, page) }
  const { unit } = change
  const name = unit === 'points' ? words.score : words.pay
  return {
    title: titleOf(change, page),
    description: sentences(page, [
      words.waterfall.description,
      ...shown.parts.map((part) => words.waterfall.part(partText(part, page))),
    ]),
    plot: barsPart(barRows(shown, page), { name, unit: unitText(unit, page) }, page),
    key: [
      { mark: barSample('first'), text: words.waterfall.adds },
      { mark: barSample('second-hollow'), text: words.waterfall.takes },
    ],
    table: tableOf(change, page),
  }
}

type Read = Omit<PayChange, 'payee'>

function readChange([value, path, issues]: Given, page: Page): Read | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const unit = required('unit', read.name)
  const [was, is] = [required('was', readFigure), required('is', readFigure)]
  const difference = required('difference', readFigure)
  const parts = required('parts', (...given) => readEach(given, (...part) => readPart(part, page)))
  if (unit === undefined || !was || !is || !difference || issues.length > 0) return undefined
  const change = { unit, was, is, difference, parts }
  requireSum(change, path)
  return change
}

type Given = readonly [value: unknown, path: Path, issues: Issue[]]

/** A part by its label; without one by its kind, its rule and its id, as far as it has them. */
function readPart([value, path, issues]: Given, { voice }: Page): ChangedPart | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const [label, kind, rule, id] = ['label', 'kind', 'rule', 'id'].map((key) =>
    readLabel(fields[key], [...path, key], issues),
  )
  const difference = readFigure(fields['difference'], [...path, 'difference'], issues)
  const named = [kind && voice.part(kind), rule, id].filter((one) => one).join(' ')
  const name = label ?? (named === '' ? read.name(fields['id'], [...path, 'id'], issues) : named)
  return difference && name !== undefined ? { name, difference } : undefined
}

function requireSum({ was, is, difference, parts }: Read, path: Path): void {
  const { exact, text } = totalOf(parts.map((part) => part.difference))
  const needed = fraction.subtract(is.exact, was.exact)
  const bounds = { minimum: write.decimal(needed), maximum: write.decimal(needed) }
  if (fraction.compare(difference.exact, needed) !== 0)
    issue.refuse(DIFFERENCE_WRONG, [...path, 'difference'], { given: difference.text, ...bounds })
  if (fraction.compare(exact, needed) !== 0)
    issue.refuse(PARTS_DO_NOT_ADD_UP, [...path, 'parts'], { given: text, ...bounds })
}

const MOST_PARTS = 12

const sizeOf = ({ difference }: ChangedPart) => fraction.absolute(difference.exact)

/** From the largest. */
function bySize(parts: readonly ChangedPart[]): readonly ChangedPart[] {
  return [...parts].sort((one, other) => fraction.compare(sizeOf(other), sizeOf(one)))
}

/** The largest parts, in their order, and the others as one. */
function fewer(parts: readonly ChangedPart[], page: Page): readonly ChangedPart[] {
  if (parts.length <= MOST_PARTS) return parts
  const largest = new Set(bySize(parts).slice(0, MOST_PARTS - 1))
  const others = parts.filter((part) => !largest.has(part))
  const difference = totalOf(others.map((part) => part.difference))
  const name = page.words.waterfall.others({ count: countText(others.length, page) })
  return [...parts.filter((part) => largest.has(part)), { name, difference }]
}

function titleOf({ payee, unit, was, is, difference, parts }: PayChange, page: Page): string {
  const { words } = page
  const { more, less, same, largest } = words.waterfall
  const side = fraction.compare(is.exact, was.exact)
  const text = side === 0 ? same : side > 0 ? more : less
  const changed = text({
    what: unit === 'points' ? words.score : words.pay,
    was: amountText(was, unit, page),
    is: amountText(is, unit, page),
    difference: signedText(difference, page),
  })
  const said = payee === null ? changed : words.labelled(payee, changed)
  const [most] = side === 0 ? [] : bySize(parts)
  return sentences(page, [said, most === undefined ? '' : largest(partText(most, page))])
}

function partText({ name, difference }: ChangedPart, page: Page) {
  return { name, difference: signedText(difference, page) }
}

function barRows({ unit, was, is, parts }: PayChange, page: Page): readonly BarRow[] {
  const { words } = page
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
    { ...total(words.before, was, amountText(was, unit, page)), carried: was.exact },
    ...changes,
    total(words.after, is, amountText(is, unit, page)),
  ]
}

function tableOf({ unit, was, is, parts }: PayChange, page: Page): ChartTable {
  const { words, voice } = page
  const name = unit === 'points' ? words.score : words.pay
  return {
    columns: [
      { head: words.waterfall.what, isNumber: false },
      { head: words.axis(name, words.unitOf('', unitText(unit, page))), isNumber: true },
    ],
    rows: [
      [words.before, voice.number(was)],
      ...parts.map((part) => [part.name, signedText(part.difference, page)]),
      [words.after, voice.number(is)],
    ],
  }
}
