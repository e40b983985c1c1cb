import type { MoveSuggestions } from '../../../grading/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf } from '../common.js'

/** Which moves are suggested to a person, and what is in the way of the others. */
export function describeMoves(suggestions: MoveSuggestions, voice: Voice): Document {
  const { moves } = suggestions
  const { checks, grading } = voice.words
  const words = grading.moves
  const suggested = moves.filter((one) => one.suggested === true).map(({ move }) => move)
  const each = (of: 'checks' | 'nearest') =>
    moves.flatMap((one) => one[of].map((check) => ({ ...check, rule: one.move })))
  return documentOf(suggestions, voice, {
    title: words.title,
    answer: suggested.length === 0 ? words.none : words.some({ moves: voice.list(suggested) }),
    sentences: moves.flatMap((one) => sentencesOf(one, voice)),
    blocks: [
      ...tableOf(voice, {
        title: words.moves,
        rows: moves,
        columns: { move: 'text', to: 'list', suggested: 'word', clause: 'text' },
      }),
      ...checksOf(voice, checks.title, each('checks')),
      ...checksOf(voice, checks.nearest, each('nearest')),
    ],
  })
}

function sentencesOf(one: MoveSuggestions['moves'][number], voice: Voice): readonly string[] {
  const { move, clause, suggested, nearest } = one
  const words = voice.words.grading.moves
  if (suggested === true) return [words.to({ move, to: voice.list(one.to), clause })]
  return suggested === 'unknown' ? [words.unknown({ move }), ...gapsOf(voice, nearest)] : []
}
