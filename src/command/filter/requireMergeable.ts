import { commissionAccumulator, type DefinedCommissionPlan } from '../../commission/index.js'
import { attempt } from '../../kernel/index.js'
import { EXIT, Failure } from '../exit.js'
import type { Voice } from '../words.js'

/** Refuses a plan whose lines must stay together, and says what to do with them. */
export function requireMergeable(plan: DefinedCommissionPlan, file: string, voice: Voice): void {
  const made = attempt(() => commissionAccumulator(plan))
  if (made.ok) return
  throw new Failure(
    EXIT.refused,
    [
      `${file} cannot be paid from states:`,
      ...made.issues.map((issue) => `  ${voice(issue)}`),
    ].join('\n'),
    'Bring all lines of a payee to one place, and run sales-rules commission there.',
  )
}
