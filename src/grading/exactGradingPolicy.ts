import type { PolicyReference, Rounding, StreakRule } from '../kernel/index.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type { ExactShares } from './exactShares.js'
import type {
  ConsequenceRule,
  GradeRule,
  GradingPolicy,
  MentoringRule,
  RaiseRules,
  StreakConsequenceRule,
} from './types.js'

/** A grading policy as its rules read it. */
export interface ExactGradingPolicy {
  readonly grades: readonly score.ExactBand[]
  /** How a score is rounded before it is graded. */
  readonly rounding: Rounding
  readonly consequences: readonly ExactConsequence[]
  readonly raises: ExactRaises
  /** By id. */
  readonly mentoring: ReadonlyMap<string, MentoringRule>
  readonly calibration: ExactCalibration
  readonly policy: PolicyReference
}

/** What binds a calibration; null where nothing does. */
export interface ExactCalibration {
  readonly clause: string
  readonly movedAtMost: Fraction | null
  readonly gradesAtMost: number | null
  readonly shares: ExactShares | null
}

export type ExactConsequence = GradeConsequence | RunConsequence

/** Follows from single grades. */
export interface GradeConsequence {
  readonly rule: GradeRule
  /** How much by grade, of those that have any. */
  readonly values: ReadonlyMap<string, string>
}

/** Follows from a run of grades. */
export interface RunConsequence {
  readonly rule: StreakConsequenceRule
  readonly grades: ReadonlySet<string>
  readonly streak: StreakRule
}

/** How raises share a budget, and what each grade grants. */
export interface ExactRaises {
  readonly rules: RaiseRules
  /** By grade; null where no consequence of the policy is a raise. */
  readonly rates: ReadonlyMap<string, Fraction> | null
}

/** The exact form of a grading policy; one that was not defined is refused. */
export const exactGradingPolicy = /* @__PURE__ */ defined.compiler(
  'GradingPolicy',
  compileGradingPolicy,
)

function compileGradingPolicy(policy: GradingPolicy): ExactGradingPolicy {
  return {
    grades: score.compileBands(policy.grades),
    rounding: { mode: policy.rounding, decimals: policy.decimals },
    consequences: policy.consequences.map(compileConsequence),
    raises: { rules: policy.raises, rates: compileRates(policy) },
    mentoring: new Map(policy.mentoring.map((rule) => [rule.id, rule])),
    calibration: compileCalibration(policy),
    policy: Object.freeze(defined.reference(policy)),
  }
}

function compileCalibration({ grades, calibration }: GradingPolicy): ExactCalibration {
  const { clause = 'GRA-1', movedAtMost, gradesAtMost = null, shares } = calibration ?? {}
  const names = grades.map(({ id }) => id)
  const weights = names.map((grade) => decimal.known(shares?.[grade] ?? '0'))
  return {
    clause,
    movedAtMost: decimal.knownOrNull(movedAtMost),
    gradesAtMost,
    shares: shares === undefined ? null : { grades: names, weights },
  }
}

function compileConsequence(rule: ConsequenceRule): ExactConsequence {
  if ('streak' in rule) return { rule, grades: new Set(rule.streak.grades), streak: rule.streak }
  return { rule, values: new Map(Object.entries(rule.values).filter(([, value]) => value !== '0')) }
}

function compileRates({ consequences, raises }: GradingPolicy): ExactRaises['rates'] {
  const rule = consequences.find(({ kind }) => kind === raises.kind)
  if (rule === undefined || 'streak' in rule) return null
  return new Map(Object.entries(rule.values).map(([grade, value]) => [grade, decimal.known(value)]))
}
