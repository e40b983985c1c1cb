import * as z from 'zod'
import { at, type Issue, type Path } from '../input/issue.js'
import { name, type SchemaNamed, strict } from '../input/schema.js'
import { PART_NOT_IN_POLICY } from '../issues.js'
import type { Provenance } from './provenance.js'

/** What every policy may say of itself; the id is that of the kind, the version `1`, unless told. */
export interface PolicyHeaderInput extends SchemaNamed {
  /** Names the policy in results; by default after its kind, such as `leads`. */
  readonly id?: string
  /** Names its version in results, so that a result can be traced to the numbers it was made with. `1` by default. */
  readonly version?: string
  /**
   * Where the numbers come from: of each path, the clause, and whether it is the handbook's own reading or a decision of yours. None by
   * default.
   */
  readonly provenance?: readonly Provenance[]
}

/** The keys that every policy has. */
export const headerShape = (id: string) => ({
  id: name().default(id),
  version: name().default('1'),
  provenance: z
    .array(strict({ path: name(), clause: name(), origin: z.enum(['handbook', 'ours']) }))
    .max(1000)
    .default([]),
})

/** Each provenance speaks of a part that the policy has. */
export function provenanceIssues(policy: { readonly provenance: readonly Provenance[] }): Issue[] {
  return policy.provenance.flatMap(({ path }, index) => {
    if (
      hasPart(
        policy,
        path.split(/[.[\]]+/).filter((step) => step !== ''),
      )
    )
      return []
    const known = Object.keys(policy)
    return [at(PART_NOT_IN_POLICY, ['provenance', index, 'path'], { given: path, known })]
  })
}

function hasPart(value: unknown, steps: Path): boolean {
  const [step, ...rest] = steps
  if (step === undefined) return true
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
  return hasPart((value as Record<string, unknown>)[step], rest)
}
