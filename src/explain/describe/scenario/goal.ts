import type { GoalOutcome, GoalPoint } from '../../../scenario/index.js'
import type { Document } from '../../document.js'
import { namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { figure, notComputedOf, someNotComputed, unitName } from './figures.js'

/** The value of a number at which the total meets a goal, and the one beside it at which it does not; or why there is none. */
export function describeGoal(outcome: GoalOutcome, voice: Voice): Document {
  const words = voice.words.scenario.goal
  return documentOf(outcome, voice, {
    title: words.title,
    answer: answerOf(outcome, voice),
    sentences: [...besideOf(outcome, voice), ...someNotComputed(outcome.notComputed, voice)],
    head: namedFact(voice, words.evaluations, outcome.evaluations, 'number'),
    blocks: [
      ...tableOf(voice, {
        title: words.points,
        rows: pointsOf(outcome, voice),
        currency: unitName(outcome.unit, voice),
        columns: {
          of: { as: 'text', head: words.which },
          value: 'number',
          total: { as: 'money', head: words.total },
          difference: { as: 'money', head: words.difference },
        },
      }),
      ...notComputedOf(outcome.notComputed, voice),
    ],
  })
}

function told({ value, total }: GoalPoint, unit: string, voice: Voice) {
  return { value: voice.number(value), total: figure(total, unit, voice) }
}

function answerOf(outcome: GoalOutcome, voice: Voice): string {
  const words = voice.words.scenario.goal
  const { unit } = outcome
  if (outcome.found) return words.found(told(outcome, unit, voice))
  return outcome.because === 'out-of-reach'
    ? words.outOfReach(told(outcome.nearest, unit, voice))
    : words.notMonotone
}

function besideOf(outcome: GoalOutcome, voice: Voice): readonly string[] {
  const words = voice.words.scenario.goal
  const { unit } = outcome
  if (outcome.found) {
    const difference = words.toGoal({ difference: figure(outcome.difference, unit, voice) })
    const { beside } = outcome
    return [difference, beside ? words.beside(told(beside, unit, voice)) : words.toTheEnd]
  }
  if (outcome.because === 'out-of-reach') return []
  const [rises, falls] = [outcome.rises, outcome.falls].map(([from, to]) => ({
    from: told(from, unit, voice),
    to: told(to, unit, voice),
  }))
  return [...(rises ? [words.rises(rises)] : []), ...(falls ? [words.falls(falls)] : [])]
}

interface Row extends GoalPoint {
  readonly of: string
  readonly difference?: string
}

function pointsOf(outcome: GoalOutcome, { words }: Voice): readonly Row[] {
  const { names: points } = words.scenario.goal
  if (outcome.found) {
    const { value, total, difference, beside } = outcome
    const found = { of: points.found, value, total, difference }
    return beside ? [found, { of: points.beside, ...beside }] : [found]
  }
  if (outcome.because === 'out-of-reach') return [{ of: points.nearest, ...outcome.nearest }]
  return [
    ...outcome.rises.map((point) => ({ of: points.rises, ...point })),
    ...outcome.falls.map((point) => ({ of: points.falls, ...point })),
  ]
}
