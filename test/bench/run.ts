/**
 * Prints the table of every `*.bench.ts`, or of those whose name is given: `npm run bench -- commission`.
 * It writes nothing else.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Comparison, Measured } from './comparison.js'

const ROUNDS = 9
const folder = fileURLToPath(new URL('.', import.meta.url))
const wanted = process.argv.slice(2)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace('.bench.ts', '')))
  .sort()
  .map((name) => join(folder, name))

print(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()},`)
print(`Node ${process.versions.node}; medians of ${ROUNDS} rounds.\n`)
print('| work | against | promised | measured | ours | theirs | |')
print('|---|---|---|---|---|---|---|')
for (const file of files) {
  const { comparisons } = (await import(file)) as { comparisons: readonly Comparison[] }
  for (const [index, comparison] of comparisons.entries()) {
    print(row(comparison, measureApart(file, index)))
  }
}

function measureApart(file: string, index: number): Measured {
  const script = join(folder, 'measure.ts')
  const args = [...process.execArgv, script, file, String(index), String(ROUNDS)]
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Measured
}

function isWithin({ bound }: Comparison, { subject, reference }: Measured): boolean {
  return 'at-most' in bound
    ? subject / reference <= bound['at-most']
    : reference / subject >= bound['at-least']
}

function row(comparison: Comparison, measured: Measured): string {
  const { work, against, bound, unit = 'ms' } = comparison
  const { subject, reference } = measured
  const isLimit = 'at-most' in bound
  const promised = isLimit ? `≤ ${bound['at-most']}×` : `≥ ${bound['at-least']}× faster`
  const ratio = isLimit
    ? `${(subject / reference).toFixed(2)}×`
    : `${short(reference / subject)}× faster`
  const figures = [subject, reference].map((figure) => `${short(figure)} ${unit}`)
  return `| ${[work, against, promised, ratio, ...figures, isWithin(comparison, measured) ? 'met' : '**not met**'].join(' | ')} |`
}

/** Three digits tell enough. */
function short(figure: number): string {
  return figure >= 100 ? String(Math.round(figure)) : figure.toPrecision(3)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
