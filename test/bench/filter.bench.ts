/** The filter of the command: bytes of lines of JSON to totals, in one pass and in parts. */
import assert from 'node:assert/strict'
import { readByteLines } from '../../src/command/filter/byteLines.js'
import { countLines } from '../../src/command/filter/countLines.js'
import { type FinishedTotal, joinTotals } from '../../src/command/filter/joinStates.js'
import { commission } from '../../src/handbook/index.js'
import type { Comparison } from './comparison.js'
import { asText, centsOf, payeeOf, TARGET } from './orders.js'

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

export const comparisons: readonly Comparison[] = [onePass, inParts]
