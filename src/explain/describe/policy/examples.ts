import type { Issue } from '../../../kernel/index.js'
import type { Document } from '../../document.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { issuesOf, placedText } from './lint.js'

/** Which examples of a document do not come out as they say. */
export function describeExamples(issues: readonly Issue[], voice: Voice): Document {
  const words = voice.words.policy.examples
  return documentOf(issues, voice, {
    title: words.title,
    answer: issues.length === 0 ? words.none : words.some,
    sentences: issues.map((found) => placedText(found, voice)),
    blocks: issuesOf(words.title, issues, voice),
  })
}
