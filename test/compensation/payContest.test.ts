import { attempt, type ContestInput, defineContestRules, payContest } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const three = [{ amount: '3000' }, { amount: '2000' }, { amount: '1000' }]
const above = { comparison: 'above', figure: '50000' } as const
const rules = defineContestRules({ currency: 'CNY', prizes: three, enter: above })

const entrants = (figures: Readonly<Record<string, number | string>>) =>
  Object.entries(figures).map(([id, figure]) => ({ id, figure }))

const won = (figures: Readonly<Record<string, number | string>>, by = rules) =>
  payContest({ entrants: entrants(figures) }, by).entrants.map(({ id, place, amount }) => [
    id,
    place,
    amount,
  ])

const refusal = (call: () => unknown) => {
  const outcome = attempt(call)
  return outcome.ok ? outcome.value : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('payContest', () => {
  it('pays two who tie for the first place half of the first two prizes each, and the next the third', () => {
    const contest = payContest(
      { period: '2026-03', entrants: entrants({ A: 60000, B: 80000, C: 80000, D: 49000 }) },
      rules,
    )
    expect(contest).toEqual({
      period: '2026-03',
      amount: '6000.00',
      currency: 'CNY',
      pot: '6000.00',
      left: '0.00',
      entrants: [
        { id: 'B', figure: '80000', place: 1, tiedWith: ['C'], amount: '2500.00', next: null },
        { id: 'C', figure: '80000', place: 1, tiedWith: ['B'], amount: '2500.00', next: null },
        {
          ...{ id: 'A', figure: '60000', place: 3, tiedWith: [], amount: '1000.00' },
          next: { place: 1, remaining: '20000', reached: 'at' },
        },
        {
          ...{ id: 'D', figure: '49000', place: null, tiedWith: [], amount: '0.00' },
          next: { place: 3, remaining: '11000', reached: 'at' },
        },
      ],
      policy: { id: 'contest', version: '1' },
    })
  })

  it.each<[string, Record<string, number | string>, unknown]>([
    ['nobody', {}, []],
    ['one, the rest of the prizes being left', { A: 50001 }, [['A', 1, '3000.00']]],
    ['nobody who is exactly at what they have to be above', { A: 50000 }, [['A', null, '0.00']]],
    [
      'three who tie a third of all each',
      { A: 60000, B: 60000, C: 60000 },
      [
        ['A', 1, '2000.00'],
        ['B', 1, '2000.00'],
        ['C', 1, '2000.00'],
      ],
    ],
    [
      'four who tie for all places a quarter each',
      { A: 60000, B: 60000, C: 60000, D: 60000 },
      [
        ['A', 1, '1500.00'],
        ['B', 1, '1500.00'],
        ['C', 1, '1500.00'],
        ['D', 1, '1500.00'],
      ],
    ],
    [
      'three who tie for the second and third place',
      { A: 90000, B: 60000, C: 60000, D: 60000 },
      [
        ['A', 1, '3000.00'],
        ['B', 2, '1000.00'],
        ['C', 2, '1000.00'],
        ['D', 2, '1000.00'],
      ],
    ],
    [
      'the fourth nothing',
      { A: 90000, B: 80000, C: 70000, D: 60000 },
      [
        ['A', 1, '3000.00'],
        ['B', 2, '2000.00'],
        ['C', 3, '1000.00'],
        ['D', 4, '0.00'],
      ],
    ],
  ])('pays %s', (_, figures, expected) => {
    expect(won(figures)).toEqual(expected)
  })

  it('gives the cents that do not divide to the first by id, whatever order they came in', () => {
    const one = defineContestRules({ currency: 'EUR', prizes: [{ amount: '100' }] })
    const expected = [
      ['A', 1, '33.34'],
      ['B', 1, '33.33'],
      ['C', 1, '33.33'],
    ]
    expect(won({ C: 1, B: 1, A: 1 }, one)).toEqual(expected)
    expect(won({ A: 1, B: 1, C: 1 }, one)).toEqual(expected)
  })

  it('pays all who tie the prize of their place, up to the pot, which then cuts all in proportion', () => {
    const all = (pot: string) =>
      defineContestRules({ currency: 'EUR', prizes: three, ties: 'all', pot })
    expect(won({ A: 2, B: 2, C: 1 }, all('7000'))).toEqual([
      ['A', 1, '3000.00'],
      ['B', 1, '3000.00'],
      ['C', 3, '1000.00'],
    ])
    const cut = payContest({ entrants: entrants({ A: 2, B: 2, C: 1 }) }, all('6000'))
    expect(cut.entrants.map(({ amount, cut: taken }) => [amount, taken])).toEqual([
      ['2571.43', '-428.57'],
      ['2571.43', '-428.57'],
      ['857.14', '-142.86'],
    ])
    expect([cut.amount, cut.left]).toEqual(['6000.00', '0.00'])
  })

  it('parts those who tie by tie breakers, in their order', () => {
    const by = defineContestRules({
      currency: 'EUR',
      prizes: three,
      tieBreakers: ['deals', 'margin'],
    })
    const contest = payContest(
      {
        entrants: [
          { id: 'A', figure: 10, figures: { deals: 3, margin: '0.2' } },
          { id: 'B', figure: 10, figures: { deals: 3, margin: '0.3' } },
          { id: 'C', figure: 10, figures: { deals: 4, margin: '0.1' } },
          { id: 'D', figure: 10, figures: { deals: 3, margin: '0.2' } },
        ],
      },
      by,
    )
    expect(contest.entrants.map(({ id, place, amount }) => [id, place, amount])).toEqual([
      ['C', 1, '3000.00'],
      ['B', 2, '2000.00'],
      ['A', 3, '500.00'],
      ['D', 3, '500.00'],
    ])
    expect(contest.entrants[1]?.next).toEqual({ place: 1, remaining: '0', reached: 'above' })
  })

  it('says what enters while prizes are left over', () => {
    const [, out] = payContest({ entrants: entrants({ A: 60000, B: 49999 }) }, rules).entrants
    expect(out?.next).toEqual({ place: 2, remaining: '1', reached: 'above' })
    const atLeast = defineContestRules({ currency: 'EUR', prizes: three, enter: { figure: 10 } })
    expect(payContest({ entrants: entrants({ B: 9.5 }) }, atLeast).entrants[0]?.next).toEqual({
      ...{ place: 1, remaining: '0.5', reached: 'at' },
    })
  })

  it('says to whom without a prize what the last prize takes', () => {
    const figures = { A: 90000, B: 80000, C: 70000, D: 60000, E: 55000 }
    const places = payContest({ entrants: entrants(figures) }, rules).entrants
    expect(places.map(({ next }) => next && [next.place, next.remaining])).toEqual([
      null,
      [1, '10000'],
      [2, '10000'],
      [3, '10000'],
      [3, '15000'],
    ])
  })

  describe('a pool shared by score', () => {
    const pool = defineContestRules({ currency: 'EUR', pot: '10000', enter: { figure: '60' } })

    it('is shared in proportion, by those who are good enough', () => {
      expect(won({ A: 90, B: 60, C: 59 }, pool)).toEqual([
        ['A', 1, '6000.00'],
        ['B', 2, '4000.00'],
        ['C', null, '0.00'],
      ])
    })

    it('adds up to the cent', () => {
      expect(won({ A: 70, B: 70, C: 70 }, pool)).toEqual([
        ['A', 1, '3333.34'],
        ['B', 1, '3333.33'],
        ['C', 1, '3333.33'],
      ])
    })

    it('is shared in proportion by figures below 1 as well', () => {
      const open = defineContestRules({ currency: 'EUR', pot: '100' })
      expect(won({ A: '0.5', B: '1.5' }, open)).toEqual([
        ['B', 1, '75.00'],
        ['A', 2, '25.00'],
      ])
    })

    it('stays where nobody has a figure above zero', () => {
      const open = defineContestRules({ currency: 'EUR', pot: '100' })
      const contest = payContest({ entrants: entrants({ A: 0, B: -5 }) }, open)
      expect([contest.amount, contest.left, contest.entrants.map(({ amount }) => amount)]).toEqual([
        '0.00',
        '100.00',
        ['0.00', '0.00'],
      ])
      expect(won({ A: 3, B: -5, C: 1 }, open)).toEqual([
        ['A', 1, '75.00'],
        ['C', 2, '25.00'],
        ['B', 3, '0.00'],
      ])
    })

    it('takes a pot that the rules leave open', () => {
      const open = defineContestRules({ currency: 'JPY' })
      const of = (pot?: string) =>
        payContest({ entrants: entrants({ A: 1, B: 2 }), ...(pot && { pot }) }, open)
      expect(of('100').entrants.map(({ amount }) => amount)).toEqual(['67', '33'])
      expect(refusal(() => of())).toEqual([['VALUE_MISSING', 'pot']])
      expect(refusal(() => of('0.5'))).toEqual([['TOTAL_TOO_PRECISE', 'pot']])
    })
  })

  it.each<[string, unknown, unknown]>([
    ['no entrants', {}, [['VALUE_MISSING', 'entrants']]],
    [
      'the same one twice',
      {
        entrants: [
          { id: 'A', figure: 1 },
          { id: 'A', figure: 2 },
        ],
      },
      [['ID_DUPLICATE', 'entrants.1.id']],
    ],
    [
      'somebody without a figure',
      { entrants: [{ id: 'A' }] },
      [['VALUE_MISSING', 'entrants.0.figure']],
    ],
    [
      'a tie breaker that the rules do not have',
      { entrants: [{ id: 'A', figure: 1, figures: { deals: 1 } }] },
      [['UNKNOWN_KEY', 'entrants.0.figures.deals']],
    ],
    ['a pot beside that of the rules', { entrants: [], pot: 1 }, [['POLICY_CONFLICT', 'pot']]],
    ['a misspelt field', { entrant: [], entrants: [] }, [['UNKNOWN_KEY', 'entrant']]],
    ['no object', null, [['VALUE_MISSING', '']]],
  ])('refuses %s', (_, input, expected) => {
    expect(refusal(() => payContest(input as ContestInput, rules))).toEqual(expected)
  })

  it('asks those who enter for each tie breaker', () => {
    const by = defineContestRules({
      currency: 'EUR',
      prizes: three,
      tieBreakers: ['deals'],
      enter: { figure: 5 },
    })
    expect(refusal(() => payContest({ entrants: entrants({ A: 9, B: 1 }) }, by))).toEqual([
      ['VALUE_MISSING', 'entrants.0.figures.deals'],
    ])
  })
})

describe('defineContestRules', () => {
  it.each<[string, object, unknown]>([
    [
      'prizes that rise',
      { prizes: [{ amount: 1 }, { amount: 2 }] },
      [['OUT_OF_ORDER', 'prizes.1.amount']],
    ],
    [
      'a prize that cannot be paid',
      { prizes: [{ amount: '0.001' }] },
      [['TOTAL_TOO_PRECISE', 'prizes.0.amount']],
    ],
    [
      'a prize for no place',
      { prizes: [{ places: 0, amount: 1 }] },
      [['VALUE_INVALID', 'prizes.0.places']],
    ],
    [
      'a pot below the prizes',
      { prizes: [{ places: 3, amount: 2 }], pot: '5.99' },
      [['NUMBER_OUT_OF_RANGE', 'pot']],
    ],
    ['no pot where all who tie win', { prizes: three, ties: 'all' }, [['VALUE_MISSING', 'pot']]],
    [
      'ties without prizes',
      { ties: 'all', tieBreakers: ['deals'] },
      [
        ['POLICY_CONFLICT', 'ties'],
        ['POLICY_CONFLICT', 'tieBreakers'],
      ],
    ],
    [
      'a tie breaker twice',
      { prizes: three, tieBreakers: ['deals', 'deals'] },
      [['ID_DUPLICATE', 'tieBreakers.1.id']],
    ],
    ['a currency that there is not', { currency: 'RMB' }, [['CURRENCY_UNKNOWN', 'currency']]],
    ['a misspelt field', { price: [] }, [['UNKNOWN_KEY', 'price']]],
  ])('refuses %s', (_, change, expected) => {
    expect(refusal(() => defineContestRules({ currency: 'EUR', ...change } as never))).toEqual(
      expected,
    )
  })

  it('takes what it has made', () => {
    expect(defineContestRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules)
    expect(rules.prizes?.[0]).toEqual({ places: 1, amount: '3000' })
  })
})
