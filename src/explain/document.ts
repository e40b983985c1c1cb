/** What a description of an outcome is: in one language, and before it is written in a format. */
import type { Locale } from './explainIssue.js'

/** An outcome described: what it is, why, what is missing to more, and the tables that it can be recomputed from. */
export interface Document {
  readonly locale: Locale
  /** Heads of what every table of all parts has. */
  readonly names: {
    readonly section: string
    readonly item: string
    readonly value: string
    readonly answer: string
  }
  readonly title: string
  /** Whom and what it is about, and by which policy. */
  readonly head: readonly Fact[]
  /** One number, and one sentence why. */
  readonly answer: string
  /** The sentences that make a paragraph of the answer. */
  readonly sentences: readonly string[]
  readonly blocks: readonly Block[]
  /** By which clauses, and the digest of the outcome. */
  readonly foot: readonly Fact[]
}

/** A value with its name. */
export interface Fact {
  readonly label: string
  readonly cell: Cell
}

/** A part of a document, with a heading of its own. */
export interface Block {
  readonly title: string
  readonly sentences?: readonly string[]
  readonly facts?: readonly Fact[]
  readonly table?: Table
}

/** Rows of one kind. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** What the rows add up to, as the outcome says it. */
  readonly total?: readonly Cell[]
}

export interface Column {
  readonly id: string
  readonly head: string
  /** Numbers stand right, one under the other. */
  readonly isNumber: boolean
}

/** A value as people read it, and as machines do: plain decimals, ratios as ratios. */
export interface Cell {
  readonly text: string
  readonly plain: string
  /** Whether the plain form is a number, which no spreadsheet takes for a formula. */
  readonly isNumber: boolean
}
