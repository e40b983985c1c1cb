/**
 * Prints the table of every `*.bench.ts`, of some of them, or of single rows. It writes nothing else.
 *
 * - `npm run bench -- statements loading`: two files
 * - `npm run bench -- settlement 'cold import'`: rows whose work or peer has one of these words in it
 * - `npm run bench -- scorecards publicodes`: such rows of one file
 *
 * What is built and installed already can be measured again at once: `npx tsx --tsconfig test/bench/tsconfig.json test/bench/run.ts settlement`.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Comparison, Measured } from './comparison.js'

const ROUNDS = 9
const folder = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .sort()
const wanted = process.argv.slice(2)
const words = wanted.filter((word) => !names.includes(word)).map((word) => word.toLowerCase())
const files = names
  .filter((name) => wanted.length === words.length || wanted.includes(name))
  .map((name) => join(folder, `${name}.bench.ts`))
let rows = 0

print(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()},`)
print(`Node ${process.versions.node}; medians of ${ROUNDS} rounds.\n`)
print('| work | against | promised | measured | ours | theirs | |')
print('|---|---|---|---|---|---|---|')
for (const file of files) {
  const { comparisons } = (await import(file)) as { comparisons: readonly Comparison[] }
  for (const [index, comparison] of comparisons.entries()) {
    if (!isWanted(comparison)) continue
    print(row(comparison, measureApart(file, index)))
    rows += 1
  }
}
if (rows === 0) throw new Error(`no row has one of these words in it: ${words.join(', ')}`)

function isWanted({ work, against }: Comparison): boolean {
  const text = `${work} ${against}`.toLowerCase()
  return words.length === 0 || words.some((word) => text.includes(word))
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
