import { closeSync, openSync, readSync } from 'node:fs'
import type { CommissionColumnsBuilder, CommissionRow } from 'sales-rules/batch'
import { refuseRow } from './refuseRow.js'

const [QUOTE, COMMA, NEWLINE, RETURN] = [34, 44, 10, 13]
const CHUNK = 1 << 20
/** Filled for each line: to make one for each takes longer than to read the line. */
const slices = new Int32Array(4)

/**
 * Adds the lines of a file of `order,payee,amount` between two bytes at which lines start, or the second of which is its end. No text
 * is made of a field: the builder reads its bytes.
 *
 * Every line is one row, refused or not, a blank one too: in a file that is read from the line below its header, row 0 is line 2. Lines
 * end in LF or CRLF, the last one in either or in nothing. A line with a quote is refused: use a CSV parser for such files.
 */
export function addPart(
  file: URL,
  from: number,
  to: number,
  builder: CommissionColumnsBuilder,
): void {
  const descriptor = openSync(file, 'r')
  try {
    addBetween(descriptor, from, to, builder)
  } finally {
    closeSync(descriptor)
  }
}

function addBetween(
  descriptor: number,
  from: number,
  to: number,
  builder: CommissionColumnsBuilder,
): void {
  let bytes = new Uint8Array(CHUNK)
  let position = from
  while (position < to) {
    const wanted = Math.min(bytes.length, to - position)
    const size = readSync(descriptor, bytes, 0, wanted, position)
    if (size === 0) throw new RangeError(`The file ends at byte ${position}, before ${to}`)
    const used = addLines(bytes.subarray(0, size), position + size === to, builder)
    position += used
    // A line that does not fit; it is read again, with twice the room.
    if (used === 0 && size === bytes.length) bytes = new Uint8Array(bytes.length * 2)
  }
}

/** Adds the whole lines among these bytes, and what is left over where nothing follows; says how many bytes they were. */
function addLines(bytes: Uint8Array, isEnd: boolean, builder: CommissionColumnsBuilder): number {
  let start = 0
  let newline = bytes.indexOf(NEWLINE)
  while (newline !== -1) {
    addLine(bytes, start, newline, builder)
    start = newline + 1
    newline = bytes.indexOf(NEWLINE, start)
  }
  if (!isEnd || start === bytes.length) return start
  addLine(bytes, start, bytes.length, builder)
  return bytes.length
}

function addLine(
  bytes: Uint8Array,
  start: number,
  newline: number,
  builder: CommissionColumnsBuilder,
): void {
  const end = newline > start && bytes[newline - 1] === RETURN ? newline - 1 : newline
  const first = fieldEnd(bytes, start, end)
  const second = fieldEnd(bytes, first + 1, end)
  const third = fieldEnd(bytes, second + 1, end)
  if (third === end && bytes[first] === COMMA && bytes[second] === COMMA) {
    slices[0] = first + 1
    slices[1] = second
    slices[2] = second + 1
    slices[3] = end
    builder.addBytes(bytes, slices)
  } else refuseLine(bytes.subarray(start, end), builder)
}

/** Where a field ends: at a comma, at a quote or with its line. What is beyond the line is not looked at. */
function fieldEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && bytes[at] !== COMMA && bytes[at] !== QUOTE) at += 1
  return at
}

function refuseLine(line: Uint8Array, builder: CommissionColumnsBuilder): void {
  const fields = new TextDecoder().decode(line).split(',')
  if (line.includes(QUOTE)) refuseRow(builder, 'a quote', 'fields without quotes')
  else if (fields.length > 3) refuseRow(builder, `${fields.length} fields`, '3')
  // The builder refuses a row by the name of the field that it lacks.
  else builder.addRow({ payee: fields[1] } as CommissionRow)
}
