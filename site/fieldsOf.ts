import ts from 'typescript'
import { commentOf } from './library.js'

/** One field of a policy. */
export interface Field {
  /** The whole path, with `[]` for each of a list and `.*` for each of a table. */
  readonly path: string
  /** What it holds, in words, as Markdown. */
  readonly holds: string
  readonly required: boolean
  /** The kinds of object that have it, where others beside them have not. */
  readonly with: readonly string[]
  readonly comment: string
  readonly fields: readonly Field[]
}

/** What a field holds: in words, and the fields in it. */
interface Held {
  readonly words: string
  readonly fields: readonly Field[]
}

interface Walk {
  readonly checker: ts.TypeChecker
  /** Types with a page of their own, and its address. */
  readonly elsewhere: ReadonlyMap<string, string>
  /** Where on this page a type is described: by the first field that has it. */
  readonly described: Map<ts.Symbol, string>
}

/** The fields of what is written down as a type. One that comes again is described where it comes first; one with a page of its own, there. */
export function readFieldsOf(
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
  elsewhere: ReadonlyMap<string, string>,
): readonly Field[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol)
  const walk = { checker, elsewhere, described: new Map([[symbol, '']]) }
  return fieldsOf(partsOf(type).filter(isObject), '', walk)
}

/** The anchor of a field is its path. */
export const anchorOfField = (path: string) => path.replace(/\[\]/g, '')

/** The fields of an object, or of objects of several kinds, each name once. */
function fieldsOf(kinds: readonly ts.Type[], path: string, walk: Walk): readonly Field[] {
  const names = new Set(kinds.flatMap((kind) => kind.getProperties().map(({ name }) => name)))
  return [...names].map((name) => {
    const having = kinds.filter((kind) => kind.getProperty(name) !== undefined)
    const properties = having.flatMap((kind) => kind.getProperty(name) ?? [])
    const own = path === '' ? name : `${path}.${name}`
    const held = together(properties.map((property) => heldBy(typeOf(property, walk), own, walk)))
    return {
      path: own,
      holds: held.words,
      fields: held.fields,
      required: having.length === kinds.length && !properties.some(isOptional),
      with: having.length === kinds.length ? [] : having.flatMap((kind) => labelOf(kind, walk)),
      comment: [...new Set(properties.map(commentOfProperty))].filter(Boolean).join(' '),
    }
  })
}

/** Of an optional property, without the `undefined` that would hide the name of its type. */
function typeOf(property: ts.Symbol, { checker }: Walk): ts.Type {
  const node = property.valueDeclaration
  return node !== undefined && ts.isPropertySignature(node) && node.type !== undefined
    ? checker.getTypeFromTypeNode(node.type)
    : checker.getTypeOfSymbol(property)
}

const isOptional = (property: ts.Symbol) => (property.flags & ts.SymbolFlags.Optional) !== 0

function commentOfProperty(property: ts.Symbol): string {
  const [node] = property.declarations ?? []
  return node === undefined ? '' : commentOf(node)
}

/** What tells a kind of object from the others: the word of its `kind`, its `after`, …. */
function labelOf(kind: ts.Type, walk: Walk): readonly string[] {
  const types = kind.getProperties().map((property) => typeOf(property, walk))
  const label = types.find((type) => type.isStringLiteral())
  return label?.isStringLiteral() ? [label.value] : []
}

function heldBy(type: ts.Type, path: string, walk: Walk): Held {
  const name = type.aliasSymbol ?? (isObject(type) ? type.symbol : undefined)
  if (name?.name === 'DecimalInput') return { words: 'decimal', fields: [] }
  if (name?.name === 'Partial') return heldInPart(type, path, walk)
  const parts = partsOf(type)
  if (name === undefined || !parts.some(isObject) || name.name === '__type')
    return heldByParts(parts, path, walk)
  const place = walk.elsewhere.get(name.name)
  if (place !== undefined) return { words: `[${wordsOf(name.name)}](${place})`, fields: [] }
  const before = walk.described.get(name)
  if (before === '') return { words: 'one more of this page', fields: [] }
  if (before !== undefined)
    return { words: `as [\`${before}\`](#${anchorOfField(before)})`, fields: [] }
  walk.described.set(name, path)
  return heldByParts(parts, path, walk)
}

/** Another policy, of which fields may be left out. */
function heldInPart(type: ts.Type, path: string, walk: Walk): Held {
  const [whole] = type.aliasTypeArguments ?? []
  const place = walk.elsewhere.get(whole?.symbol?.name ?? '')
  if (whole === undefined || place === undefined) return heldByParts(partsOf(type), path, walk)
  const words = `[${wordsOf(whole.symbol.name)}](${place}), of which any field may be left out`
  return { words, fields: [] }
}

function heldByParts(parts: readonly ts.Type[], path: string, walk: Walk): Held {
  // Where a decimal is one of several, its name is lost: only decimals may be a bigint.
  const decimal = parts.some(({ flags }) => flags & ts.TypeFlags.BigInt)
  const left = parts.filter((part) => !(decimal && isOfDecimal(part)))
  const literals = left.filter(isLiteral).map((part) => `\`${literalOf(part, walk)}\``)
  const objects = left.filter(isObject)
  const others = left.filter((part) => !isLiteral(part) && !isObject(part))
  return together([
    ...(decimal ? [{ words: 'decimal', fields: [] }] : []),
    ...(literals.length > 0 ? [{ words: [...new Set(literals)].join(', '), fields: [] }] : []),
    ...others.map((part) => heldByHolder(part, path, walk)),
    ...(objects.length > 0 ? [{ words: 'object', fields: fieldsOf(objects, path, walk) }] : []),
  ])
}

/** A list, a table by name, or a plain value. */
function heldByHolder(part: ts.Type, path: string, walk: Walk): Held {
  const { checker } = walk
  const element = checker.isArrayLikeType(part)
    ? checker.getIndexTypeOfType(part, ts.IndexKind.Number)
    : undefined
  const entry = element ?? part.getStringIndexType()
  if (entry === undefined) {
    const name = checker.typeToString(part)
    return { words: PLAIN[name] ?? name, fields: [] }
  }
  const inner = heldBy(entry, element === undefined ? `${path}.*` : `${path}[]`, walk)
  const words = element === undefined ? `by name: ${inner.words}` : `list: ${inner.words}`
  return { words, fields: inner.fields }
}

const PLAIN: Readonly<Record<string, string>> = { string: 'text', unknown: 'anything' }

function together(held: readonly Held[]): Held {
  const words = [...new Set(held.map(({ words }) => words))]
  return {
    words: words.join(words.every((word) => /^`[^`]*`$/.test(word)) ? ', ' : ', or '),
    // Kinds that have the same field in the same place share its description.
    fields: [
      ...new Map(held.flatMap(({ fields }) => fields.map((field) => [field.path, field]))).values(),
    ],
  }
}

/** What a type may be, one by one. */
function partsOf(type: ts.Type): readonly ts.Type[] {
  if (type.isUnion()) return type.types.flatMap(partsOf)
  const constraint = type.isTypeParameter() ? type.getConstraint() : undefined
  if (constraint !== undefined) return partsOf(constraint)
  return type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never) ? [] : [type]
}

const isLiteral = (type: ts.Type) =>
  (type.flags & (ts.TypeFlags.Literal | ts.TypeFlags.BooleanLiteral)) !== 0

const literalOf = (type: ts.Type, { checker }: Walk) =>
  type.isStringLiteral() ? type.value : checker.typeToString(type)

const isOfDecimal = (type: ts.Type) =>
  (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Number | ts.TypeFlags.BigInt)) !== 0 ||
  type.symbol?.name === 'Decimal'

/** An object with fields of its own, which a list and a table by name are not. */
const isObject = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
  type.getNumberIndexType() === undefined &&
  type.getStringIndexType() === undefined &&
  type.getCallSignatures().length === 0

const wordsOf = (name: string) =>
  name
    .replace(/Input$/, '')
    .replace(/\B[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase()
