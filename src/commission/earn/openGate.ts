import * as check from '../../kernel/check/check.js'
import type { Check, Issue } from '../../kernel/index.js'
import { issueAt, refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import type { ReadFacts } from '../lines/readInput.js'
import type { CommissionPlan, TargetGate } from '../types.js'

/** A gate that was looked at: which sales count once it is open, and what is missing to open it. */
export interface Gate {
  readonly isOpen: boolean
  /** The sales that reach the attainment; zero where only conditions are asked for. */
  readonly level: Fraction
  readonly remaining: Fraction
  readonly checks: readonly Check[] | null
  /** Of so many sales, those that count where the gate is open. */
  readonly counted: (sales: Fraction) => Fraction
}

/** Looks at the gate of a plan; null where it has none. */
export function openGate(credited: Fraction, facts: ReadFacts, plan: CommissionPlan): Gate | null {
  const { gate } = plan
  if (gate === undefined) return null
  const conditions = checkConditions(gate, facts)
  const level = levelOf(gate, facts)
  const isReached = gate.attainment === undefined || fraction.compare(credited, level) >= 0
  return {
    isOpen: isReached && conditions.isMet,
    level,
    remaining: isReached ? fraction.ZERO : fraction.subtract(level, credited),
    checks: conditions.checks,
    counted: (some) => (gate.counts === 'all' ? some : above(some, level)),
  }
}

/** Whether a gate keeps the commission from being paid; a plan without one pays. */
export function isShut(gate: Gate | null): boolean {
  return gate !== null && !gate.isOpen
}

const attainmentOf = /* @__PURE__ */ defined.oncePerPolicy(({ attainment }: TargetGate) =>
  attainment === undefined ? fraction.ZERO : decimal.known(attainment),
)

function levelOf(gate: TargetGate, { target }: ReadFacts): Fraction {
  if (gate.attainment === undefined) return fraction.ZERO
  if (target !== undefined) return fraction.multiply(attainmentOf(gate), target)
  const needed = 'the gate (COM-2)'
  const text = `is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.`
  return refuse('TARGET_MISSING', ['target'], { needed }, text)
}

/** A condition that cannot be decided stops the statement: unknown is not met, and must not be taken for unmet either. */
function checkConditions({ conditions }: TargetGate, { facts }: ReadFacts) {
  if (conditions === undefined) return { isMet: true, checks: null }
  const issues: Issue[] = []
  const { outcome, checks } = check.run(check.compile(conditions), facts, ['facts'], issues)
  if (outcome === 'unknown' && issues.length === 0)
    issues.push(...checks.filter(({ outcome }) => outcome === 'unknown').map(missingFact))
  refuseIfAny(issues)
  return { isMet: outcome !== 'unmet', checks }
}

function missingFact({ id }: Check): Issue {
  const text = `is missing, and the gate of the plan depends on it. Give it, or take the condition out of the plan.`
  return issueAt('FACT_MISSING', ['facts', id], { id }, text)
}

function above(sales: Fraction, level: Fraction): Fraction {
  const over = fraction.subtract(sales, level)
  return fraction.isNegative(over) ? fraction.ZERO : over
}
