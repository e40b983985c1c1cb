import type { DecimalInput, Issue } from '../../kernel/index.js'

/** What was counted of one payee: a part of it before a shuffle, all of it after. Other fields are not looked at. */
export interface PayeeCount {
  readonly payee: string
  /** How many lines. */
  readonly lines: number
  /** What they come to. */
  readonly sales: DecimalInput
  /** The digest of the policy that it was counted by. */
  readonly policy?: string
}

/** What one side of a shuffle comes to. */
export interface CountedSide {
  /** How many rows it has, states or results. */
  readonly rows: number
  readonly lines: number
  /** An exact decimal. */
  readonly sales: string
}

/** Whether what came out of a shuffle is what went in. */
export interface Reconciliation {
  /** Whether each payee came out once, and everything adds up. */
  readonly reconciled: boolean
  /** How many payees went in. */
  readonly payees: number
  readonly states: CountedSide
  readonly results: CountedSide
  /** What does not agree, payee by payee: `NOT_RECONCILED`, the first 1,000 of them. */
  readonly issues: readonly Issue[]
  /** How many issues there are, those that are not in `issues` with them. */
  readonly found: number
}
