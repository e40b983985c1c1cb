import { readFileSync } from 'node:fs'
import { inspect, isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { check, compiler, oncePerPolicy, seal } from '../../../src/kernel/policy/defined.js'
import { VERSION } from '../../../src/kernel/policy/version.js'
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
        params: { reason: 'other-kind', given: 'defineScale', define: 'defineCalendar' },
        message:
          'the policy given does not come from defineCalendar, but from defineScale. Pass what the first returns.',
      }),
    )
  })

  it('is still plain JSON, and equal to what it was made of', () => {
    const policy = seal('Scale', { tiers: [1] })
    expect(JSON.stringify(policy)).toBe('{"tiers":[1]}')
    expect(inspect(policy)).toBe('{ tiers: [ 1 ] }')
    expect(isDeepStrictEqual(policy, { tiers: [1] })).toBe(true)
  })

  const scale = seal('Scale', { tiers: [] })
  it.each([
    ['a copy', { ...scale }],
    ['a copy from JSON', JSON.parse(JSON.stringify(scale))],
    ['a proxy of it', new Proxy(scale, {})],
    ['an object that inherits from it', Object.create(scale)],
    ['a copy with every property of it', withAllOf(scale)],
    ['a proxy that throws', new Proxy(scale, { get: () => expect.fail() })],
    ['a structured clone', structuredClone(scale)],
    ['null', null],
    ['nothing', undefined],
    ['a text', 'Scale'],
  ])('is not %s', (_, policy) => {
    expect(required(policy)).toMatchObject({ issues: [{ code: 'POLICY_NOT_DEFINED' }] })
  })

  it('says whether nothing, a copy or a policy of another kind was given', () => {
    const said = (policy: unknown) => {
      const result = required(policy)
      return result.ok ? '' : result.issues[0]?.message
    }
    expect(said(undefined)).toBe(
      'the policy given does not come from defineScale: it is undefined. Pass what that returns.',
    )
    expect(said('Scale')).toContain(': it is "Scale".')
    expect(said({ ...scale })).toContain(': it is a copy, or was read from JSON.')
    expect(said(seal('LeadModel', {}))).toContain(', but from defineLeadModel.')
  })
})

function withAllOf<Value extends object>(value: Value): Value {
  return Object.defineProperties({}, Object.getOwnPropertyDescriptors(value)) as Value
}

/** A policy as another copy of the library leaves it: what it marks is the contract between copies. */
function definedElsewhere(kind: string, version: string): object {
  const policy = { tiers: [] }
  const mark = { kind, version, policy }
  Object.defineProperty(policy, Symbol.for('sales-rules/defined'), { value: mark })
  return Object.freeze(policy)
}

describe('a policy that another copy of the library has defined', () => {
  it('is taken, if it is of the same version', () => {
    expect(required(definedElsewhere('Scale', VERSION))).toEqual(answered(undefined))
    expect(required(definedElsewhere('Calendar', VERSION))).toMatchObject({ ok: false })
  })

  it('is refused, if it is of another version, which is named', () => {
    expect(required(definedElsewhere('Scale', '0.0.1'))).toEqual(
      refused({
        code: 'POLICY_NOT_DEFINED',
        path: [],
        params: {
          reason: 'other-version',
          define: 'defineScale',
          definedBy: '0.0.1',
          version: VERSION,
        },
        message:
          `the policy given was defined by version 0.0.1 of sales-rules, and this is version ${VERSION}. ` +
          `Pass what defineScale of this version returns.`,
      }),
    )
  })

  it('has its version from package.json', () => {
    expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })
})

describe('compiler', () => {
  interface Sized {
    readonly size: number
  }
  const twiceIn = compiler('Scale', ({ size }: Sized) => ({ twice: size * 2 }))

  it('compiles each defined policy once', () => {
    const [one, two] = [seal('Scale', { size: 1 }), seal('Scale', { size: 2 })]
    expect([twiceIn(one), twiceIn(two)]).toEqual([{ twice: 2 }, { twice: 4 }])
    expect(twiceIn(one)).toBe(twiceIn(one))
  })

  it('refuses, each time, what was not defined', () => {
    const policies = [{ size: 1 }, seal('Calendar', { size: 1 }), null as never, 'Scale' as never]
    for (const policy of [...policies, ...policies]) {
      const outcome = attempt(() => twiceIn(policy))
      expect(outcome).toMatchObject({ issues: [{ code: 'POLICY_NOT_DEFINED' }] })
    }
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
