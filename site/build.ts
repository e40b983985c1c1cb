/** Makes `site/content`: the pages of the repository, and those that are generated from the sources. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answersOf } from './answers.js'
import { assemble, pagesOf, ROOT, write } from './assemble.js'
import { clausesPage } from './clauses.js'
import { fieldPageOf, fieldPages } from './fields.js'
import { readLibrary, referenceOf } from './library.js'
import { indexOf, inFull, type MachinePage } from './llms.js'
import { placesOf, sidebarOf } from './navigation.js'
import { referencePages } from './reference.js'

const CONTENT = fileURLToPath(new URL('content', import.meta.url))

const library = readLibrary(ROOT)
const pages = pagesOf(ROOT)
const sources = new Map(
  [...pages.keys()].map((page) => [page, readFileSync(join(ROOT, page), 'utf8')]),
)
const texts = assemble(ROOT, CONTENT, {
  pages: new Map([
    ['clauses.md', clausesPage()],
    ...fieldPages(library),
    ...referencePages(library, answersOf(sources, pages)),
  ]),
  referenceOf: (name) => fieldPageOf(name) ?? referenceOf(name, library),
})
/** The order in which the sidebar has the pages; the others follow as they come. */
const ORDER = ['questions.md', ...placesOf(sidebarOf(ROOT, 'docs'))]
const rankOf = (place: string) => (ORDER.includes(place) ? ORDER.indexOf(place) : ORDER.length)

writeForMachines()

/** Each page as Markdown beside its HTML, and the indexes of them. */
function writeForMachines(): void {
  const base = `${process.env['SITE_URL'] ?? ''}${process.env['SITE_BASE'] ?? '/'}`
  const all = [...texts]
    .map(([place, text]): MachinePage => ({ place, text }))
    .sort((a, b) => rankOf(a.place) - rankOf(b.place))
  const under = (pattern: RegExp) => all.filter(({ place }) => pattern.test(place))
  const generated = /^(?:api|policy)\//
  const docs = all.filter(({ place }) => !/^(?:(?:api|policy|zh-CN)\/|changelog)/.test(place))
  const sections = new Map([
    ['Pages', docs],
    ['Policies, field by field', under(/^policy\//)],
    ['Reference', under(/^api\//)],
    ['中文', under(/^zh-CN\//)],
  ])
  for (const { place, text } of all) write(join(CONTENT, 'public', place), text)
  write(join(CONTENT, 'public/llms.txt'), indexOf(sections, base))
  write(join(CONTENT, 'public/llms-full.txt'), inFull(docs, base))
  write(join(CONTENT, 'public/llms-reference.txt'), inFull(under(generated), base))
}
