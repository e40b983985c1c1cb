import type { CommissionSlice, CommissionStatement } from '../../../commission/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** A rate as people read it: a percentage; or money for each unit, where tiers count units. */
export function rateOf(
  voice: Voice,
  rate: string,
  { inUnits, currency }: Pick<CommissionStatement, 'currency' | 'inUnits'>,
): string {
  return inUnits ? voice.money(rate, currency) : voice.percent(rate)
}

/** Slice by slice and adjustment by adjustment, which add up to the amount. */
export function earningsOf(statement: CommissionStatement, voice: Voice): readonly Block[] {
  const { slices, adjustments, amount, currency, mode, inUnits } = statement
  const { commission, fields } = voice.words
  const parts = [
    ...slices.map((slice) => ({ ...slice, item: slice.tier })),
    ...adjustments.map((one) => ({ ...ONLY_AMOUNT, ...one, item: voice.word(one.kind) })),
  ]
  return tableOf(voice, {
    title: commission.blocks.earnings,
    sentences: [commission.modes[mode]],
    rows: parts,
    currency,
    columns: {
      item: { as: 'text', head: commission.heads.part },
      rule: 'text',
      from: 'number',
      upTo: 'number',
      base: 'number',
      rate: inUnits ? 'number' : 'percent',
      flat: 'money',
      limit: { as: 'number', head: fields.limit },
      amount: 'money',
    },
    total: { amount },
    absent: { upTo: commission.noLimit },
  })
}

/** What an adjustment has none of. */
const ONLY_AMOUNT: Partial<CommissionSlice> & { readonly limit?: string } = {}
