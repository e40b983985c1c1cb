import {
  type ApplicationInput,
  type ApplicationStep,
  advanceApplication,
  aggregateReviews,
  type CareerFacts,
  type CareerPolicy,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkTraining,
  type DefinedCareerPolicy,
  defineCareerPolicy,
  handbook,
  type MentorCheck,
  type Mentoring,
  type MentoringReview,
  measureNewcomerRetention,
  type NewcomerRetention,
  type NextRungs,
  nextRungs,
  openApplication,
  type PromotionApplication,
  type PromotionCheck,
  type ReviewSummary,
  type TrainingCheck,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

/** An interface has no index signature, and so is no record. */
interface PersonnelFile {
  readonly attainmentLast12Months: string
  readonly newcomerRetention?: number
  readonly managementAssessment: boolean | null
}

describe('the facts of a promotion', () => {
  it('may be of any type that a program has for them', () => {
    expectTypeOf<PersonnelFile>().toExtend<CareerFacts>()
    expectTypeOf<Readonly<Record<string, unknown>>>().toExtend<CareerFacts>()
    const file = {} as PersonnelFile
    checkPromotion(file, 'sales-supervisor', handbook.careers)
  })

  it('are no single value', () => {
    // @ts-expect-error: of which rung does this speak?
    checkPromotion('1.1', 'sales-supervisor', handbook.careers)
    // @ts-expect-error: nothing is known is {}, and not nothing
    checkPromotion(null, 'sales-supervisor', handbook.careers)
  })
})

const { careers, chinaCalendar } = handbook

describe('a career policy', () => {
  it('is defined before anything is decided by it', () => {
    const requires = { id: 'trained', comparison: 'equals', required: true } as const
    const ladder = { id: 'sales', clause: 'HR-7', rungs: [{ id: 'senior', requires }] }
    expectTypeOf(defineCareerPolicy({ ladders: [ladder] })).toEqualTypeOf<DefinedCareerPolicy>()
    // @ts-expect-error a policy that nobody has checked
    nextRungs({}, careers as CareerPolicy)
    // @ts-expect-error a policy of another kind
    checkTraining({}, handbook.grading)
    // @ts-expect-error no policy at all
    checkMentor({})
    // @ts-expect-error report it, or require it?
    defineCareerPolicy({ ladders: [ladder], rungOrder: true })
    const mentors = { clause: 'PRO-12', requires, assessedPer: 'week' } as const
    // @ts-expect-error a mentoring is not assessed each week
    defineCareerPolicy({ ladders: [ladder], mentors })
  })
})

describe('what is answered', () => {
  it('is yes, no, or not known', () => {
    expectTypeOf<PromotionCheck['eligible']>().toEqualTypeOf<boolean | 'unknown'>()
    expectTypeOf(checkMentor({}, careers)).toEqualTypeOf<MentorCheck>()
    expectTypeOf(checkTraining({}, careers)).toEqualTypeOf<TrainingCheck>()
    expectTypeOf(nextRungs).returns.toEqualTypeOf<NextRungs>()
    expectTypeOf<NextRungs['moves'][number]>().toExtend<PromotionCheck>()
    expectTypeOf<ReviewSummary['score']>().toEqualTypeOf<number | null>()
    expectTypeOf<NewcomerRetention['rate']>().toEqualTypeOf<string | null>()
    expectTypeOf<NewcomerRetention['facts']>().toExtend<CareerFacts>()
    expectTypeOf<MentoringReview['outcome']>().toEqualTypeOf<'met' | 'unmet' | 'unknown'>()
  })
})

describe('an application', () => {
  const input: ApplicationInput = {
    applicant: 'Li',
    rung: 'sales-supervisor',
    on: '2026-09-01',
    proofs: [{ for: 'managementAssessment', document: 'result 114' }],
  }

  it('goes from one step to the next, and back from where it was stored', () => {
    const opened = openApplication(input, careers)
    expectTypeOf(opened).toEqualTypeOf<PromotionApplication>()
    const step = { step: 'publication', on: '2026-09-29' } as const
    const next = () => advanceApplication(opened, step, careers, chinaCalendar)
    expectTypeOf(next).returns.toEqualTypeOf<PromotionApplication>()
    expectTypeOf(opened.history[0]?.step).toEqualTypeOf<
      ApplicationStep['step'] | 'application' | undefined
    >()
    // @ts-expect-error when?
    openApplication({ applicant: 'Li', rung: 'sales-supervisor', proofs: [] }, careers)
    // @ts-expect-error an application is opened once
    advanceApplication(opened, { step: 'application', on: '2026-09-02', proofs: [] }, careers)
    // @ts-expect-error dates that are no calendar
    advanceApplication(opened, step, careers, ['2026-10-01'])
  })

  it('has steps that say all that is asked of them', () => {
    // @ts-expect-error passed, or not?
    const defence: ApplicationStep = { step: 'defence', on: '2026-09-21', kind: 'solution' }
    // @ts-expect-error who decides?
    const decision: ApplicationStep = { step: 'decision', on: '2026-10-13', promoted: true }
    // @ts-expect-error which objection is answered?
    const answer: ApplicationStep = {
      step: 'answer',
      on: '2026-10-13',
      by: 'x',
      upheld: true,
      reason: 'y',
    }
    // @ts-expect-error no such step
    const other: ApplicationStep = { step: 'interview', on: '2026-10-13' }
    expectTypeOf([defence, decision, answer, other]).toExtend<readonly ApplicationStep[]>()
  })
})

describe('reviews, teams and mentorings', () => {
  it('are of known fields', () => {
    expectTypeOf(
      aggregateReviews({ manager: [90, '85.5'] }, careers),
    ).toEqualTypeOf<ReviewSummary>()
    // @ts-expect-error one review is a list of one
    aggregateReviews({ manager: 90 }, careers)
    // @ts-expect-error when?
    measureNewcomerRetention({ people: [] }, careers)
    // @ts-expect-error since when?
    measureNewcomerRetention({ asOf: '2026-09-01', people: [{ id: 'Li' }] }, careers)
    expectTypeOf(measureNewcomerRetention).returns.toEqualTypeOf<NewcomerRetention>()
    expectTypeOf(checkMentoring).returns.toEqualTypeOf<MentoringReview>()
    // @ts-expect-error a third chooses nobody
    const chosenBy: Mentoring['chosenBy'] = ['mentor', 'boss']
    expectTypeOf(chosenBy).toExtend<readonly string[]>()
  })
})
