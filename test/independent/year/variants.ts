/** Other years that pay the same, or of which something is known, made from a drawn one. */
import { add, subtract, sum } from '../../oracle/fraction.js'
import { monthAt } from './build.js'
import type { Chain } from './draw.js'
import { amountOf, at, lastOf, toMoney } from './exact.js'
import type { Period, Plan, Settled, Year } from './facts.js'
import type { SettledPay } from './oracle.js'

/** The same periods with the facts that are right in the end, and nothing to correct. */
export function cleanOf(year: Year): Year {
  const right = rightIn(year)
  return {
    ...year,
    periods: year.periods.map(({ corrections: _, facts, ...others }) => ({
      ...others,
      facts: lastOf(right, ({ period }) => period === facts.period) ?? facts,
    })),
  }
}

/** As few settlements as there can be: one for each plan, and where something is given for an earlier period. */
export function cleanRunOf({ year }: Chain): Chain {
  const clean = cleanOf(year)
  return { year: clean, starts: startsFor(clean) }
}

/** All corrections in the last period, those of late periods first. */
export function togetherOf({ year, starts }: Chain): Chain {
  const last = year.periods.length - 1
  const right = rightIn(year).filter(
    (now, index, all) => !all.slice(index + 1).some(({ period }) => period === now.period),
  )
  const fits = right.filter(({ period }) => period !== at(year.periods, last).facts.period)
  const periods = year.periods.map(({ corrections: _, ...others }, index) => ({
    ...others,
    ...(index === last && { corrections: [...fits].reverse() }),
  }))
  return { year: { ...year, periods }, starts: sorted([...starts, last]) }
}

function rightIn({ periods }: Year): readonly Period[] {
  return periods.flatMap(({ corrections }) => corrections ?? [])
}

function startsFor({ plans, periods }: Year): readonly number[] {
  const own = periods.flatMap(({ byHand }, index) =>
    byHand?.some(({ period }) => period !== undefined) ? [index] : [],
  )
  const left = periods.findIndex(({ isFinal }) => isFinal)
  return sorted([
    ...plans.map(({ from }) => from),
    ...own,
    ...(left >= 0 && left < periods.length - 1 ? [left + 1] : []),
  ])
}

export function sorted(starts: readonly number[]): readonly number[] {
  return [...new Set(starts)].sort((a, b) => a - b)
}

/** One period more, in which nothing is sold. */
export function followedBy({ year, starts }: Chain, more: Partial<Settled> = {}): Chain {
  const { facts } = at(year.periods, year.periods.length - 1)
  const { sales: _, lines, ...others } = facts
  const next: Settled = {
    facts: { ...others, period: after(facts.period), ...(lines ? { lines: [] } : { sales: '0' }) },
    ...more,
  }
  const periods = [...year.periods, next]
  return { year: { ...year, periods }, starts: [...starts, periods.length - 1] }
}

function after(period: string): string {
  const [year = '', month = ''] = period.split('-')
  return monthAt((Number(year) - 2026) * 12 + Number(month) + 1)
}

/** The same year under plans that are changed. */
export function under({ year, starts }: Chain, change: (plan: Plan) => Plan): Chain {
  const plans = year.plans.map(({ plan, ...others }) => ({ ...others, plan: change(plan) }))
  return { year: { ...year, plans }, starts }
}

export function withoutDraw(plan: Plan): Plan {
  const { draw: _, ...payment } = plan.payment
  return { ...plan, payment }
}

/** What was earned, corrections included, without amounts by hand that name no period. */
export function earnedInAll({ periods }: Year, pays: readonly SettledPay[]): string {
  const money = periods.flatMap(({ byHand }) =>
    (byHand ?? [])
      .filter(({ period }) => period === undefined)
      .map(({ amount }) => amountOf(amount)),
  )
  const earned = sum(pays.map((pay) => add(amountOf(pay.earned), amountOf(pay.adjusted))))
  return toMoney(subtract(earned, sum(money)))
}

export function guaranteedInAll(pays: readonly SettledPay[]): string {
  return toMoney(sum(pays.map(({ guaranteed }) => amountOf(guaranteed))))
}
