/** The laws of docs/commission/how-mechanisms-meet.md about what a year comes to, on random years. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from './calendar.js'
import { counted, FEWER, TIMEOUT } from './count.js'
import { type Chain, chains, type Features } from './draw.js'
import { isBooked } from './due.js'
import { amountOf, at, lastOf, toMoney } from './exact.js'
import type { Plan } from './facts.js'
import { inAll } from './oracle.js'
import {
  cleanRunOf,
  earnedInAll,
  followedBy,
  guaranteedInAll,
  under,
  withoutDraw,
} from './variants.js'
import { asFirstOrders, convertsEvenly, halved } from './variants.lines.js'

const settle = counted()

type Law = (chain: Chain) => void

function holds(
  plan: (plan: Plan) => boolean,
  law: Law,
  isIt: (chain: Chain) => boolean = () => true,
  features: Partial<Features> = {},
) {
  fc.assert(fc.property(chains({ ...features, plan }).filter(isIt), law), {
    numRuns: FEWER,
    endOnFailure: true,
  })
}

const isUnchanged = ({ year }: Chain) => year.plans.length === 1
const isInOneYear = ({ year: { periods, plans } }: Chain) =>
  plans.every(
    ({ plan: { yearStartsIn } }) =>
      new Set(periods.map(({ facts }) => spanOf(facts.period, 'year', yearStartsIn))).size === 1,
  )
const isAny = () => true
/** An amount by hand changes the guarantee of the period that it names, in the period in which it is given. */
const hasHandOfPeriod = ({ year }: Chain) =>
  year.periods.some(({ byHand }) => byHand?.some(({ period }) => period !== undefined))

const capOf = ({ plan }: { plan: Plan }) => Number(plan.cap?.year)
const lastCapOf = ({ year }: Chain) => capOf(at(year.plans, year.plans.length - 1))
/** No change of plan has lowered the cap or begun it anew. */
const isCapKept = ({ year: { plans } }: Chain) =>
  plans.every(
    (held, index) =>
      index === 0 || (held.change !== 'restart' && capOf(held) >= capOf(at(plans, index - 1))),
  )
const hasAdvance = ({ year: { plans } }: Chain) =>
  plans.some(({ plan }) => plan.payment.draw?.kind === 'recoverable')
const hasGuarantee = ({ year: { plans } }: Chain) =>
  plans.some(({ plan }) => plan.payment.draw?.kind === 'non-recoverable')

function guaranteeAt({ year }: Chain, index: number): number {
  const { draw } = (lastOf(year.plans, ({ from }) => from <= index) ?? at(year.plans, 0)).plan
    .payment
  return draw?.kind === 'non-recoverable' ? Number(draw.amount) : 0
}

describe('a year', () => {
  it(
    'earns at most its cap, corrections included',
    () => {
      holds(
        // Where more sales earn less, a line's share may be below zero, and waits for its cash as the others do.
        ({ cap, yearStartsIn, scale, accelerator, payment }) =>
          cap?.year !== undefined &&
          yearStartsIn === undefined &&
          (isBooked({ payment }) ||
            (scale.mode === 'marginal' && accelerator?.mode !== 'whole-amount')),
        (chain) => {
          const settled = settle(chain)
          if (settled)
            expect(Number(earnedInAll(chain.year, settled.pays))).toBeLessThanOrEqual(
              lastCapOf(chain),
            )
        },
        (chain) => isInOneYear(chain) && isCapKept(chain),
      )
    },
    TIMEOUT,
  )

  it(
    'pays in all the same with an advance and without',
    () => {
      holds(
        isAny,
        (chain) => {
          const settled = settle(chain)
          const without = settle(under(chain, withoutDraw))
          if (settled && without) expect(inAll(settled.pays)).toBe(inAll(without.pays))
        },
        (chain) => hasAdvance(chain) && !hasGuarantee(chain),
      )
    },
    TIMEOUT,
  )

  it(
    'leaves its guarantees alone where all that was earned is clawed back',
    () => {
      holds(isAny, (chain) => {
        const settled = settle(followedBy(chain))
        if (settled === undefined) return
        const { pays } = settled
        const earned = pays.map(({ earned, adjusted }) => Number(earned) + Number(adjusted))
        const all = earned.reduce((total, amount) => total + amount, 0)
        const clawback = { amount: toMoney(amountOf((-all).toFixed(2))) }
        const after = settle(followedBy(chain, { byHand: [clawback] }))
        if (after) expect(inAll(after.pays)).toBe(guaranteedInAll(pays))
      })
    },
    TIMEOUT,
  )

  it(
    'guarantees between nothing and the amount of the plan for each period, however often it was corrected',
    () => {
      holds(
        isAny,
        (chain) => {
          const settled = settle(chain)
          const clean = settle(cleanRunOf(chain))
          if (settled === undefined || clean === undefined) return
          for (const [index, { guaranteed }] of clean.pays.entries()) {
            if (hasHandOfPeriod(chain)) break
            expect(Number(guaranteed)).toBeGreaterThanOrEqual(0)
            expect(Number(guaranteed)).toBeLessThanOrEqual(guaranteeAt(chain, index))
          }
          expect(guaranteedInAll(settled.pays)).toBe(guaranteedInAll(clean.pays))
        },
        hasGuarantee,
      )
    },
    TIMEOUT,
  )

  it(
    'earns by the whole of its sales when it is counted to date',
    () => {
      holds(
        ({ payment, cap, refunds }) =>
          payment.accrual === 'year-to-date' &&
          (payment.trueUp ?? 'every-period') === 'every-period' &&
          cap?.amount === undefined &&
          cap?.quarter === undefined &&
          cap?.half === undefined &&
          refunds === 'net',
        (chain) => {
          const whole = settle(wholeOf(chain))
          const settled = settle(chain)
          if (settled && whole)
            expect(earnedInAll(chain.year, settled.pays)).toBe(
              earnedInAll(chain.year, whole.pays.slice(-1)),
            )
        },
        (chain) => isUnchanged(chain) && isInOneYear(chain) && isOfFigures(chain),
        { on: ['booked'], without: { hasLines: false, change: undefined } },
      )
    },
    TIMEOUT,
  )
})

/** All that a year sold, in its last period; what was given besides the commission is given then. */
function wholeOf(chain: Chain): Chain {
  const { year } = cleanRunOf(chain)
  const last = year.periods.length - 1
  const total = (key: 'sales' | 'target') =>
    year.periods.reduce((sum, { facts }) => sum + Number(facts[key] ?? 0), 0)
  const { target: _, ...facts } = at(year.periods, last).facts
  const target = total('target')
  const byHand = year.periods.flatMap((period) => period.byHand ?? [])
  const sold = { ...facts, sales: total('sales').toFixed(2) }
  const period = { facts: { ...sold, ...(target > 0 && { target: String(target) }) }, byHand }
  return { year: { ...year, periods: [period] }, starts: [0] }
}

const isOfFigures = ({ year }: Chain) =>
  year.periods.every(({ facts, byHand }) => {
    const uplift = at(year.periods, 0).facts.coefficientUplift
    return (
      facts.sales !== undefined &&
      typeof facts.target !== 'object' &&
      facts.coefficientUplift === uplift &&
      (byHand ?? []).every(({ period }) => period === undefined)
    )
  })

describe('a change of plan', () => {
  it(
    'lowers nothing that was earned, unless the year is computed from its start',
    () => {
      holds(
        // Where the target says what counts, a target that grows without sales takes back, with and without a change.
        ({ gate, accelerator, payment }) =>
          gate?.counts === undefined &&
          accelerator?.mode !== 'marginal' &&
          (payment.trueUp ?? 'every-period') === 'every-period',
        (chain) => {
          const [, second] = chain.year.plans
          const settled = settle(chain)
          if (settled === undefined || second === undefined) return
          const { facts } = at(chain.year.periods, second.from)
          if (Number(facts.sales ?? 0) < 0 || facts.lines?.some(({ refundOf }) => refundOf)) return
          expect(Number(at(settled.pays, second.from).earned)).toBeGreaterThanOrEqual(0)
        },
        ({ year: { plans } }) =>
          plans[1] !== undefined &&
          plans[1].change !== 'from-start-of-year' &&
          plans.every(({ plan }) => isBooked(plan)),
        { on: ['booked'] },
      )
    },
    TIMEOUT,
  )
})

describe('lines', () => {
  it(
    'pay in all when everything is collected what booking pays',
    () => {
      holds(
        ({ payment }) => payment.draw?.kind !== 'non-recoverable',
        (chain) => {
          const collected = settle(allCollected(chain))
          const booked = settle(under(followedBy(chain), asBooked))
          if (collected && booked) expect(inAll(collected.pays)).toBe(inAll(booked.pays))
        },
        ({ year }) => year.plans.every(({ plan }) => (plan.payment.on ?? 'booked') !== 'booked'),
      )
    },
    TIMEOUT,
  )

  // A mirrored refund, and what is collected, round by line.
  const isByTotal = ({ refunds }: Plan) => refunds === 'net'
  const isBookedByLine = ({ year }: Chain) =>
    year.plans.every(({ plan }) => isBooked(plan)) &&
    year.periods.every(({ facts }) => facts.lines !== undefined)
  const isSplitEvenly = (chain: Chain) => isBookedByLine(chain) && convertsEvenly(chain)

  it(
    'pay the same when each is split in two, and its refunds with it',
    () => {
      holds(
        isByTotal,
        (chain) => {
          const whole = settle(chain)
          const split = settle(halved(chain))
          if (whole && split) expect(inAll(split.pays)).toBe(inAll(whole.pays))
        },
        isSplitEvenly,
      )
    },
    TIMEOUT,
  )

  it(
    'of one order earn its award together',
    () => {
      holds(
        isByTotal,
        (chain) => {
          const orders = asFirstOrders(chain)
          const whole = settle(orders)
          const split = settle(halved(orders))
          if (whole && split) expect(inAll(split.pays)).toBe(inAll(whole.pays))
        },
        isSplitEvenly,
      )
    },
    TIMEOUT,
  )
})

function asBooked(plan: Plan): Plan {
  return { ...plan, payment: { ...plan.payment, on: 'booked' } }
}

/** What is open of every line comes in with one period more. */
function allCollected(chain: Chain): Chain {
  const open = new Map<string, number>()
  const lines = cleanRunOf(chain).year.periods.flatMap(({ facts }) => facts.lines ?? [])
  for (const { id, amount, refundOf } of lines) {
    const of = typeof refundOf === 'object' ? refundOf.id : (refundOf ?? id)
    const before = open.get(of) ?? 0
    const left = before + Number(amount)
    // After a correction a line may be smaller than its refund, which is then set aside.
    if (of === id || left * before >= 0) open.set(of, left)
  }
  const collected = [...open].map(([line, amount]) => ({ line, amount: amount.toFixed(2) }))
  const periods = chain.year.periods.map(({ collected: _, ...period }) => period)
  return followedBy({ ...chain, year: { ...chain.year, periods } }, { collected })
}
