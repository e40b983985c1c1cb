import { describe, expect, it } from 'vitest'
import { runCycle } from '../../examples/appraisal-cycle/cycle.js'
import { planHelp } from '../../examples/appraisal-cycle/help.js'
import { type Paid, payRep } from '../../examples/appraisal-cycle/pay.js'
import { reconcile } from '../../examples/appraisal-cycle/reconcile.js'
import { reps } from '../../examples/appraisal-cycle/records.js'
import { type Region, reportOn } from '../../examples/appraisal-cycle/report.js'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const quarters = runCycle(reps)
const paid = reps.map((rep) => payRep(rep, quarters))
const region: Region = { quarters, paid, help: planHelp(quarters) }
const page = reportOn(region)

/** The rules that do not hold of a region, each by its number. */
function failing(spoilt: Partial<Region>): number[] {
  return reconcile({ ...region, ...spoilt }).flatMap(({ holds }, at) => (holds ? [] : [at]))
}

/** The first person's pay, changed. */
const withFirst = (change: (first: Paid) => Paid): Paid[] =>
  paid.map((one, at) => (at === 0 ? change(one) : one))

describe('the appraisal cycle', () => {
  it('reconciles', () => {
    expect(failing({})).toEqual([])
  })

  it('notices a grade that nobody decided on, and a score that its parts are not', () => {
    const spoilt = quarters.map((one) => ({
      ...one,
      graded: one.graded.map((row) =>
        row.rep.name === 'Guo Fei'
          ? { ...row, grade: 'S', appraisal: { ...row.appraisal, score: 84.57 } }
          : row,
      ),
    }))
    expect(failing({ quarters: spoilt })).toEqual([1, 3])
  })

  it('notices a person who is not in the curve', () => {
    const fewer = quarters.map((one) => ({ ...one, graded: one.graded.slice(1) }))
    expect(failing({ quarters: fewer })).toEqual([2])
  })

  it('notices a commission of another rate, and an order that nobody counted', () => {
    const spoilt = withFirst((first) => ({
      ...first,
      quarters: first.quarters.map((one) => ({
        ...one,
        statement: { ...one.statement, amount: '1.00', sales: '1.00' },
      })),
    }))
    expect(failing({ paid: spoilt })).toEqual([0, 4])
  })

  it('notices a month that pays something else, and a bonus that nobody earned', () => {
    const month = withFirst((first) => ({ ...first, months: first.months.slice(0, 5) }))
    expect(failing({ paid: month })).toEqual([6])
    const bonus = withFirst((first) => ({
      ...first,
      pay: { ...first.pay, lines: first.pay.lines.slice(1) },
    }))
    expect(failing({ paid: bonus })).toEqual([5])
  })

  it('pays each what was worked out by hand', () => {
    // Commissions of 3% (of 3.5% after two quarters at A or S), bonuses of a month or half of one, a cut of 3 × 700.
    expect(paid.map(({ rep, amount }) => [rep.name, amount])).toEqual([
      ['Li Na', '60200.00'],
      ['Wang Lei', '29700.00'],
      ['Zhou Yan', '-2100.00'],
      ['Ma Jun', '31878.02'],
      ['Chen Hao', '14533.33'],
      ['Sun Qi', '3750.00'],
      ['He Ling', '4250.00'],
      ['Guo Fei', '3600.00'],
    ])
  })

  it('makes a decision of the committee worth a bonus now, and a higher rate a quarter later', () => {
    const undecided = quarters.map((one) => ({
      ...one,
      graded: one.graded.map((row) => ({ ...row, grade: row.announced })),
    }))
    const amounts = reps.map((rep) => payRep(rep, undecided).amount)
    // Half a month of 8,000, and half a point of 620,000.
    expect(amounts[1]).toBe((29_700 - 4_000 - 3_100).toFixed(2))
    expect(amounts.filter((amount, at) => amount !== paid[at]?.amount)).toHaveLength(1)
  })

  it('comes to the same in any order of the people', () => {
    const turned = runCycle([...reps].reverse())
    const again = [...reps].reverse().map((rep) => payRep(rep, turned).amount)
    expect(again.reverse()).toEqual(paid.map(({ amount }) => amount))
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('appraisal-cycle', 'Pacific/Kiritimati')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 7 of 7 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('appraisal-cycle', 'page.txt'))
  })
})
