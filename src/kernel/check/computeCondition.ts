import {
  absolute,
  compare,
  divide,
  type Fraction,
  subtract,
  sum,
  whole,
} from '../number/fraction.js'
import { completeOn, completeSince } from '../time/elapsed.js'
import { type LatestPeriods, latestPeriods } from '../time/latest.js'
import { holdIn, runUpTo } from '../time/streak.js'
import type {
  CountTest,
  ExactFactCondition,
  NumberTest,
  OverTest,
  RunTest,
  SinceTest,
} from './exactCondition.js'
import type { KnownCondition, KnownFact, KnownValue, Part, Undecided } from './readCondition.js'
import type { CheckState, CheckWindow, Comparison } from './types.js'

/** What became of a condition, and of each fact in it. */
export interface ExactOutcome {
  readonly outcome: CheckState
  readonly findings: readonly Finding[]
  /** Of these, what still stands in the way: unmet or unknown, in no part that is met without it. */
  readonly missing: readonly Finding[]
  /** Of these, the fewest that are enough once they are met; of several ways as short, the first. */
  readonly nearest: readonly Finding[]
}

export interface Finding extends Judgement {
  readonly condition: ExactFactCondition
}

/** What became of a fact. */
interface Judgement {
  readonly outcome: CheckState
  /** The fact, or what is made of it; null where it is not known. */
  readonly actual: Fraction | string | boolean | null
  /** How far an unmet number is from what is required. */
  readonly gap: Fraction | null
  /** Of a history of which the latest periods were looked at. */
  readonly window?: CheckWindow
  /** Of a date, the day on which it is met by waiting. */
  readonly metOn?: string | null
}

/** Decides a condition by what is known. */
export function computeCondition(known: KnownCondition): ExactOutcome {
  if ('condition' in known) {
    const finding = { condition: known.condition, ...judge(known.fact) }
    const missing = isMissing(finding.outcome) ? [finding] : []
    return { outcome: finding.outcome, findings: [finding], missing, nearest: missing }
  }
  const parts = known.parts.map(computeCondition)
  const outcome = join(
    parts.map((part) => part.outcome),
    known.needed,
  )
  const isOpen = isMissing(outcome)
  return {
    outcome,
    findings: parts.flatMap(({ findings }) => findings),
    missing: isOpen ? parts.flatMap(({ missing }) => missing) : [],
    nearest: isOpen ? nearestOf(parts, known.needed) : [],
  }
}

function isMissing(outcome: CheckState): boolean {
  return outcome === 'unmet' || outcome === 'unknown'
}

/** What cannot apply is left out; what is left must have enough met, or could still have. */
function join(outcomes: readonly CheckState[], needed: number | 'all'): CheckState {
  const applicable = outcomes.filter((outcome) => outcome !== 'not-applicable')
  if (applicable.length === 0) return 'not-applicable'
  const enough = needed === 'all' ? applicable.length : needed
  const met = applicable.filter((outcome) => outcome === 'met').length
  const unknown = applicable.filter((outcome) => outcome === 'unknown').length
  if (met >= enough) return 'met'
  return met + unknown >= enough ? 'unknown' : 'unmet'
}

/** The parts that lack least, as many as are still needed. */
function nearestOf(parts: readonly ExactOutcome[], needed: number | 'all'): readonly Finding[] {
  const open = parts.filter(({ outcome }) => isMissing(outcome))
  const met = parts.filter(({ outcome }) => outcome === 'met').length
  const enough = needed === 'all' ? open.length : needed - met
  const shortest = [...open].sort((a, b) => a.nearest.length - b.nearest.length).slice(0, enough)
  return open.filter((part) => shortest.includes(part)).flatMap(({ nearest }) => nearest)
}

function judge(fact: KnownFact | Undecided): Judgement {
  if (typeof fact === 'string') return { outcome: fact, actual: null, gap: null }
  switch (fact.kind) {
    case 'number':
      return judgeNumber(fact.actual, fact)
    case 'word':
    case 'answer':
      return { outcome: stateOf(passes(fact)), actual: fact.actual, gap: null }
    case 'since':
      return judgeSince(fact)
    case 'run':
      return judgeNumber(runLength(fact), { comparison: 'at-least', required: fact.required })
    case 'count':
      return judgeCount(fact)
    case 'mean':
    case 'total':
      return judgeOver(fact)
  }
}

function stateOf(isMet: boolean): CheckState {
  return isMet ? 'met' : 'unmet'
}

function judgeNumber(
  actual: Fraction,
  { comparison, required }: { readonly comparison: Comparison; readonly required: Fraction },
): Judgement {
  if (holds[comparison](compare(actual, required))) return { outcome: 'met', actual, gap: null }
  return { outcome: 'unmet', actual, gap: absolute(subtract(required, actual)) }
}

function passes(fact: KnownValue): boolean {
  if (fact.kind === 'number') return holds[fact.comparison](compare(fact.actual, fact.required))
  return fact.required.includes(fact.actual)
}

/** Whether a comparison holds of a number that is below (-1), at (0) or above (1) what is required. */
const holds: Readonly<Record<NumberTest['comparison'], (order: -1 | 0 | 1) => boolean>> = {
  'at-least': (order) => order >= 0,
  above: (order) => order > 0,
  'at-most': (order) => order <= 0,
  below: (order) => order < 0,
  equals: (order) => order === 0,
  'one-of': (order) => order === 0,
}

function judgeSince({
  unit,
  comparison,
  required,
  actual,
  asOf,
}: Extract<KnownFact, SinceTest>): Judgement {
  const judged = judgeNumber(whole(completeSince(actual, asOf, unit)), { comparison, required })
  if (judged.outcome === 'met') return { ...judged, metOn: null }
  const needed = Number(required.n / required.d) + (comparison === 'above' ? 1 : 0)
  const isByWaiting = comparison === 'at-least' || comparison === 'above'
  return { ...judged, metOn: isByWaiting ? completeOn(actual, needed, unit) : null }
}

/** How many periods in a row, up to the one asked in, each pass. */
function runLength({ actual, asOf, ...rule }: Extract<KnownFact, RunTest>): Fraction {
  return whole(runUpTo(asOf, holdIn(actual, passes), rule).length)
}

/** A period without a value may still turn out either way. */
function judgeCount({ actual, asOf, periods, required }: Extract<KnownFact, CountTest>): Judgement {
  const latest = latestPeriods(asOf, actual, periods)
  const window = windowOf(latest, 'count')
  const held = whole(latest.values.filter(passes).length)
  const judged = judgeNumber(held, { comparison: 'at-least', required })
  const couldBeMet = compare(whole(latest.missing.length), judged.gap ?? held) >= 0
  if (judged.outcome === 'unmet' && couldBeMet)
    return { outcome: 'unknown', actual: held, gap: null, window }
  return { ...judged, window }
}

/** Of periods of which one has no value there is neither a mean nor a total. */
function judgeOver({ kind, actual, asOf, periods, each }: Extract<KnownFact, OverTest>): Judgement {
  const latest = latestPeriods(asOf, actual, periods)
  const window = windowOf(latest, kind)
  if (latest.values.length < periods) return { outcome: 'unknown', actual: null, gap: null, window }
  return { ...judgeNumber(takeOf(latest.values, { kind, each }), each), window }
}

function takeOf(
  values: readonly Part[],
  { kind, each }: Pick<OverTest, 'kind' | 'each'>,
): Fraction {
  const total = sum(values.map(({ actual }) => actual))
  if (kind === 'mean') return divide(total, whole(values.length))
  return each.unit === 'ratio' ? divide(total, sum(values.map(({ target }) => target))) : total
}

function windowOf(
  { from, to, missing }: LatestPeriods<unknown>,
  take: CheckWindow['take'],
): CheckWindow {
  return { take, from, to, missing }
}
