import type {
  Band,
  Criterion,
  DecimalInput,
  Defined,
  FactsNamed,
  Issue,
  NextBand,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** How a customer's health is scored, and when it is time to worry. */
export interface HealthModel extends PolicyHeader, ScorecardRules {
  readonly criteria: readonly HealthCriterion[]
  /** From the healthiest to the least healthy. */
  readonly bands: readonly Band[]
  /** How far one bad part holds the band down, whatever the score; left out, it does not. */
  readonly worstPart?: WorstPartRule
  /** So many follow-ups in a row without an answer are a churn warning (HEA-2). */
  readonly unansweredInARow: number
  /** What is counted: days on which nobody answered, or each follow-up, several of one day among them. */
  readonly unansweredBy: 'day' | 'follow-up'
}

/** One weighted part of a customer's health. */
interface HealthCriterion extends Criterion {
  /** How the fact is measured on the customer's records, where it is not given. */
  readonly measure?: RecordMeasure
}

/** What is measured on dated records: visits, orders, answers of a survey. */
export interface RecordMeasure {
  /** The kinds of records that count. */
  readonly kinds: readonly string[]
  /**
   * `count`: how many there are; `days`: on how many days there was one; `total`, `mean`: of their values; `latest`: the value of the
   * latest, the mean of that day where it has several; `days-since`: how long ago the latest was.
   */
  readonly by: 'count' | 'days' | 'total' | 'mean' | 'latest' | 'days-since'
  /** A record of this age in days still counts, an older one does not; left out, all do. */
  readonly windowDays?: number
}

/** One bad part holds the band down. */
interface WorstPartRule {
  /** A part with fewer points than this is bad. */
  readonly below: number
  /** The best band that is left. */
  readonly bandAtMost: string
  /** The parts that can do it; all of them, where left out. */
  readonly criteria?: readonly string[]
}

/** A health model that `defineHealthModel` has checked. */
export type DefinedHealthModel<
  Fact extends string = string,
  Band extends string = string,
> = Defined<HealthModel, { readonly fact: Fact; readonly band: Band }>

/**
 * What is known of a customer, by the ids of the model's criteria, as each criterion's curve takes it. For criteria with a `measure`:
 * `records`, a list of {@link CustomerRecord}, and `asOf`, the day on which it is asked.
 */
export type HealthFacts<Fact extends string = string> = FactsNamed<Fact | 'asOf' | 'records'>

/** Something that happened with a customer. */
export interface CustomerRecord {
  readonly date: string
  readonly kind: string
  /** What was bought, how satisfied they were: where it is measured. */
  readonly value?: DecimalInput
}

/** A customer's health and what it means. */
export interface HealthScore<Band extends string = string> {
  /** 0 to 100. */
  readonly score: number
  readonly band: Band
  /** The band above, and the points missing to it; null at the top, and where a bad part holds the band down. */
  readonly next: NextBand<Band> | null
  readonly parts: readonly ScorePart[]
  /** The criteria that had no fact. */
  readonly missing: readonly string[]
  /** What holds the band down, where something does. */
  readonly held: HeldBand | null
  /** What was measured on the records. */
  readonly measured: readonly MeasuredFact[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A band that a bad part holds down. */
interface HeldBand {
  /** The band of the score. */
  readonly from: string
  readonly to: string
  /** The bad parts, and the points that each lacks. */
  readonly by: readonly {
    readonly id: string
    readonly points: number
    readonly remaining: number
  }[]
}

/** A fact that was measured on records. */
interface MeasuredFact {
  readonly id: string
  readonly by: RecordMeasure['by']
  /** The figure as a decimal; null where there is nothing to measure. */
  readonly figure: string | null
  /** The first day that counts; null where all do. */
  readonly from: string | null
  readonly to: string
  /** How many records count. */
  readonly records: number
}

/** One attempt to reach a customer. */
export interface FollowUp {
  readonly date: string
  /** Null while the answer is still awaited. */
  readonly answered: boolean | null
}

/** A reason to act before the customer is gone. */
export interface ChurnWarning {
  readonly kind: 'unanswered'
  /** The first of the follow-ups that were not answered. */
  readonly since: string
  /** The day of the one that made them enough. */
  readonly raised: string
  /** How many in a row, up to the latest. */
  readonly followUps: number
  /** On how many days. */
  readonly days: number
  readonly clause: 'HEA-2'
}

/** How far a customer's silence has come. */
export interface FollowUpCheck {
  /** How many there are in a row without an answer, by day or by follow-up as the model says. */
  readonly unanswered: number
  readonly required: number
  /** How many more without an answer are a warning; 0 where there is one. */
  readonly remaining: number
  /** The first of the run. */
  readonly since: string | null
  /** The day of the last answer. */
  readonly lastAnswered: string | null
  /** How many still wait for an answer; they count for nothing. */
  readonly pending: number
  readonly warnings: readonly ChurnWarning[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A customer's score of a period; null, or left out of the history, where there is none. */
export interface PeriodScore {
  readonly period: string
  readonly score: DecimalInput | null
}

/** Where a customer's health is going. */
export interface HealthTrend {
  /** The first and the last period with a score. */
  readonly from: string | null
  readonly to: string | null
  /** How many periods have a score. */
  readonly scores: number
  /** Points from the first to the last; null with fewer than two scores, as in all that follows. */
  readonly change: number | null
  /** Points from the last but one to the last, and which that was: the one before, unless it has no score. */
  readonly sincePrevious: { readonly period: string; readonly change: number } | null
  /** The slope of the least-squares line, in points per period; a period without a score takes its room. */
  readonly perPeriod: string | null
  /** `rising` or `falling` where no step goes the other way, `steady` where none goes anywhere, `mixed` else. */
  readonly direction: 'rising' | 'falling' | 'steady' | 'mixed' | 'unknown'
  readonly lowest: number | null
  readonly highest: number | null
  readonly bandChanges: readonly {
    readonly period: string
    readonly from: string
    readonly to: string
  }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** How a company cares for its customers: by tier, in which rhythm, and who owns whom. */
export interface CarePolicy extends PolicyHeader {
  /** The currency of customers' values, a code of ISO 4217. */
  readonly currency: string
  readonly tiers: TierRules
  readonly retention?: RetentionRules
  readonly rhythms: readonly CareRhythm[]
  readonly occasions?: OccasionRules
  readonly dissatisfaction?: DissatisfactionRules
  readonly renewals?: RenewalRules
  readonly packages?: PackageRules
  readonly protection?: ProtectionRules
}

/** A care policy that `defineCarePolicy` has checked. */
export type DefinedCarePolicy = Defined<CarePolicy>

/** How customers are tiered by value, from the best tier down (HEA-4). */
export type TierRules = ShareTierRules | ValueTierRules

/** By the share of all value that customers have together, from the largest down. */
interface ShareTierRules {
  readonly clause: string
  readonly by: 'cumulative-share'
  /** A customer is placed by where they start in the cumulative share, or by where they end. */
  readonly placedBy: 'start' | 'end'
  /** `upTo`: the share at which the tier ends; null for the last. Who starts at it is in the next tier, who ends at it still in this one. */
  readonly tiers: readonly (CustomerTier & { readonly upTo: string | null })[]
}

/** By fixed bounds of value. */
interface ValueTierRules {
  readonly clause: string
  readonly by: 'value'
  /** `from`: the value from which on a customer is in the tier, included; the last has null. */
  readonly tiers: readonly (CustomerTier & { readonly from: string | null })[]
}

interface CustomerTier {
  readonly id: string
  /** Whether each customer of it has an owner. */
  readonly dedicatedOwner: boolean
}

/** Which measure a warning calls for, by tier (HEA-3). */
export interface RetentionRules {
  readonly clause: string
  readonly measures: readonly { readonly tier: string; readonly measure: string }[]
  /** How many days after the warning became one the measure is due. */
  readonly withinDays: number
}

/** How often something is done for a customer. */
export interface CareInterval {
  /** For which tiers; for all that no interval before it has, where left out. */
  readonly tiers?: readonly string[]
  readonly every: number
  readonly unit: 'working-day' | 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year'
}

/** One kind of care and its rhythm (HEA-5, HEA-6, HEA-8, LEA-8). */
export interface CareRhythm {
  readonly id: string
  readonly clause: string
  /**
   * `last`: the next is due so long after the last one was done, or after the start; `schedule`: on fixed days from the start, whenever the
   * last one was done.
   */
  readonly countsFrom: 'last' | 'schedule'
  readonly intervals: readonly CareInterval[]
}

/** Days that call for care (HEA-7). */
export interface OccasionRules {
  readonly clause: string
  /** It is due from so many days ahead; care that comes earlier is not for that day. */
  readonly daysAhead: number
  /** Which tiers it is for; all, where left out. */
  readonly tiers?: readonly string[]
  /** Which dates of a customer call for it every year: a birthday, an anniversary. */
  readonly yearly: readonly string[]
  /** Holidays with their dates, and the days for which they are known. */
  readonly holidays?: {
    /** The first day that the list covers. */
    readonly from: string
    /** The last day that the list covers. */
    readonly to: string
    /** The holidays between them. At most 10,000. */
    readonly days: readonly {
      /** Names the holiday in outcomes. */
      readonly id: string
      /** The day, `YYYY-MM-DD`. */
      readonly date: string
    }[]
  }
  /** After so many days a day that was missed is let go; left out, it stays overdue until it is done. */
  readonly lapsesAfterDays?: number
}

/** How a dissatisfied answer is followed until it is closed (HEA-9). */
export interface DissatisfactionRules {
  readonly clause: string
  /** The top of the scale of answers. */
  readonly maximum: string
  /** An answer below this is dissatisfied. */
  readonly below: string
  /** How often the measure is followed up, from the answer or the last time on. */
  readonly every: number
  readonly unit: CareInterval['unit']
  /** The measure is closed within so many days of the answer. */
  readonly closeWithinDays: number
}

/** When renewals and reorders are expected (HEA-10). */
export interface RenewalRules {
  readonly clause: string
  /** A renewal is due from so many days before the end of a contract. */
  readonly daysBefore: number
  readonly reorders: {
    /** How many orders on different days show an interval. */
    readonly atLeastOrders: number
    /** A reorder is late once so many intervals have passed since the last order. */
    readonly lateAfterIntervals: string
    /** Intervals that are known, by product, in days; they go before what the history shows. */
    readonly intervals: readonly { readonly product: string; readonly days: number }[]
  }
  /** Whoever has bought the one and never the other is offered it. */
  readonly addOns: readonly { readonly bought: string; readonly offer: string }[]
}

/** What each tier is served (HEA-11). */
export interface PackageRules {
  /** The clause that it follows, named in outcomes. */
  readonly clause: string
  /** One package for each tier. */
  readonly packages: readonly {
    /** The id of a tier. */
    readonly tier: string
    /** The services, in the company's words. */
    readonly services: readonly string[]
  }[]
}

/** Who owns a customer that several reps claim, and when one falls back to the common pool (HEA-4). */
export interface ProtectionRules {
  /** The clause that it follows, named in outcomes. */
  readonly clause: string
  /**
   * `first-report`: whoever reported first, until the customer falls into the pool; `protection-period`: whoever reported first, for so
   * many days unless there is a deal, then the next in line; `shares`: all who report, by the shares they name.
   */
  readonly rule: 'first-report' | 'protection-period' | 'shares'
  /** How many days a report protects; of `protection-period` alone. */
  readonly days?: number
  /** When a customer falls into the pool: more than so many days without a follow-up, or without a deal, by the owner. */
  readonly pool?: {
    /** More days than this without a follow-up by the owner. 1 to 36,500. */
    readonly withoutFollowUpDays?: number
    /** More days than this without a deal by the owner. 1 to 36,500. */
    readonly withoutDealDays?: number
  }
  /** How many customers a rep may claim on one day, and have at once, and for how many days not the one they let fall. */
  readonly limits?: {
    /** The most customers that a rep claims in a day. 1 to 100,000. */
    readonly claimsPerDay?: number
    /** The most customers that a rep has. 1 to 1,000,000. */
    readonly customersPerRep?: number
    /** For so many days a rep cannot claim a customer whom they let fall. 1 to 36,500. */
    readonly reclaimAfterDays?: number
  }
}

/** A customer's value. */
export interface CustomerValue {
  readonly customer: string
  /** Of a year, or whatever period is looked at; below 0 where refunds exceed sales. */
  readonly value: DecimalInput
  /** Who owns the customer; null or left out, nobody. */
  readonly owner?: string | null
}

/** Customers in tiers. */
export interface CustomerTiers {
  /** From the largest value down, customers of one value by name. */
  readonly customers: readonly TieredCustomer[]
  /** From the best down. */
  readonly tiers: readonly {
    readonly tier: string
    readonly customers: number
    readonly value: string
  }[]
  /** What all who are in the base are worth together. */
  readonly base: string
  /** Those below 0, who are in no base and in the last tier. */
  readonly outOfBase: readonly string[]
  /** Those whose tier asks for an owner, and who have none. */
  readonly withoutOwner: readonly string[]
  readonly currency: string
  /** What is wrong with rows, which are left out. */
  readonly issues: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

interface TieredCustomer {
  readonly customer: string
  readonly value: string
  readonly tier: string
  /** Where the customer, with all of the same value, starts and ends in the cumulative share; null out of the base. */
  readonly starts: string | null
  readonly ends: string | null
  readonly owner: string | null
  /**
   * The tier above, the least value that reaches it while all others stay as they are, and what is missing to that; null where there is none, or no
   * single value says it.
   */
  readonly next: {
    readonly tier: string
    readonly from: string
    readonly remaining: string
  } | null
}

/** A customer whom a warning may call to be kept. */
export interface RetentionFacts {
  readonly customer?: string
  readonly tier: string
  readonly asOf: string
  /** What {@link FollowUp}s gave. */
  readonly warnings: readonly {
    readonly kind: string
    readonly since: string
    /** The day on which it became a warning; that of `since`, where left out. */
    readonly raised?: string
  }[]
  /** What was done about it already. */
  readonly done?: readonly { readonly measure: string; readonly date: string }[]
}

/** Whether and how a customer is to be kept. */
export interface RetentionPlan {
  readonly customer: string | null
  readonly tier: string
  /** Null where no warning calls for one. */
  readonly measure: string | null
  readonly warnings: readonly {
    readonly kind: string
    readonly since: string
    readonly raised: string
  }[]
  /** Since when the earliest of them goes back, and the day on which the first of them became one: the measure counts from there. */
  readonly since: string | null
  readonly raised: string | null
  readonly due: string | null
  readonly state: 'none' | 'due' | 'overdue' | 'done'
  /** The day it was done. */
  readonly done: string | null
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What is known of a customer who is cared for. */
export interface CareFacts {
  readonly customer?: string
  readonly asOf: string
  readonly tier: string
  /** The day on which care starts: that of the first order, say. */
  readonly since: string
  /** Another start, by kind of care: the day of installation, say. */
  readonly starts?: Readonly<Record<string, string>>
  /** What was done. `for` names whose birthday, or which answer, it was. */
  readonly done?: readonly { readonly care: string; readonly date: string; readonly for?: string }[]
  /** The customer's own dates; `of` says whose, where there are several. */
  readonly dates?: readonly { readonly id: string; readonly date: string; readonly of?: string }[]
  /** Answers of surveys, as ratings; `closed` is the day on which the measure for a dissatisfied one was closed. */
  readonly answers?: readonly {
    readonly id: string
    readonly date: string
    readonly rating: DecimalInput
    readonly closed?: string | null
  }[]
}

/** What care a customer is due. */
export interface CareDue {
  readonly customer: string | null
  readonly tier: string
  readonly asOf: string
  /** What has been due longest comes first. */
  readonly items: readonly CareItem[]
  /** Kinds of care that are not for this tier. */
  readonly notForTier: readonly string[]
  /** What is wrong with entries, which are left out. */
  readonly issues: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** One kind of care, and when it is due. */
export interface CareItem {
  readonly care: string
  /** Whose birthday, or which answer; null where there is but one. */
  readonly for: string | null
  /** From when on it can be done for that day: the day itself, but for days that are seen to ahead. */
  readonly from: string
  readonly due: string
  readonly state: 'overdue' | 'due' | 'upcoming'
  /** The day after it was due. */
  readonly overdueSince: string | null
  readonly daysOverdue: number
  /** The last time it was done. */
  readonly last: string | null
  readonly clause: string
}

/** A contract, and an order of a customer, as far as renewals look at them. */
export interface PurchaseHistory {
  readonly asOf: string
  readonly contracts?: readonly {
    readonly id: string
    readonly customer: string
    readonly product: string
    readonly from: string
    /** The last day. */
    readonly to: string
    /** Whether the customer has ended it for good. */
    readonly ended?: boolean
  }[]
  readonly orders?: readonly {
    readonly customer: string
    readonly product: string
    readonly date: string
  }[]
}

/** What is to be renewed, reordered and offered. */
export interface RenewalsDue {
  readonly asOf: string
  /** Contracts that none of the same customer and product follows; the earliest end first. */
  readonly renewals: readonly {
    readonly contract: string
    readonly customer: string
    readonly product: string
    readonly ends: string
    readonly dueFrom: string
    /** `lapsed` once the last day is over. */
    readonly state: 'upcoming' | 'due' | 'lapsed'
    readonly daysLeft: number
  }[]
  /** What is expected to be ordered again; the earliest first. */
  readonly reorders: readonly ExpectedReorder[]
  /** Products ordered on too few days to show an interval. */
  readonly noInterval: readonly {
    readonly customer: string
    readonly product: string
    readonly orderDays: number
    readonly required: number
  }[]
  readonly addOns: readonly {
    readonly customer: string
    readonly bought: string
    readonly offer: string
    /** When the one was last ordered, or a contract of it last started. */
    readonly last: string
  }[]
  readonly issues: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What a customer is expected to order again. */
interface ExpectedReorder {
  readonly customer: string
  readonly product: string
  readonly last: string
  /** The days from one order to the next: the median of the history, half a day rounded up, or what the policy knows. */
  readonly intervalDays: number
  readonly basis: 'history' | 'policy'
  /** On how many days it was ordered, and the shortest and longest time between two; null with a single one. */
  readonly orderDays: number
  readonly shortest: number | null
  readonly longest: number | null
  readonly expected: string
  /** From when on it is late. */
  readonly lateFrom: string
  readonly state: 'upcoming' | 'due' | 'late'
}

/** What a customer of a tier is served. */
export interface ServicePackage {
  readonly tier: string
  readonly services: readonly string[]
  /** What of it was not received yet; and what was, and is not in the package. */
  readonly missing: readonly string[]
  readonly beyond: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** An order, as recency, frequency and monetary value look at it. An amount below 0 is a refund: it lowers the value, and is no order. */
export interface RfmOrder {
  readonly customer: string
  readonly date: string
  readonly amount: DecimalInput
}

/** How customers are scored by their orders. */
export interface RfmOptions {
  readonly asOf: string
  /** How many scores there are, 2 to 10; 5 unless told. */
  readonly bins?: number
  /**
   * Where each score from 2 up starts, instead of by quantiles, one bound less than there are scores: of recency the most days, falling; of
   * the others the least orders and money, rising. A bound belongs to the better score.
   */
  readonly bounds?: {
    readonly recency?: readonly DecimalInput[]
    readonly frequency?: readonly DecimalInput[]
    readonly monetary?: readonly DecimalInput[]
  }
  /** Names for ranges of scores, which share out all there are; the ten usual ones unless told. */
  readonly segments?: readonly RfmSegment[]
}

/** A name for ranges of scores, both ends included; a measure that is left out may have any. */
export interface RfmSegment {
  readonly id: string
  readonly recency?: readonly [from: number, to: number]
  readonly frequency?: readonly [from: number, to: number]
  readonly monetary?: readonly [from: number, to: number]
}

/** A customer's scores: the better, the higher. */
export interface RfmScore {
  readonly customer: string
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
  readonly segment: string
  /** Days since the last order; null for who only has refunds. */
  readonly daysSince: number | null
  readonly orders: number
  readonly amount: string
}

/** All customers in their segments. */
export interface RfmSegments {
  readonly asOf: string
  readonly bins: number
  readonly customers: readonly RfmScore[]
  /** In the order of the segments, those without a customer among them. */
  readonly segments: readonly {
    readonly segment: string
    readonly customers: number
    readonly orders: number
    readonly amount: string
  }[]
  readonly issues: readonly Issue[]
}

/** Who has claimed a customer, and what was done since. */
export interface ProtectionFacts {
  readonly customer?: string
  readonly asOf: string
  /** Those of one day stand in the order given. */
  readonly claims: readonly CustomerClaim[]
  readonly followUps?: readonly { readonly rep: string; readonly date: string }[]
  readonly deals?: readonly { readonly rep: string; readonly date: string }[]
  /** The reps there are, and the last day of those who left; anybody, where left out. */
  readonly reps?: readonly { readonly rep: string; readonly lastDay?: string | null }[]
}

/** A report of a rep that a customer is theirs. */
interface CustomerClaim {
  readonly rep: string
  readonly date: string
  /** Where shares are named: the part of the customer, 0 to 1. */
  readonly share?: DecimalInput
  /** How many customers the rep had claimed on that day before, and had at the time: asked for where the policy limits them. */
  readonly claimedThatDay?: number
  readonly customersHeld?: number
}

/** Who owns a customer. */
export interface CustomerProtection {
  readonly customer: string | null
  readonly asOf: string
  readonly state: 'owned' | 'shared' | 'pool'
  readonly owner: string | null
  /** Empty unless it is shared. */
  readonly shares: readonly { readonly rep: string; readonly share: string }[]
  /**
   * The part that nobody has, as whoever named it has left, was refused or could not be read: `0` where the shares are the whole; null unless
   * it is shared.
   */
  readonly unassigned: string | null
  /** Who owned it from when to when. No two overlap, but for named shares. */
  readonly tenures: readonly CustomerTenure[]
  /** Each claim in order, and whether it stood. */
  readonly claims: readonly {
    readonly rep: string
    readonly date: string
    readonly state: 'owns' | 'owned' | 'waiting' | 'refused'
    /** Why it was refused, or waits. */
    readonly because: ClaimObstacle | null
    /** Who owns the customer instead. */
    readonly owner: string | null
  }[]
  readonly issues: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A time in which somebody owns a customer. */
export interface CustomerTenure {
  readonly rep: string
  readonly from: string
  /** The last day, as things stand; null where nothing ends it. */
  readonly to: string | null
  /** What ends it. */
  readonly because: TenureEnd | null
}

export type TenureEnd = 'no-follow-up' | 'no-deal' | 'period-over' | 'left'
export type ClaimObstacle =
  | 'owned'
  | 'not-employed'
  | 'already-waiting'
  | 'claims-per-day'
  | 'customers-per-rep'
  | 'reclaimed-too-soon'
