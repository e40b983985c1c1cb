/**
 * One comparison, measured in a process of its own, so that what the engine learned from one does not slow down another:
 * `measure.ts <file of comparisons> <index> <rounds>` writes the medians as JSON.
 */
import { performance } from 'node:perf_hooks'
import type { Comparison, Measured } from './comparison.js'

const [file = '', index = '0', rounds = '9'] = process.argv.slice(2)
const { comparisons } = (await import(file)) as { comparisons: readonly Comparison[] }
const comparison = comparisons[Number(index)]
if (comparison === undefined) throw new Error(`${file} has no comparison ${index}`)
process.stdout.write(`${JSON.stringify(await measure(comparison, Number(rounds)))}\n`)

/** The two sides take turns, each being first in every other round. */
async function measure(comparison: Comparison, count: number): Promise<Measured> {
  const { subject, reference, check } = await comparison.prepare()
  await check()
  const figure = comparison.unit === undefined ? timeOf : figureOf
  if (comparison.unit === undefined) for (const call of [subject, reference]) await figure(call)
  const figures = { subject: [] as number[], reference: [] as number[] }
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) figures.subject.push(await figure(subject))
    figures.reference.push(await figure(reference))
    if (round % 2 === 1) figures.subject.push(await figure(subject))
  }
  return { subject: median(figures.subject), reference: median(figures.reference) }
}

async function timeOf(call: () => unknown): Promise<number> {
  // What one side left behind is not swept up on the other's time.
  globalThis.gc?.()
  const start = performance.now()
  const result = call()
  if (result instanceof Promise) await result
  return performance.now() - start
}

async function figureOf(call: () => unknown): Promise<number> {
  return (await call()) as number
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
