/**
 * The handbook as the root hands it out: one object, which a bundler drops whole where nothing uses it. (A namespace, by `export * as`,
 * would be carried by whoever imports anything else from the root.) It is not made in `handbook/index.ts`, where it would stand beside the
 * policies, and whoever bundles one of them from `sales-rules/handbook` would get them all.
 */
import {
  appraisal,
  bantLeads,
  careers,
  challengeAppraisal,
  chinaCalendar,
  clauses,
  commission,
  compensation,
  grading,
  health,
  leads,
  pipeline,
  rewards,
  service,
  targets,
} from './handbook/index.js'

/** The handbook's numbers as ready policies, by room, and the register of its clauses. */
export const handbook = /* @__PURE__ */ Object.freeze({
  appraisal,
  bantLeads,
  careers,
  challengeAppraisal,
  chinaCalendar,
  clauses,
  commission,
  compensation,
  grading,
  health,
  leads,
  pipeline,
  rewards,
  targets,
  service,
})
