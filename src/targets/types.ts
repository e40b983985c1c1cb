import type {
  DecimalInput,
  Defined,
  DefinedCalendar,
  Issue,
  PolicyHeader,
  PolicyReference,
  Rounding,
} from '../kernel/index.js'

/** How a company sets its targets. What it does not do is left out. */
export interface TargetPlan extends PolicyHeader {
  /** The currency of targets of money, a code of ISO 4217. */
  readonly currency: string
  /** How a part of a target of money is rounded; one of a count is whole, and goes the same way. */
  readonly rounding: Rounding
  /** What targets are set of. */
  readonly measures: readonly TargetMeasure[]
  /** The part of a target that a head carries in person, from 0 to 1, where the tree does not say it. */
  readonly headShare?: string
  /** What each month of the year weighs, 01 to 12; months weigh the same where it is left out. */
  readonly profile?: SeasonalProfile
  /** A revision holds from the first day of a month, or of a quarter. */
  readonly revisedFrom: 'month' | 'quarter'
  /** The month in which a year starts, 1 to 12; without it, that of the calendar. Its quarters go by it. */
  readonly yearStartsIn?: number
  readonly signing: SigningRules
  /** What a target has to name. */
  readonly requires: readonly TargetField[]
  /** Small goals on the way. */
  readonly goals: readonly Goal[]
  readonly proration: Proration
  /** The part of a target, from 0 to 1, in each month of service from the first; the last one holds from then on. */
  readonly ramp?: readonly string[]
}

/** A target plan that `defineTargetPlan` has checked. */
export type DefinedTargetPlan = Defined<TargetPlan>

/** Who signs a target, and what that is for. */
export interface SigningRules {
  /** Such as `person` and `direct-manager`; where nobody signs, a target counts at once. */
  readonly by: readonly string[]
  /** Before everybody has signed, a target does not count, or does. */
  readonly unsigned: 'not-counted' | 'counted'
  /** A revised target is signed again, or only the first one is signed. */
  readonly revised: 'again' | 'once'
}

/** What a target is set of: an amount of money, or a count. */
export interface TargetMeasure {
  /** Names the measure, by which targets are set; each once. */
  readonly id: string
  /** `money` has the decimals of the currency; a `count` is whole. */
  readonly unit: 'money' | 'count'
}

/** A weight of 0 or more for each month of the year, 01 to 12. */
export type SeasonalProfile = Readonly<Record<string, string>>

/** What a target may have to name. */
export type TargetField = 'measure' | 'amount' | 'owner' | 'reason' | 'period'

/** A goal that is reached, or not, in each week or month. */
export interface Goal {
  /** Names the goal; each once. */
  readonly id: string
  /** For each week, or each month. */
  readonly per: 'week' | 'month'
  /** What has to be reached, above 0. */
  readonly amount: string
}

/** How the target of a period is lowered for joiners, leavers and leave. */
export interface Proration {
  /** What is counted: calendar days, months, or the working days of a calendar. */
  readonly by: 'day' | 'month' | 'working-day'
  /** Which months count: those `started`, or only those that are `whole`. */
  readonly months: 'started' | 'whole'
}

/** What a target is of, and how fine its parts are. */
export interface TargetPrecision {
  /** How many decimals the parts have: by default those that the plan keeps for the measure, or 2 without a plan. */
  readonly decimals?: number | undefined
  /** One of the plan's; by default the target is of money. */
  readonly measure?: string | undefined
}

/** A company, a region, a product line or a person, and what is below it. */
export interface TargetNode {
  /** Differs from those beside it. The same person, or product line, may well stand in several places of the tree. */
  readonly id: string
  /** What it weighs beside the others: any number of 0 or more. */
  readonly weight?: DecimalInput | undefined
  /** Its part beside the others, from 0 to 1; the shares of those beside each other add up to 1. */
  readonly share?: DecimalInput | undefined
  /** What it reached last year, which weighs as much. */
  readonly lastYear?: DecimalInput | undefined
  /** Its target, which is settled: the others share what is left. */
  readonly locked?: DecimalInput | undefined
  /** Who leads it, and carries a part of its target in person. */
  readonly head?: TargetHead | undefined
  readonly children?: readonly TargetNode[] | undefined
}

/** Who carries a part of a target in person: a share of it, or an amount; where neither is given, the share of the plan. */
interface TargetHead {
  readonly id: string
  readonly share?: DecimalInput | undefined
  readonly locked?: DecimalInput | undefined
}

/** A target that was cascaded. On each level the head's part and the parts below add up to the target. */
export interface TargetCascade {
  readonly total: string
  readonly measure: string | null
  readonly tree: CascadedNode
  /** What everybody carries: each head, and whoever has nobody below; who stands in several places has the sum. They add up to the total. */
  readonly payees: readonly { readonly id: string; readonly amount: string }[]
  readonly policy: PolicyReference | null
  readonly clauses: readonly string[]
}

/** A node with its target. */
export interface CascadedNode {
  readonly id: string
  readonly amount: string
  /** What its amount comes from. */
  readonly by: 'total' | CascadeBasis | 'locked'
  /** What the head carries in person; null without one. */
  readonly head: { readonly id: string; readonly amount: string } | null
  readonly children: readonly CascadedNode[]
}

/** What nodes beside each other are weighed by. */
export type CascadeBasis = 'weight' | 'share' | 'last-year'

/** A tree in which each node has its target, such as one that was made by hand. */
export interface TargetTree {
  readonly id: string
  readonly amount: DecimalInput
  readonly head?: { readonly id: string; readonly amount: DecimalInput } | null | undefined
  readonly children?: readonly TargetTree[] | undefined
  /** Of what `cascadeTarget` returns; it is not looked at. */
  readonly by?: CascadedNode['by'] | undefined
}

/** Where a tree does not add up. */
export interface CascadeCheck {
  readonly addsUp: boolean
  /** How many nodes have anybody below them, and so were checked. */
  readonly checked: number
  /** From the top down. */
  readonly differences: readonly CascadeDifference[]
  readonly clauses: readonly string[]
}

/** A node whose target is not what is carried below it. */
interface CascadeDifference {
  /** The ids from the top to the node. */
  readonly path: readonly string[]
  readonly amount: string
  /** The head's part and those below, together. */
  readonly below: string
  /** What is missing below; negative where there is too much. */
  readonly remaining: string
}

/** How a target is split. */
export interface SplitOptions extends TargetPrecision {
  readonly into: 'month' | 'week'
  /**
   * What the months weigh, 01 to 12, of which each month of the period must be there; or a weight for each part, from the first to the
   * last. By default the plan's.
   */
  readonly profile?: Readonly<Record<string, DecimalInput>> | readonly DecimalInput[] | undefined
  /** Working days: the days within a month, and where there is no profile also the months, weigh by them. */
  readonly calendar?: DefinedCalendar | undefined
}

/** A period of the calendar, or a company's own. */
export type TargetPeriod =
  | string
  | {
      readonly id: string
      readonly from: string
      /** The last day, included. */
      readonly to: string
    }

/** A target of a period in its parts, which add up to it. */
export interface TargetSplit {
  readonly period: TargetPeriod
  readonly total: string
  readonly measure: string | null
  /** What the parts weigh by. */
  readonly by: 'month' | 'day' | 'working-day' | 'profile' | 'parts'
  /** In their order. */
  readonly parts: readonly TargetPart[]
  readonly policy: PolicyReference | null
  readonly clauses: readonly string[]
}

/** A month or a week of a target. One that the period cuts has the days that are in the period. */
export interface TargetPart {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly amount: string
}

/** The days of a period on which somebody was there. What lies outside the period is passed over, so that dates of hire will do. */
export interface Employment {
  readonly period: TargetPeriod
  /** The first day, if later than the period's. */
  readonly from?: string
  /** The last day, if earlier than the period's. */
  readonly to?: string
  /** Days off that lower the target; both ends are off. */
  readonly leave?: readonly { readonly from: string; readonly to: string }[]
  /** The first day of service, from which the months of the plan's ramp are counted; without it the target is not ramped. */
  readonly joined?: string
  /** One of the plan's; by default the target is of money. */
  readonly measure?: string
}

/** A target for a part of a period. */
export interface ProratedTarget {
  readonly period: TargetPeriod
  /** Ready for a calculation. */
  readonly target: string
  /** The target of the whole period. */
  readonly full: string
  /** Days, months or working days that count, and how many the period has. */
  readonly counted: number
  readonly of: number
  readonly by: Proration['by']
  /** The months of service that count, with what each has of the target; null where it is not ramped. */
  readonly ramp: readonly RampedMonth[] | null
  readonly measure: string | null
  readonly policy: PolicyReference
}

/** A month of service, or all from the last one of the ramp on. */
interface RampedMonth {
  /** From 1. */
  readonly month: number
  readonly rate: string
  /** How many of the days, months or working days that count are in it. */
  readonly counted: number
}

/** A target that somebody is to have. */
export interface TargetInput {
  /** Whose it is. */
  readonly owner: string
  /** One of the plan's. */
  readonly measure: string
  readonly amount: DecimalInput
  /** It ends with the last day of the period. */
  readonly period: TargetPeriod
  /** Why it is what it is, in 1 to 200 characters. */
  readonly reason?: string | null | undefined
  /** As `splitTarget` takes it; by default the plan's. */
  readonly profile?: SplitOptions['profile'] | null
}

/** Whether a target names what it has to. */
export interface TargetCheck {
  /** Whether nothing that the plan requires is missing. */
  readonly smart: boolean
  readonly fields: readonly {
    readonly field: TargetField
    readonly required: boolean
    /** As it was given; of the period the last day. Null where it is missing. */
    readonly value: string | null
  }[]
  /** What is required and was not given. */
  readonly missing: readonly TargetField[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A target from the first figure on, as it is stored: plain JSON. */
export interface TargetHistory {
  readonly format: 1
  readonly owner: string
  readonly measure: string
  readonly period: TargetPeriod
  /** The first figure, and each revision after it. Nothing that is there is ever changed. */
  readonly versions: readonly TargetVersion[]
  readonly clauses: readonly string[]
}

/** The first figure of a target, or a revision. */
export interface TargetVersion {
  /** From 1. */
  readonly version: number
  /** The first day on which it holds. */
  readonly from: string
  /** The target of the whole period. */
  readonly amount: string
  /** What a revision adds to the version that it revises, negative where it takes; null of the first figure. */
  readonly change: string | null
  /** The version that it revises; null of the first figure. */
  readonly revises: number | null
  readonly reason: string | null
  /** The months; they add up to the amount. */
  readonly parts: readonly TargetPart[]
  /** Who is to sign it. */
  readonly signers: readonly string[]
  readonly signatures: readonly TargetSignature[]
  /** Who has not signed yet. */
  readonly missing: readonly string[]
  /** Before all have signed it does not count, or does. */
  readonly unsigned: 'not-counted' | 'counted'
  /** The plan by which it was made. */
  readonly policy: PolicyReference
}

/** Somebody who has signed. */
export interface TargetSignature {
  /** One of the plan's signers, such as `person`, who is the owner, or `direct-manager`. */
  readonly as: string
  readonly by: string
  readonly on: string
}

/** A target that changes from a day on: to an amount, or by a ratio of what it was. */
export interface TargetRevision {
  readonly from: string
  /** The new target of the whole period, what has passed included. */
  readonly amount?: DecimalInput | undefined
  /** Such as -0.2 for 20% less. */
  readonly changeBy?: DecimalInput | undefined
  readonly reason: string
}

/** The target that holds on a day. */
export interface TargetOnDate {
  readonly date: string
  readonly owner: string
  readonly measure: string
  /** Whether there is one that counts. */
  readonly counts: boolean
  /** Which; null where none counts. */
  readonly version: number | null
  /** Of the whole period. */
  readonly amount: string | null
  /** Of the month that the day is in. */
  readonly part: TargetPart | null
  /** Versions that hold from this day or before once they are signed, and whose signature they wait for. */
  readonly pending: readonly {
    readonly version: number
    readonly from: string
    readonly amount: string
    readonly missing: readonly string[]
  }[]
  readonly clauses: readonly string[]
}

/** What was reached on the way to small goals. */
export interface GoalResults {
  readonly owner?: string | null | undefined
  /** The weeks and months that end in it are looked at. */
  readonly period: TargetPeriod
  /** The day on which it is looked at. */
  readonly asOf: string
  readonly results: readonly {
    /** One of the plan's goals. */
    readonly goal: string
    readonly date: string
    /** 0 or more. */
    readonly amount: DecimalInput
  }[]
}

/** Which small goals were reached, and when. */
export interface GoalsReached {
  readonly owner: string | null
  readonly period: TargetPeriod
  readonly asOf: string
  readonly goals: readonly {
    readonly id: string
    readonly per: Goal['per']
    readonly amount: string
    /** In how many of the weeks or months that are over, or in which it was reached already. */
    readonly reached: number
    readonly of: number
    readonly periods: readonly GoalPeriod[]
  }[]
  /** How many results lie in none of these weeks and months. */
  readonly outside: number
  /** Results that cannot be read, by their places among those given, and what is wrong with them. */
  readonly notCounted: readonly { readonly index: number; readonly issues: readonly Issue[] }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A week or a month of a goal. */
export interface GoalPeriod {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly actual: string
  /** `open`: it is not over, and not reached yet. */
  readonly state: 'reached' | 'missed' | 'open'
  /** The first day by which it was reached; null where it was not. */
  readonly reachedOn: string | null
  /** What is missing to the goal; null where it was reached. */
  readonly remaining: string | null
}
