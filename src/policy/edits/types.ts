import type { DecimalInput } from '../../kernel/index.js'

/** Where an edit holds: a place in the policy and, in a document, the days and the group. */
interface EditPlace {
  /**
   * The way to the place, from outside in: keys, ids where the entries of a list have one, `[0]` where they have none. A step with a dot or a bracket in it
   * is written `["a.b"]`.
   */
  readonly path: string
  /** In a document, the first day on which the edit holds; from the first version on, by default. */
  readonly from?: string
  /** In a document, the last day on which the edit holds; for good, by default. */
  readonly to?: string
  /** In a document, the group whose section is meant. A group that has none of its own gets one. */
  readonly group?: string
}

/** Another value in a place: a new one, or one worked out from what is there. */
export type Edit = EditPlace &
  (
    | { readonly set: unknown }
    | { readonly multiply: DecimalInput }
    | { readonly add: DecimalInput }
    /** An entry more in a list: before the entry of this id, at the end by default. */
    | { readonly insert: unknown; readonly before?: string }
    | { readonly remove: true }
  )
