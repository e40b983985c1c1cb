import { handbook, scoreHealth, scoreHealthEach } from 'sales-rules'
import { expect, it } from 'vitest'

it('yields what scoreHealth says of each customer, in order, and is lazy', () => {
  let read = 0
  function* customers() {
    for (const purchase of [40, 101, 60]) {
      read += 1
      yield { interaction: 50, satisfaction: 80, purchase }
    }
  }
  const outcomes = scoreHealthEach(customers(), handbook.health)
  const whole = { interaction: 50, satisfaction: 80, purchase: 40 }
  expect(outcomes.next().value).toEqual({
    index: 0,
    ok: true,
    value: scoreHealth(whole, handbook.health),
  })
  expect(read).toBe(1)
  expect([...outcomes]).toMatchObject([
    { index: 1, ok: false, issues: [{ code: 'NUMBER_OUT_OF_RANGE', path: ['purchase'] }] },
    { index: 2, ok: true, value: { score: 65 } },
  ])
})

it('refuses a model that was not defined before anything is read', () => {
  expect(() => scoreHealthEach([], { ...handbook.health })).toThrow('defineHealthModel')
})
