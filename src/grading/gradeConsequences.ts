import * as issue from '../kernel/input/issue.js'
import { OUTSIDE_YEARS } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import {
  type ExactConsequence,
  type ExactGradingPolicy,
  exactGradingPolicy,
  type GradeConsequence,
  type RunConsequence,
} from './exactGradingPolicy.js'
import { type GradesUpTo, readGrades } from './read.js'
import type {
  Consequence,
  ConsequenceEnd,
  ConsequenceRule,
  DefinedGradingPolicy,
  GradedPeriod,
  GradesAsOf,
} from './types.js'

/**
 * Lists what follows from a person's grades, oldest first: bonuses and leave from single grades, raises from yearly ones, a higher
 * commission coefficient or a base-pay cut from runs of quarters (GRA-2 to GRA-7).
 *
 * The history may be in any order; its periods are of one length, from weeks to years. A run is made of adjacent periods and counts once,
 * when it reaches its length. A period that is named as excused (`{ period, excused: 'leave' }`) is passed over; one that is left out
 * breaks the run, unless the policy says so. What lasts holds from the period after the one that earned it until something ends it, as
 * the policy says; `state` is how it stands in the period asked in, and what comes after that period is not looked at. What it comes to in
 * money says `payConsequences`; how far the next one is, {@link gradeRuns}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `PERIOD_INVALID`, `PERIODS_MIXED`, `ID_DUPLICATE`, `VALUE_NOT_ALLOWED`, `POLICY_CONFLICT`
 *   for a period that is excused and has a grade, `VALUE_INVALID` for an as-of period that is longer than those of the history.
 *
 * @example Two quarters at A: two bonuses of half a month's base salary, and half a point on the commission rates
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 *
 * const history = [{ period: '2026-Q1', grade: 'A' }, { period: '2026-Q2', grade: 'A' }]
 * gradeConsequences(history, handbook.grading).map(({ kind, value, clause }) => [kind, value, clause])
 * // => [['bonus', '0.5', 'GRA-3'], ['bonus', '0.5', 'GRA-3'], ['commission-coefficient', '0.005', 'GRA-5']]
 * ```
 *
 * @example A quarter of leave between two at C, and the same quarters with nothing said of the one between
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 *
 * const [first, last] = [{ period: '2026-Q1', grade: 'C' }, { period: '2026-Q3', grade: 'C' }]
 * const kinds = (history: Parameters<typeof gradeConsequences>[0]) =>
 *   gradeConsequences(history, handbook.grading).map(({ kind }) => kind)
 * kinds([first, { period: '2026-Q2', excused: 'leave' }, last]) // => ['base-pay', 'improvement-plan']
 * kinds([first, last]) // => []
 * ```
 *
 * @example A cut after two quarters at C, and a B that ends it
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 *
 * const history = ['C', 'C', 'B', 'B'].map((grade, at) => ({ period: `2026-Q${at + 1}`, grade }))
 * const cut = (asOf: string) =>
 *   gradeConsequences(history, handbook.grading, { asOf })
 *     .filter(({ kind }) => kind === 'base-pay')
 *     .map(({ from, until, state }) => [from, until, state])
 * cut('2026-Q2') // => [['2026-Q3', null, 'coming']]
 * cut('2026-Q3') // => [['2026-Q3', '2026-Q3', 'running']]
 * cut('2026-Q4') // => [['2026-Q3', '2026-Q3', 'ended']]
 * ```
 */
export function gradeConsequences(
  history: readonly GradedPeriod[],
  policy: DefinedGradingPolicy,
  options: GradesAsOf = {},
): Consequence[] {
  const exact = exactGradingPolicy(policy)
  const grades = readGrades(history, options, exact)
  return computeConsequences(grades, exact)
}

type Grades = GradesUpTo['grades']

/** Something that follows, and the periods it follows from, oldest first. */
interface Following {
  readonly rule: ConsequenceRule
  readonly value: string
  readonly periods: readonly string[]
  /** The latest of them. */
  readonly earned: time.PeriodPosition
}

/** In the order of the periods that earned them; of one period, in that of the policy. */
function computeConsequences(
  grades: GradesUpTo,
  { consequences }: ExactGradingPolicy,
): Consequence[] {
  return consequences
    .flatMap((consequence) => {
      const ends = readEnds(consequence.rule, grades.grades)
      return computeConsequence(consequence, grades.grades).map((one) => ({
        position: one.earned.position,
        written: writeConsequence(one, ends, grades),
      }))
    })
    .sort((a, b) => a.position - b.position)
    .map(({ written }) => written)
}

function computeConsequence(consequence: ExactConsequence, grades: Grades): Following[] {
  return 'streak' in consequence ? fromRuns(consequence, grades) : fromGrades(consequence, grades)
}

function fromRuns({ rule, streak, grades: wanted }: RunConsequence, grades: Grades): Following[] {
  if (grades[0]?.at.unit !== rule.streak.per) return []
  const positions = new Map(grades.map(({ at }) => [time.writePeriod(at), at]))
  const held = time.holdIn(grades, (grade) => wanted.has(grade))
  return time.streaksIn(held, streak).map(({ periods, reachedIn }) => ({
    rule,
    value: rule.value,
    periods,
    earned: positions.get(reachedIn) as time.PeriodPosition,
  }))
}

function fromGrades({ rule, values }: GradeConsequence, grades: Grades): Following[] {
  const found: Following[] = []
  const years = new Set<string>()
  for (const { at, ...entry } of grades) {
    const value = 'excused' in entry ? undefined : values.get(entry.value)
    if (value === undefined || (rule.per !== null && rule.per !== at.unit)) continue
    const year = time.yearOf(at)
    if (rule.once === 'year' && years.has(year)) continue
    years.add(year)
    found.push({ rule, value, periods: [time.writePeriod(at)], earned: at })
  }
  return found
}

/** What ends a consequence, and the last period before it does; null while that has not come. */
interface End {
  readonly after: ConsequenceEnd['after']
  readonly until: (earned: number, from: time.PeriodPosition) => number | null
}

/** What ends the consequences of a rule in these grades; null where they are single events. */
function readEnds({ ends }: ConsequenceRule, grades: Grades): readonly End[] | null {
  return ends?.map((end) => readEnd(end, grades)) ?? null
}

function readEnd(end: ConsequenceEnd, grades: Grades): End {
  switch (end.after) {
    case 'periods':
      return { after: end.after, until: (earned) => earned + end.periods }
    case 'year':
      return { after: end.after, until: (_, from) => lastOfYear(from).position }
    case 'run': {
      const spells = spellsIn(end, grades)
      return { after: end.after, until: (earned) => endAfter(spells, earned) }
    }
  }
}

/** A run of just the length that ends a consequence: where it starts, and where it is complete. */
type Spell = readonly [first: number, last: number]

function spellsIn({ grades: wanted, length, ...gaps }: EndingRun, grades: Grades): Spell[] {
  const positions = new Map(grades.map(({ at }) => [time.writePeriod(at), at.position]))
  const held = time.holdIn(grades, (grade) => wanted.includes(grade))
  return time.runsOf(held, gaps).flatMap((run) => {
    const places = run.map((period) => positions.get(period) ?? 0)
    return places.slice(length - 1).map((last, index): Spell => [places[index] as number, last])
  })
}

type EndingRun = Extract<ConsequenceEnd, { readonly after: 'run' }>

/** Where the first run that starts after a period is complete. */
function endAfter(spells: readonly Spell[], earned: number): number | null {
  let [low, high] = [0, spells.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((spells[middle]?.[0] ?? 0) > earned) high = middle
    else low = middle + 1
  }
  return spells[low]?.[1] ?? null
}

function lastOfYear(from: time.PeriodPosition): time.PeriodPosition {
  const year = time.yearOf(from)
  let last = from
  for (;;) {
    const next = { unit: last.unit, position: last.position + 1 }
    if (!time.isWithinYears(next) || time.yearOf(next) !== year) return last
    last = next
  }
}

/** Since when and until when a consequence holds. */
interface Lasting {
  readonly from: time.PeriodPosition
  readonly until: time.PeriodPosition | null
  readonly endedBy: ConsequenceEnd['after'] | null
}

/** A consequence holds from the period after the one that earned it, whose grade is known only when it is over. */
function computeLasting({ unit, position }: time.PeriodPosition, ends: readonly End[]): Lasting {
  const from = { unit, position: position + 1 }
  if (!time.isWithinYears(from)) {
    const params = { date: time.writePeriod(from), from: time.FIRST_DATE, to: time.LAST_DATE }
    issue.refuse(OUTSIDE_YEARS, ['history'], params)
  }
  let lasting: Lasting = { from, until: null, endedBy: null }
  for (const { after, until } of ends) {
    const last = until(position, from)
    if (last === null || !time.isWithinYears({ unit, position: last })) continue
    if (lasting.until === null || last < lasting.until.position)
      lasting = { from, until: { unit, position: last }, endedBy: after }
  }
  return lasting
}

function writeConsequence(
  { rule, value, periods, earned }: Following,
  ends: readonly End[] | null,
  { asOf }: GradesUpTo,
): Consequence {
  const { kind, clause, unit } = rule
  const lasting = ends && computeLasting(earned, ends)
  const { from = null, until = null, endedBy = null } = lasting ?? {}
  return {
    kind,
    clause,
    periods,
    period: time.writePeriod(earned),
    value,
    unit,
    from: from && time.writePeriod(from),
    until: until && time.writePeriod(until),
    endedBy,
    state: lasting && stateOf(lasting, asOf),
  }
}

function stateOf({ from, until }: Lasting, asOf: time.PeriodPosition): Consequence['state'] {
  if (asOf.position < from.position) return 'coming'
  return until !== null && until.position < asOf.position ? 'ended' : 'running'
}
