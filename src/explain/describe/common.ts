/** What descriptions of all rooms have in common: head and foot, checks. */
import {
  attempt,
  type Check,
  digestOf,
  type Issue,
  type PolicyReference,
  type ScorePart,
} from '../../kernel/index.js'
import type { OwnPeriod } from '../../kernel/time/time.js'
import { inCapitals } from '../capitals.js'
import type { Block, Document, Fact } from '../document.js'
import { factOf, factsBlock, tableOf, textCell } from '../table.js'
import type { Keyword, Voice } from '../voice.js'

/** What an outcome may say of itself: whom and what it is about, by which policy and clauses. */
interface Described {
  readonly payee?: string | null
  readonly employee?: string | null
  readonly customer?: string | null
  readonly period?: string | OwnPeriod | null
  readonly year?: string | null
  readonly policy?: PolicyReference
  readonly clauses?: readonly string[]
}

interface Parts extends Pick<Document, 'title' | 'answer' | 'sentences' | 'blocks'> {
  /** The amount that is paid, which signed documents have in words; none where no money is. */
  readonly amount?: { readonly amount: string; readonly currency: string }
  /** What stands in the head besides. */
  readonly head?: readonly Fact[]
}

/** A description with the head and the foot that every one has. */
export function documentOf(outcome: object, voice: Voice, parts: Parts): Document {
  const { title, answer, sentences, blocks, amount, head = [] } = parts
  const described: Described = outcome
  const { payee, employee, customer, period, year, policy, clauses } = described
  return {
    locale: voice.locale,
    names: voice.words.fields,
    title,
    head: [
      ...factOf(voice, 'payee', payee),
      ...factOf(voice, 'employee', employee),
      ...factOf(voice, 'customer', customer),
      ...factOf(voice, 'period', period, 'period'),
      ...factOf(voice, 'year', year),
      ...head,
      ...policyFacts(policy, voice),
    ],
    answer,
    sentences,
    blocks,
    foot: [
      ...(amount ? capitalsOf(voice, amount) : []),
      ...factOf(voice, 'clauses', clauses, 'list'),
      ...factOf(voice, 'digest', digestOf(outcome)),
    ],
  }
}

/** Which policy, and which version of it. */
export function policyFacts(policy: PolicyReference | undefined, voice: Voice): readonly Fact[] {
  return [
    ...factOf(voice, 'policy', policy?.id),
    ...factOf(voice, 'version', policy?.version),
    ...factOf(voice, 'effectiveFrom', policy?.effectiveFrom),
    ...factOf(voice, 'fingerprint', policy?.fingerprint),
  ]
}

/** Signed documents in Chinese have their amount in capitals, which cannot be changed with a stroke. */
function capitalsOf(
  { locale, words }: Voice,
  { amount, currency }: { amount: string; currency: string },
): readonly Fact[] {
  if (locale === 'en') return []
  // There is no word for less than a hundredth.
  const written = attempt(() => inCapitals(amount, { locale, currency }))
  return written.ok ? [{ label: words.fields.capitals, cell: textCell(written.value) }] : []
}

/** A condition, and what it belongs to where there are several lists of them. */
export type CheckOf = Check & { readonly of?: string; readonly rule?: string | null }

/** Conditions, one by one: what is required, what was found, and what is missing. */
export function checksOf(
  voice: Voice,
  title: string,
  checks: readonly CheckOf[],
): readonly Block[] {
  const { fields } = voice.words
  return tableOf(voice, {
    title,
    rows: checks.map(({ each, window, ...check }) => ({
      ...check,
      eachComparison: each?.comparison,
      eachRequired: each?.required,
      take: window?.take,
      from: window?.from,
      to: window?.to,
      missing: window?.missing,
    })),
    columns: {
      id: 'text',
      rule: 'text',
      outcome: 'word',
      actual: 'value',
      comparison: 'word',
      required: 'value',
      gap: 'number',
      metOn: 'date',
      eachComparison: { as: 'word', head: fields.each },
      eachRequired: { as: 'value', head: fields.eachRequired },
      take: { as: 'word', head: fields.take },
      from: { as: 'text', head: fields.windowFrom },
      to: { as: 'text', head: fields.windowTo },
      missing: { as: 'list', head: fields.withoutValue },
      clause: 'text',
    },
  })
}

/** A document that is a part of another one: its answer, its facts and its blocks, under its name. */
export function partOf(voice: Voice, name: string, document: Document): readonly Block[] {
  const { words } = voice
  const { payee, period, digest, capitals } = words.fields
  const { title, answer, sentences, head, foot, blocks } = document
  const named = (heading: string) => `${name}${words.colon}${heading}`
  const facts = [...head, ...foot].filter(
    ({ label }) => ![payee, period, digest, capitals].includes(label),
  )
  return [
    ...factsBlock({ title: named(title), sentences: [answer, ...sentences], facts }),
    ...blocks.map((block) => ({ ...block, title: named(block.title) })),
  ]
}

/** A word for it, where there is one; else as it stands. */
export function wordFor(voice: Voice, text: string): string {
  return isKeyword(voice, text) ? voice.word(text) : text
}

function isKeyword({ words }: Voice, text: string): text is Keyword {
  return Object.hasOwn(words.values, text)
}

/** What is missing to the conditions that are not met, or not known to be. */
export function gapsOf(voice: Voice, checks: readonly Check[]): readonly string[] {
  return checks.flatMap((check) => {
    if (check.outcome !== 'unmet' && check.outcome !== 'unknown') return []
    const { metOn = null } = check
    const waiting = metOn === null ? [] : [voice.words.checks.metOn({ id: check.id, date: metOn })]
    return [gapOf(voice, check), ...waiting]
  })
}

function gapOf(voice: Voice, { id, outcome, each, ...check }: Check): string {
  const { checks } = voice.words
  const all = hasToBe(voice, check)
  const required = each ? checks.counting({ required: all, each: hasToBe(voice, each) }) : all
  if (outcome === 'unknown' || check.actual === null) return checks.unknown({ id, required })
  const actual = factText(voice, check.actual)
  if (check.gap === null) return checks.unmet({ id, actual, required })
  return checks.gap({ id, actual, required, gap: voice.number(check.gap) })
}

function hasToBe(
  voice: Voice,
  { comparison, required }: Pick<Check, 'comparison' | 'required'>,
): string {
  return voice.words.checks.has[comparison]({ required: factText(voice, required) })
}

function factText({ words, list }: Voice, value: string | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return typeof value === 'string' ? value : list(value)
}

/** What each criterion adds to a score. */
export function scorePartsOf(
  voice: Voice,
  title: string,
  parts: readonly (ScorePart & { readonly of?: string })[],
): readonly Block[] {
  return tableOf(voice, {
    title,
    rows: parts,
    columns: {
      of: 'text',
      id: 'text',
      points: 'number',
      weight: 'number',
      weightUsed: 'percentage',
      contribution: 'number',
    },
  })
}

/** The names of people, conditions or things of one kind; none where there are none. */
export function namesOf(voice: Voice, title: string, names: readonly string[]): readonly Block[] {
  return tableOf(voice, { title, rows: names.map((id) => ({ id })), columns: { id: 'text' } })
}

/** What is wrong with rows that are left out. */
export function issuesOf(voice: Voice, title: string, issues: readonly Issue[]): readonly Block[] {
  return tableOf(voice, {
    title,
    rows: issues.map((issue) => ({ path: issue.path.map(String), issue })),
    columns: { path: 'list', issue: 'issue' },
  })
}
