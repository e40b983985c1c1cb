import { writeDecimal } from '../number/decimal.js'
import type { ExactOutcome, Finding } from './computeCondition.js'
import type { Check, ChecksOutcome, FactCondition } from './types.js'

/** Writes what became of a condition and of every condition in it. */
export function writeChecks({ outcome, findings }: ExactOutcome): ChecksOutcome {
  return { outcome, checks: findings.map(writeCheck) }
}

/** Where several periods must each pass, `required` is how many, and `each` what every one of them needs. */
export function writeCheck(finding: Finding): Check {
  const { id, clause = null, comparison, required, inARow, ofLast } = finding.condition.written
  const needed = inARow?.length ?? ofLast?.atLeast
  const asked =
    needed === undefined
      ? { comparison, required }
      : { comparison: 'at-least' as const, required: String(needed) }
  return {
    id,
    clause,
    outcome: finding.outcome,
    comparison: asked.comparison,
    actual: writeActual(finding.actual),
    required: asked.required,
    ...(needed === undefined ? {} : { each: { comparison, required } }),
    ...windowOf(finding),
    ...dayOf(finding),
    gap: finding.gap && writeDecimal(finding.gap),
  }
}

function windowOf({ condition, window }: Finding): Pick<Check, 'window'> {
  const { ofLast, over }: FactCondition = condition.written
  return ofLast === undefined && over === undefined ? {} : { window: window ?? null }
}

function dayOf({ condition, metOn = null }: Finding): Pick<Check, 'metOn'> {
  return condition.test.kind === 'since' ? { metOn } : {}
}

function writeActual(actual: Finding['actual']): Check['actual'] {
  return actual !== null && typeof actual === 'object' ? writeDecimal(actual) : actual
}
