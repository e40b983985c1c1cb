import { describe, expect, it } from 'vitest'
import { runCycle } from '../../examples/appraisal-cycle/cycle.js'
import { reconcile } from '../../examples/appraisal-cycle/reconcile.js'
import { reps } from '../../examples/appraisal-cycle/records.js'
import { reportOn } from '../../examples/appraisal-cycle/report.js'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const results = runCycle(reps)
const page = reportOn(results)

describe('the appraisal cycle', () => {
  it('reconciles', () => {
    expect(reconcile(reps, results).filter(({ holds }) => !holds)).toEqual([])
  })

  it('notices a month that pays something else, and a grade that nobody decided on', () => {
    const spoilt = results.map((result) => ({
      ...result,
      months: result.months.slice(1).concat(result.pay),
      quarters: result.quarters.map((one) => ({ ...one, grade: 'B' })),
    }))
    const failing = reconcile(reps, spoilt).filter(({ holds }) => !holds)
    expect(failing.map(({ rule }) => rule.split(' ')[0])).toEqual(['what', 'bonuses', 'grades'])
  })

  it('pays each what was worked out by hand', () => {
    expect(results.map(({ rep, pay }) => [rep.name, pay.amount])).toEqual([
      ['Li Na', '18000.00'],
      ['Wang Lei', '8000.00'],
      ['Zhou Yan', '-2100.00'],
      ['Ma Jun', '9978.02'],
    ])
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('appraisal-cycle', 'Pacific/Kiritimati')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 4 of 4 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('appraisal-cycle', 'page.txt'))
  })
})
