/**
 * The keys of a part of a policy that are known, and of those that choose between ways to compute, the values.
 *
 * @internal
 */
export type KnownKeys<Part = Readonly<Record<string, unknown>>> = {
  readonly [Key in keyof Part]?: readonly Part[Key][] | 'any'
}

/**
 * Whether a part has nothing but what is known. A key or a value that is not may change what is computed.
 *
 * @internal
 */
export function hasOnlyKnown(part: object, known: KnownKeys): boolean {
  return unknownIn(part, known) === undefined
}

/**
 * The first key of a part that is not known, or whose value is not.
 *
 * @internal
 */
export function unknownIn(part: object, known: KnownKeys): string | undefined {
  return Object.entries(part).find(([key, value]) => {
    const allowed = known[key]
    return allowed !== 'any' && allowed?.includes(value) !== true
  })?.[0]
}
