/** Draws calls that nobody should make, and says what is wrong with what comes of them. */
import * as rules from '../../src/index.js'
import { packPolicy, SalesRulesError } from '../../src/index.js'
import type { Call } from '../calls.js'
import { seededRandom } from '../oracle/random.js'
import { allCalls } from './calls.js'
import { drawEdits, type Edit, edited, type Place } from './edits.js'

/** A call by its name, and what is done to it: the whole of a finding, as JSON. */
export interface Drawn {
  readonly call: string
  readonly edits: readonly Edit[]
}

/** What a call may take of the processor: far more than any takes. */
const MOST_MILLISECONDS = 5000

const byName = new Map(allCalls.map((call) => [call[0], call] as const))

/** Which define function makes a policy, and the JSON that it makes it of. */
function documentOf(argument: unknown): { readonly kind: string; readonly json: unknown } | null {
  try {
    const { kind } = packPolicy(argument as never)
    return { kind, json: JSON.parse(JSON.stringify(argument)) }
  } catch {
    return null
  }
}

const documents = new Map<unknown, ReturnType<typeof documentOf>>()
function documentFor(argument: unknown) {
  if (typeof argument !== 'object' || argument === null) return null
  if (!documents.has(argument)) documents.set(argument, documentOf(argument))
  return documents.get(argument) ?? null
}

/** The arguments with the JSON of each policy in its place, which an edit can reach. */
const opened = (given: readonly unknown[]) => given.map((one) => documentFor(one)?.json ?? one)

/** The draw of this number: the same on every machine. */
export function draw(seed: number, index: number): Drawn {
  const random = seededRandom(seed * 1_000_003 + index)
  const [call, , given] = random.pick(allCalls)
  return { call, edits: drawEdits(random, opened(given)) }
}

/** Makes the call and says what is wrong with what came of it; nothing where it is as it should be. */
export function faultOf({ call: name, edits }: Drawn): string | null {
  const call = byName.get(name)
  if (call === undefined) return `no call is named ${name}`
  const changed = edits.reduce<unknown>(edited, opened(call[2])) as readonly unknown[]
  const touched = new Set(edits.map(({ at }: { at: Place }) => at[0]))
  const before = pictureOf(changed)
  const builtIn = pictureOfBuiltIns()
  const start = process.cpuUsage()
  const wrong = outcomeFault(() => make(call, changed, touched))
  const { user } = process.cpuUsage(start)
  if (wrong !== null) return wrong
  if (user > MOST_MILLISECONDS * 1000) return `took ${Math.round(user / 1000)} ms`
  if (pictureOf(changed) !== before) return 'changed what it was given'
  return pictureOfBuiltIns() === builtIn ? null : 'changed a prototype'
}

/** A policy that was edited is defined again, and the rule is called with what that makes. */
function make(
  [, run, given]: Call,
  changed: readonly unknown[],
  touched: ReadonlySet<unknown>,
): unknown {
  const all = given.map((argument, at) => {
    const document = documentFor(argument)
    if (document === null) return changed[at]
    if (!touched.has(String(at))) return argument
    const define = (rules as unknown as Record<string, (json: unknown) => unknown>)[
      document.kind === 'SalesPolicy' ? 'definePolicy' : `define${document.kind}`
    ]
    return define === undefined ? changed[at] : define(changed[at])
  })
  return (run as (...all: readonly unknown[]) => unknown)(...all.slice(0, changed.length))
}

function outcomeFault(run: () => unknown): string | null {
  try {
    return oddNumberIn(run(), { left: 20_000 })
  } catch (error) {
    if (!(error instanceof SalesRulesError)) return `threw ${errorText(error)}`
    const isTold =
      error.issues.length > 0 &&
      error.issues.every(({ message, path }) => message !== '' && Array.isArray(path))
    return isTold ? null : 'refused without saying why'
  }
}

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [, frame = ''] = error.stack?.split('\n').filter((line) => line.includes('/src/')) ?? []
  return `${error} ${frame.trim()}`.slice(0, 300)
}

/** An outcome is JSON: a number that is none, or negative zero, is a mistake. Columns have NaN where they say so. */
function oddNumberIn(value: unknown, looking: { left: number }): string | null {
  looking.left -= 1
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? null
      : `returned ${Object.is(value, -0) ? '-0' : value}`
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || looking.left < 0)
    return null
  for (const part of Object.values(value)) {
    const found = oddNumberIn(part, looking)
    if (found !== null) return found
  }
  return null
}

/** What an object is made of, without calling anything of it. What is frozen cannot change. */
function pictureOf(value: unknown): string {
  const parts: string[] = []
  picture(value, parts, 0)
  return parts.join(' ')
}

function picture(value: unknown, parts: string[], depth: number): void {
  if (typeof value === 'string') parts.push(value.length > 100 ? `text of ${value.length}` : value)
  else if (typeof value !== 'object' || value === null)
    parts.push(typeof value === 'bigint' ? 'bigint' : String(value))
  else if (depth > 12 || parts.length > 3000) parts.push('more')
  else drawObject(value, parts, depth)
}

function drawObject(value: object, parts: string[], depth: number): void {
  try {
    if (ArrayBuffer.isView(value))
      return void parts.push(
        `${Object.prototype.toString.call(value)} of ${value.byteLength} ${new Uint8Array(value.buffer, value.byteOffset, Math.min(64, value.byteLength)).join()}`,
      )
    if (value instanceof Map) return void parts.push(`Map of ${value.size}`)
    if (Array.isArray(value)) parts.push(`array of ${value.length}`)
    if (Array.isArray(value) && value.length > 50_000) return
    for (const key of Reflect.ownKeys(value)) {
      if (parts.length > 3000) return
      const { value: part, get } = Object.getOwnPropertyDescriptor(value, key) ?? {}
      parts.push(String(key))
      if (get === undefined) picture(part, parts, depth + 1)
    }
  } catch {
    parts.push('unreadable')
  }
}

const BUILT_INS = [Object, Array, Function, String, Number, Map, Set, Promise, Error, RegExp, Date]

/** What somebody may have added to a prototype, or taken from it. */
function pictureOfBuiltIns(): string {
  return BUILT_INS.map(
    ({ prototype }) => `${Reflect.ownKeys(prototype).length} ${Object.isFrozen(prototype)}`,
  ).join()
}
