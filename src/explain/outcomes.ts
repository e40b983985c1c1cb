/** The functions whose outcomes are explained: how each outcome is told from others, and who describes it. */
import type {
  Appraisal,
  OverriddenAppraisal,
  VisitsMeasured,
  YearAppraisal,
} from '../appraisal/index.js'
import type {
  MentorCheck,
  MentoringReview,
  NewcomerRetention,
  NextRungs,
  PromotionApplication,
  PromotionCheck,
  ReviewSummary,
  TrainingCheck,
} from '../careers/index.js'
import type {
  CommissionAccrual,
  CommissionAttribution,
  CommissionClawback,
  CommissionCurve,
  CommissionStatement,
  CreditedPayment,
  Crediting,
  PayrollRow,
  Restatement,
  SalesForCommission,
  Settlement,
} from '../commission/index.js'
import type {
  Amortization,
  Compensation,
  CompensationAccrual,
  CompensationRestatement,
  CompensationSettlement,
  ConsequencePay,
  Contest,
} from '../compensation/index.js'
import type {
  Calibration,
  Consequence,
  DistributionCheck,
  Grade,
  LeaverAnalysis,
  MentorPairs,
  MeritShares,
  MoveSuggestions,
  RankedGrade,
  RunningGrades,
  TrainingSuggestions,
} from '../grading/index.js'
import type {
  CareDue,
  ChurnWarning,
  CustomerProtection,
  CustomerTiers,
  FollowUpCheck,
  HealthScore,
  HealthTrend,
  RenewalsDue,
  RetentionPlan,
  RfmScore,
  RfmSegments,
  ServicePackage,
} from '../health/index.js'
import type { Issue } from '../kernel/index.js'
import type {
  LeadScore,
  RankedLeads,
  RankedSegments,
  RoutedLeads,
  ScoreEvaluation,
  SourceReview,
  StaleProfiles,
} from '../leads/index.js'
import type {
  CollectionPeriod,
  Completeness,
  DiscountCheck,
  Forecast,
  Funnel,
  Priorities,
  ReceivablesAgeing,
  SalesVelocity,
  StageCheck,
} from '../pipeline/index.js'
import type { Edit, LintReport } from '../policy/index.js'
import type {
  Allowances,
  EducationRepayment,
  HallOfFame,
  OptionGrants,
  RewardCheck,
  TitleAwards,
  VestingSchedule,
} from '../rewards/index.js'
import type {
  GoalOutcome,
  PayReview,
  PlanCurve,
  PolicyComparison,
  Sensitivity,
  SimulationOutcome,
  SweepOutcome,
  TotalsComparison,
} from '../scenario/index.js'
import type { QualityCheck, ServiceLevel, ServiceLevels } from '../service/index.js'
import type {
  CascadeCheck,
  GoalsReached,
  ProratedTarget,
  TargetCascade,
  TargetCheck,
  TargetHistory,
  TargetOnDate,
  TargetSplit,
} from '../targets/index.js'
import { describeAppraisal } from './describe/appraisal/appraisal.js'
import { describeDecided } from './describe/appraisal/decided.js'
import { describeVisits } from './describe/appraisal/visits.js'
import { describeYear } from './describe/appraisal/year.js'
import type { Beside } from './describe/beside.js'
import { describeApplication } from './describe/careers/application.js'
import { describeMentor } from './describe/careers/mentor.js'
import { describeMentoring } from './describe/careers/mentoring.js'
import { describeNextRungs } from './describe/careers/nextRungs.js'
import { describePromotion } from './describe/careers/promotion.js'
import { describeRetention } from './describe/careers/retention.js'
import { describeReviews } from './describe/careers/reviews.js'
import { describeTraining } from './describe/careers/training.js'
import { describeAccrual } from './describe/commission/accrual.js'
import { describeAttribution } from './describe/commission/attribution.js'
import { describeClawback } from './describe/commission/clawback.js'
import { describeRestatement } from './describe/commission/corrections.js'
import { describeCreditedPayments } from './describe/commission/creditedPayments.js'
import { describeCrediting } from './describe/commission/crediting.js'
import { describeCurve } from './describe/commission/curve.js'
import { describePayroll } from './describe/commission/payroll.js'
import { describeSalesForCommission } from './describe/commission/salesForCommission.js'
import { describeSettlement } from './describe/commission/settlement.js'
import { describeStatement } from './describe/commission/statement.js'
import { describeAmortization } from './describe/compensation/amortization.js'
import { describeCompensation } from './describe/compensation/compensation.js'
import { describeConsequencePay } from './describe/compensation/consequencePay.js'
import { describeContest } from './describe/compensation/contest.js'
import { describeCompensationRestatement } from './describe/compensation/corrections.js'
import { describeCompensationSettlement } from './describe/compensation/settlement.js'
import { describeCalibration } from './describe/grading/calibration.js'
import { describeConsequences } from './describe/grading/consequences.js'
import { describeDistribution } from './describe/grading/distribution.js'
import { describeGrade } from './describe/grading/grade.js'
import { describeLeavers } from './describe/grading/leavers.js'
import { describeMentors } from './describe/grading/mentors.js'
import { describeMerit } from './describe/grading/merit.js'
import { describeMoves } from './describe/grading/moves.js'
import { describeRanked } from './describe/grading/ranked.js'
import { describeRuns } from './describe/grading/runs.js'
import { describeTrainingNeed } from './describe/grading/training.js'
import { describeCare } from './describe/health/care.js'
import { describeFollowUps } from './describe/health/followUps.js'
import { describePackage } from './describe/health/package.js'
import { describeProtection } from './describe/health/protection.js'
import { describeRenewals } from './describe/health/renewals.js'
import { describeRetentionPlan } from './describe/health/retention.js'
import { describeRfm, describeSegments } from './describe/health/rfm.js'
import { describeHealth } from './describe/health/score.js'
import { describeTiers } from './describe/health/tiers.js'
import { describeTrend } from './describe/health/trend.js'
import { describeWarnings } from './describe/health/warnings.js'
import { describeEvaluation } from './describe/leads/evaluation.js'
import { describeRankedLeads } from './describe/leads/ranked.js'
import { describeRouted } from './describe/leads/routed.js'
import { describeLead } from './describe/leads/score.js'
import { describeRankedSegments } from './describe/leads/segments.js'
import { describeSources } from './describe/leads/sources.js'
import { describeStale } from './describe/leads/stale.js'
import { describeAgeing } from './describe/pipeline/ageing.js'
import { describeCollection } from './describe/pipeline/collection.js'
import { describeCompleteness } from './describe/pipeline/completeness.js'
import { describeDiscount } from './describe/pipeline/discount.js'
import { describeForecast } from './describe/pipeline/forecast.js'
import { describeFunnel } from './describe/pipeline/funnel.js'
import { describeStage } from './describe/pipeline/stage.js'
import { describeTasks } from './describe/pipeline/tasks.js'
import { describeVelocity } from './describe/pipeline/velocity.js'
import { describeEdits } from './describe/policy/edits.js'
import { describeExamples } from './describe/policy/examples.js'
import { describeLint } from './describe/policy/lint.js'
import { describeAllowances } from './describe/rewards/allowances.js'
import { describeEducation } from './describe/rewards/education.js'
import { describeFame } from './describe/rewards/fame.js'
import { describeOptions } from './describe/rewards/options.js'
import { describeReward } from './describe/rewards/reward.js'
import { describeTitles } from './describe/rewards/titles.js'
import { describeVesting } from './describe/rewards/vesting.js'
import { describeComparison } from './describe/scenario/comparison.js'
import { describeCurves } from './describe/scenario/curves.js'
import { describeGoal } from './describe/scenario/goal.js'
import { describeReview } from './describe/scenario/review.js'
import { describeSensitivity } from './describe/scenario/sensitivity.js'
import { describeSimulation } from './describe/scenario/simulation.js'
import { describeSweep } from './describe/scenario/sweep.js'
import { describeTotals } from './describe/scenario/totals.js'
import { describeLevel } from './describe/service/level.js'
import { describeLevels } from './describe/service/levels.js'
import { describeQuality } from './describe/service/quality.js'
import { describeCascade } from './describe/targets/cascade.js'
import { describeTargetCheck } from './describe/targets/check.js'
import { describeDay } from './describe/targets/day.js'
import { describeGoals } from './describe/targets/goals.js'
import { describeLetter } from './describe/targets/letter.js'
import { describeProrated } from './describe/targets/prorated.js'
import { describeSplit } from './describe/targets/split.js'
import { describeSums } from './describe/targets/sums.js'
import { describeDifference } from './describe/verify/difference.js'
import type { Document } from './document.js'
import type { OutcomeDifference } from './verify/diffOutcomes.js'
import type { Voice } from './voice.js'

interface Explained<Outcome> {
  /** The fields that every such outcome has; of a list, that each of its entries has. */
  readonly signs: readonly string[]
  readonly isList: boolean
  readonly describe: (outcome: Outcome, voice: Voice, beside: Beside) => Document
}

/** Whose outcome is one object. */
function one<Outcome extends object>(
  signs: readonly (keyof Outcome & string)[],
  describe: Explained<Outcome>['describe'],
): Explained<Outcome> {
  return { signs, isList: false, describe }
}

/** Whose outcome is a list. */
function list<Outcome extends readonly object[]>(
  signs: readonly (keyof Outcome[number] & string)[],
  describe: Explained<Outcome>['describe'],
): Explained<Outcome> {
  return { signs, isList: true, describe }
}

export const OUTCOMES = {
  accrualByComponent: one<CompensationAccrual>(
    ['unpaid', 'held', 'carried', 'advanced', 'components'],
    describeAccrual,
  ),
  accrualOf: one<CommissionAccrual>(['unpaid', 'held', 'carried', 'advanced'], describeAccrual),
  advanceApplication: one<PromotionApplication>(
    ['applicant', 'rung', 'status', 'history'],
    describeApplication,
  ),
  ageReceivables: one<ReceivablesAgeing>(['buckets', 'undated', 'invoices'], describeAgeing),
  aggregateReviews: one<ReviewSummary>(['score', 'passed', 'groups', 'missing'], describeReviews),
  allowances: one<Allowances>(['amount', 'currency', 'months', 'period'], describeAllowances),
  amortizeCost: one<Amortization>(['amount', 'periods', 'impaired'], describeAmortization),
  analyseLeavers: one<LeaverAnalysis>(['leavers', 'leftOtherwise', 'byTrend'], describeLeavers),
  appraise: one<Appraisal>(['parts', 'gradeCaps', 'gradeAtMost'], describeAppraisal),
  appraiseYear: one<YearAppraisal>(['year', 'score', 'by', 'periods'], describeYear),
  attributeCommission: one<CommissionAttribution>(['attribution', 'lines'], describeAttribution),
  awardTitles: one<TitleAwards>(['period', 'titles'], describeTitles),
  calculateCommission: one<CommissionStatement>(['slices', 'gate', 'unrounded'], describeStatement),
  calculateCompensation: one<Compensation>(
    ['amount', 'targetIncentive', 'components'],
    describeCompensation,
  ),
  calibrateGrades: one<Calibration>(['people', 'moved', 'grades'], describeCalibration),
  careDue: one<CareDue>(['tier', 'items', 'notForTier'], describeCare),
  cascadeTarget: one<TargetCascade>(['total', 'tree', 'payees'], describeCascade),
  checkCascade: one<CascadeCheck>(['addsUp', 'checked', 'differences'], describeSums),
  checkDiscount: one<DiscountCheck>(['decision', 'discount', 'authorities'], describeDiscount),
  checkDistribution: one<DistributionCheck>(['fits', 'headcount', 'grades'], describeDistribution),
  checkExamples: list<readonly Issue[]>(['code', 'severity', 'message', 'path'], describeExamples),
  checkFollowUps: one<FollowUpCheck>(['unanswered', 'pending', 'warnings'], describeFollowUps),
  checkMentor: one<MentorCheck>(['eligible', 'checks', 'missing'], describeMentor),
  checkMentoring: one<MentoringReview>(['mentor', 'mentee', 'mutual', 'months'], describeMentoring),
  checkPromotion: one<PromotionCheck>(
    ['rung', 'eligible', 'nearest', 'standard', 'dimensions'],
    describePromotion,
  ),
  checkQuality: one<QualityCheck>(['met', 'checks', 'unmet', 'unknown'], describeQuality),
  checkReward: one<RewardCheck>(['reward', 'eligible', 'checks', 'missing'], describeReward),
  checkServiceLevel: one<ServiceLevel>(
    ['standard', 'state', 'due', 'insideBuffer', 'late'],
    describeLevel,
  ),
  checkStage: one<StageCheck>(['stage', 'allowed', 'mayMove', 'checks'], describeStage),
  checkTarget: one<TargetCheck>(['smart', 'fields', 'missing'], describeTargetCheck),
  checkTraining: one<TrainingCheck>(['programmes'], describeTraining),
  churnWarnings: list<readonly ChurnWarning[]>(
    ['kind', 'since', 'raised', 'followUps'],
    describeWarnings,
  ),
  clawBack: one<CommissionClawback>(['lines', 'total', 'notCounted'], describeClawback),
  collectionPeriod: one<CollectionPeriod>(['method', 'moreThan', 'months'], describeCollection),
  commissionCurve: one<CommissionCurve>(['currency', 'points'], describeCurve),
  comparePolicies: one<PolicyComparison>(
    ['totals', 'winners', 'losers', 'classes'],
    describeComparison,
  ),
  compareTotals: one<TotalsComparison>(['now', 'then', 'totals'], describeTotals),
  creditLines: one<Crediting>(['payees', 'lines', 'notCredited'], describeCrediting),
  creditPayments: list<readonly CreditedPayment[]>(
    ['line', 'on', 'amount', 'owners'],
    describeCreditedPayments,
  ),
  curvesOf: list<readonly PlanCurve[]>(['policy', 'points', 'kinks'], describeCurves),
  diffOutcomes: one<OutcomeDifference>(['of', 'parts', 'causes', 'inputs'], describeDifference),
  diffPolicies: list<readonly Edit[]>(['path'], describeEdits),
  educationRepayment: one<EducationRepayment>(
    ['repay', 'agreed', 'legalLimit', 'served'],
    describeEducation,
  ),
  evaluateScores: one<ScoreEvaluation>(['auc', 'lift', 'bands', 'warnings'], describeEvaluation),
  forecastPipeline: one<Forecast>(['periods', 'total', 'setAside', 'deals'], describeForecast),
  goalSeek: one<GoalOutcome>(['evaluations', 'found'], describeGoal),
  gradeByRank: list<readonly RankedGrade[]>(['gradeByRank', 'pool', 'tie'], describeRanked),
  gradeConsequences: list<readonly Consequence[]>(
    ['kind', 'clause', 'endedBy'],
    describeConsequences,
  ),
  gradeRuns: list<readonly RunningGrades[]>(
    ['kind', 'grades', 'length', 'remaining'],
    describeRuns,
  ),
  gradeScore: one<Grade>(['grade', 'gradeByScore', 'next'], describeGrade),
  grantOptions: one<OptionGrants>(['available', 'granted', 'left', 'grants'], describeOptions),
  hallOfFame: one<HallOfFame>(['places', 'members', 'ranking'], describeFame),
  healthTrend: one<HealthTrend>(['direction', 'bandChanges', 'sincePrevious'], describeTrend),
  lintPolicy: one<LintReport>(['findings', 'notChecked'], describeLint),
  measureCompleteness: one<Completeness>(
    ['groups', 'total', 'met', 'remaining'],
    describeCompleteness,
  ),
  measureFunnel: one<Funnel>(['stages', 'steps', 'bottleneck'], describeFunnel),
  measureGoals: one<GoalsReached>(['goals', 'outside', 'asOf'], describeGoals),
  measureNewcomerRetention: one<NewcomerRetention>(
    ['newcomers', 'retained', 'joinedFrom'],
    describeRetention,
  ),
  measureServiceLevels: one<ServiceLevels>(['asOf', 'per', 'groups'], describeLevels),
  measureVisits: one<VisitsMeasured>(['kinds', 'short', 'attainment'], describeVisits),
  nextRungs: one<NextRungs>(['from', 'moves', 'policy', 'clauses'], describeNextRungs),
  openApplication: one<PromotionApplication>(
    ['applicant', 'rung', 'status', 'history'],
    describeApplication,
  ),
  overrideAppraisal: one<OverriddenAppraisal>(['computed', 'decidedBy'], describeDecided),
  pairMentors: one<MentorPairs>(['pairs', 'mentors', 'mentees'], describeMentors),
  payConsequences: one<ConsequencePay>(['lines', 'notPaid', 'days'], describeConsequencePay),
  payContest: one<Contest>(['pot', 'left', 'entrants'], describeContest),
  payrollRows: list<readonly PayrollRow[]>(['earningCode', 'payee', 'period'], describePayroll),
  prioritise: one<Priorities>(['tasks', 'notCounted', 'policy'], describeTasks),
  prorateTarget: one<ProratedTarget>(['full', 'counted', 'of', 'ramp'], describeProrated),
  protectCustomer: one<CustomerProtection>(['tenures', 'claims', 'unassigned'], describeProtection),
  rankLeads: one<RankedLeads>(['leads', 'disqualified', 'notCounted'], describeRankedLeads),
  rankSegments: one<RankedSegments>(['segments', 'notCounted', 'policy'], describeRankedSegments),
  renewalsDue: one<RenewalsDue>(['renewals', 'reorders', 'addOns'], describeRenewals),
  restateCommission: one<Restatement>(['corrections', 'statements'], describeRestatement),
  restateCompensation: one<CompensationRestatement>(
    ['corrections'],
    describeCompensationRestatement,
  ),
  retentionPlan: one<RetentionPlan>(['tier', 'measure', 'warnings', 'due'], describeRetentionPlan),
  reviewPay: one<PayReview>(['correlation', 'inversions', 'justBelow'], describeReview),
  reviewSources: one<SourceReview>(['sources', 'shiftTo', 'threshold'], describeSources),
  reviseTarget: one<TargetHistory>(['owner', 'measure', 'period', 'versions'], describeLetter),
  routeLeads: one<RoutedLeads>(['assigned', 'waiting', 'reps'], describeRouted),
  salesForCommission: one<SalesForCommission>(['sales', 'statement'], describeSalesForCommission),
  salesVelocity: one<SalesVelocity>(['perDay', 'per30Days', 'gains'], describeVelocity),
  scoreHealth: one<HealthScore>(['score', 'band', 'held', 'measured'], describeHealth),
  scoreLead: one<LeadScore>(['score', 'band', 'highValue', 'disqualified'], describeLead),
  scoreRfm: list<readonly RfmScore[]>(['recency', 'frequency', 'monetary'], describeRfm),
  segmentCustomers: one<RfmSegments>(['bins', 'segments', 'customers'], describeSegments),
  sensitivityOf: one<Sensitivity>(['numbers', 'unchanged', 'notRaised'], describeSensitivity),
  servicePackage: one<ServicePackage>(['tier', 'services', 'beyond'], describePackage),
  setTarget: one<TargetHistory>(['owner', 'measure', 'period', 'versions'], describeLetter),
  settleCommission: one<Settlement>(['periods', 'closing', 'terms'], describeSettlement),
  settleCompensation: one<CompensationSettlement>(
    ['periods', 'closing', 'components'],
    describeCompensationSettlement,
  ),
  shareMeritBudget: one<MeritShares>(['budget', 'wanted', 'people'], describeMerit),
  signOffTarget: one<TargetHistory>(['owner', 'measure', 'period', 'versions'], describeLetter),
  simulate: one<SimulationOutcome>(['generator', 'seed', 'cost'], describeSimulation),
  splitTarget: one<TargetSplit>(['total', 'period', 'by', 'parts'], describeSplit),
  staleProfiles: one<StaleProfiles>(['stale', 'current', 'asOf'], describeStale),
  suggestMoves: one<MoveSuggestions>(['moves', 'policy', 'clauses'], describeMoves),
  suggestTraining: one<TrainingSuggestions>(['courses', 'weak'], describeTrainingNeed),
  sweep: one<SweepOutcome>(['now', 'points', 'unit'], describeSweep),
  targetOn: one<TargetOnDate>(['owner', 'measure', 'counts', 'pending'], describeDay),
  tierCustomers: one<CustomerTiers>(['customers', 'tiers', 'base'], describeTiers),
  vestingSchedule: one<VestingSchedule>(['shares', 'cliff', 'terms', 'tranches'], describeVesting),
}

export type ExplainedFunction = keyof typeof OUTCOMES

/** Outcomes that can be explained. */
export type ExplainedOutcome = Parameters<(typeof OUTCOMES)[ExplainedFunction]['describe']>[0]
