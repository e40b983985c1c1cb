import type { Grade } from '../../../grading/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** A score's grade, what holds it down, and what is missing to the next one. */
export function describeGrade(graded: Grade, voice: Voice): Document {
  const { grade, because, next, gradeByScore: byScore } = graded
  const words = voice.words.grading.grade
  const score = voice.number(graded.score)
  return documentOf(graded, voice, {
    title: words.title,
    answer:
      because === null
        ? words.graded({ grade, score })
        : words.held({ grade, byScore, score, because }),
    sentences: nextOf(next, voice),
    blocks: [
      ...tableOf(voice, {
        title: words.title,
        rows: [graded],
        columns: { grade: 'text', score: 'number', gradeByScore: 'text', because: 'text' },
      }),
      ...tableOf(voice, {
        title: words.above,
        rows: next === null ? [] : [next],
        columns: { grade: 'text', from: 'number', remaining: 'number' },
      }),
    ],
  })
}

function nextOf(next: Grade['next'], voice: Voice): readonly string[] {
  if (next === null) return []
  const [from, remaining] = [voice.number(next.from), voice.number(next.remaining)]
  return [voice.words.grading.grade.next({ grade: next.grade, from, remaining })]
}
