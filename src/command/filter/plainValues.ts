/** Values of JSON in bytes of UTF-8, where they are plainly so. Each answers where the value ends, or -1: then a strict reader has to look. */

const SPACE = 32
const QUOTE = 34
const BACKSLASH = 92
const MINUS = 45
const POINT = 46
const ZERO = 48

/** A text without escapes; it ends at its quote. */
export function endOfText(bytes: Uint8Array, start: number): number {
  const { length } = bytes
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] as number
    if (byte === QUOTE) return at
    if (byte === BACKSLASH || byte < SPACE) return -1
  }
  return -1
}

const LONGEST_NAME = 200

/** A text that every rule takes as a name: it has as many bytes as characters, or more. */
export function endOfName(bytes: Uint8Array, start: number): number {
  const stop = endOfText(bytes, start)
  return stop > start && stop - start <= LONGEST_NAME ? stop : -1
}

const MOST_WHOLE = 12
const MOST_DECIMALS = 6

/** A decimal of so few digits that no rule refuses it. */
export function endOfDecimal(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start
  const point = endOfDigits(bytes, first)
  if (point === first || point - first > MOST_WHOLE) return -1
  if (bytes[point] !== POINT) return point
  const stop = endOfDigits(bytes, point + 1)
  return stop === point + 1 || stop - point - 1 > MOST_DECIMALS ? -1 : stop
}

const MOST_DIGITS = 15

/** A number of JSON, of so few digits that it is one and the same as a double. */
export function endOfNumber(bytes: Uint8Array, start: number): number {
  const stop = endOfDecimal(bytes, start)
  const first = bytes[start] === MINUS ? start + 1 : start
  const hasLeadingZero = bytes[first] === ZERO && isDigit(bytes[first + 1])
  // A sign and a point are counted with the digits: a number that is a little shorter is not worth a question.
  return hasLeadingZero || stop - start > MOST_DIGITS ? -1 : stop
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  let at = start
  while (isDigit(bytes[at])) at += 1
  return at
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9
}

/** A calendar date as a number, 20260331, or -1. The 29th of February is for who knows leap years. */
export function dayAt(bytes: Uint8Array, start: number): number {
  let number = 0
  for (let at = 0; at < 10; at += 1) {
    const byte = bytes[start + at] as number
    const isSign = at === 4 || at === 7
    if (isSign ? byte !== MINUS : !isDigit(byte)) return -1
    if (!isSign) number = number * 10 + byte - ZERO
  }
  const day = number % 100
  const month = ((number - day) / 100) % 100
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(month) ? number : -1
}

function lengthOf(month: number): number {
  if (month === 2) return 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
