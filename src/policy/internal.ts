/** What what-ifs need of policies beyond their door. */
export { numbersOf, type PolicyNumber } from './edits/numbersOf.js'
