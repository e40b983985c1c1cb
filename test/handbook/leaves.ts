import { attempt } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

/** The way to a leaf of a policy: a figure, a word, a yes or no. */
type Path = readonly (string | number)[]

/** A policy as JSON, to be changed. */
type Json = Record<string | number, unknown>

/** Changes more than the leaf, where one that is changed alone would be refused: another weight gives what a weight takes. */
export type Change = (copy: Json, was: unknown) => void

/** What is known of a ready policy, so that each of its leaves can be changed on purpose. */
export interface Walk<Policy> {
  readonly policy: Policy
  readonly define: (json: never) => Policy
  /** What the rules say by a policy, each by its name. One that is refused says its codes. */
  readonly outcomes: Readonly<Record<string, (policy: Policy) => unknown>>
  /** By the path of a leaf, or its last step: another value, or how to change it; without one a figure rises by 1 and a word is another. */
  readonly changes?: Readonly<Record<string, unknown>>
  /** By a word, wherever it stands: another that may stand there. */
  readonly words?: Readonly<Record<string, unknown>>
  /** By the path of a leaf: what else has to be so on both sides, where the leaf decides nothing in the policy as it is. */
  readonly given?: Readonly<Record<string, Change>>
  /** By the path of a leaf: the code by which every change of it is refused. Nothing else may be refused. */
  readonly refused?: Readonly<Record<string, string>>
}

/** Changes each leaf of a ready policy, and asks that the policy is accepted and that an outcome changes. No leaf is left out. */
export function everyLeafDecides<Policy extends object>(name: string, walk: Walk<Policy>): void {
  const { policy, define, outcomes, changes = {}, words = {}, given = {}, refused = {} } = walk
  const plain = { ...throughJson(policy), provenance: [] } as Json
  const leaves = leavesOf(plain)

  describe(`every leaf of ${name}`, () => {
    it('is one that can be changed, and no other is spoken of', () => {
      expect(leaves.length).toBeGreaterThan(10)
      const known = new Set(leaves.flatMap((path) => [path.join('.'), String(path.at(-1))]))
      expect(
        Object.keys({ ...changes, ...given, ...refused }).filter((key) => !known.has(key)),
      ).toEqual([])
    })

    it.each(leaves.map((path) => [path.join('.'), path] as const))('decides: %s', (key, path) => {
      const own = throughJson(plain)
      given[key]?.(own, undefined)
      const before = say(define(own as never), outcomes)
      const copy = throughJson(own)
      changeAt(copy, path, { changes, words })
      expect(copy).not.toEqual(own)
      const changed = attempt(() => define(copy as never))
      const codes = changed.ok ? [] : changed.issues.map(({ code }) => code)
      expect([...new Set(codes)]).toEqual(key in refused ? [refused[key]] : [])
      if (!changed.ok) return
      const after = say(changed.value, outcomes)
      const moved = Object.keys(outcomes).filter((one) => after[one] !== before[one])
      expect(moved, 'the outcomes that change').not.toEqual([])
    })
  })
}

/** The way to each leaf, but for what only names the policy. */
function leavesOf({ id: _, version: __, provenance: ___, ...parts }: Json): Path[] {
  return pathsIn(parts, [])
}

/** An empty list is a leaf, too: it says that there is nothing. */
function pathsIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
}

function changeAt(
  copy: Json,
  path: Path,
  { changes = {}, words = {} }: Pick<Walk<unknown>, 'changes' | 'words'>,
): void {
  const owner = path.slice(0, -1).reduce((at, key) => at[key] as Json, copy)
  const key = path.at(-1) as string
  const was = owner[key]
  const place = [path.join('.'), key].find((one) => one in changes)
  const word = words[String(was)] ?? another(was)
  const to = place === undefined ? word : changes[place]
  if (typeof to === 'function') (to as Change)(copy, was)
  else owner[key] = to
}

function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
    return String(Number(value) / 2 + 0.03125)
  return `${String(value)}-changed`
}

function say<Policy>(policy: Policy, outcomes: Walk<Policy>['outcomes']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([name, run]) => {
      const outcome = attempt(() => run(policy))
      if (!outcome.ok) return [name, JSON.stringify(outcome.issues)]
      return [name, JSON.stringify(outcome.value)]
    }),
  )
}
