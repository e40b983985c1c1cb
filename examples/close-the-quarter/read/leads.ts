import { date, money, oneOf, type Reader, readFields, text, yesOrNo } from './fields.js'
import { firstCounts, openTable, step, type Table } from './table.js'

export interface Lead {
  readonly lead: string
  readonly company: string
  readonly budget: string
  readonly authority: string
  readonly urgency: string
  readonly source: string
  readonly reachable: boolean
  /** The days on which the company looked at the website. */
  readonly visits: readonly string[]
}

const dates: Reader<readonly string[]> = (cell) =>
  cell
    .split(';')
    .filter((day) => day !== '')
    .map(date)

/** A company that comes again under another id stays: the lead model drops it as a duplicate, and says so. */
export function readLeads(folder: URL): Table<Lead> {
  const readers = {
    lead: text,
    company: text,
    budget: money,
    authority: oneOf(['decision-maker', 'influencer', 'user', 'unknown']),
    urgency: oneOf(['this-quarter', 'this-half', 'this-year', 'none']),
    source: text,
    reachable: yesOrNo,
    visits: dates,
  }
  const leads = step(openTable(folder, 'leads.csv'), (row) => readFields(row, readers))
  return firstCounts(leads, ({ lead }) => lead)
}
