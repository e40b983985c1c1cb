import { attempt } from 'sales-rules'
import { inCapitals } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'

describe('inCapitals', () => {
  // The examples of the People's Bank of China: Payment and Settlement Measures (1997), appendix 1, which lets 整 be left out after 角.
  it.each([
    ['1409.50', '人民币壹仟肆佰零玖元伍角整'],
    ['6007.14', '人民币陆仟零柒元壹角肆分'],
    ['1680.32', '人民币壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '人民币壹拾万柒仟元零伍角叁分'],
    ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '人民币叁佰贰拾伍元零肆分'],
  ])('writes %s as the published rules do', (amount, written) => {
    expect(inCapitals(amount, { locale: 'zh-CN', currency: 'CNY' })).toBe(written)
  })

  it.each([
    ['0', '人民币零元整'],
    ['0.05', '人民币伍分'],
    ['0.50', '人民币伍角整'],
    ['10', '人民币壹拾元整'],
    ['-1240.00', '负人民币壹仟贰佰肆拾元整'],
    ['100000001', '人民币壹亿零壹元整'],
    ['100100000', '人民币壹亿零壹拾万元整'],
    ['1000100000000', '人民币壹万零壹亿元整'],
    [
      '9999999999999999.99',
      '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分',
    ],
  ])('writes %s', (amount, written) => {
    expect(inCapitals(amount, { locale: 'zh-CN', currency: 'CNY' })).toBe(written)
  })

  it('names 10^12 as Taiwan does, and the currencies in its own characters', () => {
    const options = { locale: 'zh-TW', currency: 'TWD' } as const
    expect(inCapitals('1000000010000', options)).toBe('新臺幣壹兆零壹萬元整')
    expect(inCapitals('5', { ...options, currency: 'CNY' })).toBe('人民幣伍元整')
    expect(inCapitals('5', { ...options, currency: 'USD' })).toBe('USD伍元整')
  })

  it.each([
    ['0.005', 'CNY', 'NUMBER_TOO_PRECISE'],
    ['1e16', 'CNY', 'NUMBER_OUT_OF_RANGE'],
    ['-1e16', 'CNY', 'NUMBER_OUT_OF_RANGE'],
    ['x', 'CNY', 'NUMBER_INVALID'],
    ['1', 'XYZ', 'CURRENCY_UNKNOWN'],
  ])('refuses %s %s', (amount, currency, code) => {
    const result = attempt(() => inCapitals(amount, { locale: 'zh-CN', currency }))
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code])
  })
})
