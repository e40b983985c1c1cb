/** What holds however a plan pays. */
import {
  type CommissionLine,
  type DefinedCommissionPlan,
  type LineProgress,
  type Settlement,
  type SettlementPeriodInput,
  settleCommission,
} from '../../commission/index.js'
import { addPeriods } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { exactly } from '../draw/amounts.js'
import {
  drawCommissionFacts,
  drawFigure,
  drawSoldLines,
  drawUnrefundedLines,
  needsLines,
  rangeOf,
  type SoldIn,
} from '../draw/commissionInput.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of a plan's payment terms, where it has some. */
export function settlementLaws(fc: FastCheck, plan: DefinedCommissionPlan): AnyLaw[] {
  if (plan.payment === undefined) return []
  const cases = drawPeriods(fc, plan)
  return [
    law(fc, {
      name: 'what is paid and what stands open is what was earned, guaranteed and adjusted',
      of: 'library',
      cases,
      broken: (periods) => {
        const settlement = settle(periods, plan)
        return differing('paid and open, earned', ...paidAndEarned(settlement))
      },
    }),
    law(fc, {
      name: 'periods settled one after the other are paid what they are paid at once',
      of: 'library',
      cases,
      broken: (periods) => {
        const atOnce = settle(periods, plan)
        const progress = progressIn(periods)
        const paid: string[] = []
        let opening: Settlement['closing'] | undefined
        for (const period of periods) {
          const one = settle([period], plan, { progress, opening })
          paid.push(...one.periods.map((part) => part.paid))
          opening = one.closing
        }
        return differing(
          'one by one and at once',
          paid,
          atOnce.periods.map((part) => part.paid),
        )
      },
    }),
  ]
}

interface Before {
  readonly progress?: readonly LineProgress[]
  readonly opening?: Settlement['closing'] | undefined
}

function settle(
  periods: readonly SettlementPeriodInput[],
  plan: DefinedCommissionPlan,
  { progress = progressIn(periods), opening }: Before = {},
): Settlement {
  const settled = progress.filter((one) => periods.some(({ period }) => period === one.period))
  const listed = listsOf(plan).map((list) => [list, settled] as const)
  return settleCommission(
    {
      ...{ payee: 'payee', periods },
      ...Object.fromEntries(listed),
      ...(opening !== undefined && { opening }),
      ...(plan.payment?.draw?.service !== undefined && { joined: '2026-01-01' }),
    },
    plan,
  )
}

const LISTS = ['invoiced', 'collected'] as const

/** What a plan pays on besides the order. */
function listsOf({ payment }: DefinedCommissionPlan): (typeof LISTS)[number][] {
  const on = [payment?.on, ...(payment?.parts ?? []).map((part) => part.on)]
  return LISTS.filter(
    (list) => on.includes(list) || (list === 'collected' && on.includes('paid-in-full')),
  )
}

/** A half of each line is invoiced, and paid for, in its own period, and the rest in the next one, where there is one. */
function progressIn(periods: readonly SettlementPeriodInput[]): LineProgress[] {
  return periods.flatMap(({ period, lines = [] }, index) => {
    const next = periods[index + 1]?.period ?? period
    return lines.flatMap(({ id, amount }) => {
      const half = fraction.divide(exactly(amount), fraction.whole(2))
      const first = { n: fraction.toUnits(half, 2, 'down'), d: 100n }
      const rest = fraction.subtract(exactly(amount), first)
      return [progressOf(id, first, period), progressOf(id, rest, next)]
    })
  })
}

function progressOf(
  line: string,
  amount: fraction.Fraction,
  period: SettlementPeriodInput['period'],
): LineProgress {
  return { line, amount: write.decimal(amount), ...(period !== undefined && { period }) }
}

/** Paid + held back + carried − owed, and earned + guaranteed + adjusted. */
function paidAndEarned({ paid, earned, adjusted, periods, closing }: Settlement): [string, string] {
  const open = [paid, closing.carried, ...closing.held.map(({ amount }) => amount)]
  const came = [earned, adjusted, ...periods.map(({ guaranteed }) => guaranteed)]
  const left = fraction.subtract(fraction.sum(open.map(exactly)), exactly(closing.draw))
  return [write.decimal(left), write.decimal(fraction.sum(came.map(exactly)))]
}

const FIRST = { month: '2026-01', quarter: '2026-Q1', 'half-year': '2026-H1', year: '2026' }

/** Some periods in a row from the beginning of a year, each with sales. */
function drawPeriods(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
): Arbitrary<SettlementPeriodInput[]> {
  const unit = firstUnit(plan)
  const some = (sold: Arbitrary<SoldIn>) => fc.array(sold, { minLength: 1, maxLength: 5 })
  const isPaidLater = listsOf(plan).length > 0 || plan.payment?.parts !== undefined
  const lines = some(isPaidLater ? drawUnrefundedLines(fc, plan) : drawSoldLines(fc, plan))
  return fc
    .record({
      facts: drawCommissionFacts(fc, plan),
      // A year is made of lines, or of figures.
      sold: isPaidLater || needsLines(plan) ? lines : fc.oneof(some(drawFigure(fc)), lines),
    })
    .map((drawn) => {
      const { yearToDate: _, period: __, ...facts } = drawn.facts
      const range = rangeOf(plan, drawn.facts)
      return drawn.sold.map((one, index) => ({
        ...facts,
        ...inPeriod(one(range), index, index * time.MONTHS[unit]),
        period: addPeriods(FIRST[unit], index),
      })) as SettlementPeriodInput[]
    })
}

/** By the month where its tiers count to date, and else by what they are meant for. */
function firstUnit({ tiersPer = 'month', payment }: DefinedCommissionPlan): keyof typeof FIRST {
  return payment?.accrual === 'period' ? tiersPer : 'month'
}

/** Lines of each period have ids and days of their own. */
function inPeriod(sold: ReturnType<SoldIn>, index: number, months: number): ReturnType<SoldIn> {
  if (sold.lines === undefined) return sold
  const own = (id: string) => `${index + 1} ${id}`
  const lines = sold.lines.map(({ refundOf, ...line }) => ({
    ...line,
    ...moved(line, months),
    id: own(line.id),
    ...(typeof refundOf === 'string' ? { refundOf: own(refundOf) } : {}),
  }))
  return { ...sold, lines }
}

function moved(line: CommissionLine, months: number): Partial<CommissionLine> {
  const days = (['date', 'dueOn', 'paidOn'] as const).flatMap((key) => {
    const day = line[key]
    return day === undefined ? [] : [[key, time.addMonths(day, months)]]
  })
  return Object.fromEntries(days)
}
