/** A stream of numbers from 0 up to, but not including, 1. */
export type Random = () => number

/** The mulberry32 generator of Tommy Ettinger. Each file has its own seed, so a change in one leaves the others as they are. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number, both ends included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[between(random, 0, items.length - 1)]
  if (item === undefined) throw new RangeError('Expected at least one item to pick from')
  return item
}

/**
 * A size around 1: most are smaller, a few are several times larger.
 *
 * A product of independent factors is close to log-normal, and unlike Math.exp it has the same bits on every machine.
 */
export function size(random: Random): number {
  let product = 1
  for (let factor = 0; factor < 6; factor += 1) product *= 0.45 + 1.1 * random()
  return product
}
