import type { Issue } from '../../../kernel/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

interface Unread {
  readonly id: string | null
  readonly index: number
  readonly issues: readonly Issue[]
}

/** Rows that cannot be read, and what is wrong with each. */
export function unreadOf(voice: Voice, title: string, rows: readonly Unread[]): readonly Block[] {
  const { fields } = voice.words
  return tableOf(voice, {
    title,
    rows: rows.flatMap(({ issues, ...row }) => issues.map((issue) => ({ ...row, issue }))),
    columns: { id: 'text', index: { as: 'number', head: fields.place }, issue: 'issue' },
  })
}
