import { periodOf } from '../../kernel/index.js'
import type { CellKind } from './headers.js'

/** How the cells of a file are written. */
export interface Writing {
  /** Which of day and month comes first, where the year does not. */
  readonly dates?: 'dmy' | 'mdy' | undefined
  /** How amounts are written, where it is not `1234.56`. */
  readonly numbers?: '1,234.56' | '1.234,56' | undefined
}

/** What is wrong with a cell. */
export interface CellFault {
  readonly code: string
  readonly reason: string
}

/** A cell as a value, or what is wrong with it. */
export type ReadCell = (text: string) => { readonly value: unknown } | CellFault

/** Reads the cells of a column. A file has few days and many lines, so that each day is read once. */
export function cellReader(kind: CellKind, writing: Writing): ReadCell {
  const readOne: ReadCell = (text) => readCell(text, kind, writing)
  return kind === 'date' ? remembered(readOne) : readOne
}

const MOST_DAYS = 4096

function remembered(readOne: ReadCell): ReadCell {
  const known = new Map<string, ReturnType<ReadCell>>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const cell = readOne(text)
    if (known.size < MOST_DAYS) known.set(text, cell)
    return cell
  }
}

/** A decimal stays a text: the rules read it. */
function readCell(text: string, kind: CellKind, writing: Writing): ReturnType<ReadCell> {
  if (kind === 'number') return readNumber(text, writing)
  if (kind === 'date') return readDate(text, writing)
  if (kind === 'yes-or-no') return readYesOrNo(text)
  if (kind === 'fact') return { value: readFact(text, writing) }
  return { value: kind === 'score' ? readFigure(text, writing) : text }
}

const SIGNS = /[¥￥$€£元]|(?:CNY|RMB|USD|EUR|GBP|HKD|TWD|NT\$|HK\$|人民币|人民幣)/gi
const GROUPED = {
  '1,234.56': /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/,
  '1.234,56': /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+(?:,\d+)?$/,
}

/** Without `--numbers` the text is for the rules to read, which refuse `12,500.00` and say what they would take it for. */
function readNumber(text: string, { numbers }: Writing) {
  if (numbers === undefined) return { value: text }
  const bare = text.normalize('NFKC').replace(SIGNS, '').replace(/\s/g, '')
  const [, opening = '', digits = '', closing = ''] = /^([(+-]?)(.*?)([)-]?)$/.exec(bare) ?? []
  const isBalanced = (opening === '(') === (closing === ')') && !(opening !== '' && closing === '-')
  if (!isBalanced || !GROUPED[numbers].test(digits))
    return {
      code: 'NUMBER_INVALID',
      reason: `got ${JSON.stringify(text)}, expected an amount such as ${numbers}.`,
    }
  const isNegative = opening === '(' || opening === '-' || closing === '-'
  const [thousands, point] = numbers === '1,234.56' ? [',', '.'] : ['.', ',']
  const plain = digits.replaceAll(thousands, '').replace(point, '.')
  return { value: isNegative ? `-${plain}` : plain }
}

const YEAR_FIRST = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const TIME = /^(.*\d日?)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/** A time of the day without an offset is left out; an instant is refused, since its day depends on the place. */
function readDate(text: string, { dates }: Writing) {
  const day = TIME.exec(text)?.[1] ?? text
  const [, year = '', month = '', date = ''] = YEAR_FIRST.exec(day) ?? []
  if (year !== '') return onCalendar(text, year, month, date)
  const [, first = '', second = '', last = ''] = YEAR_LAST.exec(day) ?? []
  if (last === '') return onCalendar(text, day, '', '')
  if (dates === undefined)
    return {
      code: 'DATE_AMBIGUOUS',
      reason: `got ${JSON.stringify(text)}, which names day and month in an order that nobody has said. Add --dates dmy or --dates mdy.`,
    }
  return dates === 'dmy'
    ? onCalendar(text, last, second, first)
    : onCalendar(text, last, first, second)
}

function onCalendar(text: string, year: string, month: string, day: string) {
  const date = month === '' ? year : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  try {
    periodOf(date, 'month')
    return { value: date }
  } catch {
    return {
      code: 'DATE_INVALID',
      reason: `got ${JSON.stringify(text)}, expected a calendar date such as 2026-03-31.`,
    }
  }
}

const ANSWERS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  '1': true,
  是: true,
  no: false,
  n: false,
  false: false,
  '0': false,
  否: false,
}

function readYesOrNo(text: string) {
  const answer = answerOf(text)
  if (answer !== undefined) return { value: answer }
  return { code: 'VALUE_INVALID', reason: `got ${JSON.stringify(text)}, expected yes or no.` }
}

function answerOf(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return Object.hasOwn(ANSWERS, word) ? ANSWERS[word] : undefined
}

/** What a condition looks at is yes or no where it says so in words, and a figure or a name otherwise. */
function readFact(text: string, writing: Writing): unknown {
  const answer = /^[01]$/.test(text) ? undefined : answerOf(text)
  return answer ?? readFigure(text, writing)
}

/** A figure as `--numbers` says, or a name. */
function readFigure(text: string, writing: Writing): unknown {
  const read = readNumber(text, writing)
  return 'value' in read ? read.value : text
}
