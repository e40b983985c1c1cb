/**
 * Cash of customers who have changed hands, beside an oracle that was written from the words of the page: whose each payment is, and what
 * the seller and each of the others have of it, month by month, over runs that are split anywhere, refunds and corrections.
 */
import fc from 'fast-check'
import {
  creditPayments,
  defineCommissionPlan,
  restateCommission,
  type SettlementBalance,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  type Fraction,
  fraction,
  negate,
  parse,
  subtract,
  toCanonical,
  toDecimal,
  zero,
} from '../oracle/fraction.js'
import { type Cash, dueThrough, type Facts, type Line, type Part } from './handover/account.js'
import { dayOf, ownersOf, type Taken } from './handover/owners.js'

const MONTHS = 8
const SELLER = 'Li'
const PAYEES = [SELLER, 'Wang', 'Zhao', '7']

const ratio = (n: number, d = 1) => fraction(BigInt(n), BigInt(d))
const money = (value: Fraction) => toDecimal(value, 2, 'half-up')
const periodOf = (month: number) => `2026-${String(month).padStart(2, '0')}`

const days = fc
  .record({ month: fc.integer({ min: 1, max: MONTHS }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => dayOf(2026, month, day))

const edges = fc.constantFrom('2026-01-31', '2026-03-31', '2026-05-31', '2026-02-28')

/** Who owns the customer from which day on: the seller when the year begins, and then whoever takes it over. */
const ownerships = fc
  .uniqueArray(fc.record({ payee: fc.constantFrom(...PAYEES), from: fc.oneof(days, edges) }), {
    maxLength: 5,
    selector: ({ from }) => from,
  })
  .map((rows): Taken[] => [...rows, { payee: SELLER, from: '2025-12-01' }])

const rules = fc.record({
  share: fc.constantFrom(ratio(3, 10), ratio(1, 2), ratio(1, 3 + 1), ratio(1), ratio(1, 8)),
  months: fc.integer({ min: 1, max: 4 }),
})

const whole = ratio(1)
const terms: readonly (readonly Part[])[] = [
  [{ share: whole, on: 'collected' }],
  [{ share: whole, on: 'paid-in-full' }],
  [
    { share: ratio(1, 2), on: 'booked' },
    { share: ratio(1, 2), on: 'collected' },
  ],
  [
    { share: ratio(1, 3), on: 'booked', after: 1 },
    { share: ratio(1, 3), on: 'paid-in-full' },
    { share: ratio(1, 3), on: 'collected', from: ratio(1, 2) },
  ],
  [
    { share: ratio(1, 4), on: 'collected' },
    { share: ratio(3, 4), on: 'collected', from: ratio(3, 10) },
  ],
]

const cents = (min: number, max: number) =>
  fc.integer({ min, max }).map((count) => ratio(count, 100))

interface Drawn {
  readonly owned: readonly Taken[]
  readonly rule: { readonly share: Fraction; readonly months: number }
  readonly parts: readonly Part[]
  readonly rate: Fraction
  /** Of each month, what was sold in its order; of some, what it really was, and when that was learned. */
  readonly sold: readonly Fraction[]
  readonly really: readonly (readonly [was: Fraction, learned: number] | null)[]
  readonly refunds: readonly {
    readonly of: number
    readonly later: number
    readonly part: number
  }[]
  readonly cash: readonly (readonly [of: number, on: string, amount: Fraction])[]
  /** In which months a run ends. */
  readonly cuts: readonly number[]
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  owned: ownerships,
  rule: rules,
  parts: fc.constantFrom(...terms),
  rate: fc.constantFrom(ratio(1, 10), ratio(777, 10_000)),
  sold: fc.array(cents(1, 100_000), { minLength: 3, maxLength: 3 }),
  really: fc.array(fc.option(fc.tuple(cents(1, 100_000), fc.integer({ min: 4, max: MONTHS }))), {
    minLength: 3,
    maxLength: 3,
  }),
  refunds: fc.uniqueArray(
    fc.record({
      of: fc.integer({ min: 1, max: 3 }),
      later: fc.integer({ min: 3, max: 4 }),
      part: fc.integer({ min: 1, max: 8 }),
    }),
    { maxLength: 2, selector: ({ of }) => of },
  ),
  cash: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.oneof(days, edges),
      fc.oneof(cents(1, 60_000), cents(-20_000, -1)),
    ),
    { maxLength: 10 },
  ),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: MONTHS - 1 }), { maxLength: MONTHS }),
})

const isRefunded = ({ refunds }: Drawn, month: number) => refunds.some(({ of }) => of === month)

/** What the lines are, as it is known in a month. */
function linesKnownIn(month: number, year: Drawn): Line[] {
  const orders = year.sold.map((amount, index): Line => {
    const [other, learned] = year.really[index] ?? [amount, Number.POSITIVE_INFINITY]
    const isKnown = month >= learned && !isRefunded(year, index + 1)
    return { id: `O-${index + 1}`, month: index + 1, amount: isKnown ? other : amount }
  })
  const refunds = year.refunds.map(({ of, later, part }): Line => {
    const cut = parse(toDecimal(divideBy(orders[of - 1]?.amount ?? zero, part), 2, 'down'))
    return { id: `R-${of}`, month: of + later, amount: negate(cut), of: `O-${of}` }
  })
  return [...orders, ...refunds.filter(({ amount }) => amount.n !== 0n)]
}

const divideBy = (value: Fraction, part: number) => fraction(value.n, value.d * BigInt(part))

/** The order is of the tenth of its month. */
const orderedOn = (month: number) => dayOf(2026, month, 10)

function factsKnownIn(month: number, year: Drawn): Facts {
  const cash = year.cash.map(
    ([of, on, amount]): Cash => ({
      line: `O-${of}`,
      month: Number(on.slice(5, 7)),
      amount,
      owners: ownersOf(year.owned, { ordered: orderedOn(of), paid: on }, year.rule),
    }),
  )
  const seller = SELLER
  const { rate, parts } = year
  return { seller, rate, parts, lines: linesKnownIn(month, year), cash }
}

/** What each month pays the seller, and hands over: what is due with all that is known, less what was due before. */
function expectedOf(year: Drawn) {
  let before = { own: zero, others: new Map<string, Fraction>() as ReadonlyMap<string, Fraction> }
  return Array.from({ length: MONTHS }, (_, index) => {
    const after = dueThrough(index + 1, factsKnownIn(index + 1, year))
    const keys = [...new Set([...after.others.keys(), ...before.others.keys()])].sort()
    const handed = keys
      .map((key): [string, Fraction] => [
        key,
        subtract(after.others.get(key) ?? zero, before.others.get(key) ?? zero),
      ])
      .filter(([, amount]) => amount.n !== 0n)
    const own = subtract(after.own, before.own)
    before = after
    return [money(own), handed.map(([key, amount]) => [key, money(amount)])]
  })
}

function planOf({ parts, rate, rule }: Drawn) {
  const ratioText = ({ n, d }: Fraction) => `${n}/${d}`
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: toCanonical(rate) }] },
    credit: { handover: { share: toCanonical(rule.share), months: rule.months } },
    payment: {
      parts: parts.map(({ share, on, after, from }) => ({
        share: ratioText(share),
        on,
        ...(after !== undefined && { after }),
        ...(from !== undefined && { from: toCanonical(from) }),
      })),
    },
  })
}

type Plan = ReturnType<typeof planOf>

/** The payments with their owners, as the library says. */
function collectedOf(year: Drawn, plan: Plan) {
  const ownership = year.owned.map((row) => ({ ...row, customer: 'Acme' }))
  const payments = year.cash.map(([of, on, amount]) => ({
    line: `O-${of}`,
    customer: 'Acme',
    date: orderedOn(of),
    on,
    amount: money(amount),
  }))
  return creditPayments({ payments, ownership }, plan)
}

function linesOf(month: number, year: Drawn, known: number) {
  return linesKnownIn(known, year)
    .filter((line) => line.month === month)
    .map(({ id, amount, of }) => ({ id, amount: money(amount), ...(of && { refundOf: of }) }))
}

/** The months as the library settles them, run by run, each with what was learned in it. */
function settledOf(year: Drawn) {
  const plan = planOf(year)
  const collected = collectedOf(year, plan)
  const settled: ReturnType<typeof settleCommission>['periods'][number][] = []
  let opening: SettlementBalance | undefined
  let start = 1
  for (const end of [...year.cuts, MONTHS].sort((a, b) => a - b)) {
    const months = Array.from({ length: end - start + 1 }, (_, index) => start + index)
    const periods = months.map((month) => ({
      period: periodOf(month),
      lines: linesOf(month, year, month),
      adjustments: correctionsIn(month, year, plan),
    }))
    const own = collected.filter(({ on }) => months.includes(Number(on.slice(5, 7))))
    const run = settleCommission(
      { payee: SELLER, periods, collected: own, ...(opening && { opening }) },
      plan,
    )
    settled.push(...run.periods)
    opening = JSON.parse(JSON.stringify(run.closing)) as SettlementBalance
    start = end + 1
  }
  return settled
}

/** What is learned in a month of earlier ones. */
function correctionsIn(month: number, year: Drawn, plan: Plan) {
  return year.really.flatMap((really, index) => {
    const of = index + 1
    if (really?.[1] !== month || isRefunded(year, of)) return []
    const input = (known: number) => ({
      payee: SELLER,
      period: periodOf(of),
      lines: linesOf(of, year, known),
    })
    const [first] = settleCommission(
      {
        payee: SELLER,
        periods: [{ period: periodOf(of), lines: linesOf(of, year, of) }],
        collected: [],
      },
      plan,
    ).periods
    if (first === undefined) return []
    const paid = [{ ...first.statement, payee: SELLER, period: first.period }]
    return restateCommission({ paid, now: [input(month)] }, plan).corrections
  })
}

function paidOf(year: Drawn) {
  return settledOf(year).map(({ earned, adjusted, handedOver = [] }) => [
    money(add(parse(earned), parse(adjusted))),
    handedOver
      .map(({ id, payee, amount }) => [`${id.replace(`${SELLER}/`, '')} ${payee}`, amount])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ])
}

describe('cash of customers who have changed hands, beside an oracle', () => {
  it('belongs to whom the words say, on every day, and all of it to somebody', () => {
    const cases = fc.record({
      owned: ownerships,
      rule: rules,
      ordered: days,
      paid: fc.oneof(days, edges),
    })
    fc.assert(
      fc.property(cases, ({ owned, rule, ordered, paid }) => {
        const { share, months } = rule
        const plan = defineCommissionPlan({
          currency: 'EUR',
          scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
          credit: { handover: { share: toCanonical(share), months } },
        })
        const payment = { line: 'O-1', customer: 'Acme', date: ordered, on: paid, amount: '1' }
        const ownership = owned.map((row) => ({ ...row, customer: 'Acme' }))
        const [credited] = creditPayments({ payments: [payment], ownership }, plan)
        const shares = new Map(credited?.owners.map((one) => [one.payee, parse(one.share)]))
        expect(shares).toEqual(ownersOf(owned, { ordered, paid }, rule))
        const total = [...shares.values()].reduce(add, zero)
        expect(compare(total, whole)).toBe(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('pays each month what the words say, to the seller and to each of the others, to the cent', () => {
    fc.assert(
      fc.property(drawn, (year) => {
        expect(paidOf(year)).toEqual(expectedOf(year))
      }),
      { numRuns: 400 },
    )
  })

  it('pays all owners together what one would have, however it is shared', () => {
    fc.assert(
      fc.property(drawn, (year) => {
        const alone = settledOf({ ...year, owned: [{ payee: SELLER, from: '2025-12-01' }] })
        const totals = settledOf(year).map(({ earned, adjusted, handedOver = [] }) =>
          [earned, adjusted, ...handedOver.map(({ amount }) => amount)].map(parse).reduce(add),
        )
        const one = alone.map(({ earned, adjusted }) => add(parse(earned), parse(adjusted)))
        expect(totals.map(money)).toEqual(one.map(money))
      }),
      { numRuns: 150 },
    )
  })
})
