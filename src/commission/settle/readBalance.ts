import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { PeriodPosition } from '../../kernel/time/time.js'
import * as time from '../../kernel/time/time.js'
import type { PaidLines } from '../earn/payLines.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { BALANCE_MISSING, PERIOD_OF_OTHER_LENGTH } from './issues.js'
import { notPayable } from './notPayable.js'
import { type Reading, type ReadPeriod, readPeriodRow } from './readPeriodRow.js'

/** What stands open between two periods, exactly. */
export interface Balance {
  readonly held: readonly Held[]
  readonly carried: Fraction
  /** Advances not yet recovered. */
  readonly draw: Fraction
  readonly settled: { readonly from: PeriodPosition; readonly to: PeriodPosition } | undefined
  readonly year: Year
  /** Lines whose invoices or payments are followed, by id. */
  readonly lines: OpenLines
}

/** A part held back, and the period in which it is released. */
interface Held {
  readonly amount: Fraction
  readonly release: PeriodPosition
}

/** A calendar year so far. */
export interface Year {
  readonly name: string
  /** What its sales have earned, paid or not. */
  readonly earned: Fraction
  /** Its periods, where the plan computes a year to date. */
  readonly periods: readonly ReadPeriod[]
  /** What its lines are paid, where this settlement has worked it out. */
  readonly paid: PaidLines | null
}

/** A line whose invoices or payments are followed. */
export interface OpenLineExact {
  readonly amount: Fraction
  /** Its share of the commission. */
  readonly share: Fraction
  readonly progress: Fraction
  readonly refunded: Fraction
  /** For a refund that has not counted yet: the line it takes back. */
  readonly refundOf: string | undefined
}

export type OpenLines = Map<string, OpenLineExact>

/** A year of which nothing is settled. */
export const NO_YEAR: Year = { name: '', earned: fraction.ZERO, periods: [], paid: null }
const KEYS = ['held', 'carried', 'draw', 'settled', 'year', 'lines']

/** Reads what a settlement opens with: nothing, or what the one before closed with. */
export function readBalance(
  value: unknown,
  first: ReadPeriod | undefined,
  reading: Reading,
  issues: Issue[],
): Balance {
  if (value === undefined || value === null) return openNothing()
  const { plan } = reading
  const fields = read.fields(value, ['opening'], KEYS, issues) ?? {}
  const { decimals } = plan
  const owed = { decimals, minimum: fraction.ZERO }
  const balance = {
    held: readHeld(fields['held'], first, plan, issues),
    carried: readMoney(fields['carried'], ['opening', 'carried'], { decimals }, issues),
    draw: readMoney(fields['draw'], ['opening', 'draw'], owed, issues),
    settled: readSettled(fields['settled'], issues),
    year: readYear(fields['year'], reading, issues),
    lines: readLines(fields['lines'], plan, issues),
  }
  issues.push(...missing(fields, balance.settled, first, plan))
  return balance
}

function openNothing(): Balance {
  const nothing = { held: [], carried: fraction.ZERO, draw: fraction.ZERO, settled: undefined }
  return { ...nothing, year: NO_YEAR, lines: new Map() }
}

/** An amount that stands open is payable as it stands. */
function readMoney(
  value: unknown,
  path: Path,
  { decimals, minimum }: { readonly decimals: number; readonly minimum?: Fraction },
  issues: Issue[],
): Fraction {
  const bounds = minimum && { minimum }
  const amount = read.written(value, path, issues, bounds) ?? fraction.ZERO
  issues.push(...notPayable(amount, path, decimals))
  return amount
}

function readHeld(
  value: unknown,
  first: ReadPeriod | undefined,
  plan: ExactPlan,
  issues: Issue[],
): Held[] {
  const list = read.array(value, ['opening', 'held'], issues) ?? []
  return list.flatMap((row, index) => {
    const path: Path = ['opening', 'held', index]
    const fields = read.fields(row, path, ['amount', 'releasedIn'], issues) ?? {}
    const owed = { decimals: plan.decimals, minimum: fraction.ZERO }
    const amount = readMoney(fields['amount'], [...path, 'amount'], owed, issues)
    const release = read.period(fields['releasedIn'], [...path, 'releasedIn'], issues)
    if (release === undefined) return []
    issues.push(...otherUnit(release, first?.at, [...path, 'releasedIn']))
    return [{ amount, release }]
  })
}

/** Periods of two lengths do not follow one another. */
function otherUnit(given: PeriodPosition, like: PeriodPosition | undefined, path: Path): Issue[] {
  if (like === undefined || given.unit === like.unit) return []
  const params = { first: time.writePeriod(like), other: time.writePeriod(given), unit: like.unit }
  return [issue.at(PERIOD_OF_OTHER_LENGTH, path, params)]
}

function readSettled(value: unknown, issues: Issue[]): Balance['settled'] {
  if (value === undefined) return undefined
  const path: Path = ['opening', 'settled']
  const fields = read.fields(value, path, ['from', 'to'], issues) ?? {}
  const from = read.period(fields['from'], [...path, 'from'], issues)
  const to = read.period(fields['to'], [...path, 'to'], issues)
  if (from === undefined || to === undefined) return undefined
  issues.push(...otherUnit(from, to, [...path, 'from']))
  return { from, to }
}

function readYear(value: unknown, reading: Reading, issues: Issue[]): Year {
  if (value === undefined) return NO_YEAR
  const path: Path = ['opening', 'year']
  const fields = read.fields(value, path, ['year', 'earned', 'periods'], issues) ?? {}
  const periods = read.array(fields['periods'] ?? [], [...path, 'periods'], issues) ?? []
  return {
    name: read.name(fields['year'], [...path, 'year'], issues) ?? '',
    earned: read.written(fields['earned'], [...path, 'earned'], issues) ?? fraction.ZERO,
    periods: periods.flatMap((row, index) =>
      readPeriodRow(row, [...path, 'periods', index], reading, issues),
    ),
    paid: null,
  }
}

const LINE_KEYS = ['line', 'amount', 'commission', 'progress', 'refunded', 'refundOf']

function readLines(value: unknown, plan: ExactPlan, issues: Issue[]): OpenLines {
  const lines = new Map<string, OpenLineExact>()
  const path: Path = ['opening', 'lines']
  for (const [index, row] of (read.array(value ?? [], path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, LINE_KEYS, issues) ?? {}
    const number = (key: string) => read.written(fields[key], [...at, key], issues) ?? fraction.ZERO
    lines.set(read.name(fields['line'], [...at, 'line'], issues) ?? '', {
      amount: number('amount'),
      share: readMoney(fields['commission'], [...at, 'commission'], plan, issues),
      progress: number('progress'),
      refunded: number('refunded'),
      refundOf:
        fields['refundOf'] === undefined
          ? undefined
          : read.name(fields['refundOf'], [...at, 'refundOf'], issues),
    })
  }
  return lines
}

/** A balance that goes on within a year, or follows lines, without what the plan needs for it would start from nothing, unseen. */
function missing(
  fields: Fields,
  settled: Balance['settled'],
  first: ReadPeriod | undefined,
  plan: ExactPlan,
): Issue[] {
  if (settled === undefined || first === undefined || plan.payment === null) return []
  const isSameYear = time.yearOf(settled.to) === time.yearOf(first.at)
  const isToDate = isSameYear && plan.payment.accrual === 'year-to-date'
  const { year, lines } = fields
  const periods = year === undefined ? [] : read.record(year, [], [])?.['periods']
  const needs: readonly (readonly [boolean, unknown, Path])[] = [
    [isSameYear && looksAtTheYear(plan), year, ['opening', 'year']],
    [isToDate, periods, ['opening', 'year', 'periods']],
    [plan.payment.on !== 'booked', lines, ['opening', 'lines']],
  ]
  return needs
    .filter(([isNeeded, value]) => isNeeded && value === undefined)
    .map(([, , path]) => issue.at(BALANCE_MISSING, path, {}))
}

/** Whether a period's commission depends on what its calendar year has earned before. */
export function looksAtTheYear({ payment, cap }: ExactPlan): boolean {
  return payment?.accrual === 'year-to-date' || cap.year !== null
}
