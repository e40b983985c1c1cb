import type { SettledPeriod, Settlement } from '../../../commission/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** What became of each period, and what was paid in it beside its own commission. */
export function periodsOf(settlement: Settlement, voice: Voice): readonly Block[] {
  const { periods, currency, earned, adjusted, paid } = settlement
  const { blocks } = voice.words.settlement
  return [
    ...tableOf(voice, {
      title: blocks.periods,
      rows: periods,
      currency,
      columns: {
        period: 'period',
        earned: 'money',
        cut: 'money',
        adjusted: 'money',
        heldBack: 'money',
        released: 'money',
        drawn: 'money',
        guaranteed: 'money',
        recovered: 'money',
        paid: 'money',
        carried: 'money',
        drawOwed: 'money',
      },
      unlessZero: MOVES,
      total: { earned, adjusted, paid },
    }),
    ...besideOf(periods, currency, voice),
    ...passedOn(periods, currency, voice),
  ]
}

/** What stands in a column only where it comes to something. */
const MOVES = [
  'cut',
  'adjusted',
  'heldBack',
  'released',
  'drawn',
  'guaranteed',
  'recovered',
  'carried',
  'drawOwed',
] as const

/** Corrections of earlier periods, and amounts by hand. */
function besideOf(
  periods: readonly SettledPeriod[],
  currency: string,
  voice: Voice,
): readonly Block[] {
  const { blocks, heads } = voice.words.settlement
  return [
    ...tableOf(voice, {
      title: blocks.corrections,
      rows: periods.flatMap(({ period: settled, corrections }) =>
        corrections.map((one) => ({ ...one, settled })),
      ),
      currency,
      columns: {
        settled: { as: 'text', head: voice.words.fields.period },
        period: { as: 'text', head: heads.corrects },
        was: 'money',
        is: 'money',
        guaranteed: 'money',
      },
      unlessZero: ['guaranteed'],
    }),
    ...tableOf(voice, {
      title: blocks.adjustments,
      rows: periods.flatMap(({ period: settled, adjustments }) =>
        adjustments.map((one) => ({ ...one, settled, amount: String(one.amount) })),
      ),
      currency,
      columns: {
        settled: { as: 'text', head: voice.words.fields.period },
        id: 'text',
        reason: 'text',
        by: { as: 'text', head: heads.by },
        on: 'date',
        period: { as: 'period', head: heads.corrects },
        amount: 'money',
      },
    }),
  ]
}

/** Parts of lines that became due, what others have of them, and what is paid in another currency. */
function passedOn(
  periods: readonly SettledPeriod[],
  currency: string,
  voice: Voice,
): readonly Block[] {
  const { blocks, heads } = voice.words.settlement
  return [
    ...tableOf(voice, {
      title: blocks.parts,
      rows: periods.flatMap(({ period, parts = [] }) => parts.map((one) => ({ ...one, period }))),
      currency,
      columns: { period: 'text', line: 'text', part: 'number', amount: 'money' },
    }),
    ...tableOf(voice, {
      title: blocks.handedOver,
      rows: periods.flatMap(({ period: settled, handedOver = [] }) =>
        handedOver.map((one) => ({ ...one, settled })),
      ),
      currency,
      columns: {
        settled: { as: 'text', head: voice.words.fields.period },
        id: 'text',
        payee: 'text',
        reason: 'text',
        by: { as: 'text', head: heads.by },
        on: 'date',
        period: { as: 'period', head: heads.corrects },
        amount: 'money',
      },
    }),
    ...tableOf(voice, {
      title: blocks.payouts,
      rows: periods.flatMap(({ period, payout }) => (payout ? [{ ...payout, period }] : [])),
      columns: { period: 'text', amount: 'number', currency: 'text', rate: 'number', on: 'date' },
    }),
  ]
}
