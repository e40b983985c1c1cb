import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The names that a file lets out, types as well. */
function exportsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022)
  return source.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => {
    if (exportClause === undefined) return []
    return ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({ name }) => name.text)
      : [exportClause.name.text]
  })
}

const schemas = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('schema.ts'))
  .map((name) => readFileSync(join('src', name), 'utf8'))
const definers = schemas.flatMap((text) => [...text.matchAll(/export function (define[A-Z]\w+)/g)])

describe('the door of policies', () => {
  it('lets out everything that its policies are written in, and so does the root', () => {
    const root = exportsOf('src/index.ts')
    const door = exportsOf('src/policy/index.ts')
    expect(door.length).toBeGreaterThan(30)
    expect(door.filter((name) => !root.includes(name))).toEqual([])
  })

  it('lets out every define function', () => {
    const door = exportsOf('src/policy/index.ts')
    expect(definers.length).toBeGreaterThanOrEqual(8)
    expect(definers.map(([, name]) => name).filter((name) => !door.includes(name ?? ''))).toEqual(
      [],
    )
  })

  it('reads each policy by a schema that the compiler has compared with its types', () => {
    const defining = schemas.filter((text) => /export function define[A-Z]/.test(text))
    expect(defining.filter((text) => !text.includes('readPolicy('))).toEqual([])
    expect(schemas.filter((text) => text.includes('as unknown as'))).toEqual([])
    expect(schemas.filter((text) => / as z\.ZodType<(?!Given)/.test(text))).toEqual([])
  })
})
