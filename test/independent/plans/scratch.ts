import fc from 'fast-check'
import { kinds, years } from './draw.js'
import { defined, run } from './run.js'
import { settle } from './year.js'

const only = process.argv[2] ? Object.keys(kinds)[Number(process.argv[2])] : undefined
const n = Number(process.argv[3] ?? 300)
for (const [name, plans] of Object.entries(kinds)) {
  if (only && name !== only) continue
  let ran = 0,
    conflict = 0
  const refused = new Map<string, number>()
  const outcome = fc.check(
    fc.property(years(plans), ({ year, starts }) => {
      const plan = defined(year.plan)
      if (plan === null) {
        conflict++
        return
      }
      const got = run(year, starts, plan)
      if ('refused' in got) {
        const k = got.refused.replace(/[0-9]+/g, '#').slice(0, 140)
        refused.set(k, (refused.get(k) ?? 0) + 1)
        return
      }
      ran++
      const expected = settle(year)
      if (JSON.stringify(got.pays) !== JSON.stringify(expected))
        throw new Error('got ' + JSON.stringify(got.pays) + '\nexp ' + JSON.stringify(expected))
    }),
    { numRuns: n, seed: Number(process.argv[4] ?? 1) },
  )
  console.log(name, { ran, conflict }, [...refused])
  if (outcome.failed) {
    console.log(
      JSON.stringify(outcome.counterexample, null, 1).replace(/\n\s+/g, ' ').slice(0, 4000),
    )
    console.log(outcome.errorInstance)
  }
}
