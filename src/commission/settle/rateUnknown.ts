import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { listsOf } from '../plan/paymentParts.js'
import { partsOf } from './exactTerms.js'
import { RATE_NOT_KNOWN_YET } from './issues.js'
import type { ReadPeriod } from './readPeriodRow.js'

/**
 * A line that is booked before it is paid has no rate where the plan converts at the day of payment: it would be set aside, and none of its
 * cash would ever pay anything.
 */
export function rateUnknown({ path, sales }: ReadPeriod, plan: ExactPlan): Issue[] {
  const { exchange, currency: own } = plan
  if (exchange?.on !== 'payment-date' || listsOf(partsOf(plan)).length === 0) return []
  return (sales.lines ?? [])
    .filter(({ refundOf, paidOn, payments }) => (refundOf ?? paidOn ?? payments) === undefined)
    .flatMap(({ currency = own, path: line }) =>
      currency === own
        ? []
        : [issue.at(RATE_NOT_KNOWN_YET, [...path, ...line, 'paidOn'], { given: currency })],
    )
}
