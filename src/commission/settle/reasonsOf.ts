import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { CommissionStatement } from '../statement/types.js'
import type { CorrectionReason } from './types.js'

/** What the figures that a statement was given say, where it says them: those that were paid by, and those that are right. */
export function differencesOf(is: CommissionStatement, was: Fields): CorrectionReason[] {
  const given: CorrectionReason[] = [
    { field: 'sales', was: textOf(was['sales']), is: is.sales },
    { field: 'target', was: textOf(was['target']), is: is.target },
    {
      field: 'coefficient',
      was: textOf(inside(was['coefficient'], 'uplift')),
      is: is.coefficient?.uplift ?? null,
    },
    { field: 'policy', was: policyOf(was['policy']), is: policyOf(is.policy) },
    {
      field: 'gate',
      was: textOf(inside(was['gate'], 'outcome')),
      is: is.gate?.outcome ?? null,
    },
    {
      field: 'kpi-multiplier',
      was: textOf(inside(was['kpiMultiplier'], 'step')),
      is: is.kpiMultiplier?.step ?? null,
    },
    { field: 'multiplier', was: stepsOf(was['multipliers']), is: stepsOf(is.multipliers) },
  ]
  return given.filter(isChanged)
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
export function reasonsOf(
  is: CommissionStatement,
  was: Fields,
  isCorrectedBefore: boolean,
): CorrectionReason[] {
  const changed = differencesOf(is, was)
  if (changed.length > 0) return changed
  // All that was given is the same, and other tiers were reached: by another measure.
  const measure = { field: 'measure', was: tiersOf(was['slices']), is: tiersOf(is.slices) } as const
  if (isChanged(measure)) return [measure]
  if (checksDiffer(is, was))
    return [{ field: 'gate', was: checksOf(was['gate']), is: checksOf(is.gate) }]
  const field = isCorrectedBefore ? 'earlier-correction' : 'lines'
  return [{ field, was: textOf(was['amount']), is: is.amount }]
}

/** Whether conditions of the gate are met that were not, be it that it is as open, or as shut, as before. */
export function checksDiffer({ gate }: CommissionStatement, was: Fields): boolean {
  return checksOf(gate) !== checksOf(was['gate'])
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
