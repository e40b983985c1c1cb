import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { digestOf } from '../../../src/kernel/policy/digest.js'
import { problemsOf } from '../refused.js'

describe('what has no digest', () => {
  it('is more than ten million values, however few objects they are made of', () => {
    let value: unknown = 0
    for (let level = 0; level < 50; level += 1) value = [value, value]
    expect(attempt(() => digestOf(value))).toMatchObject({
      issues: [{ code: 'VALUE_UNREADABLE', params: { limit: 10_000_000 } }],
    })
  })

  it('is a list of holes, told a thousand times at most', () => {
    expect(problemsOf(attempt(() => digestOf(new Array(4_000_000_000))))).toHaveLength(1000)
  })
})
