import type { SettledPeriod, Settlement } from '../../../commission/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** What became of each period, and what was paid in it beside its own commission. */
export function periodsOf(settlement: Settlement, voice: Voice): readonly Block[] {
  const { periods, currency, earned, adjusted, paid } = settlement
  const { blocks, heads } = voice.words.settlement
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
        heldBack: { as: 'money', head: heads.heldBack },
        released: 'money',
        drawn: 'money',
        guaranteed: 'money',
        recovered: { as: 'money', head: heads.takenBack },
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

/** Corrections of earlier periods, and what else was paid or taken back. */
function besideOf(
  periods: readonly SettledPeriod[],
  currency: string,
  voice: Voice,
): readonly Block[] {
  const { blocks, heads, adjustments: words } = voice.words.settlement
  const given = periods.flatMap(({ period: settled, adjustments }) =>
    adjustments.map((one) => ({ ...one, settled })),
  )
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
      sentences: given.some((one) => one.inCorrections) ? [words.inCorrections] : [],
      rows: given.map((one) => ({
        ...one,
        kind: words.kinds[one.kind],
        reason: reasonOf(one, voice),
        amount: String(one.amount),
      })),
      currency,
      columns: {
        settled: { as: 'text', head: voice.words.fields.period },
        kind: 'text',
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

/** Why somebody gave it; of what was computed, how it came about. */
function reasonOf(one: SettledPeriod['adjustments'][number], voice: Voice): string {
  const { adjustments: words } = voice.words.settlement
  const { reason, elapsedDays, share, payee, rate, number } = one
  if (reason !== undefined) return reason
  const how = [
    ...(elapsedDays === undefined ? [] : [words.days({ days: voice.number(elapsedDays) })]),
    ...(share === undefined ? [] : [words.share({ share: voice.percent(share) })]),
    ...(payee === undefined ? [] : [words.seller({ payee })]),
    ...(rate === undefined ? [] : [words.rate({ rate: voice.percent(rate) })]),
    ...(number === undefined ? [] : [words.number({ number: voice.number(number) })]),
  ]
  return how.length === 0 ? '' : voice.list(how)
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
