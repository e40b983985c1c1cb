import {
  ageReceivables,
  aggregateReviews,
  allowances,
  analyseLeavers,
  appraise,
  appraiseYear,
  awardTitles,
  calculateCommission,
  calibrateGrades,
  careDue,
  cascadeTarget,
  checkCascade,
  checkDiscount,
  checkDistribution,
  checkFollowUps,
  checkMentor,
  checkPromotion,
  checkQuality,
  checkReward,
  checkServiceLevel,
  checkStage,
  checkTarget,
  checkTraining,
  churnWarnings,
  collectionPeriod,
  defineAppraisalScheme,
  defineCareerPolicy,
  defineCarePolicy,
  defineCommissionPlan,
  defineCompensationPlan,
  defineGradingPolicy,
  defineHealthModel,
  defineLeadModel,
  defineRewardPolicy,
  defineSalesProcess,
  defineServiceStandards,
  defineTargetPlan,
  defineWorkingHours,
  educationRepayment,
  forecastPipeline,
  gradeByRank,
  gradeConsequences,
  gradeRuns,
  gradeScore,
  grantOptions,
  hallOfFame,
  handbook,
  healthTrend,
  measureCompleteness,
  measureFunnel,
  measureGoals,
  measureNewcomerRetention,
  measureServiceLevels,
  measureVisits,
  nextRungs,
  openApplication,
  overrideAppraisal,
  type Provenance,
  pairMentors,
  payConsequences,
  prioritise,
  protectCustomer,
  rankLeads,
  rankSegments,
  renewalsDue,
  retentionPlan,
  reviewSources,
  reviseTarget,
  routeLeads,
  salesVelocity,
  scoreHealth,
  scoreLead,
  servicePackage,
  setTarget,
  shareMeritBudget,
  signOffTarget,
  splitTarget,
  staleProfiles,
  suggestMoves,
  suggestTraining,
  targetOn,
  tierCustomers,
  vestingSchedule,
} from 'sales-rules'

import { describe, expect, it } from 'vitest'

const {
  appraisal,
  bantLeads,
  care,
  careers,
  challengeAppraisal,
  clauses,
  commission,
  compensation,
  grading,
  health,
  leads,
  pipeline,
  rewards,
  targets,
  service,
} = handbook

/** Each ready policy, and the function that a company would pass it through. */
const policies = [
  ['appraisal', appraisal, defineAppraisalScheme],
  ['bantLeads', bantLeads, defineLeadModel],
  ['care', care, defineCarePolicy],
  ['careers', careers, defineCareerPolicy],
  ['challengeAppraisal', challengeAppraisal, defineAppraisalScheme],
  ['commission', commission, defineCommissionPlan],
  ['compensation', compensation, defineCompensationPlan],
  ['grading', grading, defineGradingPolicy],
  ['health', health, defineHealthModel],
  ['leads', leads, defineLeadModel],
  ['pipeline', pipeline, defineSalesProcess],
  ['rewards', rewards, defineRewardPolicy],
  ['targets', targets, defineTargetPlan],
  ['service', service, defineServiceStandards],
] as const

function load(policy: unknown): never {
  return JSON.parse(JSON.stringify(policy)) as never
}

/** Every object and array in a value, the value included. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

/** Every clause that a policy or a result cites, under `clause` or in `clauses`. */
function citedIn(value: unknown): string[] {
  return objectsIn(value).flatMap((object) => {
    const { clause, clauses: list } = object as { clause?: unknown; clauses?: unknown }
    return [clause, ...(Array.isArray(list) ? list : [])].filter((id) => typeof id === 'string')
  })
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '')
}

function partAt(policy: unknown, path: string): unknown {
  let part = policy
  for (const step of stepsOf(path)) part = (part as Record<string, unknown> | undefined)?.[step]
  return part
}

/** Whose a part of a policy is: what the closest provenance above it says. */
function originOf(policy: { readonly provenance: readonly Provenance[] }, path: string) {
  const steps = stepsOf(path)
  const above = policy.provenance.filter((one) =>
    stepsOf(one.path).every((step, index) => steps[index] === step),
  )
  const [closest] = [...above].sort((a, b) => stepsOf(b.path).length - stepsOf(a.path).length)
  return closest && { clause: closest.clause, origin: closest.origin }
}

describe.each(policies)('the %s policy', (_, policy, define) => {
  it('equals what its define function makes of its JSON', () => {
    const again: (json: never) => object = define
    expect(again(load(policy))).toStrictEqual(policy)
  })

  it('is frozen through and through', () => {
    expect(objectsIn(policy).filter((object) => !Object.isFrozen(object))).toEqual([])
  })

  it('cites clauses that the register has', () => {
    const cited = citedIn(policy)
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter((id) => !(id in clauses))).toEqual([])
  })

  it('names parts that it has in its provenance, each once', () => {
    const paths = policy.provenance.map(({ path }) => path)
    expect(paths.filter((path) => partAt(policy, path) === undefined)).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('says of every part whose it is', () => {
    const { id: _, version: __, provenance: ___, ...parts } = policy
    const unnamed = Object.keys(parts).filter((part) => {
      const isNamed = (one: Provenance) => stepsOf(one.path)[0] === part
      return !policy.provenance.some(isNamed)
    })
    expect(unnamed).toEqual([])
  })
})

/** What the handbook rules, with its figure; the register of clauses says the same in words. */
const ruled = [
  ['leads', 'fit.criteria[0].id', 'LEA-5', 'industry'],
  ['leads', 'routing.ranks[0]', 'LEA-3', 'senior'],
  ['leads', 'segments.criteria[1].id', 'LEA-7', 'growth'],
  ['leads', 'profiles.refreshEveryMonths', 'LEA-8', 3],
  ['commission', 'scale.tiers[0].rate', 'COM-1', '0.03'],
  ['commission', 'scale.tiers[0].upTo', 'COM-1', '1000000'],
  ['commission', 'scale.tiers[1].rate', 'COM-1', '0.04'],
  ['commission', 'scale.tiers[1].upTo', 'COM-1', '2000000'],
  ['commission', 'scale.tiers[2].rate', 'COM-1', '0.05'],
  ['commission', 'gate.attainment', 'COM-2', '1'],
  ['appraisal', 'indicators[0].weight', 'APP-1', 40],
  ['appraisal', 'indicators[1].weight', 'APP-1', 30],
  ['appraisal', 'indicators[2].weight', 'APP-1', 20],
  ['appraisal', 'indicators[3].weight', 'APP-1', 10],
  ['appraisal', 'indicators[2].acceptedSources[0]', 'APP-7', 'survey'],
  ['appraisal', 'indicators[0].levels[0].from', 'APP-2', '1.2'],
  ['appraisal', 'indicators[0].levels[1].from', 'APP-2', '1.5'],
  ['appraisal', 'visits.perMonth.new', 'APP-6', 4],
  ['appraisal', 'visits.perMonth.existing', 'APP-6', 2],
  ['grading', 'consequences[0].values.S', 'GRA-2', '15'],
  ['grading', 'consequences[1].values.A', 'GRA-3', '0.5'],
  ['grading', 'consequences[2].values.S', 'GRA-4', '0.15'],
  ['grading', 'consequences[2].values.C', 'GRA-4', '0'],
  ['grading', 'consequences[3].value', 'GRA-5', '0.005'],
  ['grading', 'consequences[3].streak.length', 'GRA-5', 2],
  ['grading', 'consequences[4].value', 'GRA-6', '-0.1'],
  ['grading', 'consequences[4].streak.length', 'GRA-6', 2],
  ['grading', 'consequences[5].streak.length', 'GRA-6', 2],
  ['grading', 'consequences[6].streak.length', 'GRA-7', 3],
  ['grading', 'training.courses[0].indicator', 'GRA-8', 'newCustomers'],
  ['grading', 'moves[0].to[1]', 'GRA-10', 'marketing'],
  ['grading', 'mentoring[0].mentorGrades[1]', 'GRA-9', 'A'],
  ['grading', 'mentoring[0].menteeGrades[0]', 'GRA-9', 'C'],
  ['grading', 'mentoring[1].choice', 'PRO-12', 'mutual'],
  ['health', 'unansweredInARow', 'HEA-2', 3],
  ['care', 'retention.measures[0].measure', 'HEA-3', 'special-offer'],
  ['care', 'retention.measures[1].measure', 'HEA-3', 'added-service'],
  ['care', 'tiers.tiers[0].dedicatedOwner', 'HEA-4', true],
  ['care', 'rhythms[0].intervals[0].every', 'HEA-5', 1],
  ['care', 'rhythms[0].intervals[1].unit', 'HEA-5', 'week'],
  ['care', 'rhythms[1].intervals[0].unit', 'HEA-6', 'quarter'],
  ['care', 'occasions.yearly[0]', 'HEA-7', 'birthday'],
  ['care', 'rhythms[2].intervals[0].unit', 'HEA-8', 'quarter'],
  ['care', 'rhythms[3].intervals[0].unit', 'HEA-8', 'month'],
  ['careers', 'ladders[0].rungs[0].standard.required', 'PRO-4', '100000'],
  ['careers', 'ladders[0].rungs[1].requires.any[0].all[0].required', 'PRO-5', '1.1'],
  ['careers', 'ladders[0].rungs[1].requires.any[0].all[1].any[0].required', 'PRO-5', '0.8'],
  ['careers', 'ladders[0].rungs[1].requires.any[1].inARow.length', 'PRO-10', 2],
  ['careers', 'ladders[0].rungs[1].standard.all[0].required', 'PRO-4', '3'],
  ['careers', 'ladders[0].rungs[1].standard.all[1].required', 'PRO-4', '5'],
  ['careers', 'ladders[0].rungs[2].requires.all[0].inARow.length', 'PRO-6', 2],
  ['careers', 'ladders[0].rungs[2].requires.all[1].required', 'PRO-6', '2'],
  ['careers', 'ladders[0].rungs[2].standard.required', 'PRO-4', '10'],
  ['careers', 'ladders[0].rungs[3].requires.all[0].required', 'PRO-7', '5000000'],
  ['careers', 'ladders[0].rungs[3].requires.all[0].comparison', 'PRO-7', 'at-least'],
  ['careers', 'ladders[0].rungs[3].requires.all[1].required', 'PRO-7', '2'],
  ['careers', 'ladders[1].rungs[1].requires.all[1].required', 'PRO-8', '3'],
  ['careers', 'ladders[1].rungs[1].requires.all[2].required', 'PRO-8', '90'],
  ['careers', 'ladders[1].rungs[1].requires.all[2].unit', 'PRO-8', 'points'],
  ['careers', 'ladders[1].rungs[2].requires.all[0].required', 'PRO-9', '5'],
  ['pipeline', 'stages[0].id', 'PIP-1', 'prospecting'],
  ['pipeline', 'stages[5].id', 'PIP-1', 'after-sales-care'],
  ['pipeline', 'stages[0].requires[0].id', 'PIP-4', 'customerProfile'],
  ['pipeline', 'stages[0].requires[1].id', 'PIP-4', 'needsAnalysisForm'],
  ['pipeline', 'stages[2].requires[1].required', 'PIP-4', '3'],
  ['pipeline', 'stages[3].requires[2].id', 'PIP-4', 'givenInExchange'],
  ['pipeline', 'stages[4].requires[0].id', 'PIP-7', 'installed'],
  ['pipeline', 'stages[4].requires[3].id', 'PIP-4', 'serviceConfirmationSigned'],
  ['pipeline', 'stages[5].requires[0].required', 'PIP-4', '3'],
  ['pipeline', 'discounts.floor.setBeforehand', 'PIP-8', true],
  ['pipeline', 'discounts.exchange.above', 'PIP-4', '0'],
  ['pipeline', 'discounts.exchange.concessions[0]', 'PIP-8', 'instalments'],
  ['pipeline', 'records.target', 'PIP-10', '0.98'],
  ['pipeline', 'priorities.always.all[1].required', 'PIP-5', 'key'],
  ['rewards', 'equity[0].vesting.tranches', 'REW-1', 4],
  ['rewards', 'equity[0].vesting.requires.id', 'REW-1', 'performanceGrowth'],
  ['rewards', 'equity[0].requires.required[0]', 'REW-1', 'sales-director'],
  ['rewards', 'equity[1].requires.required[2]', 'REW-2', 'product-expert'],
  ['rewards', 'hallOfFame.share', 'REW-3', '0.1'],
  ['rewards', 'allowances.certificates[0].amount', 'REW-4', '2000'],
  ['rewards', 'educationFund.repayment.kind', 'REW-5', 'by-day'],
  ['rewards', 'titles[2].per', 'REW-6', 'week'],
  ['targets', 'headShare', 'TAR-1', '0.3'],
  ['targets', 'measures[1].id', 'TAR-2', 'cash'],
  ['targets', 'measures[2].unit', 'TAR-2', 'count'],
  ['targets', 'revisedFrom', 'TAR-3', 'quarter'],
  ['targets', 'signing.by[1]', 'TAR-4', 'direct-manager'],
  ['targets', 'goals[0].per', 'TAR-6', 'week'],
  ['careers', 'ladders[0].defence', 'PRO-11', 'management-case'],
  ['careers', 'ladders[1].defence', 'PRO-11', 'solution'],
  ['careers', 'procedure.publication.workingDays', 'PRO-11', 5],
  ['careers', 'mentors.requires.all[0].inARow.length', 'PRO-12', 2],
  ['careers', 'reviews.groups[0].id', 'PRO-11', 'manager'],
  ['careers', 'reviews.groups[1].id', 'PRO-11', 'peers'],
  ['careers', 'reviews.groups[2].id', 'PRO-11', 'customers'],
  ['careers', 'mentors.requires.all[0].required', 'PRO-12', '1'],
  ['careers', 'mentors.sessionsPerMonth', 'PRO-12', 2],
  ['careers', 'mentors.assessedPer', 'PRO-12', 'quarter'],
  ['careers', 'programmes[3].complete.id', 'PRO-15', 'managerShadowed'],
  ['careers', 'programmes[0].complete.all[2].id', 'PRO-15', 'productCertificate'],
  ['service', 'standards[0].within', 'SLA-1', '24'],
  ['service', 'standards[1].within', 'SLA-2', '48'],
  ['service', 'standards[2].within', 'SLA-3', '3'],
  ['service', 'standards[2].unit', 'SLA-10', 'working-days'],
  ['service', 'standards[3].within', 'SLA-4', '3'],
  ['service', 'standards[3].unit', 'SLA-10', 'working-days'],
  ['service', 'standards[4].within', 'SLA-5', '2'],
  ['service', 'standards[5].within', 'SLA-6', '24'],
  ['service', 'standards[6].within', 'SLA-6', '72'],
  ['service', 'standards[7].within', 'SLA-7', '48'],
  ['service', 'standards[8].buffer.within', 'SLA-8', '3'],
  ['service', 'standards[9].namedContact', 'SLA-11', true],
  ['service', 'quality[0].required', 'SLA-9', '0.9'],
  ['service', 'quality[1].required', 'SLA-9', '0.85'],
  ['service', 'quality[2].required', 'SLA-9', '0.01'],
  ['service', 'quality[2].comparison', 'SLA-9', 'at-most'],
  ['service', 'quality[3].required', 'SLA-9', '0.95'],
  ['service', 'quality[4].required', 'SLA-9', '4.5'],
] as const

/** What the handbook leaves open and the library chose. */
const chosen = [
  ['leads', 'intent.criteria[0].curve.halfLifeDays', 'LEA-6', 30],
  ['leads', 'sources.threshold', 'LEA-4', '0.1'],
  ['leads', 'sources.minimumSample', 'LEA-4', 30],
  ['leads', 'segments.criteria[0].weight', 'LEA-7', 40],
  ['bantLeads', 'criteria[2].weight', 'LEA-1', 25],
  ['leads', 'criteria[0].weight', 'LEA-1', 40],
  ['leads', 'criteria[1].weight', 'LEA-1', 30],
  ['leads', 'criteria[2].weight', 'LEA-1', 30],
  ['leads', 'criteria[0].curve.maximum', 'LEA-1', 100],
  ['leads', 'bands[0].from', 'LEA-3', 80],
  ['leads', 'bands[1].from', 'LEA-3', 50],
  ['leads', 'missing', 'LEA-1', 'refuse'],
  ['appraisal', 'indicators[0].curve.cap', 'APP-10', 100],
  ['appraisal', 'indicators[3].curve.kind', 'APP-10', 'ratio'],
  ['appraisal', 'rounding', 'APP-1', 'half-up'],
  ['appraisal', 'indicators[0].acceptedSources[0]', 'APP-11', 'crm'],
  ['appraisal', 'indicators[3].acceptedSources[1]', 'APP-11', null],
  ['appraisal', 'visits.counted', 'APP-6', 'per-customer'],
  ['appraisal', 'visits.acceptedProofs[0]', 'APP-11', 'check-in'],
  ['appraisal', 'appeal.workingDays', 'APP-8', 5],
  ['appraisal', 'year.by', 'APP-9', 'mean'],
  ['challengeAppraisal', 'indicators[0].curve.knots[2].points', 'APP-2', 110],
  ['challengeAppraisal', 'indicators[0].curve.knots[3].points', 'APP-2', 125],
  ['grading', 'grades[0].from', 'GRA-1', 90],
  ['grading', 'grades[1].from', 'GRA-1', 80],
  ['grading', 'grades[2].from', 'GRA-1', 60],
  ['grading', 'grades[3].from', 'GRA-1', 0],
  ['grading', 'consequences[1].values.S', 'GRA-3', '1'],
  ['grading', 'consequences[1].values.B', 'GRA-3', '0'],
  ['grading', 'consequences[1].values.C', 'GRA-3', '0'],
  ['grading', 'consequences[2].values.A', 'GRA-4', '0.08'],
  ['grading', 'consequences[2].values.B', 'GRA-4', '0.03'],
  ['grading', 'training.weakBelow', 'GRA-8', 60],
  ['grading', 'moves[0].requires.inARow.length', 'GRA-10', 3],
  ['grading', 'moves[1].requires.all[0].required', 'GRA-11', true],
  ['grading', 'leavers.minimum', 'GRA-10', 5],
  ['grading', 'raises.aboveMaximum', 'GRA-4', 'to-pool'],
  ['grading', 'mentoring[0].mentorGrades[0]', 'GRA-9', 'S'],
  ['grading', 'mentoring[0].choice', 'GRA-9', 'open'],
  ['compensation', 'consequences[0].months', 'GRA-3', '1'],
  ['compensation', 'consequences[0].proration', 'GRA-3', 'day'],
  ['health', 'criteria[0].weight', 'HEA-1', 30],
  ['health', 'criteria[1].weight', 'HEA-1', 40],
  ['health', 'criteria[2].weight', 'HEA-1', 30],
  ['health', 'bands[0].from', 'HEA-1', 70],
  ['health', 'bands[1].from', 'HEA-1', 40],
  ['health', 'unansweredBy', 'HEA-2', 'day'],
  ['care', 'tiers.tiers[0].upTo', 'HEA-4', '0.8'],
  ['care', 'retention.measures[0].tier', 'HEA-3', 'vip'],
  ['care', 'rhythms[0].intervals[0].unit', 'HEA-5', 'working-day'],
  ['care', 'rhythms[2].intervals[0].tiers[1]', 'HEA-8', 'ordinary'],
  ['care', 'rhythms[3].intervals[0].tiers[1]', 'HEA-8', 'ordinary'],
  ['care', 'occasions.daysAhead', 'HEA-7', 7],
  ['care', 'dissatisfaction.below', 'HEA-9', '3'],
  ['care', 'dissatisfaction.closeWithinDays', 'HEA-9', 30],
  ['care', 'renewals.daysBefore', 'HEA-10', 60],
  ['care', 'renewals.reorders.atLeastOrders', 'HEA-10', 3],
  ['care', 'packages.packages[0].services[0]', 'HEA-11', 'dedicated-owner'],
  ['care', 'protection.pool.withoutFollowUpDays', 'HEA-4', 30],
  ['commission', 'scale.boundary', 'COM-1', 'upper-tier'],
  ['commission', 'rounding.mode', 'COM-1', 'half-up'],
  ['careers', 'ladders[1].rungs[3].requires.id', 'PRO-2', 'committeeApproved'],
  ['pipeline', 'wonAt', 'PIP-2', 'delivery'],
  ['pipeline', 'stages[0].to[0]', 'PIP-1', 'needs-analysis'],
  ['pipeline', 'stages[1].requires[0].id', 'PIP-6', 'needsReport'],
  ['pipeline', 'stages[1].reports[0].id', 'PIP-6', 'painList'],
  ['pipeline', 'stages[3].probability', 'PIP-9', '0.75'],
  ['pipeline', 'minimumSample', 'PIP-3', 10],
  ['pipeline', 'forecast.deviations', 'PIP-9', '1'],
  ['pipeline', 'collection.startsAt', 'PIP-2', 'invoiced'],
  ['pipeline', 'receivables.buckets[1].upTo', 'PIP-2', 30],
  ['pipeline', 'discounts.floor.margin', 'PIP-8', '0.3'],
  ['pipeline', 'discounts.authorities[0].discountAtMost', 'PIP-8', '0.05'],
  ['pipeline', 'records.kinds[1].withinHours', 'PIP-10', '24'],
  ['pipeline', 'priorities.importantFrom', 'PIP-5', 50],
  ['rewards', 'equity[0].vesting.every', 'REW-1', 'year'],
  ['rewards', 'equity[0].vesting.requires.required', 'REW-1', '0'],
  ['rewards', 'equity[0].vesting.leavers[0].unvested', 'REW-1', 'pro-rata'],
  ['rewards', 'equity[1].pool.exceeded', 'REW-2', 'in-order'],
  ['rewards', 'equity[1].vesting.tranches', 'REW-2', 4],
  ['rewards', 'hallOfFame.rounding', 'REW-3', 'up'],
  ['rewards', 'allowances.months', 'REW-4', 'started'],
  ['rewards', 'educationFund.aboveLegalLimit', 'REW-5', 'cap'],
  ['rewards', 'titles[1].requires.required', 'REW-6', '12'],
  ['rewards', 'opportunities[0].requires.inARow.length', 'REW-7', 1],
  ['rewards', 'opportunities[2].requires.inARow.length', 'REW-8', 2],
  ['targets', 'signing.unsigned', 'TAR-4', 'not-counted'],
  ['targets', 'signing.revised', 'TAR-4', 'again'],
  ['targets', 'requires[3]', 'TAR-5', 'reason'],
  ['targets', 'goals[0].amount', 'TAR-6', '3'],
  ['targets', 'proration.by', 'TAR-2', 'day'],
  ['targets', 'ramp[0]', 'TAR-2', '0.25'],
  ['careers', 'sidewaysMoves[0].requires.id', 'PRO-3', 'moveApproved'],
  ['careers', 'dimensions.criteria[0].weight', 'PRO-14', 40],
  ['careers', 'dimensions.passMark', 'PRO-14', 70],
  ['careers', 'reviews.groups[0].weight', 'PRO-11', 50],
  ['careers', 'procedure.publication.firstDay', 'PRO-11', 'excluded'],
  ['careers', 'newcomers.joinedWithinMonths', 'PRO-5', 12],
  ['careers', 'programmes[1].complete.id', 'PRO-15', 'advancedSellingCourse'],
  ['service', 'standards[0].unit', 'SLA-1', 'hours'],
  ['service', 'standards[2].until', 'SLA-3', 'end-of-day'],
  ['service', 'standards[8].buffer.unit', 'SLA-8', 'days'],
  ['service', 'standards[9].within', 'SLA-11', '8'],
] as const

describe('the provenance', () => {
  it.each(ruled)('of %s: %s is the handbook’s, by %s', (room, path, clause, figure) => {
    expect(partAt(handbook[room], path)).toBe(figure)
    expect(originOf(handbook[room], path)).toEqual({ clause, origin: 'handbook' })
  })

  it.each(chosen)('of %s: %s is ours, under %s', (room, path, clause, figure) => {
    expect(partAt(handbook[room], path)).toBe(figure)
    expect(originOf(handbook[room], path)).toEqual({ clause, origin: 'ours' })
  })

  it('marks something as ours wherever the register says that a clause was filled in', () => {
    const provenance = policies.flatMap(([, policy]) => policy.provenance)
    const cited = new Set(provenance.map(({ clause }) => clause))
    const filledIn = Object.values(clauses).filter(
      ({ id, ours }) => ours !== undefined && cited.has(id),
    )
    const marked = new Set(
      provenance.filter(({ origin }) => origin === 'ours').map(({ clause }) => clause),
    )
    expect(filledIn.map(({ id }) => id).filter((id) => !marked.has(id))).toEqual([])
    const rest = Object.values(clauses).filter(
      ({ id, ours }) => ours !== undefined && !cited.has(id),
    )
    expect(rest.map(({ id }) => id)).toEqual(['APP-4', 'APP-13'])
  })
})

/** What the ready policies mark, by the group of clauses. */
const marks = {
  APP: appraisal.provenance,
  COM: commission.provenance,
  GRA: grading.provenance,
  HEA: [...health.provenance, ...care.provenance],
  PIP: pipeline.provenance,
  PRO: [...careers.provenance, ...grading.provenance],
  REW: rewards.provenance,
  SLA: service.provenance,
  TAR: targets.provenance,
}

describe('the register', () => {
  it('says what is ours wherever a ready policy marks it', () => {
    const marked = policies.flatMap(([, { provenance }]) =>
      provenance.filter(({ origin }) => origin === 'ours'),
    )
    const silent = marked.filter(
      ({ clause }) => clauses[clause as keyof typeof clauses].ours === undefined,
    )
    expect(marked.length).toBeGreaterThan(150)
    expect(silent).toEqual([])
  })

  it.each([
    ['APP-9', 'mean', ['year']],
    ['APP-8', '5 working days', ['appeal']],
    ['GRA-5', 'until one below A', ['consequences[3].ends']],
    ['GRA-6', 'until one above C', ['consequences[4].ends']],
    ['GRA-4', 'for good', ['consequences[2].ends']],
    ['GRA-8', '60 points', ['training.weakBelow']],
    ['GRA-10', 'three quarters at C', ['moves[0].requires']],
    ['HEA-2', 'days of their own', ['unansweredBy']],
    ['HEA-3', 'within 7 days', ['retention.withinDays']],
    ['HEA-4', '80% of all value', ['tiers.by', 'tiers.placedBy', 'tiers.tiers[0].upTo']],
    ['HEA-4', '30 days without a follow-up', ['protection']],
    ['HEA-5', 'each working day', ['rhythms[0].intervals[0].unit', 'rhythms[0].countsFrom']],
    ['HEA-6', 'from the start', ['rhythms[1].countsFrom']],
    ['PIP-1', 'back to any before it', ['stages[0].to', 'stages[5].to']],
    ['PIP-2', 'won when delivery starts', ['wonAt']],
    ['PIP-2', 'starts at the invoice', ['collection.startsAt']],
    ['PIP-2', 'by due date in buckets of 30 days', ['receivables']],
    ['PIP-2', 'in yuan, rounded half-up to the cent', ['currency', 'rounding']],
    ['PIP-3', '10 deals', ['minimumSample']],
    ['PIP-5', '50 of 100 points', ['priorities']],
    ['PIP-6', 'hold back', ['stages[1].requires', 'stages[1].reports']],
    ['PIP-8', 'the margin that nobody goes below', ['discounts']],
    ['PIP-9', 'one standard deviation', ['forecast', 'stages[3].probability']],
    ['PIP-10', 'of fields', ['records']],
    ['COM-1', 'a threshold belongs to the tier above', ['scale.mode', 'scale.boundary']],
    ['COM-1', 'refunds lower them', ['base', 'refunds', 'rounding', 'attribution', 'credit']],
    ['COM-2', 'all sales count', ['gate.counts', 'gate.startsIn']],
    ['COM-3', 'below the target as well', ['awards[0].for', 'awards[0].whileGateShut']],
    ['COM-5', '3.5%', ['coefficient.applies']],
    ['TAR-2', '25, 50, 75 and 100%', ['proration', 'ramp']],
    ['TAR-6', 'Three deals', ['goals[0].amount']],
    ['SLA-1', 'around the clock', ['standards[0].unit']],
    ['SLA-3', 'end of the third day', ['standards[2].until']],
    ['PRO-6', 'strictly more', ['ladders[0].rungs[2].requires.all[0].comparison']],
    ['PRO-11', 'not one of the five', ['procedure.publication.firstDay', 'reviews']],
    ['REW-1', 'by the day', ['equity[0].vesting.leavers', 'equity[0].vesting.unmet']],
    ['REW-3', 'rounded up', ['hallOfFame.rounding', 'hallOfFame.ties']],
    ['REW-6', 'twelve months', ['titles[1].requires', 'titles[2].by']],
  ] as const)('says of %s what is ours: %s', (clause, words, paths) => {
    expect(clauses[clause].ours).toContain(words)
    const ours = marks[clause.slice(0, 3) as keyof typeof marks].filter(
      (one) => one.clause === clause && one.origin === 'ours',
    )
    expect(ours.map(({ path }) => path)).toEqual(expect.arrayContaining([...paths]))
  })
})

describe('the clauses of a condition', () => {
  it('stand beside every condition of the ladders and the filters', () => {
    const conditions = objectsIn([careers, leads, pipeline, rewards, service]).filter(
      (object) => 'comparison' in object,
    )
    expect(conditions.length).toBeGreaterThan(20)
    expect(conditions.filter((condition) => !('clause' in condition))).toEqual([])
  })

  it('are those of the rung', () => {
    const cited = careers.ladders.flatMap(({ rungs }) =>
      rungs.map(({ id, requires }) => [id, [...new Set(citedIn(requires))]]),
    )
    expect(Object.fromEntries(cited)).toEqual({
      'sales-representative': ['PRO-1'],
      'sales-supervisor': ['PRO-5', 'PRO-10'],
      'regional-manager': ['PRO-6'],
      'sales-director': ['PRO-7'],
      'junior-product-consultant': ['PRO-2'],
      'senior-industry-consultant': ['PRO-8'],
      'product-expert': ['PRO-9'],
      'chief-technical-consultant': ['PRO-2'],
    })
    const standards = careers.ladders.flatMap(({ rungs }) =>
      rungs.map(({ standard }) => citedIn(standard)),
    )
    expect(new Set(standards.flat())).toEqual(new Set(['PRO-4', 'PRO-13']))
  })
})

const workingHours = defineWorkingHours({ timeZone: '+08:00', week: { 1: ['09:00-18:00'] } })
const yearly = setTarget(
  { owner: 'Li', measure: 'sales', amount: 1, period: '2026', reason: 'growth' },
  targets,
)
const points = { points: 85, source: 'survey' }

/** A result of every rule, with as many clauses in it as there can be. */
const results = [
  [
    'calculateCommission',
    calculateCommission({ sales: '1', target: '2', coefficientUplift: '0.005' }, commission),
  ],
  [
    'calculateCommission with lines',
    calculateCommission({ lines: [{ id: 'a', amount: '5' }], target: '2' }, commission),
  ],
  ['scoreLead', scoreLead({ budget: 1, authority: 1, urgency: 1 }, leads)],
  ['scoreLead of an invalid lead', scoreLead({ duplicate: true }, leads)],
  [
    'scoreLead with fit and intent',
    scoreLead(
      {
        ...{ budget: 1, authority: 1, urgency: 1, industry: 'core' },
        behaviour: { asOf: '2026-01-05', events: [] },
      },
      leads,
    ),
  ],
  ['rankLeads', rankLeads([], leads)],
  ['routeLeads', routeLeads({ leads: [], reps: [] }, leads)],
  ['reviewSources', reviewSources({ sources: [] }, leads)],
  ['rankSegments', rankSegments([], leads)],
  ['staleProfiles', staleProfiles({ asOf: '2026-01-05', profiles: [] }, leads)],
  [
    'appraise',
    appraise(
      {
        results: {
          sales: { points: 85 },
          newCustomers: points,
          satisfaction: points,
          collectionRate: { points: 85 },
        },
      },
      appraisal,
    ),
  ],
  [
    'appraiseYear',
    appraiseYear(
      { year: '2026', periods: [1, 2, 3, 4].map((at) => ({ period: `2026-Q${at}`, score: 85 })) },
      appraisal,
    ),
  ],
  ['measureVisits', measureVisits({ period: '2026-03', customers: [], visits: [] }, appraisal)],
  [
    'overrideAppraisal',
    overrideAppraisal(
      {
        computed: { score: 85 },
        decisions: [{ grade: 'S', by: 'committee', on: '2026-04-15', reason: 'a booking error' }],
      },
      appraisal,
    ),
  ],
  ['gradeScore', gradeScore(85, grading)],
  ['gradeByRank', gradeByRank([{ id: 'Li', score: 85 }], { shares: { A: 100 } })],
  ['checkDistribution', checkDistribution({ A: 1 }, { shares: { A: 100 } })],
  ['calibrateGrades', calibrateGrades({ people: [], decisions: [] }, grading)],
  ['gradeRuns', gradeRuns([{ period: '2026-Q1', grade: 'A' }], grading)],
  ['suggestTraining', suggestTraining({ appraisal: { parts: [] } }, grading)],
  ['suggestMoves', suggestMoves({}, grading)],
  ['analyseLeavers', analyseLeavers([], grading)],
  [
    'gradeConsequences',
    [
      ...gradeConsequences([{ period: '2026', grade: 'S' }], grading),
      ...['S', 'C'].flatMap((grade) =>
        gradeConsequences(
          ['2026-Q1', '2026-Q2', '2026-Q3'].map((period) => ({ period, grade })),
          grading,
        ),
      ),
    ],
  ],
  [
    'payConsequences',
    payConsequences(
      {
        period: '2026',
        baseSalary: 1,
        consequences: gradeConsequences([{ period: '2026-Q1', grade: 'S' }], grading),
      },
      compensation,
    ),
  ],
  ...['peer', 'career'].map(
    (id) => [`pairMentors ${id}`, pairMentors({ mentors: [], mentees: [] }, id, grading)] as const,
  ),
  [
    'shareMeritBudget',
    shareMeritBudget(
      { currency: 'CNY', budget: 1, people: [{ id: 'Li', salary: 1, grade: 'S' }] },
      grading,
    ),
  ],
  ...careers.ladders.flatMap(({ rungs }) =>
    rungs.map(({ id }) => [`checkPromotion to ${id}`, checkPromotion({}, id, careers)] as const),
  ),
  ['nextRungs', nextRungs({ currentRung: 'sales-supervisor' }, careers)],
  ['aggregateReviews', aggregateReviews({}, careers)],
  [
    'openApplication',
    openApplication(
      {
        applicant: 'Li',
        rung: 'sales-supervisor',
        on: '2026-01-05',
        proofs: [{ for: 'managementAssessment', document: 'report' }],
      },
      careers,
    ),
  ],
  ['checkMentor', checkMentor({}, careers)],
  ['checkTraining', checkTraining({}, careers)],
  [
    'measureNewcomerRetention',
    measureNewcomerRetention({ asOf: '2026-01-05', people: [] }, careers),
  ],
  ...service.standards.map(({ id, within }) => {
    const asked = { standard: id, contact: 'Zhao', asOf: '2026-03-02T09:00:00Z' }
    const started = within === undefined ? { due: '2026-03-02' } : { started: asked.asOf }
    return [
      `checkServiceLevel of ${id}`,
      checkServiceLevel({ ...asked, ...started }, service, workingHours),
    ] as const
  }),
  [
    'measureServiceLevels',
    measureServiceLevels(
      {
        asOf: '2026-03-02T09:00:00Z',
        per: 'month',
        cases: [{ standard: 'solution', started: '2026-03-02T09:00:00Z' }],
      },
      service,
      workingHours,
    ),
  ],
  ['checkQuality', checkQuality({}, service)],
  ...pipeline.stages.map(
    ({ id }) => [`checkStage of ${id}`, checkStage({}, id, pipeline)] as const,
  ),
  ['measureFunnel', measureFunnel({ asOf: '2026-03-02', deals: [] }, pipeline)],
  [
    'salesVelocity',
    salesVelocity({ open: 1, dealSize: null, winRate: null, cycleDays: null }, pipeline),
  ],
  ['forecastPipeline', forecastPipeline({ asOf: '2026-03-02', deals: [] }, pipeline)],
  ['collectionPeriod', collectionPeriod({ asOf: '2026-03-02', invoices: [] }, pipeline)],
  ['ageReceivables', ageReceivables({ asOf: '2026-03-02', invoices: [] }, pipeline)],
  [
    'checkDiscount',
    checkDiscount({ rung: 'sales-representative', listPrice: 2, price: 1 }, pipeline),
  ],
  [
    'measureCompleteness',
    measureCompleteness({ asOf: '2026-03-02T09:00:00Z', records: [] }, pipeline),
  ],
  ['prioritise', prioritise([], pipeline)],
  ['scoreHealth', scoreHealth({ interaction: 1, satisfaction: 1, purchase: 1 }, health)],
  [
    'churnWarnings',
    churnWarnings(
      ['2026-01-01', '2026-01-02', '2026-01-03'].map((date) => ({ date, answered: false })),
      health,
    ),
  ],
  ['checkFollowUps', checkFollowUps([], health)],
  ['healthTrend', healthTrend([], health)],
  ['tierCustomers', tierCustomers([], care)],
  ['retentionPlan', retentionPlan({ tier: 'vip', asOf: '2026-01-05', warnings: [] }, care)],
  ['servicePackage', servicePackage({ tier: 'vip' }, care)],
  ['renewalsDue', renewalsDue({ asOf: '2026-01-05' }, care)],
  ['protectCustomer', protectCustomer({ asOf: '2026-01-05', claims: [] }, care)],
  [
    'careDue',
    careDue(
      {
        tier: 'vip',
        asOf: '2026-01-05',
        since: '2025-01-01',
        answers: [{ id: 'S-1', date: '2026-01-01', rating: 1 }],
      },
      care,
      handbook.chinaCalendar,
    ),
  ],
  [
    'vestingSchedule',
    vestingSchedule(
      { plan: 'restricted-stock', shares: 4, start: '2026-01-01', asOf: '2028-01-01' },
      rewards,
    ),
  ],
  [
    'grantOptions',
    grantOptions(
      {
        plan: 'expert-options',
        pool: { size: 9 },
        projects: [{ id: 'P' }],
        requests: [{ id: 'R', project: 'P', options: 1 }],
      },
      rewards,
    ),
  ],
  ['hallOfFame', hallOfFame([{ id: 'Li', result: 1 }], rewards)],
  ['allowances', allowances({ period: '2026-01', certificates: [] }, rewards)],
  [
    'educationRepayment',
    educationRepayment(
      { amount: 1, from: '2026-01-01', to: '2026-12-31', lastDay: '2026-06-30' },
      rewards,
    ),
  ],
  ['awardTitles', awardTitles({ period: '2026-W07', people: [] }, rewards)],
  ['cascadeTarget', cascadeTarget(1, { id: 'company' }, {}, targets)],
  ['checkCascade', checkCascade({ id: 'company', amount: 1 })],
  ['splitTarget', splitTarget(1, '2026', { into: 'month' }, targets)],
  ['setTarget', yearly],
  [
    'reviseTarget',
    reviseTarget(yearly, { from: '2026-07-01', amount: 2, reason: 'growth' }, targets),
  ],
  ['signOffTarget', signOffTarget(yearly, { as: 'person', by: 'Li', on: '2026-01-05' })],
  ['targetOn', targetOn(yearly, '2026-01-05')],
  ['checkTarget', checkTarget({}, targets)],
  ['measureGoals', measureGoals({ period: '2026-01', asOf: '2026-01-05', results: [] }, targets)],
  ...['restricted-stock', 'expert-options', 'education-fund', 'emba', 'internal-venture'].map(
    (reward) => [`checkReward of ${reward}`, checkReward({}, reward, rewards)] as const,
  ),
] as const

describe('every result', () => {
  it.each(results)('of %s cites clauses, and only ones that the register has', (_, result) => {
    const cited = citedIn(result)
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter((id) => !(id in clauses))).toEqual([])
  })

  it('together cite these clauses', () => {
    expect([...new Set(citedIn(results.map(([, result]) => result)))].sort()).toEqual(
      [
        ...['APP-6', 'APP-8', 'APP-9', 'APP-11'],
        ...['APP-1', 'APP-10', 'APP-2', 'APP-7', 'COM-1', 'COM-2', 'COM-5'],
        ...['GRA-1', 'GRA-2', 'GRA-3', 'GRA-4', 'GRA-5', 'GRA-6', 'GRA-7', 'GRA-9'],
        ...['HEA-1', 'HEA-2', 'GRA-8', 'GRA-10', 'GRA-11'],
        ...Array.from({ length: 9 }, (_, at) => `HEA-${at + 3}`),
        ...['LEA-1', 'LEA-2', 'LEA-3', 'LEA-4', 'LEA-5', 'LEA-6', 'LEA-7', 'LEA-8'],
        ...['PRO-1', 'PRO-10', 'PRO-2', 'PRO-4', 'PRO-5', 'PRO-6', 'PRO-7', 'PRO-8', 'PRO-9'],
        ...Array.from({ length: 10 }, (_, at) => `PIP-${at + 1}`),
        ...['REW-1', 'REW-2', 'REW-3', 'REW-4', 'REW-5', 'REW-6', 'REW-7', 'REW-8'],
        ...Array.from({ length: 11 }, (_, at) => `SLA-${at + 1}`),
        ...['TAR-1', 'TAR-2', 'TAR-3', 'TAR-4', 'TAR-5', 'TAR-6'],
        ...['PRO-3', 'PRO-11', 'PRO-12', 'PRO-13', 'PRO-14', 'PRO-15'],
      ].sort(),
    )
  })
})

/** The whole provenance of each policy; of a change in it, be it a clause or an origin, somebody has to know. */
const provenances = {
  appraisal: [
    'indicators: APP-1 handbook',
    'indicators[0].curve: APP-10 ours',
    'indicators[1].curve: APP-10 ours',
    'indicators[2].curve: APP-10 ours',
    'indicators[3].curve: APP-10 ours',
    'indicators[0].levels: APP-2 handbook',
    'indicators[0].acceptedSources: APP-11 ours',
    'indicators[2].acceptedSources: APP-7 handbook',
    'indicators[3].acceptedSources: APP-11 ours',
    'visits: APP-6 handbook',
    'visits.counted: APP-6 ours',
    'visits.acceptedProofs: APP-11 ours',
    'appeal: APP-8 ours',
    'year: APP-9 ours',
    'missing: APP-1 ours',
    'decimals: APP-1 ours',
    'rounding: APP-1 ours',
  ],
  care: [
    'currency: HEA-4 ours',
    'tiers: HEA-4 handbook',
    'tiers.by: HEA-4 ours',
    'tiers.placedBy: HEA-4 ours',
    'tiers.tiers[0].upTo: HEA-4 ours',
    'retention: HEA-3 handbook',
    'retention.measures[0].tier: HEA-3 ours',
    'retention.measures[1].tier: HEA-3 ours',
    'retention.withinDays: HEA-3 ours',
    'rhythms[0]: HEA-5 handbook',
    'rhythms[0].countsFrom: HEA-5 ours',
    'rhythms[0].intervals[0].unit: HEA-5 ours',
    'rhythms[1]: HEA-6 handbook',
    'rhythms[1].countsFrom: HEA-6 ours',
    'rhythms[2]: HEA-8 handbook',
    'rhythms[2].countsFrom: HEA-8 ours',
    'rhythms[2].intervals[0].tiers: HEA-8 ours',
    'rhythms[3]: HEA-8 handbook',
    'rhythms[3].countsFrom: HEA-8 ours',
    'rhythms[3].intervals[0].tiers: HEA-8 ours',
    'rhythms[4]: LEA-8 ours',
    'occasions: HEA-7 handbook',
    'occasions.daysAhead: HEA-7 ours',
    'occasions.holidays: HEA-7 ours',
    'dissatisfaction: HEA-9 handbook',
    'dissatisfaction.maximum: HEA-9 ours',
    'dissatisfaction.below: HEA-9 ours',
    'dissatisfaction.every: HEA-9 ours',
    'dissatisfaction.unit: HEA-9 ours',
    'dissatisfaction.closeWithinDays: HEA-9 ours',
    'renewals: HEA-10 handbook',
    'renewals.daysBefore: HEA-10 ours',
    'renewals.reorders: HEA-10 ours',
    'renewals.addOns: HEA-10 ours',
    'packages: HEA-11 handbook',
    'packages.packages: HEA-11 ours',
    'protection: HEA-4 ours',
  ],
  careers: [
    'ladders: PRO-1 handbook',
    'ladders[0].rungs[0].requires: PRO-1 ours',
    'ladders[0].rungs[0].standard: PRO-4 handbook',
    'ladders[0].rungs[1].requires.any[0]: PRO-5 handbook',
    'ladders[0].rungs[1].requires.any[0].all[1].any[1]: PRO-5 ours',
    'ladders[0].rungs[1].requires.any[1]: PRO-10 handbook',
    'ladders[0].rungs[1].requires.any[1].inARow.gap: PRO-10 ours',
    'ladders[0].rungs[1].requires.any[1].absent: PRO-10 ours',
    'ladders[0].rungs[1].standard: PRO-4 handbook',
    'ladders[0].rungs[2].requires: PRO-6 handbook',
    'ladders[0].rungs[2].requires.all[0].comparison: PRO-6 ours',
    'ladders[0].rungs[2].requires.all[0].inARow.gap: PRO-6 ours',
    'ladders[0].rungs[2].standard: PRO-4 handbook',
    'ladders[0].rungs[3].requires: PRO-7 handbook',
    'ladders[1]: PRO-2 handbook',
    'ladders[0].defence: PRO-11 handbook',
    'ladders[1].defence: PRO-11 handbook',
    'ladders[1].rungs[0].requires: PRO-2 ours',
    'ladders[1].rungs[0].standard: PRO-13 handbook',
    'ladders[1].rungs[1].requires: PRO-8 handbook',
    'ladders[1].rungs[1].standard: PRO-13 handbook',
    'ladders[1].rungs[2].requires: PRO-9 handbook',
    'ladders[1].rungs[2].standard: PRO-13 handbook',
    'ladders[1].rungs[3].requires: PRO-2 ours',
    'ladders[1].rungs[3].standard: PRO-13 handbook',
    'levelStandards: PRO-4 ours',
    'rungOrder: PRO-1 ours',
    'sidewaysMoves: PRO-3 handbook',
    'sidewaysMoves[0].requires: PRO-3 ours',
    'sidewaysMoves[1].requires: PRO-3 ours',
    'sidewaysMoves[2].requires: PRO-3 ours',
    'dimensions: PRO-14 ours',
    'dimensions.criteria[0].id: PRO-14 handbook',
    'dimensions.criteria[1].id: PRO-14 handbook',
    'dimensions.criteria[2].id: PRO-14 handbook',
    'reviews: PRO-11 ours',
    'reviews.groups[0].id: PRO-11 handbook',
    'reviews.groups[1].id: PRO-11 handbook',
    'reviews.groups[2].id: PRO-11 handbook',
    'procedure: PRO-11 handbook',
    'procedure.publication.firstDay: PRO-11 ours',
    'mentors: PRO-12 handbook',
    'mentors.requires.all[0].inARow.gap: PRO-12 ours',
    'mentors.reward: PRO-12 ours',
    'newcomers.joinedWithinMonths: PRO-5 ours',
    'programmes: PRO-15 handbook',
    'programmes[0].for: PRO-15 ours',
    'programmes[1].for: PRO-15 ours',
    'programmes[1].complete: PRO-15 ours',
    'programmes[2].for: PRO-15 ours',
    'programmes[2].complete: PRO-15 ours',
  ],
  challengeAppraisal: [
    'indicators: APP-1 handbook',
    'indicators[0].curve: APP-2 ours',
    'indicators[1].curve: APP-10 ours',
    'indicators[2].curve: APP-10 ours',
    'indicators[3].curve: APP-10 ours',
    'indicators[0].levels: APP-2 handbook',
    'indicators[0].acceptedSources: APP-11 ours',
    'indicators[2].acceptedSources: APP-7 handbook',
    'indicators[3].acceptedSources: APP-11 ours',
    'visits: APP-6 handbook',
    'visits.counted: APP-6 ours',
    'visits.acceptedProofs: APP-11 ours',
    'appeal: APP-8 ours',
    'year: APP-9 ours',
    'missing: APP-1 ours',
    'decimals: APP-1 ours',
    'rounding: APP-1 ours',
  ],
  commission: [
    'currency: COM-1 handbook',
    'scale: COM-1 handbook',
    'scale.mode: COM-1 ours',
    'scale.boundary: COM-1 ours',
    'scale.negative: COM-1 ours',
    'gate: COM-2 handbook',
    'gate.counts: COM-2 ours',
    'gate.startsIn: COM-2 ours',
    'awards: COM-3 handbook',
    'awards[0].for: COM-3 ours',
    'awards[0].order.comparison: COM-3 ours',
    'awards[0].whileGateShut: COM-3 ours',
    'coefficient: COM-5 handbook',
    'coefficient.applies: COM-5 ours',
    'base: COM-1 ours',
    'payout: COM-1 ours',
    'refunds: COM-1 ours',
    'rounding: COM-1 ours',
    'attribution: COM-1 ours',
    'credit: COM-1 ours',
  ],
  compensation: [
    'currency: GRA-3 ours',
    'rounding: GRA-3 ours',
    'consequences[0]: GRA-3 ours',
    'consequences[1]: GRA-4 handbook',
    'consequences[2]: GRA-6 handbook',
    'consequences[2].kind: GRA-6 ours',
    'consequences[3]: GRA-2 handbook',
    'consequences[3].proration: GRA-2 ours',
    'consequences[3].leavers: GRA-2 ours',
    'consequences[3].rounding: GRA-2 ours',
  ],
  grading: [
    'grades: GRA-1 ours',
    'decimals: GRA-1 ours',
    'rounding: GRA-1 ours',
    'consequences[0]: GRA-2 handbook',
    'consequences[0].per: GRA-2 ours',
    'consequences[0].once: GRA-2 ours',
    'consequences[1]: GRA-3 handbook',
    'consequences[1].unit: GRA-3 ours',
    'consequences[1].values.S: GRA-3 ours',
    'consequences[1].values.B: GRA-3 ours',
    'consequences[1].values.C: GRA-3 ours',
    'consequences[2]: GRA-4 handbook',
    'consequences[2].values.A: GRA-4 ours',
    'consequences[2].values.B: GRA-4 ours',
    'consequences[2].ends: GRA-4 ours',
    'consequences[3]: GRA-5 handbook',
    'consequences[3].streak.grades: GRA-5 ours',
    'consequences[3].streak.gap: GRA-5 ours',
    'consequences[3].streak.repeat: GRA-5 ours',
    'consequences[3].ends: GRA-5 ours',
    'consequences[4]: GRA-6 handbook',
    'consequences[4].kind: GRA-6 ours',
    'consequences[4].streak.gap: GRA-6 ours',
    'consequences[4].streak.repeat: GRA-6 ours',
    'consequences[4].ends: GRA-6 ours',
    'consequences[5]: GRA-6 handbook',
    'consequences[5].streak.gap: GRA-6 ours',
    'consequences[5].streak.repeat: GRA-6 ours',
    'consequences[6]: GRA-7 handbook',
    'consequences[6].streak.gap: GRA-7 ours',
    'consequences[6].streak.repeat: GRA-7 ours',
    'training: GRA-8 handbook',
    'training.weakBelow: GRA-8 ours',
    'moves[0]: GRA-10 handbook',
    'moves[0].requires: GRA-10 ours',
    'moves[1]: GRA-11 handbook',
    'moves[1].requires: GRA-11 ours',
    'leavers: GRA-10 handbook',
    'leavers.periods: GRA-10 ours',
    'leavers.minimum: GRA-10 ours',
    'leavers.regretted: GRA-10 ours',
    'raises: GRA-4 ours',
    'mentoring[0]: GRA-9 handbook',
    'mentoring[0].mentorGrades[0]: GRA-9 ours',
    'mentoring[0].choice: GRA-9 ours',
    'mentoring[0].proposes: GRA-9 ours',
    'mentoring[0].capacity: GRA-9 ours',
    'mentoring[1]: PRO-12 handbook',
    'mentoring[1].proposes: PRO-12 ours',
    'mentoring[1].capacity: PRO-12 ours',
  ],
  health: [
    'criteria: HEA-1 handbook',
    'criteria[0].weight: HEA-1 ours',
    'criteria[1].weight: HEA-1 ours',
    'criteria[2].weight: HEA-1 ours',
    'criteria[0].curve: HEA-1 ours',
    'criteria[1].curve: HEA-1 ours',
    'criteria[2].curve: HEA-1 ours',
    'missing: HEA-1 ours',
    'decimals: HEA-1 ours',
    'rounding: HEA-1 ours',
    'bands: HEA-1 ours',
    'unansweredInARow: HEA-2 handbook',
    'unansweredBy: HEA-2 ours',
  ],
  bantLeads: [
    'criteria: LEA-1 ours',
    'missing: LEA-1 ours',
    'decimals: LEA-1 ours',
    'rounding: LEA-1 ours',
    'bands: LEA-3 ours',
    'highValueFrom: LEA-3 ours',
    'disqualifiers: LEA-2 ours',
    'fit: LEA-5 ours',
    'fit.criteria[0].id: LEA-5 handbook',
    'fit.criteria[1].id: LEA-5 handbook',
    'fit.criteria[2].id: LEA-5 handbook',
    'fit.criteria[3].id: LEA-5 handbook',
    'fit.criteria[4].id: LEA-5 handbook',
    'fit.criteria[5].id: LEA-5 handbook',
    'intent: LEA-6 ours',
    'routing: LEA-3 ours',
    'routing.ranks: LEA-3 handbook',
    'sources: LEA-4 ours',
    'segments.criteria: LEA-7 handbook',
    'segments.criteria[0].weight: LEA-7 ours',
    'segments.criteria[1].weight: LEA-7 ours',
    'segments.criteria[2].weight: LEA-7 ours',
    'segments.criteria[0].curve: LEA-7 ours',
    'segments.criteria[1].curve: LEA-7 ours',
    'segments.criteria[2].curve: LEA-7 ours',
    'profiles: LEA-8 ours',
    'profiles.refreshEveryMonths: LEA-8 handbook',
  ],
  leads: [
    'criteria: LEA-1 handbook',
    'criteria[0].weight: LEA-1 ours',
    'criteria[1].weight: LEA-1 ours',
    'criteria[2].weight: LEA-1 ours',
    'criteria[0].curve: LEA-1 ours',
    'criteria[1].curve: LEA-1 ours',
    'criteria[2].curve: LEA-1 ours',
    'missing: LEA-1 ours',
    'decimals: LEA-1 ours',
    'rounding: LEA-1 ours',
    'bands: LEA-3 ours',
    'highValueFrom: LEA-3 ours',
    'disqualifiers: LEA-2 ours',
    'fit: LEA-5 ours',
    'fit.criteria[0].id: LEA-5 handbook',
    'fit.criteria[1].id: LEA-5 handbook',
    'fit.criteria[2].id: LEA-5 handbook',
    'fit.criteria[3].id: LEA-5 handbook',
    'fit.criteria[4].id: LEA-5 handbook',
    'fit.criteria[5].id: LEA-5 handbook',
    'intent: LEA-6 ours',
    'routing: LEA-3 ours',
    'routing.ranks: LEA-3 handbook',
    'sources: LEA-4 ours',
    'segments.criteria: LEA-7 handbook',
    'segments.criteria[0].weight: LEA-7 ours',
    'segments.criteria[1].weight: LEA-7 ours',
    'segments.criteria[2].weight: LEA-7 ours',
    'segments.criteria[0].curve: LEA-7 ours',
    'segments.criteria[1].curve: LEA-7 ours',
    'segments.criteria[2].curve: LEA-7 ours',
    'profiles: LEA-8 ours',
    'profiles.refreshEveryMonths: LEA-8 handbook',
  ],
  pipeline: [
    'currency: PIP-2 ours',
    'rounding: PIP-2 ours',
    'stages: PIP-1 handbook',
    'stages[0].to: PIP-1 ours',
    'stages[0].requires: PIP-6 ours',
    'stages[0].reports: PIP-6 ours',
    'stages[0].probability: PIP-9 ours',
    'stages[1].to: PIP-1 ours',
    'stages[1].requires: PIP-6 ours',
    'stages[1].reports: PIP-6 ours',
    'stages[1].probability: PIP-9 ours',
    'stages[2].to: PIP-1 ours',
    'stages[2].requires: PIP-6 ours',
    'stages[2].reports: PIP-6 ours',
    'stages[2].probability: PIP-9 ours',
    'stages[3].to: PIP-1 ours',
    'stages[3].requires: PIP-6 ours',
    'stages[3].reports: PIP-6 ours',
    'stages[3].probability: PIP-9 ours',
    'stages[4].to: PIP-1 ours',
    'stages[4].requires: PIP-6 ours',
    'stages[4].reports: PIP-6 ours',
    'stages[5].to: PIP-1 ours',
    'stages[5].requires: PIP-6 ours',
    'stages[5].reports: PIP-6 ours',
    'stages[0].requires[0]: PIP-4 handbook',
    'stages[0].requires[1]: PIP-4 handbook',
    'stages[2].requires[1]: PIP-4 handbook',
    'stages[3].requires[0]: PIP-8 handbook',
    'stages[3].requires[1]: PIP-8 handbook',
    'stages[3].requires[2]: PIP-4 handbook',
    'stages[4].requires[0]: PIP-7 handbook',
    'stages[4].requires[1]: PIP-7 handbook',
    'stages[4].requires[2]: PIP-7 handbook',
    'stages[4].requires[3]: PIP-4 handbook',
    'stages[5].requires[0]: PIP-4 handbook',
    'wonAt: PIP-2 ours',
    'minimumSample: PIP-3 ours',
    'forecast: PIP-9 ours',
    'collection.startsAt: PIP-2 ours',
    'receivables: PIP-2 ours',
    'discounts: PIP-8 ours',
    'discounts.floor.setBeforehand: PIP-8 handbook',
    'discounts.exchange.above: PIP-4 handbook',
    'discounts.exchange.concessions: PIP-8 handbook',
    'records: PIP-10 ours',
    'records.target: PIP-10 handbook',
    'priorities: PIP-5 ours',
    'priorities.always: PIP-5 handbook',
  ],
  rewards: [
    'currency: REW-4 ours',
    'rounding: REW-4 ours',
    'equity[0]: REW-1 handbook',
    'equity[0].vesting.every: REW-1 ours',
    'equity[0].vesting.cliffMonths: REW-1 ours',
    'equity[0].vesting.allocation: REW-1 ours',
    'equity[0].vesting.requires.comparison: REW-1 ours',
    'equity[0].vesting.requires.required: REW-1 ours',
    'equity[0].vesting.unmet: REW-1 ours',
    'equity[0].vesting.leavers: REW-1 ours',
    'equity[1]: REW-2 handbook',
    'equity[1].pool.exceeded: REW-2 ours',
    'equity[1].vesting: REW-2 ours',
    'hallOfFame: REW-3 handbook',
    'hallOfFame.rounding: REW-3 ours',
    'hallOfFame.ties: REW-3 ours',
    'allowances: REW-4 handbook',
    'allowances.months: REW-4 ours',
    'allowances.combine: REW-4 ours',
    'educationFund: REW-5 handbook',
    'educationFund.aboveLegalLimit: REW-5 ours',
    'titles: REW-6 handbook',
    'titles[0].per: REW-6 ours',
    'titles[0].by: REW-6 ours',
    'titles[0].places: REW-6 ours',
    'titles[0].ties: REW-6 ours',
    'titles[1].per: REW-6 ours',
    'titles[1].by: REW-6 ours',
    'titles[1].requires: REW-6 ours',
    'titles[1].places: REW-6 ours',
    'titles[1].ties: REW-6 ours',
    'titles[2].by: REW-6 ours',
    'titles[2].places: REW-6 ours',
    'titles[2].ties: REW-6 ours',
    'opportunities[0]: REW-7 handbook',
    'opportunities[0].requires: REW-7 ours',
    'opportunities[1]: REW-7 handbook',
    'opportunities[1].requires: REW-7 ours',
    'opportunities[2]: REW-8 handbook',
    'opportunities[2].requires: REW-8 ours',
  ],
  targets: [
    'currency: TAR-2 ours',
    'rounding: TAR-1 ours',
    'measures: TAR-2 handbook',
    'headShare: TAR-1 handbook',
    'revisedFrom: TAR-3 handbook',
    'signing: TAR-4 handbook',
    'signing.unsigned: TAR-4 ours',
    'signing.revised: TAR-4 ours',
    'requires: TAR-5 ours',
    'goals: TAR-6 handbook',
    'goals[0].amount: TAR-6 ours',
    'proration: TAR-2 ours',
    'ramp: TAR-2 ours',
  ],
  service: [
    'standards[0]: SLA-1 handbook',
    'standards[0].unit: SLA-1 ours',
    'standards[1]: SLA-2 handbook',
    'standards[1].unit: SLA-2 ours',
    'standards[2]: SLA-3 handbook',
    'standards[2].unit: SLA-10 handbook',
    'standards[2].until: SLA-3 ours',
    'standards[3]: SLA-4 handbook',
    'standards[3].unit: SLA-10 handbook',
    'standards[3].until: SLA-4 ours',
    'standards[4]: SLA-5 handbook',
    'standards[4].unit: SLA-5 ours',
    'standards[5]: SLA-6 handbook',
    'standards[5].unit: SLA-6 ours',
    'standards[6]: SLA-6 handbook',
    'standards[6].unit: SLA-6 ours',
    'standards[7]: SLA-7 handbook',
    'standards[7].unit: SLA-7 ours',
    'standards[8]: SLA-8 handbook',
    'standards[8].buffer.unit: SLA-8 ours',
    'standards[9]: SLA-11 handbook',
    'standards[9].within: SLA-11 ours',
    'standards[9].unit: SLA-11 ours',
    'quality: SLA-9 handbook',
  ],
} as const

describe('the whole provenance', () => {
  it.each(policies)('of the %s policy is this', (room, policy) => {
    const written = policy.provenance.map((one) => `${one.path}: ${one.clause} ${one.origin}`)
    expect(written).toEqual(provenances[room])
  })
})
