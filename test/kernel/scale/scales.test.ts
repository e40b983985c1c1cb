import { describe, expect, it } from 'vitest'
import { known, writeDecimal } from '../../../src/kernel/number/decimal.js'
import { add } from '../../../src/kernel/number/fraction.js'
import {
  compile,
  earned,
  type Figures,
  figureOf,
  ownerOf,
  pay as payOn,
  slopeOf,
  stretch,
} from '../../../src/kernel/scale/scales.js'
import { defineScale, type ScaleInput } from '../../../src/kernel/schema.js'

const NONE: Figures = { target: undefined, measure: undefined }
const input: ScaleInput = {
  mode: 'marginal',
  tiers: [
    { id: 'low', upTo: '0.8', rate: '0.1', amount: '5', minimum: '6', maximum: '9' },
    { id: 'middle', upTo: '1', rate: '0.2' },
    { id: 'open', upTo: null, rate: '0.3' },
  ],
}
const exact = compile(defineScale(input))

describe('a compiled scale', () => {
  it('is compiled once for each policy', () => {
    const scale = defineScale(input)
    expect(compile(scale)).toBe(compile(scale))
    expect(compile(scale)).not.toBe(exact)
  })

  it('has a start for each tier: the end of the one before', () => {
    expect(
      exact.tiers.map(({ from, upTo }) => [from, upTo].map((end) => end && writeDecimal(end))),
    ).toEqual([
      ['0', '0.8'],
      ['0.8', '1'],
      ['1', null],
    ])
  })

  it('may be paid with other rates, as when a coefficient adds to them', () => {
    const [first, ...rest] = exact.tiers
    const faster = { ...first, rate: add(first.rate, known('0.05')), minimum: null }
    const pay = payOn(known('0.5'), { ...exact, tiers: [faster, ...rest] }, NONE)
    expect(writeDecimal(pay.amount)).toBe('5.075')
  })
})

describe('a stretched scale', () => {
  const figures = { ...NONE, target: known('250') }

  it('has its ends multiplied by the target, and remembers the stated ones', () => {
    const byAttainment = compile(defineScale({ ...input, thresholds: 'attainment' }))
    const { tiers } = stretch(byAttainment, figures)
    expect(
      tiers.map(({ from, upTo }) => [from, upTo].map((end) => end && writeDecimal(end))),
    ).toEqual([
      ['0', '200'],
      ['200', '250'],
      ['250', null],
    ])
    expect(tiers.map(({ stated }) => writeDecimal(stated.from))).toEqual(['0', '0.8', '1'])
  })

  it('is itself where thresholds count money or units', () => {
    expect(stretch(exact, figures)).toBe(exact)
  })
})

describe('the owner of a figure', () => {
  it.each([
    ['-1', 0, 0],
    ['0', 0, 0],
    ['0.8', 1, 0],
    ['0.81', 1, 1],
    ['1', 2, 1],
    ['99', 2, 2],
  ])('%s is tier %i by the upper tier, %i by the lower', (figure, upper, lower) => {
    expect(ownerOf(known(figure), exact)).toBe(upper)
    const byLower = compile(defineScale({ ...input, boundary: 'lower-tier' }))
    expect(ownerOf(known(figure), byLower)).toBe(lower)
  })

  it('is the last tier beyond the end of a scale that stops', () => {
    const stopping = compile(
      defineScale({ mode: 'marginal', beyond: 'stop', tiers: [{ id: 'all', upTo: '1' }] }),
    )
    expect([known('1'), known('2')].map((figure) => ownerOf(figure, stopping))).toEqual([0, 0])
  })
})

it('chooses the tier by the base, or by a separate measure', () => {
  const separate = defineScale({ ...input, mode: 'whole-amount', measure: 'separate' })
  const measure = known('7')
  expect(figureOf(known('1'), exact.scale, { ...NONE, measure })).toEqual(known('1'))
  expect(figureOf(known('1'), separate, { ...NONE, measure })).toBe(measure)
})

it('adds the flat amount before it bounds what a tier pays', () => {
  const [low] = exact.tiers
  const pays = ['0', '10', '20', '100'].map((part) => writeDecimal(earned(known(part), low)))
  expect(pays).toEqual(['6', '6', '7', '9'])
})

it('slopes by the rate plus the amount over the width, and by the rate alone where it is open', () => {
  const { tiers } = compile(
    defineScale({
      mode: 'interpolated',
      tiers: [
        { id: 'low', upTo: '3', amount: '6', rate: '0.5' },
        { id: 'open', upTo: null, rate: '0.25' },
      ],
    }),
  )
  expect(tiers.map((tier) => writeDecimal(slopeOf(tier)))).toEqual(['2.5', '0.25'])
})
