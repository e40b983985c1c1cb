import {
  type ApplicationStep,
  advanceApplication,
  aggregateReviews,
  attempt,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkTraining,
  type DefinedCareerPolicy,
  defineCareerPolicy,
  handbook,
  measureNewcomerRetention,
  nextRungs,
  openApplication,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

type By = (policy: DefinedCareerPolicy) => unknown

/** Without what only repeats the policy: of a condition counts what became of it, and not what was asked. */
const REPEATED = ['policy', 'required', 'comparison', 'each', 'passMark', 'weight', 'minimum']
const decisions = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part) => (REPEATED.includes(key) ? undefined : (part as unknown))),
  )

const decided = (run: By): By => {
  return (policy) => {
    const outcome = attempt(() => run(policy))
    return outcome.ok
      ? decisions(outcome.value)
      : outcome.issues.map(({ code, path }) => [code, path])
  }
}
const promoting = (rung: string, facts: object) =>
  decided((policy) => checkPromotion(facts, rung, policy))
const training = (facts: object) => decided((policy) => checkTraining(facts, policy))
const mentor = (facts: object) => decided((policy) => checkMentor(facts, policy))

const history = (unit: string, ...values: readonly (string | number | null)[]) =>
  values.flatMap((value, at) =>
    value === null ? [] : [{ period: unit === 'Q' ? `2026-Q${at + 1}` : `${2023 + at}`, value }],
  )
const supervisor = {
  attainmentLast12Months: { actual: 11, target: 10 },
  newcomerRetention: { actual: 4, target: 5 },
  managementAssessment: true,
  teamManagementCertificate: true,
}
const regional = { channelCases: 2, strategyDefence: true, asOf: '2026-Q3' }
const consultant = { industryCertificate: true, mastersIndustrySolutions: true }
const yes = [
  'hiringApproved',
  'sellsStandardProductsAlone',
  'committeeApproved',
  'takesPartInIndustryStandards',
  'leadsMajorDesigns',
]
const approved = Object.fromEntries(yes.map((id) => [id, true]))
const REPRESENTATIVE = 'sales-representative'
const SUPERVISOR = 'sales-supervisor'
const MANAGER = 'regional-manager'
const DIRECTOR = 'sales-director'
const CONSULTANT = 'senior-industry-consultant'

/** Facts that lie exactly on each mark, a little above and below it, and of another kind. */
const promotions: Readonly<Record<string, By>> = {
  'a representative on the mark': promoting(REPRESENTATIVE, {
    ...approved,
    monthlySales: '100000',
  }),
  'a representative of broken sales': promoting(REPRESENTATIVE, { monthlySales: '100000.50' }),
  'a supervisor on every mark': promoting(SUPERVISOR, { ...supervisor, teamSize: 3 }),
  'a supervisor of five': promoting(SUPERVISOR, { ...supervisor, teamSize: 5 }),
  'a supervisor of half a person': promoting(SUPERVISOR, { ...supervisor, teamSize: '4.5' }),
  'a supervisor of four': promoting(SUPERVISOR, { ...supervisor, teamSize: 4 }),
  'a supervisor without newcomers': promoting(SUPERVISOR, {
    ...{ ...supervisor, newcomerRetention: null },
    newcomersInTeam: 0,
  }),
  'a supervisor who lost newcomers': promoting(SUPERVISOR, {
    ...{ ...supervisor, newcomerRetention: '0.5' },
    newcomersInTeam: 4,
  }),
  'a supervisor with half a newcomer': promoting(SUPERVISOR, { newcomersInTeam: '0.5' }),
  'a supervisor short of the mark, without grades': promoting(SUPERVISOR, {
    ...supervisor,
    attainmentLast12Months: 1,
  }),
  'the fast track': promoting(SUPERVISOR, {
    yearlyGrades: history('', 'S', 'S'),
    asOf: '2024',
  }),
  'the fast track with a gap': promoting(SUPERVISOR, {
    yearlyGrades: history('', 'S', null, 'S'),
    asOf: '2025',
  }),
  'a manager of two good quarters': promoting(MANAGER, {
    ...regional,
    regionalAttainment: history('Q', 1, '1.01', { actual: 11, target: 10 } as never),
    teamSize: 10,
  }),
  'a manager of a quarter on target': promoting(MANAGER, {
    ...regional,
    regionalAttainment: history('Q', '1.01', 1, '1.01'),
    teamSize: '10.5',
  }),
  'a manager of quarters with a gap': promoting(MANAGER, {
    ...regional,
    regionalAttainment: history('Q', '1.01', null, '1.01'),
  }),
  'a manager of half a case': promoting(MANAGER, { channelCases: '2.5' }),
  'a director on every mark': promoting(DIRECTOR, {
    ...{ largestProject: '5000000', supervisorsDeveloped: 2, executiveInterview: true },
    currentRung: MANAGER,
  }),
  'a director of broken figures': promoting(DIRECTOR, {
    ...{ largestProject: '5000000.50', supervisorsDeveloped: '2.5' },
    currentRung: REPRESENTATIVE,
  }),
  'a junior consultant': promoting('junior-product-consultant', approved),
  'a senior consultant on every mark': promoting(CONSULTANT, {
    ...{ ...consultant, industrySolutions: 3, satisfaction: 90 },
    currentRung: 'junior-product-consultant',
  }),
  'a senior consultant of broken figures': promoting(CONSULTANT, {
    ...{ ...consultant, industrySolutions: 4, satisfaction: '90.5' },
    currentRung: 'product-expert',
  }),
  'a senior consultant of half a solution': promoting(CONSULTANT, { industrySolutions: '3.5' }),
  'a product expert on every mark': promoting('product-expert', {
    ...{ proposalsAdopted: 5, whitePaper: true, takesPartInProductDesign: true },
  }),
  'a product expert of half a proposal': promoting('product-expert', { proposalsAdopted: '5.5' }),
  'a chief consultant': promoting('chief-technical-consultant', approved),
  'another chief consultant': promoting('chief-technical-consultant', { committeeApproved: false }),
  ...Object.fromEntries(
    ['market-development', 'customer-success', 'training'].map((move) => [
      `a move to ${move}`,
      promoting(move, { moveApproved: true }),
    ]),
  ),
  'what is open to a representative': decided((policy) =>
    nextRungs({ currentRung: REPRESENTATIVE }, policy),
  ),
  'what is open to a junior consultant': decided((policy) =>
    nextRungs({ currentRung: 'junior-product-consultant' }, policy),
  ),
}

const weighed = (ability: string | number, contribution: string | number, potential = 70) =>
  promoting('product-expert', { ability, contribution, potential })
const dimensions: Readonly<Record<string, By>> = {
  'dimensions on the pass mark': weighed(70, 70),
  'dimensions that differ': weighed(90, 50, 10),
  'dimensions with a remainder': weighed('81.333', 70, 60),
  'dimensions with a remainder of half a hundredth': weighed('81.3375', 70, 60),
  'all of them full': weighed(100, 100, 100),
}

const reviewed = (manager: readonly unknown[], peers: readonly unknown[], customers: unknown[]) =>
  decided((policy) => aggregateReviews({ manager, peers, customers } as never, policy))
const reviews: Readonly<Record<string, By>> = {
  'reviews of enough': reviewed(['90.333'], [80, 70, 75], [85]),
  'reviews with half a hundredth': reviewed(['90.33'], [80, 70, 75], [85]),
  'reviews of all that may be': reviewed([100], [100, 100, 100], [100]),
  'reviews of none but the manager': reviewed([90], [], []),
  'reviews of two peers': reviewed([90, 91], [80, 70], [85, 84]),
  'reviews of many': reviewed([90, 91, 92], [80, 70, 75, 71], [85, 84, 83]),
}

const input = { applicant: 'Li', on: '2026-09-01', proofs: [{ for: '', document: 'report' }] }
const steps = (kind: string): readonly ApplicationStep[] => [
  {
    step: 'review-360',
    on: '2026-09-10',
    reviews: { manager: ['90.333'], peers: [80, 70, 75, 71], customers: [85, 86, 87] },
  },
  { step: 'defence', on: '2026-09-21', kind, passed: true },
  { step: 'publication', on: '2026-09-29' },
]
const applying = (rung: string, proof: string, kind: string) =>
  decided((policy) =>
    steps(kind).reduce(
      (application, step) => advanceApplication(application, step, policy, handbook.chinaCalendar),
      openApplication({ ...input, rung, proofs: [{ for: proof, document: 'report' }] }, policy),
    ),
  )
const applications: Readonly<Record<string, By>> = {
  'an application of a manager': applying(SUPERVISOR, 'managementAssessment', 'management-case'),
  'an application of an expert': applying(CONSULTANT, 'industryCertificate', 'solution'),
}

const coaching = (more: object) =>
  decided((policy) =>
    checkMentoring(
      {
        mentor: 'Zhao',
        mentee: 'Li',
        chosenBy: ['mentor', 'mentee'],
        from: '2026-01-01',
        asOf: '2026-04-01',
        sessions: ['01-09', '01-23', '02-06', '02-27', '03-06', '03-20'].map(
          (day) => `2026-${day}`,
        ),
        promotion: { on: '2026-03-31', rung: SUPERVISOR },
        ...more,
      },
      policy,
    ),
  )
const onTarget = (...years: readonly (number | string | null)[]) => ({
  yearlyAttainment: history('', ...years),
  coachedBefore: true,
})
const mentoring: Readonly<Record<string, By>> = {
  'a mentor on target': mentor({ ...onTarget(1, 1), asOf: '2024' }),
  'a mentor with a gap': mentor({ ...onTarget(1, null, 1), asOf: '2025' }),
  'a mentor by figures and targets': mentor({
    ...onTarget(1, { actual: 1, target: 1 } as never),
    asOf: '2024',
  }),
  'a mentor who never coached': mentor({ coachedBefore: false }),
  'a mentoring that was assessed': coaching({ assessments: ['2026-Q1'] }),
  'a mentoring that was not assessed': coaching({}),
}

const programmes: Readonly<Record<string, By>> = {
  'newcomers in training': training({
    ...{ trainingGroup: 'newcomers', productHandbook: true, productPractice: true },
    productCertificate: true,
  }),
  'a backbone in training': training({ trainingGroup: 'backbone', advancedSellingCourse: true }),
  'a reserve in training': training({ trainingGroup: 'reserve', managementCourse: true }),
  'supervisors in training': training({ currentRung: SUPERVISOR, managerShadowed: true }),
}

const retention: Readonly<Record<string, By>> = {
  'newcomers who stayed': decided((policy) =>
    measureNewcomerRetention(
      { asOf: '2026-09-01', people: [{ id: 'Wang', joined: '2025-08-15' }] },
      policy,
    ),
  ),
}

/** What one part of a score weighs more, the next one weighs less. */
const weigh =
  (list: (copy: Json) => readonly { weight: number }[], index: number): Change =>
  (copy) => {
    const parts = list(copy)
    const [one, other] = [parts[index], parts[(index + 1) % parts.length]]
    if (one === undefined || other === undefined) return
    one.weight += 5
    other.weight -= 5
  }
type Json = Parameters<Change>[0]
const criteria = (copy: Json) =>
  (copy['dimensions'] as { criteria: readonly { weight: number }[] }).criteria
const groups = (copy: Json) => (copy['reviews'] as { groups: readonly { weight: number }[] }).groups

/** Each condition of the policy, with the path to it. */
interface Found {
  readonly path: string
  readonly comparison: string
  readonly required: unknown
}

function conditionsIn(value: unknown, path: readonly string[] = []): Found[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, one]) => conditionsIn(one, [...path, key]))
  return 'comparison' in value ? [{ ...(value as Found), path: path.join('.') }, ...inner] : inner
}

/** A figure that is asked for is asked more strictly, so that who is exactly on the mark is not on it any more. */
function stricter({ comparison, required }: Found): string {
  const step = Number(required) < 2 && String(required).includes('.') ? 0.01 : 1
  return String(Number(required) + (comparison === 'at-most' ? -step : step))
}

const conditions = conditionsIn(handbook.careers)
const isFigure = ({ required }: Found) => typeof required === 'string' && /^[0-9.]+$/.test(required)
/** The curve itself changes with its kind, as each kind has figures of its own. */
const asRatio =
  (index: number): Change =>
  (copy) => {
    const one = criteria(copy)[index] as { curve?: unknown }
    one.curve = { kind: 'ratio', cap: 100 }
  }

everyLeafDecides('the handbook’s careers', {
  policy: handbook.careers,
  define: defineCareerPolicy as (json: never) => DefinedCareerPolicy,
  outcomes: {
    ...promotions,
    ...dimensions,
    ...reviews,
    ...applications,
    ...mentoring,
    ...programmes,
    ...retention,
  },
  words: {
    'at-least': 'above',
    above: 'at-least',
    'at-most': 'below',
    equals: 'at-least',
    report: 'require',
    ratio: 'money',
    money: 'count',
    count: 'points',
    points: 'count',
    'not-applicable': 'unknown',
    break: 'ignore',
    year: 'quarter',
    quarter: 'half-year',
    excluded: 'included',
    'half-up': 'down',
  },
  changes: {
    ...Object.fromEntries(
      conditions.filter(isFigure).map((one) => [`${one.path}.required`, stricter(one)]),
    ),
    ...Object.fromEntries(
      [0, 1, 2].flatMap((at) => [
        [`dimensions.criteria.${at}.weight`, weigh(criteria, at)],
        [`dimensions.criteria.${at}.curve.kind`, asRatio(at)],
        [`reviews.groups.${at}.weight`, weigh(groups, at)],
      ]),
    ),
    maximum: 99,
  },
  // Of a yes, or of a word, there is no more and no less.
  refused: Object.fromEntries(
    conditions
      .filter((one) => !isFigure(one))
      .map(({ path }) => [`${path}.comparison`, 'POLICY_CONFLICT']),
  ),
})
