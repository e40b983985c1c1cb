import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as allocation from '../../kernel/number/allocate.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { OVERRIDE_CURRENCY } from '../issues.js'
import { asItIs } from '../lines/convertLine.js'
import { countLine } from '../lines/countLine.js'
import { isIssue } from '../lines/lineFigures.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { compareText } from './compareText.js'
import type { Credit } from './computeCredits.js'
import { exactOverrides } from './exactOverrides.js'
import { managersAbove, type Sale, salesOf } from './managersAbove.js'
import type { Holdings } from './readHoldings.js'

/** What managers earn, and the sales on which none does. */
export interface Overrides {
  readonly earned: readonly Override[]
  readonly refused: readonly { readonly sale: Sale; readonly issue: Issue }[]
}

/** One manager's part in one sale. */
export interface Override extends Share {
  /** What is paid, in units of the plan's rounding. */
  readonly units: bigint
}

/** One manager's part in one sale, before it is rounded. */
interface Share {
  readonly sale: Sale
  readonly manager: string
  /** 1 for the direct manager, 2 for the manager above. */
  readonly level: number
  readonly exact: Fraction
}

/**
 * What managers earn on the sales of those who report to them, level by level along the reporting line of the day of the sale. A line
 * that the plan does not count earns its manager nothing, as it earns its seller nothing.
 *
 * An overlay earns no override: it is credited on top of the sale, and managers would be paid for more than was sold.
 */
export function computeOverrides(
  credits: readonly Credit[],
  reporting: Holdings,
  plan: ExactPlan,
): Overrides {
  const shares: Share[] = []
  const refused: Overrides['refused'][number][] = []
  for (const sale of exactOverrides(plan.json).length === 0 ? [] : credits.flatMap(salesOf)) {
    const managers = managersOf(sale, reporting, plan)
    if (isIssue(managers)) refused.push({ sale, issue: issue.asWarning(managers) })
    else shares.push(...shareOf(sale, managers, plan))
  }
  return { earned: roundShares(shares, plan), refused }
}

/** Those who earn on a sale, the direct manager first; nobody above somebody who reports to nobody. */
function managersOf(sale: Sale, reporting: Holdings, plan: ExactPlan): readonly string[] | Issue {
  const { order, payee, sold } = sale
  if (!reporting.has(payee)) return []
  const counted = countLine(asItIs(sold.given), null, plan)
  if (isIssue(counted)) return counted
  if (order.currency !== plan.currency) {
    const params = { given: order.currency, expected: plan.currency }
    return issue.at(OVERRIDE_CURRENCY, [...order.path, 'currency'], params)
  }
  return managersAbove(sale, exactOverrides(plan.json).length, reporting)
}

/** What each manager earns of a sale, by the rate of their level. */
function shareOf(sale: Sale, managers: readonly string[], { json }: ExactPlan): Share[] {
  const base = { n: sale.units, d: fraction.powerOfTen(sale.order.decimals) }
  return exactOverrides(json).flatMap(({ rate }, index) => {
    const manager = managers[index]
    if (manager === undefined) return []
    return [{ sale, manager, level: index + 1, exact: fraction.multiply(base, rate) }]
  })
}

/**
 * Rounded where the plan rounds. At the `total`, what a manager earns is the exact sum rounded once, and the lines add up to it: a
 * thousand lines of half a cent are 5.00, not 10.00 and not nothing. At the `line`, each is rounded on its own.
 */
function roundShares(shares: readonly Share[], { rounding, unit }: ExactPlan): Override[] {
  const units = new Map<Share, bigint>()
  const groups = rounding.at === 'line' ? shares.map((one) => [one]) : byManager(shares)
  for (const group of groups) {
    const exact = group.map((one) => fraction.multiply(one.exact, { n: unit, d: 1n }))
    const total = fraction.toUnits(fraction.sum(exact), 0, rounding.mode)
    const parts = allocation.roundTogether(exact, total)
    for (const [index, one] of group.entries()) units.set(one, parts[index] ?? 0n)
  }
  return shares.map((one) => ({ ...one, units: units.get(one) ?? 0n }))
}

/** Each manager's, in an order that is not that of the lines, so that the same line gets a cent that is left over. */
function byManager(shares: readonly Share[]): Share[][] {
  const groups = new Map<string, Share[]>()
  for (const one of shares) {
    const group = groups.get(one.manager) ?? []
    group.push(one)
    groups.set(one.manager, group)
  }
  return [...groups.values()].map((group) =>
    group.sort((a, b) => compareText(a.sale.order.id, b.sale.order.id)),
  )
}
