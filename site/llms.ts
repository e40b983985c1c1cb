import { withoutCode } from './links.js'

/** The pages for machines: an index with a line for each page, all of the docs in one file, and the reference in another. */
export interface MachinePage {
  /** Where it lies in the site, as Markdown. */
  readonly place: string
  readonly text: string
}

const titleOf = (text: string) => /^# (.*)$/m.exec(text)?.[1] ?? ''

/** The first sentence of a page, which says what it is about. */
function sentenceOf(text: string): string {
  const body = withoutCode(text).replace(/^---\n.*?\n---\n/s, '')
  const paragraph = body.split(/\n\n+/).find((part) => /^[\p{L}`*[]/u.test(part.trim())) ?? ''
  const plain = paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const [sentence = plain] = /^.*?[.!?。](?= |$)/.exec(plain) ?? []
  return sentence
}

/** `llms.txt`: what there is to read, by sections, with the address of each page. */
export function indexOf(
  sections: ReadonlyMap<string, readonly MachinePage[]>,
  base: string,
): string {
  const parts = [...sections].map(([title, pages]) => {
    const lines = pages.map(
      ({ place, text }) => `- [${titleOf(text)}](${base}${place}): ${sentenceOf(text)}`,
    )
    return `## ${title}\n\n${lines.join('\n')}`
  })
  return `# sales-rules

> The rules by which a company runs its sales force, as pure, typed, exact functions in TypeScript: commission, targets, appraisal, grades,
> promotion, rewards, service levels, lead and health scores. \`npm install sales-rules\`.

All pages of the docs in one file: ${base}llms-full.txt. The reference and the fields of policies: ${base}llms-reference.txt.

${parts.join('\n\n')}
`
}

/** Pages one after the other, each under its address. */
export function inFull(pages: readonly MachinePage[], base: string): string {
  return pages.map(({ place, text }) => `<!-- ${base}${place} -->\n\n${text.trim()}\n`).join('\n')
}
