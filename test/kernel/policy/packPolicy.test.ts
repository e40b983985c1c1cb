import fc from 'fast-check'
import {
  attempt,
  calculateCommission,
  type Defined,
  defineCommissionPlan,
  defineCompensationPlan,
  definePolicy,
  handbook,
  packPolicy,
  policyOn,
  unpackPolicy,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { plans, throughJson, workings } from '../../arbitraries.rooms.js'

const ready = Object.entries(handbook).filter(([name]) => name !== 'clauses') as unknown as [
  string,
  Defined<object>,
][]
const plan = handbook.commission
const document = definePolicy({
  id: 'acme',
  versions: [
    {
      version: '2026',
      effectiveFrom: '2026-01-01',
      commission: plan,
      groups: { sdr: { commission: plan } },
    },
  ],
})
const codes = (packed: unknown) => {
  const result = attempt(() => unpackPolicy(packed as never))
  return result.ok ? [] : result.issues.map(({ code }) => code)
}

describe('packPolicy', () => {
  it.each(['Zürich', '上海', '🧧', '100% "\u2028"'])(
    'packs a plan named %j, and unpackPolicy makes it again: both digests write UTF-8',
    (id) => {
      const named = defineCommissionPlan({ ...throughJson(plan), id })
      expect(unpackPolicy(throughJson(packPolicy(named)))).toEqual(named)
    },
  )

  it.each(ready)('packs %s as JSON, of which unpackPolicy makes it again, frozen', (_, policy) => {
    const again = unpackPolicy(throughJson(packPolicy(policy)))
    expect(again).toEqual(policy)
    expect(Object.isFrozen(again)).toBe(true)
    expect(packPolicy(again)).toEqual(packPolicy(policy))
  })

  it('packs a document, whose sections then say the same of themselves', () => {
    const again = unpackPolicy(throughJson(packPolicy(document)))
    expect(again).toEqual(document)
    const sold = { sales: '1500000', target: '1500000' }
    for (const group of [{}, { group: 'sdr' }]) {
      const now = calculateCommission(sold, policyOn(again, '2026-05-01', group).commission)
      expect(now).toEqual(
        calculateCommission(sold, policyOn(document, '2026-05-01', group).commission),
      )
      expect(now.policy.effectiveFrom).toBe('2026-01-01')
    }
  })

  it('packs what is defined inside: the plans of components', () => {
    const policy = defineCompensationPlan({
      currency: 'CNY',
      components: [{ id: 'own', commission: plan }],
    })
    expect(unpackPolicy(throughJson(packPolicy(policy)))).toEqual(policy)
  })

  it('computes as before it was packed, whatever the plan and the sales', () => {
    fc.assert(
      fc.property(workings(), ({ plan: drawn, input }) => {
        const before = defineCommissionPlan(drawn)
        const after = unpackPolicy(throughJson(packPolicy(before)))
        const compute = (policy: typeof before) => attempt(() => calculateCommission(input, policy))
        expect(compute(after)).toEqual(compute(before))
      }),
    )
  })
})

describe('unpackPolicy', () => {
  it('refuses a policy of which any one value was changed', () => {
    fc.assert(
      fc.property(plans(), fc.nat(), (input, pick) => {
        const packed = throughJson(packPolicy(defineCommissionPlan(input)))
        const text = JSON.stringify(packed.policy)
        const digits = [...text.matchAll(/[1-8]/g)].map(({ index }) => index)
        fc.pre(digits.length > 0)
        const at = digits[pick % digits.length] ?? 0
        const changed = `${text.slice(0, at)}9${text.slice(at + 1)}`
        expect(codes({ ...packed, policy: JSON.parse(changed) })).toEqual(['POLICY_NOT_DEFINED'])
      }),
    )
  })

  it('refuses what is no packed policy, one of another form or version, and one that says it is of another kind', () => {
    const packed = packPolicy(plan)
    expect(codes(plan)).toContain('UNKNOWN_KEY')
    expect(codes('{}')).toEqual(['VALUE_INVALID'])
    expect(codes({ ...packed, format: 2 })).toEqual(['FORMAT_UNKNOWN'])
    expect(codes({ ...packed, version: '0.0.1' })).toEqual(['POLICY_NOT_DEFINED'])
    expect(codes({ ...packed, digest: '0'.repeat(64) })).toEqual(['POLICY_NOT_DEFINED'])
    expect(codes({ ...packed, parts: [] })).toEqual(['POLICY_NOT_DEFINED'])
    expect(codes({ ...packed, parts: undefined })).toEqual(['POLICY_NOT_DEFINED'])
    expect(codes({ ...packed, policy: { amount: 1n } })).toEqual(['POLICY_NOT_DEFINED'])
  })

  it('says which version of the library packed it, which this one is, and what makes it anew', () => {
    const older = { ...packPolicy(plan), version: '0.0.1' }
    const outcome = attempt(() => unpackPolicy(older))
    expect(outcome.ok ? [] : outcome.issues.map(({ message }) => message)).toEqual([
      `the policy given was defined by version 0.0.1 of sales-rules, and this is version ${packPolicy(plan).version}. Pass what defineCommissionPlan of this version returns.`,
    ])
  })

  it('leaves the packed policy as it is, to be unpacked again', () => {
    const packed = throughJson(packPolicy(plan))
    const before = JSON.stringify(packed)
    expect(unpackPolicy(packed)).not.toBe(unpackPolicy(packed))
    expect(JSON.stringify(packed)).toBe(before)
    expect(Object.isFrozen(packed.policy)).toBe(false)
  })
})
