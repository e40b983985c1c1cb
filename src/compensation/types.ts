import type { Consequence } from '../grading/index.js'
import type {
  DecimalInput,
  Defined,
  PolicyHeader,
  PolicyReference,
  Rounding,
} from '../kernel/index.js'
import type { OwnPeriod } from '../kernel/time/time.js'

/** How a company pays what its rooms decide. */
export interface CompensationPlan extends PolicyHeader {
  /** A code of ISO 4217. */
  readonly currency: string
  readonly rounding: Rounding
  /** How what follows from grades is paid; each kind once. */
  readonly consequences: readonly PayRule[]
}

/** A compensation plan that `defineCompensationPlan` has checked. */
export type DefinedCompensationPlan = Defined<CompensationPlan>

/** How consequences of one kind are paid. */
export type PayRule = BonusRule | BasePayRule | LeaveRule

/** A part of a base salary, paid on the last day of the period that earned it. */
export interface BonusRule extends PartOfPeriod {
  readonly kind: string
  readonly pays: 'bonus'
  /** How many months of base salary a value of 1 is: 2 where the grade's value is a coefficient on a bonus of two months. */
  readonly months: string
  /** `pro-rata`: only as many days as were worked of those due. `ignore`: whatever the attendance. */
  readonly attendance: 'pro-rata' | 'ignore'
}

/** A raise or a cut of the base salary, paid with it for as long as it holds. */
interface BasePayRule {
  readonly kind: string
  readonly pays: 'base-pay'
}

/** Days of leave, given on the last day of the period that earned them. */
export interface LeaveRule extends PartOfPeriod {
  readonly kind: string
  readonly pays: 'leave'
  readonly rounding: Rounding
}

interface PartOfPeriod {
  /**
   * What a part of the period earns: days served of its days, months served of its months, those that were started or only whole ones; or
   * the whole (`none`).
   */
  readonly proration: 'day' | 'month-started' | 'month-whole' | 'none'
  /** Whether somebody who left before the end of the period earns their part, or nothing. */
  readonly leavers: 'pro-rata' | 'none'
}

/** What consequences are paid by, for one payee and one period. */
export interface ConsequencePayInput {
  readonly payee?: string
  /** The period that is paid: a month, a quarter, a year, or a company's own. */
  readonly period: string | OwnPeriod
  /** The base salary of a month, before the raises and cuts that are paid here; or the salaries, each from a day on. */
  readonly baseSalary: DecimalInput | readonly SalaryFrom[]
  /** The first and the last day of employment, where there are any. */
  readonly employment?: { readonly from?: string; readonly to?: string }
  /** Days worked of those due, month by month, while employed. */
  readonly attendance?: readonly MonthAttended[]
  /** As `gradeConsequences` lists them: those of quarters and those of years may stand in one list. */
  readonly consequences: readonly Consequence[]
}

interface SalaryFrom {
  readonly from: string
  readonly monthly: DecimalInput
}

interface MonthAttended {
  readonly month: string
  readonly attended: DecimalInput
  readonly due: DecimalInput
}

/** What consequences come to in a period. The amounts of the periods of any split of it add up to the same. */
export interface ConsequencePay {
  readonly payee: string | null
  readonly period: string | OwnPeriod
  /** The sum of the lines; below zero where cuts are more than raises and bonuses. */
  readonly amount: string
  readonly currency: string
  /** Days of leave. */
  readonly days: string
  readonly lines: readonly PaidConsequence[]
  readonly notPaid: readonly UnpaidConsequence[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A consequence that is paid. */
export interface PaidConsequence {
  readonly kind: string
  readonly clause: string
  /** The graded periods it follows from, and the last of them. */
  readonly periods: readonly string[]
  readonly period: string
  readonly pays: PayRule['pays']
  readonly value: string
  /** Null for leave. */
  readonly amount: string | null
  /** Null for money. */
  readonly days: string | null
  /** The base salary of a month that it is a part of, on the last of the days paid; null for leave. */
  readonly baseSalary: string | null
  /** The days for which it is paid: those of the period on which it holds, or the day on which it is given. */
  readonly from: string
  readonly to: string
  /** Days or months served of those of the period that earned it; null where no part counts. */
  readonly served: { readonly counted: number; readonly of: number } | null
  /** Days worked of those due; null where attendance does not count. */
  readonly attendance: { readonly attended: string; readonly due: string } | null
  /** What it comes to before rounding; for base pay since it began. */
  readonly unrounded: string
}

/** A consequence that is not paid, and why. */
export interface UnpaidConsequence {
  readonly kind: string
  readonly clause: string
  readonly period: string
  /**
   * `no-rule`: the plan pays no such kind, as of measures, and of what raises a commission. `other-period`: it is paid before or after.
   * `not-employed`: on none of its days. `left`: before the end of the period, and the plan pays leavers nothing. `nothing-due`: a value of 0, or
   * no day worked.
   */
  readonly because: 'no-rule' | 'other-period' | 'not-employed' | 'left' | 'nothing-due'
}
