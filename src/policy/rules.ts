/** The rules of the library, by name: which policy each reads, and what it is called with. */
import { appraise, appraiseYear, measureVisits, overrideAppraisal } from '../appraisal/index.js'
import {
  advanceApplication,
  aggregateReviews,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkTraining,
  measureNewcomerRetention,
  nextRungs,
  openApplication,
} from '../careers/index.js'
import {
  accrualOf,
  attributeCommission,
  calculateCommission,
  clawBack,
  commissionCurve,
  creditLines,
  creditPayments,
  payrollRows,
  restateCommission,
  salesForCommission,
  settleCommission,
  splitCredit,
} from '../commission/index.js'
import {
  accrualByComponent,
  amortizeCost,
  calculateCompensation,
  payConsequences,
  payContest,
  restateCompensation,
  settleCompensation,
} from '../compensation/index.js'
import {
  analyseLeavers,
  calibrateGrades,
  checkDistribution,
  gradeByRank,
  gradeConsequences,
  gradeRuns,
  gradeScore,
  pairMentors,
  shareMeritBudget,
  suggestMoves,
  suggestTraining,
} from '../grading/index.js'
import {
  careDue,
  checkFollowUps,
  churnWarnings,
  healthTrend,
  protectCustomer,
  renewalsDue,
  retentionPlan,
  scoreHealth,
  scoreRfm,
  segmentCustomers,
  servicePackage,
  tierCustomers,
} from '../health/index.js'
import type { Issue, PolicyKind } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { isDecimal } from '../kernel/number/decimal.js'
import {
  evaluateScores,
  rankLeads,
  rankSegments,
  reviewSources,
  routeLeads,
  scoreLead,
  staleProfiles,
} from '../leads/index.js'
import {
  ageReceivables,
  checkDiscount,
  checkStage,
  collectionPeriod,
  forecastPipeline,
  measureCompleteness,
  measureFunnel,
  prioritise,
  salesVelocity,
} from '../pipeline/index.js'
import {
  allowances,
  awardTitles,
  checkReward,
  educationRepayment,
  grantOptions,
  hallOfFame,
  vestingSchedule,
} from '../rewards/index.js'
import {
  checkQuality,
  checkServiceLevel,
  dueAt,
  instantsOf,
  localDateOf,
  measureServiceLevels,
  workingTimeBetween,
} from '../service/index.js'
import {
  cascadeTarget,
  checkCascade,
  checkTarget,
  measureGoals,
  prorateTarget,
  reviseTarget,
  setTarget,
  signOffTarget,
  splitTarget,
  targetOn,
} from '../targets/index.js'

/** A function that makes an outcome of an input, and of a policy if it reads one. */
export interface Rule {
  /** The kind of policy that it reads; null where it reads none. */
  readonly kind: PolicyKind | null
  readonly run: (...given: never[]) => unknown
  /** Fields that tell its outcomes from those of others; absent where they are lists or texts, which nothing tells apart. */
  readonly has?: readonly string[]
  /** Its arguments by name, in their order, where they are not an input and then the policy. */
  readonly takes?: readonly string[]
}

export const RULES: Readonly<Record<string, Rule>> = {
  accrualByComponent: {
    kind: null,
    run: accrualByComponent,
    has: ['advanced', 'components'],
    takes: ['settlement'],
  },
  accrualOf: { kind: null, run: accrualOf, has: ['advanced'], takes: ['settlement'] },
  advanceApplication: {
    kind: 'CareerPolicy',
    run: advanceApplication,
    has: ['applicant', 'history'],
    takes: ['application', 'step', 'policy', 'calendar'],
  },
  ageReceivables: { kind: 'SalesProcess', run: ageReceivables, has: ['buckets'] },
  aggregateReviews: { kind: 'CareerPolicy', run: aggregateReviews, has: ['groups', 'passed'] },
  allowances: { kind: 'RewardPolicy', run: allowances, has: ['amount', 'months'] },
  amortizeCost: { kind: null, run: amortizeCost, has: ['impaired'], takes: ['amount', 'terms'] },
  analyseLeavers: { kind: 'GradingPolicy', run: analyseLeavers, has: ['byLastGrade'] },
  appraise: { kind: 'AppraisalScheme', run: appraise, has: ['gradeCaps'] },
  appraiseYear: { kind: 'AppraisalScheme', run: appraiseYear, has: ['score', 'year'] },
  attributeCommission: { kind: 'CommissionPlan', run: attributeCommission, has: ['attribution'] },
  awardTitles: { kind: 'RewardPolicy', run: awardTitles, has: ['titles'] },
  calculateCommission: { kind: 'CommissionPlan', run: calculateCommission, has: ['slices'] },
  calculateCompensation: {
    kind: 'CompensationPlan',
    run: calculateCompensation,
    has: ['components', 'targetIncentive'],
  },
  calibrateGrades: { kind: 'GradingPolicy', run: calibrateGrades, has: ['grades', 'moved'] },
  careDue: {
    kind: 'CarePolicy',
    run: careDue,
    has: ['items', 'notForTier'],
    takes: ['customer', 'policy', 'calendar'],
  },
  cascadeTarget: {
    kind: 'TargetPlan',
    run: cascadeTarget,
    has: ['payees', 'tree'],
    takes: ['total', 'tree', 'options', 'policy'],
  },
  checkCascade: { kind: null, run: checkCascade, has: ['addsUp'], takes: ['tree'] },
  checkDiscount: { kind: 'SalesProcess', run: checkDiscount, has: ['lowestPrice'] },
  checkDistribution: {
    kind: null,
    run: checkDistribution,
    has: ['fits'],
    takes: ['proposed', 'rules'],
  },
  checkFollowUps: {
    kind: 'HealthModel',
    run: checkFollowUps,
    has: ['unanswered'],
    takes: ['followUps', 'policy', 'options'],
  },
  checkMentor: { kind: 'CareerPolicy', run: checkMentor, has: ['checks', 'eligible'] },
  checkMentoring: { kind: 'CareerPolicy', run: checkMentoring, has: ['mentee', 'mutual'] },
  checkPromotion: {
    kind: 'CareerPolicy',
    run: checkPromotion,
    has: ['checks', 'eligible', 'rung'],
    takes: ['facts', 'rung', 'policy'],
  },
  checkQuality: { kind: 'ServiceStandards', run: checkQuality, has: ['unknown', 'unmet'] },
  checkReward: {
    kind: 'RewardPolicy',
    run: checkReward,
    has: ['checks', 'eligible', 'reward'],
    takes: ['facts', 'reward', 'policy'],
  },
  checkServiceLevel: {
    kind: 'ServiceStandards',
    run: checkServiceLevel,
    has: ['case', 'standard'],
    takes: ['serviceCase', 'policy', 'hours'],
  },
  checkStage: {
    kind: 'SalesProcess',
    run: checkStage,
    has: ['mayMove'],
    takes: ['facts', 'move', 'policy'],
  },
  checkTarget: { kind: 'TargetPlan', run: checkTarget, has: ['smart'] },
  checkTraining: { kind: 'CareerPolicy', run: checkTraining, has: ['programmes'] },
  churnWarnings: {
    kind: 'HealthModel',
    run: churnWarnings,
    takes: ['followUps', 'policy', 'options'],
  },
  clawBack: { kind: 'CommissionPlan', run: clawBack, has: ['lines', 'total'] },
  collectionPeriod: { kind: 'SalesProcess', run: collectionPeriod, has: ['openDays'] },
  commissionCurve: {
    kind: 'CommissionPlan',
    run: commissionCurve,
    has: ['points'],
    takes: ['policy', 'facts'],
  },
  creditLines: { kind: 'CommissionPlan', run: creditLines, has: ['notCredited'] },
  creditPayments: { kind: 'CommissionPlan', run: creditPayments },
  dueAt: { kind: null, run: dueAt, takes: ['instant', 'standard', 'hours'] },
  educationRepayment: { kind: 'RewardPolicy', run: educationRepayment, has: ['legalLimit'] },
  evaluateScores: { kind: null, run: evaluateScores, has: ['auc'], takes: ['leads', 'options'] },
  forecastPipeline: { kind: 'SalesProcess', run: forecastPipeline, has: ['deals', 'setAside'] },
  gradeByRank: { kind: null, run: gradeByRank, takes: ['people', 'rules'] },
  gradeConsequences: {
    kind: 'GradingPolicy',
    run: gradeConsequences,
    takes: ['history', 'policy', 'options'],
  },
  gradeRuns: { kind: 'GradingPolicy', run: gradeRuns, takes: ['history', 'policy', 'options'] },
  gradeScore: { kind: 'GradingPolicy', run: gradeScore, has: ['gradeByScore'] },
  grantOptions: { kind: 'RewardPolicy', run: grantOptions, has: ['grants'] },
  hallOfFame: { kind: 'RewardPolicy', run: hallOfFame, has: ['members'] },
  healthTrend: { kind: 'HealthModel', run: healthTrend, has: ['sincePrevious'] },
  instantsOf: { kind: 'WorkingHours', run: instantsOf },
  localDateOf: { kind: 'WorkingHours', run: localDateOf },
  measureCompleteness: {
    kind: 'SalesProcess',
    run: measureCompleteness,
    has: ['groups', 'target'],
  },
  measureFunnel: { kind: 'SalesProcess', run: measureFunnel, has: ['bottleneck'] },
  measureGoals: { kind: 'TargetPlan', run: measureGoals, has: ['goals'] },
  measureNewcomerRetention: {
    kind: 'CareerPolicy',
    run: measureNewcomerRetention,
    has: ['newcomers'],
  },
  measureServiceLevels: {
    kind: 'ServiceStandards',
    run: measureServiceLevels,
    has: ['groups', 'per'],
    takes: ['input', 'policy', 'hours'],
  },
  measureVisits: { kind: 'AppraisalScheme', run: measureVisits, has: ['kinds', 'short'] },
  nextRungs: { kind: 'CareerPolicy', run: nextRungs, has: ['from', 'moves'] },
  openApplication: { kind: 'CareerPolicy', run: openApplication, has: ['applicant', 'history'] },
  overrideAppraisal: {
    kind: 'AppraisalScheme',
    run: overrideAppraisal,
    has: ['computed', 'decisions'],
    takes: ['input', 'policy', 'calendar'],
  },
  pairMentors: {
    kind: 'GradingPolicy',
    run: pairMentors,
    has: ['pairs'],
    takes: ['people', 'mentoring', 'policy'],
  },
  payConsequences: { kind: 'CompensationPlan', run: payConsequences, has: ['notPaid'] },
  payContest: { kind: 'ContestRules', run: payContest, has: ['entrants'] },
  payrollRows: { kind: null, run: payrollRows, takes: ['settlement'] },
  prioritise: { kind: 'SalesProcess', run: prioritise, has: ['tasks'] },
  prorateTarget: {
    kind: 'TargetPlan',
    run: prorateTarget,
    has: ['full', 'ramp'],
    takes: ['target', 'employment', 'policy', 'calendar'],
  },
  protectCustomer: { kind: 'CarePolicy', run: protectCustomer, has: ['tenures'] },
  rankLeads: { kind: 'LeadModel', run: rankLeads, has: ['disqualified', 'leads'] },
  rankSegments: { kind: 'LeadModel', run: rankSegments, has: ['notCounted', 'segments'] },
  renewalsDue: { kind: 'CarePolicy', run: renewalsDue, has: ['renewals'] },
  restateCommission: {
    kind: 'CommissionPlan',
    run: restateCommission,
    has: ['corrections', 'statements'],
  },
  restateCompensation: { kind: 'CompensationPlan', run: restateCompensation, has: ['corrections'] },
  retentionPlan: { kind: 'CarePolicy', run: retentionPlan, has: ['measure', 'raised'] },
  reviewSources: { kind: 'LeadModel', run: reviewSources, has: ['sources'] },
  reviseTarget: {
    kind: 'TargetPlan',
    run: reviseTarget,
    has: ['owner', 'versions'],
    takes: ['history', 'revision', 'policy'],
  },
  routeLeads: { kind: 'LeadModel', run: routeLeads, has: ['assigned'] },
  salesForCommission: {
    kind: 'CommissionPlan',
    run: salesForCommission,
    has: ['sales', 'statement'],
    takes: ['amount', 'policy', 'facts'],
  },
  salesVelocity: { kind: 'SalesProcess', run: salesVelocity, has: ['gains', 'perDay'] },
  scoreHealth: { kind: 'HealthModel', run: scoreHealth, has: ['held', 'measured'] },
  scoreLead: { kind: 'LeadModel', run: scoreLead, has: ['highValue'] },
  scoreRfm: { kind: null, run: scoreRfm, takes: ['orders', 'options'] },
  segmentCustomers: {
    kind: null,
    run: segmentCustomers,
    has: ['bins', 'segments'],
    takes: ['orders', 'options'],
  },
  servicePackage: { kind: 'CarePolicy', run: servicePackage, has: ['services'] },
  setTarget: {
    kind: 'TargetPlan',
    run: setTarget,
    has: ['owner', 'versions'],
    takes: ['target', 'policy', 'calendar'],
  },
  settleCommission: { kind: 'CommissionPlan', run: settleCommission, has: ['closing', 'terms'] },
  settleCompensation: {
    kind: 'CompensationPlan',
    run: settleCompensation,
    has: ['closing', 'components'],
  },
  shareMeritBudget: { kind: 'GradingPolicy', run: shareMeritBudget, has: ['wanted'] },
  signOffTarget: {
    kind: null,
    run: signOffTarget,
    has: ['owner', 'versions'],
    takes: ['history', 'signature'],
  },
  splitCredit: { kind: 'CommissionPlan', run: splitCredit, takes: ['amount', 'owners', 'policy'] },
  splitTarget: {
    kind: 'TargetPlan',
    run: splitTarget,
    has: ['parts', 'total'],
    takes: ['total', 'period', 'options', 'policy'],
  },
  staleProfiles: { kind: 'LeadModel', run: staleProfiles, has: ['stale'] },
  suggestMoves: { kind: 'GradingPolicy', run: suggestMoves, has: ['moves'] },
  suggestTraining: { kind: 'GradingPolicy', run: suggestTraining, has: ['courses'] },
  targetOn: { kind: null, run: targetOn, has: ['pending', 'version'], takes: ['history', 'date'] },
  tierCustomers: { kind: 'CarePolicy', run: tierCustomers, has: ['tiers'] },
  vestingSchedule: { kind: 'RewardPolicy', run: vestingSchedule, has: ['tranches'] },
  workingTimeBetween: {
    kind: 'WorkingHours',
    run: workingTimeBetween,
    takes: ['from', 'to', 'policy'],
  },
}

const INPUT_AND_POLICY = ['input', 'policy']

/**
 * Calls a rule. The input of one with several arguments beside its policy is an object that has them by name; a first one that is no such
 * object may be given alone.
 */
export function callRule({ run, takes = INPUT_AND_POLICY }: Rule, input: unknown, policy: unknown) {
  const names = takes.filter((name) => name !== 'policy')
  const given = namedIn(input, names)
  const all = takes.map((name) => (name === 'policy' ? policy : given[name]))
  return (run as (...given: readonly unknown[]) => unknown)(...all)
}

function namedIn(input: unknown, names: readonly string[]): read.Fields {
  if (names.length === 1 || !isObject(input)) return { [names[0] ?? '']: input }
  const issues: Issue[] = []
  const fields = read.fields(input, [], names, issues) ?? {}
  issue.refuseIfAny(issues)
  return fields
}

function isObject(input: unknown): boolean {
  try {
    return typeof input === 'object' && !Array.isArray(input) && !isDecimal(input)
  } catch {
    // A proxy that throws: the rule says so.
    return false
  }
}
