/** What the built pages say of themselves: where they lead, and what they ask of other servers. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf } from './serve.js'

/** The pages of a built site by their path: /start/crm.html. */
export function readPages(dist: string): ReadonlyMap<string, string> {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => name.endsWith('.html') && !name.startsWith('repository/'))
      .sort()
      .map((name) => [`/${name}`, readFileSync(join(dist, name), 'utf8')]),
  )
}

const decode = (text: string) => decodeURIComponent(text.replaceAll('&amp;', '&'))

/** Links of pages that lead to no page or file of the site, or to an anchor that is not there. */
export function deadLinks(
  dist: string,
  pages: ReadonlyMap<string, string>,
  base: string,
): string[] {
  const anchors = new Map<string, ReadonlySet<string>>()
  const anchorsOf = (file: string) => {
    const before = anchors.get(file)
    if (before !== undefined) return before
    const found = new Set(
      [...readFileSync(file, 'utf8').matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => decode(id)),
    )
    anchors.set(file, found)
    return found
  }
  const known = new Map<string, boolean>()
  const leadsFrom = (from: string, link: string): boolean => {
    const { pathname, hash } = new URL(link, `http://site${base}${from.slice(1)}`)
    const leads = known.get(pathname + hash) ?? isThere(pathname, hash)
    known.set(pathname + hash, leads)
    return leads
  }
  const isThere = (pathname: string, hash: string): boolean => {
    if (!pathname.startsWith(base)) return false
    const file = fileOf(dist, `/${decode(pathname.slice(base.length))}`)
    return file !== undefined && (hash === '' || anchorsOf(file).has(decode(hash.slice(1))))
  }
  return [...pages].flatMap(([from, html]) => {
    const links = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, link = '']) => link)
    const inside = [...new Set(links)].filter((link) => !/^[a-z]+:/.test(link))
    return inside.filter((link) => !leadsFrom(from, link)).map((link) => `${from}: ${link}`)
  })
}

/** What a page or a style fetches from elsewhere as it is read. Links that a reader follows are none of it. */
export function outsideRequests(dist: string, pages: ReadonlyMap<string, string>): string[] {
  const assets = readdirSync(join(dist, 'assets'), { recursive: true, encoding: 'utf8' })
  const styles = assets
    .filter((name) => name.endsWith('.css'))
    .map((name): [string, string] => [name, readFileSync(join(dist, 'assets', name), 'utf8')])
  const fetched =
    /<(?:script|img|iframe|link|source|video|audio)\b[^>]*?(?:src|href)="((?:https?:)?\/\/[^"]*)"|url\(["']?((?:https?:)?\/\/[^)"']*)/g
  return [...pages, ...styles].flatMap(([name, text]) =>
    [...text.matchAll(fetched)].map(([, inTag, inStyle]) => `${name}: ${inTag ?? inStyle}`),
  )
}
