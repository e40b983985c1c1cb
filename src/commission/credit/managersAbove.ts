/** Who was above the seller of a line on the day of its order. */
import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import { DATE_OF_MANAGER_MISSING, MANAGERS_OVERLAP, REPORTING_CYCLE } from '../issues.js'
import type { Credit } from './computeCredits.js'
import { holdersOn, overlapOf } from './holdersOn.js'
import type { ReadOrder } from './readCredit.js'
import type { Holdings } from './readHoldings.js'

/** What one owner of a line is credited with, overlays apart. */
export interface Sale {
  readonly order: ReadOrder
  readonly payee: string
  readonly units: bigint
  /** Which of the owners it is. */
  readonly owner: number
  /** The order that it is, or that it refunds. */
  readonly sold: ReadOrder
}

export function salesOf({ order, shares, sale: sold }: Credit): Sale[] {
  return shares.flatMap(({ payee, overlay, units }, owner) =>
    overlay ? [] : [{ order, payee, units, owner, sold }],
  )
}

/** Those above the seller, the direct manager first, so many levels up; nobody above somebody who reports to nobody. */
export function managersAbove(
  { order, payee, sold }: Sale,
  levels: number,
  reporting: Holdings,
): readonly string[] | Issue {
  const date = dateOf(sold)
  if (date === undefined) return noDate(sold)
  const { people, fault } = reportingLine(payee, date, reporting, order.path)
  if (fault !== null && fault.at <= levels) return fault.issue
  return people.slice(1, levels + 1)
}

/** The day of an order; of one that was credited in another run, as its refund says. The day of the refund itself says nothing. */
export function dateOf({ given: { date, refundOf } }: ReadOrder): string | undefined {
  if (refundOf === undefined) return date
  return typeof refundOf === 'string' ? undefined : refundOf.date
}

function noDate({ path, given: { refundOf } }: ReadOrder): Issue {
  const at = refundOf === undefined ? ['date'] : ['refundOf', 'date']
  return issue.at(DATE_OF_MANAGER_MISSING, [...path, ...at], {})
}

interface ReportingLine {
  /** From the seller up. */
  readonly people: readonly string[]
  /** What is wrong with it, and whom it concerns first: the seller is 0, the direct manager 1. */
  readonly fault: { readonly at: number; readonly issue: Issue } | null
}

/** Follows a reporting line to its end; two managers on one day end it, and so does somebody who is already on it. */
function reportingLine(
  payee: string,
  date: string,
  reporting: Holdings,
  path: Path,
): ReportingLine {
  const people = [payee]
  for (;;) {
    const who = people.at(-1) ?? payee
    const [one, other] = holdersOn(reporting, who, date)
    if (one === undefined) return { people, fault: null }
    if (other !== undefined) {
      const overlap = issue.at(MANAGERS_OVERLAP, path, overlapOf(who, [one, other], date))
      return { people, fault: { at: people.length, issue: overlap } }
    }
    const at = people.indexOf(one.holder)
    if (at !== -1) {
      const round = [...people.slice(at), one.holder]
      const cycle = issue.at(REPORTING_CYCLE, path, { payee: one.holder, people: round, date })
      return { people, fault: { at, issue: cycle } }
    }
    people.push(one.holder)
  }
}
