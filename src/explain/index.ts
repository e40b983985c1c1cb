/**
 * Explaining issues in other languages: what is wrong, in the words of those who have to put it right; and outcomes as pictures. Nothing else
 * of this library loads these tables.
 */
export { chart } from './chart/chart.js'
export type { ChartOptions, Picture } from './chart/types.js'
export { explainIssue, type Locale } from './explainIssue.js'
