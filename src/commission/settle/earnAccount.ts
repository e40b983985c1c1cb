import { attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import { type AmountCap, capOfYear } from '../earn/caps.js'
import { type Commission, computeBy, computeCommission } from '../earn/computeCommission.js'
import type { PaidLines } from '../earn/payLines.js'
import type { Bases } from '../lines/countSales.js'
import { endsWith, type Period, readPeriod } from '../lines/readFacts.js'
import { countGiven, type GivenSales } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'
import { type AccountPeriod, type AccountYear, sumYear } from './account.js'
import { countStretch } from './countStretch.js'
import { earnByProgress, payOpenLines } from './earnByProgress.js'
import { planOfBalance } from './planOfBalance.js'
import type { OpenLines } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import { type Stretch, spanOf, stretchOf } from './stretchOf.js'
import type { PlanChange } from './types.js'
import { type SetAside, withoutFollowed } from './withoutFollowed.js'
import { factsToDate, salesOf } from './yearToDate.js'

/** A period to be earned, and how it comes into its year. */
export interface Coming {
  readonly read: ReadPeriod
  readonly rows: readonly ProgressRow[]
  readonly change: PlanChange | null
  /** What corrections by hand add to it. */
  readonly byHand: Fraction | null
  /** Whether it is the payee's last. */
  readonly isFinal: boolean
}

/** A year with one more period. */
export interface Earned {
  readonly year: AccountYear
  readonly period: AccountPeriod
  /** The commission it rests on: the period's own, or that of the stretch to date. */
  readonly commission: Commission
  readonly given: ReadPeriod
  readonly notCounted: readonly SetAside[]
}

/**
 * Earns one more period of a year: on its own, or what the stretch has earned to date less what its earlier periods have earned; capped
 * by period and by year; and due as booked, or as its lines are invoiced or collected. It knows nothing of what was paid, so that a year
 * that is computed again after a correction comes to what it would have come to at once. The open lines change with it.
 */
export function earnAccount(
  year: AccountYear,
  coming: Coming,
  lines: OpenLines,
  plan: ExactPlan,
): Earned {
  const opened = isBeginning(year, coming) ? new Map(lines) : null
  if (isFromStart(year, coming)) return earnFromStart(year, coming, { lines, opened }, plan)
  const { period: read, notCounted } = withoutFollowed(coming.read, lines, plan)
  const own = coming.read === read ? coming : { ...coming, read }
  const figures = earnFigures(year, own, plan)
  const base: AccountPeriod = { ...begin(own, plan), ...figures.earned, lines: opened }
  const together = { ...year, periods: [...year.periods, base] }
  const capped = sumYear(together).capped.at(-1) ?? fraction.ZERO
  const due = becomeDue({ ...together, walked: year.walked }, { ...figures, capped }, own, {
    lines,
    plan,
  })
  const period = { ...base, read: coming.read, capped, due: due.amount }
  return {
    year: {
      ...year,
      periods: [...year.periods, period],
      walked: { start: figures.start, place: figures.place, paid: due.paid },
    },
    period,
    commission: due.commission,
    given: read,
    notCounted: [...notCounted, ...due.notCounted],
  }
}

/** Whether a replay can begin here: with a year, or with a plan. */
function isBeginning({ periods }: AccountYear, { change }: Coming): boolean {
  return periods.length === 0 || change !== null
}

/** Whether the plan at hand is taken as if it had held from the beginning of the year. */
function isFromStart({ periods }: AccountYear, { change }: Coming): boolean {
  const changes = [...periods.map((one) => one.change), change]
  return changes.filter((one) => one !== null).at(-1) === 'from-start-of-year'
}

/** The year by this plan alone, less what its periods have earned by whatever plan: each period counts, and so what was due. */
function earnFromStart(
  year: AccountYear,
  coming: Coming,
  { lines, opened }: { readonly lines: OpenLines; readonly opened: OpenLines | null },
  plan: ExactPlan,
): Earned {
  const own = new Map(year.periods[0]?.lines ?? opened ?? lines)
  let alone: AccountYear = { ...year, outside: fraction.ZERO, periods: [], walked: null }
  let last: Earned | null = null
  for (const { read, rows } of [...year.periods, coming]) {
    const isFinal = read === coming.read && coming.isFinal
    last = earnAccount(alone, { read, rows, change: null, byHand: null, isFinal }, own, plan)
    alone = last.year
  }
  const earned = last as Earned
  lines.clear()
  for (const [id, line] of own) lines.set(id, line)
  const less = (of: (period: AccountPeriod) => Fraction) =>
    fraction.subtract(fraction.sum(alone.periods.map(of)), fraction.sum(year.periods.map(of)))
  const period: AccountPeriod = {
    ...begin(coming, plan),
    capOfYear: null,
    lines: opened,
    earned: less((one) => one.capped),
    cut: fraction.ZERO,
    refunded: fraction.ZERO,
    owed: fraction.ZERO,
    isToDate: false,
    capped: less((one) => one.capped),
    due: less((one) => one.due),
  }
  return { ...earned, period, year: { ...year, periods: [...year.periods, period], walked: null } }
}

/** What is the same of a period, whatever it earned. */
function begin({ read, rows, change, byHand, isFinal }: Coming, plan: ExactPlan) {
  return {
    read,
    rows,
    plan: planOfBalance(plan.json).digest,
    change,
    capOfYear: plan.cap.year,
    guarantee: null,
    byHand,
    isFinal,
    isFigure: false,
    capped: fraction.ZERO,
    due: fraction.ZERO,
    guaranteed: fraction.ZERO,
  }
}

type FiguresOfPeriod = Pick<AccountPeriod, 'earned' | 'cut' | 'refunded' | 'owed' | 'isToDate'>

/** What a period earns before the cap of the year, and how. */
interface Figures extends Stretch {
  readonly earned: FiguresOfPeriod
  readonly commission: Commission
  /** The sales of its stretch, lines that do not count among them. */
  readonly given: GivenSales
  readonly place: Bases | null
  /** What an earlier stretch had still to true up. */
  readonly trueUp: Fraction
}

function earnFigures(year: AccountYear, coming: Coming, plan: ExactPlan): Figures {
  const { accrual, trueUp: after } = plan.payment as PaymentTerms
  const stretch = stretchOf(year, coming, plan)
  // Its first period pays it; those after find it among what the stretch has earned.
  const trueUp = year.periods[stretch.start - 1]?.owed ?? fraction.ZERO
  const isFirst = stretch.start === year.periods.length
  const own = { ...stretch, trueUp: isFirst ? trueUp : fraction.ZERO }
  if (accrual === 'period') return earnAlone(year, coming, own, plan)
  if (coming.isFinal || endsWith(coming.read.period, after))
    return earnToDate(year, coming, { ...stretch, trueUp }, plan)
  const alone = earnAlone(year, coming, own, plan)
  const toDate = earnToDate(year, coming, { ...stretch, trueUp }, plan).earned
  const { earned, cut } = alone.earned
  const owed = fraction.subtract(fraction.add(toDate.earned, toDate.cut), fraction.add(earned, cut))
  return { ...alone, earned: { ...alone.earned, owed } }
}

type Place = Stretch & Pick<Figures, 'trueUp'>

/** A cap for the year has to know what the year has earned before. */
function earnAlone(
  year: AccountYear,
  { read, change }: Coming,
  place: Place,
  plan: ExactPlan,
): Figures {
  const earned = change === 'restart' ? fraction.ZERO : sumYear(year).total
  const commission = issue.within(read.path, () =>
    computeCommission(
      countGiven(read.sales, read.period, plan),
      { ...read.facts, yearToDate: { sales: undefined, earned } },
      plan,
    ),
  )
  return {
    ...place,
    earned: {
      earned: fraction.add(inMoney(commission.earned, plan), place.trueUp),
      cut: inMoney(cutOf(commission), plan),
      refunded: inMoney(commission.refunded, plan),
      owed: fraction.ZERO,
      isToDate: false,
    },
    commission,
    given: read.sales,
    place: null,
  }
}

function inMoney(units: bigint, { unit }: ExactPlan): Fraction {
  return { n: units, d: unit }
}

/** What the cap of the period took. */
function cutOf({ sums }: Commission): bigint {
  const index = sums.findIndex(({ kind }) => kind === 'cap')
  return index <= 0 ? 0n : (sums[index - 1]?.units ?? 0n) - (sums[index]?.units ?? 0n)
}

/**
 * What the stretch has earned to date, less what its earlier periods have. The cap of a period bounds what it adds; refunds then mirror
 * what their lines have been left.
 */
function earnToDate(year: AccountYear, coming: Coming, place: Place, plan: ExactPlan): Figures {
  const { commission, ...counted } = toDate(year, coming, place, plan)
  const before = year.periods.slice(place.start)
  const sumOf = (of: (period: AccountPeriod) => Fraction) => fraction.sum(before.map(of))
  const soFar = inMoney(commission.earned - commission.refunded, plan)
  const earlier = sumOf((one) => fraction.add(fraction.subtract(one.earned, one.refunded), one.cut))
  const own = fraction.add(fraction.subtract(soFar, earlier), place.trueUp)
  const most = plan.cap.amount === null ? own : fraction.smaller(own, plan.cap.amount)
  const cut = fraction.subtract(own, most)
  const left = fraction.subtract(
    soFar,
    fraction.add(
      cut,
      sumOf((one) => one.cut),
    ),
  )
  const stretch = { commission, left: fraction.compare(left, soFar) === 0 ? null : left }
  const capped = underCaps({ year, coming, start: place.start }, stretch, plan)
  const refunded = fraction.subtract(
    inMoney(capped.refunded, plan),
    sumOf((one) => one.refunded),
  )
  return {
    ...place,
    ...counted,
    commission: capped,
    earned: {
      earned: fraction.add(most, refunded),
      cut,
      refunded,
      owed: fraction.ZERO,
      isToDate: true,
    },
  }
}

/** The commission of a stretch so far, less what caps of its periods cut, under what the year has left for it: shares add up to it. */
function underCaps(
  {
    year,
    coming,
    start,
  }: { readonly year: AccountYear; readonly coming: Coming; readonly start: number },
  { commission, left }: { readonly commission: Commission; readonly left: Fraction | null },
  plan: ExactPlan,
): Commission {
  const caps: AmountCap[] = left === null ? [] : [{ kind: 'cap', most: left, above: fraction.ZERO }]
  if (plan.cap.year !== null) {
    const { change } = year.periods[start] ?? coming
    const { total } = sumYear({ ...year, periods: year.periods.slice(0, start) })
    caps.push(capOfYear(plan.cap.year, change === 'restart' ? fraction.ZERO : total))
  }
  return caps.length === 0
    ? commission
    : computeBy({ ...commission.terms, caps }, commission.sales, plan)
}

/** The commission of a stretch so far, before caps on amounts. */
function toDate(year: AccountYear, coming: Coming, { first, start }: Stretch, plan: ExactPlan) {
  const { read } = coming
  const reads = [...year.periods.map((one) => one.read), read]
  const span = readPeriod(spanOf(read, plan), [], []) as Period
  const before = first === 0 ? year.before : null
  const sold = { earlier: reads.slice(first, start), own: reads.slice(start), before, span }
  const known = year.walked?.start === start ? year.walked.place : null
  const facts = issue.within(read.path, () => {
    salesOf(reads.slice(first))
    return factsToDate(reads.slice(first), read, sold)
  })
  const result = attempt(() => {
    const { sales, given, place } = countStretch(sold, known, plan)
    const yearToDate = start === first && before !== null ? before : undefined
    const commission = computeCommission(sales, { ...facts, yearToDate }, uncapped(plan), place)
    return { commission, given, place }
  })
  if (result.ok) return result.value
  // What is wrong with the year to date is, as a rule, wrong with its last period, where its place is known better.
  earnAlone(year, coming, { first, start, trueUp: fraction.ZERO }, plan)
  throw new issue.SalesRulesError(result.issues.map((one) => issue.under(read.path, one)))
}

/** A plan whose caps on amounts are left to the settlement. */
const uncapped = /* @__PURE__ */ defined.oncePerPolicy(
  (plan: ExactPlan): ExactPlan => ({ ...plan, cap: { ...plan.cap, amount: null, year: null } }),
)

interface Due {
  readonly amount: Fraction
  readonly commission: Commission
  readonly paid: PaidLines | null
  readonly notCounted: readonly SetAside[]
}

/** What is booked is due at once; where the plan waits for invoices or cash, the lines are followed. */
function becomeDue(
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
