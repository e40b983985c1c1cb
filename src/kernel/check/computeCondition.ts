import { absolute, compare, type Fraction, subtract } from '../number/fraction.js'
import { holdIn, runUpTo } from '../time/streak.js'
import type { ExactFactCondition, NumberTest } from './exactCondition.js'
import type { KnownCondition, KnownFact, Undecided } from './readCondition.js'
import type { CheckState } from './types.js'

/** What became of a condition, and of each fact in it. */
export interface ExactOutcome {
  readonly outcome: CheckState
  readonly findings: readonly Finding[]
  /** Of these, what still stands in the way: unmet or unknown, in no part that is met without it. */
  readonly missing: readonly Finding[]
}

export interface Finding {
  readonly condition: ExactFactCondition
  readonly outcome: CheckState
  /** The fact; of a run, how many periods it has; null where it is not known. */
  readonly actual: Fraction | string | boolean | null
  /** How far an unmet number is from what is required. */
  readonly gap: Fraction | null
}

/** Decides a condition by what is known. */
export function computeCondition(known: KnownCondition): ExactOutcome {
  if ('condition' in known) {
    const finding = computeFinding(known.condition, known.fact)
    const missing = isMissing(finding.outcome) ? [finding] : []
    return { outcome: finding.outcome, findings: [finding], missing }
  }
  const parts = known.parts.map(computeCondition)
  const outcome = join(
    parts.map((part) => part.outcome),
    known.needed,
  )
  return {
    outcome,
    findings: parts.flatMap(({ findings }) => findings),
    missing: isMissing(outcome) ? parts.flatMap(({ missing }) => missing) : [],
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

function computeFinding(condition: ExactFactCondition, fact: KnownFact | Undecided): Finding {
  if (typeof fact === 'string') return { condition, outcome: fact, actual: null, gap: null }
  const actual = fact.kind === 'run' ? runLength(fact) : fact.actual
  if (passes(fact)) return { condition, outcome: 'met', actual, gap: null }
  return { condition, outcome: 'unmet', actual, gap: gapOf(fact) }
}

function passes(fact: KnownFact): boolean {
  if (fact.kind === 'number') return holds[fact.comparison](compare(fact.actual, fact.required))
  if (fact.kind === 'run') return compare(runLength(fact), fact.required) >= 0
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

function gapOf(fact: KnownFact): Fraction | null {
  if (fact.kind === 'number') return absolute(subtract(fact.required, fact.actual))
  return fact.kind === 'run' ? subtract(fact.required, runLength(fact)) : null
}

/** How many periods in a row, up to the one asked in, each pass. */
function runLength({ actual, asOf, gap }: Extract<KnownFact, { kind: 'run' }>): Fraction {
  return { n: BigInt(runUpTo(asOf, holdIn(actual, passes), gap).length), d: 1n }
}
