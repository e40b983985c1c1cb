// Adds up a file in one thread and in two, and says from which size on the second pays.
// Run it with `npx tsx examples/analyst/parallel.ts`.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type CommissionColumns, commissionColumns, handbook } from 'sales-rules'
import { addPart } from './addPart.js'
import { writeOrders } from './orders.js'
import { partsOf } from './parts.js'

/** A thread of Node 20 runs TypeScript once tsx is registered in it; a compiled worker needs no such entry. */
const ENTRY = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(new URL('./partWorker.ts', import.meta.url).href)})
})`

const SIZES = [100_000, 300_000, 1_000_000, 3_000_000]
const THREADS = Math.max(2, Math.min(4, availableParallelism()))
const ROUNDS = 5
// Threads are started once: starting them takes longer than adding up a million lines.
const workers = Array.from({ length: THREADS }, () => new Worker(ENTRY, { eval: true }))

for (const worker of workers) {
  worker.on('error', (error) => {
    throw error
  })
}
for (const lines of SIZES) {
  const file = new URL(`../out/orders-${lines}.csv`, import.meta.url)
  await writeOrders(file, lines)
  await inThreads(file)
  const alone: number[] = []
  const together: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await timed(async () => inOneThread(file))
    const many = await timed(() => inThreads(file))
    alone.push(one.time)
    together.push(many.time)
    if (sum(one.value) !== sum(many.value)) throw new Error('The totals differ')
  }
  const [one, many] = [median(alone), median(together)]
  const verdict = many < one ? 'pays' : 'does not pay'
  console.log(
    `${lines} lines: 1 thread ${one.toFixed(0)} ms, ${THREADS} threads ${many.toFixed(0)} ms: ${verdict}`,
  )
}

for (const worker of workers) await worker.terminate()

function inOneThread(file: URL): CommissionColumns {
  const builder = commissionColumns(handbook.commission, { keep: 'totals' })
  for (const { from, to } of partsOf(file, 1)) addPart(file, from, to, builder)
  return builder.finish()
}

/** Each thread has a part of the file; what they come to is put together in the order of the parts. */
async function inThreads(file: URL): Promise<CommissionColumns> {
  const parts = partsOf(file, workers.length)
  const added = await Promise.all(
    workers.map((worker, part) => inThread(worker, file, parts[part])),
  )
  const builder = commissionColumns(handbook.commission, { keep: 'totals' })
  for (const columns of added) builder.addColumns(columns)
  return builder.finish()
}

function inThread(worker: Worker, file: URL, part: object = {}): Promise<CommissionColumns> {
  return new Promise((resolve) => {
    worker.once('message', resolve)
    worker.postMessage({ file: file.href, ...part })
  })
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; time: number }> {
  const start = performance.now()
  const value = await work()
  return { value, time: performance.now() - start }
}

function sum({ amounts }: CommissionColumns): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0
}
