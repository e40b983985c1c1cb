import type { RowScores } from '../../batch/index.js'
import type { ScorePart } from '../../kernel/index.js'
import { figureOf } from '../figureOf.js'
import type { DerivationStep } from '../measure.js'

/** The parts of a score, what is added to them, and the score, as steps. */
export function scoreSteps(
  parts: readonly Pick<ScorePart, 'id' | 'contribution'>[],
  score: number | null,
): DerivationStep[] {
  return [
    ...parts.map(({ id, contribution }) => addedStep(1, 'part', id, contribution)),
    stepOf(9, 'score', null, score ?? 'none'),
  ]
}

export function stepOf(
  rank: number,
  step: string,
  id: string | null,
  value: number | string,
): DerivationStep {
  return { rank, step, id, value: String(value) }
}

/** A step that adds its own value to the figure. */
export function addedStep(
  rank: number,
  step: string,
  id: string | null,
  value: number | string,
): DerivationStep {
  return { ...stepOf(rank, step, id, value), adds: figureOf(value) }
}

/** Scores of a batch in units of their decimals: each is the number nearest to a decimal of at most 15 digits. */
export function unitsOfScores({ scores }: RowScores, decimals: number): Float64Array {
  const power = 10 ** decimals
  return scores.map((score) => Math.round(score * power))
}
