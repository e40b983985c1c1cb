import { FIGURES } from '../../commission/internal.js'
import type { CommissionFacts } from '../../commission/lines/types.js'
import type { DecimalInput, Issue } from '../../kernel/index.js'
import { refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { invalid } from '../../kernel/input/values.js'
import { isMap } from './isMap.js'
import type { CommissionColumnsFacts } from './types.js'

/** A figure by the place of the payee, as it was given; undefined where none was. */
type Figure<Value = DecimalInput> = (place: number) => Value | undefined

/** What is known of the payees. The figures are read where they are needed. */
export type PayeeFacts = {
  readonly [Key in keyof CommissionColumnsFacts]-?: Figure<NonNullable<CommissionFacts[Key]>>
}

/** Finds what was given of each payee. */
export function payeeFacts(given: CommissionColumnsFacts, payees: readonly string[]): PayeeFacts {
  const issues: Issue[] = []
  const fields = read.fields(given, ['facts'], FIGURES, issues)
  refuseIfAny(issues)
  const of = <Value>(key: (typeof FIGURES)[number]) => figure<Value>(key, fields?.[key], payees)
  return {
    target: of('target'),
    measure: of('measure'),
    coefficientUplift: of('coefficientUplift'),
    targetIncentive: of('targetIncentive'),
    facts: of('facts'),
    earnedYearToDate: of('earnedYearToDate'),
  }
}

function figure<Value>(key: string, given: unknown, payees: readonly string[]): Figure<Value> {
  if (isMap(given)) return (place) => given.get(payees[place] ?? '') as Value | undefined
  const column = columnOf(given, payees.length)
  if (column === undefined) {
    if (key !== 'facts') refuseByName(given, key)
    return () => given as Value
  }
  if (typeof column !== 'string') return (place) => column[place] as Value | undefined
  const expected = `a figure, or none, for each of the ${payees.length} payees`
  const text = `got ${column}, expected ${expected}.`
  return refuse('VALUE_INVALID', ['facts', key], { given: column, expected }, text)
}

/** Figures by name in a plain object, which the rule would call no number and say no more. */
function refuseByName(given: unknown, key: string): void {
  if (typeof given !== 'object' || given === null) return
  const issues: Issue[] = []
  read.decimal(given, [], issues)
  if (issues.some(({ code }) => code === 'NUMBER_INVALID'))
    refuseIfAny([
      invalid(given, ['facts', key], 'a figure, a list of them, or a Map of figures by name'),
    ])
}

/** A copy of a column; what it is instead where it does not fit the payees; undefined where it is one figure for all of them. */
function columnOf(given: unknown, payees: number): readonly unknown[] | string | undefined {
  try {
    if (!Array.isArray(given) && !ArrayBuffer.isView(given)) return undefined
    const { length } = given as ArrayLike<unknown>
    if (length !== payees) return `${length} ${length === 1 ? 'figure' : 'figures'}`
    return Array.from({ length }, (_, place) => (given as ArrayLike<unknown>)[place])
  } catch {
    return 'a list that throws when it is read'
  }
}

/** The facts of one payee, as the rule takes them. */
export function factsOf(facts: PayeeFacts, place: number): CommissionFacts {
  // The rule tells a figure that is absent from one that is undefined no more than JSON does.
  return Object.fromEntries(FIGURES.map((key) => [key, facts[key](place)])) as CommissionFacts
}

/** Whether a payee is known by nothing that only the rule itself looks at. */
export function isPlain(
  { measure, targetIncentive, facts, earnedYearToDate }: PayeeFacts,
  place: number,
) {
  return (
    measure(place) === undefined &&
    targetIncentive(place) === undefined &&
    facts(place) === undefined &&
    earnedYearToDate(place) === undefined
  )
}
