/**
 * Conditions on facts: eligibility, gates, standards. Each is met, unmet, unknown (the fact was not given) or not applicable, and
 * says how far it is from being met. Unknown is never taken for met.
 *
 * A condition is compiled once, with its policy. Then the facts it looks at are read, it is computed, and its checks are written:
 * `check.compile`, `check.read`, `check.compute`, `check.write`; `check.run` is the last three.
 */
import type { Issue, Path } from '../input/issue.js'
import type { Fields } from '../input/values.js'
import { computeCondition } from './computeCondition.js'
import type { ExactCondition } from './exactCondition.js'
import { readCondition } from './readCondition.js'
import type { ChecksOutcome } from './types.js'
import { writeChecks } from './writeChecks.js'

export { computeCondition as compute, type ExactOutcome, type Finding } from './computeCondition.js'
export {
  AS_OF,
  compileCondition as compile,
  type ExactCondition,
  factsOf,
} from './exactCondition.js'
export { type KnownCondition, readCondition as read } from './readCondition.js'
export type * from './types.js'
export { writeCheck as writeOne, writeChecks as write } from './writeChecks.js'

/** Checks facts against a condition. A fact of the wrong type adds an issue. */
export function run(
  condition: ExactCondition,
  facts: Fields,
  path: Path,
  issues: Issue[],
): ChecksOutcome {
  return writeChecks(computeCondition(readCondition(condition, facts, path, issues)))
}
