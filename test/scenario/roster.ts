/** The 40 reps of the example quarter, and an independent payroll of them in fractions. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CommissionInput } from 'sales-rules'
import { closeQuarter } from '../../examples/close-the-quarter/close/quarter.js'
import { readCompany } from '../../examples/close-the-quarter/read/company.js'
import type { RosterRow } from '../../src/scenario/index.js'

const company = readCompany(pathToFileURL(`${resolve('examples/data')}/`))
const { settled, unsettled } = closeQuarter(company)

/** Everybody; the one whose target was rejected has none. */
export const quarterRoster: readonly RosterRow<CommissionInput>[] = [
  ...settled.map(({ rep, input }) => ({ id: rep.rep, group: rep.region, input })),
  ...unsettled.map(({ rep }) => ({ id: rep.rep, group: rep.region, input: { sales: '0.01' } })),
]
