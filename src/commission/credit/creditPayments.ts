import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { NO_HANDOVER, OWNER_UNKNOWN, OWNERS_OVERLAP } from '../issues.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { holdersOn, overlapOf } from './holdersOn.js'
import { type Holding, type Holdings, readHoldings } from './readHoldings.js'
import type { CreditedPayment, PaymentCreditInput } from './types.js'

/**
 * Decides who shares what a customer pays after changing hands.
 *
 * Run it before {@link settleCommission}, on what was collected. A payment belongs to the owner of the customer on the day of the order. Whoever
 * has taken the customer over since has, for the months that `credit.handover` says, its share of it, and then all of what the owner before
 * had; so from each owner to the next. The payments go into the settlement of the owner of the order: what belongs to others comes out as
 * `handedOver`, ready as adjustments of theirs.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` when the plan has no `credit.handover`; `OWNER_UNKNOWN`, `VERSIONS_OVERLAP`, `DATE_INVALID`, …
 *
 * @example Cash of a customer who went from Li to Wang: 7:3 for six months, then all to Wang
 * ```ts
 * import { creditPayments, defineCommissionPlan, handbook } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, credit: { handover: { share: '0.3', months: 6 } } })
 * const ownership = [
 *   { customer: 'Acme', payee: 'Li', from: '2026-01-01' },
 *   { customer: 'Acme', payee: 'Wang', from: '2026-03-01' },
 * ]
 * const order = { line: 'O-1', customer: 'Acme', date: '2026-01-15' }
 * const payments = [
 *   { ...order, on: '2026-02-28', amount: '100' },
 *   { ...order, on: '2026-03-01', amount: '100' },
 *   { ...order, on: '2026-09-01', amount: '100' },
 * ]
 * creditPayments({ payments, ownership }, plan).map(({ owners }) => owners.map(({ payee, share }) => [payee, share]))
 * // => [[['Li', '1']], [['Li', '0.7'], ['Wang', '0.3']], [['Wang', '1']]]
 * ```
 */
export function creditPayments(
  input: PaymentCreditInput,
  plan: DefinedCommissionPlan,
): CreditedPayment[] {
  const handover = readHandover(exactPlan(plan))
  const issues: Issue[] = []
  const { payments, ownership } = read.fields(input, [], ['payments', 'ownership'], issues) ?? {}
  const held = { held: 'customer', holder: 'payee' }
  const holdings = readHoldings(ownership ?? [], ['ownership'], held, issues)
  const credited = (read.array(payments, ['payments'], issues) ?? []).flatMap((row, index) =>
    creditPayment(row, ['payments', index], { holdings, handover }, issues),
  )
  issue.refuseIfAny(issues)
  return credited
}

interface Handover {
  readonly share: Fraction
  readonly months: number
}

function readHandover({ json: { credit } }: ExactPlan): Handover {
  const { handover } = credit
  if (handover === undefined) return issue.refuse(NO_HANDOVER, [], {})
  return { share: read.written(handover.share, [], []) ?? fraction.ZERO, months: handover.months }
}

interface Ownership {
  readonly holdings: Holdings
  readonly handover: Handover
}

const KEYS = ['line', 'customer', 'date', 'on', 'amount', 'period']

function creditPayment(
  row: unknown,
  path: Path,
  ownership: Ownership,
  issues: Issue[],
): CreditedPayment[] {
  const before = issues.length
  const fields = read.fields(row, path, KEYS, issues) ?? {}
  const { required } = read.of(fields, path, issues)
  const line = required('line', read.name)
  const customer = required('customer', read.name)
  const date = required('date', read.date)
  const on = required('on', read.date)
  const amount = required('amount', read.decimal)
  if (line === undefined || customer === undefined || date === undefined) return []
  if (on === undefined || amount === undefined || issues.length > before) return []
  const given = fields['period'] ?? null
  const period = given === null ? undefined : read.anyPeriod(given, [...path, 'period'], issues)
  const holders = holdersSince(customer, { date, on }, path, ownership.holdings)
  if ('code' in holders) {
    issues.push(holders)
    return []
  }
  const owners = sharesOn(on, holders, ownership.handover)
  const when = { ...(period && { period: time.writeAnyPeriod(period) }), on }
  return [{ line, ...when, amount: write.decimal(amount), owners: writeOwners(owners) }]
}

/** The owner of the order, and those who have taken the customer over since, up to the day of the payment. */
function holdersSince(
  customer: string,
  { date, on }: { readonly date: string; readonly on: string },
  path: Path,
  holdings: Holdings,
): readonly Holding[] | Issue {
  const [first] = holdersOn(holdings, customer, date)
  const at = [...path, 'customer']
  if (first === undefined) return issue.at(OWNER_UNKNOWN, at, { customer, date })
  const later = (holdings.get(customer) ?? []).filter(({ from }) => from > date && from <= on)
  for (const day of [date, ...later.map(({ from }) => from)]) {
    const [one, two] = holdersOn(holdings, customer, day)
    if (one !== undefined && two !== undefined)
      return issue.at(OWNERS_OVERLAP, at, overlapOf(customer, [one, two], day))
  }
  return [first, ...later]
}

type Shares = ReadonlyMap<string, Fraction>

/** Whoever comes takes from the one before: for so many months a share of what that one has, then all of it. */
function sharesOn(
  on: string,
  [first, ...later]: readonly Holding[],
  { share, months }: Handover,
): Shares {
  const shares = new Map([[first?.holder ?? '', fraction.ONE]])
  const of = (holder: string) => shares.get(holder) ?? fraction.ZERO
  let giver = first?.holder ?? ''
  for (const { holder, from } of later) {
    if (holder === giver) continue
    const isOver = on >= time.addMonths(from, months)
    const given = isOver ? of(giver) : fraction.multiply(of(giver), share)
    shares.set(giver, fraction.subtract(of(giver), given))
    shares.set(holder, fraction.add(of(holder), given))
    giver = holder
  }
  return shares
}

function writeOwners(shares: Shares): CreditedPayment['owners'] {
  return [...shares]
    .filter(([, share]) => !fraction.isZero(share))
    .map(([payee, share]) => ({ payee, share: write.decimal(share) }))
}
