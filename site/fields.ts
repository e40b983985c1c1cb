/** The pages that describe the policies field by field, each with what the types and their comments say of it. */
import { anchorOfField, type Field, readFieldsOf } from './fieldsOf.js'
import { commentOf, type Library, prose } from './library.js'

interface Kind {
  readonly page: string
  readonly title: string
  /** The type of what is written down. */
  readonly type: string
  /** The function that takes it. */
  readonly define: string
  /** The page of the docs that says what it is for. */
  readonly about: string
}

const kind = (page: string, title: string, type: string, about: string): Kind => ({
  page,
  title,
  type: `${type}Input`,
  define: `define${type.replace('SalesPolicy', 'Policy')}`,
  about,
})

const KINDS: readonly Kind[] = [
  kind('commission', 'Commission plan', 'CommissionPlan', '/commission/'),
  kind('compensation', 'Compensation plan', 'CompensationPlan', '/compensation'),
  kind('contest', 'Contest rules', 'ContestRules', '/compensation/contests'),
  kind('targets', 'Target plan', 'TargetPlan', '/targets'),
  kind('appraisal', 'Appraisal scheme', 'AppraisalScheme', '/appraisal'),
  kind('grading', 'Grading policy', 'GradingPolicy', '/grading'),
  kind('careers', 'Career policy', 'CareerPolicy', '/careers'),
  kind('rewards', 'Reward policy', 'RewardPolicy', '/rewards'),
  kind('leads', 'Lead model', 'LeadModel', '/leads'),
  kind('pipeline', 'Sales process', 'SalesProcess', '/pipeline'),
  kind('service', 'Service standards', 'ServiceStandards', '/service'),
  kind('working-hours', 'Working hours', 'WorkingHours', '/service'),
  kind('health', 'Health model', 'HealthModel', '/health'),
  kind('care', 'Care policy', 'CarePolicy', '/health#what-care-is-due'),
  kind('scale', 'Scale', 'Scale', '/kernel#what-does-a-tier-table-pay'),
  kind('calendar', 'Calendar', 'Calendar', '/kernel'),
  kind('document', 'Policy document', 'SalesPolicy', '/policy-through-time'),
]

/** What the fields of many policies hold. */
const SHARED = [
  { page: 'condition', title: 'Condition', type: 'ConditionInput' },
  { page: 'curve', title: 'Curve', type: 'CurveInput' },
]

/** Where each type has a page of its own. */
const PAGES = new Map([...KINDS, ...SHARED].map(({ type, page }) => [type, `/policy/${page}`]))

/** The page that describes a policy, by the name that the docs call it: `CommissionPlan`. */
export const fieldPageOf = (name: string): string | undefined => PAGES.get(`${name}Input`)

export function fieldPages(library: Library): ReadonlyMap<string, string> {
  const kinds = KINDS.map((of): [string, string] => [
    `policy/${of.page}.md`,
    page(of, `Defined by \`${of.define}\`. [What it is for](${of.about}).`, library),
  ])
  const shared = SHARED.map((of): [string, string] => [
    `policy/${of.page}.md`,
    page(of, 'A part of [many policies](/policy/).', library),
  ])
  return new Map([['policy/index.md', indexPage()], ...kinds, ...shared])
}

/** The pages in the order of their list, for the sidebar. */
export const FIELD_PAGES = [
  ...[...KINDS, ...SHARED].map(({ title, page }) => ({ text: title, link: `/policy/${page}` })),
]

function indexPage(): string {
  const rows = KINDS.map(
    ({ page, title, define, about }) =>
      `| [${title}](/policy/${page}) | \`${define}\` | [what it is for](${about}) |`,
  )
  return `# The policies, field by field

A policy is JSON. Its \`define…\` checks it, and refuses a field that it does not know. Each page lists the fields with their types and bounds, what
holds when one is left out, and the clause of the handbook behind it.

| policy | defined by | page |
|---|---|---|
${rows.join('\n')}

Many fields hold a [condition](/policy/condition) or a [curve](/policy/curve). A *decimal* is a string such as \`'0.03'\`, or a number with at most
15 significant digits; a *ratio* is a decimal of which 1 is 100%.
`
}

function page(of: { title: string; type: string }, head: string, library: Library): string {
  const symbol = library.entries.get('policy')?.find(({ name }) => name === of.type)
  const [node] = symbol?.declarations ?? []
  if (symbol === undefined || node === undefined) throw new Error(`There is no ${of.type}`)
  const elsewhere = new Map([...PAGES].filter(([type]) => type !== of.type))
  const fields = readFieldsOf(symbol, library.checker, elsewhere)
  // Of a hundred fields, the list beside the page has those of the first level.
  return [
    '---\noutline: 2\n---',
    `# ${of.title}, field by field`,
    prose(commentOf(node), library),
    head,
    ...fields.map((field) => section(field, library)),
  ].join('\n\n')
}

function section({ path, comment, ...field }: Field, library: Library): string {
  const { meaning, byDefault, clauses } = read(comment)
  const facts = [
    field.holds,
    ...(field.with.length > 0
      ? [`with ${field.with.map((name) => `\`${name}\``).join(', ')}`]
      : []),
    ...(field.required ? ['**required**'] : []),
    ...(byDefault === undefined ? [] : [`by default \`${byDefault}\``]),
    ...clauses.map((id) => `[${id}](/clauses#${id})`),
  ]
  const parts = [
    `${/[.[]/.test(path) ? '###' : '##'} \`${path}\` {#${anchorOfField(path)}}`,
    facts.join(' · '),
    prose(meaning, library),
    ...field.fields.map((inner) => section(inner, library)),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** What a comment says in its fixed phrases: what holds by default, and the clauses that it names. */
function read(comment: string) {
  const text = comment.replace(/-\n/g, '-').replace(/\s+/g, ' ')
  const [phrase, byDefault] = /(?:; |(?<=[.:] ))`([^`]+)` by default\.?/.exec(text) ?? []
  const clauses = [...new Set(text.match(/\b[A-Z]{2,4}-\d+\b/g) ?? [])]
  const meaning =
    phrase === undefined ? text : text.replace(phrase, phrase.startsWith(';') ? '.' : '')
  return { meaning: meaning.trim(), byDefault, clauses }
}
