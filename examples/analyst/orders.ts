// A CSV of order lines of any length, the same for the same number of lines, with the dirt that such files have.

import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { between, chance, seeded } from '../close-the-quarter/generator/random.js'

const SEED = 20_260_331
const PAYEES = 2_000
const BLOCK = 10_000

/** What can be wrong with an amount; once in some 20,000 lines. */
const DIRT = ['12,500.00', 'n/a', '', '1.2.3', '￥300']

/** The lines of the file, a block at a time; the header is the first. */
export function* orderLines(lines: number): Generator<string> {
  const random = seeded(SEED)
  yield 'order,payee,amount\n'
  for (let first = 1; first <= lines; first += BLOCK) {
    let block = ''
    for (let order = first; order < Math.min(first + BLOCK, lines + 1); order += 1) {
      const payee = `E-${1000 + between(random, 0, PAYEES - 1)}`
      const cents = between(random, -20_000, 300_000)
      const amount = chance(random, 1 / 20_000)
        ? `"${DIRT[order % DIRT.length]}"`
        : (cents / 100).toFixed(2)
      block += `O-${order},${payee},${amount}\n`
    }
    yield block
  }
}

/** A target that most payees meet, and not all: a little less than the 1,400.00 of an average order, for each of their orders. */
export function targetFor(lines: number): string {
  return String(Math.ceil((lines / PAYEES) * 1_300))
}

/** Writes the file where it is not there yet. */
export async function writeOrders(file: URL, lines: number): Promise<void> {
  if (existsSync(file)) return
  mkdirSync(new URL('.', file), { recursive: true })
  // It has its name only once it is whole: a run that is stopped half way leaves no short file to the next.
  const unfinished = new URL(`${file.href}.unfinished`)
  const stream = createWriteStream(unfinished)
  for (const block of orderLines(lines)) if (!stream.write(block)) await once(stream, 'drain')
  stream.end()
  await finished(stream)
  renameSync(unfinished, file)
}
