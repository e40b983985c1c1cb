import type { Issue, Path } from '../../kernel/index.js'
import { asWarning, issueAt, show } from '../../kernel/input/issue.js'
import * as allocation from '../../kernel/number/allocate.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { asItIs } from '../lines/convertLine.js'
import { countLine, isIssue } from '../lines/countLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { CreditedOrder } from './creditEach.js'
import { compareText, type Holding, type Holdings, holdersOn } from './holdersOn.js'
import type { Crediting, LineNotOverridden, TeamOverride } from './types.js'

/** What one owner of a line is credited with, overlays apart. */
interface Sale {
  readonly order: CreditedOrder['order']
  readonly payee: string
  readonly units: bigint
  /** The order that it is, or that it refunds. */
  readonly sale: CreditedOrder['order']
}

/** One manager's part in one sale, before it is rounded. */
interface ExactOverride extends Omit<TeamOverride, 'amount'> {
  readonly exact: Fraction
}

/**
 * What managers earn on the sales of those who report to them, level by level along the reporting line of the day of the sale. A line
 * that the plan does not count earns its manager nothing, as it earns its seller nothing.
 *
 * An overlay earns no override: it is credited on top of the sale, and managers would be paid for more than was sold.
 */
export function earnOverrides(
  credited: readonly CreditedOrder[],
  reporting: Holdings,
  plan: ExactPlan,
): Pick<Crediting, 'overrides' | 'notOverridden'> {
  const levels = plan.overrides
  const earned: ExactOverride[] = []
  const notOverridden: LineNotOverridden[] = []
  for (const sale of levels.length === 0 ? [] : credited.flatMap(salesOf)) {
    const managers = managersOf(sale, reporting, plan, levels.length)
    if (isIssue(managers)) {
      const { order, payee } = sale
      notOverridden.push({ line: order.id, payee, issue: asWarning(managers) })
    } else earned.push(...managers.map((manager, index) => override(sale, manager, index, levels)))
  }
  return { overrides: roundOverrides(earned, plan), notOverridden }
}

function salesOf({ order, owners, units, sale }: CreditedOrder): Sale[] {
  return owners.flatMap(({ payee, overlay }, index) =>
    overlay ? [] : [{ order, payee, units: units[index] ?? 0n, sale }],
  )
}

/** Those who earn on a sale, the direct manager first; nobody above somebody who reports to nobody. */
function managersOf(
  { order, payee, sale }: Sale,
  reporting: Holdings,
  plan: ExactPlan,
  levels: number,
): string[] | Issue {
  if (!reporting.has(payee) || sale.given === undefined) return []
  const counted = countLine(asItIs(sale.given), null, plan)
  if (isIssue(counted)) return counted
  if (order.currency !== plan.currency) {
    const text = `got ${order.currency}, and overrides are paid in ${plan.currency}. Convert the line first.`
    const params = { given: order.currency, expected: plan.currency }
    return issueAt('CURRENCY_MIXED', [...order.path, 'currency'], params, text)
  }
  const { date } = sale.given
  if (date === undefined) {
    const expected = 'the day of the order, on which its seller has a manager'
    const text = `is missing, expected ${expected}.`
    return issueAt('VALUE_MISSING', [...sale.path, 'date'], { expected }, text)
  }
  const { people, fault } = reportingLine(payee, date, reporting)
  if (fault !== undefined && fault.at <= levels) return fault.issue(order.path, date)
  return people.slice(1, levels + 1)
}

interface ReportingLine {
  /** From the seller up. */
  readonly people: readonly string[]
  /** What is wrong with it, and whom it concerns first: the seller is 0, the direct manager 1. */
  readonly fault?: { readonly at: number; readonly issue: (path: Path, date: string) => Issue }
}

/** Follows a reporting line to its end; two managers on one day end it, and so does somebody who is already on it. */
function reportingLine(payee: string, date: string, reporting: Holdings): ReportingLine {
  const people = [payee]
  for (;;) {
    const who = people.at(-1) ?? payee
    const [one, other] = holdersOn(reporting, who, date)
    if (one === undefined) return { people }
    if (other !== undefined)
      return { people, fault: { at: people.length, issue: twoManagers(who, one, other) } }
    const at = people.indexOf(one.holder)
    if (at !== -1) return { people, fault: { at, issue: cycle([...people.slice(at), one.holder]) } }
    people.push(one.holder)
  }
}

function twoManagers(payee: string, one: Holding, other: Holding) {
  return (path: Path, date: string) => {
    const params = { first: one.holder, second: other.holder }
    const text = `${show(payee)} reports to ${show(one.holder)} from ${one.from} and to ${show(other.holder)} from ${other.from}, both on ${date}. End one the day before the other starts.`
    return issueAt('VERSIONS_OVERLAP', path, params, text)
  }
}

function cycle(people: readonly string[]) {
  const payee = people[0] ?? ''
  return (path: Path, date: string) => {
    const text = `${people.map(show).join(' reports to ')} on ${date}. Correct who reports to whom; until then no manager earns on this line.`
    return issueAt('REPORTING_CYCLE', path, { payee }, text)
  }
}

function override(
  { order, payee, units, sale }: Sale,
  manager: string,
  index: number,
  levels: ExactPlan['overrides'],
): ExactOverride {
  const { rate, text } = levels[index] ?? { rate: fraction.ZERO, text: '0' }
  const { id: line, decimals } = order
  const exact = fraction.multiply({ n: units, d: fraction.powerOfTen(decimals) }, rate)
  const base = write.fixed(units, decimals)
  const date = sale.given?.date ?? ''
  return { manager, payee, line, date, level: index + 1, base, rate: text, exact }
}

/**
 * Rounded where the plan rounds. At the `total`, what a manager earns is the exact sum rounded once, and the lines add up to it: a
 * thousand lines of half a cent are 5.00, not 10.00 and not nothing. At the `line`, each is rounded on its own.
 */
function roundOverrides(
  overrides: readonly ExactOverride[],
  { rounding, currency }: ExactPlan,
): TeamOverride[] {
  const amounts = new Map<ExactOverride, bigint>()
  const unit = { n: fraction.powerOfTen(rounding.decimals), d: 1n }
  for (const group of rounding.at === 'line'
    ? overrides.map((one) => [one])
    : byManager(overrides)) {
    const exact = group.map((one) => fraction.multiply(one.exact, unit))
    const parts = allocation.roundTogether(
      exact,
      fraction.toUnits(fraction.sum(exact), 0, rounding.mode),
    )
    for (const [index, one] of group.entries()) amounts.set(one, parts[index] ?? 0n)
  }
  return overrides.map((one) => {
    const { exact: _, ...written } = one
    const amount = { n: amounts.get(one) ?? 0n, d: unit.n }
    return { ...written, amount: write.money(amount, currency) }
  })
}

/** Each manager's, in an order that is not that of the lines, so that the same line gets a cent that is left over. */
function byManager(overrides: readonly ExactOverride[]): ExactOverride[][] {
  const groups = new Map<string, ExactOverride[]>()
  for (const one of overrides) {
    const group = groups.get(one.manager) ?? []
    group.push(one)
    groups.set(one.manager, group)
  }
  return [...groups.values()].map((group) => group.sort((a, b) => compareText(a.line, b.line)))
}
