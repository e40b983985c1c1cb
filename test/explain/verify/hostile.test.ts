import { calculateCommission, handbook } from 'sales-rules'
import { diffOutcomes, verify, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../../src/kernel/policy/version.js'
import { fault, faultsOf, hostile } from '../../hostileValues.js'

const { commission } = handbook
const input = {
  payee: 'Li',
  period: '2026-Q1',
  lines: [{ id: 'O-1', amount: '1500000' }],
  target: '1',
}
const statement = JSON.parse(JSON.stringify(calculateCommission(input, commission)))

const calls = [
  ['verify', verify, [statement, commission, input, { of: 'calculateCommission' }]],
  ['verify what is recorded', verify, [{ ...statement, input }, commission]],
  [
    'diffOutcomes',
    diffOutcomes,
    [
      { ...statement, input },
      { ...statement, input },
    ],
  ],
  ['withInput', withInput, [statement, input]],
] as const

describe('hostile values', () => {
  it.each(calls)('%s refuses them or takes them for what they are', (_name, run, given) => {
    expect(fault(run, given)).toBeNull()
    expect([...faultsOf(run, given)]).toEqual([])
  })

  it.each(Object.entries(hostile))('%s is no packed policy', (_name, value) => {
    const packed = {
      format: 1,
      version: VERSION,
      kind: value,
      digest: value,
      parts: [],
      policy: {},
    }
    for (const one of [packed, { ...packed, kind: 'Calendar', digest: '', policy: value }])
      expect(fault(verify, [{ ...statement, input: { sales: one } }, commission])).toBeNull()
  })
})
