/**
 * Streaks, read off a strip of letters: one letter per period from the first to the last (y for a
 * hit, n for a miss, e for a period that is excused, - for a gap). What is excused is cut out of the
 * strip; gaps are cut out, too, or count as misses; and every unbroken row of y is one streak.
 */
import { Refusal } from './fraction.js'

export interface StreakEntry {
  /** `2026-03`, `2026-Q1` or `2026`; all entries of one kind. */
  readonly period: string
  /** null: nothing is known of the period, the same as no entry at all. */
  readonly hit: boolean | 'excused' | null
}

export interface StreakRule {
  readonly length: number
  readonly gap: 'ignore' | 'break'
  /** How many gaps in a row are cut out at most; more count as misses. 1 unless told. */
  readonly gapAtMost?: number
  readonly fires: 'once' | 'each-multiple'
}

export interface StreakOutcome {
  /** The periods in which the streak fires, oldest first. */
  readonly fired: readonly string[]
  /** The length of the streak that is still running after the last period. */
  readonly current: number
  readonly longest: number
}

export function streaksOf(entries: readonly StreakEntry[], rule: StreakRule): StreakOutcome {
  const periods = timeline(entries.map((entry) => entry.period))
  const said = periods.map((period) => ({ period, letter: letterOf(period, entries) }))
  const cut = withoutPassedOver(said, rule)
  const kept = cut.map(({ period }) => period)
  const strip = cut.map(({ letter }) => letter).join('')
  const fired: string[] = []
  for (const row of strip.matchAll(/y+/g)) {
    const streak = kept.slice(row.index, row.index + row[0].length)
    fired.push(...streak.filter((_, place) => isFiring(place + 1, rule)))
  }
  const rows = strip.split(/[^y]/).map((row) => row.length)
  return { fired, current: rows.at(-1) ?? 0, longest: Math.max(...rows) }
}

/** How many hits in a row lead up to a period, which may still be without an entry itself. */
export function runUpTo(last: string, entries: readonly StreakEntry[], rule: GapRule): number {
  const past = entries.filter((entry) => entry.period <= last)
  const letters = timeline([...past.map((entry) => entry.period), last].filter(isFirst))
    .map((period) => letterOf(period, past))
    .join('')
  const known = letters.endsWith('-') ? letters.slice(0, -1) : letters
  const strip = withoutPassedOver(
    [...known].map((letter) => ({ letter })),
    rule,
  )
    .map(({ letter }) => letter)
    .join('')
  return /y*$/.exec(strip)?.[0].length ?? 0
}

function isFirst(period: string, place: number, all: readonly string[]): boolean {
  return all.indexOf(period) === place
}

type GapRule = Pick<StreakRule, 'gap' | 'gapAtMost'>

/** What is excused is cut out first, and then each row of gaps that is not too long. */
function withoutPassedOver<Row extends { readonly letter: string }>(
  rows: readonly Row[],
  { gap, gapAtMost = 1 }: GapRule,
): Row[] {
  const present = rows.filter(({ letter }) => letter !== 'e')
  const strip = present.map(({ letter }) => letter).join('')
  const most = gap === 'break' ? 0 : gapAtMost
  const short = [...strip.matchAll(/-+/g)].filter((row) => row[0].length <= most)
  return present.filter((_, at) =>
    short.every((row) => at < row.index || at >= row.index + row[0].length),
  )
}

/** The period right after: 2026-12 is followed by 2027-01, 2026-Q4 by 2027-Q1, 2026-W52 by 2026-W53, 2026 by 2027. */
export function periodAfter(period: string): string {
  const year = Number(period.slice(0, 4))
  const part = period.slice(5)
  if (part === '') return yearText(year + 1)
  if (part === '12') return `${yearText(year + 1)}-01`
  if (part === 'Q4') return `${yearText(year + 1)}-Q1`
  if (part === 'H2') return `${yearText(year + 1)}-H1`
  if (part === `W${weeksIn(year)}`) return `${yearText(year + 1)}-W01`
  if (part.startsWith('W'))
    return `${yearText(year)}-W${String(Number(part.slice(1)) + 1).padStart(2, '0')}`
  if (part.startsWith('H')) return `${yearText(year)}-H2`
  if (part.startsWith('Q')) return `${yearText(year)}-Q${Number(part.slice(1)) + 1}`
  return `${yearText(year)}-${String(Number(part) + 1).padStart(2, '0')}`
}

/** A year has a 53rd week if it begins or ends on a Thursday; the weekdays are those of 400 years later, as `Date.UTC` takes 99 for 1999. */
function weeksIn(year: number): number {
  const weekdays = [Date.UTC(year + 400, 0, 1), Date.UTC(year + 400, 11, 31)].map((day) =>
    new Date(day).getUTCDay(),
  )
  return weekdays.includes(4) ? 53 : 52
}

function yearText(year: number): string {
  return String(year).padStart(4, '0')
}

/** Every period from the earliest to the latest, the ones without an entry too. */
function timeline(periods: readonly string[]): string[] {
  // Within one kind, the alphabet's order is the order in time.
  const sorted = [...periods].sort()
  const last = sorted.at(-1)
  if (new Set(periods).size < periods.length) throw new Refusal('a period appears twice')
  if (new Set(periods.map(kindOf)).size > 1) throw new Refusal('periods of several kinds')
  const all = sorted.slice(0, 1)
  for (let period = all[0]; period !== undefined && period !== last; period = all.at(-1)) {
    all.push(periodAfter(period))
  }
  return all
}

function kindOf(period: string): string {
  return period.replace(/\d/g, '0')
}

function letterOf(period: string, entries: readonly StreakEntry[]): 'y' | 'n' | 'e' | '-' {
  const hit = entries.find((entry) => entry.period === period)?.hit ?? null
  if (hit === null) return '-'
  if (hit === 'excused') return 'e'
  return hit ? 'y' : 'n'
}

function isFiring(reached: number, rule: StreakRule): boolean {
  return rule.fires === 'once' ? reached === rule.length : reached % rule.length === 0
}
