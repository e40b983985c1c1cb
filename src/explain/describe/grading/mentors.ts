import type { MentorPairs } from '../../../grading/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Who is paired with whom, and who is with nobody and why. */
export function describeMentors(outcome: MentorPairs, voice: Voice): Document {
  const { pairs, mentors, mentees } = outcome
  const words = voice.words.grading.mentors
  const names = pairs.map(({ mentor, mentee }) => words.pair({ mentor, mentee }))
  const alone = <Person extends { readonly id: string; readonly because: Reason | null }>(
    people: readonly Person[],
    say: typeof words.noMentor,
  ) =>
    people.flatMap(({ id, because }) =>
      because === null ? [] : [say({ id, because: voice.word(because) })],
    )
  return documentOf(outcome, voice, {
    title: words.title,
    head: [
      ...factOf(voice, 'mentoring', outcome.mentoring),
      ...factOf(voice, 'pairedBy', outcome.by, 'word'),
      ...factOf(voice, 'proposedBy', outcome.proposedBy, 'word'),
    ],
    answer: names.length === 0 ? words.none : words.paired({ pairs: voice.list(names) }),
    sentences: [...alone(mentees, words.noMentor), ...alone(mentors, words.noMentee)],
    blocks: tablesOf(outcome, voice),
  })
}

type Reason = NonNullable<MentorPairs['mentees'][number]['because']>

function tablesOf({ pairs, mentors, mentees }: MentorPairs, voice: Voice): readonly Block[] {
  const words = voice.words.grading.mentors
  return [
    ...tableOf(voice, {
      title: words.pairs,
      rows: pairs,
      columns: {
        mentor: 'text',
        mentee: 'text',
        choiceOfMentor: 'number',
        choiceOfMentee: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.mentors,
      rows: mentors,
      columns: { id: 'text', capacity: 'number', mentees: 'list', because: 'word' },
    }),
    ...tableOf(voice, {
      title: words.mentees,
      rows: mentees,
      columns: { id: 'text', mentor: 'text', because: 'word' },
    }),
  ]
}
