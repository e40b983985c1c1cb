import fc from 'fast-check'
import { attempt } from 'sales-rules'
import { bucketOf, type PayeeCount, reconcile } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const ANN = { payee: 'Ann', lines: 3, sales: '1500000.50', policy: 'a' }
const BEN = { payee: 'Ben', lines: 1, sales: '7', policy: 'a' }

const saidOf = (states: readonly PayeeCount[], results: readonly PayeeCount[]) =>
  reconcile(states, results).issues.map(({ message }) => message)

/** Lines of some payees, in parts of any size. */
const parts = fc.array(
  fc.array(
    fc.record({
      payee: fc.constantFrom('Ann', 'Ben', 'Cleo', '张三'),
      lines: fc.integer({ min: 1, max: 9 }),
      sales: fc.integer({ min: -99_999, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
    }),
    { maxLength: 6 },
  ),
  { maxLength: 5 },
)

/** What a worker that is given these states comes to: a result for each payee whom it sees. */
function workedOut(states: readonly PayeeCount[]): PayeeCount[] {
  const results = new Map<string, { payee: string; lines: number; cents: number }>()
  for (const { payee, lines, sales } of states) {
    const before = results.get(payee) ?? { payee, lines: 0, cents: 0 }
    const cents = before.cents + Math.round(Number(sales) * 100)
    results.set(payee, { payee, lines: before.lines + lines, cents })
  }
  return [...results.values()].map(({ cents, ...rest }) => ({
    ...rest,
    sales: (cents / 100).toFixed(2),
  }))
}

describe('a run is reconciled', () => {
  it('where each payee came out once, and everything adds up', () => {
    const states = [
      { ...ANN, lines: 1, sales: '0.50' },
      BEN,
      { ...ANN, lines: 2, sales: '1500000' },
    ]
    expect(reconcile(states, [BEN, ANN])).toEqual({
      reconciled: true,
      payees: 2,
      states: { rows: 3, lines: 4, sales: '1500007.5' },
      results: { rows: 2, lines: 4, sales: '1500007.5' },
      issues: [],
      found: 0,
    })
  })

  it('where nothing went in, and nothing came out', () => {
    expect(reconcile([], [])).toMatchObject({ reconciled: true, payees: 0 })
  })

  it('whatever the parts, if workers are chosen by bucketOf', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 4 }), (states, workers) => {
        const all = states.flat()
        const results = Array.from({ length: workers }, (_, worker) =>
          workedOut(all.filter(({ payee }) => bucketOf(payee, workers) === worker)),
        ).flat()
        expect(reconcile(all, results).reconciled).toBe(true)
      }),
    )
  })

  it('only where workers do not share a payee, although all counts and sums add up', () => {
    fc.assert(
      fc.property(parts, (states) => {
        const all = states.flat()
        const [even, odd] = [0, 1].map((rest) =>
          workedOut(all.filter((_, index) => index % 2 === rest)),
        ) as [PayeeCount[], PayeeCount[]]
        const outcome = reconcile(all, [...even, ...odd])
        expect(outcome.results.lines).toBe(outcome.states.lines)
        expect(outcome.results.sales).toBe(outcome.states.sales)
        const isShared = even.some(({ payee }) => odd.some((one) => one.payee === payee))
        expect(outcome.reconciled).toBe(!isShared)
      }),
    )
  })
})

describe('a run is not reconciled', () => {
  it('where a payee came out twice', () => {
    const half = { ...ANN, lines: 1, sales: '1500000' }
    const other = { ...ANN, lines: 2, sales: '0.5' }
    expect(saidOf([ANN, BEN], [half, BEN, other])).toEqual([
      expect.stringMatching(
        /^results\[2\]: got a second result of "Ann", expected one\. .*bucketOf/,
      ),
    ])
  })

  it('where one is missing, or nobody knows where it came from', () => {
    expect(saidOf([ANN, BEN], [ANN, { ...BEN, payee: 'Cleo' }])).toEqual([
      'results[1]: got a result of "Cleo", of whom no line was counted.',
      'results: has no result of "Ben", of whom lines were counted: 1.',
    ])
  })

  it('where lines or sales differ, however little', () => {
    expect(saidOf([ANN], [{ ...ANN, lines: 4, sales: '1500000.500001' }])).toEqual([
      'results[0].lines: got 4 lines of "Ann", expected 3, as were counted.',
      'results[0].sales: got sales of 1500000.500001 of "Ann", expected 1500000.5, as were counted.',
    ])
  })

  it('where a part was counted by another plan', () => {
    expect(saidOf([ANN, { ...BEN, policy: 'b' }], [ANN, BEN])).toEqual([
      'states[1].policy: got the policy b for "Ben", expected a, as for the others.',
    ])
  })

  it('and says the first thousand of what is wrong, and how much there is', () => {
    const many = Array.from({ length: 1500 }, (_, at) => ({ ...BEN, payee: `E-${at}` }))
    const { issues, found } = reconcile(many, [])
    expect([issues.length, found]).toEqual([1000, 1500])
  })
})

describe('what is no count is refused', () => {
  it.each<[string, unknown, unknown, string]>([
    ['a text', 'Ann', [], 'states: got "Ann", expected an iterable of rows.'],
    ['nothing', undefined, [], 'states: is missing, expected an iterable of rows.'],
    ['a list of texts', [], ['Ann'], 'results[0]: got "Ann", expected a plain object.'],
    ['a count of halves', [{ ...ANN, lines: 0.5 }], [], 'states[0].lines: got 0.5'],
    ['sales that are no decimal', [{ ...ANN, sales: '1,5' }], [], 'states[0].sales: got "1,5"'],
    ['a nameless payee', [{ ...ANN, payee: '' }], [], 'states[0].payee: got ""'],
    ['a policy that is a number', [{ ...ANN, policy: 1 }], [], 'states[0].policy: got 1'],
  ])('%s', (_, states, results, message) => {
    const outcome = attempt(() => reconcile(states as PayeeCount[], results as PayeeCount[]))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.message)).toEqual([
      expect.stringContaining(message),
    ])
  })
})
