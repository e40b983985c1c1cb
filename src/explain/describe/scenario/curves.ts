import type { PlanCurve } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { pointSentences, pointsOf, turnsOf } from '../commission/curve.js'
import { documentOf } from '../common.js'

/** The payout curves of several plans: where each bends, jumps or falls. */
export function describeCurves(curves: readonly PlanCurve[], voice: Voice): Document {
  const words = voice.words.scenario.curves
  const { colon } = voice.words
  const turns = curves.map((curve) => turnsSentence(curve, voice))
  const [first, ...others] = turns
  return documentOf(curves, voice, {
    title: words.title,
    answer: first ?? words.none,
    sentences: [
      ...others,
      ...curves.flatMap((curve) =>
        pointSentences(curve, voice).map((sentence) => `${nameOf(curve)}${colon}${sentence}`),
      ),
    ],
    blocks: curves.flatMap((curve) => [
      ...pointsOf(curve, voice).map((block) => named(block, curve, voice)),
      ...kinksOf(curve, voice).map((block) => named(block, curve, voice)),
    ]),
  })
}

function nameOf({ policy }: PlanCurve): string {
  return `${policy.id} ${policy.version}`
}

function named(block: Block, curve: PlanCurve, { words }: Voice): Block {
  return { ...block, title: `${nameOf(curve)}${words.colon}${block.title}` }
}

function turnsSentence(curve: PlanCurve, voice: Voice): string {
  const words = voice.words.scenario.curves
  const plan = nameOf(curve)
  const points = turnsOf(curve, voice)
  return points === '' ? words.straight({ plan }) : words.turns({ plan, points })
}

function kinksOf({ kinks, currency }: PlanCurve, voice: Voice): readonly Block[] {
  const { blocks, heads, kinds } = voice.words.scenario.curves
  return tableOf(voice, {
    title: blocks.kinks,
    rows: kinks.map(({ kind, ...kink }) => ({ ...kink, what: kinds[kind] })),
    currency,
    columns: {
      sales: 'number',
      what: { as: 'text', head: heads.kind },
      rateBefore: { as: 'number', head: heads.rateBefore },
      rateAfter: { as: 'number', head: heads.rateAfter },
      step: { as: 'money', head: heads.step },
    },
  })
}
