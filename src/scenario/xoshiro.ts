/**
 * Pseudorandom numbers that are the same in every runtime: xoshiro128** by David Blackman and Sebastiano Vigna (prng.di.unimi.it), whose
 * state is filled by SplitMix64, as its authors advise. Whole numbers alone; it is not for secrets.
 */

/** Draws the next whole number from 0 to 2^32 − 1. */
export type Draw = () => number

/** The generator that starts with this state of four whole numbers of 32 bits, not all of them 0. */
export function xoshiro128(state: readonly number[]): Draw {
  let [a = 0, b = 0, c = 0, d = 0] = state
  return () => {
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return drawn
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

/** The generator of a seed: a whole number of 0 or more. */
export function generatorOf(seed: number): Draw {
  const [first, second] = splitMix64(BigInt(seed))
  const words = [first, first >> 32n, second, second >> 32n]
  return xoshiro128(words.map((word) => Number(word & BITS_32)))
}

// Not BigInt.asUintN, which gives some numbers of 32 and 64 bits as negative ones in QuickJS (2025).
const BITS_32 = 0xffffffffn
const BITS_64 = 0xffffffffffffffffn

/** The first two numbers of SplitMix64. */
export function splitMix64(seed: bigint): readonly [bigint, bigint] {
  const GOLDEN = 0x9e3779b97f4a7c15n
  return [mix((seed + GOLDEN) & BITS_64), mix((seed + 2n * GOLDEN) & BITS_64)]
}

function mix(value: bigint): bigint {
  const first = ((value ^ (value >> 30n)) * 0xbf58476d1ce4e5b9n) & BITS_64
  const second = ((first ^ (first >> 27n)) * 0x94d049bb133111ebn) & BITS_64
  return second ^ (second >> 31n)
}
