import { isWatched } from '../close/health.js'
import type { CheckedApplication } from '../close/promotions.js'
import type { Close } from '../close/quarter.js'
import { type Company, tablesOf } from '../read/company.js'
import { toCsv } from './csv.js'

/** The lists that sales, customer care and human resources work off, and the rows that somebody has to correct. */
export function workFiles(company: Company, close: Close): Record<string, string> {
  return {
    'leads.csv': toCsv(close.leads, {
      lead: ({ lead }) => lead.lead,
      company: ({ lead }) => lead.company,
      score: ({ score }) => score.score,
      band: ({ score }) => score.band,
      highValue: ({ score }) => score.highValue,
      disqualified: ({ score }) => score.disqualified?.reasons.join(' ') ?? null,
      budget: ({ lead }) => lead.budget,
      authority: ({ lead }) => lead.authority,
      urgency: ({ lead }) => lead.urgency,
      source: ({ lead }) => lead.source,
    }),
    'watch-list.csv': toCsv(close.health.filter(isWatched), {
      customer: ({ customer }) => customer.customer,
      name: ({ customer }) => customer.name,
      owner: ({ customer }) => customer.owner,
      score: ({ health }) => health.score,
      band: ({ health }) => health.band,
      missing: ({ health }) => health.missing.join(' '),
      unanswered: ({ warning }) => warning?.followUps ?? null,
      since: ({ warning }) => warning?.since ?? null,
    }),
    'promotions.csv': toCsv(close.promotions.flatMap(conditions), {
      rep: ({ application }) => application.rep,
      to: ({ application }) => application.to,
      eligible: ({ check }) => check.eligible,
      condition: ({ condition }) => condition.id,
      clause: ({ condition }) => condition.clause,
      outcome: ({ condition }) => condition.outcome,
      actual: ({ condition }) => condition.actual,
      comparison: ({ condition }) => condition.comparison,
      required: ({ condition }) => String(condition.required),
      gap: ({ condition }) => condition.gap,
    }),
    'rejected.csv': toCsv(
      tablesOf(company).flatMap(({ rejected }) => rejected),
      {
        file: ({ file }) => file,
        line: ({ row }) => row.line,
        codes: ({ issues }) => issues.map(({ code }) => code).join(' '),
        reason: ({ issues }) => issues.map(({ message }) => message).join(' '),
        row: ({ row }) => JSON.stringify(row.cells),
      },
    ),
  }
}

function conditions(one: CheckedApplication) {
  return one.check.checks.map((condition) => ({ ...one, condition }))
}
