/** Two axes with round numbers, their units and a grid, and where a pair of numbers lies between them. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type Domain, multiplesOf, placed, stepOf, widened } from './axis.js'
import { figureOf } from './figures.js'
import { LETTERS, widthOf } from './lettering.js'
import { type Node, node, path } from './markup.js'
import { letters, MARGIN, type Page, type Part } from './page.js'

/** What an axis measures: in a currency or points, in percent, or how many there are. */
export interface Measure {
  readonly name: string
  readonly unit: string | '%' | null
}

/** What goes along an axis. */
export interface Dimension {
  readonly measure: Measure
  readonly domain: Domain
  /** What stands at 1, 2, 3 … where that is no number. */
  readonly names?: readonly string[]
}

export interface Plot extends Part {
  readonly x: (value: Fraction) => number
  readonly y: (value: Fraction) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Tick {
  readonly value: Fraction
  readonly label: string
}

interface Ruler {
  readonly domain: Domain
  readonly ticks: readonly Tick[]
  readonly title: string
}

/** A domain, cut into at most so many steps. */
function rulerOf({ measure, domain }: Dimension, most: number, page: Page): Ruler {
  const step = stepOf(domain, most)
  const power = powerOf(step, measure, page)
  const values = multiplesOf(step, domain)
  const ticks = values.map((value) => ({ value, label: labelOf(value, power, measure, page) }))
  return { domain, ticks, title: page.words.axis(measure.name, unitOf(power, measure, page)) }
}

/** The most zeros that all numbers of an axis can leave to its title; of money alone. */
function powerOf(step: Fraction, { unit }: Measure, { words }: Page): number {
  if (unit === null || unit === '%') return 0
  const fits = words.powers.filter(
    ({ power }) => fraction.compare(step, fraction.whole(10 ** power)) >= 0,
  )
  return fits.at(-1)?.power ?? 0
}

function labelOf(value: Fraction, power: number, { unit }: Measure, { voice }: Page): string {
  if (unit === '%') return voice.percent(figureOf(value))
  const scaled = fraction.divide(value, fraction.whole(10 ** power))
  return voice.number(figureOf(scaled))
}

function unitOf(power: number, { unit }: Measure, { words }: Page): string | null {
  if (unit === null || unit === '%') return null
  const name = words.powers.find((one) => one.power === power)?.name ?? ''
  return words.unitOf(name, unit)
}

const Y_STEPS = 5
const X_STEPS = 6

/** Room above the grid: the title of the upright axis, and what is marked there. */
const HEAD = 26

export function plotOf(
  { across, upright }: { readonly across: Dimension; readonly upright: Dimension },
  page: Page,
  head = HEAD,
): Plot {
  const step = stepOf(upright.domain, Y_STEPS)
  const y = rulerOf({ ...upright, domain: widened(upright.domain, step) }, Y_STEPS, page)
  const left = MARGIN + Math.ceil(Math.max(...y.ticks.map(({ label }) => widthOf(label)))) + 6
  const right = page.width - MARGIN - 12
  const x = fittingRuler(across, right - left, page)
  const top = head
  const bottom = top + Math.round(Math.max(180, (right - left) * 0.55))
  const at = {
    x: (value: Fraction) => placed(value, x.domain, [left, right]),
    y: (value: Fraction) => placed(value, y.domain, [bottom, top]),
  }
  const box = { left, right, top, bottom }
  return {
    ...box,
    ...at,
    height: bottom + 48,
    nodes: [...uprightAxis(y, box, at.y), ...acrossAxis(x, box, at.x)],
  }
}

/** As many numbers as there is room for. */
export function fittingRuler(across: Dimension, length: number, page: Page): Ruler {
  const { measure, domain, names } = across
  if (names !== undefined)
    return { domain, ticks: everyFew(names, length), title: page.words.axis(measure.name, null) }
  for (let most = X_STEPS; most > 1; most -= 1) {
    const ruler = rulerOf(across, most, page)
    const widest = Math.max(...ruler.ticks.map(({ label }) => widthOf(label)))
    if ((widest + 12) * ruler.ticks.length <= length + widest) return ruler
  }
  return rulerOf(across, 1, page)
}

/** Each name, or each second, third … where there is less room. */
function everyFew(names: readonly string[], length: number): readonly Tick[] {
  const widest = Math.max(...names.map((name) => widthOf(name))) + 10
  const few = Math.max(1, Math.ceil((widest * names.length) / length))
  const ticks = names.map((label, index) => ({ value: fraction.whole(index + 1), label }))
  return ticks.filter((_, index) => (index + 1) % few === 0 || names.length === 1)
}

type Box = Pick<Plot, 'left' | 'right' | 'top' | 'bottom'>

function uprightAxis(ruler: Ruler, box: Box, at: (value: Fraction) => number): readonly Node[] {
  const { left, right } = box
  const ticks = ruler.ticks.flatMap(({ value, label }) => {
    const y = at(value)
    const line = node('path', {
      class: fraction.isZero(value) ? 'sr-axis' : 'sr-grid',
      d: path`M${left} ${y}H${right}`,
    })
    const attributes = { 'text-anchor': 'end', class: 'sr-tick sr-soft' }
    return [line, letters(label, [left - 6, y + LETTERS * 0.35], attributes)]
  })
  return [letters(ruler.title, [MARGIN, 13], { class: 'sr-soft' }), ...ticks]
}

export function acrossAxis(
  ruler: Ruler,
  box: Box,
  at: (value: Fraction) => number,
): readonly Node[] {
  const { right, bottom } = box
  const ticks = ruler.ticks.flatMap(({ value, label }) => {
    const x = at(value)
    const line = node('path', { class: 'sr-axis', d: path`M${x} ${bottom}v5` })
    const attributes = { 'text-anchor': 'middle', class: 'sr-tick sr-soft' }
    return [line, letters(label, [x, bottom + 19], attributes)]
  })
  const attributes = { 'text-anchor': 'end', class: 'sr-soft' }
  return [...ticks, letters(ruler.title, [right + 12, bottom + 40], attributes)]
}
