import type { Contest } from '../../../compensation/index.js'
import type { Document } from '../../document.js'
import { factOf, isZero, namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Who gets which prize, and what is missing to the next place. */
export function describeContest(contest: Contest, voice: Voice): Document {
  const { entrants, currency, pot, left } = contest
  const { words } = voice
  const { contest: texts } = words.compensation
  return documentOf(contest, voice, {
    title: texts.title,
    answer: answerOf(contest, voice),
    sentences: [
      ...(isZero(left)
        ? []
        : [texts.left({ left: voice.money(left, currency), pot: voice.money(pot, currency) })]),
      ...entrants.flatMap((one) => nextSentence(one, voice)),
    ],
    head: [
      ...factOf(voice, 'currency', currency),
      ...namedFact(voice, texts.heads.pot, pot, 'money'),
      ...namedFact(voice, texts.heads.left, left, 'money'),
    ],
    blocks: tableOf(voice, {
      title: texts.entrants,
      rows: entrants.map(({ next, ...one }) => ({
        ...one,
        nextPlace: next?.place,
        remaining: next?.remaining,
        reached: next && texts.reached[next.reached],
      })),
      currency,
      columns: {
        place: { as: 'number', head: texts.heads.place },
        id: { as: 'text', head: texts.heads.entrant },
        figure: { as: 'number', head: texts.heads.figure },
        tiedWith: { as: 'list', head: texts.heads.tiedWith },
        cut: { as: 'money', head: texts.heads.cut },
        amount: 'money',
        nextPlace: { as: 'number', head: texts.heads.nextPlace },
        remaining: 'number',
        reached: { as: 'text', head: texts.heads.reached },
      },
      total: { amount: contest.amount },
    }),
  })
}

function answerOf({ amount, currency, entrants }: Contest, voice: Voice): string {
  const { contest } = voice.words.compensation
  const winners = entrants.flatMap(({ id, place, amount: prize }) =>
    place === null || isZero(prize)
      ? []
      : [contest.winner({ id, place: voice.number(place), prize: voice.money(prize, currency) })],
  )
  const total = voice.money(amount, currency)
  return winners.length === 0
    ? contest.nobody({ amount: total })
    : contest.paid({ amount: total, winners: voice.list(winners) })
}

function nextSentence({ id, next }: Contest['entrants'][number], voice: Voice): readonly string[] {
  if (next === null) return []
  const { contest } = voice.words.compensation
  const place = voice.number(next.place)
  const remaining = voice.number(next.remaining)
  return [contest.next[next.reached]({ id, place, remaining })]
}
