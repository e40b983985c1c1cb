/** Who describes the outcome of each function. */

import type { Document } from '../document.js'
import type { ExplainedFunction, Outcomes } from '../signs.js'
import type { Voice } from '../voice.js'
import { describeAppraisal } from './appraisal/appraisal.js'
import { describeDecided } from './appraisal/decided.js'
import { describeVisits } from './appraisal/visits.js'
import { describeYear } from './appraisal/year.js'
import type { Beside } from './beside.js'
import { describeApplication } from './careers/application.js'
import { describeMentor } from './careers/mentor.js'
import { describeMentoring } from './careers/mentoring.js'
import { describeNextRungs } from './careers/nextRungs.js'
import { describePromotion } from './careers/promotion.js'
import { describeRetention } from './careers/retention.js'
import { describeReviews } from './careers/reviews.js'
import { describeTraining } from './careers/training.js'
import { describeAccrual } from './commission/accrual.js'
import { describeAttribution } from './commission/attribution.js'
import { describeClawback } from './commission/clawback.js'
import { describeRestatement } from './commission/corrections.js'
import { describeCreditedPayments } from './commission/creditedPayments.js'
import { describeCrediting } from './commission/crediting.js'
import { describeCurve } from './commission/curve.js'
import { describePayroll } from './commission/payroll.js'
import { describeSalesForCommission } from './commission/salesForCommission.js'
import { describeSettlement } from './commission/settlement.js'
import { describeStatement } from './commission/statement.js'
import { describeAmortization } from './compensation/amortization.js'
import { describeCompensation } from './compensation/compensation.js'
import { describeConsequencePay } from './compensation/consequencePay.js'
import { describeContest } from './compensation/contest.js'
import { describeCompensationRestatement } from './compensation/corrections.js'
import { describeCompensationSettlement } from './compensation/settlement.js'
import { describeCalibration } from './grading/calibration.js'
import { describeConsequences } from './grading/consequences.js'
import { describeDistribution } from './grading/distribution.js'
import { describeGrade } from './grading/grade.js'
import { describeLeavers } from './grading/leavers.js'
import { describeMentors } from './grading/mentors.js'
import { describeMerit } from './grading/merit.js'
import { describeMoves } from './grading/moves.js'
import { describeRanked } from './grading/ranked.js'
import { describeRuns } from './grading/runs.js'
import { describeTrainingNeed } from './grading/training.js'
import { describeCare } from './health/care.js'
import { describeFollowUps } from './health/followUps.js'
import { describePackage } from './health/package.js'
import { describeProtection } from './health/protection.js'
import { describeRenewals } from './health/renewals.js'
import { describeRetentionPlan } from './health/retention.js'
import { describeRfm, describeSegments } from './health/rfm.js'
import { describeHealth } from './health/score.js'
import { describeTiers } from './health/tiers.js'
import { describeTrend } from './health/trend.js'
import { describeWarnings } from './health/warnings.js'
import { describeEvaluation } from './leads/evaluation.js'
import { describeRankedLeads } from './leads/ranked.js'
import { describeRouted } from './leads/routed.js'
import { describeLead } from './leads/score.js'
import { describeRankedSegments } from './leads/segments.js'
import { describeSources } from './leads/sources.js'
import { describeStale } from './leads/stale.js'
import { describeAgeing } from './pipeline/ageing.js'
import { describeCollection } from './pipeline/collection.js'
import { describeCompleteness } from './pipeline/completeness.js'
import { describeDiscount } from './pipeline/discount.js'
import { describeForecast } from './pipeline/forecast.js'
import { describeFunnel } from './pipeline/funnel.js'
import { describeStage } from './pipeline/stage.js'
import { describeTasks } from './pipeline/tasks.js'
import { describeVelocity } from './pipeline/velocity.js'
import { describeEdits } from './policy/edits.js'
import { describeExamples } from './policy/examples.js'
import { describeLint } from './policy/lint.js'
import { describeAllowances } from './rewards/allowances.js'
import { describeEducation } from './rewards/education.js'
import { describeFame } from './rewards/fame.js'
import { describeOptions } from './rewards/options.js'
import { describeReward } from './rewards/reward.js'
import { describeTitles } from './rewards/titles.js'
import { describeVesting } from './rewards/vesting.js'
import { describeComparison } from './scenario/comparison.js'
import { describeCurves } from './scenario/curves.js'
import { describeGoal } from './scenario/goal.js'
import { describeReview } from './scenario/review.js'
import { describeSensitivity } from './scenario/sensitivity.js'
import { describeSimulation } from './scenario/simulation.js'
import { describeSweep } from './scenario/sweep.js'
import { describeTotals } from './scenario/totals.js'
import { describeLevel } from './service/level.js'
import { describeLevels } from './service/levels.js'
import { describeQuality } from './service/quality.js'
import { describeCascade } from './targets/cascade.js'
import { describeTargetCheck } from './targets/check.js'
import { describeDay } from './targets/day.js'
import { describeGoals } from './targets/goals.js'
import { describeLetter } from './targets/letter.js'
import { describeProrated } from './targets/prorated.js'
import { describeSplit } from './targets/split.js'
import { describeSums } from './targets/sums.js'
import { describeDifference } from './verify/difference.js'

type Describe<Outcome> = (outcome: Outcome, voice: Voice, beside: Beside) => Document

export const DESCRIPTIONS: { readonly [Name in ExplainedFunction]: Describe<Outcomes[Name]> } = {
  accrualByComponent: describeAccrual,
  accrualOf: describeAccrual,
  advanceApplication: describeApplication,
  ageReceivables: describeAgeing,
  aggregateReviews: describeReviews,
  allowances: describeAllowances,
  amortizeCost: describeAmortization,
  analyseLeavers: describeLeavers,
  appraise: describeAppraisal,
  appraiseYear: describeYear,
  attributeCommission: describeAttribution,
  awardTitles: describeTitles,
  calculateCommission: describeStatement,
  calculateCompensation: describeCompensation,
  calibrateGrades: describeCalibration,
  careDue: describeCare,
  cascadeTarget: describeCascade,
  checkCascade: describeSums,
  checkDiscount: describeDiscount,
  checkDistribution: describeDistribution,
  checkExamples: describeExamples,
  checkFollowUps: describeFollowUps,
  checkMentor: describeMentor,
  checkMentoring: describeMentoring,
  checkPromotion: describePromotion,
  checkQuality: describeQuality,
  checkReward: describeReward,
  checkServiceLevel: describeLevel,
  checkStage: describeStage,
  checkTarget: describeTargetCheck,
  checkTraining: describeTraining,
  churnWarnings: describeWarnings,
  clawBack: describeClawback,
  collectionPeriod: describeCollection,
  commissionCurve: describeCurve,
  comparePolicies: describeComparison,
  compareTotals: describeTotals,
  creditLines: describeCrediting,
  creditPayments: describeCreditedPayments,
  curvesOf: describeCurves,
  diffOutcomes: describeDifference,
  diffPolicies: describeEdits,
  educationRepayment: describeEducation,
  evaluateScores: describeEvaluation,
  forecastPipeline: describeForecast,
  goalSeek: describeGoal,
  gradeByRank: describeRanked,
  gradeConsequences: describeConsequences,
  gradeRuns: describeRuns,
  gradeScore: describeGrade,
  grantOptions: describeOptions,
  hallOfFame: describeFame,
  healthTrend: describeTrend,
  lintPolicy: describeLint,
  measureCompleteness: describeCompleteness,
  measureFunnel: describeFunnel,
  measureGoals: describeGoals,
  measureNewcomerRetention: describeRetention,
  measureServiceLevels: describeLevels,
  measureVisits: describeVisits,
  nextRungs: describeNextRungs,
  openApplication: describeApplication,
  overrideAppraisal: describeDecided,
  pairMentors: describeMentors,
  payConsequences: describeConsequencePay,
  payContest: describeContest,
  payrollRows: describePayroll,
  prioritise: describeTasks,
  prorateTarget: describeProrated,
  protectCustomer: describeProtection,
  rankLeads: describeRankedLeads,
  rankSegments: describeRankedSegments,
  renewalsDue: describeRenewals,
  restateCommission: describeRestatement,
  restateCompensation: describeCompensationRestatement,
  retentionPlan: describeRetentionPlan,
  reviewPay: describeReview,
  reviewSources: describeSources,
  reviseTarget: describeLetter,
  routeLeads: describeRouted,
  salesForCommission: describeSalesForCommission,
  salesVelocity: describeVelocity,
  scoreHealth: describeHealth,
  scoreLead: describeLead,
  scoreRfm: describeRfm,
  segmentCustomers: describeSegments,
  sensitivityOf: describeSensitivity,
  servicePackage: describePackage,
  setTarget: describeLetter,
  settleCommission: describeSettlement,
  settleCompensation: describeCompensationSettlement,
  shareMeritBudget: describeMerit,
  signOffTarget: describeLetter,
  simulate: describeSimulation,
  splitTarget: describeSplit,
  staleProfiles: describeStale,
  suggestMoves: describeMoves,
  suggestTraining: describeTrainingNeed,
  sweep: describeSweep,
  targetOn: describeDay,
  tierCustomers: describeTiers,
  vestingSchedule: describeVesting,
}
