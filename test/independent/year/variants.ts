import type { Chain } from './draw.js'
import { lastOf } from './exact.js'
import type { Period, Settled, Year } from './facts.js'

/** The same periods with the facts that are right in the end, and nothing to correct. */
export function cleanOf(year: Year): Year {
  const corrections = year.periods.flatMap(({ corrections: given }) => given ?? [])
  const rightOf = (facts: Period) =>
    lastOf(corrections, ({ period }) => period === facts.period) ?? facts
  return {
    ...year,
    periods: year.periods.map(({ corrections: _, facts, ...others }) => ({
      ...others,
      facts: rightOf(facts),
    })),
  }
}

/** As few settlements as there can be: one for each plan, and where something is given for an earlier period. */
export function cleanRunOf({ year }: Chain): Chain {
  const clean = cleanOf(year)
  const own = clean.periods.flatMap(({ byHand }, index) =>
    byHand?.some(({ period }) => period !== undefined) ? [index] : [],
  )
  const starts = [0, ...clean.plans.map(({ from }) => from), ...own]
  return { year: clean, starts: [...new Set(starts)].sort((a, b) => a - b) }
}

/** The last period once more, and nothing in it. */
export function followedBy({ year, starts }: Chain, more: (last: Settled) => Settled): Chain {
  const last = year.periods[year.periods.length - 1]
  if (last === undefined) throw new Error('a year has periods')
  const periods = [...year.periods, more(last)]
  return { year: { ...year, periods }, starts: [...starts, periods.length - 1] }
}
