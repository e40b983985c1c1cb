// From records to pay: visits are measured, quarters appraised and graded, a committee overrides, and what follows is paid month by month.
import {
  appraise,
  type ConsequencePay,
  defineAppraisalScheme,
  defineCalendar,
  defineTargetPlan,
  gradeConsequences,
  gradeScore,
  handbook,
  measureVisits,
  overrideAppraisal,
  payConsequences,
  prorateTarget,
  sumOf,
} from 'sales-rules'
import { decision, type Quarter, quarters, type Rep } from './records.js'

/** The handbook's scheme, with ten points of new customers for visits (APP-6). */
const { provenance: _, ...handbookScheme } = handbook.appraisal
const scheme = defineAppraisalScheme({
  ...handbookScheme,
  id: 'region-appraisal',
  indicators: [
    ...handbookScheme.indicators.map((one) =>
      one.id === 'newCustomers' ? { ...one, weight: 20 } : one,
    ),
    { id: 'visits', weight: 10, curve: { kind: 'ratio', cap: 100 } },
  ],
} as Parameters<typeof defineAppraisalScheme>[0])

const calendar = defineCalendar({
  from: '2026-01-01',
  to: '2026-12-31',
  weekend: [6, 7],
  holidays: ['2026-04-06'],
})

export interface GradedQuarter {
  readonly quarter: Quarter
  readonly visits: { readonly actual: string; readonly target: string }
  readonly computed: { readonly score: number; readonly grade: string }
  /** After the committee. */
  readonly grade: string
}

export interface Result {
  readonly rep: Rep
  readonly quarters: readonly GradedQuarter[]
  readonly pay: ConsequencePay
  /** Month by month, January to September. */
  readonly months: readonly ConsequencePay[]
}

const paid = { id: 'January to September', from: '2026-01-01', to: '2026-09-30' }

export function runCycle(reps: readonly Rep[]): Result[] {
  return reps.map((rep) => {
    const graded = quarters.map((quarter) => gradeQuarter(rep, quarter))
    const history = graded.map(({ quarter, grade }) => ({ period: quarter, grade }))
    const input = {
      payee: rep.name,
      baseSalary: rep.baseSalary,
      ...(rep.lastDay && { employment: { to: rep.lastDay } }),
      consequences: gradeConsequences(history, handbook.grading),
    }
    return {
      rep,
      quarters: graded,
      pay: payConsequences({ ...input, period: paid }, handbook.compensation),
      months: Array.from({ length: 9 }, (_month, index) =>
        payConsequences({ ...input, period: monthName(index) }, handbook.compensation),
      ),
    }
  })
}

function gradeQuarter(rep: Rep, quarter: Quarter): GradedQuarter {
  const { sold, target, newCustomers, satisfaction, collected } = rep.figures[quarter]
  const visits = visitsOf(rep, quarter)
  const appraisal = appraise(
    {
      results: {
        sales: { actual: sold, target: targetOf(rep, quarter, target), source: 'crm' },
        newCustomers: { actual: newCustomers, target: 10 },
        satisfaction: { points: satisfaction, source: 'survey' },
        collectionRate: { value: collected, source: 'crm' },
        visits,
      },
    },
    scheme,
  )
  const { grade } = gradeScore(appraisal.score, handbook.grading)
  const computed = { score: appraisal.score, grade }
  return { quarter, visits, computed, grade: decide(rep, quarter, computed) }
}

const targets = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })

/** Of whoever leaves in a quarter, the target of the days served. */
function targetOf({ lastDay }: Rep, period: Quarter, target: string): string {
  return prorateTarget(target, { period, ...(lastDay && { to: lastDay }) }, targets).target
}

/** Each month asks for four visits to a new customer and two to each of two existing ones. */
function visitsOf(rep: Rep, quarter: Quarter) {
  const first = quarter === '2026-Q1' ? 0 : 3
  const months = [0, 1, 2].map((offset) => {
    const period = monthName(first + offset)
    const due = ['Hua', 'Hua', 'Hua', 'Hua', 'Xin', 'Xin', 'Tai', 'Tai']
    const made = due.slice(0, rep.visits[first + offset] ?? 0)
    const visits = [...made, 'Hua'].map((customer, index) => ({
      id: `${period}/${index}`,
      customer,
      date: `${period}-${String(index * 3 + 1).padStart(2, '0')}`,
      proof: index < made.length ? 'check-in' : null,
    }))
    const customers = [
      { id: 'Hua', kind: 'new' },
      { id: 'Xin', kind: 'existing' },
      { id: 'Tai', kind: 'existing' },
    ]
    return measureVisits({ employee: rep.name, period, customers, visits }, handbook.appraisal)
  })
  return {
    actual: sumOf(months.map(({ actual }) => actual)),
    target: sumOf(months.map(({ target }) => target)),
  }
}

function decide(rep: Rep, quarter: Quarter, computed: GradedQuarter['computed']): string {
  if (rep.name !== decision.name || quarter !== decision.quarter) return computed.grade
  const { grade, by, on, reason, appeal } = decision
  const outcome = overrideAppraisal(
    {
      computed: { employee: rep.name, period: quarter, ...computed },
      decisions: [{ grade, by, on, reason, appeal }],
    },
    scheme,
    calendar,
  )
  return outcome.grade ?? computed.grade
}

function monthName(index: number): string {
  return `2026-${String(index + 1).padStart(2, '0')}`
}
