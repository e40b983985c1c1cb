/** What the library can do of the page; the random years hold this and nothing else. */
import type { Features } from './draw.js'
import type { Plan } from './facts.js'

const none = {
  hasCorrections: false,
  hasHandOfPeriod: false,
  hasLaterRefunds: false,
  hasUpliftChange: false,
  hasPlanChange: false,
  hasFinal: false,
}

/** Whether a guarantee tops up what became due, from 0. */
export const hasGuarantees = false

export const today: Features = {
  ...none,
  on: ['booked', 'collected', 'invoiced'],
  plan: isPlanOfToday,
}

export const all: Features = {
  plan: () => true,
  on: ['booked', 'collected', 'invoiced'],
  hasCorrections: true,
  hasHandOfPeriod: true,
  hasLaterRefunds: true,
  hasUpliftChange: true,
  hasPlanChange: true,
  hasFinal: true,
}

export function isPlanOfToday({ payment, gate, cap, refunds }: Plan): boolean {
  return (
    payment.accrual !== 'quarter-to-date' &&
    payment.draw?.periods === undefined &&
    (hasGuarantees || payment.draw?.kind !== 'non-recoverable') &&
    (gate?.counts ?? 'all') === 'all' &&
    gate?.startsIn !== 'own-tier' &&
    cap?.quarter === undefined &&
    (payment.accrual === 'period' || cap?.amount === undefined) &&
    refunds === 'net'
  )
}
