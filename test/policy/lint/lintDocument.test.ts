import fc from 'fast-check'
import {
  attempt,
  checkExamples,
  defineAppraisalScheme,
  defineCompensationPlan,
  defineContestRules,
  defineGradingPolicy,
  definePolicy,
  defineTargetPlan,
  gradeScore,
  handbook,
  type LintedPolicy,
  lintPolicy,
  policyOn,
} from 'sales-rules'
import { explainIssue } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../../../src/kernel/input/issue.js'
import { plan, scheme, versions } from './faults.js'

const { bantLeads, challengeAppraisal, chinaCalendar, clauses: _, ...sections } = handbook

const placed = (policy: LintedPolicy) =>
  lintPolicy(policy).findings.map(({ code, path }) => [code, formatPath(path)])

const tiers = (rate: string) => ({
  mode: 'marginal' as const,
  tiers: [
    { id: 'first', upTo: '1000', rate },
    { id: 'top', upTo: null, rate: '0.05' },
  ],
})

describe('lintPolicy of a document', () => {
  it('finds in the handbook as a document what it finds in its policies, each with the way to it', () => {
    const ofSections = Object.entries(sections).flatMap(([name, policy]) =>
      lintPolicy(policy as LintedPolicy).findings.map(({ code, path }) => [
        code,
        formatPath(['versions', 0, name, ...path]),
      ]),
    )
    const found = placed(versions(sections))
    expect(found.sort()).toEqual(ofSections.sort())
    expect(found).toHaveLength(7)
  })

  it('lists errors first, whichever version they are in', () => {
    const cliff = plan({
      scale: {
        mode: 'whole-amount',
        tiers: [
          { id: 'first', upTo: '1000', rate: '0.05' },
          { id: 'top', upTo: null, rate: '0.04' },
        ],
      },
    })
    const example = { id: 'wrong', rule: 'gradeScore', input: 92, expect: { grade: 'A' } }
    const policy = versions(
      { until: '2026-06-01', commission: cliff },
      {
        version: 'late',
        effectiveFrom: '2026-07-01',
        grading: handbook.grading,
        examples: [example],
      },
    )
    const { findings } = lintPolicy(policy)
    const [first] = findings
    expect(first?.code).toBe('POLICY_CONFLICT')
    expect(first).toEqual(checkExamples(policy)[0])
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(
      new Set(['error', 'warning', 'note']),
    )
    expect(placed(policy)).toContainEqual(['VERSIONS_LEAVE_HOLE', 'versions[0].until'])
  })

  it('says of the hole in July which days it has, both ends included', () => {
    const commission = plan()
    const policy = versions(
      { until: '2026-07-01', commission },
      { version: 'autumn', effectiveFrom: '2026-08-01', commission },
    )
    const found = lintPolicy(policy).findings.find(({ code }) => code === 'VERSIONS_LEAVE_HOLE')
    expect(found?.params).toEqual({ from: '2026-07-01', to: '2026-07-31' })
    // What comes back after a hole does not continue the same.
    expect(placed(policy).map(([code]) => code)).not.toContain('DECIDES_THE_SAME')
    expect(explainIssue(found as never, { locale: 'zh-CN' })).toBe(
      'versions[0].until：从 2026-07-01 到 2026-07-31 没有生效的制度。请删去 "until"，让该版本持续到下一版本。',
    )
  })

  it('finds nothing where one version ends on the day on which the next begins', () => {
    const policy = versions(
      { until: '2027-01-01', commission: plan({ scale: tiers('0.03') }) },
      {
        version: '2027',
        effectiveFrom: '2027-01-01',
        commission: plan({ scale: tiers('0.04') }),
      },
    )
    expect(placed(policy).filter(([, path]) => !path?.includes('commission'))).toEqual([])
  })

  it.each([
    ['month', 1, '2026-05-01', []],
    ['month', 1, '2026-05-02', ['may']],
    ['quarter', 1, '2026-04-01', []],
    ['quarter', 1, '2026-05-01', ['may']],
    ['quarter', 2, '2026-05-01', []],
    ['quarter', 1, '2026-04-02', ['may']],
    ['half-year', 1, '2026-07-01', []],
    ['half-year', 4, '2026-07-01', ['may']],
    ['half-year', 4, '2026-10-01', []],
    ['year', 1, '2026-12-31', ['may']],
    ['year', 1, '2027-01-01', []],
    ['year', 4, '2027-04-01', []],
  ] as const)(
    'tiers that count over a %s of a year from month %i: a change on %s',
    (tiersPer, yearStartsIn, effectiveFrom, expected) => {
      const commission = (rate: string) => plan({ tiersPer, yearStartsIn, scale: tiers(rate) })
      const policy = versions(
        { commission: commission('0.03') },
        { version: 'may', effectiveFrom, commission: commission('0.04') },
      )
      const found = lintPolicy(policy).findings.filter(
        ({ code }) => code === 'VERSION_WITHIN_PERIOD',
      )
      expect(found.map(({ params }) => params)).toEqual(
        expected.map(() => ({ date: effectiveFrom, unit: tiersPer })),
      )
    },
  )

  it('lets a version begin on any day, where the plan stays as it is', () => {
    const commission = plan({ tiersPer: 'quarter' })
    const policy = versions(
      { commission },
      {
        version: 'may',
        effectiveFrom: '2026-05-15',
        commission: plan({ tiersPer: 'quarter', version: 'other' }),
        grading: handbook.grading,
      },
    )
    expect(placed(policy).map(([code]) => code)).not.toContain('VERSION_WITHIN_PERIOD')
  })

  it('tries the scheme of a group on the grades of everybody, and shows the score that it comes to', () => {
    const policy = versions({
      appraisal: scheme(),
      grading: handbook.grading,
      groups: { trainee: { appraisal: scheme({ maximum: 85 }) } },
    })
    const [found, ...rest] = lintPolicy(policy).findings.filter(
      ({ code }) => code === 'BAND_UNREACHABLE',
    )
    expect(rest).toEqual([])
    expect(found?.params).toEqual({ id: 'S', minimum: '0', maximum: '85' })
    expect(formatPath(found?.path ?? [])).toBe('versions[0].grading.grades[0]')
    expect(found?.example?.at).toEqual(['versions', 0, 'groups', 'trainee', 'appraisal'])
  })

  it('counts bonuses in the highest score, and deductions in the lowest', () => {
    const grading = defineGradingPolicy({
      grades: [
        { id: 'S', from: 110 },
        { id: 'A', from: 60 },
        { id: 'C', from: 0 },
      ],
    })
    const points = (maximum: number) => ({ kind: 'points', maximum }) as const
    const indicators = [
      { id: 'effort', weight: 100, curve: { kind: 'choice', choices: { low: 70, high: 100 } } },
    ] as const
    const plain = defineAppraisalScheme({ missing: 'refuse', indicators })
    expect(placed(versions({ appraisal: plain, grading }))).toEqual([
      ['BAND_UNREACHABLE', 'versions[0].grading.grades[0]'],
      ['BAND_UNREACHABLE', 'versions[0].grading.grades[2]'],
    ])
    const both = defineAppraisalScheme({
      missing: 'refuse',
      indicators,
      bonuses: [{ id: 'idea', curve: points(10) }],
      deductions: [{ id: 'complaints', curve: points(20) }],
    })
    expect(placed(versions({ appraisal: both, grading }))).toEqual([])
  })

  it('lints a scheme whose grade caps look at facts, alone and in a document', () => {
    const appraisal = scheme({
      maximum: 85,
      gradeCaps: [
        {
          id: 'compliance',
          requires: { id: 'compliant', comparison: 'equals', required: true },
          gradeAtMost: 'C',
        },
      ],
    })
    expect(lintPolicy(appraisal)).toEqual({ findings: [], notChecked: [] })
    const { findings, notChecked } = lintPolicy(versions({ appraisal, grading: handbook.grading }))
    expect(findings.map(({ code }) => code)).toEqual(['BAND_UNREACHABLE'])
    expect(findings[0]?.example?.given).toEqual([
      [{ results: { sales: { actual: 0, target: 100 } }, facts: { compliant: true } }],
      [{ results: { sales: { actual: 100, target: 100 } }, facts: { compliant: true } }],
    ])
    expect(notChecked).toEqual([])
  })

  it('says of what it does not look at that it does not', () => {
    const contest = defineContestRules({ currency: 'EUR', prizes: [{ amount: '100' }] })
    for (const [policy, kind] of [
      [contest, 'ContestRules'],
      [handbook.care, 'CarePolicy'],
      [chinaCalendar, 'Calendar'],
    ] as const) {
      const { findings, notChecked } = lintPolicy(policy as never)
      expect(findings).toEqual([])
      expect(notChecked.map(({ path, issues }) => [path, issues[0]?.code])).toEqual([
        [[], 'NOT_LOOKED_AT'],
      ])
      expect(notChecked[0]?.issues[0]?.params).toEqual({ given: kind })
    }
    const { notChecked } = lintPolicy(versions({ contest, calendar: chinaCalendar }))
    expect(notChecked.map(({ path }) => formatPath(path))).toEqual([
      'versions[0].calendar',
      'versions[0].contest',
    ])
  })

  it('tries the plans of all versions with the payee that it is told of', () => {
    const gated = plan({ gate: { attainment: 1 } })
    const { findings } = lintPolicy(versions({ commission: gated }), { payee: { target: '500' } })
    expect(findings.find(({ code }) => code === 'PAY_JUMPS')?.params).toEqual({
      given: '500.00',
      other: '499.99',
      amount: '15.00',
    })
  })

  it('looks once at what stays: 300 versions take the time of a few', () => {
    const policy = definePolicy({
      versions: Array.from({ length: 300 }, (__, index) => ({
        version: String(index),
        effectiveFrom: `${2000 + index}-01-01`,
        commission: handbook.commission,
      })),
    })
    const { findings } = lintPolicy(policy)
    expect(findings.filter(({ code }) => code === 'TIERS_WITHOUT_PERIOD')).toHaveLength(300)
    expect(findings.filter(({ code }) => code === 'DECIDES_THE_SAME')).toHaveLength(299)
  }, 20_000)
})

const day = (index: number) => `2026-01-${String(index).padStart(2, '0')}`

describe('a plan that goes', () => {
  const own = (tiersPer: 'month' | 'quarter' | 'year', more: object = {}) =>
    plan({ tiersPer, scale: tiers('0.04'), ...more })
  const shared = plan({ scale: tiers('0.02') })
  const gone = (effectiveFrom: string, first: object, then: object) =>
    lintPolicy(
      versions({ commission: shared, ...first }, { version: 'then', effectiveFrom, ...then }),
    ).findings.flatMap(({ code, path, params }) =>
      code === 'PLAN_GONE_WITHIN_PERIOD' ? [[formatPath(path), params]] : [],
    )
  const sdr = (commission: object) => ({ groups: { sdr: { commission } } })
  const place = 'versions[1].groups.sdr.commission'

  it.each<[string, string, object, object, unknown[]]>([
    [
      'within a quarter',
      '2026-05-01',
      sdr(own('quarter')),
      { commission: shared },
      [[place, { date: '2026-05-01', unit: 'quarter' }]],
    ],
    ['with a quarter', '2026-04-01', sdr(own('quarter')), { commission: shared }, []],
    [
      'within a month',
      '2026-04-15',
      sdr(own('month')),
      { commission: shared },
      [[place, { date: '2026-04-15', unit: 'month' }]],
    ],
    [
      'within a year that starts in April',
      '2027-01-01',
      sdr(own('year', { yearStartsIn: 4 })),
      { commission: shared },
      [[place, { date: '2027-01-01', unit: 'year' }]],
    ],
    [
      'with a year that starts in April',
      '2027-04-01',
      sdr(own('year', { yearStartsIn: 4 })),
      { commission: shared },
      [],
    ],
    [
      'for the same plan, now of everybody',
      '2026-05-01',
      sdr(own('quarter')),
      { commission: own('quarter') },
      [],
    ],
    [
      'for another plan of its own',
      '2026-05-01',
      sdr(own('quarter')),
      { commission: shared, ...sdr(own('quarter', { cap: { amount: '9' } })) },
      [],
    ],
    [
      'while the group stays with another section',
      '2026-05-01',
      sdr(own('quarter')),
      { commission: shared, groups: { sdr: { grading: handbook.grading } } },
      [[place, { date: '2026-05-01', unit: 'quarter' }]],
    ],
    [
      'after a hole',
      '2026-05-01',
      { until: '2026-04-20', ...sdr(own('quarter')) },
      { commission: shared },
      [],
    ],
    [
      'for everybody',
      '2026-05-15',
      {},
      { grading: handbook.grading },
      [['versions[1].commission', { date: '2026-05-15', unit: 'month' }]],
    ],
  ])('%s', (_, from, first, then, expected) => {
    expect(gone(from, first, then)).toEqual(expected)
  })

  it('is found exactly where its day is not the first of a period of its tiers', () => {
    const date = fc
      .integer({ min: 1, max: 720 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(date, fc.constantFrom('month', 'quarter', 'year' as const), (from, unit) => {
        const months = { month: 1, quarter: 3, year: 12 }[unit]
        const isFirst = from.endsWith('-01') && (Number(from.slice(5, 7)) - 1) % months === 0
        const found = gone(from, sdr(own(unit)), { commission: shared })
        expect(found).toEqual(isFirst ? [] : [[place, { date: from, unit }]])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the years of a document', () => {
  it('are those of each plan of a compensation as well', () => {
    const component = (id: string, yearStartsIn: number) => ({
      id,
      commission: {
        currency: 'CNY',
        scale: tiers('0.03'),
        tiersPer: 'year',
        yearStartsIn,
      } as const,
    })
    const compensation = defineCompensationPlan({
      currency: 'CNY',
      consequences: [],
      components: [component('new', 4), component('repeat', 1)],
    })
    const { targets } = handbook
    const found = lintPolicy(versions({ compensation, targets })).findings.filter(
      ({ code }) => code === 'YEARS_DIFFER',
    )
    expect(found.map(({ path, params }) => [formatPath(path), params])).toEqual([
      [
        'versions[0].compensation.components[0].commission.yearStartsIn',
        { given: '4', other: '1' },
      ],
    ])
  })
})

describe('the laws of lint of a document', () => {
  it('a hole is found exactly where there are days between two versions on which nothing is in force', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(cuts, (days) => {
        const [...edges] = [...days].sort((one, two) => one - two)
        if (edges.length % 2 === 1) edges.pop()
        const rows = edges.flatMap((from, index) =>
          index % 2 === 0 ? [{ from, until: edges[index + 1] ?? 0 }] : [],
        )
        const policy = definePolicy({
          versions: rows.map(({ from, until }, index) => ({
            version: String(index),
            effectiveFrom: day(from),
            until: day(until),
          })),
        })
        const inForce = (date: string) => attempt(() => policyOn(policy, date)).ok
        const first = edges[0] ?? 0
        const last = edges.at(-1) ?? 0
        const empty = Array.from({ length: last - first }, (__, index) =>
          day(first + index),
        ).filter((date) => !inForce(date))
        const found = lintPolicy(policy).findings.flatMap(({ code, params }) =>
          code === 'VERSIONS_LEAVE_HOLE' ? [params as { from: string; to: string }] : [],
        )
        const listed = found.flatMap(({ from, to }) =>
          Array.from({ length: 28 }, (__, index) => day(index + 1)).filter(
            (date) => date >= from && date <= to,
          ),
        )
        expect(listed).toEqual(empty)
      }),
      { numRuns: 60 },
    )
  })

  it('a grade is out of reach exactly where no score of the scheme is given it', () => {
    const from = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 100 }), (starts, maximum) => {
        const grades = [...starts.sort((one, two) => two - one), 0].map((start, index) => ({
          id: `grade-${index}`,
          from: start,
        }))
        const grading = defineGradingPolicy({ grades })
        const appraisal = defineAppraisalScheme({
          missing: 'refuse',
          indicators: [{ id: 'sales', weight: 100, curve: { kind: 'points', maximum } }],
        })
        const given = new Set(
          Array.from({ length: maximum + 1 }, (__, score) => gradeScore(score, grading).grade),
        )
        const lost = lintPolicy(versions({ appraisal, grading })).findings.flatMap(
          ({ code, params }) =>
            code === 'BAND_UNREACHABLE' ? [(params as { id: string }).id] : [],
        )
        expect(lost).toEqual(grades.map(({ id }) => id).filter((id) => !given.has(id)))
      }),
      { numRuns: 60 },
    )
  })

  it('years that start in one month fit, and no others do', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const { provenance, ...targets } = handbook.targets
    fc.assert(
      fc.property(month, month, (ofPlan, ofTargets) => {
        const policy = versions({
          commission: plan({ yearStartsIn: ofPlan, scale: tiers('0.03') }),
          targets: defineTargetPlan({ ...targets, yearStartsIn: ofTargets }),
        })
        const codes = lintPolicy(policy).findings.map(({ code }) => code)
        expect(codes.includes('YEARS_DIFFER')).toBe(ofPlan !== ofTargets)
      }),
    )
  })
})
