/**
 * Explaining issues in other languages: what is wrong, in the words of those who have to put it right. Nothing else of this library loads
 * these tables.
 */
export { explainIssue, type Locale } from './explainIssue.js'
export { type Verification, type VerifyOptions, verify } from './verify/verify.js'
export { type WithInput, withInput } from './verify/withInput.js'
