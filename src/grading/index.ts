/**
 * Grading: S, A, B, C by score or by rank, and what follows from a grade: bonus, raise, leave, a higher or lower pay after a run of quarters.
 */
export { analyseLeavers } from './analyseLeavers.js'
export { calibrateGrades } from './calibrateGrades.js'
export { checkDistribution } from './checkDistribution.js'
export { gradeByRank } from './gradeByRank.js'
export { gradeConsequences } from './gradeConsequences.js'
export { gradeRuns } from './gradeRuns.js'
export { gradeScore } from './gradeScore.js'
export { pairMentors } from './pairMentors.js'
export { shareMeritBudget } from './shareMeritBudget.js'
export { suggestMoves } from './suggestMoves.js'
export { suggestTraining } from './suggestTraining.js'
export type {
  AppraisedPerson,
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
  LeaverAnalysis,
  MenteeCandidate,
  MentorCandidate,
  MentoringCandidates,
  MentorPairs,
  MeritBudget,
  MeritCandidate,
  MeritShare,
  MeritShares,
  MoveFacts,
  MoveSuggestions,
  RankedGrade,
  RankedPerson,
  RankingRules,
  RunningGrades,
  ScoreToGrade,
  ShareRules,
  TrainingNeed,
  TrainingSuggestions,
} from './types.js'
