/** Everything that the page shows of a policy: worked out by the library, and nothing by the page. */
import {
  attempt,
  attributeCommission,
  type CommissionInput,
  commissionCurve,
  type DefinedCommissionPlan,
  type Issue,
  lintPolicy,
} from 'sales-rules'
import {
  chart,
  diffOutcomes,
  type ExplainedOutcome,
  explain,
  explainIssue,
  type Locale,
} from 'sales-rules/explain'
import { comparePolicies, type RosterRow } from 'sales-rules/scenario'
import type { JsonObject, Path } from './document.js'
import { followingSwitch, fragmentOf } from './html.js'
import { compute, define, type Kind, type Policy } from './kinds.js'
import { type Person, type Roster, type RowProblem, readRoster } from './roster.js'
import type { Table } from './table.js'

/** What is asked of a policy. */
export interface Question {
  readonly kind: Kind
  readonly document: JsonObject
  /** The policy that it is compared with. */
  readonly before: JsonObject
  readonly locale: Locale
  /** Whose result is shown, by the place in the roster. */
  readonly shown: number
  /** How wide a picture may be, in pixels. */
  readonly width: number
}

/** What is wrong, where, in the language of the page. */
export interface PlacedIssue {
  readonly path: Path
  readonly text: string
}

/** A part of the page: HTML of the library, or why there is none. */
export type Part = { readonly html: string } | { readonly none: readonly string[] }

/** Of one person. */
export interface Answer {
  /** What is wrong with the policy; then there is nothing else. */
  readonly issues: readonly PlacedIssue[]
  /** One number and one sentence why. */
  readonly line: string
  readonly statement: Part
  readonly curve: Part
  readonly findings: Part
  /** What changed for this person; empty where nothing did. */
  readonly change: Part
}

/** Of everybody. */
export interface Comparison {
  readonly comparison: Part
  readonly pictures: readonly string[]
  /** The first rows that could not be computed, and how many there are. */
  readonly wrong: readonly WrongRow[]
  readonly wrongCount: number
}

export interface WrongRow {
  readonly line: number
  readonly who: string
  readonly text: string
}

const NOTHING: Part = { none: [] }

export function answer(question: Question, roster: Roster): Answer {
  const { kind, document, locale, shown } = question
  const defined = attempt(() => define(kind, document))
  if (!defined.ok) return refused(defined.issues.map((issue) => placed(issue, locale)))
  const policy = defined.value
  const before = policyBefore(question)
  const person = roster.people[shown]
  const part = (write: () => string) => partOf(write, locale)
  const outcome = person && attempt(() => compute(kind, person.input, policy))
  const findings = part(() =>
    fragmentOf(explain(lintPolicy(policy), { locale, format: 'html', of: 'lintPolicy' })),
  )
  if (!outcome) return { ...refused([]), findings }
  if (!outcome.ok) {
    const none = outcome.issues.map((issue) => explainIssue(issue, { locale }))
    const curve = curvePart(question, { policy, before, person })
    return {
      issues: [],
      line: none[0] ?? '',
      statement: { none },
      curve,
      findings,
      change: NOTHING,
    }
  }
  const { value } = outcome
  return {
    issues: [],
    line: explain(value, { locale, depth: 'line' }),
    statement: part(() => fragmentOf(statementOf(value, policy, person, question))),
    curve: curvePart(question, { policy, before, person, outcome: value }),
    findings,
    change: part(() => changeOf(value, before, person, question)),
  }
}

/** Everybody by both policies. It takes longer, so that it is asked for after the rest. */
export function compare(question: Question, roster: Roster): Comparison {
  const { kind, document, locale, width } = question
  const defined = attempt(() => define(kind, document))
  const before = policyBefore(question)
  const { people } = roster
  const nothing = { comparison: NOTHING, pictures: [], wrong: [], wrongCount: 0 }
  if (!defined.ok || before === null || people.length === 0) return nothing
  const rows = people.map(({ id, group, input }) => ({
    id,
    ...(group !== undefined && { group }),
    input,
  }))
  const compared = attempt(() =>
    comparePolicies(rows as RosterRow<never>[], { now: before, then: defined.value }),
  )
  if (!compared.ok) {
    const none = compared.issues.map((issue) => explainIssue(issue, { locale }))
    return { ...nothing, comparison: { none } }
  }
  const { value } = compared
  const draw = (picture: 'what-if' | 'winners-and-losers') =>
    followingSwitch(chart({ kind: picture, comparison: value }, { locale, width, format: 'html' }))
  const changes = value.gain + value.lose > 0
  const wrong = wrongRows(people, value.notComputed, locale)
  return {
    comparison: partOf(() => fragmentOf(explain(value, { locale, format: 'html' })), locale),
    pictures: changes ? [draw('what-if'), draw('winners-and-losers')] : [],
    wrong,
    wrongCount: value.refused,
  }
}

export function readFigures(table: Table, kind: Kind, document: JsonObject): Roster {
  return readRoster(table, kind, document)
}

export type { Roster, RowProblem }

function refused(issues: readonly PlacedIssue[]): Answer {
  const parts = { statement: NOTHING, curve: NOTHING, findings: NOTHING, change: NOTHING }
  return { issues, line: '', ...parts }
}

function placed(issue: Issue, locale: Locale): PlacedIssue {
  return { path: issue.path, text: explainIssue(issue, { locale }) }
}

/** Null where that policy is no valid one: then nothing is compared with it. */
function policyBefore({ kind, before }: Question): Policy | null {
  const defined = attempt(() => define(kind, before))
  return defined.ok ? defined.value : null
}

/** What the library refuses, such as a curve of a plan that looks at each line, it says in its own words. */
function partOf(write: () => string, locale: Locale): Part {
  const written = attempt(write)
  return written.ok
    ? { html: written.value }
    : { none: written.issues.map((issue) => explainIssue(issue, { locale })) }
}

function statementOf(
  outcome: ExplainedOutcome,
  policy: Policy,
  { input }: Person,
  { kind, locale }: Question,
): string {
  if (kind !== 'commission') return explain(outcome, { locale, format: 'html' })
  const plan = policy as DefinedCommissionPlan
  const attributed =
    'lines' in input ? attempt(() => attributeCommission(input as CommissionInput, plan)) : null
  return explain(outcome, {
    locale,
    format: 'html',
    policy: plan,
    ...(attributed?.ok && { attribution: attributed.value }),
  })
}

interface Shown {
  readonly policy: Policy
  readonly before: Policy | null
  readonly person: Person
  readonly outcome?: ExplainedOutcome
}

/** What the plan pays by sales, for the target and the facts of the person: two lines where it is another plan than before. */
function curvePart({ kind, locale, width, document, before: text }: Question, shown: Shown): Part {
  if (kind !== 'commission') return NOTHING
  const { sales: _, lines: __, payee: ___, period: ____, ...facts } = shown.person.input as Facts
  return partOf(() => {
    const plan = shown.policy as DefinedCommissionPlan
    const then = commissionCurve(plan, facts)
    const options = { locale, width, format: 'html' } as const
    const counted = plan.scale.thresholds === 'units' ? ({ salesIn: 'units' } as const) : {}
    const isOther = shown.before !== null && JSON.stringify(document) !== JSON.stringify(text)
    const now = isOther
      ? attempt(() => commissionCurve(shown.before as DefinedCommissionPlan, facts))
      : null
    const statement = shown.outcome as never
    const picture =
      now?.ok && now.value.currency === then.currency
        ? chart({ kind: 'payout-curves', now: now.value, then, ...counted }, options)
        : chart(
            { kind: 'payout-curve', curve: then, ...counted, ...(shown.outcome && { statement }) },
            options,
          )
    return followingSwitch(picture)
  }, locale)
}

interface Facts {
  readonly [name: string]: never
}

/** Part by part what the other policy changes for one person. */
function changeOf(
  outcome: ExplainedOutcome,
  before: Policy | null,
  person: Person,
  { kind, locale, width }: Question,
): string {
  if (before === null) return ''
  const change = diffOutcomes(compute(kind, person.input, before) as never, outcome as never)
  if (change.parts.length === 0) return ''
  const picture = { kind: 'waterfall', payee: person.id, change } as const
  return followingSwitch(chart(picture, { locale, width, format: 'html' }))
}

const MOST_SHOWN = 100

/** By the lines of the file: of an order line its own. */
function wrongRows(
  people: readonly Person[],
  notComputed: readonly { readonly id: string; readonly issues: readonly Issue[] }[],
  locale: Locale,
): readonly WrongRow[] {
  const linesOf = new Map(people.map(({ id, lines }) => [id, lines]))
  return notComputed.slice(0, MOST_SHOWN).flatMap(({ id, issues }) => {
    const lines = linesOf.get(id) ?? []
    return issues.map((issue) => {
      const [list, at] = issue.path
      const line = list === 'lines' && typeof at === 'number' ? lines[at] : lines[0]
      return { line: line ?? 0, who: id, text: explainIssue(issue, { locale }) }
    })
  })
}
