/**
 * One comparison, measured in a process of its own, so that what the engine learned from one does not slow down another:
 * `measure.ts <file of comparisons> <index> <rounds>` writes the medians as JSON.
 */
import { performance } from 'node:perf_hooks'
import type { Comparison, Measured } from './comparison.js'

/** Milliseconds: a round lasts as long at least, and so does what comes before the first. */
const LEAST = 20
const WARM = 1_500

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
  if (comparison.unit === undefined) await warmUp([subject, reference])
  const figures = { subject: [] as number[], reference: [] as number[] }
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) figures.subject.push(await figure(subject))
    figures.reference.push(await figure(reference))
    if (round % 2 === 1) figures.subject.push(await figure(subject))
  }
  return { subject: median(figures.subject), reference: median(figures.reference) }
}

/** Until the engine has compiled both sides, in turns, for as long as it takes. */
async function warmUp(calls: readonly (() => unknown)[]): Promise<void> {
  const start = performance.now()
  do for (const call of calls) await call()
  while (performance.now() - start < WARM)
}

/** A call that is over at once is repeated, so that the clock has something to measure. */
async function timeOf(call: () => unknown): Promise<number> {
  const start = performance.now()
  let calls = 0
  do {
    const result = call()
    if (result instanceof Promise) await result
    calls += 1
  } while (performance.now() - start < LEAST)
  return (performance.now() - start) / calls
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
