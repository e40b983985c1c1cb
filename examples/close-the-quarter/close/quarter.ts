import type { GradedPeriod } from 'sales-rules'
import { groupBy } from '../groupBy.js'
import { closedOn, quarter } from '../policy.js'
import { type Company, valuesOf } from '../read/company.js'
import { LEAVE } from '../read/grades.js'
import { type Appraised, appraiseRep } from './appraisal.js'
import { type Settled, settle, type Unsettled } from './commission.js'
import { checkHealth, type WatchedCustomer } from './health.js'
import { type RankedLead, rankLeads } from './leads.js'
import { type CheckedApplication, checkApplication } from './promotions.js'
import { noteRefunds, type RefundNote } from './refunds.js'
import { salesByRep } from './sales.js'

/** Everything that closing the quarter came to. */
export interface Close {
  readonly refunds: readonly RefundNote[]
  readonly settled: readonly Settled[]
  readonly unsettled: readonly Unsettled[]
  readonly appraised: readonly Appraised[]
  readonly leads: readonly RankedLead[]
  readonly health: readonly WatchedCustomer[]
  readonly promotions: readonly CheckedApplication[]
}

export function closeQuarter(company: Company): Close {
  const salesOf = salesByRep(company, closedOn)
  const targets = ofQuarter(valuesOf(company.targets))
  const surveys = ofQuarter(valuesOf(company.surveys))
  const historyOf = gradesByRep(company)

  const settlements = valuesOf(company.reps).map((rep) =>
    settle(rep, salesOf(rep.rep), targets.get(rep.rep), historyOf(rep.rep), company.targets),
  )
  // Without a target four tenths and three tenths of the score have nothing to go by: such a rep is not appraised either, for
  // what is left would be scaled up to a whole grade.
  const appraised = valuesOf(company.reps).flatMap((rep) => {
    const target = targets.get(rep.rep)
    if (target === undefined) return []
    const survey = surveys.get(rep.rep)
    return [appraiseRep(rep, salesOf(rep.rep), target, survey, historyOf(rep.rep))]
  })
  const gradesOf = new Map(appraised.map(({ rep, history }) => [rep.rep, history]))

  return {
    refunds: noteRefunds(company),
    settled: settlements.filter((one): one is Settled => 'statement' in one),
    unsettled: settlements.filter((one): one is Unsettled => 'reasons' in one),
    appraised,
    leads: rankLeads(valuesOf(company.leads)),
    health: checkHealth(valuesOf(company.customers), valuesOf(company.followups)),
    promotions: valuesOf(company.promotions).map((application) =>
      checkApplication(application, gradesOf.get(application.rep) ?? historyOf(application.rep)),
    ),
  }
}

function ofQuarter<Value extends { readonly rep: string; readonly quarter: string }>(
  values: readonly Value[],
): Map<string, Value> {
  return new Map(values.filter((one) => one.quarter === quarter).map((one) => [one.rep, one]))
}

/** The grades of the quarters before the one that is closed; a quarter on leave neither extends a run of grades nor breaks it. */
function gradesByRep(company: Company): (rep: string) => GradedPeriod[] {
  const past = valuesOf(company.grades).filter((one) => one.quarter < quarter)
  const grades = groupBy(past, ({ rep }) => rep)
  return (rep) =>
    (grades.get(rep) ?? []).map(({ quarter: period, grade }) =>
      grade === LEAVE ? { period, excused: LEAVE } : { period, grade },
    )
}
