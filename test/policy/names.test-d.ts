import {
  type AppraisalSchemeInput,
  applyScale,
  appraise,
  calculateCommission,
  calculateCompensation,
  checkPromotion,
  checkStage,
  type DefinedLeadModel,
  defineAppraisalScheme,
  defineCareerPolicy,
  defineCommissionPlan,
  defineCompensationPlan,
  defineGradingPolicy,
  defineHealthModel,
  defineLeadModel,
  defineSalesProcess,
  defineScale,
  gradeScore,
  handbook,
  type LeadModelInput,
  scoreHealth,
  scoreLead,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const missing = 'reweight'
const leads = defineLeadModel({
  missing,
  criteria: [
    { id: 'budget', weight: 60 },
    { id: 'urgency', weight: 40 },
  ],
  bands: [
    { id: 'hot', from: 80 },
    { id: 'cold', from: 0 },
  ],
  disqualifiers: [
    {
      reason: 'duplicate',
      when: {
        any: [
          { id: 'duplicate', comparison: 'equals', required: true },
          { all: [{ id: 'closed', comparison: 'equals', required: true }] },
        ],
      },
    },
  ],
  fit: { criteria: [{ id: 'industry', weight: 100 }], bands: [{ id: 'A', from: 0 }] },
})

describe('a policy that is written in the call', () => {
  it('knows the facts of a score, of its axes and its conditions, and the bands', () => {
    const lead = scoreLead({ budget: 90, duplicate: false, closed: false, industry: 50 }, leads)
    expectTypeOf(lead.band).toEqualTypeOf<'hot' | 'cold' | null>()
    expectTypeOf(lead.next?.band).toEqualTypeOf<'hot' | 'cold' | undefined>()
    // @ts-expect-error a misspelt criterion
    scoreLead({ budgit: 90 }, leads)
    const health = defineHealthModel({
      missing,
      criteria: [{ id: 'visits', weight: 100 }],
      bands: [{ id: 'all', from: 0 }],
    })
    expectTypeOf(scoreHealth({ visits: 1, records: [] }, health).band).toEqualTypeOf<'all'>()
    // @ts-expect-error a misspelt criterion
    scoreHealth({ visit: 1 }, health)
  })

  it('knows results, grades and rungs', () => {
    const scheme = defineAppraisalScheme({
      missing,
      indicators: [{ id: 'sales', weight: 100 }],
      bonuses: [{ id: 'ideas' }],
    })
    appraise({ results: { sales: { points: 1 }, ideas: { points: 1 } } }, scheme)
    // @ts-expect-error no indicator of the scheme
    appraise({ results: { sale: { points: 1 } } }, scheme)
    const grading = defineGradingPolicy({
      grades: [
        { id: 'pass', from: 60 },
        { id: 'fail', from: 0 },
      ],
    })
    expectTypeOf(gradeScore(70, grading).grade).toEqualTypeOf<'pass' | 'fail'>()
    expectTypeOf(gradeScore(70, grading).next?.grade).toEqualTypeOf<'pass' | 'fail' | undefined>()
    const requires = { id: 'trained', comparison: 'equals', required: true } as const
    const careers = defineCareerPolicy({
      ladders: [{ id: 'sales', clause: 'HR-1', rungs: [{ id: 'senior', requires }] }],
      sidewaysMoves: [{ id: 'trainer', clause: 'HR-2', requires }],
    })
    checkPromotion({}, 'senior', careers)
    checkPromotion({}, 'trainer', careers)
    // @ts-expect-error no rung of the policy
    checkPromotion({}, 'junior', careers)
  })

  it('knows tiers, components and stages', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1' }] as const
    const scale = defineScale({ mode: 'marginal', tiers })
    expectTypeOf(applyScale('1', scale).tier).toEqualTypeOf<'all'>()
    const services = { id: 'services', when: { category: 'services' } }
    const plan = defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers },
      rates: [{ ...services, scale: { mode: 'marginal', tiers: [{ id: 'flat', upTo: null }] } }],
    })
    const { slices } = calculateCommission({ lines: [] }, plan)
    expectTypeOf(slices[0]?.tier).toEqualTypeOf<'all' | 'flat' | 'below' | undefined>()
    const pay = defineCompensationPlan({
      currency: 'EUR',
      components: [{ id: 'meetings', commission: { scale: { mode: 'marginal', tiers } } }],
    })
    calculateCompensation({ components: { meetings: { sales: 1 } } }, pay)
    // @ts-expect-error no component of the plan
    calculateCompensation({ components: { meeting: { sales: 1 } } }, pay)
    const process = defineSalesProcess({
      currency: 'EUR',
      stages: [{ id: 'offer' }, { id: 'won' }],
    })
    checkStage({}, { from: 'offer', to: 'won' }, process)
    // @ts-expect-error no stage of the process
    checkStage({}, 'ofer', process)
  })

  it('knows them where it is defined within the call that uses it', () => {
    const graded = gradeScore(1, defineGradingPolicy({ grades: [{ id: 'pass', from: 0 }] }))
    expectTypeOf(graded.grade).toEqualTypeOf<'pass'>()
    const tiers = [{ id: 'all', upTo: null }] as const
    const { tier } = applyScale(1, defineScale({ mode: 'marginal', tiers: [...tiers] }))
    expectTypeOf(tier).toEqualTypeOf<'all'>()
  })

  it('is taken where any policy of its kind is', () => {
    expectTypeOf(leads).toExtend<DefinedLeadModel>()
    const any: DefinedLeadModel = leads
    scoreLead({ whatever: 1 }, any)
  })
})

describe('a policy that is written elsewhere', () => {
  it('has names that only its define function knows', () => {
    const parsed = defineLeadModel(JSON.parse('{}'))
    expectTypeOf(parsed).toEqualTypeOf<DefinedLeadModel>()
    expectTypeOf(scoreLead({ whatever: 1 }, parsed).band).toEqualTypeOf<string | null>()
    const typed = defineLeadModel({} as LeadModelInput)
    expectTypeOf(typed).toEqualTypeOf<DefinedLeadModel>()
    const scheme = defineAppraisalScheme({} as AppraisalSchemeInput)
    appraise({ results: { whatever: { points: 1 } } }, scheme)
    expectTypeOf(handbook.leads).toEqualTypeOf<DefinedLeadModel>()
    scoreLead({ whatever: 1 }, handbook.leads)
    checkPromotion({}, 'rung' as string, handbook.careers)
  })

  it('may be made of another: its own names are known, those of the other any', () => {
    const model = defineLeadModel({ ...handbook.leads, bands: [{ id: 'all', from: 0 }] })
    expectTypeOf(scoreLead({ whatever: 1 }, model).band).toEqualTypeOf<'all' | null>()
    const { health } = handbook
    const criteria = [{ id: 'visits', weight: 100 }] as const
    expectTypeOf(defineHealthModel({ ...health, criteria })).toExtend<typeof health>()
  })

  it('is still refused where it has a field that no such policy has', () => {
    const bands = [{ id: 'all', from: 0 }]
    // @ts-expect-error a misspelt field
    defineLeadModel({ missing, criteria: [{ id: 'budget', wieght: 100 }], bands })
    // @ts-expect-error no field of a model
    defineLeadModel({ missing, criteria: [{ id: 'budget', weight: 100 }], bands, surprise: 1 })
  })
})

/** What a program has of its own: an interface has no index signature. */
interface Lead {
  readonly budget: number
  readonly urgency: number
}

class Deal {
  readonly budget = 90
  readonly offerSent = true
}

describe('what a program has', () => {
  it('may be an interface or an instance of a class, wherever facts are taken', () => {
    scoreLead({} as Lead, leads)
    scoreLead(new Deal(), leads)
    scoreLead({} as Lead, handbook.leads)
    checkStage(new Deal(), 'offer', handbook.pipeline)
    checkPromotion(new Deal(), 'sales-supervisor', handbook.careers)
    appraise({ results: {}, facts: new Deal() }, handbook.appraisal)
  })
})
