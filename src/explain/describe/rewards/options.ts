import type { OptionGrants } from '../../../rewards/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf } from '../common.js'

/** What is granted out of a pool, and why a request was cut. */
export function describeOptions(options: OptionGrants, voice: Voice): Document {
  const words = voice.words.rewards.options
  return documentOf(options, voice, {
    title: words.title,
    head: factOf(voice, 'plan', options.plan),
    answer: words.granted({
      available: voice.number(options.available),
      granted: voice.number(options.granted),
      left: voice.number(options.left),
    }),
    sentences: options.grants.flatMap((grant) => cutOf(grant, voice)),
    blocks: tablesOf(options, voice),
  })
}

function cutOf(grant: OptionGrants['grants'][number], voice: Voice): readonly string[] {
  const { id, reason } = grant
  if (reason === null) return []
  const [granted, requested] = [voice.number(grant.granted), voice.number(grant.requested)]
  const words = voice.words.rewards.options
  return [
    words.cut({ id, granted, requested, reason: voice.word(reason) }),
    ...gapsOf(voice, grant.checks),
  ]
}

function tablesOf(options: OptionGrants, voice: Voice): readonly Block[] {
  const { checks, fields, rewards } = voice.words
  const words = rewards.options
  const left = { as: 'number', head: fields.optionsLeft } as const
  const granted = { as: 'number', head: fields.optionsGranted } as const
  return [
    ...tableOf(voice, {
      title: words.pool,
      rows: [options],
      columns: { available: 'number', granted, left },
    }),
    ...tableOf(voice, {
      title: words.projects,
      rows: options.projects,
      columns: { id: 'text', requested: 'number', granted, left },
    }),
    ...tableOf(voice, {
      title: words.grants,
      rows: options.grants,
      columns: {
        id: 'text',
        project: 'text',
        requested: 'number',
        granted,
        cut: { as: 'number', head: voice.words.fields.cutOptions },
        reason: 'word',
      },
    }),
    ...checksOf(
      voice,
      checks.title,
      options.grants.flatMap((one) => one.checks.map((check) => ({ ...check, rule: one.id }))),
    ),
  ]
}
