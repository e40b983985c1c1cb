import type { Fields } from '../../kernel/input/read.js'
import type { CommissionPlan } from './types.js'

/**
 * What a plan needs to know of sales:
 *
 * - `line`: what each line says beside its amount, so that neither a figure nor columns of amounts will do
 * - `amount`: the amount of each line, so that a figure will not do
 * - `order`: all lines of a payee together and in their order, so that running totals will not do
 * - `refund`: which line a refund takes back
 * - `first-order`: which order is a first one; without it, what depends on it is not paid
 * - `currency`: in which currency a line is, and on which day it is converted
 * - `target`, `measure`, `incentive`, `facts`, `year`: what is known of the payee beside the sales
 * - `service`: since when the payee has been there, which settlements ask
 * - `progress`: each line by its id, and what comes of it with time, invoices and cash, which settlements ask
 * - `ownership`, `reporting`: who owns customers, and who reports to whom, since when, which crediting asks
 */
export type NeedKind =
  | 'amount'
  | 'currency'
  | 'facts'
  | 'first-order'
  | 'incentive'
  | 'line'
  | 'measure'
  | 'order'
  | 'ownership'
  | 'progress'
  | 'refund'
  | 'reporting'
  | 'service'
  | 'target'
  | 'year'

/** A field of a plan, and what it needs to know. */
export interface Need {
  readonly field: string
  readonly of: readonly NeedKind[]
}

/** What a field of a plan needs, where the plan has it, or only where it has this value. */
type Row = readonly [field: string, value: string | null, ...of: readonly NeedKind[]]

/** Where lines count more or less than they earn on. */
const UNEVEN = 'uneven'

/**
 * The one table of what a plan looks at, field by field: figures, curves, inverses, accumulators, batches and settlements ask it. What a
 * field shares with the one it stands beside is that one's: `gate.below` is the gate's, `awards.afterwards` that of `awards.most`.
 */
const TABLE: readonly Row[] = [
  ['base', 'margin', 'line'],
  ['scale.per', null, 'amount', 'order'],
  ['base', 'amount-without-tax', 'line'],
  ['base', 'margin-without-tax', 'line'],
  ['measuredBy', null, 'line'],
  ['measuredBy', 'attainment', 'target'],
  ['measuredBy', 'units', 'order'],
  ['rates', null, 'line'],
  ['rates.measuredBy', 'attainment', 'target'],
  ['rates.measuredBy', 'units', 'order'],
  ['rates.scale.per', null, 'amount', 'order'],
  ['tiersOver', 'all-lines', 'line', 'order'],
  ['factors', null, 'line'],
  ['factors', UNEVEN, 'line', 'order'],
  ['eligibility.statuses', null, 'line'],
  ['eligibility.marginFloor', null, 'line'],
  ['eligibility.exclude', null, 'line'],
  ['eligibility.newCustomer', null, 'first-order'],
  ['awards', null, 'first-order'],
  ['awards.for', 'any', 'line', 'order'],
  ['awards.when', null, 'line', 'order'],
  ['awards.per', null, 'line', 'order'],
  ['awards.rate', null, 'line', 'order'],
  ['awards.after', null, 'line', 'order'],
  ['awards.most', null, 'line', 'order'],
  ['exchange', null, 'currency'],
  ['rounding.at', 'line', 'order'],
  ['cap.line', null, 'amount', 'order'],
  ['floor.line', null, 'amount', 'order'],
  ['refunds', 'mirror', 'refund', 'order'],
  ['gate.attainment', null, 'target'],
  ['gate.conditions', null, 'facts'],
  ['accelerator', null, 'target'],
  ['accelerator.conditions', null, 'facts'],
  ['rates.conditions', null, 'facts', 'order'],
  ['awards.conditions', null, 'facts'],
  ['scale.thresholds', 'attainment', 'target'],
  ['scale.tiers.multiple', null, 'target'],
  ['rates.scale.tiers.multiple', null, 'target'],
  ['scale.measure', 'separate', 'measure'],
  ['kpiMultiplier', null, 'facts'],
  ['multipliers', null, 'facts'],
  ['payout', 'of-target-incentive', 'incentive'],
  ['cap.quarter', null, 'year'],
  ['cap.half', null, 'year'],
  ['cap.year', null, 'year'],
  ['payment.draw.service', null, 'service'],
]

/** What crediting and settling look at beside it, and no statement does. */
const LATER: readonly Row[] = [
  ['credit.override', null, 'reporting'],
  ['credit.team', null, 'reporting'],
  ['credit.handover', null, 'ownership'],
  ['payment.on', 'invoiced', 'progress'],
  ['payment.on', 'collected', 'progress'],
  ['payment.parts.after', null, 'progress'],
  ['payment.parts.on', 'invoiced', 'progress'],
  ['payment.parts.on', 'collected', 'progress'],
  ['payment.parts.on', 'paid-in-full', 'progress'],
]

/** What a plan needs, in the order of the table. */
export function needsOf(plan: CommissionPlan, table: readonly Row[] = TABLE): Need[] {
  return table.flatMap(([field, value, ...of]) =>
    isUsed(field, value, plan) ? [{ field, of }] : [],
  )
}

/** What it needs besides to be credited and settled by, each field once. */
export function needsLater(plan: CommissionPlan): Need[] {
  const seen = new Set<string>()
  return needsOf(plan, LATER).filter(({ field }) => !seen.has(field) && seen.add(field))
}

/** Whether lines count more or less than they earn on. */
export function isUneven({ factors = [] }: Pick<CommissionPlan, 'factors'>): boolean {
  return factors.some(({ applies }) => applies !== 'both')
}

function isUsed(field: string, value: string | null, plan: CommissionPlan): boolean {
  // Lines that are measured one by one say themselves which tier they are in.
  if (field === 'scale.measure' && plan.measuredBy !== undefined) return false
  // A multiple of money is one of 1, and no target is asked for.
  if (field.endsWith('multiple') && plan.payout === 'money') return false
  if (value === UNEVEN) return isUneven(plan)
  const found = valuesAt(field.split('.'), plan)
  return value === null ? found.length > 0 : found.includes(value)
}

/** What a plan has in a field; of a list, what each of its parts has. */
function valuesAt(keys: readonly string[], plan: CommissionPlan): unknown[] {
  return keys.reduce<unknown[]>(
    (parts, key) => parts.flat().flatMap((part) => (part as Fields)[key] ?? []),
    [plan],
  )
}

/** The first field of a plan that needs one of these; null where none does. */
export function fieldThatNeeds(
  { needs }: { readonly needs: readonly Need[] },
  ...kinds: readonly NeedKind[]
): string | null {
  return needs.find(({ of }) => of.some((kind) => kinds.includes(kind)))?.field ?? null
}
