import type { GoalOutcome, GoalPoint } from '../../../scenario/index.js'
import type { Document } from '../../document.js'
import { namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { figure, notComputedOf, unitName, withRefused } from './figures.js'

/** The value of a number at which the total meets a goal, and the one beside it at which it does not; or why there is none. */
export function describeGoal(outcome: GoalOutcome, voice: Voice): Document {
  const words = voice.words.scenario.goal
  return documentOf(outcome, voice, {
    title: words.title,
    answer: withRefused(answerOf(outcome, voice), outcome.refused, voice),
    sentences: besideOf(outcome, voice),
    head: [
      ...namedFact(voice, words.heads.path, outcome.path, 'text'),
      ...namedFact(voice, words.heads.from, outcome.between[0], 'number'),
      ...namedFact(voice, words.heads.to, outcome.between[1], 'number'),
      ...namedFact(voice, words.heads.goal, goalText(outcome, voice), 'text'),
      ...namedFact(voice, words.evaluations, outcome.evaluations, 'number'),
    ],
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
  const { unit, path } = outcome
  const goal = goalText(outcome, voice)
  if (outcome.found) return words.found({ path, goal, ...told(outcome, unit, voice) })
  const [from = '', to = ''] = outcome.between.map(voice.number)
  return outcome.because === 'out-of-reach'
    ? words.outOfReach({ path, goal, from, to, ...told(outcome.nearest, unit, voice) })
    : words.notMonotone({ path, goal, from, to })
}

/** What the total had to come to. */
function goalText({ goal, unit }: GoalOutcome, voice: Voice): string {
  const words = voice.words.scenario.goal
  return 'atMost' in goal
    ? words.atMost({ total: figure(goal.atMost, unit, voice) })
    : words.atLeast({ total: figure(goal.atLeast, unit, voice) })
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
