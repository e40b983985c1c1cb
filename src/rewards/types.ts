import type {
  Check,
  Condition,
  DecimalInput,
  Defined,
  InstalmentRule,
  Issue,
  PolicyHeader,
  PolicyReference,
  Rounding,
  RoundingMode,
  TieRule,
} from '../kernel/index.js'

/** What a company gives beside pay, and on which terms. A reward that the company does not give is left out. */
export interface RewardPolicy extends PolicyHeader {
  /** The currency of allowances and of the education fund, a code of ISO 4217. */
  readonly currency: string
  /** How an allowance or a repayment is rounded. */
  readonly rounding: Rounding
  /** The plans under which shares or options are granted. */
  readonly equity: readonly EquityPlan[]
  readonly hallOfFame?: HallOfFameRules
  readonly allowances?: AllowanceRules
  readonly educationFund?: EducationFundRules
  readonly titles: readonly TitleRules[]
  /** What is offered to whoever meets a condition: training abroad, an internal venture. */
  readonly opportunities: readonly Opportunity[]
}

/** A reward policy that `defineRewardPolicy` has checked. */
export type DefinedRewardPolicy = Defined<RewardPolicy>

/** Something that is offered to whoever meets a condition. */
interface Opportunity {
  readonly id: string
  readonly clause: string
  readonly requires: Condition
}

/** A plan under which shares or options are granted. */
export interface EquityPlan {
  readonly id: string
  readonly clause: string
  /** Who may be granted any; anybody, where it is left out. */
  readonly requires?: Condition
  /** A pool that grants come out of, where there is one. */
  readonly pool?: PoolRules
  readonly vesting: VestingRules
}

/** How requests are met that together ask for more than the pool, or a project, has. */
export interface PoolRules {
  /** `in-order`: the first given is met first; `pro-rata`: each gets its part, in whole options, by largest remainder. */
  readonly exceeded: 'in-order' | 'pro-rata'
}

/** How long from one tranche to the next. */
export type VestingInterval = 'month' | 'quarter' | 'half-year' | 'year'

/** When which part of a grant vests. */
export interface VestingTerms {
  /** How many equal tranches; or each tranche by itself, from the first to the last. */
  readonly tranches: number | readonly CustomTranche[]
  /** How long from one equal tranche to the next. */
  readonly every: VestingInterval
  /** What falls before so many months from the start vests together then; 0 is no cliff. */
  readonly cliffMonths: number
  /** Which tranche gets what does not divide into whole shares. */
  readonly allocation: InstalmentRule
}

/** A tranche of its own size. */
export interface CustomTranche {
  /** How many months after the start it vests. */
  readonly months: number
  /** Its part of the grant, beside the weights of the others. */
  readonly weight: string
  /** What it needs to vest, where that is not what every tranche of the plan needs. */
  readonly requires?: Condition
}

/** When a grant vests, on what, and what becomes of it when somebody leaves. */
interface VestingRules extends VestingTerms {
  /** What each tranche needs to vest, beside time. */
  readonly requires?: Condition
  /** A tranche that does not meet it is forfeited; or carried to the next one that does, and forfeited if none does. */
  readonly unmet: 'forfeit' | 'carry'
  readonly leavers: readonly LeaverRule[]
}

/** What becomes of a grant when its holder leaves, by how they leave. */
export interface LeaverRule {
  /** Such as `good`, `bad`, `cause`. */
  readonly kind: string
  /** What has vested is kept, or forfeited. */
  readonly vested: 'keep' | 'forfeit'
  /**
   * What has not: `forfeit`; `pro-rata`, of the tranche that was running the part of its days that were served; `accelerate`, all that was
   * to come vests on the last day, whatever its condition; `continue`, as if nobody had left.
   */
  readonly unvested: 'forfeit' | 'pro-rata' | 'accelerate' | 'continue'
}

/** Who enters the hall of fame. */
export interface HallOfFameRules {
  readonly clause: string
  /** The part of those who have a result, from 0 to 1. */
  readonly share: string
  /** Which way a broken place goes: 10% of 15 people is one place, or two. */
  readonly rounding: RoundingMode
  readonly ties: TieRule
}

/** What is paid each month for a certificate that is held. */
export interface AllowanceRules {
  readonly clause: string
  readonly certificates: readonly CertificateAllowance[]
  /** A month counts once a day of it is held (`started`), when all are (`whole`), or by the days held (`by-day`). */
  readonly months: 'started' | 'whole' | 'by-day'
  /** Of several certificates all are paid in a month, or the one that comes to most. */
  readonly combine: 'all' | 'highest'
}

interface CertificateAllowance {
  readonly id: string
  /** A month. */
  readonly amount: string
}

/** What of a course is paid back by whoever leaves before the commitment ends. */
export interface EducationFundRules {
  readonly clause: string
  /** Who may draw on it; anybody, where it is left out. */
  readonly requires?: Condition
  readonly repayment: RepaymentRules
  /** More than the law allows, which is pro rata by day, is cut to it (`cap`), or only named (`report`). */
  readonly aboveLegalLimit: 'cap' | 'report'
}

/** By the days not served; or by steps of months served. */
type RepaymentRules =
  | { readonly kind: 'by-day' }
  | {
      readonly kind: 'steps'
      /** From the shortest service; after the last end nothing is owed. */
      readonly steps: readonly RepaymentStep[]
      /** Which step has somebody who has served exactly to an end: the one before it (`lower-tier`), or after it. */
      readonly boundary: 'upper-tier' | 'lower-tier'
    }

export interface RepaymentStep {
  /** How many months of service it ends with. */
  readonly upToMonths: number
  /** The part that is owed, from 0 to 1. */
  readonly share: string
}

/** Who gets a title. */
export interface TitleRules {
  readonly id: string
  readonly clause: string
  /** For which length of period it is awarded. */
  readonly per: 'week' | VestingInterval
  /** The facts that decide, all of them the more the better: the first, and where it is equal the next. */
  readonly by: readonly string[]
  /** Who may get it; anybody, where it is left out. */
  readonly requires?: Condition
  /** How many get it. */
  readonly places: number
  readonly ties: TieRule
}

/** A grant of shares or options. Terms that it gives go before those of its plan; without a plan it gives them all. */
export interface VestingGrant extends Partial<Omit<VestingTerms, 'tranches'>> {
  /** How many, a whole number of 1 or more. */
  readonly shares: number
  /** The day from which the tranches are counted. */
  readonly start: string
  readonly tranches?:
    | number
    | readonly { readonly months: number; readonly weight: DecimalInput }[]
    | undefined
  /** The plan of the policy under which it was granted. */
  readonly plan?: string | undefined
  /** The day on which it is looked at. */
  readonly asOf?: string | undefined
  /** What is known for the conditions of each tranche, from the first to the last; null where nothing is. */
  readonly results?: readonly (object | null)[] | undefined
  readonly leaver?: Leaver | undefined
}

/** Somebody who leaves. */
interface Leaver {
  /** Of those that the plan names. */
  readonly kind: string
  /** The last day in service. */
  readonly lastDay: string
}

/** When a grant vests, and what has. */
export interface VestingSchedule {
  readonly shares: number
  readonly start: string
  /** The day of the cliff; null without one. */
  readonly cliff: string | null
  /** The terms by which it was made, those of the plan and those that the grant gave. */
  readonly terms: VestingTerms
  /** In the order of their dates; the shares add up to the grant. */
  readonly tranches: readonly VestingTranche[]
  /** What has vested; null where neither `asOf` nor a leaver was given. */
  readonly position: VestingPosition | null
  readonly plan: string | null
  readonly policy: PolicyReference | null
  readonly clauses: readonly string[]
}

interface VestingTranche {
  readonly date: string
  readonly shares: number
  /** All shares up to this tranche. */
  readonly total: number
}

/** What became of a grant by a day: vested, unvested and forfeited add up to it. */
export interface VestingPosition {
  readonly asOf: string
  readonly vested: number
  readonly unvested: number
  readonly forfeited: number
  /** What is done by whoever has left by then; null for somebody in service. */
  readonly leaver: (Leaver & Omit<LeaverRule, 'kind'>) | null
  /** In the order of the schedule. */
  readonly tranches: readonly TranchePosition[]
}

export interface TranchePosition {
  readonly date: string
  /**
   * `scheduled`: its day is to come; `unknown`: a fact that its condition needs was not given; `carried`: the condition was not met, and a
   * later tranche may still bring it; `pro-rata`: vested in part when somebody left.
   */
  readonly state: 'scheduled' | 'vested' | 'unknown' | 'carried' | 'pro-rata' | 'forfeited'
  readonly vested: number
  readonly forfeited: number
  /** The day on which it vested, in whole or in part; null where none has. */
  readonly vestedOn: string | null
  /** Of its condition, where it has one and its day has come. */
  readonly checks: readonly Check[]
}

/** Requests for options out of a pool. */
export interface OptionRequests {
  /** The plan of the policy, which has a pool. */
  readonly plan: string
  readonly pool: OptionPool
  /** The innovation projects that options may be granted for. */
  readonly projects: readonly InnovationProject[]
  readonly requests: readonly OptionRequest[]
}

/** A pool in whole options. */
interface OptionPool {
  readonly size: number
  /** Granted before; 0 by default. */
  readonly granted?: number | undefined
  /** Of these forfeited since, and so back in the pool; 0 by default. */
  readonly returned?: number | undefined
}

interface InnovationProject {
  readonly id: string
  /** How many of the pool are set aside for it; without, as many as the pool has. */
  readonly options?: number | null | undefined
}

interface OptionRequest {
  readonly id: string
  readonly project: string
  readonly options: number
  /** What is known of the person, for the condition of the plan. */
  readonly facts?: object | undefined
}

/** What is granted out of a pool; granted and left add up to what was available. */
export interface OptionGrants {
  readonly plan: string
  readonly available: number
  readonly granted: number
  readonly left: number
  readonly projects: readonly {
    readonly id: string
    readonly requested: number
    readonly granted: number
    /** Of what was set aside for it; null where nothing was. */
    readonly left: number | null
  }[]
  /** In the order given. */
  readonly grants: readonly OptionGrant[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface OptionGrant {
  readonly id: string
  readonly project: string
  readonly requested: number
  readonly granted: number
  /** Requested, but not granted. */
  readonly cut: number
  /** Why it was cut; null where it was not. */
  readonly reason:
    | 'project-unknown'
    | 'not-eligible'
    | 'eligibility-unknown'
    | 'project-exhausted'
    | 'pool-exhausted'
    | null
  readonly checks: readonly Check[]
}

/** Somebody and their result of the year; without one they are not in the base. */
export interface YearResult {
  readonly id: string
  readonly result: DecimalInput | null
}

/** Who entered the hall of fame. */
export interface HallOfFame {
  /** How many have a result. */
  readonly base: number
  /** How many places that makes. */
  readonly places: number
  /** Who entered, the best first. */
  readonly members: readonly string[]
  /** Who ties for the last place, where there are too few for all who do. */
  readonly tied: readonly string[]
  /** Everybody with a result, the best first. */
  readonly ranking: readonly {
    readonly id: string
    readonly result: string
    readonly rank: number
    readonly entered: boolean
    /** What is missing to the result of the last place; null for who has it, and where there is no place. */
    readonly remaining: string | null
  }[]
  /** Who has no result, and so is not counted. */
  readonly unranked: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** The certificates that somebody holds, and the period for which allowances are paid. */
export interface CertificatesHeld {
  readonly payee?: string | undefined
  /** A month, a quarter, a half-year or a year. */
  readonly period: string
  readonly certificates: readonly {
    readonly certificate: string
    readonly from: string
    /** The last day; null or absent while it is held. */
    readonly to?: string | null | undefined
  }[]
  /** The days in service, where they do not cover the period. */
  readonly employment?:
    | { readonly from?: string | undefined; readonly to?: string | undefined }
    | undefined
}

/** What is paid for certificates; the months add up to the amount. */
export interface Allowances {
  readonly payee: string | null
  readonly period: string
  readonly amount: string
  readonly currency: string
  readonly months: readonly {
    readonly month: string
    readonly amount: string
    readonly certificates: readonly {
      readonly certificate: string
      /** How many days of the month it was held in service, and how many the month has. */
      readonly days: number
      readonly of: number
      readonly amount: string
      /** Why nothing is paid for it; null where something is. */
      readonly reason: 'month-not-whole' | 'not-highest' | null
    }[]
  }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A course that was paid, the service that was promised for it, and when it ended. */
export interface EducationCommitment {
  readonly payee?: string | undefined
  /** What was paid. */
  readonly amount: DecimalInput
  /** The first day of the promised service. */
  readonly from: string
  /** Its last day. */
  readonly to: string
  /** The last day in service. */
  readonly lastDay: string
}

/** What is owed back for a course. */
export interface EducationRepayment {
  readonly payee: string | null
  readonly amount: string
  /** What is asked back. */
  readonly repay: string
  readonly currency: string
  /** What the terms of the fund come to. */
  readonly agreed: string
  /** The most that the law lets ask for: pro rata by the days not served. */
  readonly legalLimit: string
  /** Days served of the commitment, and how many it has; both ends count. */
  readonly served: number
  readonly of: number
  /** The step that was taken, where the fund has steps; null where none is left. */
  readonly step: RepaymentStep | null
  /** What is not in order: terms that ask for more than the law allows. */
  readonly findings: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** Who may get a title, and what is known of them. */
export interface TitleCandidates {
  /** The titles of this length are awarded: `2026-W07` those of the week, `2026` those of the year. */
  readonly period: string
  readonly people: readonly {
    readonly id: string
    /** By the names that the titles look at. */
    readonly facts: object
  }[]
}

/** The titles of a period, and who got them. */
export interface TitleAwards {
  readonly period: string
  readonly titles: readonly TitleAward[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface TitleAward {
  readonly title: string
  readonly clause: string
  readonly winners: readonly string[]
  /** Who ties for the last place, where there are too few for all who do. */
  readonly tied: readonly string[]
  /** Everybody who may get it and has the figures, the best first. */
  readonly ranking: readonly {
    readonly id: string
    readonly rank: number
    /** The figures that decide, in the order of the policy. */
    readonly figures: readonly string[]
  }[]
  /** Who was not ranked, and why. */
  readonly unranked: readonly {
    readonly id: string
    readonly reason: 'not-eligible' | 'eligibility-unknown' | 'figure-missing'
    readonly checks: readonly Check[]
  }[]
}

/** What is known of a person, by the ids of the conditions, in a plain object. */
export type RewardFacts = object

/** Whether a reward is open to somebody, and what is missing. */
export interface RewardCheck {
  readonly reward: string
  /** `unknown` as long as a fact that could decide is not given. */
  readonly eligible: boolean | 'unknown'
  readonly checks: readonly Check[]
  /** The conditions that are unmet or unknown; none when eligible. */
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
