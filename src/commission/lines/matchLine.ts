import * as check from '../../kernel/check/check.js'
import type { Condition, Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as defined from '../../kernel/policy/defined.js'
import { FACT_OF_LINE_MISSING } from '../issues.js'
import { isLineFigure, type LineMatch } from '../plan/types.js'
import { figureOf, isIssue, type Sized, type Taxed } from './lineFigures.js'
import type { GivenLine } from './readLine.js'

export const NAMES = ['product', 'category', 'region', 'customer'] as const

/**
 * Whether a line is what a match asks for: of each key given, one of its names; and its condition holds. Where that cannot be known, what
 * is missing for it: a fact that was not given is neither met nor unmet.
 */
export function matches(one: Sized, match: LineMatch, plan: Taxed): boolean | Issue {
  if (!NAMES.every((name) => isOneOf(one.line[name], match[name]))) return false
  return match.is === undefined || holds(match.is, one, plan)
}

function isOneOf(name: string | undefined, names: readonly string[] | undefined): boolean {
  return names === undefined || (name !== undefined && names.includes(name))
}

/** Conditions are compiled once, with their policy. */
const compiled = /* @__PURE__ */ defined.oncePerPolicy((condition: Condition) =>
  check.compile(condition),
)

/** Whether a condition holds of a line; what cannot apply to it does not. */
function holds(condition: Condition, one: Sized, plan: Taxed): boolean | Issue {
  const lacking: Issue[] = []
  const wrong: Issue[] = []
  const known = lookUp(compiled(condition), { one, plan, lacking, wrong })
  const [fault] = wrong
  if (fault !== undefined) return fault
  const { outcome } = check.compute(known)
  return outcome === 'unknown' ? (lacking[0] ?? false) : outcome === 'met'
}

interface Looking {
  readonly one: Sized
  readonly plan: Taxed
  readonly lacking: Issue[]
  readonly wrong: Issue[]
}

/** The facts that a condition looks at: figures of the line are exact already, and others are read. */
function lookUp(condition: check.ExactCondition, looking: Looking): check.KnownCondition {
  if ('parts' in condition)
    return {
      parts: condition.parts.map((part) => lookUp(part, looking)),
      needed: condition.needed,
    }
  const { id, test, absent } = condition
  const { one, plan, lacking, wrong } = looking
  if (isLineFigure(id) && test.kind === 'number') {
    const actual = figureOf(id, one, plan)
    if (!isIssue(actual)) return { condition, fact: { ...test, actual } }
    lacking.push(actual)
    return { condition, fact: absent }
  }
  const { facts = {}, path } = one.line
  if (!isGiven(id, one.line)) lacking.push(lacksFact(id, one.line))
  return check.read(condition, facts, [...path, 'facts'], wrong)
}

/** Facts may inherit what no one gave, such as `toString`. */
export function isGiven(fact: string, { facts = {} }: GivenLine): boolean {
  return Object.hasOwn(facts, fact)
}

export function lacksFact(fact: string, { path }: GivenLine): Issue {
  return issue.at(FACT_OF_LINE_MISSING, [...path, 'facts', fact], { id: fact })
}
