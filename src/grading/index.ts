/**
 * Grading: S, A, B, C, and what follows from a grade: bonus, raise, leave, a higher or lower pay after a run of quarters.
 */
export { gradeConsequences } from './gradeConsequences.js'
export { gradeScore } from './gradeScore.js'
export { shareMeritBudget } from './shareMeritBudget.js'
export type {
  Consequence,
  DefinedGradingPolicy,
  Grade,
  GradedPeriod,
  GradingPolicy,
  MeritBudget,
  MeritCandidate,
  MeritShare,
  MeritShares,
  ScoreToGrade,
} from './types.js'
