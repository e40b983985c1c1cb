/**
 * Grading: S, A, B, C by score or by rank, and what follows from a grade: bonus, raise, leave, a higher or lower pay after a run of quarters.
 */
export { calibrateGrades } from './calibrateGrades.js'
export { checkDistribution } from './checkDistribution.js'
export { gradeByRank } from './gradeByRank.js'
export { gradeConsequences } from './gradeConsequences.js'
export { gradeRuns } from './gradeRuns.js'
export { gradeScore } from './gradeScore.js'
export { pairMentors } from './pairMentors.js'
export { shareMeritBudget } from './shareMeritBudget.js'
export type {
  Calibration,
  CalibrationSession,
  Consequence,
  ConsequenceEnd,
  DefinedGradingPolicy,
  DistributionCheck,
  Grade,
  GradedPeriod,
  GradePlaces,
  GradeShares,
  GradesAsOf,
  GradingPolicy,
  MenteeCandidate,
  MentorCandidate,
  MentoringCandidates,
  MentorPairs,
  MeritBudget,
  MeritCandidate,
  MeritShare,
  MeritShares,
  RankedGrade,
  RankedPerson,
  RankingRules,
  RunningGrades,
  ScoreToGrade,
  ShareRules,
} from './types.js'
