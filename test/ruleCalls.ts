/** What every rule of a policy document is called with, and what it returns. */
import type { Defined } from '../src/kernel/index.js'
import { RULES } from '../src/policy/internal.js'
import { calls } from './calls.js'

/** A call of a rule as examples of documents and `verify` write it: an input, and a policy if the rule reads one. */
export interface RuleCall {
  readonly name: string
  readonly of: string
  readonly outcome: unknown
  readonly input: unknown
  readonly policy: Defined<object> | null
}

/** What rules return for what they are called with above. */
export function* ruleCalls(): Generator<RuleCall> {
  for (const [name, run, given] of calls) {
    const of = name.split(/[ .]/)[0] ?? ''
    const rule = Object.hasOwn(RULES, of) ? RULES[of] : undefined
    if (rule === undefined) continue
    const { takes = ['input', 'policy'] } = rule
    const argument = (which: string) => given[takes.indexOf(which)]
    const others = takes.filter((which) => which !== 'policy')
    const input =
      others.length === 1
        ? argument(others[0] ?? '')
        : Object.fromEntries(others.map((which) => [which, argument(which)]))
    const policy = (argument('policy') ?? null) as RuleCall['policy']
    const outcome = (run as (...all: readonly unknown[]) => unknown)(...given)
    yield { name, of, outcome, input, policy }
  }
}
