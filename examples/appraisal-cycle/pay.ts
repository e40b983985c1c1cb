// From grades to money: commissions of each quarter, and what follows from the grades, month by month.
import {
  type CommissionStatement,
  type Consequence,
  type ConsequencePay,
  gradeConsequences,
  handbook,
  payConsequences,
  sumOf,
} from 'sales-rules'
import { type GradedQuarter, grading, historyOf, type QuarterOfRegion } from './cycle.js'
import { commissionOf } from './measure.js'
import type { Rep } from './records.js'

export interface PaidQuarter {
  readonly graded: GradedQuarter
  /** What the grades of the quarters before add to the rates. */
  readonly uplift: string
  readonly statement: CommissionStatement
}

export interface Paid {
  readonly rep: Rep
  readonly consequences: readonly Consequence[]
  readonly quarters: readonly PaidQuarter[]
  /** What follows from the grades, in the half-year and in each of its months. */
  readonly pay: ConsequencePay
  readonly months: readonly ConsequencePay[]
  /** Commissions and what follows from the grades. */
  readonly amount: string
}

const MONTHS = ['01', '02', '03', '04', '05', '06'].map((month) => `2026-${month}`)

export function payRep(rep: Rep, region: readonly QuarterOfRegion[]): Paid {
  const consequences = gradeConsequences(historyOf(rep, region), grading)
  const input = {
    ...{ payee: rep.name, baseSalary: rep.baseSalary, consequences },
    employment: {
      ...(rep.joined !== undefined && { from: rep.joined }),
      ...(rep.lastDay !== undefined && { to: rep.lastDay }),
    },
  }
  const paidIn = (period: string) => payConsequences({ ...input, period }, handbook.compensation)
  const pay = paidIn('2026-H1')
  const quarters = region.flatMap(({ graded }) =>
    graded.filter((one) => one.rep.name === rep.name).map((one) => payQuarter(one, region)),
  )
  const commissions = quarters.map(({ statement }) => statement.amount)
  return {
    ...{ rep, consequences, quarters, pay },
    months: MONTHS.map(paidIn),
    amount: sumOf([...commissions, pay.amount]),
  }
}

/** The grades that are known when a quarter begins decide its rates. */
function payQuarter(graded: GradedQuarter, region: readonly QuarterOfRegion[]): PaidQuarter {
  const { rep, quarter, measured } = graded
  const known = historyOf(rep, region).filter(({ period }) => period < quarter)
  const running = gradeConsequences(known, grading, { asOf: quarter }).filter(
    ({ kind, state }) => kind === 'commission-coefficient' && state === 'running',
  )
  const uplift = sumOf(running.map(({ value }) => value))
  return {
    graded,
    uplift,
    statement: commissionOf(measured.orders, measured.targets.sales, uplift),
  }
}
