import * as issue from '../../kernel/input/issue.js'
import { A_PLAIN_OBJECT } from '../../kernel/issues.js'
import { snapshotOf } from './snapshot.js'

/** An outcome, and what it was made from. */
export type WithInput<Outcome extends object> = Outcome & {
  /** As it was then, as JSON: a bigint and a Decimal are text, a defined policy is packed. */
  readonly input: unknown
}

/**
 * Records in an outcome what it was made from, so that years later {@link verify} needs the policy alone.
 *
 * Both are copied as they are now, as plain JSON: keep the result in an archive, and what happens to the input afterwards does not
 * change it. Of a function with several arguments beside its policy the input is an object that has them by name, as for {@link verify}.
 * An outcome that is a list or a text has no place for an input: keep that beside it.
 *
 * @throws SalesRulesError `VALUE_INVALID` for an outcome that is a list, and for what is no plain JSON; `VALUE_UNREADABLE`, `KEY_FORBIDDEN`.
 *
 * @example Archived today, verified in three years
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 * import { verify, withInput } from 'sales-rules/explain'
 *
 * const input = { payee: 'Li', period: '2026-Q1', sales: '1500000', target: '1200000' }
 * const archived = JSON.stringify(withInput(calculateCommission(input, handbook.commission), input))
 * verify(JSON.parse(archived), handbook.commission) // => { identical: true }
 * ```
 */
export function withInput<Outcome extends object>(
  outcome: Outcome extends readonly unknown[] ? never : Outcome,
  input: unknown,
): WithInput<Outcome> {
  const copy = snapshotOf(outcome, ['outcome'])
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy))
    throw new issue.SalesRulesError([issue.invalid(copy, ['outcome'], A_PLAIN_OBJECT)])
  return { ...(copy as Outcome), input: snapshotOf(input, ['input']) }
}
