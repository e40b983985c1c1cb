import * as fraction from '../../kernel/number/fraction.js'
import { isTruedUp } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'
import { type AccountYear, hasLeft } from './account.js'
import type { Coming } from './coming.js'
import { earnAlone } from './earnAlone.js'
import { earnToDate, ownOf } from './earnToDate.js'
import type { Figures } from './figures.js'
import { stretchOf } from './stretchOf.js'

/** What a period earns before the cap of the year: alone, or to date; alone before its true-up, which then still owes something. */
export function earnFigures(year: AccountYear, coming: Coming, plan: ExactPlan): Figures {
  const { accrual } = plan.payment as PaymentTerms
  const stretch = stretchOf(year.periods, coming, plan)
  // Its first period pays it; those after find it among what the stretch has earned.
  const trueUp = year.periods[stretch.start - 1]?.owed ?? fraction.ZERO
  const isFirst = stretch.start === year.periods.length
  const own = { ...stretch, trueUp: isFirst ? trueUp : fraction.ZERO }
  if (accrual === 'period') return earnAlone(year, coming, own, plan)
  if (coming.isFinal || hasLeft(year) || isTruedUp(coming.read.period, plan))
    return earnToDate(year, coming, { ...stretch, trueUp }, plan)
  const alone = earnAlone(year, coming, own, plan)
  const place = { ...stretch, trueUp, alone: ownOf(alone.earned, alone.trueUp) }
  const { earned: toDate, counted } = earnToDate(year, coming, place, plan)
  const { earned, cut } = alone.earned
  const owed = fraction.subtract(fraction.add(toDate.earned, toDate.cut), fraction.add(earned, cut))
  return { ...alone, counted, earned: { ...alone.earned, owed } }
}
