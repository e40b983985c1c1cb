import { describe, expect, it } from 'vitest'
import {
  type CheckState,
  type Condition,
  compile,
  type FactCondition,
  factsOf,
  run,
} from '../../../src/kernel/check/check.js'
import type { Issue } from '../../../src/kernel/input/issue.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

const check = (condition: Condition, facts: Readonly<Record<string, unknown>>) =>
  collected((issues) => run(compile(condition), facts, ['facts'], issues))

const sales = (change: Partial<FactCondition> = {}): FactCondition => ({
  id: 'sales',
  comparison: 'at-least',
  required: '100',
  unit: 'money',
  ...change,
})

describe('a condition on a number', () => {
  it.each<[FactCondition['comparison'], string | number, CheckState, string | null]>([
    ['at-least', '99.99', 'unmet', '0.01'],
    ['at-least', '100', 'met', null],
    ['at-least', '100.01', 'met', null],
    ['above', '99.99', 'unmet', '0.01'],
    ['above', '100', 'unmet', '0'],
    ['above', '100.01', 'met', null],
    ['at-most', '99.99', 'met', null],
    ['at-most', '100', 'met', null],
    ['at-most', '100.01', 'unmet', '0.01'],
    ['below', '99.99', 'met', null],
    ['below', '100', 'unmet', '0'],
    ['below', '100.01', 'unmet', '0.01'],
    ['equals', '99.99', 'unmet', '0.01'],
    ['equals', 100, 'met', null],
    ['equals', '100.01', 'unmet', '0.01'],
    ['at-least', -5, 'unmet', '105'],
    ['at-least', 0, 'unmet', '100'],
  ])('of %s 100: %s is %s, and lacks %s', (comparison, actual, outcome, gap) => {
    expect(check(sales({ comparison, clause: 'PRO-1' }), { sales: actual })).toEqual(
      answered({
        outcome,
        checks: [
          {
            id: 'sales',
            clause: 'PRO-1',
            outcome,
            comparison,
            actual: String(actual),
            required: '100',
            gap,
          },
        ],
      }),
    )
  })

  it('shows the fact as a canonical decimal', () => {
    expect(check(sales(), { sales: '1.50e2' })).toMatchObject({
      value: { checks: [{ actual: '150', clause: null }] },
    })
  })

  it.each([undefined, null])('is unknown when the fact is %s', (value) => {
    expect(check(sales(), { sales: value })).toEqual(
      answered({
        outcome: 'unknown',
        checks: [
          {
            id: 'sales',
            clause: null,
            outcome: 'unknown',
            comparison: 'at-least',
            actual: null,
            required: '100',
            gap: null,
          },
        ],
      }),
    )
  })

  it('does not apply when it must be claimed and is not', () => {
    expect(check(sales({ absent: 'not-applicable' }), {})).toMatchObject({
      value: { outcome: 'not-applicable', checks: [{ outcome: 'not-applicable', actual: null }] },
    })
  })

  it.each([
    ['a text', 'many', 'NUMBER_INVALID facts.sales'],
    ['NaN', Number.NaN, 'NUMBER_INVALID facts.sales'],
    ['true', true, 'NUMBER_INVALID facts.sales'],
    ['a Date', new Date(0), 'NUMBER_INVALID facts.sales'],
    ['too many digits', 0.1 + 0.2, 'NUMBER_TOO_PRECISE facts.sales'],
  ])('refuses a fact that is no number: %s', (_, value, problem) => {
    expect(problemsOf(check(sales(), { sales: value }))).toEqual([problem])
  })
})

describe('a condition on a ratio', () => {
  const attainment = sales({ id: 'attainment', required: '1.2', unit: 'ratio' })

  it.each([
    ['1.2', 'met'],
    ['1.19', 'unmet'],
    ['9.99', 'met'],
  ])('takes a ratio: %s is %s', (attained, outcome) => {
    expect(check(attainment, { attainment: attained })).toMatchObject({ value: { outcome } })
  })

  it.each([
    [120, '120', '1.2'],
    ['10', '"10"', '0.1'],
    ['112.5', '"112.5"', '1.125'],
  ])('refuses a percentage: %s', (attained, given, suggestion) => {
    expect(check(attainment, { attainment: attained })).toEqual(
      refused({
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['facts', 'attainment'],
        params: { given, suggestion },
        message: `facts.attainment: got ${given}, expected a ratio, where 1 is 100%. Did you mean ${suggestion}?`,
      }),
    )
  })

  it('of 10 or more is a fact where actual and target are given: 12 sold on a target of 1', () => {
    const facts = { attainment: { actual: 12, target: 1 } }
    expect(check(attainment, facts)).toEqual(
      answered({
        outcome: 'met',
        checks: [
          {
            id: 'attainment',
            clause: null,
            outcome: 'met',
            comparison: 'at-least',
            actual: '12',
            required: '1.2',
            gap: null,
          },
        ],
      }),
    )
  })

  it.each([
    [{ actual: '119', target: '100' }, 'unmet', '1.19', '0.01'],
    [{ actual: '120', target: '100' }, 'met', '1.2', null],
    [{ actual: 0, target: 3 }, 'unmet', '0', '1.2'],
    [{ actual: 1, target: 3 }, 'unmet', '0.333333333333', '0.866666666666'],
  ])('takes actual and target: %j is %s', (given, outcome, actual, gap) => {
    expect(check(attainment, { attainment: given })).toMatchObject({
      value: { outcome, checks: [{ actual, gap }] },
    })
  })

  it('takes actual and target in each period of a run', () => {
    const run = { ...attainment, inARow: { length: 2, per: 'quarter', gap: 'break' } } as const
    const history = [
      { period: '2026-Q1', value: { actual: 12, target: 1 } },
      { period: '2026-Q2', value: '1.2' },
    ]
    expect(check(run, { attainment: history, asOf: '2026-Q2' })).toMatchObject({
      value: { outcome: 'met' },
    })
  })

  it.each([
    [{ actual: 12 }, 'VALUE_MISSING facts.attainment.target'],
    [{ actual: 12, target: 0 }, 'NUMBER_OUT_OF_RANGE facts.attainment.target'],
    [{ actual: 'many', target: 1 }, 'NUMBER_INVALID facts.attainment.actual'],
    [{ actual: 12, target: 1, source: 'CRM' }, 'UNKNOWN_KEY facts.attainment.source'],
    [{ target: 1 }, 'VALUE_MISSING facts.attainment.actual'],
    [{ actual: undefined, target: 1 }, 'VALUE_MISSING facts.attainment.actual'],
  ])('refuses %j', (given, problem) => {
    expect(problemsOf(check(attainment, { attainment: given }))).toEqual([problem])
  })

  it.each(['points', 'count', 'money'] as const)('alone has a target: %s do not', (unit) => {
    const facts = { attainment: { actual: 12, target: 1 } }
    expect(problemsOf(check({ ...attainment, unit }, facts))).toEqual([
      'NUMBER_INVALID facts.attainment',
    ])
  })

  it.each(['points', 'count', 'money'] as const)('alone is guarded so: %s may be 120', (unit) => {
    expect(check({ ...attainment, unit }, { attainment: 120 })).toMatchObject({ ok: true })
  })
})

describe('a condition on a word', () => {
  const fact = (required: FactCondition['required'], comparison: FactCondition['comparison']) => ({
    id: 'fact',
    comparison,
    required,
  })

  it.each([
    [true, 'equals', true, 'met'],
    [true, 'equals', false, 'unmet'],
    [false, 'equals', false, 'met'],
    ['team lead', 'equals', 'team lead', 'met'],
    ['team lead', 'equals', 'Team lead', 'unmet'],
    ['team lead', 'equals', 'lead', 'unmet'],
    [['S', 'A'], 'one-of', 'A', 'met'],
    [['S', 'A'], 'one-of', 'B', 'unmet'],
  ] as const)('%j (%s) of %j is %s', (required, comparison, actual, outcome) => {
    expect(check(fact(required, comparison), { fact: actual })).toEqual(
      answered({
        outcome,
        checks: [{ id: 'fact', clause: null, outcome, comparison, actual, required, gap: null }],
      }),
    )
  })

  it.each([
    [true, 'true', 'VALUE_INVALID facts.fact'],
    [true, 1, 'VALUE_INVALID facts.fact'],
    ['A', true, 'VALUE_INVALID facts.fact'],
    ['A', '', 'VALUE_INVALID facts.fact'],
    [['S', 'A'], ['A'], 'VALUE_INVALID facts.fact'],
  ])('refuses a fact of another type: %j of %j', (required, actual, problem) => {
    expect(problemsOf(check(fact(required, 'equals'), { fact: actual }))).toEqual([problem])
  })
})

describe('a condition on a fact that is refused', () => {
  it.each<[string, FactCondition, unknown]>([
    ['a number', sales(), 'many'],
    ['true or false', { id: 'sales', comparison: 'equals', required: true }, 'yes'],
    ['a word', { id: 'sales', comparison: 'equals', required: 'A' }, 7],
    [
      'a history of other periods',
      sales({ inARow: { length: 1, per: 'quarter', gap: 'break' } }),
      [{ period: '2026-03', value: 100 }],
    ],
  ])('is unknown, and never met or unmet: %s', (_, condition, fact) => {
    const issues: Issue[] = []
    const given = { sales: fact, asOf: '2026-Q1' }
    const { outcome, checks } = run(compile(condition), given, ['facts'], issues)
    expect([outcome, checks[0]?.actual, checks[0]?.gap]).toEqual(['unknown', null, null])
    expect(issues).toHaveLength(1)
  })
})

const leaf = (id: string): FactCondition => ({ id, comparison: 'equals', required: true })
/** m is met, u is unmet, ? is unknown, - does not apply. */
const facts = { m: true, u: false }
const parts = (letters: string): Condition[] =>
  [...letters].map((letter) =>
    letter === '-' ? { ...leaf('absent'), absent: 'not-applicable' } : leaf(letter),
  )

describe('all of several', () => {
  it.each([
    ['m', 'met'],
    ['mm', 'met'],
    ['mu', 'unmet'],
    ['m?', 'unknown'],
    ['u?', 'unmet'],
    ['?', 'unknown'],
    ['m-', 'met'],
    ['u-', 'unmet'],
    ['?-', 'unknown'],
    ['--', 'not-applicable'],
  ])('%s is %s', (letters, outcome) => {
    expect(check({ all: parts(letters) }, facts)).toMatchObject({ value: { outcome } })
  })
})

describe('any of several', () => {
  it.each([
    ['m', 'met'],
    ['um', 'met'],
    ['uu', 'unmet'],
    ['m?', 'met'],
    ['u?', 'unknown'],
    ['?', 'unknown'],
    ['u-', 'unmet'],
    ['?-', 'unknown'],
    ['m-', 'met'],
    ['--', 'not-applicable'],
  ])('%s is %s', (letters, outcome) => {
    expect(check({ any: parts(letters) }, facts)).toMatchObject({ value: { outcome } })
  })
})

describe('at least two of several', () => {
  it.each([
    ['mm', 'met'],
    ['mmu', 'met'],
    ['mm?', 'met'],
    ['mu', 'unmet'],
    ['mu?', 'unknown'],
    ['uu?', 'unmet'],
    ['u??', 'unknown'],
    ['m-', 'unmet'],
    ['?-', 'unmet'],
    ['mm-', 'met'],
    ['--', 'not-applicable'],
  ])('%s is %s', (letters, outcome) => {
    expect(check({ atLeast: 2, of: parts(letters) }, facts)).toMatchObject({ value: { outcome } })
  })
})

describe('conditions in conditions', () => {
  const nested: Condition = {
    all: [
      leaf('m'),
      { any: [leaf('u'), { atLeast: 1, of: [leaf('later'), sales()] }] },
      { ...leaf('exempt'), absent: 'not-applicable' },
    ],
  }

  it('list every check in the order of the policy', () => {
    expect(check(nested, { ...facts, sales: 90 })).toEqual(
      answered({
        outcome: 'unknown',
        checks: [
          {
            id: 'm',
            clause: null,
            outcome: 'met',
            comparison: 'equals',
            actual: true,
            required: true,
            gap: null,
          },
          {
            id: 'u',
            clause: null,
            outcome: 'unmet',
            comparison: 'equals',
            actual: false,
            required: true,
            gap: null,
          },
          {
            id: 'later',
            clause: null,
            outcome: 'unknown',
            comparison: 'equals',
            actual: null,
            required: true,
            gap: null,
          },
          {
            id: 'sales',
            clause: null,
            outcome: 'unmet',
            comparison: 'at-least',
            actual: '90',
            required: '100',
            gap: '10',
          },
          {
            id: 'exempt',
            clause: null,
            outcome: 'not-applicable',
            comparison: 'equals',
            actual: null,
            required: true,
            gap: null,
          },
        ],
      }),
    )
  })

  it('look at these facts', () => {
    expect(factsOf(compile(nested))).toEqual(['m', 'u', 'later', 'sales', 'exempt'])
  })

  it('name every fact that is wrong', () => {
    expect(problemsOf(check(nested, { m: 'yes', sales: 'x', later: 1 }))).toEqual([
      'VALUE_INVALID facts.m',
      'VALUE_INVALID facts.later',
      'NUMBER_INVALID facts.sales',
    ])
  })
})

type Quarter = readonly [quarter: string, value: unknown, excused?: string]

/** A history of quarters, and the latest of them as the period that is asked in. */
const quarters = (...values: readonly Quarter[]) => ({
  attainment: values.map(([quarter, value, excused]) => ({
    period: `2026-${quarter}`,
    ...(excused === undefined ? { value } : { excused }),
  })),
  asOf: `2026-${values
    .map(([quarter]) => quarter)
    .sort()
    .at(-1)}`,
})

const onTarget = (change: Partial<FactCondition> = {}): FactCondition => ({
  id: 'attainment',
  comparison: 'at-least',
  required: '1',
  unit: 'ratio',
  inARow: { length: 2, per: 'quarter', gap: 'break' },
  ...change,
})

const IGNORE = { length: 2, per: 'quarter', gap: 'ignore' } as const

describe('a condition that must hold in a row', () => {
  it.each([
    ['two on target', quarters(['Q1', '1'], ['Q2', '1.1']), '2', null],
    ['three on target', quarters(['Q1', 1], ['Q2', 1], ['Q3', 1]), '3', null],
    ['one on target', quarters(['Q2', 1]), '1', '1'],
    ['a new start after a miss', quarters(['Q1', 1], ['Q2', '0.99'], ['Q3', 1]), '1', '1'],
    ['a miss in the latest', quarters(['Q1', 1], ['Q2', 1], ['Q3', '0.99']), '0', '2'],
    ['no history', { attainment: [], asOf: '2026-Q1' }, '0', '2'],
    ['any order', quarters(['Q2', 1], ['Q1', 1]), '2', null],
    ['leave between', quarters(['Q1', 1], ['Q2', null, 'leave'], ['Q3', 1]), '2', null],
    ['leave at the end', quarters(['Q1', 1], ['Q2', 1], ['Q3', null, 'leave']), '2', null],
    ['the latest without a value', quarters(['Q1', 1], ['Q2', 1], ['Q3', null]), '2', null],
  ])('counts the periods up to the latest: %s', (_, history, actual, gap) => {
    const outcome = gap === null ? 'met' : 'unmet'
    expect(check(onTarget(), history)).toEqual(
      answered({
        outcome,
        checks: [
          {
            id: 'attainment',
            clause: null,
            outcome,
            comparison: 'at-least',
            actual,
            required: '2',
            each: { comparison: 'at-least', required: '1' },
            gap,
          },
        ],
      }),
    )
  })

  it.each([
    ['a quarter left out', quarters(['Q1', 1], ['Q3', 1])],
    ['a quarter without a value', quarters(['Q1', 1], ['Q2', null], ['Q3', 1])],
  ])('starts again after a gap, unless the policy passes it over: %s', (_, history) => {
    expect(check(onTarget(), history)).toMatchObject({
      value: { outcome: 'unmet', checks: [{ actual: '1', gap: '1' }] },
    })
    expect(check(onTarget({ inARow: IGNORE }), history)).toMatchObject({
      value: { outcome: 'met', checks: [{ actual: '2', gap: null }] },
    })
  })

  it.each([
    ['2026-Q1', '1', '1'],
    ['2026-Q2', '2', '2'],
    ['2026-Q3', '2', '2'],
    ['2026-Q4', '0', '2'],
    ['2027-Q1', '0', '0'],
    ['2026-06', '2', '2'],
    ['2026-10', '0', '2'],
    ['2025-Q4', '0', '0'],
  ])('is over unless it reaches %s or the quarter before: %s', (asOf, actual, lenient) => {
    const history = { ...quarters(['Q1', 1], ['Q2', 1]), asOf }
    expect(check(onTarget(), history)).toMatchObject({ value: { checks: [{ actual }] } })
    expect(check(onTarget({ inARow: IGNORE }), history)).toMatchObject({
      value: { checks: [{ actual: lenient }] },
    })
  })

  it('takes a period without a value for a gap, also where the whole must be claimed', () => {
    const history = quarters(['Q1', 1], ['Q2', null], ['Q3', 1])
    const claimed = onTarget({ absent: 'not-applicable' })
    expect(check(claimed, history)).toMatchObject({ value: { checks: [{ actual: '1' }] } })
    expect(check(claimed, {})).toMatchObject({ value: { outcome: 'not-applicable' } })
  })

  it('needs to know when it is asked, once there is a history', () => {
    const { attainment } = quarters(['Q1', 1])
    expect(problemsOf(check(onTarget(), { attainment }))).toEqual(['VALUE_MISSING facts.asOf'])
    expect(problemsOf(check(onTarget(), { attainment, asOf: null }))).toEqual([
      'VALUE_MISSING facts.asOf',
    ])
    expect(problemsOf(check(onTarget(), { attainment, asOf: '2026' }))).toEqual([
      'VALUE_INVALID facts.asOf',
    ])
    expect(factsOf(compile(onTarget()))).toEqual(['attainment', 'asOf'])
  })

  it('takes a period that is excused and has a value for a mistake', () => {
    const both = {
      attainment: [{ period: '2026-Q1', value: 1, excused: 'leave' }],
      asOf: '2026-Q1',
    }
    expect(check(onTarget(), both)).toEqual(
      refused({
        code: 'POLICY_CONFLICT',
        path: ['facts', 'attainment', 0, 'excused'],
        params: { reason: 'excused-with-value', field: 'value' },
        message:
          'facts.attainment[0].excused: the period has "excused" and "value". Give one of them.',
      }),
    )
  })

  it('is unknown without a history, and still says what each period needs', () => {
    expect(check(onTarget({ comparison: 'below' }), {})).toEqual(
      answered({
        outcome: 'unknown',
        checks: [
          {
            id: 'attainment',
            clause: null,
            outcome: 'unknown',
            comparison: 'at-least',
            actual: null,
            required: '2',
            each: { comparison: 'below', required: '1' },
            gap: null,
          },
        ],
      }),
    )
  })

  it('holds for words as for numbers', () => {
    const grades = onTarget({ id: 'grade', comparison: 'one-of', required: ['S', 'A'] })
    const { unit: _, ...words } = grades
    const { attainment: grade, asOf } = quarters(['Q1', 'A'], ['Q2', 'S'])
    const history = { grade, asOf }
    expect(check(words, history)).toMatchObject({ value: { outcome: 'met' } })
  })

  it.each([
    ['a number', { attainment: 1, asOf: '2026-Q1' }, ['VALUE_INVALID facts.attainment']],
    [
      'a percentage',
      quarters(['Q1', 100]),
      ['NUMBER_LOOKS_LIKE_PERCENT facts.attainment[0].value'],
    ],
    ['a text', quarters(['Q1', 'full']), ['NUMBER_INVALID facts.attainment[0].value']],
    [
      'the same period twice',
      quarters(['Q1', 1], ['Q1', 1]),
      ['ID_DUPLICATE facts.attainment[1].period'],
    ],
    [
      'periods of two lengths',
      {
        attainment: [
          { period: '2026-Q1', value: 1 },
          { period: '2026', value: 1 },
        ],
        asOf: '2026-Q1',
      },
      ['PERIODS_MIXED facts.attainment[1].period'],
    ],
    [
      'a period that does not exist',
      { attainment: [{ period: '2026-13', value: 1 }], asOf: '2026-Q1' },
      ['PERIOD_INVALID facts.attainment[0].period'],
    ],
  ])('refuses %s', (_, history, problems) => {
    expect(problemsOf(check(onTarget(), history))).toEqual(problems)
  })

  it('refuses a history of other periods than the policy counts', () => {
    const months = { attainment: [{ period: '2026-03', value: 1 }], asOf: '2026-Q1' }
    expect(check(onTarget(), months)).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['facts', 'attainment'],
        params: { given: '"2026-03"', expected: 'history', unit: 'quarter' },
        message: 'facts.attainment: got "2026-03", expected a history of quarters.',
      }),
    )
  })
})

describe('a count', () => {
  it.each(['3.5', -5])('is a whole number of 0 or more, and not %s', (fact) => {
    const given = typeof fact === 'string' ? `"${fact}"` : `${fact}`
    expect(check(sales({ unit: 'count' }), { sales: fact })).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['facts', 'sales'],
        params: { given, expected: 'count' },
        message: `facts.sales: got ${given}, expected a count: a whole number of 0 or more.`,
      }),
    )
  })

  it('may be written with decimals that are none', () => {
    expect(check(sales({ unit: 'count' }), { sales: '100.0' })).toMatchObject({
      ok: true,
      value: { outcome: 'met' },
    })
  })
})
