import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { DifferenceCause } from '../../verify/causes.js'
import type { DifferencePart, OutcomeDifference } from '../../verify/diffOutcomes.js'
import type { Voice } from '../../voice.js'
import { documentOf, wordFor } from '../common.js'

/** Why it is less, or more, than before: the parts that changed, and what that came from. */
export function describeDifference(change: OutcomeDifference, voice: Voice): Document {
  const words = voice.words.difference
  return documentOf(change, voice, {
    title: words.title,
    answer: answerOf(change, voice),
    sentences: [
      ...change.parts.map((part) => partSentence(part, change, voice)),
      ...causesBeside(change).map((cause) => causeSentence(cause, change, voice)),
    ],
    blocks: [...partsOf(change, voice), ...causesOf(change, voice), ...inputsOf(change, voice)],
  })
}

function answerOf({ was, is, difference, unit }: OutcomeDifference, voice: Voice): string {
  const words = voice.words.difference
  const write = writerOf(unit, voice)
  const change = { by: write(difference.replace('-', '')), was: write(was), is: write(is) }
  if (was === is) return words.stays(change)
  return difference.startsWith('-') ? words.falls(change) : words.rises(change)
}

/** Points have no currency. */
function writerOf(unit: string, voice: Voice): (value: string) => string {
  return unit === 'points' ? voice.number : (value) => voice.money(value, unit)
}

function partSentence(part: DifferencePart, { unit }: OutcomeDifference, voice: Voice): string {
  const difference = writerOf(unit, voice)(part.difference)
  return voice.words.difference.part({ name: nameOf(part, voice), difference })
}

function nameOf({ kind, id }: DifferencePart, voice: Voice): string {
  const { chart, difference, values } = voice.words
  const named: Readonly<Record<string, string>> = { ...values, ...chart.parts }
  const word = named[kind] ?? kind
  return id === null ? word : difference.named({ kind: word, id })
}

/** Causes that are not told as parts already. */
function causesBeside({ causes, parts }: OutcomeDifference): readonly DifferenceCause[] {
  return causes.filter(
    ({ field, id, component, was, is }) =>
      component !== undefined ||
      !parts.some(
        (part) => part.kind === field && part.id === id && part.was === was && part.is === is,
      ),
  )
}

function causeSentence(
  { field, id, component, was, is }: DifferenceCause,
  { unit }: OutcomeDifference,
  voice: Voice,
): string {
  const { corrections } = voice.words.settlement
  const of = [component, id].filter((name) => name !== undefined && name !== null)
  const label = labelOf(field, voice)
  const what = of.length === 0 ? label : `${label} ${of.join(' ')}`
  const shown = (value: string) => figureOf(field, value, unit, voice)
  if (was === null)
    return is === null ? corrections.only({ what }) : corrections.now({ what, is: shown(is) })
  if (is === null) return corrections.before({ what, was: shown(was) })
  return voice.words.difference.changed({ what, was: shown(was), is: shown(is) })
}

type Field = DifferenceCause['field']

/** A figure as its field has it: a number, a ratio, an amount of money, or words. */
function figureOf(field: Field, value: string, unit: string, voice: Voice): string {
  if (RATIOS.includes(field)) return voice.percent(value)
  if (NUMBERS.includes(field)) return voice.number(value)
  return unit === 'points' || WORDS.includes(field)
    ? wordFor(voice, value)
    : voice.money(value, unit)
}

const RATIOS: readonly Field[] = ['coefficient', 'attainment']

/** Sales may be counted in units. */
const NUMBERS: readonly Field[] = [
  'sales',
  'target',
  'credited',
  'exchange-rate',
  'points',
  'weight',
  'score',
  'days',
]

const WORDS: readonly Field[] = [
  'policy',
  'gate',
  'kpi-multiplier',
  'multiplier',
  'measure',
  'accelerator',
  'check',
  'condition',
  'not-counted',
  'row',
  'column',
  'disqualified',
]

function labelOf(field: DifferenceCause['field'], voice: Voice): string {
  const labels: Readonly<Record<string, string>> = {
    ...voice.words.settlement.corrections.reasons,
    ...voice.words.difference.causes,
  }
  return labels[field] ?? field
}

function partsOf({ parts, unit, difference }: OutcomeDifference, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.difference
  return tableOf(voice, {
    title: blocks.parts,
    rows: parts.map((part) => ({ ...part, part: nameOf(part, voice) })),
    ...(unit !== 'points' && { currency: unit }),
    columns: {
      part: { as: 'text', head: heads.part },
      rule: 'text',
      was: { as: 'money', head: heads.was },
      is: { as: 'money', head: heads.is },
      difference: 'money',
    },
    total: { difference },
  })
}

function causesOf(change: OutcomeDifference, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.difference
  return tableOf(voice, {
    title: blocks.causes,
    rows: causesBeside(change).map((cause) => ({ ...cause, cause: labelOf(cause.field, voice) })),
    columns: {
      cause: { as: 'text', head: heads.cause },
      id: 'text',
      component: 'text',
      was: { as: 'value', head: heads.was },
      is: { as: 'value', head: heads.is },
    },
  })
}

function inputsOf({ inputs }: OutcomeDifference, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.difference
  const rows = (inputs ?? []).map(({ path, was, is }) => ({
    place: path.join('.'),
    was: plainText(was),
    is: plainText(is),
  }))
  return tableOf(voice, {
    title: blocks.inputs,
    rows,
    columns: {
      place: { as: 'text', head: heads.place },
      was: { as: 'text', head: heads.was },
      is: { as: 'text', head: heads.is },
    },
  })
}

/** What was given, as it was given: a text, a number, or the JSON of more. */
function plainText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
