import type { Issue, Path } from '../kernel/index.js'
import {
  currencyDecimals,
  type Fields,
  type Fraction,
  issueAt,
  readArray,
  readBoolean,
  readDate,
  readDecimal,
  readFields,
  readName,
  refuseIfAny,
  show,
} from '../kernel/inside.js'
import { type Holdings, readHoldings } from './holdersOn.js'
import { type ReadOwner, readOwners } from './readOwners.js'
import { readUnits } from './shareUnits.js'
import type { CommissionLine, CommissionPlan } from './types.js'

/** An order line to be credited, read exactly. */
export interface ReadOrder {
  readonly path: Path
  readonly id: string
  readonly amount: Fraction
  /** The amount in units of its currency. */
  readonly units: bigint
  readonly currency: string
  readonly decimals: number
  /** Figures that are shared as the amount is: cost and list price. */
  readonly figures: readonly (readonly ['cost' | 'listPrice', Fraction])[]
  readonly date: string | undefined
  readonly customer: string | undefined
  readonly owners: readonly ReadOwner[] | undefined
  readonly refundOf: CommissionLine['refundOf']
  /** What is handed on as it came. */
  readonly rest: LineFacts
  /** Why the line is set aside; null where it can be credited. */
  readonly issue: Issue | null
}

/** What a line says of itself beside its amounts. */
type LineFacts = Omit<CommissionLine, 'id' | 'amount' | 'cost' | 'listPrice' | 'refundOf'>

/** What `creditLines` was given, read exactly. */
export interface ReadCredit {
  readonly orders: readonly ReadOrder[]
  readonly ownership: Holdings
  readonly reporting: Holdings
}

const TEXTS = ['status', 'product', 'category', 'region', 'customer'] as const
const FLAGS = ['firstOrder', 'newMarket'] as const
const DATES = ['date', 'paidOn'] as const
const FIGURES = ['cost', 'listPrice'] as const
const KEYS = ['id', 'amount', ...FIGURES, ...DATES, ...TEXTS, ...FLAGS]
const LINE_KEYS = [...KEYS, 'currency', 'refundOf', 'owners']

/** Reads the lines and who is who, or throws what leaves no line to speak of. */
export function readCredit(input: unknown, plan: CommissionPlan): ReadCredit {
  const issues: Issue[] = []
  const fields = readFields(input, [], ['lines', 'ownership', 'reporting'], issues) ?? {}
  const { ownership = [], reporting } = fields
  if (plan.credit.override !== undefined && reporting === undefined) {
    const expected = 'who reports to whom, as the plan pays overrides'
    const text = `is missing, expected ${expected}. Give an empty list where nobody does.`
    issues.push(issueAt('VALUE_MISSING', ['reporting'], { expected }, text))
  }
  const owned = { held: 'customer', holder: 'payee' }
  const managed = { held: 'payee', holder: 'manager' }
  const read = {
    orders: readOrders(fields['lines'], plan, issues),
    ownership: readHoldings(ownership, ['ownership'], owned, issues),
    reporting: readHoldings(reporting ?? [], ['reporting'], managed, issues),
  }
  refuseIfAny(issues)
  return read
}

function readOrders(lines: unknown, plan: CommissionPlan, issues: Issue[]): ReadOrder[] {
  const seen = new Set<string>()
  return (readArray(lines, ['lines'], issues) ?? []).flatMap((line, index) => {
    const path = ['lines', index]
    const order = readOrder(line, path, plan, issues)
    if (order === undefined) return []
    if (seen.has(order.id)) return [{ ...order, issue: duplicate(order.id, path) }]
    seen.add(order.id)
    return [order]
  })
}

/** A line without an id, without an amount or with a key that nothing reads stops the run; any other fault sets it aside. */
function readOrder(
  line: unknown,
  path: Path,
  plan: CommissionPlan,
  issues: Issue[],
): ReadOrder | undefined {
  const fields = readFields(line, path, LINE_KEYS, issues)
  if (fields === undefined) return undefined
  const id = readName(fields['id'], [...path, 'id'], issues)
  const amount = readDecimal(fields['amount'], [...path, 'amount'], issues)
  if (id === undefined || amount === undefined) return undefined
  const faults: Issue[] = []
  const money = readCurrency(fields['currency'], plan, [...path, 'currency'], faults)
  const { owners } = fields
  const order = {
    path,
    id,
    amount,
    ...money,
    units: readUnits(amount, money, [...path, 'amount'], faults),
    ...readRest(fields, path, faults),
    owners: owners === undefined ? owners : readOwners(owners, [...path, 'owners'], plan, faults),
    refundOf: readRefundOf(fields['refundOf'], [...path, 'refundOf'], faults),
  }
  return { ...order, issue: faults[0] ?? null }
}

function readCurrency(given: unknown, plan: CommissionPlan, path: Path, issues: Issue[]) {
  const own = given === undefined ? plan.currency : readName(given, path, issues)
  const decimals = own === undefined ? undefined : currencyDecimals(own)
  if (own !== undefined && decimals !== undefined) return { currency: own, decimals }
  if (own !== undefined) {
    const text = `got ${show(own)}, expected a currency code of ISO 4217, like "CNY".`
    issues.push(issueAt('CURRENCY_UNKNOWN', path, { given: show(own) }, text))
  }
  return { currency: plan.currency, decimals: currencyDecimals(plan.currency) ?? 0 }
}

/** The facts of a line: all of them are checked, so that nothing is handed on that no calculation can read. */
function readRest(fields: Fields, path: Path, issues: Issue[]) {
  const rest: Record<string, unknown> = {}
  const given = (key: string) => fields[key] !== undefined
  for (const key of TEXTS.filter(given)) rest[key] = readName(fields[key], [...path, key], issues)
  for (const key of FLAGS.filter(given))
    rest[key] = readBoolean(fields[key], [...path, key], issues)
  for (const key of DATES.filter(given)) rest[key] = readDate(fields[key], [...path, key], issues)
  if (given('currency')) rest['currency'] = fields['currency']
  const { date, customer } = rest as LineFacts
  const figures = FIGURES.filter(given).flatMap((key) => {
    const figure = readDecimal(fields[key], [...path, key], issues)
    return figure === undefined ? [] : [[key, figure] as const]
  })
  return { rest: rest as LineFacts, date, customer, figures }
}

function readRefundOf(value: unknown, path: Path, issues: Issue[]): CommissionLine['refundOf'] {
  if (value === undefined) return undefined
  if (typeof value === 'string') return readName(value, path, issues)
  const keys = ['id', 'amount', 'commission', 'refundedBefore']
  const fields = readFields(value, path, keys, issues)
  if (fields === undefined) return undefined
  readName(fields['id'], [...path, 'id'], issues)
  for (const key of ['amount', 'commission']) readDecimal(fields[key], [...path, key], issues)
  const { refundedBefore } = fields
  if (refundedBefore !== undefined) readDecimal(refundedBefore, [...path, 'refundedBefore'], issues)
  return { ...fields } as unknown as CommissionLine['refundOf']
}

function duplicate(id: string, path: Path): Issue {
  const text = `got ${show(id)} a second time; only its first line is credited. Remove it, or give it an id of its own.`
  return issueAt('ID_DUPLICATE', [...path, 'id'], { id }, text)
}
