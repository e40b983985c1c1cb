import { type Appraisal, type AppraisalInput, appraise } from '../appraisal/index.js'
import type { CommissionInput, CommissionStatement } from '../commission/index.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import type { ExactCompensationPlan } from './exactCompensationPlan.js'
import type { ExactAxis, ExactComponent, ExactMatrix, PartOfComponent } from './exactComponents.js'
import {
  FACT_OF_MATRIX_MISSING,
  FIGURE_OF_COMPONENT,
  FIGURE_OF_COMPONENT_MISSING,
  INCENTIVE_OF_ALL_MISSING,
  INCENTIVE_OF_COMPONENT,
  OTHER_THAN_OF_ALL,
} from './issues.js'
import type { ComponentPay, MatrixOutcome } from './types.js'

/** What is known of a payee in one period, for all components. */
export interface ReadRow {
  readonly path: Path
  readonly payee: string | null
  readonly period: time.AnyPeriod | null
  readonly incentive: fraction.Fraction | null
  readonly facts: Fields
  /** As they were given, by id. */
  readonly components: ReadonlyMap<string, Fields>
}

/** What earlier components came to, by the names under which others look at it; null where it is not known. */
export type Figures = Map<string, string | null>

/** What a component is computed from. */
export interface ComponentRow {
  readonly input: CommissionInput
  readonly appraisal: Appraisal | null
  readonly matrix: MatrixOutcome | null
  readonly share: fraction.Fraction | null
  /** What it looked at that earlier components came to. */
  readonly looked: Readonly<Record<string, string>>
}

const ROW_KEYS = ['payee', 'period', 'targetIncentive', 'facts', 'components'] as const

/** Reads a period of all components; what is wrong inside one of them is found when it is computed. */
export function readRow(
  value: unknown,
  path: Path,
  plan: ExactCompensationPlan,
  issues: Issue[],
): ReadRow {
  const fields = read.fields(value, path, ROW_KEYS, issues) ?? {}
  const { required, optional } = read.of(fields, path, issues)
  const { components } = plan
  const known = [...new Set(components.flatMap(({ facts }) => facts))]
  const facts = optional('facts', (given, at, found) => read.fields(given, at, known, found))
  const incentive = optional('targetIncentive', read.positive) ?? null
  const asking = askingForIncentive(plan)
  if (asking !== null && (fields['targetIncentive'] ?? null) === null) {
    const at = [...path, 'targetIncentive']
    issue.add(issues, issue.at(INCENTIVE_OF_ALL_MISSING, at, { field: asking }))
  }
  return {
    path,
    payee: optional('payee', read.name) ?? null,
    period: optional('period', read.anyPeriod) ?? null,
    incentive,
    facts: facts ?? {},
    components: required('components', (given, at, found) =>
      readComponents(given, at, components, found),
    ),
  }
}

/** The field of the plan that needs the target incentive of the payee; null where none does. */
function askingForIncentive({ components, cap }: ExactCompensationPlan): string | null {
  const index = components.findIndex(({ weight }) => weight !== null)
  if (index !== -1) return `components[${index}].weight`
  return cap === null || cap.multiple === null ? null : 'cap.multiple'
}

function readComponents(
  value: unknown,
  path: Path,
  components: readonly ExactComponent[],
  issues: Issue[],
): ReadonlyMap<string, Fields> {
  const ids = components.map(({ id }) => id)
  const fields = read.fields(value, path, ids, issues)
  if (fields === undefined) return new Map()
  const { required } = read.of(fields, path, issues)
  return new Map(ids.map((id) => [id, required(id, read.record) ?? {}]))
}

/** The input of one component, once those before it are computed; what is wrong with it has paths from the component on. */
export function componentRow(
  component: ExactComponent,
  row: ReadRow,
  figures: Figures,
): ComponentRow {
  const own = row.components.get(component.id) ?? {}
  refuseOther(own, component, row)
  const looked = lookAt(component.parts, figures)
  const facts = { ...factsFor(component, own, row.facts), ...looked }
  const share = component.weight && shareOf(row, component.weight)
  const appraisal = component.scheme && appraise(appraisalInput(own, row), component.scheme)
  const matrix = component.matrix && lookUp(component.matrix, facts)
  const incentive = share === null ? own['targetIncentive'] : write.decimal(share)
  const input = {
    ...besides(own),
    ...(appraisal && measuredBy(appraisal.score, FULL_SCORE)),
    ...(matrix && measuredBy(matrix.pays, WHOLE_INCENTIVE)),
    ...(row.payee !== null && { payee: row.payee }),
    ...(row.period !== null && { period: time.writeAnyPeriod(row.period) }),
    ...(incentive !== undefined && { targetIncentive: incentive }),
    ...given('facts', asFacts(component, facts)),
  }
  return { input: input as unknown as CommissionInput, appraisal, matrix, share, looked }
}

const FULL_SCORE = '100'
const WHOLE_INCENTIVE = '1'

/** A score, or a ratio, as what was sold of a target; and as the measure that picks a tier. */
function measuredBy(figure: number | string, target: string) {
  return { sales: figure, measure: figure, target }
}

function shareOf({ incentive }: ReadRow, weight: fraction.Fraction): fraction.Fraction {
  return fraction.multiply(incentive ?? fraction.ZERO, weight)
}

/** What a component is given besides what is known of all of them. */
function besides(own: Fields): Fields {
  const { payee: _, employee: __, period: ___, facts: ____, results: _____, ...others } = own
  return others
}

/** What may be given for a component whose score is its measure. */
const OF_SCORED = ['facts', 'coefficientUplift', 'targetIncentive', 'yearToDate', 'adjustments']

/** Payee, period and target incentive are said once; a score is no sale. */
function refuseOther(own: Fields, component: ExactComponent, row: ReadRow): void {
  const issues = [...otherWhose(own, row), ...otherPeriod(own, row), ...beyondScore(own, component)]
  if (component.weight !== null && (own['targetIncentive'] ?? null) !== null)
    issues.push(issue.at(INCENTIVE_OF_COMPONENT, ['targetIncentive'], {}))
  issue.refuseIfAny(issues)
}

function otherWhose({ payee = null, employee = null }: Fields, row: ReadRow): Issue[] {
  return Object.entries({ payee, employee })
    .filter(([, name]) => name !== null && name !== row.payee)
    .map(([key, name]) => other(name, row.payee, [key]))
}

function otherPeriod({ period = null }: Fields, row: ReadRow): Issue[] {
  if (period === null) return []
  const issues: Issue[] = []
  const own = read.anyPeriod(period, ['period'], issues)
  const isSame = own === undefined || (row.period !== null && time.isSamePeriod(own, row.period))
  if (!isSame) issues.push(other(own.name, row.period?.name ?? null, ['period']))
  return issues
}

function beyondScore(own: Fields, { scheme, matrix }: ExactComponent): Issue[] {
  if (scheme === null && matrix === null) return []
  const known = [...(scheme === null ? ['payee'] : ['employee', 'results']), 'period', ...OF_SCORED]
  return Object.keys(own)
    .filter((key) => !known.includes(key))
    .map((key) => read.unknownKey(key, [], known))
}

function other(value: unknown, expected: string | null, path: Path): Issue {
  const params = { given: issue.show(value), expected: issue.show(expected ?? undefined) }
  return issue.at(OTHER_THAN_OF_ALL, path, params)
}

function lookAt(parts: readonly PartOfComponent[], figures: Figures): Record<string, string> {
  const issues: Issue[] = []
  const looked: Record<string, string> = {}
  for (const { name } of parts) {
    const figure = figures.get(name) ?? null
    if (figure === null) {
      const params = { id: name }
      issues.push(issue.at(FIGURE_OF_COMPONENT_MISSING, ['facts', name], params))
    } else looked[name] = figure
  }
  issue.refuseIfAny(issues)
  return looked
}

/** The facts of a component: its own come before those of all. What a scored one is given, its appraisal reads. */
function factsFor(component: ExactComponent, own: Fields, ofAll: Fields): Fields {
  const issues: Issue[] = []
  const names = component.facts
  const isRead = component.scheme === null && (own['facts'] ?? null) !== null
  const fields = isRead ? (read.record(own['facts'], ['facts'], issues) ?? {}) : {}
  const computed = new Set(component.parts.map(({ name }) => name))
  for (const key of Object.keys(fields)) {
    const path = ['facts', key]
    if (computed.has(key)) issues.push(issue.at(FIGURE_OF_COMPONENT, path, {}))
    else if (!names.includes(key)) issues.push(read.unknownKey(key, ['facts'], names))
  }
  issue.refuseIfAny(issues)
  return { ...only(names, ofAll), ...fields }
}

function only(names: readonly string[], facts: Fields): Fields {
  const found = names.filter((name) => Object.hasOwn(facts, name))
  return Object.fromEntries(found.map((name) => [name, facts[name]]))
}

/** The facts that the commission looks at. */
function asFacts({ ofCommission, parts }: ExactComponent, facts: Fields): Fields {
  const large = parts.filter(({ name, figure }) => figure === 'attainment' && isLarge(facts[name]))
  const ratios = large.map(({ name }) => [name, { actual: facts[name], target: '1' }])
  return { ...only(ofCommission, facts), ...only(ofCommission, Object.fromEntries(ratios)) }
}

/** A bare ratio of 10 or more is taken for a percentage; one that was computed is what it is. */
function isLarge(figure: unknown): boolean {
  const issues: Issue[] = []
  read.ratio(figure, [], issues)
  return issues.length > 0
}

/** A field that is there only where it says something. */
function given(key: string, fields: Fields): Fields {
  return Object.keys(fields).length === 0 ? {} : { [key]: fields }
}

/** What the appraisal reads of a component; payee and period are those of all. */
function appraisalInput({ results, facts }: Fields, { payee, period }: ReadRow): AppraisalInput {
  const input = {
    ...(payee !== null && { employee: payee }),
    ...(period !== null && period.unit !== 'own' && { period: period.name }),
    results,
    ...(facts !== undefined && { facts }),
  }
  return input as AppraisalInput
}

function lookUp({ rows, columns, pays }: ExactMatrix, facts: Fields): MatrixOutcome {
  const issues: Issue[] = []
  const row = placeOn(rows, facts, issues)
  const column = placeOn(columns, facts, issues)
  issue.refuseIfAny(issues)
  const ratio = pays[row.index]?.[column.index] ?? '0'
  return { row: writePlace(row), column: writePlace(column), pays: ratio }
}

interface Place {
  readonly axis: ExactAxis
  readonly figure: fraction.Fraction
  readonly index: number
}

function placeOn(axis: ExactAxis, facts: Fields, issues: Issue[]): Place {
  const { by, boundary, steps, isRatio } = axis
  const path = ['facts', by]
  const value = facts[by] ?? null
  const figure =
    value === null ? missing(by, path, issues) : readFigure(value, path, { isRatio, issues })
  const ends = boundary === 'upper-tier' ? 1 : 0
  const index = steps.findIndex(
    ({ upTo }) => upTo === null || fraction.compare(upTo, figure) >= ends,
  )
  return { axis, figure, index }
}

function missing(id: string, path: Path, issues: Issue[]): fraction.Fraction {
  issues.push(issue.at(FACT_OF_MATRIX_MISSING, path, { id }))
  return fraction.ZERO
}

function readFigure(
  value: unknown,
  path: Path,
  { isRatio, issues }: { readonly isRatio: boolean; readonly issues: Issue[] },
): fraction.Fraction {
  const reader = isRatio ? read.ratio : read.decimal
  return reader(value, path, issues) ?? fraction.ZERO
}

function writePlace({ axis, figure, index }: Place): MatrixOutcome['row'] {
  return { by: axis.by, figure: write.decimal(figure), step: axis.steps[index]?.id ?? '' }
}

/** What others may look at of a component that is computed. */
export function noteFigures(
  { id }: ExactComponent,
  { appraisal }: Pick<ComponentRow, 'appraisal'>,
  { attainment, amount }: CommissionStatement,
  figures: Figures,
): void {
  figures.set(`${id}.attainment`, attainment)
  figures.set(`${id}.amount`, amount)
  figures.set(`${id}.score`, appraisal && String(appraisal.score))
}

/** A component that was computed, and how its commission came about. */
export interface ComputedComponent extends ComponentRow {
  readonly component: ExactComponent
  readonly outcome: CommissionStatement
}

/** An amount as it was written, in units of the currency. */
export function unitsOf(amount: string, decimals: number): bigint {
  return fraction.toUnits(read.written(amount, [], []) ?? fraction.ZERO, decimals, 'down')
}

/** A component with what is paid for it, and what the cap of the plan took of it. */
export function writeComponent(
  { component, outcome, share, looked, appraisal, matrix }: ComputedComponent,
  { paid, cut }: { readonly paid: bigint; readonly cut: bigint },
  { currency, decimals }: ExactCompensationPlan,
): ComponentPay {
  return {
    id: component.id,
    amount: write.fixed(paid, decimals),
    ...(cut !== 0n && { cut: write.fixed(-cut, decimals) }),
    weight: component.weight && write.decimal(component.weight),
    targetIncentive: share && write.money(share, currency),
    ...(component.parts.length > 0 && { facts: looked }),
    ...(appraisal && { appraisal }),
    ...(matrix && { matrix }),
    outcome,
  }
}
