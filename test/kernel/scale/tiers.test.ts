import { describe, expect, it } from 'vitest'
import { applyScale, attempt, invertScale } from '../../../src/kernel/index.js'
import { defineScale, type ScaleInput } from '../../../src/kernel/schema.js'

const amountOf = (base: string, scale: ScaleInput, target?: string) =>
  applyScale(base, defineScale(scale), target === undefined ? {} : { target }).amount

const issuesOf = (scale: unknown) => {
  const outcome = attempt(() => defineScale(scale as ScaleInput))
  return outcome.ok ? [] : outcome.issues.map(({ message }) => message)
}

describe('the boundary of a tier', () => {
  // 100万以下 3%, 100万以上 4%, 200万以上 5%: 以下 and 以上 both include the figure, and each end says who has it.
  const scale: ScaleInput = {
    mode: 'whole-amount',
    tiers: [
      { id: '100万以下', upTo: '1000000', rate: '0.03', boundary: 'lower-tier' },
      { id: '100万至200万', upTo: '2000000', rate: '0.04', boundary: 'upper-tier' },
      { id: '200万以上', upTo: null, rate: '0.05' },
    ],
  }

  it.each([
    ['999999.99', '29999.9997'],
    ['1000000', '30000'],
    ['1000000.01', '40000.0004'],
    ['1999999.99', '79999.9996'],
    ['2000000', '100000'],
    ['2000000.01', '100000.0005'],
    ['-1000000', '-30000'],
    ['-2000000', '-100000'],
  ])('says who owns exactly its own end: %s pays %s', (base, amount) => {
    expect(amountOf(base, scale)).toBe(amount)
  })

  it('comes before that of the scale, which holds for the other tiers', () => {
    const lower = { ...scale, boundary: 'lower-tier' as const }
    expect(amountOf('2000000', lower)).toBe('100000')
    const { boundary: _, ...second } = scale.tiers[1] as ScaleInput['tiers'][number]
    const tiers = [scale.tiers[0], second, scale.tiers[2]] as ScaleInput['tiers']
    expect(amountOf('2000000', { ...lower, tiers })).toBe('80000')
    expect(amountOf('2000000', { ...scale, tiers })).toBe('100000')
  })

  it('says whether the next tier is reached at its threshold or above it', () => {
    const nextOf = (base: string) => applyScale(base, defineScale(scale)).next
    expect(nextOf('999999')).toMatchObject({
      tier: '100万至200万',
      remaining: '1',
      reached: 'above',
    })
    expect(nextOf('1999999')).toMatchObject({ tier: '200万以上', remaining: '1', reached: 'at' })
  })

  it('says whether a flat amount is due on the threshold', () => {
    const tiers = (boundary: 'lower-tier' | 'upper-tier'): ScaleInput['tiers'] => [
      { id: 'below', upTo: '100', rate: '0.1', boundary },
      { id: 'above', upTo: null, rate: '0.1', amount: '50' },
    ]
    expect(amountOf('100', { mode: 'marginal', tiers: tiers('upper-tier') })).toBe('60')
    expect(amountOf('100', { mode: 'marginal', tiers: tiers('lower-tier') })).toBe('10')
  })

  it('is known to the inverse: 40,000 is reached one step above 1,000,000, and 100,000 at 2,000,000', () => {
    const defined = defineScale(scale)
    expect(invertScale('30000.01', defined, { decimals: 2 })).toBe('1000000.01')
    expect(invertScale('80000', defined, { decimals: 2 })).toBe('2000000')
  })
})

describe('the multiple of a tier', () => {
  const premium: ScaleInput = {
    mode: 'marginal',
    tiers: [{ id: 'first year', upTo: null, multiple: '1.1' }],
  }

  it('pays more than the base: 110% of a first premium of 600 is 660', () => {
    expect(applyScale('600', defineScale(premium)).slices).toEqual([
      {
        tier: 'first year',
        from: '0',
        upTo: null,
        rate: '1.1',
        multiple: '1.1',
        base: '600',
        amount: '660',
      },
    ])
    expect(amountOf('-600', premium)).toBe('-660')
    expect(invertScale('660', defineScale(premium))).toBe('600')
  })

  it.each([
    ['1.2 times the monthly revenue', '1.2', '5000', '6000'],
    ['one and a third', '4/3', '900', '1200'],
    ['once', '1', '900', '900'],
    ['nothing', '0', '900', '0'],
  ])('may be %s', (_, multiple, base, amount) => {
    expect(amountOf(base, { mode: 'marginal', tiers: [{ id: 'all', upTo: null, multiple }] })).toBe(
      amount,
    )
  })

  it('holds for the whole amount, and for what is above a threshold', () => {
    const tiers = [
      { id: 'to 100', upTo: '100', multiple: '1' },
      { id: 'above', upTo: null, multiple: '1.5' },
    ]
    expect(amountOf('120', { mode: 'marginal', tiers })).toBe('130')
    expect(amountOf('120', { mode: 'whole-amount', tiers })).toBe('180')
  })

  it('is refused as a percentage, and beside a rate', () => {
    const tier = (fields: object) => ({
      mode: 'marginal',
      tiers: [{ id: 'all', upTo: null, ...fields }],
    })
    expect(issuesOf(tier({ multiple: '110' }))).toEqual([
      'tiers[0].multiple: got 110, expected a ratio, where 1 is 100%. Did you mean 1.1?',
    ])
    expect(issuesOf(tier({ multiple: '1.1', rate: '0.1' }))).toEqual([
      'tiers[0].multiple: a tier pays its rate, or a multiple of the base rate. Leave one of them out.',
    ])
    expect(issuesOf(tier({ multiple: '-1' }))).toHaveLength(1)
    expect(issuesOf(tier({ rate: '1.1' }))).toHaveLength(1)
  })
})

describe('a rate that is a quotient', () => {
  const thirds = (rate: string): ScaleInput => ({
    mode: 'marginal',
    tiers: [{ id: 'all', upTo: null, rate }],
  })

  it('is kept as it is written, and exact: a third of 300 is 100', () => {
    expect(defineScale(thirds('1/3')).tiers[0]?.rate).toBe('1/3')
    expect(defineScale(thirds('2/6')).tiers[0]?.rate).toBe('2/6')
    expect(amountOf('300', thirds('1/3'))).toBe('100')
    expect(amountOf('300', thirds('0.333333333333'))).toBe('99.9999999999')
    expect(invertScale('100', defineScale(thirds('1/3')))).toBe('300')
  })

  it('is stated in lowest terms where it does not end, and else as a decimal', () => {
    const rateOf = (rate: string) => applyScale('1', defineScale(thirds(rate))).slices[0]?.rate
    expect([rateOf('1/3'), rateOf('2/6'), rateOf('1/8'), rateOf('03/4')]).toEqual([
      '1/3',
      '1/3',
      '0.125',
      '0.75',
    ])
  })

  it.each([
    '1/0',
    '1/00',
    '1.5/3',
    '-1/3',
    '1/-3',
    '1/3/2',
    '/3',
    '1/',
    ' 1/3',
    `1/${'3'.repeat(35)}`,
  ])('is refused as "%s"', (rate) => {
    expect(issuesOf(thirds(rate))).toHaveLength(1)
  })

  it('is a ratio all the same: 4/3 is refused, 3/3 is not', () => {
    expect(issuesOf(thirds('4/3'))).toHaveLength(1)
    expect(issuesOf(thirds('3/3'))).toEqual([])
    const units: ScaleInput = { ...thirds('100/3'), thresholds: 'units' }
    expect(amountOf('3', units)).toBe('100')
  })
})

describe('a jump: two points at one end of an interpolated scale', () => {
  // Nothing below 75%, half at 75%, all at 100%, twice at 150%, no more.
  const windfall: ScaleInput = {
    mode: 'interpolated',
    thresholds: 'attainment',
    beyond: 'stop',
    tiers: [
      { id: 'below', upTo: '0.75' },
      { id: 'threshold', upTo: '0.75', amount: '0.5' },
      { id: 'to target', upTo: '1', amount: '0.5' },
      { id: 'over', upTo: '1.5', amount: '1' },
    ],
  }

  it.each([
    ['0', '0'],
    ['749999', '0'],
    ['750000', '0.5'],
    ['900000', '0.8'],
    ['1000000', '1'],
    ['1250000', '1.5'],
    ['1500000', '2'],
    ['9000000', '2'],
    ['-900000', '-0.8'],
  ])('pays its amount at once, where it is: %s of 1,000,000 pays %s', (base, amount) => {
    expect(amountOf(base, windfall, '1000000')).toBe(amount)
  })

  it('is one slice, of no base', () => {
    const { slices, tier } = applyScale('900000', defineScale(windfall), { target: '1000000' })
    expect(slices.map(({ tier, base, amount }) => [tier, base, amount])).toEqual([
      ['below', '750000', '0'],
      ['threshold', '0', '0.5'],
      ['to target', '150000', '0.3'],
    ])
    expect(tier).toBe('to target')
  })

  it('is due only above its place where the tier below owns its end', () => {
    const [below, ...others] = windfall.tiers as [
      ScaleInput['tiers'][number],
      ...ScaleInput['tiers'],
    ]
    const above = { ...windfall, tiers: [{ ...below, boundary: 'lower-tier' as const }, ...others] }
    expect(amountOf('750000', above, '1000000')).toBe('0')
    expect(amountOf('750000.01', above, '1000000')).toBe('0.50000002')
    expect(invertScale('0.5', defineScale(above), { target: '1000000', decimals: 2 })).toBe(
      '750000.01',
    )
    expect(invertScale('0.5', defineScale(windfall), { target: '1000000' })).toBe('750000')
  })

  it('is the next tier, and inverted at its place', () => {
    const options = { target: '1000000' }
    expect(applyScale('700000', defineScale(windfall), options).next).toMatchObject({
      tier: 'threshold',
      remaining: '50000',
      reached: 'at',
    })
    expect(invertScale('0.2', defineScale(windfall), options)).toBe('750000')
    expect(invertScale('0.8', defineScale(windfall), options)).toBe('900000')
  })

  it('may be the last one of a scale that stops, which says the highest amount', () => {
    const last: ScaleInput = {
      mode: 'interpolated',
      beyond: 'stop',
      boundary: 'lower-tier',
      tiers: [
        { id: 'up', upTo: '100', amount: '10' },
        { id: 'prize', upTo: '100', amount: '5' },
      ],
    }
    expect([amountOf('100', last), amountOf('101', last)]).toEqual(['10', '15'])
    const found = attempt(() => invertScale('16', defineScale(last)))
    expect(found).toMatchObject({ issues: [{ params: { highest: '15' } }] })
  })

  it('needs an amount, and another mode has none: there a tier has its flat amount', () => {
    const twice = (mode: string, fields: object) => ({
      mode,
      tiers: [
        { id: 'a', upTo: '1' },
        { id: 'b', upTo: '1', ...fields },
        { id: 'c', upTo: null },
      ],
    })
    const refused = ['tiers[1].upTo: got 1, expected more than the 1 before it.']
    expect(issuesOf(twice('interpolated', { amount: '1' }))).toEqual([])
    expect(issuesOf(twice('interpolated', {}))).toEqual(refused)
    expect(issuesOf(twice('marginal', { amount: '1' }))).toEqual(refused)
    const falling = {
      mode: 'interpolated',
      tiers: [
        { id: 'a', upTo: '2' },
        { id: 'b', upTo: '1', amount: '1' },
        { id: 'c', upTo: null },
      ],
    }
    expect(issuesOf(falling)).toHaveLength(1)
  })
})
