import { describe, expect, it } from 'vitest'
import { chart, type Picture } from '../../../src/explain/index.js'
import { attempt, calculateCommission, handbook, splitTarget } from '../../../src/index.js'
import { all, parse, rowsOf, said } from './reading.js'

const titleOf = (picture: Picture) => said(chart(picture, { locale: 'en' })).title
const messages = (picture: Picture) => {
  const result = attempt(() => chart(picture, { locale: 'en' }))
  return result.ok ? [] : result.issues.map(({ message }) => message)
}

describe('the year to date', () => {
  const target = splitTarget('300000', '2026-Q1', { into: 'month' })
  const month = (period: string, sales: string) =>
    calculateCommission({ payee: 'Ann', period, sales, target: '100000' }, handbook.commission)
  const [january, february] = [month('2026-01', '90000'), month('2026-02', '105000.50')]
  const of = (...statements: (typeof january)[]) =>
    ({ kind: 'year-to-date', target, statements }) as const

  it('has what was sold, what was due, and how far the year has come, for its title', () => {
    expect(titleOf(of(january, february))).toBe(
      'Ann: behind the target: CNY 195,000.50 sold in 2 of 3 periods, CNY 200,000.00 due, of CNY 300,000.00 in all.',
    )
    expect(titleOf(of(month('2026-01', '100000')))).toContain('level with the target')
    expect(titleOf(of(month('2026-01', '100000.01')))).toContain('ahead of the target')
  })

  it('does not depend on the order of statements', () => {
    expect(chart(of(february, january), { locale: 'zh-CN' })).toBe(
      chart(of(january, february), { locale: 'zh-CN' }),
    )
  })

  it('has each period in its table, and nothing for those that have not come', () => {
    expect(rowsOf(chart(of(january, february), { locale: 'en', format: 'html' }))).toEqual([
      ['Period', 'Target (CNY)', 'Sales (CNY)', 'Target to date (CNY)', 'Sales to date (CNY)'],
      ['2026-01', '100,000.00', '90,000.00', '100,000.00', '90,000.00'],
      ['2026-02', '100,000.00', '105,000.50', '200,000.00', '195,000.50'],
      ['2026-03', '100,000.00', '', '300,000.00', ''],
    ])
  })

  it('says the year once, in the title of its axis', () => {
    const { texts } = said(chart(of(january), { locale: 'en' }))
    expect(texts).toContain('Period (2026)')
    expect(texts.filter((text) => /^\d\d$/.test(text))).toEqual(['01', '02', '03'])
  })

  it('refuses a period without a statement before one that has one', () => {
    expect(messages(of(february))).toEqual([
      'picture.statements: is missing, expected a statement of 2026-01, as there is one of a later period.',
    ])
  })

  it('refuses a period twice, one of another target, and two currencies', () => {
    expect(messages(of(january, january))).toEqual([
      'picture.statements[1].period: has two statements of "2026-01": give the one that counts.',
    ])
    expect(messages(of(month('2026-04', '1')))).toEqual([
      'picture.statements[0].period: got "2026-04", expected a part of the target: 2026-01, or another one.',
    ])
    expect(messages(of(january, { ...february, currency: 'TWD' }))).toEqual([
      'picture.statements[1].currency: got TWD, and the rest of the picture is in CNY.',
    ])
  })
})

describe('a waterfall', () => {
  const change = {
    payee: 'Ann',
    currency: 'CNY',
    was: '46500.00',
    is: '49120.00',
    difference: '2620.00',
    parts: [
      { id: 'K-118', label: 'New order K-118', difference: '3500.00' },
      { id: 'K-093', label: 'Clawback of K-093', difference: '-1200.00' },
      { id: 'rate', difference: '320.00' },
    ],
  }

  it('has both amounts and the largest part for its title', () => {
    expect(titleOf({ kind: 'waterfall', change })).toBe(
      'Ann: pay rises from CNY 46,500.00 to CNY 49,120.00 (+2,620.00). Most by: New order K-118 (+3,500.00).',
    )
    expect(said(chart({ kind: 'waterfall', change }, { locale: 'zh-TW' })).title).toBe(
      'Ann：獎金由 人民幣 46,500.00 元 升至 人民幣 49,120.00 元（+2,620.00）。影響最大：New order K-118（+3,500.00）。',
    )
  })

  it('says that pay falls, or stays', () => {
    const down = { ...change, is: '46000.00', difference: '-500.00' }
    const parts = [{ id: 'rate', difference: '-500.00' }]
    expect(titleOf({ kind: 'waterfall', change: { ...down, payee: null, parts } })).toBe(
      'Pay falls from CNY 46,500.00 to CNY 46,000.00 (-500.00). Most by: rate (-500.00).',
    )
    const same = { ...change, is: change.was, difference: '0.00', parts: [] }
    expect(titleOf({ kind: 'waterfall', change: same })).toBe('Ann: pay stays at CNY 46,500.00.')
  })

  it('starts each bar where the one before it ended', () => {
    const svg = parse(chart({ kind: 'waterfall', change }, { locale: 'en' }))
    const bars = all(svg, 'rect').filter((one) => Number(one.attributes['height']) === 16)
    const ends = bars.map(({ attributes }) => {
      const start = Number(attributes['x'])
      const end = start + Number(attributes['width'])
      return attributes['class'] === 'sr-second-hollow' ? [end, start] : [start, end]
    })
    expect(ends).toHaveLength(5)
    for (const index of [1, 2, 3])
      expect(ends[index]?.[0]).toBeCloseTo(ends[index - 1]?.[1] ?? Number.NaN, 1)
    expect(ends[4]?.[1]).toBeCloseTo(ends[3]?.[1] ?? Number.NaN, 1)
  })

  it('has all parts in its table', () => {
    const html = chart({ kind: 'waterfall', change }, { locale: 'en', format: 'html' })
    expect(rowsOf(html)).toEqual([
      ['What', 'Pay (CNY)'],
      ['Before', '46,500.00'],
      ['New order K-118', '+3,500.00'],
      ['Clawback of K-093', '-1,200.00'],
      ['rate', '+320.00'],
      ['After', '49,120.00'],
    ])
  })

  it('draws the largest of many parts, and the others as one', () => {
    const parts = Array.from({ length: 30 }, (_, index) => ({
      id: `part ${index}`,
      difference: index === 29 ? '2620.00' : index % 2 === 0 ? '10.00' : '-10.00',
    }))
    const balanced = [...parts, { id: 'rest', difference: '-10.00' }]
    const { texts } = said(
      chart({ kind: 'waterfall', change: { ...change, parts: balanced } }, { locale: 'en' }),
    )
    expect(texts).toContain('part 29')
    expect(texts).toContain('20 other parts')
    expect(texts.filter((text) => text.startsWith('part '))).toHaveLength(11)
  })

  it('refuses parts that do not add up', () => {
    const parts = change.parts.slice(1)
    expect(messages({ kind: 'waterfall', change: { ...change, parts } })).toEqual([
      'picture.change.parts: got parts that add up to -880.00, expected 2620, by which the amount has changed.',
    ])
  })
})
