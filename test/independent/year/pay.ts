import {
  add,
  type Fraction,
  multiply,
  parse,
  smaller,
  subtract,
  sum,
  toDecimal,
  zero,
} from '../../oracle/fraction.js'
import { amountOf, isBelow, positive, toCents } from './exact.js'
import type { Draw, Plan } from './facts.js'

/** What stands open between two periods. */
export interface Open {
  readonly carried: Fraction
  readonly owed: Fraction
  readonly held: readonly { readonly amount: Fraction; readonly left: number }[]
  /** How many periods were settled under a plan with an advance, up to now. */
  readonly drawn: number
}

export const openAtFirst: Open = { carried: zero, owed: zero, held: [], drawn: 0 }

interface Due {
  readonly due: Fraction
  readonly adjusted: Fraction
  readonly guaranteed: Fraction
  readonly plan: Plan
  readonly leaving: 'no' | 'final' | 'left'
}

/** Steps 16 to 19. */
export function advance({ due, adjusted, guaranteed, plan, leaving }: Due, open: Open) {
  const heldBack = heldOf(due, plan)
  const released = sum(open.held.filter(({ left }) => left === 1).map(({ amount }) => amount))
  const available = sum([subtract(due, heldBack), released, guaranteed, adjusted, open.carried])
  const draw = leaving === 'left' ? undefined : plan.payment.draw
  const { drawn, recovered } = drawOf(available, open, draw)
  const payable = subtract(add(available, drawn), recovered)
  const least = leaving === 'no' ? amountOf(plan.payment.minimumPayout) : zero
  const paid = payable.n < 0n || isBelow(payable, least) ? zero : payable
  const held = open.held.filter(({ left }) => left > 1)
  const after: Open = {
    carried: subtract(payable, paid),
    owed: subtract(add(open.owed, drawn), recovered),
    held: [
      ...held.map((part) => ({ ...part, left: part.left - 1 })),
      ...(heldBack.n > 0n
        ? [{ amount: heldBack, left: plan.payment.holdback?.releaseAfter ?? 0 }]
        : []),
    ],
    drawn: isAdvance(plan.payment.draw) ? open.drawn + 1 : 0,
  }
  return { heldBack, released, drawn, recovered, paid, open: after }
}

function isAdvance(draw: Draw | undefined): draw is Draw {
  return draw?.kind === 'recoverable'
}

/** Step 16: a part is held of what was earned above 0. */
function heldOf(due: Fraction, { payment }: Plan): Fraction {
  if (payment.holdback === undefined || due.n <= 0n) return zero
  return toCents(multiply(due, amountOf(payment.holdback.share)))
}

/** Step 18. Where the draw has ended, or there is none, all that is available recovers. */
function drawOf(available: Fraction, open: Open, draw: Draw | undefined) {
  const least = isAdvance(draw) ? drawIn(draw, open.drawn) : zero
  if (!isAdvance(draw) || least.n === 0n)
    return { drawn: zero, recovered: positive(smaller(open.owed, available)) }
  const short = subtract(least, available)
  if (short.n > 0n) {
    const room = positive(subtract(amountOf(draw.owedAtMost ?? '1e30'), open.owed))
    return { drawn: smaller(short, room), recovered: zero }
  }
  if (open.drawn < (draw.recoverAfter ?? 0)) return { drawn: zero, recovered: zero }
  const source = draw.recoverFrom === 'all' ? available : subtract(zero, short)
  const share = multiply(available, amountOf(draw.recoverAtMost ?? '1'))
  const most = parse(toDecimal(share, 2, 'down'))
  return { drawn: zero, recovered: smaller(open.owed, smaller(source, most)) }
}

/** D in the period that comes after so many under a draw. */
function drawIn(draw: Draw, before: number): Fraction {
  let passed = before
  for (const { periods, amount } of draw.schedule ?? []) {
    if (passed < periods) return amountOf(amount)
    passed -= periods
  }
  const hasEnded = draw.periods !== undefined && before >= draw.periods
  return hasEnded ? zero : amountOf(draw.amount)
}
