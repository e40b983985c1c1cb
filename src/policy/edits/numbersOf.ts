import type { Fraction } from '../../kernel/number/fraction.js'
import { numberOf } from './changePlace.js'
import { idsOf, type Step, writePath } from './path.js'

/** A number of a policy, and the path that leads to it. */
export interface PolicyNumber {
  readonly path: string
  readonly value: number | string
  readonly exact: Fraction
}

/** What a policy says of itself and of its parts; a number there is a name. */
const NAMES = ['id', 'version', 'provenance', 'clause']

/** The numbers of a policy, in its order: each where an edit finds it. */
export function numbersOf(policy: unknown): PolicyNumber[] {
  return numbersFrom(policy, [])
}

function numbersFrom(node: unknown, steps: readonly Step[]): PolicyNumber[] {
  if (Array.isArray(node)) {
    const ids = idsOf(node)
    return node.flatMap((entry, index) => numbersFrom(entry, [...steps, ids?.[index] ?? index]))
  }
  if (typeof node === 'object' && node !== null)
    return Object.entries(node).flatMap(([key, part]) =>
      NAMES.includes(key) ? [] : numbersFrom(part, [...steps, key]),
    )
  const exact = numberOf(node)
  return exact ? [{ path: writePath(steps), value: node as number | string, exact }] : []
}
