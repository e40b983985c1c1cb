import type { TotalsComparison } from '../../../scenario/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import type { Beside } from '../beside.js'
import { documentOf } from '../common.js'
import { countSentence, policiesOf } from './comparison.js'
import { COUNTS, notComputedOf, totalSentence, unitName, withRefused } from './figures.js'

/** What another policy would cost, and how many gain and lose. */
export function describeTotals(
  comparison: TotalsComparison,
  voice: Voice,
  beside: Beside = {},
): Document {
  const { totals, unit, refused, notComputed } = comparison
  const words = voice.words.scenario
  return documentOf(comparison, voice, {
    title: words.comparison,
    answer: withRefused(totalSentence(totals, unit, voice), refused, voice),
    sentences: [countSentence(comparison, voice)],
    blocks: [
      ...policiesOf(comparison, voice, beside),
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
