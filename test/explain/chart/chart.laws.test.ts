import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chart, type Locale, type Picture } from '../../../src/explain/index.js'
import { attempt } from '../../../src/index.js'
import { hostileTexts, pictures } from './pictures.js'
import { all, type Element, numbersIn, numbersOf, parse, rowsOf, said } from './reading.js'

const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']
const locales = fc.constantFrom(...LOCALES)
const widths = fc.integer({ min: 320, max: 1200 })

/** Names of elements, and which attributes they have. */
function skeletonOf(element: Element): unknown {
  const children = element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [skeletonOf(child)],
  )
  return [element.name, Object.keys(element.attributes), children]
}

const KNOWN = ['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title']

describe.each(Object.entries(pictures))(
  'a picture of kind %s',
  (_, drawn: fc.Arbitrary<Picture>) => {
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
          const svg = parse(chart(picture, { locale, width }))
          const { attributes } = svg
          const { title, description } = said(chart(picture, { locale, width }))
          expect(attributes).toMatchObject({ role: 'img', lang: locale, 'aria-label': title })
          expect(title.length).toBeGreaterThan(5)
          expect(description.length).toBeGreaterThan(title.length / 2)
          const names = new Set(JSON.stringify(skeletonOf(svg)).match(/"[a-z]+",\[/g))
          for (const name of names) expect(KNOWN).toContain(name.slice(1, -3))
          const written = chart(picture, { locale, width })
          expect(written).not.toMatch(
            /NaN|Infinity|undefined|null|e[+-]\d|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
          )
        }),
      )
    })

    it('has no number in title, description and labels that is not in its data or its table', () => {
      fc.assert(
        fc.property(drawn, locales, (picture, locale) => {
          const rows = rowsOf(chart(picture, { locale, format: 'html' }))
          const known = new Set([
            ...numbersOf(picture),
            ...rows.flat().flatMap(numbersIn),
            ...numbersIn('0'),
          ])
          const { title, description } = said(chart(picture, { locale }))
          const numbers = [...numbersIn(title), ...numbersIn(description)]
          expect(numbers.filter((number) => !known.has(number))).toEqual([])
        }),
      )
    })

    it('has the same numbers in title and table in all three languages', () => {
      fc.assert(
        fc.property(drawn, (picture) => {
          const [en, ...others] = LOCALES.map((locale) => {
            const { title } = said(chart(picture, { locale }))
            const rows = rowsOf(chart(picture, { locale, format: 'html' })).slice(1)
            return {
              title: [...numbersIn(title)].sort(),
              rows: rows.map((row) => row.flatMap(numbersIn)),
            }
          })
          for (const other of others) expect(other).toEqual(en)
        }),
      )
    })

    it('stays inside its own bounds', () => {
      fc.assert(
        fc.property(drawn, locales, widths, (picture, locale, width) => {
          const svg = parse(chart(picture, { locale, width }))
          const height = Number(svg.attributes['height'])
          expect(svg.attributes['viewBox']).toBe(`0 0 ${width} ${height}`)
          for (const shape of all(svg, 'circle')) {
            const x = Number(shape.attributes['cx'] ?? 0)
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(width)
          }
        }),
      )
    })
  },
)

describe('hostile text', () => {
  it.each(Object.entries(hostileTexts))('is never markup: %s', (_, picture) => {
    const harmless = (text: string) => picture(text)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(
            '<script>alert(1)</script>',
            '"><svg onload=alert(1)>',
            "' onclick='alert(1)",
            '</title><style>*{display:none}</style>',
            ']]><!-- &lt; &#x3c; &',
            '\u0000\u0008\ud800\ufffe',
            '\u202eevil',
            'x'.repeat(200),
          ),
          fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
        ),
        locales,
        (text, locale) => {
          const result = attempt(() => chart(harmless(text), { locale, format: 'html' }))
          if (!result.ok) return expect(text.length).toBeGreaterThan(200)
          const names = new Set(
            JSON.stringify(skeletonOf(parse(result.value))).match(/"[a-z]+",\[/g),
          )
          for (const name of names)
            expect([
              ...KNOWN,
              'figure',
              'table',
              'caption',
              'thead',
              'tbody',
              'tr',
              'th',
              'td',
            ]).toContain(name.slice(1, -3))
          expect(result.value).not.toMatch(/<script| on\w+="/)
        },
      ),
    )
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
})
