import type { Document } from '../document.js'

/** How much of an outcome is explained: a sentence, a paragraph, or everything. */
export type Depth = 'line' | 'short' | 'full'

/** The sentences of an explanation that is no document: the answer alone, or with what follows it. */
export function sentencesOf({ answer, sentences }: Document, depth: Depth): readonly string[] {
  return depth === 'line' ? [answer] : [answer, ...sentences]
}
