import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import { LINES_TO_SHARE_MISSING } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isAtOnce } from '../plan/paymentParts.js'
import type { AccountPeriod } from './account.js'
import {
  earnByProgress,
  type ProgressEarnings,
  payOpenLines,
  type ToProgress,
} from './earnByProgress.js'
import { partsOf } from './exactTerms.js'
import type { OpenLines } from './readBalance.js'

interface Followed {
  readonly lines: OpenLines
  /** Whether the payee's last period is over. */
  readonly isAfter: boolean
}

/** What is booked is due at once; where the plan waits for time, invoices or cash, the lines are followed. */
export function becomeDue(
  { read, rows }: Pick<AccountPeriod, 'read' | 'rows'>,
  earnings: ToProgress,
  { lines, isAfter }: Followed,
  plan: ExactPlan,
): ProgressEarnings {
  const parts = partsOf(plan)
  if (isAtOnce(parts))
    return {
      amount: fraction.add(earnings.amount, payOpenLines(lines, plan)),
      parts: [],
      handed: [],
      notCounted: [],
    }
  if (read.sales.lines === undefined)
    issue.within(read.path, () => issue.refuse(LINES_TO_SHARE_MISSING, ['lines'], {}))
  return earnByProgress(earnings, read, { lines, rows, parts, isAfter }, plan)
}
