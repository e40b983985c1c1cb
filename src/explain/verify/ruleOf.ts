/** Which function returned an outcome. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { RULES, type Rule } from '../../policy/internal.js'
import { A_TOLD_OUTCOME } from './issues.js'

/**
 * The names of the rules whose outcomes look like this one: a rule with more fields of its own goes before one with fewer. More than one
 * where their outcomes are alike; none for lists, texts and what is of no rule.
 */
export function rulesOf(outcome: unknown): readonly string[] {
  if (typeof outcome !== 'object' || outcome === null) return []
  const fitting = Object.entries(RULES).filter(([, { has }]) =>
    has?.every((field) => read.hasField(outcome, field)),
  )
  const most = Math.max(...fitting.map(([, { has = [] }]) => has.length))
  return fitting.filter(([, { has = [] }]) => has.length === most).map(([name]) => name)
}

/** The rule that returned an outcome: the one that is named, or the only one whose outcomes look like it and that reads such a policy, or none. */
export function ruleOf(outcome: unknown, named: unknown, kind: Rule['kind']): Rule {
  const issues: Issue[] = []
  const alike = rulesOf(outcome)
  const reading = alike.filter((name) => RULES[name]?.kind === kind)
  const [only, ...others] = alike.length === 1 ? alike : reading
  const name =
    named === undefined && others.length === 0
      ? only
      : read.word(named, ['options', 'of'], namesFor(named, alike), issues)
  issue.refuseIfAny(issues)
  const rule = name === undefined ? undefined : RULES[name]
  if (rule !== undefined) return rule
  throw new issue.SalesRulesError([issue.invalid(outcome, ['outcome'], A_TOLD_OUTCOME)])
}

/** Where nothing is named, those that it has to be one of. */
function namesFor(named: unknown, alike: readonly string[]): readonly string[] {
  return named === undefined ? alike : Object.keys(RULES)
}
