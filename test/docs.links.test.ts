import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const under = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))

const pages = ['README.md', 'CHANGELOG.md', ...under('docs')]
/** Pages for those who work on the repository. */
const ofWork = under('.github')

/** What GitHub makes of a title: no punctuation, lower case, hyphens for spaces. */
function anchorOf(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replace(/ /g, '-')
}

/** The text of a page without its blocks of code. */
const proseOf = (page: string) => readFileSync(page, 'utf8').replace(/^```.*?^```$/gms, '')

const anchorsOf = (page: string) =>
  [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchorOf(title))

/** The links of a page that stay in the repository, with the file and the anchor that each is to lead to. */
function linksOf(page: string) {
  return [...proseOf(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => {
    const [path = '', anchor] = link.split('#')
    return { link, file: path === '' ? page : normalize(join(dirname(page), path)), anchor }
  })
}

describe('the pages', () => {
  it('link to each other', () => {
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(100)
  })

  it.each([...pages, ...ofWork])('lead where they say: %s', (page) => {
    const dead = linksOf(page).filter(
      ({ file, anchor }) =>
        !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    )
    expect(dead.map(({ link }) => link)).toEqual([])
  })

  it.each([...pages.filter((page) => page !== 'CHANGELOG.md'), ...ofWork])(
    'name files of the repository that there are: %s',
    (page) => {
      const named = [...proseOf(page).matchAll(/`((?:test|examples|docs|src)\/[\w./-]+)`/g)]
      expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
    },
  )

  // The parts of a changelog bear the same names in each version, and nothing links to them.
  it.each(pages.filter((page) => page !== 'CHANGELOG.md'))('have one title each: %s', (page) => {
    const anchors = anchorsOf(page)
    expect(anchors).toEqual([...new Set(anchors)])
  })

  it('are all to be found from the README', () => {
    const found = new Set(['README.md'])
    for (const page of found) {
      for (const { file } of linksOf(page)) if (file.endsWith('.md')) found.add(file)
    }
    expect(pages.filter((page) => !found.has(page))).toEqual([])
  })
})
