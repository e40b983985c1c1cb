import type { CommissionFacts } from '../../commission/index.js'
import { type ExactPlan, FIGURES, lengthIssues, periodMissing } from '../../commission/internal.js'
import type { DecimalInput, Issue } from '../../kernel/index.js'
import { invalid, refuse, refuseIfAny, within } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { FIGURES_MISFIT, FIGURES_OF_PAYEES, UNREADABLE_FIGURES } from '../issues.js'
import { isMap } from './isMap.js'
import type { CommissionColumnsFacts } from './types.js'

/** A figure by the place of the payee, as it was given; undefined where none was. */
type Figure<Value = DecimalInput> = (place: number) => Value | undefined

/** What is known of the payees. The figures are read where they are needed. */
export type PayeeFacts = {
  readonly [Key in (typeof FIGURES)[number]]: Figure<NonNullable<CommissionFacts[Key]>>
} & { readonly period: CommissionFacts['period'] }

/** Finds what was given of each payee. */
export function payeeFacts(
  given: CommissionColumnsFacts,
  payees: readonly string[],
  plan: ExactPlan,
): PayeeFacts {
  const issues: Issue[] = []
  const fields = read.fields(given, ['facts'], KEYS, issues)
  refuseIfAny(issues)
  within(['facts'], () => requirePeriod(fields?.['period'], plan))
  const of = <Value>(key: (typeof FIGURES)[number]) => figure<Value>(key, fields?.[key], payees)
  return {
    period: fields?.['period'] as CommissionFacts['period'],
    target: of('target'),
    measure: of('measure'),
    coefficientUplift: of('coefficientUplift'),
    targetIncentive: of('targetIncentive'),
    facts: of('facts'),
    yearToDate: of('yearToDate'),
  }
}

const KEYS = ['period', ...FIGURES]

/** The period is that of all payees, and is read once: where the plan looks at no year to date, nothing but its length matters. */
function requirePeriod(given: unknown, plan: ExactPlan): void {
  const issues = periodMissing(given, plan)
  const period = (given ?? null) === null ? undefined : read.anyPeriod(given, ['period'], issues)
  if (period !== undefined) issues.push(...lengthIssues(period, plan))
  refuseIfAny(issues)
}

function figure<Value>(key: string, given: unknown, payees: readonly string[]): Figure<Value> {
  if (isMap(given)) return (place) => given.get(payees[place] ?? '') as Value | undefined
  const column = columnOf(key, given, payees.length)
  if (column === undefined) {
    if (key !== 'facts' && key !== 'yearToDate' && !isTargetOfPeriod(key, given))
      refuseByName(given, key)
    return () => given as Value
  }
  return (place) => column[place] as Value | undefined
}

/** The rule itself says whether a target that names its period is taken. */
function isTargetOfPeriod(key: string, given: unknown): boolean {
  return key === 'target' && read.hasField(given, 'period')
}

/** Figures by name in a plain object, which the rule would call no number and say no more. */
function refuseByName(given: unknown, key: string): void {
  if (typeof given !== 'object' || given === null) return
  const issues: Issue[] = []
  read.decimal(given, [], issues)
  if (issues.some(({ code }) => code === 'NUMBER_INVALID'))
    refuseIfAny([invalid(given, ['facts', key], FIGURES_OF_PAYEES)])
}

/** A copy of a column, which has a figure for each payee; undefined where it is one figure for all of them. */
function columnOf(key: string, given: unknown, payees: number): readonly unknown[] | undefined {
  const column = copyOf(given, payees)
  if (column === undefined || typeof column === 'object') return column
  if (Number.isNaN(column)) refuse(UNREADABLE_FIGURES, ['facts', key], {})
  return refuse(FIGURES_MISFIT, ['facts', key], { given: String(column), count: payees })
}

/** The copy, or how long the list is where it does not fit; NaN where it cannot be read. */
function copyOf(given: unknown, payees: number): readonly unknown[] | number | undefined {
  try {
    if (!Array.isArray(given) && !ArrayBuffer.isView(given)) return undefined
    const { length } = given as ArrayLike<unknown>
    if (length !== payees) return length
    return Array.from({ length }, (_, place) => (given as ArrayLike<unknown>)[place])
  } catch {
    return Number.NaN
  }
}

/** The facts of one payee, as the rule takes them. */
export function factsOf(facts: PayeeFacts, place: number): CommissionFacts {
  // The rule tells a figure that is absent from one that is undefined no more than JSON does.
  const figures = FIGURES.map((key) => [key, facts[key](place)])
  return { ...Object.fromEntries(figures), period: facts.period } as CommissionFacts
}

/** Whether a gate waits for a target that was not given: the rule refuses such a payee, whatever else is known. */
export function lacksTarget({ target }: PayeeFacts, place: number, { gate }: ExactPlan): boolean {
  return gate !== null && gate.attainment !== null && (target(place) ?? undefined) === undefined
}

/** Whether a payee is known by nothing that only the rule itself looks at. */
export function isPlain(
  { measure, targetIncentive, facts, yearToDate }: PayeeFacts,
  place: number,
) {
  return (
    measure(place) === undefined &&
    targetIncentive(place) === undefined &&
    facts(place) === undefined &&
    yearToDate(place) === undefined
  )
}
