import type { RankedGrade } from '../../../grading/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Grades by rank: everybody's place and grade, and why a grade is not that of the place. */
export function describeRanked(people: readonly RankedGrade[], voice: Voice): Document {
  const words = voice.words.grading.rank
  const [first, ...others] = people
  return documentOf(people, voice, {
    title: words.title,
    answer: first === undefined ? words.none : placeOf(first, voice),
    sentences: [
      ...people.flatMap((one) => heldOf(one, voice)),
      ...tiesOf(people, voice),
      ...(first !== undefined && others.length === 0 ? nextOf(first, voice) : []),
    ],
    blocks: peopleOf(people, voice),
  })
}

function placeOf({ id, grade, rank, score, base }: RankedGrade, voice: Voice): string {
  const words = voice.words.grading.rank
  if (grade === null || rank === null || score === null) return words.noScore({ id })
  const [place, of, points] = [voice.number(rank), voice.number(base), voice.number(score)]
  return words.graded({ id, grade, rank: place, base: of, score: points })
}

function heldOf({ id, grade, gradeByRank, because }: RankedGrade, voice: Voice) {
  const words = voice.words.grading.rank
  if (because === null || grade === null || gradeByRank === null) return []
  return [words.held({ id, grade, byRank: gradeByRank, because: reasonOf(because, voice) })]
}

/** A reason of the rule's own, or the name of what holds the grade down. */
function reasonOf(because: string, { words }: Voice): string {
  const reasons = new Map(Object.entries(words.grading.rank.because))
  return reasons.get(because) ?? because
}

/** Each tie once, though everybody in it has it. */
function tiesOf(people: readonly RankedGrade[], voice: Voice): readonly string[] {
  const words = voice.words.grading.rank
  const sentences = people.flatMap(({ tie }) =>
    tie === null ? [] : [words.tie({ ids: voice.list(tie.ids), by: voice.word(tie.decidedBy) })],
  )
  return [...new Set(sentences)]
}

function nextOf({ id, next }: RankedGrade, voice: Voice): readonly string[] {
  if (next === null) return []
  const [from, remaining] = [voice.number(next.from), voice.number(next.remaining)]
  return [voice.words.grading.rank.next({ id, grade: next.grade, from, remaining })]
}

function peopleOf(people: readonly RankedGrade[], voice: Voice): readonly Block[] {
  const { fields, grading } = voice.words
  return tableOf(voice, {
    title: grading.rank.title,
    rows: people.map(({ tie, next, ...one }) => ({
      ...one,
      because: one.because && reasonOf(one.because, voice),
      tie: tie?.ids,
      decidedBy: tie?.decidedBy,
      nextGrade: next?.grade,
      from: next?.from,
      remaining: next?.remaining,
    })),
    columns: {
      id: 'text',
      grade: 'text',
      rank: 'number',
      base: { as: 'number', head: fields.ofPeople },
      score: 'number',
      gradeByRank: 'text',
      because: 'text',
      tie: 'list',
      decidedBy: { as: 'word', head: fields.tieDecidedBy },
      nextGrade: 'text',
      from: { as: 'number', head: fields.startsAt },
      remaining: 'number',
      group: 'text',
      pool: 'list',
      clause: 'text',
    },
  })
}
