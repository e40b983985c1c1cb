/** The laws of the lines of teams, on random sales, reporting lines and refunds, against who is above whom by the words. */
import fc from 'fast-check'
import {
  creditLines,
  defineCommissionPlan,
  type LineToCredit,
  type ManagerAssignment,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const people = ['Li', 'Wang', 'Zhao', 'Mei', 'Tang'] as const
const payees = fc.constantFrom(...people)
const days = fc.constantFrom('2026-03-01', '2026-03-15', '2026-03-16', '2026-03-31')

/** Each reports to somebody who comes later, so that nobody is above themselves; one in two changes on the 16th. */
const reportings: fc.Arbitrary<ManagerAssignment[]> = fc
  .array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { minLength: 4, maxLength: 4 })
  .map((drawn) =>
    drawn.flatMap(([first, second], index) => {
      const above = (place: number) => people[index + 1 + (place % (people.length - 1 - index))]
      const payee = people[index] ?? 'Li'
      const rows = [
        { payee, manager: above(first) ?? 'Tang', from: '2026-01-01' },
        { payee, manager: above(second) ?? 'Tang', from: '2026-03-16' },
      ]
      return first % 2 === 0 ? rows : rows.slice(0, 1)
    }),
  )

const sales: fc.Arbitrary<LineToCredit[]> = fc
  .array(
    fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      date: days,
      owners: fc.uniqueArray(payees, { minLength: 1, maxLength: 3 }),
      isRefunded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.flatMap(({ cents, date, owners, isRefunded }, index) => {
      const id = `O-${index}`
      const own = owners.map((payee) => ({ payee, parts: 1 }))
      const sale = { id, amount: inMoney(cents), date, owners: own }
      const back = inMoney(-Math.ceil(cents / 2))
      const refund = { id: `R-${index}`, amount: back, date: '2026-03-31', refundOf: id }
      return isRefunded ? [sale, refund] : [sale]
    }),
  )

const inMoney = (cents: number) => (cents / 100).toFixed(2)
const inCents = (amount: string) => Math.round(Number(amount) * 100)

/** Those above somebody on a day, by the words: the latest row that has begun. */
function above(payee: string, date: string, reporting: readonly ManagerAssignment[]): string[] {
  const rows = reporting.filter((row) => row.payee === payee && row.from <= date)
  const last = rows.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  return last === undefined ? [] : [last.manager, ...above(last.manager, date, reporting)]
}

const levelsUp = fc.integer({ min: 1, max: 3 })

function crediting(lines: LineToCredit[], reporting: ManagerAssignment[], levels: number) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  const scale = { mode: 'marginal' as const, tiers }
  const plan = defineCommissionPlan({ currency: 'EUR', scale, credit: { team: { levels } } })
  const { lines: credited, teams = [] } = creditLines({ lines, reporting }, plan)
  return { credited, teams }
}

type Credited = ReturnType<typeof crediting>

/** By manager and line, what those below have of it on the day of the order. */
function byTheWords(
  { credited }: Credited,
  lines: readonly LineToCredit[],
  managersOf: (payee: string, date: string) => readonly string[],
): Map<string, number> {
  const all = credited.flatMap(({ id, shares }) => {
    const sold = lines.find((one) => one.id === id.replace('R', 'O'))
    return shares.flatMap(({ payee, amount }) =>
      managersOf(payee, sold?.date ?? '').map((manager) => [`${manager} ${id}`, amount] as const),
    )
  })
  const sums = new Map<string, number>()
  for (const [key, amount] of all) sums.set(key, (sums.get(key) ?? 0) + inCents(amount))
  return new Map([...sums].filter(([, cents]) => cents !== 0))
}

const sumOf = (parts: readonly { readonly amount: string }[]) =>
  parts.reduce((cents, { amount }) => cents + inCents(amount), 0)

describe('the lines of teams', () => {
  it('are what those below the manager on the day of the order are credited with, line by line', () => {
    fc.assert(
      fc.property(sales, reportings, levelsUp, (lines, reporting, levels) => {
        const result = crediting(lines, reporting, levels)
        const found = result.teams.flatMap(({ manager, lines: own }) =>
          own.map(
            ({ id, amount }) =>
              [`${manager} ${id.replace(`@${manager}`, '')}`, inCents(amount)] as const,
          ),
        )
        const expected = byTheWords(result, lines, (payee, date) =>
          above(payee, date, reporting).slice(0, levels),
        )
        expect(new Map(found)).toEqual(expected)
        expect(found).toHaveLength(expected.size)
      }),
    )
  })

  it('add up, by line and by member, and hold what their refunds take back', () => {
    fc.assert(
      fc.property(sales, reportings, levelsUp, (lines, reporting, levels) => {
        for (const { lines: own, members, sales: total } of crediting(lines, reporting, levels)
          .teams) {
          expect([sumOf(own), sumOf(members)]).toEqual([inCents(total), inCents(total)])
          const ids = own.map(({ id }) => id)
          const taken = own.flatMap(({ refundOf }) => refundOf ?? [])
          expect(ids).toEqual(expect.arrayContaining(taken))
        }
      }),
    )
  })
})
