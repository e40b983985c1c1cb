import type { ChurnWarning } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Reasons to act before a customer is gone. */
export function describeWarnings(warnings: readonly ChurnWarning[], voice: Voice): Document {
  const words = voice.words.health.warnings
  const [first, ...others] = warnings.map((warning) => warningOf(warning, voice))
  return documentOf(warnings, voice, {
    title: words.title,
    answer: first ?? words.none,
    sentences: others,
    blocks: warningsOf(warnings, voice),
  })
}

function warningOf({ kind, since, raised, clause, ...warning }: ChurnWarning, voice: Voice) {
  const [followUps, days] = [voice.number(warning.followUps), voice.number(warning.days)]
  return voice.words.health.warnings[kind]({ followUps, days, since, raised, clause })
}

/** Warnings, one by one. */
export function warningsOf(warnings: readonly ChurnWarning[], voice: Voice): readonly Block[] {
  const { fields, health } = voice.words
  return tableOf(voice, {
    title: health.warnings.title,
    rows: warnings,
    columns: {
      kind: 'word',
      since: 'date',
      raised: 'date',
      followUps: { as: 'number', head: fields.followUps },
      days: 'number',
      clause: 'text',
    },
  })
}
