import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { A_GOAL, BOUNDS_WITHOUT_STEP, TWO_BOUNDS } from './issues.js'
import { RUN_KEYS, type Run, readRun } from './run.js'
import type { RunOptions } from './types.js'

/** Which value of a number brings the total to a goal. */
export interface Goal {
  /** As {@link withValue} takes it: `scale.tiers.first.rate`. */
  readonly path: string
  /** The least and the greatest value that are looked at. */
  readonly between: readonly [DecimalInput, DecimalInput]
  /** The decimals of the values, 0 to 12: 4 for a rate in hundredths of a percent. */
  readonly decimals: number
  /** What the total of all rows may come to at most, or has to come to at least. */
  readonly goal: { readonly atMost: DecimalInput } | { readonly atLeast: DecimalInput }
}

/** What was asked, read exactly; values are whole steps of so many decimals. */
export interface Asked {
  readonly path: string
  readonly from: bigint
  readonly to: bigint
  readonly places: number
  readonly side: 'atLeast' | 'atMost'
  readonly limit: Fraction
  readonly run: Run
}

export function readGoal(goal: Goal, options: RunOptions): Asked {
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  const keys = ['path', 'between', 'decimals', 'goal']
  const fields = read.fields(goal, ['goal'], keys, issues) ?? {}
  const path = read.name(fields['path'], ['goal', 'path'], issues) ?? ''
  const bounds = { minimum: 0, maximum: 12 }
  const places = read.integer(fields['decimals'], ['goal', 'decimals'], issues, bounds) ?? 0
  const [from, to] = readBounds(fields['between'], places, issues)
  const { side, limit } = readLimit(fields['goal'], issues)
  issue.refuseIfAny(issues)
  return { path, from, to, places, side, limit, run }
}

/** What was asked, as the outcome repeats it; totals have so many decimals. */
export function writeGoal({ path, from, to, places, side, limit }: Asked, decimals: number) {
  const value = (step: bigint) => write.decimal({ n: step, d: fraction.powerOfTen(places) })
  const total = write.padded(limit, decimals)
  const between: readonly [string, string] = [value(from), value(to)]
  return { path, between, goal: side === 'atMost' ? { atMost: total } : { atLeast: total } }
}

/** The first and the last step within two values. */
function readBounds(value: unknown, places: number, issues: Issue[]): readonly [bigint, bigint] {
  const path = ['goal', 'between']
  const given = read.array(value, path, issues)
  if (given === undefined) return [0n, 0n]
  if (given.length !== 2) issue.add(issues, issue.invalid(value, path, TWO_BOUNDS))
  const [low, high] = [0, 1].map((at) => read.decimal(given[at], [...path, at], issues))
  if (low === undefined || high === undefined || issues.length > 0) return [0n, 0n]
  const from = fraction.toUnits(low, places, 'ceiling')
  const to = fraction.toUnits(high, places, 'floor')
  if (from >= to)
    issue.add(
      issues,
      issue.at(BOUNDS_WITHOUT_STEP, [...path, 1], {
        given: issue.show(given[1]),
        previous: issue.show(given[0]),
      }),
    )
  return [from, to]
}

function readLimit(value: unknown, issues: Issue[]): Pick<Asked, 'limit' | 'side'> {
  const path = ['goal', 'goal']
  const fields = read.fields(value, path, ['atLeast', 'atMost'], issues)
  const side = fields?.['atLeast'] === undefined ? 'atMost' : 'atLeast'
  if (fields === undefined) return { side, limit: fraction.ZERO }
  if (fields['atMost'] !== undefined && side === 'atLeast')
    issue.add(issues, issue.invalid(value, path, A_GOAL))
  const limit = read.decimal(fields[side], [...path, side], issues) ?? fraction.ZERO
  return { side, limit }
}
