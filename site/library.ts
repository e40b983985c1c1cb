/** The library as its compiler knows it: what each entry hands out, with its comments. The reference and the fields of policies are made of it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Library {
  readonly checker: ts.TypeChecker
  /** What each entry hands out, by its name; the root is `index`. */
  readonly entries: ReadonlyMap<string, readonly ts.Symbol[]>
  /** The paragraph on top of each entry. */
  readonly intros: ReadonlyMap<string, string>
  /** The entry on whose page a name is described. */
  readonly homes: ReadonlyMap<string, string>
}

export function readLibrary(root: string): Library {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const files = new Map([
    ...folders.map((name): [string, string] => [name, join(root, 'src', name, 'index.ts')]),
    ['index', join(root, 'src/index.ts')],
  ])
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const program = ts.createProgram([...files.values()], options)
  const checker = program.getTypeChecker()
  const entries = new Map<string, readonly ts.Symbol[]>()
  const intros = new Map<string, string>()
  for (const [name, file] of files) {
    const source = program.getSourceFile(file)
    const door = source && checker.getSymbolAtLocation(source)
    if (source === undefined || door === undefined) throw new Error(`${file} hands out nothing`)
    intros.set(name, introOf(source.text))
    entries.set(
      name,
      checker.getExportsOfModule(door).map((symbol) => meantBy(symbol, checker)),
    )
  }
  return { checker, entries, intros, homes: homesOf(entries) }
}

function meantBy(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** A name is at home in the entry that its file lies in, or else in the first that hands it out. */
function homesOf(entries: Library['entries']): ReadonlyMap<string, string> {
  const homes = new Map<string, string>()
  for (const [entry, symbols] of entries) {
    for (const symbol of symbols) {
      const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? ''
      if (file.includes(`/src/${entry}/`) || !homes.has(symbol.name)) homes.set(symbol.name, entry)
    }
  }
  return homes
}

function introOf(text: string): string {
  const [, intro = ''] = /^\/\*\*(.*?)\*\//s.exec(text) ?? []
  return intro.replace(/^ *\* ?/gm, '').trim()
}

/** Where the site describes a name. */
export function referenceOf(name: string, library: Library): string | undefined {
  const home = library.homes.get(name)
  return home === undefined ? undefined : `/api/${home === 'index' ? '' : home}#${name}`
}

/** The comment of a declaration, without its tags. */
export function commentOf(node: ts.Node): string {
  const [last] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1)
  return ts.getTextOfJSDocComment(last?.comment) ?? ''
}

/** A comment as a page shows it: its links lead to the reference, and no `<` begins a tag. */
export function prose(comment: string, library: Library): string {
  return comment
    .replace(/\{@link (\w+)\}/g, (_, name: string) => {
      const link = referenceOf(name, library)
      return link === undefined ? `\`${name}\`` : `[\`${name}\`](${link})`
    })
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/</g, '&lt;')))
    .join('')
}
