import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  type ApplicationStep,
  addDays,
  advanceApplication,
  attempt,
  defineCalendar,
  handbook,
  openApplication,
  type PromotionApplication,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'
import { changed, china2026 } from './policies.js'

const opened = openApplication(
  {
    applicant: 'Li Na',
    rung: 'sales-supervisor',
    on: '2026-09-10',
    proofs: [{ for: 'attainmentLast12Months', document: 'CRM report' }],
  },
  handbook.careers,
)
const reviews = { manager: [90], peers: [80, 70, 75], customers: [85] }
const review: ApplicationStep = { step: 'review-360', on: '2026-09-15', reviews }
const defence: ApplicationStep = {
  step: 'defence',
  on: '2026-09-20',
  kind: 'management-case',
  passed: true,
}
const publication: ApplicationStep = { step: 'publication', on: '2026-09-29' }
const objection: ApplicationStep = {
  step: 'objection',
  on: '2026-10-12',
  id: 'O1',
  by: 'Wang',
  reason: 'the region was shared',
}
const answer = (upheld: boolean): ApplicationStep => ({
  step: 'answer',
  on: '2026-10-14',
  id: 'O1',
  by: 'committee',
  upheld,
  reason: 'looked into',
})
const decision = (on: string, promoted = true): ApplicationStep => ({
  step: 'decision',
  on,
  by: 'committee',
  promoted,
})

const advance = (
  application: PromotionApplication,
  step: ApplicationStep,
  policy = handbook.careers,
) => advanceApplication(application, step, policy, china2026)
const takenThrough = (...steps: readonly ApplicationStep[]) =>
  steps.reduce((application, step) => advance(application, step), opened)
const problemOf = (application: PromotionApplication, step: ApplicationStep) => {
  const outcome = attempt(() => advance(application, step))
  return outcome.ok ? undefined : outcome.issues[0]
}

describe('advanceApplication', () => {
  it('goes from application through review, defence and publication to the decision (PRO-11)', () => {
    const promoted = takenThrough(review, defence, publication, decision('2026-10-13'))
    expect(promoted).toMatchObject({ format: 1, status: 'promoted', next: [] })
    expect(promoted.history.map(({ step, on }) => `${step} ${on}`)).toEqual([
      'application 2026-09-10',
      'review-360 2026-09-15',
      'defence 2026-09-20',
      'publication 2026-09-29',
      'decision 2026-10-13',
    ])
    expect(promoted.history[1]).toMatchObject({ review: { score: 84.5, passed: null } })
  })

  it.each([
    ['2026-09-29', 'excluded', '2026-10-12'],
    ['2026-09-29', 'included', '2026-10-10'],
    ['2026-10-01', 'excluded', '2026-10-13'],
    ['2026-10-01', 'included', '2026-10-13'],
    ['2026-12-25', 'included', '2026-12-31'],
  ] as const)('published on %s, the first day %s, lasts until %s', (on, firstDay, lastDay) => {
    const policy = changed({ procedure: { clause: 'PRO-11', publication: { firstDay } } })
    const published = [review, defence, { ...publication, on }].reduce(
      (application, step) => advance(application, step as ApplicationStep, policy),
      opened,
    )
    expect(published.history.at(-1)).toEqual({ step: 'publication', on, workingDays: 5, lastDay })
    expect(published.next).toEqual([
      { step: 'objection', from: on, until: lastDay },
      { step: 'decision', from: addDays(lastDay, 1), until: null },
      { step: 'withdrawal', from: on, until: null },
    ])
  })

  it('refuses a publication that runs out of the calendar', () => {
    expect(
      problemOf(takenThrough(review, defence), { ...publication, on: '2026-12-25' }),
    ).toMatchObject({
      code: 'DATE_NOT_COVERED',
      params: { date: '2026-12-25', days: 5, to: '2026-12-31' },
    })
  })

  it('publishes for longer where that is asked, never for less', () => {
    const at = takenThrough(review, defence)
    expect(
      advance(at, { ...publication, workingDays: 6 } as ApplicationStep).history.at(-1),
    ).toMatchObject({
      lastDay: '2026-10-13',
    })
    expect(problemOf(at, { ...publication, workingDays: 4 } as ApplicationStep)).toMatchObject({
      code: 'NUMBER_OUT_OF_RANGE',
    })
    const outcome = attempt(() => advanceApplication(at, publication, handbook.careers))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'VALUE_MISSING', path: ['calendar'] },
    ])
  })

  it('publishes for as long as the policy says where the step says nothing', () => {
    const publication10 = { clause: 'PRO-11', publication: { workingDays: 10 } }
    const policy = changed({ procedure: publication10 })
    const published = [review, defence, publication].reduce(
      (application, step) => advance(application, step, policy),
      opened,
    )
    expect(published.history.at(-1)).toMatchObject({ workingDays: 10, lastDay: '2026-10-19' })
  })

  it('passes a review that is exactly on the pass mark, also from where it was stored', () => {
    const { clause, groups } = throughJson(handbook.careers.reviews) as never as {
      clause: string
      groups: []
    }
    const strict = changed({ reviews: { clause, groups, passMark: '84.5' } })
    const reviewed = throughJson(advance(opened, review, strict))
    expect(reviewed).toMatchObject({ status: 'open', history: [{}, { review: { passed: true } }] })
    expect(advance(reviewed, defence, strict).status).toBe('open')
    const stricter = changed({ reviews: { clause, groups, passMark: '84.51' } })
    expect(advance(opened, review, stricter).status).toBe('failed')
  })

  it('refuses a review that is dated before the application', () => {
    expect(problemOf(opened, { ...review, on: '2026-09-05' })).toMatchObject({
      code: 'DATES_OUT_OF_ORDER',
      path: ['step', 'on'],
      message:
        'step.on: the review-360 on 2026-09-05 comes before the application on 2026-09-10. Steps are taken in order; check the date.',
    })
  })

  it('refuses a step out of order, and names those that can be taken', () => {
    expect(problemOf(opened, publication)).toEqual({
      code: 'STEP_NOT_ALLOWED',
      severity: 'error',
      path: ['step', 'step'],
      params: {
        given: '"publication"',
        allowed: ['review-360', 'withdrawal'],
        previous: 'application',
      },
      message:
        'step.step: got "publication", which cannot follow application. What can: review-360, withdrawal.',
    })
  })

  it('asks for enough reviewers', () => {
    expect(problemOf(opened, { ...review, reviews: { ...reviews, peers: [80] } })).toMatchObject({
      code: 'REVIEWS_TOO_FEW',
      params: { id: 'peers', given: '1', minimum: '3' },
    })
  })

  it('asks for more of an anonymous few whom the score would tell, and of nobody without weight', () => {
    const anonymous = { minimum: 1, anonymous: true }
    const groups = [
      { id: 'assistants', weight: 0, ...anonymous },
      { id: 'peers', weight: 100, ...anonymous },
    ]
    const policy = changed({ reviews: { clause: 'PRO-11', groups } })
    const given = { ...review, reviews: { assistants: [10], peers: [80, 70] } } as ApplicationStep
    const outcome = attempt(() => advance(opened, given, policy))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'REVIEWS_TOO_FEW', params: { id: 'peers', given: '2', minimum: '3' } },
    ])
  })

  it('asks on each ladder for its defence', () => {
    expect(problemOf(takenThrough(review), { ...defence, kind: 'solution' })).toMatchObject({
      code: 'VALUE_NOT_ALLOWED',
      params: { allowed: ['management-case'] },
    })
  })

  it('is closed by a defence or a review that is not passed, and by a withdrawal', () => {
    const closed = { next: [], openObjections: [] }
    expect(takenThrough(review, { ...defence, passed: false })).toMatchObject({
      status: 'failed',
      ...closed,
    })
    expect(takenThrough({ step: 'withdrawal', on: '2026-09-11' })).toMatchObject({
      status: 'withdrawn',
      ...closed,
    })
    const { clause, groups } = throughJson(handbook.careers.reviews) as never as {
      clause: string
      groups: []
    }
    const strict = changed({ reviews: { clause, groups, passMark: 85 } })
    expect(advance(opened, review, strict).status).toBe('failed')
  })

  it('takes objections until the last day, and the decision on a later one', () => {
    const published = takenThrough(review, defence, publication)
    expect(problemOf(published, { ...objection, on: '2026-10-13' })).toMatchObject({
      code: 'DATES_OUT_OF_ORDER',
      params: { reason: 'objection', to: '2026-10-12' },
    })
    expect(problemOf(published, decision('2026-10-12'))).toMatchObject({
      code: 'DATES_OUT_OF_ORDER',
      params: { reason: 'decision-during-publication', from: '2026-10-12' },
    })
    expect(advance(published, decision('2026-10-13', false)).status).toBe('rejected')
  })

  it('says from which day it may be decided, also where the last answer is of the last day', () => {
    const early = { ...answer(false), on: '2026-10-12' } as ApplicationStep
    const answered = takenThrough(review, defence, publication, objection, early)
    expect(answered.next).toEqual([
      { step: 'objection', from: '2026-10-12', until: '2026-10-12' },
      { step: 'decision', from: '2026-10-13', until: null },
      { step: 'withdrawal', from: '2026-10-12', until: null },
    ])
    const late = takenThrough(review, defence, publication, objection, answer(false))
    expect(late.next).toEqual([
      { step: 'decision', from: '2026-10-14', until: null },
      { step: 'withdrawal', from: '2026-10-14', until: null },
    ])
  })

  it('answers an objection once, and waits for each of several', () => {
    const second = { ...objection, id: 'O2' } as ApplicationStep
    const both = takenThrough(review, defence, publication, objection, second)
    expect(both.openObjections).toEqual(['O1', 'O2'])
    const one = advance(both, answer(true))
    expect(one.openObjections).toEqual(['O2'])
    expect(problemOf(one, answer(false))).toMatchObject({
      code: 'VALUE_NOT_ALLOWED',
      path: ['step', 'id'],
      params: { given: '"O1"', allowed: ['O2'] },
    })
    expect(problemOf(one, decision('2026-10-14'))).toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    const answered = advance(one, { ...answer(false), id: 'O2' } as ApplicationStep)
    expect(answered.openObjections).toEqual([])
    expect(problemOf(answered, decision('2026-10-14'))).toMatchObject({
      code: 'POLICY_CONFLICT',
      params: { id: 'O1' },
    })
  })

  it('decides once every objection is answered, and promotes nobody against one that was upheld', () => {
    const objected = takenThrough(review, defence, publication, objection)
    expect(objected.openObjections).toEqual(['O1'])
    expect(objected.next[0]).toEqual({ step: 'objection', from: '2026-10-12', until: '2026-10-12' })
    expect(problemOf(objected, decision('2026-10-20'))).toMatchObject({
      code: 'STEP_NOT_ALLOWED',
      params: { allowed: ['objection', 'answer', 'withdrawal'] },
    })
    expect(problemOf(objected, objection)).toMatchObject({ code: 'ID_DUPLICATE' })
    expect(problemOf(objected, { ...answer(true), id: 'O2' } as ApplicationStep)).toMatchObject({
      code: 'VALUE_NOT_ALLOWED',
    })
    expect(advance(advance(objected, answer(false)), decision('2026-10-14')).status).toBe(
      'promoted',
    )
    const upheld = advance(objected, answer(true))
    expect(problemOf(upheld, decision('2026-10-14'))).toMatchObject({
      code: 'POLICY_CONFLICT',
      params: { id: 'O1' },
    })
    expect(advance(upheld, decision('2026-10-14', false)).status).toBe('rejected')
  })
})

describe('an application that was stored', () => {
  it('keeps a review as it was stored, and what was withheld of it', () => {
    const groups = [
      { id: 'manager', weight: 50 },
      { id: 'peers', weight: 30, minimum: 2, anonymous: true },
      { id: 'customers', weight: 20, minimum: 1, anonymous: true },
    ]
    const policy = changed({ reviews: { clause: 'PRO-11', groups } })
    const few = { manager: [90], peers: [80, 70], customers: [85, 85, 85] }
    const reviewed = advance(opened, { ...review, reviews: few }, policy)
    const defended = advance(throughJson(reviewed), defence, policy)
    expect(defended.history[1]).toEqual(reviewed.history[1])
    expect(defended.history[1]).toMatchObject({
      review: {
        groups: [{ withheld: null }, { withheld: 'anonymity' }, { withheld: 'would-disclose' }],
      },
    })
  })

  it('by the first version goes on in this one', () => {
    const file = new URL('./stored/application-0.1.json', import.meta.url)
    const stored = JSON.parse(readFileSync(file, 'utf8')) as PromotionApplication
    expect(advance(stored, decision('2026-10-13')).status).toBe('promoted')
  })

  it('goes on from its JSON', () => {
    const stored = throughJson(takenThrough(review, defence, publication))
    expect(advance(stored, decision('2026-10-13'))).toEqual(
      takenThrough(review, defence, publication, decision('2026-10-13')),
    )
  })

  it('is never changed by a step', () => {
    const before = throughJson(opened)
    advance(opened, review)
    expect(throughJson(opened)).toEqual(before)
  })

  it.each<[string, (history: readonly object[]) => readonly object[], string]>([
    ['a step taken out', ([first, , ...rest]) => [first as object, ...rest], 'STEP_NOT_ALLOWED'],
    ['nothing left', () => [], 'VALUE_MISSING'],
    ['no application', (history) => history.slice(1), 'STEP_NOT_ALLOWED'],
    [
      'a publication cut short',
      (history) =>
        history.map((one) => ('lastDay' in one ? { ...one, lastDay: '2026-10-03' } : one)),
      'DATES_OUT_OF_ORDER',
    ],
    [
      'a publication of four working days, the fifth of its days off',
      (history) =>
        history.map((one) => ('lastDay' in one ? { ...one, lastDay: '2026-10-11' } : one)),
      'DATES_OUT_OF_ORDER',
    ],
    ['the order changed', (history) => [...history].reverse(), 'STEP_NOT_ALLOWED'],
  ])('is refused with %s', (_, edit, code) => {
    const stored = throughJson(takenThrough(review, defence, publication))
    const edited = { ...stored, history: edit(stored.history) } as PromotionApplication
    expect(problemOf(edited, decision('2026-10-13'))?.code).toBe(code)
  })

  it('is held to the days of its publication where no calendar is given, or one of another year', () => {
    const stored = throughJson(takenThrough(review, defence, publication))
    const calendar = defineCalendar({ from: '2027-01-01', to: '2027-12-31', weekend: [6, 7] })
    const lasting = (lastDay: string, given?: typeof calendar) => {
      const history = stored.history.map((one) => ('lastDay' in one ? { ...one, lastDay } : one))
      const edited = { ...stored, history } as PromotionApplication
      const decide = decision('2026-10-13')
      return attempt(() => advanceApplication(edited, decide, handbook.careers, given)).ok
    }
    for (const given of [undefined, calendar])
      expect([lasting('2026-10-03', given), lasting('2026-10-04', given)]).toEqual([false, true])
    expect([lasting('2026-10-11', china2026), lasting('2026-10-12', china2026)]).toEqual([
      false,
      true,
    ])
  })

  const held = (firstDay: 'excluded' | 'included', workingDays = 5) => {
    const procedure = { clause: 'PRO-11', publication: { firstDay, workingDays } } as const
    const policy = changed({ procedure })
    const stored = throughJson(
      [review, defence, publication].reduce(
        (application, step) => advance(application, step, policy),
        opened,
      ),
    )
    return (on: string, lastDay: string, given?: typeof china2026) => {
      const history = stored.history.map((one) =>
        'lastDay' in one ? { ...one, on, lastDay } : one,
      )
      const edited = { ...stored, history } as PromotionApplication
      return attempt(() => advanceApplication(edited, decision('2026-11-13'), policy, given)).ok
    }
  }

  it('is held to a publication of which the first day counts', () => {
    const lasting = held('included')
    expect(lasting('2026-09-29', '2026-10-09', china2026)).toBe(false)
    expect(lasting('2026-09-29', '2026-10-10', china2026)).toBe(true)
    expect(lasting('2026-10-01', '2026-10-12', china2026)).toBe(false)
    expect(lasting('2026-10-01', '2026-10-13', china2026)).toBe(true)
    expect(lasting('2026-09-29', '2026-10-02')).toBe(false)
    expect(lasting('2026-09-29', '2026-10-03')).toBe(true)
  })

  it('is held to a publication of one day', () => {
    expect(held('excluded', 1)('2026-09-29', '2026-09-29', china2026)).toBe(false)
    expect(held('excluded', 1)('2026-09-29', '2026-09-30', china2026)).toBe(true)
    expect(held('included', 1)('2026-09-29', '2026-09-29', china2026)).toBe(true)
    expect(held('included', 1)('2026-10-01', '2026-10-01', china2026)).toBe(false)
    expect(held('included', 1)('2026-09-29', '2026-09-28', china2026)).toBe(false)
  })

  it('counts by a calendar that begins with the publication, or ends with it', () => {
    const { holidays, workdays } = china2026
    const within = (from: string, to: string) =>
      defineCalendar({
        ...{ from, to, weekend: [6, 7] },
        holidays: holidays.filter((day) => day >= from && day <= to),
        workdays: workdays.filter((day) => day >= from && day <= to),
      })
    const lasting = (given: typeof china2026) => held('excluded')('2026-09-29', '2026-10-11', given)
    expect(lasting(within('2026-09-29', '2026-12-31'))).toBe(false)
    expect(lasting(within('2026-01-01', '2026-10-11'))).toBe(false)
    expect(lasting(within('2026-09-30', '2026-12-31'))).toBe(true)
    expect(lasting(within('2026-01-01', '2026-10-10'))).toBe(true)
  })

  it.each([
    [{ format: 2 }, 'FORMAT_UNKNOWN'],
    [{ policy: { id: 'other', version: '1' } }, 'PLAN_CHANGED'],
    [{ rung: 'boss' }, 'NOT_IN_POLICY'],
    [{ applicant: null }, 'VALUE_MISSING'],
  ])('is refused with %j', (change, code) => {
    const edited = { ...throughJson(opened), ...change } as PromotionApplication
    expect(problemOf(edited, review)?.code).toBe(code)
  })

  it('says where it stands by its history, whatever else was written into it', () => {
    const edited = { ...throughJson(opened), status: 'promoted', next: [] } as PromotionApplication
    expect(advance(edited, review)).toEqual(advance(opened, review))
  })
})

interface DrawnStep {
  readonly step: ApplicationStep
  readonly days: number
  readonly passed: boolean
}

/** Takes each step that is not refused, on a later day each time; what was done before must stay as it was. */
function takenAsFarAsAllowed(drawn: readonly DrawnStep[]): PromotionApplication {
  let application = opened
  let on = '2026-09-10'
  for (const { step, days, passed } of drawn) {
    on = addDays(on, days)
    const outcomeOfDefence = step.step === 'defence' ? { passed } : {}
    const taken = { ...step, on, ...outcomeOfDefence } as ApplicationStep
    const outcome = attempt(() => advance(application, taken))
    if (!outcome.ok) continue
    expect(application.next.map(({ step: name }) => name)).toContain(taken.step)
    expect(outcome.value.history.slice(0, -1)).toEqual(application.history)
    application = outcome.value
  }
  return application
}

describe('for any sequence of steps', () => {
  const steps = fc.array(
    fc.record({
      step: fc.constantFrom(
        review,
        defence,
        publication,
        objection,
        answer(false),
        answer(true),
        decision('2026-10-13'),
      ),
      days: fc.nat({ max: 8 }),
      passed: fc.boolean(),
    }),
    { maxLength: 14 },
  )

  it('none reaches a decision without every step before it, and nothing that was done is lost', () => {
    fc.assert(
      fc.property(steps, (drawn) => {
        const application = takenAsFarAsAllowed(drawn)
        const names = application.history.map(({ step }) => step)
        if (names.includes('decision')) {
          const stages = ['application', 'review-360', 'defence', 'publication', 'decision']
          expect(names.filter((name) => stages.includes(name))).toEqual(stages)
          expect(application.openObjections).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })
})
