import type { Block, Document, Fact, Table } from '../document.js'
import { clean } from './clean.js'
import { withoutEmpty } from './columns.js'
import { type Depth, sentencesOf } from './lines.js'
import { joined } from './paragraph.js'

/** Markdown with pipe tables, as GitHub and most others read it. */
export function writeMarkdown(document: Document, depth: Depth): string {
  const said = joined(sentencesOf(document, depth).map(escaped), document.locale)
  if (depth !== 'full') return said
  const { title, head, blocks, foot } = document
  const parts = [
    `# ${escaped(title)}`,
    factList(head),
    said,
    ...blocks.map(blockText),
    factList(foot),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function factList(facts: readonly Fact[]): string {
  return facts.map(({ label, cell }) => `- **${escaped(label)}**: ${escaped(cell.text)}`).join('\n')
}

function blockText({ title, sentences = [], facts = [], table }: Block): string {
  const parts = [
    `## ${escaped(title)}`,
    sentences.map(escaped).join(' '),
    factList(facts),
    table ? tableText(table) : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function tableText(table: Table): string {
  const { columns, rows, total } = withoutEmpty(table)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const sum = total && line(total.map(({ text }) => (text === '' ? '' : `**${escaped(text)}**`)))
  return [
    line(columns.map(({ head }) => escaped(head))),
    line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(({ text }) => escaped(text)))),
    ...(sum === undefined ? [] : [sum]),
  ].join('\n')
}

/** What would be markup is written as the characters that it is; addresses do not become links. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[\\`*_[\]<>|&#~$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => found.replace('.', '\\.'))
    .replace(/^(\s*)([-+=])(?=[-=\s]|$)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
}
