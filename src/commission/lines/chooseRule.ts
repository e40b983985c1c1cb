import type { LineMatch } from '../plan/types.js'

/** What a match looks at in a line. */
export interface Described {
  readonly product: string | undefined
  readonly category: string | undefined
  readonly region: string | undefined
  readonly customer: string | undefined
}

const FIELDS = ['product', 'category', 'region', 'customer'] as const

/** Whether a line is what a match asks for: of each key given, one of its names. */
export function matches(line: Described, match: LineMatch): boolean {
  return FIELDS.every((field) => isOneOf(line[field], match[field]))
}

function isOneOf(name: string | undefined, names: readonly string[] | undefined): boolean {
  return names === undefined || (name !== undefined && names.includes(name))
}

/** Of the rules that match, the most specific; where no rule is more specific than all others, those that are left. */
export function chooseRule<Rule extends { readonly when: LineMatch }>(
  line: Described,
  rules: readonly Rule[],
): readonly Rule[] {
  const matching = rules.filter(({ when }) => matches(line, when))
  return matching.filter((rule) =>
    matching.every((other) => !isMoreSpecific(other.when, rule.when)),
  )
}

/** At least as specific in what is sold, where and to whom, and more so in one of them. */
function isMoreSpecific(a: LineMatch, b: LineMatch): boolean {
  const [first, second] = [specificity(a), specificity(b)]
  return (
    first.every((level, index) => level >= (second[index] ?? 0)) &&
    first.some((level, index) => level > (second[index] ?? 0))
  )
}

/** A product is more specific than its category, and the two together are more specific than either. */
function specificity(match: LineMatch): readonly number[] {
  const [product = 0, category = 0, region = 0, customer = 0] = FIELDS.map((field) =>
    Number(match[field] !== undefined),
  )
  return [2 * product + category, region, customer]
}
