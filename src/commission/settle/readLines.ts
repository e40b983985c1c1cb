import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { notPayable } from './notPayable.js'
import type { OpenLineExact, OpenLines } from './readBalance.js'

const LINE_KEYS = [
  'line',
  'amount',
  'commission',
  'progress',
  'refunded',
  'refundOf',
  'takesBack',
  'sinceFinal',
]

/** Reads lines that were open. */
export function readLines(value: unknown, path: Path, plan: ExactPlan, issues: Issue[]): OpenLines {
  const lines = new Map<string, OpenLineExact>()
  for (const [index, row] of (read.array(value ?? [], path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, LINE_KEYS, issues) ?? {}
    const number = (key: string) => read.written(fields[key], [...at, key], issues) ?? fraction.ZERO
    const name = (key: string) =>
      fields[key] === undefined ? undefined : read.name(fields[key], [...at, key], issues)
    lines.set(read.name(fields['line'], [...at, 'line'], issues) ?? '', {
      amount: number('amount'),
      share: readMoney(fields['commission'], [...at, 'commission'], plan, issues),
      progress: number('progress'),
      refunded: number('refunded'),
      refundOf: name('refundOf'),
      takesBack: name('takesBack'),
      sinceFinal: fields['sinceFinal'] === undefined ? fraction.ZERO : number('sinceFinal'),
    })
  }
  return lines
}

/** An amount that stands open is payable as it stands. */
export function readMoney(
  value: unknown,
  path: Path,
  { decimals, minimum }: { readonly decimals: number; readonly minimum?: Fraction },
  issues: Issue[],
): Fraction {
  const bounds = minimum && { minimum }
  const amount = read.written(value, path, issues, bounds) ?? fraction.ZERO
  issues.push(...notPayable(amount, path, decimals))
  return amount
}
