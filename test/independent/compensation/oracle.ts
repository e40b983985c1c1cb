/**
 * What a payee's components come to month by month, from the words of docs/compensation/several-components.md: each by its own rule, in the
 * order of the plan, with looks at those before it; the cap of all; and each component carrying what it owes.
 */
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  parse,
  smaller,
  subtract,
  sum,
  toDecimal,
  zero,
} from '../../oracle/fraction.js'

/** At a level of attainment all of the share of the incentive times `pays`; between two points a straight line. */
export type Points = readonly (readonly [attainment: string, pays: string])[]

export type Component =
  | {
      readonly kind: 'curve'
      readonly id: string
      readonly weight: string
      readonly points: Points
      readonly isToDate: boolean
      /** It pays only where another has reached so much. */
      readonly gate?: Look
    }
  | {
      readonly kind: 'money'
      readonly id: string
      readonly rate: string
      readonly gate?: Look
      /** Half of it is paid where another has not reached so much. */
      readonly halvedBelow?: Look
    }
  | {
      readonly kind: 'table'
      readonly id: string
      readonly weight: string
      readonly rows: string
      readonly pays: readonly (readonly [string, string])[]
    }
  | {
      readonly kind: 'score'
      readonly id: string
      readonly weight: string
      readonly goals: readonly string[]
    }

/** A fact of a component before: `a.attainment`, `a.amount`, `g.score`. */
export interface Look {
  readonly at: string
  readonly required: string
}

export interface Cap {
  readonly amount?: string
  readonly multiple?: string
}

export interface Given {
  readonly sales: string
  readonly target: string
  /** The parts that are reached of each goal. */
  readonly goals: readonly string[]
}

export interface Month {
  readonly incentive: string
  readonly margin: string
  readonly given: Readonly<Record<string, Given>>
}

export interface Paid {
  readonly earned: readonly string[]
  readonly cut: string
  readonly paid: string
}

const one = fraction(1n)
const cents = (value: Fraction) => parse(toDecimal(value, 2, 'half-up'))
const money = (value: Fraction) => toDecimal(value, 2, 'half-up')

export function pay(
  components: readonly Component[],
  cap: Cap | undefined,
  months: readonly Month[],
): readonly Paid[] {
  const before = new Map<string, Fraction>()
  const carried = new Map<string, Fraction>()
  return months.map((month, index) => {
    const facts = new Map<string, Fraction>()
    const earned = components.map((component) => {
      const { amount, ...seen } = stated(component, months.slice(0, index + 1), facts)
      for (const [name, figure] of Object.entries({ ...seen, amount }))
        facts.set(`${component.id}.${name}`, figure)
      const own = subtract(amount, isToDate(component) ? (before.get(component.id) ?? zero) : zero)
      before.set(component.id, amount)
      return own
    })
    const cuts = takenBy(cap, earned, month)
    const paid = components.map(({ id }, at) => {
      const due = sum([
        earned[at] ?? zero,
        carried.get(id) ?? zero,
        { n: -(cuts[at] ?? 0n), d: 100n },
      ])
      carried.set(id, due.n < 0n ? due : zero)
      return due.n < 0n ? zero : due
    })
    return {
      earned: earned.map(money),
      cut: money({ n: -cuts.reduce((total, cut) => total + cut, 0n), d: 100n }),
      paid: money(sum(paid)),
    }
  })
}

function isToDate(component: Component): boolean {
  return component.kind === 'curve' && component.isToDate
}

interface Statement {
  readonly amount: Fraction
  readonly [fact: string]: Fraction
}

/** What the statement of a component says: of the month, or of the year so far. */
function stated(
  component: Component,
  months: readonly Month[],
  facts: ReadonlyMap<string, Fraction>,
): Statement {
  const now = months.at(-1) as Month
  if (component.kind === 'score') return scored(component, now)
  if (component.kind === 'table') return lookedUp(component, now, facts)
  const isOpen = component.gate === undefined || isMet(component.gate, facts)
  const counted = isToDate(component) ? months : [now]
  const total = (key: 'sales' | 'target') =>
    sum(counted.map((month) => parse(month.given[component.id]?.[key] ?? '0')))
  const attainment = divide(total('sales'), total('target'))
  const incentive = sum(counted.map((month) => parse(month.incentive)))
  const whole =
    component.kind === 'money'
      ? earned(component, total('sales'), facts)
      : multiply(
          multiply(incentive, parse(component.weight)),
          onCurve(attainment, component.points),
        )
  return { amount: isOpen ? cents(whole) : zero, attainment }
}

type Of<Kind extends Component['kind']> = Extract<Component, { readonly kind: Kind }>

/** The parts reached, by their weights: so much of 100 points, and of the incentive. */
function scored({ id, goals, weight }: Of<'score'>, { given, incentive }: Month): Statement {
  const reached = given[id]?.goals ?? []
  const score = sum(
    goals.map((points, index) =>
      multiply(parse(points), smaller(one, parse(reached[index] ?? '0'))),
    ),
  )
  const share = multiply(multiply(parse(incentive), parse(weight)), divide(score, fraction(100n)))
  return { amount: cents(share), score }
}

function lookedUp(
  { rows, pays, weight }: Of<'table'>,
  { margin, incentive }: Month,
  facts: ReadonlyMap<string, Fraction>,
): Statement {
  const row = compare(facts.get(rows) ?? zero, one) < 0 ? 0 : 1
  const column = compare(parse(margin), parse('0.2')) < 0 ? 0 : 1
  const share = multiply(parse(incentive), parse(weight))
  return { amount: cents(multiply(share, parse(pays[row]?.[column] ?? '0'))) }
}

function earned(
  { rate, halvedBelow }: Of<'money'>,
  sales: Fraction,
  facts: ReadonlyMap<string, Fraction>,
): Fraction {
  const amount = multiply(sales, parse(rate))
  const isHalved = halvedBelow !== undefined && !isMet(halvedBelow, facts)
  return isHalved ? divide(amount, fraction(2n)) : amount
}

function isMet({ at, required }: Look, facts: ReadonlyMap<string, Fraction>): boolean {
  return compare(facts.get(at) ?? zero, parse(required)) >= 0
}

function onCurve(attainment: Fraction, points: Points): Fraction {
  let [from, paid] = [zero, zero]
  for (const [end, pays] of points) {
    const [to, then] = [parse(end), parse(pays)]
    if (compare(attainment, to) < 0) {
      const share = divide(subtract(attainment, from), subtract(to, from))
      return add(paid, multiply(share, subtract(then, paid)))
    }
    ;[from, paid] = [to, then]
  }
  return paid
}

/** What is above the cap, in cents, of those that earn something in proportion; cents over go to the largest remainders, the first on a tie. */
function takenBy(
  cap: Cap | undefined,
  earned: readonly Fraction[],
  { incentive }: Month,
): readonly bigint[] {
  const units = earned.map((amount) => (amount.n * 100n) / amount.d)
  const none = units.map(() => 0n)
  if (cap === undefined) return none
  const limits = [
    ...(cap.amount === undefined ? [] : [parse(cap.amount)]),
    ...(cap.multiple === undefined ? [] : [multiply(parse(cap.multiple), parse(incentive))]),
  ].map((limit) => BigInt(toDecimal(limit, 2, 'half-up').replace('.', '')))
  const limit = limits.reduce((low, next) => (next < low ? next : low))
  const over = units.reduce((total, own) => total + own, 0n) - limit
  if (over <= 0n) return none
  const weights = units.map((own) => (own > 0n ? own : 0n))
  const whole = weights.reduce((total, own) => total + own, 0n)
  const cuts = weights.map((own) => (own * over) / whole)
  let left = over - cuts.reduce((total, own) => total + own, 0n)
  const byRemainder = weights
    .map((own, index) => ({ index, rest: (own * over) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of byRemainder) {
    if (left === 0n) break
    cuts[index] = (cuts[index] ?? 0n) + 1n
    left -= 1n
  }
  return cuts
}
