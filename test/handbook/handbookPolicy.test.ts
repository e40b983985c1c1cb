import {
  amendPolicy,
  applyEdits,
  calculateCommission,
  checkPromotion,
  definePolicy,
  gradeScore,
  handbook,
  lintPolicy,
  packPolicy,
  policyOn,
  type SalesPolicyInput,
  unpackPolicy,
} from 'sales-rules'
import { handbookPolicy } from 'sales-rules/handbook'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const [version] = handbookPolicy.versions
const again = definePolicy(throughJson<SalesPolicyInput>(handbookPolicy as SalesPolicyInput))
const sold = { sales: '1500000', target: '1500000' }

/** The ready policies that are a section, under the name of the section. */
const { bantLeads: _, challengeAppraisal: __, clauses: ___, chinaCalendar, ...ready } = handbook
const sections = Object.entries({ ...ready, calendar: chinaCalendar })

describe('the handbook as a document', () => {
  it('equals what definePolicy makes of its JSON', () => {
    expect(again).toStrictEqual(handbookPolicy)
  })

  it('has every seal, first day and fingerprint that definePolicy gives', () => {
    expect(packPolicy(handbookPolicy)).toStrictEqual(packPolicy(again))
  })

  it('has each ready policy as a section, but for id and version as it is, and no other', () => {
    const {
      version: name,
      effectiveFrom,
      ...own
    } = version as unknown as Readonly<Record<string, object>>
    expect([name, effectiveFrom]).toEqual(['1', '2024-01-01'])
    expect(Object.keys(own).sort()).toEqual(sections.map(([key]) => key).sort())
    for (const [key, policy] of sections)
      expect(own[key]).toStrictEqual(
        key === 'calendar' ? policy : { ...policy, id: 'handbook', version: '1' },
      )
  })

  it('is frozen through and through', () => {
    const objectsIn = (value: unknown): object[] =>
      typeof value === 'object' && value !== null
        ? [value, ...Object.values(value).flatMap(objectsIn)]
        : []
    expect(objectsIn(handbookPolicy).filter((one) => !Object.isFrozen(one))).toEqual([])
  })

  it('pays, grades and promotes as the ready policies do, and says whose policy it was', () => {
    const { commission, grading, careers } = policyOn(handbookPolicy, '2026-03-31')
    const statement = calculateCommission(sold, commission)
    const { policy, ...rest } = calculateCommission(sold, handbook.commission)
    expect(statement).toEqual({ ...rest, policy: expect.anything() })
    expect(statement.policy).toMatchObject({
      id: 'handbook',
      version: '1',
      effectiveFrom: '2024-01-01',
    })
    expect(policy).toEqual({ id: 'handbook-commission', version: '1' })
    expect(gradeScore(92, grading).grade).toBe('S')
    expect(checkPromotion({}, 'sales-supervisor', careers).policy.id).toBe('handbook')
  })

  it('takes the id of a company, its sections with it', () => {
    const ours = applyEdits(handbookPolicy, [{ path: 'id', set: 'acme-sales' }])
    const ids = sections.map(([key]) => [
      key,
      (ours.versions[0] as unknown as Record<string, { id?: string }>)[key]?.id,
    ])
    expect(ids).toEqual(
      sections.map(([key]) => [key, key === 'calendar' ? undefined : 'acme-sales']),
    )
  })

  it('is amended, linted, packed and unpacked like any other', () => {
    const edits = [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }]
    const amended = amendPolicy(handbookPolicy, edits, '2026-07-01')
    const unpacked = unpackPolicy<typeof amended>(throughJson(packPolicy(amended)))
    const amounts = ['2026-06-30', '2026-07-01'].map(
      (date) => calculateCommission(sold, policyOn(unpacked, date).commission).amount,
    )
    expect(amounts).toEqual(['50000.00', '52500.00'])
    expect(
      lintPolicy(handbookPolicy).findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })
})
