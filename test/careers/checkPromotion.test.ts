import fc from 'fast-check'
import {
  attempt,
  type CareerFacts,
  type CareerPolicyInput,
  type ConditionInput,
  checkPromotion,
  defineCareerPolicy,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson, withKeysReversed } from '../arbitraries.rooms.js'
import { type Check, outcomeOf } from '../oracle/checks.js'
import { changed } from './policies.js'

function issuesOf(facts: unknown, rung: unknown, policy = handbook.careers) {
  const outcome = attempt(() => checkPromotion(facts as CareerFacts, rung as string, policy))
  return outcome.ok ? [] : outcome.issues
}

const regional = (...values: (string | number)[]) =>
  values.map((value, index) => ({ period: `2026-Q${index + 1}`, value }))

/** Each rung, facts that just about meet it, and for each fact one that falls just short, with the gap. */
const rungs = [
  ['sales-representative', { hiringApproved: true }, { hiringApproved: [false, null] }],
  [
    'sales-supervisor',
    { attainmentLast12Months: '1.1', newcomerRetention: '0.8', managementAssessment: true },
    {
      attainmentLast12Months: ['1.0999', '0.0001'],
      newcomerRetention: [0.79, '0.01'],
      managementAssessment: [false, null],
    },
  ],
  [
    'regional-manager',
    {
      regionalAttainment: regional('1.0001', 1.3),
      channelCases: 2,
      strategyDefence: true,
      asOf: '2026-Q2',
    },
    {
      regionalAttainment: [regional('1.2', '1'), '2'],
      channelCases: [1, '1'],
      strategyDefence: [false, null],
    },
  ],
  // PRO-7
  [
    'sales-director',
    { largestProject: '5000000', supervisorsDeveloped: 2, executiveInterview: true },
    {
      largestProject: ['4999999.99', '0.01'],
      supervisorsDeveloped: [0, '2'],
      executiveInterview: [false, null],
    },
  ],
  ['junior-product-consultant', { hiringApproved: true }, { hiringApproved: [false, null] }],
  // PRO-8
  [
    'senior-industry-consultant',
    { industryCertificate: true, industrySolutions: 3, satisfaction: 90 },
    {
      industryCertificate: [false, null],
      industrySolutions: [2, '1'],
      satisfaction: ['89.9', '0.1'],
    },
  ],
  // PRO-9
  [
    'product-expert',
    { proposalsAdopted: 5, whitePaper: true },
    { proposalsAdopted: [4, '1'], whitePaper: [false, null] },
  ],
  ['chief-technical-consultant', { committeeApproved: true }, { committeeApproved: [false, null] }],
] as const satisfies readonly (readonly [
  string,
  CareerFacts,
  Readonly<Record<string, readonly [unknown, string | null]>>,
])[]

const shortfalls = rungs.flatMap(([rung, met, short]) =>
  Object.entries(short).map(
    ([id, [value, gap]]) => [rung, id, { ...met, [id]: value }, gap] as const,
  ),
)

/** The facts that a rung asks for; the period in which it is asked is none of them. */
const askedIn = (met: CareerFacts) => Object.keys(met).filter((id) => id !== 'asOf')

const absences = rungs.flatMap(([rung, met]) =>
  askedIn(met).map((id) => {
    const known = Object.entries(met).filter(([key]) => key !== id)
    return [rung, id, Object.fromEntries(known)] as const
  }),
)

describe('the handbook’s ladders (PRO-1, PRO-2)', () => {
  it('are these rungs, from the lowest up', () => {
    expect(handbook.careers.ladders.map(({ rungs }) => rungs.map(({ id }) => id))).toEqual([
      ['sales-representative', 'sales-supervisor', 'regional-manager', 'sales-director'],
      [
        'junior-product-consultant',
        'senior-industry-consultant',
        'product-expert',
        'chief-technical-consultant',
      ],
    ])
    expect(rungs.map(([rung]) => rung)).toEqual(
      handbook.careers.ladders.flatMap((ladder) => ladder.rungs.map(({ id }) => id)),
    )
  })

  it('say of an attainment five points short what is missing', () => {
    const facts = {
      attainmentLast12Months: '1.05',
      newcomerRetention: '0.85',
      managementAssessment: true,
    }
    expect(checkPromotion(facts, 'sales-supervisor', handbook.careers)).toEqual({
      rung: 'sales-supervisor',
      kind: 'promotion',
      ladder: 'management',
      from: 'sales-representative',
      eligible: false,
      checks: [
        {
          id: 'attainmentLast12Months',
          clause: 'PRO-5',
          outcome: 'unmet',
          comparison: 'at-least',
          actual: '1.05',
          required: '1.1',
          gap: '0.05',
        },
        {
          id: 'newcomerRetention',
          clause: 'PRO-5',
          outcome: 'met',
          comparison: 'at-least',
          actual: '0.85',
          required: '0.8',
          gap: null,
        },
        {
          id: 'newcomersInTeam',
          clause: 'PRO-5',
          outcome: 'not-applicable',
          comparison: 'equals',
          actual: null,
          required: '0',
          gap: null,
        },
        {
          id: 'managementAssessment',
          clause: 'PRO-5',
          outcome: 'met',
          comparison: 'equals',
          actual: true,
          required: true,
          gap: null,
        },
        {
          id: 'yearlyGrades',
          clause: 'PRO-10',
          outcome: 'not-applicable',
          comparison: 'at-least',
          actual: null,
          required: '2',
          each: { comparison: 'equals', required: 'S' },
          gap: null,
        },
      ],
      missing: ['attainmentLast12Months'],
      nearest: [
        {
          id: 'attainmentLast12Months',
          clause: 'PRO-5',
          outcome: 'unmet',
          comparison: 'at-least',
          actual: '1.05',
          required: '1.1',
          gap: '0.05',
        },
      ],
      order: {
        outcome: 'unknown',
        checks: [
          {
            id: 'currentRung',
            clause: 'PRO-1',
            outcome: 'unknown',
            comparison: 'one-of',
            actual: null,
            required: ['sales-representative'],
            gap: null,
          },
        ],
      },
      dimensions: {
        clause: 'PRO-14',
        score: null,
        outcome: 'unknown',
        passMark: 70,
        remaining: null,
        parts: [],
        missing: ['ability', 'contribution', 'potential'],
      },
      standard: {
        outcome: 'unknown',
        checks: [
          {
            id: 'teamSize',
            clause: 'PRO-4',
            outcome: 'unknown',
            comparison: 'at-least',
            actual: null,
            required: '3',
            gap: null,
          },
          {
            id: 'teamSize',
            clause: 'PRO-4',
            outcome: 'unknown',
            comparison: 'at-most',
            actual: null,
            required: '5',
            gap: null,
          },
          {
            id: 'teamManagementCertificate',
            clause: 'PRO-4',
            outcome: 'unknown',
            comparison: 'equals',
            actual: null,
            required: true,
            gap: null,
          },
        ],
      },
      policy: { id: 'handbook-careers', version: '1' },
      clauses: ['PRO-1', 'PRO-5', 'PRO-10'],
    })
  })

  it('take twelve sold on a target of one for the fact that it is', () => {
    const facts = {
      attainmentLast12Months: { actual: 12, target: 1 },
      newcomerRetention: { actual: 4, target: 5 },
      managementAssessment: true,
    }
    const promotion = checkPromotion(facts, 'sales-supervisor', handbook.careers)
    expect(promotion.eligible).toBe(true)
    expect(promotion.checks.slice(0, 2).map(({ actual }) => actual)).toEqual(['12', '0.8'])
  })

  it.each(rungs)('let somebody up to %s who just about meets it', (rung, facts) => {
    const promotion = checkPromotion(facts, rung, handbook.careers)
    expect([promotion.eligible, promotion.missing]).toEqual([true, []])
  })

  it.each(shortfalls)('keep from %s somebody just short of %s', (rung, id, facts, gap) => {
    const promotion = checkPromotion(facts, rung, handbook.careers)
    expect(promotion.eligible).toBe(false)
    expect(promotion.missing).toEqual([id])
    expect(promotion.checks.find((check) => check.id === id)?.gap).toBe(gap)
  })

  it.each(absences)('do not decide about %s while %s is unknown', (rung, id, facts) => {
    const promotion = checkPromotion(facts, rung, handbook.careers)
    expect([promotion.eligible, promotion.missing]).toEqual(['unknown', [id]])
  })

  it.each(rungs)(
    'know nothing of %s without any fact, and say everything that is asked',
    (rung, facts) => {
      const promotion = checkPromotion({}, rung, handbook.careers)
      expect(promotion.eligible).toBe('unknown')
      expect(promotion.missing).toEqual(askedIn(facts))
    },
  )

  it('need no more facts once one of them says no', () => {
    const facts = { managementAssessment: false }
    expect(checkPromotion(facts, 'sales-supervisor', handbook.careers)).toMatchObject({
      eligible: false,
      missing: ['attainmentLast12Months', 'newcomerRetention', 'managementAssessment'],
    })
  })

  it('name the rung below, none below the lowest', () => {
    const below = rungs.map(([rung]) => checkPromotion({}, rung, handbook.careers).from)
    expect(below).toEqual([
      null,
      'sales-representative',
      'sales-supervisor',
      'regional-manager',
      null,
      'junior-product-consultant',
      'senior-industry-consultant',
      'product-expert',
    ])
  })
})

describe('the retention of newcomers (PRO-5)', () => {
  const rest = { attainmentLast12Months: '1.12', managementAssessment: true }
  const check = (facts: CareerFacts) => checkPromotion(facts, 'sales-supervisor', handbook.careers)

  it('is not asked of somebody without newcomers in a team, who says so', () => {
    const promotion = check({ ...rest, newcomersInTeam: 0 })
    expect([promotion.eligible, promotion.missing]).toEqual([true, []])
  })

  it('is unknown as long as nobody says that there are none', () => {
    expect(check(rest)).toMatchObject({ eligible: 'unknown', missing: ['newcomerRetention'] })
    expect(check({ ...rest, newcomersInTeam: 3 }).eligible).toBe('unknown')
  })

  it('is asked of everybody else', () => {
    expect(check({ ...rest, newcomersInTeam: 5, newcomerRetention: '0.8' }).eligible).toBe(true)
    expect(check({ ...rest, newcomersInTeam: 5, newcomerRetention: '0.79' }).eligible).toBe(false)
    expect(check({ ...rest, newcomerRetention: '0.79' })).toMatchObject({
      eligible: false,
      missing: ['newcomerRetention'],
    })
  })

  it('is not missing where it is not asked, whatever else is', () => {
    const short = check({ ...rest, attainmentLast12Months: '1.05', newcomersInTeam: 0 })
    expect(short).toMatchObject({ eligible: false, missing: ['attainmentLast12Months'] })
  })
})

describe('the fast track (PRO-10)', () => {
  const years = (...grades: string[]) =>
    grades.flatMap((value, index) => (value === '-' ? [] : [{ period: `${2023 + index}`, value }]))
  const check = (facts: CareerFacts, asOf = '2026') =>
    checkPromotion({ ...facts, asOf }, 'sales-supervisor', handbook.careers)

  it('of two years at S is enough on its own', () => {
    const promotion = check({ yearlyGrades: years('S', 'S') }, '2024')
    expect([promotion.eligible, promotion.missing]).toEqual([true, []])
    expect(promotion.checks.at(-1)).toEqual({
      id: 'yearlyGrades',
      clause: 'PRO-10',
      outcome: 'met',
      comparison: 'at-least',
      actual: '2',
      required: '2',
      each: { comparison: 'equals', required: 'S' },
      gap: null,
    })
  })

  it('opens for somebody who falls short of the ordinary way', () => {
    const short = { attainmentLast12Months: '0.9', newcomerRetention: '0.5' }
    expect(check({ ...short, managementAssessment: false }).eligible).toBe(false)
    const fast = { ...short, managementAssessment: false, yearlyGrades: years('S', 'S') }
    expect(check(fast, '2025').eligible).toBe(true)
  })

  it.each([
    ['S', '1'],
    ['A S', '1'],
    ['S A', '2'],
    ['S S A', '2'],
    ['S - S', '1'],
    ['', '2'],
  ])('is not open after %j: %s more', (grades, gap) => {
    const history = years(...grades.split(' ').filter((grade) => grade !== ''))
    const ordinary = { managementAssessment: false }
    const asOf = history.at(-1)?.period ?? '2026'
    const promotion = check({ ...ordinary, yearlyGrades: history }, asOf)
    expect(promotion.eligible).toBe(false)
    expect(promotion.checks.at(-1)).toMatchObject({ outcome: 'unmet', gap })
  })

  it('takes years, not quarters', () => {
    const quarters = { yearlyGrades: [{ period: '2026-Q1', value: 'S' }], asOf: '2026' }
    expect(issuesOf(quarters, 'sales-supervisor')).toMatchObject([
      { code: 'VALUE_INVALID', path: ['facts', 'yearlyGrades'] },
    ])
  })
})

/** Somebody who would be refused on the ordinary way, so that the grades decide. */
const refusedOtherwise = { managementAssessment: false }

describe('the fast track asked for in a year', () => {
  const eligible = (years: readonly string[], asOf: string, more: readonly object[] = []) => {
    const yearlyGrades = [...years.map((period) => ({ period, value: 'S' })), ...more]
    const facts = { ...refusedOtherwise, yearlyGrades, asOf }
    return checkPromotion(facts, 'sales-supervisor', handbook.careers).eligible
  }

  it.each([
    ['2011', true],
    ['2012', true],
    ['2013', false],
    ['2026', false],
    ['2010', false],
  ])('after S in 2010 and 2011, and nothing since, in %s: %s', (asOf, answer) => {
    expect(eligible(['2010', '2011'], asOf)).toBe(answer)
  })

  it('looks at nothing that came later', () => {
    expect(eligible(['2010', '2011', '2013'], '2012')).toBe(true)
    expect(eligible(['2010', '2011'], '2012', [{ period: '2013', value: 'C' }])).toBe(true)
  })

  it('passes over a year that is named as excused, and no other', () => {
    const leave = { period: '2012', excused: 'parental leave' }
    expect(eligible(['2011', '2013'], '2014', [leave])).toBe(true)
    expect(eligible(['2011', '2013'], '2014')).toBe(false)
    expect(eligible(['2010', '2011'], '2013', [leave])).toBe(true)
    expect(eligible(['2010', '2011'], '2014', [leave])).toBe(false)
  })

  it('takes a shorter period for the year around it', () => {
    for (const asOf of ['2012-01', '2012-12', '2012-Q4']) {
      expect(eligible(['2010', '2011'], asOf)).toBe(true)
    }
    expect(eligible(['2010', '2011'], '2013-Q1')).toBe(false)
  })

  it('is refused without the year, with the way out', () => {
    const yearlyGrades = [{ period: '2011', value: 'S' }]
    expect(issuesOf({ yearlyGrades }, 'sales-supervisor')).toEqual([
      {
        code: 'VALUE_MISSING',
        severity: 'error',
        path: ['facts', 'asOf'],
        params: { expected: 'as-of', field: 'yearlyGrades' },
        message:
          'facts.asOf: is missing: "yearlyGrades" must hold up to now. Give the period in which you ask, such as 2026-Q3.',
      },
    ])
    expect(issuesOf({}, 'sales-supervisor')).toEqual([])
  })

  it.each([
    ['2026-Q5', 'PERIOD_INVALID'],
    [2026, 'PERIOD_INVALID'],
    ['now', 'PERIOD_INVALID'],
  ])('is refused in %j', (asOf, code) => {
    expect(issuesOf({ yearlyGrades: [], asOf }, 'sales-supervisor')).toMatchObject([
      { code, path: ['facts', 'asOf'] },
    ])
  })
})

describe('two quarters in a row above target (PRO-6)', () => {
  const facts = { channelCases: 2, strategyDefence: true }
  const check = (history: readonly { period: string }[], policy = handbook.careers) => {
    const asOf = history
      .map(({ period }) => period)
      .sort()
      .at(-1)
    const given = { ...facts, regionalAttainment: history, asOf }
    return checkPromotion(given, 'regional-manager', policy).eligible
  }

  it.each([
    [regional('1.01', '1.01'), true],
    [regional('0.9', '1.01', '1.01'), true],
    [regional('1.01', '1.01', '0.9'), false],
    [regional('1.01', '1'), false],
    [regional('1.01'), false],
    [[...regional('1.01'), { period: '2026-Q3', value: '1.01' }], false],
    [
      [
        ...regional('1.01'),
        { period: '2026-Q2', excused: 'the region was founded anew' },
        { period: '2026-Q3', value: '1.01' },
      ],
      true,
    ],
    [regional('1.01', '1.01').reverse(), true],
  ])('%j: %s', (history, eligible) => {
    expect(check(history)).toBe(eligible)
  })

  it('are not known by a year, in which there are four', () => {
    const given = { ...facts, regionalAttainment: regional('1.01', '1.01'), asOf: '2026' }
    expect(issuesOf(given, 'regional-manager')).toEqual([
      {
        code: 'VALUE_INVALID',
        severity: 'error',
        path: ['facts', 'asOf'],
        params: { given: '"2026"', expected: 'period-within', unit: 'quarter' },
        message: 'facts.asOf: got "2026", expected a period no longer than a quarter.',
      },
    ])
  })

  it('in the other reading are met at 100% exactly', () => {
    const json = JSON.stringify(handbook.careers).replace('"above"', '"at-least"')
    const other = defineCareerPolicy(JSON.parse(json) as CareerPolicyInput)
    expect(check(regional('1', '1'), other)).toBe(true)
    expect(check(regional('1', '0.9999'), other)).toBe(false)
  })
})

describe('the standard of a level (PRO-4)', () => {
  const met = { attainmentLast12Months: 2, newcomerRetention: 1, managementAssessment: true }
  const required = defineCareerPolicy({
    ...(throughJson(handbook.careers) as CareerPolicyInput),
    levelStandards: 'require',
  })

  it.each([
    [2, false],
    [3, true],
    [5, true],
    [6, false],
  ])(
    'of a supervisor who leads %i is reported, or required where the policy says so',
    (teamSize, isMet) => {
      const facts = { ...met, teamSize, teamManagementCertificate: true }
      const reported = checkPromotion(facts, 'sales-supervisor', handbook.careers)
      expect(reported.standard?.outcome).toBe(isMet ? 'met' : 'unmet')
      expect(reported.eligible).toBe(true)
      expect(checkPromotion(facts, 'sales-supervisor', required).eligible).toBe(isMet)
    },
  )

  it.each([
    ['sales-representative', { monthlySales: 100_000 }, { monthlySales: '99999.99' }],
    ['regional-manager', { teamSize: 10 }, { teamSize: 9 }],
  ])('of a %s', (rung, held, missed) => {
    const outcome = (facts: CareerFacts) =>
      checkPromotion(facts, rung, handbook.careers).standard?.outcome
    expect([outcome(held), outcome(missed), outcome({})]).toEqual(['met', 'unmet', 'unknown'])
  })

  it('is none where the handbook names none', () => {
    expect(checkPromotion({}, 'sales-director', handbook.careers).standard).toBeNull()
  })
})

describe('the levels of the expert ladder (PRO-13)', () => {
  it.each([
    ['junior-product-consultant', ['sellsStandardProductsAlone']],
    ['senior-industry-consultant', ['mastersIndustrySolutions']],
    ['product-expert', ['takesPartInProductDesign']],
    ['chief-technical-consultant', ['takesPartInIndustryStandards', 'leadsMajorDesigns']],
  ])('say what a %s does', (rung, facts) => {
    const outcome = (known: CareerFacts) =>
      checkPromotion(known, rung, handbook.careers).standard?.outcome
    const held = Object.fromEntries(facts.map((id) => [id, true]))
    expect([outcome({}), outcome(held)]).toEqual(['unknown', 'met'])
    for (const id of facts) expect(outcome({ ...held, [id]: false })).toBe('unmet')
  })
})

describe('the order of rungs (PRO-1, PRO-2)', () => {
  const met = { attainmentLast12Months: 2, newcomerRetention: 1, managementAssessment: true }
  const required = changed({ rungOrder: 'require' })
  const check = (currentRung: string | null, policy = handbook.careers) =>
    checkPromotion({ ...met, currentRung }, 'sales-supervisor', policy)

  it.each([
    ['sales-representative', 'met', true],
    ['junior-product-consultant', 'unmet', false],
    ['sales-director', 'unmet', false],
    [null, 'unknown', 'unknown'],
  ])(
    'from %s is %s, which is reported, or required where the policy says so',
    (rung, outcome, answer) => {
      expect(check(rung)).toMatchObject({ eligible: true, order: { outcome } })
      expect(check(rung, required).eligible).toBe(answer)
    },
  )

  it('is none for a lowest rung, to which one comes from outside', () => {
    expect(checkPromotion({}, 'sales-representative', required).order).toBeNull()
  })

  it('may be another one where the policy names it', () => {
    const ladders = throughJson(handbook.careers).ladders as unknown as CareerPolicyInput['ladders']
    const [management, expert] = ladders
    const rungs = (management?.rungs ?? []).map((rung) =>
      rung.id === 'sales-supervisor' ? { ...rung, from: ['product-expert', 'training'] } : rung,
    )
    const policy = changed({
      rungOrder: 'require',
      ladders: [{ ...management, rungs }, expert] as CareerPolicyInput['ladders'],
    })
    expect(check('product-expert', policy).eligible).toBe(true)
    expect(check('training', policy).eligible).toBe(true)
    expect(check('sales-representative', policy).eligible).toBe(false)
  })

  it('knows no rung that the policy does not have', () => {
    expect(issuesOf({ currentRung: 'sales-rep' }, 'sales-supervisor')).toMatchObject([
      { code: 'NOT_IN_POLICY', path: ['facts', 'currentRung'] },
    ])
    const ladder = handbook.careers.ladders[0] as NonNullable<CareerPolicyInput['ladders'][0]>
    const [first, ...others] = ladder.rungs
    const outcome = attempt(() =>
      changed({
        ladders: [{ ...ladder, rungs: [{ ...first, from: ['boss'] }, ...others] as never }],
      }),
    )
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'VALUE_NOT_ALLOWED', path: ['ladders', 0, 'rungs', 0, 'from', 0] },
    ])
  })
})

describe('a sideways move (PRO-3)', () => {
  it.each(['market-development', 'customer-success', 'training'])(
    'to %s is open from any rung, by a decision of the company',
    (move) => {
      const facts = { currentRung: 'sales-director', moveApproved: true }
      expect(checkPromotion(facts, move, handbook.careers)).toMatchObject({
        kind: 'sideways',
        ladder: null,
        from: null,
        eligible: true,
        order: null,
        standard: null,
        dimensions: null,
        clauses: ['PRO-3'],
      })
      expect(checkPromotion({}, move, handbook.careers).eligible).toBe('unknown')
    },
  )

  it('may be kept to some rungs', () => {
    const requires = { id: 'moveApproved', comparison: 'equals', required: true } as const
    const moves = [{ id: 'training', clause: 'HR-1', from: ['sales-supervisor'], requires }]
    const policy = changed({ rungOrder: 'require', sidewaysMoves: moves })
    const eligible = (currentRung: string) =>
      checkPromotion({ currentRung, moveApproved: true }, 'training', policy).eligible
    expect([eligible('sales-supervisor'), eligible('sales-director')]).toEqual([true, false])
  })

  it('has an id that no rung has', () => {
    const requires = { id: 'moveApproved', comparison: 'equals', required: true } as const
    const moves = [{ id: 'sales-director', clause: 'HR-1', requires }]
    const outcome = attempt(() => changed({ sidewaysMoves: moves }))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code: 'ID_DUPLICATE' }])
  })
})

describe('the three dimensions (PRO-14)', () => {
  const met = { hiringApproved: true }
  const scores = (ability: unknown, contribution: unknown, potential: unknown) => ({
    ...met,
    ability,
    contribution,
    potential,
  })
  const check = (facts: CareerFacts, policy = handbook.careers) =>
    checkPromotion(facts, 'junior-product-consultant', policy)
  const required = changed({
    dimensions: {
      ...(throughJson(handbook.careers.dimensions) as NonNullable<CareerPolicyInput['dimensions']>),
      applies: 'require',
    },
  })

  it('are one score: 80 × 40% + 70 × 40% + 60 × 20% = 72, of which 70 are enough', () => {
    expect(check(scores(80, 70, 60)).dimensions).toEqual({
      clause: 'PRO-14',
      score: 72,
      outcome: 'met',
      passMark: 70,
      remaining: 0,
      parts: [
        { id: 'ability', points: 80, weight: 40, weightUsed: 40, contribution: 32 },
        { id: 'contribution', points: 70, weight: 40, weightUsed: 40, contribution: 28 },
        { id: 'potential', points: 60, weight: 20, weightUsed: 20, contribution: 12 },
      ],
      missing: [],
    })
  })

  it.each([
    [scores(70, 70, 70), 70, 'met', 0, true],
    [scores(70, 70, '69.95'), 69.99, 'unmet', 0.01, false],
    [scores(100, 100, null), null, 'unknown', null, 'unknown'],
  ])(
    '%j are %s: %s, %s short, and decide where the policy requires them',
    (facts, score, outcome, remaining, eligible) => {
      expect(check(facts)).toMatchObject({
        eligible: true,
        dimensions: { score, outcome, remaining },
      })
      expect(check(facts, required).eligible).toBe(eligible)
    },
  )

  it('are said among the checks where they are required', () => {
    expect(check(scores(60, 60, 60), required).nearest).toEqual([
      {
        id: 'dimensions',
        clause: 'PRO-14',
        outcome: 'unmet',
        comparison: 'at-least',
        actual: '60',
        required: '70',
        gap: '10',
      },
    ])
    expect(issuesOf({ dimensions: 100 }, 'sales-director', required)).toMatchObject([
      { code: 'UNKNOWN_KEY', path: ['facts', 'dimensions'] },
    ])
  })

  it('are scored without one of no weight', () => {
    const criteria = [
      { id: 'ability', weight: 100, curve: 'points' as const },
      { id: 'potential', weight: 0, curve: 'points' as const },
    ]
    const policy = changed({ dimensions: { clause: 'HR-2', criteria, passMark: 70 } })
    expect(check({ ...met, ability: 70 }, policy).dimensions).toMatchObject({
      score: 70,
      outcome: 'met',
      missing: ['potential'],
    })
  })

  it('have points from 0 to 100, and weights that add up', () => {
    expect(issuesOf({ ability: 101 }, 'sales-director')).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['facts', 'ability'] },
    ])
    const outcome = attempt(() =>
      changed({
        dimensions: { clause: 'HR-2', criteria: [{ id: 'ability', weight: 90 }], passMark: 70 },
      }),
    )
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'WEIGHTS_NOT_100', path: ['dimensions', 'criteria'] },
    ])
  })
})

describe('conditions of other companies', () => {
  const eligible = (requires: ConditionInput, facts: CareerFacts) => {
    const ladder = { id: 'sales', clause: 'HR-7', rungs: [{ id: 'senior', requires }] }
    return checkPromotion(facts, 'senior', defineCareerPolicy({ ladders: [ladder] })).eligible
  }

  it('take S in two of the last three years for what it is', () => {
    const ofLast = { atLeast: 2, periods: 3, per: 'year' } as const
    const requires = { id: 'grades', comparison: 'equals', required: 'S', ofLast } as const
    const grades = [
      { period: '2023', value: 'S' },
      { period: '2024', value: 'A' },
      { period: '2025', value: 'S' },
    ]
    expect(eligible(requires, { grades, asOf: '2025' })).toBe(true)
  })

  it('take 1200% of a small target for a fact', () => {
    const requires = {
      id: 'sales',
      comparison: 'at-least',
      required: '1.1',
      unit: 'ratio',
    } as const
    expect(eligible(requires, { sales: { actual: 12, target: 1 } })).toBe(true)
  })

  it('count half-years in a row: A in 2025-H2 and 2026-H1 goes on in 2026-H2', () => {
    const inARow = { length: 2, per: 'half-year' } as const
    const requires = { id: 'grades', comparison: 'equals', required: 'A', inARow } as const
    const grades = [
      { period: '2025-H2', value: 'A' },
      { period: '2026-H1', value: 'A' },
    ]
    expect(eligible(requires, { grades, asOf: '2026-H2' })).toBe(true)
    expect(eligible(requires, { grades, asOf: '2026-10-01' })).toBe(true)
    expect(eligible(requires, { grades, asOf: '2027-H1' })).toBe(false)
  })
})

it('of an exception that nobody claimed is unknown, neither a yes nor a no', () => {
  const requires = { id: 'exception', comparison: 'equals', required: true } as const
  const policy = defineCareerPolicy({
    ladders: [
      {
        id: 'sales',
        clause: 'HR-7',
        rungs: [{ id: 'senior', requires: { ...requires, absent: 'not-applicable' } }],
      },
    ],
  })
  const eligible = (facts: CareerFacts) => checkPromotion(facts, 'senior', policy).eligible
  expect([eligible({}), eligible({ exception: true }), eligible({ exception: false })]).toEqual([
    'unknown',
    true,
    false,
  ])
})

describe('a check is refused', () => {
  it('for a rung that the policy does not have, with the one that was meant', () => {
    const [issue, ...others] = issuesOf({}, 'sales-superviser')
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      code: 'NOT_IN_POLICY',
      path: ['rung'],
      params: { given: '"sales-superviser"', suggestion: 'sales-supervisor' },
    })
    expect(issue?.message).toMatch(/^rung: got "sales-superviser", which is no rung .*Did you mean/)
  })

  it.each([undefined, null, 5, {}, '', 'constructor'])('for %j as a rung', (rung) => {
    expect(issuesOf({}, rung)).toMatchObject([{ code: 'NOT_IN_POLICY', path: ['rung'] }])
  })

  it.each([
    ['attainment in percent', { attainmentLast12Months: 110 }, 'NUMBER_LOOKS_LIKE_PERCENT'],
    ['attainment as text', { attainmentLast12Months: '110%' }, 'NUMBER_INVALID'],
    ['an answer as text', { managementAssessment: 'passed' }, 'VALUE_INVALID'],
    ['an answer as number', { managementAssessment: 1 }, 'VALUE_INVALID'],
    ['a count that is no number', { teamSize: NaN }, 'NUMBER_INVALID'],
    ['a history that is none', { yearlyGrades: 'SS' }, 'VALUE_INVALID'],
    ['a fact of no rung', { teamsize: 3 }, 'UNKNOWN_KEY'],
  ])('for %s', (_, facts, code) => {
    expect(issuesOf(facts, 'sales-supervisor').map((issue) => issue.code)).toContain(code)
  })

  it('with the ratio that was meant', () => {
    expect(issuesOf({ attainmentLast12Months: 110 }, 'sales-supervisor')).toMatchObject([
      { params: { given: '110', suggestion: '1.1' }, path: ['facts', 'attainmentLast12Months'] },
    ])
  })

  it.each([undefined, null, [], 'facts'])('for %j as facts', (facts) => {
    expect(issuesOf(facts, 'sales-director')).toMatchObject([{ path: ['facts'] }])
  })

  it('for a fact behind an accessor of a class, which would be passed over', () => {
    class Person {
      get managementAssessment() {
        return true
      }
    }
    expect(issuesOf(new Person(), 'sales-supervisor')).toMatchObject([
      { code: 'VALUE_UNREADABLE', path: ['facts', 'managementAssessment'] },
    ])
  })

  it('never for null, which is a fact that is not known', () => {
    const facts = { attainmentLast12Months: null, managementAssessment: null }
    const promotion = checkPromotion(facts, 'sales-supervisor', handbook.careers)
    expect(promotion).toEqual(checkPromotion({}, 'sales-supervisor', handbook.careers))
  })

  it('by a policy that was not defined', () => {
    const copy = throughJson(handbook.careers) as typeof handbook.careers
    expect(issuesOf({}, 'sales-director', copy)).toMatchObject([{ code: 'POLICY_NOT_DEFINED' }])
  })

  it.each(['toString', 'hasOwnProperty', 'valueOf'])(
    'never for a fact named %s, which every object inherits and nobody gave',
    (id) => {
      const requires = { id, comparison: 'at-least', required: 3, unit: 'count' } as const
      const rungs = [{ id: 'senior', requires }]
      const policy = defineCareerPolicy({ ladders: [{ id: 'sales', clause: 'HR-7', rungs }] })
      const eligible = (facts: object) => checkPromotion(facts, 'senior', policy).eligible
      expect([eligible({}), eligible({ [id]: 3 }), eligible({ [id]: 2 })]).toEqual([
        'unknown',
        true,
        false,
      ])
    },
  )

  it('never for facts of another rung: one record serves all', () => {
    const facts = Object.assign({}, ...rungs.map(([, met]) => met)) as CareerFacts
    for (const [rung] of rungs)
      expect(checkPromotion(facts, rung, handbook.careers).eligible).toBe(true)
  })
})

describe('a career policy is refused', () => {
  const rung = (requires: unknown, more = {}) => ({
    ladders: [{ id: 'sales', clause: 'HR-7', rungs: [{ id: 'senior', requires, ...more }] }],
  })
  const fact = { id: 'years', comparison: 'at-least', required: 3, unit: 'count' }

  it.each([
    [
      'two ladders of one id',
      { ladders: [...rung(fact).ladders, ...rung(fact).ladders] },
      'ID_DUPLICATE',
    ],
    ['no ladder', { ladders: [] }, 'VALUE_INVALID'],
    [
      'a comparison of numbers without a unit',
      rung({ ...fact, unit: undefined }),
      'POLICY_CONFLICT|VALUE_INVALID',
    ],
    [
      'a list that is compared with one value',
      rung({ id: 'grade', comparison: 'equals', required: ['S'] }),
      'POLICY_CONFLICT',
    ],
    [
      'more conditions asked for than there are',
      rung({ atLeast: 2, of: [fact] }),
      'NUMBER_OUT_OF_RANGE',
    ],
    ['an empty list of conditions', rung({ all: [] }), 'VALUE_INVALID'],
    ['a requirement that is no number', rung({ ...fact, required: '3 years' }), 'NUMBER_INVALID'],
    ['no requirement', rung(undefined), 'VALUE_MISSING|VALUE_INVALID'],
    [
      'a standard that nobody reads',
      { ...rung(fact), levelStandards: 'ignore' },
      'VALUE_NOT_ALLOWED',
    ],
    ['two ways to join conditions', rung({ all: [fact], any: [fact] }), 'UNKNOWN_KEY'],
  ])('with %s', (_, policy, code) => {
    const outcome = attempt(() => defineCareerPolicy(policy as unknown as CareerPolicyInput))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toContainEqual(
      expect.stringMatching(new RegExp(`^(${code})$`)),
    )
  })
})

it('a ladder has an id of its own, and so has a rung on any ladder', () => {
  const ladder = (id: string, rung: string) => ({
    id,
    clause: 'HR-7',
    rungs: [
      { id: rung, requires: { id: 'trained', comparison: 'equals' as const, required: true } },
    ],
  })
  const pathsOf = (...ladders: ReturnType<typeof ladder>[]) => {
    const outcome = attempt(() => defineCareerPolicy({ ladders }))
    return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, ...path].join('.'))
  }
  expect(pathsOf(ladder('a', 'x'), ladder('b', 'y'))).toEqual([])
  expect(pathsOf(ladder('a', 'x'), ladder('a', 'y'))).toEqual(['ID_DUPLICATE.ladders.1.id'])
  expect(pathsOf(ladder('a', 'x'), ladder('b', 'x'))).toEqual([
    expect.stringMatching(/^ID_DUPLICATE\.ladders/),
  ])
})

describe('for any facts', () => {
  const facts = fc.record(
    {
      attainmentLast12Months: fc.constantFrom('1.0999', '1.1', '1.2'),
      newcomerRetention: fc.constantFrom('0.79', '0.8', 1),
      newcomersInTeam: fc.constantFrom(0, 4),
      managementAssessment: fc.boolean(),
      yearlyGrades: fc.constantFrom(
        [],
        ...[['S'], ['S', 'S'], ['S', 'A'], ['S', 'S', 'S']].map((grades) =>
          grades.map((value, index) => ({ period: `${2023 + index}`, value })),
        ),
      ),
      teamSize: fc.integer({ min: 2, max: 11 }),
      channelCases: fc.nat({ max: 3 }),
      strategyDefence: fc.boolean(),
      regionalAttainment: fc.constantFrom(regional('1.01', 1), regional('1.01', '1.1')),
      asOf: fc.constant('2026-Q2'),
    },
    { requiredKeys: ['asOf'] },
  )
  const anyRung = fc.constantFrom('sales-supervisor', 'regional-manager')

  it('one fact more never takes back a yes, nor a no unless it claims an exception', () => {
    fc.assert(
      fc.property(facts, facts, anyRung, (some, others, rung) => {
        const more = { ...others, ...some }
        const before = checkPromotion(some, rung, handbook.careers).eligible
        const after = checkPromotion(more, rung, handbook.careers).eligible
        if (before === true) expect(after).toBe(true)
        const exceptions = ['yearlyGrades', 'newcomersInTeam']
        const isClaimed = exceptions.some((id) => id in more && !(id in some))
        if (before === false && !isClaimed) expect(after).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('nobody is eligible while a condition that could decide is unknown', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { eligible, checks } = checkPromotion(known, 'regional-manager', handbook.careers)
        const outcomes = new Set(checks.map(({ outcome }) => outcome))
        expect(eligible === true).toBe(outcomes.size === 1 && outcomes.has('met'))
        expect(eligible === false).toBe(outcomes.has('unmet'))
      }),
    )
  })

  it('the order of facts does not matter, and the result survives JSON', () => {
    fc.assert(
      fc.property(facts, anyRung, (known, rung) => {
        const promotion = checkPromotion(known, rung, handbook.careers)
        expect(checkPromotion(withKeysReversed(known), rung, handbook.careers)).toEqual(promotion)
        expect(throughJson(promotion)).toStrictEqual(promotion)
      }),
    )
  })
})

describe('for any joined conditions', () => {
  const { tree } = fc.letrec<{ tree: DrawnCondition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...(['met', 'unmet', 'unknown'] as const)),
      fc
        .tuple(
          fc.constantFrom('all' as const, 'any' as const, 'at-least' as const),
          fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
          fc.nat(),
        )
        .map(([type, parts, draw]) => ({ type, parts, count: 1 + (draw % parts.length) })),
    ),
  }))

  it('the answer is that of every way the unknown could turn out', () => {
    fc.assert(
      fc.property(tree, (drawn) => {
        const facts: Record<string, boolean> = {}
        const requires = toCondition(drawn, facts)
        fc.pre(Object.keys(facts).length < 9)
        const policy = defineCareerPolicy({
          ladders: [{ id: 'sales', clause: 'HR-7', rungs: [{ id: 'senior', requires }] }],
        })
        const known = Object.fromEntries(
          Object.entries(facts).filter(([id]) => !id.startsWith('unknown')),
        )
        const expected = outcomeOf(toOracle(drawn))
        const answer = { met: true, unmet: false, unknown: 'unknown', 'not-applicable': 'unknown' }
        expect(checkPromotion(known, 'senior', policy).eligible).toBe(answer[expected])
      }),
      { numRuns: 300 },
    )
  })
})

type DrawnCondition =
  | 'met'
  | 'unmet'
  | 'unknown'
  | {
      readonly type: 'all' | 'any' | 'at-least'
      readonly parts: readonly DrawnCondition[]
      readonly count: number
    }

/** The condition as a policy has it; each fact it asks for is added to the facts. */
function toCondition(drawn: DrawnCondition, facts: Record<string, boolean>): ConditionInput {
  if (typeof drawn === 'string') {
    const id = `${drawn}-${Object.keys(facts).length}`
    facts[id] = drawn === 'met'
    return { id, comparison: 'equals', required: true }
  }
  const parts = drawn.parts.map((part) => toCondition(part, facts))
  if (drawn.type === 'at-least') return { atLeast: drawn.count, of: parts }
  return drawn.type === 'all' ? { all: parts } : { any: parts }
}

function toOracle(drawn: DrawnCondition): Check {
  if (typeof drawn === 'string') return { type: 'outcome', outcome: drawn }
  const checks = drawn.parts.map(toOracle)
  if (drawn.type === 'at-least') return { type: 'at-least', count: drawn.count, checks }
  return { type: drawn.type, checks }
}
