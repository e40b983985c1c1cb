import * as check from '../kernel/check/check.js'
import type { DefinedCalendar, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ApplicationState, nextOf, opened, openObjections } from './exactApplication.js'
import { type ExactCareerPolicy, type ExactRung, exactCareerPolicy } from './exactCareerPolicy.js'
import { type Proceeding, readProofs } from './exactSteps.js'
import { readRung, requirePart } from './read.js'
import type { ApplicationInput, DefinedCareerPolicy, PromotionApplication } from './types.js'

/**
 * Opens an application for a rung, with its proofs (PRO-11). What is returned is plain JSON: store it as it is, and give it to
 * {@link advanceApplication} with the next step. Whether the conditions are met is decided by {@link checkPromotion}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without a procedure or reviews, `NOT_IN_POLICY` for an unknown
 *   rung, `VALUE_INVALID` without a proof, `VALUE_NOT_ALLOWED` for a proof of no condition, `DATE_INVALID`.
 *
 * @example A representative applies, with a proof for one of the conditions
 * ```ts
 * import { handbook, openApplication } from 'sales-rules'
 *
 * const proofs = [{ for: 'attainmentLast12Months', document: 'CRM report 2026-08' }]
 * const input = { applicant: 'Li Na', rung: 'sales-supervisor', on: '2026-09-01', proofs }
 * const application = openApplication(input, handbook.careers)
 * application.next.map(({ step }) => step) // => ['review-360', 'withdrawal']
 * application.unproven // => ['newcomerRetention', 'newcomersInTeam', 'managementAssessment', 'yearlyGrades']
 * ```
 */
export function openApplication(
  application: ApplicationInput,
  policy: DefinedCareerPolicy,
): PromotionApplication {
  const exact = exactCareerPolicy(policy)
  const issues: Issue[] = []
  const path = ['application']
  const known = ['applicant', 'rung', 'on', 'proofs']
  const fields = read.fields(application, path, known, issues) ?? {}
  const applicant = read.name(fields['applicant'], [...path, 'applicant'], issues)
  const rung = readRung(fields['rung'], [...path, 'rung'], promotionsOf(exact), issues)
  const on = read.date(fields['on'], [...path, 'on'], issues)
  const conditions = rung === undefined ? [] : conditionsOf(rung)
  issue.refuseIfAny(issues)
  const proofs = readProofs(fields['proofs'], [...path, 'proofs'], { conditions }, issues)
  issue.refuseIfAny(issues)
  const by = proceedingTo(rung as ExactRung, exact)
  const state = opened({ step: 'application', on: on as string, proofs })
  return writeApplication(applicant as string, state, by, exact)
}

/** The rungs of ladders, to which one is promoted. */
export function promotionsOf({ rungs }: ExactCareerPolicy): ReadonlyMap<string, ExactRung> {
  return new Map([...rungs].filter(([, { ladder }]) => ladder !== null))
}

/** What the steps of an application for a rung are read by. */
export function proceedingTo(
  rung: ExactRung,
  policy: ExactCareerPolicy,
  calendar: DefinedCalendar | null = null,
): Proceeding {
  const procedure = requirePart(policy.procedure, 'procedure')
  const reviews = requirePart(policy.reviews, 'reviews')
  return { rung, conditions: conditionsOf(rung), procedure, reviews, calendar }
}

function conditionsOf({ requires }: ExactRung): readonly string[] {
  return [...new Set(check.factsOf(requires))].filter((id) => id !== check.AS_OF)
}

/** An application as it is handed out and stored. */
export function writeApplication(
  applicant: string,
  state: ApplicationState,
  { rung, conditions, procedure }: Proceeding,
  { policy }: ExactCareerPolicy,
): PromotionApplication {
  const proofs = state.history.flatMap((entry) =>
    entry.step === 'application' ? entry.proofs : [],
  )
  return {
    format: 1,
    applicant,
    rung: rung.id,
    ladder: rung.ladder?.id ?? '',
    status: state.status,
    next: nextOf(state),
    unproven: conditions.filter((id) => !proofs.some((proof) => proof.for === id)),
    openObjections: openObjections(state),
    history: state.history,
    policy,
    clauses: [procedure.clause],
  }
}
