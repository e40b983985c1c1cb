import fc from 'fast-check'
import {
  addDays,
  attempt,
  type CompensationPlanInput,
  type Consequence,
  type ConsequencePayInput,
  daysBetween,
  defineCompensationPlan,
  gradeConsequences,
  handbook,
  payConsequences,
  periodRange,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  toDecimal,
  zero,
} from '../oracle/fraction.js'

const graded = (year: string, grades: readonly string[]) =>
  gradeConsequences(
    grades.map((grade, index) => ({ period: `${year}-Q${index + 1}`, grade })),
    handbook.grading,
  )

const yearly = (year: string, grade: string) =>
  gradeConsequences([{ period: year, grade }], handbook.grading)

const pay = (input: ConsequencePayInput, plan = handbook.compensation) =>
  payConsequences(input, plan)

function planWith(rule: object, more: object = {}) {
  return defineCompensationPlan({
    currency: 'CNY',
    consequences: [rule],
    ...more,
  } as CompensationPlanInput)
}

function issuesOf(input: unknown, plan = handbook.compensation) {
  const outcome = attempt(() => payConsequences(input as ConsequencePayInput, plan))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('a bonus (GRA-3)', () => {
  it('pays half a month’s base salary for a quarter at A, and says how', () => {
    const input = { payee: 'Li', period: '2026', baseSalary: '8000' }
    expect(pay({ ...input, consequences: graded('2026', ['A']) })).toEqual({
      payee: 'Li',
      period: '2026',
      amount: '4000.00',
      currency: 'CNY',
      days: '0',
      lines: [
        {
          kind: 'bonus',
          clause: 'GRA-3',
          periods: ['2026-Q1'],
          period: '2026-Q1',
          pays: 'bonus',
          value: '0.5',
          amount: '4000.00',
          days: null,
          baseSalary: '8000.00',
          from: '2026-03-31',
          to: '2026-03-31',
          served: { counted: 90, of: 90 },
          attendance: null,
          unrounded: '4000',
        },
      ],
      notPaid: [],
      policy: { id: 'handbook-compensation', version: '1' },
      clauses: ['GRA-3'],
    })
  })

  it('is paid in the month in which its quarter ends, and in no other', () => {
    const consequences = graded('2026', ['A'])
    const inMonth = (period: string) => pay({ period, baseSalary: '8000', consequences })
    expect(inMonth('2026-03').amount).toBe('4000.00')
    expect(inMonth('2026-02')).toMatchObject({
      amount: '0.00',
      notPaid: [{ kind: 'bonus', period: '2026-Q1', because: 'other-period' }],
    })
    expect(inMonth('2026-04').amount).toBe('0.00')
  })

  it.each([
    ['day', '2026-02-15', '2000.00', 45, 90],
    ['month-started', '2026-02-15', '2666.67', 2, 3],
    ['month-whole', '2026-02-15', '1333.33', 1, 3],
    ['month-whole', '2026-02-01', '2666.67', 2, 3],
  ])('pays a joiner by %s from %s: %s', (proration, from, amount, counted, of) => {
    const plan = planWith({ kind: 'bonus', pays: 'bonus', proration })
    const input = { period: '2026-Q1', baseSalary: '8000', employment: { from } }
    const outcome = pay({ ...input, consequences: graded('2026', ['A']) }, plan)
    expect(outcome.amount).toBe(amount)
    expect(outcome.lines[0]?.served).toEqual({ counted, of })
  })

  it('pays the whole, where no part counts', () => {
    const plan = planWith({ kind: 'bonus', pays: 'bonus', proration: 'none' })
    const input = { period: '2026-Q1', baseSalary: '8000', employment: { from: '2026-03-31' } }
    expect(pay({ ...input, consequences: graded('2026', ['A']) }, plan)).toMatchObject({
      amount: '4000.00',
      lines: [{ served: null }],
    })
  })

  it('pays a leaver their part, or nothing where the plan says so', () => {
    const input = { period: '2026-Q1', baseSalary: '8000', employment: { to: '2026-03-01' } }
    const consequences = graded('2026', ['A'])
    expect(pay({ ...input, consequences }).amount).toBe('2666.67')
    const strict = planWith({ kind: 'bonus', pays: 'bonus', leavers: 'none' })
    expect(pay({ ...input, consequences }, strict)).toMatchObject({
      amount: '0.00',
      lines: [],
      notPaid: [{ kind: 'bonus', because: 'left' }],
    })
    const whole = { ...input, employment: { to: '2026-03-31' }, consequences }
    expect(pay(whole, strict).amount).toBe('4000.00')
  })

  it('pays nobody who was not employed on any day of the period', () => {
    const input = { period: '2026-Q1', baseSalary: '8000', employment: { from: '2026-04-01' } }
    expect(pay({ ...input, consequences: graded('2026', ['A']) }).notPaid).toMatchObject([
      { because: 'not-employed' },
    ])
  })

  it('pays only days worked, where attendance counts', () => {
    const plan = planWith({ kind: 'bonus', pays: 'bonus', attendance: 'pro-rata' })
    const attendance = [
      { month: '2026-01', attended: 20, due: 21 },
      { month: '2026-02', attended: '13.5', due: 17 },
      { month: '2026-03', attended: 22, due: 22 },
    ]
    const input = { period: '2026-Q1', baseSalary: '8000', consequences: graded('2026', ['A']) }
    const outcome = pay({ ...input, attendance }, plan)
    expect(outcome.amount).toBe('3700.00')
    expect(outcome.lines[0]?.attendance).toEqual({ attended: '55.5', due: '60' })
    expect(issuesOf({ ...input, attendance: attendance.slice(0, 2) }, plan)).toEqual([
      ['FACT_MISSING', 'input.attendance'],
    ])
    const joined = { ...input, employment: { from: '2026-03-01' } }
    expect(pay({ ...joined, attendance: attendance.slice(2) }, plan).amount).toBe('1377.78')
    const idle = attendance.map((month) => ({ ...month, attended: 0, due: 0 }))
    expect(pay({ ...input, attendance: idle }, plan).amount).toBe('4000.00')
    const absent = attendance.map((month) => ({ ...month, attended: 0 }))
    expect(pay({ ...input, attendance: absent }, plan).notPaid).toMatchObject([
      { because: 'nothing-due' },
    ])
  })

  it('goes by the base salary of the last day served', () => {
    const consequences = graded('2026', ['A'])
    const baseSalary = [
      { from: '2025-01-01', monthly: '8000' },
      { from: '2026-03-15', monthly: '9000' },
    ]
    expect(pay({ period: '2026-Q1', baseSalary, consequences }).amount).toBe('4500.00')
    const left = { period: '2026-Q1', baseSalary, employment: { to: '2026-03-01' } }
    expect(pay({ ...left, consequences }).amount).toBe('2666.67')
  })

  it('says from when on the salary is known, where the last day served is before that', () => {
    const consequences = graded('2026', ['A'])
    const baseSalary = [{ from: '2026-02-01', monthly: '8000' }]
    const left = { period: '2026-Q1', baseSalary, employment: { to: '2026-01-20' } }
    expect(attempt(() => pay({ ...left, consequences }))).toMatchObject({
      ok: false,
      issues: [
        {
          path: ['input', 'baseSalary'],
          params: { date: '2026-01-20', from: '2026-02-01', to: null },
        },
      ],
    })
  })

  it('counts a quarter of base salary as three months', () => {
    const [bonus] = graded('2026', ['A'])
    const consequences = [{ ...bonus, unit: 'quarters-of-base-salary' } as Consequence]
    expect(pay({ period: '2026-Q1', baseSalary: '8000', consequences }).amount).toBe('12000.00')
  })

  it('pays a year-end bonus of two months × the coefficient of the grade × the months served', () => {
    const plan = planWith({
      kind: 'year-end-bonus',
      pays: 'bonus',
      months: '2',
      proration: 'month-whole',
    })
    const year: Consequence = {
      ...(yearly('2026', 'S')[0] as Consequence),
      kind: 'year-end-bonus',
      unit: 'months-of-base-salary',
      value: '1.5',
    }
    const input = { period: '2026', baseSalary: '8000', employment: { from: '2026-04-10' } }
    const outcome = pay({ ...input, consequences: [year] }, plan)
    expect(outcome.amount).toBe('16000.00')
    expect(outcome.lines[0]?.served).toEqual({ counted: 8, of: 12 })
  })
})

describe('a raise (GRA-4) and a cut (GRA-6)', () => {
  it('pay 15% of base pay from the year after the one at S', () => {
    const input = { baseSalary: '8000', consequences: yearly('2026', 'S') }
    expect(pay({ ...input, period: '2027-01' })).toMatchObject({
      amount: '1200.00',
      lines: [{ kind: 'raise', from: '2027-01-01', to: '2027-01-31', baseSalary: '8000.00' }],
    })
    expect(pay({ ...input, period: '2027' }).amount).toBe('14400.00')
    expect(pay({ ...input, period: '2026-12' }).notPaid).toContainEqual({
      kind: 'raise',
      clause: 'GRA-4',
      period: '2026',
      because: 'other-period',
    })
  })

  it('cut 10% after two quarters at C, until a quarter ends it', () => {
    const input = { baseSalary: '6000', consequences: graded('2026', ['C', 'C', 'B']) }
    expect(pay({ ...input, period: '2026' }).amount).toBe('-1800.00')
    expect(pay({ ...input, period: '2026-Q3' }).amount).toBe('-1800.00')
    expect(pay({ ...input, period: '2026-Q4' }).amount).toBe('0.00')
  })

  it('go on where nothing has ended them', () => {
    const input = { baseSalary: '6000', consequences: graded('2026', ['C', 'C']) }
    expect(pay({ ...input, period: '2026-Q4' }).amount).toBe('-1800.00')
  })

  it('pay a part of a month for a leaver, each day by its own salary', () => {
    const baseSalary = [
      { from: '2026-01-01', monthly: '6200' },
      { from: '2026-07-11', monthly: '9300' },
    ]
    const input = { baseSalary, consequences: graded('2026', ['C', 'C']) }
    const employment = { to: '2026-07-20' }
    const outcome = pay({ ...input, period: '2026-07', employment })
    expect(outcome.amount).toBe('-500.00')
    expect(outcome.lines[0]).toMatchObject({ to: '2026-07-20', baseSalary: '9300.00' })
    expect(pay({ ...input, period: '2026-08', employment }).notPaid).toContainEqual({
      kind: 'base-pay',
      clause: 'GRA-6',
      period: '2026-Q2',
      because: 'not-employed',
    })
  })

  it('do not add to one another: each is a part of the base salary given', () => {
    const [raise] = yearly('2025', 'A').filter(({ kind }) => kind === 'raise')
    const [next] = yearly('2026', 'S').filter(({ kind }) => kind === 'raise')
    const consequences = [raise, next].flatMap((one) => one ?? [])
    expect(pay({ period: '2027-01', baseSalary: '10000', consequences }).amount).toBe('2300.00')
  })
})

describe('extra leave (GRA-2)', () => {
  it('gives 15 days for a year at S, and none to whoever left in it', () => {
    const input = { period: '2026', baseSalary: '8000', consequences: yearly('2026', 'S') }
    expect(pay(input)).toMatchObject({ days: '15', amount: '0.00' })
    expect(pay({ ...input, employment: { to: '2026-12-30' } })).toMatchObject({
      days: '0',
      notPaid: [{ kind: 'extra-leave', because: 'left' }, { kind: 'raise' }],
    })
  })

  it('gives whole days of the part served, where the plan says so', () => {
    const plan = planWith({ kind: 'extra-leave', pays: 'leave' })
    const input = { period: '2026', baseSalary: '8000', employment: { from: '2026-05-01' } }
    const outcome = pay({ ...input, consequences: yearly('2026', 'S') }, plan)
    expect(outcome.lines).toMatchObject([{ days: '10', unrounded: '10.068493150684' }])
    const late = { ...input, employment: { from: '2026-12-31' } }
    expect(pay({ ...late, consequences: yearly('2026', 'S') }, plan).notPaid[0]).toMatchObject({
      because: 'nothing-due',
    })
  })
})

it('names what is no money: measures (GRA-6, GRA-7), and what raises a commission (GRA-5)', () => {
  const consequences = [...graded('2026', ['C', 'C', 'C']), ...graded('2027', ['S', 'S'])]
  const outcome = pay({ period: '2026', baseSalary: '6000', consequences })
  expect(
    outcome.notPaid.filter(({ because }) => because === 'no-rule').map(({ kind }) => kind),
  ).toEqual(['improvement-plan', 'observation', 'commission-coefficient'])
})

describe('what is refused', () => {
  const good = { period: '2026', baseSalary: '1', consequences: [] as unknown[] }
  const [bonus] = graded('2026', ['A'])
  const week = { ...bonus, periods: ['2026-W07'], period: '2026-W07' }
  it.each<readonly [string, unknown, unknown]>([
    ['nothing', undefined, [['VALUE_MISSING', 'input']]],
    ['no salary', { ...good, baseSalary: undefined }, [['VALUE_MISSING', 'input.baseSalary']]],
    [
      'a salary below 0',
      { ...good, baseSalary: -1 },
      [['NUMBER_OUT_OF_RANGE', 'input.baseSalary']],
    ],
    [
      'two salaries from one day',
      {
        ...good,
        baseSalary: [
          { from: '2026-01-01', monthly: 1 },
          { from: '2026-01-01', monthly: 2 },
        ],
      },
      [['VERSIONS_OVERLAP', 'input.baseSalary.0']],
    ],
    [
      'no salary on the day that counts',
      { ...good, baseSalary: [{ from: '2026-04-01', monthly: 1 }], consequences: [bonus] },
      [['DATE_NOT_COVERED', 'input.baseSalary']],
    ],
    [
      'somebody who leaves before they join',
      { ...good, employment: { from: '2026-02-01', to: '2026-01-01' } },
      [['DATES_OUT_OF_ORDER', 'input.employment']],
    ],
    [
      'the same consequence twice',
      { ...good, consequences: [bonus, bonus] },
      [['ID_DUPLICATE', 'input.consequences.1']],
    ],
    [
      'a bonus in days',
      { ...good, consequences: [{ ...bonus, unit: 'days' }] },
      [['POLICY_CONFLICT', 'input.consequences.0.unit']],
    ],
    [
      'a raise that does not say from when',
      { ...good, consequences: [{ ...bonus, kind: 'raise', unit: 'ratio' }] },
      [['VALUE_MISSING', 'input.consequences.0.from']],
    ],
    [
      'attendance in words, and below 0',
      {
        ...good,
        attendance: [
          { month: '2026-01', attended: 'all', due: 'all' },
          { month: '2026-02', attended: -1, due: -1 },
        ],
      },
      [
        ['NUMBER_INVALID', 'input.attendance.0.due'],
        ['NUMBER_INVALID', 'input.attendance.0.attended'],
        ['NUMBER_OUT_OF_RANGE', 'input.attendance.1.due'],
        ['NUMBER_OUT_OF_RANGE', 'input.attendance.1.attended'],
      ],
    ],
    [
      'salaries in words, and from no day',
      {
        ...good,
        baseSalary: [
          { from: '2026-01-01', monthly: 'much' },
          { from: 'May', monthly: 1 },
          { from: '2026-02-01', monthly: -1 },
        ],
      },
      [
        ['NUMBER_INVALID', 'input.baseSalary.0.monthly'],
        ['DATE_INVALID', 'input.baseSalary.1.from'],
        ['NUMBER_OUT_OF_RANGE', 'input.baseSalary.2.monthly'],
      ],
    ],
    [
      'a consequence that ends before it begins',
      {
        ...good,
        consequences: [
          {
            ...{ ...bonus, kind: 'raise', unit: 'ratio' },
            ...{ from: '2026-Q3', until: '2026-Q2' },
          },
        ],
      },
      [['DATES_OUT_OF_ORDER', 'input.consequences.0']],
    ],
    [
      'a consequence of periods that are none, and of another unit',
      { ...good, consequences: [{ ...bonus, periods: ['Q1'], period: 'Q1', unit: 'hours' }] },
      [
        ['PERIOD_INVALID', 'input.consequences.0.periods.0'],
        ['PERIOD_INVALID', 'input.consequences.0.period'],
        ['VALUE_NOT_ALLOWED', 'input.consequences.0.unit'],
      ],
    ],
    [
      'more days worked than were due, a month twice, and a quarter',
      {
        ...good,
        attendance: [
          { month: '2026-01', attended: 3, due: 2 },
          { month: '2026-01', attended: 1, due: 2 },
          { month: '2026-Q1', attended: 1, due: 2 },
        ],
      },
      [
        ['NUMBER_OUT_OF_RANGE', 'input.attendance.0.attended'],
        ['ID_DUPLICATE', 'input.attendance.1'],
        ['VALUE_INVALID', 'input.attendance.2.month'],
      ],
    ],
  ])('%s', (_, input, issues) => {
    expect(issuesOf(input)).toEqual(issues)
  })

  it('a week, where months are counted', () => {
    const input = { ...good, consequences: [week] }
    expect(issuesOf(input, planWith({ kind: 'bonus', pays: 'bonus' }))).toEqual([])
    const byMonth = planWith({ kind: 'bonus', pays: 'bonus', proration: 'month-started' })
    expect(issuesOf(input, byMonth)).toEqual([['POLICY_CONFLICT', 'input.consequences.0.period']])
    const attended = planWith({ kind: 'bonus', pays: 'bonus', attendance: 'pro-rata' })
    expect(issuesOf(input, attended)).toEqual([['POLICY_CONFLICT', 'input.consequences.0.period']])
  })

  it('a plan that pays a kind twice, in a currency that there is not, or by more decimals than it has', () => {
    const rule = { kind: 'a', pays: 'base-pay' }
    const define = (plan: object) => () => defineCompensationPlan(plan as CompensationPlanInput)
    expect(define({ currency: 'CNY', consequences: [rule, rule] })).toThrow('consequences[1].kind')
    expect(define({ currency: 'XXQ' })).toThrow('currency')
    expect(define({ currency: 'CNY', rounding: { decimals: 3 } })).toThrow('rounding.decimals')
  })
})

it('rounds as the plan says, be it to whole yuan', () => {
  const plan = planWith({ kind: 'bonus', pays: 'bonus' }, { rounding: { decimals: 0, mode: 'up' } })
  const consequences = graded('2026', ['A'])
  expect(pay({ period: '2026', baseSalary: '8000.30', consequences }, plan).amount).toBe('4001.00')
})

const DAYS = 365
const dayOf = (index: number) => addDays('2026-01-01', index)

/** The year cut at any days, as periods of the company's own. */
const splits = fc
  .uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { maxLength: 12 })
  .map((cuts) => {
    const starts = [0, ...cuts.sort((a, b) => a - b)]
    return starts.map((start, index) => ({
      id: `part ${index}`,
      from: dayOf(start),
      to: dayOf((starts[index + 1] ?? DAYS) - 1),
    }))
  })

const grades = fc.array(fc.constantFrom('S', 'A', 'B', 'C'), { minLength: 1, maxLength: 4 })
const salaries = fc
  .uniqueArray(
    fc.record({
      from: fc.integer({ min: 1, max: 700 }).map((index) => addDays('2025-01-01', index)),
      monthly: fc.integer({ min: 0, max: 3_000_000 }).map((cents) => (cents / 100).toFixed(2)),
    }),
    { selector: ({ from }) => from, maxLength: 4 },
  )
  .map((rows) => [{ from: '2025-01-01', monthly: '7777.77' }, ...rows])
const employments = fc
  .tuple(fc.integer({ min: -100, max: 300 }), fc.integer({ min: 0, max: 500 }))
  .map(([from, length]) => ({ from: dayOf(from), to: dayOf(from + length) }))

const histories = fc
  .tuple(grades, grades, fc.constantFrom('S', 'A', 'B', 'C'))
  .map(([before, now, year]) => [
    ...gradeConsequences(
      [
        ...before.map((grade, index) => ({ period: `2025-Q${index + 1}`, grade })),
        ...now.map((grade, index) => ({ period: `2026-Q${index + 1}`, grade })),
      ],
      handbook.grading,
    ),
    ...yearly('2025', year),
  ])

/** Base pay of a consequence in the whole year, day by day. */
function dailyOracle(
  { value, from, until }: Consequence,
  employment: { readonly from: string; readonly to: string },
  rows: readonly { readonly from: string; readonly monthly: string }[],
): readonly [before: Fraction, withYear: Fraction] {
  const start = [periodRange(from ?? '').from, employment.from].sort().at(-1) as string
  const end = [until === null ? '9999-12-31' : periodRange(until).to, employment.to].sort()[0]
  let [before, total] = [zero, zero]
  for (let day = start; day <= (end as string) && day <= '2026-12-31'; day = addDays(day, 1)) {
    const salary = [...rows]
      .filter((row) => row.from <= day)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)
    const { from: first, to: last } = periodRange(day.slice(0, 7))
    const part = fraction(1n, BigInt(daysBetween(first, last) + 1))
    total = add(total, multiply(multiply(parse(salary?.monthly ?? '0'), parse(value)), part))
    if (day < '2026-01-01') before = total
  }
  return [before, total]
}

describe('the laws of pay', () => {
  it('adds up over any split of the year, to the cent and to the day', () => {
    fc.assert(
      fc.property(
        splits,
        histories,
        salaries,
        employments,
        (parts, consequences, baseSalary, employment) => {
          const input = { baseSalary, employment, consequences }
          const whole = pay({ ...input, period: '2026' })
          const split = parts.map((period) => pay({ ...input, period }))
          const total = split.map(({ amount }) => parse(amount)).reduce(add, zero)
          expect(toDecimal(total, 2, 'half-up')).toBe(whole.amount)
          const days = split.map((one) => parse(one.days)).reduce(add, zero)
          expect(compare(days, parse(whole.days))).toBe(0)
          const months = Array.from({ length: 12 }, (_, index) =>
            pay({ ...input, period: `2026-${String(index + 1).padStart(2, '0')}` }),
          )
          const byMonth = months.map(({ amount }) => parse(amount)).reduce(add, zero)
          expect(compare(byMonth, total)).toBe(0)
        },
      ),
    )
  })

  it('pays base pay as counting day by day does', () => {
    fc.assert(
      fc.property(histories, salaries, employments, (consequences, baseSalary, employment) => {
        const lasting = consequences.filter(({ kind }) => kind === 'raise' || kind === 'base-pay')
        const { lines } = pay({ period: '2026', baseSalary, employment, consequences: lasting })
        for (const one of lasting) {
          const [before, total] = dailyOracle(one, employment, baseSalary)
          const cents = (value: Fraction) => parse(toDecimal(value, 2, 'half-up'))
          const due = subtract(cents(total), cents(before))
          const line = lines.find(({ kind, period }) => kind === one.kind && period === one.period)
          expect(compare(parse(line?.amount ?? '0'), due)).toBe(0)
        }
      }),
    )
  })

  it('adds up to its lines, and names each consequence once, paid or not', () => {
    fc.assert(
      fc.property(histories, salaries, employments, (consequences, baseSalary, employment) => {
        const outcome = pay({ period: '2026', baseSalary, employment, consequences })
        const sum = outcome.lines.map(({ amount }) => parse(amount ?? '0')).reduce(add, zero)
        expect(compare(sum, parse(outcome.amount))).toBe(0)
        expect(outcome.lines.length + outcome.notPaid.length).toBe(consequences.length)
      }),
    )
  })

  it('pays the same through JSON, and in any order of the consequences', () => {
    fc.assert(
      fc.property(histories, salaries, employments, (consequences, baseSalary, employment) => {
        const input = { period: '2026', baseSalary, employment, consequences }
        expect(pay(throughJson(input))).toEqual(pay(input))
        const reversed = { ...input, consequences: [...consequences].reverse() }
        expect(pay(reversed).amount).toBe(pay(input).amount)
      }),
    )
  })
})
