import type {
  Check,
  Condition,
  DecimalInput,
  Defined,
  Issue,
  PeriodUnit,
  PolicyHeader,
  PolicyReference,
  Rounding,
} from '../kernel/index.js'

/** How a company sells: its stages, what each of them asks for, and how the pipeline is measured and steered. */
export interface SalesProcess extends PolicyHeader {
  /** A code of ISO 4217; every amount is in it. */
  readonly currency: string
  readonly rounding: Rounding
  /** From the first to the last. */
  readonly stages: readonly SalesStage[]
  /** The stage that a deal reaches by being won. */
  readonly wonAt: string
  /** The fewest deals by which a step is judged, and a probability measured. */
  readonly minimumSample: number
  /** How many standard deviations the range of a forecast reaches to each side. */
  readonly forecast: { readonly deviations: string }
  /** From which date of an invoice the days until cash are counted. */
  readonly collection: { readonly startsAt: InvoiceDate }
  readonly receivables: {
    readonly ageBy: 'due' | 'invoiced'
    readonly buckets: readonly AgeBucket[]
  }
  readonly discounts?: DiscountRules
  readonly records?: RecordRules
  readonly priorities?: PriorityRules
}

/** A sales process that `defineSalesProcess` has checked. */
export type DefinedSalesProcess<Stage extends string = string> = Defined<
  SalesProcess,
  { readonly stage: Stage }
>

/** A stage that a deal passes. */
export interface SalesStage {
  readonly id: string
  /** Where a deal may move from here. */
  readonly to: readonly string[]
  /** What holds a deal back until it is met. */
  readonly requires: readonly Condition[]
  /** What is only reported. */
  readonly reports: readonly Condition[]
  /** How probable it is that a deal in this stage is won; from `wonAt` on it is. */
  readonly probability?: string
}

export type InvoiceDate = 'invoiced' | 'delivered' | 'due'

/** Days overdue, up to `upTo` included; the last bucket is open. */
export interface AgeBucket {
  /** Names the bucket in outcomes; each once. */
  readonly id: string
  /** Days, themselves included; null is the open end, and only the last bucket has it. */
  readonly upTo: number | null
}

/** Who may grant which discount, and what must come in exchange. */
export interface DiscountRules {
  readonly floor: {
    /** Each negotiation has a floor of its own, set beforehand. */
    readonly setBeforehand: boolean
    /** The margin that nobody goes below. */
    readonly margin?: string
  }
  readonly exchange: {
    /** A discount above this is given only in exchange. */
    readonly above: string
    /** What may be given besides a discount. */
    readonly concessions: readonly string[]
    /** What counts as something in exchange. */
    readonly accepted: readonly string[]
  }
  /** From the lowest to the highest: whoever comes later approves more. */
  readonly authorities: readonly DiscountAuthority[]
}

/** What a rung may grant on its own: all of it must hold. */
export interface DiscountAuthority {
  readonly rung: string
  readonly discountAtMost: string
  /** Of the list price of the whole order. */
  readonly amountAtMost?: string
  /** Of the price after the discount. */
  readonly marginAtLeast?: string
}

/** Which fields make a record complete, and how soon it is made. */
export interface RecordRules {
  /** The completeness that is asked for. */
  readonly target: string
  /** Whether the target is of fields that are filled, or of records with all of them. */
  readonly of: 'fields' | 'records'
  readonly kinds: readonly RecordKind[]
}

interface RecordKind {
  readonly kind: string
  readonly fields: readonly string[]
  /** Hours, around the clock, from what happened to its record. */
  readonly withinHours?: string
}

/** From how many points of 100 a task is important, and urgent, and what always is both. */
export interface PriorityRules {
  readonly importantFrom: number
  readonly urgentFrom: number
  readonly always?: Condition
}

/** Where a deal is to move; a stage alone stands for the step to the next one. */
export type StageMove<Stage extends string = string> =
  | Stage
  | { readonly from: Stage; readonly to: Stage }

/** Whether a deal may move on, and what its stage lacks. */
export interface StageCheck {
  readonly stage: string
  /** Null where the last stage is to be closed. */
  readonly to: string | null
  /** Whether the process has this move, and those that it has. */
  readonly allowed: boolean
  readonly allowedTo: readonly string[]
  readonly mayMove: boolean | 'unknown'
  /** Whether the stage has everything, be it only reported. */
  readonly complete: boolean | 'unknown'
  /** What is unmet or unknown; what holds back first. */
  readonly missing: readonly StageItem[]
  readonly checks: readonly StageItemCheck[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** Something that a stage lacks. */
export interface StageItem {
  readonly id: string
  readonly outcome: 'unmet' | 'unknown'
  /** How much is missing of a number. */
  readonly gap: string | null
  readonly holdsBack: boolean
}

interface StageItemCheck extends Check {
  readonly holdsBack: boolean
}

/** Deals with their histories, or how many reached each stage. */
export type FunnelInput = FunnelDeals | FunnelCounts

interface FunnelDeals {
  /** The day as of which it is looked at; what is dated later is refused. */
  readonly asOf: string
  readonly deals: readonly Deal[]
}

/** A deal from the lead to its end. Every date is a calendar date. */
export interface Deal {
  readonly id?: string
  readonly customer?: string
  /** When it came in as a lead. */
  readonly created: string
  /** When it entered which stage, in any order. Until the first of them it is in the first stage. */
  readonly stages?: readonly { readonly stage: string; readonly on: string }[]
  /** When it was won; by default when it entered `wonAt`, or a stage after it. */
  readonly won?: string | null
  readonly lost?: string | null
  readonly value?: DecimalInput
  /** That of the policy; another is refused. */
  readonly currency?: string
}

interface FunnelCounts {
  /** How many deals reached each stage of the policy. */
  readonly reached: Readonly<Record<string, number>>
  /** How long they stayed in it. */
  readonly medianDays?: Readonly<Record<string, DecimalInput>>
}

/** What became of the deals, stage by stage. What counts alone do not say is null. */
export interface Funnel {
  readonly asOf: string | null
  readonly stages: readonly FunnelStage[]
  readonly steps: readonly FunnelStep[]
  /** From the first stage to the last. */
  readonly overall: string | null
  readonly won: number | null
  readonly lost: number | null
  readonly open: number | null
  /** Won ÷ (won + lost); null while none is decided. */
  readonly winRate: string | null
  /** From the lead to the deal. */
  readonly leadToDeal: DaysSpread | null
  readonly sales: SalesPerBuyer | null
  readonly velocity: SalesVelocity | null
  readonly bottleneck: Bottleneck
  /** By stage, the share of the decided deals that reached it which was won; null below the minimum sample. For {@link forecastPipeline}. */
  readonly probabilities: Readonly<Record<string, string | null>> | null
  /** Deals that cannot be read, and what is wrong with them. */
  readonly notCounted: readonly DealNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A row that cannot be read, its place among those given, and what is wrong with it. */
interface DealNotCounted {
  readonly deal: string | null
  readonly index: number
  readonly issues: readonly Issue[]
}

interface FunnelStage {
  readonly stage: string
  /** Deals that got as far as this stage, or further. */
  readonly reached: number
  /** What they are worth, as far as it is known. */
  readonly value: string | null
  /** Deals that are in it now. */
  readonly current: number | null
  readonly currentValue: string | null
  /** How long deals stayed that have left it; a deal that came back stayed the sum of its visits. */
  readonly days: DaysSpread | null
  readonly medianDays: string | null
  /** How long the deals that are in it now have been there since they last came to it. */
  readonly currentDays: DaysSpread | null
}

/** From a stage to the next. */
export interface FunnelStep {
  readonly from: string
  readonly to: string
  readonly reached: number
  readonly wentOn: number
  /** Deals that got no further yet, and those that were lost here. */
  readonly stillOpen: number | null
  readonly lost: number | null
  /** Went on ÷ reached, cut after 12 decimals; null where none reached it. */
  readonly conversion: string | null
  /** Went on ÷ those that are no longer open here. */
  readonly conversionOfDecided: string | null
}

/** Days, exact: quartiles lie between two deals in proportion. */
export interface DaysSpread {
  readonly count: number
  readonly mean: string
  readonly median: string
  readonly lowerQuartile: string
  readonly upperQuartile: string
  readonly shortest: string
  readonly longest: string
}

/** What was sold per customer who bought (客单价), and per order, which is another figure. */
export interface SalesPerBuyer {
  /** Of the deals that were won and have a value. */
  readonly total: string
  readonly orders: number
  readonly customers: number
  readonly salesPerOrder: string | null
  /** Of those that name their customer. */
  readonly salesPerCustomer: string | null
  /** Won deals without a value, and with one but without a customer: in no average. */
  readonly withoutValue: readonly (string | null)[]
  readonly withoutCustomer: readonly (string | null)[]
}

/** What slows the funnel down. */
export interface Bottleneck {
  readonly minimumSample: number
  /**
   * The steps that convert least of the deals that went on or were lost (of counts: of all that reached it); several where they tie, and
   * none where no deal was lost.
   */
  readonly byConversion: readonly FunnelStep[]
  /** The stages in which deals stay longest; none where they take no time. */
  readonly byDays: readonly {
    readonly stage: string
    readonly medianDays: string
    readonly deals: number
  }[]
  /** The steps that were judged, and those with too few such deals, by the stage they start from. */
  readonly judged: readonly string[]
  readonly tooFew: readonly string[]
}

/** Four levers of the speed at which a pipeline sells; the win rate as a ratio, or as what was won and lost. */
export type VelocityInput = VelocityLevers &
  (
    | {
        /** A ratio from 0 to 1; null while nothing is decided. */
        readonly winRate: DecimalInput | null
      }
    | { readonly won: number; readonly lost: number }
  )

interface VelocityLevers {
  /** How many deals are open. */
  readonly open: DecimalInput
  /** What a deal is worth. */
  readonly dealSize: DecimalInput | null
  readonly cycleDays: DecimalInput | null
  /** By what levers would be multiplied: `{ winRate: '1.1' }` is a tenth more. */
  readonly times?: {
    readonly open?: DecimalInput
    readonly dealSize?: DecimalInput
    readonly winRate?: DecimalInput
    readonly cycleDays?: DecimalInput
  }
}

/** Open deals × deal size × win rate ÷ days. */
export interface SalesVelocity {
  readonly open: string
  readonly dealSize: string | null
  readonly winRate: string | null
  readonly cycleDays: string | null
  /** Rounded once each, from the exact figure; null where a lever is not known, or takes no time. */
  readonly perDay: string | null
  readonly per30Days: string | null
  /** By how much more would be sold by each lever that was asked for, as a ratio: '0.1' is a tenth more. */
  readonly gains: Readonly<Record<string, string>>
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface ForecastInput {
  readonly asOf: string
  readonly deals: readonly OpenDeal[]
  /** How far the periods reach; a month by default. */
  readonly per?: PeriodUnit
  /** By stage, such as the measured ones of {@link measureFunnel}; null leaves it to the policy. */
  readonly probabilities?: Readonly<Record<string, DecimalInput | null>> | null
}

export interface OpenDeal {
  readonly id?: string
  readonly stage: string
  readonly value: DecimalInput
  /** When it is expected to be won. */
  readonly expected?: string | null
  /** Of this deal; before that of its stage. */
  readonly probability?: DecimalInput | null
  readonly currency?: string
}

/** What the open deals will bring. */
export interface Forecast {
  readonly asOf: string
  readonly per: PeriodUnit
  /** In order; what they are expected to bring adds up to the total, to the cent. */
  readonly periods: readonly (ForecastSum & { readonly period: string })[]
  readonly total: ForecastSum
  readonly deals: readonly ForecastDeal[]
  /** Deals that no period holds: without a date, expected before `asOf`, or won already. */
  readonly setAside: readonly DealSetAside[]
  readonly notCounted: readonly DealNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

interface ForecastSum {
  readonly deals: number
  /** If all were won. */
  readonly value: string
  /** Each value × its probability. */
  readonly expected: string
  /** As many standard deviations to each side as the policy says, deals being independent; never beyond what can happen. */
  readonly low: string
  readonly high: string
}

interface ForecastDeal {
  readonly deal: string | null
  readonly index: number
  readonly stage: string
  readonly period: string
  readonly value: string
  readonly probability: string
  readonly source: 'deal' | 'given' | 'policy'
  readonly expected: string
}

interface DealSetAside {
  readonly deal: string | null
  readonly index: number
  readonly stage: string
  readonly reason: 'no-date' | 'overdue' | 'won'
  readonly value: string
}

/** An invoice and what was paid of it. A negative amount is a credit note, and what is paid of it a refund. */
export interface Invoice {
  readonly id?: string
  readonly customer?: string
  readonly amount: DecimalInput
  readonly currency?: string
  readonly invoiced?: string | null
  readonly delivered?: string | null
  readonly due?: string | null
  /** Days from the invoice until it is due, where `due` is not given. */
  readonly terms?: number | null
  readonly payments?: readonly { readonly amount: DecimalInput; readonly on: string }[]
}

/** A ratio of two totals, a count back through the months, or the invoices themselves. */
export type CollectionInput =
  | {
      readonly receivables: DecimalInput
      readonly sales: DecimalInput
      readonly days: number
    }
  | {
      readonly receivables: DecimalInput
      /** Months in a row, in any order. */
      readonly months: readonly { readonly month: string; readonly sales: DecimalInput }[]
    }
  | ReceivablesInput

export interface ReceivablesInput {
  readonly asOf: string
  readonly invoices: readonly Invoice[]
}

/** How many days it takes until cash is collected. */
export interface CollectionPeriod {
  readonly method: 'ratio' | 'countback' | 'invoices'
  /** Null where nothing was sold, or paid, by which it could be measured. */
  readonly days: string | null
  /** Where the months run out before the receivables do: it is more than so many days. */
  readonly moreThan: string | null
  /** Of a countback: how many days each month counts for. */
  readonly months: readonly {
    readonly month: string
    readonly sales: string
    readonly days: string
  }[]
  /** Of invoices: what was paid of them by then and what is open, and the mean age of that, both weighted by amount. */
  readonly paid: string | null
  readonly open: string | null
  readonly openDays: string | null
  /** Invoices without the date from which days are counted, those that are delivered after `asOf` only, and credit notes: in no figure. */
  readonly setAside: readonly {
    readonly invoice: string | null
    readonly index: number
    readonly reason: 'no-date' | 'not-delivered' | 'credit-note'
  }[]
  readonly notCounted: readonly InvoiceNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

interface InvoiceNotCounted {
  readonly invoice: string | null
  readonly index: number
  readonly issues: readonly Issue[]
}

/** What is owed, by how long it is overdue. */
export interface ReceivablesAgeing {
  readonly asOf: string
  readonly ageBy: 'due' | 'invoiced'
  readonly buckets: readonly AgedBucket[]
  /** All that is open; the buckets and what has no date add up to it. */
  readonly total: string
  /** What has no date by which it ages. */
  readonly undated: string
  readonly customers: readonly AgedCustomer[]
  /** Those that are open. */
  readonly invoices: readonly AgedInvoice[]
  readonly notCounted: readonly InvoiceNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

interface AgedBucket {
  readonly id: string
  /** The first and the last day; null where it is open. */
  readonly from: number | null
  readonly to: number | null
  readonly amount: string
  readonly invoices: number
}

interface AgedCustomer {
  readonly customer: string | null
  readonly open: string
  /** By bucket. */
  readonly amounts: Readonly<Record<string, string>>
  /** Null where nothing has a date. */
  readonly oldestDays: number | null
}

interface AgedInvoice {
  readonly invoice: string | null
  readonly index: number
  readonly customer: string | null
  readonly open: string
  readonly due: string | null
  /** Negative before the date. */
  readonly days: number | null
  /** Null where it has no date. */
  readonly bucket: string | null
}

/** A discount that somebody would grant. */
export interface DiscountRequest {
  /** Who would grant it. */
  readonly rung: string
  /** Of the whole order. */
  readonly listPrice: DecimalInput
  readonly price: DecimalInput
  readonly cost?: DecimalInput | null
  /** The lowest price of this negotiation, set beforehand. */
  readonly floor?: DecimalInput | null
  /** What comes in exchange for the discount. */
  readonly inExchange?: readonly string[]
  /** What else is given, and for what. */
  readonly concessions?: readonly {
    readonly id: string
    readonly inExchange?: string | null
  }[]
}

/** Whether a discount may be granted, by whom, and what it lacks. */
export interface DiscountCheck {
  /** `refused`: as it stands, nobody may grant it. */
  readonly decision: 'granted' | 'needs-approval' | 'refused' | 'unknown'
  readonly rung: string
  /** The lowest rung that may grant it; null where none may, or it is not known. */
  readonly approver: string | null
  /** Price off the list ÷ list price; negative where it costs more. */
  readonly discount: string
  readonly amountOff: string
  readonly margin: string | null
  /** The lowest price that this rung may grant on its own; null where its amount is too large, or it is not known. */
  readonly lowestPrice: string | null
  /** What holds whoever grants it: the floor, and something in exchange. */
  readonly checks: readonly Check[]
  /** What each rung may grant, from the one who asks to the highest. */
  readonly authorities: readonly {
    readonly rung: string
    readonly mayGrant: boolean | 'unknown'
    readonly checks: readonly Check[]
  }[]
  /** What is given without anything in exchange: `discount`, or a concession. */
  readonly withoutExchange: readonly string[]
  /** Facts that are not known, and would decide. */
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface RecordsInput {
  /** An instant; what is recorded later is refused. */
  readonly asOf: string
  readonly records: readonly SalesRecord[]
}

/** Something that was to be put on record. Times are instants with their offset. */
export interface SalesRecord {
  readonly id?: string
  readonly rep?: string
  /** A kind of the policy. */
  readonly kind: string
  /** When it happened. */
  readonly occurred: string
  /** Null or absent: not yet. */
  readonly recorded?: string | null
  readonly fields: object
}

/** How complete records are, and how many were made in time. */
export interface Completeness {
  readonly asOf: string
  /** By rep and kind, in this order. */
  readonly groups: readonly (RecordsMeasured & {
    readonly rep: string | null
    readonly kind: string
    readonly missing: readonly { readonly field: string; readonly records: number }[]
  })[]
  readonly total: RecordsMeasured
  readonly target: string
  readonly of: 'fields' | 'records'
  /** Null without a record. */
  readonly met: boolean | null
  /** How many more fields or records are to be completed to meet the target. */
  readonly remaining: number
  readonly notCounted: readonly {
    readonly record: string | null
    readonly index: number
    readonly issues: readonly Issue[]
  }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

interface RecordsMeasured {
  readonly records: number
  /** Records with all of their fields. */
  readonly complete: number
  /** Complete ÷ records, and filled ÷ required fields; null of none. */
  readonly ofRecords: string | null
  readonly required: number
  readonly filled: number
  readonly ofFields: string | null
  /** Records by when they were made; those of a kind without hours are in none of the three. */
  readonly inTime: number
  readonly late: number
  readonly pending: number
  /** In time ÷ (in time + late). */
  readonly onTime: string | null
}

/** A task, with points from 0 to 100 and the facts that the policy's `always` looks at. */
export interface Task {
  readonly id: string
  readonly important?: DecimalInput | null
  readonly urgent?: DecimalInput | null
  readonly due?: string | null
  readonly [fact: string]: unknown
}

/** Tasks in the order in which they are to be done. */
export interface Priorities {
  readonly tasks: readonly RankedTask[]
  readonly notCounted: readonly {
    readonly task: string | null
    readonly index: number
    readonly issues: readonly Issue[]
  }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

interface RankedTask {
  readonly id: string
  readonly index: number
  /** 1 is important and urgent, 2 important, 3 urgent, 4 neither. */
  readonly quadrant: 1 | 2 | 3 | 4
  readonly important: number
  readonly urgent: number
  readonly due: string | null
  /** It is in the first quadrant by the policy's `always`, whatever its points. */
  readonly always: boolean
}
