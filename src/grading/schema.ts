import * as z from 'zod'
import type {
  DecimalInput,
  Issue,
  Path,
  PeriodUnit,
  RoundingMode,
  StreakRule,
} from '../kernel/index.js'
import { at, under } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { known } from '../kernel/number/decimal.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
  checked,
  decimal,
  decimalsKept,
  hasKey,
  headerShape,
  name,
  oneOf,
  type PolicyHeaderInput,
  periodUnit,
  provenanceIssues,
  ratioIssues,
  readPolicy,
  roundingMode,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { RAISE_NOT_RATIO } from './issues.js'
import type {
  ConsequenceRule,
  ConsequenceUnit,
  DefinedGradingPolicy,
  GradingPolicy,
  RaiseRules,
} from './types.js'

interface ConsequenceBaseInput {
  readonly kind: string
  readonly clause: string
  readonly unit: ConsequenceUnit
}

/** What follows from a single grade, as it is written down. By default it follows for each period, of any length. */
export interface GradeRuleInput extends ConsequenceBaseInput {
  readonly per?: PeriodUnit | null
  readonly once?: 'period' | 'year'
  readonly values: Readonly<Record<string, DecimalInput>>
}

/** What follows from a run of grades, as it is written down. By default a gap breaks a run, and a run counts once. */
export interface StreakConsequenceRuleInput extends ConsequenceBaseInput {
  readonly streak: {
    readonly grades: readonly string[]
    readonly length: number
    readonly per: PeriodUnit
    readonly gap?: StreakRule['gap']
    readonly repeat?: StreakRule['repeat']
  }
  readonly value?: DecimalInput
}

/** How raises share a budget, as it is written down. By default what a band takes away is shared among the others. */
export interface RaiseRulesInput {
  readonly kind?: string
  readonly aboveMaximum?: RaiseRules['aboveMaximum']
  readonly rounding?: RoundingMode
}

/** A grading policy as it is written down. By default a score is rounded half-up to two decimals, and nothing follows from a grade. */
export interface GradingPolicyInput extends PolicyHeaderInput {
  readonly grades: readonly BandInput[]
  readonly decimals?: number
  readonly rounding?: RoundingMode
  readonly consequences?: readonly (GradeRuleInput | StreakConsequenceRuleInput)[]
  readonly raises?: RaiseRulesInput
}

const base = {
  kind: name(),
  clause: name(),
  unit: z.enum(['days', 'ratio', 'months-of-base-salary', 'quarters-of-base-salary', 'measure']),
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
    grades: z.array(name()).min(1).max(100),
    length: wholeNumber(1, 1000),
    per: periodUnit(),
    gap: z.enum(['break', 'ignore']).default('break'),
    repeat: z.enum(['once', 'each-multiple']).default('once'),
  }),
  value: decimal().prefault('1'),
})

/** A consequence: a run of grades where it has a streak, a single grade otherwise. */
const consequence: z.ZodType<ConsequenceRule, GradeRuleInput | StreakConsequenceRuleInput> = oneOf(
  (value) => (hasKey(value, 'streak') ? streakRule : gradeRule),
)

const raiseRules = strict({
  kind: name().default('raise'),
  aboveMaximum: z.enum(['to-pool', 'lapses']).default('to-pool'),
  rounding: roundingMode().default('half-up'),
}).prefault({})

const policySchema = strict({
  ...headerShape('grading'),
  grades: bandsSchema,
  decimals: decimalsKept().default(2),
  rounding: roundingMode().default('half-up'),
  consequences: z.array(consequence).max(1000).default([]),
  raises: raiseRules,
}).superRefine(
  checked((policy) => [
    ...gradeNameIssues(policy),
    ...ratioValueIssues(policy),
    ...raiseIssues(policy),
    ...provenanceIssues(policy),
  ]),
)

/** Consequences speak of grades that the policy has. */
function gradeNameIssues({ grades, consequences }: GradingPolicy): Issue[] {
  const known = grades.map(({ id }) => id)
  return consequences.flatMap((rule, index) => {
    const named = 'streak' in rule ? rule.streak.grades : Object.keys(rule.values)
    const key = 'streak' in rule ? 'streak' : 'values'
    return named
      .filter((grade) => !known.includes(grade))
      .map((grade) => read.notAllowed(grade, ['consequences', index, key], known))
  })
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
    return [at(RAISE_NOT_RATIO, [...path, 'unit'], { given: rule.unit, expected: 'ratio' })]
  return Object.entries(rule.values).flatMap(([grade, value]) =>
    ratioIssues(value, known(value)).map((issue) => under([...path, 'values', grade], issue)),
  )
}

function partIssues(value: string, path: Path): Issue[] {
  const size = value.replace('-', '')
  return ratioIssues(value, known(size)).map((issue) => under(path, issue))
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
export function defineGradingPolicy(policy: GradingPolicyInput): DefinedGradingPolicy {
  return defined.seal<GradingPolicy>('GradingPolicy', readPolicy(policySchema, policy))
}
