import { meant } from '../args.js'
import { usage } from '../exit.js'

/** What a cell is read as. A fact may be a figure, yes or no, or a name; a score is never yes or no. */
export type CellKind = 'text' | 'number' | 'date' | 'yes-or-no' | 'fact' | 'score'

/** A field that a command reads, and under which names programs export it. */
export interface Field {
  readonly kind: CellKind
  /** Groups of names: one of an earlier group goes before one of a later; two of the same group are for a person to decide. */
  readonly names?: readonly (readonly string[])[]
}

/** The fields of a command by our own names; `facts.` stands for any field that starts with it. */
export type Fields = Readonly<Record<string, Field>>

/** A column of a file that is read. */
interface Column {
  readonly at: number
  readonly header: string
  readonly field: string
  readonly kind: CellKind
}

export interface Columns {
  readonly read: readonly Column[]
  /** The headers that nothing is read from. */
  readonly unread: readonly string[]
}

export interface ToMap {
  readonly fields: Fields
  readonly required: readonly string[]
  /** `--map "Deal Amount=amount"`; nothing after the sign leaves a column out. */
  readonly map: readonly string[]
}

/** Blanks, case, full width and signs make no difference between two headers. */
function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-/()（）:：*#%"']/g, '')
}

/** Says which column is which field: as told by `--map`, then by our own names, then by those of other programs. */
export function mapColumns(header: readonly string[], file: string, asked: ToMap): Columns {
  const told = readMap(header, file, asked)
  const taken = new Set(told.values())
  const free = header.flatMap((name, at) => (told.has(at) ? [] : [{ name, at }]))
  const found = Object.keys(asked.fields)
    .filter((field) => !taken.has(field) && !field.endsWith('.'))
    .flatMap((field) => {
      const at = findColumn(field, free, file, asked.fields)
      return at === undefined ? [] : [[at, field] as const]
    })
  const open = free.filter(({ at }) => !found.some(([one]) => one === at))
  const dotted = open.flatMap(({ name, at }) => {
    const field = name.trim()
    return kindOf(field, asked.fields) === undefined || taken.has(field)
      ? []
      : [[at, field] as const]
  })
  const read = [...told, ...found, ...dotted]
    .filter(([, field]) => field !== '')
    .map(([at, field]) => ({
      at,
      field,
      header: header[at] ?? '',
      kind: kindOf(field, asked.fields) ?? 'text',
    }))
    .sort((a, b) => a.at - b.at)
  refuseMissing(read, header, file, asked)
  return { read, unread: header.filter((_, at) => !read.some((column) => column.at === at)) }
}

/** The kind of a field, also of one such as `facts.margin`. */
function kindOf(field: string, fields: Fields): CellKind | undefined {
  if (Object.hasOwn(fields, field)) return fields[field]?.kind
  const prefix = field.slice(0, field.indexOf('.') + 1)
  return prefix !== '' && field !== prefix && Object.hasOwn(fields, prefix)
    ? fields[prefix]?.kind
    : undefined
}

function readMap(header: readonly string[], file: string, { map, fields }: ToMap) {
  const told = new Map<number, string>()
  for (const entry of map) {
    const sign = entry.lastIndexOf('=')
    const [name, field] = [entry.slice(0, sign).trim(), entry.slice(sign + 1).trim()]
    if (sign < 1) throw usage(`--map "${entry}" has to be "Their column=our field".`)
    const at = header.findIndex((one) => one.trim() === name || plain(one) === plain(name))
    if (at === -1)
      throw usage(
        `--map: ${file} has no column "${name}".${meant(name, header)}`,
        columnsOf(header),
      )
    if (field !== '' && kindOf(field, fields) === undefined)
      throw usage(
        `--map: there is no field "${field}".${meant(field, Object.keys(fields))}`,
        `The fields are ${namesOf(fields)}.`,
      )
    if (field !== '' && [...told.values()].includes(field))
      throw usage(`--map says twice which column is ${field}.`)
    told.set(at, field)
  }
  return told
}

function findColumn(
  field: string,
  free: readonly { readonly name: string; readonly at: number }[],
  file: string,
  fields: Fields,
): number | undefined {
  for (const group of [[field], ...(fields[field]?.names ?? [])]) {
    const names = group.map(plain)
    const [first, second] = free.filter(({ name }) => names.includes(plain(name)))
    if (first !== undefined && second !== undefined)
      throw usage(
        `${file} has two columns that may be ${field}: "${first.name}" and "${second.name}".`,
        `Say which: --map "${first.name}=${field}".`,
      )
    if (first !== undefined) return first.at
  }
  return undefined
}

function refuseMissing(
  read: readonly Column[],
  header: readonly string[],
  file: string,
  { required, fields }: ToMap,
): void {
  const missing = required.find((field) => !read.some((column) => column.field === field))
  if (missing === undefined) return
  const names = [missing, ...(fields[missing]?.names ?? []).flat()]
  const near = header.find((one) => meant(plain(one), names.map(plain)) !== '')
  throw usage(
    `${file} has no column for ${missing}. ${columnsOf(header)}`,
    `Say which it is: --map "${near ?? 'THEIR COLUMN'}=${missing}".`,
  )
}

function columnsOf(header: readonly string[]): string {
  return `Its columns are ${header.map((one) => `"${one}"`).join(', ')}.`
}

function namesOf(fields: Fields): string {
  return Object.keys(fields)
    .map((field) => (field.endsWith('.') ? `${field}NAME` : field))
    .join(', ')
}

/** Whether a first line has a header that is known: of bytes that may be of several encodings, it says which. */
export function hasKnownHeader(firstLine: string, fields: Fields): boolean {
  const known = new Set(
    Object.entries(fields).flatMap(([field, { names = [] }]) =>
      [field, ...names.flat()].map(plain),
    ),
  )
  return firstLine.split(/[,;\t]/).some((cell) => /[^\0-\x7f]/.test(cell) && known.has(plain(cell)))
}
