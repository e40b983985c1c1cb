import type { SettledPeriod, Settlement } from '../../../commission/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, isZero, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { type Beside, planBeside } from '../beside.js'
import { documentOf, partOf } from '../common.js'
import { nextOf } from './next.js'
import { periodsOf } from './settledPeriods.js'
import { describeStatement, tiersOf } from './statement.js'
import { termsOf } from './terms.js'

/** A payee's payments: what was earned, what became of it period by period, what stands open, and the statement of each period. */
export function describeSettlement(
  settlement: Settlement,
  voice: Voice,
  beside: Beside = {},
): Document {
  const { periods, paid, currency, closing } = settlement
  const words = voice.words.settlement
  const span = spanOf(periods, voice)
  return documentOf(settlement, voice, {
    title: words.title,
    answer: answerOf(settlement, voice),
    sentences: [
      ...lastOf(settlement, voice),
      ...openOf(settlement, voice),
      ...(closing.final ? [words.final] : []),
      ...(settlement.notCounted.length === 0 ? [] : [words.setAside]),
    ],
    amount: { amount: paid, currency },
    head: [...factOf(voice, 'period', span), ...factOf(voice, 'joined', closing.joined, 'date')],
    blocks: [
      ...periodsOf(settlement, voice),
      ...closingOf(settlement, voice),
      ...notCountedOf(settlement.notCounted, voice),
      ...termsOf(settlement, voice),
      ...tiersOf(planBeside(beside), voice),
      ...periods.flatMap(({ period, statement }) =>
        partOf(voice, period, describeStatement(statement, voice)),
      ),
    ],
  })
}

/** From the first to the last period. */
export function spanOf(
  periods: readonly { readonly period: string }[],
  { words }: Voice,
): string | undefined {
  const [from, to] = [periods[0]?.period, periods.at(-1)?.period]
  if (from === undefined || to === undefined) return undefined
  return from === to ? from : words.settlement.span({ from, to })
}

/** What is said of the amounts of all periods together. */
export function answerOf(
  settlement: {
    readonly currency: string
    readonly periods: readonly { readonly period: string }[]
    readonly earned: string
    readonly adjusted: string
    readonly paid: string
  },
  voice: Voice,
): string {
  const { periods, currency } = settlement
  const words = voice.words.settlement
  const span = spanOf(periods, voice)
  if (span === undefined) return words.nothing
  const amount = voice.money(settlement.paid, currency)
  const earned = voice.money(settlement.earned, currency)
  if (isZero(settlement.adjusted)) return words.paid({ amount, span, earned })
  const adjusted = voice.money(settlement.adjusted, currency)
  return words.paidAdjusted({ amount, span, earned, adjusted })
}

/** What became of the last period, and what would have paid more in it. */
function lastOf({ periods, currency }: Settlement, voice: Voice): readonly string[] {
  const last = periods.at(-1)
  if (last === undefined) return []
  const { period, statement, paid } = last
  const { settlement, colon } = voice.words
  const moves = movesOf(last, currency, voice)
  const next = nextOf(statement.next, statement, voice)
  const cut = isZero(last.cut)
    ? []
    : [settlement.cut({ period, amount: voice.money(last.cut, currency) })]
  return [
    ...cut,
    ...(moves.length === 0
      ? []
      : [settlement.last({ period, paid: voice.money(paid, currency), moves: voice.list(moves) })]),
    ...next.map((sentence) => `${period}${colon}${sentence}`),
  ]
}

const MOVES = [
  'earned',
  'adjusted',
  'guaranteed',
  'heldBack',
  'released',
  'drawn',
  'recovered',
  'carried',
] as const

/** What is between what was earned and what is paid; nothing where they are the same. */
function movesOf(period: SettledPeriod, currency: string, voice: Voice): readonly string[] {
  const moved = MOVES.filter((move) => !isZero(period[move]))
  if (moved.every((move) => move === 'earned')) return []
  const { moves } = voice.words.settlement
  return moved.map((move) => moves[move]({ amount: voice.money(period[move], currency) }))
}

/** What stands open after the last period. */
function openOf({ closing, currency, payouts = [] }: Settlement, voice: Voice): readonly string[] {
  const words = voice.words.settlement
  const money = (amount: string) => voice.money(amount, currency)
  const { held, carried, draw } = closing
  const parts = held.map(({ amount, releasedIn }) =>
    typeof releasedIn === 'number'
      ? words.heldUntilNumber({ amount: money(amount), number: voice.number(releasedIn) })
      : words.heldUntil({ amount: money(amount), period: releasedIn }),
  )
  const carriedOver = carried.startsWith('-') ? words.carriedBelow : words.carried
  return [
    ...(parts.length === 0 ? [] : [words.held({ parts: voice.list(parts) })]),
    ...(isZero(carried) ? [] : [carriedOver({ amount: money(carried) })]),
    ...(isZero(draw) ? [] : [words.advanced({ amount: money(draw) })]),
    ...payouts.map((one) => words.payout({ amount: voice.money(one.amount, one.currency) })),
  ]
}

function closingOf({ closing, currency }: Settlement, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.settlement
  const { held, lines = [] } = closing
  return [
    ...tableOf(voice, {
      title: blocks.held,
      rows: held.map((one) => ({ ...one, releasedIn: String(one.releasedIn) })),
      currency,
      columns: { releasedIn: 'text', amount: 'money' },
    }),
    ...tableOf(voice, {
      title: blocks.open,
      rows: lines,
      columns: {
        line: 'text',
        amount: { as: 'number', head: heads.sales },
        commission: { as: 'number', head: heads.commission },
        invoiced: { as: 'number', head: heads.invoiced },
        progress: { as: 'number', head: heads.progress },
        refunded: { as: 'number', head: heads.refunded },
        refundOf: 'text',
      },
      unlessZero: ['refunded'],
    }),
  ]
}

/** What was set aside, and why. */
export function notCountedOf(
  rows: readonly (Settlement['notCounted'][number] & { readonly component?: string })[],
  voice: Voice,
): readonly Block[] {
  return tableOf(voice, {
    title: voice.words.settlement.blocks.notCounted,
    rows,
    columns: { component: 'text', period: 'text', line: 'text', issue: 'issue' },
  })
}
