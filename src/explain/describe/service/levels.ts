import type { ServiceLevels } from '../../../service/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { durationOf } from './duration.js'

/** How many cases met their standards, by rep, period, standard and kind of customer. */
export function describeLevels(levels: ServiceLevels, voice: Voice): Document {
  const { groups, notCounted } = levels
  const words = voice.words.service.levels
  const [first, ...others] = groups
  return documentOf(levels, voice, {
    title: words.title,
    head: [...factOf(voice, 'asOf', levels.asOf), ...factOf(voice, 'per', words.per[levels.per])],
    answer: first === undefined ? words.none : groupOf(first, voice),
    sentences: [
      ...others.map((group) => groupOf(group, voice)),
      ...groups.flatMap((group) => openOf(group, voice)),
      ...(notCounted.length === 0 ? [] : [words.someNotCounted]),
    ],
    blocks: tablesOf(levels, voice),
  })
}

type Group = ServiceLevels['groups'][number]

function nameOf({ rep, period, standard, customerKind }: Group, voice: Voice): string {
  return voice.list([rep, standard, customerKind, period].filter((name) => name !== null))
}

function groupOf(group: Group, voice: Voice): string {
  const words = voice.words.service.levels
  const name = nameOf(group, voice)
  if (group.onTime === null) return words.undecided({ group: name })
  const [actual, target] = [voice.number(group.actual), voice.number(group.target)]
  return words.onTime({ group: name, onTime: voice.percent(group.onTime), actual, target })
}

function openOf(group: Group, voice: Voice): readonly string[] {
  const words = voice.words.service.levels
  const open = { open: voice.number(group.open), group: nameOf(group, voice) }
  return [
    ...(group.open === 0 ? [] : [words.open(open)]),
    ...group.lateCases.flatMap(({ case: id, late }) =>
      id === null ? [] : [words.late({ id, elapsed: durationOf(late.elapsed, voice) })],
    ),
  ]
}

function tablesOf({ groups, notCounted }: ServiceLevels, voice: Voice): readonly Block[] {
  const { fields, service } = voice.words
  const words = service.levels
  const named = {
    rep: 'text',
    period: 'text',
    standard: 'text',
    customerKind: 'text',
  } as const
  return [
    ...tableOf(voice, {
      title: words.groups,
      rows: groups,
      columns: {
        ...named,
        cases: 'number',
        met: { as: 'number', head: fields.inTime },
        late: { as: 'number', head: fields.late },
        open: { as: 'number', head: fields.open },
        actual: 'number',
        target: 'number',
        onTime: 'percent',
        clauses: { as: 'list', head: fields.clause },
      },
    }),
    ...tableOf(voice, {
      title: words.lateCases,
      rows: groups.flatMap(({ rep, period, standard, customerKind, lateCases }) =>
        lateCases.map(({ case: id, index, late }) => ({
          ...{ rep, period, standard, customerKind },
          ...{ case: id, index, lateBy: late.elapsed, lateWorking: late.working },
        })),
      ),
      columns: {
        case: 'text',
        index: { as: 'number', head: fields.place },
        lateBy: 'text',
        lateWorking: 'text',
        ...named,
      },
    }),
    ...tableOf(voice, {
      title: words.notCounted,
      rows: notCounted.flatMap(({ issues, ...one }) => issues.map((issue) => ({ ...one, issue }))),
      columns: {
        case: 'text',
        index: { as: 'number', head: fields.place },
        issue: 'issue',
      },
    }),
  ]
}
