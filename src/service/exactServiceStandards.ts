import * as check from '../kernel/check/check.js'
import type { Issue, PolicyReference } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as defined from '../kernel/policy/defined.js'
import type { ExactTime } from './exactClock.js'
import { readTime } from './read.js'
import type { ServiceStandard, ServiceStandards } from './types.js'

/** Standards as their rules read them. */
export interface ExactServiceStandards {
  readonly standards: ReadonlyMap<string, ExactStandard>
  readonly quality: check.ExactCondition
  /** The facts that the quality looks at. */
  readonly facts: readonly string[]
  readonly policy: PolicyReference
}

export interface ExactStandard {
  readonly standard: ServiceStandard
  /** Null where its cases say when they are due. */
  readonly target: ExactTime | null
  readonly buffer: ExactTime | null
  readonly warning: ExactTime | null
}

/** The exact form of standards; those that were not defined are refused. */
export const exactServiceStandards = /* @__PURE__ */ defined.compiler(
  'ServiceStandards',
  compileStandards,
)

function compileStandards(policy: ServiceStandards): ExactServiceStandards {
  const standards = policy.standards.map(
    (standard) => [standard.id, exactStandard(standard)] as const,
  )
  const quality = check.compile({ all: policy.quality })
  return {
    standards: new Map(standards),
    quality,
    facts: [...check.factsOf(quality)],
    policy: Object.freeze(defined.reference(policy)),
  }
}

/** The times of a standard that is known to be right. */
function exactStandard(standard: ServiceStandard): ExactStandard {
  const { within, unit, until, buffer, warning } = standard
  const read = (fields: object | undefined, key: 'within' | 'before') => {
    const issues: Issue[] = []
    const exact = fields && readTime(fields as Readonly<Record<string, unknown>>, key, [], issues)
    issue.refuseIfAny(issues)
    return exact ?? null
  }
  return {
    standard,
    target: read(within === undefined ? undefined : { within, unit, until }, 'within'),
    buffer: read(buffer, 'within'),
    warning: read(warning, 'before'),
  }
}
