import type { CommissionInput } from '../../../commission/index.js'
import type { Condition } from '../../../kernel/index.js'
import * as attempts from '../../../kernel/input/attempt.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import { exactText } from '../exactText.js'
import { factConditionsOf } from '../factsMeeting.js'
import { finding } from '../finding.js'
import { ORDERS_JOINED_PAY_MORE, ORDERS_SPLIT_PAY_MORE } from '../issues.js'
import { exampleOf } from '../rules.js'
import type { Finding, FindingExample } from '../types.js'
import { downTo, lineOf, type TriedPlan, upTo, writeSales } from './lanes.js'

type Fraction = fraction.Fraction
type Plan = TriedPlan['plan']

const HALF = { n: 1n, d: 2n }
const MOST_SIZES = 60

/** The same sale as one order and as two of half its size, at every size from which on an order is treated in another way. */
export function splitOrders(tried: TriedPlan): Finding[] {
  const { plan } = tried
  let [split, joined]: [Pair | null, Pair | null] = [null, null]
  for (const size of sizesOf(tried)) {
    const pair = pairOf(size, tried)
    if (pair === null) continue
    if (pair.gain.n > 0n) split = better(pair, split)
    else joined = better(pair, joined)
  }
  const found = (
    kind: typeof ORDERS_SPLIT_PAY_MORE | typeof ORDERS_JOINED_PAY_MORE,
    pair: Pair | null,
  ) => {
    if (pair === null) return []
    const amount = write.money(fraction.absolute(pair.gain), plan.currency)
    const params = { given: writeSales(pair.size, tried), amount }
    return [finding('warning', kind, [[pair.field], params], { example: pair.example })]
  }
  return [...found(ORDERS_SPLIT_PAY_MORE, split), ...found(ORDERS_JOINED_PAY_MORE, joined)]
}

interface Size {
  readonly field: string
  readonly at: Fraction
}

interface Pair {
  readonly field: string
  readonly size: Fraction
  /** What two orders are paid above what one is. */
  readonly gain: Fraction
  readonly example: FindingExample
}

function better(pair: Pair, before: Pair | null): Pair {
  const isMore =
    before === null ||
    fraction.compare(fraction.absolute(pair.gain), fraction.absolute(before.gain)) > 0
  return isMore ? pair : before
}

function pairOf({ field, at }: Size, tried: TriedPlan): Pair | null {
  const { question, unit } = tried
  const size = upTo(at, tried)
  const half = downTo(fraction.multiply(size, HALF), tried)
  if (half.n <= 0n) return null
  const given = [[inputOf([size], tried)], [inputOf([half, fraction.subtract(size, half)], tried)]]
  const outcome = attempts.attempt(() => exampleOf(question, given))
  if (!outcome.ok) return null
  const [one, two] = outcome.value.gives.map(exactText) as [Fraction, Fraction]
  const gain = fraction.subtract(two, one)
  const isNothing =
    fraction.compare(fraction.absolute(gain), fraction.multiply({ n: 3n, d: 1n }, unit)) <= 0
  return isNothing ? null : { field, size, gain, example: outcome.value }
}

/** Orders of one customer, of which the first is the customer's first. */
function inputOf(sizes: readonly Fraction[], tried: TriedPlan): CommissionInput {
  const lines = sizes.map((amount, index) => ({
    ...lineOf(amount, tried),
    id: `line-${index + 1}`,
    order: `order-${index + 1}`,
    customer: 'customer-1',
    firstOrder: index === 0,
    newMarket: index === 0,
  }))
  return { ...tried.payee, lines }
}

/** The sizes from which on a plan treats an order in another way, each as it is, just above, and twice. */
function sizesOf({ plan, unit }: TriedPlan): Size[] {
  const all = [...sizesOfScales(plan), ...sizesOfLines(plan)].slice(0, MOST_SIZES)
  return all.flatMap(({ field, at }) =>
    [at, fraction.add(at, unit), fraction.add(at, at)].map((size) => ({ field, at: size })),
  )
}

function sizesOfScales({ scale, measuredBy, rates = [] }: Plan): Size[] {
  const parts = [
    { field: 'scale', scale, measuredBy },
    ...rates.map((rule) => ({ ...rule, field: 'rates' })),
  ]
  return parts.flatMap((part) => {
    const isOwn = part.scale.per !== undefined || part.measuredBy === 'amount'
    const ends = part.scale.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]))
    return isOwn ? ends.map((end) => ({ field: part.field, at: exactText(end) })) : []
  })
}

function sizesOfLines(plan: Plan): Size[] {
  const { cap, floor, awards = [], factors = [], eligibility, rates = [] } = plan
  const highest = ratesIn(plan)
  const ofPay = (field: string, paid: string | undefined) =>
    paid === undefined
      ? []
      : highest.map((rate) => [field, fraction.divide(exactText(paid), rate)] as const)
  const conditions: (readonly [string, Condition | undefined])[] = [
    ...rates.map((rule) => ['rates', rule.when.is] as const),
    ...awards.map((award) => ['awards', award.when?.is] as const),
    ...factors.map((factor) => ['factors', factor.when?.is] as const),
    ...(eligibility?.exclude ?? []).map((one) => ['eligibility', one.when.is] as const),
  ]
  const sizes = [
    ...ofPay('cap', cap?.line),
    ...ofPay('floor', floor?.line),
    ...awards.flatMap(({ order }) => (order ? [['awards', exactText(order.amount)] as const] : [])),
    ...factors.flatMap(({ above }) => (above ? [['factors', exactText(above)] as const] : [])),
    ...conditions.flatMap(([field, is]) => amountsIn(is).map((amount) => [field, amount] as const)),
  ]
  return sizes.map(([field, at]) => ({ field, at }))
}

function amountsIn(is: Condition | undefined): Fraction[] {
  if (is === undefined) return []
  const ofAmounts = factConditionsOf(is).filter(
    ({ id, unit }) => id === 'amount' && unit !== undefined,
  )
  return ofAmounts.map(({ required }) => exactText(String(required))).filter(({ n }) => n > 0n)
}

/** The lowest and the highest rate of the plan. */
function ratesIn({ scale: { tiers } }: Plan): Fraction[] {
  const rates = tiers
    .map(({ rate, multiple }) => exactText(multiple ?? rate))
    .filter(({ n }) => n > 0n)
  const sorted = rates.sort(fraction.compare)
  return [...sorted.slice(0, 1), ...sorted.slice(-1)]
}
