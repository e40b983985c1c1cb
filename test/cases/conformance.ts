/** The public conformance cases, read from their files as a program in another language reads them: docs/conformance.md. */
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('.', import.meta.url)
/** What the cases share, beside the files of cases. */
const SHARED = ['functions.json', 'policies.json', 'schema.json']

/** A document, and which kind of policy it is. */
export interface NamedPolicy {
  readonly kind: string
  readonly document: unknown
}

export interface Case {
  readonly id: string
  readonly clause?: string
  readonly function: string
  readonly policy?: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expect:
    | { readonly outcome: unknown }
    | { readonly issues: readonly { readonly code: string; readonly path: readonly unknown[] }[] }
}

interface CaseFile {
  readonly policies?: Readonly<Record<string, NamedPolicy>>
  readonly cases: readonly Case[]
}

export interface Signature {
  readonly takes: readonly string[]
  readonly policy?: string
}

export const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))

export const caseFiles: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && !SHARED.includes(file))
  .sort()

export const { functions } = read('functions.json') as {
  readonly functions: Readonly<Record<string, Signature>>
}
export const { policies: readyPolicies } = read('policies.json') as {
  readonly policies: Readonly<Record<string, NamedPolicy>>
}

/** Every case, with the policies that it can name: those of its file, and the ready ones. */
export const cases: readonly (Case & {
  readonly policies: Readonly<Record<string, NamedPolicy>>
})[] = caseFiles.flatMap((file) => {
  const { cases, policies } = read(file) as CaseFile
  return cases.map((one) => ({ ...one, policies: { ...readyPolicies, ...policies } }))
})
