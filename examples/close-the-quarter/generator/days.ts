import { between, type Random } from './random.js'

export const quartersOf2026 = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] as const
export type QuarterOf2026 = (typeof quartersOf2026)[number]

/** The share of a quarter's orders in each of its months: quiet over the Spring Festival, busy before the year ends. */
const months: Readonly<Record<QuarterOf2026, readonly [month: number, share: number][]>> = {
  '2026-Q1': [
    [1, 0.36],
    [2, 0.2],
    [3, 0.44],
  ],
  '2026-Q2': [
    [4, 0.32],
    [5, 0.31],
    [6, 0.37],
  ],
  '2026-Q3': [
    [7, 0.31],
    [8, 0.31],
    [9, 0.38],
  ],
  '2026-Q4': [
    [10, 0.25],
    [11, 0.34],
    [12, 0.41],
  ],
}

const holidays: readonly [from: string, to: string][] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  ['2027-01-01', '2027-01-03'],
  ['2027-02-05', '2027-02-13'],
]

export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** The date itself, or the first day after it that is neither at a weekend nor on a public holiday. */
export function workday(date: string): string {
  let day = date
  while (isDayOff(day)) day = addDays(day, 1)
  return day
}

/** A working day of the quarter, more likely in its busy months. */
export function drawDay(random: Random, quarter: QuarterOf2026): string {
  let left = random()
  for (const [month, share] of months[quarter]) {
    left -= share
    if (left < 0) return drawDayOfMonth(random, month)
  }
  return drawDay(random, quarter)
}

function drawDayOfMonth(random: Random, month: number): string {
  const first = `2026-${String(month).padStart(2, '0')}-01`
  const day = addDays(first, between(random, 0, 30))
  const worked = workday(day)
  return worked.slice(0, 7) === first.slice(0, 7) ? worked : drawDayOfMonth(random, month)
}

function isDayOff(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday % 6 === 0 || holidays.some(([from, to]) => date >= from && date <= to)
}
