import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import { unknownCurrency } from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import {
  LINE_CREDITED_TWICE,
  PAYMENTS_NOT_SHARED,
  REPORTING_MISSING,
  REPORTING_OF_TEAMS_MISSING,
} from '../issues.js'
import { type GivenLine, LINE_KEYS, lineIn } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { exactOverrides } from './exactOverrides.js'
import { type Holdings, readHoldings } from './readHoldings.js'
import { type ReadOwner, readOwners } from './readOwners.js'

/** What `creditLines` was given, read exactly. */
export interface ReadCredit {
  readonly orders: readonly (ReadOrder | OrderSetAside)[]
  readonly ownership: Holdings
  readonly reporting: Holdings
}

/** An order line that can be named. */
interface NamedOrder {
  readonly path: Path
  readonly id: string
  readonly amount: Fraction
  readonly currency: string
  readonly decimals: number
}

/** An order line to be credited, read exactly. */
export interface ReadOrder extends NamedOrder {
  /** The amount in units of its currency. */
  readonly units: bigint
  /** The line as a calculation reads it. */
  readonly given: GivenLine
  readonly owners: readonly ReadOwner[] | null
}

/** An order line that is credited to nobody, and why. */
export interface OrderSetAside {
  readonly order: NamedOrder
  readonly issue: Issue
}

/** A line that is set aside is reported, and stops no other line. */
export function setAside(order: NamedOrder, fault: Issue): OrderSetAside {
  return { order, issue: issue.asWarning(fault) }
}

export function isSetAside(outcome: object): outcome is OrderSetAside {
  return 'issue' in outcome
}

/** Reads the lines and who is who, or throws what leaves no line to speak of. */
export function readCredit(input: unknown, plan: ExactPlan): ReadCredit {
  const issues: Issue[] = []
  const fields = read.fields(input, [], ['lines', 'ownership', 'reporting'], issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  const { lines, ownership, reporting } = fields ?? {}
  const missing = (reporting ?? null) === null ? reportingMissing(plan) : null
  if (missing !== null) issues.push(missing)
  const owned = { held: 'customer', holder: 'payee' }
  const managed = { held: 'payee', holder: 'manager' }
  const given = {
    orders: readOrders(lines, plan, issues),
    ownership: readHoldings(ownership ?? [], ['ownership'], owned, issues),
    reporting: readHoldings(reporting ?? [], ['reporting'], managed, issues),
  }
  issue.refuseIfAny(issues)
  return given
}

function reportingMissing({ json }: ExactPlan): Issue | null {
  if (exactOverrides(json).length > 0) return issue.at(REPORTING_MISSING, ['reporting'], {})
  return json.credit.team ? issue.at(REPORTING_OF_TEAMS_MISSING, ['reporting'], {}) : null
}

function readOrders(
  lines: unknown,
  plan: ExactPlan,
  issues: Issue[],
): (ReadOrder | OrderSetAside)[] {
  const seen = new Set<string>()
  return (read.array(lines, ['lines'], issues) ?? []).flatMap((row, index) => {
    const one = readOrder(row, ['lines', index], plan, issues)
    if (one === undefined) return []
    const order = isSetAside(one) ? one.order : one
    const { id, path } = order
    if (seen.has(id))
      return [setAside(order, issue.at(LINE_CREDITED_TWICE, [...path, 'id'], { id }))]
    seen.add(id)
    return [one]
  })
}

const KEYS = [...LINE_KEYS, 'owners']

/** A line without an id, without an amount or with a key that nothing reads stops the run; any other fault sets it aside. */
function readOrder(
  row: unknown,
  path: Path,
  plan: ExactPlan,
  issues: Issue[],
): ReadOrder | OrderSetAside | undefined {
  const fields = read.fields(row, path, KEYS, issues)
  if (fields === undefined) return undefined
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const amount = read.decimal(fields['amount'], [...path, 'amount'], issues)
  if (id === undefined || amount === undefined) return undefined
  const faults: Issue[] = []
  const given = lineIn(fields, path, faults)
  const money = moneyOf(given, plan, [...path, 'currency'], faults)
  const units = read.units(amount, money, [...path, 'amount'], faults)
  const owners = ownersIn(fields, path, plan, faults)
  if (given?.payments !== undefined)
    faults.push(issue.at(PAYMENTS_NOT_SHARED, [...path, 'payments'], {}))
  const order = { path, id, amount, ...money }
  const [fault] = faults
  if (fault !== undefined) return setAside(order, fault)
  return given && { ...order, units, given, owners }
}

function moneyOf(
  line: GivenLine | undefined,
  { currency, decimals }: ExactPlan,
  path: Path,
  issues: Issue[],
) {
  const own = line?.currency ?? currency
  const known = currencies.decimalsOf(own)
  if (known !== undefined) return { currency: own, decimals: known }
  issues.push(unknownCurrency(own, path))
  return { currency, decimals }
}

function ownersIn(fields: Fields, path: Path, plan: ExactPlan, issues: Issue[]) {
  const owners = fields['owners'] ?? null
  return owners === null ? null : readOwners(owners, [...path, 'owners'], plan, issues)
}
