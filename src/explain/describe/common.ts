/** What descriptions of all rooms have in common: head and foot, checks. */
import { attempt, type Check, digestOf, type PolicyReference } from '../../kernel/index.js'
import type { OwnPeriod } from '../../kernel/time/time.js'
import { inCapitals } from '../capitals.js'
import type { Block, Document, Fact } from '../document.js'
import { factOf, tableOf, textCell } from '../table.js'
import type { Voice } from '../voice.js'

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
      ...factOf(voice, 'policy', policy?.id),
      ...factOf(voice, 'version', policy?.version),
      ...factOf(voice, 'effectiveFrom', policy?.effectiveFrom),
      ...factOf(voice, 'fingerprint', policy?.fingerprint),
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

/** Conditions, one by one: what is required, what was found, and what is missing. */
export function checksOf(
  voice: Voice,
  title: string,
  checks: readonly (Check & { readonly of?: string; readonly rule?: string | null })[],
): readonly Block[] {
  return tableOf(voice, {
    title,
    rows: checks,
    columns: {
      id: 'text',
      rule: 'text',
      outcome: 'word',
      actual: 'value',
      comparison: 'word',
      required: 'value',
      gap: 'number',
      clause: 'text',
    },
  })
}
