import { describe, expect, it } from 'vitest'
import { grouped, inUnitsOf, percent } from '../../../src/explain/format/numbers.js'

describe('numbers for people', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['-1000', '-1,000'],
    ['1234567.50', '1,234,567.50'],
    ['1000/3', '1,000/3'],
  ])('%s is %s', (value, written) => {
    expect(grouped(value)).toBe(written)
  })

  it.each([
    ['0', '0%'],
    ['0.04', '4%'],
    ['0.045', '4.5%'],
    ['1', '100%'],
    ['12.5', '1,250%'],
    ['-0.005', '-0.5%'],
    ['0.123456', '12.3456%'],
    ['1.067240147368', '106.72…%'],
    ['0.999999999999', '99.99…%'],
    ['1.000000000001', '100.00…%'],
    ['1/3', '1/3 × 100%'],
  ])('%s is the percentage %s', (ratio, written) => {
    expect(percent(ratio)).toBe(written)
  })

  it.each([
    ['9999.99', '9,999.99'],
    ['10000', '1万'],
    ['-10000.00', '-1万'],
    ['38000.00', '3.8万'],
    ['1234567.89', '123.456789万'],
    ['99999999.99', '9,999.999999万'],
    ['100000000', '1亿'],
    ['1234567890123.45', '12,345.6789012345亿'],
    ['100000/3', '100,000/3'],
  ])('%s in ten thousands is %s', (value, written) => {
    const units = [
      { power: 8, name: '亿' },
      { power: 4, name: '万' },
    ]
    expect(inUnitsOf(units, value)).toBe(written)
  })

  it.each(['', 'x', '1e5', '1,000', '--1'])('%j is no number', (text) => {
    expect(() => grouped(text)).toThrow(TypeError)
    expect(() => percent(text)).toThrow(TypeError)
  })
})
