import {
  type AppraisalScheme,
  appraise,
  attempt,
  type CareerPolicy,
  checkPromotion,
  churnWarnings,
  type Defined,
  type DefinedGradingPolicy,
  defineAppraisalScheme,
  defineCareerPolicy,
  defineCommissionPlan,
  defineGradingPolicy,
  defineHealthModel,
  defineLeadModel,
  defineScale,
  type Grade,
  type GradingPolicy,
  gradeConsequences,
  gradeScore,
  type HealthModel,
  handbook,
  type Issue,
  type IssueCode,
  type LeadModel,
  type PromotionCheck,
  scoreHealth,
  scoreLead,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

describe('a defined policy', () => {
  it('is more than an object of the same shape', () => {
    expectTypeOf<GradingPolicy>().not.toExtend<DefinedGradingPolicy>()
    expectTypeOf<DefinedGradingPolicy>().toExtend<GradingPolicy>()
    expectTypeOf(handbook.grading).toExtend<Defined<GradingPolicy>>()
  })

  it('is what every rule takes, and nothing else', () => {
    // @ts-expect-error: a model that nobody has checked
    scoreLead({}, handbook.leads as LeadModel)
    // @ts-expect-error: a scheme that nobody has checked
    appraise({ results: {} }, handbook.appraisal as AppraisalScheme)
    // @ts-expect-error: a policy that nobody has checked
    gradeScore(92, handbook.grading as GradingPolicy)
    // @ts-expect-error: a policy that nobody has checked
    gradeConsequences([], { ...handbook.grading, grades: [] } as GradingPolicy)
    // @ts-expect-error: a policy that nobody has checked
    checkPromotion({}, 'sales-supervisor', handbook.careers as CareerPolicy)
    // @ts-expect-error: a model that nobody has checked
    scoreHealth({}, handbook.health as HealthModel)
    // @ts-expect-error: a model that nobody has checked
    churnWarnings([], handbook.health as HealthModel)
  })

  it('of one kind does not fit the rules of another', () => {
    // @ts-expect-error: health is not leads, much as they look alike
    scoreLead({}, handbook.health)
    // @ts-expect-error: leads are not health
    scoreHealth({}, handbook.leads)
    // @ts-expect-error: a scheme has no grades
    gradeScore(92, handbook.appraisal)
    // @ts-expect-error: grades have no indicators
    appraise({ results: {} }, handbook.grading)
    // @ts-expect-error: a commission has no ladders
    checkPromotion({}, 'sales-supervisor', handbook.commission)
  })

  it('is always given: nothing has a hidden default', () => {
    // @ts-expect-error: by which grades?
    gradeScore(92)
    // @ts-expect-error: by which model?
    scoreLead({})
  })

  it('is readonly through and through', () => {
    // @ts-expect-error: a version never changes
    handbook.grading.version = '2'
    // @ts-expect-error: nor does a list in it
    handbook.grading.grades.push({ id: 'D', from: 0 })
    const [grade] = handbook.grading.grades
    // @ts-expect-error: nor what is in the list
    if (grade) grade.from = 95
  })

  it('comes out of its define function', () => {
    expectTypeOf(defineAppraisalScheme).returns.toEqualTypeOf<typeof handbook.appraisal>()
    expectTypeOf(defineCareerPolicy).returns.toEqualTypeOf<typeof handbook.careers>()
    expectTypeOf(defineCommissionPlan).returns.toEqualTypeOf<typeof handbook.commission>()
    expectTypeOf(defineGradingPolicy).returns.toEqualTypeOf<typeof handbook.grading>()
    expectTypeOf(defineHealthModel).returns.toEqualTypeOf<typeof handbook.health>()
    expectTypeOf(defineLeadModel).returns.toEqualTypeOf<typeof handbook.leads>()
  })

  it('can be the start of a company’s own', () => {
    const own = { ...handbook.grading, decimals: 1 }
    expectTypeOf(defineGradingPolicy(own)).toEqualTypeOf<DefinedGradingPolicy>()
  })
})

describe('a policy as it is written down', () => {
  it('says what is done about a missing fact', () => {
    // @ts-expect-error: a missing result is never a hidden zero
    defineAppraisalScheme({ indicators: [{ id: 'sales', weight: 100 }] })
  })

  it('has tiers with an end and no start', () => {
    // @ts-expect-error: a start could leave a gap
    defineScale({ mode: 'marginal', tiers: [{ id: 'all', from: 0, upTo: null }] })
    // @ts-expect-error: an end that is not written could be forgotten
    defineScale({ mode: 'marginal', tiers: [{ id: 'all', rate: 0.1 }] })
  })

  it('joins conditions in one way at a time', () => {
    const fact = { id: 'trained', comparison: 'equals', required: true } as const
    const rungs = (
      requires: Parameters<typeof defineCareerPolicy>[0]['ladders'][0]['rungs'][0]['requires'],
    ) => defineCareerPolicy({ ladders: [{ id: 'a', clause: 'b', rungs: [{ id: 'c', requires }] }] })
    rungs({ all: [fact] })
    rungs({ atLeast: 1, of: [fact] })
    // @ts-expect-error: of how many?
    rungs({ of: [fact] })
    // @ts-expect-error: a comparison that does not exist
    rungs({ ...fact, comparison: 'like' })
  })

  it('follows from a grade or from a run of grades', () => {
    const grades = [{ id: 'any', from: 0 }]
    const base = { kind: 'bonus', clause: 'HR-1', unit: 'ratio' } as const
    defineGradingPolicy({ grades, consequences: [{ ...base, values: { any: 1 } }] })
    // @ts-expect-error: from nothing nothing follows
    defineGradingPolicy({ grades, consequences: [base] })
    // @ts-expect-error: a unit that nobody pays in
    defineGradingPolicy({ grades, consequences: [{ ...base, unit: 'euros', values: {} }] })
  })
})

describe('a result', () => {
  it('may be unknown, and the caller has to look', () => {
    expectTypeOf<PromotionCheck['eligible']>().toEqualTypeOf<boolean | 'unknown'>()
    expectTypeOf(scoreLead).returns.toHaveProperty('band').toEqualTypeOf<string | null>()
    expectTypeOf(gradeScore).returns.toEqualTypeOf<Grade>()
  })

  it('is readonly', () => {
    const grade = gradeScore(92, handbook.grading)
    // @ts-expect-error: a grade that was given stays
    grade.grade = 'C'
    const promotion = checkPromotion({}, 'sales-supervisor', handbook.careers)
    // @ts-expect-error: so does what is missing
    promotion.missing.pop()
    const lead = scoreLead({}, handbook.leads)
    // @ts-expect-error: so do the parts of a score
    lead.parts.length = 0
  })
})

describe('an issue', () => {
  it('has params by its code', () => {
    expectTypeOf<Issue['code']>().toEqualTypeOf<IssueCode>()
    type ParamsOf<Code extends IssueCode> = Extract<Issue, { code: Code }>['params']
    expectTypeOf<ParamsOf<'WEIGHTS_NOT_100'>>().toEqualTypeOf<{
      readonly total: string
      readonly difference: string
    }>()
    expectTypeOf<ParamsOf<'RATE_CONFLICT'>>().toEqualTypeOf<{
      readonly rules: readonly string[]
    }>()
    const outcome = attempt(() => gradeScore(92, handbook.grading))
    if (outcome.ok) return
    for (const { code, params } of outcome.issues)
      if (code === 'DATE_INVALID') expectTypeOf(params).toEqualTypeOf<{ readonly given: string }>()
  })

  it('is readonly', () => {
    const issue = {} as Issue
    // @ts-expect-error: what was wrong stays wrong
    issue.message = 'fine'
    // @ts-expect-error: and where
    issue.path.push('elsewhere')
  })
})
