/**
 * Grading: S, A, B, C by score or by rank, and what follows from a grade: bonus, raise, leave, a higher or lower pay after a run of quarters.
 */
export { checkDistribution } from './checkDistribution.js'
export { gradeByRank } from './gradeByRank.js'
export { gradeConsequences } from './gradeConsequences.js'
export { gradeScore } from './gradeScore.js'
export { shareMeritBudget } from './shareMeritBudget.js'
export type {
  Consequence,
  DefinedGradingPolicy,
  DistributionCheck,
  Grade,
  GradedPeriod,
  GradePlaces,
  GradeShares,
  GradingPolicy,
  MeritBudget,
  MeritCandidate,
  MeritShare,
  MeritShares,
  RankedGrade,
  RankedPerson,
  RankingRules,
  ScoreToGrade,
  ShareRules,
} from './types.js'
