/** The reference of the library: one page per entry, with what it hands out, made of the sources and their comments. */
import ts from 'typescript'
import { commentOf, type Library, prose, referenceOf } from './library.js'

/** The pages that answer by each function, as `questions.ts` finds them. */
export type Answers = ReadonlyMap<string, readonly Answer[]>

export interface Answer {
  readonly title: string
  readonly link: string
}

export function referencePages(library: Library, answers: Answers): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const entry of library.entries.keys())
    pages.set(`api/${entry}.md`, entryPage(entry, library, answers))
  return pages
}

function entryPage(entry: string, library: Library, answers: Answers): string {
  const handedOut = [...(library.entries.get(entry) ?? [])].sort((a, b) => order(a, b))
  const own = handedOut.filter(({ name }) => library.homes.get(name) === entry)
  const others = handedOut.filter(({ name }) => library.homes.get(name) !== entry)
  const section = (title: string, symbols: readonly ts.Symbol[]) =>
    symbols.length === 0
      ? []
      : [`## ${title}`, ...symbols.map((symbol) => description(symbol, library, answers))]
  const parts = [
    ...(entry === 'index' ? rootHead(library) : [`# sales-rules/${entry}`]),
    prose(library.intros.get(entry) ?? '', library),
    ...section('Functions', own.filter(isFunction)),
    ...section(
      'Values',
      own.filter((symbol) => isValue(symbol) && !isFunction(symbol)),
    ),
    ...section(
      'Types',
      own.filter((symbol) => !isValue(symbol)),
    ),
    ...(others.length === 0 ? [] : ['## Handed out here too', linksTo(others, library)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function rootHead(library: Library): string[] {
  const entries = [...library.entries.keys()].filter((name) => name !== 'index')
  const rows = entries.map((name) => {
    const text = (library.intros.get(name) ?? '').replace(/\s+/g, ' ')
    const [sentence = text] = /^.*?[.](?= |$)/.exec(text) ?? []
    return `| [sales-rules/${name}](/api/${name}) | ${prose(sentence, library)} |`
  })
  return [
    '# Reference',
    'What each entry of the package hands out.',
    ['| entry | what it is for |', '|---|---|', ...rows].join('\n'),
    '## sales-rules {#root}',
  ]
}

const isValue = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Value) !== 0
const isFunction = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Function) !== 0
const order = (a: ts.Symbol, b: ts.Symbol) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)

function linksTo(symbols: readonly ts.Symbol[], library: Library): string {
  return symbols.map(({ name }) => linkTo(name, library)).join(', ')
}

function linkTo(name: string, library: Library): string {
  return `[\`${name}\`](${referenceOf(name, library)})`
}

function description(symbol: ts.Symbol, library: Library, answers: Answers): string {
  const nodes = declarationsOf(symbol)
  const [first] = nodes
  if (first === undefined) return `### ${symbol.name} {#${symbol.name}}`
  const code = nodes.map((node) => codeOf(node, symbol, library)).join('\n')
  const commented = ts.isVariableDeclaration(first) ? first.parent.parent : first
  const parts = [
    `### ${symbol.name} {#${symbol.name}}`,
    prose(commentOf(commented), library),
    `\`\`\`ts\n${code}\n\`\`\``,
    namesIn(code, [symbol.name, ...parametersOf(first)], library),
    ...tagsOf(commented, library),
    answersOf(answers.get(symbol.name) ?? []),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** A function that is declared for several kinds of input is described by those declarations, and not by what carries them out. */
function declarationsOf(symbol: ts.Symbol): readonly ts.Declaration[] {
  const nodes = symbol.declarations ?? []
  const overloads = nodes.filter((node) => ts.isFunctionDeclaration(node) && !node.body)
  return overloads.length > 0 ? overloads : nodes
}

function codeOf(node: ts.Declaration, symbol: ts.Symbol, { checker }: Library): string {
  const source = node.getSourceFile().text
  if (ts.isFunctionDeclaration(node)) {
    const end = node.body?.getStart() ?? node.end
    return source
      .slice(node.getStart(), end)
      .replace(/^export /, '')
      .trim()
  }
  if (ts.isVariableDeclaration(node)) {
    const flags = ts.TypeFormatFlags.NoTruncation
    const type =
      node.type?.getText() ??
      checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, flags)
    return `const ${symbol.name}: ${readable(type)}`
  }
  if (ts.isClassDeclaration(node)) return classCode(node)
  return node.getText().replace(/^export /, '')
}

/** A type as the compiler writes it, of which a long list of words is cut, and each member has a line of its own. */
function readable(type: string): string {
  return type
    .replace(/("[^"]*" \| )("[^"]*" \| ){8,}/g, '$1… | ')
    .replace(
      /\{ (.*?);? \}/g,
      (_, members: string) => `{\n  ${members.replaceAll('; ', '\n  ')}\n}`,
    )
}

/** A class without what its methods do. */
function classCode(node: ts.ClassDeclaration): string {
  const members = node.members.map((member) => {
    const text = member.getText()
    const body = 'body' in member ? (member.body as ts.Node | undefined) : undefined
    return `  ${body === undefined ? text : text.slice(0, body.getStart() - member.getStart()).trim()}`
  })
  const head = node
    .getText()
    .slice(0, node.getText().indexOf('{'))
    .replace(/^export /, '')
  return `${head}{\n${members.join('\n')}\n}`
}

/** The names that a declaration gives to its own types. */
function parametersOf(node: ts.Declaration): readonly string[] {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  )
    return node.typeParameters?.map(({ name }) => name.text) ?? []
  return []
}

function namesIn(code: string, own: readonly string[], library: Library): string {
  const words = new Set(code.replace(/\/\*.*?\*\//gs, '').match(/\b[A-Z]\w+\b/g) ?? [])
  const names = [...words].filter((name) => !own.includes(name) && library.homes.has(name))
  return names.length === 0 ? '' : `Types: ${names.map((name) => linkTo(name, library)).join(', ')}`
}

function tagsOf(node: ts.Node, library: Library): readonly string[] {
  return ts.getJSDocTags(node).flatMap((tag) => {
    if (tag.tagName.text === 'throws')
      return [`**Throws** ${prose(ts.getTextOfJSDocComment(tag.comment) ?? '', library)}`]
    if (tag.tagName.text !== 'example') return []
    // As it stands in the source: the compiler takes the margin from every line of its code.
    const text = tag
      .getText()
      .replace(/^@example */, '')
      .replace(/^ *\* ?/gm, '')
      .trim()
    // An example may have no title.
    const code = text.indexOf('```')
    return [`**Example** ${prose(text.slice(0, code).trim(), library)}`, text.slice(code)]
  })
}

function answersOf(answers: readonly Answer[]): string {
  const links = answers.map(({ title, link }) => `[${title}](${link})`)
  return links.length === 0 ? '' : `**Read** ${links.join(' · ')}`
}
