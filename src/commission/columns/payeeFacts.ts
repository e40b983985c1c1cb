import type { DecimalInput, Issue } from '../../kernel/index.js'
import { readFields, refuse, refuseIfAny } from '../../kernel/inside.js'
import type { CommissionFacts } from '../types.js'
import { isMap } from './isMap.js'
import type { CommissionColumnsFacts } from './types.js'

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
  const fields = readFields(given, ['facts'], ['target', 'measure', 'coefficientUplift'], issues)
  refuseIfAny(issues)
  return {
    target: figure('target', fields?.['target'], payees),
    measure: figure('measure', fields?.['measure'], payees),
    coefficientUplift: figure('coefficientUplift', fields?.['coefficientUplift'], payees),
  }
}

function figure(key: string, given: unknown, payees: readonly string[]): Figure {
  if (isMap(given)) return (place) => given.get(payees[place] ?? '') as DecimalInput | undefined
  const column = columnOf(given, payees.length)
  if (column === undefined) return () => given as DecimalInput
  if (typeof column !== 'string') return (place) => column[place]
  const expected = `a figure, or none, for each of the ${payees.length} payees`
  const text = `got ${column}, expected ${expected}.`
  return refuse('VALUE_INVALID', ['facts', key], { given: column, expected }, text)
}

type Column = readonly (DecimalInput | undefined)[]

/** A copy of a column; what it is instead where it does not fit the payees; undefined where it is one figure for all of them. */
function columnOf(given: unknown, payees: number): Column | string | undefined {
  try {
    if (!Array.isArray(given) && !ArrayBuffer.isView(given)) return undefined
    const { length } = given as ArrayLike<DecimalInput | undefined>
    if (length !== payees) return String(length)
    return Array.from({ length }, (_, place) => (given as Column)[place])
  } catch {
    return 'a list that throws when it is read'
  }
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
