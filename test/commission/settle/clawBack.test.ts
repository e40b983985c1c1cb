import fc from 'fast-check'
import {
  addDays,
  attempt,
  type CancelledSale,
  type ClawbackInput,
  type CommissionPlanInput,
  clawBack,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

function planWith(clawback: ClawbackInput, change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    clawback,
    ...change,
  })
}

const full = planWith({ kind: 'full' })
const window = planWith({ kind: 'window', within: { length: 90, unit: 'day' } })
const yearly = planWith({ kind: 'pro-rata', within: { length: 12, unit: 'month' } })

const sold = { id: 'O-1', commission: '500.00', soldOn: '2026-01-01', cancelledOn: '2026-03-15' }

function taken(sales: readonly unknown[], plan = full) {
  return clawBack(sales as readonly CancelledSale[], plan).lines.map(({ amount }) => Number(amount))
}

function asideOf(sales: readonly unknown[], plan = full) {
  return clawBack(sales as readonly CancelledSale[], plan).notCounted.map(({ id, issue }) => [
    id,
    issue.code,
    issue.path,
  ])
}

describe('a cancelled sale', () => {
  it('gives back all that was paid for it, where the plan says so', () => {
    expect(clawBack([sold], full)).toEqual({
      lines: [
        {
          id: 'O-1',
          amount: '-500.00',
          currency: 'EUR',
          share: '1',
          elapsedDays: 73,
          until: null,
        },
      ],
      total: '-500.00',
      currency: 'EUR',
      notCounted: [],
      policy: { id: 'commission', version: '1' },
    })
  })

  it('gives back all of it to the last day of a window, and nothing after it', () => {
    const days = ['2026-01-01', '2026-04-01', '2026-04-02']
    const sales = days.map((cancelledOn, index) => ({ ...sold, id: `O-${index}`, cancelledOn }))
    expect(clawBack(sales, window).lines).toMatchObject([
      { amount: '-500.00', share: '1', elapsedDays: 0, until: '2026-04-01' },
      { amount: '-500.00', share: '1', elapsedDays: 90, until: '2026-04-01' },
      { amount: '0.00', share: '0', elapsedDays: 91, until: '2026-04-01' },
    ])
  })

  it('gives back the part of its time that was still to come', () => {
    const days = ['2026-01-01', '2026-03-15', '2026-12-31', '2027-01-01', '2028-01-01']
    const sales = days.map((cancelledOn, index) => ({ ...sold, id: `O-${index}`, cancelledOn }))
    expect(clawBack(sales, yearly).lines.map(({ amount, until }) => [amount, until])).toEqual([
      ['-500.00', '2026-12-31'],
      ['-400.00', '2026-12-31'],
      ['-1.37', '2026-12-31'],
      ['0.00', '2026-12-31'],
      ['0.00', '2026-12-31'],
    ])
  })

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-11-30', '2026-12-30'],
  ])('of %s has a month until %s', (soldOn, until) => {
    const monthly = planWith({ kind: 'window', within: { length: 1, unit: 'month' } })
    const sale = { ...sold, soldOn, cancelledOn: until }
    expect(clawBack([sale], monthly).lines).toMatchObject([{ amount: '-500.00', until }])
  })

  it('is rounded as the plan rounds', () => {
    const sale = { ...sold, commission: '0.05', share: '0.5' }
    expect(taken([sale])).toEqual([-0.03])
    expect(taken([sale], planWith({ kind: 'full' }, { rounding: { mode: 'down' } }))).toEqual([
      -0.02,
    ])
    const yen = { ...sold, commission: '5', share: '0.5' }
    expect(clawBack([yen], planWith({ kind: 'full' }, { currency: 'JPY' })).total).toBe('-3')
  })

  it('for which nothing was paid gives nothing back', () => {
    expect(taken([{ ...sold, commission: 0 }])).toEqual([0])
    expect(clawBack([], full)).toMatchObject({ lines: [], total: '0.00' })
  })
})

describe('a sale whose time is counted in months', () => {
  const advance = planWith({ kind: 'months', months: 9 })
  const whole = planWith({ kind: 'months', months: 9, inForce: 'whole' })
  const paid = { ...sold, commission: '612.00' }

  it('keeps the month in which it is cancelled, where the plan does not say otherwise', () => {
    expect(advance.clawback).toEqual({ kind: 'months', months: 9, inForce: 'started' })
    const lapsed = { ...paid, cancelledOn: '2026-04-20' }
    expect(taken([lapsed], advance)).toEqual([-340])
    expect(taken([lapsed], whole)).toEqual([-408])
  })

  it.each([
    // Of 540: 60 a month.
    ['2026-01-01', -540, -540],
    ['2026-01-02', -480, -540],
    ['2026-02-01', -480, -480],
    ['2026-05-01', -300, -300],
    ['2026-05-02', -240, -300],
    ['2026-09-30', 0, -60],
    ['2026-10-01', 0, 0],
    ['2030-01-01', 0, 0],
  ])('cancelled on %s gives back %f, or %f of whole months', (cancelledOn, started, over) => {
    const sale = { ...sold, commission: '540.00', cancelledOn }
    expect(taken([sale], advance)).toEqual([started])
    expect(taken([sale], whole)).toEqual([over])
  })

  it.each([
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-03-01', 2],
    ['2028-01-31', '2028-02-29', 1],
    ['2026-01-31', '2026-04-30', 3],
    ['2025-12-31', '2026-03-31', 3],
  ])('of %s has on %s been in force for %i months', (soldOn, cancelledOn, months) => {
    const sale = { ...sold, commission: '540.00', soldOn, cancelledOn }
    expect(taken([sale], advance)).toEqual([-(9 - months) * 60])
  })

  it('says to when, and which part', () => {
    const { lines } = clawBack([{ ...paid, share: '0.5', cancelledOn: '2026-04-20' }], advance)
    expect(lines).toMatchObject([
      { amount: '-170.00', share: '0.277777777777', until: '2026-09-30' },
    ])
  })
})

describe('a sale that gives back a share by steps', () => {
  const steps = [
    { upTo: 3, share: '1' },
    { upTo: 6, share: '0.5' },
  ]
  const stepped = planWith({ kind: 'steps', unit: 'month', steps })

  it.each([
    ['2026-01-01', -500],
    ['2026-04-01', -500],
    ['2026-04-02', -250],
    ['2026-07-01', -250],
    ['2026-07-02', 0],
  ])('cancelled on %s gives back %f', (cancelledOn, amount) => {
    expect(taken([{ ...sold, cancelledOn }], stepped)).toEqual([amount])
    expect(clawBack([sold], stepped).lines).toMatchObject([{ until: '2026-07-01' }])
  })

  it('counts days where the plan counts them', () => {
    const daily = planWith({ kind: 'steps', unit: 'day', steps: [{ upTo: 30, share: '0.75' }] })
    const sales = ['2026-01-31', '2026-02-01'].map((cancelledOn, index) => ({
      ...sold,
      id: `O-${index}`,
      cancelledOn,
    }))
    expect(taken(sales, daily)).toEqual([-375, 0])
  })

  it('in parts gives each by the step of its own day', () => {
    const parts = ['2026-03-01', '2026-05-01'].map((on) => ({
      ...sold,
      share: '0.5',
      cancelledOn: on,
    }))
    expect(taken(parts, stepped)).toEqual([-250, -125])
  })

  it.each([
    [
      [
        { upTo: 6, share: '1' },
        { upTo: 6, share: '0.5' },
      ],
      'OUT_OF_ORDER',
      [1, 'upTo'],
    ],
    [[], 'VALUE_INVALID', []],
    [[{ upTo: 0, share: '1' }], 'VALUE_INVALID', [0, 'upTo']],
    [[{ upTo: 3, share: 50 }], 'NUMBER_LOOKS_LIKE_PERCENT', [0, 'share']],
  ])('is refused with steps %j', (wrong, code, path) => {
    expect(attempt(() => planWith({ kind: 'steps', unit: 'month', steps: wrong }))).toMatchObject({
      issues: [{ code, path: ['clawback', 'steps', ...path] }],
    })
  })
})

describe('whatever a plan says of cancelled sales', () => {
  const terms = fc.oneof(
    fc.constant<ClawbackInput>({ kind: 'full' }),
    fc.record({
      kind: fc.constant('months' as const),
      months: fc.integer({ min: 1, max: 24 }),
      inForce: fc.constantFrom('started' as const, 'whole' as const),
    }),
    fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 4 }).chain((ends) =>
      fc.record({
        kind: fc.constant('steps' as const),
        unit: fc.constantFrom('day' as const, 'month' as const),
        steps: fc
          .array(fc.integer({ min: 0, max: 100 }), {
            minLength: ends.length,
            maxLength: ends.length,
          })
          .map((shares) =>
            [...ends]
              .sort((a, b) => a - b)
              .map((upTo, index) => ({ upTo, share: String((shares[index] ?? 0) / 100) })),
          ),
      }),
    ),
  )
  const days = fc
    .array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 })
    .map((list) => [...list].sort((a, b) => a - b))

  it('never takes more than was paid, whatever was cancelled when, and nothing twice', () => {
    fc.assert(
      fc.property(terms, days, fc.integer({ min: 0, max: 99_999 }), (kind, list, cents) => {
        const plan = planWith(kind)
        const sales = list.map((day) => ({
          ...sold,
          commission: (cents / 100).toFixed(2),
          share: '0.25',
          cancelledOn: addDays('2026-01-01', day),
        }))
        const { lines, total } = clawBack(sales, plan)
        expect(lines).toHaveLength(list.length)
        expect(Number(total)).toBeGreaterThanOrEqual(-cents / 100)
        expect(lines.every(({ amount }) => Number(amount) <= 0)).toBe(true)
        const again = sales.map((sale, index) => ({
          ...sale,
          takenBefore: lines[index]?.amount.replace('-', '') ?? '0',
        }))
        expect(Number(clawBack(again, plan).total)).toBeCloseTo(0, 10)
      }),
      { numRuns: 300 },
    )
  })

  it('of months, a later cancellation gives back no more, and whole months no less than those started', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (list, months) => {
        const amounts = (inForce: 'started' | 'whole') =>
          list.map((day) => {
            const sale = { ...sold, cancelledOn: addDays('2026-01-31', day) }
            return taken([sale], planWith({ kind: 'months', months, inForce }))[0] ?? Number.NaN
          })
        const [started, whole] = [amounts('started'), amounts('whole')]
        expect([...started].sort((a, b) => a - b)).toEqual(started)
        expect(whole.every((amount, index) => amount <= (started[index] ?? Number.NaN))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a sale that is cancelled in parts', () => {
  const part = (share: string, change: Partial<CancelledSale> = {}) => ({
    ...sold,
    share,
    ...change,
  })

  it('gives back each part, rounded together', () => {
    const cents = { commission: '0.05' }
    expect(taken([part('0.5', cents), part('0.5', cents)])).toEqual([-0.03, -0.02])
  })

  it('has its time counted to each day of its own', () => {
    const later = part('0.5', { cancelledOn: '2026-07-02' })
    expect(clawBack([part('0.5'), later], yearly)).toMatchObject({
      lines: [
        { amount: '-200.00', share: '0.4', elapsedDays: 73 },
        { amount: '-125.34', share: '0.250684931506', elapsedDays: 182 },
      ],
      total: '-325.34',
    })
  })

  it('gives back only what is new, whatever row says what was taken before', () => {
    expect(taken([part('0.5', { takenBefore: '250' }), part('0.5')])).toEqual([0, -250])
    expect(taken([part('0.5'), part('0.5', { takenBefore: '250' })])).toEqual([0, -250])
    expect(taken([part('0.5', { takenBefore: 250 }), part('0.5', { takenBefore: 250 })])).toEqual([
      0, 0,
    ])
    expect(taken([part('0.1', { takenBefore: '499.99' })])).toEqual([0])
  })

  it('does not mix with another', () => {
    expect(taken([part('0.5'), { ...part('0.5'), id: 'O-2' }, part('0.5')])).toEqual([
      -250, -250, -250,
    ])
  })
})

describe('a row with a key that nothing reads', () => {
  it('is refused with all others that have one, and does not count as nothing', () => {
    const misspelt = { ...sold, canceledOn: sold.cancelledOn, cancelledOn: undefined }
    const sales = [misspelt, { ...sold, id: 'O-2' }, { ...sold, id: 'O-3', reason: 'none' }, 5]
    const result = attempt(() => clawBack(sales as never, full))
    expect(!result.ok && result.issues).toMatchObject([
      {
        code: 'UNKNOWN_KEY',
        severity: 'error',
        path: ['sales', 0, 'canceledOn'],
        params: { suggestion: 'cancelledOn' },
      },
      { code: 'UNKNOWN_KEY', severity: 'error', path: ['sales', 2, 'reason'] },
    ])
  })
})

describe('a row that is set aside', () => {
  it('cancels more than is left of the sale; the others go on', () => {
    const sales = [
      { ...sold, share: '0.7' },
      { ...sold, share: '0.4' },
      { ...sold, share: '0.3' },
    ]
    const { lines, notCounted } = clawBack(sales, full)
    expect(lines.map(({ amount }) => amount)).toEqual(['-350.00', '-150.00'])
    expect(notCounted).toEqual([
      {
        id: 'O-1',
        issue: {
          code: 'NUMBER_OUT_OF_RANGE',
          severity: 'warning',
          path: ['sales', 1, 'share'],
          params: { given: '0.4', minimum: '0', maximum: '0.3', expected: 'what-is-left' },
          message:
            'sales[1].share: got 0.4, expected at most 0.3, which is what is left of the sale.',
        },
      },
    ])
  })

  it('is the same row twice', () => {
    expect(asideOf([sold, sold])).toEqual([['O-1', 'NUMBER_OUT_OF_RANGE', ['sales', 1, 'share']]])
  })

  it('was cancelled before it was sold', () => {
    const { notCounted } = clawBack([{ ...sold, cancelledOn: '2025-12-31' }], full)
    expect(notCounted).toEqual([
      {
        id: 'O-1',
        issue: {
          code: 'DATES_OUT_OF_ORDER',
          severity: 'warning',
          path: ['sales', 0, 'cancelledOn'],
          params: { from: '2026-01-01', to: '2025-12-31', reason: 'cancellation' },
          message: 'sales[0].cancelledOn: got 2025-12-31, which is before the sale on 2026-01-01.',
        },
      },
    ])
  })

  it('says something else of the same sale', () => {
    const first = { ...sold, share: '0.5' }
    const other = { ...first, commission: '400', soldOn: '2026-01-02' }
    const { notCounted } = clawBack([first, other], full)
    expect(notCounted.map(({ issue }) => issue)).toEqual([
      {
        code: 'VALUE_INVALID',
        severity: 'warning',
        path: ['sales', 1, 'commission'],
        params: { given: '400', expected: '500', reason: 'first-row' },
        message: 'sales[1].commission: got "400", expected "500" as in the first row of the sale.',
      },
      {
        code: 'VALUE_INVALID',
        severity: 'warning',
        path: ['sales', 1, 'soldOn'],
        params: { given: '2026-01-02', expected: '2026-01-01', reason: 'first-row' },
        message:
          'sales[1].soldOn: got "2026-01-02", expected "2026-01-01" as in the first row of the sale.',
      },
    ])
  })

  type Aside = readonly [id: string | null, code: string, path: readonly string[]]

  it.each<[string, unknown, Aside[]]>([
    ['no object', 5, [[null, 'VALUE_INVALID', []]]],
    ['without an id', { ...sold, id: undefined }, [[null, 'VALUE_MISSING', ['id']]]],
    [
      'paid less than nothing',
      { ...sold, commission: '-1' },
      [['O-1', 'NUMBER_OUT_OF_RANGE', ['commission']]],
    ],
    [
      'paid half a cent',
      { ...sold, commission: '0.005' },
      [['O-1', 'TOTAL_TOO_PRECISE', ['commission']]],
    ],
    [
      'sold on 30 February',
      { ...sold, soldOn: '2026-02-30' },
      [['O-1', 'DATE_INVALID', ['soldOn']]],
    ],
    [
      'cancelled on no day',
      { ...sold, cancelledOn: undefined },
      [['O-1', 'VALUE_MISSING', ['cancelledOn']]],
    ],
    ['cancelled by nothing', { ...sold, share: 0 }, [['O-1', 'NUMBER_OUT_OF_RANGE', ['share']]]],
    [
      'cancelled by more than all',
      { ...sold, share: 1.1 },
      [['O-1', 'NUMBER_OUT_OF_RANGE', ['share']]],
    ],
    [
      'taken back below zero',
      { ...sold, takenBefore: -1 },
      [['O-1', 'NUMBER_OUT_OF_RANGE', ['takenBefore']]],
    ],
    [
      'taken back beyond what was paid',
      { ...sold, takenBefore: '500.01' },
      [['O-1', 'NUMBER_OUT_OF_RANGE', ['takenBefore']]],
    ],
  ])('is %s', (_, row, issues) => {
    const good = { ...sold, id: 'O-2' }
    const expected = issues.map(([id, code, path]) => [id, code, ['sales', 0, ...path]])
    expect(asideOf([row, good])).toEqual(expected)
    expect(taken([row, good])).toEqual([-500])
  })

  it('has a time that leads out of all years', () => {
    const last = { ...sold, soldOn: '9999-06-01', cancelledOn: '9999-06-02' }
    expect(asideOf([last], yearly)).toEqual([['O-1', 'DATE_NOT_COVERED', ['sales', 0, 'soldOn']]])
    expect(clawBack([last], yearly).notCounted[0]?.issue.message).toBe(
      'sales[0].soldOn: got 9999-06-01, from which the time of the clawback leads out of the years 1 to 9999.',
    )
  })
})

describe('what cannot be clawed back', () => {
  it('is anything by a plan that does not say what a cancelled sale gives back', () => {
    expect(attempt(() => clawBack([sold], handbook.commission))).toMatchObject({
      issues: [
        {
          code: 'POLICY_CONFLICT',
          path: [],
          message:
            'the plan has no "clawback", so that nothing says what a cancelled sale gives back. Add it, or correct the statement.',
        },
      ],
    })
  })

  it('is no list, or by a plan that was not defined', () => {
    const codes = (sales: unknown, plan = full) => {
      const outcome = attempt(() => clawBack(sales as [], plan))
      return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
    }
    expect(codes('all')).toEqual([['VALUE_INVALID', ['sales']]])
    expect(codes([], { ...full } as never)).toEqual([['POLICY_NOT_DEFINED', []]])
  })
})
