import { attempt, handbook, servicePackage } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { care } = handbook

describe('servicePackage', () => {
  it('lists what a tier is served, what of it is missing and what was more (HEA-11)', () => {
    const received = ['priority-support', 'gift', 'gift']
    expect(servicePackage({ tier: 'vip', received }, care)).toEqual({
      tier: 'vip',
      services: [
        'dedicated-owner',
        'daily-follow-up',
        'quarterly-product-check',
        'priority-support',
      ],
      missing: ['dedicated-owner', 'daily-follow-up', 'quarterly-product-check'],
      beyond: ['gift'],
      policy: { id: 'handbook-care', version: '1' },
      clauses: ['HEA-11'],
    })
    const { services, missing } = servicePackage({ tier: 'ordinary' }, care)
    expect(missing).toEqual(services)
  })

  it.each([
    [{ tier: 'VIP' }, 'NOT_IN_POLICY', ['customer', 'tier']],
    [{}, 'VALUE_MISSING', ['customer', 'tier']],
    [{ tier: 'vip', received: ['', 1] }, 'VALUE_INVALID', ['customer', 'received', 0]],
    [null, 'VALUE_MISSING', ['customer']],
  ])('refuses %j', (customer, code, path) => {
    const outcome = attempt(() => servicePackage(customer as never, care))
    expect(outcome.ok ? [] : outcome.issues[0]).toMatchObject({ code, path })
  })
})
