import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { onSave } from '../../examples/leads/onSave.js'
import { problemsOf, reviewOf } from '../../examples/leads/reviewOf.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

describe('the hook that scores on save', () => {
  it('stores the score, what it is made of, and what would raise it', () => {
    const facts = { budget: { amount: '300000' }, authority: 'decision-maker', urgency: 'none' }
    expect(onSave(facts)).toEqual({
      score: 54,
      band: 'warm',
      cell: null,
      why: ['budget: 24 of 40', 'authority: 30 of 30', 'urgency: 0 of 30'],
      raise: '26 to hot; most room in urgency',
    })
  })

  it('stores why a lead is invalid, and what is wrong with a record', () => {
    expect(onSave({ duplicate: true })).toMatchObject({ score: null, why: ['invalid: duplicate'] })
    expect(onSave({ budget: { amount: '20万' } })).toMatchObject({
      score: null,
      why: [
        expect.stringContaining('budget.amount'),
        expect.stringContaining('authority: is missing'),
        expect.stringContaining('urgency: is missing'),
      ],
    })
  })
})

describe('a week of leads', () => {
  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('leads', 'America/New_York')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain('\nChecks: no lead is lost\n')
    expect(stdout.split('\n').filter((line) => widthOf(line) > 100)).toEqual([])
    await expect(stdout).toMatchFileSnapshot(golden('leads', 'page.txt'))
  })
})

/** So many leads of a source, of which the first are won, and the last are open. */
const leadsOf = (channel: string, count: number, won: number, open = 0) =>
  Array.from({ length: count }, (_, at) => {
    const decided = at < won ? 'yes' : 'no'
    return { channel, result: at >= count - open ? '' : decided }
  })

describe('a review of the sources of a table', () => {
  const rows = [
    ...leadsOf('fair', 110, 8, 10),
    ...leadsOf('referral', 100, 40),
    ...leadsOf('', 1, 1),
  ]

  it('counts the leads of each source, those that are open apart', () => {
    // 8 of 100: 0.0411 to 0.1500, as in every table of Wilson's intervals.
    expect(reviewOf(rows, 'channel', 'result')).toEqual([
      '  source          won     rate             may be  verdict',
      '  fair       8 of 100    8.00%    4.11% to 15.00%  undecided  needs 865 that are decided',
      '  referral  40 of 100   40.00%   30.94% to 49.80%  keep',
      '  (none)       1 of 1  100.00%  20.65% to 100.00%  undecided  needs 30 that are decided',
      '  Budgets move to: referral',
    ])
    expect(reviewOf(leadsOf('fair', 100, 8), 'channel', 'result').at(-1)).toBe(
      '  Budgets move to: no source: none is surely above 10.00%',
    )
  })

  it('finds a misspelt column and an outcome of another kind, and does not count them as lost', () => {
    expect(problemsOf(rows, 'chanel', 'won')).toEqual([
      'no column "chanel"; there are: channel, result',
      'no column "won"; there are: channel, result',
    ])
    expect(problemsOf([{ channel: 'fair', result: 'Yes' }], 'channel', 'result')).toEqual([
      '"Yes" in column "result" is neither yes nor no nor empty',
    ])
    expect(problemsOf(rows, 'channel', 'result')).toEqual([])
  })
})

describe('a review of the sources of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leads-'))
  const file = join(folder, 'leads.csv')
  const lines = leadsOf('fair; autumn', 40, 20).map(
    ({ channel, result }) => `"${channel}";${result}`,
  )
  writeFileSync(file, `\uFEFF${['channel;result', ...lines].join('\n')}\n`)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads the columns and the delimiter that it is told', async () => {
    const { code, stdout, stderr } = await runExample('leads', 'UTC', [
      ...['review.ts', file, 'channel', 'result', ';'],
    ])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('  fair; autumn  20 of 40  50.00%  35.20% to 64.80%  keep\n')
  })

  it('says what is wrong, and fails', async () => {
    const misspelt = await runExample('leads', 'UTC', ['review.ts', file, 'channel', 'won', ';'])
    expect(misspelt).toMatchObject({ code: 1, stdout: '' })
    expect(misspelt.stderr).toBe('no column "won"; there are: channel, result\n')
    const unnamed = await runExample('leads', 'UTC', ['review.ts'])
    expect(unnamed).toMatchObject({ code: 1, stdout: '' })
    expect(unnamed.stderr).toMatch(/^usage: /)
  })
})
