/**
 * Rewards beside pay: when shares and options vest, who enters the hall of fame and gets a title, what a certificate pays, what of a course
 * is paid back, and to whom an opportunity is open.
 */
export { allowances } from './allowances.js'
export { awardTitles } from './awardTitles.js'
export { checkReward } from './checkReward.js'
export { educationRepayment } from './educationRepayment.js'
export { grantOptions } from './grantOptions.js'
export { hallOfFame } from './hallOfFame.js'
export type {
  Allowances,
  CertificatesHeld,
  DefinedRewardPolicy,
  EducationCommitment,
  EducationRepayment,
  HallOfFame,
  OptionGrants,
  OptionRequests,
  RewardCheck,
  RewardFacts,
  RewardPolicy,
  TitleAwards,
  TitleCandidates,
  VestingGrant,
  VestingSchedule,
  YearResult,
} from './types.js'
export { vestingSchedule } from './vestingSchedule.js'
