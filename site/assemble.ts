/**
 * Gathers the pages of the site into `site/content`, which VitePress reads: the pages of `docs` where they are read on GitHub, the README, the changelog
 * and the pages that only the site has. Nothing is written twice: a page is copied as it is, but for its links.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Pages, relink } from './links.js'
import { linkNames } from './names.js'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Every page of the repository that the site shows, with its place in the site. */
export function pagesOf(root: string): Pages {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort()
  return new Map([
    ['README.md', 'overview.md'],
    ['CHANGELOG.md', 'changelog.md'],
    ...docs.map((name): [string, string] => [`docs/${name}`, placeOf(name)]),
  ])
}

/** The README of a folder is its index; those of `docs` and of a language list all questions, since the index there is a front page. */
function placeOf(name: string): string {
  if (/^(?:zh-\w+\/)?README\.md$/.test(name)) return name.replace('README', 'questions')
  return name.replace(/README\.md$/, 'index.md')
}

/** What is made of the sources: pages by their place in the site, and where the reference describes a name. */
export interface Generated {
  readonly pages: ReadonlyMap<string, string>
  readonly referenceOf: (name: string) => string | undefined
}

const NOTHING: Generated = { pages: new Map(), referenceOf: () => undefined }

/** Writes the pages into a folder, which is emptied first, and returns those that are text by their place. */
export function assemble(
  root: string,
  content: string,
  { pages: generated, referenceOf } = NOTHING,
): ReadonlyMap<string, string> {
  rmSync(content, { recursive: true, force: true })
  const pages = pagesOf(root)
  const files = new Set<string>()
  const texts = new Map(generated)
  for (const [from, to] of pages) {
    const page = relink(readFileSync(join(root, from), 'utf8'), { from, pages })
    for (const file of page.files) files.add(file)
    texts.set(to, page.text)
  }
  for (const [place, text] of texts) write(join(content, place), linkNames(text, referenceOf))
  for (const file of files)
    cpSync(join(root, file), join(content, 'public/repository', file), { recursive: true })
  cpSync(join(root, 'site/pages'), content, { recursive: true })
  for (const [home, start] of HOMES) showExample(join(content, home), join(root, start))
  return texts
}

/** The front page of each language, and the page whose first example it shows. */
const HOMES = new Map([
  ['index.md', 'docs/start/README.md'],
  ['zh-CN/index.md', 'docs/zh-CN/start.md'],
])

/** The command that installs, and the first example of a page, on a front page: they are written there, and run by the tests. */
function showExample(home: string, start: string): void {
  const text = readFileSync(start, 'utf8')
  const blocks = [/^```sh\n.*?^```$/ms, /^```ts\n.*?^```$/ms].map(
    (block) => block.exec(text)?.[0] ?? '',
  )
  write(
    home,
    readFileSync(home, 'utf8').replace(
      '<!-- example -->',
      () => `<div class="example">\n\n${blocks.join('\n\n')}\n\n</div>`,
    ),
  )
}

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
