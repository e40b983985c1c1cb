import fc from 'fast-check'
import {
  attempt,
  defineGradingPolicy,
  type GradingPolicyInput,
  handbook,
  type MeritBudget,
  shareMeritBudget,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'
import {
  compare,
  fraction,
  multiply,
  parse,
  subtract,
  sum,
  toCanonical,
  toDecimal,
} from '../oracle/fraction.js'

const changed = (raises: GradingPolicyInput['raises'], more: object = {}) =>
  defineGradingPolicy({
    ...(throughJson(handbook.grading) as GradingPolicyInput),
    provenance: [],
    ...more,
    ...(raises && { raises }),
  })

const lapsing = changed({ aboveMaximum: 'lapses' })

function issuesOf(budget: unknown, policy = handbook.grading) {
  const outcome = attempt(() => shareMeritBudget(budget as MeritBudget, policy))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

const cny = (budget: string, people: MeritBudget['people'], policy = handbook.grading) =>
  shareMeritBudget({ currency: 'CNY', budget, people }, policy)

const four = [
  { id: 'p1', salary: '10000', rate: '0.15' },
  { id: 'p2', salary: '8000', rate: '0.08' },
  { id: 'p3', salary: '8000', rate: '0.03' },
  { id: 'p4', salary: '6000', rate: '0' },
]

describe('raises within a budget (GRA-4)', () => {
  it('are parts of salaries: a policy that raises by months of base salary is refused', () => {
    const consequences = handbook.grading.consequences.map((rule) =>
      rule.kind === 'raise' ? { ...rule, unit: 'months-of-base-salary' } : rule,
    )
    const index = consequences.findIndex(({ kind }) => kind === 'raise')
    expect(attempt(() => changed(undefined, { consequences }))).toMatchObject({
      issues: [
        {
          code: 'POLICY_CONFLICT',
          path: ['consequences', index, 'unit'],
          params: { reason: 'raise-not-ratio', given: 'months-of-base-salary' },
        },
      ],
    })
  })

  it('cuts 2,380 to a budget of 2,000 in proportion, to the cent, and gives nothing to who has 0% (raise-01)', () => {
    const shares = cny('2000.00', four)
    expect(shares.people.map(({ wanted }) => wanted)).toEqual([
      '1500.00',
      '640.00',
      '240.00',
      '0.00',
    ])
    expect(shares.people.map(({ amount }) => amount)).toEqual([
      '1260.50',
      '537.82',
      '201.68',
      '0.00',
    ])
    expect(shares).toMatchObject({
      currency: 'CNY',
      budget: '2000.00',
      wanted: '2380.00',
      amount: '2000.00',
      left: '0.00',
      because: null,
      factor: '0.840336134453',
      policy: { id: 'handbook-grading', version: '1' },
      clauses: ['GRA-4'],
    })
  })

  it('tells the rate that was granted from the one that the budget makes of it', () => {
    expect(cny('2000.00', four).people[0]).toEqual({
      id: 'p1',
      grade: null,
      salary: '10000.00',
      grantedRate: '0.15',
      wanted: '1500.00',
      amount: '1260.50',
      effectiveRate: '0.12605',
      newSalary: '11260.50',
      cutByMaximum: '0.00',
      cutByBudget: '239.50',
    })
  })

  it('takes the rate from the grade: S 15%, A 8%, B 3%, C none', () => {
    const people = ['S', 'A', 'B', 'C'].map((grade) => ({ id: grade, salary: '10000', grade }))
    const shares = cny('5000', people)
    expect(shares.people.map(({ grantedRate, amount }) => [grantedRate, amount])).toEqual([
      ['0.15', '1500.00'],
      ['0.08', '800.00'],
      ['0.03', '300.00'],
      ['0', '0.00'],
    ])
  })

  it('grants nothing by a grade that the consequence does not list', () => {
    const policy = defineGradingPolicy({
      grades: handbook.grading.grades,
      consequences: [
        { kind: 'raise', clause: 'x', unit: 'ratio', per: 'year', values: { S: '0.1' } },
      ],
    })
    expect(cny('5', [{ id: 'a', salary: '1', grade: 'B' }], policy).people[0]?.wanted).toBe('0.00')
  })

  it('leaves the budget where nobody wants anything, and says why (raise-03)', () => {
    const shares = cny('500.00', [{ id: 'p1', salary: '6000', rate: '0' }])
    expect(shares.people[0]?.amount).toBe('0.00')
    expect(shares).toMatchObject({ left: '500.00', because: 'all-granted', factor: null })
    expect(cny('0', []).because).toBe(null)
  })

  it('gives all that is wanted where the budget has enough', () => {
    expect(cny('3000', four)).toMatchObject({
      amount: '2380.00',
      left: '620.00',
      because: 'all-granted',
      factor: '1',
    })
  })

  it('does not round two halves one by one (raise-06)', () => {
    const people = ['a', 'b'].map((id) => ({ id, salary: '10000', rate: '0.5' }))
    const { people: halves, amount } = shareMeritBudget(
      { currency: 'KWD', budget: '2747.885', people },
      handbook.grading,
    )
    expect(halves.map((half) => half.amount)).toEqual(['1373.943', '1373.942'])
    expect(amount).toBe('2747.885')
  })

  it('stops at the end of a band, and names what that cuts (raise-08)', () => {
    const [capped] = cny('1000', [
      { id: 'a', salary: '9800', rate: '0.08', maximum: '10000' },
    ]).people
    expect(capped).toMatchObject({ wanted: '784.00', amount: '200.00', cutByMaximum: '584.00' })
    const above = cny('1000', [{ id: 'a', salary: '12000', rate: '0.08', maximum: '10000' }])
    expect(above).toMatchObject({ amount: '0.00', left: '1000.00', because: 'maximum' })
  })

  const banded = [
    { id: 'a', salary: '9900', rate: '0.1', maximum: '10000' },
    { id: 'b', salary: '9900', rate: '0.1' },
  ]

  it('shares what a band cuts among those who are short', () => {
    const shares = cny('990', banded)
    expect(shares.people.map(({ amount }) => amount)).toEqual(['100.00', '890.00'])
    expect(shares.factor).toBe('0.898989898989')
    expect(shares.left).toBe('0.00')
  })

  it('or lets it lapse, where the policy says so', () => {
    const shares = cny('990', banded, lapsing)
    expect(shares.people.map(({ amount }) => amount)).toEqual(['100.00', '495.00'])
    expect(shares).toMatchObject({ left: '395.00', because: 'maximum', factor: '0.5' })
  })

  it('rounds what a rate comes to as the policy says', () => {
    const people = [{ id: 'a', salary: '0.50', rate: '0.11' }]
    expect(cny('1', people).people[0]?.wanted).toBe('0.06')
    expect(cny('1', people, changed({ rounding: 'down' })).people[0]?.wanted).toBe('0.05')
  })

  it('reads the raises from the consequence that the policy names', () => {
    const policy = changed(
      { kind: 'merit' },
      {
        consequences: [{ kind: 'merit', clause: 'GRA-4', unit: 'ratio', values: { A: '0.2' } }],
      },
    )
    expect(cny('9', [{ id: 'a', salary: '10', grade: 'A' }], policy).amount).toBe('2.00')
  })
})

describe('what is refused', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['no budget at all', null, [['VALUE_MISSING', 'budget']]],
    [
      'a currency that there is not',
      { currency: 'XXQ', budget: 1, people: [] },
      [['CURRENCY_UNKNOWN', 'budget.currency']],
    ],
    [
      'parts of a cent',
      { currency: 'CNY', budget: '1.001', people: [] },
      [['TOTAL_TOO_PRECISE', 'budget.budget']],
    ],
    [
      'a budget below 0',
      { currency: 'CNY', budget: -1, people: [] },
      [['NUMBER_OUT_OF_RANGE', 'budget.budget']],
    ],
    [
      'the same person twice',
      {
        currency: 'CNY',
        budget: 1,
        people: [
          { id: 'a', salary: 1, grade: 'S' },
          { id: 'a', salary: 1, rate: 0 },
        ],
      },
      [['ID_DUPLICATE', 'budget.people.1.id']],
    ],
    [
      'a grade of another policy, and no salary',
      { currency: 'CNY', budget: 1, people: [{ id: 'a', grade: 'D' }] },
      [
        ['VALUE_MISSING', 'budget.people.0.salary'],
        ['VALUE_NOT_ALLOWED', 'budget.people.0.grade'],
      ],
    ],
    [
      'a percentage for a rate',
      { currency: 'CNY', budget: 1, people: [{ id: 'a', salary: 1, rate: 15 }] },
      [['NUMBER_LOOKS_LIKE_PERCENT', 'budget.people.0.rate']],
    ],
    [
      'a rate below 0',
      { currency: 'CNY', budget: 1, people: [{ id: 'a', salary: 1, rate: '-0.1' }] },
      [['NUMBER_OUT_OF_RANGE', 'budget.people.0.rate']],
    ],
    [
      'a rate and a grade',
      { currency: 'CNY', budget: 1, people: [{ id: 'a', salary: 1, rate: '0.1', grade: 'S' }] },
      [['UNKNOWN_KEY', 'budget.people.0.grade']],
    ],
  ])('%s', (_, budget, issues) => {
    expect(issuesOf(budget)).toEqual(issues)
  })

  it('a grade, where no consequence is a raise', () => {
    const policy = changed({ kind: 'rise' })
    expect(
      issuesOf(
        { currency: 'CNY', budget: 1, people: [{ id: 'a', salary: 1, grade: 'S' }] },
        policy,
      ),
    ).toEqual([['NOT_IN_POLICY', 'budget.people.0.grade']])
  })

  it('a policy whose raises are no parts of salaries, or take something away', () => {
    const of = (raise: object) => () =>
      changed({}, { consequences: [{ kind: 'raise', clause: 'x', ...raise }] })
    expect(of({ unit: 'days', values: { S: '1' } })).toThrow('Use "ratio"')
    expect(of({ unit: 'ratio', values: { S: '-0.1' } })).toThrow('consequences[0].values.S')
  })
})

const money = (most: number) =>
  fc.integer({ min: 0, max: most * 100 }).map((cents) => toCanonical(fraction(BigInt(cents), 100n)))

const candidates = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 3 }),
      salary: money(20_000),
      rate: fc.constantFrom('0', '0.03', '0.08', '0.15', '0.333333', '1'),
      maximum: money(24_000),
    },
    { requiredKeys: ['id', 'salary', 'rate'] },
  ),
  { selector: ({ id }) => id, maxLength: 12 },
)

/** What each should get before cents are rounded, by bisection-free search: the factor that spends the budget is at one of the bands' ends or between. */
function oracle(people: readonly MeritBudget['people'][number][], budget: string) {
  const rows = people.map((one) => {
    const { salary, rate, maximum } = one as { salary: string; rate: string; maximum?: string }
    const wanted = parse(toDecimal(multiply(parse(salary), parse(rate)), 2, 'half-up'))
    const over = maximum === undefined ? null : subtract(parse(maximum), parse(salary))
    const room = over === null ? wanted : compare(over, fraction(0n)) < 0 ? fraction(0n) : over
    return { wanted, ceiling: compare(room, wanted) < 0 ? room : wanted }
  })
  const given = (factor: ReturnType<typeof fraction>) =>
    rows.map(({ wanted, ceiling }) => {
      const part = multiply(wanted, factor)
      return compare(part, ceiling) < 0 ? part : ceiling
    })
  return { rows, given, total: parse(budget) }
}

describe('the laws of raises within a budget', () => {
  it('spends the budget exactly, or says why not; nobody gets more than they want or their band has', () => {
    fc.assert(
      fc.property(money(5000), candidates, fc.boolean(), (budget, people, lapses) => {
        const shares = cny(budget, people, lapses ? lapsing : handbook.grading)
        const paid = sum(shares.people.map(({ amount }) => parse(amount)))
        expect(compare(paid, parse(shares.amount))).toBe(0)
        expect(compare(sum([paid, parse(shares.left)]), parse(budget))).toBe(0)
        expect(shares.because === null).toBe(shares.left === '0.00')
        if (shares.because === 'all-granted') expect(shares.amount).toBe(shares.wanted)
        for (const [index, one] of shares.people.entries()) {
          const { ceiling } = oracle(people, budget).rows[index] ?? { ceiling: fraction(0n) }
          expect(compare(parse(one.amount), ceiling)).toBeLessThanOrEqual(0)
          const parts = [one.amount, one.cutByMaximum, one.cutByBudget].map(parse)
          expect(compare(sum(parts), parse(one.wanted))).toBe(0)
        }
      }),
    )
  })

  it('gives each the same part of what they want, up to the end of their band, within a cent', () => {
    fc.assert(
      fc.property(money(5000), candidates, (budget, people) => {
        const shares = cny(budget, people)
        if (shares.factor === null) return
        const { given } = oracle(people, budget)
        const exact = given(parse(shares.factor))
        for (const [index, { amount }] of shares.people.entries()) {
          const off = subtract(parse(amount), exact[index] ?? fraction(0n))
          expect(compare(off, fraction(1n, 100n))).toBeLessThan(0)
          expect(compare(off, fraction(-1n, 99n))).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('gives the same to each in any order', () => {
    fc.assert(
      fc.property(money(5000), candidates, fc.infiniteStream(fc.nat()), (budget, people, keys) => {
        const order = people.map((one) => ({ one, key: keys.next().value as number }))
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ one }) => one)
        const byId = (list: MeritBudget['people']) =>
          Object.fromEntries(cny(budget, list).people.map((one) => [one.id, one]))
        expect(byId(shuffled)).toEqual(byId(people))
      }),
    )
  })

  it('never gives anybody less out of a larger budget, but for a cent', () => {
    fc.assert(
      fc.property(money(3000), money(3000), candidates, (budget, more, people) => {
        const larger = toCanonical(sum([parse(budget), parse(more)]))
        const [before, after] = [cny(budget, people), cny(larger, people)]
        for (const [index, { amount }] of before.people.entries()) {
          const gained = subtract(parse(after.people[index]?.amount ?? '0'), parse(amount))
          expect(compare(gained, fraction(-1n, 100n))).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
