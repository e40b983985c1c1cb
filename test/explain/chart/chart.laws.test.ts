import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chart, type Locale, type Picture } from '../../../src/explain/index.js'
import { attempt } from '../../../src/index.js'
import { hostileTexts, pictures } from './pictures.js'
import { all, type Element, numbersIn, numbersOf, parse, rowsOf, said } from './reading.js'

const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']
const locales = fc.constantFrom(...LOCALES)
const widths = fc.integer({ min: 320, max: 1200 })

/** All elements that a picture, and a figure, are made of. */
const OF_PICTURE = ['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title']
const OF_FIGURE = ['figure', 'div', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td']

const childrenOf = ({ children }: Element): Element[] =>
  children.filter((child) => typeof child === 'object')

function elementsOf(element: Element): Element[] {
  return [element, ...childrenOf(element).flatMap(elementsOf)]
}

function namesIn(markup: string): readonly string[] {
  return [...new Set(elementsOf(parse(markup)).map(({ name }) => name))]
}

/** Of long lists so many are drawn, and said. */
const SHOWN = ['8', '12', '16']

/** How long the lists of the data are. */
function lengthsIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  const inside = Object.values(data).flatMap(lengthsIn)
  return Array.isArray(data) ? [`${data.length}`, ...inside] : inside
}

describe.each(Object.entries(pictures))('a picture of kind %s', (_, drawn) => {
  it('is the same text for the same data', () => {
    fc.assert(
      fc.property(drawn, locales, (picture, locale) => {
        const copy = JSON.parse(JSON.stringify(picture)) as Picture
        expect(chart(copy, { locale })).toBe(chart(picture, { locale }))
      }),
    )
  })

  it('is a well-formed image with a title and a description, of shapes and letters alone', () => {
    fc.assert(
      fc.property(drawn, locales, widths, (picture, locale, width) => {
        const written = chart(picture, { locale, width })
        const { title, description } = said(written)
        const { attributes } = parse(written)
        expect(attributes).toMatchObject({ role: 'img', lang: locale, 'aria-label': title })
        expect(Math.min(title.length, description.length)).toBeGreaterThan(5)
        expect(namesIn(written).filter((name) => !OF_PICTURE.includes(name))).toEqual([])
        expect(written).not.toMatch(/NaN|Infinity|undefined|null|\de[+-]\d/)
        expect(written.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
      }),
    )
  })

  it('has no number in title, description and labels that is not in its data or its table', () => {
    fc.assert(
      fc.property(drawn, locales, (picture, locale) => {
        const cells = rowsOf(chart(picture, { locale, format: 'html' })).flat()
        const known = new Set([
          ...numbersOf(picture),
          ...cells.flatMap(numbersIn),
          ...lengthsIn(picture),
          ...SHOWN,
        ])
        const { title, description, labels } = said(chart(picture, { locale }))
        const numbers = [title, description, ...labels].flatMap(numbersIn)
        expect(numbers.filter((number) => !known.has(number))).toEqual([])
      }),
    )
  })

  it('has the same numbers in title and table in all three languages', () => {
    fc.assert(
      fc.property(drawn, (picture) => {
        const [english, ...others] = LOCALES.map((locale) => {
          const title = numbersIn(said(chart(picture, { locale })).title)
          const rows = rowsOf(chart(picture, { locale, format: 'html' })).slice(1)
          return { title: [...title].sort(), rows: rows.map((row) => row.flatMap(numbersIn)) }
        })
        for (const other of others) expect(other).toEqual(english)
      }),
    )
  })

  it('has each mark of its key at the left of the first line of its words', () => {
    fc.assert(
      fc.property(drawn, locales, widths, (picture, locale, width) => {
        const svg = parse(chart(picture, { locale, width }))
        const key = childrenOf(svg)
          .filter(({ name }) => name === 'g')
          .at(-1)
        const parts = key === undefined ? [] : childrenOf(key)
        // Of a picture without a key the last part is the plot, in which nothing is moved.
        const isKey = parts.every(({ name }) => name === 'g' || name === 'text')
        const marks = isKey ? parts.filter(({ name }) => name === 'g') : []
        for (const mark of marks) {
          const words = parts[parts.indexOf(mark) + 1]?.attributes
          const [x = Number.NaN, y = Number.NaN] = (
            mark.attributes['transform']?.match(/-?\d+(?:\.\d+)?/g) ?? []
          ).map(Number)
          expect(x).toBeLessThan(Number(words?.['x']))
          expect(Math.abs(y + 5 - Number(words?.['y']))).toBeLessThanOrEqual(5)
        }
      }),
    )
  })

  it('stays inside its own bounds', () => {
    fc.assert(
      fc.property(drawn, locales, widths, (picture, locale, width) => {
        const svg = parse(chart(picture, { locale, width }))
        const height = Number(svg.attributes['height'])
        expect(svg.attributes['viewBox']).toBe(`0 0 ${width} ${height}`)
        const of = (shape: Element, key: string) => Number(shape.attributes[key] ?? 0)
        const ends = elementsOf(svg).map((one) => [
          of(one, 'x') + of(one, 'cx'),
          of(one, 'x') + of(one, 'cx') + of(one, 'width'),
        ])
        const outside = ends.flat().filter((end) => !(end >= -10 && end <= width))
        expect(outside).toEqual([])
      }),
    )
  })
})

describe('hostile text', () => {
  const texts = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><svg onload=alert(1)>',
      "' onclick='alert(1)",
      '</title><style>*{display:none}</style>',
      ']]><!-- &lt; &#x3c; &',
      '\u0000\u0008\ud800\ufffe',
      '\u202eevil',
      'x'.repeat(180),
    ),
    fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  )

  it.each(Object.entries(hostileTexts))('is never markup: %s', (_, pictureWith) => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        const written = chart(pictureWith(text), { locale, format: 'html' })
        const known = [...OF_PICTURE, ...OF_FIGURE]
        expect(namesIn(written).filter((name) => !known.includes(name))).toEqual([])
        const attributes = elementsOf(parse(written)).flatMap((one) => Object.keys(one.attributes))
        expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
        // What XML cannot hold is not in the picture, which may be a file of its own.
        expect(chart(pictureWith(text), { locale })).not.toMatch(
          /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\ufffe\uffff]/u,
        )
      }),
    )
  })

  it('makes a picture no longer than a hundred times its data and its style', () => {
    for (const pictureWith of Object.values(hostileTexts))
      expect(chart(pictureWith('W'.repeat(150)), { locale: 'en' }).length).toBeLessThan(30_000)
  })
})

describe('chart', () => {
  const codes = (picture: unknown, options: unknown) => {
    const result = attempt(() => chart(picture as Picture, options as { locale: Locale }))
    return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
  }

  it('refuses what it does not know, by name', () => {
    expect(codes({ kind: 'pie' }, { locale: 'en' })).toEqual([
      ['VALUE_NOT_ALLOWED', 'picture.kind'],
    ])
    expect(codes(null, { locale: 'fr', width: 40, height: 3 })).toEqual([
      ['UNKNOWN_KEY', 'options.height'],
      ['VALUE_NOT_ALLOWED', 'options.locale'],
      ['NUMBER_OUT_OF_RANGE', 'options.width'],
      ['VALUE_MISSING', 'picture'],
      ['VALUE_MISSING', 'picture.kind'],
    ])
  })

  it.each(Object.keys(pictures))('refuses a picture of kind %s without its data', (kind) => {
    const missing = codes({ kind }, { locale: 'en' })
    expect(missing.length).toBeGreaterThan(0)
    for (const [code, path] of missing) {
      expect(code).toBe('VALUE_MISSING')
      expect(path).toMatch(/^picture\.\w+$/)
    }
  })

  it('brings no texts but its own: neither those of issues nor those of explanations', () => {
    const folder = 'src/explain/chart'
    const code = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    const imports = code.flatMap((text) => text.match(/^import (?!type).*from '\.\.\/.*$/gm) ?? [])
    const outside = imports.map((line) => /'\.\.\/(.*)'/.exec(line)?.[1] ?? '')
    expect(outside.length).toBeGreaterThan(5)
    const isOwn = (path: string) =>
      /^(\.\.|format\/|table\.js|words\/.*\/(chart|money|values)\.js)/.test(path)
    expect(outside.filter((path) => !isOwn(path))).toEqual([])
  })

  it('puts the picture and its table into a figure', () => {
    const figure = parse(chart(hostileTexts.attainment('Ann'), { locale: 'en', format: 'html' }))
    expect(figure.attributes['lang']).toBe('en')
    expect(childrenOf(figure).map(({ name }) => name)).toEqual(['svg', 'div'])
    const heads = all(figure, 'th').map(({ attributes }) => attributes['scope'])
    expect(new Set(heads)).toEqual(new Set(['col', 'row']))
  })
})
