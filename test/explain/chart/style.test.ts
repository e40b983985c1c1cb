import { describe, expect, it } from 'vitest'
import { DARK, LIGHT, STYLE } from '../../../src/explain/chart/style.js'

/** Contrast by WCAG 2.2, and colours as those see them who lack one of three kinds of cones (Machado, Oliveira and Fernandes 2009). */
type Colour = readonly [number, number, number]

function linear(hex: string): Colour {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const luminanceOf = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

function contrast(one: string, other: string): number {
  const [a, b] = [luminanceOf(linear(one)), luminanceOf(linear(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const SIGHTS: Readonly<Record<string, readonly Colour[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function seen(hex: string, sight: readonly Colour[]): Colour {
  const [red, green, blue] = linear(hex)
  const mixed = sight.map(([r, g, b]) => Math.min(1, Math.max(0, r * red + g * green + b * blue)))
  const [r = 0, g = 0, b = 0] = mixed
  return [r, g, b]
}

/** CIE Lab, in which a distance of 2 is just seen. */
function lab([red, green, blue]: Colour): Colour {
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
  const y = root(luminanceOf([red, green, blue]))
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function distance(one: string, other: string, sight: readonly Colour[]): number {
  const [a, b] = [lab(seen(one, sight)), lab(seen(other, sight))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s colours', (_, colours) => {
  it('have letters of contrast 4.5 and marks of contrast 3 on paper', () => {
    for (const letters of [colours.ink, colours.soft])
      expect(contrast(letters, colours.paper)).toBeGreaterThanOrEqual(4.5)
    for (const mark of [colours.first, colours.second, colours.soft])
      expect(contrast(mark, colours.paper)).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(SIGHTS))('are told apart with %s', (_, sight) => {
    expect(distance(colours.first, colours.second, sight)).toBeGreaterThan(20)
    for (const mark of [colours.first, colours.second])
      expect(distance(mark, colours.paper, sight)).toBeGreaterThan(20)
  })
})

describe('the style', () => {
  it('is dark on dark screens alone, so that print is light', () => {
    expect(STYLE.match(/@media[^{]*/g)).toEqual(['@media screen and (prefers-color-scheme:dark)'])
    expect(STYLE.indexOf(LIGHT.ink)).toBeLessThan(STYLE.indexOf('@media'))
    expect(STYLE.indexOf(DARK.ink)).toBeGreaterThan(STYLE.indexOf('@media'))
  })

  it('names nothing that a page around it may have named', () => {
    const rules = STYLE.replace(/@media[^{]*/, '').match(/[^{},]+(?=[,{])/g) ?? []
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter((rule) => !rule.startsWith('.sr-') && rule.includes('.'))).toEqual([])
    expect(STYLE).not.toMatch(/[<>&"']|url|import|expression/)
  })
})
