import type { NextMove, NextRungs } from '../../../careers/index.js'
import type { Document } from '../../document.js'
import { factOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, gapsOf } from '../common.js'
import { checkedOf } from './checked.js'

/** The moves that are open to somebody, and how far each is. */
export function describeNextRungs(next: NextRungs, voice: Voice): Document {
  const words = voice.words.careers.next
  const [nearest, ...others] = next.moves
  return documentOf(next, voice, {
    title: words.title,
    head: factOf(voice, 'rung', next.from),
    answer:
      nearest === undefined ? words.none({ from: next.from }) : nearestOf(nearest, next, voice),
    sentences: [
      ...gapsOf(voice, nearest?.nearest ?? []),
      ...others.map(({ rung, remaining }) =>
        words.other({ rung, remaining: voice.number(remaining) }),
      ),
    ],
    blocks: checkedOf(next.moves, voice),
  })
}

function nearestOf({ rung, ...move }: NextMove, { from }: NextRungs, voice: Voice): string {
  const words = voice.words.careers.next
  if (move.eligible === true) return words.open({ rung, from })
  return words.nearest({ rung, from, remaining: voice.number(move.remaining) })
}
