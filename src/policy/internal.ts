/** What what-ifs and explanations need of policies beyond their door. */
export { differences } from './edits/diffPolicies.js'
export { numbersOf, type PolicyNumber } from './edits/numbersOf.js'
export { idOf, parsePath, type Step } from './edits/path.js'
