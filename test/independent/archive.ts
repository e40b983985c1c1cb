/**
 * What the independent script reads: the JSON of the library's outcomes, as an archive keeps it. The shapes are written down here a
 * second time, so that nothing of the library is imported, and only with the fields that a recomputation needs.
 */
import type { RoundingMode } from '../oracle/fraction.js'

export interface Slice {
  readonly tier: string
  readonly rate: string
  readonly base: string
  readonly amount: string
  /** What the tier pays beside its rate; where it has a width, in proportion to how much of that is filled. */
  readonly flat?: string
  readonly width?: string
  readonly minimum?: string
  readonly maximum?: string
}

export interface Adjustment {
  readonly kind: string
  readonly amount: string
  /** The most that a cap lets through. */
  readonly limit?: string
}

interface Refund {
  readonly line: string
  readonly refundOf: string
  readonly sales: string
  readonly amount: string
}

/** A line's share of a statement, as an attribution has it. */
interface LineShare {
  readonly id: string
  readonly sales: string
  readonly amount: string
  readonly slices: readonly Slice[]
}

export interface Statement {
  readonly payee: string | null
  readonly period: string
  readonly amount: string
  readonly sales: string
  readonly base: string
  readonly target: string | null
  readonly attainment: string | null
  readonly gate: {
    readonly outcome: 'met' | 'unmet'
    readonly attainment: string | null
    readonly remaining: string | null
  } | null
  readonly slices: readonly Slice[]
  readonly adjustments: readonly Adjustment[]
  readonly effectiveRate: string | null
  readonly coefficient: { readonly applies: string; readonly uplift: string } | null
  readonly accelerator?: { readonly multiplier: string }
  readonly kpiMultiplier?: { readonly multiplier: string }
  readonly awards?: readonly { readonly outcome: string; readonly amount: string }[]
  readonly refunds?: readonly Refund[]
  readonly unrounded: string
  /** The shares of its lines, kept with it where the plan looks at each line. */
  readonly shares?: readonly LineShare[]
  readonly rounding: {
    readonly increment?: string
    readonly mode: RoundingMode
    readonly decimals: number
    readonly at: 'total' | 'line'
  }
}

export interface SettledPeriod {
  readonly period: string
  readonly earned: string
  readonly adjusted: string
  readonly corrections: readonly { readonly guaranteed: string }[]
  readonly heldBack: string
  readonly released: string
  readonly drawn: string
  readonly guaranteed: string
  readonly recovered: string
  readonly paid: string
  readonly carried: string
  readonly drawOwed: string
  readonly statement: Statement
}

export interface Terms {
  readonly holdback?: { readonly share: string; readonly releaseAfter: number }
  readonly draw?: {
    readonly amount: string
    readonly kind: 'recoverable' | 'non-recoverable'
    readonly periods?: number
    readonly schedule?: readonly { readonly periods: number; readonly amount: string }[]
    readonly recoverFrom: 'all' | 'above-draw'
    readonly recoverAfter: number
    readonly recoverAtMost: string
    readonly owedAtMost?: string
  }
  readonly minimumPayout?: string
}

export interface Settlement {
  readonly payee: string
  readonly periods: readonly SettledPeriod[]
  readonly earned: string
  readonly paid: string
  readonly closing: {
    readonly held: readonly { readonly amount: string }[]
    readonly carried: string
    readonly draw: string
  }
  readonly terms: Terms
}

interface Correction {
  readonly period: string
  readonly paid: string
  readonly due: string
  readonly amount: string
}

interface Restatement {
  readonly corrections: readonly Correction[]
  readonly statements: readonly Statement[]
}

/** A payee's year: the settlements in their order, and between the first and the second, what the first had wrong. */
export interface PayeeYear {
  readonly payee: string
  readonly settlements: readonly Settlement[]
  readonly restatement: Restatement | null
}
