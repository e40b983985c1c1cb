import type { GoalsReached } from '../../../targets/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Which small goals were reached, week by week or month by month, and what is missing to those that are open. */
export function describeGoals(reached: GoalsReached, voice: Voice): Document {
  const { goals, outside, notCounted } = reached
  const words = voice.words.targets.goals
  const said = goals.map((goal) => reachedOf(goal, voice))
  return documentOf(reached, voice, {
    title: words.title,
    head: [...factOf(voice, 'owner', reached.owner), ...factOf(voice, 'asOf', reached.asOf)],
    answer: said.length === 0 ? words.none : words.reached({ goals: voice.list(said) }),
    sentences: [
      ...goals.flatMap((goal) => openOf(goal, voice)),
      ...(outside === 0 ? [] : [words.outside({ outside: voice.number(outside) })]),
      ...(notCounted.length === 0 ? [] : [words.someNotCounted]),
    ],
    blocks: tablesOf(reached, voice),
  })
}

type Goal = GoalsReached['goals'][number]

function reachedOf({ id, per, ...goal }: Goal, voice: Voice): string {
  const [reached, of] = [voice.number(goal.reached), voice.number(goal.of)]
  return voice.words.targets.goals[per]({ id, reached, of })
}

function openOf({ id, amount, periods }: Goal, voice: Voice): readonly string[] {
  const words = voice.words.targets.goals
  return periods.flatMap(({ period, state, remaining }) => {
    if (state !== 'open' || remaining === null) return []
    const counts = { amount: voice.number(amount), remaining: voice.number(remaining) }
    return [words.open({ id, period, ...counts })]
  })
}

function tablesOf({ goals, outside, notCounted }: GoalsReached, voice: Voice): readonly Block[] {
  const { fields, targets } = voice.words
  const words = targets.goals
  return [
    ...tableOf(voice, {
      title: words.goals,
      rows: goals,
      columns: {
        id: 'text',
        per: 'word',
        amount: 'number',
        reached: 'number',
        of: { as: 'number', head: fields.ofPeriods },
      },
    }),
    ...tableOf(voice, {
      title: words.periods,
      rows: goals.flatMap(({ id, periods }) => periods.map((period) => ({ ...period, id }))),
      columns: {
        id: 'text',
        period: 'text',
        from: 'date',
        to: 'date',
        actual: 'number',
        state: 'word',
        reachedOn: 'date',
        remaining: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.summary,
      rows: [{ outside }],
      columns: { outside: 'number' },
    }),
    ...tableOf(voice, {
      title: words.notCounted,
      rows: notCounted.flatMap(({ index, issues }) => issues.map((issue) => ({ index, issue }))),
      columns: { index: { as: 'number', head: fields.place }, issue: 'issue' },
    }),
  ]
}
