import type { Check, PromotionCheck } from 'sales-rules'
import type { CheckedApplication } from '../close/promotions.js'
import { columns, grouped, title, wrapped } from './layout.js'

/** Each application with its answer, and every condition that is unmet or not known yet. */
export function promotionSection(applications: readonly CheckedApplication[]): string[] {
  const heading = ['rep', 'to', 'answer', 'missing', 'actual', 'needs', 'gap', '']
  const rows = applications.flatMap(({ application, check }) => {
    const [first = [], ...rest] = missingIn(check)
    const answer = check.eligible === 'unknown' ? 'unknown' : yesOrNo(check.eligible)
    return [
      [application.rep, application.to, answer, ...first],
      ...rest.map((cells) => ['', '', '', ...cells]),
    ]
  })
  return [
    ...title(`7. Promotions: ${applications.length} applications`),
    ...columns([heading, ...rows], 'llllllll'),
    ...wrapped(
      'regionalAttainment counts quarters in a row, up to the latest, with the region above 100%.',
    ),
    ...wrapped('"?" is not known yet. The answer is unknown as long as it could still be yes.'),
  ]
}

/** The conditions in the way; of a rep who is eligible, the clauses that are met in full. */
function missingIn({ eligible, checks, missing }: PromotionCheck): string[][] {
  if (eligible === true) return [[`nothing (${clausesMet(checks).join(', ')})`]]
  return checks.filter(({ id }) => missing.includes(id)).map(inCells)
}

function clausesMet(checks: readonly Check[]): string[] {
  const asked = checks.filter(({ outcome }) => outcome !== 'not-applicable')
  const clauses = new Set(asked.map(({ clause }) => clause ?? ''))
  return [...clauses].filter((clause) =>
    asked.every((check) => check.clause !== clause || check.outcome === 'met'),
  )
}

const SIGNS: Readonly<Record<Check['comparison'], string>> = {
  'at-least': '>=',
  above: '>',
  'at-most': '<=',
  below: '<',
  equals: '=',
  'one-of': 'one of',
}

function inCells({ id, clause, actual, required, gap, comparison }: Check): string[] {
  const needs = `${SIGNS[comparison]} ${written(required)}`
  return [id, written(actual), needs, gap === null ? '' : grouped(gap), clause ?? '']
}

function written(value: Check['actual'] | Check['required']): string {
  if (value === null) return '?'
  if (typeof value === 'boolean') return yesOrNo(value)
  return typeof value === 'string' ? grouped(value) : value.join(', ')
}

function yesOrNo(answer: boolean): string {
  return answer ? 'yes' : 'no'
}
