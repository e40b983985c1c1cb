import type { DecimalInput, Issue } from '../../kernel/index.js'
import { readFields, refuse, refuseIfAny } from '../../kernel/inside.js'
import type { CommissionFacts } from '../types.js'
import type { CommissionColumnsFacts, PerPayee } from './types.js'

/** A figure by the place of the payee, as it was given; undefined where none was. */
type Figure = (place: number) => DecimalInput | undefined

/** What is known of the payees. The figures are read where they are needed. */
export interface PayeeFacts {
  readonly target: Figure
  readonly measure: Figure
  readonly coefficientUplift: Figure
}

/** Finds what was given of each payee. */
export function payeeFacts(given: CommissionColumnsFacts, payees: readonly string[]): PayeeFacts {
  const issues: Issue[] = []
  readFields(given, ['facts'], ['target', 'measure', 'coefficientUplift'], issues)
  refuseIfAny(issues)
  return {
    target: figure('target', given.target, payees),
    measure: figure('measure', given.measure, payees),
    coefficientUplift: figure('coefficientUplift', given.coefficientUplift, payees),
  }
}

function figure(key: string, given: PerPayee | undefined, payees: readonly string[]): Figure {
  if (given instanceof Map) return (place) => given.get(payees[place] ?? '')
  if (!Array.isArray(given) && !ArrayBuffer.isView(given)) return () => given as DecimalInput
  const column = given as ArrayLike<DecimalInput | undefined>
  if (column.length !== payees.length) {
    const expected = `a figure, or none, for each of the ${payees.length} payees`
    const found = String(column.length)
    const text = `got ${found}, expected ${expected}.`
    refuse('VALUE_INVALID', ['facts', key], { given: found, expected }, text)
  }
  return (place) => column[place]
}

/** The facts of one payee, as the rule takes them. */
export function factsOf(
  { target, measure, coefficientUplift }: PayeeFacts,
  place: number,
): CommissionFacts {
  const given = {
    target: target(place),
    measure: measure(place),
    coefficientUplift: coefficientUplift(place),
  }
  // The rule tells a figure that is absent from one that is undefined no more than JSON does.
  return given as CommissionFacts
}
