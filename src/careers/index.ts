/**
 * Careers: who may take the next step, and what is missing; how a promotion is applied for, reviewed and decided; who may coach whom, and
 * what is trained. A policy has ladders of rungs, each of which says what it asks for.
 */
export { advanceApplication } from './advanceApplication.js'
export { aggregateReviews } from './aggregateReviews.js'
export { checkMentor } from './checkMentor.js'
export { checkMentoring } from './checkMentoring.js'
export { checkPromotion } from './checkPromotion.js'
export { checkTraining } from './checkTraining.js'
export { measureNewcomerRetention } from './measureNewcomerRetention.js'
export { nextRungs } from './nextRungs.js'
export { openApplication } from './openApplication.js'
export type {
  ApplicationEntry,
  ApplicationInput,
  ApplicationStep,
  CareerFacts,
  CareerPolicy,
  DefinedCareerPolicy,
  MentorCheck,
  Mentoring,
  MentoringReview,
  NewcomerRetention,
  NextMove,
  NextRungs,
  PromotionApplication,
  PromotionCheck,
  ReviewScores,
  ReviewSummary,
  TeamOnDay,
  TrainingCheck,
} from './types.js'
