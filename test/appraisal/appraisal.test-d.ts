import {
  type Appraisal,
  type AppraisalScheme,
  appraise,
  appraiseYear,
  type DefinedAppraisalScheme,
  defineAppraisalScheme,
  gradeScore,
  handbook,
  measureVisits,
  overrideAppraisal,
} from 'sales-rules'
import type { OverriddenAppraisal, VisitsMeasured, YearAppraisal } from 'sales-rules/appraisal'
import { describe, expectTypeOf, it } from 'vitest'

const scheme = defineAppraisalScheme({
  indicators: [{ id: 'sales', weight: 100 }],
  missing: 'refuse',
})
const { appraisal } = handbook

describe('an appraisal scheme', () => {
  it('is defined before anybody is appraised by it', () => {
    expectTypeOf(scheme).toEqualTypeOf<DefinedAppraisalScheme<'sales'>>()
    const month = { period: '2026-03', customers: [], visits: [] }
    // @ts-expect-error a scheme that nobody has checked
    measureVisits(month, scheme as AppraisalScheme)
    // @ts-expect-error a policy of another kind
    appraiseYear({ year: '2026', periods: [] }, handbook.grading)
    // @ts-expect-error no scheme at all
    overrideAppraisal({ computed: { score: 1 }, decisions: [] })
  })

  it('says what a missing result does, and which of the known ways', () => {
    // @ts-expect-error what does a missing result do?
    defineAppraisalScheme({ indicators: [{ id: 'sales', weight: 100 }] })
    const indicators = [{ id: 'sales', weight: 100, missing: 'refuse' as const }]
    // @ts-expect-error nothing is guessed
    defineAppraisalScheme({ indicators, missing: 'guess' })
    // @ts-expect-error a year is made of months, quarters or half-years
    defineAppraisalScheme({ indicators, missing: 'zero', year: { per: 'week', by: 'mean' } })
  })
})

describe('a result', () => {
  it('has an actual and a target, or points, or a value', () => {
    const given = { sales: { actual: 1, target: 2, source: 'crm' } }
    expectTypeOf(appraise({ results: given }, appraisal)).toEqualTypeOf<Appraisal>()
    // @ts-expect-error of which target?
    appraise({ results: { sales: { actual: 1 } } }, appraisal)
    // @ts-expect-error a bare number says neither
    appraise({ results: { sales: 92 } }, appraisal)
  })

  it('is graded with the caps that hold, as they come', () => {
    const { score, gradeAtMost } = appraise({ results: {} }, appraisal)
    expectTypeOf(gradeScore({ score, gradeAtMost }, handbook.grading).grade).toEqualTypeOf<string>()
    // @ts-expect-error because of what?
    gradeScore({ score, gradeAtMost: [{ grade: 'C' }] }, handbook.grading)
  })
})

describe('visits, decisions and years', () => {
  it('measure into what an appraisal takes', () => {
    const measured = measureVisits({ period: '2026-03', customers: [], visits: [] }, appraisal)
    expectTypeOf(measured).toEqualTypeOf<VisitsMeasured>()
    appraise(
      { results: { visits: { actual: measured.actual, target: measured.target } } },
      appraisal,
    )
    const visits = [{ id: 'V', customer: 'Hua' }]
    // @ts-expect-error a visit has a date
    measureVisits({ period: '2026-03', customers: [], visits }, scheme)
  })

  it('are decided by somebody, on a day, for a reason', () => {
    const decision = { grade: 'S', by: 'committee', on: '2026-04-15', reason: 'late' }
    const computed = { score: 1 }
    const decided = overrideAppraisal({ computed, decisions: [decision] }, appraisal)
    expectTypeOf(decided).toEqualTypeOf<OverriddenAppraisal>()
    const { reason: _, ...bare } = decision
    // @ts-expect-error why?
    overrideAppraisal({ computed, decisions: [bare] }, appraisal)
  })

  it('have a score in each period, or a reason for none', () => {
    const year = appraiseYear(
      { year: '2026', periods: [{ period: '2026-Q1', score: 1 }] },
      appraisal,
    )
    expectTypeOf(year).toEqualTypeOf<YearAppraisal>()
    // @ts-expect-error neither a score nor a reason
    appraiseYear({ year: '2026', periods: [{ period: '2026-Q1' }] }, appraisal)
  })
})
