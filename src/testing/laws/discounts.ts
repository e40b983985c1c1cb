/** What holds for the discounts that a sales process allows. */
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import {
  checkDiscount,
  type DefinedSalesProcess,
  type DiscountCheck,
  type DiscountRequest,
  type SalesProcess,
} from '../../pipeline/index.js'
import {
  amountAt,
  drawPlace,
  drawTwoPlaces,
  exactly,
  stepsOf,
  twoAmountsAt,
} from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

type Discounts = NonNullable<SalesProcess['discounts']>

/** The laws of discounts, where a process has some. */
export function discountLaws(fc: FastCheck, policy: DefinedSalesProcess): AnyLaw[] {
  const { discounts } = policy
  if (discounts === undefined) return []
  const orders = drawOrders(fc, policy, discounts)
  return [smallerDiscount(fc, policy, orders), lowestPrice(fc, policy, orders)]
}

function smallerDiscount(
  fc: FastCheck,
  policy: DefinedSalesProcess,
  orders: Arbitrary<Order>,
): AnyLaw {
  return law(fc, {
    name: 'a smaller discount is never decided worse, nor by somebody higher up',
    of: 'library',
    cases: fc
      .record({ order: orders, places: drawTwoPlaces(fc) })
      .map(({ order: { request, range }, places }) => {
        const { less, more } = twoAmountsAt(places, range)
        return { larger: { ...request, price: less }, smaller: { ...request, price: more } }
      }),
    broken: ({ larger, smaller }) => {
      const [before, after] = [checkDiscount(larger, policy), checkDiscount(smaller, policy)]
      return standing(after, policy) > standing(before, policy)
        ? `${larger.price}: ${said(before)}, and ${smaller.price}: ${said(after)}`
        : null
    },
  })
}

/** How many rungs it takes: 0 where it is granted at once, and beyond all of them where it is refused. */
function standing({ approver }: DiscountCheck, { discounts }: DefinedSalesProcess): number {
  const rungs = discounts?.authorities.map(({ rung }) => rung) ?? []
  return approver === null ? rungs.length : rungs.indexOf(approver)
}

function said({ decision, approver }: DiscountCheck): string {
  return approver === null ? decision : `${decision} by ${approver}`
}

function lowestPrice(fc: FastCheck, policy: DefinedSalesProcess, orders: Arbitrary<Order>): AnyLaw {
  const { above = '1', accepted = [] } = policy.discounts?.exchange ?? {}
  const isNeverFree = accepted.length === 0 && fraction.compare(exactly(above), fraction.ONE) < 0
  return law(fc, {
    name: 'the lowest price is what a rung may just grant',
    of: 'library',
    because: isNeverFree ? 'discounts.exchange: nothing is accepted in exchange' : null,
    cases: orders.map(({ request }) => ({ ...request, inExchange: accepted.slice(0, 1) })),
    broken: (request) => {
      const decisionAt = (price: string) => checkDiscount({ ...request, price }, policy).decision
      const lowest = checkDiscount(request, policy).lowestPrice
      if (lowest === null || fraction.isZero(exactly(lowest))) return null
      const below = fraction.subtract(exactly(lowest), unitOf(policy))
      const isBelow = below.n > 0n && decisionAt(write.decimal(below)) === 'granted'
      return isBelow
        ? `${write.decimal(below)} is granted, and the lowest price is ${lowest}`
        : differing(`the lowest price of ${lowest}`, decisionAt(lowest), 'granted')
    },
  })
}

function unitOf({ rounding: { decimals } }: SalesProcess): fraction.Fraction {
  return stepsOf(1n, decimals)
}

/** An order, all of which is known, and the prices around which something is decided otherwise. */
interface Order {
  readonly request: DiscountRequest
  readonly range: Parameters<typeof twoAmountsAt>[1]
}

function drawOrders(
  fc: FastCheck,
  { rounding: { decimals }, ...policy }: SalesProcess,
  discounts: Discounts,
): Arbitrary<Order> {
  const { authorities, floor, exchange } = discounts
  const amounts = authorities.flatMap(({ amountAtMost = [] }) => amountAtMost)
  const margins = [floor, ...authorities.map(({ marginAtLeast: margin }) => ({ margin }))]
  const least = unitOf({ ...policy, rounding: { decimals, mode: 'half-up' } })
  return fc
    .record({
      rung: fc.constantFrom(...authorities.map(({ rung }) => rung)),
      listPrice: drawPlace(fc).map((place) =>
        amountAt(place, {
          edges: [...amounts, '100000'].map(exactly),
          least: fraction.ONE,
          decimals,
        }),
      ),
      costAt: drawPlace(fc),
      floorAt: drawPlace(fc),
      inExchange: fc.subarray(exchange.accepted.slice(0, 1)),
    })
    .map(({ costAt, floorAt, ...known }): Order => {
      const list = exactly(known.listPrice)
      const left = (share: string) => fraction.subtract(fraction.ONE, exactly(share))
      const discounted = authorities.map(({ discountAtMost }) =>
        fraction.multiply(list, left(discountAtMost)),
      )
      const within = { edges: discounted, most: list, decimals }
      const [cost, lowest] = [amountAt(costAt, within), amountAt(floorAt, within)]
      const ofMargins = margins.flatMap(({ margin }) =>
        margin === undefined || exactly(margin).n >= exactly(margin).d
          ? []
          : [fraction.divide(exactly(cost), left(margin))],
      )
      const edges = [...discounted, ...ofMargins, exactly(lowest)]
      return {
        request: { ...known, price: known.listPrice, cost, floor: lowest },
        range: { edges, least, most: list, decimals },
      }
    })
}
