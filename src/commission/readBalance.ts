import type { Issue, Path } from '../kernel/index.js'
import {
  type Fields,
  type Fraction,
  invalid,
  issueAt,
  type PeriodPosition,
  readArray,
  readDecimal,
  readFields,
  readName,
  readPeriod,
  readRecord,
  writePeriod,
  ZERO,
} from '../kernel/inside.js'
import type { ReadPeriod } from './readSettlement.js'
import type { CommissionPlan, PaymentTerms } from './types.js'

/** What stands open between two periods, exactly. */
export interface Balance {
  readonly held: readonly Held[]
  readonly carried: Fraction
  /** Advances not yet recovered. */
  readonly draw: Fraction
  readonly settled: { readonly from: PeriodPosition; readonly to: PeriodPosition } | undefined
  readonly year: Year
  /** Lines whose invoices or payments are followed, by id. */
  readonly lines: Followed
}

/** A part held back, and the period in which it is released. */
export interface Held {
  readonly amount: Fraction
  readonly release: PeriodPosition
}

/** A calendar year so far. */
export interface Year {
  readonly name: string
  /** What its sales have earned, paid or not. */
  readonly earned: Fraction
  /** Its periods as they were given, where the plan computes a year to date. */
  readonly periods: readonly Fields[]
}

/** A line whose invoices or payments are followed. */
export interface FollowedExactly {
  readonly amount: Fraction
  /** Its share of the commission. */
  readonly share: Fraction
  readonly progress: Fraction
  readonly refunded: Fraction
  /** For a refund that has not counted yet: the line it takes back. */
  readonly refundOf: string | undefined
}

export type Followed = ReadonlyMap<string, FollowedExactly>

const NO_YEAR: Year = { name: '', earned: ZERO, periods: [] }
const KEYS = ['held', 'carried', 'draw', 'settled', 'year', 'lines']

/** Reads what a settlement opens with: nothing, or what the one before closed with. */
export function readBalance(
  value: unknown,
  first: ReadPeriod | undefined,
  terms: PaymentTerms,
  plan: CommissionPlan,
  issues: Issue[],
): Balance {
  if (value === undefined)
    return {
      held: [],
      carried: ZERO,
      draw: ZERO,
      settled: undefined,
      year: NO_YEAR,
      lines: new Map(),
    }
  const fields = readFields(value, ['opening'], KEYS, issues) ?? {}
  const balance = {
    held: readHeld(fields['held'], first, issues),
    carried: readDecimal(fields['carried'], ['opening', 'carried'], issues) ?? ZERO,
    draw: readDecimal(fields['draw'], ['opening', 'draw'], issues, { minimum: ZERO }) ?? ZERO,
    settled: readSettled(fields['settled'], issues),
    year: readYear(fields['year'], issues),
    lines: readLines(fields['lines'], issues),
  }
  issues.push(...missing(fields, balance, first, terms, plan))
  return balance
}

function readHeld(value: unknown, first: ReadPeriod | undefined, issues: Issue[]): Held[] {
  const list = readArray(value, ['opening', 'held'], issues) ?? []
  return list.flatMap((row, index) => {
    const path: Path = ['opening', 'held', index]
    const fields = readFields(row, path, ['amount', 'releasedIn'], issues) ?? {}
    const bounds = { minimum: ZERO }
    const amount = readDecimal(fields['amount'], [...path, 'amount'], issues, bounds)
    const release = readPeriod(fields['releasedIn'], [...path, 'releasedIn'], issues)
    if (amount === undefined || release === undefined) return []
    if (first !== undefined && release.unit !== first.at.unit)
      issues.push(otherUnit(release, first, [...path, 'releasedIn']))
    return [{ amount, release }]
  })
}

function otherUnit(release: PeriodPosition, first: ReadPeriod, path: Path): Issue {
  const other = writePeriod(release)
  const text = `got ${other}, and the periods are like ${first.name}. Name the ${first.at.unit} in which the part is released.`
  return issueAt('PERIODS_MIXED', path, { first: first.name, other }, text)
}

function readSettled(value: unknown, issues: Issue[]): Balance['settled'] {
  if (value === undefined) return undefined
  const path: Path = ['opening', 'settled']
  const fields = readFields(value, path, ['from', 'to'], issues) ?? {}
  const from = readPeriod(fields['from'], [...path, 'from'], issues)
  const to = readPeriod(fields['to'], [...path, 'to'], issues)
  return from === undefined || to === undefined ? undefined : { from, to }
}

function readYear(value: unknown, issues: Issue[]): Year {
  if (value === undefined) return NO_YEAR
  const path: Path = ['opening', 'year']
  const fields = readFields(value, path, ['year', 'earned', 'periods'], issues) ?? {}
  const periods = readArray(fields['periods'] ?? [], [...path, 'periods'], issues) ?? []
  return {
    name: readName(fields['year'], [...path, 'year'], issues) ?? '',
    earned: readDecimal(fields['earned'], [...path, 'earned'], issues) ?? ZERO,
    periods: periods.map(
      (row, index) => readRecord(row, [...path, 'periods', index], issues) ?? {},
    ),
  }
}

const LINE_KEYS = ['line', 'amount', 'commission', 'progress', 'refunded', 'refundOf']

function readLines(value: unknown, issues: Issue[]): Followed {
  const lines = new Map<string, FollowedExactly>()
  const path: Path = ['opening', 'lines']
  for (const [index, row] of (readArray(value ?? [], path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = readFields(row, at, LINE_KEYS, issues) ?? {}
    const number = (key: string) => readDecimal(fields[key], [...at, key], issues) ?? ZERO
    lines.set(readName(fields['line'], [...at, 'line'], issues) ?? '', {
      amount: number('amount'),
      share: number('commission'),
      progress: number('progress'),
      refunded: number('refunded'),
      refundOf:
        fields['refundOf'] === undefined
          ? undefined
          : readName(fields['refundOf'], [...at, 'refundOf'], issues),
    })
  }
  return lines
}

/** A balance that goes on within a year, or follows lines, without what the plan needs for it would start from nothing, unseen. */
function missing(
  fields: Fields,
  { settled }: Pick<Balance, 'settled'>,
  first: ReadPeriod | undefined,
  terms: PaymentTerms,
  plan: CommissionPlan,
): Issue[] {
  if (settled === undefined || first === undefined) return []
  const found: Issue[] = []
  const isSameYear = writePeriod(settled.to).slice(0, 4) === first.name.slice(0, 4)
  if (isSameYear && looksAtTheYear(terms, plan) && fields['year'] === undefined)
    found.push(invalid(undefined, ['opening', 'year'], 'the year so far, as the closing had it'))
  if (terms.on !== 'booked' && fields['lines'] === undefined)
    found.push(invalid(undefined, ['opening', 'lines'], 'the lines, as the closing had them'))
  return found
}

/** Whether a period's commission depends on what its calendar year has earned before. */
export function looksAtTheYear({ accrual }: PaymentTerms, { cap }: CommissionPlan): boolean {
  return accrual === 'year-to-date' || cap?.year !== undefined
}
