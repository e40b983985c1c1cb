// The desk list of one rep for a week: who is about to be lost, what is overdue and since when, what is due on which day, what is to be renewed.
// Run it with `npm run desk-list`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { desk } from './desk.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report.js'

const outcome = desk()
const checks = reconcile(outcome)

console.log([...reportOn(outcome), ...checkSection('8. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
