/** For the command: what a code may say, before it is said of anything. */
export { issueCodes, sentencesOf } from './sentencesOf.js'
