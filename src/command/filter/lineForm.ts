/**
 * The form of a line of JSON. Lines that a program writes differ in their values alone, so that bytes of the same form as a line that was
 * read strictly need not be parsed; whatever is not plainly so is read strictly itself.
 */
import { dayAt, endOfDecimal, endOfName, endOfNumber, endOfText } from './plainValues.js'

/** What may stand where lines differ. */
type Slot = 'payee' | 'amount-text' | 'amount-number' | 'date' | 'name' | 'text' | 'number'

/** What is the same in all lines of the form, and what stands between it: a fixed part, a slot, a part, and so on. */
export interface LineForm {
  readonly fixed: readonly DataView[]
  readonly slots: readonly Slot[]
}

/** The days that a line may have, as numbers: 20260331. */
export interface Days {
  readonly first: number
  readonly last: number
}

/** The days that are looked for, and what is found of a line: where it has its payee and its amount. */
export interface Search extends Days {
  payeeStart: number
  payeeEnd: number
  amountStart: number
  amountEnd: number
}

/** The form of a line that was read strictly; undefined where it is not flat and plain. */
export function formOf(text: string, ignored: readonly string[]): LineForm | undefined {
  const fixed: string[] = []
  const slots: Slot[] = []
  let before = OPEN.exec(text)?.[0] ?? ''
  for (const { whole, key, value } of fieldsOf(text, before)) {
    const slot = slotOf(key, value, ignored)
    if (slot === undefined) before += whole
    else {
      // Quotes are the same in all lines.
      const quote = value.startsWith('"') ? 1 : 0
      const at = whole.lastIndexOf(value)
      fixed.push(before + whole.slice(0, at + quote))
      slots.push(slot)
      before = whole.slice(at + value.length - quote)
    }
  }
  fixed.push(before)
  const isWhole = slots.includes('payee') && slots.some((slot) => slot.startsWith('amount'))
  return isWhole ? { fixed: fixed.map((part) => viewOf(Buffer.from(part))), slots } : undefined
}

const OPEN = /^\s*\{/
const FIELD = /\s*"([^"\\]*)"\s*:\s*("[^"\\]*"|-?\d+(?:\.\d+)?|true|false|null)\s*(?:,|\}\s*$)/gy

/** The fields of a line of JSON, in order; none where one of them is not plain. Of one that comes twice the last is it, as JSON has it. */
function fieldsOf(text: string, open: string) {
  const fields = [...text.slice(open.length).matchAll(FIELD)].map(
    ([whole, key = '', value = '']) => ({
      whole,
      key,
      value,
    }),
  )
  const length = fields.reduce((sum, { whole }) => sum + whole.length, open.length)
  return length === text.length ? fields : []
}

/** What no plan that adds up amounts alone looks at, as long as it is a name. */
const NAMES: readonly string[] = ['id', 'order', 'product', 'category', 'region', 'customer']

function slotOf(key: string, value: string, ignored: readonly string[]): Slot | undefined {
  const isText = value.startsWith('"')
  const isNumber = /^-?\d/.test(value)
  if (!isText && !isNumber) return undefined
  if (key === 'amount') return isText ? 'amount-text' : 'amount-number'
  if (ignored.includes(key)) return isText ? 'text' : 'number'
  if (!isText) return undefined
  if (key === 'payee' || key === 'date') return key
  return NAMES.includes(key) ? 'name' : undefined
}

/**
 * Where a line of a form ends, if bytes have one here on one of the days; `search` then says where its payee and its amount are. Otherwise
 * -1. There has to be a new line before the end of the bytes.
 */
export function endOfLine(
  { fixed, slots }: LineForm,
  bytes: Bytes,
  start: number,
  search: Search,
): number {
  let at = start
  for (let index = 0; ; index += 1) {
    const part = fixed[index] as DataView
    if (!isSame(part, bytes, at)) return -1
    at += part.byteLength
    const slot = slots[index]
    if (slot === undefined) return at
    at = endOfSlot(slot, bytes.array, at, search)
    if (at === -1) return -1
  }
}

/** Bytes that can be read one by one, and four at once. */
export interface Bytes {
  readonly array: Uint8Array
  readonly view: DataView
}

export function bytesOf(array: Uint8Array): Bytes {
  return { array, view: viewOf(array) }
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length)
}

/** Whether a fixed part stands here. Such parts are most of a line, and so compared four bytes at once. */
function isSame(part: DataView, { array, view }: Bytes, at: number): boolean {
  const { byteLength } = part
  if (at + byteLength > array.length) return false
  let place = 0
  for (; place + 4 <= byteLength; place += 4)
    if (view.getInt32(at + place) !== part.getInt32(place)) return false
  for (; place < byteLength; place += 1)
    if (array[at + place] !== part.getUint8(place)) return false
  return true
}

function endOfSlot(slot: Slot, bytes: Uint8Array, start: number, search: Search): number {
  switch (slot) {
    case 'payee':
      search.payeeStart = start
      search.payeeEnd = endOfName(bytes, start)
      return search.payeeEnd
    case 'amount-text':
    case 'amount-number':
      search.amountStart = start
      search.amountEnd = (slot === 'amount-text' ? endOfDecimal : endOfNumber)(bytes, start)
      return search.amountEnd
    case 'date': {
      const day = dayAt(bytes, start)
      return day >= search.first && day <= search.last ? start + 10 : -1
    }
    case 'name':
      return endOfName(bytes, start)
    case 'text':
      return endOfText(bytes, start)
    case 'number':
      return endOfNumber(bytes, start)
  }
}
