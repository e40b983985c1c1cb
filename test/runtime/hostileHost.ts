/**
 * A program that changes what it shares with the library before it loads it: it computes in decimals of five digits, as it likes them rounded,
 * and freezes the language itself. `Error.prototype` alone stays as it is, since zod writes on its errors.
 */
import { Decimal } from 'decimal.js'

Decimal.set({ precision: 5, rounding: Decimal.ROUND_UP, toExpNeg: 0, toExpPos: 0 })

const seen = new Set<unknown>([Error.prototype])
const freeze = (value: unknown): void => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return
  if (seen.has(value)) return
  seen.add(value)
  for (const key of Reflect.ownKeys(value))
    freeze(Object.getOwnPropertyDescriptor(value, key)?.value)
  freeze(Object.getPrototypeOf(value))
  Object.freeze(value)
}
for (const intrinsic of [Object, Function, Array, String, Number, Boolean, BigInt, Symbol])
  freeze(intrinsic)
for (const intrinsic of [Date, RegExp, Map, Set, WeakMap, WeakSet, Promise, Proxy, Reflect])
  freeze(intrinsic)
for (const intrinsic of [JSON, Math, ArrayBuffer, Uint8Array, Int32Array, Float64Array])
  freeze(intrinsic)
