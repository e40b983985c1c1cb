/** What nobody should pass, and what comes of it in each place of what a function is given. */
import { SalesRulesError } from '../src/index.js'

const boom = (): never => {
  throw new Error('boom')
}
const traps = Object.fromEntries(
  ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'].map((trap) => [
    trap,
    boom,
  ]),
)
const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic
const revoked = Proxy.revocable({}, {})
revoked.revoke()
const endless = Object.assign([1], {
  *[Symbol.iterator]() {
    for (;;) yield 1
  },
})
const sparse: unknown[] = []
sparse[50] = 1

export const hostile: Readonly<Record<string, unknown>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-0': -0,
  null: null,
  undefined: undefined,
  '1e999999999': '1e999999999',
  '12,000': '12,000',
  'full-width digits': '１２０００',
  'a text of 10 MB': 'x'.repeat(10_000_000),
  'digits of 10 MB': '9'.repeat(10_000_000),
  '34 digits': '9'.repeat(34),
  'a bigint of 100,000 digits': 10n ** 100_000n,
  'a cycle': cyclic,
  'a Date': new Date(0),
  'a getter that throws': Object.defineProperty({}, 'sales', { get: boom, enumerable: true }),
  'a proxy that throws': new Proxy({}, traps),
  'a proxied array that throws': new Proxy([], traps),
  'a revoked proxy': revoked.proxy,
  'a sparse array': sparse,
  'an array of 4 billion holes': new Array(4_000_000_000),
  'an array of 20,000 holes': new Array(20_000),
  'an array that never ends': endless,
  'a symbol': Symbol('s'),
  'an object without a prototype': Object.create(null),
  'a prototype from JSON': JSON.parse('{"__proto__":{"sales":"1"}}'),
  'an unknown key': { zzz: 1 },
  'text that throws': { toString: boom, [Symbol.toPrimitive]: boom },
  'a Decimal that lies': { toStringTag: '[object Decimal]', toString: boom },
  'a function': () => 1,
  'a Map': new Map(),
  'a column of four': Float64Array.of(0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300),
}

/** Far more than any of them takes: a length or a text that is read to its end takes minutes, or all memory. */
const MOST_MILLISECONDS = 5000

type Run = (...given: never[]) => unknown
export type Path = readonly string[]

/** Every place in a value; defined policies are left whole, and of `provenance` and of a list the first entry is enough. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  const isLeaf = typeof value !== 'object' || value === null || ArrayBuffer.isView(value)
  if (isLeaf || Object.isFrozen(value)) return [path]
  const all = Object.keys(value)
  const isEnough = Array.isArray(value) || path.at(-1) === 'provenance'
  const keys = isEnough ? all.slice(0, 1) : all
  const inner = keys.flatMap((key) =>
    placesIn((value as Record<string, unknown>)[key], [...path, key]),
  )
  return [path, ...inner]
}

export function withAt(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const fields = copy as Record<string, unknown>
  fields[step] = withAt(fields[step], rest, put)
  return copy
}

/** What is thrown that is no SalesRulesError, or how long it took where that is too long. */
export function fault(run: Run, given: readonly unknown[]): string | null {
  const start = performance.now()
  try {
    ;(run as (...all: readonly unknown[]) => unknown)(...given)
  } catch (error) {
    if (!(error instanceof SalesRulesError)) return String(error)
  }
  const took = performance.now() - start
  return took > MOST_MILLISECONDS ? `took ${Math.round(took)} ms` : null
}

export function* faultsOf(run: Run, given: readonly unknown[]): Generator<string> {
  for (const [position, argument] of given.entries()) {
    for (const place of placesIn(argument)) {
      for (const [kind, value] of Object.entries(hostile)) {
        const found = fault(
          run,
          given.map((one, index) => (index === position ? withAt(argument, place, value) : one)),
        )
        if (found !== null) yield `${[position, ...place].join('.')} is ${kind}: ${found}`
      }
    }
  }
}
