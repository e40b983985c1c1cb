import type { Check, CheckState, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { CURRENT_RUNG, type ExactCareerPolicy, type ExactRung } from './exactCareerPolicy.js'
import { PART_MISSING, RUNG_UNKNOWN } from './issues.js'

/** Reads what is known of a person; the rung that somebody is on must be one of the policy. */
export function readFacts(
  value: unknown,
  { facts, rungs }: ExactCareerPolicy,
  issues: Issue[],
): read.Fields {
  const given = read.fields(value, ['facts'], facts, issues) ?? {}
  const current = given[CURRENT_RUNG] ?? null
  if (current !== null) readRung(current, ['facts', CURRENT_RUNG], rungs, issues)
  return given
}

/** Reads the name of a rung, or of a sideways move. */
export function readRung(
  id: unknown,
  path: Path,
  rungs: ReadonlyMap<string, ExactRung>,
  issues: Issue[],
): ExactRung | undefined {
  const rung = rungs.get(id as string)
  if (rung !== undefined) return rung
  const known = [...rungs.keys()]
  const suggestion = typeof id === 'string' ? issue.closest(id, known) : null
  issue.add(issues, issue.at(RUNG_UNKNOWN, path, { given: issue.show(id), known, suggestion }))
  return undefined
}

/** A part of the policy that a rule cannot do without. */
export function requirePart<Part>(part: Part | null, field: string): Part {
  return part ?? issue.refuse(PART_MISSING, ['policy', field], { field })
}

/** An answer as callers get it. */
export function writeAnswer(outcome: CheckState): boolean | 'unknown' {
  if (outcome === 'met') return true
  return outcome === 'unmet' ? false : 'unknown'
}

/** The clauses of a rule and of what was checked by it, each once. */
export function clausesOf(clause: string, checks: readonly Check[]): string[] {
  return [...new Set([clause, ...checks.flatMap((one) => one.clause ?? [])])]
}
