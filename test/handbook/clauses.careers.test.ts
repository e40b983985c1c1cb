import {
  type ApplicationStep,
  advanceApplication,
  allowances,
  attempt,
  awardTitles,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkReward,
  checkTraining,
  educationRepayment,
  grantOptions,
  hallOfFame,
  handbook,
  nextRungs,
  openApplication,
  vestingSchedule,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** What each clause of careers and rewards says, in its words and with its figures, by the ready policies. */
const { careers, rewards, chinaCalendar } = handbook

const promoted = (rung: string, facts: object) => checkPromotion(facts, rung, careers)
const may = (rung: string, facts: object) => promoted(rung, facts).eligible
const standardOf = (rung: string, facts: object) => promoted(rung, facts).standard?.outcome
const ladder = (id: string) =>
  careers.ladders.find((one) => one.id === id)?.rungs.map((rung) => rung.id)
const years = (...values: readonly unknown[]) =>
  values.map((value, at) => ({ period: String(2026 - values.length + at), value }))
const quarters = (...values: readonly unknown[]) =>
  values.map((value, at) => ({ period: `2026-Q${at + 1}`, value }))

describe('careers', () => {
  it('PRO-1: representative, supervisor, regional manager, director', () => {
    const rungs = ['sales-representative', 'sales-supervisor', 'regional-manager', 'sales-director']
    expect(ladder('management')).toEqual(rungs)
    for (const [at, rung] of rungs.entries())
      expect(promoted(rung, {}).from).toBe(rungs[at - 1] ?? null)
  })

  it('PRO-2: junior, senior, product expert, chief', () => {
    const rungs = [
      ...['junior-product-consultant', 'senior-industry-consultant'],
      ...['product-expert', 'chief-technical-consultant'],
    ]
    expect(ladder('expert')).toEqual(rungs)
    for (const [at, rung] of rungs.entries())
      expect(promoted(rung, {}).from).toBe(rungs[at - 1] ?? null)
  })

  it('PRO-3: from every rung into market development, customer success and training', () => {
    for (const currentRung of careers.ladders.flatMap(({ rungs }) => rungs.map(({ id }) => id))) {
      const { moves } = nextRungs({ currentRung }, careers)
      const sideways = moves.filter(({ kind }) => kind === 'sideways').map(({ rung }) => rung)
      expect(sideways).toEqual(['market-development', 'customer-success', 'training'])
    }
  })

  it('PRO-4: 100,000 a month; 3 to 5 people and the certificate; 10 people; six to nine are no rung', () => {
    const sells = (monthlySales: string) => standardOf('sales-representative', { monthlySales })
    expect([sells('99999.99'), sells('100000')]).toEqual(['unmet', 'met'])
    const leads = (rung: string, certificate = true) =>
      Array.from({ length: 12 }, (_, teamSize) => teamSize).filter(
        (teamSize) =>
          standardOf(rung, { teamSize, teamManagementCertificate: certificate }) === 'met',
      )
    expect(leads('sales-supervisor')).toEqual([3, 4, 5])
    expect(leads('sales-supervisor', false)).toEqual([])
    expect(leads('regional-manager')).toEqual([10, 11])
  })

  it('PRO-5: 110% over the last 12 months, 80% of newcomers kept, the assessment passed', () => {
    const facts = (attainment: string, retention: string, passed: boolean) => ({
      attainmentLast12Months: attainment,
      newcomerRetention: retention,
      managementAssessment: passed,
    })
    expect(may('sales-supervisor', facts('1.1', '0.8', true))).toBe(true)
    expect(may('sales-supervisor', facts('1.0999', '0.8', true))).toBe(false)
    expect(may('sales-supervisor', facts('1.1', '0.7999', true))).toBe(false)
    expect(may('sales-supervisor', facts('1.1', '0.8', false))).toBe(false)
  })

  it('PRO-6: the target exceeded two quarters in a row, 2 channel cases, the defence passed', () => {
    const asked = (attainment: readonly unknown[], channelCases = 2, strategyDefence = true) =>
      may('regional-manager', {
        ...{ regionalAttainment: quarters(...attainment), channelCases, strategyDefence },
        asOf: '2026-Q2',
      })
    expect(asked(['1.0001', '1.0001'])).toBe(true)
    expect(asked(['1.0001', 1])).toBe(false)
    expect(asked([2, '1.0001'], 1)).toBe(false)
    expect(asked([2, '1.0001'], 2, false)).toBe(false)
  })

  it('PRO-7: a project of 5,000,000, 2 supervisors developed, the interview passed', () => {
    const asked = (largestProject: string, supervisorsDeveloped: number, passed: boolean) =>
      may('sales-director', { largestProject, supervisorsDeveloped, executiveInterview: passed })
    expect(asked('5000000', 2, true)).toBe(true)
    expect(asked('4999999.99', 2, true)).toBe(false)
    expect(asked('5000000', 1, true)).toBe(false)
    expect(asked('5000000', 2, false)).toBe(false)
  })

  it('PRO-8: the certificate, 3 industry solutions, satisfaction of 90 of 100', () => {
    const asked = (industryCertificate: boolean, industrySolutions: number, satisfaction: string) =>
      may('senior-industry-consultant', { industryCertificate, industrySolutions, satisfaction })
    expect(asked(true, 3, '90')).toBe(true)
    expect(asked(false, 3, '90')).toBe(false)
    expect(asked(true, 2, '90')).toBe(false)
    expect(asked(true, 3, '89.99')).toBe(false)
  })

  it('PRO-9: 5 proposals adopted, and a part in a white paper', () => {
    const asked = (proposalsAdopted: number, whitePaper: boolean) =>
      may('product-expert', { proposalsAdopted, whitePaper })
    expect([asked(5, true), asked(4, true), asked(5, false)]).toEqual([true, false, false])
  })

  it('PRO-10: S two years in a row opens the way to supervisor, whatever else is missing', () => {
    const asked = (...grades: readonly string[]) =>
      may('sales-supervisor', {
        ...{ attainmentLast12Months: '0.5', yearlyGrades: years(...grades), asOf: '2026' },
      })
    expect(asked('S', 'S')).toBe(true)
    expect([asked('S', 'A'), asked('S', 'S', 'A'), asked('S')]).toEqual([false, false, false])
  })

  it('PRO-11: application with proofs, review, defence, five working days; none skipped', () => {
    const steps: readonly ApplicationStep[] = [
      {
        step: 'review-360',
        on: '2026-09-02',
        reviews: { manager: [90], peers: [80, 70, 75], customers: [85] },
      },
      { step: 'defence', on: '2026-09-03', kind: 'management-case', passed: true },
      { step: 'publication', on: '2026-09-29' },
      { step: 'decision', on: '2026-10-13', by: 'committee', promoted: true },
    ]
    const proofs = [{ for: 'managementAssessment', document: 'result 114' }]
    const input = { applicant: 'Li Na', rung: 'sales-supervisor', on: '2026-09-01' }
    const taking = (taken: readonly ApplicationStep[]) =>
      attempt(() =>
        taken.reduce(
          (application, step) => advanceApplication(application, step, careers, chinaCalendar),
          openApplication({ ...input, proofs }, careers),
        ),
      )
    const whole = taking(steps)
    expect(whole.ok && whole.value.status).toBe('promoted')
    for (const skipped of [0, 1, 2])
      expect(taking(steps.filter((_, at) => at !== skipped)).ok).toBe(false)
    expect(attempt(() => openApplication({ ...input, proofs: [] }, careers)).ok).toBe(false)
    const solution = { ...steps[1], kind: 'solution' } as ApplicationStep
    expect(taking([...steps.slice(0, 1), solution]).ok).toBe(false)
  })

  it('PRO-12: on target 2 years and coached before; chosen by both, 2 sessions a month, assessed each quarter, rewarded', () => {
    const mentor = (coachedBefore: boolean, ...yearlyAttainment: readonly string[]) =>
      checkMentor(
        { coachedBefore, yearlyAttainment: years(...yearlyAttainment), asOf: '2026' },
        careers,
      ).eligible
    expect(mentor(true, '1', '1')).toBe(true)
    expect([mentor(true, '1', '0.99'), mentor(false, '1', '1')]).toEqual([false, false])
    const mentoring = {
      ...{ mentor: 'Zhao', mentee: 'Li Na', from: '2026-01-01', asOf: '2026-04-01' },
      chosenBy: ['mentor', 'mentee'] as const,
      sessions: ['01-09', '01-23', '02-06', '02-27', '03-06', '03-20'].map((day) => `2026-${day}`),
      assessments: ['2026-Q1'],
      promotion: { on: '2026-03-30', rung: 'sales-supervisor' },
    }
    const judged = (change: Partial<Parameters<typeof checkMentoring>[0]>) =>
      checkMentoring({ ...mentoring, ...change }, careers)
    expect(judged({})).toMatchObject({ outcome: 'met', reward: { on: '2026-03-30' } })
    expect(judged({ sessions: mentoring.sessions.slice(1) }).outcome).toBe('unmet')
    expect(judged({ assessments: [] }).outcome).toBe('unmet')
    expect(judged({ chosenBy: ['mentor'] }).outcome).toBe('unmet')
  })

  it.each([
    ['junior-product-consultant', ['sellsStandardProductsAlone']],
    ['senior-industry-consultant', ['mastersIndustrySolutions']],
    ['product-expert', ['takesPartInProductDesign']],
    ['chief-technical-consultant', ['takesPartInIndustryStandards', 'leadsMajorDesigns']],
  ])('PRO-13: a %s %j', (rung, level) => {
    const facts = Object.fromEntries(level.map((fact) => [fact, true]))
    expect(standardOf(rung, facts)).toBe('met')
    for (const fact of level) expect(standardOf(rung, { ...facts, [fact]: false })).toBe('unmet')
  })

  it('PRO-14: ability, contribution and potential are one score', () => {
    const { dimensions } = promoted('product-expert', {
      ...{ ability: 80, contribution: 70, potential: 55 },
    })
    expect(dimensions).toMatchObject({ score: 71, outcome: 'met', passMark: 70 })
    expect(dimensions?.parts.map(({ id }) => id)).toEqual(['ability', 'contribution', 'potential'])
  })

  it('PRO-15: newcomers, backbone and reserve have a programme each; supervisors shadow a manager', () => {
    const applying = (facts: object) =>
      checkTraining(facts, careers)
        .programmes.filter(({ applies }) => applies === true)
        .map(({ programme, missing }) => [programme, missing])
    const products = ['productHandbook', 'productPractice', 'productCertificate']
    expect(applying({ trainingGroup: 'newcomers' })).toEqual([['newcomers', products]])
    expect(applying({ trainingGroup: 'backbone' })).toEqual([
      ['backbone', ['advancedSellingCourse']],
    ])
    expect(applying({ trainingGroup: 'reserve' })).toEqual([['reserve', ['managementCourse']]])
    expect(applying({ currentRung: 'sales-supervisor' })).toEqual([
      ['supervisors', ['managerShadowed']],
    ])
  })
})

describe('rewards', () => {
  const has = (reward: string, facts: object) => checkReward(facts, reward, rewards).eligible

  it('REW-1: stock for directors, over 4 years, each year only where performance grew', () => {
    expect(has('restricted-stock', { rung: 'sales-director' })).toBe(true)
    expect(has('restricted-stock', { rung: 'regional-manager' })).toBe(false)
    const grant = { plan: 'restricted-stock', shares: 400, start: '2026-03-01' }
    const { tranches, position } = vestingSchedule(
      {
        ...{ ...grant, asOf: '2030-03-01' },
        results: [0.1, 0, '0.0001', -0.1].map((growth) => ({ performanceGrowth: growth })),
      },
      rewards,
    )
    expect(tranches.map(({ date, shares }) => [date, shares])).toEqual(
      ['2027', '2028', '2029', '2030'].map((year) => [`${year}-03-01`, 100]),
    )
    expect(position?.tranches.map(({ vested }) => vested)).toEqual([100, 0, 100, 0])
  })

  it('REW-2: options out of a pool, for experts and innovation projects', () => {
    const request = (id: string, project: string, rung: string) => ({
      ...{ id, project, options: 60, facts: { rung } },
    })
    const { grants, left } = grantOptions(
      {
        plan: 'expert-options',
        pool: { size: 100 },
        projects: [{ id: 'scanner' }],
        requests: [
          request('R-1', 'scanner', 'product-expert'),
          request('R-2', 'brochure', 'product-expert'),
          request('R-3', 'scanner', 'sales-director'),
          request('R-4', 'scanner', 'junior-product-consultant'),
        ],
      },
      rewards,
    )
    expect(grants.map(({ granted }) => granted)).toEqual([60, 0, 0, 40])
    expect(left).toBe(0)
  })

  it('REW-3: of twenty people the best two', () => {
    const people = Array.from({ length: 20 }, (_, at) => ({ id: `p${at}`, result: 100 - at }))
    expect(hallOfFame(people, rewards).members).toEqual(['p0', 'p1'])
  })

  it('REW-4: PMP pays 2,000 a month', () => {
    const certificates = [{ certificate: 'PMP', from: '2025-01-01' }]
    expect(allowances({ period: '2026-05', certificates }, rewards).amount).toBe('2000.00')
    expect(allowances({ period: '2026', certificates }, rewards).amount).toBe('24000.00')
  })

  it('REW-5: a fund for high potentials, repaid in proportion to the time not served', () => {
    expect(has('education-fund', { highPotential: true })).toBe(true)
    expect(has('education-fund', { highPotential: false })).toBe(false)
    const course = { amount: '36500', from: '2026-01-01', to: '2026-12-31' }
    const owed = (lastDay: string) => educationRepayment({ ...course, lastDay }, rewards).repay
    expect(owed('2026-12-31')).toBe('0.00')
    expect(owed('2026-12-30')).toBe('100.00')
    expect(owed('2025-12-31')).toBe('36500.00')
  })

  it('REW-6: sales champion, rising star, star of the week', () => {
    const people = [
      { id: 'Li', facts: { sales: '900000', monthsOfService: 40 } },
      { id: 'Wang', facts: { sales: '500000', monthsOfService: 7 } },
    ]
    const won = (period: string) =>
      awardTitles({ period, people }, rewards).titles.map(({ title, winners }) => [title, winners])
    expect(won('2026')).toEqual([
      ['sales-champion', ['Li']],
      ['rising-star', ['Wang']],
    ])
    expect(won('2026-W07')).toEqual([['star-of-the-week', ['Li']]])
  })

  it('REW-7: high performers are offered training abroad or an EMBA', () => {
    for (const reward of ['training-abroad', 'emba']) {
      expect(has(reward, { yearlyGrades: years('S'), asOf: '2026' })).toBe(true)
      expect(has(reward, { yearlyGrades: years('S', 'A'), asOf: '2026' })).toBe(false)
    }
  })

  it('REW-8: outstanding people may apply for an internal venture', () => {
    expect(has('internal-venture', { yearlyGrades: years('S', 'S'), asOf: '2026' })).toBe(true)
    expect(has('internal-venture', { yearlyGrades: years('A', 'S'), asOf: '2026' })).toBe(false)
    expect(has('internal-venture', {})).toBe('unknown')
  })
})
