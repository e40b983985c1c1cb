/**
 * Plans and order lines of every kind, in the words of docs/commission and of the cookbook. The shapes are written down here a second time,
 * so that nothing of the library is imported, and only with the fields that the oracle beside knows.
 */

export interface Tier {
  readonly id: string
  readonly upTo: string | null
  readonly rate?: string
  readonly multiple?: string
  readonly amount?: string
  readonly minimum?: string
  readonly maximum?: string
  readonly boundary?: 'upper-tier' | 'lower-tier'
}

export interface Scale {
  readonly mode: 'marginal' | 'whole-amount' | 'interpolated'
  readonly per?: 'line' | 'order'
  readonly measure?: 'separate'
  readonly thresholds?: 'attainment'
  readonly boundary?: 'upper-tier' | 'lower-tier'
  readonly negative?: 'mirror' | 'zero'
  readonly tiers: readonly Tier[]
}

export type Figure = 'amount' | 'margin' | 'discount' | 'quantity' | 'daysLate'

export type Measure = Figure | 'attainment' | 'units' | { readonly fact: string }

export interface Test {
  readonly id: string
  readonly comparison: 'at-least' | 'above' | 'at-most' | 'below'
  readonly required: string
  readonly unit: 'money' | 'ratio' | 'count'
}

export interface When {
  readonly product?: string
  readonly is?: Test
}

export interface Step {
  readonly id: string
  readonly upTo: string | null
  readonly multiplier: string
}

export interface BySteps {
  readonly fact: string
  readonly boundary?: 'upper-tier' | 'lower-tier'
  readonly steps: readonly Step[]
}

export interface Rule {
  readonly id: string
  readonly when: When
  readonly scale: Scale
  readonly measuredBy?: Measure
  readonly conditions?: Test
}

export interface Factor {
  readonly id: string
  readonly when?: When
  readonly applies?: 'both' | 'counts' | 'earns'
  readonly above?: string
  readonly multiplier?: string
  readonly by?: BySteps
  readonly part?: string
}

export interface Award {
  readonly id: string
  readonly for: 'any'
  readonly when?: When
  readonly order?: { readonly comparison: 'above' | 'at-least'; readonly amount: string }
  readonly per?: 'order' | 'line' | 'unit'
  readonly amount?: string
  readonly rate?: string
  readonly whileGateShut?: 'paid' | 'forgone'
  readonly conditions?: Test
}

export interface Plan {
  readonly id?: string
  readonly currency: string
  readonly base?: 'amount' | 'margin' | 'amount-without-tax' | 'margin-without-tax'
  readonly payout?: 'money' | 'of-target-incentive'
  readonly scale: Scale
  readonly measuredBy?: Measure
  readonly attainmentRounding?: { readonly mode: 'down' | 'half-up'; readonly decimals: number }
  readonly rates?: readonly Rule[]
  readonly factors?: readonly Factor[]
  readonly tiersOver?: 'all-lines'
  readonly gate?: {
    readonly attainment?: string
    readonly conditions?: Test
  }
  readonly accelerator?: {
    readonly mode: 'marginal' | 'whole-amount'
    readonly boundary?: 'upper-tier' | 'lower-tier'
    readonly steps: readonly Step[]
    readonly conditions?: Test
  }
  readonly coefficient?: { readonly applies: 'add-to-rate' | 'multiply' }
  readonly kpiMultiplier?: BySteps
  readonly multipliers?: readonly (
    | BySteps
    | { readonly fact: string; readonly values: Readonly<Record<string, string>> }
  )[]
  readonly awards?: readonly Award[]
  readonly floor?: { readonly line: string }
  readonly cap?: { readonly rate?: string; readonly line?: string; readonly amount?: string }
  readonly refunds?: 'net' | 'mirror'
  readonly attribution?: 'deal-order' | 'pro-rata'
  readonly rounding?: { readonly at?: 'total' | 'line'; readonly increment?: string }
  readonly payment?: { readonly accrual: 'period' | 'year-to-date' }
}

/** A sale, or what takes a part of one back. */
export interface Line {
  readonly id: string
  readonly amount: string
  readonly cost?: string
  readonly tax?: string
  readonly listPrice?: string
  readonly quantity?: string
  readonly dueOn?: string
  readonly paidOn?: string
  readonly product?: string
  readonly order?: string
  readonly facts?: Readonly<Record<string, string>>
  readonly refundOf?: string
}

/** What a month is given. */
export interface Month {
  readonly period: string
  readonly lines: readonly Line[]
  readonly target: string
  readonly targetIncentive?: string
  readonly coefficientUplift?: string
  readonly facts: Readonly<Record<string, string>>
}
