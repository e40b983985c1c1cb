/** What the first lines of a statement earn, before anything is rounded, at the terms that all of it has reached. */
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  larger,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  sum,
  toCanonical,
  zero,
} from '../../oracle/fraction.js'
import { type Scale as OracleScale, payAt } from '../../oracle/scale.js'
import type { Measure, Month, Plan, Scale, Tier } from './facts.js'
import { holds, type Item, measureOf, partOf, sizeOf, stepAt } from './lines.js'
import { roundTo } from './round.js'

const one = fraction(1n)

/** What all lines together have reached. */
export interface Terms {
  readonly plan: Plan
  readonly month: Month
  readonly target: Fraction
  readonly incentive: Fraction
  /** The attainment as it is looked up, and the units of all lines. */
  readonly attainment: Fraction
  readonly units: Fraction
}

/** A scale, and the rule that it is of. */
interface Group {
  readonly rule: number | null
  readonly scale: Scale
  readonly measuredBy: Measure | undefined
}

function groupsOf({ scale, measuredBy, rates = [] }: Plan): readonly Group[] {
  return [
    { rule: null, scale, measuredBy },
    ...rates.map((rule, index) => ({
      rule: index,
      scale: rule.scale,
      measuredBy: rule.measuredBy,
    })),
  ]
}

export function earnedBy(items: readonly Item[], terms: Terms): Fraction {
  const { plan } = terms
  const slices = sum(groupsOf(plan).map((group) => earnedIn(group, items, terms)))
  const earned = [accelerated(terms), raised(terms), ...multipliers(terms)].reduce(multiply, slices)
  if (plan.cap?.rate === undefined) return earned
  const base = paidOn(sum(items.map(earnsOf)), plan.scale, terms)
  const most = multiply(base, parse(plan.cap.rate))
  return base.n < 0n ? larger(earned, most) : smaller(earned, most)
}

export function countsOf(item: Item): Fraction {
  return multiply(item.sale.counts, partOf(item))
}

function earnsOf(item: Item): Fraction {
  return multiply(item.sale.earns, partOf(item))
}

function earnedIn(group: Group, items: readonly Item[], terms: Terms): Fraction {
  const own = items.filter(({ sale }) => sale.rule === group.rule)
  const { measuredBy, scale } = group
  if (scale.per !== undefined) return eachOnItsOwn(own, scale, terms)
  if (measuredBy !== undefined) return byMeasure(measuredBy, own, scale, terms)
  const base = sum(own.map(earnsOf))
  if (walks(terms.plan)) return byPlace(group, items, terms)
  if (isCut(terms.plan))
    return add(onTheWay(zero, base, base, scale, terms), flatOf(base, scale, terms))
  return payTogether(base, scale, terms)
}

/** Where the attainment is paid on, it is the rounded one, and so are the sales that it stands for. */
function paidOn(base: Fraction, scale: Scale, { plan, target }: Terms): Fraction {
  const { attainmentRounding: rounding, payout } = plan
  if (rounding === undefined || scale.thresholds !== 'attainment') return base
  if (scale.mode !== 'interpolated' && payout !== 'of-target-incentive') return base
  return multiply(roundTo(divide(base, target), rounding.decimals, rounding.mode), target)
}

/** Where the rounded attainment only chooses the tier, the sales themselves earn its rate. */
function payTogether(base: Fraction, scale: Scale, terms: Terms): Fraction {
  const { plan, target } = terms
  const { attainmentRounding: rounding, payout } = plan
  const isChosen =
    scale.thresholds === 'attainment' &&
    scale.mode !== 'interpolated' &&
    payout !== 'of-target-incentive'
  if (rounding === undefined || !isChosen) return payScale(paidOn(base, scale, terms), scale, terms)
  if (base.n < 0n) return negate(payTogether(negate(base), scale, terms))
  const attained = roundTo(divide(base, target), rounding.decimals, rounding.mode)
  const alone = { ...scale, tiers: [{ ...tierAt(attained, scale, one), upTo: null }] }
  return payScale(base, alone, terms)
}

function payScale(base: Fraction, scale: Scale, terms: Terms): Fraction {
  return payAt(base, toOracle(scale, terms), { target: toCanonical(terms.target) })
}

/** Each deal, or order, goes through the scale on its own; a refund of an earlier statement leaves what the rest of its line earns. */
function eachOnItsOwn(items: readonly Item[], scale: Scale, terms: Terms): Fraction {
  const bases = new Map<string, Fraction>()
  const others: Fraction[] = []
  for (const item of items) {
    const { sale } = item
    if (item.kind === 'refund' && item.commission !== null) {
      const left = (part: Fraction) =>
        payScale(multiply(sale.earns, subtract(one, part)), scale, terms)
      others.push(subtract(left(item.after), left(item.before)))
      continue
    }
    const { order, id } = sale.line
    const key = scale.per === 'order' && order !== undefined ? `order ${order}` : `line ${id}`
    bases.set(key, add(bases.get(key) ?? zero, earnsOf(item)))
  }
  return sum([...[...bases.values()].map((base) => payScale(base, scale, terms)), ...others])
}

/** A figure of each line, or one of all lines, chooses the tier whose rate is paid. */
function byMeasure(by: Measure, items: readonly Item[], scale: Scale, terms: Terms): Fraction {
  const base = sum(items.map(earnsOf))
  if (base.n < 0n && scale.negative === 'zero') return zero
  const figure = ({ sale }: Item) => {
    if (by === 'attainment') return terms.attainment
    return by === 'units' ? terms.units : measureOf(by, sale.line, terms.plan)
  }
  return sum(
    items.map((item) => multiply(earnsOf(item), rateOf(tierAt(figure(item), scale, one), terms))),
  )
}

/** Whether the place of a line among all that counts says what it earns. */
function walks(plan: Plan): boolean {
  return isShared(plan) || (plan.factors ?? []).some(({ applies = 'both' }) => applies !== 'both')
}

function isCut({ accelerator }: Plan): boolean {
  return accelerator?.mode === 'marginal'
}

/** What tiers pay beside their rates: no step multiplies it. */
function flatOf(base: Fraction, scale: Scale, terms: Terms): Fraction {
  const tiers = scale.tiers.map(({ amount: _, ...tier }) => tier)
  return subtract(payScale(base, scale, terms), payScale(base, { ...scale, tiers }, terms))
}

function isShared({ tiersOver, accelerator, rates }: Plan): boolean {
  return tiersOver !== undefined || (accelerator?.mode === 'marginal' && rates !== undefined)
}

/** Lines lie one after the other among the tiers, or all of them have the same share of each. */
function byPlace(group: Group, items: readonly Item[], terms: Terms): Fraction {
  const { plan } = terms
  const among = items.filter(({ sale }) => isShared(plan) || sale.rule === group.rule)
  const own = among.filter(({ sale }) => sale.rule === group.rule)
  const total = sum(among.map(countsOf))
  const { scale } = group
  if (scale.mode === 'whole-amount') {
    const base = sum(own.map(earnsOf))
    return multiply(base, rateAt(base.n < 0n ? negate(total) : total, scale, terms))
  }
  if (plan.attribution === 'pro-rata')
    return sum(own.map((item) => onTheWay(zero, total, earnsOf(item), scale, terms)))
  let place = zero
  return sum(
    among.map((item) => {
      const from = place
      place = add(place, countsOf(item))
      if (item.sale.rule !== group.rule) return zero
      return onTheWay(from, place, earnsOf(item), scale, terms)
    }),
  )
}

/** What earns on the way from one place to another is cut wherever a rate changes. */
function onTheWay(from: Fraction, to: Fraction, base: Fraction, scale: Scale, terms: Terms) {
  const rate = (place: Fraction) =>
    multiply(rateAt(sizeOf(place), scale, terms), acceleratedAt(sizeOf(place), terms))
  const width = subtract(to, from)
  if (width.n === 0n) return multiply(base, rate(to))
  const [low, high] = compare(from, to) < 0 ? [from, to] : [to, from]
  const cuts = endsOf(scale, terms)
    .flatMap((end) => [end, negate(end)])
    .filter((end) => compare(low, end) < 0 && compare(end, high) < 0)
    .sort(compare)
  const stops = [low, ...cuts, high]
  return sum(
    stops.slice(1).map((end, index) => {
      const start = stops[index] ?? low
      const share = divide(subtract(end, start), sizeOf(width))
      const middle = divide(add(start, end), fraction(2n))
      return multiply(multiply(base, share), rate(middle))
    }),
  )
}

function endsOf({ tiers, thresholds }: Scale, { plan, target }: Terms): readonly Fraction[] {
  const unit = thresholds === 'attainment' ? target : one
  const steps = plan.accelerator?.mode === 'marginal' ? plan.accelerator.steps : []
  return [
    ...tiers.flatMap(({ upTo }) => (upTo === null ? [] : [multiply(parse(upTo), unit)])),
    ...steps.flatMap(({ upTo }) => (upTo === null ? [] : [multiply(parse(upTo), target)])),
  ]
}

/** The rate of the tier that owns a place. */
function rateAt(place: Fraction, scale: Scale, terms: Terms): Fraction {
  const unit = scale.thresholds === 'attainment' ? terms.target : one
  return rateOf(tierAt(place, scale, unit), terms)
}

function tierAt(figure: Fraction, { boundary = 'upper-tier', tiers }: Scale, unit: Fraction): Tier {
  const found = tiers.find(({ upTo, boundary: own = boundary }) => {
    if (upTo === null) return true
    return compare(figure, multiply(parse(upTo), unit)) < (own === 'upper-tier' ? 0 : 1)
  })
  return found ?? (tiers.at(-1) as Tier)
}

function rateOf({ rate, multiple }: Tier, { plan, month, incentive, target }: Terms): Fraction {
  const isMoney = plan.payout !== 'of-target-incentive'
  const times = multiple !== undefined && !isMoney ? divide(incentive, target) : one
  const own = multiply(quotient(multiple ?? rate ?? '0'), times)
  const isAdded = plan.coefficient?.applies !== 'multiply'
  return isAdded ? add(own, parse(month.coefficientUplift ?? '0')) : own
}

function quotient(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/')
  return divide(parse(n), parse(d))
}

/** The scale at the payee's own rates and amounts. */
function toOracle(scale: Scale, terms: Terms): OracleScale {
  const { plan, incentive } = terms
  const flat = (text: string | undefined) => {
    if (text === undefined || plan.payout !== 'of-target-incentive') return text
    return toCanonical(multiply(parse(text), incentive))
  }
  return {
    mode: scale.mode,
    boundary: scale.boundary ?? 'upper-tier',
    negative: scale.negative ?? 'mirror',
    thresholds: scale.thresholds,
    tiers: scale.tiers.map((tier) => {
      const rate = rateOf(tier, terms)
      return {
        id: tier.id,
        upTo: tier.upTo,
        boundary: tier.boundary,
        rate: `${rate.n}/${rate.d}`,
        amount: flat(tier.amount),
        minimum: flat(tier.minimum),
        maximum: flat(tier.maximum),
      }
    }),
  }
}

function isAccelerating({ plan: { accelerator }, month }: Terms): boolean {
  if (accelerator === undefined) return false
  return accelerator.conditions === undefined || holds(accelerator.conditions, month.facts)
}

function accelerated(terms: Terms): Fraction {
  const { accelerator } = terms.plan
  if (accelerator?.mode !== 'whole-amount' || !isAccelerating(terms)) return one
  return stepAt(terms.attainment, accelerator)
}

function acceleratedAt(place: Fraction, terms: Terms): Fraction {
  const { accelerator } = terms.plan
  if (accelerator?.mode !== 'marginal' || !isAccelerating(terms)) return one
  return stepAt(divide(place, terms.target), accelerator)
}

function raised({ plan, month }: Terms): Fraction {
  if (plan.coefficient?.applies !== 'multiply') return one
  return add(one, parse(month.coefficientUplift ?? '0'))
}

function multipliers({ plan, month }: Terms): readonly Fraction[] {
  const { kpiMultiplier, multipliers: others = [] } = plan
  const all = [...(kpiMultiplier === undefined ? [] : [kpiMultiplier]), ...others]
  return all.map((one) => {
    const said = month.facts[one.fact] ?? ''
    return 'values' in one ? parse(one.values[said] ?? '0') : stepAt(parse(said), one)
  })
}
