import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/issue.js'
import { check, oncePerPolicy, seal } from '../../../src/kernel/policy/defined.js'
import { answered, refused } from '../refused.js'

const required = (policy: unknown) => attempt(() => check(policy, 'Scale'))

describe('a defined policy', () => {
  it('is the object itself, frozen through and through', () => {
    const policy = { mode: 'marginal', tiers: [{ id: 'all' }], note: null }
    const sealed = seal('Scale', policy)
    expect(sealed).toBe(policy)
    expect([policy, policy.tiers, policy.tiers[0]].every(Object.isFrozen)).toBe(true)
    expect(() => Object.assign(policy, { mode: 'other' })).toThrow(TypeError)
  })

  it('is known for what it is, and for nothing else', () => {
    const scale = seal('Scale', { tiers: [] })
    expect(required(scale)).toEqual(answered(undefined))
    expect(attempt(() => check(scale, 'Calendar'))).toEqual(
      refused({
        code: 'POLICY_NOT_DEFINED',
        path: [],
        params: { define: 'defineCalendar' },
        message:
          'the policy given is not a defined Calendar. Pass it through defineCalendar first and use what that returns.',
      }),
    )
  })

  it('is still plain JSON', () => {
    expect(JSON.stringify(seal('Scale', { tiers: [1] }))).toBe('{"tiers":[1]}')
  })

  const scale = seal('Scale', { tiers: [] })
  it.each([
    ['a copy', { ...scale }],
    ['a copy from JSON', JSON.parse(JSON.stringify(scale))],
    ['a proxy of it', new Proxy(scale, {})],
    ['an object that inherits from it', Object.create(scale)],
    ['null', null],
    ['nothing', undefined],
    ['a text', 'Scale'],
  ])('is not %s', (_, policy) => {
    expect(required(policy)).toMatchObject({ issues: [{ code: 'POLICY_NOT_DEFINED' }] })
  })
})

describe('what is made of a policy', () => {
  it('is made once for each', () => {
    let made = 0
    const count = oncePerPolicy((policy: { readonly size: number }) => {
      made += 1
      return { twice: policy.size * 2 }
    })
    const [one, two] = [{ size: 1 }, { size: 2 }]
    expect([count(one), count(two), count(one)]).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 2 }])
    expect(count(one)).toBe(count(one))
    expect(made).toBe(2)
  })
})
