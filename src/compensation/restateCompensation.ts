import { type CommissionCorrection, restateCommission } from '../commission/index.js'
import type { Issue, Path } from '../kernel/index.js'
import { sumOf } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import { type ExactCompensationPlan, exactCompensationPlan } from './exactCompensationPlan.js'
import { lookedAtToDate } from './exactCompensationSettlement.js'
import {
  type ComponentRow,
  componentRow,
  type Figures,
  noteFigures,
  type ReadRow,
  readRow,
} from './exactComponentInput.js'
import type { ExactComponent } from './exactComponents.js'
import { COMPONENTS_MISSING, CORRECTED_TO_DATE, CORRECTED_UNDER_CAP } from './issues.js'
import type {
  CompensationCorrection,
  CompensationRestatement,
  CompensationRestatementInput,
  DefinedCompensationPlan,
} from './types.js'

/**
 * What is to be paid or taken back of each component when what a past period was computed from turns out to be wrong.
 *
 * Each of `now` has all components of its period: where one of them has come to something else, those that look at it are corrected with
 * it. A correction is given to {@link settleCompensation} in `corrections` of the period in which it is paid. Each component is restated as
 * {@link restateCommission} does.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` by a plan with a cap, or where a component counts to date and another looks at it; and what
 *   {@link restateCommission} refuses, with the component in its path.
 *
 * @example Meetings of January were 15, and not 16: conversions lose their gate
 * ```ts
 * import { calculateCompensation, defineCompensationPlan, restateCompensation } from 'sales-rules'
 *
 * const scale = { mode: 'marginal', thresholds: 'units', tiers: [{ id: 'all', upTo: null, rate: '75' }] } as const
 * const conditions = { id: 'meetings.attainment', comparison: 'at-least', required: '0.8', unit: 'ratio' } as const
 * const plan = defineCompensationPlan({
 *   currency: 'EUR',
 *   components: [
 *     { id: 'meetings', commission: { scale } },
 *     { id: 'conversions', commission: { scale, gate: { conditions } } },
 *   ],
 * })
 * const january = (meetings: number) => ({
 *   payee: 'E-7',
 *   period: '2026-01',
 *   components: { meetings: { sales: meetings, target: 20 }, conversions: { sales: 6 } },
 * })
 * const paid = [calculateCompensation(january(16), plan)]
 * const { corrections } = restateCompensation({ paid, now: [january(15)] }, plan)
 * corrections[0]?.components.map(({ id, correction }) => [id, correction.amount])
 * // => [['meetings', '-75.00'], ['conversions', '-450.00']]
 * ```
 */
export function restateCompensation(
  input: CompensationRestatementInput,
  plan: DefinedCompensationPlan,
): CompensationRestatement {
  const exact = exactCompensationPlan(plan)
  refuseUncorrectable(exact)
  const known = readRestatement(input, exact)
  const figures = known.now.map((): Figures => new Map())
  const byComponent = exact.components.map((component) => ({
    id: component.id,
    corrections: restateOne(component, known, figures),
  }))
  return { corrections: known.now.flatMap((row) => correctionOf(row, byComponent, exact)) }
}

function refuseUncorrectable(plan: ExactCompensationPlan): void {
  if (plan.components.length === 0) issue.refuse(COMPONENTS_MISSING, ['components'], {})
  if (plan.cap !== null) issue.refuse(CORRECTED_UNDER_CAP, [], {})
  const id = lookedAtToDate(plan)
  if (id !== null) issue.refuse(CORRECTED_TO_DATE, [], { id })
}

interface ReadRestatement {
  readonly now: readonly ReadRow[]
  /** What was paid and corrected, by component. */
  readonly paid: ReadonlyMap<string, readonly unknown[]>
  readonly corrected: ReadonlyMap<string, readonly unknown[]>
  readonly options: Fields
}

const KEYS = ['paid', 'corrected', 'now', 'closedThrough', 'yearStartsIn']

function readRestatement(input: unknown, plan: ExactCompensationPlan): ReadRestatement {
  const issues: Issue[] = []
  const fields = read.fields(input, [], KEYS, issues) ?? {}
  issue.refuseIfAny(issues)
  const { paid, corrected = [], now, ...options } = fields
  const ids = plan.components.map(({ id }) => id)
  const given = read.array(now, ['now'], issues) ?? []
  const known = {
    now: given.map((row, index) => readRow(row, ['now', index], plan, issues)),
    paid: readArchive(paid, ['paid'], { ids, key: 'outcome' }, issues),
    corrected: readArchive(corrected, ['corrected'], { ids, key: 'correction' }, issues),
    options,
  }
  issue.refuseIfAny(issues)
  return known
}

interface Archived {
  readonly ids: readonly string[]
  /** Where in a component the statement, or the correction, stands. */
  readonly key: 'outcome' | 'correction'
}

/** What an archive has of each component. */
function readArchive(
  value: unknown,
  path: Path,
  { ids, key }: Archived,
  issues: Issue[],
): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>(ids.map((id) => [id, []]))
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index, 'components']
    const fields = read.record(row, [...path, index], issues) ?? {}
    for (const [place, one] of (read.array(fields['components'], at, issues) ?? []).entries()) {
      const own = read.record(one, [...at, place], issues) ?? {}
      const id = read.word(own['id'], [...at, place, 'id'], ids, issues)
      if (id !== undefined) found.get(id)?.push(own[key])
    }
  }
  return found
}

function restateOne(
  component: ExactComponent,
  { now, paid, corrected, options }: ReadRestatement,
  figures: readonly Figures[],
): readonly CommissionCorrection[] {
  const { id, plan } = component
  const rows = now.map((row, index) =>
    issue.within([...row.path, 'components', id], () =>
      componentRow(component, row, figures[index] ?? new Map()),
    ),
  )
  const input = {
    ...options,
    paid: paid.get(id) ?? [],
    corrected: corrected.get(id) ?? [],
    now: rows.map((row) => row.input),
  }
  const outcome = attempt(() => restateCommission(input as never, plan))
  if (!outcome.ok) {
    const found = outcome.issues.map((one) => issue.moved(pathOf(one.path, id), one))
    throw new issue.SalesRulesError(found)
  }
  const { corrections, statements } = outcome.value
  for (const [index, statement] of statements.entries())
    noteFigures(component, rows[index] as ComponentRow, statement, figures[index] as Figures)
  return corrections.map(({ issues, ...one }) => ({
    ...one,
    ...(issues && { issues: issues.map((found) => issue.moved(pathOf(found.path, id), found)) }),
  }))
}

/** Where in the restatement of all something of one component is. */
function pathOf([key = '', index, ...rest]: Path, id: string): Path {
  if (index === undefined) return key === '' ? [] : [key]
  return [key, index, 'components', id, ...rest]
}

interface CorrectedComponent {
  readonly id: string
  readonly corrections: readonly CommissionCorrection[]
}

/** The corrections of a period, of all components that have one. */
function correctionOf(
  { payee, period }: ReadRow,
  byComponent: readonly CorrectedComponent[],
  { currency }: ExactCompensationPlan,
): CompensationCorrection[] {
  if (payee === null || period === null) return []
  const components = byComponent.flatMap(({ id, corrections }) =>
    corrections
      .filter((one) => isFor(one, payee, period))
      .map((correction) => ({ id, correction })),
  )
  if (components.length === 0) return []
  const amount = sumOf(components.map(({ correction }) => correction.amount))
  return [{ payee, period: time.writeAnyPeriod(period), amount, currency, components }]
}

function isFor(
  { payee, period }: CommissionCorrection,
  own: string,
  { name }: time.AnyPeriod,
): boolean {
  return payee === own && (typeof period === 'string' ? period : period.id) === name
}
