import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import { ID_DUPLICATE } from '../../kernel/issues.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { Period } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { COUNTED } from './counted.js'
import { SOMEBODY_ELSES } from './issues.js'
import { notPayable } from './notPayable.js'
import { otherCurrency } from './otherCurrency.js'
import { readGiven } from './readGiven.js'
import type { SettledAdjustment } from './types.js'

/** What is paid beside a period's own commission: sums of money, and corrections of what earlier periods have earned. */
export interface ReadAdjustments {
  /** What no period is named for. */
  readonly amount: Fraction
  readonly corrections: readonly ReadCorrection[]
  /** All of it, as it stands on the outcome, in the order in which it was given. */
  readonly given: readonly GivenAdjustment[]
}

/** An adjustment as it stands on the outcome; and what it corrects, where it is for a period. */
interface GivenAdjustment {
  readonly given: SettledAdjustment
  readonly correction: ReadCorrection | null
}

/** A correction of an earlier period. */
export interface ReadCorrection {
  readonly path: Path
  readonly period: Period
  readonly amount: Fraction
  /** What it was computed from; null for an amount by hand. */
  readonly from: Restated | null
}

/** What a restatement says of a period beside its amount. */
export interface Restated {
  /** Which correction of its period it is. */
  readonly number: number
  /** The digest of the plan that computed it. */
  readonly plan: string
  /** Before the cap of the year, and what the plan would still true up. */
  readonly earned: Fraction
  readonly owed: Fraction
  /** The facts as they really were. */
  readonly now: Fields
  readonly alsoRestate: readonly string[]
  /** The lines of which its figures leave out a refund. */
  readonly uncounted: readonly string[]
}

const NONE: ReadAdjustments = { amount: fraction.ZERO, corrections: [], given: [] }

/**
 * Reads what is paid or taken back beside a period's own commission. Corrections, clawbacks and overrides come as they were computed: of
 * clawbacks and overrides only the amount is needed; whose and in which currency it is, and what the outcome says of it, is read where
 * they say so.
 */
export function readAdjustments(
  rows: unknown,
  path: Path,
  { payee, plan }: { readonly payee: string | null; readonly plan: ExactPlan },
  issues: Issue[],
): ReadAdjustments {
  if (rows === null) return NONE
  const list = read.array(rows, path, issues) ?? []
  const found = list.flatMap((row, index) =>
    readAdjustment(row, [...path, index], { payee, plan }, issues),
  )
  issues.push(...givenTwice(found, path))
  const money = found.filter(({ correction }) => correction === null)
  return {
    amount: fraction.sum(money.map(({ amount }) => amount)),
    corrections: found.flatMap(({ correction }) => correction ?? []),
    given: found.map(({ given, correction }) => ({ given, correction })),
  }
}

interface ReadAdjustment extends GivenAdjustment {
  readonly amount: Fraction
}

function readAdjustment(
  row: unknown,
  path: Path,
  { payee, plan }: { readonly payee: string | null; readonly plan: ExactPlan },
  issues: Issue[],
): ReadAdjustment[] {
  const fields = read.record(row, path, issues)
  if (fields === undefined) return []
  issues.push(...somebodyElses(fields, path, payee))
  if (fields['currency'] !== undefined)
    issues.push(...otherCurrency(fields['currency'], path, plan.currency))
  const amount = read.written(fields['amount'], [...path, 'amount'], issues) ?? fraction.ZERO
  issues.push(...notPayable(amount, [...path, 'amount'], plan.decimals))
  const period = periodOf(fields, path, issues)
  const { currency } = plan
  const given = readGiven(fields, { amount, period, currency }, path, issues)
  if (period === undefined) return [{ amount, correction: null, given }]
  const from = readRestated(fields, path, issues)
  return [{ amount, correction: { path, period, amount, from }, given }]
}

/** Of amounts by hand each has an id of its own in its period, so that none is paid twice. */
function givenTwice(found: readonly ReadAdjustment[], path: Path): Issue[] {
  const seen = new Set<string>()
  return found.flatMap(({ given }, index): Issue[] => {
    const { kind, id } = given
    if (kind !== 'by-hand' || id === null) return []
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [issue.at(ID_DUPLICATE, [...path, index, 'id'], { id })] : []
  })
}

/** The period that is corrected; an override, or a clawback, is of none. */
function periodOf(fields: Fields, path: Path, issues: Issue[]): Period | undefined {
  if ((fields['period'] ?? null) === null || fields['manager'] !== undefined) return undefined
  return read.anyPeriod(fields['period'], [...path, 'period'], issues)
}

/** A correction from an archive that does not say what it was computed from is an amount by hand. */
function readRestated(fields: Fields, path: Path, issues: Issue[]): Restated | null {
  const { now, policy, owed, alsoRestate = [] } = fields
  if (now === undefined) return null
  const money = (key: string) => read.written(fields[key], [...path, key], issues) ?? fraction.ZERO
  const names = read.array(alsoRestate, [...path, 'alsoRestate'], issues) ?? []
  const digest = read.record(policy, [...path, 'policy'], issues)?.['digest']
  return {
    number: read.integer(fields['number'], [...path, 'number'], issues, COUNTED) ?? 1,
    plan: read.name(digest, [...path, 'policy', 'digest'], issues) ?? '',
    earned: money('earned'),
    owed: owed === undefined ? fraction.ZERO : money('owed'),
    now: read.record(now, [...path, 'now'], issues) ?? {},
    alsoRestate: names.filter((name) => typeof name === 'string'),
    uncounted: readUncounted(fields['issues'] ?? [], [...path, 'issues'], issues),
  }
}

function readUncounted(value: unknown, path: Path, issues: Issue[]): string[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const { code, params } = read.record(row, [...path, index], issues) ?? {}
    if (code !== 'REFUND_UNKNOWN') return []
    return read.name(read.record(params, [], [])?.['refundOf'], [], []) ?? ''
  })
}

/** A correction names the payee it is for, an override the manager. */
function somebodyElses(fields: Fields, path: Path, payee: string | null): Issue[] {
  const key = fields['manager'] === undefined ? 'payee' : 'manager'
  const owner = fields[key]
  if (owner === undefined || payee === null || owner === payee) return []
  const params = { given: issue.show(owner), expected: issue.show(payee) }
  return [issue.at(SOMEBODY_ELSES, [...path, key], params)]
}
