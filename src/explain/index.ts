/**
 * Explaining issues in other languages: what is wrong, in the words of those who have to put it right. Nothing else of this library loads
 * these tables.
 */
export { explainIssue, type Locale } from './explainIssue.js'
