import fc from 'fast-check'
import {
  type AccountAssignment,
  type CreditInput,
  calculateCommission,
  creditLines,
  defineCommissionPlan,
  type LineToCredit,
  type ManagerAssignment,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { modes, shuffled, throughJson, withKeysReversed } from '../arbitraries.rooms.js'
import { daysFrom } from '../oracle/calendar.js'
import {
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  zero,
} from '../oracle/fraction.js'

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

/** A dozen days around a month end, so that what starts and ends on them often meets. */
const days = fc.integer({ min: 0, max: 11 }).map((index) => daysFrom('2026-02-23', index))
const payees = fc.constantFrom('Li', 'Wang', 'Zhao', 'Mei', 'Tang')
const customers = fc.constantFrom('Acme', 'Beta')

/** An amount in cents: nothing, a cent or two, what does not split evenly. */
const cents = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 3, 100, 10_000, -10_000),
  fc.integer({ min: -500, max: 100_000 }),
)

function money(units: number): string {
  return toCanonical(fraction(BigInt(units), 100n))
}

const owners = fc
  .tuple(
    fc.uniqueArray(payees, { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 }),
    maybe(fc.constantFrom('0.5', '0.333', '1')),
  )
  .map(([names, weights, overlay]) => [
    ...names.map((payee, index) => ({ payee, parts: weights[index] ?? 1 })),
    ...(overlay === undefined ? [] : [{ payee: 'Sun', share: overlay, overlay: true }]),
  ])

/** Lines with owners, lines of customers, and lines that refund a part of a line before. */
const someLines: fc.Arbitrary<LineToCredit[]> = fc
  .array(
    fc.record({
      amount: cents,
      cost: maybe(cents),
      date: days,
      owners: maybe(owners),
      customer: customers,
      refundOf: maybe(fc.nat({ max: 9 })),
    }),
    { maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map(({ amount, cost, refundOf, owners: own, ...rest }, index): LineToCredit => {
      const id = `O-${index}`
      const costs = cost === undefined ? {} : { cost: money(cost) }
      if (refundOf === undefined || refundOf >= index)
        return { ...rest, ...costs, id, amount: money(amount), ...(own && { owners: own }) }
      const part = -Math.trunc((drawn[refundOf]?.amount ?? 0) / (1 + (index % 3)))
      return { ...costs, id, date: rest.date, amount: money(part), refundOf: `O-${refundOf}` }
    }),
  )

const span = fc.tuple(days, maybe(days)).map(([from, to]) => ({
  from: to !== undefined && to < from ? to : from,
  ...(to !== undefined && { to: to < from ? from : to }),
}))

const someOwnership: fc.Arbitrary<AccountAssignment[]> = fc.array(
  fc.tuple(customers, payees, span).map(([customer, payee, at]) => ({ customer, payee, ...at })),
  { maxLength: 6 },
)

const someReporting: fc.Arbitrary<ManagerAssignment[]> = fc.array(
  fc.tuple(payees, payees, span).map(([payee, manager, at]) => ({ payee, manager, ...at })),
  { maxLength: 6 },
)

const inputs: fc.Arbitrary<Required<CreditInput>> = fc.record({
  lines: someLines,
  ownership: someOwnership,
  reporting: someReporting,
})

const LEVELS = ['0.01', '0.0033']

const creditPlans = fc
  .record({
    mode: modes,
    at: fc.constantFrom('total' as const, 'line' as const),
    rate: fc.constantFrom('0.1', '0.0333'),
  })
  .map(({ mode, at, rate }) =>
    defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] },
      credit: { overlays: 'allow', override: { levels: LEVELS } },
      rounding: { mode, at },
    }),
  )

type Credited = ReturnType<typeof creditLines>

const amountOf = ({ amount }: { readonly amount: unknown }) => parse(String(amount))

describe('the credit for a line', () => {
  it('adds up to it over its owners, to the cent, and has its sign', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        for (const { amount, shares } of creditLines(input, plan).lines) {
          const base = shares.filter(({ overlay }) => !overlay).map(amountOf)
          expect(sum(base)).toEqual(parse(amount))
          for (const part of base) expect(part.n * parse(amount).n >= 0n).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is given or refused, once, for every line', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        const { lines, notCredited } = creditLines(input, plan)
        const ids = [...lines, ...notCredited].map(({ id }) => id).sort()
        expect(ids).toEqual(input.lines.map(({ id }) => id).sort())
      }),
    )
  })

  it('adds up, over the payees, to the lines credited, overlays apart', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        const credit = creditLines(input, plan)
        const overlays = credit.lines.flatMap(({ shares }) =>
          shares.filter(({ overlay }) => overlay).map(amountOf),
        )
        const sales = sum(credit.payees.map(({ sales: of }) => parse(of)))
        expect(subtract(sales, sum(overlays))).toEqual(sum(credit.lines.map(amountOf)))
        for (const { lines, sales: of } of credit.payees) {
          expect(sum(lines.map(amountOf))).toEqual(parse(of))
          expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
        }
      }),
    )
  })

  it('is what a statement of the payee counts, whether refunds are netted or mirrored', () => {
    const refunds = fc.constantFrom('net' as const, 'mirror' as const)
    fc.assert(
      fc.property(inputs, creditPlans, refunds, (input, { scale, rounding }, taken) => {
        const credit = { overlays: 'allow' as const }
        const plan = defineCommissionPlan({
          currency: 'CNY',
          scale,
          rounding,
          credit,
          refunds: taken,
        })
        for (const { lines, sales } of creditLines(input, plan).payees) {
          const statement = calculateCommission({ lines }, plan)
          expect(statement.notCounted).toEqual([])
          expect(statement.sales).toBe(sales)
        }
      }),
    )
  })

  it('earns, over the owners, what the line earns before rounding, where the rate does not change', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        const credit = creditLines(input, plan)
        const rate = parse(plan.scale.tiers[0]?.rate ?? '0')
        const earned = credit.payees.map(({ sales }) => {
          return parse(calculateCommission({ sales }, plan).unrounded)
        })
        const overlays = credit.lines.flatMap(({ shares }) =>
          shares.filter(({ overlay }) => overlay),
        )
        const onTop = multiply(sum(overlays.map(amountOf)), rate)
        const whole = multiply(sum(credit.lines.map(amountOf)), rate)
        expect(subtract(sum(earned), onTop)).toEqual(whole)
      }),
    )
  })

  it('depends on no order of lines or rows, and on no order of keys', () => {
    const reordered = inputs.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.record({
          lines: shuffled(input.lines),
          ownership: shuffled(input.ownership),
          reporting: shuffled(input.reporting),
        }),
      ),
    )
    fc.assert(
      fc.property(reordered, creditPlans, ([input, other], plan) => {
        const credit = creditLines(input, plan)
        expect(sorted(creditLines(other, plan))).toEqual(sorted(credit))
        expect(creditLines(withKeysReversed(input), plan)).toEqual(credit)
        expect(throughJson(credit)).toStrictEqual(credit)
      }),
      { numRuns: 300 },
    )
  })
})

/** The same credit in an order of its own; where a line stood is no part of it. */
function sorted(credit: Credited) {
  const issues = (list: readonly { readonly issue: Credited['notCredited'][number]['issue'] }[]) =>
    list.map((one) => ({ ...one, issue: { code: one.issue.code, params: one.issue.params } }))
  return {
    payees: byText(credit.payees.map((one) => ({ ...one, lines: byText(one.lines) }))),
    lines: byText(credit.lines),
    notCredited: byText(issues(credit.notCredited)),
    overrides: byText(credit.overrides),
    notOverridden: byText(issues(credit.notOverridden)),
  }
}

function byText<Item>(list: readonly Item[]): Item[] {
  const text = (item: Item) => JSON.stringify(item)
  return [...list].sort((a, b) => (text(a) < text(b) ? -1 : 1))
}

/** Who holds something on a day, found row by row: the slow way, from the description of the rule. */
function holdersOn(
  rows: readonly { readonly holder: string; readonly from: string; readonly to?: string }[],
  date: string,
): string[] {
  const inForce = rows.filter(({ from, to }) => {
    const isFollowed = rows.some((next) => next.from > from && next.from <= date)
    return from <= date && (to === undefined ? !isFollowed : date <= to)
  })
  return [...new Set(inForce.map(({ holder }) => holder))]
}

describe('the owner of a customer', () => {
  it('is the one row by row, nobody where there is none, and neither where two overlap', () => {
    fc.assert(
      fc.property(
        someOwnership,
        customers,
        days,
        creditPlans,
        (ownership, customer, date, plan) => {
          const rows = ownership
            .filter((row) => row.customer === customer)
            .map(({ payee, ...row }) => ({ ...row, holder: payee }))
          const expected = holdersOn(rows, date)
          const lines = [{ id: 'O-1', amount: 1, customer, date }]
          const { payees: found, notCredited } = creditLines(
            { lines, ownership, reporting: [] },
            plan,
          )
          const codes = notCredited.map(({ issue }) => issue.code)
          if (expected.length === 1) expect(found.map(({ payee }) => payee)).toEqual(expected)
          else expect(codes).toEqual([expected.length === 0 ? 'OWNER_UNKNOWN' : 'VERSIONS_OVERLAP'])
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('cost and list price', () => {
  it('add up over the owners, and leave each part the margin of the line', () => {
    fc.assert(
      fc.property(cents, cents, owners, creditPlans, (amount, cost, own, plan) => {
        const lines = [{ id: 'O-1', amount: money(amount), cost: money(cost), owners: own }]
        const credit = creditLines({ lines, reporting: [] }, plan)
        const partOf = ({ lines: [part] }: Credited['payees'][number]) => part ?? lines[0]
        const base = credit.payees.filter(({ payee }) => payee !== 'Sun').map(partOf)
        const total = sum(base.map((part) => parse(String(part?.cost))))
        expect(total).toEqual(parse(money(cost)))
        if (amount === 0) return
        for (const part of credit.payees.map(partOf)) {
          if (part === undefined) continue
          const exact = divide(multiply(amountOf(part), parse(money(cost))), parse(money(amount)))
          const off = subtract(parse(String(part.cost)), exact)
          expect(compare(multiply(off, off), fraction(1n, 10n ** 24n))).toBeLessThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leave a margin that is exactly on a floor exactly on it', () => {
    const floors = fc.constantFrom('0.45', '0.333', '0.9999', '0')
    fc.assert(
      fc.property(cents, floors, owners, creditPlans, (amount, floor, own, plan) => {
        const costOf = (of: Fraction) => multiply(of, subtract(fraction(1n), parse(floor)))
        const cost = toCanonical(costOf(parse(money(amount))))
        const lines = [{ id: 'O-1', amount: money(amount), cost, owners: own }]
        for (const { lines: list } of creditLines({ lines, reporting: [] }, plan).payees)
          for (const part of list) expect(parse(String(part.cost))).toEqual(costOf(amountOf(part)))
      }),
    )
  })
})

/** A sale and refunds that take all of it, cent by cent where it is small. */
const refunded = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100_000 })),
    owners,
    fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([amount, own, cuts]) => {
    const ends = [...new Set([...cuts.map((cut) => cut % amount), 0, amount])].sort((a, b) => a - b)
    const parts = ends.slice(1).map((end, index) => end - (ends[index] ?? 0))
    const sale: LineToCredit = { id: 'O-1', amount: money(amount), owners: own }
    const refunds = parts.map((part, index): LineToCredit => {
      return { id: `R-${index}`, amount: money(-part), refundOf: 'O-1' }
    })
    return { sale, refunds }
  })

describe('refunds', () => {
  it('that take all of a sale take from each exactly what it gave, overlays too', () => {
    fc.assert(
      fc.property(refunded, creditPlans, ({ sale, refunds }, plan) => {
        const credit = creditLines({ lines: [...refunds, sale], reporting: [] }, plan)
        expect(credit.notCredited).toEqual([])
        for (const { sales } of credit.payees) expect(parse(sales)).toEqual(zero)
      }),
      { numRuns: 300 },
    )
  })

  it('never take from anybody more than is left, and never give', () => {
    fc.assert(
      fc.property(refunded, creditPlans, ({ sale, refunds }, plan) => {
        const { lines } = creditLines({ lines: [sale, ...refunds], reporting: [] }, plan)
        for (const { shares } of lines.slice(1))
          for (const share of shares) expect(amountOf(share).n <= 0n).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('overrides', () => {
  it('of a manager are the exact sum, rounded once; or each rounded, where the plan rounds lines', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        const { overrides } = creditLines(input, plan)
        const { mode, at } = plan.rounding
        const round = (exact: Fraction) => parse(toDecimal(exact, 2, mode))
        const exactOf = ({ base, rate }: (typeof overrides)[number]) =>
          multiply(parse(base), parse(rate))
        for (const manager of new Set(overrides.map((one) => one.manager))) {
          const own = overrides.filter((one) => one.manager === manager)
          const exact = own.map(exactOf)
          const expected = at === 'line' ? sum(exact.map(round)) : round(sum(exact))
          expect(sum(own.map(amountOf))).toEqual(expected)
          for (const one of own) {
            const off = subtract(amountOf(one), exactOf(one))
            expect(compare(multiply(off, off), fraction(1n, 10_000n))).toBeLessThan(0)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are earned by whom the seller reported to on the day of the sale, found row by row', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        const credit = creditLines(input, plan)
        for (const { level, payee, manager, date, line } of credit.overrides) {
          const above =
            level === 1
              ? payee
              : (credit.overrides.find(
                  (one) => one.level === 1 && one.line === line && one.payee === payee,
                )?.manager ?? '')
          const rows = input.reporting
            .filter((row) => row.payee === above)
            .map(({ manager: holder, ...row }) => ({ ...row, holder }))
          expect(holdersOn(rows, date)).toEqual([manager])
          const original = input.lines.find(({ id }) => id === line)?.refundOf ?? line
          expect(input.lines.find(({ id }) => id === original)?.date).toBe(date)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('split by date where a manager changes: each earns as if the sales of their days were all there are', () => {
    const sales = fc.array(fc.tuple(cents, days), { maxLength: 8 }).map((drawn) =>
      drawn.map(([amount, date], index): LineToCredit & { date: string } => {
        const own = [{ payee: 'Li', share: 1 }]
        return { id: `O-${index}`, amount: money(amount), date, owners: own }
      }),
    )
    fc.assert(
      fc.property(sales, days, creditPlans, (lines, change, plan) => {
        const before = { payee: 'Li', manager: 'Mei', from: '2026-01-01' }
        const after = { payee: 'Li', manager: 'Tang', from: change }
        const earned = (some: readonly LineToCredit[], reporting: readonly ManagerAssignment[]) =>
          creditLines({ lines: some, reporting }, plan).overrides
        const split = [
          ...earned(
            lines.filter(({ date }) => date < change),
            [before],
          ),
          ...earned(
            lines.filter(({ date }) => date >= change),
            [after],
          ),
        ]
        expect(byText(earned(lines, [before, after]))).toEqual(byText(split))
      }),
    )
  })

  it('come with every credited sale of somebody who reports, or say why not', () => {
    fc.assert(
      fc.property(inputs, creditPlans, (input, plan) => {
        const credit = creditLines(input, plan)
        for (const { id, shares } of credit.lines) {
          const original = input.lines.find((line) => line.id === id)?.refundOf ?? id
          const date = input.lines.find((line) => line.id === original)?.date ?? ''
          for (const { payee, overlay } of shares) {
            const rows = input.reporting
              .filter((row) => row.payee === payee)
              .map(({ manager: holder, ...row }) => ({ ...row, holder }))
            const isReporting = holdersOn(rows, date).length > 0
            const named = [...credit.overrides, ...credit.notOverridden].some(
              (one) => one.line === id && one.payee === payee,
            )
            expect(named).toBe(isReporting && !overlay)
          }
        }
      }),
    )
  })
})
