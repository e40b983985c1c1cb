import { expect, it } from 'vitest'
import { decimalsOf } from '../../../src/kernel/number/currency.js'

// ISO 4217, list one (SIX, "Current currency & funds"): the column "minor unit".
it.each([
  ['CNY', 2],
  ['USD', 2],
  ['EUR', 2],
  ['HKD', 2],
  ['IDR', 2],
  ['TWD', 2],
  ['ZWG', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['VND', 0],
  ['CLP', 0],
  ['XOF', 0],
  ['BHD', 3],
  ['KWD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['UYW', 4],
])('%s has %i decimals', (code, decimals) => {
  expect(decimalsOf(code)).toBe(decimals)
})

it.each(['', 'usd', 'US', 'USD ', 'RMB', 'XXX', 'constructor', '__proto__'])(
  'knows no currency "%s"',
  (code) => {
    expect(decimalsOf(code)).toBe(undefined)
  },
)

it('lists 160 currencies; a change is deliberate', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  const counts = new Map<number, number>()
  for (const code of codes) {
    const decimals = decimalsOf(code)
    if (decimals !== undefined) counts.set(decimals, (counts.get(decimals) ?? 0) + 1)
  }
  expect([...counts].sort()).toEqual([
    [0, 17],
    [2, 134],
    [3, 7],
    [4, 2],
  ])
})
