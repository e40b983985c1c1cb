import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Condition,
  compile,
  compute,
  type FactCondition,
  factsOf,
  read,
  run,
} from '../../../src/kernel/check/check.js'
import { conditionSchema } from '../../../src/kernel/check/schema.js'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { checkPolicy, strict } from '../../../src/kernel/input/schema.js'
import { addDays, addMonths, daysBetween } from '../../../src/kernel/time/dates.js'
import { completeOn, completeSince } from '../../../src/kernel/time/elapsed.js'
import { shuffled } from '../../arbitraries.rooms.js'
import { compare, divide, fraction, parse, sum, toText } from '../../oracle/fraction.js'
import { answered, collected, problemsOf } from '../refused.js'

type Facts = Readonly<Record<string, unknown>>

const check = (condition: Condition, facts: Facts) =>
  collected((issues) => run(compile(condition), facts, ['facts'], issues))

const outcomeOf = (condition: Condition, facts: Facts) => {
  const checked = check(condition, facts)
  return checked.ok ? checked.value.outcome : problemsOf(checked)
}

const twoOfThree: FactCondition = {
  id: 'yearlyGrades',
  comparison: 'equals',
  required: 'S',
  ofLast: { atLeast: 2, periods: 3, per: 'year' },
}

/** `2023 S, 2024 -, 2025 leave` as a history; `-` is a period without a value. */
function grades(text: string): readonly object[] {
  if (text === '') return []
  return text.split(', ').map((entry) => {
    const [period, value] = entry.split(' ')
    if (value === 'leave') return { period, excused: 'leave' }
    return { period, value: value === '-' ? null : value }
  })
}

describe('a condition on so many of the latest periods', () => {
  it('holds for S in two of the last three years, with one at A between', () => {
    const facts = { yearlyGrades: grades('2023 S, 2024 A, 2025 S'), asOf: '2025' }
    expect(check(twoOfThree, facts)).toEqual(
      answered({
        outcome: 'met',
        checks: [
          {
            id: 'yearlyGrades',
            clause: null,
            outcome: 'met',
            comparison: 'at-least',
            actual: '2',
            required: '2',
            each: { comparison: 'equals', required: 'S' },
            window: { take: 'count', from: '2023', to: '2025', missing: [] },
            gap: null,
          },
        ],
      }),
    )
  })

  it.each([
    ['2023 S, 2024 A, 2025 S', '2026', 'met'],
    ['2023 S, 2024 A, 2025 S, 2026 A', '2026', 'unmet'],
    ['2023 S, 2024 A, 2025 S', '2027', 'unknown'],
    ['2022 S, 2023 S, 2024 A, 2025 A', '2025', 'unmet'],
    ['2025 S, 2026 S, 2027 S', '2025', 'unknown'],
    ['2024 S, 2025 A', '2025', 'unknown'],
    ['2024 A, 2025 A', '2025', 'unmet'],
    ['2023 S, 2024 -, 2025 S', '2025', 'met'],
    ['2023 A, 2024 -, 2025 S', '2025', 'unknown'],
    ['2022 S, 2023 A, 2024 leave, 2025 S', '2025', 'met'],
    ['2022 S, 2023 A, 2024 A, 2025 leave', '2025', 'unmet'],
    ['', '2025', 'unknown'],
  ])('of %j, asked in %s, is %s', (history, asOf, outcome) => {
    expect(outcomeOf(twoOfThree, { yearlyGrades: grades(history), asOf })).toBe(outcome)
  })

  it('says which years were looked at, which have no grade, and how many more it takes', () => {
    const checked = check(twoOfThree, {
      yearlyGrades: grades('2023 S, 2025 A'),
      asOf: '2026-03-31',
    })
    expect(checked).toMatchObject({
      value: {
        checks: [
          {
            outcome: 'unknown',
            actual: '1',
            window: { from: '2023', to: '2025', missing: ['2024'] },
            gap: null,
          },
        ],
      },
    })
    const unmet = check(twoOfThree, {
      yearlyGrades: grades('2023 A, 2024 A, 2025 S'),
      asOf: '2025',
    })
    expect(unmet).toMatchObject({ value: { checks: [{ outcome: 'unmet', gap: '1' }] } })
  })

  it('shows no window while the history is not given', () => {
    expect(check(twoOfThree, {})).toMatchObject({ value: { checks: [{ window: null }] } })
  })

  it('ends with the first year there is', () => {
    const facts = { yearlyGrades: grades('0001 S'), asOf: '0001' }
    expect(check(twoOfThree, facts)).toMatchObject({
      value: { outcome: 'unmet', checks: [{ window: { from: '0001', to: '0001', missing: [] } }] },
    })
    expect(outcomeOf(twoOfThree, { yearlyGrades: [], asOf: '0001' })).toBe('unmet')
  })
})

const mean = (over: Partial<NonNullable<FactCondition['over']>> = {}): FactCondition => ({
  id: 'attainment',
  comparison: 'at-least',
  required: '1.1',
  unit: 'ratio',
  over: { periods: 4, per: 'quarter', take: 'mean', ...over },
})

const quarters = (...values: readonly unknown[]) =>
  values.map((value, index) => ({ period: `2026-Q${index + 1}`, value }))

describe('a condition on the mean or the total of the latest periods', () => {
  it('takes the mean of four quarters: 0.9, 1.2, 1.3 and 1.1 are 1.125', () => {
    const facts = { attainment: quarters('0.9', '1.2', '1.3', '1.1'), asOf: '2026-Q4' }
    expect(check(mean(), facts)).toEqual(
      answered({
        outcome: 'met',
        checks: [
          {
            id: 'attainment',
            clause: null,
            outcome: 'met',
            comparison: 'at-least',
            actual: '1.125',
            required: '1.1',
            window: { take: 'mean', from: '2026-Q1', to: '2026-Q4', missing: [] },
            gap: null,
          },
        ],
      }),
    )
  })

  it('weighs each quarter by its target where the total is asked for: a big one counts more', () => {
    const attainment = quarters({ actual: 90, target: 100 }, { actual: 20, target: 10 })
    const over = { periods: 2, take: 'mean' } as const
    const facts = { attainment, asOf: '2026-Q2' }
    expect(check(mean(over), facts)).toMatchObject({
      value: { outcome: 'met', checks: [{ actual: '1.45' }] },
    })
    expect(check(mean({ ...over, take: 'total' }), facts)).toMatchObject({
      value: { outcome: 'unmet', checks: [{ actual: '1', gap: '0.1' }] },
    })
  })

  it('adds up money, counts and points', () => {
    const sales = {
      ...mean({ periods: 2, take: 'total' }),
      required: '300.5',
      unit: 'money',
    } as const
    const facts = (last: string) => ({ attainment: quarters('100', last), asOf: '2026-Q2' })
    expect(outcomeOf(sales, facts('200.5'))).toBe('met')
    expect(outcomeOf(sales, facts('200.49'))).toBe('unmet')
  })

  it('is unknown while one of the quarters has no value, and passes over those that are excused', () => {
    const asOf = '2026-Q4'
    const three = quarters('1.1', '1.1', '1.1')
    expect(outcomeOf(mean(), { attainment: three, asOf })).toBe('unknown')
    const leave = { period: '2026-Q4', excused: 'leave' }
    expect(outcomeOf(mean(), { attainment: [...three, leave], asOf })).toBe('unknown')
    const before = { period: '2025-Q4', value: '1.1' }
    expect(outcomeOf(mean(), { attainment: [before, ...three, leave], asOf })).toBe('met')
  })

  it('needs actual and target for the total of ratios', () => {
    const facts = { attainment: quarters('1.1'), asOf: '2026-Q1' }
    const checked = check(mean({ periods: 1, take: 'total' }), facts)
    expect(problemsOf(checked)).toEqual(['VALUE_INVALID facts.attainment[0].value'])
  })
})

const tenure = (change: Partial<FactCondition> = {}): FactCondition => ({
  id: 'onRungSince',
  comparison: 'at-least',
  required: '12',
  unit: 'months-since',
  ...change,
})

describe('a condition on the time since a date', () => {
  it('counts months that are complete, and says on which day it will be met', () => {
    expect(check(tenure(), { onRungSince: '2025-09-10', asOf: '2026-09-09' })).toEqual(
      answered({
        outcome: 'unmet',
        checks: [
          {
            id: 'onRungSince',
            clause: null,
            outcome: 'unmet',
            comparison: 'at-least',
            actual: '11',
            required: '12',
            metOn: '2026-09-10',
            gap: '1',
          },
        ],
      }),
    )
    expect(outcomeOf(tenure(), { onRungSince: '2025-09-10', asOf: '2026-09-10' })).toBe('met')
  })

  it.each([
    ['the 31st, to a short month', '2026-01-31', '2026-02-27', '1', 'unmet', '2026-02-28'],
    ['the last day of it', '2026-01-31', '2026-02-28', '1', 'met', null],
    ['29 February, a year later', '2024-02-29', '2025-02-28', '12', 'met', null],
    ['a start that is still to come', '2026-05-01', '2026-01-01', '1', 'unmet', '2026-06-01'],
    ['nothing, on the day itself', '2026-05-01', '2026-05-01', '0', 'met', null],
    ['a day after 9999', '9999-12-01', '9999-12-31', '12', 'unmet', null],
  ])('of %s', (_, onRungSince, asOf, required, outcome, metOn) => {
    expect(check(tenure({ required }), { onRungSince, asOf })).toMatchObject({
      value: { outcome, checks: [{ metOn }] },
    })
  })

  it.each([
    [{ unit: 'days-since', required: '100' }, '2026-04-10', 'unmet', '2026-04-11'],
    [{ unit: 'days-since', required: '100' }, '2026-04-11', 'met', null],
    [{ unit: 'years-since', required: '2' }, '2027-12-31', 'unmet', '2028-01-01'],
    [{ unit: 'years-since', required: '2' }, '2028-01-01', 'met', null],
    [{ comparison: 'above' }, '2027-01-01', 'unmet', '2027-02-01'],
    [{ comparison: 'below' }, '2026-12-31', 'met', null],
    [{ comparison: 'below' }, '2027-01-01', 'unmet', null],
    [{ comparison: 'at-most' }, '2027-01-31', 'met', null],
  ] as const)('%j since 2026-01-01, on %s: %s, from %s', (change, asOf, outcome, metOn) => {
    expect(check(tenure(change), { onRungSince: '2026-01-01', asOf })).toMatchObject({
      value: { outcome, checks: [{ metOn }] },
    })
  })

  it.each([
    [{ onRungSince: '2025-02-30', asOf: '2026-01-01' }, 'DATE_INVALID facts.onRungSince'],
    [{ onRungSince: '2025-02-28' }, 'VALUE_MISSING facts.asOf'],
    [{ onRungSince: '2025-02-28', asOf: '2026-Q1' }, 'DATE_INVALID facts.asOf'],
    [{ onRungSince: 12, asOf: '2026-01-01' }, 'DATE_INVALID facts.onRungSince'],
  ])('refuses %j', (facts, problem) => {
    expect(problemsOf(check(tenure(), facts))).toEqual([problem])
  })

  it('is unknown without the date', () => {
    expect(outcomeOf(tenure(), {})).toBe('unknown')
  })
})

describe('the day on which it is asked', () => {
  it('serves histories of every length', () => {
    const facts = { yearlyGrades: grades('2023 S, 2024 A, 2025 S'), asOf: '2026-02-01' }
    expect(outcomeOf(twoOfThree, facts)).toBe('met')
    const inARow: FactCondition = {
      id: 'sales',
      comparison: 'at-least',
      required: '1',
      unit: 'count',
      inARow: { length: 1, per: 'week', gap: 'break' },
    }
    const sales = [{ period: '2026-W05', value: 1 }]
    expect(outcomeOf(inARow, { sales, asOf: '2026-02-01' })).toBe('met')
    expect(outcomeOf(inARow, { sales, asOf: '2026-02-15' })).toBe('unmet')
  })

  it('is refused where it does not exist, or lies in a week that does not end', () => {
    expect(outcomeOf(twoOfThree, { yearlyGrades: [], asOf: '2026-02-30' })).toEqual([
      'DATE_INVALID facts.asOf',
    ])
    const weekly: FactCondition = { ...twoOfThree, ofLast: { atLeast: 1, periods: 1, per: 'week' } }
    expect(outcomeOf(weekly, { yearlyGrades: [], asOf: '9999-12-31' })).toEqual([
      'DATE_NOT_COVERED facts.asOf',
    ])
  })

  it('is one of the facts that such conditions look at', () => {
    expect(factsOf(compile({ all: [twoOfThree, mean(), tenure()] }))).toEqual([
      ...['yearlyGrades', 'asOf', 'attainment', 'asOf', 'onRungSince', 'asOf'],
    ])
  })
})

describe('what is nearest', () => {
  const nearest = (condition: Condition, facts: Facts) => {
    const known = read(compile(condition), facts, ['facts'], [])
    return compute(known).nearest.map((finding) => finding.condition.id)
  }
  const leaf = (id: string): FactCondition => ({ id, comparison: 'equals', required: true })
  const facts = { met: true, unmet: false }

  it.each<[string, Condition, readonly string[]]>([
    ['of one that is met, nothing', leaf('met'), []],
    [
      'of all, whatever is open',
      { all: [leaf('unmet'), leaf('met'), leaf('later')] },
      ['unmet', 'later'],
    ],
    [
      'of several ways, the shortest',
      { any: [{ all: [leaf('unmet'), leaf('later')] }, leaf('other')] },
      ['other'],
    ],
    ['of ways as short, the first', { any: [leaf('unmet'), leaf('later')] }, ['unmet']],
    [
      'of two of four, as many as are lacking, in their order',
      {
        atLeast: 2,
        of: [{ all: [leaf('unmet'), leaf('later')] }, leaf('met'), leaf('a'), leaf('b')],
      },
      ['a'],
    ],
    [
      'never an exception that nobody claimed',
      {
        any: [{ all: [leaf('unmet'), leaf('later')] }, { ...leaf('x'), absent: 'not-applicable' }],
      },
      ['unmet', 'later'],
    ],
  ])('%s', (_, condition, expected) => {
    expect(nearest(condition, facts)).toEqual(expected)
  })

  const conditions = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.nat({ max: 8 }).map((n) => leaf(`f${n}`)),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      fc
        .array(tie('node'), { minLength: 2, maxLength: 4 })
        .map((of) => ({ atLeast: 2, of }) as Condition),
    ),
  })).node
  const answers = fc.dictionary(
    fc.nat({ max: 8 }).map((n) => `f${n}`),
    fc.boolean(),
  )

  it('meets the condition once it is met, and is nothing once the condition is', () => {
    fc.assert(
      fc.property(conditions, answers, (condition, known) => {
        const open = nearest(condition, known)
        const after = { ...known, ...Object.fromEntries(open.map((id) => [id, true])) }
        expect(outcomeOf(condition, after)).toBe('met')
        expect(open.length === 0).toBe(outcomeOf(condition, known) === 'met')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a condition on a history is refused', () => {
  const define = (when: unknown) =>
    problemsOf(attempt(() => checkPolicy(strict({ when: conditionSchema }), { when })))

  it.each([
    [
      'that is looked at in two ways',
      { ...twoOfThree, inARow: { length: 2, per: 'year' } },
      'POLICY_CONFLICT when.ofLast',
    ],
    [
      'of which more are asked for than looked at',
      { ...twoOfThree, ofLast: { atLeast: 4, periods: 3, per: 'year' } },
      'NUMBER_OUT_OF_RANGE when.ofLast.atLeast',
    ],
    [
      'of words that are to be added up',
      { ...twoOfThree, ofLast: undefined, over: { periods: 2, per: 'year', take: 'mean' } },
      'POLICY_CONFLICT when.over',
    ],
    [
      'of dates',
      { ...tenure(), ofLast: { atLeast: 1, periods: 1, per: 'year' } },
      'POLICY_CONFLICT when.ofLast',
    ],
    ['for a part of a month', tenure({ required: '1.5' }), 'VALUE_INVALID when.required'],
    ['for more than a life', tenure({ required: '1201' }), 'VALUE_INVALID when.required'],
    ['for less than nothing', tenure({ required: '-1' }), 'VALUE_INVALID when.required'],
  ])('%s', (_, condition, problem) => {
    expect(define(condition)).toEqual([problem])
  })

  it('with the field that has to go', () => {
    const messageOf = (when: unknown) => {
      const outcome = attempt(() => checkPolicy(strict({ when: conditionSchema }), { when }))
      return outcome.ok ? null : outcome.issues.map(({ message }) => message)
    }
    const per = 'year'
    expect(messageOf({ ...tenure(), inARow: { length: 2, per } })).toEqual([
      'when.inARow: the unit asks for one date, and "inARow" for a history. Remove one.',
    ])
    expect(messageOf({ ...twoOfThree, inARow: { length: 2, per } })).toEqual([
      'when.ofLast: "inARow" and "ofLast" both say how a history is looked at. Remove one.',
    ])
  })

  it('never for what can be asked', () => {
    for (const condition of [
      twoOfThree,
      mean(),
      tenure(),
      tenure({ unit: 'years-since', required: '100' }),
    ])
      expect(define(condition)).toEqual([])
  })
})

/** Years of a history: a ratio in hundredths, none, or excused. */
const years = fc
  .uniqueArray(
    fc.record({
      year: fc.integer({ min: 2015, max: 2030 }),
      value: fc.oneof(fc.integer({ min: 90, max: 120 }), fc.constant(null), fc.constant('leave')),
    }),
    { selector: ({ year }) => year },
  )
  .map((rows) =>
    rows.map(({ year, value }) => {
      const period = String(year)
      if (value === 'leave') return { period, excused: 'leave' }
      return { period, value: value === null ? null : (value / 100).toString() }
    }),
  )

type Row = { readonly period: string; readonly value?: string | null; readonly excused?: string }

/** The window by the words of the rule: year by year backwards, the year asked in only where it has an entry. */
function windowByTheWords(rows: readonly Row[], asOf: number, periods: number) {
  const rowOf = (year: number) => rows.find(({ period }) => period === String(year))
  const hasEntry = (year: number) => {
    const row = rowOf(year)
    return row !== undefined && (row.excused !== undefined || row.value !== null)
  }
  const window: (string | null)[] = []
  for (let year = hasEntry(asOf) ? asOf : asOf - 1; window.length < periods; year -= 1) {
    const row = rowOf(year)
    if (row?.excused === undefined) window.push(row?.value ?? null)
  }
  return window
}

describe('for any history', () => {
  const asked = fc.record({
    rows: years,
    asOf: fc.integer({ min: 2014, max: 2031 }),
    periods: fc.integer({ min: 1, max: 5 }),
  })

  it('so many of the latest hold, as counting by hand says, whatever the years without a value turn out to be', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 5 }), ({ rows, asOf, periods }, wanted) => {
        const atLeast = Math.min(wanted, periods)
        const window = windowByTheWords(rows, asOf, periods)
        const held = window.filter((value) => value !== null && Number(value) >= 1.1).length
        const open = window.filter((value) => value === null).length
        const expected = held >= atLeast ? 'met' : held + open >= atLeast ? 'unknown' : 'unmet'
        const condition = { ...mean(), ofLast: { atLeast, periods, per: 'year' } } as const
        const { over: _, ...counted } = condition
        expect(outcomeOf(counted, { attainment: rows, asOf: String(asOf) })).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('the mean and the total are those of fractions, and unknown where a year has no value', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom('mean', 'total'), ({ rows, asOf, periods }, take) => {
        const condition = {
          ...mean({ periods, per: 'year', take }),
          unit: 'points',
        } as const
        const checked = check(condition, { attainment: rows, asOf: String(asOf) })
        const window = windowByTheWords(rows, asOf, periods)
        const values = window.flatMap((value) => (value === null ? [] : [parse(value)]))
        const one = checked.ok ? checked.value.checks[0] : undefined
        if (values.length < periods) {
          expect([one?.outcome, one?.actual]).toEqual(['unknown', null])
          return
        }
        const total = sum(values)
        const expected = take === 'mean' ? divide(total, fraction(BigInt(periods))) : total
        expect(one?.actual).toBe(toText(expected))
        expect(one?.outcome).toBe(compare(expected, parse('1.1')) >= 0 ? 'met' : 'unmet')
      }),
      { numRuns: 500 },
    )
  })

  it('in any order it is the same', () => {
    const shuffledRows = years.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)))
    fc.assert(
      fc.property(shuffledRows, fc.integer({ min: 2014, max: 2031 }), ([rows, other], asOf) => {
        const { over: _, ...single } = mean()
        for (const condition of [
          mean({ per: 'year', periods: 3 }),
          { ...single, ofLast: { atLeast: 2, periods: 3, per: 'year' } } as const,
        ]) {
          const asked = (attainment: readonly object[]) =>
            check(condition, { attainment, asOf: String(asOf) })
          expect(asked(other)).toEqual(asked(rows))
        }
      }),
    )
  })

  it('a better year never makes it worse', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ rows, asOf, periods }, at) => {
        const better = rows.map((row, index) =>
          index === at % rows.length && 'value' in row && row.value !== null
            ? { ...row, value: '1.3' }
            : row,
        )
        const { over: _, ...single } = mean()
        const order = ['unmet', 'unknown', 'met']
        for (const condition of [
          mean({ per: 'year', periods }),
          { ...single, ofLast: { atLeast: Math.min(2, periods), periods, per: 'year' } } as const,
        ]) {
          const rank = (attainment: readonly object[]) =>
            order.indexOf(String(outcomeOf(condition, { attainment, asOf: String(asOf) })))
          expect(rank(better)).toBeGreaterThanOrEqual(rank(rows))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the time since a date', () => {
  const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1996-01-01', days))

  it('never falls as days go by, and is complete on the day that is said', () => {
    fc.assert(
      fc.property(
        dates,
        fc.nat({ max: 900 }),
        fc.constantFrom('day', 'month', 'year'),
        (date, days, unit) => {
          const asOf = addDays(date, days)
          const count = completeSince(date, asOf, unit)
          expect(completeSince(date, addDays(asOf, 1), unit)).toBeGreaterThanOrEqual(count)
          const next = completeOn(date, count + 1, unit) ?? ''
          expect(completeSince(date, next, unit)).toBe(count + 1)
          expect(completeSince(date, addDays(next, -1), unit)).toBe(count)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('in days is the difference, in months what addMonths adds, in years twelve of them', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 120 }), (date, count) => {
        expect(completeSince(date, addDays(date, count), 'day')).toBe(count)
        expect(daysBetween(date, completeOn(date, count, 'day') ?? '')).toBe(count)
        expect(completeSince(date, addMonths(date, count), 'month')).toBe(count)
        expect(completeOn(date, count, 'year')).toBe(addMonths(date, count * 12))
      }),
    )
  })
})
