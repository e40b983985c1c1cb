import type { ChangedRow, PolicyComparison } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, wordFor } from '../common.js'
import {
  COUNTS,
  figure,
  notComputedOf,
  reasonText,
  stepName,
  totalSentence,
  unitName,
} from './figures.js'

/** What another policy would change: the total, who gains and who loses, and by which step of the rules. */
export function describeComparison(comparison: PolicyComparison, voice: Voice): Document {
  const { totals, unit, assumes, winners, losers, notComputed } = comparison
  const words = voice.words.scenario
  return documentOf(comparison, voice, {
    title: words.comparison,
    answer: totalSentence(totals, unit, voice),
    sentences: [
      countSentence(comparison, voice),
      ...costSentence(comparison, voice),
      ...winners.slice(0, 1).map((row) => changedSentence(row, 'gainsMost', unit, voice)),
      ...losers.slice(0, 1).map((row) => changedSentence(row, 'losesMost', unit, voice)),
      ...(assumes === null ? [] : [words.assumes({ assumes })]),
    ],
    head: factOf(voice, 'assumes', assumes),
    blocks: [
      ...policiesOf(comparison, voice),
      ...totalsOf(comparison, voice),
      ...spreadOf(comparison, voice),
      ...changedOf(words.blocks.winners, winners, unit, voice),
      ...changedOf(words.blocks.losers, losers, unit, voice),
      ...notComputedOf(notComputed, voice),
    ],
  })
}

type Counts = Pick<PolicyComparison, 'rows' | 'gain' | 'lose' | 'unchanged' | 'refused'>

export function countSentence(counts: Counts, voice: Voice): string {
  const { number } = voice
  const words = voice.words.scenario
  const counted = words.counts({
    rows: number(counts.rows),
    gain: number(counts.gain),
    lose: number(counts.lose),
    unchanged: number(counts.unchanged),
  })
  return counts.refused === 0
    ? counted
    : `${counted}${voice.words.space}${words.refused({ refused: number(counts.refused) })}`
}

function costSentence({ costRatio }: PolicyComparison, voice: Voice): readonly string[] {
  if (costRatio === null || costRatio.now === null || costRatio.then === null) return []
  const [was, is] = [voice.percent(costRatio.now), voice.percent(costRatio.then)]
  return [voice.words.scenario.cost({ was, is })]
}

function changedSentence(
  { id, difference, reason }: ChangedRow,
  how: 'gainsMost' | 'losesMost',
  unit: string,
  voice: Voice,
): string {
  return voice.words.scenario[how]({
    id,
    difference: figure(difference, unit, voice),
    reason: reasonText(reason, voice),
  })
}

function policiesOf({ now, then }: PolicyComparison, voice: Voice): readonly Block[] {
  const { fields, scenario } = voice.words
  return tableOf(voice, {
    title: scenario.blocks.policies,
    rows: [
      { which: fields.now, ...now },
      { which: fields.then, ...then },
    ],
    columns: {
      which: { as: 'text', head: scenario.heads.which },
      id: { as: 'text', head: fields.policy },
      version: 'text',
      effectiveFrom: 'text',
      fingerprint: 'text',
    },
  })
}

/** In all, and group by group. */
function totalsOf(comparison: PolicyComparison, voice: Voice): readonly Block[] {
  const { groups, unit } = comparison
  const words = voice.words.scenario
  const rowOf = (one: Omit<(typeof groups)[number], 'group'>, group: string | null) => ({
    ...one,
    ...one.totals,
    group,
    costNow: one.costRatio?.now,
    costThen: one.costRatio?.then,
  })
  const isOne = groups.length < 2
  const all = rowOf(comparison, isOne ? (groups[0]?.group ?? null) : words.all)
  const each = groups.map((one) => rowOf(one, one.group))
  return tableOf(voice, {
    title: words.blocks.totals,
    rows: isOne ? [all] : each,
    currency: unitName(unit, voice),
    columns: {
      group: 'text',
      ...COUNTS,
      now: 'money',
      then: 'money',
      difference: 'money',
      costNow: { as: 'percent', head: words.heads.costNow },
      costThen: { as: 'percent', head: words.heads.costThen },
    },
    ...(!isOne && { total: all }),
  })
}

/** Where the rows are: by part of them, and by what they reached. */
function spreadOf({ quantiles, classes, unit }: PolicyComparison, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.scenario
  return [
    ...tableOf(voice, {
      title: blocks.quantiles,
      rows: quantiles,
      currency: unitName(unit, voice),
      columns: { at: { as: 'percent', head: heads.at }, now: 'money', then: 'money' },
    }),
    ...tableOf(voice, {
      title: blocks.classes,
      rows: classes,
      columns: { class: { as: 'text', head: heads.class }, now: 'number', then: 'number' },
    }),
  ]
}

function changedOf(
  title: string,
  rows: readonly ChangedRow[],
  unit: string,
  voice: Voice,
): readonly Block[] {
  const { heads } = voice.words.scenario
  const told = (value: string | null) => (value === null ? null : wordFor(voice, value))
  return tableOf(voice, {
    title,
    rows: rows.map(({ reason, ...row }) => ({
      ...row,
      step: stepName(reason.step, voice),
      of: reason.id,
      stepNow: told(reason.now),
      stepThen: told(reason.then),
    })),
    currency: unitName(unit, voice),
    columns: {
      id: 'text',
      group: 'text',
      now: 'money',
      then: 'money',
      difference: 'money',
      step: { as: 'text', head: heads.step },
      of: 'text',
      stepNow: { as: 'value', head: heads.stepNow },
      stepThen: { as: 'value', head: heads.stepThen },
    },
  })
}
