import { CsvError, parse } from 'csv-parse'
import { EXIT, Failure } from '../exit.js'
import type { Place } from './encoding.js'

/** A longer record is a quote that was left open, or no CSV. */
const LONGEST = 1_000_000

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
  const { first, all } = await firstLineOf(bytes)
  const delimiter = delimiterOf(first)
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST,
  })
  let isBegun = false
  let take: OnRecord = (header) => {
    isBegun = true
    take = begin(header, delimiter)
  }
  const ended = new Promise<void>((resolve, reject) => {
    parser.once('end', resolve)
    parser.once('error', reject)
    // Events of the parser, and no iterator: that takes a quarter longer.
    parser.on('data', (record: readonly string[]) => {
      const start = place.line
      place.line += linesOf(record)
      if (record.length === 1 && record[0] === '') return
      try {
        take(record, start)
      } catch (error) {
        parser.destroy()
        reject(error)
      }
    })
  })
  try {
    for await (const chunk of all) await Promise.race([write(parser, chunk), ended])
    parser.end()
    await ended
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, name, place.line) : error
  }
  if (!isBegun) throw new Failure(EXIT.data, `${name} is empty.`, 'A header is expected.')
}

function write(parser: ReturnType<typeof parse>, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}

/** A quoted cell may run over several lines. */
function linesOf(record: readonly string[]): number {
  let lines = 1
  for (const cell of record) if (cell.includes('\n')) lines += cell.split('\n').length - 1
  return lines
}

/** The first line, as far as the first chunk has it, which is long. */
async function firstLineOf(bytes: AsyncIterable<Uint8Array>) {
  const rest = bytes[Symbol.asyncIterator]()
  const start = await rest.next()
  const text = start.done ? '' : Buffer.from(start.value).toString('utf8')
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let next = start; !next.done; next = await rest.next()) yield next.value
  }
  return { first: text.split(/\r?\n/, 1)[0] ?? '', all: all() }
}

/** What stands most often between the headers. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((sign) => [bare.split(sign).length, sign] as const)
  return counted.reduce((best, one) => (one[0] > best[0] ? one : best))[1]
}

/** Where a quote is wrong, cells may be in the wrong columns from there on: nothing of the file counts. */
function faultOf(error: CsvError, name: string, line: number): Failure {
  const [what, fix] = FAULTS[error.code] ?? [error.message, '']
  return new Failure(EXIT.data, `${name}, line ${line}: ${what}.`, fix)
}

const QUOTES = 'A quote inside of a cell is written twice, and such a cell stands in quotes.'

const FAULTS: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  CSV_INVALID_CLOSING_QUOTE: ['a quote ends in the middle of a cell', QUOTES],
  CSV_MAX_RECORD_SIZE: [
    'a row of more than a million characters',
    'A quote was left open, or this is no CSV file.',
  ],
  CSV_QUOTE_NOT_CLOSED: ['a quote that is never closed', QUOTES],
  INVALID_OPENING_QUOTE: ['a quote in the middle of a cell', QUOTES],
}
