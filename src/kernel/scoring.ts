/**
 * The second staff entrance of the kernel, for the rooms that judge people, customers and leads: dates, streaks, conditions, scores. It
 * loads date-fns and decimal.js; the first, `inside.ts`, does not.
 */
export { bandOf } from './bands.js'
export { factsOf, runChecks } from './checks.js'
export { readDate } from './dates.js'
export { type ExactScore, scoreFacts } from './scorecard.js'
export { type HistoryEntry, readHistory, streaksIn } from './streak.js'
