// A target season: from the company to the person, with a head who carries a part, a revision and a joiner.
// Run it with `npm run targets`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report.js'
import { runSeason } from './season.js'

const season = runSeason()
const checks = reconcile(season)

console.log([...reportOn(season), ...checkSection('9. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1
