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
  | 'refund'
  | 'target'
  | 'year'

/** A field of a plan, and what it needs to know. */
export interface Need {
  readonly field: string
  readonly of: readonly NeedKind[]
}

type Row = readonly [
  field: string,
  isUsed: (plan: CommissionPlan) => boolean,
  ...of: readonly NeedKind[],
]

/** The one table of what a plan looks at, field by field: figures, curves, inverses, accumulators, batches and settlements ask it. */
const TABLE: readonly Row[] = [
  ['base', ({ base }) => base === 'margin', 'line'],
  ['measuredBy', ({ measuredBy }) => measuredBy !== undefined, 'line'],
  ['rates', ({ rates }) => rates !== undefined, 'line'],
  ['eligibility.statuses', ({ eligibility }) => eligibility?.statuses !== undefined, 'line'],
  ['eligibility.marginFloor', ({ eligibility }) => eligibility?.marginFloor !== undefined, 'line'],
  ['eligibility.exclude', ({ eligibility }) => eligibility?.exclude !== undefined, 'line'],
  [
    'eligibility.newCustomer',
    ({ eligibility }) => eligibility?.newCustomer !== undefined,
    'first-order',
  ],
  ['awards', ({ awards }) => awards !== undefined, 'first-order'],
  ['exchange', ({ exchange }) => exchange !== undefined, 'currency'],
  ['rounding.at', ({ rounding }) => rounding.at === 'line', 'order'],
  ['cap.line', ({ cap }) => cap?.line !== undefined, 'amount', 'order'],
  ['refunds', ({ refunds }) => refunds === 'mirror', 'refund', 'order'],
  ['gate.attainment', ({ gate }) => gate?.attainment !== undefined, 'target'],
  ['gate.conditions', ({ gate }) => gate?.conditions !== undefined, 'facts'],
  ['accelerator', ({ accelerator }) => accelerator !== undefined, 'target'],
  ['scale.thresholds', ({ scale }) => scale.thresholds === 'attainment', 'target'],
  [
    'scale.measure',
    ({ scale, measuredBy }) => scale.measure === 'separate' && measuredBy === undefined,
    'measure',
  ],
  ['kpiMultiplier', ({ kpiMultiplier }) => kpiMultiplier !== undefined, 'facts'],
  ['payout', ({ payout }) => payout === 'of-target-incentive', 'incentive'],
  ['cap.year', ({ cap }) => cap?.year !== undefined, 'year'],
]

/** What a plan needs, in the order of the table. */
export function needsOf(plan: CommissionPlan): Need[] {
  return TABLE.flatMap(([field, isUsed, ...of]) => (isUsed(plan) ? [{ field, of }] : []))
}

/** The first field of a plan that needs one of these; null where none does. */
export function fieldThatNeeds(
  { needs }: { readonly needs: readonly Need[] },
  ...kinds: readonly NeedKind[]
): string | null {
  return needs.find(({ of }) => of.some((kind) => kinds.includes(kind)))?.field ?? null
}
