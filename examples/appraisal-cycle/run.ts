// An appraisal cycle of a region, from records to pay, with a decision of the committee and a leaver.
// Run it with `npm run appraisal`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { runCycle } from './cycle.js'
import { reconcile } from './reconcile.js'
import { reps } from './records.js'
import { reportOn } from './report.js'

const results = runCycle(reps)
const checks = reconcile(reps, results)

console.log([...reportOn(results), ...checkSection('6. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
