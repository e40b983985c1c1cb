import { isUtf8 } from 'node:buffer'
import { EXIT, Failure } from '../exit.js'

/** The encodings that can be named. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

export type Encoding = (typeof ENCODINGS)[number]

/** So many bytes are looked at before a file is read. */
const SAMPLE = 1 << 16

const MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Files that are often given in the place of a text, by the bytes they begin with. */
const OTHERS: readonly (readonly [start: string, what: string, fix: string])[] = [
  [
    'PK\u0003\u0004',
    'an Excel workbook or another zip file',
    'Open it and save it as "CSV UTF-8".',
  ],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel workbook', 'Open it and save it as "CSV UTF-8".'],
  [
    '\u001f\u008b',
    'packed by gzip',
    'Unpack it on the way: gunzip -c FILE | sales-rules … with - for the file.',
  ],
  ['%PDF', 'a PDF', 'Export the table as CSV.'],
]

/** A text as bytes of UTF-8 without a mark, and how it was written. */
export interface Decoded {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly encoding: Encoding
  /** Whether nobody has named the encoding, and no mark has. */
  readonly isGuessed: boolean
}

/** How far a file is read: kept by whoever reads its lines, and named where it cannot be read on. */
export interface Place {
  line: number
}

export interface ToDecode {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly encoding?: Encoding | undefined
  /** Whether a first line in this encoding has words that are known: by that GB18030 and Big5 are told apart. */
  readonly isKnown: (firstLine: string) => boolean
  readonly place: Place
}

/** Decodes a file as it is read: by the encoding named, by its byte-order mark, or by what its first line says. */
export async function decode(given: ToDecode): Promise<Decoded> {
  const { start, rest } = await startOf(given.bytes)
  const sample = start.subarray(0, SAMPLE)
  refuseOthers(given, sample)
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => sample[at] === byte))
  const encoding = given.encoding ?? marked?.[1] ?? guessed(given, sample)
  const isGuessed = given.encoding === undefined && marked === undefined
  const all = joined(marked?.[1] === encoding ? start.subarray(marked[0].length) : start, rest)
  const bytes = encoding === 'utf-8' ? checked(all, given) : recoded(all, encoding, given)
  return { bytes, encoding, isGuessed }
}

/** The beginning of a file, and what comes after it. */
async function startOf(bytes: AsyncIterable<Uint8Array>) {
  const rest = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let size = 0
  while (size < SAMPLE) {
    const next = await rest.next()
    if (next.done) break
    parts.push(next.value)
    size += next.value.length
  }
  return { start: Buffer.concat(parts), rest }
}

async function* joined(start: Uint8Array, rest: AsyncIterator<Uint8Array>) {
  if (start.length > 0) yield start
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function refuseOthers({ name, encoding }: ToDecode, sample: Buffer): void {
  const start = sample.subarray(0, 8).toString('latin1')
  const other = OTHERS.find(([mark]) => start.startsWith(mark))
  if (other) throw notText(`${name} is ${other[1]}, and no text.`, other[2])
  if (encoding !== undefined || MARKS.some(([mark]) => mark.every((one, at) => one === sample[at])))
    return
  if (!sample.includes(0)) return
  const wide = wideEncoding(sample)
  const fix =
    wide === undefined
      ? 'Give a CSV file, or one JSON object a line.'
      : `It looks like UTF-16: add --encoding ${wide}.`
  throw notText(`${name} is not a text file: it has bytes of 0.`, fix)
}

/** In UTF-16 without a mark nearly every second byte of a first line is 0, and no other one is. */
function wideEncoding(sample: Buffer): Encoding | undefined {
  const start = sample.subarray(0, 64)
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < start.length / 3 || Math.min(even, odd) > 0) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function notText(message: string, fix: string): Failure {
  return new Failure(EXIT.data, message, fix)
}

function guessed({ name, isKnown }: ToDecode, sample: Buffer): Encoding {
  if (isWritten(sample, 'utf-8')) return 'utf-8'
  const possible = (['gb18030', 'big5'] as const).filter((encoding) => isWritten(sample, encoding))
  const known = possible.filter((encoding) => isKnown(firstLineOf(sample, encoding)))
  if (known.length === 1 && known[0] !== undefined) return known[0]
  const named = possible.map((encoding) => `--encoding ${encoding}`)
  throw notText(
    `${name} is not UTF-8: line ${lineOfFault(sample)} has other bytes.`,
    named.length === 0
      ? 'Save it as "CSV UTF-8".'
      : `It may be Chinese as Excel writes it: add ${named.join(', or ')}. Or save it as "CSV UTF-8".`,
  )
}

/** Whether bytes are of an encoding; the last character may be cut. */
function isWritten(sample: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

function firstLineOf(sample: Buffer, encoding: Encoding): string {
  const end = sample.indexOf(10)
  return new TextDecoder(encoding).decode(end === -1 ? sample : sample.subarray(0, end))
}

function lineOfFault(sample: Buffer): number {
  const text = sample.toString('utf8')
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length
}

/** UTF-8 stays as it is, once it is known to be such: to make texts of it, and bytes of these, takes longer than to read a table. */
async function* checked(bytes: AsyncIterable<Uint8Array>, given: ToDecode) {
  let open = new Uint8Array()
  for await (const chunk of bytes) {
    const joint = open.length === 0 ? chunk : Buffer.concat([open, chunk])
    const whole = joint.length - cutAtEnd(joint)
    if (!isUtf8(joint.subarray(0, whole))) throw otherBytes('utf-8', given)
    if (chunk.includes(0)) throw hasZero(given)
    open = joint.slice(whole)
    yield chunk
  }
  if (open.length > 0) throw otherBytes('utf-8', given)
}

/** How many bytes at the end begin a character that goes on in the next chunk. */
function cutAtEnd(bytes: Uint8Array): number {
  const tail = [...bytes.subarray(-3)].reverse()
  const lead = tail.findIndex((byte) => byte < 0x80 || byte >= 0xc0)
  return lead + 1 < lengthOf(tail[lead] ?? 0) ? lead + 1 : 0
}

/** How many bytes a character has, by the first of them. */
function lengthOf(lead: number): number {
  if (lead < 0xc0) return 0
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

async function* recoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding, given: ToDecode) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const read = (chunk?: Uint8Array): Buffer => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }))
    } catch {
      throw otherBytes(encoding, given)
    }
  }
  for await (const chunk of bytes) {
    const text = read(chunk)
    if (text.includes(0)) throw hasZero(given)
    yield text
  }
  yield read()
}

function otherBytes(encoding: Encoding, { name, place }: ToDecode): Failure {
  const others = ENCODINGS.filter((one) => one !== encoding).map((one) => `--encoding ${one}`)
  return notText(
    `${name} is not ${encoding.toUpperCase()}: after line ${place.line} there are other bytes.`,
    `Save it as "CSV UTF-8", or say how it is encoded: ${others.join(', ')}.`,
  )
}

function hasZero({ name, place }: ToDecode): Failure {
  return notText(`${name} is not a text file: after line ${place.line} there are bytes of 0.`, '')
}
