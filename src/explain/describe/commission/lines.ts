import type { CommissionAttribution } from '../../../commission/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** Each line's slices and adjustments: the line that crosses a tier has several. */
export function linesOf(
  attribution: CommissionAttribution | undefined,
  voice: Voice,
): readonly Block[] {
  if (attribution === undefined) return []
  const { lines, amount, currency, inUnits } = attribution
  const rows = lines.flatMap(({ id, slices, adjustments }) => [
    ...slices.map((slice) => ({ ...slice, line: id, item: slice.tier })),
    ...adjustments.map((one) => ({
      line: id,
      item: voice.word(one.kind),
      amount: one.amount,
      rule: undefined,
      base: undefined,
      rate: undefined,
    })),
  ])
  return tableOf(voice, {
    title: voice.words.commission.blocks.lines,
    rows,
    currency,
    columns: {
      line: 'text',
      item: 'text',
      rule: 'text',
      base: 'number',
      rate: inUnits ? 'number' : 'percent',
      amount: 'money',
    },
    total: { amount },
  })
}
