import { attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type AmountCap, capOfSpan } from '../earn/caps.js'
import { type Commission, computeBy, computeCommission } from '../earn/computeCommission.js'
import { cappedSpans, nameOfSpan, type Period, spanOf } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type AccountPeriod, type AccountYear, earnedBefore } from './account.js'
import type { Coming } from './coming.js'
import { countStretch } from './countStretch.js'
import { earnAlone } from './earnAlone.js'
import { type Figures, inMoney, type Place } from './figures.js'
import { joinEarlier } from './joinEarlier.js'
import type { ReadPeriod } from './readPeriodRow.js'
import { soldBeforeIn } from './soldBefore.js'
import type { Stretch } from './stretchOf.js'
import { uncapped } from './uncapped.js'
import { factsToDate, ratesTogether } from './yearToDate.js'

/**
 * What the stretch has earned to date, less what its earlier periods have. The cap of a period bounds what it adds; refunds then mirror
 * what their lines have been left.
 */
export function earnToDate(
  year: AccountYear,
  coming: Coming,
  place: Place & { readonly alone?: Fraction },
  plan: ExactPlan,
): Figures {
  const { commission, ...counted } = toDate(year, coming, place, plan)
  const before = year.periods.slice(place.start)
  const earlier = before.map((one, index) => ownOf(one, index === 0 ? place.trueUp : fraction.ZERO))
  const soFar = inMoney(commission.earned - commission.refunded, plan)
  const own = fraction.subtract(soFar, fraction.sum(earlier))
  const all = before.length === 0 ? fraction.add(own, place.trueUp) : own
  const stated = fraction.atMost(all, plan.cap.amount)
  // What is owed of an earlier stretch is no line's; and what waits for a true-up, the cap of the period has not seen.
  const cut = fraction.sum([...earlier, place.alone ?? own].map((one) => cutOf(one, plan)))
  const most = place.alone === undefined ? mostOf(earlier, plan) : null
  const left = fraction.isZero(cut) ? most : fraction.subtract(soFar, cut)
  const stretch = { commission, left }
  const capped = underCaps({ year, coming, start: place.start, own: stated }, stretch, plan)
  const refunded = fraction.subtract(
    inMoney(capped.refunded, plan),
    fraction.sum(before.map((one) => one.refunded)),
  )
  return {
    ...place,
    ...counted,
    commission: capped,
    earned: {
      earned: fraction.add(stated, refunded),
      cut: fraction.subtract(all, stated),
      refunded,
      owed: fraction.ZERO,
    },
  }
}

/** What a period of a stretch has earned up to its cap, without what an earlier stretch still owed it. */
export function ownOf(
  { earned, refunded, cut }: Pick<AccountPeriod, 'earned' | 'refunded' | 'cut'>,
  trueUp: Fraction,
): Fraction {
  return fraction.subtract(fraction.add(fraction.subtract(earned, refunded), cut), trueUp)
}

function cutOf(amount: Fraction, { cap }: ExactPlan): Fraction {
  return fraction.subtract(amount, fraction.atMost(amount, cap.amount))
}

/** What a stretch can have earned in the end, of whose periods none was cut: a line that goes beyond it is cut, whatever comes after it. */
function mostOf(earlier: readonly Fraction[], { cap }: ExactPlan): Fraction | null {
  return cap.amount === null ? null : fraction.sum([...earlier, cap.amount])
}

/** A period that comes next in a stretch, and what it earns under its own cap. */
interface InStretch {
  readonly year: AccountYear
  readonly coming: Coming
  readonly start: number
  readonly own: Fraction
}

/** The commission of a stretch so far, less what caps of its periods cut, under what its spans have left for it: shares add up to it. */
function underCaps(
  stretch: InStretch,
  { commission, left }: { readonly commission: Commission; readonly left: Fraction | null },
  plan: ExactPlan,
): Commission {
  const caps: AmountCap[] = left === null ? [] : [{ kind: 'cap', most: left, above: fraction.ZERO }]
  caps.push(...capsOfSpans(stretch, plan))
  return caps.length === 0
    ? commission
    : computeBy({ ...commission.terms, caps }, commission.sales, plan)
}

/** What the spans of a stretch have left for it. One that is shorter than the stretch has cut some of its periods alone. */
function capsOfSpans({ year, coming, start, own }: InStretch, plan: ExactPlan): AmountCap[] {
  const spans = cappedSpans(plan)
  if (spans.length === 0) return []
  const periods = [...year.periods.slice(start), coming]
  const before = { ...year, periods: year.periods.slice(0, start) }
  const earned = earnedBefore(before, periods[0] ?? coming, plan)
  let amounts = year.periods
    .slice(start)
    .map((one) => fraction.subtract(one.earned, one.refunded))
    .concat(own)
  return spans.flatMap((span) => {
    const names = periods.map(({ read }) => nameOfSpan(read.period, span, plan))
    if (names.every((name) => name === names[0])) return capOfSpan(span, earned[span], plan)
    const most = plan.cap[span] ?? fraction.ZERO
    const asked = fraction.sum(amounts)
    let sum = earned[span]
    amounts = amounts.map((amount, index) => {
      if (names[index] !== (names[index - 1] ?? names[0])) sum = fraction.ZERO
      const after = fraction.add(sum, amount)
      const left = fraction.subtract(fraction.smaller(after, most), fraction.smaller(sum, most))
      sum = after
      return left
    })
    const left = fraction.sum(amounts)
    const above = fraction.larger(fraction.ZERO, fraction.subtract(left, asked))
    const isCut = fraction.compare(left, asked) !== 0
    return isCut ? [{ kind: `cap-${span}` as const, most: left, above }] : []
  })
}

/** The commission of a stretch so far, before caps on amounts. */
function toDate(year: AccountYear, coming: Coming, { first, start }: Stretch, plan: ExactPlan) {
  const { read } = coming
  const reads = [...year.periods.map((one) => one.read), read]
  const span = spanOf(read.period, plan)
  const days = begunBefore(span, reads[first] ?? read)
  const before = first === 0 ? soldBeforeIn(year, read.period, plan) : null
  const sold = { earlier: reads.slice(first, start), own: reads.slice(start), before, span }
  const older = [...(coming.lastYear?.periods ?? []), ...year.periods.slice(0, first)]
  const account = { older, earlier: year.periods.slice(first, start) }
  const known = year.walked?.start === start ? year.walked : null
  const facts = issue.within(read.path, () => {
    ratesTogether(reads.slice(first))
    return factsToDate(reads.slice(first), read, sold)
  })
  const targetBefore = () => factsToDate(sold.earlier, read, sold).target ?? null
  const result = attempt(() => {
    const { given, place, soFar, ...counted } = countStretch(
      { ...sold, span: days, account },
      known,
      plan,
    )
    const beforeStretch = { ...year, periods: year.periods.slice(0, start) }
    const sales = joinEarlier(counted.sales, { ...coming, year: beforeStretch, start }, plan)
    const yearToDate = start === first && before !== null ? before : undefined
    const from = place && { ...place, target: targetBefore() }
    const commission = computeCommission(sales, { ...facts, yearToDate }, uncapped(plan), from)
    return { commission, given, place, counted: soFar }
  })
  if (result.ok) return result.value
  // What is wrong with the year to date is, as a rule, wrong with its last period, where its place is known better.
  const alone = { ...read, facts: { ...read.facts, target: facts.target } }
  earnAlone(year, { ...coming, read: alone }, { first, start, trueUp: fraction.ZERO }, plan)
  throw new issue.SalesRulesError(result.issues.map((one) => issue.under(read.path, one)))
}

/** The days of a span whose first period may have begun before it. */
function begunBefore(span: Period, { period: { from } }: ReadPeriod): Period {
  return from < span.from ? { ...span, from } : span
}
