/** Of each kind of policy what checks it, and the rule that computes by it. */
import {
  type AppraisalInput,
  type AppraisalSchemeInput,
  appraise,
  type CommissionInput,
  type CommissionPlanInput,
  calculateCommission,
  type DefinedAppraisalScheme,
  type DefinedCommissionPlan,
  type DefinedLeadModel,
  defineAppraisalScheme,
  defineCommissionPlan,
  defineLeadModel,
  type LeadFacts,
  type LeadModelInput,
  scoreLead,
} from 'sales-rules'
import type { ExplainedOutcome } from 'sales-rules/explain'
import type { JsonObject } from './document.js'
import type { Kind } from './kinds.js'

export type Policy = DefinedAppraisalScheme | DefinedCommissionPlan | DefinedLeadModel

/** Checks the document; throws the library's issues. */
export function define(kind: Kind, document: JsonObject): Policy {
  if (kind === 'commission') return defineCommissionPlan(document as unknown as CommissionPlanInput)
  return kind === 'appraisal'
    ? defineAppraisalScheme(document as unknown as AppraisalSchemeInput)
    : defineLeadModel(document as unknown as LeadModelInput)
}

/** What the rule says of one row; throws the library's issues. */
export function compute(kind: Kind, input: object, policy: Policy): ExplainedOutcome {
  if (kind === 'commission')
    return calculateCommission(input as CommissionInput, policy as DefinedCommissionPlan)
  return kind === 'appraisal'
    ? appraise(input as AppraisalInput, policy as DefinedAppraisalScheme)
    : scoreLead(input as LeadFacts, policy as DefinedLeadModel)
}

/** A policy as somebody would write it: what is turned comes first, and which clause asks for which part of it last. */
export function plain(policy: object): JsonObject {
  const { provenance, ...document } = JSON.parse(JSON.stringify(policy))
  return { ...document, provenance }
}
