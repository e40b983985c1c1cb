import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, refuseIfAny, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import { unknownCurrency } from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import { type GivenLine, readLine } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type Holdings, readHoldings } from './holdersOn.js'
import { type ReadOwner, readOwners } from './readOwners.js'

/** An order line to be credited, read exactly. */
export interface ReadOrder {
  readonly path: Path
  readonly id: string
  readonly amount: Fraction
  /** The amount in units of its currency. */
  readonly units: bigint
  readonly currency: string
  readonly decimals: number
  /** The line as a calculation reads it; undefined where it cannot be read. */
  readonly given: GivenLine | undefined
  readonly owners: readonly ReadOwner[] | undefined
  /** Why the line is set aside; null where it can be credited. */
  readonly issue: Issue | null
}

/** What `creditLines` was given, read exactly. */
export interface ReadCredit {
  readonly orders: readonly ReadOrder[]
  readonly ownership: Holdings
  readonly reporting: Holdings
}

/** Reads the lines and who is who, or throws what leaves no line to speak of. */
export function readCredit(input: unknown, plan: ExactPlan): ReadCredit {
  const issues: Issue[] = []
  const fields = read.fields(input, [], ['lines', 'ownership', 'reporting'], issues)
  if (fields === undefined) refuseIfAny(issues)
  const { lines, ownership = [], reporting } = fields ?? {}
  if (plan.json.credit.override !== undefined && reporting === undefined) {
    const expected = 'who reports to whom, as the plan pays overrides'
    const text = `is missing, expected ${expected}. Give an empty list where nobody does.`
    issues.push(issueAt('VALUE_MISSING', ['reporting'], { expected }, text))
  }
  const owned = { held: 'customer', holder: 'payee' }
  const managed = { held: 'payee', holder: 'manager' }
  const given = {
    orders: readOrders(lines, plan, issues),
    ownership: readHoldings(ownership, ['ownership'], owned, issues),
    reporting: readHoldings(reporting ?? [], ['reporting'], managed, issues),
  }
  refuseIfAny(issues)
  return given
}

function readOrders(lines: unknown, plan: ExactPlan, issues: Issue[]): ReadOrder[] {
  const seen = new Set<string>()
  return (read.array(lines, ['lines'], issues) ?? []).flatMap((line, index) => {
    const path = ['lines', index]
    const order = readOrder(line, path, plan, issues)
    if (order === undefined) return []
    if (seen.has(order.id)) return [{ ...order, issue: duplicate(order.id, path) }]
    seen.add(order.id)
    return [order]
  })
}

const LINE_KEYS = [
  'id',
  'amount',
  'owners',
  'customer',
  'date',
  'refundOf',
  'cost',
  'listPrice',
  'currency',
  'paidOn',
  'status',
  'product',
  'category',
  'region',
  'firstOrder',
  'newMarket',
]

/** A line without an id, without an amount or with a key that nothing reads stops the run; any other fault sets it aside. */
function readOrder(
  line: unknown,
  path: Path,
  plan: ExactPlan,
  issues: Issue[],
): ReadOrder | undefined {
  const fields = read.fields(line, path, LINE_KEYS, issues)
  if (fields === undefined) return undefined
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const amount = read.decimal(fields['amount'], [...path, 'amount'], issues)
  if (id === undefined || amount === undefined) return undefined
  const faults: Issue[] = []
  const { owners, ...facts } = fields
  const given = readLine(facts, path, faults)
  const money = moneyOf(given, plan, [...path, 'currency'], faults)
  const order = {
    path,
    id,
    amount,
    ...money,
    units: read.units(amount, money, [...path, 'amount'], faults),
    given,
    owners:
      owners === undefined || owners === null
        ? undefined
        : readOwners(owners, [...path, 'owners'], plan, faults),
  }
  return { ...order, issue: faults[0] ?? null }
}

function moneyOf(
  line: GivenLine | undefined,
  { currency }: ExactPlan,
  path: Path,
  issues: Issue[],
) {
  const own = line?.currency ?? currency
  const decimals = currencies.decimalsOf(own)
  if (decimals !== undefined) return { currency: own, decimals }
  issues.push(unknownCurrency(own, path))
  return { currency, decimals: currencies.decimalsOf(currency) ?? 0 }
}

function duplicate(id: string, path: Path): Issue {
  const text = `got ${show(id)} a second time; only its first line is credited. Remove it, or give it an id of its own.`
  return issueAt('ID_DUPLICATE', [...path, 'id'], { id }, text)
}
