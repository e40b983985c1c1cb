import { describe, expect, it } from 'vitest'
import { chart } from '../../../src/explain/index.js'
import {
  attempt,
  calculateCommission,
  commissionCurve,
  defineCommissionPlan,
  handbook,
} from '../../../src/index.js'
import { curvesOf } from '../../../src/scenario/index.js'
import { all, parse, rowsOf, said } from './reading.js'

const target = '1200000'
const curve = commissionCurve(handbook.commission, { target })
const statement = calculateCommission(
  { payee: 'Ann', sales: '1500000', target },
  handbook.commission,
)

const whole = defineCommissionPlan({
  currency: 'CNY',
  scale: {
    mode: 'whole-amount',
    boundary: 'upper-tier',
    tiers: [
      { id: 'low', upTo: '100000', rate: '0.05' },
      { id: 'high', upTo: null, rate: '0.04' },
    ],
  },
})
const flat = defineCommissionPlan({
  currency: 'CNY',
  scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] },
})

describe('a payout curve', () => {
  it('has where somebody stands, and what comes next, for its title', () => {
    const { title } = said(chart({ kind: 'payout-curve', curve, statement }, { locale: 'en' }))
    expect(title).toBe(
      'Ann: sales of CNY 1,500,000.00 pay CNY 50,000.00. CNY 500,000.00 more, and each further unit earns 5%.',
    )
  })

  it('says the same in Chinese', () => {
    const titles = (['zh-CN', 'zh-TW'] as const).map(
      (locale) => said(chart({ kind: 'payout-curve', curve, statement }, { locale })).title,
    )
    expect(titles).toEqual([
      'Ann：业绩 1,500,000.00 元，提成 50,000.00 元。再增加 500,000.00 元，超出部分按 5% 计提。',
      'Ann：業績 人民幣 1,500,000.00 元，業績獎金 人民幣 50,000.00 元。再增加 人民幣 500,000.00 元，超出部分以 5% 計算。',
    ])
  })

  it.each([
    ['CNY', 'zh-CN', '业绩（万元）'],
    ['EUR', 'zh-CN', '业绩（万 EUR）'],
    ['CNY', 'zh-TW', '業績（人民幣萬元）'],
    ['EUR', 'zh-TW', '業績（萬 EUR）'],
    ['EUR', 'en', 'Sales (million EUR)'],
  ] as const)('names the currency of its axes: %s in %s', (currency, locale, axis) => {
    const tiers = [
      { id: 'first', upTo: '10000000', rate: '0.03' },
      { id: 'second', upTo: null, rate: '0.04' },
    ]
    const plan = defineCommissionPlan({ currency, scale: { mode: 'marginal', tiers } })
    const picture = { kind: 'payout-curve', curve: commissionCurve(plan, {}) } as const
    expect(said(chart(picture, { locale })).texts).toContain(axis)
  })

  it('says to what pay jumps next, where it does', () => {
    const below = calculateCommission({ sales: '1150000', target }, handbook.commission)
    const titles = (['en', 'zh-CN', 'zh-TW'] as const).map(
      (locale) => said(chart({ kind: 'payout-curve', curve, statement: below }, { locale })).title,
    )
    expect(titles).toEqual([
      'Sales of CNY 1,150,000.00 pay CNY 0.00. CNY 50,000.00 more, and pay jumps to CNY 38,000.00.',
      '业绩 1,150,000.00 元，提成 0.00 元。再增加 50,000.00 元，提成跳升至 38,000.00 元。',
      '業績 人民幣 1,150,000.00 元，業績獎金 人民幣 0.00 元。再增加 人民幣 50,000.00 元，獎金跳升至 人民幣 38,000.00 元。',
    ])
  })

  it('has a cliff for its title, where nobody stands on it', () => {
    const [cliff] = curvesOf([whole])
    if (cliff === undefined) throw new Error('no curve')
    expect(said(chart({ kind: 'payout-curve', curve: cliff }, { locale: 'en' })).title).toBe(
      'At sales of CNY 100,000.00, pay falls from CNY 5,000.00 to CNY 4,000.00; each further unit earns 4%.',
    )
  })

  it('has the jump, or the last bend, for its title where there is no cliff', () => {
    expect(said(chart({ kind: 'payout-curve', curve }, { locale: 'en' })).title).toBe(
      'At sales of CNY 1,200,000.00, pay jumps from CNY 0.00 to CNY 38,000.00; each further unit earns 4%.',
    )
    const upTo = '50000'
    const straight = commissionCurve(flat, { upTo })
    expect(said(chart({ kind: 'payout-curve', curve: straight }, { locale: 'en' })).title).toBe(
      'Each unit of sales earns 3%, from the first one on.',
    )
  })

  it('has letters at its breakpoints, and a key that says what happens there', () => {
    const { texts } = said(chart({ kind: 'payout-curve', curve }, { locale: 'en', width: 800 }))
    expect(texts).toContain('Sales (thousand CNY)')
    expect(texts).toContain('Pay (thousand CNY)')
    expect(texts.filter((text) => ['A', 'B', 'C'].includes(text))).toEqual(['A', 'B', 'A', 'B'])
    expect(texts).toContain(
      'From CNY 2,000,000.00 on, each further unit of sales earns 5%; below, 4%.',
    )
  })

  it('goes on beyond its last breakpoint, and stops where it was cut', () => {
    const lineOf = (svg: string) =>
      all(parse(svg), 'path').find((path) => path.attributes['class'] === 'sr-first-line')
        ?.attributes['d'] ?? ''
    const open = lineOf(chart({ kind: 'payout-curve', curve }, { locale: 'en' }))
    const cut = commissionCurve(handbook.commission, { target, upTo: '1600000' })
    const short = lineOf(chart({ kind: 'payout-curve', curve: cut }, { locale: 'en' }))
    // Two moves, as the curve jumps; a line to each breakpoint, and one to the end.
    expect([open, short].map((line) => line.match(/[ML]/g)?.join(''))).toEqual(['MLMLL', 'MLML'])
    // From 2,000,000 to 2,500,000 at 5%: from 70,000 to 95,000, of 100,000 in all.
    const [, , , from = 0, to = 0] = [...open.matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) =>
      Number(y),
    )
    const zero = Number(/[\d.]+ ([\d.]+)/.exec(open)?.[1])
    expect((from - to) / (zero - from)).toBeCloseTo(25 / 70, 2)
  })

  it('has its points in the table beside it', () => {
    const html = chart({ kind: 'payout-curve', curve }, { locale: 'en', format: 'html' })
    expect(rowsOf(html)).toEqual([
      [
        'Sales',
        'Pay just below',
        'Pay at exactly that',
        'Pay just above',
        'Each further unit earns',
      ],
      ['CNY 0.00', 'CNY 0.00', 'CNY 0.00', 'CNY 0.00', '0%'],
      ['CNY 1,200,000.00', 'CNY 0.00', 'CNY 38,000.00', 'CNY 38,000.00', '4%'],
      ['CNY 2,000,000.00', 'CNY 70,000.00', 'CNY 70,000.00', 'CNY 70,000.00', '5%'],
    ])
  })

  it('counts units where the plan does, each of which earns money', () => {
    const plan = defineCommissionPlan({
      currency: 'CNY',
      scale: {
        mode: 'marginal',
        thresholds: 'units',
        boundary: 'upper-tier',
        tiers: [
          { id: 'low', upTo: '100', rate: '12' },
          { id: 'high', upTo: null, rate: '15.5' },
        ],
      },
    })
    const picture = {
      kind: 'payout-curve',
      curve: commissionCurve(plan),
      salesIn: 'units',
    } as const
    const { title, texts } = said(chart(picture, { locale: 'en' }))
    expect(title).toBe(
      'From 100 units on, each further unit of sales earns CNY 15.5; below, CNY 12.',
    )
    expect(texts).toContain('Sales (units)')
  })

  it('says of pay that is not on the curve that it is not', () => {
    const { texts } = said(
      chart(
        { kind: 'payout-curve', curve, statement: { ...statement, amount: '51000.00' } },
        { locale: 'en', width: 600 },
      ),
    )
    expect(texts).toContain('Ann: off the curve, with pay that it does not show.')
    expect(
      said(chart({ kind: 'payout-curve', curve, statement }, { locale: 'en' })).texts,
    ).toContain('Ann')
  })

  it('refuses a curve without a breakpoint and an end, unless somebody stands on it', () => {
    const endless = commissionCurve(flat)
    const refused = attempt(() => chart({ kind: 'payout-curve', curve: endless }, { locale: 'en' }))
    expect(refused.ok ? [] : refused.issues).toEqual([
      {
        code: 'VALUE_INVALID',
        severity: 'error',
        path: ['picture', 'curve', 'points'],
        params: { given: 'an array', expected: 'curve-to-draw' },
        message:
          'picture.curve.points: got an array, expected a payout curve with a breakpoint or an end: give "commissionCurve" an "upTo", or the chart a statement.',
      },
    ])
    const here = calculateCommission({ sales: '1000' }, flat)
    expect(
      said(chart({ kind: 'payout-curve', curve: endless, statement: here }, { locale: 'en' }))
        .title,
    ).toBe('Sales of CNY 1,000.00 pay CNY 30.00.')
  })

  it('refuses a statement in another currency, and more points than can be seen', () => {
    const codes = (call: () => unknown) => {
      const result = attempt(call)
      return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
    }
    const dollars = { ...statement, currency: 'USD' }
    expect(
      codes(() => chart({ kind: 'payout-curve', curve, statement: dollars }, { locale: 'en' })),
    ).toEqual([['CURRENCY_MIXED', 'picture.statement.currency']])
    const [point] = curve.points
    if (point === undefined) throw new Error('no point')
    const points = Array.from({ length: 100_000 }, () => point)
    expect(
      codes(() => chart({ kind: 'payout-curve', curve: { ...curve, points } }, { locale: 'en' })),
    ).toEqual([['VALUE_UNREADABLE', 'picture.curve.points']])
  })
})
