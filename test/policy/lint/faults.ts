import {
  type CommissionPlanInput,
  defineAppraisalScheme,
  defineCareerPolicy,
  defineCommissionPlan,
  defineCompensationPlan,
  defineGradingPolicy,
  defineHealthModel,
  defineLeadModel,
  definePolicy,
  defineRewardPolicy,
  defineSalesProcess,
  defineServiceStandards,
  defineTargetPlan,
  handbook,
  type IssueCode,
  type LintedPolicy,
  type PolicyVersionInput,
} from 'sales-rules'

/** A policy with one known fault, in words, and where lint finds it. */
export interface Fault {
  readonly says: string
  readonly policy: LintedPolicy
  readonly code: IssueCode
  readonly path: string
}

type Tiers = CommissionPlanInput['scale']['tiers']

const whole = (rates: readonly string[]): Tiers =>
  rates.map((rate, index) => ({
    id: `tier-${index + 1}`,
    upTo: index === rates.length - 1 ? null : String((index + 1) * 1000),
    rate,
  }))

const rising = whole(['0.03', '0.04', '0.05'])

export const plan = (more: Partial<CommissionPlanInput> = {}) =>
  defineCommissionPlan({
    currency: 'EUR',
    tiersPer: 'month',
    scale: { mode: 'marginal', tiers: rising },
    ...more,
  })

/** A plan that has a code at most once, whatever else it has. */
const commissions: readonly Fault[] = [
  {
    says: 'all sales earn a lower rate from 1,000 on: 50.00, and then 40.00',
    policy: plan({ scale: { mode: 'whole-amount', tiers: whole(['0.05', '0.04', '0.06']) } }),
    code: 'PAY_FALLS',
    path: 'scale.tiers[1]',
  },
  {
    says: 'an accelerator that slows down at 120% of the target',
    policy: plan({
      accelerator: {
        mode: 'whole-amount',
        steps: [
          { id: 'up', upTo: '1.2', multiplier: '1' },
          { id: 'down', upTo: null, multiplier: '0.8' },
        ],
      },
    }),
    code: 'PAY_FALLS',
    path: 'accelerator.steps[1]',
  },
  {
    says: 'a rate rule of which all sales earn less from 1,000 on',
    policy: plan({
      rates: [
        {
          id: 'service',
          when: { product: ['service'] },
          scale: { mode: 'whole-amount', tiers: whole(['0.05', '0.01']) },
        },
      ],
    }),
    code: 'PAY_FALLS',
    path: 'rates[0].scale.tiers[1]',
  },
  {
    says: 'a gate at the target: nothing, and then everything',
    policy: plan({ gate: { attainment: 1 } }),
    code: 'PAY_JUMPS',
    path: 'gate',
  },
  {
    says: 'a flat amount for reaching the second tier',
    policy: plan({
      scale: {
        mode: 'marginal',
        tiers: [
          { id: 'first', upTo: '1000', rate: '0.03' },
          { id: 'second', upTo: null, rate: '0.03', amount: '500' },
        ],
      },
    }),
    code: 'PAY_JUMPS',
    path: 'scale.tiers[1]',
  },
  {
    says: 'a 60% rate, doubled from the target on',
    policy: plan({
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.6' }] },
      accelerator: {
        mode: 'whole-amount',
        steps: [
          { id: 'below', upTo: '1', multiplier: '1' },
          { id: 'above', upTo: null, multiplier: '2' },
        ],
      },
    }),
    code: 'PAY_ABOVE_SALES',
    path: 'scale',
  },
  {
    says: 'a second tier at the rate of the first',
    policy: plan({ scale: { mode: 'marginal', tiers: whole(['0.03', '0.03', '0.05']) } }),
    code: 'TIER_WITHOUT_EFFECT',
    path: 'scale.tiers[1]',
  },
  {
    says: 'a tier below 80% of the target, under a gate at 100%',
    policy: plan({
      gate: { attainment: 1 },
      scale: {
        mode: 'whole-amount',
        thresholds: 'attainment',
        tiers: [
          { id: 'low', upTo: '0.8', rate: '0.01' },
          { id: 'high', upTo: null, rate: '0.02' },
        ],
      },
    }),
    code: 'TIER_NEVER_PAYS',
    path: 'scale.tiers[0]',
  },
  {
    says: 'a cap of 40 that the second tier reaches',
    policy: plan({ cap: { amount: '40' } }),
    code: 'TIER_ABOVE_CAP',
    path: 'scale.tiers[2]',
  },
  {
    says: 'sales above 1,000 that earn nothing, by a cap on the base',
    policy: plan({ cap: { base: '1000' } }),
    code: 'TIER_ABOVE_CAP',
    path: 'scale.tiers[1]',
  },
  {
    says: 'a cap of 500 on a scale that ends at 120',
    policy: plan({
      cap: { amount: '500' },
      scale: {
        mode: 'marginal',
        beyond: 'stop',
        tiers: [
          { id: 'first', upTo: '1000', rate: '0.04' },
          { id: 'last', upTo: '2000', rate: '0.08' },
        ],
      },
    }),
    code: 'CAP_WITHOUT_EFFECT',
    path: 'cap.amount',
  },
  {
    says: 'four quarters of 1,000, which never come to a year of 5,000',
    policy: plan({ cap: { quarter: '1000', year: '5000' } }),
    code: 'CAP_WITHOUT_EFFECT',
    path: 'cap.year',
  },
  {
    says: 'a quarter of 900, where each of its months is capped at 300',
    policy: plan({ cap: { amount: '300', quarter: '900' } }),
    code: 'CAP_WITHOUT_EFFECT',
    path: 'cap.quarter',
  },
  {
    says: 'a half-year of 4,000 in a year of 3,000',
    policy: plan({ cap: { half: '4000', year: '3000' } }),
    code: 'CAP_WITHOUT_EFFECT',
    path: 'cap.half',
  },
  {
    says: 'a cap on the quarter that the second tier of a month reaches',
    policy: plan({ cap: { quarter: '40' } }),
    code: 'TIER_ABOVE_CAP',
    path: 'scale.tiers[2]',
  },
  {
    says: 'tiers of a year, in payments that count to date over a quarter',
    policy: plan({ tiersPer: 'year', payment: { accrual: 'quarter-to-date' } }),
    code: 'TIERS_OF_OTHER_SPAN',
    path: 'tiersPer',
  },
  {
    says: 'tiers without a period',
    policy: defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers: rising },
    }),
    code: 'TIERS_WITHOUT_PERIOD',
    path: 'tiersPer',
  },
  {
    says: 'tiers that begin anew each month',
    policy: plan(),
    code: 'ORDER_MOVED_PAYS_MORE',
    path: 'scale',
  },
  {
    says: 'no more than 30 for a line',
    policy: plan({ cap: { line: '30' } }),
    code: 'ORDERS_SPLIT_PAY_MORE',
    path: 'cap',
  },
  {
    says: 'at least 20 for a line',
    policy: plan({ floor: { line: '20' } }),
    code: 'ORDERS_SPLIT_PAY_MORE',
    path: 'floor',
  },
  {
    says: 'tiers through which each order goes on its own',
    policy: plan({ scale: { mode: 'marginal', per: 'order', tiers: rising } }),
    code: 'ORDERS_JOINED_PAY_MORE',
    path: 'scale',
  },
  {
    says: 'an award for an order above 5,000',
    policy: plan({
      awards: [
        { id: 'large', for: 'any', order: { comparison: 'above', amount: '5000' }, amount: '100' },
      ],
    }),
    code: 'ORDERS_JOINED_PAY_MORE',
    path: 'awards',
  },
  {
    says: 'a gate that asks for a score of 80 and below 60',
    policy: plan({
      gate: {
        conditions: {
          all: [
            { id: 'score', comparison: 'at-least', required: 80, unit: 'points' },
            { id: 'score', comparison: 'below', required: 60, unit: 'points' },
          ],
        },
      },
    }),
    code: 'CONDITION_NEVER_MET',
    path: 'gate.conditions',
  },
  {
    says: 'an award on two counts that exclude each other',
    policy: plan({
      awards: [
        {
          id: 'new',
          for: 'any',
          amount: '5',
          conditions: {
            all: [
              { id: 'deals', comparison: 'above', required: 2, unit: 'count' },
              { id: 'deals', comparison: 'below', required: 3, unit: 'count' },
            ],
          },
        },
      ],
    }),
    code: 'CONDITION_NEVER_MET',
    path: 'awards[0].conditions',
  },
  {
    says: 'a gate on a count of 0 or more',
    policy: plan({
      gate: { conditions: { id: 'visits', comparison: 'at-least', required: 0, unit: 'count' } },
    }),
    code: 'CONDITION_ALWAYS_MET',
    path: 'gate.conditions',
  },
  {
    says: 'refunds that take nothing back',
    policy: plan({ scale: { mode: 'marginal', negative: 'zero', tiers: rising } }),
    code: 'CONVENTION_UNUSUAL',
    path: 'scale.negative',
  },
  {
    says: 'halves that go to the even cent',
    policy: plan({ rounding: { mode: 'half-even' } }),
    code: 'CONVENTION_UNUSUAL',
    path: 'rounding.mode',
  },
  {
    says: 'a gate above which alone sales count',
    policy: plan({ gate: { attainment: 1, counts: 'above-target' } }),
    code: 'CONVENTION_UNUSUAL',
    path: 'gate.counts',
  },
]

const steps = (low: number, high: number) =>
  ({
    kind: 'steps',
    below: low,
    steps: [{ from: '1', points: high }],
  }) as const

const bands = [
  { id: 'hot', from: 70 },
  { id: 'warm', from: 40 },
  { id: 'cold', from: 0 },
]

const leads = (criteria: Parameters<typeof defineLeadModel>[0]['criteria'], more: object = {}) => {
  const { id, version, provenance, fit, intent, segments, ...rest } = handbook.leads
  return defineLeadModel({
    ...rest,
    disqualifiers: [],
    criteria,
    bands,
    highValueFrom: 'hot',
    ...more,
  })
}

const scores: readonly Fault[] = [
  {
    says: 'a budget of 80 in 100, in two steps that nothing else bridges',
    policy: leads([
      { id: 'budget', weight: 80, curve: steps(0, 100) },
      { id: 'need', weight: 20, curve: 'points' },
    ]),
    code: 'PART_DECIDES_ALL',
    path: 'criteria[0]',
  },
  {
    says: 'a source that has the same points wherever a lead is from',
    policy: leads([
      { id: 'budget', weight: 60, curve: 'points' },
      { id: 'source', weight: 40, curve: { kind: 'choice', choices: { web: 50, fair: 50 } } },
    ]),
    code: 'PART_WITHOUT_EFFECT',
    path: 'criteria[1]',
  },
  {
    says: 'no more than 60 points, where hot begins at 70',
    policy: leads([{ id: 'budget', weight: 100, curve: { kind: 'points', maximum: 60 } }]),
    code: 'BAND_UNREACHABLE',
    path: 'bands[0]',
  },
  {
    says: 'no fewer than 40 points, where cold ends',
    policy: leads([
      { id: 'size', weight: 100, curve: { kind: 'choice', choices: { small: 40, large: 90 } } },
    ]),
    code: 'BAND_UNREACHABLE',
    path: 'bands[2]',
  },
  {
    says: 'leads of high value from the lowest band on',
    policy: leads([{ id: 'budget', weight: 100, curve: 'points' }], { highValueFrom: 'cold' }),
    code: 'FIELD_WITHOUT_EFFECT',
    path: 'highValueFrom',
  },
  {
    says: 'a bad part that holds the band down to the best one',
    policy: defineHealthModel({
      missing: 'reweight',
      criteria: [{ id: 'visits', weight: 100, curve: 'points' }],
      bands,
      worstPart: { below: 20, bandAtMost: 'hot' },
    }),
    code: 'FIELD_WITHOUT_EFFECT',
    path: 'worstPart',
  },
  {
    says: 'a score of 0 for what nobody knows',
    policy: defineHealthModel({
      missing: 'zero',
      criteria: [{ id: 'visits', weight: 100, curve: 'points' }],
      bands,
    }),
    code: 'CONVENTION_UNUSUAL',
    path: 'missing',
  },
  {
    says: 'a challenge of 150% on a curve that ends at 100 points',
    policy: defineAppraisalScheme({
      missing: 'refuse',
      indicators: [{ id: 'sales', weight: 100, levels: [{ id: 'challenge', from: '1.5' }] }],
    }),
    code: 'LEVEL_WITHOUT_EFFECT',
    path: 'indicators[0].levels[0]',
  },
  {
    says: 'a bonus of half a month for B, and less for A',
    policy: defineGradingPolicy({
      grades: [
        { id: 'A', from: 80 },
        { id: 'B', from: 60 },
        { id: 'C', from: 0 },
      ],
      consequences: [
        {
          kind: 'bonus',
          clause: 'GRA-3',
          unit: 'months-of-base-salary',
          values: { A: 0.3, B: 0.5 },
        },
      ],
    }),
    code: 'WORSE_GRADE_GETS_MORE',
    path: 'consequences[0].values.B',
  },
]

const targets = (more: Partial<Parameters<typeof defineTargetPlan>[0]>) => {
  const { profile, ramp, provenance, ...rest } = handbook.targets
  return defineTargetPlan({ ...rest, ...more })
}

const answer = (id: string) => ({ id, comparison: 'equals', required: true }) as const

const rooms: readonly Fault[] = [
  {
    says: 'a rung that asks for two years at S, and none at S',
    policy: defineCareerPolicy({
      ladders: [
        {
          id: 'sales',
          clause: 'PRO-1',
          rungs: [
            {
              id: 'rep',
              requires: {
                all: [
                  { id: 'grade', comparison: 'equals', required: 'S' },
                  { id: 'grade', comparison: 'one-of', required: ['A', 'B'] },
                ],
              },
            },
          ],
        },
      ],
    }),
    code: 'CONDITION_NEVER_MET',
    path: 'ladders[0].rungs[0].requires',
  },
  {
    says: 'two rungs, of which each is come to from the other',
    policy: defineCareerPolicy({
      ladders: [
        {
          id: 'sales',
          clause: 'PRO-1',
          rungs: [
            { id: 'rep', requires: answer('trained') },
            { id: 'expert', from: ['chief'], requires: answer('certified') },
            { id: 'chief', requires: answer('published') },
          ],
        },
      ],
    }),
    code: 'NEVER_REACHED',
    path: 'ladders[0].rungs[1].from',
  },
  {
    says: 'three to five people, and then ten',
    policy: handbook.careers,
    code: 'BETWEEN_STANDARDS',
    path: 'ladders[0].rungs[1].standard',
  },
  {
    says: 'all of a course for the first two of three years',
    policy: defineRewardPolicy({
      currency: 'CNY',
      educationFund: {
        clause: 'REW-5',
        aboveLegalLimit: 'report',
        repayment: {
          kind: 'steps',
          boundary: 'upper-tier',
          steps: [
            { upToMonths: 24, share: 1 },
            { upToMonths: 36, share: '0' },
          ],
        },
      },
    }),
    code: 'TERMS_ABOVE_LAW',
    path: 'educationFund.repayment.steps[0]',
  },
  {
    says: 'a chance of 50%, and of 40% in the next stage',
    policy: (() => {
      const { id, version, provenance, ...rest } = handbook.pipeline
      const stages = rest.stages.map((stage, index) => ({
        ...stage,
        probability: ['0.1', '0.5', '0.4'][index] ?? '0.9',
      }))
      const wonAt = stages.findIndex((stage) => stage.id === rest.wonAt)
      return defineSalesProcess({
        ...rest,
        stages: stages.map(({ probability, ...stage }, index) =>
          index < wonAt ? { ...stage, probability } : stage,
        ),
      })
    })(),
    code: 'LATER_IS_LESS',
    path: 'stages[2].probability',
  },
  {
    says: 'a warning two hours before what is due in two hours',
    policy: defineServiceStandards({
      standards: [
        {
          id: 'answer',
          clauses: ['SLA-5'],
          within: '2',
          unit: 'hours',
          warning: { before: '2', unit: 'hours' },
        },
      ],
    }),
    code: 'FIELD_WITHOUT_EFFECT',
    path: 'standards[0].warning',
  },
  {
    says: 'an error rate of 1% at most and of 2% at least',
    policy: defineServiceStandards({
      standards: [],
      quality: [
        {
          all: [
            { id: 'errors', comparison: 'at-most', required: '0.01', unit: 'ratio' },
            { id: 'errors', comparison: 'at-least', required: '0.02', unit: 'ratio' },
          ],
        },
      ],
    }),
    code: 'CONDITION_NEVER_MET',
    path: 'quality[0]',
  },
  {
    says: 'a February that weighs nothing',
    policy: targets({
      profile: Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          String(index + 1).padStart(2, '0'),
          index === 1 ? 0 : 1,
        ]),
      ),
    }),
    code: 'MONTH_WITHOUT_TARGET',
    path: 'profile.02',
  },
  {
    says: 'a ramp that falls in the third month',
    policy: targets({
      ramp: ['0.5', '0.8', '0.6', '1'],
    }),
    code: 'LATER_IS_LESS',
    path: 'ramp[2]',
  },
  {
    says: 'a ramp that stops at 80%',
    policy: targets({
      ramp: ['0.5', '0.8'],
    }),
    code: 'NEVER_WHOLE',
    path: 'ramp[1]',
  },
  {
    says: 'a component of which all sales earn less from 1,000 on',
    policy: defineCompensationPlan({
      currency: 'EUR',
      consequences: [],
      components: [
        {
          id: 'revenue',
          commission: {
            currency: 'EUR',
            tiersPer: 'month',
            scale: { mode: 'whole-amount', tiers: whole(['0.05', '0.04']) },
          },
        },
      ],
    }),
    code: 'PAY_FALLS',
    path: 'components[0].commission.scale.tiers[1]',
  },
]

/** A document of versions, of which the first is that of 2026. */
export const versions = (
  first: Omit<PolicyVersionInput, 'version' | 'effectiveFrom'>,
  ...later: PolicyVersionInput[]
) =>
  definePolicy({
    id: 'acme',
    versions: [{ version: '2026', effectiveFrom: '2026-01-01', ...first }, ...later],
  })

export const scheme = (more: Partial<Parameters<typeof defineAppraisalScheme>[0]> = {}) =>
  defineAppraisalScheme({
    missing: 'refuse',
    indicators: [{ id: 'sales', weight: 100, curve: 'ratio' }],
    ...more,
  })

const commission = plan()
const other = plan({ scale: { mode: 'marginal', tiers: whole(['0.02', '0.04', '0.05']) } })
const quarterly = (rate: string) =>
  plan({ tiersPer: 'quarter', scale: { mode: 'marginal', tiers: whole([rate, '0.05']) } })
const { grading } = handbook

const documents: readonly Fault[] = [
  {
    says: 'a document that ends with the year',
    policy: versions({ until: '2027-01-01', commission }),
    code: 'POLICY_ENDS',
    path: 'versions[0].until',
  },
  {
    says: 'a July without a version',
    policy: versions(
      { until: '2026-07-01', commission },
      { version: 'autumn', effectiveFrom: '2026-08-01', commission },
    ),
    code: 'VERSIONS_LEAVE_HOLE',
    path: 'versions[0].until',
  },
  {
    says: 'a version that only has another name',
    policy: versions(
      { commission },
      { version: '2027', effectiveFrom: '2027-01-01', commission: plan({ id: 'renamed' }) },
    ),
    code: 'DECIDES_THE_SAME',
    path: 'versions[1]',
  },
  {
    says: 'a group whose plan is that of everybody',
    policy: versions({ commission, groups: { sdr: { commission } } }),
    code: 'DECIDES_THE_SAME',
    path: 'versions[0].groups.sdr',
  },
  {
    says: 'two groups of one plan',
    policy: versions({
      commission,
      groups: { sdr: { commission: other }, bdr: { commission: other } },
    }),
    code: 'DECIDES_THE_SAME',
    path: 'versions[0].groups.bdr',
  },
  {
    says: 'a plan of quarters that changes in May',
    policy: versions(
      { commission: quarterly('0.03') },
      { version: 'may', effectiveFrom: '2026-05-01', commission: quarterly('0.04') },
    ),
    code: 'VERSION_WITHIN_PERIOD',
    path: 'versions[1].commission.tiersPer',
  },
  {
    says: 'a group that has a plan of its own until the middle of a quarter',
    policy: versions(
      { commission, groups: { sdr: { commission: quarterly('0.03') } } },
      { version: 'may', effectiveFrom: '2026-05-01', commission: other },
    ),
    code: 'PLAN_GONE_WITHIN_PERIOD',
    path: 'versions[1].groups.sdr.commission',
  },
  {
    says: 'a plan of quarters that ends in May for everybody',
    policy: versions(
      { commission: quarterly('0.03') },
      { version: 'may', effectiveFrom: '2026-05-01', grading },
    ),
    code: 'PLAN_GONE_WITHIN_PERIOD',
    path: 'versions[1].commission',
  },
  {
    says: 'commissions by the calendar, and targets from April',
    policy: versions({ commission, targets: targets({ yearStartsIn: 4 }) }),
    code: 'YEARS_DIFFER',
    path: 'versions[0].commission.yearStartsIn',
  },
  {
    says: 'a veto to a grade D, which nobody is given',
    policy: versions({
      appraisal: scheme({
        gradeCaps: [
          {
            id: 'compliance',
            requires: { id: 'compliant', comparison: 'equals', required: true },
            gradeAtMost: 'D',
          },
        ],
      }),
      grading,
    }),
    code: 'GRADE_UNKNOWN',
    path: 'versions[0].appraisal.gradeCaps[0].gradeAtMost',
  },
  {
    says: 'an S from 90 on, where no score is above 85',
    policy: versions({ appraisal: scheme({ maximum: 85 }), grading }),
    code: 'BAND_UNREACHABLE',
    path: 'versions[0].grading.grades[0]',
  },
  {
    says: 'a cliff in the plan of a group',
    policy: versions({
      commission,
      groups: {
        sdr: {
          commission: plan({
            scale: { mode: 'whole-amount', tiers: whole(['0.05', '0.04', '0.06']) },
          }),
        },
      },
    }),
    code: 'PAY_FALLS',
    path: 'versions[0].groups.sdr.commission.scale.tiers[1]',
  },
]

export const FAULTS: readonly Fault[] = [...commissions, ...scores, ...rooms, ...documents]
