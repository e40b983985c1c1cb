import * as check from '../kernel/check/check.js'
import type { Check, CheckState, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import {
  type ExactAuthority,
  type ExactDiscounts,
  type ExactSalesProcess,
  exactSalesProcess,
} from './exactSalesProcess.js'
import { CONCESSION_UNKNOWN, EXCHANGE_UNKNOWN, RUNG_WITHOUT_AUTHORITY } from './issues.js'
import { type Names, readInput, readNotNegative, readPlace, sectionOf } from './read.js'
import type { DefinedSalesProcess, DiscountCheck, DiscountRequest, DiscountRules } from './types.js'

/**
 * Says whether somebody may grant a discount, who approves it otherwise, and what it lacks: the floor that was set beforehand, and something
 * in exchange for everything that is given (PIP-8, PIP-4).
 *
 * A rung grants by the size of the discount, the amount of the order at list price, and the margin that is left. What nobody may grant as it
 * stands is `refused`, and `checks` say why; a fact that would decide and is not known makes it `unknown`, never granted.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for a rung, a concession or an exchange, `NUMBER_OUT_OF_RANGE`, …
 *
 * @example 8% off an order of 80,000: more than a representative may grant, and a supervisor approves it
 * ```ts
 * import { checkDiscount, handbook } from 'sales-rules'
 *
 * const request = {
 *   rung: 'sales-representative',
 *   ...{ listPrice: '80000', price: '73600', cost: '36000', floor: '70000' },
 *   inExchange: ['longer-term'],
 * }
 * const asked = checkDiscount(request, handbook.pipeline)
 * asked.decision // => 'needs-approval'
 * asked.approver // => 'sales-supervisor'
 * asked.discount // => '0.08'
 * asked.lowestPrice // => '76000.00'
 * const given = checkDiscount({ ...request, inExchange: [] }, handbook.pipeline)
 * given.decision // => 'refused'
 * given.withoutExchange // => ['discount']
 * ```
 */
export function checkDiscount(
  request: DiscountRequest,
  policy: DefinedSalesProcess,
): DiscountCheck {
  const exact = exactSalesProcess(policy)
  const rules = sectionOf(exact, 'discounts')
  const asked = readRequest(request, rules)
  return writeDiscount(asked, computeDiscount(asked, rules), rules, exact)
}

interface ExactRequest {
  readonly rung: string
  /** Who may grant it: whoever asks, and those above. */
  readonly authorities: readonly ExactAuthority[]
  readonly listPrice: fraction.Fraction
  readonly price: fraction.Fraction
  readonly cost: fraction.Fraction | null
  readonly floor: fraction.Fraction | null
  readonly withoutExchange: readonly string[]
}

const KEYS = ['rung', 'listPrice', 'price', 'cost', 'floor', 'inExchange', 'concessions']

function readRequest(request: unknown, discounts: ExactDiscounts): ExactRequest {
  const issues: Issue[] = []
  const path = ['request']
  const fields = readInput(request, path, KEYS, issues)
  const { required, optional } = read.of(fields, path, issues)
  const { rules, authorities } = discounts
  const rungs = authorities.map(({ rung }) => rung)
  const rung = required('rung', nameReader({ known: rungs, unknown: RUNG_WITHOUT_AUTHORITY }))
  const listPrice = required('listPrice', read.positive)
  const price = required('price', read.positive)
  const cost = optional('cost', readNotNegative) ?? null
  const floor = optional('floor', readNotNegative) ?? null
  const accepted = exchangeReader(rules)
  const inExchange =
    optional('inExchange', (value, at, found) =>
      (read.array(value, at, found) ?? []).map((one, index) =>
        accepted(one, [...at, index], found),
      ),
    ) ?? []
  const given =
    optional('concessions', (value, at, found) => readConcessions(value, at, discounts, found)) ??
    []
  issue.refuseIfAny(issues)
  const exact = { listPrice: listPrice ?? fraction.ONE, price: price ?? fraction.ONE }
  const isFree =
    inExchange.length === 0 && fraction.compare(discountOf(exact), discounts.exchangeAbove) > 0
  return {
    rung: rung ?? '',
    authorities: authorities.slice(rungs.indexOf(rung ?? '')),
    ...exact,
    cost,
    floor,
    withoutExchange: [...new Set([...(isFree ? ['discount'] : []), ...given])],
  }
}

function nameReader(names: Names) {
  return (value: unknown, path: Path, issues: Issue[]): string | undefined =>
    names.known[readPlace(value, path, names, issues) ?? -1]
}

function exchangeReader({ exchange }: DiscountRules) {
  return nameReader({ known: exchange.accepted, unknown: EXCHANGE_UNKNOWN })
}

/** The concessions that are given for nothing. */
function readConcessions(
  value: unknown,
  path: Path,
  { rules }: ExactDiscounts,
  issues: Issue[],
): string[] {
  const ofPolicy = nameReader({ known: rules.exchange.concessions, unknown: CONCESSION_UNKNOWN })
  const accepted = exchangeReader(rules)
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', 'inExchange'], issues)
    if (fields === undefined) return []
    const { required, optional } = read.of(fields, at, issues)
    const id = required('id', ofPolicy)
    const isFree = (fields['inExchange'] ?? null) === null
    optional('inExchange', accepted)
    return id !== undefined && isFree ? [id] : []
  })
}

type Prices = Pick<ExactRequest, 'listPrice' | 'price'>

function discountOf({ listPrice, price }: Prices): fraction.Fraction {
  return fraction.divide(fraction.subtract(listPrice, price), listPrice)
}

interface ExactDecision {
  /** What holds whoever grants it. */
  readonly common: check.ExactOutcome
  readonly authorities: readonly { readonly rung: string; readonly outcome: check.ExactOutcome }[]
}

/** Facts as conditions read them: of a ratio its two parts, so that nothing is cut off before it is compared. */
function computeDiscount(asked: ExactRequest, discounts: ExactDiscounts): ExactDecision {
  const { listPrice, price, cost, floor } = asked
  const off = fraction.subtract(listPrice, price)
  const facts = {
    discount: quotient(off, listPrice),
    amount: write.decimal(listPrice),
    margin: cost === null ? null : quotient(fraction.subtract(price, cost), price),
    aboveFloor: floor === null ? null : write.decimal(fraction.subtract(price, floor)),
    inExchange: asked.withoutExchange.length === 0,
  }
  const run = (condition: check.ExactCondition) => {
    const issues: Issue[] = []
    const known = check.read(condition, facts, ['request'], issues)
    issue.refuseIfAny(issues)
    return check.compute(known)
  }
  return {
    common: run(commonOf(discounts, floor !== null)),
    authorities: asked.authorities.map(({ rung, requires }) => ({ rung, outcome: run(requires) })),
  }
}

function quotient(part: fraction.Fraction, all: fraction.Fraction) {
  return { actual: write.decimal(part), target: write.decimal(all) }
}

/** The floor of the negotiation, that of the process, and something in exchange. */
function commonOf({ rules: { floor } }: ExactDiscounts, hasFloor: boolean): check.ExactCondition {
  const all: check.FactCondition[] = []
  if (floor.setBeforehand || hasFloor)
    all.push({
      id: 'aboveFloor',
      comparison: 'at-least',
      required: '0',
      unit: 'money',
      clause: CLAUSE,
    })
  if (floor.margin !== undefined)
    all.push({
      ...{ id: 'margin', comparison: 'at-least', required: floor.margin, unit: 'ratio' },
      clause: CLAUSE,
    })
  all.push({ id: 'inExchange', comparison: 'equals', required: true, clause: 'PIP-4' })
  return check.compile({ all })
}

const CLAUSE = 'PIP-8'

function writeDiscount(
  asked: ExactRequest,
  { common, authorities }: ExactDecision,
  discounts: ExactDiscounts,
  exact: ExactSalesProcess,
): DiscountCheck {
  const { listPrice, price, cost } = asked
  const margin = cost && fraction.divide(fraction.subtract(price, cost), price)
  const states = authorities.map(({ rung, outcome }) => ({ rung, state: outcome.outcome }))
  const { decision, approver } = decide(common.outcome, states)
  const written = authorities.map(({ rung, outcome }) => ({
    rung,
    mayGrant: outcome.outcome === 'unknown' ? ('unknown' as const) : outcome.outcome !== 'unmet',
    checks: check.write(outcome).checks,
  }))
  const checks = check.write(common).checks
  const unknown = [...checks, ...written.flatMap((one) => one.checks)]
    .filter(({ outcome }) => outcome === 'unknown')
    .map(factOf)
  return {
    decision,
    rung: asked.rung,
    approver,
    discount: write.decimal(discountOf(asked)),
    amountOff: write.money(fraction.subtract(listPrice, price), exact.currency),
    margin: margin && write.decimal(margin),
    lowestPrice: lowestPriceOf(asked, discounts, exact),
    checks,
    authorities: written,
    withoutExchange: asked.withoutExchange,
    missing: decision === 'unknown' ? [...new Set(unknown)] : [],
    policy: exact.policy,
    clauses: [CLAUSE, 'PIP-4'],
  }
}

/** The field of the request that a check waits for. */
function factOf({ id }: Check): string {
  return id === 'margin' ? 'cost' : 'floor'
}

type State = { readonly rung: string; readonly state: CheckState }

/** The first who may grant it, of those who are asked in turn; where one of them is not known, neither is what comes after. */
function decide(
  common: CheckState,
  states: readonly State[],
): Pick<DiscountCheck, 'decision' | 'approver'> {
  if (common === 'unmet') return { decision: 'refused', approver: null }
  const first = states.find(({ state }) => state !== 'unmet')
  if (first === undefined) return { decision: 'refused', approver: null }
  if (common === 'unknown' || first.state === 'unknown')
    return { decision: 'unknown', approver: null }
  const isOwn = first === states[0]
  return { decision: isOwn ? 'granted' : 'needs-approval', approver: first.rung }
}

/** What the discount, the margin and the floors leave, rounded up so that it keeps to all of them. */
function lowestPriceOf(
  { listPrice, cost, floor, authorities: [own] }: ExactRequest,
  { floorMargin, rules }: ExactDiscounts,
  { currency, rounding }: ExactSalesProcess,
): string | null {
  if (own === undefined) return null
  const { discountAtMost, amountAtMost, marginAtLeast } = own
  if (amountAtMost !== null && fraction.compare(listPrice, amountAtMost) > 0) return null
  const margins = [marginAtLeast, floorMargin].filter((margin) => margin !== null)
  const isUnknown =
    (margins.length > 0 && cost === null) || (rules.floor.setBeforehand && floor === null)
  if (isUnknown || margins.some((margin) => fraction.compare(margin, fraction.ONE) >= 0))
    return null
  const left = (share: fraction.Fraction) => fraction.subtract(fraction.ONE, share)
  const bounds = [
    fraction.multiply(listPrice, left(discountAtMost)),
    ...margins.map((margin) => fraction.divide(cost ?? fraction.ZERO, left(margin))),
    floor ?? fraction.ZERO,
  ]
  const lowest = bounds.reduce(fraction.larger)
  const up = { mode: 'ceiling', decimals: rounding.decimals } as const
  return write.money(fraction.round(lowest, up), currency)
}
