import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { CommissionStatement } from '../statement/types.js'
import type { CorrectionReason } from './types.js'

/** What a statement says of the figures that it was given, where it says them. */
const GIVEN: readonly (readonly [
  CorrectionReason['field'],
  (statement: Fields) => string | null,
])[] = [
  ['sales', ({ sales }) => textOf(sales)],
  ['target', ({ target }) => textOf(target)],
  ['coefficient', ({ coefficient }) => textOf(inside(coefficient, 'uplift'))],
  ['policy', ({ policy }) => policyOf(policy)],
  ['gate', ({ gate }) => textOf(inside(gate, 'outcome'))],
  ['kpi-multiplier', ({ kpiMultiplier }) => textOf(inside(kpiMultiplier, 'step'))],
  ['multiplier', ({ multipliers }) => stepsOf(multipliers)],
]

/** In which of the figures that they were given two statements differ: the one that is right, and the one that was paid. */
export function differencesOf(is: object, was: object): CorrectionReason[] {
  const [then, now]: readonly [Fields, Fields] = [{ ...was }, { ...is }]
  return GIVEN.map(([field, read]) => ({ field, was: read(then), is: read(now) })).filter(isChanged)
}

/** Without a statement that was paid: the period was never paid, or all that was paid for it came as a correction. */
export function reasonsWithout(
  { amount }: CommissionStatement,
  paid: string | null,
): CorrectionReason[] {
  const field = paid === null ? 'not-paid-before' : 'earlier-correction'
  return [{ field, was: paid, is: amount }]
}

/** What differs from a statement that was paid. Where the amount does, and nothing that was given, it is the measure, or the lines. */
export function reasonsOf(is: object, was: object, isCorrectedBefore: boolean): CorrectionReason[] {
  const changed = differencesOf(is, was)
  if (changed.length > 0) return changed
  const [then, now]: readonly [Fields, Fields] = [{ ...was }, { ...is }]
  // All that was given is the same, and other tiers were reached: by another measure.
  const measure = {
    field: 'measure',
    was: tiersOf(then['slices']),
    is: tiersOf(now['slices']),
  } as const
  if (isChanged(measure)) return [measure]
  if (checksDiffer(is, was))
    return [{ field: 'gate', was: checksOf(then['gate']), is: checksOf(now['gate']) }]
  const field = isCorrectedBefore ? 'earlier-correction' : 'lines'
  return [{ field, was: textOf(then['amount']), is: textOf(now['amount']) }]
}

/** Whether conditions of the gate are met that were not, be it that it is as open, or as shut, as before. */
export function checksDiffer(is: object, was: object): boolean {
  const [then, now]: readonly [Fields, Fields] = [{ ...was }, { ...is }]
  return checksOf(now['gate']) !== checksOf(then['gate'])
}

function checksOf(gate: unknown): string | null {
  const checks = read.array(inside(gate, 'checks'), [], [])
  const written = checks?.map((one) => `${inside(one, 'id')}: ${inside(one, 'outcome')}`)
  return written?.join(', ') ?? null
}

function isChanged({ was, is }: CorrectionReason): boolean {
  return was !== is
}

/** The steps of further multipliers, in their order. */
function stepsOf(multipliers: unknown): string | null {
  const steps = read.array(multipliers ?? [], [], []) ?? []
  return steps.length === 0 ? null : steps.map((one) => textOf(inside(one, 'step'))).join(', ')
}

/** The tiers that earned, by their ids. */
function tiersOf(slices: unknown): string | null {
  const list = read.array(slices, [], [])
  return list === undefined ? null : list.map((one) => textOf(inside(one, 'tier'))).join(', ')
}

/** A statement from an archive need not have what only names a reason; what is absent is null. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function inside(value: unknown, key: string): unknown {
  return read.record(value, [], [])?.[key]
}

function policyOf(policy: unknown): string | null {
  const id = textOf(inside(policy, 'id'))
  return id === null ? null : `${id} ${textOf(inside(policy, 'version')) ?? ''}`.trimEnd()
}
