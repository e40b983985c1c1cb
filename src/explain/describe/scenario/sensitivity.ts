import type { Sensitivity } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { COUNTS, figure, notComputedOf, plain, shown, unitName, withRefused } from './figures.js'

/** Which number of a policy matters most. */
export function describeSensitivity(sensitivity: Sensitivity, voice: Voice): Document {
  const { numbers, unchanged, notRaised, total, unit, refused, notComputed } = sensitivity
  const words = voice.words.scenario.sensitivity
  const said = numbers.map(({ path, value, raised, totals }) => ({
    path,
    was: shown(value, voice),
    is: shown(raised, voice),
    difference: figure(totals.difference, unit, voice),
  }))
  const [first, ...others] = said
  return documentOf(sensitivity, voice, {
    title: words.title,
    answer: withRefused(first === undefined ? words.none : words.most(first), refused, voice),
    sentences: [
      ...others.map((one) => words.then(one)),
      ...(unchanged.length === 0 ? [] : [words.unchanged({ paths: voice.list(unchanged) })]),
      ...(notRaised.length === 0 ? [] : [words.someNotRaised]),
    ],
    head: namedFact(voice, words.total, figure(total, unit, voice), 'text'),
    blocks: [...numbersOf(sensitivity, voice), ...notComputedOf(notComputed, voice)],
  })
}

function numbersOf({ numbers, unchanged, notRaised, unit }: Sensitivity, voice: Voice) {
  const { blocks, heads } = voice.words.scenario.sensitivity
  const path = { as: 'text', head: heads.path } as const
  const blocksOf: readonly Block[] = [
    ...tableOf(voice, {
      title: blocks.numbers,
      rows: numbers.map(({ totals, value, raised, ...one }) => ({
        ...one,
        ...totals,
        value: plain(value),
        raised: plain(raised),
      })),
      currency: unitName(unit, voice),
      columns: {
        path,
        value: 'number',
        raised: { as: 'number', head: heads.raised },
        now: 'money',
        then: 'money',
        difference: 'money',
        ...COUNTS,
      },
    }),
    ...tableOf(voice, {
      title: blocks.unchanged,
      rows: unchanged.map((one) => ({ path: one })),
      columns: { path },
    }),
    ...tableOf(voice, {
      title: blocks.notRaised,
      rows: notRaised.flatMap(({ issues, value, ...one }) =>
        issues.map((issue) => ({ ...one, value: plain(value), issue })),
      ),
      columns: { path, value: 'number', issue: 'issue' },
    }),
  ]
  return blocksOf
}
