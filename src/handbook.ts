/**
 * The handbook as the root hands it out. A namespace is made where it is exported from: made in `handbook/index.ts`, it would stand beside
 * the policies, and whoever bundles one of them from `sales-rules/handbook` would get them all.
 */
export {
  appraisal,
  careers,
  clauses,
  commission,
  grading,
  health,
  leads,
} from './handbook/index.js'
