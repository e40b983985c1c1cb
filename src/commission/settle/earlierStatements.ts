import { asItIs, convertLine } from '../lines/convertLine.js'
import { countLine } from '../lines/countLine.js'
import { isIssue } from '../lines/lineFigures.js'
import type { GivenLine } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, AccountYear } from './account.js'
import { planOfBalance } from './planOfBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import { stretchOf } from './stretchOf.js'

/** A line that was sold, and the period it came in, whose rates convert it. */
export interface SoldLine {
  readonly id: string
  readonly given: GivenLine
  readonly read: ReadPeriod
}

/** What an earlier statement has counted. */
export interface EarlierStatement {
  readonly sold: readonly SoldLine[]
  readonly refunds: readonly GivenLine[]
}

/** Where a statement stands: the year before it, its own so far, and the period of that with which its stretch starts. */
export interface BeforeStatement {
  readonly lastYear: AccountYear | null
  readonly year: AccountYear
  readonly start: number
}

/** The statements before one: each period, or all of a stretch. What its own stretch has so far, each was alone. */
export function earlierStatements(
  { lastYear, year, start }: BeforeStatement,
  plan: ExactPlan,
): EarlierStatement[] {
  const own = countedIn(year.periods, plan)
  const statements: CountedPeriod[][] = []
  for (const period of [...countedIn(lastYear?.periods ?? [], plan), ...own.slice(0, start)]) {
    const last = statements.at(-1)
    if (period.goesOn && last !== undefined) last.push(period)
    else statements.push([period])
  }
  const alone = own.slice(start).map((period) => [period])
  return [...statements, ...alone].map((periods) => statementOf(periods, plan))
}

interface CountedPeriod extends Pick<AccountPeriod, 'read' | 'goesOn' | 'isFigure'> {
  readonly isCounted: (id: string) => boolean
}

/** A plan that was taken to hold from the start of the year has counted all of it again; the one at hand, by stretches of its own. */
function countedIn(periods: readonly AccountPeriod[], plan: ExactPlan): CountedPeriod[] {
  const anew = periods.map(({ change }) => change).lastIndexOf('from-start-of-year')
  const isOwn = periods[anew]?.plan === planOfBalance(plan.json).digest
  const same = isOwn ? periods.map((one) => ({ ...one, change: null })) : periods
  return periods.map((period, index) => {
    const again = index < anew ? (periods[anew]?.shares ?? period.shares) : period.shares
    const coming = same[index] ?? period
    const { start } = isOwn ? stretchOf(same.slice(0, index), coming, plan) : { start: index }
    const isCounted = (id: string) => period.shares.has(id) || again.has(id)
    return { ...period, isCounted, goesOn: isOwn ? start < index : period.goesOn }
  })
}

/** Of two lines with one id only the first has counted. */
function statementOf(periods: readonly CountedPeriod[], plan: ExactPlan): EarlierStatement {
  const sold = new Map<string, SoldLine>()
  const refunds: GivenLine[] = []
  for (const period of periods) {
    const { read } = period
    for (const given of read.sales.lines ?? []) {
      if (sold.has(given.id) || !hasCounted(given, period, plan)) continue
      if (given.refundOf === undefined) sold.set(given.id, { id: given.id, given, read })
      else refunds.push(given)
    }
  }
  return { sold: [...sold.values()], refunds }
}

/** What lines a period has that stands at its figure, that does not say: they are those that count by the plan at hand. */
function hasCounted(
  line: GivenLine,
  { read, isCounted, isFigure }: CountedPeriod,
  plan: ExactPlan,
): boolean {
  const { sales, period } = read
  if (!isFigure || sales.lines === undefined) return isCounted(line.id)
  const converted = convertLine(asItIs(line), sales.rates, plan)
  return !isIssue(converted) && !isIssue(countLine(converted, period, plan))
}
