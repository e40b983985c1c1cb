import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'

/** A part of a line that was paid on a day, and what a unit of its currency was worth then, where the payment says it. */
export interface ReadPayment {
  readonly on: string
  readonly amount: Fraction
  readonly rate: Fraction | undefined
}

/** Reads the payments of a line. */
export function readPayments(value: unknown, path: Path, issues: Issue[]): ReadPayment[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['on', 'amount', 'rate'], issues) ?? {}
    const { required } = read.of(fields, at, issues)
    const on = required('on', read.date)
    const amount = required('amount', read.decimal)
    const rate = (fields['rate'] ?? null) === null ? undefined : required('rate', read.positive)
    return on === undefined || amount === undefined ? [] : [{ on, amount, rate }]
  })
}
