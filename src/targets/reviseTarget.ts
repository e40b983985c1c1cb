import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { WEIGHTS_NOT_POSITIVE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as time from '../kernel/time/time.js'
import {
  counts,
  type ExactHistory,
  type ExactVersion,
  exactly,
  lastOf,
  missingFrom,
  readHistory,
  writeHistory,
} from './exactHistory.js'
import { splitUnits } from './exactSplit.js'
import { type ExactTargetPlan, exactTargetPlan } from './exactTargetPlan.js'
import {
  REVISION_BEFORE_LAST,
  REVISION_BELOW_PASSED,
  REVISION_MISSING,
  REVISION_NOT_AT_START,
  REVISION_TO_NOTHING,
  TWO_REVISIONS,
  VERSION_NOT_SIGNED,
} from './issues.js'
import {
  type ExactTarget,
  readPart,
  readPrecision,
  readReason,
  readTarget,
  roundUnits,
  writeUnits,
} from './read.js'
import type { DefinedTargetPlan, TargetHistory, TargetRevision } from './types.js'

/**
 * Revises a target from a day on, to an amount or by a ratio, with the reason (TAR-3). The first figure, each change and each reason stay on
 * record, and the revision has to be signed again before it counts (TAR-4).
 *
 * The months before that day keep what they have; what is left of the new target is shared over the others in the proportion that they have
 * now. It revises the version that counts. One that nobody has signed yet is replaced by a revision from the same day, or from before.
 *
 * @throws SalesRulesError `VALUE_MISSING` without a reason or a figure, `POLICY_CONFLICT` for two figures, for a day that no revision may start on and for
 *   a version that is not signed, `DATES_OUT_OF_ORDER` for a day before the version that it revises, `TARGET_NOT_ADDING_UP` for less than the
 *   months that have passed, `FORMAT_UNKNOWN`, `POLICY_NOT_DEFINED`, `NUMBER_OUT_OF_RANGE`, `TOTAL_TOO_PRECISE`.
 *
 * @example The market grew: from July the year has 1,500,000
 * ```ts
 * import { handbook, reviseTarget, setTarget } from 'sales-rules'
 *
 * const target = { owner: 'Li', measure: 'sales', amount: '1200000', period: '2026', reason: 'last year and 8%' }
 * const first = setTarget(target, handbook.targets)
 * const revision = { from: '2026-07-01', amount: '1500000', reason: 'the market grew' }
 * const { versions } = reviseTarget(first, revision, handbook.targets)
 * versions.map(({ amount, change, reason }) => [amount, change, reason])
 * // => [['1200000.00', null, 'last year and 8%'], ['1500000.00', '300000.00', 'the market grew']]
 * versions[1]?.parts.map(({ amount }) => amount).slice(5, 7) // => ['100000.00', '150000.00']
 * ```
 */
export function reviseTarget(
  history: TargetHistory,
  revision: TargetRevision,
  plan: DefinedTargetPlan,
): TargetHistory {
  const exact = exactTargetPlan(plan)
  const known = readHistory(history)
  const issues: Issue[] = []
  const precision = readPrecision({ measure: known.measure }, ['history'], exact, issues)
  issue.refuseIfAny(issues)
  const base = baseOf(known)
  const given = readRevision(revision, base.version, precision)
  refuseOtherDay(given.from, known, exact)
  refuseEarly(given.from, known, base)
  const version = computeVersion(given, base, known, { precision, plan: exact })
  return writeHistory({ ...known, versions: [...known.versions, version] }, ['TAR-3', 'TAR-4'])
}

/** What a revision revises: the last version that counts, or the first figure where none does. */
interface Base {
  readonly index: number
  readonly version: ExactVersion
}

function baseOf({ versions }: ExactHistory): Base {
  const index = Math.max(0, lastOf(versions, counts))
  return { index, version: versions[index] as ExactVersion }
}

interface Revision {
  readonly from: string
  /** The new target, in units. */
  readonly units: bigint
  readonly reason: string
}

function readRevision(value: unknown, { amount }: ExactVersion, precision: ExactTarget): Revision {
  const issues: Issue[] = []
  const path = ['revision']
  const fields = read.fields(value, path, ['from', 'amount', 'changeBy', 'reason'], issues) ?? {}
  const { required, optional } = read.of(fields, path, issues)
  const from = required('from', read.date)
  const to = optional('amount', (given, at, found) => readTarget(given, at, precision, found))
  const ratio = optional('changeBy', read.ratio)
  const isBoth = (fields['amount'] ?? null) !== null && (fields['changeBy'] ?? null) !== null
  const isNeither = (fields['amount'] ?? null) === null && (fields['changeBy'] ?? null) === null
  if (isBoth) issue.add(issues, issue.at(TWO_REVISIONS, path, {}))
  if (isNeither) issue.add(issues, issue.at(REVISION_MISSING, [...path, 'amount'], {}))
  const reason = readReason(fields['reason'], [...path, 'reason'], true, issues)
  issue.refuseIfAny(issues)
  const units = to ?? changed(exactly(amount), ratio ?? fraction.ZERO, precision)
  return { from: from as string, units, reason: reason as string }
}

function changed(
  amount: fraction.Fraction,
  ratio: fraction.Fraction,
  precision: ExactTarget,
): bigint {
  const now = fraction.multiply(amount, fraction.add(fraction.ONE, ratio))
  const units = { n: now.n * fraction.powerOfTen(precision.precision.decimals), d: now.d }
  const rounded = roundUnits(units, precision)
  if (rounded > 0n) return rounded
  const params = { given: writeUnits(rounded, precision) }
  return issue.refuse(REVISION_TO_NOTHING, ['revision', 'changeBy'], params)
}

/** A revision starts with a month, or with a quarter of the company's year; or it replaces the target from its first day. */
function refuseOtherDay(from: string, { period }: ExactHistory, plan: ExactTargetPlan) {
  const { revisedFrom, yearStartsIn } = plan
  const span =
    revisedFrom === 'month'
      ? time.rangeOf(time.periodWith(from, 'month') as time.PeriodPosition)
      : time.spanOf({ to: from }, { unit: 'quarter', yearStartsIn })
  if (from === span.from || from === period.from) return
  const params = { given: from, expected: revisedFrom, date: span.from, other: span.to }
  issue.refuse(REVISION_NOT_AT_START, ['revision', 'from'], params)
}

function refuseEarly(from: string, { period, versions }: ExactHistory, { index, version }: Base) {
  const path = ['revision', 'from']
  const issues: Issue[] = []
  if (from < version.from || from > period.to) {
    const params = { from: version.from, to: period.to, given: from }
    issue.add(issues, issue.at(REVISION_BEFORE_LAST, path, params))
  }
  for (const [at, open] of versions.entries()) {
    if (at <= index || open.from >= from) continue
    const params = { given: String(at + 1), date: open.from, other: missingFrom(open).join(', ') }
    issue.add(issues, issue.at(VERSION_NOT_SIGNED, path, params))
  }
  issue.refuseIfAny(issues)
}

interface Terms {
  readonly precision: ExactTarget
  readonly plan: ExactTargetPlan
}

function computeVersion(
  { from, units, reason }: Revision,
  { index, version }: Base,
  { versions }: ExactHistory,
  { precision, plan }: Terms,
): ExactVersion {
  const issues: Issue[] = []
  const before = version.parts.map((part, at) =>
    readPart(part.amount, ['history', 'versions', index, 'parts', at, 'amount'], precision, issues),
  )
  issue.refuseIfAny(issues)
  const first = version.parts.findIndex((part) => part.from >= from)
  const passed = before.slice(0, first).reduce((sum, part) => sum + part, 0n)
  if (passed > units) refuseBelow(units, passed, precision)
  const open = before.slice(first).map(wholeUnits)
  const weights = open.some(({ n }) => n > 0n) ? open : firstWeights(versions, first)
  const left = units - passed
  if (left > 0n && weights.every(fraction.isZero))
    issue.refuse(WEIGHTS_NOT_POSITIVE, ['history', 'versions'], { weights: weights.length })
  const shares = left === 0n ? [] : splitUnits(left, weights, precision)
  const { signing } = plan
  const isSigned = signing.revised === 'once' && counts(version)
  return {
    from,
    amount: writeUnits(units, precision),
    revises: index + 1,
    reason,
    parts: version.parts.map((part, at) =>
      at < first ? part : { ...part, amount: writeUnits(shares[at - first] ?? 0n, precision) },
    ),
    signers: isSigned ? [] : signing.by,
    signatures: [],
    unsigned: signing.unsigned,
    policy: plan.policy,
  }
}

const wholeUnits = (units: bigint): fraction.Fraction => ({ n: units, d: 1n })

/** Where a revision has left nothing to the months to come, they weigh what they did at first. */
function firstWeights(versions: readonly ExactVersion[], first: number): fraction.Fraction[] {
  return (versions[0]?.parts ?? []).slice(first).map(({ amount }) => exactly(amount))
}

function refuseBelow(units: bigint, passed: bigint, precision: ExactTarget): never {
  return issue.refuse(REVISION_BELOW_PASSED, ['revision', 'amount'], {
    amount: writeUnits(units, precision),
    settled: writeUnits(passed, precision),
    difference: writeUnits(passed - units, precision),
  })
}
