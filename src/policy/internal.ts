/** What what-ifs, explanations, verifying and testing need of policies beyond their door. */
export { differences } from './edits/diffPolicies.js'
export { numbersOf, type PolicyNumber } from './edits/numbersOf.js'
export { idOf, idsOf, parsePath, type Step } from './edits/path.js'
export { typicalPayee } from './lint/commission/payee.js'
export { factConditionsOf } from './lint/factsMeeting.js'
export { latestPeriods } from './lint/historyOf.js'
export { callRule, RULES, type Rule } from './rules.js'
