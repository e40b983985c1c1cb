import {
  type CarePolicy,
  type CustomerValue,
  careDue,
  type DefinedCarePolicy,
  tierCustomers,
} from '../../health/index.js'
import type { Calendar } from '../../kernel/index.js'
import { decimalsOf } from '../../kernel/number/currency.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import { drawAmount, exactly, type Range, stepsOf } from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of a care policy: of its tiers, and of its rhythms. */
export function careLaws(fc: FastCheck, policy: DefinedCarePolicy): AnyLaw[] {
  const cares = caresByTier(policy)
  return [
    moreValue(fc, policy),
    orderOfCustomers(fc, policy),
    nextTier(fc, policy),
    ...(cares.length === 0 ? [] : [dueOnItsDay(fc, policy, cares)]),
  ]
}

function moreValue(fc: FastCheck, policy: DefinedCarePolicy): AnyLaw {
  return law(fc, {
    name: 'whoever is worth more is never in a lower tier, and whoever is worth the same is in the same',
    of: 'library',
    cases: arbitraryCustomerValues(fc, policy),
    broken: (rows) => {
      const places = placesOf(rows, policy)
      const ranked = rows
        .map(({ customer, value }) => ({
          value: exactly(value),
          place: places.get(customer) ?? -1,
        }))
        .sort((a, b) => fraction.compare(b.value, a.value))
      const at = ranked.findIndex((one, index) => {
        const next = ranked[index + 1] ?? one
        const isSame = fraction.compare(one.value, next.value) === 0
        return isSame ? one.place !== next.place : one.place > next.place
      })
      if (at === -1) return null
      const [more, less] = ranked
        .slice(at, at + 2)
        .map(({ value, place }) => `${write.decimal(value)} in ${policy.tiers.tiers[place]?.id}`)
      return `${more}, and ${less}`
    },
  })
}

/** By customer, the place of the tier: 0 is the best. */
function placesOf(
  rows: readonly CustomerValue[],
  policy: DefinedCarePolicy,
): ReadonlyMap<string, number> {
  const tiers = policy.tiers.tiers.map(({ id }) => id)
  const { customers } = tierCustomers(rows, policy)
  return new Map(customers.map(({ customer, tier }) => [customer, tiers.indexOf(tier)]))
}

function orderOfCustomers(fc: FastCheck, policy: DefinedCarePolicy): AnyLaw {
  return law(fc, {
    name: 'the order of the customers changes nothing of their tiers',
    of: 'library',
    cases: arbitraryCustomerValues(fc, policy).chain((rows) =>
      fc
        .shuffledSubarray([...rows], { minLength: rows.length })
        .map((reordered) => ({ rows, reordered })),
    ),
    broken: ({ rows, reordered }) =>
      differing('in two orders', tierCustomers(rows, policy), tierCustomers(reordered, policy)),
  })
}

function nextTier(fc: FastCheck, policy: DefinedCarePolicy): AnyLaw {
  const { tiers, currency } = policy
  const isByEnd = tiers.by === 'cumulative-share' && tiers.placedBy === 'end'
  return law(fc, {
    name: 'the value that a customer lacks to the next tier reaches it, and a unit less does not',
    of: 'library',
    because: isByEnd ? 'tiers.placedBy: more value also moves where a customer ends' : null,
    cases: arbitraryCustomerValues(fc, policy),
    broken: (rows) => {
      for (const { customer, next } of tierCustomers(rows, policy).customers) {
        if (next === null) continue
        const wanted = tiers.tiers.findIndex(({ id }) => id === next.tier)
        const isReached = (value: string) => {
          const changed = rows.map((row) => (row.customer === customer ? { ...row, value } : row))
          return (placesOf(changed, policy).get(customer) ?? Number.POSITIVE_INFINITY) <= wanted
        }
        const unit = stepsOf(1n, decimalsOf(currency) ?? 0)
        const less = write.decimal(fraction.subtract(exactly(next.from), unit))
        if (!isReached(next.from)) return `${next.from} of ${customer} is not in ${next.tier}`
        if (isReached(less)) return `${less} of ${customer} is in ${next.tier} already`
      }
      return null
    },
  })
}

/**
 * Customers and their values, as a policy's tiers take them: on its bounds and a unit beside them; for tiers by share, values that together often end
 * exactly where a tier does, some alike, some below zero.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { handbook, tierCustomers } from 'sales-rules'
 * import { arbitraryCustomerValues } from 'sales-rules/testing'
 *
 * const customers = arbitraryCustomerValues(fc, handbook.care)
 * fc.assert(
 *   fc.property(customers, (rows) => tierCustomers(rows, handbook.care).customers.length === rows.length),
 * )
 * ```
 */
export function arbitraryCustomerValues(
  fc: FastCheck,
  policy: DefinedCarePolicy,
): Arbitrary<readonly CustomerValue[]> {
  defined.check(policy, 'CarePolicy')
  const row = fc.record({
    value: drawAmount(fc, valuesOf(policy)),
    owner: fc.constantFrom(null, 'Li'),
  })
  return fc
    .array(row, { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map((one, index) => ({ customer: `C-${index + 1}`, ...one })))
}

function valuesOf({ tiers, currency }: CarePolicy): Range {
  const bounds = tiers.by === 'value' ? tiers.tiers.map(({ from }) => from) : []
  const edges =
    tiers.by === 'value'
      ? bounds.flatMap((from) => (from === null ? [] : [exactly(from)]))
      : partsOf(tiers.tiers.map(({ upTo }) => upTo ?? '1'))
  const lowest = edges.reduce(fraction.smaller, fraction.ZERO)
  return {
    edges: [...edges, fraction.ZERO],
    decimals: decimalsOf(currency) ?? 0,
    least: fraction.subtract(lowest, fraction.whole(10)),
  }
}

/** What lies between two bounds of a whole of 1,000, and half of it. */
function partsOf(shares: readonly string[]): fraction.Fraction[] {
  return shares.flatMap((share, index) => {
    const width = fraction.subtract(exactly(share), exactly(shares[index - 1] ?? '0'))
    return [1_000, 500].map((whole) => fraction.multiply(width, fraction.whole(whole)))
  })
}

interface CareOfTier {
  readonly care: string
  readonly tier: string
}

/** Each kind of care that has a rhythm, with each tier that it is for. */
function caresByTier({ tiers, rhythms }: CarePolicy): CareOfTier[] {
  return rhythms.flatMap(({ id: care, intervals }) =>
    tiers.tiers
      .filter(({ id }) => intervals.some((one) => one.tiers?.includes(id) ?? true))
      .map(({ id: tier }) => ({ care, tier })),
  )
}

/** Weekends off, for rhythms that count working days. */
const WEEKS = /* @__PURE__ */ defined.seal<Calendar>('Calendar', {
  ...{ from: '2026-01-01', to: '2045-12-31' },
  ...{ weekend: [6, 7], holidays: [], workdays: [] },
})

function dueOnItsDay(
  fc: FastCheck,
  policy: DefinedCarePolicy,
  cares: readonly CareOfTier[],
): AnyLaw {
  return law(fc, {
    name: 'care is due on its day, overdue on the next, and neither once it is done on its day',
    of: 'library',
    cases: fc.record({
      of: fc.constantFrom(...cares),
      since: fc.oneof(
        fc.constantFrom('2026-01-31', '2028-02-29', '2026-12-31'),
        fc.nat({ max: 1_000 }).map((days) => time.addDays('2026-01-01', days)),
      ),
    }),
    broken: ({ of: { care, tier }, since }) => {
      const itemOn = (asOf: string, done: readonly string[]) =>
        careDue(
          { tier, since, asOf, done: done.map((date) => ({ care, date })) },
          policy,
          WEEKS,
        ).items.find((one) => one.care === care)
      const due = itemOn(since, [])?.due ?? since
      const later = time.addDays(due, 1)
      return (
        differing(`${care} on ${due}`, itemOn(due, [])?.state, 'due') ??
        differing(`${care} on ${later}`, itemOn(later, [])?.state, 'overdue') ??
        differing(`${care} done on ${due}`, itemOn(due, [due])?.state, 'upcoming')
      )
    },
  })
}
