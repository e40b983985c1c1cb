/** Which page answers the question that a function answers: the row of the README that names it, or else the pages that name it most. */
import { posix } from 'node:path'
import type { Pages } from './links.js'
import type { Answer, Answers } from './reference.js'

/** Pages that name all there is, and explain none of it. */
const OF_EVERYTHING =
  /^docs\/(?:README|laws|interpretations|performance|conformance|versioning|zh-CN\/.*|lint\/.*|why\/.*)\.md$/
const MOST = 2

/** The texts of the pages by their names in the repository. */
export function answersOf(texts: ReadonlyMap<string, string>, pages: Pages): Answers {
  const answers = rowsOf(texts.get('README.md') ?? '', pages)
  const named = new Map<string, Map<string, number>>()
  for (const [page, text] of texts) {
    if (!page.startsWith('docs/') || OF_EVERYTHING.test(page)) continue
    for (const [, name = ''] of text.matchAll(/\b([a-z]\w*[A-Z]\w*|[a-z]{5,})(?=[`(])/g)) {
      const times = named.get(name) ?? new Map<string, number>()
      times.set(page, (times.get(page) ?? 0) + 1)
      named.set(name, times)
    }
  }
  for (const [name, times] of named) {
    const most = [...times].sort(([, a], [, b]) => b - a).slice(0, MOST)
    const found = most.map(([page]) => answerOf(page, texts, pages))
    const before = answers.get(name) ?? []
    const others = found.filter(({ link }) => !before.some((row) => row.link.startsWith(link)))
    answers.set(name, [...before, ...others].slice(0, Math.max(before.length, MOST)))
  }
  return answers
}

/** The rows of the README: what one asks, the functions that answer, and the page. */
function rowsOf(readme: string, pages: Pages): Map<string, Answer[]> {
  const answers = new Map<string, Answer[]>()
  for (const [, question = '', names = '', path = '', anchor = ''] of readme.matchAll(
    /^\| ([^|]+) \| ([^|]*) \|[^|]*\| \[[^\]]*\]\(([^)#]+)(#[^)]*)?\)/gm,
  )) {
    const link = `/${(pages.get(posix.normalize(path)) ?? '').replace(/(?:index)?\.md$/, '')}${anchor}`
    for (const [, name = ''] of names.matchAll(/`(\w+)`/g))
      answers.set(name, [...(answers.get(name) ?? []), { title: question, link }])
  }
  return answers
}

function answerOf(page: string, texts: ReadonlyMap<string, string>, pages: Pages): Answer {
  const [, title = page] = /^# (.*)$/m.exec(texts.get(page) ?? '') ?? []
  return { title, link: `/${(pages.get(page) ?? '').replace(/(?:index)?\.md$/, '')}` }
}
