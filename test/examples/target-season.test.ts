import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { reconcile } from '../../examples/target-season/reconcile.js'
import { reportOn } from '../../examples/target-season/report.js'
import { runSeason } from '../../examples/target-season/season.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const season = runSeason()
const page = reportOn(season)

describe('the target season', () => {
  it('reconciles', () => {
    expect(reconcile(season).filter(({ holds }) => !holds)).toEqual([])
  })

  it('notices a person who was left out, a past that moved and a week that was lost', () => {
    const { sales } = season.cascades
    const spoilt = {
      ...season,
      cascades: {
        ...season.cascades,
        sales: { ...sales, payees: sales.payees.slice(1) },
      },
      revised: season.revised.map(({ versions, ...history }) => ({
        ...history,
        versions: versions.map((version) => ({
          ...version,
          parts: version.parts.map((part, at) => {
            const others = ['1000000.00', '2000000.00']
            return { ...part, amount: others[at] ?? part.amount }
          }),
        })),
      })),
      weeks: { ...season.weeks, parts: season.weeks.parts.slice(1) },
    }
    const failing = reconcile(spoilt).filter(({ holds }) => !holds)
    expect(failing.map(({ rule }) => rule)).toEqual([
      'what everybody carries = the target of the company, on each level',
      'the months of each version = its target',
      'a revision changes nothing before its date',
      "the weeks of July = Li's July",
    ])
  })

  it('gives each person what was worked out by hand', () => {
    const { sales } = season.cascades
    expect(sales.payees.map(({ id, amount }) => [id, amount])).toEqual([
      // The north: 36,000,000 less the 14,000,000 of the south; Li has 30% of it.
      ['Li', '6600000.00'],
      // 15,400,000: three quarters hardware, of which Wang has three fifths; Zhao has the rest.
      ['Wang', '6930000.00'],
      ['Zhao', '8470000.00'],
      // 14,000,000: three quarters hardware, in halves; the services are Gao's.
      ['Gao', '8750000.00'],
      ['Sun', '5250000.00'],
    ])
    expect(season.july.map(({ owner, version }) => [owner, version])).toEqual([
      ['Li', 2],
      ['Wang', 2],
      ['Zhao', 1],
      ['Gao', 1],
      ['Sun', 1],
    ])
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('target-season', 'Pacific/Kiritimati')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 9 of 9 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('target-season', 'page.txt'))
  })
})
