import type { TitleAwards } from '../../../rewards/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf } from '../common.js'

/** The titles of a period, and who got them. */
export function describeTitles(awards: TitleAwards, voice: Voice): Document {
  const words = voice.words.rewards.titles
  const [first, ...others] = awards.titles.flatMap((title) => titleOf(title, voice))
  return documentOf(awards, voice, {
    title: words.title,
    answer: first ?? words.none,
    sentences: others,
    blocks: tablesOf(awards, voice),
  })
}

function titleOf(award: TitleAwards['titles'][number], voice: Voice): readonly string[] {
  const { title, clause, winners, tied } = award
  const words = voice.words.rewards.titles
  return [
    winners.length === 0
      ? words.nobody({ title, clause })
      : words.won({ title, clause, winners: voice.list(winners) }),
    ...(tied.length === 0 ? [] : [words.tied({ title, people: voice.list(tied) })]),
  ]
}

function tablesOf({ titles }: TitleAwards, voice: Voice): readonly Block[] {
  const { checks, rewards } = voice.words
  const words = rewards.titles
  const unranked = titles.flatMap((one) =>
    one.unranked.map((person) => ({ ...person, title: one.title })),
  )
  return [
    ...tableOf(voice, {
      title: words.titles,
      rows: titles,
      columns: { title: 'text', winners: 'list', tied: 'list', clause: 'text' },
    }),
    ...tableOf(voice, {
      title: words.ranking,
      rows: titles.flatMap(({ title, ranking }) => ranking.map((one) => ({ ...one, title }))),
      columns: { title: 'text', rank: 'number', id: 'text', figures: 'list' },
    }),
    ...tableOf(voice, {
      title: words.unranked,
      rows: unranked,
      columns: { title: 'text', id: 'text', reason: 'word' },
    }),
    ...checksOf(
      voice,
      checks.title,
      unranked.flatMap((one) => one.checks.map((check) => ({ ...check, rule: one.id }))),
    ),
  ]
}
