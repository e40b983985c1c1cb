import { calculateCommission, handbook } from 'sales-rules'
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
      'It falls by CNY 50,000.00, from CNY 50,000.00 to CNY 0.00. tier “first”: CNY -30,000.00. tier “second”: CNY -20,000.00. Sales: 900000.00 instead of 1500000.00. Gate: unmet instead of met. Attainment: 0.9 instead of 1.5.',
    )
    expect(short('zh-CN')).toContain('减少 50,000.00 元，由 50,000.00 元 变为 0.00 元。')
    expect(short('zh-TW')).toContain(
      '減少 人民幣 50,000.00 元，由 人民幣 50,000.00 元 變為 人民幣 0.00 元。',
    )
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
