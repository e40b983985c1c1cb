import { describe, expect, it } from 'vitest'
import { at } from '../../src/kernel/input/issue.js'
import { TIE_UNDECIDED } from '../../src/kernel/issues.js'

describe('a tie that nobody decided', () => {
  const told = (count: number) =>
    at(TIE_UNDECIDED, ['people'], { places: 1, count, tied: ['Ann', 'Ben'] }).message

  it('names those who tie, and shows where there are more', () => {
    expect(told(2)).toBe(
      'people: 2 tie for the last of 1 places: "Ann", "Ben". Decide between them, or let the policy say whether those who tie enter.',
    )
    expect(told(3)).toContain('"Ann", "Ben", ….')
  })
})
