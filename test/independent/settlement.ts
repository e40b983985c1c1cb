import {
  add,
  compare,
  type Fraction,
  larger,
  multiply,
  parse,
  type RoundingMode,
  smaller,
  subtract,
  sum,
  toDecimal,
  toText,
  zero,
} from '../oracle/fraction.js'
import type { SettledPeriod, Settlement, Terms } from './archive.js'
import { recomputeStatement } from './statement.js'

/** What a payee was paid, period by period, computed again. */
export interface RecomputedPay {
  readonly paid: Fraction
  readonly findings: readonly string[]
}

/** What stands open between two periods. */
interface Open {
  readonly year: string
  readonly earned: Fraction
  readonly held: readonly { readonly amount: Fraction; readonly left: number }[]
  readonly carried: Fraction
  readonly draw: Fraction
  readonly periods: number
}

const nothing: Open = { year: '', earned: zero, held: [], carried: zero, draw: zero, periods: 0 }

/**
 * Computes the payments of settlements that follow each other again, from their statements and terms. `adjusted` is what each period
 * adds for earlier ones, computed elsewhere.
 */
export function recomputePay(
  settlements: readonly Settlement[],
  adjusted: ReadonlyMap<string, Fraction>,
): RecomputedPay {
  const findings: string[] = []
  let open = nothing
  let total = zero
  for (const settlement of settlements) {
    for (const period of settlement.periods) {
      const step = settle(period, open, adjusted.get(period.period) ?? zero, settlement.terms)
      findings.push(...step.findings.map((finding) => `${period.period} ${finding}`))
      total = add(total, step.paid)
      open = step.open
    }
    findings.push(...closingOf(settlement, open))
  }
  return { paid: total, findings }
}

function settle(period: SettledPeriod, open: Open, adjusted: Fraction, terms: Terms) {
  const { statement } = period
  const { amount, findings } = recomputeStatement(statement)
  const year = period.period.slice(0, 4)
  const before = year === open.year ? open.earned : zero
  // A statement named after the year holds the year to date; the period adds what is new in it.
  const earned = statement.period === year ? subtract(amount, before) : amount
  const { mode } = statement.rounding
  const decimals = statement.rounding.decimals

  const heldBack = holdBack(earned, terms, decimals, mode)
  const due = open.held.filter(({ left }) => left === 1)
  const released = sum(due.map((part) => part.amount))
  // What corrections change in the guarantees of closed periods comes with them.
  const restated = period.corrections.map((one) => parse(one.guaranteed))
  const guaranteed = sum([guarantee(earned, open, terms), ...restated])
  const available = sum([earned, guaranteed, negated(heldBack), released, adjusted, open.carried])
  const draw = advance(available, open, terms, decimals)
  const payable = sum([available, draw.drawn, negated(draw.recovered)])
  const isPaid = compare(payable, parse(terms.minimumPayout ?? '0')) >= 0 && payable.n >= 0n
  const paid = isPaid ? payable : zero
  const after: Open = {
    year,
    earned: add(before, earned),
    held: [
      ...open.held.flatMap((part) => (part.left === 1 ? [] : [{ ...part, left: part.left - 1 }])),
      ...(heldBack.n === 0n ? [] : [{ amount: heldBack, left: terms.holdback?.releaseAfter ?? 0 }]),
    ],
    carried: subtract(payable, paid),
    draw: subtract(add(open.draw, draw.drawn), draw.recovered),
    periods: open.periods + 1,
  }
  const computed = {
    earned,
    adjusted,
    heldBack,
    released,
    guaranteed,
    ...draw,
    paid,
    carried: after.carried,
    drawOwed: after.draw,
  }
  const wrong = Object.entries(computed).flatMap(([key, value]) => {
    const stated = period[key as keyof typeof computed]
    return compare(parse(stated), value) === 0
      ? []
      : [`${key}: stated ${stated}, computed ${toText(value)}`]
  })
  return { paid, open: after, findings: [...findings, ...wrong] }
}

function holdBack(
  earned: Fraction,
  { holdback }: Terms,
  decimals: number,
  mode: RoundingMode,
): Fraction {
  if (holdback === undefined || earned.n <= 0n) return zero
  return parse(toDecimal(multiply(earned, parse(holdback.share)), decimals, mode))
}

/** What the draw comes to in this period: its schedule first, and nothing after its end. */
function amountNow({ periods: settled }: Open, draw: NonNullable<Terms['draw']>): Fraction {
  if (draw.periods !== undefined && settled >= draw.periods) return zero
  let left = settled
  for (const { periods, amount } of draw.schedule ?? []) {
    if (left < periods) return parse(amount)
    left -= periods
  }
  return parse(draw.amount)
}

function guarantee(earned: Fraction, open: Open, { draw }: Terms): Fraction {
  if (draw?.kind !== 'non-recoverable') return zero
  const toppedUp = larger(earned, zero)
  return larger(zero, subtract(amountNow(open, draw), toppedUp))
}

function advance(available: Fraction, open: Open, { draw }: Terms, decimals: number) {
  const none = { drawn: zero, recovered: zero }
  const amount = draw?.kind === 'recoverable' ? amountNow(open, draw) : zero
  const short = subtract(amount, available)
  if (short.n > 0n && amount.n === 0n) return none
  if (short.n > 0n) {
    const room =
      draw?.owedAtMost === undefined
        ? short
        : larger(zero, subtract(parse(draw.owedAtMost), open.draw))
    return { ...none, drawn: smaller(short, room) }
  }
  if (draw !== undefined && open.periods < draw.recoverAfter) return none
  const source = draw?.recoverFrom === 'above-draw' ? negated(short) : available
  const share = multiply(available, parse(draw?.recoverAtMost ?? '1'))
  const most = parse(toDecimal(share, decimals, 'down'))
  return { ...none, recovered: smaller(open.draw, smaller(source, most)) }
}

function closingOf({ closing }: Settlement, open: Open): string[] {
  const figures = [
    [
      'held',
      sum(closing.held.map(({ amount }) => parse(amount))),
      sum(open.held.map(({ amount }) => amount)),
    ],
    ['carried', parse(closing.carried), open.carried],
    ['draw', parse(closing.draw), open.draw],
  ] as const
  return figures.flatMap(([what, stated, computed]) =>
    compare(stated, computed) === 0
      ? []
      : [`closing ${what}: stated ${toText(stated)}, computed ${toText(computed)}`],
  )
}

function negated(value: Fraction): Fraction {
  return { n: -value.n, d: value.d }
}
