import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { candidates } from '../../examples/promotion-season/candidates.js'
import { reconcile } from '../../examples/promotion-season/reconcile.js'
import { reportOn } from '../../examples/promotion-season/report.js'
import { runSeason } from '../../examples/promotion-season/season.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const results = runSeason(candidates)
const page = reportOn(results)

describe('the promotion season', () => {
  it('reconciles', () => {
    expect(reconcile(candidates, results).filter(({ holds }) => !holds)).toEqual([])
  })

  it('notices a promotion without its conditions, and a publication that was too short', () => {
    const spoilt = results.map((result) => ({
      ...result,
      check: { ...result.check, eligible: false },
      application: result.application && {
        ...result.application,
        history: result.application.history.map((entry) =>
          entry.step === 'publication' ? { ...entry, lastDay: '2026-10-10' } : entry,
        ),
      },
    }))
    const failing = reconcile(candidates, spoilt).filter(({ holds }) => !holds)
    expect(failing.map(({ rule }) => rule.split(' ')[0])).toEqual(['whoever', 'a', 'the'])
  })

  it('notices a step that was lost, and a review that is not what its groups add', () => {
    const spoilt = results.map((result) => ({
      ...result,
      refused: [],
      application: result.application && {
        ...result.application,
        history: result.application.history.map((entry) =>
          entry.step === 'review-360'
            ? { ...entry, review: { ...entry.review, score: entry.review.score + 1 } }
            : entry,
        ),
      },
    }))
    const failing = reconcile(candidates, spoilt).filter(({ holds }) => !holds)
    expect(failing.map(({ rule }) => rule)).toEqual([
      'steps given = steps kept + steps refused',
      'a review is what its groups add',
      'the order of candidates decides nothing',
    ])
  })

  it('refuses a decision on the last day of the publication, and goes on from where it stood', () => {
    expect(results.flatMap(({ candidate, refused }) => refused.map(() => candidate.name))).toEqual([
      'Li Na',
    ])
  })

  it('ends for each candidate as it was worked out by hand', () => {
    expect(
      results.map(({ candidate, application }) => [candidate.name, application?.status ?? null]),
    ).toEqual([
      ['Li Na', 'promoted'],
      ['Wang Lei', null],
      ['Chen Jing', 'promoted'],
      ['Zhou Yan', 'rejected'],
      ['Ma Jun', 'failed'],
      ['Gao Rui', null],
      ['He Ping', null],
    ])
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('promotion-season', 'Pacific/Kiritimati')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 7 of 7 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('promotion-season', 'page.txt'))
  })
})
