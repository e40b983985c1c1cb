/**
 * Runs the golden cases in every runtime that can be had, and compares them byte for byte with those of the first. The table is printed, and written
 * into docs/runtimes.md. Ends with 1 where one differs.
 *
 * - `npm run runtimes`: all
 * - `npm run runtimes -- quickjs bun`: those with one of these words in their name, and nothing is written
 */
import { rmSync } from 'node:fs'
import { printInto } from './print.js'
import { install, writePrograms } from './project.js'
import { type Runtime, runtimes } from './runtimes.js'

interface Tried {
  readonly runtime: string
  readonly version: string
  readonly result: string
  readonly isWrong: boolean
}

const words = process.argv.slice(2).map((word) => word.toLowerCase())
const isWanted = ({ name }: Runtime) =>
  words.length === 0 || words.some((word) => name.toLowerCase().includes(word))

const project = install()
let reference = ''
const tried: Tried[] = []
try {
  await writePrograms(project)
  const [first, ...others] = runtimes
  if (first === undefined) throw new Error('no runtime to compare with')
  reference = await first.run(project)
  for (const runtime of [first, ...others].filter(isWanted)) {
    const row = await compared(runtime)
    tried.push(row)
    process.stderr.write(`${row.runtime} ${row.version}: ${row.result}\n`)
  }
} finally {
  rmSync(project, { recursive: true, force: true })
}

const cases = reference.trimEnd().split('\n').length.toLocaleString('en')
const size = (Buffer.byteLength(reference) / 1e6).toFixed(1)
const table = [
  `${cases} cases, ${size} MB, ${new Date().toISOString().slice(0, 10)}:`,
  '',
  '| runtime | version | the golden cases |',
  '|---|---|---|',
  ...tried.map(({ runtime, version, result }) => `| ${runtime} | ${version} | ${result} |`),
].join('\n')
if (words.length === 0) printInto('docs/runtimes.md', 'runtimes', table)
else process.stdout.write(`${table}\n`)
if (tried.some(({ isWrong }) => isWrong)) process.exitCode = 1

/** A runtime that cannot be had is untested; one that fails or says anything else is wrong. */
async function compared({ name, version, run }: Runtime): Promise<Tried> {
  const row = { runtime: name, version: '–', isWrong: false }
  try {
    row.version = version()
  } catch (error) {
    return { ...row, result: `untested: ${lineOf(error)}` }
  }
  try {
    const difference = differenceOf(await run(project))
    return { ...row, isWrong: difference.isWrong, result: difference.says }
  } catch (error) {
    return { ...row, isWrong: true, result: `**fails**: ${lineOf(error)}` }
  }
}

function differenceOf(text: string): { readonly isWrong: boolean; readonly says: string } {
  if (text === reference) return { isWrong: false, says: 'identical' }
  const [lines, expected] = [text.split('\n'), reference.split('\n')]
  const isSame = (line: string | undefined, at: number) => line === expected[at]
  const isZoneLess = (line: string | undefined, at: number) =>
    expected[at]?.startsWith('zone ') && line?.includes('\t[{"code":"ZONE_UNAVAILABLE"')
  const differs = (line: string | undefined, at: number) =>
    !isSame(line, at) && !isZoneLess(line, at)
  const longest = lines.length > expected.length ? lines : expected
  const at = longest.findIndex((_, place) => differs(lines[place], place))
  if (at === -1)
    return {
      isWrong: false,
      says: 'identical, but for named time zones, which it has not: `ZONE_UNAVAILABLE`',
    }
  const [name] = (expected[at] ?? lines[at] ?? '').split('\t')
  process.stderr.write(
    `expected ${expected[at]?.slice(0, 1000)}\ngot ${lines[at]?.slice(0, 1000)}\n`,
  )
  return { isWrong: true, says: `**differs** at “${name}”` }
}

function lineOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}
