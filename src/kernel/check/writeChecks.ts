import { writeDecimal } from '../number/decimal.js'
import type { ExactOutcome, Finding } from './computeCondition.js'
import type { Check, ChecksOutcome } from './types.js'

/** Writes what became of a condition and of every condition in it. */
export function writeChecks({ outcome, findings }: ExactOutcome): ChecksOutcome {
  return { outcome, checks: findings.map(writeCheck) }
}

/** Of a run, `required` is the number of periods, and `each` what every one of them needs. */
function writeCheck({ condition, outcome, actual, gap }: Finding): Check {
  const { id, clause = null, comparison, required, inARow } = condition.written
  const found = { actual: writeActual(actual), gap: gap && writeDecimal(gap) }
  if (inARow === undefined)
    return { id, clause, outcome, comparison, actual: found.actual, required, gap: found.gap }
  return {
    id,
    clause,
    outcome,
    comparison: 'at-least',
    actual: found.actual,
    required: String(inARow.length),
    each: { comparison, required },
    gap: found.gap,
  }
}

function writeActual(actual: Finding['actual']): Check['actual'] {
  return actual !== null && typeof actual === 'object' ? writeDecimal(actual) : actual
}
