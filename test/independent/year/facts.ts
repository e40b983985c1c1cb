/**
 * A payee's year as plain facts, in the words of docs/commission/how-mechanisms-meet.md. The shapes of plans and periods are written
 * down here a second time, so that nothing of the library is imported, and only with the fields that the page decides something about.
 */

export interface Tier {
  readonly id: string
  readonly upTo: string | null
  readonly rate: string
}

export interface Step {
  readonly id: string
  readonly upTo: string | null
  readonly multiplier: string
}

export interface Draw {
  readonly amount: string
  readonly kind: 'recoverable' | 'non-recoverable'
  readonly recoverFrom?: 'all' | 'above-draw'
  readonly recoverAfter?: number
  readonly recoverAtMost?: string
  readonly owedAtMost?: string
  readonly periods?: number
  readonly schedule?: readonly { readonly periods: number; readonly amount: string }[]
}

/** A part of a line's share, and when it is paid; a share may be a quotient, `1/3`. */
export interface Part {
  readonly share: string
  readonly on: 'booked' | 'invoiced' | 'collected' | 'paid-in-full'
  readonly after?: number
  readonly from?: string
}

interface Payment {
  readonly on?: 'booked' | 'invoiced' | 'collected'
  readonly parts?: readonly Part[]
  readonly accrual?: 'period' | 'quarter-to-date' | 'half-year-to-date' | 'year-to-date'
  readonly trueUp?: 'every-period' | 'quarter' | 'half-year' | 'year'
  readonly holdback?: { readonly share: string; readonly releaseAfter: number }
  readonly draw?: Draw
  readonly minimumPayout?: string
  readonly afterLeaving?: string
}

export interface Plan {
  readonly id?: string
  readonly version?: string
  readonly currency: string
  readonly scale: {
    readonly mode: 'marginal' | 'whole-amount'
    readonly tiers: readonly Tier[]
  }
  readonly rates?: readonly {
    readonly id: string
    readonly when: { readonly product: string }
    readonly scale: Plan['scale']
  }[]
  readonly tiersOver?: 'all-lines'
  readonly factors?: readonly {
    readonly id: string
    readonly when?: { readonly product: string }
    readonly applies?: 'both' | 'counts' | 'earns'
    readonly multiplier: string
  }[]
  readonly gate?: {
    readonly attainment: string
    readonly counts?: 'all' | 'above-target' | 'above-gate'
    readonly startsIn?: 'first-tier' | 'own-tier'
    readonly below?: string
  }
  readonly accelerator?: {
    readonly mode: 'marginal' | 'whole-amount'
    readonly steps: readonly Step[]
  }
  readonly coefficient?: { readonly applies: 'add-to-rate' | 'multiply' }
  readonly kpiMultiplier?: { readonly fact: string; readonly steps: readonly Step[] }
  readonly cap?: {
    readonly amount?: string
    readonly quarter?: string
    readonly half?: string
    readonly year?: string
  }
  readonly refunds?: 'net' | 'mirror'
  readonly exchange?: { readonly on: 'order-date' }
  readonly attribution?: 'deal-order' | 'pro-rata'
  readonly awards?: readonly {
    readonly id: string
    readonly for: 'first-order'
    readonly order: { readonly comparison: 'at-least'; readonly amount: string }
    readonly amount: string
    readonly whileGateShut?: 'paid' | 'forgone'
  }[]
  readonly yearStartsIn?: number
  readonly payment: Payment
}

export interface OlderLine {
  readonly id: string
  readonly amount: string
  readonly commission: string
  readonly rate?: string
  readonly refundedBefore?: string
}

export interface Line {
  readonly id: string
  readonly amount: string
  readonly currency?: string
  readonly date?: string
  readonly refundOf?: string | OlderLine
  readonly order?: string
  readonly product?: string
  readonly customer?: string
  readonly firstOrder?: boolean
}

interface ExchangeRate {
  readonly currency: string
  readonly from: string
  readonly to: string
  readonly rate: string
}

/** What a period was given, and what a correction of it says it should have been given. */
export interface Period {
  readonly period: string
  readonly sales?: string
  readonly lines?: readonly Line[]
  readonly exchangeRates?: readonly ExchangeRate[]
  readonly target?: string | { readonly period: string; readonly amount: string }
  readonly coefficientUplift?: string
  readonly facts?: Readonly<Record<string, string>>
}

export interface AmountByHand {
  readonly amount: string
  readonly period?: string
}

/** What is known of a period when it is settled: its facts, what came in, and what is learned of earlier periods. */
export interface Settled {
  readonly facts: Period
  readonly collected?: readonly { readonly line: string; readonly amount: string }[]
  readonly byHand?: readonly AmountByHand[]
  readonly corrections?: readonly Period[]
  readonly isFinal?: boolean
}

export type PlanChange = 'continue' | 'restart' | 'from-start-of-year'

export interface Year {
  readonly plans: readonly {
    /** The index of the first period under the plan. */
    readonly from: number
    readonly plan: Plan
    readonly change?: PlanChange
  }[]
  readonly periods: readonly Settled[]
}
