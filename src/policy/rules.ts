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
  /** Its arguments by name, in their order, where they are not an input and then the policy. */
  readonly takes?: readonly string[]
}

export const RULES: Readonly<Record<string, Rule>> = {
  accrualByComponent: {
    kind: null,
    run: accrualByComponent,
    takes: ['settlement'],
  },
  accrualOf: { kind: null, run: accrualOf, takes: ['settlement'] },
  advanceApplication: {
    kind: 'CareerPolicy',
    run: advanceApplication,
    takes: ['application', 'step', 'policy', 'calendar'],
  },
  ageReceivables: { kind: 'SalesProcess', run: ageReceivables },
  aggregateReviews: { kind: 'CareerPolicy', run: aggregateReviews },
  allowances: { kind: 'RewardPolicy', run: allowances },
  amortizeCost: { kind: null, run: amortizeCost, takes: ['amount', 'terms'] },
  analyseLeavers: { kind: 'GradingPolicy', run: analyseLeavers },
  appraise: { kind: 'AppraisalScheme', run: appraise },
  appraiseYear: { kind: 'AppraisalScheme', run: appraiseYear },
  attributeCommission: { kind: 'CommissionPlan', run: attributeCommission },
  awardTitles: { kind: 'RewardPolicy', run: awardTitles },
  calculateCommission: { kind: 'CommissionPlan', run: calculateCommission },
  calculateCompensation: {
    kind: 'CompensationPlan',
    run: calculateCompensation,
  },
  calibrateGrades: { kind: 'GradingPolicy', run: calibrateGrades },
  careDue: {
    kind: 'CarePolicy',
    run: careDue,
    takes: ['customer', 'policy', 'calendar'],
  },
  cascadeTarget: {
    kind: 'TargetPlan',
    run: cascadeTarget,
    takes: ['total', 'tree', 'options', 'policy'],
  },
  checkCascade: { kind: null, run: checkCascade, takes: ['tree'] },
  checkDiscount: { kind: 'SalesProcess', run: checkDiscount },
  checkDistribution: {
    kind: null,
    run: checkDistribution,
    takes: ['proposed', 'rules'],
  },
  checkFollowUps: {
    kind: 'HealthModel',
    run: checkFollowUps,
    takes: ['followUps', 'policy', 'options'],
  },
  checkMentor: { kind: 'CareerPolicy', run: checkMentor },
  checkMentoring: { kind: 'CareerPolicy', run: checkMentoring },
  checkPromotion: {
    kind: 'CareerPolicy',
    run: checkPromotion,
    takes: ['facts', 'rung', 'policy'],
  },
  checkQuality: { kind: 'ServiceStandards', run: checkQuality },
  checkReward: {
    kind: 'RewardPolicy',
    run: checkReward,
    takes: ['facts', 'reward', 'policy'],
  },
  checkServiceLevel: {
    kind: 'ServiceStandards',
    run: checkServiceLevel,
    takes: ['serviceCase', 'policy', 'hours'],
  },
  checkStage: {
    kind: 'SalesProcess',
    run: checkStage,
    takes: ['facts', 'move', 'policy'],
  },
  checkTarget: { kind: 'TargetPlan', run: checkTarget },
  checkTraining: { kind: 'CareerPolicy', run: checkTraining },
  churnWarnings: {
    kind: 'HealthModel',
    run: churnWarnings,
    takes: ['followUps', 'policy', 'options'],
  },
  clawBack: { kind: 'CommissionPlan', run: clawBack },
  collectionPeriod: { kind: 'SalesProcess', run: collectionPeriod },
  commissionCurve: {
    kind: 'CommissionPlan',
    run: commissionCurve,
    takes: ['policy', 'facts'],
  },
  creditLines: { kind: 'CommissionPlan', run: creditLines },
  creditPayments: { kind: 'CommissionPlan', run: creditPayments },
  dueAt: { kind: null, run: dueAt, takes: ['instant', 'standard', 'hours'] },
  educationRepayment: { kind: 'RewardPolicy', run: educationRepayment },
  evaluateScores: { kind: null, run: evaluateScores, takes: ['leads', 'options'] },
  forecastPipeline: { kind: 'SalesProcess', run: forecastPipeline },
  gradeByRank: { kind: null, run: gradeByRank, takes: ['people', 'rules'] },
  gradeConsequences: {
    kind: 'GradingPolicy',
    run: gradeConsequences,
    takes: ['history', 'policy', 'options'],
  },
  gradeRuns: { kind: 'GradingPolicy', run: gradeRuns, takes: ['history', 'policy', 'options'] },
  gradeScore: { kind: 'GradingPolicy', run: gradeScore },
  grantOptions: { kind: 'RewardPolicy', run: grantOptions },
  hallOfFame: { kind: 'RewardPolicy', run: hallOfFame },
  healthTrend: { kind: 'HealthModel', run: healthTrend },
  instantsOf: { kind: 'WorkingHours', run: instantsOf },
  localDateOf: { kind: 'WorkingHours', run: localDateOf },
  measureCompleteness: {
    kind: 'SalesProcess',
    run: measureCompleteness,
  },
  measureFunnel: { kind: 'SalesProcess', run: measureFunnel },
  measureGoals: { kind: 'TargetPlan', run: measureGoals },
  measureNewcomerRetention: {
    kind: 'CareerPolicy',
    run: measureNewcomerRetention,
  },
  measureServiceLevels: {
    kind: 'ServiceStandards',
    run: measureServiceLevels,
    takes: ['input', 'policy', 'hours'],
  },
  measureVisits: { kind: 'AppraisalScheme', run: measureVisits },
  nextRungs: { kind: 'CareerPolicy', run: nextRungs },
  openApplication: { kind: 'CareerPolicy', run: openApplication },
  overrideAppraisal: {
    kind: 'AppraisalScheme',
    run: overrideAppraisal,
    takes: ['input', 'policy', 'calendar'],
  },
  pairMentors: {
    kind: 'GradingPolicy',
    run: pairMentors,
    takes: ['people', 'mentoring', 'policy'],
  },
  payConsequences: { kind: 'CompensationPlan', run: payConsequences },
  payContest: { kind: 'ContestRules', run: payContest },
  payrollRows: { kind: null, run: payrollRows, takes: ['settlement'] },
  prioritise: { kind: 'SalesProcess', run: prioritise },
  prorateTarget: {
    kind: 'TargetPlan',
    run: prorateTarget,
    takes: ['target', 'employment', 'policy', 'calendar'],
  },
  protectCustomer: { kind: 'CarePolicy', run: protectCustomer },
  rankLeads: { kind: 'LeadModel', run: rankLeads },
  rankSegments: { kind: 'LeadModel', run: rankSegments },
  renewalsDue: { kind: 'CarePolicy', run: renewalsDue },
  restateCommission: {
    kind: 'CommissionPlan',
    run: restateCommission,
  },
  restateCompensation: { kind: 'CompensationPlan', run: restateCompensation },
  retentionPlan: { kind: 'CarePolicy', run: retentionPlan },
  reviewSources: { kind: 'LeadModel', run: reviewSources },
  reviseTarget: {
    kind: 'TargetPlan',
    run: reviseTarget,
    takes: ['history', 'revision', 'policy'],
  },
  routeLeads: { kind: 'LeadModel', run: routeLeads },
  salesForCommission: {
    kind: 'CommissionPlan',
    run: salesForCommission,
    takes: ['amount', 'policy', 'facts'],
  },
  salesVelocity: { kind: 'SalesProcess', run: salesVelocity },
  scoreHealth: { kind: 'HealthModel', run: scoreHealth },
  scoreLead: { kind: 'LeadModel', run: scoreLead },
  scoreRfm: { kind: null, run: scoreRfm, takes: ['orders', 'options'] },
  segmentCustomers: {
    kind: null,
    run: segmentCustomers,
    takes: ['orders', 'options'],
  },
  servicePackage: { kind: 'CarePolicy', run: servicePackage },
  setTarget: {
    kind: 'TargetPlan',
    run: setTarget,
    takes: ['target', 'policy', 'calendar'],
  },
  settleCommission: { kind: 'CommissionPlan', run: settleCommission },
  settleCompensation: {
    kind: 'CompensationPlan',
    run: settleCompensation,
  },
  shareMeritBudget: { kind: 'GradingPolicy', run: shareMeritBudget },
  signOffTarget: {
    kind: null,
    run: signOffTarget,
    takes: ['history', 'signature'],
  },
  splitCredit: { kind: 'CommissionPlan', run: splitCredit, takes: ['amount', 'owners', 'policy'] },
  splitTarget: {
    kind: 'TargetPlan',
    run: splitTarget,
    takes: ['total', 'period', 'options', 'policy'],
  },
  staleProfiles: { kind: 'LeadModel', run: staleProfiles },
  suggestMoves: { kind: 'GradingPolicy', run: suggestMoves },
  suggestTraining: { kind: 'GradingPolicy', run: suggestTraining },
  targetOn: { kind: null, run: targetOn, takes: ['history', 'date'] },
  tierCustomers: { kind: 'CarePolicy', run: tierCustomers },
  vestingSchedule: { kind: 'RewardPolicy', run: vestingSchedule },
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
