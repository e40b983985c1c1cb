import fc from 'fast-check'
import {
  attempt,
  calculateCompensation,
  defineCompensationPlan,
  restateCompensation,
  settleCompensation,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
const conditions = {
  id: 'a.attainment',
  comparison: 'at-least',
  required: '0.8',
  unit: 'ratio',
} as const
const plan = defineCompensationPlan({
  currency: 'EUR',
  payment: {},
  components: [
    { id: 'a', commission: { scale } },
    { id: 'b', commission: { scale, gate: { conditions } } },
  ],
})
const of = (period: string, a: number, b: number) => ({
  ...{ payee: 'Li', period },
  components: { a: { sales: a, target: 1000 }, b: { sales: b } },
})

describe('restateCompensation', () => {
  it('corrects what looks at a component together with it', () => {
    const paid = [calculateCompensation(of('2026-01', 790, 500), plan)]
    const { corrections } = restateCompensation({ paid, now: [of('2026-01', 800, 500)] }, plan)
    expect(
      corrections.map(({ amount, components }) => [
        amount,
        ...components.map(({ id, correction }) => [id, correction.paid, correction.due]),
      ]),
    ).toEqual([['51.00', ['a', '79.00', '80.00'], ['b', '0.00', '50.00']]])
  })

  it('says where a refund stands that did not count', () => {
    const lines = [
      { id: 'B', amount: 900 },
      { id: 'R', amount: -100, refundOf: 'A' },
    ]
    const components = { a: { lines, target: 1000 }, b: { sales: 0 } }
    const now = [{ payee: 'Li', period: '2026-01', components }]
    const { corrections } = restateCompensation({ paid: [], now }, plan)
    expect(corrections[0]?.components[0]?.correction.issues).toMatchObject([
      { code: 'REFUND_UNKNOWN', path: ['now', 0, 'components', 'a', 'lines', 1, 'refundOf'] },
    ])
  })

  it('corrects nothing that is as it was', () => {
    const paid = [calculateCompensation(of('2026-01', 790, 500), plan)]
    const { corrections } = restateCompensation({ paid, now: [of('2026-01', 790, 500)] }, plan)
    expect(corrections).toEqual([])
  })

  it('gives each payee, and each period, its own corrections', () => {
    const row = (payee: string, period: string, a: number) => ({ ...of(period, a, 0), payee })
    const was = [row('Li', '2026-01', 500), row('Wang', '2026-01', 500), row('Li', '2026-02', 500)]
    const now = [row('Li', '2026-01', 400), row('Wang', '2026-01', 700), row('Li', '2026-02', 510)]
    const paid = was.map((one) => calculateCompensation(one, plan))
    const { corrections } = restateCompensation({ paid, now }, plan)
    expect(
      corrections.map(({ payee, period, amount, components }) => [
        ...[payee, period, amount],
        ...components.map(({ id, correction }) => [id, correction.amount]),
      ]),
    ).toEqual([
      ['Li', '2026-01', '-10.00', ['a', '-10.00']],
      ['Wang', '2026-01', '20.00', ['a', '20.00']],
      ['Li', '2026-02', '1.00', ['a', '1.00']],
    ])
    expect(restateCompensation({ paid, corrected: corrections, now }, plan).corrections).toEqual([])
  })

  it('names what is wrong by its component', () => {
    const { payee: _, ...nobodys } = of('2026-01', 1, 1)
    const outcome = attempt(() => restateCompensation({ paid: [], now: [nobodys] }, plan))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')]),
    ).toEqual([['VALUE_MISSING', 'now.0.components.a.payee']])
  })

  it('names what is wrong of all components by itself', () => {
    const input = { paid: [], now: [of('2026-01', 1, 1)], yearStartsIn: 13 }
    const outcome = attempt(() => restateCompensation(input, plan))
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual([['yearStartsIn']])
  })

  it('pays with its corrections what a clean run pays, in whichever later period they are paid', () => {
    const sales = fc.integer({ min: 0, max: 2000 })
    const month = fc.tuple(sales, sales)
    const chain = fc.record({
      was: fc.array(month, { minLength: 3, maxLength: 3 }),
      is: month,
      at: fc.integer({ min: 0, max: 1 }),
    })
    fc.assert(
      fc.property(chain, ({ was, is, at }) => {
        const row = ([a, b]: readonly [number, number], index: number) => {
          const { payee: _, ...period } = of(`2026-0${index + 1}`, a, b)
          return period
        }
        const rows = was.map(row)
        const first = settleCompensation({ payee: 'Li', periods: rows.slice(0, 2) }, plan)
        const now = [of(`2026-0${at + 1}`, ...is)]
        const { corrections } = restateCompensation({ paid: first.periods, now }, plan)
        const last = { ...(rows[2] as (typeof rows)[number]), corrections }
        const opening = JSON.parse(JSON.stringify(first.closing))
        const second = settleCompensation({ payee: 'Li', periods: [last], opening }, plan)
        const clean = settleCompensation(
          { payee: 'Li', periods: was.map((one, index) => row(index === at ? is : one, index)) },
          plan,
        )
        const carried = (one: typeof clean) => one.periods.at(-1)?.carried ?? '0.00'
        expect(sumOf([first.paid, second.paid, carried(second)])).toBe(
          sumOf([clean.paid, carried(clean)]),
        )
      }),
      { numRuns: 60 },
    )
  })
})
