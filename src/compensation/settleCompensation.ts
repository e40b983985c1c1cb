import { type Settlement, type SettlementInput, settleCommission } from '../commission/index.js'
import type { Path } from '../kernel/index.js'
import { sumOf } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as write from '../kernel/number/write.js'
import { type CapTaken, takeCap, writeCap } from './exactCompensationCap.js'
import { type ExactCompensationPlan, exactCompensationPlan } from './exactCompensationPlan.js'
import {
  FORMAT,
  planOfBalance,
  type ReadCompensationSettlement,
  readCompensationSettlement,
} from './exactCompensationSettlement.js'
import {
  type ComponentRow,
  componentRow,
  type Figures,
  noteFigures,
  unitsOf,
  writeComponent,
} from './exactComponentInput.js'
import type { ExactComponent } from './exactComponents.js'
import { COMPONENTS_MISSING } from './issues.js'
import type {
  CompensationSettlement,
  CompensationSettlementInput,
  DefinedCompensationPlan,
  SettledCompensation,
} from './types.js'

/**
 * What one payee is paid, period by period, by several components, each under its own payment terms.
 *
 * Each component is settled as {@link settleCommission} settles it: its draws, holdbacks and what it carries over are its own, and what one
 * owes is not taken of another. What a component comes to in a period, later ones may look at in that period. What the cap of the plan
 * takes of a period is an adjustment of each component in it. A settlement can open with what the one before closed with, and then pays
 * what one settlement of all periods would.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` for a component without payment terms, and for a correction that the plan's cap or a look
 *   across components forbids; `VALUE_MISSING`, `PLAN_CHANGED`, `FORMAT_UNKNOWN`; and what {@link settleCommission} refuses, with the
 *   component in its path.
 *
 * @example Two components, of which one holds a fifth back for a month
 * ```ts
 * import { defineCompensationPlan, settleCompensation } from 'sales-rules'
 *
 * const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
 * const plan = defineCompensationPlan({
 *   currency: 'EUR',
 *   payment: {},
 *   components: [
 *     { id: 'licences', commission: { scale } },
 *     { id: 'services', commission: { scale, payment: { holdback: { share: '0.2', releaseAfter: 1 } } } },
 *   ],
 * })
 * const month = (period: string) => ({
 *   period,
 *   components: { licences: { sales: '1000' }, services: { sales: '500' } },
 * })
 * const first = settleCompensation({ payee: 'E-7', periods: [month('2026-01')] }, plan)
 * first.paid // => '140.00'
 * const next = settleCompensation({ payee: 'E-7', periods: [month('2026-02')], opening: first.closing }, plan)
 * next.periods[0]?.components.map(({ id, amount }) => [id, amount])
 * // => [['licences', '100.00'], ['services', '50.00']]
 * ```
 */
export function settleCompensation(
  input: CompensationSettlementInput,
  plan: DefinedCompensationPlan,
): CompensationSettlement {
  const exact = exactCompensationPlan(plan)
  if (exact.components.length === 0) issue.refuse(COMPONENTS_MISSING, ['components'], {})
  const known = readCompensationSettlement(input, plan, exact)
  const uncut = settleComponents(known, exact, [])
  const taken = known.rows.map(({ row }, index) =>
    takeCap(earnedIn(uncut, index, exact), row.incentive, exact),
  )
  const isCut = taken.some((one) => one !== null && one.total > 0n)
  const settled = isCut ? settleComponents(known, exact, taken) : uncut
  return writeSettlement(settled, { known, taken, plan, exact })
}

/** A component that was settled, and what each of its periods was computed from. */
interface SettledComponent {
  readonly component: ExactComponent
  readonly rows: readonly ComponentRow[]
  readonly settlement: Settlement
}

/** What the cap takes in each period. */
type TakenByPeriod = readonly (CapTaken | null)[]

function settleComponents(
  known: ReadCompensationSettlement,
  plan: ExactCompensationPlan,
  taken: TakenByPeriod,
): SettledComponent[] {
  const figures = known.rows.map((): Figures => new Map())
  return plan.components.map((component, place) => {
    const { id } = component
    const rows = known.rows.map(({ row }, index) =>
      issue.within([...row.path, 'components', id], () =>
        componentRow(component, row, figures[index] ?? new Map()),
      ),
    )
    const cuts = taken.map((one) => write.fixed(-(one?.cuts[place] ?? 0n), plan.decimals))
    const input = settlementOf(component, { known, rows, cuts })
    const settlement = placed(id, () => settleCommission(input, component.plan))
    for (const [index, { statement }] of settlement.periods.entries())
      noteFigures(component, rows[index] as ComponentRow, statement, figures[index] as Figures)
    return { component, rows, settlement }
  })
}

interface OfComponent {
  readonly known: ReadCompensationSettlement
  readonly rows: readonly ComponentRow[]
  readonly cuts: readonly string[]
}

/** The settlement of one component, as it would be settled alone. */
function settlementOf({ id }: ExactComponent, { known, rows, cuts }: OfComponent): SettlementInput {
  const periods = rows.map(({ input }, index) => {
    const { payee: _, adjustments, ...row } = input as typeof input & { adjustments?: unknown }
    const corrections = known.rows[index]?.corrections.get(id) ?? []
    const own = read.array(adjustments ?? [], [], []) ?? [adjustments]
    const all = [...own, ...corrections, ...cutBy(cuts[index])]
    return { ...row, ...(all.length > 0 && { adjustments: all }) }
  })
  const earlier = known.earlierPlans.flatMap(({ components }) =>
    components.filter((one) => one.id === id).map(({ plan }) => plan),
  )
  const given = { opening: known.opening, invoiced: known.invoiced, collected: known.collected }
  const own = Object.entries(given).filter(([, fields]) => fields?.[id] !== undefined)
  return {
    ...known.options,
    payee: known.payee,
    periods,
    ...(earlier.length > 0 && { earlierPlans: earlier }),
    ...Object.fromEntries(own.map(([key, fields]) => [key, fields?.[id]])),
  } as SettlementInput
}

const CAP = 'cap of all components'

function cutBy(amount: string | undefined): object[] {
  const isNothing = amount === undefined || !amount.startsWith('-')
  return isNothing ? [] : [{ id: CAP, amount, reason: CAP }]
}

/** What is wrong with one component's settlement, where it stands in that of all, whose periods are those of each. */
function placed<Value>(id: string, call: () => Value): Value {
  const outcome = attempt(call)
  if (outcome.ok) return outcome.value
  throw new issue.SalesRulesError(
    outcome.issues.map((found) => issue.moved(pathOf(found.path, id), found)),
  )
}

function pathOf([key = '', ...rest]: Path, id: string): Path {
  if (rest[1] === 'period') return [key, ...rest]
  if (key === 'periods') return [key, ...rest.slice(0, 1), 'components', id, ...rest.slice(1)]
  if (key === 'opening') return [key, 'components', id, ...rest]
  if (key === 'invoiced' || key === 'collected') return [key, id, ...rest]
  return key === '' ? [] : [key, ...rest]
}

/** What each component has earned in a period. */
function earnedIn(
  settled: readonly SettledComponent[],
  index: number,
  { decimals }: ExactCompensationPlan,
): bigint[] {
  return settled.map(({ settlement }) =>
    unitsOf(settlement.periods[index]?.earned ?? '0', decimals),
  )
}

interface Writing {
  readonly known: ReadCompensationSettlement
  readonly taken: TakenByPeriod
  readonly plan: DefinedCompensationPlan
  readonly exact: ExactCompensationPlan
}

function writeSettlement(
  settled: readonly SettledComponent[],
  { known, taken, plan, exact }: Writing,
): CompensationSettlement {
  const total = (of: (settlement: Settlement) => string) =>
    sumOf(settled.map(({ settlement }) => of(settlement)))
  const balances = settled.map(({ component, settlement }) => [component.id, settlement.closing])
  return {
    payee: known.payee,
    currency: exact.currency,
    periods: known.rows.map((_, index) => writePeriod(settled, index, taken[index] ?? null, exact)),
    earned: total(({ earned }) => earned),
    adjusted: total(({ adjusted }) => adjusted),
    paid: total(({ paid }) => paid),
    components: settled.map(({ component, settlement }) => ({ id: component.id, settlement })),
    closing: {
      format: FORMAT,
      payee: known.payee,
      currency: exact.currency,
      plan: planOfBalance(plan),
      components: Object.fromEntries(balances),
    },
    notCounted: settled.flatMap(({ component: { id }, settlement }) =>
      settlement.notCounted.map((one) => ({
        component: id,
        ...one,
        issue: issue.moved(pathOf(one.issue.path, id), one.issue),
      })),
    ),
    policy: exact.policy,
  }
}

function writePeriod(
  settled: readonly SettledComponent[],
  index: number,
  taken: CapTaken | null,
  plan: ExactCompensationPlan,
): SettledCompensation {
  const periods = settled.flatMap(({ settlement }) => settlement.periods[index] ?? [])
  return {
    period: periods[0]?.period ?? '',
    earned: sumOf(periods.map(({ earned }) => earned)),
    adjusted: sumOf(periods.map(({ adjusted }) => adjusted)),
    paid: sumOf(periods.map(({ paid }) => paid)),
    carried: sumOf(periods.map(({ carried }) => carried)),
    ...(taken && { cap: writeCap(taken, plan) }),
    components: settled.map(({ component, rows }, place) => {
      const { statement: outcome, paid } = periods[place] as (typeof periods)[number]
      const amounts = { paid: unitsOf(paid, plan.decimals), cut: taken?.cuts[place] ?? 0n }
      return writeComponent({ ...(rows[index] as ComponentRow), component, outcome }, amounts, plan)
    }),
  }
}
