// Adds up files in one thread and in two, compares every payee's commission, and says from which size on the second thread pays.
// Run it with `npx tsx examples/analyst/parallel.ts`, or with other numbers of lines: `npx tsx examples/analyst/parallel.ts 50000 200000`.
import { isDeepStrictEqual } from 'node:util'
import { Worker } from 'node:worker_threads'
import { handbook } from 'sales-rules'
import {
  type CommissionColumns,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { addPart } from './addPart.js'
import { targetFor, writeOrders } from './orders.js'
import { partsOf } from './parts.js'
import { readSizes } from './readSizes.js'
import { median, spread, type Timing, verdict } from './verdict.js'

/** A thread of Node 20 runs TypeScript once tsx is registered in it; a compiled worker needs no such entry. */
const ENTRY = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(new URL('./partWorker.ts', import.meta.url).href)})
})`

const given = readSizes(process.argv.slice(2)).sort((left, right) => left - right)
const sizes = given.length > 0 ? given : [100_000, 300_000, 1_000_000, 3_000_000]
const ROUNDS = 7
// Threads are started once: starting them takes longer than adding up a million lines.
const workers = [1, 2].map(() => new Worker(ENTRY, { eval: true }))

for (const worker of workers) {
  worker.on('error', (error) => {
    throw error
  })
}
const timings: Timing[] = []
for (const lines of sizes) {
  const file = new URL(`../out/orders-${lines}.csv`, import.meta.url)
  await writeOrders(file, lines)
  compare(inOneThread(file), await inThreads(file), targetFor(lines))
  timings.push(await timeRounds(file, lines))
}
console.log(verdict(timings))
for (const worker of workers) await worker.terminate()

function inOneThread(file: URL): CommissionColumns {
  const builder = commissionColumnsBuilder(handbook.commission, { keep: 'totals' })
  for (const { from, to } of partsOf(file, 1)) addPart(file, from, to, builder)
  return builder.finish()
}

/** Each thread has a part of the file; what they come to is put together in the order of the parts. */
async function inThreads(file: URL): Promise<CommissionColumns> {
  const parts = partsOf(file, workers.length)
  const added = await Promise.all(
    workers.map((worker, part) => inThread(worker, file, parts[part])),
  )
  const builder = commissionColumnsBuilder(handbook.commission, { keep: 'totals' })
  for (const columns of added) builder.addColumns(columns)
  return builder.finish()
}

function inThread(worker: Worker, file: URL, part: object = {}): Promise<CommissionColumns> {
  return new Promise((resolve) => {
    worker.once('message', resolve)
    worker.postMessage({ file: file.href, ...part })
  })
}

/** Stops at any difference: of a payee, of what is paid to one, of a rejected line or of its reason. */
function compare(one: CommissionColumns, two: CommissionColumns, target: string): void {
  const paid = calculateCommissionColumns(one, handbook.commission, { target })
  const same = calculateCommissionColumns(two, handbook.commission, { target })
  if (one.rows !== two.rows || !isDeepStrictEqual(paid, same))
    throw new Error('One thread and two do not pay the same')
  const [rejected] = one.issues
  console.log(`${one.rows} lines: the same commission of each of ${paid.payees.length} payees`)
  console.log(`  and the same ${one.refused} rejected lines in one thread and in two`)
  // The header is line 1, and every line is a row, so that row 0 is line 2.
  if (rejected !== undefined)
    console.log(`  the first: line ${rejected.row + 2}: ${rejected.issues[0]?.message}`)
}

async function timeRounds(file: URL, lines: number): Promise<Timing> {
  const [alone, together]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(await timed(async () => inOneThread(file)))
    together.push(await timed(() => inThreads(file)))
  }
  console.log(`  one thread ${shown(alone)}, two threads ${shown(together)}`)
  return { lines, alone, together }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms (rounds lie ${spread(times).toFixed(0)} ms apart)`
}
