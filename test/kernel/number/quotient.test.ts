import { describe, expect, it } from 'vitest'
import { compare, ZERO } from '../../../src/kernel/number/fraction.js'
import { isQuotient, readQuotient } from '../../../src/kernel/number/quotient.js'
import { collected, problemsOf } from '../refused.js'

const read = (fact: unknown) => collected((issues) => readQuotient(fact, ['fact'], issues))

describe('readQuotient', () => {
  it.each([
    [
      { actual: 12, target: 1 },
      { n: 12n, d: 1n },
    ],
    [
      { actual: '-0.5', target: '2' },
      { n: -1n, d: 4n },
    ],
    [
      { actual: 1, target: 3 },
      { n: 1n, d: 3n },
    ],
    [{ actual: 0, target: 3 }, ZERO],
  ])('divides exactly: %j', (fact, expected) => {
    const quotient = read(fact)
    expect(quotient.ok && quotient.value && compare(quotient.value, expected)).toBe(0)
  })

  it.each([
    [{ actual: 1 }, ['VALUE_MISSING fact.target']],
    [{ actual: 1, target: null }, ['VALUE_MISSING fact.target']],
    [{ actual: 1, target: 0 }, ['NUMBER_OUT_OF_RANGE fact.target']],
    [{ actual: 1, target: '-1' }, ['NUMBER_OUT_OF_RANGE fact.target']],
    [{ actual: 'x', target: 'y' }, ['NUMBER_INVALID fact.actual', 'NUMBER_INVALID fact.target']],
    [{ actual: 1, target: 1, of: 1 }, ['UNKNOWN_KEY fact.of']],
    [[1, 1], ['VALUE_INVALID fact']],
  ])('refuses %j, and names everything that is wrong', (fact, problems) => {
    expect(problemsOf(read(fact))).toEqual(problems)
  })
})

describe('isQuotient', () => {
  const throwing = new Proxy(
    { actual: 1 },
    {
      getOwnPropertyDescriptor() {
        throw new Error('never seen')
      },
    },
  )
  const hiding = (actual: unknown) =>
    Object.defineProperty({ points: 1 }, 'actual', { value: actual })

  it.each([
    [{ actual: 1, target: 1 }, true],
    [{ actual: 1 }, true],
    [{ target: 1 }, true],
    [{ actual: undefined, target: 1 }, true],
    [{ actual: null }, true],
    [{ actual: undefined }, false],
    [hiding(1), true],
    [hiding(undefined), false],
    [Object.create({ actual: 1 }), false],
    [1.2, false],
    ['actual', false],
    [null, false],
    [undefined, false],
    [throwing, false],
  ])('%#: looks at own fields that have something, and never throws', (fact, expected) => {
    expect(isQuotient(fact)).toBe(expected)
  })
})
