/** Which function returned an outcome. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { RULES, type Rule } from '../../policy/internal.js'
import { functionsOf } from '../signs.js'
import { A_TOLD_OUTCOME } from './issues.js'

/** The rule that returned an outcome: the one that is named, or the only one whose outcomes look like it and that reads such a policy, or none. */
export function ruleOf(outcome: unknown, named: unknown, kind: Rule['kind']): Rule {
  const issues: Issue[] = []
  const alike = functionsOf(outcome).filter((name) => Object.hasOwn(RULES, name))
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
