import type { Defined } from '../kernel/index.js'
import type { PolicySections, PolicySectionsInput, SectionName } from './sections.js'

/** A case that a version of a document comes with: what a rule gives for an input. `checkExamples` and lint run it. */
export interface PolicyExample {
  /** Names the example; each once. */
  readonly id: string
  /** The name of the rule: `calculateCommission`. */
  readonly rule: string
  /** The group whose sections it is about. */
  readonly group?: string
  /** What the function is called with: its input, or its arguments by name. */
  readonly input: unknown
  /** What the outcome says, as far as it matters here: the other fields of the outcome are not looked at. */
  readonly expect: unknown
}

/** A version of a document, as it is written down: complete, from its first day until the next version, or until the day it names. */
export interface PolicyVersionInput extends PolicySectionsInput {
  /** Names the version in outcomes; each once. */
  readonly version: string
  /** The first day on which it is in force. */
  readonly effectiveFrom: string
  /** The first day on which it is no more in force, where it ends before the next version begins, or for good. */
  readonly until?: string
  /** Sections that some have instead of those of the version. */
  readonly groups?: Readonly<Record<string, PolicySectionsInput>>
  /** Worked cases, which `checkExamples` computes. At most 1,000. */
  readonly examples?: readonly PolicyExample[]
}

/** A policy document as it is written down. */
export interface SalesPolicyInput {
  /** Where an editor finds the JSON Schema. */
  readonly $schema?: string
  /** The form of the document. */
  readonly format?: 1
  /** Names the document in results; sections that have no id of their own have this one. */
  readonly id?: string
  /** What people call it. */
  readonly name?: string
  /** The oldest first. */
  readonly versions: readonly PolicyVersionInput[]
}

/** The fields of a type, of which those that are not known may have no value. */
type Only<Type, Known> = {
  readonly [Key in keyof Type]: Key extends keyof Known ? unknown : never
}

type OnlyInVersion<Version> = Only<Version, PolicyVersionInput> &
  (Version extends { readonly groups: infer Groups }
    ? {
        readonly groups: { readonly [Key in keyof Groups]: Only<Groups[Key], PolicySectionsInput> }
      }
    : unknown)

type OnlyInEach<Versions> = {
  readonly [Index in keyof Versions]: OnlyInVersion<Versions[Index]>
}

/** A document without keys that nothing reads, in itself, its versions and their groups; what `JSON.parse` gives is looked at when it is defined. */
export type OnlyKnownKeys<Document extends SalesPolicyInput> = 0 extends 1 & Document
  ? unknown
  : Only<Document, SalesPolicyInput> & { readonly versions: OnlyInEach<Document['versions']> }

/** A version of a document, checked. */
export interface PolicyVersion extends Partial<PolicySections> {
  readonly version: string
  readonly effectiveFrom: string
  readonly until?: string
  readonly groups?: Readonly<Record<string, Partial<PolicySections>>>
  readonly examples?: readonly PolicyExample[]
}

/** A document that holds all policies of a company, in versions that are in force one after the other. */
export interface SalesPolicy {
  readonly $schema?: string
  readonly format: 1
  readonly id: string
  readonly name?: string
  readonly versions: readonly PolicyVersion[]
}

declare const sections: unique symbol

/** A document that was checked and frozen. `Always` are the sections that each of its versions has. */
export type DefinedSalesPolicy<Always extends SectionName = never> = Defined<SalesPolicy> & {
  readonly [sections]?: Always
}

/** The sections that each version of a document has; of what `JSON.parse` gives nobody knows. */
export type SectionsInAll<Document extends SalesPolicyInput> = 0 extends 1 & Document
  ? never
  : {
      [Name in SectionName]: Document['versions'][number] extends { readonly [Key in Name]: object }
        ? Name
        : never
    }[SectionName]

/** What is in force on a day. */
export type PolicyOnDate<Always extends SectionName = never> = Partial<PolicySections> &
  Pick<PolicySections, Always> & {
    readonly id: string
    readonly version: string
    readonly effectiveFrom: string
    /** The first day on which it is no more in force; absent where no end is known. */
    readonly until?: string
    /** The digest of what all its sections decide. */
    readonly fingerprint: string
  }
