import type { Issue } from '../../kernel/index.js'
import type { LineMatch } from '../plan/types.js'
import type { Converted } from './convertLine.js'
import { isIssue, type Taxed } from './lineFigures.js'
import { matches, NAMES } from './matchLine.js'

/**
 * Of the rules that match, the most specific; where no rule is more specific than all others, those that are left. Where one of those is
 * not known to match, what is missing for it.
 */
export function chooseRule<Rule extends { readonly when: LineMatch }>(
  one: Converted,
  rules: readonly Rule[],
  plan: Taxed,
): readonly Rule[] | Issue {
  const found = rules.flatMap((rule) => {
    const isMatch = matches(one, rule.when, plan)
    return isMatch === false ? [] : [{ rule, isMatch }]
  })
  const left = found.filter(({ rule }) =>
    found.every((other) => other.isMatch !== true || !isMoreSpecific(other.rule.when, rule.when)),
  )
  const unknown = left.find(({ isMatch }) => isIssue(isMatch))
  return unknown === undefined ? left.map(({ rule }) => rule) : (unknown.isMatch as Issue)
}

/** At least as specific in what is sold, where, to whom and of what kind, and more so in one of them. */
function isMoreSpecific(a: LineMatch, b: LineMatch): boolean {
  const [first, second] = [specificity(a), specificity(b)]
  return (
    first.every((level, index) => level >= (second[index] ?? 0)) &&
    first.some((level, index) => level > (second[index] ?? 0))
  )
}

/** A product is more specific than its category, and the two together are more specific than either. */
function specificity(match: LineMatch): readonly number[] {
  const [product = 0, category = 0, region = 0, customer = 0, is = 0] = [
    ...NAMES,
    'is' as const,
  ].map((key) => Number(match[key] !== undefined))
  return [2 * product + category, region, customer, is]
}
