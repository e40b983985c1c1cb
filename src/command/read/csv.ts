import { EXIT, Failure } from '../exit.js'
import { readPlainLines } from './csvPlain.js'
import { readQuoted } from './csvQuoted.js'
import type { Place } from './encoding.js'

/** Bytes of UTF-8 to read, and what they are called. */
export interface Source {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly name: string
  readonly place: Place
}

export type OnRecord = (record: readonly string[], line: number) => void

/** Reads CSV as it comes. `begin` is given the header, and returns what takes each record below it, with the line on which it starts. */
export async function readCsv(
  { bytes, name, place }: Source,
  begin: (header: readonly string[], delimiter: string) => OnRecord,
): Promise<void> {
  const rest = bytes[Symbol.asyncIterator]()
  const start = await rest.next()
  const delimiter = start.done ? ',' : delimiterOf(start.value)
  let isBegun = false
  let take: OnRecord = (header) => {
    isBegun = true
    take = begin(header, delimiter)
  }
  const taking = {
    name,
    place,
    delimiter,
    take: (record: readonly string[], lines: number) => {
      const line = place.line
      place.line += lines
      if (record.length > 1 || record[0] !== '') take(record, line)
    },
  }
  if (!start.done) await readQuoted(await readPlainLines(start.value, rest, taking), taking)
  if (!isBegun) throw new Failure(EXIT.data, `${name} is empty.`, 'A header is expected.')
}

/** How a file is parted, and what takes its records. */
export interface Taking {
  readonly name: string
  readonly place: Place
  readonly delimiter: string
  /** Takes a record of so many lines. */
  readonly take: (record: readonly string[], lines: number) => void
}

/** What stands most often between the headers, as far as the first chunk has them, which is long. */
function delimiterOf(start: Uint8Array): string {
  const [header = ''] = Buffer.from(start).toString('utf8').trimStart().split(/\r?\n/, 1)
  const bare = header.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((sign) => [bare.split(sign).length, sign] as const)
  return counted.reduce((best, one) => (one[0] > best[0] ? one : best))[1]
}
