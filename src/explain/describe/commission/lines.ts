import type { CommissionAttribution, CommissionSlice } from '../../../commission/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** Each line's slices and adjustments: the line that crosses a tier has several. */
export function linesOf(
  attribution: CommissionAttribution | undefined,
  voice: Voice,
): readonly Block[] {
  if (attribution === undefined) return []
  const { lines, amount, currency, inUnits, attribution: mode } = attribution
  const { commission } = voice.words
  const rows = lines.flatMap(({ id, sales, slices, adjustments }) =>
    [
      ...slices.map((slice) => ({ ...slice, item: slice.tier })),
      ...adjustments.map((one) => ({ ...ONLY_AMOUNT, ...one, item: voice.word(one.kind) })),
      // The line's own amount stands in its first row alone.
    ].map((part, at) => ({ ...part, line: id, sales: at === 0 ? sales : null })),
  )
  return tableOf(voice, {
    title: commission.blocks.lines,
    sentences: [
      commission.byLine[mode]({ amount: voice.money(amount, currency) }),
      commission.eachLine,
      commission.addUp,
    ],
    rows,
    currency,
    columns: {
      line: 'text',
      sales: { as: 'number', head: commission.heads.line },
      item: { as: 'text', head: commission.heads.part },
      rule: 'text',
      base: 'number',
      rate: inUnits ? 'number' : 'percent',
      amount: 'money',
    },
    total: { amount },
  })
}

/** What an adjustment has none of. */
const ONLY_AMOUNT: Partial<CommissionSlice> = {}
