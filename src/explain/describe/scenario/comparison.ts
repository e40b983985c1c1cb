import type { ChangedRow, PolicyComparison } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import type { Beside } from '../beside.js'
import { documentOf, wordFor } from '../common.js'
import { changesOf } from '../policy/changes.js'
import { changesTable } from '../policy/edits.js'
import {
  COUNTS,
  figure,
  notComputedOf,
  reasonName,
  reasonText,
  totalSentence,
  unitName,
  withRefused,
} from './figures.js'

/** What another policy would change: the total, who gains and who loses, and by which step of the rules. */
export function describeComparison(
  comparison: PolicyComparison,
  voice: Voice,
  beside: Beside = {},
): Document {
  const { totals, unit, assumes, winners, losers, refused, notComputed } = comparison
  const words = voice.words.scenario
  return documentOf(comparison, voice, {
    title: words.comparison,
    answer: withRefused(totalSentence(totals, unit, voice), refused, voice),
    sentences: [
      countSentence(comparison, voice),
      ...classSentence(comparison, voice),
      ...costSentence(comparison, voice),
      ...changedSentence(winners, GAINS, unit, voice),
      ...changedSentence(losers, LOSES, unit, voice),
      ...(assumes === null ? [] : [words.assumes({ assumes })]),
    ],
    head: factOf(voice, 'assumes', assumes),
    blocks: [
      ...policiesOf(comparison, voice, beside),
      ...totalsOf(comparison, voice),
      ...spreadOf(comparison, voice),
      ...changedOf(words.blocks.winners, winners, unit, voice),
      ...changedOf(words.blocks.losers, losers, unit, voice),
      ...notComputedOf(notComputed, voice),
    ],
  })
}

type Counts = Pick<PolicyComparison, 'rows' | 'gain' | 'lose' | 'unchanged'>

export function countSentence(counts: Counts, voice: Voice): string {
  const { number, words } = voice
  return words.scenario.counts({
    rows: number(counts.rows),
    gain: number(counts.gain),
    lose: number(counts.lose),
    unchanged: number(counts.unchanged),
  })
}

function costSentence({ costRatio }: PolicyComparison, voice: Voice): readonly string[] {
  if (costRatio === null || costRatio.now === null || costRatio.then === null) return []
  const [was, is] = [voice.percent(costRatio.now), voice.percent(costRatio.then)]
  return [voice.words.scenario.cost({ was, is })]
}

/** What can be seen where the figures stay as they are, too. */
function classSentence({ reclassified }: PolicyComparison, voice: Voice): readonly string[] {
  if (reclassified === 0) return []
  return [voice.words.scenario.reclassified({ count: voice.number(reclassified) })]
}

const GAINS = { one: 'gainsMost', several: 'gainMost' } as const
const LOSES = { one: 'losesMost', several: 'loseMost' } as const

/** Who gains or loses most; of several who do so alike, the first one, and that there are others. */
function changedSentence(
  rows: readonly ChangedRow[],
  how: typeof GAINS | typeof LOSES,
  unit: string,
  voice: Voice,
): readonly string[] {
  const [first] = rows
  if (first === undefined) return []
  const said = {
    id: first.id,
    difference: figure(first.difference, unit, voice),
    reason: reasonText(first.reason, voice),
  }
  const { scenario } = voice.words
  const isAlone = rows[1]?.difference !== first.difference
  return [scenario[isAlone ? how.one : how.several](said)]
}

/** The two policies, by name, and what differs between them; with the policy of now beside it, also what it is there. */
export function policiesOf(
  { now, then, changes }: Pick<PolicyComparison, 'changes' | 'now' | 'then'>,
  voice: Voice,
  { policy }: Beside,
): readonly Block[] {
  const { fields, scenario } = voice.words
  const named = tableOf(voice, {
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
  const differing = changesOf(changes, policy)
  return [...named, ...changesTable(scenario.blocks.changes, differing, voice)]
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
      step: reasonName(reason, voice),
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
