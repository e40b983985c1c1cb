import type { DecimalInput, Issue, PolicyReference } from '../../kernel/index.js'
import type { OwnPeriod } from '../../kernel/time/time.js'
import type { CommissionLine } from '../lines/types.js'

/** Somebody who is credited with a part of a sale. */
export interface CreditOwner {
  readonly payee: string
  /** Parts of the whole: 1 and 1 and 1 are a third each. */
  readonly parts?: DecimalInput
  /** A ratio; the shares of all owners add up to exactly 1. */
  readonly share?: DecimalInput
  /** Credited on top of the whole, where the plan allows it (a specialist, an overlay team). */
  readonly overlay?: boolean
}

/** One owner's part of a sale. */
export interface CreditShare {
  readonly payee: string
  readonly amount: string
  readonly overlay: boolean
}

/** An order line with the customer who says whose it is, or with the owners who share it. */
export interface LineToCredit extends CommissionLine {
  readonly owners?: readonly CreditOwner[]
}

/** Whose a customer is, from a day on. */
export interface AccountAssignment {
  readonly customer: string
  readonly payee: string
  /** The first day. */
  readonly from: string
  /** The last day; without it, until the customer's next owner, or for good. */
  readonly to?: string
}

/** Whom somebody reports to, from a day on. */
export interface ManagerAssignment {
  readonly payee: string
  readonly manager: string
  readonly from: string
  readonly to?: string
}

/** Order lines, and who is who on which day. */
export interface CreditInput {
  readonly lines: readonly LineToCredit[]
  readonly ownership?: readonly AccountAssignment[]
  readonly reporting?: readonly ManagerAssignment[]
}

/** What a customer has paid of an order line. */
export interface PaymentToCredit {
  readonly line: string
  /** Whose it is, and the day of the order. */
  readonly customer: string
  readonly date: string
  /** The day on which it came, and the period in which it is settled where that is a later one. */
  readonly on: string
  readonly period?: string | OwnPeriod
  readonly amount: DecimalInput
}

/** Payments, and who owned the customers when. */
export interface PaymentCreditInput {
  readonly payments: readonly PaymentToCredit[]
  readonly ownership: readonly AccountAssignment[]
}

/** A payment with those who share it: a row of `collected` in the settlement of the owner of the order. */
export interface CreditedPayment {
  readonly line: string
  readonly period?: string | OwnPeriod
  readonly on: string
  readonly amount: string
  readonly owners: readonly { readonly payee: string; readonly share: string }[]
}

/** A line as one payee is credited with it: ready for a calculation. */
export interface CreditedLine extends CommissionLine {
  readonly amount: string
}

/** The lines of one payee. */
export interface PayeeCredit {
  readonly payee: string
  /** In the order given, each id once; overlays among them. */
  readonly lines: readonly CreditedLine[]
  /** The sum of the lines in the plan's currency. */
  readonly sales: string
  /** The sum of the lines in each other currency; present where there are some. */
  readonly otherSales?: Readonly<Record<string, string>>
}

/** Whose a line is, and why. */
export interface LineCredit {
  readonly id: string
  readonly amount: string
  /** The currency of the amounts; present where it is not the plan's. */
  readonly currency?: string
  /** Its own `owners`, the owner of its `customer` on its day, or the owners of the line that it is a `refund` of. */
  readonly by: 'owners' | 'customer' | 'refund'
  readonly shares: readonly CreditShare[]
}

/** What a manager earns on the lines of somebody who reports to them. */
export interface TeamOverride {
  readonly manager: string
  /** Who made the sale. */
  readonly payee: string
  readonly line: string
  /** The day whose reporting line counts: that of the order, also for its refund. */
  readonly date: string
  /** 1 for the direct manager, 2 for the manager above. */
  readonly level: number
  /** What the seller is credited with. */
  readonly base: string
  readonly rate: string
  readonly amount: string
}

/** What a member of a team is credited with of a line that the manager has as one of the team's. */
export interface TeamMember {
  /** The id that the line has in the team. */
  readonly line: string
  /** The line of the member. */
  readonly of: string
  readonly payee: string
  /** 1 where the member reports to the manager, 2 where through somebody else. */
  readonly level: number
  readonly amount: string
}

/** The lines of a manager's team, each with an id of its own: ready for a calculation by the manager's plan. */
export interface TeamCredit extends Omit<PayeeCredit, 'payee'> {
  readonly manager: string
  /** Whose the lines are, member by member; what members have of a line adds up to it. */
  readonly members: readonly TeamMember[]
}

/** Who is credited with what. Owners' parts of a line add up to it; what could not be credited is named. */
export interface Crediting {
  readonly payees: readonly PayeeCredit[]
  readonly lines: readonly LineCredit[]
  /** Lines that are nobody's, and what would make them somebody's. */
  readonly notCredited: readonly LineNotCredited[]
  /** Empty where the plan has no overrides. */
  readonly overrides: readonly TeamOverride[]
  /** Credited lines on which no manager earns, because the reporting line of their day is not clear. */
  readonly notOverridden: readonly LineNotOverridden[]
  /** What each manager is given of the lines of those who report to them, beside what owners are credited with; present where the plan has teams. */
  readonly teams?: readonly TeamCredit[]
  /** Credited lines that are given to no manager, because the reporting line of their day is not clear; present where the plan has teams. */
  readonly notInTeams?: readonly LineNotOverridden[]
  readonly policy: PolicyReference
}

/** A line that is credited to nobody, and why. */
export interface LineNotCredited {
  readonly id: string
  readonly amount: string
  /** The currency of the amount; present where it is not the plan's. */
  readonly currency?: string
  readonly issue: Issue
}

/** A seller's line that is no manager's, and why. */
interface LineNotOverridden {
  readonly line: string
  readonly payee: string
  readonly issue: Issue
}
