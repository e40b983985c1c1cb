/** Order lines with the fields that a plan looks at, and no other. */
import type { CommissionLine, DefinedCommissionPlan, ExchangeRate } from '../../commission/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { amountAt, drawAmount, drawPlace, exactly, type Range } from './amounts.js'
import { conditionsOfLines, edgesBy, matchesOf, measuresOf } from './commissionParts.js'
import { drawEachFact } from './facts.js'

const MOST_LINES = 5

/** What is drawn of a line: the line itself, once its amount is known. */
type LineOf = (amount: string) => DrawnLine

/** Lines, once it is known from where to where they go. */
export type LinesIn = (range: Range) => CommissionLine[]

/** Lines of sales and, now and then, refunds of them. */
export function drawLines(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<LinesIn> {
  const refunds = fc.array(fc.record({ of: fc.nat({ max: MOST_LINES }), half: fc.boolean() }), {
    maxLength: 2,
  })
  return fc
    .record({ sales: drawSalesLines(fc, plan, 0), refunds })
    .map(({ sales, refunds: drawn }) => (range) => {
      const lines = sales(range)
      const back = new Map(
        drawn.map(({ of, half }) => [lines[of % Math.max(1, lines.length)], half] as const),
      )
      return [
        ...lines,
        ...[...back].flatMap(([line, half]) => (line ? [refundOf(line, half)] : [])),
      ]
    })
}

/** Lines of sales alone, at least so many. */
export function drawSalesLines(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
  least: number,
): Arbitrary<LinesIn> {
  const lines = fc.array(fc.record({ place: drawPlace(fc), line: drawLine(fc, plan) }), {
    minLength: least,
    maxLength: MOST_LINES,
  })
  // In one draw of two the lines come to a place together, and not each to one of its own.
  const total = fc.option(fc.record({ place: drawPlace(fc), percent: fc.nat({ max: 100 }) }))
  return fc.record({ lines, total }).map((drawn) => (range) => {
    const own = drawn.lines.map(({ place }) => amountAt(place, range))
    const amounts =
      drawn.total === null
        ? own
        : cutInto(amountAt(drawn.total.place, range), own.length, drawn.total.percent, range)
    return withOrders(
      drawn.lines.map(({ line }, index) => line(amounts[index] ?? '0')),
      plan,
    )
  })
}

/** A total in so many parts: of each a percentage of what is left, and the rest. */
function cutInto(total: string, count: number, percent: number, { decimals }: Range): string[] {
  let left = fraction.toUnits(exactly(total), decimals, 'half-up')
  return Array.from({ length: count }, (_, index) => {
    const part = index === count - 1 ? left : (left * BigInt(percent)) / 100n
    left -= part
    return write.fixed(part, decimals)
  })
}

type DrawnLine = Readonly<Record<string, unknown>> & { readonly amount: string }

/** A line with each field that the plan looks at. */
function drawLine(fc: FastCheck, plan: DefinedCommissionPlan): Arbitrary<LineOf> {
  const { eligibility, exchange, currency } = plan
  return fc
    .record({
      names: fc.record(drawNames(fc, plan)),
      figures: drawFigures(fc, plan),
      days: fc.record(drawDays(fc, plan)),
      facts: drawLineFacts(fc, plan),
      others: fc.record({
        ...(eligibility?.statuses === undefined
          ? {}
          : { status: fc.constantFrom(...eligibility.statuses, 'not among them') }),
        ...(exchange === undefined ? {} : { currency: fc.constantFrom(currency, foreignTo(plan)) }),
      }),
    })
    .map(({ names, figures, days, facts, others }) => (amount) => ({
      amount,
      ...figures(amount),
      ...names,
      ...days,
      ...facts(amount),
      ...others,
    }))
}

const NAMES = ['product', 'category', 'region', 'customer'] as const

/** Names that rules ask for, and one that none does. */
function drawNames(fc: FastCheck, plan: DefinedCommissionPlan) {
  const matches = matchesOf(plan)
  const named = NAMES.flatMap((key) => {
    const names = [...new Set(matches.flatMap((match) => match[key] ?? []))]
    return names.length > 0 ? [[key, fc.constantFrom(...names, 'any other')] as const] : []
  })
  const isByCustomer = looksAtOrders(plan) && !named.some(([key]) => key === 'customer')
  return {
    ...Object.fromEntries(named),
    ...(isByCustomer ? { customer: fc.constantFrom('C-1', 'C-2', 'C-3') } : {}),
    ...(looksAtOrders(plan) ? { order: fc.constantFrom('A', 'B'), newMarket: fc.boolean() } : {}),
  }
}

function looksAtOrders({ awards, eligibility, scale, rates = [] }: DefinedCommissionPlan): boolean {
  const isPerOrder = [scale, ...rates.map((rule) => rule.scale)].some(({ per }) => per === 'order')
  return (awards ?? eligibility?.newCustomer) !== undefined || isPerOrder
}

/** Ids; and orders of one customer each, of which the first one is the first. */
function withOrders(lines: readonly DrawnLine[], plan: DefinedCommissionPlan): CommissionLine[] {
  const firstOf = new Map<unknown, unknown>()
  return lines.map((line, index) => {
    const id = `L-${index + 1}`
    const { customer, order } = line
    if (!looksAtOrders(plan)) return { id, ...line }
    if (!firstOf.has(customer)) firstOf.set(customer, order)
    return {
      id,
      ...line,
      order: `${customer} ${order}`,
      firstOrder: firstOf.get(customer) === order,
    }
  })
}

/** All of a line back, or half of it. */
function refundOf(line: CommissionLine, isHalf: boolean): CommissionLine {
  const share = isHalf ? { n: 1n, d: 2n } : fraction.ONE
  const back = Object.fromEntries(
    SHARED.flatMap((key) => {
      const figure = line[key]
      if (figure === undefined) return []
      const part = fraction.multiply(exactly(figure), share)
      const units = fraction.toUnits(part, key === 'quantity' ? 0 : 2, 'down')
      return [[key, write.fixed(-units, key === 'quantity' ? 0 : 2)]]
    }),
  )
  return { ...line, ...back, id: `${line.id} back`, refundOf: line.id } as CommissionLine
}

const SHARED = ['amount', 'cost', 'listPrice', 'tax', 'quantity'] as const

/** Cost, tax, list price and units, where the plan looks at them. */
function drawFigures(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
): Arbitrary<(amount: string) => object> {
  return fc
    .record(drawRatios(fc, plan))
    .map(({ margin, discount, taxRate, quantity }) => (amount) => {
      const exact = exactly(amount)
      return {
        ...(margin === undefined ? {} : { cost: lessPart(exact, margin) }),
        ...(taxRate === undefined ? {} : { tax: partOf(exact, taxRate) }),
        ...(discount === undefined ? {} : { listPrice: before(exact, discount) }),
        ...(quantity === undefined ? {} : { quantity }),
      }
    })
}

interface Ratios {
  readonly margin?: Arbitrary<string>
  readonly discount?: Arbitrary<string>
  readonly taxRate?: Arbitrary<string>
  readonly quantity?: Arbitrary<string>
}

/** What figures are made of: a margin, a discount and a rate of tax, of any amount. */
function drawRatios(fc: FastCheck, plan: DefinedCommissionPlan): Ratios {
  const { base, eligibility } = plan
  const [margins, discounts] = [edgesBy('margin', plan), edgesBy('discount', plan)]
  const floor = eligibility?.marginFloor
  const looksAtMargin = (floor ?? margins) !== undefined || base.startsWith('margin')
  const countsUnits = measuresOf(plan).some(({ name }) => name === 'units') || paysUnits(plan)
  const units = edgesBy('quantity', plan) ?? (countsUnits ? [] : undefined)
  return {
    ...(looksAtMargin ? { margin: drawRatio(fc, [...(margins ?? []), floor ?? '0.3']) } : {}),
    ...(discounts === undefined ? {} : { discount: drawRatio(fc, discounts) }),
    ...(base.endsWith('without-tax') ? { taxRate: fc.constantFrom('0.13', '0.06') } : {}),
    ...(units === undefined ? {} : { quantity: drawUnits(fc, units) }),
  }
}

function drawUnits(fc: FastCheck, edges: readonly string[]): Arbitrary<string> {
  const least = fraction.ONE
  return drawAmount(fc, { edges: [...edges, '10'].map(exactly), decimals: 0, least })
}

function paysUnits({ awards = [] }: DefinedCommissionPlan): boolean {
  return awards.some(({ per }) => per === 'unit')
}

function drawRatio(fc: FastCheck, edges: readonly string[]): Arbitrary<string> {
  return drawAmount(fc, { edges: edges.map(exactly), decimals: 4, most: { n: 9n, d: 10n } })
}

function lessPart(amount: fraction.Fraction, ratio: string): string {
  const kept = fraction.subtract(fraction.ONE, exactly(ratio))
  return write.decimal(fraction.multiply(amount, kept))
}

function partOf(amount: fraction.Fraction, ratio: string): string {
  return inCents(fraction.multiply(amount, exactly(ratio)))
}

/** What an amount was before a discount. */
function before(amount: fraction.Fraction, discount: string): string {
  return inCents(fraction.divide(amount, fraction.subtract(fraction.ONE, exactly(discount))))
}

function inCents(amount: fraction.Fraction): string {
  return write.fixed(fraction.toUnits(amount, 2, 'half-up'), 2)
}

/** In the first period of a year, of whatever length. */
const DAY = '2026-01-15'

/** The days of a line: of its order, when it was due, and when it was paid. */
function drawDays(fc: FastCheck, plan: DefinedCommissionPlan) {
  const late = edgesBy('daysLate', plan)
  const isConverted = plan.exchange !== undefined
  const paidOn =
    late === undefined
      ? fc.constant(DAY)
      : drawAmount(fc, { edges: late.map(exactly), decimals: 0 }).map((days) =>
          time.addDays(DAY, Number(days)),
        )
  return {
    ...(isConverted ? { date: fc.constant(DAY) } : {}),
    ...(late === undefined ? {} : { dueOn: fc.constant(DAY) }),
    ...(isConverted || late !== undefined ? { paidOn } : {}),
  }
}

const COMPUTED = ['amount', 'margin', 'discount', 'quantity', 'daysLate', 'attainment', 'units']

/** What lines say besides, by name. */
function drawLineFacts(
  fc: FastCheck,
  plan: DefinedCommissionPlan,
): Arbitrary<(amount: string) => object> {
  const parts = (plan.factors ?? []).flatMap(({ part }) => part ?? [])
  const asked = conditionsOfLines(plan).filter(({ id }) => !COMPUTED.includes(id))
  const own = [
    ...measuresOf(plan)
      .filter(({ name }) => !COMPUTED.includes(name))
      .map(({ name, ends }): [string, Arbitrary<unknown>] => [
        name,
        drawAmount(fc, { edges: ends.map(exactly), decimals: 2 }),
      ]),
    ...drawEachFact(fc, asked),
  ]
  return fc
    .record({ own: fc.record(Object.fromEntries(own)), isAll: fc.boolean() })
    .map((drawn) => (amount) => {
      // A part of the amount, such as the first year of a contract: nothing, or all of it.
      const ofAmount = parts.map((name) => [name, drawn.isAll ? amount : '0'])
      const facts = { ...drawn.own, ...Object.fromEntries(ofAmount) }
      return Object.keys(facts).length === 0 ? {} : { facts }
    })
}

function foreignTo({ currency }: DefinedCommissionPlan): string {
  return currency === 'USD' ? 'EUR' : 'USD'
}

/** What the other currency is worth in the plan's, where the plan converts any. */
export function exchangeRatesFor(plan: DefinedCommissionPlan): ExchangeRate[] {
  if (plan.exchange === undefined) return []
  return [{ currency: foreignTo(plan), from: '2026-01-01', rate: '7.1' }]
}
