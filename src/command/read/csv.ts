import { CsvError, parse } from 'csv-parse'
import { EXIT, Failure } from '../exit.js'

/** A longer record is a quote that was left open, or no CSV. */
const LONGEST = 1_000_000

export type OnRecord = (record: readonly string[], line: number) => void

/** Reads CSV as it comes. `begin` is given the header, and returns what takes each record below it, with the line on which it starts. */
export async function readCsv(
  texts: AsyncIterable<string>,
  name: string,
  begin: (header: readonly string[], delimiter: string) => OnRecord,
): Promise<void> {
  const { first, all } = await firstLineOf(texts)
  const delimiter = delimiterOf(first)
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST,
  })
  let line = 1
  let take: OnRecord = (header) => {
    take = begin(header, delimiter)
  }
  const ended = new Promise<void>((resolve, reject) => {
    parser.once('end', resolve)
    parser.once('error', reject)
    // Events of the parser, and no iterator: that takes a quarter longer.
    parser.on('data', (record: readonly string[]) => {
      const start = line
      line += linesOf(record)
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
    for await (const text of all) await Promise.race([write(parser, text), ended])
    parser.end()
    await ended
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, name, line) : error
  }
}

function write(parser: ReturnType<typeof parse>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

/** A quoted cell may run over several lines. */
function linesOf(record: readonly string[]): number {
  let lines = 1
  for (const cell of record) if (cell.includes('\n')) lines += cell.split('\n').length - 1
  return lines
}

async function firstLineOf(texts: AsyncIterable<string>) {
  const iterator = texts[Symbol.asyncIterator]()
  let first = ''
  let ended = false
  while (!ended && !/[\r\n]/.test(first.trimStart()) && first.length < LONGEST) {
    const next = await iterator.next()
    ended = next.done === true
    if (!next.done) first += next.value
  }
  async function* all(): AsyncGenerator<string> {
    if (first !== '') yield first
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value
  }
  return { first: first.split(/[\r\n]/, 1)[0] ?? '', all: all() }
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
