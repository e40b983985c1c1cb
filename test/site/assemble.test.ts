import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { assemble, pagesOf, ROOT } from '../../site/assemble.js'
import { relink, withoutCode } from '../../site/links.js'
import { linkNames } from '../../site/names.js'
import { placesOf, sidebarOf } from '../../site/navigation.js'
import { isSearched, RANKING, wordsOfQuery, wordsOfText } from '../../site/search.js'

const content = mkdtempSync(join(tmpdir(), 'site-'))
afterAll(() => rmSync(content, { recursive: true }))
assemble(ROOT, content)

const there = new Set(readdirSync(content, { recursive: true, encoding: 'utf8' }))
const pages = pagesOf(ROOT)
const inSite = [...there].filter((name) => name.endsWith('.md')).sort()

describe('assemble', () => {
  it('takes in every page of docs', () => {
    expect([...pages.values()].filter((page) => !there.has(page))).toEqual([])
    expect(pages.size).toBeGreaterThan(90)
  })

  it('leads every link to a page or a file that is there', () => {
    const dead = inSite.flatMap((page) => {
      const text = withoutCode(readFileSync(join(content, page), 'utf8'))
      const links = [...text.matchAll(/\]\(([^)#\s]*)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
      return links.filter((link) => !leads(page, link)).map((link) => `${page}: ${link}`)
    })
    expect(dead).toEqual([])
  })
})

/** Whether a link of a page stays in it, leaves the site, or leads to what the site has. */
function leads(page: string, link: string): boolean {
  if (link === '' || /^https?:/.test(link)) return true
  const target = link.startsWith('/') ? link.slice(1) : posix.join(posix.dirname(page), link)
  const names = [target, `public/${target}`, `${target}.md`, posix.join(target, 'index.md')]
  return names.some((name) => there.has(name))
}

describe('relink', () => {
  const from = 'docs/commission/README.md'
  const pages = new Map([
    [from, 'commission/index.md'],
    ['docs/kernel.md', 'kernel.md'],
  ])
  const page = { from, pages }

  it('leads from a page to the place of another, with its anchor', () => {
    expect(relink('[it](../kernel.md#time)', page)).toEqual({
      text: '[it](/kernel.md#time)',
      files: [],
    })
  })

  it('hands out a file that is not a page', () => {
    expect(relink('[it](../../test/cases/a.json)', page)).toEqual({
      text: '[it](../repository/test/cases/a.json){target="_self"}',
      files: ['test/cases/a.json'],
    })
  })

  it('leads from a page at the top to a file beside it', () => {
    const { text } = relink('[it](../a.json)', { from: 'docs/kernel.md', pages })
    expect(text).toBe('[it](./repository/a.json){target="_self"}')
  })

  it.each(['[it](https://a.example/b.md)', '[it](#here)', '```ts\na[0](../kernel.md)\n```'])(
    'lets be what leads elsewhere, and code: %s',
    (text) => {
      expect(relink(text, page).text).toBe(text)
    },
  )
})

describe('linkNames', () => {
  const referenceOf = (name: string) =>
    name === 'clawBack' ? '/api/commission#clawBack' : undefined

  it('leads a name in prose to the reference', () => {
    expect(linkNames('Use `clawBack` or `clawBack()`, not `other`.', referenceOf)).toBe(
      'Use [`clawBack`](/api/commission#clawBack) or [`clawBack()`](/api/commission#clawBack), not `other`.',
    )
  })

  it.each(['# `clawBack`', '[the `clawBack` page](/a)', '```ts\nclawBack // `clawBack`\n```'])(
    'lets be a title, a link and code: %s',
    (text) => {
      expect(linkNames(text, referenceOf)).toBe(text)
    },
  )
})

describe('sidebarOf', () => {
  it('has every page of docs, once', () => {
    const listed = placesOf(sidebarOf(ROOT, 'docs'))
    const expected = [...pages.values()].filter(
      (page) => !['overview.md', 'changelog.md', 'questions.md'].includes(page),
    )
    expect([...listed].sort()).toEqual(expected.sort())
  })
})

describe('the search', () => {
  it('cuts Chinese into pairs, and finds a sign alone', () => {
    expect(wordsOfText('回款提成 30%')).toEqual(['回款', '款提', '提成', '成', '30'])
    expect(wordsOfQuery('提成')).toEqual(['提成'])
    expect(wordsOfQuery('薪')).toEqual(['薪'])
  })

  it('finds a function by a part of its name', () => {
    expect(wordsOfText('`calculateCommission`')).toEqual([
      'calculateCommission',
      'calculate',
      'Commission',
    ])
    expect(wordsOfText('a plain word')).toEqual(['a', 'plain', 'word'])
  })

  it('puts what explains before what lists', () => {
    const weigh = (place: string) => RANKING.boostDocument(place, 'i')
    const places = ['/base/api/commission#clawBack', '/base/laws#added', '/base/pitfalls#how']
    expect(places.map(weigh)).toEqual([0.1, 0.4, 1])
    expect(['changelog.md', 'laws.md'].map(isSearched)).toEqual([false, true])
  })

  it('says all that it needs in its own text, as a page carries it', () => {
    const { prefix, fuzzy, boostDocument } = RANKING
    const carried = [wordsOfText, wordsOfQuery, prefix, fuzzy, boostDocument]
    for (const one of carried as ((...given: string[]) => unknown)[]) {
      const alone = new Function(`return (${one.toString()})`)() as typeof one
      for (const given of [
        ['/api/提成 calculateCommission', '提成'],
        ['laws#tax', 'tax'],
      ])
        expect(alone(...given)).toEqual(one(...given))
    }
  })
})
