import type { CommissionCurve } from '../../../commission/index.js'
import { compareAmounts } from '../../../kernel/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { type Beside, planBeside } from '../beside.js'
import { documentOf } from '../common.js'
import { tiersOf } from './statement.js'

/** The payout curve of a plan: where it bends, jumps or falls, and what further sales pay between. */
export function describeCurve(curve: CommissionCurve, voice: Voice, beside: Beside = {}): Document {
  const { currency } = curve
  const words = voice.words.commission.curve
  const [first, ...turns] = pointSentences(curve, voice)
  return documentOf(curve, voice, {
    title: words.title,
    answer:
      turns.length > 0 ? words.turns({ points: turnsOf(curve, voice) }) : (first ?? words.none),
    sentences: first === undefined || turns.length === 0 ? [] : [first, ...turns],
    head: factOf(voice, 'currency', currency),
    blocks: [...pointsOf(curve, voice), ...tiersOf(planBeside(beside), voice)],
  })
}

type Points = Pick<CommissionCurve, 'currency' | 'points'>

type Point = CommissionCurve['points'][number]

/** The sales at which something happens. */
export function turnsOf({ points }: Points, voice: Voice): string {
  const turns = points.filter((point, place) => place > 0 && isTurn(point, points[place - 1]))
  return voice.list(turns.map(({ sales }) => voice.number(sales)))
}

/** Where a curve is cut, nothing happens. */
function isTurn({ below, above, rate }: Point, before: Point | undefined): boolean {
  return compareAmounts(above, below) !== 0 || rate !== before?.rate
}

/** What happens at each point, from the first one on. */
export function pointSentences({ points, currency }: Points, voice: Voice): readonly string[] {
  const words = voice.words.commission.curve
  const money = (amount: string) => voice.money(amount, currency)
  const told = points.filter((point, place) => place === 0 || isTurn(point, points[place - 1]))
  return told.map(({ sales, below, above, rate }, place) => {
    const at = { sales: voice.number(sales), rate: voice.number(rate) }
    if (place === 0) return words.start({ ...at, amount: money(above) })
    const side = compareAmounts(above, below)
    if (side === 0) return words.bend(at)
    const step = { ...at, below: money(below), above: money(above) }
    return side < 0 ? words.cliff(step) : words.jump(step)
  })
}

export function pointsOf({ points, currency }: Points, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.commission.curve
  return tableOf(voice, {
    title: blocks.points,
    rows: points,
    currency,
    columns: {
      sales: 'number',
      below: { as: 'money', head: heads.below },
      amount: { as: 'money', head: heads.at },
      above: { as: 'money', head: heads.above },
      rate: { as: 'number', head: heads.rate },
    },
  })
}
