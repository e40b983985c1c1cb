/** Outcomes that are explained, and the fields by which each is told from others: which function returned it. */
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
import * as read from '../kernel/input/read.js'
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
import type { OutcomeDifference } from './verify/diffOutcomes.js'

/** What each function returns. */
export interface Outcomes {
  readonly accrualByComponent: CompensationAccrual
  readonly accrualOf: CommissionAccrual
  readonly advanceApplication: PromotionApplication
  readonly ageReceivables: ReceivablesAgeing
  readonly aggregateReviews: ReviewSummary
  readonly allowances: Allowances
  readonly amortizeCost: Amortization
  readonly analyseLeavers: LeaverAnalysis
  readonly appraise: Appraisal
  readonly appraiseYear: YearAppraisal
  readonly attributeCommission: CommissionAttribution
  readonly awardTitles: TitleAwards
  readonly calculateCommission: CommissionStatement
  readonly calculateCompensation: Compensation
  readonly calibrateGrades: Calibration
  readonly careDue: CareDue
  readonly cascadeTarget: TargetCascade
  readonly checkCascade: CascadeCheck
  readonly checkDiscount: DiscountCheck
  readonly checkDistribution: DistributionCheck
  readonly checkExamples: readonly Issue[]
  readonly checkFollowUps: FollowUpCheck
  readonly checkMentor: MentorCheck
  readonly checkMentoring: MentoringReview
  readonly checkPromotion: PromotionCheck
  readonly checkQuality: QualityCheck
  readonly checkReward: RewardCheck
  readonly checkServiceLevel: ServiceLevel
  readonly checkStage: StageCheck
  readonly checkTarget: TargetCheck
  readonly checkTraining: TrainingCheck
  readonly churnWarnings: readonly ChurnWarning[]
  readonly clawBack: CommissionClawback
  readonly collectionPeriod: CollectionPeriod
  readonly commissionCurve: CommissionCurve
  readonly comparePolicies: PolicyComparison
  readonly compareTotals: TotalsComparison
  readonly creditLines: Crediting
  readonly creditPayments: readonly CreditedPayment[]
  readonly curvesOf: readonly PlanCurve[]
  readonly diffOutcomes: OutcomeDifference
  readonly diffPolicies: readonly Edit[]
  readonly educationRepayment: EducationRepayment
  readonly evaluateScores: ScoreEvaluation
  readonly forecastPipeline: Forecast
  readonly goalSeek: GoalOutcome
  readonly gradeByRank: readonly RankedGrade[]
  readonly gradeConsequences: readonly Consequence[]
  readonly gradeRuns: readonly RunningGrades[]
  readonly gradeScore: Grade
  readonly grantOptions: OptionGrants
  readonly hallOfFame: HallOfFame
  readonly healthTrend: HealthTrend
  readonly lintPolicy: LintReport
  readonly measureCompleteness: Completeness
  readonly measureFunnel: Funnel
  readonly measureGoals: GoalsReached
  readonly measureNewcomerRetention: NewcomerRetention
  readonly measureServiceLevels: ServiceLevels
  readonly measureVisits: VisitsMeasured
  readonly nextRungs: NextRungs
  readonly openApplication: PromotionApplication
  readonly overrideAppraisal: OverriddenAppraisal
  readonly pairMentors: MentorPairs
  readonly payConsequences: ConsequencePay
  readonly payContest: Contest
  readonly payrollRows: readonly PayrollRow[]
  readonly prioritise: Priorities
  readonly prorateTarget: ProratedTarget
  readonly protectCustomer: CustomerProtection
  readonly rankLeads: RankedLeads
  readonly rankSegments: RankedSegments
  readonly renewalsDue: RenewalsDue
  readonly restateCommission: Restatement
  readonly restateCompensation: CompensationRestatement
  readonly retentionPlan: RetentionPlan
  readonly reviewPay: PayReview
  readonly reviewSources: SourceReview
  readonly reviseTarget: TargetHistory
  readonly routeLeads: RoutedLeads
  readonly salesForCommission: SalesForCommission
  readonly salesVelocity: SalesVelocity
  readonly scoreHealth: HealthScore
  readonly scoreLead: LeadScore
  readonly scoreRfm: readonly RfmScore[]
  readonly segmentCustomers: RfmSegments
  readonly sensitivityOf: Sensitivity
  readonly servicePackage: ServicePackage
  readonly setTarget: TargetHistory
  readonly settleCommission: Settlement
  readonly settleCompensation: CompensationSettlement
  readonly shareMeritBudget: MeritShares
  readonly signOffTarget: TargetHistory
  readonly simulate: SimulationOutcome
  readonly splitTarget: TargetSplit
  readonly staleProfiles: StaleProfiles
  readonly suggestMoves: MoveSuggestions
  readonly suggestTraining: TrainingSuggestions
  readonly sweep: SweepOutcome
  readonly targetOn: TargetOnDate
  readonly tierCustomers: CustomerTiers
  readonly vestingSchedule: VestingSchedule
}

export type ExplainedFunction = keyof Outcomes

/** Outcomes that can be explained. */
export type ExplainedOutcome = Outcomes[ExplainedFunction]

/** The fields that every such outcome has; of a list, that each of its entries has. */
type SignsOf<Outcome> = Outcome extends readonly (infer Entry)[]
  ? { readonly each: readonly (keyof Entry)[] }
  : readonly (keyof Outcome)[]

const SIGNS: { readonly [Name in ExplainedFunction]: SignsOf<Outcomes[Name]> } = {
  accrualByComponent: ['unpaid', 'held', 'carried', 'advanced', 'components'],
  accrualOf: ['unpaid', 'held', 'carried', 'advanced'],
  advanceApplication: ['applicant', 'rung', 'status', 'history'],
  ageReceivables: ['buckets', 'undated', 'invoices'],
  aggregateReviews: ['score', 'passed', 'groups', 'missing'],
  allowances: ['amount', 'currency', 'months', 'period'],
  amortizeCost: ['amount', 'periods', 'impaired'],
  analyseLeavers: ['leavers', 'leftOtherwise', 'byTrend'],
  appraise: ['parts', 'gradeCaps', 'gradeAtMost'],
  appraiseYear: ['year', 'score', 'by', 'periods'],
  attributeCommission: ['attribution', 'lines'],
  awardTitles: ['period', 'titles'],
  calculateCommission: ['slices', 'gate', 'unrounded'],
  calculateCompensation: ['amount', 'targetIncentive', 'components'],
  calibrateGrades: ['people', 'moved', 'grades'],
  careDue: ['tier', 'items', 'notForTier'],
  cascadeTarget: ['total', 'tree', 'payees'],
  checkCascade: ['addsUp', 'checked', 'differences'],
  checkDiscount: ['decision', 'discount', 'authorities'],
  checkDistribution: ['fits', 'headcount', 'grades'],
  checkExamples: { each: ['code', 'severity', 'message', 'path'] },
  checkFollowUps: ['unanswered', 'pending', 'warnings'],
  checkMentor: ['eligible', 'checks', 'missing'],
  checkMentoring: ['mentor', 'mentee', 'mutual', 'months'],
  checkPromotion: ['rung', 'eligible', 'nearest', 'standard', 'dimensions'],
  checkQuality: ['met', 'checks', 'unmet', 'unknown'],
  checkReward: ['reward', 'eligible', 'checks', 'missing'],
  checkServiceLevel: ['standard', 'state', 'due', 'insideBuffer', 'late'],
  checkStage: ['stage', 'allowed', 'mayMove', 'checks'],
  checkTarget: ['smart', 'fields', 'missing'],
  checkTraining: ['programmes'],
  churnWarnings: { each: ['kind', 'since', 'raised', 'followUps'] },
  clawBack: ['lines', 'total', 'notCounted'],
  collectionPeriod: ['method', 'moreThan', 'months'],
  commissionCurve: ['currency', 'points'],
  comparePolicies: ['totals', 'winners', 'losers', 'classes'],
  compareTotals: ['now', 'then', 'totals'],
  creditLines: ['payees', 'lines', 'notCredited'],
  creditPayments: { each: ['line', 'on', 'amount', 'owners'] },
  curvesOf: { each: ['policy', 'points', 'kinks'] },
  diffOutcomes: ['of', 'parts', 'causes', 'inputs'],
  diffPolicies: { each: ['path'] },
  educationRepayment: ['repay', 'agreed', 'legalLimit', 'served'],
  evaluateScores: ['auc', 'lift', 'bands', 'warnings'],
  forecastPipeline: ['periods', 'total', 'setAside', 'deals'],
  goalSeek: ['evaluations', 'found'],
  gradeByRank: { each: ['gradeByRank', 'pool', 'tie'] },
  gradeConsequences: { each: ['kind', 'clause', 'endedBy'] },
  gradeRuns: { each: ['kind', 'grades', 'length', 'remaining'] },
  gradeScore: ['grade', 'gradeByScore', 'next'],
  grantOptions: ['available', 'granted', 'left', 'grants'],
  hallOfFame: ['places', 'members', 'ranking'],
  healthTrend: ['direction', 'bandChanges', 'sincePrevious'],
  lintPolicy: ['findings', 'notChecked'],
  measureCompleteness: ['groups', 'total', 'met', 'remaining'],
  measureFunnel: ['stages', 'steps', 'bottleneck'],
  measureGoals: ['goals', 'outside', 'asOf'],
  measureNewcomerRetention: ['newcomers', 'retained', 'joinedFrom'],
  measureServiceLevels: ['asOf', 'per', 'groups'],
  measureVisits: ['kinds', 'short', 'attainment'],
  nextRungs: ['from', 'moves', 'policy', 'clauses'],
  openApplication: ['applicant', 'rung', 'status', 'history'],
  overrideAppraisal: ['computed', 'decidedBy'],
  pairMentors: ['pairs', 'mentors', 'mentees'],
  payConsequences: ['lines', 'notPaid', 'days'],
  payContest: ['pot', 'left', 'entrants'],
  payrollRows: { each: ['earningCode', 'payee', 'period'] },
  prioritise: ['tasks', 'notCounted', 'policy'],
  prorateTarget: ['full', 'counted', 'of', 'ramp'],
  protectCustomer: ['tenures', 'claims', 'unassigned'],
  rankLeads: ['leads', 'disqualified', 'notCounted'],
  rankSegments: ['segments', 'notCounted', 'policy'],
  renewalsDue: ['renewals', 'reorders', 'addOns'],
  restateCommission: ['corrections', 'statements'],
  restateCompensation: ['corrections'],
  retentionPlan: ['tier', 'measure', 'warnings', 'due'],
  reviewPay: ['correlation', 'inversions', 'justBelow'],
  reviewSources: ['sources', 'shiftTo', 'threshold'],
  reviseTarget: ['owner', 'measure', 'period', 'versions'],
  routeLeads: ['assigned', 'waiting', 'reps'],
  salesForCommission: ['sales', 'statement'],
  salesVelocity: ['perDay', 'per30Days', 'gains'],
  scoreHealth: ['score', 'band', 'held', 'measured'],
  scoreLead: ['score', 'band', 'highValue', 'disqualified'],
  scoreRfm: { each: ['recency', 'frequency', 'monetary'] },
  segmentCustomers: ['bins', 'segments', 'customers'],
  sensitivityOf: ['numbers', 'unchanged', 'notRaised'],
  servicePackage: ['tier', 'services', 'beyond'],
  setTarget: ['owner', 'measure', 'period', 'versions'],
  settleCommission: ['periods', 'closing', 'terms'],
  settleCompensation: ['periods', 'closing', 'components'],
  shareMeritBudget: ['budget', 'wanted', 'people'],
  signOffTarget: ['owner', 'measure', 'period', 'versions'],
  simulate: ['generator', 'seed', 'cost'],
  splitTarget: ['total', 'period', 'by', 'parts'],
  staleProfiles: ['stale', 'current', 'asOf'],
  suggestMoves: ['moves', 'policy', 'clauses'],
  suggestTraining: ['courses', 'weak'],
  sweep: ['now', 'points', 'unit'],
  targetOn: ['owner', 'measure', 'counts', 'pending'],
  tierCustomers: ['customers', 'tiers', 'base'],
  vestingSchedule: ['shares', 'cliff', 'terms', 'tranches'],
}

export const EXPLAINED = Object.keys(SIGNS) as readonly ExplainedFunction[]

/**
 * The functions whose outcomes look like this one. One with more signs goes before one with fewer; more than one where their outcomes are
 * alike. An empty list may be that of any function that returns lists.
 */
export function functionsOf(outcome: unknown): readonly ExplainedFunction[] {
  const fitting = EXPLAINED.filter((name) => looksLike(outcome, name))
  if (Array.isArray(outcome) && outcome.length === 0) return fitting
  const most = Math.max(0, ...fitting.map((name) => signsOf(name).length))
  return fitting.filter((name) => signsOf(name).length === most)
}

/** A settlement of one period as that period, with what was recorded of its input; anything else as it is. */
export function onlyPeriodOf(outcome: unknown): unknown {
  if (!looksLike(outcome, 'settleCommission') && !looksLike(outcome, 'settleCompensation'))
    return outcome
  const { periods, input } = read.record(outcome, [], []) ?? {}
  const [only, ...others] = read.array(periods, [], []) ?? []
  const period = others.length === 0 ? read.record(only, [], []) : undefined
  return period === undefined ? outcome : { ...period, ...(input !== undefined && { input }) }
}

/** Whether an outcome has all that those of the function have. */
export function looksLike(outcome: unknown, name: ExplainedFunction): boolean {
  const has = (one: unknown) => signsOf(name).every((sign) => read.hasField(one, sign))
  return 'each' in SIGNS[name]
    ? Array.isArray(outcome) && outcome.every(has)
    : !Array.isArray(outcome) && has(outcome)
}

function signsOf(name: ExplainedFunction): readonly string[] {
  const signs = SIGNS[name]
  return 'each' in signs ? signs.each : signs
}
