import {
  type ApplicationStep,
  addDays,
  advanceApplication,
  aggregateReviews,
  attempt,
  type CareerPolicyInput,
  type DefinedCareerPolicy,
  handbook,
  openApplication,
  type ReviewScores,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { changed } from '../careers/policies.js'

/** The cases that were collected for careers, each with its numbers as they were written down, and more of the same kinds. */
const { careers, chinaCalendar } = handbook

const input = {
  applicant: 'Li Na',
  rung: 'sales-supervisor',
  on: '2024-12-01',
  proofs: [{ for: 'managementAssessment', document: 'result 114' }],
}
const reviews = { manager: [90], peers: [80, 70, 75], customers: [85] }

/** An application that waits for its publication. */
const defended = (policy: DefinedCareerPolicy, on = '2024-12-02') =>
  advanceApplication(
    advanceApplication(
      openApplication({ ...input, on }, policy),
      { step: 'review-360', on, reviews },
      policy,
    ),
    { step: 'defence', on, kind: 'management-case', passed: true },
    policy,
  )

/** The last day of a publication by the ready calendar of mainland China, or the code by which it is refused. */
function lastDay(on: string, firstDay: 'excluded' | 'included', workingDays = 5) {
  const policy = changed({ procedure: { clause: 'PRO-11', publication: { firstDay } } })
  const step: ApplicationStep = { step: 'publication', on, workingDays }
  const outcome = attempt(() => advanceApplication(defended(policy), step, policy, chinaCalendar))
  if (!outcome.ok) return outcome.issues[0]?.code
  const published = outcome.value
  const entry = published.history.at(-1)
  const until = entry?.step === 'publication' ? entry.lastDay : ''
  expect(published.next).toEqual([
    { step: 'objection', from: on, until },
    { step: 'decision', from: addDays(until, 1), until: null },
    { step: 'withdrawal', from: on, until: null },
  ])
  return until
}

describe('publication for five working days (PRO-11)', () => {
  it.each([
    ['proc-01', '2026-09-29', '2026-10-12', '2026-10-10'],
    ['proc-03', '2026-10-01', '2026-10-13', '2026-10-13'],
    ['proc-06', '2026-12-25', 'DATE_NOT_COVERED', '2026-12-31'],
    ['in a week without a day off', '2026-03-02', '2026-03-09', '2026-03-06'],
    ['on a Saturday', '2026-03-14', '2026-03-20', '2026-03-20'],
    ['on a Saturday that is worked', '2026-02-14', '2026-02-28', '2026-02-27'],
    ['before a Saturday that is worked', '2026-02-13', '2026-02-27', '2026-02-26'],
    ['before a Sunday that is worked', '2026-09-18', '2026-09-24', '2026-09-23'],
    ['before Labour Day', '2026-04-30', '2026-05-11', '2026-05-09'],
    ['on New Year’s Day', '2026-01-01', '2026-01-08', '2026-01-08'],
    ['over New Year, the year before', '2024-12-30', '2025-01-07', '2025-01-06'],
    ['over Spring Festival 2025, with a worked Sunday', '2025-01-24', '2025-02-07', '2025-02-06'],
    ['in the last week that is covered', '2026-12-24', '2026-12-31', '2026-12-30'],
    ['on the last day that is covered', '2026-12-31', 'DATE_NOT_COVERED', 'DATE_NOT_COVERED'],
  ])('%s: from %s to %s, or to %s if the first day counts', (_, on, excluded, included) => {
    expect([lastDay(on, 'excluded'), lastDay(on, 'included')]).toEqual([excluded, included])
  })

  it.each([
    [6, '2026-10-13'],
    [10, '2026-10-19'],
  ])('for %i working days from 29 September lasts until %s', (workingDays, until) => {
    expect(lastDay('2026-09-29', 'excluded', workingDays)).toBe(until)
  })

  it('is over on the day after the last one, and not on it', () => {
    const published = advanceApplication(
      defended(careers),
      { step: 'publication', on: '2026-09-29' },
      careers,
      chinaCalendar,
    )
    const decide = (on: string) => {
      const decision = { step: 'decision', on, by: 'committee', promoted: true } as const
      const outcome = attempt(() => advanceApplication(published, decision, careers))
      return outcome.ok ? outcome.value.status : outcome.issues[0]?.code
    }
    expect([decide('2026-10-12'), decide('2026-10-13')]).toEqual(['DATES_OUT_OF_ORDER', 'promoted'])
  })
})

describe('steps in their order (PRO-11)', () => {
  const at = openApplication({ ...input, on: '2026-09-10' }, careers)
  const steps: Readonly<Record<string, ApplicationStep>> = {
    review: { step: 'review-360', on: '2026-09-10', reviews },
    defence: { step: 'defence', on: '2026-09-20', kind: 'management-case', passed: true },
    publication: { step: 'publication', on: '2026-09-29' },
    objection: { step: 'objection', on: '2026-09-30', id: 'O1', by: 'Sun', reason: 'shared' },
    decision: { step: 'decision', on: '2026-10-13', by: 'committee', promoted: true },
  }
  const taking = (...names: readonly (string | ApplicationStep)[]) => {
    const outcome = attempt(() =>
      names.reduce(
        (application, one) =>
          advanceApplication(
            application,
            typeof one === 'string' ? (steps[one] as ApplicationStep) : one,
            careers,
            chinaCalendar,
          ),
        at,
      ),
    )
    return outcome.ok ? outcome.value.status : outcome.issues[0]?.message
  }

  it('proc-08: a review on 5 September is refused for an application of the 10th', () => {
    expect(taking({ ...(steps['review'] as ApplicationStep), on: '2026-09-05' })).toBe(
      'step.on: the review-360 on 2026-09-05 comes before the application on 2026-09-10. Steps are taken in order; check the date.',
    )
  })

  it.each([
    [['defence'], 'defence', 'application', 'review-360, withdrawal'],
    [['publication'], 'publication', 'application', 'review-360, withdrawal'],
    [['decision'], 'decision', 'application', 'review-360, withdrawal'],
    [['review', 'review'], 'review-360', 'review-360', 'defence, withdrawal'],
    [['review', 'publication'], 'publication', 'review-360', 'defence, withdrawal'],
    [['review', 'defence', 'decision'], 'decision', 'defence', 'publication, withdrawal'],
    [['review', 'defence', 'objection'], 'objection', 'defence', 'publication, withdrawal'],
    [
      ['review', 'defence', 'publication', 'objection', 'decision'],
      ...['decision', 'objection', 'objection, answer, withdrawal'],
    ],
  ] as const)('%j is refused', (names, given, previous, allowed) => {
    expect(taking(...names)).toBe(
      `step.step: got "${given}", which cannot follow ${previous}. What can: ${allowed}.`,
    )
  })

  it('a second application, or anything after the decision, is no step', () => {
    const whole = ['review', 'defence', 'publication', 'decision']
    expect(taking(...whole)).toBe('promoted')
    expect(taking(...whole, 'objection')).toBe(
      'step.step: got "objection", which cannot follow promoted. Nothing can: the application is closed.',
    )
    expect(taking({ ...at.history[0] } as never)).toContain('cannot follow application')
  })
})

describe('reviews from all sides (PRO-11)', () => {
  const weighted = (manager: number, peers: number, customers: number, more: object = {}) => {
    const groups = [
      { id: 'manager', weight: manager },
      { id: 'peers', weight: peers },
      { id: 'customers', weight: customers },
    ]
    return changed({
      reviews: { clause: 'PRO-11', groups, ...more },
    } as Partial<CareerPolicyInput>)
  }
  it.each<[string, ReviewScores, DefinedCareerPolicy, number, number]>([
    ['calib-07', reviews, careers, 84.5, 75],
    [
      'seven peers weigh as much as three',
      { ...reviews, peers: [75, 75, 75, 75, 75, 75, 75] },
      careers,
      84.5,
      75,
    ],
    [
      'a mean that does not end: 71⅓ × 30% is 21.4',
      { manager: [80], peers: [70, 71, 73], customers: [90] },
      careers,
      79.4,
      71.33,
    ],
    [
      'several in each group: 34 + 30 + 18.5',
      { manager: [80, 90], peers: [70, 75, 80, 75], customers: [90, 95] },
      weighted(40, 40, 20),
      82.5,
      75,
    ],
    [
      'out of five: 2.25 + 1.1 + 1',
      { manager: [4.5], peers: [4, 3, 4], customers: [5] },
      weighted(50, 30, 20, { maximum: 5 }),
      4.35,
      3.67,
    ],
    [
      'nothing at all from the manager',
      { manager: [0], peers: [100, 100, 100], customers: [100] },
      careers,
      50,
      100,
    ],
  ])('%s', (_, given, policy, score, peers) => {
    const summary = aggregateReviews(given, policy)
    expect(summary.score).toBe(score)
    expect(summary.groups.find(({ id }) => id === 'peers')?.average).toBe(peers)
  })
})
