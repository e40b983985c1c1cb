/** A number of a policy, a little higher. */
import { attempt } from '../kernel/input/attempt.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { applyEdits, type Edit, withValue } from '../policy/index.js'
import { numbersOf, type PolicyNumber } from '../policy/internal.js'
import { measureOf } from './measure.js'
import type { ScenarioPolicy } from './types.js'

/** No number, and no name that a policy has. */
const NO_NUMBER = '?'

/** Whether a number is a text that only looks like one: its place takes any text, or one of several. */
export function isText({ path, value }: PolicyNumber, policy: ScenarioPolicy): boolean {
  if (typeof value === 'number') return false
  const other = attempt(() => withValue(policy, path, NO_NUMBER))
  return other.ok || other.issues.some(({ code }) => code === 'VALUE_NOT_ALLOWED')
}

/** 1% more; and one step of the last decimal, of a number that ends. */
export function raisesOf({ path, exact }: PolicyNumber): Edit[] {
  const places = decimal.countDecimals(exact)
  const step = places === undefined ? [] : [{ path, add: write.fixed(1n, places) }]
  if (fraction.isZero(exact)) return [{ path, add: '0.01' }, ...step]
  return [{ path, multiply: fraction.isNegative(exact) ? '0.99' : '1.01' }, ...step]
}

/** The number and the policy after an edit. */
export function changedBy(edit: Edit, policy: ScenarioPolicy) {
  const changed = applyEdits(policy, [edit])
  const raised = numbersOf(changed).find(({ path }) => path === edit.path)?.value ?? 0
  return { raised, measure: measureOf(changed, ['policy']) }
}
