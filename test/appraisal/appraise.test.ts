import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import {
  type AppraisalInput,
  type AppraisalSchemeInput,
  appraise,
  attempt,
  defineAppraisalScheme,
  gradeScore,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const results = {
  sales: { actual: '1500000', target: '1200000' },
  newCustomers: { actual: 8, target: 10 },
  satisfaction: { points: 90, source: 'survey' },
  collectionRate: { actual: '0.95', target: '0.95' },
}

function issuesOf(input: unknown, scheme = handbook.appraisal) {
  const outcome = attempt(() => appraise(input as AppraisalInput, scheme))
  return outcome.ok ? [] : outcome.issues
}

describe('the handbook’s appraisal (APP-1)', () => {
  it('of 100, 80, 90 and 100 points is 92, and says how', () => {
    expect(
      appraise({ employee: 'E-1042', period: '2026-Q1', results }, handbook.appraisal),
    ).toEqual({
      employee: 'E-1042',
      period: '2026-Q1',
      score: 92,
      parts: [
        {
          id: 'sales',
          points: 100,
          weight: 40,
          weightUsed: 40,
          contribution: 40,
          attainment: '1.25',
          level: 'base',
          nextLevel: { level: 'challenge', from: '1.5', remaining: '0.25' },
          source: null,
        },
        {
          id: 'newCustomers',
          points: 80,
          weight: 30,
          weightUsed: 30,
          contribution: 24,
          attainment: '0.8',
          level: null,
          nextLevel: null,
          source: null,
        },
        {
          id: 'satisfaction',
          points: 90,
          weight: 20,
          weightUsed: 20,
          contribution: 18,
          attainment: null,
          level: null,
          nextLevel: null,
          source: 'survey',
        },
        {
          id: 'collectionRate',
          points: 100,
          weight: 10,
          weightUsed: 10,
          contribution: 10,
          attainment: '1',
          level: null,
          nextLevel: null,
          source: null,
        },
      ],
      bonuses: [],
      deductions: [],
      limit: null,
      missing: [],
      gradeCaps: [],
      gradeAtMost: [],
      policy: { id: 'handbook-appraisal', version: '1' },
      clauses: ['APP-1', 'APP-2', 'APP-7', 'APP-10', 'APP-11'],
    })
  })

  it.each([[{ actual: '950000', target: '1000000' }], [{ value: '0.95' }], [{ points: 95 }]])(
    'has 95 points for 95%% of what was due collected, given as %j',
    (collectionRate) => {
      const { score, parts } = appraise(
        { results: { ...results, collectionRate } },
        handbook.appraisal,
      )
      expect([parts[3]?.points, score]).toEqual([95, 91.5])
    },
  )

  it('is graded S', () => {
    const { score } = appraise({ results }, handbook.appraisal)
    expect(gradeScore(score, handbook.grading).grade).toBe('S')
  })

  it.each([
    ['0', '10', 0, '0'],
    ['9.999', '10', 99.99, '0.9999'],
    ['10', '10', 100, '1'],
    ['15', '10', 100, '1.5'],
    ['1', '3', 33.33, '0.333333333333'],
    ['-2', '10', 0, '-0.2'],
  ])(
    'scores %s against %s with %d points, capped at 100 (APP-10)',
    (actual, target, points, attainment) => {
      const { parts } = appraise(
        { results: { ...results, sales: { actual, target } } },
        handbook.appraisal,
      )
      expect(parts[0]).toMatchObject({ points, attainment })
    },
  )

  it('rounds once, at the end: a tie is on the side that the scheme names', () => {
    const tie = Object.fromEntries(
      Object.entries(results).map(([id]) => [
        id,
        { points: '89.995', source: id === 'satisfaction' ? 'survey' : 'crm' },
      ]),
    )
    const halfDown = defineAppraisalScheme({
      ...throughJson(handbook.appraisal),
      rounding: 'half-down',
    })
    const up = appraise({ results: tie }, handbook.appraisal).score
    const down = appraise({ results: tie }, halfDown).score
    expect([up, down]).toEqual([90, 89.99])
    expect([up, down].map((score) => gradeScore(score, handbook.grading).grade)).toEqual(['S', 'A'])
  })

  it('takes satisfaction from a survey only (APP-7)', () => {
    const reported = { ...results, satisfaction: { points: 90, source: 'self' } }
    expect(issuesOf({ results: reported })).toEqual([
      {
        code: 'SOURCE_REFUSED',
        severity: 'error',
        path: ['results', 'satisfaction', 'source'],
        params: { source: 'self', accepted: ['survey'] },
        message:
          'results.satisfaction.source: got "self", expected a figure from "survey": one that was not reported by the person appraised.',
        clause: 'APP-7',
      },
    ])
    const unsourced = { ...results, satisfaction: { points: 90 } }
    expect(issuesOf({ results: unsourced })).toMatchObject([
      { code: 'SOURCE_REFUSED', params: { source: null } },
    ])
  })

  it('asks for every result', () => {
    const { sales, ...others } = results
    expect(issuesOf({ results: others })).toMatchObject([
      { code: 'FACT_MISSING', path: ['results', 'sales'], params: { id: 'sales' } },
    ])
    expect(issuesOf({ results: { ...results, sales: null } })).toMatchObject([
      { code: 'FACT_MISSING', path: ['results', 'sales'] },
    ])
    expect(issuesOf({ results: { ...others, collectionRate: { points: 101 } } })).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['results', 'collectionRate', 'points'] },
      { code: 'FACT_MISSING', path: ['results', 'sales'] },
    ])
    expect(sales).toBeDefined()
  })

  it.each([
    ['a target of 0', { actual: 1, target: 0 }, 'NUMBER_OUT_OF_RANGE', 'target'],
    ['a target below 0', { actual: 1, target: -1 }, 'NUMBER_OUT_OF_RANGE', 'target'],
    ['no target', { actual: 1 }, 'VALUE_MISSING', 'target'],
    ['an actual with separators', { actual: '1,000', target: 1 }, 'NUMBER_INVALID', 'actual'],
    ['an actual that is no number', { actual: NaN, target: 1 }, 'NUMBER_INVALID', 'actual'],
    ['points above the cap', { points: 101 }, 'NUMBER_OUT_OF_RANGE', 'points'],
    ['points below 0', { points: -1 }, 'NUMBER_OUT_OF_RANGE', 'points'],
    ['points and an actual', { points: 1, actual: 1, target: 1 }, 'UNKNOWN_KEY', 'actual'],
    ['another key', { actual: 1, target: 1, unit: 'CNY' }, 'UNKNOWN_KEY', 'unit'],
    ['an empty source', { actual: 1, target: 1, source: '' }, 'VALUE_INVALID', 'source'],
  ])('refuses %s', (_, sales, code, key) => {
    const issues = issuesOf({ results: { ...results, sales } })
    expect(issues.map((issue) => issue.code)).toContain(code)
    expect(issues.map(({ path }) => path)).toContainEqual(['results', 'sales', key])
  })

  it.each([
    ['a result as number', { results: { ...results, sales: 5 } }, 'VALUE_INVALID', 'results.sales'],
    [
      'a value and points',
      { results: { ...results, sales: { value: 1, points: 1 } } },
      'VALUE_INVALID',
      'results.sales',
    ],
    [
      'an unknown indicator',
      { results: { ...results, slaes: null } },
      'UNKNOWN_KEY',
      'results.slaes',
    ],
    ['no results', {}, 'VALUE_MISSING', 'results'],
    ['results as a list', { results: [] }, 'VALUE_INVALID', 'results'],
    ['an empty employee', { results, employee: '' }, 'VALUE_INVALID', 'employee'],
    ['a period that is none', { results, period: '2026-Q5' }, 'PERIOD_INVALID', 'period'],
    ['another key', { results, grade: 'S' }, 'UNKNOWN_KEY', 'grade'],
  ])('refuses %s', (_, input, code, path) => {
    const [issue, ...others] = issuesOf(input)
    expect([issue?.code, issue?.path.join('.')]).toEqual([code, path])
    expect(others).toEqual([])
  })

  it.each([undefined, null, 'x', []])('refuses %j as an input', (input) => {
    expect(issuesOf(input)[0]).toMatchObject({ path: [] })
  })

  it('refuses a scheme that was not defined', () => {
    const copy = throughJson(handbook.appraisal) as typeof handbook.appraisal
    expect(issuesOf({ results }, copy)).toMatchObject([
      { code: 'POLICY_NOT_DEFINED', params: { define: 'defineAppraisalScheme' } },
    ])
  })
})

describe('a scheme of a company', () => {
  const scheme = (missing: AppraisalSchemeInput['missing']) =>
    defineAppraisalScheme({
      indicators: [
        { id: 'sales', weight: 50, curve: { kind: 'ratio', cap: 150 } },
        { id: 'complaints', weight: 30, curve: 'lower-is-better' },
        {
          id: 'visits',
          weight: 20,
          curve: {
            kind: 'steps',
            steps: [
              { from: 2, points: 60 },
              { from: 4, points: 100 },
            ],
          },
        },
      ],
      missing,
    })

  it('may pay above target up to its own cap (APP-2)', () => {
    const score = (actual: number) =>
      appraise(
        {
          results: {
            sales: { actual, target: 100 },
            complaints: { actual: 4, target: 2 },
            visits: { value: 4 },
          },
        },
        scheme('refuse'),
      ).score
    // 60 + 15 + 20, 75 + 15 + 20
    expect([score(120), score(150), score(200)]).toEqual([95, 110, 110])
  })

  it('counts half the complaints allowed twice as good, and none as the cap', () => {
    const points = (actual: number) =>
      appraise({ results: { complaints: { actual, target: 2 } } }, scheme('zero')).parts[1]?.points
    expect([0, 1, 2, 4, 8].map(points)).toEqual([100, 100, 100, 50, 25])
  })

  it('names the attainment of a ratio, in whatever form it is given', () => {
    for (const value of [0.9, '0.90', new Decimal('0.9'), { actual: new Decimal(9), target: 10 }]) {
      const given = appraise({ results: { sales: { value } } }, scheme('zero'))
      expect(given.parts[0]?.attainment).toBe('0.9')
    }
  })

  it('says what happens to a result that is missing', () => {
    const known = { sales: { actual: 90, target: 100 }, visits: { value: 3 }, complaints: null }
    // 45 + 12, and 57 ÷ 0.7
    const zero = appraise({ results: known }, scheme('zero'))
    const reweight = appraise({ results: known }, scheme('reweight'))
    expect([zero.score, reweight.score]).toEqual([57, 81.43])
    expect(zero.missing).toEqual(['complaints'])
    expect(zero.parts[1]).toEqual({
      id: 'complaints',
      points: null,
      weight: 30,
      weightUsed: 30,
      contribution: 0,
      attainment: null,
      level: null,
      nextLevel: null,
      source: null,
    })
    expect(zero.clauses).toEqual(['APP-1', 'APP-2', 'APP-10'])
    expect(issuesOf({ results: known }, scheme('refuse'))).toMatchObject([{ code: 'FACT_MISSING' }])
  })

  it('is filled in, so that it names every choice', () => {
    const written = { indicators: [{ id: 'sales', weight: '1e2' }], missing: 'refuse' } as const
    expect(defineAppraisalScheme(written)).toEqual({
      id: 'appraisal',
      version: '1',
      provenance: [],
      indicators: [{ id: 'sales', weight: 100, curve: { kind: 'ratio', floor: 0, cap: 100 } }],
      missing: 'refuse',
      decimals: 2,
      rounding: 'half-up',
    })
  })

  it.each([
    [[99.99], '99.99', '0.01'],
    [[60, 40.01], '100.01', '-0.01'],
    [[0.4, 0.6], '1', '99'],
  ])('whose weights are %j is refused', (weights, total, difference) => {
    const indicators = weights.map((weight, index) => ({ id: `part-${index}`, weight }))
    const outcome = attempt(() => defineAppraisalScheme({ indicators, missing: 'refuse' }))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'WEIGHTS_NOT_100', path: ['indicators'], params: { total, difference } },
    ])
  })

  it('may weigh thirds only as decimals that add up', () => {
    const indicators = ['33.33', '33.33', '33.34'].map((weight, index) => ({
      id: `part-${index}`,
      weight,
    }))
    const thirds = defineAppraisalScheme({ indicators, missing: 'refuse' })
    const full = { actual: 1, target: 1 }
    const appraisal = appraise(
      { results: { 'part-0': full, 'part-1': full, 'part-2': full } },
      thirds,
    )
    expect(appraisal.score).toBe(100)
    expect(appraisal.parts.map(({ contribution }) => contribution)).toEqual([33.33, 33.33, 33.34])
  })

  it('may weigh in parts: 100, 100 and 39.985 in thirds are 79.995, rounded 80, grade A', () => {
    const indicators = ['sales', 'service', 'team'].map((id) => ({ id, weight: 1 }))
    const scheme = defineAppraisalScheme({ indicators, weights: 'parts', missing: 'refuse' })
    const results = { sales: { points: 100 }, service: { points: 100 }, team: { points: 39.985 } }
    const { score, parts } = appraise({ results }, scheme)
    expect(score).toBe(80)
    expect(gradeScore(score, handbook.grading).grade).toBe('A')
    expect(parts.map(({ weight, contribution }) => [weight, contribution])).toEqual([
      [1, 33.34],
      [1, 33.33],
      [1, 13.33],
    ])
  })

  it('that weighs in parts leaves a missing one out, or counts it as zero, in proportion', () => {
    const indicators = [
      { id: 'sales', weight: 2 },
      { id: 'service', weight: 1 },
      { id: 'team', weight: 1 },
    ]
    const score = (missing: 'zero' | 'reweight') => {
      const scheme = defineAppraisalScheme({ indicators, weights: 'parts', missing })
      return appraise({ results: { sales: { points: 90 }, service: { points: 60 } } }, scheme).score
    }
    expect(score('zero')).toBe(60)
    expect(score('reweight')).toBe(80)
  })

  it('that weighs in parts needs one above zero', () => {
    const indicators = [{ id: 'sales', weight: 0 }]
    const outcome = attempt(() =>
      defineAppraisalScheme({ indicators, weights: 'parts', missing: 'refuse' }),
    )
    expect(outcome).toMatchObject({
      ok: false,
      issues: [{ code: 'WEIGHTS_NOT_POSITIVE', path: ['indicators'], params: { weights: 1 } }],
    })
  })

  it('takes null where something may be left out for left out', () => {
    const scheme = defineAppraisalScheme({
      indicators: [{ id: 'sales', weight: 100 }],
      missing: 'refuse',
    })
    const input = {
      employee: null,
      period: null,
      results: { sales: { actual: 9, target: 10, value: null, source: null } },
    } as unknown as AppraisalInput
    expect(appraise(input, scheme)).toMatchObject({ employee: null, period: null, score: 90 })
  })

  it('reads indicators named like what every object has', () => {
    const indicators = [
      { id: 'toString', weight: 50 },
      { id: 'valueOf', weight: 50 },
    ]
    const odd = defineAppraisalScheme({ indicators, missing: 'zero' })
    fc.assert(
      fc.property(fc.nat({ max: 100 }), (actual) => {
        const { score, missing } = appraise(
          { results: { toString: { actual, target: 100 } } as never },
          odd,
        )
        expect(score).toBe(actual / 2)
        expect(missing).toEqual(['valueOf'])
      }),
    )
  })
})

describe('a value that throws when it is looked at', () => {
  it('is refused where it is', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const results = {
      sales: { actual: 1, target: 1 },
      newCustomers: { actual: 1, target: 1 },
      satisfaction: { points: 90, source: 'survey' },
      collectionRate: { value: proxy },
    }
    expect(attempt(() => appraise({ results }, handbook.appraisal))).toEqual({
      ok: false,
      issues: [
        {
          code: 'NUMBER_INVALID',
          severity: 'error',
          path: ['results', 'collectionRate', 'value'],
          params: { given: 'an object', suggestion: null },
          message: 'results.collectionRate.value: got an object, expected a plain decimal.',
        },
      ],
    })
  })

  it.each([
    [{ value: 95 }, ['results', 'collectionRate', 'value']],
    [{ value: { actual: 'x', target: 1 } }, ['results', 'collectionRate', 'value', 'actual']],
    [{ actual: 'x', target: 1 }, ['results', 'collectionRate', 'actual']],
  ])('a wrong figure is named by its own place: %j', (collectionRate, path) => {
    const results = {
      sales: { actual: 1, target: 1 },
      newCustomers: { actual: 1, target: 1 },
      satisfaction: { points: 90, source: 'survey' },
      collectionRate,
    }
    const outcome = attempt(() => appraise({ results }, handbook.appraisal))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.path)).toEqual([path])
  })
})
