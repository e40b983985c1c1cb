/**
 * Careers: who may take the next step, and what is missing. A policy has ladders of rungs; each rung says what it asks for.
 */
export { checkPromotion } from './checkPromotion.js'
export { nextRungs } from './nextRungs.js'
export type {
  CareerFacts,
  CareerPolicy,
  DefinedCareerPolicy,
  DimensionScore,
  NextMove,
  NextRungs,
  PromotionCheck,
} from './types.js'
