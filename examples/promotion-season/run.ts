// A promotion season on the calendar of mainland China 2026: from applications over National Day to decisions and rewards.
// Run it with `npm run promotions`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { candidates } from './candidates.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report.js'
import { runSeason } from './season.js'

const results = runSeason(candidates)
const checks = reconcile(candidates, results)

console.log([...reportOn(results), ...checkSection('7. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
