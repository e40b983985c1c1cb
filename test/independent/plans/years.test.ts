/** Random plans of every kind and random months of order lines, settled by the library and by the oracle beside. */
import fc from 'fast-check'
import { attributeCommission, calculateCommission } from 'sales-rules'
import { afterAll, describe, expect, it } from 'vitest'
import { toDecimal } from '../../oracle/fraction.js'
import { nothingBefore } from './awards.js'
import { type Chain, kinds, kindsOfLines, years, yearsOfUplifts } from './draw.js'
import type { Plan } from './facts.js'
import { defined, run } from './run.js'
import { state } from './statement.js'
import { itemsOf, settle } from './year.js'

/** `YEAR_CASES` sets how many years are tried in all; of each kind of plan here a hundredth. */
const CASES = Math.ceil(Number(process.env['YEAR_CASES'] ?? 20_000) / 100)
const TIMEOUT = Math.max(120_000, CASES * 1_000)

let taken = 0
let conflicts = 0

/** Plans whose parts exclude each other are none. */
function withPlan(
  year: { readonly plan: Plan },
  use: (plan: NonNullable<ReturnType<typeof defined>>) => void,
) {
  const plan = defined(year.plan)
  if (plan === null) conflicts += 1
  else {
    taken += 1
    use(plan)
  }
}

afterAll(() => {
  expect(conflicts).toBeLessThan(taken / 2)
})

describe.each(Object.entries(kinds))('%s', (_, plans) => {
  it(
    'pay in each month what the oracle says, in however many settlements, with what is learned later',
    () => {
      fc.assert(
        fc.property(years(plans), ({ year, starts }) => {
          withPlan(year, (plan) => {
            expect(run(year, starts, plan)).toMatchObject({ pays: settle(year) })
          })
        }),
        { numRuns: CASES },
      )
    },
    TIMEOUT,
  )

  it(
    'pay in a statement what the oracle says, and to each line its share',
    () => {
      fc.assert(fc.property(years(plans), stateAsTheOracle), { numRuns: CASES })
    },
    TIMEOUT,
  )
})

describe('lines that each earn on their own', () => {
  it(
    'pay to date what the oracle says while the uplift changes on the way',
    () => {
      fc.assert(
        fc.property(yearsOfUplifts(kindsOfLines), ({ year, starts }) => {
          withPlan(year, (plan) => {
            expect(run(year, starts, plan)).toMatchObject({ pays: settle(year) })
          })
        }),
        { numRuns: CASES },
      )
    },
    TIMEOUT,
  )
})

/** The first month of a year, alone, in steps of 0.05 where nothing forbids it. */
function stateAsTheOracle({ year }: Chain): void {
  const { payment: _, ...others } = year.plan
  const isStepped =
    others.refunds !== 'mirror' && others.awards === undefined && others.floor === undefined
  const written: Plan = {
    ...others,
    ...(isStepped && { rounding: { ...others.rounding, increment: '0.05' } }),
  }
  withPlan({ plan: written }, (plan) => {
    const [first] = year.months
    if (first === undefined) return
    const { month } = first
    const items = itemsOf(month.lines, [month], month, written, new Map())
    const expected = state(items, month, written, nothingBefore())
    const { amount } = calculateCommission(month as never, plan)
    expect(amount).toBe(toDecimal(expected.amount, 2, 'half-up'))
    if (written.attribution === 'pro-rata') return
    const { lines } = attributeCommission(month as never, plan)
    const shares = Object.fromEntries(lines.map((line) => [line.id, line.amount]))
    expect(shares).toEqual(
      Object.fromEntries(
        [...expected.shares].map(([id, share]) => [id, toDecimal(share, 2, 'half-up')]),
      ),
    )
  })
}
