import type { TotalsComparison } from '../../../scenario/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { countSentence, policiesOf } from './comparison.js'
import { COUNTS, notComputedOf, totalSentence, unitName } from './figures.js'

/** What another policy would cost, and how many gain and lose. */
export function describeTotals(comparison: TotalsComparison, voice: Voice): Document {
  const { totals, unit, notComputed } = comparison
  const words = voice.words.scenario
  return documentOf(comparison, voice, {
    title: words.comparison,
    answer: totalSentence(totals, unit, voice),
    sentences: [countSentence(comparison, voice)],
    blocks: [
      ...policiesOf(comparison, voice),
      ...tableOf(voice, {
        title: words.blocks.totals,
        rows: [{ ...comparison, ...totals }],
        currency: unitName(unit, voice),
        columns: { ...COUNTS, now: 'money', then: 'money', difference: 'money' },
      }),
      ...notComputedOf(notComputed, voice),
    ],
  })
}
