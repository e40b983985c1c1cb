import { calculateCommission, defineCommissionPlan, handbook, settleCommission } from 'sales-rules'
import { diffOutcomes, explain, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'

const paid = (sales: string) => {
  const input = { payee: 'E-17', sales, target: '1000000' }
  return withInput(calculateCommission(input, handbook.commission), input)
}
const less = diffOutcomes(paid('1500000'), paid('900000'))

describe('diffOutcomes, explained', () => {
  it('says by how much, part by part, and what it came from', () => {
    const short = (locale: 'en' | 'zh-CN' | 'zh-TW') => explain(less, { locale, depth: 'short' })
    expect(short('en')).toBe(
      'It falls by CNY 50,000.00, from CNY 50,000.00 to CNY 0.00. tier “first”: CNY -30,000.00. tier “second”: CNY -20,000.00. Sales: 900,000.00 instead of 1,500,000.00. Gate: not met instead of met. Attainment: 90% instead of 150%.',
    )
    expect(short('zh-CN')).toContain('减少 50,000.00 元，由 50,000.00 元 变为 0.00 元。')
    expect(short('zh-TW')).toContain(
      '減少 人民幣 50,000.00 元，由 人民幣 50,000.00 元 變為 人民幣 0.00 元。',
    )
  })

  it('says what was paid beside the commission once, and every amount as it says others', () => {
    const plan = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
      cap: { year: '20000' },
      payment: {},
    })
    const adjustments = [{ id: 'B-1', amount: '1300', reason: 'jubilee' }]
    const [january, february] = settleCommission(
      {
        payee: 'Li',
        periods: [
          { period: '2026-01', sales: '150000' },
          { period: '2026-02', sales: '110000', adjustments },
        ],
      },
      plan,
    ).periods
    const found = diffOutcomes(january, february)
    // Of 11,000 the cap leaves 5,000.
    expect(explain(found, { locale: 'en', depth: 'short' })).toBe(
      'It falls by CNY 8,700.00, from CNY 15,000.00 to CNY 6,300.00. commission: CNY -10,000.00. by hand “B-1”: CNY 1,300.00. Sales: 110,000.00 instead of 150,000.00. Cap: CNY 6,000.00 instead of CNY 0.00.',
    )
    expect(explain(found, { locale: 'zh-CN', depth: 'short' })).toContain(
      '手工“B-1”：1,300.00 元。业绩：由 150,000.00 变为 110,000.00。封顶：由 0.00 元 变为 6,000.00 元。',
    )
    expect(explain(found, { locale: 'en' })).toMatch(/^Cap +0\.00 +6,000\.00$/m)
  })

  it('says that it rises, and that it stays', () => {
    const more = diffOutcomes(paid('900000'), paid('1500000'))
    expect(explain(more, { locale: 'en', depth: 'line' })).toBe(
      'It rises by CNY 50,000.00, from CNY 0.00 to CNY 50,000.00.',
    )
    const same = diffOutcomes(paid('1'), paid('2'))
    expect(explain(same, { locale: 'en', depth: 'line' })).toBe('It stays at CNY 0.00.')
  })

  it('has each place of the inputs in full', () => {
    const said = explain(less, { locale: 'en' })
    expect(said).toContain('sales               1500000  900000')
  })
})
