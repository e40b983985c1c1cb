import { relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** An editor shows the comment of a field while a policy is written, so each field that may be written has one. */
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))
const program = ts.createProgram(['src/policy/index.ts'], options)
const checker = program.getTypeChecker()

interface Field {
  readonly path: string
  readonly where: string
  readonly comment: string
}

/** The fields of a type and of all that it is made of, each declaration once. */
function fieldsOf(type: ts.Type, path: string, seen: Set<unknown>): Field[] {
  if (seen.has(type)) return []
  seen.add(type)
  if (type.isUnion()) return type.types.flatMap((one) => fieldsOf(one, path, seen))
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return checker
      .getTypeArguments(type as ts.TypeReference)
      .flatMap((one) => fieldsOf(one, `${path}[]`, seen))
  const named = checker.getIndexTypeOfType(type, ts.IndexKind.String)
  const inside = named === undefined ? [] : fieldsOf(named, `${path}{}`, seen)
  return [
    ...inside,
    ...checker.getPropertiesOfType(type).flatMap((one) => fieldsAt(one, path, seen)),
  ]
}

function fieldsAt(field: ts.Symbol, owner: string, seen: Set<unknown>): Field[] {
  const [declaration] = field.declarations ?? []
  if (declaration === undefined || !isOurs(declaration)) return []
  const path = `${owner}.${field.name}`
  const deeper = fieldsOf(checker.getTypeOfSymbol(field), path, seen)
  if (seen.has(declaration)) return deeper
  seen.add(declaration)
  const comment = ts.displayPartsToString(field.getDocumentationComment(checker))
  return [{ path, where: relative('.', declaration.getSourceFile().fileName), comment }, ...deeper]
}

const isOurs = (node: ts.Node) => node.getSourceFile().fileName.startsWith(resolve('src'))

/** What each define function of the door takes, by its name. */
function inputs(): [string, ts.Type][] {
  const door = program.getSourceFile('src/policy/index.ts')
  const module = door && checker.getSymbolAtLocation(door)
  const names = module ? checker.getExportsOfModule(module) : []
  return names
    .filter(({ name }) => name.startsWith('define'))
    .flatMap((name) => {
      const type = checker.getTypeOfSymbol(checker.getAliasedSymbol(name))
      const [input] = type.getCallSignatures()[0]?.getParameters() ?? []
      return input ? [[name.name, checker.getTypeOfSymbol(input)] as [string, ts.Type]] : []
    })
}

describe('a field of a policy', () => {
  const seen = new Set<unknown>()
  const fields = inputs().flatMap(([name, type]) => fieldsOf(type, name, seen))

  it('has a comment, whatever the policy', () => {
    expect(fields.length).toBeGreaterThan(600)
    expect(fields.filter(({ comment }) => comment === '')).toEqual([])
  })
})
