// Asks four what-ifs of the example quarter and year. Run it with `npm run what-if`.
import type { PolicyComparison } from 'sales-rules/scenario'
import * as questions from './questions.js'

const sentence = ({ gain, lose, unchanged, refused, totals }: PolicyComparison) =>
  `${gain} gain, ${lose} lose, ${unchanged} stay, ${refused} cannot be computed; cost ${totals.now} → ${totals.then} (${totals.difference})`

const change = questions.earlierSecondTier()
console.log(`4% from 800,000: ${sentence(change)}`)
for (const { group, gain, totals } of change.groups)
  console.log(`  ${group}: ${gain} gain, ${totals.difference}`)
for (const { id, issues } of change.notComputed) console.log(`  ${id}: ${issues[0]?.message}`)

const sought = questions.neutralFirstRate()
if (sought.found) console.log(`cost-neutral first rate: ${sought.value} (${sought.difference})`)
console.log(`both together: ${sentence(questions.neutralChange())}`)

console.log('start of the second tier:')
for (const point of questions.startsOfSecondTier().points)
  if (point.ok)
    console.log(
      `  ${point.value}: ${point.totals.difference}, ${point.gain} gain, ${point.lose} lose`,
    )

console.log(`plan of July all year: ${sentence(questions.planOfJulyAllYear())}`)
