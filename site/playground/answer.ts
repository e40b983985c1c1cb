/** Everything that the page shows of a policy: worked out by the library, and nothing by the page. */
import {
  attempt,
  attributeCommission,
  type CommissionLinesInput,
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
import { comparePolicies, type PolicyComparison, type RosterRow } from 'sales-rules/scenario'
import type { JsonObject, Path } from './document.js'
import { followingSwitch, fragmentOf } from './html.js'
import type { Kind } from './kinds.js'
import type { Person, Roster } from './roster.js'
import { compute, define, type Policy } from './rules.js'

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

/** Something that is unwise in the policy, and what is said of it. */
export interface WrittenFinding {
  readonly severity: Severity
  readonly text: string
}

type Severity = Issue['severity'] | 'not-checked'

/** Of one person. */
export interface Answer {
  /** What is wrong with the policy; then there is nothing else. */
  readonly issues: readonly PlacedIssue[]
  /** One number and one sentence why. */
  readonly line: string
  readonly statement: Part
  readonly curve: Part
  readonly findings: readonly WrittenFinding[]
  /** The same with the calls that prove it. */
  readonly proofs: Part
  /** What changed for this person; empty where nothing did. */
  readonly change: Part
}

/** Of everybody. */
export interface Comparison {
  /** In a paragraph. */
  readonly summary: Part
  /** All figures. */
  readonly comparison: Part
  readonly pictures: readonly string[]
  /** The first rows that this policy cannot compute, and how many there are. */
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
  const outcome = person && attempt(() => compute(kind, person.input, policy))
  const wisdom = wisdomOf(policy, locale)
  if (!outcome) return { ...refused([]), ...wisdom }
  if (!outcome.ok) {
    const none = outcome.issues.map((issue) => explainIssue(issue, { locale }))
    const curve = curvePart(question, { policy, before, person })
    return {
      issues: [],
      line: none[0] ?? '',
      statement: { none },
      curve,
      ...wisdom,
      change: NOTHING,
    }
  }
  const { value } = outcome
  return {
    issues: [],
    line: explain(value, { locale, depth: 'line' }),
    statement: partOf(() => fragmentOf(statementOf(value, policy, person, question), 2), locale),
    curve: curvePart(question, { policy, before, person, outcome: value }),
    ...wisdom,
    change: changePart(value, before, person, question),
  }
}

/** Everybody by both policies. It takes longer, so that it is asked for after the rest. */
export function compare(question: Question, { people }: Roster): Comparison {
  const { kind, document, locale } = question
  const defined = attempt(() => define(kind, document))
  if (!defined.ok || people.length === 0)
    return { summary: NOTHING, comparison: NOTHING, pictures: [], wrong: [], wrongCount: 0 }
  const then = defined.value
  const now = policyBefore(question) ?? then
  const rows = people.map(rosterRow)
  const compared = attempt(() => comparePolicies(rows, { now, then }))
  // Policies that cannot be compared, such as of two currencies: what is wrong with the rows shows by the new one.
  const wrong = compared.ok
    ? compared.value.notComputed.filter(({ by }) => by !== 'now')
    : notComputed(question, people, then)
  return {
    ...(compared.ok
      ? {
          summary: { html: explain(compared.value, { locale, format: 'html', depth: 'short' }) },
          comparison: { html: fragmentOf(explain(compared.value, { locale, format: 'html' }), 3) },
        }
      : {
          summary: { none: compared.issues.map((issue) => explainIssue(issue, { locale })) },
          comparison: NOTHING,
        }),
    pictures: compared.ok ? picturesOf(compared.value, question) : [],
    wrong: wrongRows(people, wrong, locale),
    wrongCount: wrong.length,
  }
}

function rosterRow({ id, group, input }: Person): RosterRow<never> {
  return { id, ...(group !== undefined && { group }), input: input as never }
}

function notComputed({ kind }: Question, people: readonly Person[], policy: Policy) {
  return people.flatMap(({ id, input }) => {
    const computed = attempt(() => compute(kind, input, policy))
    return computed.ok ? [] : [{ id, issues: computed.issues }]
  })
}

function picturesOf(comparison: PolicyComparison, { locale, width }: Question): readonly string[] {
  if (comparison.gain + comparison.lose === 0) return []
  const options = { locale, width, format: 'html' } as const
  return (['what-if', 'winners-and-losers'] as const).map((kind) =>
    followingSwitch(chart({ kind, comparison }, options)),
  )
}

function refused(issues: readonly PlacedIssue[]): Answer {
  const parts = { statement: NOTHING, curve: NOTHING, proofs: NOTHING, change: NOTHING }
  return { issues, line: '', findings: [], ...parts }
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

/** What lint found, and what it could not look at. */
function wisdomOf(policy: Policy, locale: Locale): Pick<Answer, 'findings' | 'proofs'> {
  const report = lintPolicy(policy)
  const notChecked = report.notChecked.flatMap(({ issues }) => issues)
  const findings = [
    ...report.findings.map((found) => ({ severity: found.severity, issue: found })),
    ...notChecked.map((issue) => ({ severity: 'not-checked' as const, issue })),
  ].map(({ severity, issue }) => ({ severity, text: explainIssue(issue, { locale }) }))
  const proofs = partOf(
    () => fragmentOf(explain(report, { locale, format: 'html', of: 'lintPolicy' }), 3),
    locale,
  )
  return { findings, proofs: findings.length === 0 ? NOTHING : proofs }
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
    'lines' in input
      ? attempt(() => attributeCommission(input as CommissionLinesInput, plan))
      : null
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

/** Part by part what the other policy changes for one person. Where the two cannot be compared, the comparison of all says why. */
function changePart(
  outcome: ExplainedOutcome,
  before: Policy | null,
  person: Person,
  { kind, locale, width }: Question,
): Part {
  if (before === null) return NOTHING
  const change = attempt(() =>
    diffOutcomes(compute(kind, person.input, before) as never, outcome as never),
  )
  if (!change.ok || change.value.parts.length === 0) return NOTHING
  const picture = { kind: 'waterfall', payee: person.id, change: change.value } as const
  return { html: followingSwitch(chart(picture, { locale, width, format: 'html' })) }
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
