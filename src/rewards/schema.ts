import * as z from 'zod'
import type { DecimalInput, InstalmentRule, Issue, RoundingMode, TieRule } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import { known } from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import { instalmentRules } from '../kernel/number/instalments.js'
import { tieRules } from '../kernel/number/rank.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type ConditionInput,
  checked,
  completeRounding,
  conditionSchema,
  currencyIssues,
  duplicateIds,
  headerShape,
  type MoneyRoundingInput,
  moneyRounding,
  name,
  notRising,
  oneOf,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  ratio,
  readPolicy,
  roundingMode,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { LEAVER_GAINS, SHARE_RISES } from './issues.js'
import { cliffIssues, EDUCATION_FUND, INTERVALS, MOST_MONTHS, MOST_TRANCHES } from './read.js'
import type {
  CustomTranche,
  DefinedRewardPolicy,
  EducationFundRules,
  EquityPlan,
  LeaverRule,
  PoolRules,
  RewardPolicy,
  TitleRules,
  VestingInterval,
} from './types.js'

/** When which part of a grant vests, as it is written down: by default each year, without a cliff, and rounded down to date. */
interface VestingRulesInput {
  /** How many equal tranches; or each tranche by itself, from the first to the last. */
  readonly tranches:
    | number
    | readonly {
        /** How many months after the start it vests. 1 to 1,200. */
        readonly months: number
        /** Its part of the grant, beside the weights of the others. Above 0. */
        readonly weight: DecimalInput
        /** What it needs to vest, where that is not what every tranche of the plan needs. */
        readonly requires?: ConditionInput
      }[]
  /** How long from one equal tranche to the next. `year` by default. */
  readonly every?: VestingInterval
  /** What falls before so many months from the start vests together then; 0 is no cliff. 0 to 1,200; `0` by default. */
  readonly cliffMonths?: number
  /** Which tranche gets what does not divide into whole shares. `cumulative-round-down` by default. */
  readonly allocation?: InstalmentRule
  /** What each tranche needs to vest, beside time. */
  readonly requires?: ConditionInput
  /**
   * A tranche that does not meet it is forfeited; or carried to the next one that does, and forfeited if none does. `forfeit` by
   * default.
   */
  readonly unmet?: 'forfeit' | 'carry'
  /** What becomes of a grant when its holder leaves, by how they leave. None by default. */
  readonly leavers?: readonly LeaverRule[]
}

/** A reward policy as it is written down. By default nothing is given; what a reward needs has no condition where none is named. */
export interface RewardPolicyInput extends PolicyHeaderInput {
  /** The currency of allowances and of the education fund, a code of ISO 4217. */
  readonly currency: string
  /** How an allowance or a repayment is rounded. */
  readonly rounding?: MoneyRoundingInput
  /** The plans under which shares or options are granted. */
  readonly equity?: readonly {
    /** Names the plan, by which options are granted; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** Who may be granted any; anybody, where it is left out. */
    readonly requires?: ConditionInput
    /** A pool that grants come out of, where there is one. */
    readonly pool?: {
      /**
       * `in-order`: the first given is met first; `pro-rata`: each gets its part, in whole options, by largest remainder. `in-order` by
       * default.
       */
      readonly exceeded?: PoolRules['exceeded']
    }
    /** When what was granted is theirs. */
    readonly vesting: VestingRulesInput
  }[]
  /** Who enters the hall of fame. */
  readonly hallOfFame?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** The part of those who have a result, from 0 to 1. */
    readonly share: DecimalInput
    /** Which way a broken place goes: 10% of 15 people is one place, or two. */
    readonly rounding: RoundingMode
    /** Who of several with one result is in at the last place. `all` by default. */
    readonly ties?: TieRule
  }
  /** What certificates are worth a month. */
  readonly allowances?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** The certificates that have an allowance. */
    readonly certificates: readonly {
      /** Names the certificate; each once. */
      readonly id: string
      /** A month. Above 0. */
      readonly amount: DecimalInput
    }[]
    /**
     * A month counts once a day of it is held (`started`), when all are (`whole`), or by the days held (`by-day`). `started` by default.
     */
    readonly months?: 'started' | 'whole' | 'by-day'
    /** Of several certificates all are paid in a month, or the one that comes to most. `all` by default. */
    readonly combine?: 'all' | 'highest'
  }
  /** Who has a course paid, and what is paid back after leaving. */
  readonly educationFund?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** Who may draw on it; anybody, where it is left out. */
    readonly requires?: ConditionInput
    /** What is paid back of the cost. */
    readonly repayment?:
      | {
          /** In proportion to the days that are left. */
          readonly kind: 'by-day'
        }
      | {
          /** A share by the months that were served. */
          readonly kind: 'steps'
          /** From the shortest service; after the last end nothing is owed. */
          readonly steps: readonly {
            /** How many months of service it ends with. 1 to 1,200. */
            readonly upToMonths: number
            /** The part that is owed, from 0 to 1. */
            readonly share: DecimalInput
          }[]
          /** Which step has somebody who has served exactly to an end: the one before it (`lower-tier`), or after it. */
          readonly boundary: 'upper-tier' | 'lower-tier'
        }
    /** More than the law allows, which is pro rata by day, is cut to it (`cap`), or only named (`report`). `cap` by default. */
    readonly aboveLegalLimit?: EducationFundRules['aboveLegalLimit']
  }
  /** Titles, and to whom they go. */
  readonly titles?: readonly {
    /** Names the title; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** For which length of period it is awarded. */
    readonly per: TitleRules['per']
    /** The facts that decide, all of them the more the better: the first, and where it is equal the next. */
    readonly by: readonly string[]
    /** Who may get it; anybody, where it is left out. */
    readonly requires?: ConditionInput
    /** How many get it. 1 to 1,000; `1` by default. */
    readonly places?: number
    /** Who of several with one figure has the last place. `all` by default. */
    readonly ties?: TieRule
  }[]
  /** What is offered to whoever meets a condition: training abroad, an internal venture. */
  readonly opportunities?: readonly {
    /** Names the reward, by which it is asked for; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** What must be met for it. */
    readonly requires: ConditionInput
  }[]
}

const months = () => wholeNumber(1, MOST_MONTHS)

const customTranche = strict({
  months: months(),
  weight: positive(),
  requires: conditionSchema.exactOptional(),
})

const equalTranches = wholeNumber(1, MOST_TRANCHES)
const customTranches = z.array(customTranche).min(1).max(MOST_TRANCHES)

/** A number of tranches, or each of them. */
const tranches: z.ZodType<number | readonly CustomTranche[], VestingRulesInput['tranches']> = oneOf(
  [equalTranches, customTranches],
  (value) => (Array.isArray(value) ? customTranches : equalTranches),
)

const vesting = () =>
  strict({
    tranches,
    every: z.enum(INTERVALS).default('year'),
    cliffMonths: wholeNumber(0, MOST_MONTHS).default(0),
    allocation: z.enum(instalmentRules).default('cumulative-round-down'),
    requires: conditionSchema.exactOptional(),
    unmet: z.enum(['forfeit', 'carry']).default('forfeit'),
    leavers: z
      .array(
        strict({
          kind: name(),
          vested: z.enum(['keep', 'forfeit']),
          unvested: z.enum(['forfeit', 'pro-rata', 'accelerate', 'continue']),
        }),
      )
      .max(100)
      .default([]),
  })

const equityPlan = strict({
  id: name(),
  clause: name(),
  requires: conditionSchema.exactOptional(),
  pool: strict({ exceeded: z.enum(['in-order', 'pro-rata']).default('in-order') }).exactOptional(),
  vesting: vesting(),
})

const hallOfFame = strict({
  clause: name(),
  share: ratio(),
  rounding: roundingMode(),
  ties: z.enum(tieRules).default('all'),
})

const allowances = strict({
  clause: name(),
  certificates: z
    .array(strict({ id: name(), amount: positive() }))
    .min(1)
    .max(1000),
  months: z.enum(['started', 'whole', 'by-day']).default('started'),
  combine: z.enum(['all', 'highest']).default('all'),
})

const repayment = z.discriminatedUnion('kind', [
  strict({ kind: z.literal('by-day') }),
  strict({
    kind: z.literal('steps'),
    steps: z
      .array(strict({ upToMonths: months(), share: ratio() }))
      .min(1)
      .max(100),
    boundary: z.enum(['upper-tier', 'lower-tier']),
  }),
])

const educationFund = strict({
  clause: name(),
  requires: conditionSchema.exactOptional(),
  repayment: repayment.prefault({ kind: 'by-day' }),
  aboveLegalLimit: z.enum(['cap', 'report']).default('cap'),
})

const title = strict({
  id: name(),
  clause: name(),
  per: z.enum(['week', ...INTERVALS]),
  by: z.array(name()).min(1).max(10),
  requires: conditionSchema.exactOptional(),
  places: wholeNumber(1, 1000).default(1),
  ties: z.enum(tieRules).default('all'),
})

const opportunity = strict({ id: name(), clause: name(), requires: conditionSchema })

export const policySchema = strict({
  ...headerShape('rewards'),
  currency: z.string(),
  rounding: moneyRounding(),
  equity: z.array(equityPlan).max(100).default([]),
  hallOfFame: hallOfFame.exactOptional(),
  allowances: allowances.exactOptional(),
  educationFund: educationFund.exactOptional(),
  titles: z.array(title).max(100).default([]),
  opportunities: z.array(opportunity).max(100).default([]),
})
  .superRefine(
    checked((policy) => [
      ...currencyIssues(policy),
      ...rewardIdIssues(policy),
      ...duplicateIds(policy.titles, ['titles']),
      ...duplicateIds(policy.allowances?.certificates ?? [], ['allowances', 'certificates']),
      ...policy.equity.flatMap(({ vesting: rules }, index) =>
        vestingIssues(rules, ['equity', index, 'vesting']),
      ),
      ...stepIssues(policy),
      ...provenanceIssues(policy),
    ]),
  )
  .transform((policy) => ({ ...policy, rounding: completeRounding(policy) }))

/** A reward is asked for by its id, whatever kind it is of. */
function rewardIdIssues({
  equity,
  opportunities,
}: Pick<RewardPolicy, 'equity' | 'opportunities'>): Issue[] {
  const seen = new Set<string>([EDUCATION_FUND])
  const named = { equity, opportunities }
  return Object.entries(named).flatMap(([key, rewards]) =>
    rewards.flatMap(({ id }, index) => {
      if (seen.has(id)) return [issue.at(ID_DUPLICATE, [key, index, 'id'], { id })]
      seen.add(id)
      return []
    }),
  )
}

function vestingIssues(rules: EquityPlan['vesting'], path: issue.Path): Issue[] {
  const kinds = rules.leavers.map(({ kind }) => ({ id: kind }))
  const custom = typeof rules.tranches === 'number' ? [] : rules.tranches
  const rising = custom.map(
    (tranche, index) => [[...path, 'tranches', index, 'months'], String(tranche.months)] as const,
  )
  return [
    ...duplicateIds(kinds, [...path, 'leavers']),
    ...notRising(rising),
    ...cliffIssues(rules, path),
    ...rules.leavers.flatMap(({ vested, unvested }, index) =>
      vested === 'forfeit' && unvested !== 'forfeit'
        ? [issue.at(LEAVER_GAINS, [...path, 'leavers', index, 'unvested'], {})]
        : [],
    ),
  ]
}

/** Who serves longer never owes more. */
function stepIssues({ educationFund: fund }: Pick<RewardPolicy, 'educationFund'>): Issue[] {
  if (fund === undefined || fund.repayment.kind === 'by-day') return []
  const path = ['educationFund', 'repayment', 'steps']
  const { steps } = fund.repayment
  const ends = steps.map(
    (step, index) => [[...path, index, 'upToMonths'], String(step.upToMonths)] as const,
  )
  const rising = steps.flatMap(({ share }, index) => {
    const previous = steps[index - 1]?.share
    if (previous === undefined || fraction.compare(known(share), known(previous)) <= 0) return []
    return [issue.at(SHARE_RISES, [...path, index, 'share'], { given: share, previous })]
  })
  return [...notRising(ends), ...rising]
}

/**
 * Checks and freezes a reward policy.
 *
 * @throws SalesRulesError with everything that is wrong: `POLICY_CONFLICT` for a cliff after the last tranche, `OUT_OF_ORDER`,
 *   `ID_DUPLICATE`, `CURRENCY_UNKNOWN`, `NUMBER_LOOKS_LIKE_PERCENT`, `UNKNOWN_KEY`, …
 *
 * @example A hall of fame of the best fifth, rounded down
 * ```ts
 * import { defineRewardPolicy, hallOfFame } from 'sales-rules'
 *
 * const policy = defineRewardPolicy({
 *   currency: 'CNY',
 *   hallOfFame: { clause: 'HR-4', share: '0.2', rounding: 'down' },
 * })
 * const year = [{ id: 'Li', result: 120 }, { id: 'Wang', result: 90 }, { id: 'Zhao', result: 80 }]
 * hallOfFame(year, policy).places // => 0
 * hallOfFame([...year, { id: 'Chen', result: 70 }, { id: 'Wu', result: 60 }], policy).members // => ['Li']
 * ```
 */
export function defineRewardPolicy(policy: RewardPolicyInput): DefinedRewardPolicy {
  return defined.seal<RewardPolicy>('RewardPolicy', readPolicy(policySchema, policy))
}
