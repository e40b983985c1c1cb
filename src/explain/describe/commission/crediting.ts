import type { Crediting } from '../../../commission/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Whose each line is, and why; what managers have of it; and what is nobody's. */
export function describeCrediting(crediting: Crediting, voice: Voice): Document {
  const { payees, notCredited, overrides, notOverridden, teams = [], notInTeams = [] } = crediting
  const words = voice.words.crediting
  const list = payees.map(({ payee, sales }) => words.payee({ payee, sales: voice.number(sales) }))
  return documentOf(crediting, voice, {
    title: words.title,
    answer: list.length === 0 ? words.nobody : words.credited({ payees: voice.list(list) }),
    sentences: [
      ...(overrides.length === 0 ? [] : [words.overridden]),
      ...teams.map(({ manager, sales }) => words.team({ manager, sales: voice.number(sales) })),
      ...(notCredited.length === 0 ? [] : [words.someNotCredited]),
      ...(notOverridden.length + notInTeams.length === 0 ? [] : [words.someWithoutManager]),
    ],
    blocks: [
      ...payeesOf(crediting, voice),
      ...linesOf(crediting, voice),
      ...managersOf(crediting, voice),
      ...leftOut(crediting, voice),
    ],
  })
}

function payeesOf({ payees }: Crediting, voice: Voice): readonly Block[] {
  const { blocks } = voice.words.crediting
  return [
    ...tableOf(voice, {
      title: blocks.payees,
      rows: payees.flatMap(({ payee, sales, otherSales = {} }) => [
        { payee, sales, currency: undefined },
        ...Object.entries(otherSales).map(([currency, other]) => ({
          payee,
          sales: other,
          currency,
        })),
      ]),
      columns: { payee: 'text', sales: 'number', currency: 'text' },
    }),
  ]
}

function linesOf({ lines }: Crediting, voice: Voice): readonly Block[] {
  const words = voice.words.crediting
  return tableOf(voice, {
    title: words.blocks.lines,
    rows: lines.flatMap(({ id, amount: whole, currency, by, shares }) =>
      shares.map((share) => ({ id, whole, currency, by: words.by[by], ...share })),
    ),
    columns: {
      id: { as: 'text', head: voice.words.fields.line },
      whole: { as: 'number', head: words.heads.whole },
      currency: 'text',
      by: { as: 'text', head: words.heads.by },
      payee: 'text',
      amount: { as: 'number', head: voice.words.fields.credited },
      overlay: 'yes-no',
    },
  })
}

function managersOf({ overrides, teams = [] }: Crediting, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.crediting
  return [
    ...tableOf(voice, {
      title: blocks.overrides,
      rows: overrides,
      columns: {
        manager: 'text',
        level: { as: 'number', head: heads.level },
        payee: 'text',
        line: 'text',
        date: 'date',
        base: 'number',
        rate: 'percent',
        amount: 'number',
      },
    }),
    ...tableOf(voice, {
      title: blocks.teams,
      rows: teams.flatMap(({ manager, sales, otherSales = {} }) => [
        { manager, sales, currency: undefined },
        ...Object.entries(otherSales).map(([currency, other]) => ({
          manager,
          sales: other,
          currency,
        })),
      ]),
      columns: { manager: 'text', sales: 'number', currency: 'text' },
    }),
    ...tableOf(voice, {
      title: blocks.members,
      rows: teams.flatMap(({ manager, members }) => members.map((one) => ({ ...one, manager }))),
      columns: {
        manager: 'text',
        line: 'text',
        level: { as: 'number', head: heads.level },
        payee: 'text',
        of: { as: 'text', head: heads.of },
        amount: 'number',
      },
    }),
  ]
}

function leftOut(
  { notCredited, notOverridden, notInTeams = [] }: Crediting,
  voice: Voice,
): readonly Block[] {
  const { blocks } = voice.words.crediting
  const columns = { line: 'text', payee: 'text', issue: 'issue' } as const
  return [
    ...tableOf(voice, {
      title: blocks.notCredited,
      rows: notCredited,
      columns: { id: 'text', amount: 'number', currency: 'text', issue: 'issue' },
    }),
    ...tableOf(voice, { title: blocks.notOverridden, rows: notOverridden, columns }),
    ...tableOf(voice, { title: blocks.notInTeams, rows: notInTeams, columns }),
  ]
}
