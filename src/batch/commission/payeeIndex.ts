/** The names of payees and their places, looked up by text or, without making one, by the bytes of it. */
export interface PayeeIndex {
  readonly names: readonly string[]
  /** The place of each name. */
  readonly places: ReadonlyMap<unknown, number>
  /** The place of a name that {@link remember} was told the bytes of, or -1. */
  readonly ofBytes: (bytes: Uint8Array, start: number, end: number) => number
  readonly add: (name: string) => number
  readonly remember: (bytes: Uint8Array, start: number, end: number, place: number) => void
}

/** Makes an index of no names. */
export function createPayeeIndex(): PayeeIndex {
  const names: string[] = []
  const places = new Map<unknown, number>()
  let slots = createSlots(64)
  return {
    names,
    places,
    ofBytes: (bytes, start, end) => slots.places[findSlot(slots, bytes, start, end)] ?? -1,
    add: (name) => {
      places.set(name, names.length)
      return names.push(name) - 1
    },
    remember: (bytes, start, end, place) => {
      if (slots.filled * 2 >= slots.places.length) slots = grow(slots)
      fill(slots, bytes.slice(start, end), place)
    },
  }
}

/** A table of byte strings, each in the first free slot after the one that its hash points to. Half of the slots are free. */
interface Slots {
  /** -1 is free. */
  readonly places: Int32Array
  readonly hashes: Int32Array
  readonly keys: Uint8Array[]
  filled: number
}

const NO_BYTES = /* @__PURE__ */ new Uint8Array()

function createSlots(size: number): Slots {
  return {
    places: new Int32Array(size).fill(-1),
    hashes: new Int32Array(size),
    keys: Array.from({ length: size }, () => NO_BYTES),
    filled: 0,
  }
}

/** The slot that holds these bytes, or the free one where they belong. */
function findSlot(
  { places, hashes, keys }: Slots,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const hash = hashOf(bytes, start, end)
  const last = places.length - 1
  let slot = hash & last
  while (places[slot] !== -1) {
    if (hashes[slot] === hash && isSame(keys[slot] ?? NO_BYTES, bytes, start, end)) return slot
    slot = (slot + 1) & last
  }
  return slot
}

/** FNV-1a by Fowler, Noll and Vo, its upper bits folded onto the lower ones that choose the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isSame(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (key.length !== end - start) return false
  for (let at = 0; at < key.length; at += 1) if (key[at] !== bytes[start + at]) return false
  return true
}

function fill(slots: Slots, key: Uint8Array, place: number): void {
  const slot = findSlot(slots, key, 0, key.length)
  slots.places[slot] = place
  slots.hashes[slot] = hashOf(key, 0, key.length)
  slots.keys[slot] = key
  slots.filled += 1
}

function grow(slots: Slots): Slots {
  const larger = createSlots(slots.places.length * 2)
  for (const [slot, place] of slots.places.entries()) {
    if (place !== -1) fill(larger, slots.keys[slot] ?? NO_BYTES, place)
  }
  return larger
}
