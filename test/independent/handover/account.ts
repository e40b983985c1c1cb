/** What a seller and those who have taken customers over have of the seller's lines, from the words of the page. */
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
  toDecimal,
  zero,
} from '../../oracle/fraction.js'

export interface Part {
  readonly share: Fraction
  readonly on: 'booked' | 'collected' | 'paid-in-full'
  readonly after?: number
  readonly from?: Fraction
}

/** An order, or what takes back some of one. */
export interface Line {
  readonly id: string
  readonly month: number
  readonly amount: Fraction
  readonly of?: string
}

export interface Cash {
  readonly line: string
  readonly month: number
  readonly amount: Fraction
  readonly owners: ReadonlyMap<string, Fraction>
}

export interface Facts {
  readonly seller: string
  readonly rate: Fraction
  readonly parts: readonly Part[]
  readonly lines: readonly Line[]
  readonly cash: readonly Cash[]
}

/** What is due through a month: the seller's, and by line and payee what is others'. */
export interface Due {
  readonly own: Fraction
  readonly others: ReadonlyMap<string, Fraction>
}

export function dueThrough(month: number, facts: Facts): Due {
  const known = facts.lines.filter((line) => line.month <= month)
  const shares = sharesOf(known, facts.rate)
  const others = new Map<string, Fraction>()
  let all = zero
  for (const line of known) {
    const share = shares.get(line.id) ?? zero
    if (line.of !== undefined) {
      all = add(all, share)
      continue
    }
    const came = cameOf(line, month, facts)
    const state = { line, share, came, age: month - line.month, refunded: refundsOf(line, known) }
    all = add(all, sum(partsOf(state, facts.parts).map(({ due }) => due)))
    for (const [payee, amount] of othersOf(state, facts)) others.set(`${line.id} ${payee}`, amount)
  }
  return { own: subtract(all, sum([...others.values()])), others }
}

/** In the order of the deals, a line has what it adds to the month's commission, in whole cents. */
function sharesOf(lines: readonly Line[], rate: Fraction): Map<string, Fraction> {
  const sold = new Map<number, Fraction>()
  return new Map(
    lines.map(({ id, month, amount }) => {
      const before = sold.get(month) ?? zero
      const after = add(before, amount)
      sold.set(month, after)
      return [id, subtract(toCents(multiply(after, rate)), toCents(multiply(before, rate)))]
    }),
  )
}

interface Came {
  readonly all: Fraction
  /** Of whom the line is not, in the order in which they came. */
  readonly others: ReadonlyMap<string, Fraction>
}

/** Cash of the line month by month; what is more than open, or takes back more than came, is set aside as a whole. */
function cameOf(line: Line, through: number, { lines, cash, seller }: Facts): Came {
  let all = zero
  const others = new Map<string, Fraction>()
  for (const { month, amount, owners } of inMonths(line, through, cash)) {
    const refunded = refundsOf(
      line,
      lines.filter((one) => one.month <= month),
    )
    const open = larger(zero, subtract(line.amount, add(all, refunded)))
    if (compare(amount, open) > 0 || add(all, amount).n < 0n) continue
    all = add(all, amount)
    for (const [payee, share] of owners)
      others.set(payee, add(others.get(payee) ?? zero, multiply(amount, share)))
  }
  others.delete(seller)
  return { all, others }
}

/** In each month in the order given; before its own month, nobody knows the line. */
function inMonths(line: Line, through: number, cash: readonly Cash[]): Cash[] {
  return cash
    .filter((one) => one.line === line.id && one.month >= line.month && one.month <= through)
    .sort((a, b) => a.month - b.month)
}

function refundsOf({ id }: Line, known: readonly Line[]): Fraction {
  return negate(sum(known.filter(({ of }) => of === id).map(({ amount }) => amount)))
}

interface State {
  readonly line: Line
  readonly share: Fraction
  readonly came: Came
  readonly age: number
  readonly refunded: Fraction
}

/** Of each part what is due of it, and what of that came by cash and not by what was taken back. */
function partsOf(
  { line, share, came, age, refunded }: State,
  parts: readonly Part[],
): { readonly due: Fraction; readonly byCash: Fraction }[] {
  const left = subtract(line.amount, refunded)
  const later = parts.slice(1).map((part) => cut(multiply(share, part.share)))
  const wholes = [subtract(share, sum(later)), ...later]
  const reached = ({ on, after = 0, from = zero }: Part): Fraction => {
    if (on === 'booked') return age >= after ? left : zero
    if (on === 'paid-in-full') return compare(came.all, left) < 0 ? zero : came.all
    const beyond = subtract(came.all, multiply(from, left))
    return larger(zero, divide(beyond, subtract(fraction(1n), from)))
  }
  const at = (whole: Fraction, done: Fraction) =>
    toCents(divide(multiply(whole, smaller(done, line.amount)), line.amount))
  return parts.map((part, index) => {
    const whole = wholes[index] ?? zero
    const done = reached(part)
    const byCash = part.on === 'booked' ? zero : at(whole, done)
    return { due: at(whole, add(done, refunded)), byCash }
  })
}

/** Of what is due by cash, each has the share of the cash to date that is theirs; of several, the sum so far is rounded less that before. */
function othersOf(state: State, { parts }: Facts): [string, Fraction][] {
  const due = sum(partsOf(state, parts).map(({ byCash }) => byCash))
  const { all, others } = state.came
  const upTo = (count: number) => {
    const amounts = [...others.values()].slice(0, count)
    return all.n === 0n ? zero : toCents(divide(multiply(due, sum(amounts)), all))
  }
  return [...others.keys()].map((payee, index) => [payee, subtract(upTo(index + 1), upTo(index))])
}

function toCents(value: Fraction): Fraction {
  return parse(toDecimal(value, 2, 'half-up'))
}

function cut(value: Fraction): Fraction {
  return parse(toDecimal(value, 2, 'down'))
}
