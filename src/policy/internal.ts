/** What what-ifs and verifying need of policies beyond their door. */
export { numbersOf, type PolicyNumber } from './edits/numbersOf.js'
export { idsOf } from './edits/path.js'
export { callRule, RULES, type Rule } from './rules.js'
