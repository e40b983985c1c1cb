import type { Appraisal, AppraisalInput, AppraisalScheme } from '../appraisal/index.js'
import type {
  CommissionAccrual,
  CommissionCorrection,
  CommissionInput,
  CommissionPlan,
  CommissionStatement,
  LineProgress,
  PlanChange,
  Settlement,
  SettlementBalance,
  SettlementPeriodInput,
} from '../commission/index.js'
import type { Consequence } from '../grading/index.js'
import type {
  DecimalInput,
  Defined,
  PolicyHeader,
  PolicyReference,
  Rounding,
  Scale,
} from '../kernel/index.js'
import type { OwnPeriod } from '../kernel/time/time.js'

/** How a company pays what its rooms decide. */
export interface CompensationPlan extends PolicyHeader {
  /** A code of ISO 4217. */
  readonly currency: string
  readonly rounding: Rounding
  /** How what follows from grades is paid; each kind once. */
  readonly consequences: readonly PayRule[]
  /** What one payee earns by several measures, in the order in which they are computed. */
  readonly components?: readonly CompensationComponent[]
  /** The most that the components of a period come to. Without it, there is none. */
  readonly cap?: CompensationCap
}

/** One measure of a payee: a commission on its own sales, or on a score. */
export interface CompensationComponent {
  readonly id: string
  /** Its share of the payee's target incentive, a ratio; the weights of those that have one add up to 1. */
  readonly weight?: string
  /** Where the component is scored: the commission is then that of a score on a target of 100. */
  readonly appraisal?: AppraisalScheme
  /** Where two figures choose what it pays: the commission is then that of the ratio in the table on a target of 1. */
  readonly matrix?: PayMatrix
  /**
   * By what it earns. Conditions and multipliers of it may look at what an earlier component came to: `<id>.attainment`, `<id>.score`,
   * `<id>.amount`.
   */
  readonly commission: CommissionPlan
}

/** A table with two dimensions: of the target incentive, what each pair of steps pays. */
export interface PayMatrix {
  readonly rows: MatrixAxis
  readonly columns: MatrixAxis
  /** Row by row, a ratio of the target incentive for each column. */
  readonly pays: readonly (readonly string[])[]
}

/** The figure that chooses a row or a column, and where each of them ends. */
export interface MatrixAxis {
  /** The name of a fact, or what an earlier component came to: `revenue.attainment`. */
  readonly by: string
  /** Which step owns a figure exactly on a threshold. */
  readonly boundary: Scale['boundary']
  readonly steps: readonly { readonly id: string; readonly upTo: string | null }[]
}

/** The most of all components together; of two, the lower one. */
interface CompensationCap {
  readonly amount?: string
  /** Of the payee's target incentive: 2 is twice as much. */
  readonly multiple?: string
}

/** A compensation plan that `defineCompensationPlan` has checked. */
export type DefinedCompensationPlan<Id extends string = string> = Defined<
  CompensationPlan,
  { readonly component: Id }
>

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

/** What a payee is paid by several components for a period. */
export interface CompensationInput<Id extends string = string> {
  readonly payee?: string
  readonly period?: string | OwnPeriod
  /** What the payee earns on target by all components together; each with a weight has its share of it. */
  readonly targetIncentive?: DecimalInput
  /** What conditions, multipliers and tables of several components look at, by name; a component's own come first. */
  readonly facts?: Readonly<Record<string, DecimalInput | boolean>>
  /** By the id of the component: the sales of one, the results of one that is scored, the facts of one that is paid by a table. */
  readonly components: { readonly [One in Id]?: ComponentInput }
}

/** What one component is computed from. Payee, period and target incentive are those of all. */
export type ComponentInput = CommissionInput | AppraisalInput | MatrixInput

/** What a table is looked up by. */
interface MatrixInput {
  readonly facts?: Readonly<Record<string, DecimalInput | boolean>>
}

/** What several components come to. */
export interface Compensation {
  readonly payee: string | null
  readonly period: string | OwnPeriod | null
  /** The sum of the components. */
  readonly amount: string
  readonly currency: string
  readonly targetIncentive: string | null
  readonly components: readonly ComponentPay[]
  /** Present where the plan has a cap: the most that it lets through, what says so, and what it took. */
  readonly cap?: CompensationCapOutcome
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface CompensationCapOutcome {
  readonly limit: string
  readonly by: 'amount' | 'multiple'
  /** What it took, below zero; 0 where it did not bite. */
  readonly amount: string
}

/** One component of a compensation. */
export interface ComponentPay {
  readonly id: string
  /** What is paid for it, after the cap of the plan. */
  readonly amount: string
  /** What the cap of the plan took of it, below zero; absent where that is nothing. */
  readonly cut?: string
  readonly weight: string | null
  /** Its share of the payee's target incentive; null without a weight. */
  readonly targetIncentive: string | null
  /** What it looked at that earlier components came to; absent where it looks at none. */
  readonly facts?: Readonly<Record<string, string>>
  /** Present where it is scored. */
  readonly appraisal?: Appraisal
  /** Present where a table pays it. */
  readonly matrix?: MatrixOutcome
  /** How its commission came about. */
  readonly outcome: CommissionStatement
}

/** Where in a table a payee is. */
export interface MatrixOutcome {
  readonly row: MatrixPlace
  readonly column: MatrixPlace
  /** What is paid there, a ratio of the target incentive. */
  readonly pays: string
}

interface MatrixPlace {
  readonly by: string
  readonly figure: string
  readonly step: string
}

/** Prizes for the best of those who enter, or a pot that they share by their figures. */
export interface ContestRules extends PolicyHeader {
  /** A code of ISO 4217. */
  readonly currency: string
  /** From the first place on, each for so many places. Without prizes, those who enter share the pot in proportion to their figures. */
  readonly prizes?: readonly Prize[]
  /** The most that is paid in all; what is shared where there are no prizes. */
  readonly pot?: string
  /** What a figure must be to enter. Without it, everybody does. */
  readonly enter?: { readonly comparison: 'above' | 'at-least'; readonly figure: string }
  /** Figures that part those who tie, the first one first; more is better. */
  readonly tieBreakers?: readonly string[]
  /** Those who tie `share` the prizes of their places, or `all` get that of the first of them. */
  readonly ties: 'share' | 'all'
}

interface Prize {
  readonly places: number
  readonly amount: string
}

/** Contest rules that `defineContestRules` has checked. */
export type DefinedContestRules = Defined<ContestRules>

/** Who takes part in a contest. */
export interface ContestInput {
  readonly period?: string | OwnPeriod
  /** What is shared, where the rules have neither prizes nor a pot. */
  readonly pot?: DecimalInput
  readonly entrants: readonly ContestEntrant[]
}

export interface ContestEntrant {
  readonly id: string
  /** By what they are ranked; more is better. */
  readonly figure: DecimalInput
  /** Where the rules have tie breakers: each of them by name. */
  readonly figures?: Readonly<Record<string, DecimalInput>>
}

/** Who gets which prize. */
export interface Contest {
  readonly period: string | OwnPeriod | null
  /** The sum of the prizes that are paid. */
  readonly amount: string
  readonly currency: string
  /** The most that is paid. */
  readonly pot: string
  /** What is left of it. */
  readonly left: string
  /** The first place first; those who did not enter last. */
  readonly entrants: readonly ContestPlace[]
  readonly policy: PolicyReference
}

/** Somebody's place and prize. */
export interface ContestPlace {
  readonly id: string
  readonly figure: string
  /** Null for who did not enter. Two who share the first place are both 1, and the next is 3. */
  readonly place: number | null
  readonly tiedWith: readonly string[]
  readonly amount: string
  /** What the pot took of it, below zero; absent where that is nothing. */
  readonly cut?: string
  /** The nearest better place, and what is missing to its figure; null on the first one, and where the pot is shared by figures. */
  readonly next: {
    readonly place: number
    readonly remaining: string
    /** `above`: exactly that much more does not enter yet, or leaves it to the tie breakers. */
    readonly reached: 'at' | 'above'
  } | null
}

/** How a capitalised cost is spread over a contract. */
export interface AmortizationTerms {
  /** The first day of the contract. */
  readonly from: string
  /** How many months it lasts. */
  readonly months: number
  /** Equal parts for its calendar months, the one in which it begins being the first; or each day the same. */
  readonly by: 'month' | 'day'
  /** The last day of a contract that ends early. */
  readonly endedOn?: string
  /** How many decimals amounts have; 2 unless told. */
  readonly decimals?: number
}

/** A cost spread over a contract: the amounts of the periods, and what is impaired, add up to it to the cent. */
export interface Amortization {
  readonly amount: string
  readonly periods: readonly {
    /** `2026-03` */
    readonly period: string
    readonly amount: string
    /** What is still to come after it: the carrying amount. */
    readonly carrying: string
  }[]
  /** What is written off where the contract ends early; null where nothing is left then. */
  readonly impaired: { readonly on: string; readonly amount: string } | null
}

/** One period of a payee: what the components are computed from, what is paid beside them, and corrections of earlier periods. */
export interface CompensationPeriodInput
  extends Omit<CompensationInput, 'payee' | 'period' | 'components'> {
  readonly period: string | OwnPeriod
  readonly components: Readonly<
    Record<string, ComponentInput & Pick<SettlementPeriodInput, 'adjustments'>>
  >
  /** As `restateCompensation` returns them. */
  readonly corrections?: readonly CompensationCorrection[]
}

/** A payee's periods, one after the other, by several components. */
export interface CompensationSettlementInput {
  readonly payee: string
  readonly periods: readonly CompensationPeriodInput[]
  /** What the settlement before closed with. */
  readonly opening?: CompensationBalance
  /** What becomes of the year of a component whose plan has changed. */
  readonly planChange?: PlanChange
  /** The plans that held before, by which corrections of their periods are computed. */
  readonly earlierPlans?: readonly DefinedCompensationPlan[]
  readonly closedThrough?: string | OwnPeriod
  readonly yearStartsIn?: number
  /** The payee's first day of service, where a component's draw goes by months of service. */
  readonly joined?: string
  /** Whether the last of the periods is the payee's last. */
  readonly final?: boolean
  /** By component, where it pays on invoices, or on cash. */
  readonly invoiced?: Readonly<Record<string, readonly LineProgress[]>>
  readonly collected?: Readonly<Record<string, readonly LineProgress[]>>
}

/** What stands open between two settlements, by component. */
export interface CompensationBalance {
  readonly format: 1
  readonly payee: string
  readonly currency: string
  readonly plan: PolicyReference & { readonly digest: string }
  readonly components: Readonly<Record<string, SettlementBalance>>
}

/** A payee's payments over several periods, by several components. */
export interface CompensationSettlement {
  readonly payee: string
  readonly currency: string
  readonly periods: readonly SettledCompensation[]
  readonly earned: string
  readonly adjusted: string
  readonly paid: string
  /** What became of each component, period by period. */
  readonly components: readonly { readonly id: string; readonly settlement: Settlement }[]
  readonly closing: CompensationBalance
  readonly notCounted: readonly (Settlement['notCounted'][number] & {
    readonly component: string
  })[]
  readonly policy: PolicyReference
}

/** What a period pays by all components together. */
export interface SettledCompensation {
  readonly period: string
  readonly earned: string
  readonly adjusted: string
  readonly paid: string
  readonly carried: string
  /** Present where the plan has a cap. */
  readonly cap?: CompensationCapOutcome
  /** What each pays in it, and how that came about. */
  readonly components: readonly ComponentPay[]
}

/** What a settlement leaves open, for the books: in all, and by component. */
export interface CompensationAccrual extends CommissionAccrual {
  readonly components: readonly (CommissionAccrual & { readonly id: string })[]
}

/** What was paid, and what is known now. */
export interface CompensationRestatementInput {
  /** What was paid, from the archive: compensations, or the periods of a settlement. */
  readonly paid: readonly Pick<Compensation, 'components'>[]
  /** Corrections that were paid before. */
  readonly corrected?: readonly CompensationCorrection[]
  /** The inputs as they should have been, all components of each, with its payee and period. */
  readonly now: readonly CompensationInput[]
  readonly closedThrough?: string | OwnPeriod
  readonly yearStartsIn?: number
}

/** A correction of what a period was paid: one of each component that changes. */
export interface CompensationCorrection {
  readonly payee: string
  readonly period: string | OwnPeriod
  /** The sum of the components' corrections. */
  readonly amount: string
  readonly currency: string
  readonly components: readonly { readonly id: string; readonly correction: CommissionCorrection }[]
}

/** What is to be paid or taken back of past periods. */
export interface CompensationRestatement {
  readonly corrections: readonly CompensationCorrection[]
}
