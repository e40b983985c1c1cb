import type { CommissionPlan } from '../../../commission/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import * as time from '../../../kernel/time/time.js'
import { exactText } from '../exactText.js'
import { finding } from '../finding.js'
import { CAP_WITHOUT_EFFECT, TIERS_OF_OTHER_SPAN } from '../issues.js'
import type { Finding } from '../types.js'
import type { Lane, TriedPlan } from './lanes.js'

type Fraction = fraction.Fraction

/** The most that is paid over some months; of a statement whose length the plan leaves open, 0 of them. */
interface Bound {
  readonly key: 'amount' | 'quarter' | 'half' | 'year'
  readonly months: number
  readonly most: Fraction
}

const SPANS = [
  ['quarter', 'quarter'],
  ['half', 'half-year'],
  ['year', 'year'],
] as const

/** Caps that others make idle: four quarters of 1,000 never come to a year of 5,000, and a quarter of 5,000 is never paid in a year of 4,000. */
export function idleSpanCaps(_: Lane, { plan }: TriedPlan): Finding[] {
  const bounds = boundsOf(plan)
  return bounds.flatMap((cap) => {
    const most = bounds.flatMap((other) => mostBy(other, cap) ?? [])
    const [least] = most.sort(fraction.compare)
    if (least === undefined) return []
    const maximum = write.money(least, plan.currency)
    return [finding('warning', CAP_WITHOUT_EFFECT, [['cap', cap.key], { maximum }])]
  })
}

function boundsOf({ cap = {}, tiersPer, payment }: CommissionPlan): Bound[] {
  const isAlone = (payment?.accrual ?? 'period') === 'period'
  const own = isAlone && tiersPer !== undefined ? time.MONTHS[tiersPer] : 0
  const { amount } = cap
  return [
    ...(amount === undefined
      ? []
      : [{ key: 'amount', months: own, most: exactText(amount) } as const]),
    ...SPANS.flatMap(([key, unit]) => {
      const most = cap[key]
      return most === undefined ? [] : [{ key, months: time.MONTHS[unit], most: exactText(most) }]
    }),
  ]
}

/** What another cap lets be paid in the months of a cap, where that makes the cap idle. Of two that are the same, the one of the span goes. */
function mostBy(other: Bound, cap: Bound): Fraction | null {
  if (other.key === cap.key) return null
  const isSame = other.months === cap.months
  if (other.months > cap.months || (isSame && cap.key === 'amount')) {
    const order = fraction.compare(other.most, cap.most)
    return order < 0 || (order === 0 && !isSame) ? other.most : null
  }
  if (other.months === 0) return null
  const times = { n: BigInt(cap.months), d: BigInt(other.months) }
  const most = fraction.multiply(other.most, times)
  return fraction.compare(most, cap.most) <= 0 ? most : null
}

const COUNTED = {
  period: null,
  'quarter-to-date': 'quarter',
  'half-year-to-date': 'half-year',
  'year-to-date': 'year',
} as const

/** Tiers of one span where payments or caps are of another: a period that fits the one does not fit the other. */
export function otherSpans(plan: CommissionPlan): Finding[] {
  const { tiersPer, payment } = plan
  const counted = COUNTED[payment?.accrual ?? 'period']
  if (tiersPer === undefined || counted === tiersPer) return []
  const clash = (field: string, other: keyof typeof time.MONTHS) =>
    [['tiersPer'], { field, unit: tiersPer, other }] as const
  const [shortest] = SPANS.filter(([key]) => plan.cap?.[key] !== undefined)
  const isCut = shortest !== undefined && time.MONTHS[shortest[1]] < time.MONTHS[tiersPer]
  // Whole periods of longer tiers still count, and nothing is counted to date.
  const isRefused = counted !== null && time.MONTHS[tiersPer] < time.MONTHS[counted]
  return [
    ...(counted === null
      ? []
      : [
          finding(
            isRefused ? 'error' : 'warning',
            TIERS_OF_OTHER_SPAN,
            clash('payment.accrual', counted),
          ),
        ]),
    ...(isCut
      ? [finding('error', TIERS_OF_OTHER_SPAN, clash(`cap.${shortest[0]}`, shortest[1]))]
      : []),
  ]
}
