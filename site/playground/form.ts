/** A policy as fields: what is turned most, of each kind. Everything else is edited in the text of it, and both are one document. */
import type { PlacedIssue } from './answer.js'
import {
  isObject,
  type Json,
  type JsonObject,
  type Path,
  typed,
  valueAt,
  withValueAt,
} from './document.js'
import type { Kind } from './kinds.js'
import { withFittingProvenance } from './provenance.js'
import type { FieldName, Words } from './words/words.js'

export interface Field {
  readonly path: Path
  readonly label: string
  readonly value: string
  /** What may be chosen; without them, a text is typed. */
  readonly choices?: readonly Choice[]
  /** What nothing in it means: the field is taken out, there is no end (null), or the text is empty. */
  readonly empty: 'out' | 'null' | 'text'
  /** What is put there when it is switched on. */
  readonly on?: JsonObject
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Fields that belong together: of a tier, of a criterion. */
export interface Group {
  readonly title: string
  readonly fields: readonly Field[]
  /** Where the entry is that can be taken out. */
  readonly entry?: Path
}

export interface Section {
  readonly path: Path
  readonly title: string
  readonly groups: readonly Group[]
  /** The document with an entry more. */
  readonly longer?: JsonObject
}

export function formOf(kind: Kind, document: JsonObject, words: Words): readonly Section[] {
  if (kind === 'commission') return commissionForm(document, words)
  return kind === 'appraisal' ? appraisalForm(document, words) : leadForm(document, words)
}

/** The document with what was typed or chosen in a field. */
export function edited(document: JsonObject, field: Field, text: string): JsonObject {
  const value = writtenIn(document, field, text)
  const changed = withValueAt(document, field.path, value)
  return value === undefined ? withFittingProvenance(changed) : changed
}

/** What a text stands for in a field; undefined for nothing. */
function writtenIn(document: JsonObject, field: Field, text: string): Json | undefined {
  const { path, empty, on } = field
  if (text === '' && empty !== 'text') return empty === 'null' ? null : undefined
  return on ?? typed(text, valueAt(document, path))
}

/** Each issue at the nearest field or section, by where it stands in the form; what is nowhere in it comes last. */
export function placeIssues(
  form: readonly Section[],
  issues: readonly PlacedIssue[],
): PlacedIssues {
  const fields = form.flatMap(({ groups }) => groups.flatMap((group) => group.fields))
  const places = [...fields, ...form].map(({ path }) => path).sort((a, b) => b.length - a.length)
  const at = new Map<string, string[]>()
  const elsewhere: string[] = []
  for (const { path, text } of issues) {
    const place = places.find((one) => one.every((step, index) => step === path[index]))
    if (place === undefined) elsewhere.push(text)
    else at.set(keyOf(place), [...(at.get(keyOf(place)) ?? []), text])
  }
  return { at, elsewhere }
}

export interface PlacedIssues {
  readonly at: ReadonlyMap<string, readonly string[]>
  readonly elsewhere: readonly string[]
}

/** Also the id of the field in the page. */
export function keyOf(path: Path): string {
  return path.join('.')
}

/** Makes the fields of one document. */
function fieldsOf(document: JsonObject, { fields, choices }: Words) {
  const textAt = (path: Path) => {
    const value = valueAt(document, path)
    return typeof value === 'object' || value === undefined ? '' : String(value)
  }
  const text = (path: Path, name: FieldName, empty: Field['empty'] = 'text'): Field => ({
    path,
    label: fields[name],
    value: textAt(path),
    empty,
  })
  const choice = (path: Path, name: FieldName, values: readonly string[]): Field => ({
    ...text(path, name),
    choices: values.map((value) => ({ value, label: choices[value] ?? value })),
  })
  const optional = (path: Path, name: FieldName, values: readonly string[]): Field => ({
    ...choice(path, name, ['', ...values]),
    empty: 'out',
  })
  return { text, choice, optional }
}

const MODES = ['marginal', 'whole-amount', 'interpolated']
const ROUNDINGS = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor']
const BASES = ['amount', 'margin', 'amount-without-tax', 'margin-without-tax']

function commissionForm(document: JsonObject, words: Words): readonly Section[] {
  const { text, choice, optional } = fieldsOf(document, words)
  const { sections } = words
  const single = (path: Path, title: string, fields: readonly Field[]): Section => ({
    path,
    title,
    groups: [{ title: '', fields }],
  })
  return [
    single([], sections.plan, [
      text(['id'], 'id', 'out'),
      text(['version'], 'version', 'out'),
      text(['currency'], 'currency'),
      optional(['base'], 'base', BASES),
      optional(['tiersPer'], 'tiersPer', ['month', 'quarter', 'half-year', 'year']),
    ]),
    single(['scale'], sections.scale, [
      choice(['scale', 'mode'], 'mode', MODES),
      optional(['scale', 'boundary'], 'boundary', ['upper-tier', 'lower-tier']),
      optional(['scale', 'thresholds'], 'thresholds', ['money', 'attainment', 'units']),
    ]),
    tierSection(document, words),
    gateSection(document, words),
    single(['cap'], sections.cap, [
      text(['cap', 'amount'], 'capAmount', 'out'),
      text(['cap', 'rate'], 'capRate', 'out'),
      text(['cap', 'base'], 'capBase', 'out'),
    ]),
    single(['rounding'], sections.rounding, [
      optional(['rounding', 'mode'], 'roundingMode', ROUNDINGS),
      text(['rounding', 'decimals'], 'decimals', 'out'),
      optional(['rounding', 'at'], 'roundingAt', ['total', 'line']),
      text(['rounding', 'increment'], 'increment', 'out'),
    ]),
  ]
}

function tierSection(document: JsonObject, words: Words): Section {
  const { text } = fieldsOf(document, words)
  const path = ['scale', 'tiers']
  const tiers = entriesOf(document, path)
  const paid = (['rate', 'multiple', 'amount'] as const).filter((key) =>
    tiers.some((tier) => key in tier),
  )
  const groups = tiers.map((tier, at) => ({
    title: nameOf(tier, at),
    entry: [...path, at],
    fields: [
      text([...path, at, 'id'], 'id'),
      text([...path, at, 'upTo'], 'upTo', 'null'),
      ...paid.map((key) => text([...path, at, key], key, key in tier ? 'text' : 'out')),
    ],
  }))
  return { path, title: words.sections.tiers, groups, ...longerTiers(document, tiers) }
}

/** The last tier is cut in two that pay the same, which changes nothing yet. */
function longerTiers(document: JsonObject, tiers: readonly JsonObject[]) {
  const last = tiers.at(-1)
  if (last === undefined) return {}
  const start = tiers.at(-2)?.['upTo'] ?? 0
  const inMoney = valueAt(document, ['scale', 'thresholds']) !== 'attainment'
  const upTo = middleOf(String(start), String(last['upTo'] ?? ''), inMoney ? '1000000' : '1')
  const added = { ...last, id: newId(tiers, 'tier'), upTo }
  return { longer: withValueAt(document, ['scale', 'tiers'], [...tiers.slice(0, -1), added, last]) }
}

/** Half-way between two decimals, twice the first where there is no second, and a usual one where there is neither. */
function middleOf(from: string, to: string, usual: string): string {
  const plain = /^\d{1,30}(\.\d{1,12})?$/
  if (!plain.test(from) || (to === '' && Number(from) === 0)) return usual
  const scaled = (text: string) => {
    const [whole = '', part = ''] = text.split('.')
    return BigInt(whole + part.padEnd(12, '0'))
  }
  const end = plain.test(to) ? scaled(to) : scaled(from) * 3n
  const middle = String(((scaled(from) + end) / 2n) as bigint).padStart(13, '0')
  return `${middle.slice(0, -12)}.${middle.slice(-12)}`.replace(/\.?0+$/, '')
}

function gateSection(document: JsonObject, words: Words): Section {
  const { text, optional } = fieldsOf(document, words)
  const path = ['gate']
  const isOn = isObject(valueAt(document, path))
  const hasGate = valueAt(document, ['gate', 'attainment']) !== undefined
  const gate: Field = {
    ...text(path, 'gate', 'out'),
    choices: ['', 'on'].map((value) => ({ value, label: words.choices[value || 'off'] ?? value })),
    value: isOn ? 'on' : '',
    on: { attainment: '1' },
  }
  const inside = [
    // Emptied to be written anew, it does not take the gate with it.
    text(['gate', 'attainment'], 'attainment', hasGate ? 'text' : 'out'),
    optional(['gate', 'counts'], 'counts', ['all', 'above-target', 'above-gate']),
    text(['gate', 'below'], 'below', 'out'),
  ]
  const fields = isOn ? [gate, ...inside] : [gate]
  return { path, title: words.sections.gate, groups: [{ title: '', fields }] }
}

function appraisalForm(document: JsonObject, words: Words): readonly Section[] {
  const { text } = fieldsOf(document, words)
  return [
    scoreSection(document, words, [text(['maximum'], 'maximum', 'out')]),
    partsSection(document, words, 'indicators'),
  ]
}

function leadForm(document: JsonObject, words: Words): readonly Section[] {
  const { choice, text } = fieldsOf(document, words)
  const bands = entriesOf(document, ['bands'])
  const ids = bands.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  return [
    scoreSection(document, words, [choice(['highValueFrom'], 'highValueFrom', ids)]),
    partsSection(document, words, 'criteria'),
    {
      path: ['bands'],
      title: words.sections.bands,
      groups: bands.map((band, at) => ({
        title: nameOf(band, at),
        entry: ['bands', at],
        fields: [text(['bands', at, 'id'], 'id'), text(['bands', at, 'from'], 'from')],
      })),
    },
  ]
}

function scoreSection(document: JsonObject, words: Words, more: readonly Field[]): Section {
  const { text, choice, optional } = fieldsOf(document, words)
  const fields = [
    text(['id'], 'id', 'out'),
    text(['version'], 'version', 'out'),
    choice(['missing'], 'missing', ['refuse', 'zero', 'reweight']),
    text(['decimals'], 'decimals', 'out'),
    optional(['rounding'], 'roundingMode', ROUNDINGS),
    ...more,
  ]
  return { path: [], title: words.sections.score, groups: [{ title: '', fields }] }
}

function partsSection(
  document: JsonObject,
  words: Words,
  list: 'criteria' | 'indicators',
): Section {
  const { text } = fieldsOf(document, words)
  const entries = entriesOf(document, [list])
  const added = { id: newId(entries, 'part'), weight: 0, curve: { kind: 'points', maximum: 100 } }
  return {
    path: [list],
    title: words.sections[list],
    groups: entries.map((entry, at) => ({
      title: nameOf(entry, at),
      entry: [list, at],
      fields: [
        text([list, at, 'id'], 'id'),
        text([list, at, 'weight'], 'weight'),
        ...curveFields(document, [list, at, 'curve'], words),
      ],
    })),
    longer: withValueAt(document, [list], [...entries, added]),
  }
}

/** Every number of a curve, whatever its kind. */
function curveFields(document: JsonObject, path: Path, { curve }: Words): readonly Field[] {
  return leavesOf(valueAt(document, path)).map(({ path: inner, value }) => ({
    path: [...path, ...inner],
    label: curve(inner),
    value: String(value),
    empty: 'text',
  }))
}

interface Leaf {
  readonly path: Path
  readonly value: number | string
}

function leavesOf(value: Json | undefined, path: Path = []): readonly Leaf[] {
  if (typeof value === 'number' || typeof value === 'string')
    return path.length === 0 || ['kind', 'currency'].includes(String(path.at(-1)))
      ? []
      : [{ path, value }]
  if (Array.isArray(value))
    return value.flatMap((inner: Json, at) => leavesOf(inner, [...path, at]))
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : []
}

function entriesOf(document: JsonObject, path: Path): readonly JsonObject[] {
  const list = valueAt(document, path)
  return Array.isArray(list) ? list.map((entry: Json) => (isObject(entry) ? entry : {})) : []
}

function nameOf(entry: JsonObject, at: number): string {
  const { id } = entry
  return typeof id === 'string' && id !== '' ? id : `${at + 1}`
}

function newId(entries: readonly JsonObject[], name: string): string {
  const ids = new Set(entries.map(({ id }) => id))
  let number = entries.length + 1
  while (ids.has(`${name}-${number}`)) number += 1
  return `${name}-${number}`
}
