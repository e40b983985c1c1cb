import fc from 'fast-check'
import * as rules from 'sales-rules'
import {
  calculateCommission,
  defineCommissionPlan,
  defineCompensationPlan,
  type Finding,
  handbook,
  type LintedPolicy,
  lintPolicy,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../../../src/kernel/input/issue.js'
import * as kinds from '../../../src/policy/lint/issues.js'
import { FAULTS, plan } from './faults.js'

/** Calls the rule of an example again, through the public door, on the part of the policy that it speaks of. */
function again({ example }: Finding, policy: LintedPolicy): readonly string[] {
  if (example === undefined) return []
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a test, which bundles nothing.
  const call = rules[example.rule] as (...input: readonly unknown[]) => unknown
  const part = at(policy, example.at ?? [])
  return example.given.map((given) => String(at(call(...given, part), example.figure.split('.'))))
}

function at(value: unknown, steps: readonly (string | number)[]): unknown {
  return steps.reduce((part, step) => (part as Record<string | number, unknown>)[step], value)
}

const READY = Object.entries(handbook).filter(
  ([name]) => !['care', 'chinaCalendar', 'clauses'].includes(name),
) as readonly (readonly [string, LintedPolicy])[]

/** What is seen in the policy itself, or is idle, so that no figure shows it. */
const WITHOUT_EXAMPLE: readonly string[] = [
  ...['CAP_WITHOUT_EFFECT', 'TIERS_OF_OTHER_SPAN', 'CONVENTION_UNUSUAL', 'FIELD_WITHOUT_EFFECT'],
  ...['NEVER_REACHED', 'LATER_IS_LESS', 'NEVER_WHOLE', 'POLICY_ENDS', 'VERSIONS_LEAVE_HOLE'],
  ...['DECIDES_THE_SAME', 'VERSION_WITHIN_PERIOD', 'PLAN_GONE_WITHIN_PERIOD', 'YEARS_DIFFER'],
  'GRADE_UNKNOWN',
]

/** Two steps, which meet at a figure. */
const steps = (upTo: string) => [
  { id: 'low', upTo },
  { id: 'high', upTo: null },
]

const placed = (policy: LintedPolicy) =>
  lintPolicy(policy).findings.map(({ severity, code, path }) => [severity, code, formatPath(path)])

describe('lintPolicy', () => {
  it.each(FAULTS.map((fault) => [`${fault.code}: ${fault.says}`, fault] as const))(
    'finds %s',
    (_, { policy, code, path }) => {
      const { findings, notChecked } = lintPolicy(policy)
      expect(findings.map((one) => [one.code, formatPath(one.path)])).toContainEqual([code, path])
      expect(notChecked).toEqual([])
    },
  )

  it('has a fault here for each of its codes', () => {
    const codes = Object.values(kinds).map(({ code }) => code)
    expect([...new Set(FAULTS.map(({ code }) => code))].sort()).toEqual(codes.sort())
  })

  it.each([...READY, ...FAULTS.map(({ says, policy }) => [says, policy] as const)])(
    'confirms each finding by its example: %s',
    (_, policy) => {
      for (const found of lintPolicy(policy).findings) {
        expect(again(found, policy)).toEqual(found.example?.gives ?? [])
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }
    },
  )

  it.each(FAULTS.map((fault) => [`${fault.code}: ${fault.says}`, fault] as const))(
    'shows an example of whatever a rule can be asked for: %s',
    (_, { policy, code, path }) => {
      const found = lintPolicy(policy).findings.find(
        (one) => one.code === code && formatPath(one.path) === path,
      )
      if (!WITHOUT_EXAMPLE.includes(code)) expect(found?.example?.gives.length).toBeGreaterThan(0)
    },
  )

  it('says of the handbook what its clauses leave open, and nothing else', () => {
    expect(READY.map(([name, policy]) => [name, placed(policy)])).toEqual([
      [
        'appraisal',
        [
          ['note', 'LEVEL_WITHOUT_EFFECT', 'indicators[0].levels[0]'],
          ['note', 'LEVEL_WITHOUT_EFFECT', 'indicators[0].levels[1]'],
        ],
      ],
      ['bantLeads', []],
      ['careers', [['note', 'BETWEEN_STANDARDS', 'ladders[0].rungs[1].standard']]],
      ['challengeAppraisal', []],
      [
        'commission',
        [
          ['warning', 'TIERS_WITHOUT_PERIOD', 'tiersPer'],
          ['warning', 'ORDERS_JOINED_PAY_MORE', 'awards'],
          ['note', 'PAY_JUMPS', 'gate'],
          ['note', 'ORDER_MOVED_PAYS_MORE', 'scale'],
        ],
      ],
      ['compensation', []],
      ['grading', []],
      ['health', []],
      ['leads', []],
      ['pipeline', []],
      ['rewards', []],
      ['targets', []],
      ['service', []],
    ])
  })

  it('finds the six to nine people of PRO-4 who are of no rung', () => {
    const [found] = lintPolicy(handbook.careers).findings
    expect(found?.params).toEqual({ id: 'teamSize', other: 'regional-manager', given: '6' })
    expect(found?.example).toEqual({
      rule: 'checkPromotion',
      figure: 'standard.outcome',
      given: [
        [{ teamSize: '6' }, 'sales-supervisor'],
        [{ teamSize: '6' }, 'regional-manager'],
      ],
      gives: ['unmet', 'unmet'],
    })
  })

  it('finds the 90,000 and the 120,000 of COM-1', () => {
    const found = lintPolicy(handbook.commission).findings[0]
    expect(found?.params).toEqual({ amount: '90000.00', other: '120000.00' })
    const year = { sales: '3000000', target: '3000000' }
    expect(calculateCommission(year, handbook.commission).amount).toBe('120000.00')
  })

  it('gives a cliff whole: code, severity, place, size and both inputs', () => {
    const policy = FAULTS[0]?.policy as LintedPolicy
    expect(lintPolicy(policy).findings[0]).toEqual({
      code: 'PAY_FALLS',
      severity: 'warning',
      path: ['scale', 'tiers', 1],
      params: { given: '1000.00', other: '999.99', amount: '10.00' },
      message:
        'scale.tiers[1]: sales of 1000.00 are paid 10.00 less than sales of 999.99. Whoever is about to reach it had better not sell: pay each tier on its own part of the sales, or raise the rate above it.',
      example: {
        rule: 'calculateCommission',
        figure: 'amount',
        given: [[{ period: '2026-01', sales: '999.99' }], [{ period: '2026-01', sales: '1000' }]],
        gives: ['50.00', '40.00'],
      },
    })
  })

  it.each<[string, object, boolean]>([
    ['a count of 0 or more', { required: 0, unit: 'count' }, true],
    ['a count of 1 or more', { required: 1, unit: 'count' }, false],
    ['an amount of 0 or more, which may be below', { required: 0, unit: 'money' }, false],
    [
      'points up to the end of their scale',
      { comparison: 'at-most', required: 100, unit: 'points', maximum: 100 },
      true,
    ],
    [
      'points below the end of their scale',
      { comparison: 'at-most', required: 99, unit: 'points', maximum: 100 },
      false,
    ],
    [
      'a count of 0 or more, months in a row that may be missing',
      { required: 0, unit: 'count', inARow: { length: 2, per: 'month' } },
      false,
    ],
  ])('says whether it asks anything: %s', (_, more, isIdle) => {
    const conditions = { id: 'visits', comparison: 'at-least', ...more } as never
    const codes = lintPolicy(plan({ gate: { conditions } })).findings.map(({ code }) => code)
    expect(codes.includes('CONDITION_ALWAYS_MET')).toBe(isIdle)
  })

  it('asks nothing of tiers under a gate that need not be shut there: those of money, and beside conditions', () => {
    const tiers = (upTo: string) => [
      { id: 'low', upTo, rate: '0.01' },
      { id: 'high', upTo: null, rate: '0.02' },
    ]
    const conditions = { id: 'visits', comparison: 'at-least', required: 5, unit: 'count' } as const
    const codes = (policy: LintedPolicy) => placed(policy).map(([, code]) => code)
    const money = { mode: 'whole-amount', tiers: tiers('800') } as const
    const byAttainment = { ...money, thresholds: 'attainment', tiers: tiers('0.8') } as const
    const gate = { attainment: 1 }
    expect(codes(plan({ gate, scale: byAttainment }))).toContain('TIER_NEVER_PAYS')
    expect(codes(plan({ gate, scale: money }))).not.toContain('TIER_NEVER_PAYS')
    const both = plan({ gate: { ...gate, conditions }, scale: byAttainment })
    expect(codes(both)).not.toContain('TIER_NEVER_PAYS')
  })

  it('finds where an interpolated amount jumps at one figure, and nowhere else', () => {
    const jumps = (upTo: string) =>
      placed(
        plan({
          scale: {
            mode: 'interpolated',
            beyond: 'stop',
            tiers: [
              { id: 'first', upTo: '1000', amount: '50' },
              { id: 'second', upTo, amount: '90' },
              { id: 'third', upTo: '2000', amount: '200' },
            ],
          },
        }),
      ).filter(([, code]) => code === 'PAY_JUMPS')
    expect(jumps('1000')).toEqual([[expect.anything(), 'PAY_JUMPS', 'scale.tiers[1]']])
    expect(jumps('1500')).toEqual([])
  })

  it.each([
    [10, 5],
    [5, 10],
  ])('tries a plan with facts that meet all of its parts: %i and %i', (ofGate, ofAward) => {
    const atLeast = (required: number) =>
      ({ id: 'visits', comparison: 'at-least', required, unit: 'count' }) as const
    const policy = plan({
      gate: { conditions: atLeast(ofGate) },
      awards: [{ id: 'any', for: 'any', amount: '5', conditions: atLeast(ofAward) }],
      scale: {
        mode: 'whole-amount',
        tiers: [
          { id: 'first', upTo: '1000', rate: '0.05' },
          { id: 'second', upTo: null, rate: '0.04' },
        ],
      },
    })
    const falls = lintPolicy(policy).findings.find(({ code }) => code === 'PAY_FALLS')
    expect(falls?.example?.given[0]?.[0]).toMatchObject({ facts: { visits: '10' } })
  })

  it.each([
    ['1', '0.65'],
    ['0.9', '0.805'],
  ])('leaves a multiplier at 1, or takes its last step: a second step of %s', (second, score) => {
    const policy = plan({
      scale: {
        mode: 'whole-amount',
        tiers: [
          { id: 'first', upTo: '1000', rate: '0.05' },
          { id: 'second', upTo: null, rate: '0.04' },
        ],
      },
      kpiMultiplier: {
        fact: 'score',
        steps: [
          { id: 'low', upTo: '0.5', multiplier: '0.5' },
          { id: 'middle', upTo: '0.8', multiplier: second },
          { id: 'high', upTo: null, multiplier: '1.5' },
        ],
      },
    })
    const falls = lintPolicy(policy).findings.find(({ code }) => code === 'PAY_FALLS')
    expect(falls?.example?.given[0]?.[0]).toMatchObject({ facts: { score } })
  })

  it('finds each cell of a table that pays less than the one before it, in its row or its column', () => {
    const policy = (pays: string[][]) =>
      defineCompensationPlan({
        currency: 'EUR',
        components: [
          {
            id: 'table',
            matrix: {
              rows: { by: 'margin', steps: steps('0.1') },
              columns: { by: 'growth', steps: steps('0.2') },
              pays,
            },
          },
        ],
      })
    const less = (pays: string[][]) =>
      placed(policy(pays)).flatMap(([, code, path]) => (code === 'LATER_IS_LESS' ? [path] : []))
    const cell = (row: number, column: number) => `components[0].matrix.pays[${row}][${column}]`
    const rows = (a: string, b: string, c: string, d: string) => [
      [a, b],
      [c, d],
    ]
    expect(less(rows('1', '1', '1', '1'))).toEqual([])
    expect(less(rows('0.5', '0.8', '0.8', '1'))).toEqual([])
    expect(less(rows('0.5', '0.4', '0.8', '1'))).toEqual([cell(0, 1)])
    expect(less(rows('0.5', '0.8', '0.4', '1'))).toEqual([cell(1, 0)])
    expect(less(rows('0.5', '0.8', '0.6', '0.7'))).toEqual([cell(1, 1)])
  })

  // Three quarters of the threshold twelve times are 900, of which 800 are above it.
  it.each([
    ['0.00125', null],
    ['0.00127', '1.02'],
  ])(
    'lets twelve months differ from the year by 1, as each of them is rounded: %s',
    (rate, year) => {
      const policy = defineCommissionPlan({
        currency: 'EUR',
        scale: {
          mode: 'marginal',
          tiers: [
            { id: 'first', upTo: '100', rate: '0' },
            { id: 'second', upTo: null, rate },
          ],
        },
      })
      const found = lintPolicy(policy).findings.filter(
        ({ code }) => code === 'TIERS_WITHOUT_PERIOD',
      )
      expect(found.map(({ params }) => params)).toEqual(
        year === null ? [] : [{ amount: '0.00', other: year }],
      )
    },
  )

  it('finds nothing in a plan of one rate', () => {
    const flat = plan({
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.025' }] },
    })
    expect(lintPolicy(flat)).toEqual({ findings: [], notChecked: [] })
  })

  it('asks back more than the law allows: an error where it is paid, a warning where it is cut', () => {
    const fund = FAULTS.find(({ code }) => code === 'TERMS_ABOVE_LAW')?.policy as never
    const [found] = lintPolicy(fund).findings
    expect([found?.severity, found?.clause]).toEqual(['error', 'REW-5'])
    // On the last day before two of three years are over, 366 of 1096 days are not served.
    expect(found?.params).toEqual({ given: '10000.00', maximum: '3348.54' })
    const { id, version, provenance, ...rest } = fund as typeof handbook.rewards
    const cut = rules.defineRewardPolicy({
      ...rest,
      educationFund: { ...rest.educationFund, aboveLegalLimit: 'cap' } as never,
    })
    expect(lintPolicy(cut).findings[0]?.severity).toBe('warning')
  })

  it('tries a plan with the payee that it is told of', () => {
    const gated = plan({ gate: { attainment: 1 } })
    const given = { target: '500' }
    const found = lintPolicy(gated, { payee: given }).findings.find(
      ({ code }) => code === 'PAY_JUMPS',
    )
    expect(found?.params).toEqual({ given: '500.00', other: '499.99', amount: '15.00' })
  })

  it('names what it could not try, and why', () => {
    const gated = plan({ gate: { attainment: 1 } })
    const { notChecked } = lintPolicy(gated, { payee: { target: '0' } })
    expect(notChecked.map(({ path, issues }) => [path, issues.map(({ code }) => code)])).toEqual([
      [['scale'], ['NUMBER_OUT_OF_RANGE']],
    ])
  })

  it('refuses what was not defined, and options that it does not have', () => {
    const codeOf = (run: () => unknown) => {
      const outcome = rules.attempt(run)
      return outcome.ok ? null : outcome.issues.map(({ code }) => code)
    }
    expect(codeOf(() => lintPolicy({ ...handbook.commission } as never))).toEqual([
      'POLICY_NOT_DEFINED',
    ])
    expect(codeOf(() => lintPolicy(plan(), { payees: 1 } as never))).toEqual(['UNKNOWN_KEY'])
  })

  it('takes bounded time, whatever the policy: 100 rules of 100 tiers', () => {
    const tiers = (from: number) =>
      Array.from({ length: 100 }, (_, index) => ({
        id: `tier-${index}`,
        upTo: index === 99 ? null : String((index + 1) * 1000),
        rate: `0.0${((index * 7 + from) % 9) + 1}`,
      }))
    const policy = plan({
      scale: { mode: 'marginal', tiers: tiers(0) },
      rates: Array.from({ length: 100 }, (_, index) => ({
        id: `rule-${index}`,
        when: { product: [`product-${index}`] },
        scale: { mode: 'whole-amount', tiers: tiers(index) },
      })),
    })
    const { findings } = lintPolicy(policy)
    expect(findings.length).toBeLessThan(100)
    expect(findings.length).toBeGreaterThan(20)
  }, 30_000)
})

const rate = () => fc.integer({ min: 1, max: 40 }).map((part) => (part / 1000).toFixed(3))

const wholeAmount = (rates: readonly string[]) =>
  defineCommissionPlan({
    currency: 'EUR',
    tiersPer: 'month',
    scale: {
      mode: 'whole-amount',
      tiers: rates.map((one, index) => ({
        id: `tier-${index}`,
        upTo: index === rates.length - 1 ? null : String((index + 1) * 10_000),
        rate: one,
      })),
    },
  })

/** Sales in cents × a rate of whole thousandths, half up, in whole numbers alone. */
function paidCents(cents: bigint, rate: string | undefined): bigint {
  const thousandths = BigInt(Math.round(Number(rate) * 1000))
  return (2n * cents * thousandths + 1000n) / 2000n
}

describe('the laws of lint', () => {
  it('a cliff is found exactly where all sales earn a lower rate than before', () => {
    fc.assert(
      fc.property(fc.array(rate(), { minLength: 1, maxLength: 8 }), (rates) => {
        const { findings } = lintPolicy(wholeAmount(rates))
        const found = findings.filter(({ code }) => code === 'PAY_FALLS').map(({ path }) => path[2])
        const lower = rates.flatMap((one, index) =>
          index > 0 && Number(one) < Number(rates[index - 1]) ? [index] : [],
        )
        expect([...found].sort()).toEqual(lower)
        for (const { path, params } of findings.filter(({ code }) => code === 'PAY_FALLS')) {
          const index = Number(path[2])
          const cents = BigInt(index) * 1_000_000n
          const drop = paidCents(cents - 1n, rates[index - 1]) - paidCents(cents, rates[index])
          expect((params as { amount: string }).amount.replace('.', '')).toBe(
            String(drop).padStart(3, '0'),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('a plan whose tiers each earn on their own part of the sales has no cliff', () => {
    fc.assert(
      fc.property(fc.array(rate(), { minLength: 1, maxLength: 8 }), (rates) => {
        const { scale, currency } = wholeAmount(rates)
        const marginal = defineCommissionPlan({
          currency,
          scale: { mode: 'marginal', tiers: scale.tiers },
        })
        const codes = lintPolicy(marginal).findings.map(({ code }) => code)
        expect(codes).not.toContain('PAY_FALLS')
        expect(codes).not.toContain('PAY_JUMPS')
      }),
      { numRuns: 40 },
    )
  })

  it('whatever is found of a plan, the rules say it again', () => {
    const anyPlan = fc.record({
      rates: fc.array(rate(), { minLength: 1, maxLength: 5 }),
      gate: fc.constantFrom('0.5', '1', null),
      cap: fc.constantFrom('100', '700', '90000', null),
    })
    fc.assert(
      fc.property(anyPlan, ({ rates, gate, cap }) => {
        const { scale, currency } = wholeAmount(rates)
        const policy = defineCommissionPlan({
          currency,
          scale: { mode: scale.mode, tiers: scale.tiers },
          ...(gate ? { gate: { attainment: gate } } : {}),
          ...(cap ? { cap: { amount: cap } } : {}),
        })
        for (const found of lintPolicy(policy).findings)
          expect(again(found, policy)).toEqual(found.example?.gives ?? [])
      }),
      { numRuns: 40 },
    )
  })

  it('a condition is found that no figure meets, by trying every figure', () => {
    const comparison = fc.constantFrom('at-least', 'above', 'at-most', 'below', 'equals')
    const one = fc.record({ comparison, required: fc.integer({ min: 0, max: 6 }) })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (parts) => {
        const all = parts.map((part) => ({ id: 'deals', unit: 'count' as const, ...part }))
        const policy = plan({ gate: { conditions: { all } } })
        const isMet = Array.from({ length: 9 }, (_, deals) => deals).some((deals) => {
          const input = { period: '2026-01', sales: '100', facts: { deals: String(deals) } }
          return calculateCommission(input, policy).gate?.outcome === 'met'
        })
        const codes = lintPolicy(policy).findings.map(({ code }) => code)
        expect(codes.includes('CONDITION_NEVER_MET')).toBe(!isMet)
      }),
      { numRuns: 100 },
    )
  })

  it('does not change the policy, and finds the same again', () => {
    for (const { policy } of FAULTS) {
      const before = JSON.stringify(policy)
      expect(lintPolicy(policy)).toEqual(lintPolicy(policy))
      expect(JSON.stringify(policy)).toBe(before)
    }
  })
})
