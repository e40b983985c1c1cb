import { CsvError, parse } from 'csv-parse'
import { EXIT, Failure } from '../exit.js'
import type { Taking } from './csv.js'

/** A longer record is a quote that was left open, or no CSV. */
export const LONGEST = 1_000_000

/** Reads CSV with quotes. */
export async function readQuoted(
  bytes: AsyncIterable<Uint8Array>,
  { name, place, delimiter, take }: Taking,
): Promise<void> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST,
  })
  const ended = new Promise<void>((resolve, reject) => {
    parser.once('end', resolve)
    parser.once('error', reject)
    // Events of the parser, and no iterator: that takes a quarter longer.
    parser.on('data', (record: readonly string[]) => {
      try {
        take(record, linesOf(record))
      } catch (error) {
        parser.destroy()
        reject(error)
      }
    })
  })
  try {
    for await (const chunk of bytes) await Promise.race([write(parser, chunk), ended])
    parser.end()
    await ended
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, name, place.line) : error
  }
}

/** A quoted cell may run over several lines. */
function linesOf(record: readonly string[]): number {
  let lines = 1
  for (const cell of record) if (cell.includes('\n')) lines += cell.split('\n').length - 1
  return lines
}

function write(parser: ReturnType<typeof parse>, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
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
