import type { Fraction } from '../../kernel/number/fraction.js'
import type { Commission } from '../earn/computeCommission.js'
import type { CountedSales } from '../lines/countSales.js'
import type { GivenSales } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod } from './account.js'
import type { CountedSoFar } from './countOn.js'
import type { Stretch } from './stretchOf.js'

type FiguresOfPeriod = Pick<AccountPeriod, 'earned' | 'cut' | 'refunded' | 'owed'>

/** What a period earns before the cap of the year, and how. */
export interface Figures extends Stretch {
  readonly earned: FiguresOfPeriod
  readonly commission: Commission
  /** The sales of its stretch, lines that do not count among them. */
  readonly given: GivenSales
  readonly place: CountedSales | null
  /** Those that were counted to date. */
  readonly counted: CountedSoFar | null
  /** What an earlier stretch had still to true up. */
  readonly trueUp: Fraction
}

/** Where a period stands, and what an earlier stretch had still to true up. */
export type Place = Stretch & Pick<Figures, 'trueUp'>

/** Units of the plan's rounding as money. */
export function inMoney(units: bigint, { unit }: ExactPlan): Fraction {
  return { n: units, d: unit }
}
