import type { Issue, Path, PolicyReference, RoundingMode } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import {
  RATIO_OUT_OF_RANGE,
  SHARE_LOOKS_LIKE_PERCENT,
  TOTAL_TOO_PRECISE,
} from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactPrecision, type ExactTargetPlan, precisionOf } from './exactTargetPlan.js'
import { LEAVES_OVERLAP, MEASURE_UNKNOWN, REASON_MISSING, TARGET_TOO_PRECISE } from './issues.js'
import type { TargetMeasure } from './types.js'

/** What targets are set of, where a plan does not say it. */
export const MEASURES: readonly TargetMeasure[] = [
  { id: 'sales', unit: 'money' },
  { id: 'cash', unit: 'money' },
  { id: 'newCustomers', unit: 'count' },
]

export const MONTHS_OF_YEAR: readonly string[] = /* @__PURE__ */ Array.from(
  { length: 12 },
  (_, month) => String(month + 1).padStart(2, '0'),
)

/** What a target may have to name. */
export const TARGET_FIELDS = ['measure', 'amount', 'owner', 'reason', 'period'] as const

/** What a target is of, and how fine it is. */
export interface ExactTarget {
  readonly measure: string | null
  readonly precision: ExactPrecision
  readonly mode: RoundingMode
  readonly policy: PolicyReference | null
}

export const PRECISION = ['decimals', 'measure'] as const

/** Without a plan a target is of money in cents, and is rounded half-up. */
const CENTS = 2
/** Nothing is targeted more finely. */
const MOST_DECIMALS = 12

/** Reads the measure and the decimals among the fields of something. */
export function readPrecision(
  { decimals, measure }: read.Fields,
  path: Path,
  plan: ExactTargetPlan | null,
  issues: Issue[],
): ExactTarget {
  const isNamed = (measure ?? null) !== null
  const id = isNamed ? readMeasure(measure, [...path, 'measure'], plan, issues) : null
  const ofPlan = plan?.precision[plan.measures.get(id ?? '') ?? 'money']
  const kept = (decimals ?? null) === null ? undefined : decimals
  const most = { minimum: 0, maximum: ofPlan?.decimals ?? MOST_DECIMALS }
  const keeps =
    kept === undefined ? undefined : read.integer(kept, [...path, 'decimals'], issues, most)
  return {
    measure: id,
    precision: precisionWith(keeps, ofPlan),
    mode: plan?.mode ?? 'half-up',
    policy: plan?.policy ?? null,
  }
}

function precisionWith(keeps: number | undefined, ofPlan: ExactPrecision | undefined) {
  if (ofPlan === undefined) return precisionOf(keeps ?? CENTS, keeps ?? CENTS)
  return keeps === undefined ? ofPlan : precisionOf(ofPlan.decimals, keeps)
}

/** Without a plan any name will do; a plan has the measures that it has. */
export function readMeasure(
  value: unknown,
  path: Path,
  plan: ExactTargetPlan | null,
  issues: Issue[],
): string | null {
  const id = read.name(value, path, issues) ?? null
  if (id === null || plan === null || plan.measures.has(id)) return id
  const known = [...plan.measures.keys()]
  const params = { given: issue.show(id), known, suggestion: issue.closest(id, known) }
  issue.add(issues, issue.at(MEASURE_UNKNOWN, path, params))
  return null
}

/** A target in units of its precision, above 0; adds an issue where it is not a whole number of the steps that parts are made of. */
export function readTarget(
  value: unknown,
  path: Path,
  target: Pick<ExactTarget, 'precision' | 'policy'>,
  issues: Issue[],
): bigint {
  return toUnits(read.positive(value, path, issues), path, target, issues)
}

/** The same for a part of a target, which may be 0. */
export function readPart(
  value: unknown,
  path: Path,
  target: Pick<ExactTarget, 'precision' | 'policy'>,
  issues: Issue[],
): bigint {
  return toUnits(read.within(value, path, issues, { minimum: fraction.ZERO }), path, target, issues)
}

function toUnits(
  amount: fraction.Fraction | undefined,
  path: Path,
  { precision: { decimals, keeps }, policy }: Pick<ExactTarget, 'precision' | 'policy'>,
  issues: Issue[],
): bigint {
  if (amount === undefined) return 0n
  if ((decimal.countDecimals(amount) ?? 0) > keeps) {
    const params = { total: write.decimal(amount), decimals: keeps }
    const kind = policy === null ? TOTAL_TOO_PRECISE : TARGET_TOO_PRECISE
    issue.add(issues, issue.at(kind, path, params))
  }
  return (amount.n * fraction.powerOfTen(decimals)) / amount.d
}

/** Rounds an exact number of units to steps. */
export function roundUnits(
  units: fraction.Fraction,
  { precision: { step }, mode }: Pick<ExactTarget, 'precision' | 'mode'>,
): bigint {
  return fraction.toUnits({ n: units.n, d: units.d * step }, 0, mode) * step
}

/** Reads a ratio from 0 to 1; a percentage is refused with the ratio it was meant to be. */
export function readShare(
  value: unknown,
  path: Path,
  issues: Issue[],
): fraction.Fraction | undefined {
  const share = read.decimal(value, path, issues)
  if (share === undefined) return undefined
  if (!fraction.isNegative(share) && fraction.compare(share, fraction.ONE) <= 0) return share
  const given = issue.show(value)
  if (fraction.isNegative(share) || fraction.compare(share, fraction.HUNDRED) > 0)
    issue.add(issues, issue.at(RATIO_OUT_OF_RANGE, path, { given }))
  else {
    const suggestion = write.decimal({ n: share.n, d: share.d * 100n })
    const params = { given, suggestion, percent: write.decimal(share) }
    issue.add(issues, issue.at(SHARE_LOOKS_LIKE_PERCENT, path, params))
  }
  return undefined
}

/** Reads a reason; one of nothing but spaces is none. */
export function readReason(
  value: unknown,
  path: Path,
  isRequired: boolean,
  issues: Issue[],
): string | null {
  const isBlank = (value ?? null) === null || (typeof value === 'string' && value.trim() === '')
  if (!isBlank) return read.name(value, path, issues) ?? null
  if (isRequired) issue.add(issues, issue.at(REASON_MISSING, path, {}))
  return null
}

/** Whether a value is a list; a proxy that throws is none, and is refused by whoever reads it. */
export function isList(value: unknown): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

/** How a target is said in the issue of it: with its decimals. */
export function writeUnits(units: bigint, { precision }: Pick<ExactTarget, 'precision'>): string {
  return write.fixed(units, precision.decimals)
}

/** Positions in a period from one up to, and without, another. */
export type Run = readonly [from: number, upTo: number]

/** When somebody was there, in days counted from the first of the period, which is 0. */
export interface ExactEmployment {
  readonly period: time.AnyPeriod
  /** How many days the period has. */
  readonly days: number
  /** The first day of service, where it is given. */
  readonly joined: string | null
  readonly runs: readonly Run[]
  /** As it was given. */
  readonly measure: unknown
}

/** Reads when somebody was there; leave is taken out, and what lies outside the period is passed over. */
export function readEmployment(
  value: unknown,
  path: Path,
  issues: Issue[],
): ExactEmployment | undefined {
  const before = issues.length
  const known = ['period', 'from', 'to', 'leave', 'joined', 'measure']
  const fields = read.fields(value, path, known, issues)
  if (fields === undefined) return undefined
  const { period: name, from, to, leave } = fields
  const joined = read.of(fields, path, issues).optional('joined', read.date) ?? null
  const period = read.anyPeriod(name, [...path, 'period'], issues)
  const dates = { from: from ?? time.FIRST_DATE, to: to ?? time.LAST_DATE }
  const stay = read.closedSpan(dates, path, issues)
  const leaves = readLeaves(leave ?? [], [...path, 'leave'], issues)
  if (issues.length > before || period === undefined || stay === undefined) return undefined
  const days = time.daysBetween(period.from, period.to) + 1
  const run = (first: string, last: string): Run => [
    Math.max(0, time.daysBetween(period.from, first)),
    Math.min(days, time.daysBetween(period.from, last) + 1),
  ]
  const off = leaves.map((one) => run(one.from, one.lastDay))
  const first = joined !== null && joined > stay.from ? joined : stay.from
  return {
    period,
    days,
    joined,
    runs: without(run(first, stay.to), off),
    measure: fields['measure'],
  }
}

/** Leaves, the earliest first; a day that is in two of them would be taken out twice by whoever adds them up. */
function readLeaves(value: unknown, path: Path, issues: Issue[]): time.Placed<Leave>[] {
  const leaves = (read.array(value, path, issues) ?? []).flatMap((leave, index): Leave[] => {
    const at = [...path, index]
    const fields = read.fields(leave, at, ['from', 'to'], issues)
    const span = fields && read.closedSpan(fields, at, issues)
    return span === undefined ? [] : [{ ...span, path: at }]
  })
  const ordered = time.inOrder(leaves)
  for (const [before, leave] of time.overlaps(ordered)) {
    const params = { first: before.from, second: leave.from, lastDay: before.lastDay }
    issues.push(issue.at(LEAVES_OVERLAP, leave.path, params))
  }
  return ordered
}

interface Leave extends time.Span {
  readonly path: Path
}

/** What is left of a run without others, which are in order and do not overlap. */
function without([from, upTo]: Run, others: readonly Run[]): Run[] {
  const left: Run[] = []
  let start = from
  for (const [otherFrom, otherUpTo] of others) {
    left.push([start, Math.min(otherFrom, upTo)])
    start = Math.max(start, otherUpTo)
  }
  left.push([start, upTo])
  return left.filter(([first, last]) => first < last)
}
