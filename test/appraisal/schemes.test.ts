import {
  type AppraisalInput,
  type AppraisalSchemeInput,
  appraise,
  attempt,
  calculateCommission,
  defineAppraisalScheme,
  defineCommissionPlan,
  defineWorkingHours,
  gradeScore,
  handbook,
  measureServiceLevels,
  measureVisits,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const others = {
  newCustomers: { actual: 8, target: 10 },
  satisfaction: { points: 90, source: 'survey' },
  collectionRate: { value: '0.95' },
}

const scored = (scheme: AppraisalSchemeInput, input: AppraisalInput) =>
  appraise(input, defineAppraisalScheme(scheme))

function problemsOf(run: () => unknown) {
  const outcome = attempt(run)
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

const pointsOnly = (id: string, weight: number) => ({ id, weight, curve: 'points' as const })

describe('the levels of sales (APP-2)', () => {
  it.each([
    ['1199999', null, 'base', '0.200000833333'],
    ['1440000', 'base', 'challenge', '0.3'],
    ['1799999', 'base', 'challenge', '0.000000833333'],
    ['1800000', 'challenge', null, null],
  ])('are reached exactly: %s of 1,200,000 is %s', (actual, level, next, remaining) => {
    const results = { ...others, sales: { actual, target: '1200000' } }
    const [sales] = appraise({ results }, handbook.appraisal).parts
    expect([sales?.level, sales?.nextLevel?.level ?? null]).toEqual([level, next])
    expect(sales?.nextLevel?.remaining ?? null).toBe(remaining)
  })

  it('make a difference to the score by the challenge scheme, and in the handbook’s own to the report alone', () => {
    const scoreBy = (actual: number, scheme: typeof handbook.appraisal) =>
      appraise({ results: { ...others, sales: { actual, target: 100 } } }, scheme).score
    // 24 + 18 + 9.5, and 40% of 90, 100, 105, 110, 117.5, 125 and 125.
    expect(
      [90, 100, 110, 120, 135, 150, 200].map((sales) =>
        scoreBy(sales, handbook.challengeAppraisal),
      ),
    ).toEqual([87.5, 91.5, 93.5, 95.5, 98.5, 101.5, 101.5])
    expect([100, 120, 150].map((sales) => scoreBy(sales, handbook.appraisal))).toEqual([
      91.5, 91.5, 91.5,
    ])
  })

  it('make a bare 120 for 120% a slip, whatever the curve', () => {
    const slip = { results: { ...others, sales: { value: 120 } } }
    expect(problemsOf(() => appraise(slip, handbook.challengeAppraisal))).toEqual([
      'NUMBER_LOOKS_LIKE_PERCENT results.sales.value',
    ])
  })

  it('are not known where sales were scored elsewhere', () => {
    const results = { ...others, sales: { points: 92 } }
    const [sales] = appraise({ results }, handbook.challengeAppraisal).parts
    expect([sales?.level, sales?.nextLevel]).toEqual([null, null])
  })
})

describe('a commission statement (APP-3, APP-5, APP-12)', () => {
  it('counts new customers and sales above the margin floor once, for the commission and the appraisal', () => {
    const plan = defineCommissionPlan({
      ...handbook.commission,
      eligibility: { marginFloor: '0.45', newCustomer: { firstOrderAtLeast: 50_000 } },
    })
    const line = (id: string, amount: number, cost: number, more = {}) => ({
      id,
      amount,
      cost,
      ...more,
    })
    const { sales, newCustomers } = calculateCommission(
      {
        target: '900000',
        lines: [
          line('O-1', 900_000, 400_000),
          line('O-2', 100_000, 60_000),
          line('O-3', 60_000, 30_000, { customer: 'Hua', firstOrder: true }),
          line('O-4', 20_000, 9_000, { customer: 'Xin', firstOrder: true }),
        ],
      },
      plan,
    )
    expect([sales, newCustomers?.effective]).toEqual(['980000.00', ['Hua']])
    const results = {
      ...others,
      sales: { actual: sales, target: '900000', source: 'crm' },
      newCustomers: { actual: newCustomers?.effective.length ?? 0, target: 2 },
    }
    // 40 + 15 + 18 + 9.5
    expect(appraise({ results }, handbook.appraisal).score).toBe(82.5)
  })

  it('gives the gross-margin contribution of an indicator of its own', () => {
    const plan = defineCommissionPlan({
      currency: 'CNY',
      base: 'margin',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    })
    const { base } = calculateCommission(
      { lines: [{ id: 'O-1', amount: 900_000, cost: 450_000 }] },
      plan,
    )
    const scheme: AppraisalSchemeInput = {
      indicators: [{ id: 'grossMargin', weight: 100 }],
      missing: 'refuse',
    }
    const results = { grossMargin: { actual: base, target: '500000' } }
    expect(scored(scheme, { results }).score).toBe(90)
  })
})

describe('new and repeat business, 6 to 4 (APP-4)', () => {
  const two: AppraisalSchemeInput = {
    indicators: [
      { id: 'newBusiness', weight: 60 },
      { id: 'repeatBusiness', weight: 40 },
    ],
    missing: 'refuse',
  }
  const inside: AppraisalSchemeInput = {
    indicators: [
      {
        id: 'sales',
        weight: 100,
        levels: [{ id: 'base', from: 1 }],
        components: [
          { id: 'newBusiness', weight: 6 },
          { id: 'repeatBusiness', weight: 4 },
        ],
      },
    ],
    missing: 'refuse',
  }
  const results = {
    newBusiness: { actual: 50, target: 100 },
    repeatBusiness: { actual: 150, target: 100, source: 'crm' },
  }

  it('is two indicators so weighted, or inside one: the score is the same', () => {
    // 50 × 60% + 100 × 40%
    expect(scored(two, { results }).score).toBe(70)
    expect(scored(inside, { results: { sales: { components: results } } })).toMatchObject({
      score: 70,
      parts: [
        {
          points: 70,
          // 0.5 × 60% + 1.5 × 40%
          attainment: '0.9',
          level: null,
          source: null,
          components: [
            { id: 'newBusiness', weight: 6, points: 50, attainment: '0.5', source: null },
            { id: 'repeatBusiness', weight: 4, points: 100, attainment: '1.5', source: 'crm' },
          ],
        },
      ],
      clauses: ['APP-1', 'APP-2', 'APP-4', 'APP-10'],
    })
  })

  it('is given whole, or as points', () => {
    expect(scored(inside, { results: { sales: { points: 80 } } })).toMatchObject({
      score: 80,
      parts: [{ components: [{ points: null }, { points: null }] }],
    })
    const half = { sales: { components: { newBusiness: { actual: 50, target: 100 } } } }
    expect(problemsOf(() => scored(inside, { results: half }))).toEqual([
      'FACT_MISSING results.sales.components.repeatBusiness',
    ])
    const plain = { sales: { actual: 50, target: 100 } }
    expect(problemsOf(() => scored(inside, { results: plain }))).toEqual([
      'VALUE_INVALID results.sales',
    ])
    const odd = { sales: { components: { ...results, other: { points: 5 } } } }
    expect(problemsOf(() => scored(inside, { results: odd }))).toEqual([
      'UNKNOWN_KEY results.sales.components.other',
    ])
    const split = { ...results, newBusiness: { components: {} } }
    expect(problemsOf(() => scored(two, { results: split }))).toEqual([
      'UNKNOWN_KEY results.newBusiness.components',
    ])
  })
})

describe('process indicators (APP-6)', () => {
  it('are visits from their records, and proposals and complaints as facts of the service room', () => {
    const { actual, target } = measureVisits(
      {
        period: '2026-03',
        customers: [{ id: 'Xin', kind: 'existing' }],
        visits: [{ id: 'V-1', customer: 'Xin', date: '2026-03-03', proof: 'check-in' }],
      },
      handbook.appraisal,
    )
    const scheme: AppraisalSchemeInput = {
      indicators: [
        { id: 'visits', weight: 50 },
        { id: 'onTimeProposals', weight: 30 },
        { id: 'complaintsInTime', weight: 20 },
      ],
      missing: 'refuse',
    }
    const results = {
      visits: { actual, target },
      onTimeProposals: { actual: 24, target: 25 },
      complaintsInTime: { value: '0.9' },
    }
    // 25 + 28.8 + 18
    expect(scored(scheme, { results }).score).toBe(71.8)
  })
})

describe('complaints and proposals, counted from their cases (APP-6)', () => {
  const hours = defineWorkingHours({ timeZone: 'Asia/Shanghai', week: { 1: ['09:00-18:00'] } })
  const at = (day: string, time = '10:00:00') => `2026-03-${day}T${time}+08:00`
  const scheme: AppraisalSchemeInput = {
    indicators: [
      { id: 'key-customer-solution', weight: 50 },
      { id: 'complaint-answer', weight: 25 },
      { id: 'complaint-resolution', weight: 25 },
    ],
    missing: 'reweight',
  }
  const scoreOf = (cases: readonly object[]) => {
    const input = { asOf: at('31'), per: 'quarter', cases: cases as never } as const
    const { groups } = measureServiceLevels(input, handbook.service, hours)
    const results = Object.fromEntries(
      groups.map(({ standard, actual, target }) => [standard, { actual, target }]),
    )
    return scored(scheme, { results })
  }
  const one = (standard: string, started: string, done: string) => ({ standard, started, done })

  it('are in time at exactly 48, 24 and 72 hours, and late a second after', () => {
    const cases = [
      one('key-customer-solution', at('02'), at('04')),
      one('complaint-answer', at('02'), at('03')),
      one('complaint-resolution', at('02'), at('05')),
    ]
    expect(scoreOf(cases).score).toBe(100)
    const late = [
      one('key-customer-solution', at('02'), at('04', '10:00:01')),
      one('complaint-answer', at('02'), at('03', '10:00:01')),
      one('complaint-resolution', at('02'), at('05', '10:00:01')),
    ]
    expect(scoreOf(late).score).toBe(0)
    // 1 of 2, 1 of 1 and 0 of 1: 25 + 25 + 0.
    expect(scoreOf([...cases.slice(0, 2), late[0] as object, late[2] as object]).score).toBe(50)
  })

  it('that there were none of leave their weight to the others', () => {
    const { score, missing } = scoreOf([one('key-customer-solution', at('02'), at('03'))])
    expect([score, missing]).toEqual([100, ['complaint-answer', 'complaint-resolution']])
  })
})

describe('sources (APP-7, APP-11)', () => {
  const withSales = (source: string | undefined, id = 'sales') => ({
    results: {
      ...others,
      sales: { actual: 1, target: 1 },
      [id]: { value: 1, ...(source === undefined ? {} : { source }) },
    },
  })

  it.each(['sales', 'collectionRate'])('of %s are the CRM, or not named', (id) => {
    const part = appraise(withSales('crm', id), handbook.appraisal).parts.find(
      (one) => one.id === id,
    )
    expect(part?.source).toBe('crm')
    expect(problemsOf(() => appraise(withSales(undefined, id), handbook.appraisal))).toEqual([])
  })

  it.each(['self', 'survey', 'spreadsheet'])(
    'are refused for sales from "%s", by APP-11',
    (source) => {
      const outcome = attempt(() => appraise(withSales(source), handbook.appraisal))
      expect(outcome.ok ? [] : outcome.issues).toMatchObject([
        {
          code: 'SOURCE_REFUSED',
          clause: 'APP-11',
          path: ['results', 'sales', 'source'],
          params: { source, accepted: ['crm'] },
        },
      ])
    },
  )

  it('are to be named where the scheme takes no unnamed one', () => {
    const scheme: AppraisalSchemeInput = {
      indicators: [{ ...pointsOnly('sales', 100), acceptedSources: ['crm'] }],
      missing: 'refuse',
    }
    expect(problemsOf(() => scored(scheme, { results: { sales: { points: 5 } } }))).toEqual([
      'SOURCE_REFUSED results.sales.source',
    ])
  })
})

describe('a qualitative rating (APP-13)', () => {
  it('joins the score on its own scale, in numbers or words', () => {
    const scheme: AppraisalSchemeInput = {
      indicators: [
        pointsOnly('sales', 60),
        { id: 'teamwork', weight: 20, curve: { kind: 'rating', minimum: 1, maximum: 5 } },
        {
          id: 'conduct',
          weight: 20,
          curve: { kind: 'choice', choices: { good: 100, fair: 60, poor: 0 } },
        },
      ],
      missing: 'refuse',
    }
    const results = {
      sales: { points: 80 },
      teamwork: { value: '4.5' },
      conduct: { value: 'fair' },
    }
    // 48 + 18 + 12
    const { score, clauses } = scored(scheme, { results })
    expect([score, clauses]).toEqual([78, ['APP-1', 'APP-2', 'APP-10', 'APP-13']])
    const odd = { ...results, teamwork: { value: 6 } }
    expect(problemsOf(() => scored(scheme, { results: odd }))).toEqual([
      'NUMBER_OUT_OF_RANGE results.teamwork.value',
    ])
  })
})

describe('a person’s own baseline', () => {
  const scheme = (cap: number): AppraisalSchemeInput => ({
    indicators: [{ id: 'accidents', weight: 100, curve: { kind: 'progress', cap } }],
    missing: 'refuse',
  })

  it.each([
    [7, '0.3', 30],
    [0, '1', 100],
    [-10, '2', 100],
    [12, '-0.2', 0],
  ])(
    'from 10 down to 0, %d is an attainment of %s and %d points (today-07)',
    (actual, attainment, points) => {
      const results = { accidents: { actual, target: 0, baseline: 10, source: 'hr' } }
      expect(scored(scheme(100), { results }).parts[0]).toMatchObject({
        attainment,
        points,
        source: 'hr',
      })
    },
  )

  it('is a figure of that curve alone', () => {
    const results = { ...others, sales: { actual: 1, target: 1, baseline: 0 } }
    expect(problemsOf(() => appraise({ results }, handbook.appraisal))).toEqual([
      'UNKNOWN_KEY results.sales.baseline',
    ])
  })
})

it('a target of 0 where lower is better is met, or not (today-08)', () => {
  const scheme: AppraisalSchemeInput = {
    indicators: [{ id: 'accidents', weight: 100, curve: 'lower-is-better' }],
    missing: 'refuse',
  }
  const parts = [0, 1].map(
    (actual) => scored(scheme, { results: { accidents: { actual, target: 0 } } }).parts[0],
  )
  expect(parts.map((part) => [part?.points, part?.attainment])).toEqual([
    [100, null],
    [0, null],
  ])
})

it('three equal parts are a plain average, and 79.995 is an A (today-04)', () => {
  const scheme: AppraisalSchemeInput = {
    indicators: ['a', 'b', 'c'].map((id) => pointsOnly(id, 1)),
    weights: 'parts',
    missing: 'refuse',
  }
  const results = { a: { points: 100 }, b: { points: 100 }, c: { points: '39.985' } }
  const { score, parts } = scored(scheme, { results })
  expect([score, gradeScore(score, handbook.grading).grade]).toEqual([80, 'A'])
  expect(parts.map(({ weightUsed }) => weightUsed)).toEqual([
    33.333333333333, 33.333333333333, 33.333333333333,
  ])
})

it('a quarter of the weight is too little to reweight from (today-11)', () => {
  const scheme: AppraisalSchemeInput = {
    indicators: [pointsOnly('a', 25), pointsOnly('b', 35), pointsOnly('c', 40)],
    missing: 'reweight',
    knownWeightAtLeast: 50,
  }
  const outcome = attempt(() => scored(scheme, { results: { a: { points: 90 } } }))
  expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toMatchObject([
    { id: 'b', knownWeight: '25', atLeast: '50' },
    { id: 'c', knownWeight: '25', atLeast: '50' },
  ])
})

it('what a missing part does differs by part, and the weight used is shown (today-12)', () => {
  const scheme: AppraisalSchemeInput = {
    indicators: [pointsOnly('goals', 60), { ...pointsOnly('self', 40), missing: 'reweight' }],
    missing: 'refuse',
  }
  expect(scored(scheme, { results: { goals: { points: 80 } } })).toMatchObject({
    score: 80,
    parts: [{ weightUsed: 100 }, { weightUsed: 0 }],
    missing: ['self'],
  })
  expect(problemsOf(() => scored(scheme, { results: { self: { points: 80 } } }))).toEqual([
    'FACT_MISSING results.goals',
  ])
})

describe('bonus and deduction points', () => {
  const scheme: AppraisalSchemeInput = {
    indicators: [pointsOnly('work', 100)],
    bonuses: [
      { id: 'mentoring', curve: { kind: 'points', maximum: 20 }, acceptedSources: ['hr', null] },
    ],
    deductions: [{ id: 'late' }],
    maximum: 100,
    missing: 'refuse',
  }
  const appraised = (work: number, mentoring?: number, late?: number) =>
    scored(scheme, {
      results: {
        work: { points: work },
        ...(mentoring === undefined ? {} : { mentoring: { points: mentoring, source: 'hr' } }),
        ...(late === undefined ? {} : { late: { points: late } }),
      },
    })

  it('are put on top and taken off: 85 + 5 − 2 = 88 (today-05)', () => {
    expect(appraised(85, 5, 2)).toMatchObject({
      score: 88,
      parts: [{ contribution: 85 }],
      bonuses: [{ id: 'mentoring', points: 5, contribution: 5, source: 'hr' }],
      deductions: [{ id: 'late', points: 2, contribution: -2, source: null }],
      limit: null,
    })
  })

  it('end at the maximum, and at 0, and say what was cut', () => {
    expect(appraised(98, 5, 1)).toMatchObject({ score: 100, limit: { at: 100, contribution: -2 } })
    expect(appraised(98, 3, 1)).toMatchObject({ score: 100, limit: null })
    expect(appraised(10, 0, 30)).toMatchObject({ score: 0, limit: { at: 0, contribution: 20 } })
  })

  it('are nothing where there is no result, and nothing is missing', () => {
    expect(appraised(85)).toMatchObject({
      score: 85,
      bonuses: [{ points: null, contribution: 0, source: null }],
      deductions: [{ points: null, contribution: 0 }],
      missing: [],
    })
  })

  it('have sources of their own', () => {
    const results = { work: { points: 1 }, mentoring: { points: 1, source: 'self' } }
    expect(problemsOf(() => scored(scheme, { results }))).toEqual([
      'SOURCE_REFUSED results.mentoring.source',
    ])
  })
})

describe('a grade cap', () => {
  const scheme: AppraisalSchemeInput = {
    indicators: [
      pointsOnly('sales', 50),
      { ...pointsOnly('satisfaction', 50), missing: 'reweight' },
    ],
    missing: 'refuse',
    gradeCaps: [
      {
        id: 'compliance',
        requires: { id: 'compliant', comparison: 'equals', required: true, clause: 'APP-8' },
        gradeAtMost: 'C',
      },
      {
        id: 'leastSatisfaction',
        requires: {
          id: 'satisfaction',
          comparison: 'at-least',
          required: 60,
          unit: 'points',
          absent: 'not-applicable',
        },
        gradeAtMost: 'B',
      },
    ],
  }
  const appraised = (satisfaction: number | string | null, compliant: boolean | null) =>
    scored(scheme, {
      results: {
        sales: { points: 100 },
        satisfaction: satisfaction === null ? null : { points: satisfaction },
      },
      facts: { compliant },
    })

  it('is a veto: 92 points, and no better than a C because of compliance (today-06)', () => {
    const { score, gradeAtMost, gradeCaps } = appraised(84, false)
    expect([score, gradeAtMost]).toEqual([92, [{ grade: 'C', because: 'compliance' }]])
    expect(gradeCaps).toMatchObject([
      { id: 'compliance', gradeAtMost: 'C', outcome: 'unmet', checks: [{ actual: false }] },
      { id: 'leastSatisfaction', outcome: 'met' },
    ])
    const grade = gradeScore({ score, gradeAtMost }, handbook.grading)
    expect([grade.score, grade.grade, grade.because]).toEqual([92, 'C', 'compliance'])
  })

  it('is a least result, read from the points that people see', () => {
    expect(appraised('59.99', true).gradeAtMost).toEqual([
      { grade: 'B', because: 'leastSatisfaction' },
    ])
    expect(appraised('59.995', true).gradeAtMost).toEqual([])
    expect(appraised('59.994', true).gradeCaps[1]).toMatchObject({
      outcome: 'unmet',
      checks: [{ gap: '0.01' }],
    })
    expect(appraised(60, true).gradeAtMost).toEqual([])
  })

  it('is refused where nobody can tell, unless it may pass', () => {
    expect(problemsOf(() => appraised(60, null))).toEqual(['FACT_MISSING facts.compliant'])
    const passed = appraised(null, true)
    expect([passed.gradeCaps[1]?.outcome, passed.gradeAtMost]).toEqual(['not-applicable', []])
    const strict = structuredClone(scheme) as unknown as { gradeCaps: { requires: object }[] }
    Object.assign(strict.gradeCaps[1]?.requires ?? {}, { absent: 'unknown' })
    const given = { results: { sales: { points: 1 } }, facts: { compliant: true } }
    expect(problemsOf(() => scored(strict as unknown as AppraisalSchemeInput, given))).toEqual([
      'FACT_MISSING results.satisfaction',
    ])
  })

  it('takes the facts that it looks at, and no others', () => {
    const results = { sales: { points: 1 } }
    expect(
      problemsOf(() => scored(scheme, { results, facts: { compliant: true, other: 1 } })),
    ).toEqual(['UNKNOWN_KEY facts.other'])
    expect(problemsOf(() => scored(scheme, { results, facts: { compliant: 'yes' } }))).toEqual([
      'VALUE_INVALID facts.compliant',
    ])
    expect(
      problemsOf(() => appraise({ results: others, facts: {} }, handbook.appraisal)),
    ).toContain('UNKNOWN_KEY facts')
  })
})

describe('a scheme is refused with', () => {
  const indicators = [pointsOnly('a', 100)]
  const points = { id: 'a', comparison: 'at-least', required: 60, unit: 'points' } as const
  const cap = (requires: object) => [{ id: 'cap', requires, gradeAtMost: 'C' }]

  it.each<[string, object, readonly string[]]>([
    [
      'levels of points',
      { indicators: [{ ...indicators[0], levels: [{ id: 'x', from: 1 }] }] },
      ['POLICY_CONFLICT indicators.0.levels'],
    ],
    [
      'levels that fall, or twice the same',
      {
        indicators: [
          {
            id: 'a',
            weight: 100,
            levels: [
              { id: 'x', from: 2 },
              { id: 'x', from: 1 },
            ],
          },
        ],
      },
      ['ID_DUPLICATE indicators.0.levels.1.id', 'OUT_OF_ORDER indicators.0.levels.1.from'],
    ],
    [
      'components of no weight',
      { indicators: [{ id: 'a', weight: 100, components: [{ id: 'x', weight: 0 }] }] },
      ['WEIGHTS_NOT_POSITIVE indicators.0.components'],
    ],
    [
      'a bonus and a deduction with ids that are taken',
      { bonuses: [{ id: 'a' }, { id: 'b' }], deductions: [{ id: 'b' }] },
      ['ID_DUPLICATE bonuses.0.id', 'ID_DUPLICATE deductions.0.id'],
    ],
    [
      'a cap on the ratio of a result',
      { gradeCaps: cap({ ...points, unit: 'ratio', required: 1 }) },
      ['POLICY_CONFLICT gradeCaps.0.requires'],
    ],
    [
      'a cap on a run of a result',
      {
        gradeCaps: cap({ all: [{ any: [{ ...points, inARow: { length: 2, per: 'quarter' } }] }] }),
      },
      ['POLICY_CONFLICT gradeCaps.0.requires'],
    ],
    ['the best of none', { year: { per: 'quarter', by: 'best' } }, ['POLICY_CONFLICT year.best']],
    [
      'a number of best ones for a mean',
      { year: { per: 'quarter', by: 'mean', best: 2 } },
      ['POLICY_CONFLICT year.best'],
    ],
    [
      'no proofs of visits',
      { visits: { perMonth: { new: 4 }, acceptedProofs: [] } },
      ['VALUE_INVALID visits.acceptedProofs'],
    ],
    [
      'an appeal within no days',
      { appeal: { workingDays: 0 } },
      ['VALUE_INVALID appeal.workingDays'],
    ],
  ])('%s', (_, change, problems) => {
    const scheme = { indicators, missing: 'refuse', ...change } as AppraisalSchemeInput
    expect(problemsOf(() => defineAppraisalScheme(scheme))).toEqual(problems)
  })
})
