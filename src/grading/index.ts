/**
 * Grading: S, A, B, C, and what follows from a grade: bonus, raise, leave, a higher or lower pay after a run of quarters.
 */
export { gradeConsequences } from './gradeConsequences.js'
export { gradeScore } from './gradeScore.js'
export type {
  Consequence,
  ConsequenceRule,
  ConsequenceUnit,
  DefinedGradingPolicy,
  Grade,
  GradedPeriod,
  GradeRule,
  GradingPolicy,
  NextGrade,
  StreakConsequenceRule,
} from './types.js'
