import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import * as read from '../kernel/input/read.js'
import * as score from '../kernel/score/score.js'
import type { ExactLeadModel } from './exactLeadModel.js'

/** A lead that was read. */
export interface ReadLead {
  /** Null for a lead that is invalid anyway and whose facts are not complete. */
  readonly facts: score.ReadFacts | null
  /** Why it is invalid; empty where it is not. */
  readonly reasons: readonly string[]
}

/**
 * Reads a lead; adds what is wrong, and returns undefined where anything is. A lead that is invalid anyway is scored only where its facts
 * allow it.
 */
export function readLead(
  lead: unknown,
  model: ExactLeadModel,
  issues: Issue[],
): ReadLead | undefined {
  const fields = read.fields(lead, [], model.facts, issues)
  if (fields === undefined) return undefined
  const reasons = reasonsOf(fields, model, issues)
  const found: Issue[] = []
  const facts = score.read(fields, model.card, [], found)
  const isExcused = reasons.length > 0 && found.every(({ code }) => code === 'FACT_MISSING')
  if (!isExcused) issues.push(...found)
  return issues.length > 0 ? undefined : { facts: facts ?? null, reasons }
}

/** Why a lead is invalid whatever it would score. */
export function reasonsOf(
  lead: read.Fields,
  { disqualifiers }: ExactLeadModel,
  issues: Issue[],
): string[] {
  return disqualifiers.filter(({ when }) => isMet(when, lead, issues)).map(({ reason }) => reason)
}

function isMet(when: check.ExactCondition, lead: read.Fields, issues: Issue[]): boolean {
  return check.compute(check.read(when, lead, [], issues)).outcome === 'met'
}
