import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import type {
  Mutant,
  MutantStatus,
  MutantTestPlan,
  StrykerOptions,
} from '@stryker-mutator/api/core'
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import type { Reporter } from '@stryker-mutator/api/report'

export interface Drawing {
  readonly folder: string
  readonly count: number
  readonly seed: number
  /** The run fails where fewer of a hundred are found. */
  readonly atLeast?: number
}

/** A line of the file of results. */
interface Tested {
  readonly mutant: string
  readonly status: MutantStatus
}

type Change = Pick<Mutant, 'fileName' | 'location' | 'replacement'>

const VERDICTS: readonly (readonly [MutantStatus, string])[] = [
  ['Killed', 'killed'],
  ['RuntimeError', 'killed since tests could not even be loaded'],
  ['Timeout', 'timeout'],
  ['Survived', 'survived'],
  ['NoCoverage', 'no coverage'],
]

/** Draws what is run, keeps each result as soon as it is there, and prints them in the end. */
function sample(options: StrykerOptions): Reporter {
  const { folder, count, seed, atLeast = 0 } = options['drawing'] as Drawing
  const name = [folder.replaceAll('/', '-') || 'all', count, seed, ...(atLeast ? ['fast'] : [])]
  const results = `reports/mutation/${name.join('-')}.jsonl`
  let title = ''
  return {
    onMutationTestingPlanReady({ mutantPlans }) {
      const possible = mutantPlans.filter(({ plan }) => plan === 'Run')
      const drawn = draw(possible, count, seed)
      // What was missed is tried again: there may be a new test for it.
      const found = read(results).filter(({ status }) => !MISSED.includes(status))
      const known = new Map(found.map((tested) => [tested.mutant, tested]))
      write(
        results,
        drawn.flatMap(({ mutant }) => known.get(textOf(mutant)) ?? []),
      )
      // What reporters leave of the plan is what Stryker runs.
      const plans = mutantPlans as MutantTestPlan[]
      plans.splice(0, plans.length, ...drawn.filter(({ mutant }) => !known.has(textOf(mutant))))
      title = `${folder}: ${drawn.length} of ${possible.length} mutants, seed ${seed}`
    },
    onMutantTested({ location: { start, end }, status, ...mutant }) {
      const location = { start: fromZero(start), end: fromZero(end) }
      appendFileSync(results, lineOf({ mutant: textOf({ ...mutant, location }), status }))
    },
    wrapUp() {
      const tested = read(results)
      process.stdout.write([title, ...summary(tested), ''].join('\n'))
      if (found(tested) < atLeast) process.exitCode = 1
      if (missedIn(tested).length === 0) rmSync(results)
    },
  }
}

function draw(plans: readonly MutantTestPlan[], count: number, seed: number) {
  const ranked = plans.map((plan) => ({ plan, rank: rankOf(plan.mutant, seed) }))
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
  return ranked.slice(0, count).map(({ plan }) => plan)
}

/** By the text of the line, not by its place: where code has only moved, the same mutants are drawn again. */
function rankOf({ fileName, location: { start }, replacement }: Change, seed: number): string {
  const line = linesOf(fileName)[start.line] ?? ''
  const indent = line.length - line.trimStart().length
  const parts = [seed, basename(fileName), line.trim(), start.column - indent, replacement]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** `src/kernel/scale.ts:12:5 from < to → from <= to`. */
function textOf({ fileName, location: { start, end }, replacement }: Change): string {
  const lines = linesOf(fileName).slice(start.line, end.line + 1)
  const last = lines.pop()?.slice(0, end.column) ?? ''
  const original = [...lines, last].join('\n').slice(start.column)
  const place = `${relative('.', fileName)}:${start.line + 1}:${start.column + 1}`
  return `${place} ${original} → ${replacement}`.replace(/\s+/g, ' ')
}

const linesByFile = new Map<string, readonly string[]>()

function linesOf(file: string): readonly string[] {
  const lines = linesByFile.get(file) ?? readFileSync(file, 'utf8').split('\n')
  linesByFile.set(file, lines)
  return lines
}

/** A plan counts lines and columns from zero, a result from one. */
const fromZero = ({ line, column }: Mutant['location']['start']) => ({
  line: line - 1,
  column: column - 1,
})

const MISSED: readonly MutantStatus[] = ['Survived', 'NoCoverage']

const missedIn = (results: readonly Tested[]) =>
  results.filter(({ status }) => MISSED.includes(status))

function found(results: readonly Tested[]): number {
  return (1 - missedIn(results).length / results.length) * 100
}

function summary(results: readonly Tested[]): string[] {
  const missed = missedIn(results)
  return [
    ...VERDICTS.map(([verdict, name]) => {
      const number = results.filter(({ status }) => status === verdict).length
      return `${name}: ${number}`
    }),
    `found: ${found(results).toFixed(1)} %`,
    ...missed.map(({ mutant, status }) => `${status} ${mutant}`).sort(),
  ]
}

const lineOf = (tested: Tested) => `${JSON.stringify(tested)}\n`

function read(file: string): Tested[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

function write(file: string, results: readonly Tested[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, results.map(lineOf).join(''))
}

sample.inject = tokens(commonTokens.options)

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Reporter, 'sample', sample)]
export const strykerValidationSchema = { properties: { drawing: { type: 'object' } } }
