import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type Field, readFieldsOf } from '../../site/fieldsOf.js'

/** So much of the language as the types below need. */
const LANGUAGE = `
interface ReadonlyArray<T> { readonly [n: number]: T }
interface Array<T> { [n: number]: T }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {} interface NewableFunction {}
interface Number {} interface Object {} interface RegExp {} interface String {}
type Record<K extends string, T> = { [P in K]: T }
type Partial<T> = { [P in keyof T]?: T[P] }
`

const POLICY = `
export type DecimalInput = string | number | bigint
export interface Whole { readonly a: string }
export type Elsewhere = { readonly a: string } | { readonly b: string }
interface Step {
  /** Where it starts. */
  readonly from: DecimalInput
  readonly inner?: readonly Step[]
}
export interface Policy<Id extends string = string> {
  /** Names it. */
  readonly id: Id
  /** How; \`one\` by default. */
  readonly mode?: 'one' | 'two'
  readonly on?: boolean
  readonly required?: DecimalInput | boolean
  readonly steps: readonly Step[]
  readonly others?: readonly Step[]
  readonly table?: Record<string, { readonly share: DecimalInput }>
  readonly requires?: Elsewhere
  readonly part?: Partial<Whole>
  readonly own?: Partial<Step>
  readonly ends: { readonly after: 'periods'; readonly periods: number } | { readonly after: 'year' }
}
`

function fields(): readonly Field[] {
  const sources: Record<string, string> = { 'lib.d.ts': LANGUAGE, 'policy.ts': POLICY }
  const options = { noLib: true, strict: true, target: ts.ScriptTarget.ES2022, types: [] }
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    fileExists: (name) => name in sources,
    readFile: (name) => sources[name],
    getSourceFile: (name) =>
      name in sources
        ? ts.createSourceFile(name, sources[name] ?? '', ts.ScriptTarget.ES2022, true)
        : undefined,
    getCurrentDirectory: () => '',
  }
  const program = ts.createProgram(Object.keys(sources), options, host)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile('policy.ts')
  const door = source && checker.getSymbolAtLocation(source)
  const policy = door && checker.getExportsOfModule(door).find(({ name }) => name === 'Policy')
  if (policy === undefined) throw new Error('There is no policy')
  return readFieldsOf(
    policy,
    checker,
    new Map([
      ['Elsewhere', '/elsewhere'],
      ['Whole', '/whole'],
    ]),
  )
}

const flat = (list: readonly Field[]): Field[] =>
  list.flatMap((field) => [field, ...flat(field.fields)])

describe('readFieldsOf', () => {
  const all = flat(fields())
  const held = new Map(all.map(({ path, holds }) => [path, holds]))

  it('names each field by its whole path, once', () => {
    expect(all.map(({ path }) => path)).toEqual([
      ...['id', 'mode', 'on', 'required', 'steps', 'steps[].from', 'steps[].inner', 'others'],
      ...['table', 'table.*.share', 'requires', 'part', 'own', 'own.from', 'own.inner'],
      ...['ends', 'ends.after', 'ends.periods'],
    ])
  })

  it.each([
    ['id', 'text'],
    ['mode', '`one`, `two`'],
    ['on', '`false`, `true`'],
    ['required', 'decimal, or `false`, `true`'],
    ['steps', 'list: object'],
    ['steps[].inner', 'list: as [`steps[]`](#steps)'],
    ['others', 'list: as [`steps[]`](#steps)'],
    ['table', 'by name: object'],
    ['requires', '[elsewhere](/elsewhere)'],
    ['part', '[whole](/whole), of which any field may be left out'],
    ['own', 'object'],
    ['ends.after', '`periods`, `year`'],
  ])('says what %s holds', (path, holds) => {
    expect(held.get(path)).toBe(holds)
  })

  it('says what must be there, and which kind has a field that others have not', () => {
    const required = all.filter((field) => field.required).map(({ path }) => path)
    expect(required).toEqual(['id', 'steps', 'steps[].from', 'table.*.share', 'ends', 'ends.after'])
    expect(all.find(({ path }) => path === 'ends.periods')?.with).toEqual(['periods'])
  })

  it('takes what the comment says', () => {
    expect(all.find(({ path }) => path === 'steps[].from')?.comment).toBe('Where it starts.')
  })
})
