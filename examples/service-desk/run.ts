// A service desk over the Spring Festival of 2026: what is open, what was late, and what the appraisal takes of it.
// Run it with `npm run service-desk`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { cases } from './cases.js'
import { runDesk } from './measure.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report.js'

const desk = runDesk(cases)
const checks = reconcile(desk)

console.log([...reportOn(desk), ...checkSection('6. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
