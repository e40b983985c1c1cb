import * as z from 'zod'
import type {
  DecimalInput,
  Issue,
  Path,
  PeriodUnit,
  RoundingMode,
  StreakRule,
} from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { WEIGHTS_NOT_100 } from '../kernel/issues.js'
import { known } from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
  type ConditionInput,
  checked,
  conditionSchema,
  decimal,
  decimalsKept,
  duplicateIds,
  gapShape,
  hasKey,
  headerShape,
  name,
  notNegative,
  oneOf,
  type PolicyHeaderInput,
  periodUnit,
  points,
  provenanceIssues,
  ratio,
  ratioIssues,
  readPolicy,
  roundingMode,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { gapIssues } from '../kernel/time/time.js'
import { RAISE_NOT_RATIO } from './issues.js'
import type {
  ConsequenceRule,
  ConsequenceUnit,
  DefinedGradingPolicy,
  GradingPolicy,
  MentoringRule,
  RaiseRules,
} from './types.js'

interface ConsequenceBaseInput {
  /** `extra-leave`, `bonus`, `raise`, `commission-coefficient`, `base-pay`, `improvement-plan`, …. */
  readonly kind: string
  /** The clause that it follows, named in outcomes. */
  readonly clause: string
  /** What the value is counted in. */
  readonly unit: ConsequenceUnit
  /**
   * What ends it, whichever comes first; with an empty list nothing does. It holds from the period after the one that earned it. Without
   * the field it is a single event, such as a bonus.
   */
  readonly ends?: readonly ConsequenceEndInput[]
}

/** What ends a consequence, as it is written down. */
type ConsequenceEndInput =
  | {
      /** It ends with the last of so many periods in which it holds. */
      readonly after: 'periods'
      /** How many periods. 1 to 1,000. */
      readonly periods: number
    }
  | {
      /** It ends with the calendar year in which it begins. */
      readonly after: 'year'
    }
  | {
      /** It ends with a run of grades, counted from the period after the one that earned it. */
      readonly after: 'run'
      /** The grades that make up the run. */
      readonly grades: readonly string[]
      /** So many consecutive periods make a streak. 1 to 1,000; `1` by default. */
      readonly length?: number
      /** A period without an entry: `break` ends a run; `ignore` passes it over, like one that is excused. `break` by default. */
      readonly gap?: StreakRule['gap']
      /** With `ignore`, how many of them in a row are passed over at most; more end a run. 1 by default. 1 to 1,000. */
      readonly gapAtMost?: number
    }

/** What follows from a single grade, as it is written down. By default it follows for each period, of any length. */
export interface GradeRuleInput extends ConsequenceBaseInput {
  /** The periods whose grade counts; null is any. */
  readonly per?: PeriodUnit | null
  /** `period`: for each of them; `year`: at most once in a calendar year. `period` by default. */
  readonly once?: 'period' | 'year'
  /** How much by grade; a grade that is absent has none. */
  readonly values: Readonly<Record<string, DecimalInput>>
}

/** What follows from a run of grades, as it is written down. By default a gap breaks a run, and a run counts once. */
export interface StreakConsequenceRuleInput extends ConsequenceBaseInput {
  /** The run of grades that it follows from. */
  readonly streak: {
    /** The grades that make up a run. */
    readonly grades: readonly string[]
    /** So many consecutive periods make a streak. 1 to 1,000. */
    readonly length: number
    /** The length of the periods of a run. */
    readonly per: PeriodUnit
    /** A period without an entry: `break` ends a run; `ignore` passes it over, like one that is excused. `break` by default. */
    readonly gap?: StreakRule['gap']
    /** With `ignore`, how many of them in a row are passed over at most; more end a run. 1 by default. 1 to 1,000. */
    readonly gapAtMost?: number
    /** `once`: a run counts when it reaches its length; `each-multiple`: again at twice, three times the length. `once` by default. */
    readonly repeat?: StreakRule['repeat']
  }
  /** How much of the unit. `1` by default. */
  readonly value?: DecimalInput
}

/** How raises share a budget, as it is written down. By default what a band takes away is shared among the others. */
interface RaiseRulesInput {
  /**
   * The consequence whose values are the raises by grade, such as `raise`; of several, the first. It follows from single grades. `raise`
   * by default.
   */
  readonly kind?: string
  /**
   * What a salary cannot take because its band ends: `to-pool` is shared among the others, `lapses` is left in the budget. `to-pool` by
   * default.
   */
  readonly aboveMaximum?: RaiseRules['aboveMaximum']
  /** How what somebody's rate comes to is rounded to the decimals of the currency. `half-up` by default. */
  readonly rounding?: RoundingMode
}

/** Who may be paired as mentor and mentee, as it is written down. By default of any grade, one mentee each, and whoever chose nobody goes with everybody. */
interface MentoringRuleInput {
  /** `peer`, `career`, …. */
  readonly id: string
  /** The clause that it follows, named in outcomes. */
  readonly clause: string
  /** The grades of those who may be mentors; null where the grade does not count. */
  readonly mentorGrades?: readonly string[] | null
  /** The grades of those who are mentored; null is any grade. */
  readonly menteeGrades?: readonly string[] | null
  /** Whether a mentor must be known to be eligible by other rules. `false` by default. */
  readonly mentorsEligible?: boolean
  /** `mutual`: both must have chosen the other. `open`: whoever chose nobody goes with everybody. `open` by default. */
  readonly choice?: MentoringRule['choice']
  /** The side that asks where both have chosen: of all stable pairings it gets the best. `mentees` by default. */
  readonly proposes?: MentoringRule['proposes']
  /** How many a mentor takes who does not say, 1 to 1000. `1` by default. */
  readonly capacity?: number
}

/** A grading policy as it is written down. By default a score is rounded half-up to two decimals, and nothing follows from a grade. */
export interface GradingPolicyInput<Id extends string = string> extends PolicyHeaderInput {
  /** From the best grade to the lowest; a grade starts at `from`, included. */
  readonly grades: readonly BandInput<Id>[]
  /**
   * Decimals, 0 to 12, to which a score is rounded before it is graded. They decide on which side of a threshold 89.995 is. `2` by
   * default.
   */
  readonly decimals?: number
  /** How a score is rounded before it is graded. `half-up` by default. */
  readonly rounding?: RoundingMode
  /** What follows from grades. At most 1,000. */
  readonly consequences?: readonly (GradeRuleInput | StreakConsequenceRuleInput)[]
  /** How merit raises share a budget. */
  readonly raises?: RaiseRulesInput
  /** Each id once. None by default. */
  readonly mentoring?: readonly MentoringRuleInput[]
  /** What binds a calibration; nothing but reasons and vetoes, unless told. */
  readonly calibration?: {
    /** The clause that it follows, named in outcomes. `GRA-1` by default. */
    readonly clause?: string
    /** The most who may end with another grade than they came with, as a ratio of all: `0.2` of 19 people is 3. 0 to 1. */
    readonly movedAtMost?: DecimalInput
    /** How many grades up or down somebody may be moved at most. 1 to 1,000. */
    readonly gradesAtMost?: number
    /** The shares, in percent by grade, that the outcome is held against. They bind nobody. */
    readonly shares?: Readonly<Record<string, DecimalInput>>
  }
  /** Which weak indicator asks for which course. */
  readonly training?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** An indicator of fewer points is weak. 0 to 1,000 points. */
    readonly weakBelow: DecimalInput
    /** Which course mends which weakness. */
    readonly courses: readonly {
      /** Names the course; each once. */
      readonly id: string
      /** The indicator of the appraisal. */
      readonly indicator: string
      /** Instead of that of all. 0 to 1,000 points. */
      readonly weakBelow?: DecimalInput
      /** Whom it is for, such as a group of those who are trained; everybody, unless told. */
      readonly requires?: ConditionInput
      /** Instead of that of all. */
      readonly clause?: string
    }[]
  }
  /** Moves to other work, and who they are for. */
  readonly moves?: readonly {
    /** Names the move; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** Where it may lead. */
    readonly to: readonly string[]
    /** What must be met for it to be suggested. */
    readonly requires: ConditionInput
  }[]
  /** How the histories of those who left are analysed. */
  readonly leavers?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** The kinds of leaving that are of one's own accord. */
    readonly kinds?: readonly string[]
    /** The latest so many graded periods say whether somebody rose or fell. 2 to 1,000; `4` by default. */
    readonly periods?: number
    /** Of fewer people no rate is given. 1 to 1,000,000; `5` by default. */
    readonly minimum?: number
    /** Whoever leaves with one of these grades as the latest is missed. None by default. */
    readonly regretted?: readonly string[]
  }
}

const MOST_PERIODS = 1000

const run = {
  grades: z.array(name()).min(1).max(100),
  ...gapShape,
}

const end = z.discriminatedUnion('after', [
  strict({ after: z.literal('periods'), periods: wholeNumber(1, MOST_PERIODS) }),
  strict({ after: z.literal('year') }),
  strict({ after: z.literal('run'), ...run, length: wholeNumber(1, MOST_PERIODS).default(1) }),
])

const base = {
  kind: name(),
  clause: name(),
  unit: z.enum(['days', 'ratio', 'months-of-base-salary', 'quarters-of-base-salary', 'measure']),
  ends: z.array(end).max(10).exactOptional(),
}

const gradeRule = strict({
  ...base,
  per: periodUnit().nullable().default(null),
  once: z.enum(['period', 'year']).default('period'),
  values: z.record(name(), decimal()),
})

const streakRule = strict({
  ...base,
  streak: strict({
    ...run,
    length: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
    repeat: z.enum(['once', 'each-multiple']).default('once'),
  }),
  value: decimal().prefault('1'),
})

/** A consequence: a run of grades where it has a streak, a single grade otherwise. */
const consequence: z.ZodType<ConsequenceRule, GradeRuleInput | StreakConsequenceRuleInput> = oneOf(
  [gradeRule, streakRule],
  (value) => (hasKey(value, 'streak') ? streakRule : gradeRule),
)

const raiseRules = strict({
  kind: name().default('raise'),
  aboveMaximum: z.enum(['to-pool', 'lapses']).default('to-pool'),
  rounding: roundingMode().default('half-up'),
}).prefault({})

const gradeNames = () => z.array(name()).min(1).max(100).nullable().default(null)

const mentoringRule = strict({
  id: name(),
  clause: name(),
  mentorGrades: gradeNames(),
  menteeGrades: gradeNames(),
  mentorsEligible: z.boolean().default(false),
  choice: z.enum(['mutual', 'open']).default('open'),
  proposes: z.enum(['mentees', 'mentors']).default('mentees'),
  capacity: wholeNumber(1, 1000).default(1),
})

const training = strict({
  clause: name(),
  weakBelow: points(),
  courses: z
    .array(
      strict({
        id: name(),
        indicator: name(),
        weakBelow: points().exactOptional(),
        requires: conditionSchema.exactOptional(),
        clause: name().exactOptional(),
      }),
    )
    .min(1)
    .max(1000),
})

const moves = z
  .array(
    strict({
      id: name(),
      clause: name(),
      to: z.array(name()).min(1).max(100),
      requires: conditionSchema,
    }),
  )
  .max(100)
  .default([])

const leavers = strict({
  clause: name(),
  kinds: z.array(name()).min(1).max(100).default(['own-accord']),
  periods: wholeNumber(2, MOST_PERIODS).default(4),
  minimum: wholeNumber(1, 1_000_000).default(5),
  regretted: z.array(name()).max(100).default([]),
})

export const policySchema = strict({
  ...headerShape('grading'),
  grades: bandsSchema,
  decimals: decimalsKept().default(2),
  rounding: roundingMode().default('half-up'),
  consequences: z.array(consequence).max(1000).default([]),
  raises: raiseRules,
  mentoring: z.array(mentoringRule).max(100).default([]),
  training: training.exactOptional(),
  moves,
  leavers: leavers.exactOptional(),
  calibration: strict({
    clause: name().default('GRA-1'),
    movedAtMost: ratio().exactOptional(),
    gradesAtMost: wholeNumber(1, 1000).exactOptional(),
    shares: z.record(name(), notNegative()).exactOptional(),
  }).exactOptional(),
}).superRefine(
  checked((policy) => [
    ...gradeNameIssues(policy),
    ...ratioValueIssues(policy),
    ...raiseIssues(policy),
    ...mentoringIssues(policy),
    ...shareIssues(policy),
    ...runIssues(policy),
    ...developmentIssues(policy),
    ...provenanceIssues(policy),
  ]),
)

/** What each run asks for agrees with itself, be it what a consequence follows from or what ends it. */
function runIssues({ consequences }: GradingPolicy): Issue[] {
  return runsIn(consequences).flatMap(({ run: one, path }) => gapIssues(one, path))
}

/** Every run of the consequences, with its path. */
function runsIn(consequences: readonly ConsequenceRule[]) {
  return consequences.flatMap((rule, index) => {
    const path = ['consequences', index]
    const first = 'streak' in rule ? [{ run: rule.streak, path: [...path, 'streak'] }] : []
    const ends = (rule.ends ?? []).flatMap((one, at) =>
      one.after === 'run' ? [{ run: one, path: [...path, 'ends', at] }] : [],
    )
    return [...first, ...ends]
  })
}

/** Consequences speak of grades that the policy has. */
function gradeNameIssues({ grades, consequences }: GradingPolicy): Issue[] {
  const names = grades.map(({ id }) => id)
  const named = consequences.flatMap((rule, index) =>
    'values' in rule
      ? Object.keys(rule.values).map((grade) => ({
          grade,
          path: ['consequences', index, 'values'],
        }))
      : [],
  )
  const inRuns = runsIn(consequences).flatMap(({ run: one, path }) =>
    one.grades.map((grade) => ({ grade, path })),
  )
  return [...named, ...inRuns]
    .filter(({ grade }) => !names.includes(grade))
    .map(({ grade, path }) => read.notAllowed(grade, path, names))
}

/** Courses and moves have ids of their own, and whoever is missed has a grade of the policy. */
function developmentIssues({ grades, moves: all, leavers: rules }: GradingPolicy): Issue[] {
  const names = grades.map(({ id }) => id)
  const unknown = (rules?.regretted ?? []).filter((grade) => !names.includes(grade))
  return [
    ...duplicateIds(all, ['moves']),
    ...unknown.map((grade) => read.notAllowed(grade, ['leavers', 'regretted'], names)),
  ]
}

/** Shares are of grades that the policy has, and add up to 100. */
function shareIssues({ grades, calibration }: GradingPolicy): Issue[] {
  const shares = calibration?.shares
  if (shares === undefined) return []
  const path = ['calibration', 'shares']
  const names = grades.map(({ id }) => id)
  const unknown = Object.keys(shares).filter((grade) => !names.includes(grade))
  if (unknown.length > 0) return unknown.map((grade) => read.unknownKey(grade, path, names))
  const total = fraction.sum(Object.values(shares).map(known))
  if (fraction.compare(total, fraction.HUNDRED) === 0) return []
  const difference = write.decimal(fraction.subtract(fraction.HUNDRED, total))
  return [issue.at(WEIGHTS_NOT_100, path, { total: write.decimal(total), difference })]
}

/** A raise or a cut is a part of the whole: 8 for 8% is a slip. */
function ratioValueIssues({ consequences }: GradingPolicy): Issue[] {
  return consequences.flatMap((rule, index) => {
    if (rule.unit !== 'ratio') return []
    const path = ['consequences', index]
    if ('streak' in rule) return partIssues(rule.value, [...path, 'value'])
    return Object.entries(rule.values).flatMap(([grade, value]) =>
      partIssues(value, [...path, 'values', grade]),
    )
  })
}

/** What is given out of a budget is part of a salary, and nothing is taken away. */
function raiseIssues({ consequences, raises }: GradingPolicy): Issue[] {
  const index = consequences.findIndex(({ kind }) => kind === raises.kind)
  const rule = consequences[index]
  if (rule === undefined || 'streak' in rule) return []
  const path = ['consequences', index]
  if (rule.unit !== 'ratio')
    return [issue.at(RAISE_NOT_RATIO, [...path, 'unit'], { given: rule.unit, expected: 'ratio' })]
  return Object.entries(rule.values).flatMap(([grade, value]) =>
    ratioIssues(value, known(value)).map((one) => issue.under([...path, 'values', grade], one)),
  )
}

/** Rules for pairing speak of grades that the policy has, each under an id of its own. */
function mentoringIssues({ grades, mentoring }: GradingPolicy): Issue[] {
  const known = grades.map(({ id }) => id)
  const unknown = mentoring.flatMap((rule, index) =>
    (['mentorGrades', 'menteeGrades'] as const).flatMap((key) =>
      (rule[key] ?? [])
        .filter((grade) => !known.includes(grade))
        .map((grade) => read.notAllowed(grade, ['mentoring', index, key], known)),
    ),
  )
  return [...duplicateIds(mentoring, ['mentoring']), ...unknown]
}

function partIssues(value: string, path: Path): Issue[] {
  const size = value.replace('-', '')
  return ratioIssues(value, known(size)).map((one) => issue.under(path, one))
}

/**
 * Checks and freezes a grading policy.
 *
 * @throws SalesRulesError with everything that is wrong: `OUT_OF_ORDER`, `VALUE_NOT_ALLOWED`, `ID_DUPLICATE`, `UNKNOWN_KEY`, …
 *
 * @example Two grades, and a score exactly between two roundings
 * ```ts
 * import { defineGradingPolicy, gradeScore } from 'sales-rules'
 *
 * const grades = [{ id: 'pass', from: 60 }, { id: 'fail', from: 0 }]
 * const lenient = defineGradingPolicy({ grades, decimals: 2, rounding: 'half-up' })
 * const strict = defineGradingPolicy({ grades, decimals: 2, rounding: 'half-down' })
 * gradeScore(59.995, lenient).grade // => 'pass'
 * gradeScore(59.995, strict).grade // => 'fail'
 * ```
 */
export function defineGradingPolicy<const Id extends string>(
  policy: GradingPolicyInput<Id>,
): DefinedGradingPolicy<Id> {
  const written: GradingPolicyInput = policy
  return defined.seal<GradingPolicy>('GradingPolicy', readPolicy(policySchema, written))
}
