import type { MentorCheck } from '../../../careers/index.js'
import type { Document } from '../../document.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf, namesOf } from '../common.js'

/** Whether somebody may be a mentor, and what is missing. */
export function describeMentor(mentor: MentorCheck, voice: Voice): Document {
  const { checks, missing } = mentor
  const { careers, fields } = voice.words
  return documentOf(mentor, voice, {
    title: careers.mentor.title,
    answer: answerOf(mentor, voice),
    sentences: gapsOf(voice, checks),
    blocks: [
      ...checksOf(voice, voice.words.checks.title, checks),
      ...namesOf(voice, fields.missing, missing),
    ],
  })
}

function answerOf({ eligible, missing }: MentorCheck, voice: Voice): string {
  const words = voice.words.careers.mentor
  if (eligible === true) return words.eligible
  const ids = voice.list(missing)
  return eligible === false ? words.notEligible({ missing: ids }) : words.unknown({ missing: ids })
}
