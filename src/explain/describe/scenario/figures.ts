/** What what-ifs have in common: figures in their unit, counts of rows, what made a difference, and rows that were not computed. */
import type { NotComputedRow, PolicyComparison, Reason } from '../../../scenario/index.js'
import type { Block } from '../../document.js'
import { isZero, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { wordFor } from '../common.js'

type Unit = 'points' | 'grades'

function isCounted(unit: string): unit is Unit {
  return unit === 'points' || unit === 'grades'
}

/** An amount of money, points or grades. */
export function figure(value: string, unit: string, voice: Voice): string {
  if (!isCounted(unit)) return voice.money(value, unit)
  return voice.words.scenario.units[unit]({ value: voice.number(value) })
}

/** What stands in the head of a column of such figures. */
export function unitName(unit: string, { words }: Voice): string {
  return isCounted(unit) ? words.scenario.unitNames[unit] : unit
}

/** A value of a policy or of a derivation: a number, a word, or a text. */
export function shown(value: unknown, voice: Voice): string {
  if (typeof value === 'boolean') return value ? voice.words.yes : voice.words.no
  if (typeof value === 'number') return voice.number(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  return DECIMAL.test(value) ? voice.number(value) : wordFor(voice, value)
}

/** How values of a policy stand in a column: as numbers, where all of them are. */
export function kindOf(values: readonly unknown[]): 'number' | 'text' {
  return values.every((value) => DECIMAL.test(plain(value))) ? 'number' : 'text'
}

/** A value of a policy as it is written there. */
export function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const DECIMAL = /^-?\d+(\.\d+)?$/

/** By how much the total changes. */
export function totalSentence(
  { now, then, difference }: PolicyComparison['totals'],
  unit: string,
  voice: Voice,
): string {
  const words = voice.words.scenario
  const [was, is] = [figure(now, unit, voice), figure(then, unit, voice)]
  if (isZero(difference) || difference === '0') return words.same({ total: was })
  const change = { was, is, difference: figure(difference, unit, voice) }
  return difference.startsWith('-') ? words.falls(change) : words.rises(change)
}

/** The step of the rules that made the difference, and what it was and would be. */
export function reasonText({ step, id, now, then }: Reason, voice: Voice): string {
  const words = voice.words.scenario
  const name = reasonName({ step, id }, voice)
  const what = id === null ? name : words.stepOf({ step: name, id })
  if (now === null && then === null) return what
  const [was, is] = [now, then].map((value) =>
    value === null ? words.nothing : shown(value, voice),
  )
  return words.because({ what, was: was ?? '', is: is ?? '' })
}

/** The step of a reason; without the id of a tier, its values are the tiers themselves. */
export function reasonName({ step, id }: Pick<Reason, 'id' | 'step'>, voice: Voice): string {
  return step === 'tier' && id === null ? voice.words.scenario.tierReached : stepName(step, voice)
}

export function stepName(step: string, voice: Voice): string {
  const { steps } = voice.words.scenario
  const known: Readonly<Record<string, string>> = steps
  return Object.hasOwn(known, step) ? (known[step] ?? step) : wordFor(voice, step)
}

/** Rows that could not be computed, and why. */
export function notComputedOf(rows: readonly NotComputedRow[], voice: Voice): readonly Block[] {
  const words = voice.words.scenario
  return tableOf(voice, {
    title: words.blocks.notComputed,
    rows: rows.flatMap(({ issues, by, ...row }) =>
      issues.map((issue) => ({ ...row, issue, by: words.by[by] })),
    ),
    columns: {
      id: 'text',
      group: 'text',
      by: { as: 'text', head: words.heads.by },
      issue: 'issue',
    },
  })
}

/** An answer, and how many rows are not in it: whoever reads one line alone has to see it. */
export function withRefused(answer: string, refused: number, voice: Voice): string {
  if (refused === 0) return answer
  const { space, scenario } = voice.words
  return `${answer}${space}${scenario.refused({ refused: voice.number(refused) })}`
}

/** The columns of rows that are counted by what became of them. */
export const COUNTS = {
  rows: 'number',
  computed: 'number',
  gain: 'number',
  lose: 'number',
  unchanged: 'number',
  refused: 'number',
} as const
