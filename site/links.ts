import { posix } from 'node:path'

/** The pages of the repository by their place in the site. */
export type Pages = ReadonlyMap<string, string>

interface Page {
  readonly from: string
  readonly pages: Pages
}

/** A page as the site shows it, and the files of the repository that it links to, which are not pages. */
interface Relinked {
  readonly text: string
  readonly files: readonly string[]
}

/** Leads each link of a page to where the site has what it names: another page, or a file that is handed out beside the pages. */
export function relink(text: string, page: Page): Relinked {
  const files: string[] = []
  const depth = (page.pages.get(page.from) ?? '').split('/').length - 1
  const up = depth === 0 ? './' : '../'.repeat(depth)
  const lead = (link: string): string => {
    const [path = '', anchor] = link.split('#')
    if (path === '' || /^[a-z]+:/.test(path) || path.startsWith('/')) return `${link})`
    const target = posix.normalize(posix.join(posix.dirname(page.from), path))
    const hash = anchor === undefined ? '' : `#${anchor}`
    const to = page.pages.get(target)
    if (to !== undefined) return `/${to}${hash})`
    files.push(target)
    // A file is fetched by the browser, not shown by the router of the pages; from here, since only the router knows the base of the site.
    return `${up}repository/${target}){target="_self"}`
  }
  const led = outsideCode(text, (prose) =>
    prose.replace(/\]\(([^)\s]+)\)/g, (_, link: string) => `](${lead(link)}`),
  )
  return { text: led, files }
}

/** Changes what is not a block of code. */
export function outsideCode(text: string, change: (prose: string) => string): string {
  return text
    .split(/^(```.*?^```$)/ms)
    .map((part) => (part.startsWith('```') ? part : change(part)))
    .join('')
}

/** The anchor of a title, as GitHub makes it: no punctuation, lower case, hyphens for spaces. */
export function anchorOf(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replace(/ /g, '-')
}

/** A page without its blocks of code. */
export const withoutCode = (text: string): string => text.replace(/^```.*?^```$/gms, '')
