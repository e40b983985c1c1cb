import { relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/**
 * What an editor shows while a policy is written and used: the comment of each field, and the names that may be written. It asks the
 * compiler as an editor does.
 */
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))

const WRITTEN = resolve('test/policy/written.ts')
/** A program in which `|` and a name stand where somebody is about to write. */
const text = `
import * as rules from 'sales-rules'
const all = [{ id: 'all', from: 0 }] as const
const leads = rules.defineLeadModel({ missing: 'zero', criteria: [{ id: 'budget', weight: 100 }], bands: all })
rules.scoreLead({ |fact }, leads)
rules.scoreLead({ budget: 1 }, leads).band === '|band'
const requires = { id: 'trained', comparison: 'equals', required: true } as const
const careers = rules.defineCareerPolicy({ ladders: [{ id: 'sales', clause: 'A', rungs: [{ id: 'senior', requires }] }] })
rules.checkPromotion({}, '|rung', careers)
const grading = rules.defineGradingPolicy({ grades: [{ id: 'pass', from: 60 }, { id: 'fail', from: 0 }] })
rules.gradeScore(70, grading).grade === '|grade'
const scale = rules.defineScale({ mode: 'marginal', tiers: [{ id: 'first', upTo: 10 }, { id: 'top', upTo: null }] })
rules.applyScale(1, scale).slices[0]?.tier === '|tier'
`
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [WRITTEN, resolve('src/policy/index.ts')],
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) => {
    const content = file === WRITTEN ? text.replaceAll('|', '') : ts.sys.readFile(file)
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
  },
  getCurrentDirectory: () => resolve('.'),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (file) => file === WRITTEN || ts.sys.fileExists(file),
  readFile: ts.sys.readFile,
})
const program = service.getProgram() as ts.Program
const checker = program.getTypeChecker()

/** What an editor offers where a name follows a `|`. */
function offered(name: string): string[] {
  const marked = text.indexOf(`|${name}`)
  const position = text.slice(0, marked).replaceAll('|', '').length
  const { entries = [] } = service.getCompletionsAtPosition(WRITTEN, position, {}) ?? {}
  return entries.map((entry) => entry.name)
}

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

describe('a name of a policy that is written in the call', () => {
  it.each([
    ['fact', ['budget']],
    ['band', ['all']],
    ['rung', ['senior']],
    ['grade', ['pass', 'fail']],
    ['tier', ['first', 'top']],
  ])('is offered where a %s may be written', (place, names) => {
    expect(offered(place).filter((name) => name !== 'asOf')).toEqual(names)
  })
})
