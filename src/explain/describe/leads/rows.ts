import type { RankedLeads } from '../../../leads/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** Leads that are invalid, and why. */
export function disqualifiedOf(
  disqualified: RankedLeads['disqualified'],
  voice: Voice,
): readonly Block[] {
  const { leads } = voice.words
  return tableOf(voice, {
    title: leads.rank.disqualifiedLeads,
    rows: disqualified,
    columns: {
      id: 'text',
      reasons: 'list',
      clause: 'text',
    },
  })
}

/** Rows that cannot be read, and what is wrong with each. */
export function unreadOf(notCounted: RankedLeads['notCounted'], voice: Voice): readonly Block[] {
  const { fields, leads } = voice.words
  return tableOf(voice, {
    title: leads.rank.notCounted,
    rows: notCounted.flatMap(({ id, index, issues }) =>
      issues.map((issue) => ({ id, index, issue })),
    ),
    columns: { id: 'text', index: { as: 'number', head: fields.place }, issue: 'issue' },
  })
}

/** Which leads are invalid, and whether rows cannot be read. */
export function leftOutOf(
  { disqualified, notCounted }: Pick<RankedLeads, 'disqualified' | 'notCounted'>,
  voice: Voice,
): readonly string[] {
  const words = voice.words.leads.rank
  return [
    ...disqualified.map(({ id, reasons }) =>
      words.disqualified({ id, reasons: voice.list(reasons) }),
    ),
    ...(notCounted.length === 0 ? [] : [words.someNotCounted]),
  ]
}
