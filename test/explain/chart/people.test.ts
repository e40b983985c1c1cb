import { describe, expect, it } from 'vitest'
import { chart, type Picture } from '../../../src/explain/index.js'
import { attempt, calculateCommission, defineCommissionPlan, handbook } from '../../../src/index.js'
import { reviewPay } from '../../../src/scenario/index.js'
import { all, parse, rowsOf, said } from './reading.js'

const statementOf = (sales: string, target = '100000') =>
  calculateCommission({ payee: 'Ann', sales, target }, handbook.commission)
const titleOf = (picture: Picture) => said(chart(picture, { locale: 'en' })).title
const codes = (call: () => unknown) => {
  const result = attempt(call)
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('a histogram of attainment', () => {
  // 0, 79.99%, 80%, 119.99%, 120% and 500%: on a threshold, and beside it.
  const sales = ['0', '79990', '80000', '119990', '120000', '500000']
  const statements = sales.map((one) => statementOf(one))

  it('has how many are near their target for its title', () => {
    expect(titleOf({ kind: 'attainment', statements })).toBe(
      '2 of 6 people are at 80% to below 120% of their target.',
    )
    expect(said(chart({ kind: 'attainment', statements }, { locale: 'zh-TW' })).title).toBe(
      '6 人中有 2 人的達成率在 80%（含）至 120%（不含）之間。',
    )
  })

  it('counts who is on a threshold above it', () => {
    const html = chart({ kind: 'attainment', statements }, { locale: 'en', format: 'html' })
    expect(rowsOf(html)).toEqual([
      ['Attainment', 'People'],
      ['0% to below 20%', '1'],
      ['20% to below 40%', '0'],
      ['40% to below 60%', '0'],
      ['60% to below 80%', '1'],
      ['80% to below 100%', '1'],
      ['100% to below 120%', '1'],
      ['120% to below 140%', '1'],
      ['140% to below 160%', '0'],
      ['160% to below 180%', '0'],
      ['180% to below 200%', '0'],
      ['200% and more', '1'],
      ['80% to below 120%', '2'],
      ['All', '6'],
    ])
  })

  it('starts and ends with whom there is, and always has those near their target', () => {
    const html = chart(
      { kind: 'attainment', statements: [statementOf('-5000')] },
      { locale: 'en', format: 'html' },
    )
    expect(rowsOf(html).map(([name]) => name)).toEqual([
      ...['Attainment', 'below 0%', '0% to below 20%', '20% to below 40%', '40% to below 60%'],
      ...[
        '60% to below 80%',
        '80% to below 100%',
        '100% to below 120%',
        '80% to below 120%',
        'All',
      ],
    ])
  })

  it('says who has no attainment', () => {
    const plan = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] },
    })
    const without = calculateCommission({ sales: '5' }, plan)
    const picture = { kind: 'attainment', statements: [...statements, without] } as const
    expect(titleOf(picture)).toContain('2 of 6 people')
    expect(said(chart(picture, { locale: 'en' })).texts).toContain(
      'Without an attainment, and not drawn: 1.',
    )
  })

  it('refuses nobody, and more than 100,000', () => {
    expect(codes(() => chart({ kind: 'attainment', statements: [] }, { locale: 'en' }))).toEqual([
      ['VALUE_INVALID', 'picture.statements'],
    ])
    const many = new Array(100_001).fill(statements[0])
    expect(codes(() => chart({ kind: 'attainment', statements: many }, { locale: 'en' }))).toEqual([
      ['VALUE_UNREADABLE', 'picture.statements'],
    ])
  })
})

describe('pay against attainment', () => {
  const roster = [
    { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
    { id: 'Ben', input: { sales: '676000', target: '650000' } },
    { id: 'Dan', input: { sales: '2002000', target: '2000000' } },
  ]
  const people = roster.map(({ id, input }) => ({
    id,
    statement: calculateCommission(input, handbook.commission),
  }))
  const review = reviewPay(roster, handbook.commission)
  const picture = { kind: 'pay-against-attainment', people, review } as const

  it('has how many pairs are the wrong way round, and the largest, for its title', () => {
    expect(review.inversions.count).toBe(2)
    expect(titleOf(picture)).toBe(
      'Pairs in which the one who attained less is paid more: 2. The largest: Dan over Ben, by CNY 49,820.00.',
    )
  })

  it('says of each pair who is paid what', () => {
    const { texts } = said(chart(picture, { locale: 'en', width: 1000 }))
    expect(texts).toContain(
      'Dan attained less than Ben and is paid CNY 70,100.00; Ben is paid CNY 20,280.00.',
    )
    expect(texts.filter((text) => /^[A-E]$/.test(text))).toEqual(['A', 'B', 'A', 'B'])
  })

  it('says that there is no such pair', () => {
    const [ann] = people
    if (ann === undefined) throw new Error('nobody')
    const alone = reviewPay(roster.slice(0, 1), handbook.commission)
    expect(titleOf({ kind: 'pay-against-attainment', people: [ann], review: alone })).toBe(
      'Nobody who attained less is paid more.',
    )
  })

  it('draws dots that fall together once, and says so', () => {
    const [ann] = people
    if (ann === undefined) throw new Error('nobody')
    const many = Array.from({ length: 20_000 }, (_, index) => ({ ...ann, id: `p${index}` }))
    const crowded = { ...picture, people: [...people, ...many] }
    const svg = chart(crowded, { locale: 'en' })
    expect(said(svg).texts).toContain('Dots at the same place are drawn once.')
    const dots = all(parse(svg), 'path').find((one) => one.attributes['class']?.includes('sr-dots'))
    expect(dots?.attributes['d']?.match(/M/g)).toHaveLength(3)
    const html = chart(crowded, { locale: 'en', format: 'html' })
    expect(all(parse(html), 'caption')[0]?.children.join('')).toContain(
      'The first 1,000 of 20,003 rows.',
    )
  })

  it('never has more dots than there is room for', () => {
    const [ann] = people
    if (ann === undefined) throw new Error('nobody')
    const spread = Array.from({ length: 50_000 }, (_, index) => ({
      id: `p${index}`,
      statement: {
        ...ann.statement,
        attainment: `${((index * 7919) % 50_000) / 20_000}`,
        amount: `${(index * 104_729) % 100_000}.00`,
      },
    }))
    const alone = reviewPay(roster.slice(0, 1), handbook.commission)
    const crowded = { kind: 'pay-against-attainment', people: spread, review: alone } as const
    expect(chart(crowded, { locale: 'en' }).length).toBeLessThan(250_000)
  })

  it('refuses a review of others, and people without a target', () => {
    const others = { ...picture, people: people.slice(0, 1) }
    expect(codes(() => chart(others, { locale: 'en' }))).toEqual([
      ['VALUE_INVALID', 'picture.review.inversions.largest.0.less'],
      ['VALUE_INVALID', 'picture.review.inversions.largest.0.more'],
      ['VALUE_INVALID', 'picture.review.inversions.largest.1.less'],
    ])
    const [ann] = people
    if (ann === undefined) throw new Error('nobody')
    const without = { ...ann, statement: { ...ann.statement, attainment: null } }
    expect(codes(() => chart({ ...picture, people: [without] }, { locale: 'en' }))).toEqual([
      ['VALUE_MISSING', 'picture.people.0.statement.attainment'],
    ])
  })
})
