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

/** A text as it comes, and how it was written. */
export interface Decoded {
  readonly texts: AsyncIterable<string>
  readonly encoding: Encoding
  /** Whether nobody has named the encoding, and no mark has. */
  readonly isGuessed: boolean
}

export interface ToDecode {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly encoding?: Encoding | undefined
  /** Whether a first line in this encoding has words that are known: by that GB18030 and Big5 are told apart. */
  readonly isKnown: (firstLine: string) => boolean
}

/** Decodes a file as it is read: by the encoding named, by its byte-order mark, or by what its first line says. */
export async function decode(given: ToDecode): Promise<Decoded> {
  const { sample, rest } = await sampleOf(given.bytes)
  refuseOthers(given, sample)
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => sample[at] === byte))?.[1]
  const encoding = given.encoding ?? marked ?? guessed(given, sample)
  const isGuessed = given.encoding === undefined && marked === undefined
  return { texts: decoded(rest, encoding, given.name), encoding, isGuessed }
}

/** The beginning of a file, and all of it. */
async function sampleOf(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < SAMPLE) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value
  }
  return { sample: Buffer.concat(first).subarray(0, SAMPLE), rest: all() }
}

function refuseOthers({ name, encoding }: ToDecode, sample: Buffer): void {
  const start = sample.subarray(0, 8).toString('latin1')
  const other = OTHERS.find(([mark]) => start.startsWith(mark))
  if (other) throw notText(`${name} is ${other[1]}, and no text.`, other[2])
  if (encoding !== undefined || MARKS.some(([mark]) => mark.every((one, at) => one === sample[at])))
    return
  if (!sample.includes(0)) return
  const wide = sample.subarray(0, 64)
  const zeros = [0, 1].map((odd) => wide.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const fix =
    Math.max(...zeros) > wide.length / 4
      ? `It looks like UTF-16: add --encoding ${(zeros[1] ?? 0) > (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be'}.`
      : 'Give a CSV file, or one JSON object a line.'
  throw notText(`${name} is not a text file: it has bytes of 0.`, fix)
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
  const fault = new TextDecoder('utf-8').decode(sample).indexOf('\ufffd')
  return linesIn(new TextDecoder('utf-8').decode(sample).slice(0, Math.max(0, fault))) + 1
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  const read = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      const fix = `Name the encoding that it has, --encoding ${ENCODINGS.filter((one) => one !== encoding).join(' or ')}, or save it as "CSV UTF-8".`
      throw notText(`${name} is not ${encoding.toUpperCase()}: see line ${line} and below.`, fix)
    }
  }
  for await (const chunk of bytes) {
    const text = read(chunk)
    if (text.includes('\0'))
      throw notText(`${name} is not a text file: line ${line} or below has a character of 0.`, '')
    yield text
    line += linesIn(text)
  }
  yield read()
}
