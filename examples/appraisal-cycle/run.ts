// An appraisal cycle of a region: from orders, visits, complaints, surveys and cash to grades, with a session of the managers, a veto, an
// appeal, a leave and a leaver, to what is paid. Run it with `npm run appraisal`. It knows no clock and no locale, so that it prints the same
// page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { runCycle } from './cycle.js'
import { planHelp } from './help.js'
import { payRep } from './pay.js'
import { reconcile } from './reconcile.js'
import { reps } from './records.js'
import { reportOn } from './report.js'

const quarters = runCycle(reps)
const paid = reps.map((rep) => payRep(rep, quarters))
const region = { quarters, paid, help: planHelp(quarters) }
const checks = reconcile(region)

console.log([...reportOn(region), ...checkSection('7. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
