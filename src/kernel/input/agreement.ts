/**
 * The compiler's check that a schema and the types written by hand say the same. A type that only has to fit may lack a field, or have
 * one too many, unseen; so both are brought to one plain form and must then be identical.
 */
import type { Decimal } from 'decimal.js'

/**
 * What a schema must be to speak for a policy: itself, where it makes exactly `Made` of exactly `Given`. Otherwise it must have
 * fields that it does not have, which name what differs.
 */
export type Agreeing<Schema, Made, Given> = Schema &
  Same<MadeBy<Schema>, Made, { readonly outputDiffersIn: DifferingKeys<MadeBy<Schema>, Made> }> &
  Same<GivenTo<Schema>, Given, { readonly inputDiffersIn: DifferingKeys<GivenTo<Schema>, Given> }>

// As zod marks its schemas, so that this file need not load it.
type MadeBy<Schema> = Schema extends { readonly _zod: { readonly output: infer Made } }
  ? Made
  : never
type GivenTo<Schema> = Schema extends { readonly _zod: { readonly input: infer Given } }
  ? Given
  : never

/** Anything where two types are one and the same, `Otherwise` where they are not. */
type Same<One, Other, Otherwise> =
  IsIdentical<Plain<One>, Plain<Other>> extends true ? unknown : Otherwise

type IsIdentical<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false

type DifferingKeys<One, Other> = {
  [Key in KeyOf<One> | KeyOf<Other>]: IsIdentical<Field<One, Key>, Field<Other, Key>> extends true
    ? never
    : Key
}[KeyOf<One> | KeyOf<Other>]

type KeyOf<Type> = Type extends unknown ? keyof Type : never

type Field<Type, Key> = Type extends unknown
  ? Key extends keyof Type
    ? Plain<Pick<Type, Key>>
    : never
  : never

/**
 * A type with everything readonly and intersections flattened. A key that may be undefined is one that may be left out: it is not
 * copied from what was given.
 */
type Plain<Type> = 0 extends 1 & Type
  ? Type
  : Type extends Decimal
    ? Type
    : Type extends readonly (infer Entry)[]
      ? readonly Plain<Entry>[]
      : Type extends object
        ? { readonly [Key in keyof Type]: Plain<Exclude<Type[Key], undefined>> }
        : Type
