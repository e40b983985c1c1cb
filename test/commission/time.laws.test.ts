import fc from 'fast-check'
import {
  addMonths,
  addPeriods,
  type CommissionPlanInput,
  defineCommissionPlan,
  periodRange,
  type Settlement,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { histories, settledPlans } from '../arbitraries.payment.js'
import { throughJson } from '../arbitraries.rooms.js'

const month = fc.integer({ min: 1, max: 12 })

/** What a settlement says of amounts: of each period, and of what stands open in the end. */
function amountsOf({ periods, closing, notCounted }: Settlement) {
  const { carried, draw, held } = closing
  return {
    periods: periods.map(
      ({ period: _, statement, adjustments: __, corrections: ___, ...amounts }) => ({
        ...amounts,
        amount: statement.amount,
        sales: statement.sales,
      }),
    ),
    closing: { carried, draw, held: held.map(({ amount }) => amount) },
    notCounted: notCounted.map(({ line, issue }) => [line, issue.code]),
  }
}

type History = readonly SettlementPeriodInput[]

function settle(periods: History, plan: CommissionPlanInput, yearStartsIn?: number) {
  const own = yearStartsIn === undefined ? {} : { yearStartsIn }
  return amountsOf(settleCommission({ payee: 'E-7', periods, ...own }, defineCommissionPlan(plan)))
}

/** The same by a run for each period. */
function settleApart(periods: History, plan: CommissionPlanInput) {
  const defined = defineCommissionPlan(plan)
  let opening: Settlement['closing'] | undefined
  const runs = periods.map((period) => {
    const one = settleCommission(
      { payee: 'E-7', periods: [period], ...(opening && { opening }) },
      defined,
    )
    opening = throughJson(one.closing)
    return one
  })
  const last = runs.at(-1) as Settlement
  return amountsOf({
    ...last,
    periods: runs.flatMap((run) => run.periods),
    notCounted: runs.flatMap((run) => run.notCounted),
  })
}

/** Every date and every period so many months later. */
function later<Value>(value: Value, months: number): Value {
  return JSON.parse(JSON.stringify(value), (_key, one) => {
    if (typeof one !== 'string') return one
    if (/^\d{4}-\d{2}-\d{2}$/.test(one)) return addMonths(one, months)
    return /^\d{4}-\d{2}$/.test(one) ? addPeriods(one, months) : one
  }) as Value
}

/** The same periods as a company's own. */
function asOwn(history: History): SettlementPeriodInput[] {
  return history.map((one) => {
    const { from, to } = periodRange(one.period as string)
    return { ...one, period: { id: `own ${one.period}`, from, to } }
  })
}

const months = histories.filter((history) =>
  history.every(({ period }) => /^\d{4}-\d{2}$/.test(String(period))),
)

describe('a year that starts in January', () => {
  it('is the calendar year', () => {
    fc.assert(
      fc.property(histories, settledPlans(), (history, plan) => {
        const expected = settle(history, plan)
        expect(settle(history, { ...plan, yearStartsIn: 1 })).toEqual(expected)
        expect(settle(history, { ...plan, yearStartsIn: 7 }, 1)).toEqual(expected)
      }),
    )
  })
})

describe('time', () => {
  it('may be moved by months, the start of the year with it: no amount changes', () => {
    fc.assert(
      fc.property(months, settledPlans(), month, month, (history, plan, yearStartsIn, moved) => {
        const start = ((yearStartsIn + moved - 1) % 12) + 1
        expect(settle(later(history, moved), { ...plan, yearStartsIn: start })).toEqual(
          settle(history, { ...plan, yearStartsIn }),
        )
      }),
    )
  })

  it('of a company’s own that spells the periods of the calendar pays what those pay', () => {
    fc.assert(
      fc.property(histories, settledPlans(), month, (history, plan, yearStartsIn) => {
        fc.pre(history.length > 0)
        const own = asOwn(history)
        const expected = settle(history, { ...plan, yearStartsIn })
        expect(settle(own, { ...plan, yearStartsIn })).toEqual(expected)
        expect(settleApart(own, { ...plan, yearStartsIn })).toEqual(expected)
      }),
    )
  })
})
