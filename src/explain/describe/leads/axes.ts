import type { LeadScore } from '../../../leads/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** A score, and where it stands between two bands. */
interface Axis extends Pick<LeadScore, 'next'> {
  readonly axis: string
  readonly lead?: string
}

/** The lead score, fit and intent, as far as there are. */
export function axesOf(score: LeadScore | null, voice: Voice): readonly Axis[] {
  if (score === null) return []
  const { axis } = voice.words.leads.score
  const { next, fit, intent } = score
  return [
    { axis: axis.score, next },
    ...(fit ? [{ axis: axis.fit, next: fit.next }] : []),
    ...(intent ? [{ axis: axis.intent, next: intent.next }] : []),
  ]
}

/** The band above of each, and what is missing to it. */
export function aboveOf(title: string, axes: readonly Axis[], voice: Voice): readonly Block[] {
  const { fields } = voice.words
  return tableOf(voice, {
    title,
    rows: axes.flatMap(({ axis, lead, next }) => (next === null ? [] : [{ axis, lead, ...next }])),
    columns: {
      lead: 'text',
      axis: { as: 'text', head: fields.of },
      band: 'text',
      from: { as: 'number', head: fields.startsAt },
      remaining: 'number',
    },
  })
}
