/** What the library has of the page: the random years that are settled by it hold this, and those of the oracle alone hold all. */

import type { Chain, Features } from './draw.js'
import { at, lastOf } from './exact.js'
import type { Plan, Year } from './facts.js'

/** A line for each mechanism of the page; the last step is to have none that is false, and to drop the list. */
export const has = {
  capOfYearOnTheSum: true,
  capOfPeriodToDate: true,
  capOfQuarter: true,
  halfYearToDate: true,
  guaranteeOfEarned: true,
  drawsThatEnd: true,
  gateAboveItself: true,
  mirroredRefunds: true,
  quarterToDate: true,
  targetOfYear: true,
  yearStartsIn: true,
  corrections: true,
  handOfPeriod: true,
  laterRefunds: true,
  foreignLines: true,
  leave: true,
  upliftChange: true,
  planChange: true,
  final: true,
}

/**
 * Years in which the library and the page are not one yet, each by the mechanisms that meet in it. They are left out of those that are
 * settled by the library; the last step is to have none.
 */
const awaited: Readonly<Record<string, (chain: Chain) => boolean>> = {
  /** What an ended stretch is owed stays as it was. */
  owedOfEndedStretch: (chain) =>
    correctedIn(chain).some(
      ({ plan, given }) =>
        isTruedUp(plan) && (planIn(chain, given) !== plan || hasStretches(chain.year)),
    ),
  /** What was refunded under an earlier plan counts as the plan of now says, and not as its own did. */
  refundsOfTwoPlans: ({ year: { periods, plans } }) =>
    new Set(plans.map(({ plan }) => plan.refunds)).size > 1 &&
    plans.some(({ plan }) => plan.payment.accrual !== 'period') &&
    periods.some(({ facts, corrections = [] }) =>
      [facts, ...corrections].some(({ lines }) => lines?.some(({ refundOf }) => refundOf)),
    ),
  /** What an ended stretch is owed mirrors shares that a cap of the period has not cut. */
  owedOfMirroredRefunds: ({ year }) =>
    hasStretches(year) &&
    year.plans.some(
      ({ plan }) => isTruedUp(plan) && plan.refunds === 'mirror' && plan.cap?.amount !== undefined,
    ),
  /** Where an uplift began, a correction under a later plan does not say. */
  upliftOfEarlierPlan: (chain) =>
    correctedIn(chain).some(
      ({ plan, given }) =>
        plan.payment.accrual !== 'period' &&
        planIn(chain, given) !== plan &&
        hasNewUplift(chain, given),
    ),
  /** Under a later plan, periods of the next quarter are asked for as well. */
  quarterOfEarlierPlan: (chain) =>
    correctedIn(chain).some(
      ({ plan, given }) =>
        plan.payment.accrual === 'quarter-to-date' && planIn(chain, given) !== plan,
    ),
  /**
   * A line of an earlier plan that is corrected under a later one: a refund that no longer fits stays as it was, what the line earns for a
   * mirrored one is not known, and a refund that is corrected mirrors what it states.
   */
  refundOfEarlierPlan: (chain) =>
    correctedIn(chain).some(
      ({ plan, index, given }) =>
        planIn(chain, given) !== plan && (isRefunded(chain, index) || mirrorsIn(chain, index)),
    ),
  /** A correction of an earlier plan's lines is taken at what was booked. */
  collectedOfEarlierPlan: (chain) =>
    correctedIn(chain).some(
      ({ plan, given }) =>
        (plan.payment.on ?? 'booked') !== 'booked' && planIn(chain, given) !== plan,
    ),
}

/** The periods that are corrected, each with its plan and the index of the period in which it is learned. */
function correctedIn(chain: Chain) {
  const { periods } = chain.year
  return periods.flatMap(({ corrections }, given) =>
    (corrections ?? []).map(({ period }) => {
      const index = periods.findIndex(({ facts }) => facts.period === period)
      return { index, given, plan: planIn(chain, index) }
    }),
  )
}

/** Whether a line is refunded that a period's statement has, or one to date under its plan. */
function isRefunded(chain: Chain, index: number): boolean {
  const { periods } = chain.year
  const plan = planIn(chain, index)
  const isStated = (other: number) =>
    other === index || (plan.payment.accrual !== 'period' && planIn(chain, other) === plan)
  const lines = periods.flatMap(({ facts }, other) => (isStated(other) ? (facts.lines ?? []) : []))
  return periods.some(({ facts }) =>
    facts.lines?.some(({ refundOf }) => lines.some(({ id }) => id === refundOf)),
  )
}

function mirrorsIn({ year: { periods, plans } }: Chain, index: number): boolean {
  const { lines } = at(periods, index).facts
  return (
    plans.some(({ plan }) => plan.refunds === 'mirror') &&
    (lines?.some(({ refundOf }) => refundOf !== undefined) ?? false)
  )
}

function hasNewUplift({ year }: Chain, through: number): boolean {
  const uplifts = year.periods.slice(0, through).map(({ facts }) => facts.coefficientUplift)
  return new Set(uplifts).size > 1
}

function planIn({ year }: Chain, index: number): Plan {
  return (lastOf(year.plans, ({ from }) => from <= index) ?? at(year.plans, 0)).plan
}

function hasStretches({ plans, periods }: Year): boolean {
  const uplifts = new Set(periods.map(({ facts }) => facts.coefficientUplift))
  return plans.length > 1 || uplifts.size > 1
}

function isTruedUp({ payment: { trueUp = 'every-period' } }: Plan): boolean {
  return trueUp !== 'every-period'
}

export const all: Features = {
  plan: () => true,
  chain: () => true,
  on: ['booked', 'collected', 'invoiced'],
  hasCorrections: true,
  hasHandOfPeriod: true,
  hasLaterRefunds: true,
  hasForeignLines: true,
  hasTargetOfYear: true,
  hasLeave: true,
  hasUpliftChange: true,
  hasPlanChange: true,
  hasFinal: true,
}

export const today: Features = {
  plan: (plan) => isPaid(plan) && isEarned(plan),
  chain: (chain) => !Object.values(awaited).some((isAwaited) => isAwaited(chain)),
  on: all.on,
  hasCorrections: has.corrections,
  hasHandOfPeriod: has.handOfPeriod,
  hasLaterRefunds: has.laterRefunds,
  hasForeignLines: has.foreignLines,
  hasTargetOfYear: has.targetOfYear,
  hasLeave: has.leave,
  hasUpliftChange: has.upliftChange,
  hasPlanChange: has.planChange,
  hasFinal: has.final,
}

function isPaid({ payment }: Plan): boolean {
  const { draw } = payment
  const ends = draw?.periods !== undefined || draw?.schedule !== undefined
  return (
    (has.quarterToDate || payment.accrual !== 'quarter-to-date') &&
    (has.halfYearToDate ||
      (payment.accrual !== 'half-year-to-date' && payment.trueUp !== 'half-year')) &&
    (has.drawsThatEnd || !ends) &&
    (has.guaranteeOfEarned || draw?.kind !== 'non-recoverable')
  )
}

function isEarned({ payment, gate, cap, refunds, yearStartsIn }: Plan): boolean {
  return (
    !isCutInPart(payment, cap) &&
    (has.gateAboveItself || gate?.counts === undefined) &&
    (has.capOfYearOnTheSum || cap?.year === undefined) &&
    (has.capOfQuarter || (cap?.quarter === undefined && cap?.half === undefined)) &&
    (has.capOfPeriodToDate || payment.accrual === 'period' || cap?.amount === undefined) &&
    (has.mirroredRefunds || refunds === 'net') &&
    (has.yearStartsIn || yearStartsIn === undefined)
  )
}

/** Where lines are paid as they come in, a cap is of no less than what is counted. */
function isCutInPart({ on = 'booked', accrual = 'period' }: Plan['payment'], cap: Plan['cap']) {
  const isPart =
    (cap?.quarter !== undefined && accrual === 'year-to-date') ||
    (cap?.half !== undefined && accrual === 'year-to-date')
  return isPart && on !== 'booked'
}
