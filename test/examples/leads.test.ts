import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { onSave } from '../../examples/leads/onSave.js'
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
      why: [expect.stringContaining('budget.amount')],
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
