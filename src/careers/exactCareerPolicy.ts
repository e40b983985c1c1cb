import * as check from '../kernel/check/check.js'
import type { PolicyReference } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import type { CareerPolicy, Ladder, Rung } from './types.js'

/** A career policy as its rules read it. */
export interface ExactCareerPolicy {
  /** By the rung's id, which is unique in the whole policy. */
  readonly rungs: ReadonlyMap<string, ExactRung>
  /** The names of all facts that some rung looks at. */
  readonly facts: readonly string[]
  readonly policy: PolicyReference
}

export interface ExactRung {
  readonly id: string
  readonly ladder: Ladder
  /** The rung below; null for the lowest. */
  readonly from: string | null
  /** What the promotion to it needs: the standard as well, where the policy requires it. */
  readonly requires: check.ExactCondition
  /** What somebody on it does. */
  readonly standard: check.ExactCondition | null
}

/** The exact form of a career policy; one that was not defined is refused. */
export const exactCareerPolicy = /* @__PURE__ */ defined.compiler(
  'CareerPolicy',
  compileCareerPolicy,
)

function compileCareerPolicy(policy: CareerPolicy): ExactCareerPolicy {
  const rungs = policy.ladders.flatMap((ladder) =>
    ladder.rungs.map((rung, index) =>
      compileRung(rung, ladder, ladder.rungs[index - 1], policy.levelStandards),
    ),
  )
  const facts = rungs.flatMap(factsOf)
  return {
    rungs: new Map(rungs.map((rung) => [rung.id, rung])),
    facts: [...new Set(facts)],
    policy: Object.freeze(defined.reference(policy)),
  }
}

function compileRung(
  { id, requires, standard }: Rung,
  ladder: Ladder,
  below: Rung | undefined,
  levelStandards: CareerPolicy['levelStandards'],
): ExactRung {
  const isRequired = levelStandards === 'require' && standard !== undefined
  return {
    id,
    ladder,
    from: below?.id ?? null,
    requires: check.compile(isRequired ? { all: [requires, standard] } : requires),
    standard: standard === undefined ? null : check.compile(standard),
  }
}

function factsOf({ requires, standard }: ExactRung): string[] {
  return [...check.factsOf(requires), ...(standard === null ? [] : check.factsOf(standard))]
}
