import { handbook, salesVelocity } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf } from './process.js'

const { pipeline } = handbook
const levers = { open: 40, dealSize: '25000', winRate: '0.25', cycleDays: 90 }

describe('salesVelocity', () => {
  it('is open deals × deal size × win rate ÷ days, rounded once (PIP-2)', () => {
    expect(salesVelocity(levers, pipeline)).toEqual({
      ...{ open: '40', dealSize: '25000.00', winRate: '0.25', cycleDays: '90' },
      ...{ perDay: '2777.78', per30Days: '83333.33', gains: {} },
      ...{ policy: { id: 'handbook-pipeline', version: '1' }, clauses: ['PIP-2'] },
    })
  })

  it('says what each lever gains on its own, be it a loss', () => {
    const times = { open: '1.5', dealSize: 2, winRate: '0.5', cycleDays: '0.8' }
    expect(salesVelocity({ ...levers, times }, pipeline).gains).toEqual({
      ...{ open: '0.5', dealSize: '1', winRate: '-0.5', cycleDays: '0.25' },
    })
  })

  it.each([
    [{ ...levers, open: -1 }, ['NUMBER_OUT_OF_RANGE input.open']],
    [{ ...levers, winRate: '1.2' }, ['NUMBER_OUT_OF_RANGE input.winRate']],
    [{ ...levers, winRate: 25 }, ['NUMBER_LOOKS_LIKE_PERCENT input.winRate']],
    [{ ...levers, cycleDays: '-3' }, ['NUMBER_OUT_OF_RANGE input.cycleDays']],
    [{ ...levers, times: { winRate: 5 } }, ['NUMBER_OUT_OF_RANGE input.times.winRate']],
    [{ ...levers, times: { cycleDays: 0 } }, ['NUMBER_OUT_OF_RANGE input.times.cycleDays']],
    [{ ...levers, times: { cycle: 1 } }, ['UNKNOWN_KEY input.times.cycle']],
    [{ dealSize: 1 }, ['VALUE_MISSING input.open']],
    [{ open: 1, won: 2 }, ['VALUE_MISSING input.lost']],
    [{ open: 1, won: -2, lost: 1 }, ['NUMBER_OUT_OF_RANGE input.won']],
    [{ open: 1, won: 2, lost: 1, winRate: '0.5' }, ['UNKNOWN_KEY input.winRate']],
    [[], ['VALUE_INVALID input']],
  ])('refuses %j by name', (input, problems) => {
    expect(problemsOf(() => salesVelocity(input as never, pipeline))).toEqual(problems)
  })
})
