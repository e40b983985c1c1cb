import type { Compensation, ComponentPay } from '../../../compensation/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { describeAppraisal } from '../appraisal/appraisal.js'
import { describeStatement } from '../commission/statement.js'
import { partOf } from '../common.js'

type Cap = NonNullable<Compensation['cap']>

/** What the cap of the plan took, and what let it. */
export function capSentences(
  cap: Cap | undefined,
  currency: string,
  voice: Voice,
): readonly string[] {
  if (cap === undefined || !cap.amount.startsWith('-')) return []
  const { limit, by, amount } = cap
  const sentence = voice.words.compensation.capped[by]
  return [sentence({ limit: voice.money(limit, currency), amount: voice.money(amount, currency) })]
}

/** The cap of each period, or of the one there is. */
export function capBlocks(
  caps: readonly { readonly period?: string; readonly cap?: Cap }[],
  currency: string,
  voice: Voice,
): readonly Block[] {
  const { blocks, capBy } = voice.words.compensation
  return tableOf(voice, {
    title: blocks.cap,
    rows: caps.flatMap(({ period, cap }) =>
      cap ? [{ period, limit: cap.limit, of: capBy[cap.by], cut: cap.amount }] : [],
    ),
    currency,
    columns: {
      period: 'text',
      limit: { as: 'money', head: voice.words.fields.limit },
      of: 'text',
      cut: 'money',
    },
  })
}

/** What components looked at: facts of earlier ones, their place in a table, their appraisal. */
export function lookedAt(
  components: readonly ComponentPay[],
  voice: Voice,
  name = (id: string) => id,
): readonly Block[] {
  const { compensation, colon } = voice.words
  const facts = components.flatMap(({ id, facts: looked = {} }) =>
    Object.entries(looked).map(([fact, value]) => ({ component: id, fact, value })),
  )
  const places = components.flatMap(({ id, matrix }) =>
    matrix
      ? [matrix.row, matrix.column].map(({ by, ...place }) => ({
          ...place,
          component: id,
          fact: by,
          pays: matrix.pays,
        }))
      : [],
  )
  const named = (title: string) => (name('') === '' ? title : `${name('')}${colon}${title}`)
  return [
    ...tableOf(voice, {
      title: named(compensation.blocks.facts),
      rows: facts,
      columns: { component: 'text', fact: 'text', value: 'number' },
    }),
    ...tableOf(voice, {
      title: named(compensation.blocks.matrix),
      rows: places,
      columns: {
        component: 'text',
        fact: 'text',
        figure: { as: 'number', head: voice.words.fields.value },
        step: 'text',
        pays: { as: 'percent', head: compensation.heads.pays },
      },
    }),
    ...components.flatMap(({ id, appraisal }) =>
      appraisal ? partOf(voice, name(id), describeAppraisal(appraisal, voice)) : [],
    ),
  ]
}

/** How each component's commission came about. */
export function statementsOf(components: readonly ComponentPay[], voice: Voice): readonly Block[] {
  const { asSales } = voice.words.compensation
  return components.flatMap(({ id, outcome, appraisal, matrix }) => {
    const document = describeStatement(outcome, voice)
    const target = voice.number(outcome.target ?? '0')
    const said = [
      ...(appraisal ? [asSales.score({ target })] : []),
      ...(matrix ? [asSales.matrix({ target })] : []),
    ]
    return partOf(voice, id, { ...document, sentences: [...said, ...document.sentences] })
  })
}
