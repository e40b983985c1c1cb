import { describe, expect, it } from 'vitest'
import * as questions from '../../examples/what-if/questions.js'
import { rosterOfQuarter, rosterOfYear } from '../../examples/what-if/rosters.js'
import { cents, comparePencil, HANDBOOK, payOf, salesOf } from '../scenario/payroll.js'

/** Each question again, with a pencil: whole cents, and nothing of the library. */
const reps = rosterOfQuarter()
const from800 = { ...HANDBOOK, firstEnds: 800_000n }

describe('the what-ifs of the example quarter', () => {
  it('4% from 800,000: 20 of 39 gain, 15 of them 2,000.00, nobody loses, 34,160.96', () => {
    const asked = questions.earlierSecondTier()
    const pencil = comparePencil(reps, HANDBOOK, from800)
    expect([pencil.gain.length, pencil.lose.length, pencil.then - pencil.now]).toEqual([
      20,
      0,
      3_416_096n,
    ])
    expect(asked.winners.map(({ id }) => id).sort()).toEqual(pencil.gain.sort())
    expect(asked.winners.filter(({ difference }) => difference === '2000.00')).toHaveLength(15)
    expect(cents(asked.totals.difference)).toBe(pencil.then - pencil.now)
  })

  it('the first rate that keeps the cost: of all hundredths of a percent, the highest within it', () => {
    const budget = comparePencil(reps, HANDBOOK, from800).now
    const rates = Array.from({ length: 201 }, (_, step) => BigInt(100 + step))
    const costs = rates.map((first) => comparePencil(reps, HANDBOOK, { ...from800, first }).then)
    const within = rates.filter((_, step) => (costs[step] ?? 0n) <= budget)
    expect(within.at(-1)).toBe(281n)
    expect(questions.neutralFirstRate()).toMatchObject({
      found: true,
      value: '0.0281',
      difference: '-805.47',
    })
  })

  it('both together: 16 gain and 8 lose', () => {
    const asked = questions.neutralChange()
    const pencil = comparePencil(reps, HANDBOOK, { ...from800, first: 281n })
    expect([pencil.gain.length, pencil.lose.length]).toEqual([16, 8])
    expect(asked.winners.map(({ id }) => id).sort()).toEqual(pencil.gain.sort())
    expect(asked.losers.map(({ id }) => id).sort()).toEqual(pencil.lose.sort())
  })

  it('each start of the second tier', () => {
    for (const point of questions.startsOfSecondTier().points) {
      const firstEnds = BigInt(String(point.value))
      const pencil = comparePencil(reps, HANDBOOK, { ...HANDBOOK, firstEnds })
      expect(point).toMatchObject({ ok: true, gain: pencil.gain.length, lose: pencil.lose.length })
      expect(point.ok && cents(point.totals.difference)).toBe(pencil.then - pencil.now)
    }
  })
})

describe('the what-if of the example year', () => {
  it('the plan of July in all months: 3.2% instead of 3%, for who reached four fifths of the target', () => {
    const asked = questions.planOfJulyAllYear()
    const paid = rosterOfYear().map(({ id, input }) => {
      const isOpen = 5n * salesOf(input) >= 4n * cents(input.target)
      const target = isOpen ? '0.01' : (input.target ?? '0.01')
      const pay = (first: bigint) => payOf({ ...input, target }, { ...HANDBOOK, first }) ?? 0n
      return { id, before: isOpen ? pay(300n) : 0n, after: isOpen ? pay(320n) : 0n }
    })
    const gain = paid.filter(({ before, after }) => after > before).map(({ id }) => id)
    expect(asked?.winners.map(({ id }) => id).sort()).toEqual(gain)
    expect(asked?.losers).toEqual([])
    const sum = (of: (row: (typeof paid)[number]) => bigint) =>
      paid.reduce((total, row) => total + of(row), 0n)
    expect(cents(asked?.totals.now)).toBe(sum(({ before }) => before))
    expect(cents(asked?.totals.then)).toBe(sum(({ after }) => after))
  })
})
