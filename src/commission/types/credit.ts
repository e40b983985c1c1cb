import type { DecimalInput, Issue } from '../../kernel/index.js'
import type { CommissionLine } from './input.js'

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
export interface Ownership {
  readonly customer: string
  readonly payee: string
  /** The first day. */
  readonly from: string
  /** The last day; without it, until the customer's next owner, or for good. */
  readonly to?: string
}

/** Whom somebody reports to, from a day on. */
export interface Reporting {
  readonly payee: string
  readonly manager: string
  readonly from: string
  readonly to?: string
}

/** Order lines, and who is who on which day. */
export interface CreditInput {
  readonly lines: readonly LineToCredit[]
  readonly ownership?: readonly Ownership[]
  readonly reporting?: readonly Reporting[]
}

/** A line as one payee is credited with it: ready for a calculation. */
export interface CreditedLine extends CommissionLine {
  readonly amount: string
}

/** The lines of one payee. */
export interface PayeeCredit {
  readonly payee: string
  readonly lines: readonly CreditedLine[]
  /** The sum of the lines' amounts. */
  readonly sales: string
}

/** What a manager earns on the lines of somebody who reports to them. */
export interface TeamOverride {
  readonly manager: string
  /** Who made the sale. */
  readonly payee: string
  readonly line: string
  /** 1 for the direct manager, 2 for the manager above. */
  readonly level: number
  readonly base: string
  readonly rate: string
  readonly amount: string
}

/** Who is credited with what. Owners' parts of a line add up to it; what could not be credited is named. */
export interface Credit {
  readonly payees: readonly PayeeCredit[]
  readonly overrides: readonly TeamOverride[]
  readonly notCredited: readonly {
    readonly id: string
    readonly amount: string
    readonly issue: Issue
  }[]
}

/** The days of a period on which somebody was there. */
export interface Presence {
  readonly period: string
  /** The first day, if later than the period's. */
  readonly from?: string
  /** The last day, if earlier than the period's. */
  readonly to?: string
  readonly leave?: readonly { readonly from: string; readonly to: string }[]
}

/** A target for a part of a period. */
export interface ProratedTarget {
  readonly target: string
  readonly full: string
  /** Days, months or working days that count, and how many the period has. */
  readonly counted: number
  readonly of: number
  readonly by: 'day' | 'month' | 'working-day'
}
