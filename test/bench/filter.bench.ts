/** The command and its filter: bytes of lines to totals, in one pass and in parts, and what a process of it costs. */
import assert from 'node:assert/strict'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readByteLines } from '../../src/command/filter/byteLines.js'
import { countLines } from '../../src/command/filter/countLines.js'
import { type FinishedTotal, joinTotals } from '../../src/command/filter/joinStates.js'
import { commission } from '../../src/handbook/index.js'
import type { Comparison } from './comparison.js'
import { asText, centsOf, payeeOf, TARGET } from './orders.js'
import { COMMAND, FILTER, lasting, outputOf, peakOf } from './process.js'

const LINES = 1_000_000
const PARTS = 8
/** As a file is read. */
const CHUNK = 1 << 18

/** Lines as an engine hands them out, in so many parts. */
function partsOf(parts: number): Uint8Array[] {
  const size = LINES / parts
  return Array.from({ length: parts }, (_, part) => {
    const lines = Array.from({ length: size }, (_line, at) => lineOf(part * size + at))
    return new Uint8Array(Buffer.from(lines.join('')))
  })
}

function lineOf(line: number): string {
  const day = String((line % 28) + 1).padStart(2, '0')
  const order = { id: `O-${line}`, payee: `E-${payeeOf(line)}`, amount: asText(centsOf(line)) }
  return `${JSON.stringify({ ...order, date: `2026-03-${day}` })}\n`
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}

/** What `partial` does with each part, and `finish` with all of their states. */
async function filter(parts: readonly Uint8Array[]): Promise<readonly FinishedTotal[]> {
  const voice = ({ message }: { readonly message: string }) => message
  const joining = joinTotals(commission, voice)
  for (const part of parts) {
    const place = { line: 1 }
    const refuse = () => assert.fail('a line was refused')
    const counting = countLines({
      ...{ plan: commission, period: '2026-Q1', ignored: [], voice, place, refuse },
    })
    await readByteLines({ bytes: chunksOf(part), name: 'lines', place }, counting)
    for (const [payee, totals] of counting.finish())
      joining.take({ payee, totals: { ...totals }, place: 'state' })
  }
  return joining.finish(() => ({ target: TARGET })).paid
}

async function parseEach(bytes: Uint8Array): Promise<number> {
  const decoder = new TextDecoder()
  let [open, lines] = ['', 0]
  for await (const chunk of chunksOf(bytes)) {
    const texts = (open + decoder.decode(chunk, { stream: true })).split('\n')
    open = texts.pop() ?? ''
    for (const text of texts) {
      JSON.parse(text)
      lines += 1
    }
  }
  return lines
}

const onePass: Comparison = {
  work: 'lines of JSON in bytes: totals and commission by the filter, 1M lines',
  against: '`JSON.parse` of each line alone',
  bound: { 'at-most': 0.3 },
  prepare: () => {
    const [all = new Uint8Array()] = partsOf(1)
    return {
      subject: () => filter([all]),
      reference: () => parseEach(all),
      check: async () => {
        const paid = await filter([all])
        const lines = paid.reduce((sum, one) => sum + one.lines, 0)
        assert.deepEqual([lines, await parseEach(all)], [LINES, LINES])
      },
    }
  },
}

const inParts: Comparison = {
  work: `the same lines in ${PARTS} parts, counted apart and finished together`,
  against: 'the filter in one pass',
  bound: { 'at-most': 1.3 },
  prepare: () => {
    const [whole, parts] = [partsOf(1), partsOf(PARTS)]
    return {
      subject: () => filter(parts),
      reference: () => filter(whole),
      check: async () => assert.deepEqual(await filter(parts), await filter(whole)),
    }
  },
}

/** A folder for the files of a comparison, which goes with the process. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sales-rules-bench-'))
  process.on('exit', () => rmSync(made, { recursive: true }))
  return made
}

/** Writes so many lines, a thousand at once. */
function write(file: string, head: string, count: number, line: (at: number) => string): string {
  const opened = openSync(file, 'w')
  writeSync(opened, head)
  for (let from = 0; from < count; from += 1000)
    writeSync(opened, Array.from({ length: 1000 }, (_, at) => line(from + at)).join(''))
  closeSync(opened)
  return file
}

const PARSER = `
  import { createReadStream } from 'node:fs'
  import { parse } from 'csv-parse'
  const parser = createReadStream(process.argv[1]).pipe(parse())
  let rows = 0
  for await (const row of parser) rows += row.length > 0 ? 1 : 0
  console.log(rows)`

const csv: Comparison = {
  work: 'a CSV of 1M lines to totals by the command, from start to end',
  against: '`csv-parse` alone over the same file',
  bound: { 'at-most': 1.1 },
  unit: 'ms',
  prepare: () => {
    const row = (at: number) => `E-${payeeOf(at)},${asText(centsOf(at))},2026-03-01\n`
    const file = write(join(folder(), 'lines.csv'), 'payee,amount,date\n', LINES, row)
    const paying = [COMMAND, 'commission', 'handbook', file, '--target', TARGET, '--quiet']
    const parsing = ['--input-type=module', '--eval', PARSER, file]
    return {
      subject: () => lasting(paying),
      reference: () => lasting(parsing),
      check: () => {
        assert.equal(outputOf(parsing).trim(), String(LINES + 1))
        assert.equal(outputOf(paying).trim().split('\n').length, 2001)
      },
    }
  },
}

const memory: Comparison = {
  work: 'peak memory of the filter, 10M lines of JSON',
  against: 'the same, 1M lines',
  bound: { 'at-most': 1.1 },
  unit: 'MB',
  prepare: () => {
    const place = folder()
    const [many, few] = [10 * LINES, LINES].map((count) => [
      FILTER,
      'partial',
      'handbook',
      write(join(place, `${count}.ndjson`), '', count, lineOf),
      '--quiet',
    ]) as [string[], string[]]
    return {
      subject: () => peakOf(many),
      reference: () => peakOf(few),
      check: () => assert.equal(outputOf(few).trim().split('\n').length, 2000),
    }
  },
}

const start: Comparison = {
  work: 'cold start of the filter with a packed plan, no lines',
  against: '`node -e 0`',
  bound: { 'at-most': 2.5 },
  unit: 'ms',
  prepare: () => {
    const place = folder()
    const [plan, none] = [join(place, 'plan.json'), join(place, 'none.ndjson')]
    writeFileSync(plan, outputOf([FILTER, 'pack', 'handbook']))
    writeFileSync(none, '')
    const starting = [FILTER, 'partial', plan, none]
    return {
      subject: () => lasting(starting),
      reference: () => lasting(['-e', '0']),
      check: () => assert.equal(outputOf(starting), ''),
    }
  },
}

export const comparisons: readonly Comparison[] = [onePass, inParts, csv, memory, start]
