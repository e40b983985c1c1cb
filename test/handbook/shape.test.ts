import { handbook } from 'sales-rules'
import * as entry from 'sales-rules/handbook'
import { describe, expect, it } from 'vitest'

describe('the handbook', () => {
  it('has one shape everywhere: the policies of the root are those of its entry, by the same names', () => {
    // The document of them all weighs more than any of them, and is had from the entry alone.
    const { handbookPolicy, ...policies } = entry
    expect(Object.keys(handbook).sort()).toEqual(Object.keys(policies).sort())
    for (const [name, policy] of Object.entries(policies))
      expect(handbook[name as keyof typeof handbook]).toBe(policy)
    expect(handbookPolicy.id).toBe('handbook')
  })
})
