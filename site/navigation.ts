/** The sidebar: the questions of `docs/README.md`, under its titles; the page of a folder has the other pages of that folder below it. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { pagesOf } from './assemble.js'
import { anchorOf } from './links.js'

export interface Item {
  readonly text: string
  readonly link?: string
  readonly collapsed?: boolean
  readonly items?: Item[]
}

/** The sidebar of one language, whose questions are in the README of `folder`: `docs`, `docs/zh-CN`. */
export function sidebarOf(root: string, folder: string): Item[] {
  const index = `${folder}/README.md`
  const text = readFileSync(join(root, index), 'utf8')
  const listed = linksOf(text, index)
  const groups = text.split(/^## /m).slice(1)
  return groups.flatMap((group) => {
    const [title = ''] = group.split('\n', 1)
    const items = linksOf(group, index).map((page) => itemOf(root, page, listed))
    // With a link, its title is no button around another, which a screen reader could not tell apart.
    const link = `${linkOf(root, index)}#${anchorOf(title)}`
    return items.length === 0 ? [] : [{ text: title, link, collapsed: false, items }]
  })
}

function itemOf(root: string, page: string, listed: readonly string[]): Item {
  const text = readFileSync(join(root, page), 'utf8')
  const item = { text: titleOf(text), link: linkOf(root, page) }
  if (!page.endsWith('/README.md')) return item
  const below = linksOf(text, page).filter(
    (other) => other.startsWith(posix.dirname(page)) && !listed.includes(other),
  )
  if (below.length === 0) return item
  return { ...item, collapsed: true, items: below.map((other) => itemOf(root, other, listed)) }
}

/** The pages that a page links to, each once, in order. */
function linksOf(text: string, from: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^):#]+\.md)(?:#[^)]*)?\)/g)].map(([, link = '']) =>
    posix.join(posix.dirname(from), link),
  )
  return [...new Set(links)].filter((page) => page !== from)
}

/** What a page is called in a list: its title, without what a colon adds. */
function titleOf(text: string): string {
  const [, title = ''] = /^# (.*)$/m.exec(text) ?? []
  return title.replace(/[:：] ?.*$/, '').replaceAll('`', '')
}

/** Where the site has a page, as its links say it. */
function linkOf(root: string, page: string): string {
  const place = pagesOf(root).get(page) ?? page
  return `/${place.replace(/(?:^|(?<=\/))index\.md$|\.md$/, '')}`
}

/** The places of the pages that a sidebar leads to, in its order. */
export function placesOf(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ link = '', items: below = [] }) => [
    ...(link.includes('#') ? [] : [`${link.slice(1)}${link.endsWith('/') ? 'index' : ''}.md`]),
    ...placesOf(below),
  ])
}
