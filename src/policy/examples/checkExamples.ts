import type { Issue, Path } from '../../kernel/index.js'
import * as attempt from '../../kernel/input/attempt.js'
import { at, closest, show, under } from '../../kernel/input/issue.js'
import * as defined from '../../kernel/policy/defined.js'
import { EXAMPLE_DIFFERS, EXAMPLE_WITHOUT_SECTION, RULE_UNKNOWN } from '../issues.js'
import { sectionsOf } from '../policyOn.js'
import { callRule, RULES, type Rule } from '../rules.js'
import { SECTION_NAMES, SECTIONS, type SectionName } from '../sections.js'
import type { DefinedSalesPolicy, PolicyExample, PolicyVersion } from '../types.js'

/**
 * Runs the examples of a document, each by the sections of its version: what does not come out as the example says, and what cannot be run.
 *
 * An example says of an outcome what matters, and the rest of the outcome is not looked at. None is an empty list.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example An example that was not changed with its rate
 * ```ts
 * import { checkExamples, definePolicy, handbook, withValue } from 'sales-rules'
 *
 * const example = {
 *   id: 'on-target',
 *   rule: 'calculateCommission',
 *   input: { sales: '1500000', target: '1500000' },
 *   expect: { amount: '50000.00' },
 * }
 * const { commission } = handbook
 * const policy = definePolicy({
 *   versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission, examples: [example] }],
 * })
 * checkExamples(policy) // => []
 * checkExamples(withValue(policy, 'commission.scale.tiers.second.rate', '0.045'))[0]?.message
 * // => 'versions[0].examples[0].expect.amount: the rule gives "52500.00", and the example expects "50000.00". Correct one of them.'
 * ```
 */
export function checkExamples(policy: DefinedSalesPolicy<SectionName>): readonly Issue[] {
  defined.check(policy, 'Policy')
  return policy.versions.flatMap((version, index) =>
    (version.examples ?? []).flatMap((example, place) =>
      checkExample(example, version, ['versions', index, 'examples', place]),
    ),
  )
}

function checkExample(
  example: PolicyExample,
  version: PolicyVersion,
  path: Path,
): readonly Issue[] {
  const { rule: name, group, input, expect } = example
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined
  const field = sectionOf(rule)
  if (rule === undefined || field === undefined) {
    const known = Object.keys(RULES).filter((one) => sectionOf(RULES[one]) !== undefined)
    return [
      at(RULE_UNKNOWN, [...path, 'rule'], { given: name, known, suggestion: closest(name, known) }),
    ]
  }
  const section = sectionsOf(version, group)[field]
  if (section === undefined)
    return [at(EXAMPLE_WITHOUT_SECTION, [...path, 'rule'], { given: name, field })]
  const outcome = attempt.attempt(() => callRule(rule, input, section))
  if (outcome.ok) return differences(outcome.value, expect, [...path, 'expect'])
  return outcome.issues.map((one) => under([...path, 'input'], one))
}

/** The section that a rule reads; a rule that reads none is of no document. */
function sectionOf(rule: Rule | undefined): SectionName | undefined {
  return SECTION_NAMES.find((name) => SECTIONS[name] === rule?.kind)
}

/** Where an outcome is not what is expected of it; what nothing is expected of may be anything. */
function differences(given: unknown, expected: unknown, path: Path): Issue[] {
  if (typeof expected !== 'object' || expected === null)
    return given === expected ? [] : [differs(given, expected, path)]
  if (typeof given !== 'object' || given === null) return [differs(given, expected, path)]
  if (Array.isArray(expected) && (!Array.isArray(given) || given.length !== expected.length))
    return [differs(given, expected, path)]
  return Object.entries(expected).flatMap(([key, part]) =>
    differences((given as Readonly<Record<string, unknown>>)[key], part, [
      ...path,
      Array.isArray(expected) ? Number(key) : key,
    ]),
  )
}

function differs(given: unknown, expected: unknown, path: Path): Issue {
  return at(EXAMPLE_DIFFERS, path, { given: show(given), expected: show(expected) })
}
