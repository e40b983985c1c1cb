/** Writes the report of the contract anew: `npm run api`. */
import { writeFileSync } from 'node:fs'
import { makeReport, REPORT } from './report.js'

writeFileSync(REPORT, makeReport())
