import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { Commission } from '../earn/computeCommission.js'
import type { PaidLines } from '../earn/payLines.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, AccountYear } from './account.js'
import type { Coming } from './coming.js'
import { earnByProgress, payOpenLines } from './earnByProgress.js'
import type { Figures } from './figures.js'
import type { OpenLines } from './readBalance.js'
import type { SetAside } from './withoutFollowed.js'

interface Due {
  readonly amount: Fraction
  readonly commission: Commission
  readonly paid: PaidLines | null
  readonly notCounted: readonly SetAside[]
}

/** What is booked is due at once; where the plan waits for invoices or cash, the lines are followed. */
export function becomeDue(
  year: AccountYear,
  figures: Figures & Pick<AccountPeriod, 'capped'>,
  { read, rows }: Coming,
  { lines, plan }: { readonly lines: OpenLines; readonly plan: ExactPlan },
): Due {
  const { commission } = figures
  if (plan.payment?.on === 'booked') {
    const amount = fraction.add(figures.capped, payOpenLines(lines, plan))
    return { amount, commission, paid: null, notCounted: [] }
  }
  const before = year.walked?.paid ?? null
  const earnings = { amount: figures.capped, commission, given: figures.given }
  const progress = earnByProgress(earnings, read, { lines, rows, before }, plan)
  return { ...progress, commission }
}
