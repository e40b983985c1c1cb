import type {
  Calendar,
  Check,
  Condition,
  DecimalInput,
  Defined,
  Issue,
  PeriodUnit,
  PolicyHeader,
  PolicyReference,
} from '../kernel/index.js'

/** Spans `09:00-12:00` of each weekday, 1 being Monday; `24:00` is the end of the day. One that is left out is off. */
export interface WeekHours {
  /** Monday: spans such as `09:00-12:00`, in order. */
  readonly 1?: readonly string[]
  /** Tuesday. */
  readonly 2?: readonly string[]
  /** Wednesday. */
  readonly 3?: readonly string[]
  /** Thursday. */
  readonly 4?: readonly string[]
  /** Friday. */
  readonly 5?: readonly string[]
  /** Saturday. */
  readonly 6?: readonly string[]
  /** Sunday. */
  readonly 7?: readonly string[]
}

/** When people work: the hours of each weekday, and the days on which they are others. */
export interface WorkingHours {
  /** A zone of the IANA database, such as `Asia/Shanghai`, or a fixed offset, such as `+08:00`. */
  readonly timeZone: string
  readonly week: WeekHours
  /** Public holidays and make-up days. Its weekend is the weekdays without hours; no day outside it is known. */
  readonly calendar?: Calendar
  /** The weekday whose hours a make-up day of the calendar has, where it has none of its own. */
  readonly makeUpDays?: number
  /** Days off besides. */
  readonly holidays: readonly string[]
  /** Days with hours of their own, whatever else they are: a make-up day, a short day before a holiday. */
  readonly worked: Readonly<Record<string, readonly string[]>>
}

/** Working hours that `defineWorkingHours` has checked. */
export type DefinedWorkingHours = Defined<WorkingHours>

/**
 * What time is counted in. `hours`: around the clock. `working-hours`: while it is open. `days` and `working-days` give a day, until its
 * end; the first day does not count.
 */
export type ServiceUnit =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'working-minutes'
  | 'working-hours'
  | 'working-days'

/** How soon something is due. */
export interface ServiceTarget {
  readonly within: DecimalInput
  readonly unit: ServiceUnit
  /** Of a target in days: the end of the last day, or of working days the closing of it. The former by default. */
  readonly until?: 'end-of-day' | 'closing'
}

/** How soon a service is due. Without `within` its cases say themselves when they were agreed to be due. */
export interface ServiceStandard {
  readonly id: string
  readonly clauses: readonly string[]
  readonly within?: string
  readonly unit?: ServiceUnit
  readonly until?: 'end-of-day' | 'closing'
  /** Time after the due time in which it is still on time. */
  readonly buffer?: { readonly within: string; readonly unit: ServiceUnit }
  /** How long before the due time a case is at risk. */
  readonly warning?: { readonly before: string; readonly unit: ServiceUnit }
  /** A case names the one contact through whom it goes. */
  readonly namedContact?: boolean
}

/** How soon each service is due, and how good it has to be. */
export interface ServiceStandards extends PolicyHeader {
  readonly standards: readonly ServiceStandard[]
  readonly quality: readonly Condition[]
}

/** Standards that `defineServiceStandards` has checked. */
export type DefinedServiceStandards = Defined<ServiceStandards>

/** One service that was asked for. Every time is an instant with its offset. */
export interface ServiceCase {
  readonly id?: string
  readonly rep?: string
  /** `key`, `new`, … as the company says. */
  readonly customerKind?: string
  readonly contact?: string
  /** A standard of the policy. */
  readonly standard: string
  readonly started?: string
  /** When it was agreed to be due, of a standard that leaves it to the case; a date stands for its end. */
  readonly due?: string
  /** Null or absent: not yet. */
  readonly done?: string | null
  /** When it waited for somebody else, the customer above all; without `to` it still does. */
  readonly holds?: readonly ServiceHold[]
  /** The instant as of which it is looked at; what came later is not known then. */
  readonly asOf?: string
}

interface ServiceHold {
  readonly from: string
  readonly to?: string | null
}

/** How a case stands against its standard. */
export interface ServiceLevel {
  readonly case: string | null
  readonly rep: string | null
  readonly customerKind: string | null
  readonly contact: string | null
  readonly standard: string
  /** `open`: neither done nor late. */
  readonly state: 'met' | 'late' | 'open'
  readonly started: string | null
  readonly done: string | null
  readonly asOf: string | null
  /** Null while it is on hold. */
  readonly due: string | null
  /** The end of the buffer, until which it is on time; without a buffer, `due`. */
  readonly latest: string | null
  /** Since when it is at risk; null without a warning, and while it is on hold. */
  readonly warnAt: string | null
  /** Open, and warned of. */
  readonly atRisk: boolean
  readonly onHold: boolean
  /** Done after it was due, and before the buffer was over. */
  readonly insideBuffer: boolean
  /** Durations by ISO 8601, which add up to the standard; null where the case was agreed to be due. A day is used when its hours are over. */
  readonly used: string | null
  readonly left: string | null
  /** What was on hold and so does not count: of working time its hours, of days those that closed on hold. */
  readonly held: string | null
  readonly late: Lateness | null
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** How late something is: on the clock, and of standards in working time in opening hours without holds. */
export interface Lateness {
  readonly elapsed: string
  readonly working: string | null
}

/** Cases to be measured together. */
export interface ServiceLevelsInput {
  readonly asOf: string
  /** By the month, quarter, … in which a case started or, where it was agreed to be due, in which it was. */
  readonly per: PeriodUnit
  /** The month in which a year starts, 1 to 12; without it, that of the calendar. Its quarters and halves go by it. */
  readonly yearStartsIn?: number
  readonly cases: readonly Omit<ServiceCase, 'asOf'>[]
}

/** The cases of one rep, period, standard and kind of customer. `{ actual, target }` is a result for `appraise`. */
export interface ServiceLevelGroup {
  readonly rep: string | null
  readonly period: string
  readonly standard: string
  readonly customerKind: string | null
  readonly cases: number
  readonly met: number
  readonly late: number
  readonly open: number
  /** The cases that were met, of those that are decided. */
  readonly actual: number
  readonly target: number
  /** Actual ÷ target, cut after 12 decimals, so that it is 1 only when all were met; null where none is decided. */
  readonly onTime: string | null
  readonly lateCases: readonly LateCase[]
  readonly clauses: readonly string[]
}

interface LateCase {
  readonly case: string | null
  /** Its place among the cases given. */
  readonly index: number
  readonly late: Lateness
}

/** How many cases met their standards. */
export interface ServiceLevels {
  readonly asOf: string
  readonly per: PeriodUnit
  /** By rep, period, standard and kind of customer, in this order. */
  readonly groups: readonly ServiceLevelGroup[]
  /** Cases that cannot be read, and what is wrong with them. */
  readonly notCounted: readonly {
    readonly case: string | null
    readonly index: number
    readonly issues: readonly Issue[]
  }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What is known of the quality of a service, by the ids of the policy's `quality`. */
export type QualityFacts = object

/** Whether a service is as good as it has to be, and what is missing to it. */
export interface QualityCheck {
  readonly met: boolean | 'unknown'
  readonly checks: readonly Check[]
  /** What is unmet, and what is not known. */
  readonly unmet: readonly string[]
  readonly unknown: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** Which days a calendar covers, and which weekdays are off as a rule: 1 is Monday. */
export interface CalendarCoverage {
  readonly from: string
  readonly to: string
  readonly weekend: readonly number[]
}

/** A day that is not what its weekday is. */
export interface CalendarDay {
  readonly date: string
  readonly isOffDay: boolean
  readonly name?: string
}
