import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CountedLine } from '../lines/countLine.js'
import { addSales, type CountedSales, type EligibleSales, sumLines } from '../lines/countSales.js'
import type { Period } from '../lines/periods.js'
import { afterAll, placedAfter } from '../lines/placeLines.js'
import { countGiven, type GivenSales } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, SoldBeforeYear } from './account.js'
import { type CountedSoFar, countedSoFar, countOn, NO_CONDITIONS } from './countOn.js'
import { nameInFull } from './nameInFull.js'
import type { ReadPeriod } from './readPeriodRow.js'
import { salesOf } from './yearToDate.js'

/** The periods of a span so far: those of its stretch, and those before. */
export interface Sold {
  readonly earlier: readonly ReadPeriod[]
  readonly own: readonly ReadPeriod[]
  /** Sold before the first of them. */
  readonly before: SoldBeforeYear | null
  readonly span: Period
  /** What became of the periods before the span, and of those of it that are before the stretch. */
  readonly account: Readonly<Record<'older' | 'earlier', readonly AccountPeriod[]>>
}

/** What the span has sold, with the lines of its stretch alone; and its place, where something was sold before the stretch. */
export interface CountedStretch {
  readonly sales: EligibleSales
  readonly given: GivenSales
  readonly place: CountedSales | null
  /** Where nothing was sold before the stretch: all of it, for the next period to go on from. */
  readonly soFar: CountedSoFar | null
}

/** Counts what a stretch sold on top of what its span had sold before, which is counted once. */
export function countStretch(
  { earlier, own, before, span, account }: Sold,
  known: Known | null,
  plan: ExactPlan,
): CountedStretch {
  const more = countMore(known, own, span, plan)
  if (more !== null) return { sales: more.sales, given: more.given, place: null, soFar: more }
  const given = salesOf(own)
  const countAll = (sales: GivenSales, older: readonly AccountPeriod[], by = plan) =>
    countGiven(nameInFull(sales, older, by), { period: span, facts: NO_CONDITIONS }, by)
  if (earlier.length === 0) {
    const sales = countAll(given, account.older)
    return { sales, given, place: null, soFar: countedSoFar(given, sales) }
  }
  const countNet = (sales: GivenSales) =>
    asTakenBack(countAll(sales, account.older, net(plan)), account.earlier, plan)
  const place = known?.place ?? placeOf(countNet(salesOf(earlier)), before)
  const counted =
    plan.refunds === 'net' && given.lines !== undefined
      ? onlyOf(countNet(salesOf([...earlier, ...own])), given)
      : null
  if (counted !== null)
    return {
      sales: before === null ? counted : addSales(counted, before.sales ?? fraction.ZERO),
      given,
      place,
      soFar: null,
    }
  // A refund that mirrors takes back what its line earned, which only its own stretch says.
  const sales = countAll(given, [...account.older, ...account.earlier])
  return { sales: onTopOf(place, sales, plan), given, place, soFar: null }
}

/** What was counted with the period before: of the place of the stretch, and of the stretch itself. */
interface Known {
  readonly place: CountedSales | null
  readonly counted: CountedSoFar | null
}

/** The same with the last period on top; null where all of it has to be counted. */
function countMore(
  known: Known | null,
  own: readonly ReadPeriod[],
  span: Period,
  plan: ExactPlan,
): CountedSoFar | null {
  const last = own.at(-1)
  const before = known?.counted ?? null
  return before === null || last === undefined ? null : countOn(before, last, span, plan)
}

/** A plan whose refunds lower the sales. */
const net = /* @__PURE__ */ defined.oncePerPolicy(
  (plan: ExactPlan): ExactPlan => ({ ...plan, refunds: 'net' }),
)

/** What was sold less net refunds, without those of periods whose own plan mirrored them: they lowered no sales. */
function asTakenBack(
  sales: EligibleSales,
  earlier: readonly AccountPeriod[],
  plan: ExactPlan,
): EligibleSales {
  const mirrored = new Set(earlier.flatMap(mirroredIn))
  if (sales.lines === null || mirrored.size === 0) return sales
  const isNet = ({ id, given }: CountedLine) => given.refundOf === undefined || !mirrored.has(id)
  const lines = sales.lines.filter(isNet)
  return { ...sales, ...sumLines(lines, lines, plan), lines }
}

function mirroredIn({ refunds, read: { sales } }: AccountPeriod): string[] {
  const lines = refunds === 'mirror' ? (sales.lines ?? []) : []
  return lines.filter(({ refundOf }) => refundOf !== undefined).map(({ id }) => id)
}

function placeOf(sold: EligibleSales, before: SoldBeforeYear | null): CountedSales {
  return before === null ? sold : addSales(sold, before.sales ?? fraction.ZERO)
}

/** All that counts, with the lines of the stretch alone. */
function onlyOf(all: EligibleSales, { lines = [] }: GivenSales): EligibleSales {
  const ids = new Set(lines.map(({ id }) => id))
  const isOwn = ({ id }: { readonly id: string }) => ids.has(id)
  return {
    ...all,
    lines: (all.lines ?? []).filter(isOwn),
    orders: all.orders.filter(isOwn),
    converted: all.converted.filter(isOwn),
    notCounted: all.notCounted.filter(({ line }) => isOwn(line)),
  }
}

function onTopOf(place: CountedSales, sales: EligibleSales, plan: ExactPlan): EligibleSales {
  const lines = sales.lines && placedAfter(sales.lines, place.bases)
  return {
    ...sales,
    sales: fraction.add(sales.sales, place.sales),
    credited: fraction.add(sales.credited, place.credited),
    units: fraction.add(sales.units, place.units),
    bases: sales.bases.map((parts, group) => joined(place.bases[group] ?? [], parts, group, plan)),
    walked: [...place.walked, ...(lines ?? [])],
    lines,
  }
}

/** Bases of one scale, added up; those of lines that go through it on their own stand one after the other. */
function joined(
  before: readonly Fraction[],
  parts: readonly Fraction[],
  group: number,
  { groups }: ExactPlan,
): Fraction[] {
  if ((groups[group]?.per ?? null) === null)
    return parts.map((part, tier) => fraction.add(part, before[tier] ?? fraction.ZERO))
  const rest = afterAll(before.length) - before.length
  return [...before, ...Array.from({ length: rest }, () => fraction.ZERO), ...parts]
}
