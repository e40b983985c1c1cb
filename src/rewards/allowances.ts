import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import {
  type ExactAllowances,
  type ExactRewardPolicy,
  exactRewardPolicy,
} from './exactRewardPolicy.js'
import { CERTIFICATE_UNKNOWN, NO_PERIOD_OF_MONTHS } from './issues.js'
import { nearest, readInput, sectionOf } from './read.js'
import type { Allowances, CertificatesHeld, DefinedRewardPolicy } from './types.js'

/**
 * Says what somebody is paid for the certificates that they hold, month by month (REW-4).
 *
 * The policy says which months count: those started, those held whole, or by the days held; and whether several certificates are all paid,
 * or the one that comes to most. A certificate that was held twice on one day is paid once. Days outside `employment` do not count.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for a certificate without an allowance, `PERIOD_INVALID`, `PERIODS_MIXED` for
 *   a week, `DATE_INVALID`, `DATES_OUT_OF_ORDER`.
 *
 * @example PMP from the middle of February on
 * ```ts
 * import { allowances, handbook } from 'sales-rules'
 *
 * const certificates = [{ certificate: 'PMP', from: '2026-02-15' }]
 * const paid = allowances({ period: '2026-Q1', certificates }, handbook.rewards)
 * paid.amount // => '4000.00'
 * paid.months.map(({ month, amount }) => [month, amount])
 * // => [['2026-01', '0.00'], ['2026-02', '2000.00'], ['2026-03', '2000.00']]
 * ```
 */
export function allowances(held: CertificatesHeld, policy: DefinedRewardPolicy): Allowances {
  const exact = exactRewardPolicy(policy)
  const section = sectionOf(exact, 'allowances')
  const known = readHeld(held, section)
  const months = monthsIn(known.period).map((month) => computeMonth(month, known, section, exact))
  return writeAllowances(months, known, section, exact)
}

/** Days from one to another, both included. */
interface Days {
  readonly from: string
  readonly to: string
}

interface ExactHeld {
  readonly payee: string | null
  readonly period: time.ExactPeriod
  readonly employment: Days
  /** By certificate, in the order given; the days it was held, the earliest first. */
  readonly held: ReadonlyMap<string, readonly Days[]>
}

const AT = ['held']

function readHeld(value: unknown, { amounts }: ExactAllowances): ExactHeld {
  const issues: Issue[] = []
  const keys = ['payee', 'period', 'certificates', 'employment']
  const fields = readInput(value, AT, keys, issues)
  const { required, optional } = read.of(fields, AT, issues)
  const payee = optional('payee', read.name) ?? null
  const period = required('period', readMonths)
  const employment = optional('employment', readEmployment) ?? EVER
  const held = required('certificates', (rows, path, found) =>
    readCertificates(rows, path, [...amounts.keys()], found),
  )
  issue.refuseIfAny(issues)
  return { payee, period, employment, held } as ExactHeld
}

const EVER: Days = { from: time.FIRST_DATE, to: time.LAST_DATE }

function readMonths(value: unknown, path: Path, issues: Issue[]): time.ExactPeriod | undefined {
  const at = read.period(value, path, issues)
  if (at === undefined) return undefined
  const period = time.rangeOf(at)
  if (at.unit !== 'week') return period
  issue.add(issues, issue.at(NO_PERIOD_OF_MONTHS, path, { other: period.name }))
  return undefined
}

function readEmployment(value: unknown, path: Path, issues: Issue[]): Days | undefined {
  const fields = read.fields(value, path, ['from', 'to'], issues)
  if (fields === undefined) return undefined
  const { from, to } = fields
  return read.closedSpan({ from: from ?? EVER.from, to: to ?? EVER.to }, path, issues)
}

function readCertificates(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): ExactHeld['held'] {
  const held = new Map<string, Days[]>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, ['certificate', 'from', 'to'], issues)
    const certificate = fields && readName(fields['certificate'], at, known, issues)
    const span = fields && read.span(fields, at, issues)
    if (certificate === undefined || span === undefined) continue
    const spans = held.get(certificate) ?? []
    spans.push({ from: span.from, to: span.to ?? time.LAST_DATE })
    held.set(certificate, spans)
  }
  for (const spans of held.values()) spans.sort((a, b) => (a.from < b.from ? -1 : 1))
  return held
}

function readName(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): string | undefined {
  const at = [...path, 'certificate']
  const name = read.name(value, at, issues)
  if (name === undefined || known.includes(name)) return name
  const params = { given: issue.show(name), ...nearest(name, known) }
  issue.add(issues, issue.at(CERTIFICATE_UNKNOWN, at, params))
  return undefined
}

function monthsIn({ unit, position }: time.ExactPeriod): time.ExactPeriod[] {
  const count = unit === 'week' ? 0 : time.MONTHS[unit]
  return Array.from({ length: count }, (_, index) =>
    time.rangeOf({ unit: 'month', position: position * count + index }),
  )
}

interface ExactMonth {
  readonly month: time.ExactPeriod
  /** How many days the month has. */
  readonly of: number
  /** Those that were held on any day of it. */
  readonly certificates: readonly CertificateOfMonth[]
}

interface CertificateOfMonth {
  readonly certificate: string
  readonly days: number
  /** In units of the currency. */
  readonly units: bigint
  readonly reason: 'month-not-whole' | 'not-highest' | null
}

function computeMonth(
  month: time.ExactPeriod,
  { held, employment }: ExactHeld,
  { rules, amounts }: ExactAllowances,
  policy: ExactRewardPolicy,
): ExactMonth {
  const of = time.daysBetween(month.from, month.to) + 1
  const within = common(month, employment)
  const certificates = [...held].flatMap(([certificate, spans]): CertificateOfMonth[] => {
    const days = countDays(spans, within)
    if (days === 0) return []
    if (rules.months === 'whole' && days < of)
      return [{ certificate, days, units: 0n, reason: 'month-not-whole' }]
    const amount = amounts.get(certificate) ?? fraction.ZERO
    const part = rules.months === 'by-day' ? { n: BigInt(days), d: BigInt(of) } : fraction.ONE
    const units = toUnits(fraction.multiply(amount, part), policy)
    return [{ certificate, days, units, reason: null }]
  })
  return { month, of, certificates: rules.combine === 'all' ? certificates : highest(certificates) }
}

/** The days that two stretches share; none where it ends before it begins. */
function common(one: Days, other: Days): Days {
  return {
    from: one.from > other.from ? one.from : other.from,
    to: one.to < other.to ? one.to : other.to,
  }
}

/** Days of stretches, the earliest first, each day once. */
function countDays(spans: readonly Days[], within: Days): number {
  let count = 0
  let from = within.from
  for (const span of spans) {
    const days = common(span, { from, to: within.to })
    if (days.from > days.to) continue
    count += time.daysBetween(days.from, days.to) + 1
    if (days.to === within.to) break
    from = time.addDays(days.to, 1)
  }
  return count
}

function toUnits(amount: fraction.Fraction, { rounding, decimals }: ExactRewardPolicy): bigint {
  const units = fraction.toUnits(amount, rounding.decimals, rounding.mode)
  return units * fraction.powerOfTen(decimals - rounding.decimals)
}

/** The one that comes to most; of equal ones the first given. */
function highest(certificates: readonly CertificateOfMonth[]): CertificateOfMonth[] {
  let best: CertificateOfMonth | undefined
  for (const one of certificates) if (best === undefined || one.units > best.units) best = one
  return certificates.map((one) =>
    one === best || one.reason !== null ? one : { ...one, units: 0n, reason: 'not-highest' },
  )
}

function writeAllowances(
  months: readonly ExactMonth[],
  { payee, period }: ExactHeld,
  { rules }: ExactAllowances,
  { currency, decimals, policy }: ExactRewardPolicy,
): Allowances {
  const money = (units: bigint) => write.fixed(units, decimals)
  const sumOf = (one: ExactMonth) => one.certificates.reduce((sum, { units }) => sum + units, 0n)
  return {
    payee,
    period: period.name,
    amount: money(months.reduce((sum, month) => sum + sumOf(month), 0n)),
    currency,
    months: months.map((one) => ({
      month: one.month.name,
      amount: money(sumOf(one)),
      certificates: one.certificates.map(({ certificate, days, units, reason }) => ({
        certificate,
        days,
        of: one.of,
        amount: money(units),
        reason,
      })),
    })),
    policy,
    clauses: [rules.clause],
  }
}
