import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { FACT_OF_KPI_MISSING, FACT_OF_MULTIPLIER_MISSING } from '../issues.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactMultiplier, ExactPlan, ExactStep } from '../plan/exactPlan.js'
import { multiplierAt } from './multiplierAt.js'

/** A multiplier, and the step that the payee's fact has reached; of a word, it is named after it. */
export interface HeldMultiplier {
  readonly by: ExactMultiplier
  readonly step: ExactStep
}

/** COM-6: what multiplies the commission. A fact that is missing is no reason to pay in full, nor to pay nothing. */
export function multipliersAt({ facts }: ReadFacts, { multipliers }: ExactPlan): HeldMultiplier[] {
  const issues: Issue[] = []
  const held = multipliers.flatMap((by): HeldMultiplier[] => {
    const step = stepOf(facts[by.fact] ?? null, by, issues)
    return step === null ? [] : [{ by, step }]
  })
  issue.refuseIfAny(issues)
  return held
}

function stepOf(given: unknown, by: ExactMultiplier, issues: Issue[]): ExactStep | null {
  const path = ['facts', by.fact]
  if (given === null) {
    const missing = by.isKpi ? FACT_OF_KPI_MISSING : FACT_OF_MULTIPLIER_MISSING
    issues.push(issue.at(missing, path, { id: by.fact }))
    return null
  }
  if (by.isByWord) {
    const words = by.steps.map(({ id }) => id)
    const word = read.word(given, path, words, issues)
    return by.steps.find(({ id }) => id === word) ?? null
  }
  const figure = readFigure(given, by, path, issues)
  return figure === undefined ? null : multiplierAt(figure, by)
}

/** A ratio may be given as what it is made of, `{ actual, target }`; bare, one of 10 or more is a percentage by mistake. */
function readFigure(given: unknown, { isRatio }: ExactMultiplier, path: Path, issues: Issue[]) {
  if (read.isQuotient(given)) return read.quotient(given, path, issues)
  return (isRatio ? read.ratio : read.decimal)(given, path, issues)
}
