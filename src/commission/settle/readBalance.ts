import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import { FORMAT_UNKNOWN } from '../../kernel/issues.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { AnyPeriod } from '../../kernel/time/time.js'
import * as time from '../../kernel/time/time.js'
import { cappedSpans, countedSpan, yearOf } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type ExactPart, isAtOnce, listsOf } from '../plan/paymentParts.js'
import { type Account, hasLeft, noYear, periodsOf } from './account.js'
import { COUNTED } from './counted.js'
import { partsOf } from './exactTerms.js'
import type { Others } from './handedParts.js'
import {
  BALANCE_MISSING,
  BALANCE_OF_ANOTHER,
  CHANGE_OF_PROGRESS,
  PERIOD_OF_CALENDAR,
  PERIOD_OF_OTHER_LENGTH,
  PLAN_CHANGED,
  YEAR_STARTS_ELSEWHERE,
} from './issues.js'
import { otherCurrency } from './otherCurrency.js'
import { isSettled } from './payableParts.js'
import { readAccount } from './readAccount.js'
import { readLines, readMoney } from './readLines.js'
import type { Place, Reading, ReadPeriod } from './readPeriodRow.js'
import { unknownSpans } from './soldBefore.js'

/** What stands open between two periods, exactly. */
export interface Balance {
  readonly held: readonly Held[]
  readonly carried: Fraction
  /** Advances not yet recovered. */
  readonly draw: Fraction
  /** The first of the last periods that were settled by a plan with a draw of one kind. */
  readonly drawFrom: Place | undefined
  /** The first day of service of the payee, where it is known. */
  readonly joined: string | undefined
  readonly settled: { readonly from: AnyPeriod; readonly to: AnyPeriod } | undefined
  readonly account: Account
  /** The plan it was made by; null where it does not say. */
  readonly plan: { readonly id: string; readonly digest: string } | null
  /** Lines whose invoices or payments are followed, by id. */
  readonly lines: OpenLines
}

/** A part held back, and the period in which it is released. */
interface Held {
  readonly amount: Fraction
  readonly release: Place
}

/** A line whose invoices or payments are followed. */
export interface OpenLineExact {
  readonly amount: Fraction
  /** Its share of the commission. */
  readonly share: Fraction
  /** When the parts of its share are paid. */
  readonly parts: readonly ExactPart[]
  /** How many periods ago it came, as long as a part waits for its time. */
  readonly age: number
  /** What came of it: invoices or cash; where it waits for both, cash, and invoices beside it. */
  readonly progress: Fraction
  readonly invoiced: Fraction
  /** What of the cash belongs to others. */
  readonly others: Others
  readonly refunded: Fraction
  /** For a refund that has not counted yet: the line it takes back. */
  readonly refundOf: string | undefined
  /** For one that has: the line it takes back. */
  readonly takesBack: string | undefined
  /** What became due of it, and was taken back, since the payee left. */
  readonly sinceFinal: Fraction
}

export type OpenLines = Map<string, OpenLineExact>

/** The form of a balance that this version writes and reads. */
export const FORMAT = 1
const KEYS = [
  'format',
  'payee',
  'currency',
  'plan',
  'held',
  'carried',
  'draw',
  'drawFrom',
  'joined',
  'settled',
  'final',
  'year',
  'lastYear',
  'lines',
]

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
  issues.push(...isOfAnother(fields, reading))
  const closedBy = readPlan(fields['plan'], reading, issues)
  const owed = { decimals, minimum: fraction.ZERO }
  const settled = readSettled(fields['settled'], issues)
  // Before there was a format, recovery counted from the first period that was settled.
  const drawFrom = fields['format'] === undefined ? settled?.from : undefined
  const balance = {
    held: readHeld(fields['held'], first, plan, issues),
    carried: readMoney(fields['carried'], ['opening', 'carried'], { decimals }, issues),
    draw: readMoney(fields['draw'], ['opening', 'draw'], owed, issues),
    drawFrom: readDrawFrom(fields['drawFrom'], first, issues) ?? drawFrom,
    joined: readJoined(fields['joined'], ['opening', 'joined'], issues),
    settled,
    account: withFinal(readAccount(fields, reading, issues), fields, issues),
    plan: closedBy,
    lines: readLines(fields['lines'], ['opening', 'lines'], plan, issues),
  }
  issues.push(...missing(fields, balance.settled, first, plan))
  issues.push(...anotherYear(balance, first, plan), ...otherProgress(balance, plan))
  const { year } = balance.account
  if (first !== undefined && yearOf(first.period, plan) === year.name)
    issues.push(...unknownSpans(year, first, reading.planChange, plan))
  return balance
}

/** A balance written by hand has no account that says it. */
function withFinal(account: Account, { final }: Fields, issues: Issue[]): Account {
  const { year } = account
  const isFinal = final !== undefined && read.boolean(final, ['opening', 'final'], issues) === true
  if (!isFinal || hasLeft(year)) return account
  return { ...account, year: { ...year, isAfterFinal: true } }
}

function openNothing(): Balance {
  const nothing = { held: [], carried: fraction.ZERO, draw: fraction.ZERO, settled: undefined }
  const account = { lastYear: null, year: noYear('') }
  return {
    ...nothing,
    drawFrom: undefined,
    joined: undefined,
    account,
    plan: null,
    lines: new Map(),
  }
}

/** A balance is for whom it says, in the currency that it says, and in a form that is known; one written by hand need not say it. */
function isOfAnother({ format, payee, currency }: Fields, { payee: own, plan }: Reading): Issue[] {
  const found: Issue[] = []
  const path: Path = ['opening']
  if (format !== undefined && format !== FORMAT) {
    const params = { given: issue.show(format), known: String(FORMAT) }
    found.push(issue.at(FORMAT_UNKNOWN, [...path, 'format'], params))
  }
  if (payee !== undefined && own !== null && payee !== own) {
    const params = { given: issue.show(payee), expected: issue.show(own) }
    found.push(issue.at(BALANCE_OF_ANOTHER, [...path, 'payee'], params))
  }
  if (currency !== undefined) found.push(...otherCurrency(currency, path, plan.currency))
  return found
}

/** A plan of another id goes on only where it is said what its coming means. */
function readPlan(value: unknown, { plan, planChange }: Reading, issues: Issue[]): Balance['plan'] {
  if (value === undefined) return null
  const path: Path = ['opening', 'plan']
  const fields = read.fields(value, path, ['id', 'version', 'digest'], issues) ?? {}
  const was = read.name(fields['id'], [...path, 'id'], issues)
  read.name(fields['version'], [...path, 'version'], issues)
  const digest = read.name(fields['digest'], [...path, 'digest'], issues)
  const { id: is } = plan.reference
  if (was !== undefined && was !== is && planChange === null)
    issues.push(issue.at(PLAN_CHANGED, [...path, 'id'], { was, is }))
  return was === undefined || digest === undefined ? null : { id: was, digest }
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
    const release = readPlace(fields['releasedIn'], first, [...path, 'releasedIn'], issues)
    return release === undefined ? [] : [{ amount, release }]
  })
}

/** A period that is not at hand: by its name, or a company's own by its number, as it has no name yet. */
function readPlace(
  value: unknown,
  first: ReadPeriod | undefined,
  path: Path,
  issues: Issue[],
): Place | undefined {
  if (first === undefined && typeof value === 'number') return readNumber(value, path, issues)
  if (first?.at.unit === 'own') {
    if (typeof value !== 'string') return readNumber(value, path, issues)
    const params = { other: issue.show(value), first: first.period.name }
    issues.push(issue.at(PERIOD_OF_CALENDAR, path, params))
    return undefined
  }
  const given = read.period(value, path, issues)
  if (given !== undefined && first !== undefined)
    issues.push(...otherUnit(time.rangeOf(given), first.period, path))
  return given
}

function readNumber(value: unknown, path: Path, issues: Issue[]): Place | undefined {
  const position = read.integer(value, path, issues, COUNTED)
  return position === undefined ? undefined : { unit: 'own', position }
}

/** Periods of two lengths do not follow one another. */
function otherUnit(given: AnyPeriod, like: AnyPeriod, path: Path): Issue[] {
  if (given.unit === like.unit) return []
  const params = { first: like.name, other: given.name, unit: like.unit }
  return [issue.at(PERIOD_OF_OTHER_LENGTH, path, params)]
}

function readDrawFrom(
  value: unknown,
  first: ReadPeriod | undefined,
  issues: Issue[],
): Balance['drawFrom'] {
  return value === undefined ? undefined : readPlace(value, first, ['opening', 'drawFrom'], issues)
}

/** The first day of service; null and nothing are the same. */
export function readJoined(value: unknown, path: Path, issues: Issue[]): string | undefined {
  return (value ?? null) === null ? undefined : read.date(value, path, issues)
}

function readSettled(value: unknown, issues: Issue[]): Balance['settled'] {
  if (value === undefined) return undefined
  const path: Path = ['opening', 'settled']
  const fields = read.fields(value, path, ['from', 'to', 'periods'], issues) ?? {}
  const from = read.anyPeriod(fields['from'], [...path, 'from'], issues)
  const to = read.anyPeriod(fields['to'], [...path, 'to'], issues)
  if (from === undefined || to === undefined) return undefined
  issues.push(...otherUnit(from, to, [...path, 'from']))
  if (to.unit !== 'own') return { from, to }
  const last = readNumber(fields['periods'], [...path, 'periods'], issues)
  return { from: { ...from, position: 1 }, to: { ...to, ...last } }
}

/** A balance that goes on within a year, or follows lines, without what the plan needs for it would start from nothing, unseen. */
function missing(
  fields: Fields,
  settled: Balance['settled'],
  first: ReadPeriod | undefined,
  plan: ExactPlan,
): Issue[] {
  if (settled === undefined || first === undefined || plan.payment === null) return []
  const isSameYear = yearOf(settled.to, plan) === yearOf(first.period, plan)
  const isKnown = first.before !== null
  const needs: readonly (readonly [boolean, unknown, Path])[] = [
    [isSameYear && looksAtTheYear(plan) && !isKnown, fields['year'], ['opening', 'year']],
    [isFollowed(fields, plan), fields['lines'], ['opening', 'lines']],
  ]
  return needs
    .filter(([isNeeded, value]) => isNeeded && value === undefined)
    .map(([, , path]) => issue.at(BALANCE_MISSING, path, {}))
}

/** The year that was settled last goes on until it ends, whatever month years start in since. */
function anotherYear(
  { settled, account }: Pick<Balance, 'settled' | 'account'>,
  first: ReadPeriod | undefined,
  plan: ExactPlan,
): Issue[] {
  const { name } = account.year
  if (settled === undefined || first === undefined || name === '') return []
  const given = yearOf(settled.to, plan)
  const lastMonth = name.length === 4 ? `${name}-12` : name.slice(-7)
  if (name === given || first.period.to.slice(0, 7) > lastMonth) return []
  return [issue.at(YEAR_STARTS_ELSEWHERE, ['opening', 'year', 'year'], { given, expected: name })]
}

/** What was invoiced of a line says nothing of what is collected of it: who looks at the other has no open lines to go on from. */
function otherProgress(
  { account, lines }: Pick<Balance, 'account' | 'lines'>,
  plan: ExactPlan,
): Issue[] {
  const was = listsOf(periodsOf(account).at(-1)?.parts ?? [])
  const is = listsOf(partsOf(plan))
  const isSame = was.length === 0 || String(was) === String(is)
  if (isSame || isAtOnce(partsOf(plan)) || [...lines.values()].every(isSettled)) return []
  return [issue.at(CHANGE_OF_PROGRESS, ['opening', 'lines'], {})]
}

/** Whether lines were followed, as far as the balance says: one of another plan that paid what was booked has none. */
function isFollowed({ plan: closedBy }: Fields, plan: ExactPlan): boolean {
  return !isAtOnce(partsOf(plan)) && closedBy === undefined
}

/** Whether a period's commission depends on what its year, or a part of it, has earned before. */
function looksAtTheYear(plan: ExactPlan): boolean {
  return countedSpan(plan) !== null || cappedSpans(plan).length > 0
}
