import { describe, expect, it } from 'vitest'
import { chart, type Picture } from '../../../src/explain/index.js'
import { attempt, handbook, withValue } from '../../../src/index.js'
import {
  comparePolicies,
  curvesOf,
  sensitivityOf,
  simulate,
  sweep,
} from '../../../src/scenario/index.js'
import { rowsOf, said } from './reading.js'

const now = handbook.commission
const from800 = withValue(now, 'scale.tiers.first.upTo', '800000')
const roster = [
  { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } },
  { id: 'Ben', group: 'west', input: { sales: '850000', target: '650000' } },
  { id: 'Cid', group: 'west', input: { sales: '700000', target: '650000' } },
]
const comparison = comparePolicies(roster, { now, then: from800 })
const titleOf = (picture: Picture) => said(chart(picture, { locale: 'en' })).title
const titlesOf = (picture: Picture) =>
  (['en', 'zh-CN', 'zh-TW'] as const).map((locale) => said(chart(picture, { locale })).title)
const rows = (picture: Picture) => rowsOf(chart(picture, { locale: 'en', format: 'html' }))

describe('two payout curves', () => {
  const curves = (path: string, value: string) => {
    const [before, after] = curvesOf([now, withValue(now, path, value)], { target: '1200000' })
    if (before === undefined || after === undefined) throw new Error('no curves')
    return { kind: 'payout-curves', now: before, then: after } as const
  }

  it('have the largest difference at sales that are a point of both for their title', () => {
    expect(titleOf(curves('scale.tiers.second.rate', '0.045'))).toBe(
      'At sales of CNY 2,000,000.00, pay is CNY 75,000.00 instead of CNY 70,000.00.',
    )
  })

  it('have what is new for their title, where no point is in both', () => {
    expect(titleOf(curves('scale.tiers.top.rate', '0.06'))).toBe(
      'Then: from CNY 2,000,000.00 on, each further unit of sales earns 6%; below, 4%.',
    )
  })

  it('say that they are the same', () => {
    expect(titleOf(curves('scale.tiers.top.rate', '0.05'))).toBe('Both plans pay the same.')
  })

  it('have letters at the kinks of the first, and at those that only the second has', () => {
    const { texts } = said(chart(curves('gate.attainment', '0.8'), { locale: 'en', width: 900 }))
    expect(texts.filter((text) => /^[A-M]$/.test(text)).sort()).toEqual([
      ...['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D'],
    ])
    expect(texts).toContain(
      'At sales of CNY 960,000.00, pay jumps from CNY 0.00 to CNY 28,800.00; each further unit earns 3%.',
    )
  })

  it('are refused in two currencies', () => {
    const { now: before, then } = curves('gate.attainment', '0.8')
    const dollars = { ...then, currency: 'USD' }
    const result = attempt(() =>
      chart({ kind: 'payout-curves', now: before, then: dollars }, { locale: 'en' }),
    )
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'picture.then.currency: got USD, and the rest of the picture is in CNY.',
    ])
  })
})

describe('a what-if', () => {
  it('has the totals and who gains for its title, in each language', () => {
    const titles = (['en', 'zh-CN', 'zh-TW'] as const).map(
      (locale) => said(chart({ kind: 'what-if', comparison }, { locale })).title,
    )
    expect(titles).toEqual([
      'The total rises from CNY 96,500.00 to CNY 99,000.00 (+2,500.00): 2 gain, 0 lose.',
      '合计由 96,500.00 元 升至 99,000.00 元（+2,500.00）：2 人增加，0 人减少。',
      '合計由 人民幣 96,500.00 元 升至 人民幣 99,000.00 元（+2,500.00）：2 人增加，0 人減少。',
    ])
  })

  it('has all, and each group, in its table', () => {
    expect(rows({ kind: 'what-if', comparison })).toEqual([
      ['Group', 'Now', 'Then', 'Difference', 'Gain', 'Lose', 'Unchanged'],
      ['All', 'CNY 96,500.00', 'CNY 99,000.00', '+2,500.00', '2', '0', '1'],
      ['east', 'CNY 50,000.00', 'CNY 52,000.00', '+2,000.00', '1', '0', '0'],
      ['west', 'CNY 46,500.00', 'CNY 47,000.00', '+500.00', '1', '0', '1'],
    ])
  })

  it('says that the total falls, or stays', () => {
    const back = comparePolicies(roster, { now: from800, then: now })
    expect(titleOf({ kind: 'what-if', comparison: back })).toBe(
      'The total falls from CNY 99,000.00 to CNY 96,500.00 (-2,500.00): 0 gain, 2 lose.',
    )
    const same = comparePolicies(roster, { now, then: now })
    expect(titleOf({ kind: 'what-if', comparison: same })).toBe(
      'The total stays at CNY 96,500.00: 0 gain, 0 lose.',
    )
  })

  it('counts points where it compares scores', () => {
    const points = { ...comparison, unit: 'points' }
    expect(titleOf({ kind: 'what-if', comparison: points })).toBe(
      'The total rises from 96,500.00 points to 99,000.00 points (+2,500.00): 2 gain, 0 lose.',
    )
  })

  it('says how many rows are in no total, of all and of each group', () => {
    const eve = { id: 'Eve', group: 'west', input: { sales: '900000' } }
    const some = comparePolicies([...roster, eve] as never, { now, then: from800 })
    const spoken = (['en', 'zh-CN', 'zh-TW'] as const).map((locale) =>
      said(chart({ kind: 'what-if', comparison: some }, { locale })),
    )
    expect(spoken.map(({ title }) => title)).toEqual([
      'The total rises from CNY 96,500.00 to CNY 99,000.00 (+2,500.00): 2 gain, 0 lose. Not computed, and in no total: 1.',
      '合计由 96,500.00 元 升至 99,000.00 元（+2,500.00）：2 人增加，0 人减少。未能计算、不计入合计：1。',
      '合計由 人民幣 96,500.00 元 升至 人民幣 99,000.00 元（+2,500.00）：2 人增加，0 人減少。未能計算、不計入合計：1。',
    ])
    expect(spoken[0]?.description).toMatch(
      /east: [^.]*\.00 [^.]*\.00 [^.]*\.00\): 1 gain, 0 lose\. west: /,
    )
    expect(spoken[0]?.description).toMatch(
      /west: .*: 1 gain, 0 lose\. Not computed, and in no total: 1\.$/,
    )
    expect(titleOf({ kind: 'winners-and-losers', comparison: some })).toBe(
      '2 gain, 0 lose, 1 stay the same. Largest gain: Ann (+2,000.00). Not computed, and in no total: 1.',
    )
  })

  it('draws the first 12 of many groups, and says so', () => {
    const [group] = comparison.groups
    if (group === undefined) throw new Error('no group')
    const many = { ...comparison, groups: Array.from({ length: 500 }, () => group) }
    const svg = chart({ kind: 'what-if', comparison: many }, { locale: 'en' })
    expect(said(svg).texts).toContain('The first 12 of 501 rows.')
    expect(svg.length).toBeLessThan(20_000)
  })

  it('refuses a comparison of nobody', () => {
    const nobody = { ...comparison, gain: 0, lose: 0, unchanged: 0 }
    const result = attempt(() => chart({ kind: 'what-if', comparison: nobody }, { locale: 'en' }))
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'picture.comparison.rows: got an array, expected at least one entry that can be drawn.',
    ])
  })
})

describe('winners and losers', () => {
  it('have how many there are, and the largest, for their title', () => {
    expect(titleOf({ kind: 'winners-and-losers', comparison })).toBe(
      '2 gain, 0 lose, 1 stay the same. Largest gain: Ann (+2,000.00).',
    )
    const back = comparePolicies(roster, { now: from800, then: now })
    expect(titleOf({ kind: 'winners-and-losers', comparison: back })).toBe(
      '0 gain, 2 lose, 1 stay the same. Largest loss: Ann (-2,000.00).',
    )
  })

  it('say that others gain as much', () => {
    const twice = roster.flatMap((row) => [row, { ...row, id: `${row.id} 2` }])
    const alike = comparePolicies(twice, { now, then: from800 })
    const titles = (['en', 'zh-CN', 'zh-TW'] as const).map(
      (locale) => said(chart({ kind: 'winners-and-losers', comparison: alike }, { locale })).title,
    )
    expect(titles).toEqual([
      '4 gain, 0 lose, 2 stay the same. Largest gain: Ann and others (+2,000.00).',
      '4 人增加，0 人减少，2 人不变。增加最多：Ann 等（+2,000.00）。',
      '4 人增加，0 人減少，2 人不變。增加最多：Ann 等（+2,000.00）。',
    ])
  })

  it('have each of them in the table', () => {
    expect(rows({ kind: 'winners-and-losers', comparison })).toEqual([
      ['Who', 'Now', 'Then', 'Difference'],
      ['Ann', 'CNY 50,000.00', 'CNY 52,000.00', '+2,000.00'],
      ['Ben', 'CNY 25,500.00', 'CNY 26,000.00', '+500.00'],
    ])
  })

  it('are drawn from the largest gain to the largest loss, eight of each', () => {
    const one = (id: string, difference: string) => ({
      ...{ id, group: null, now: '10', then: '10', difference },
      reason: { step: 'rate', id: null, now: null, then: null },
    })
    const list = (sign: string) =>
      Array.from({ length: 20 }, (_, index) => one(`${sign}${index}`, `${sign}${100 - index}`))
    const many = { ...comparison, gain: 20, lose: 20, winners: list(''), losers: list('-') }
    const { labels } = said(
      chart({ kind: 'winners-and-losers', comparison: many }, { locale: 'en' }),
    )
    expect(labels).toContain('The first 16 of 40 rows.')
    const names = labels.filter((text) => /^-?\d+$/.test(text) && Math.abs(Number(text)) < 20)
    expect(names.slice(0, 16)).toEqual(
      [...Array(8).keys()].map(String).concat(['-7', '-6', '-5', '-4', '-3', '-2', '-1', '-0']),
    )
  })

  it('say that nobody gains or loses', () => {
    const same = comparePolicies(roster, { now, then: now })
    expect(titleOf({ kind: 'winners-and-losers', comparison: same })).toBe(
      '0 gain, 0 lose, 3 stay the same.',
    )
  })
})

describe('a sweep', () => {
  const swept = sweep(roster, now, {
    path: 'scale.tiers.first.upTo',
    values: ['800000', '1000000', '3000000'],
  })
  it('says between which totals its values are', () => {
    expect(titlesOf({ kind: 'sweep', sweep: swept })).toEqual([
      'With scale.tiers.first.upTo the total goes from CNY 96,500.00 (at 1,000,000) to CNY 99,000.00 (at 800,000).',
      'scale.tiers.first.upTo：合计最低 96,500.00 元（取 1,000,000），最高 99,000.00 元（取 800,000）。',
      'scale.tiers.first.upTo：合計最低 人民幣 96,500.00 元（取 1,000,000），最高 人民幣 99,000.00 元（取 800,000）。',
    ])
  })

  it('has each value in its table, and counts those that make no policy', () => {
    expect(rows({ kind: 'sweep', sweep: swept })).toEqual([
      ['scale.tiers.first.upTo', 'Total', 'Difference', 'Gain', 'Lose', 'Unchanged'],
      ['800,000', 'CNY 99,000.00', '+2,500.00', '2', '0', '1'],
      ['1,000,000', 'CNY 96,500.00', '0.00', '0', '0', '3'],
    ])
    const { texts } = said(chart({ kind: 'sweep', sweep: swept }, { locale: 'en' }))
    expect(texts).toContain('Values that make no policy: 1.')
  })

  it('names two numbers, values that are none, one total, and rows that are in none', () => {
    const eve = { id: 'Eve', input: { sales: '900000' } }
    const two = sweep([...roster, eve] as never, now, {
      path: 'scale.boundary',
      values: ['upper-tier', 'lower-tier'],
      across: { path: 'scale.negative', values: ['mirror'] },
    })
    const [english] = titlesOf({ kind: 'sweep', sweep: two })
    expect(english).toBe(
      'At every value of scale.boundary, scale.negative the total is CNY 96,500.00. Not computed, and in no total: 1.',
    )
    expect(rows({ kind: 'sweep', sweep: two })[1]?.slice(0, 2)).toEqual(['upper-tier', 'mirror'])
    const { description } = said(chart({ kind: 'sweep', sweep: two }, { locale: 'en' }))
    expect(description).toContain('At lower-tier with mirror: CNY 96,500.00 (0.00).')
  })

  it('is refused where no value makes a policy', () => {
    const none = sweep(roster, now, { path: 'scale.tiers.first.rate', values: ['4'] })
    const result = attempt(() => chart({ kind: 'sweep', sweep: none }, { locale: 'en' }))
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'picture.sweep.points: got an array, expected at least one entry that can be drawn.',
    ])
  })
})

describe('a sensitivity', () => {
  it('says which number matters most, and which way', () => {
    const sensitivity = sensitivityOf(roster, now)
    expect(titlesOf({ kind: 'sensitivity', sensitivity })).toEqual([
      'The total depends most on scale.tiers.first.rate: 0.0303 instead of 0.03 changes it by +765.00.',
      '影响最大的是 scale.tiers.first.rate：由 0.03 改为 0.0303，合计变动 +765.00。',
      '影響最大的是 scale.tiers.first.rate：由 0.03 改為 0.0303，合計變動 +765.00。',
    ])
    expect(rows({ kind: 'sensitivity', sensitivity })).toEqual([
      ['Number', 'Now', 'Then', 'Difference'],
      ['scale.tiers.first.rate', '0.03', '0.0303', '+765.00'],
      ['scale.tiers.second.rate', '0.04', '0.0404', '+200.00'],
      ['scale.tiers.first.upTo', '1,000,000', '1,010,000', '-100.00'],
    ])
    const { texts } = said(chart({ kind: 'sensitivity', sensitivity }, { locale: 'en' }))
    expect(texts).toEqual(expect.arrayContaining(['The total rises', 'The total falls']))
    const none = { ...sensitivity, numbers: [] }
    expect(titlesOf({ kind: 'sensitivity', sensitivity: none })[0]).toBe(
      'No number of the policy changes anything for anybody.',
    )
  })
})

describe('a simulation', () => {
  it('says what runs cost on average, and what nearly all of them cost at most', () => {
    const people = roster.map(({ id, input: { target } }) => ({ id, input: { target } }))
    const attainment = { observed: ['0.5', '1', '1.5'] }
    const simulation = simulate(people, now, { seed: 1, runs: 100, attainment })
    const { cost } = simulation
    const at90 = cost.quantiles.find(({ at }) => at === '0.9')?.value ?? ''
    const grouped = (amount: string) => amount.replace(/\B(?=(\d{3})+\.)/g, ',')
    const [mean, most] = [grouped(cost.mean), grouped(at90)]
    expect(titlesOf({ kind: 'simulation', simulation })).toEqual([
      `On average a run costs CNY ${mean}. 90% of the runs cost at most CNY ${most}.`,
      `每轮平均成本 ${mean} 元。90% 的轮次成本不超过 ${most} 元。`,
      `每輪平均成本 人民幣 ${mean} 元。90% 的輪次成本不超過 人民幣 ${most} 元。`,
    ])
    const table = rows({ kind: 'simulation', simulation })
    expect(table[0]).toEqual(['Runs', 'Cost of a run'])
    expect(table.at(-1)).toEqual(['On average', `CNY ${mean}`])
    expect(table).toHaveLength(cost.quantiles.length + 2)
    const names = table.map(([name]) => name)
    expect([names[1], names[2], names.at(-2)]).toEqual(['The least', '10% of the runs', 'The most'])
    const { description } = said(chart({ kind: 'simulation', simulation }, { locale: 'en' }))
    expect(description).toMatch(
      /No run costs less than .* 10% of the runs cost at most .* No run costs more than/,
    )
  })
})
