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
  toText,
  zero,
} from '../oracle/fraction.js'
import type { Adjustment, Slice, Statement } from './archive.js'

/** A statement's amount, computed again, and everything in which the statement disagrees with itself. */
export interface Recomputed {
  readonly amount: Fraction
  readonly findings: readonly string[]
}

/**
 * Computes the amount of a statement again: base times rate, slice by slice; the multipliers; rounding; awards; caps; refunds. What
 * the statement says of its own amounts is only compared.
 */
export function recomputeStatement(statement: Statement): Recomputed {
  const findings: string[] = []
  const expect = (what: string, stated: string | null, computed: string | null) => {
    if (stated !== computed) findings.push(`${what}: stated ${stated}, computed ${computed}`)
  }
  const { rounding, slices, gate } = statement
  const rounded = (amount: Fraction) => parse(toDecimal(amount, rounding.decimals, rounding.mode))
  const isPaid = gate === null || gate.outcome === 'met'
  if (!isPaid) expect('slices below the gate', String(slices.length), '0')

  const exactSlices = slices.map(amountOf)
  expect(
    'the slices',
    toText(sum(slices.map(({ amount }) => parse(amount)))),
    toText(rounded(sum(exactSlices))),
  )
  for (const [index, slice] of slices.entries()) {
    const off = subtract(parse(slice.amount), exactSlices[index] ?? zero)
    if (compare(larger(off, negate(off)), unitOf(statement)) >= 0)
      findings.push(`slice ${slice.tier}: stated ${slice.amount}, off by ${toText(off)}`)
  }

  const stated = new Map(statement.adjustments.map((one) => [one.kind, one]))
  const checkStep = (kind: string, change: Fraction) => {
    expect(kind, toText(parse(stated.get(kind)?.amount ?? '0')), toText(change))
    stated.delete(kind)
  }
  let exact = sum(exactSlices)
  let amount = rounded(exact)
  for (const { kind, of } of exactSteps(statement)) {
    exact = of(exact)
    checkStep(kind, subtract(rounded(exact), amount))
    amount = rounded(exact)
  }
  // A cap that takes off less than rounding does is no adjustment, so that its limit is not there.
  if (compare(rounded(parse(statement.unrounded)), amount) !== 0)
    expect('unrounded', statement.unrounded, toText(exact))
  const stepped = incrementOf(statement, exact)
  for (const { kind, of } of [...lineSteps(statement), ...stepped, ...roundedSteps(statement)]) {
    const after = of(amount)
    checkStep(kind, subtract(after, amount))
    amount = after
  }
  findings.push(...refundsOff(statement))
  for (const kind of stated.keys()) findings.push(`${kind}: nothing in the statement says why`)

  expect('the amount', toText(parse(statement.amount)), toText(amount))
  for (const [what, given, computed] of figuresOf(statement, amount)) expect(what, given, computed)
  return { amount, findings }
}

/** The least that can be paid. */
function unitOf({ rounding }: Statement): Fraction {
  return fraction(1n, 10n ** BigInt(rounding.decimals))
}

/** What a slice earns: its base times its rate, and what the tier pays beside it. Below zero it mirrors what its opposite earns. */
function amountOf(slice: Slice): Fraction {
  const base = parse(slice.base)
  if (base.n < 0n) return negate(amountOf({ ...slice, base: toText(negate(base)) }))
  const flat = parse(slice.flat ?? '0')
  const paid = slice.width === undefined ? flat : divide(multiply(flat, base), parse(slice.width))
  const earned = add(multiply(base, rateOf(slice)), paid)
  const atLeast = slice.minimum === undefined ? earned : larger(earned, parse(slice.minimum))
  return slice.maximum === undefined ? atLeast : smaller(atLeast, parse(slice.maximum))
}

/** A rate that does not end in decimals is stated as a quotient of whole numbers. */
function rateOf({ rate }: Slice): Fraction {
  const [n = '', d = '1'] = rate.split('/')
  return divide(parse(n), parse(d))
}

interface Step {
  readonly kind: string
  readonly of: (before: Fraction) => Fraction
}

/** The steps before rounding. */
function exactSteps(statement: Statement): Step[] {
  const { accelerator, coefficient, kpiMultiplier, adjustments, base } = statement
  const times = (kind: string, multiplier: string | undefined): Step[] =>
    multiplier === undefined ? [] : [{ kind, of: (before) => multiply(before, parse(multiplier)) }]
  const capBase = limitOf('cap-base', adjustments)
  const capRate = limitOf('cap-rate', adjustments)
  return [
    ...(capBase === null ? [] : [{ kind: 'cap-base', of: () => onFirst(capBase, statement) }]),
    ...times('accelerator', accelerator?.multiplier),
    ...(coefficient?.applies === 'multiply'
      ? [
          {
            kind: 'coefficient',
            of: (before: Fraction) =>
              multiply(before, add(fraction(1n), parse(coefficient.uplift))),
          },
        ]
      : []),
    ...times('kpi-multiplier', kpiMultiplier?.multiplier),
    ...(capRate === null
      ? []
      : [
          {
            kind: 'cap-rate',
            of: (before: Fraction) => withinOf(before, multiply(parse(base), capRate)),
          },
        ]),
  ]
}

/** What multiplies all that the slices earn. */
function multiplierOf({ accelerator, coefficient, kpiMultiplier }: Statement): Fraction {
  const one = fraction(1n)
  const raised = coefficient?.applies === 'multiply' ? add(one, parse(coefficient.uplift)) : one
  const others = [accelerator, kpiMultiplier].map((step) => parse(step?.multiplier ?? '1'))
  return others.reduce(multiply, raised)
}

/** Where each line is capped or rounded on its own, the sum of the lines takes over. */
function lineSteps(statement: Statement): Step[] {
  const { shares, rounding, adjustments } = statement
  const most = limitOf('cap-line', adjustments)
  if (shares === undefined || (most === null && rounding.at === 'total')) return []
  const round = (amount: Fraction) => parse(toDecimal(amount, rounding.decimals, rounding.mode))
  const multiplier = multiplierOf(statement)
  const lines = shares.map(({ slices }) => {
    const own = multiply(sum(slices.map(amountOf)), multiplier)
    return most === null ? own : larger(negate(most), smaller(own, most))
  })
  return [
    ...(most === null ? [] : [{ kind: 'cap-line', of: () => round(sum(lines)) }]),
    ...(rounding.at === 'total'
      ? []
      : [{ kind: 'line-rounding', of: () => sum(lines.map(round)) }]),
  ]
}

/** A plan that pays in steps rounds the exact amount once more, to a whole number of them. */
function incrementOf({ rounding, gate }: Statement, exact: Fraction): Step[] {
  const { increment, mode, at } = rounding
  const isShut = gate !== null && gate.outcome === 'unmet'
  if (increment === undefined || at === 'line' || isShut) return []
  const whole = parse(toDecimal(divide(exact, parse(increment)), 0, mode))
  return [{ kind: 'increment', of: () => multiply(whole, parse(increment)) }]
}

/** A refund takes back its part of what the original line was paid; of several, each what is new. */
function refundsOff({ refunds = [], shares, rounding }: Statement): string[] {
  const before = new Map<string, Fraction>()
  return refunds.flatMap(({ line, refundOf, sales, amount }) => {
    const original = shares?.find(({ id }) => id === refundOf)
    if (original === undefined) return []
    const takenBack = (of: Fraction) => {
      const share = divide(multiply(parse(original.amount), of), parse(original.sales))
      return parse(toDecimal(share, rounding.decimals, 'half-up'))
    }
    const refunded = before.get(refundOf) ?? zero
    const now = subtract(refunded, parse(sales))
    before.set(refundOf, now)
    const computed = subtract(takenBack(refunded), takenBack(now))
    return compare(parse(amount), computed) === 0
      ? []
      : [`refund ${line}: stated ${amount}, computed ${toText(computed)}`]
  })
}

/** The steps after rounding. */
function roundedSteps({ adjustments, awards = [], refunds = [], rounding }: Statement): Step[] {
  const plus = (kind: string, amounts: readonly string[]): Step => {
    const total = parse(toDecimal(sum(amounts.map(parse)), rounding.decimals, rounding.mode))
    return { kind, of: (before) => add(before, total) }
  }
  const capped = (kind: string): Step[] => {
    const limit = limitOf(kind, adjustments)
    return limit === null ? [] : [{ kind, of: (before) => smaller(before, limit) }]
  }
  const paidAwards = awards.filter(({ outcome }) => outcome === 'paid')
  return [
    plus(
      'award',
      paidAwards.map(({ amount }) => amount),
    ),
    ...capped('cap'),
    ...capped('cap-year').map((step) => usedUp(step, adjustments)),
    plus(
      'refund',
      refunds.map(({ amount }) => amount),
    ),
  ]
}

/** Where the year is above its cap, what is taken back uses that up first; how much that is, the statement alone does not say. */
function usedUp(step: Step, adjustments: readonly Adjustment[]): Step {
  const stated = parse(adjustments.find(({ kind }) => kind === step.kind)?.amount ?? '0')
  return stated.n <= 0n
    ? step
    : { ...step, of: (before) => smaller(add(before, stated), fraction(0n)) }
}

function limitOf(kind: string, adjustments: readonly Adjustment[]): Fraction | null {
  const limit = adjustments.find((one) => one.kind === kind)?.limit
  return limit === undefined ? null : parse(limit)
}

/** What the first part of the base earns. */
function onFirst(most: Fraction, statement: Statement): Fraction {
  let left = most
  const parts = statement.slices.map((slice) => {
    const base = larger(negate(left), smaller(parse(slice.base), left))
    left = subtract(left, larger(base, negate(base)))
    return amountOf({ ...slice, base: toText(base) })
  })
  return sum(parts)
}

/** A refund mirrors: below zero, no more is taken back than would have been paid. */
function withinOf(amount: Fraction, most: Fraction): Fraction {
  return most.n < 0n ? larger(amount, most) : smaller(amount, most)
}

/** Figures of the statement that follow from others: stated, and computed again. */
function figuresOf(
  { sales, base, target, attainment, gate, effectiveRate }: Statement,
  amount: Fraction,
): (readonly [string, string | null, string | null])[] {
  const isMet = gate === null || gate.outcome === 'met'
  const rate = parse(base).n === 0n ? null : toText(divide(amount, parse(base)))
  const figures: (readonly [string, string | null, string | null])[] = [
    ['effectiveRate', effectiveRate, rate],
  ]
  if (target !== null)
    figures.push(['attainment', attainment, toText(divide(parse(sales), parse(target)))])
  if (gate !== null && gate.attainment !== null && target !== null) {
    const level = multiply(parse(gate.attainment), parse(target))
    const missing = subtract(level, parse(sales))
    figures.push(
      ['gate', gate.outcome, missing.n > 0n ? 'unmet' : 'met'],
      [
        'remaining',
        gate.remaining && toText(parse(gate.remaining)),
        missing.n > 0n ? toText(missing) : null,
      ],
    )
  }
  if (!isMet) figures.push(['base below the gate', toText(parse(base)), toText(zero)])
  return figures
}
