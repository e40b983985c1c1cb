// Run it with `npm run sdr-quarter`.
import { sumOf } from 'sales-rules'
import { page, quarter } from './quarter.js'

const outcome = quarter()
const paid = sumOf(outcome.months.map((month) => month.paid))

console.log(page(outcome).join('\n'))
console.log(`paid in all ${paid}, by a clean run ${outcome.clean.paid}`)
