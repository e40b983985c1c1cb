/** What the library has of the page: the random years that are settled by it hold this, and those of the oracle alone hold all. */

import type { Features } from './draw.js'
import type { Plan } from './facts.js'

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
  chain: all.chain,
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
  const isYear = accrual === 'year-to-date'
  const isPart =
    (cap?.quarter !== undefined && (isYear || accrual === 'half-year-to-date')) ||
    (cap?.half !== undefined && isYear)
  return isPart && on !== 'booked'
}
