import type { NextMove, PromotionCheck } from '../../../careers/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, scorePartsOf } from '../common.js'

/** Moves, and everything that was checked of each. */
export function checkedOf(
  moves: readonly (PromotionCheck | NextMove)[],
  voice: Voice,
): readonly Block[] {
  const { careers, checks } = voice.words
  const words = careers.promotion
  const each = (of: 'checks' | 'nearest') =>
    moves.flatMap(({ rung, ...move }) => move[of].map((check) => ({ ...check, rule: rung })))
  const joined = (of: 'standard' | 'order') =>
    moves.flatMap(({ rung, ...move }) =>
      (move[of]?.checks ?? []).map((check) => ({ ...check, rule: rung })),
    )
  return [
    ...movesOf(moves, voice),
    ...checksOf(voice, checks.title, each('checks')),
    ...checksOf(voice, checks.nearest, each('nearest')),
    ...checksOf(voice, words.standard, joined('standard')),
    ...checksOf(voice, words.order, joined('order')),
    ...dimensionsOf(moves, voice),
  ]
}

function movesOf(moves: readonly (PromotionCheck | NextMove)[], voice: Voice): readonly Block[] {
  const { careers, fields } = voice.words
  return tableOf(voice, {
    title: careers.promotion.move,
    rows: moves.map(({ standard, order, ...move }) => ({
      ...move,
      remaining: 'remaining' in move ? move.remaining : undefined,
      standard: standard?.outcome,
      order: order?.outcome,
      nearest: undefined,
    })),
    columns: {
      rung: 'text',
      kind: 'word',
      ladder: 'text',
      from: { as: 'text', head: fields.fromRung },
      eligible: 'word',
      remaining: { as: 'number', head: fields.conditionsMissing },
      missing: 'list',
      standard: { as: 'word', head: careers.promotion.standard },
      order: { as: 'word', head: careers.promotion.order },
    },
  })
}

function dimensionsOf(moves: readonly PromotionCheck[], voice: Voice): readonly Block[] {
  const words = voice.words.careers.promotion
  const rows = moves.flatMap(({ rung, dimensions }) =>
    dimensions === null ? [] : [{ ...dimensions, rung }],
  )
  return [
    ...tableOf(voice, {
      title: words.dimensions,
      rows,
      columns: {
        rung: 'text',
        outcome: 'word',
        score: 'number',
        passMark: 'number',
        remaining: 'number',
        missing: 'list',
        clause: 'text',
      },
    }),
    ...scorePartsOf(
      voice,
      words.parts,
      rows.flatMap(({ rung, parts }) => parts.map((part) => ({ ...part, of: rung }))),
    ),
  ]
}
