// A pipeline review on the last day of a quarter: which deals may move on, where the funnel is slow, what it will bring, and what is overdue.
// Run it with `npm run pipeline`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report.js'
import { review } from './review.js'

const outcome = review()
const checks = reconcile(outcome)

console.log([...reportOn(outcome), ...checkSection('9. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
