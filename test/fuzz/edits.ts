/** What a draw does to a valid call: edits that can be written down as JSON, and so kept and replayed. */
import { hostile } from '../hostileValues.js'
import type { Random } from '../oracle/random.js'

/** Where in the arguments: the position of the argument, then keys. */
export type Place = readonly string[]

/** What is put somewhere: JSON, a text of many characters, or one of the hostile values and those below by its name. */
type Put =
  | { readonly json: unknown }
  | { readonly text: string; readonly times: number }
  | { readonly odd: string }

export type Edit =
  | { readonly op: 'put'; readonly at: Place; readonly value: Put }
  | { readonly op: 'delete'; readonly at: Place }
  | { readonly op: 'rename'; readonly at: Place; readonly to: string }
  | { readonly op: 'copy'; readonly at: Place; readonly from: Place }
  | { readonly op: 'repeat'; readonly at: Place; readonly times: number }
  | { readonly op: 'wrap'; readonly at: Place; readonly as: keyof typeof wrappers }

type Fields = Record<string, unknown>

/** Odd values that cost too much, or say too little, to be put in every place of every call. */
const odd: Readonly<Record<string, unknown>> = {
  ...hostile,
  'an array of 200 million holes': new Array(200_000_000),
  'an array of 9 million holes': new Array(9_000_000),
  'a hundred thousand keys': Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [`key-${index}`, index]),
  ),
  'a thousand levels': Array.from({ length: 1000 }).reduce<unknown>((inner) => [inner], 0),
  'a lone surrogate': '\ud800',
  'a promise': Promise.resolve(1),
  'an error': new Error('odd'),
  'a regular expression': /x/g,
  'a typed array of 64 bits': BigInt64Array.of(1n),
  'a Set': new Set([1]),
  'a boxed number': new Number(1),
  'an array with a name': Object.assign([1, 2], { name: 'x' }),
}

/** The same value in another guise. */
const wrappers = {
  frozen: (value: object) => Object.freeze({ ...value }),
  'an array': (value: object) => [value],
  getters: (value: object) => {
    const made = {}
    for (const key of Object.keys(value))
      Object.defineProperty(made, key, { get: () => (value as Fields)[key], enumerable: true })
    return made
  },
  bare: (value: object) => Object.assign(Object.create(null), value),
  inherited: (value: object) => Object.create(value),
  'an instance': (value: object) => Object.assign(new (class Row {})(), value),
  proxied: (value: object) => new Proxy(value, {}),
  hidden: (value: object) => {
    const made = {}
    for (const key of Object.keys(value))
      Object.defineProperty(made, key, { value: (value as Fields)[key], enumerable: false })
    return made
  },
}

function putValue(put: Put): unknown {
  if ('json' in put) return put.json
  return 'text' in put ? put.text.repeat(put.times) : odd[put.odd]
}

function isParted(value: unknown): value is Fields {
  try {
    return (
      typeof value === 'object' &&
      value !== null &&
      !ArrayBuffer.isView(value) &&
      !Object.isFrozen(value) &&
      (Array.isArray(value) ? value : Object.keys(value)).length < 50_000
    )
  } catch {
    // A proxy that throws, or is revoked.
    return false
  }
}

function partAt(value: unknown, place: Place): unknown {
  let part = value
  for (const step of place) {
    if (!isParted(part) || !Object.hasOwn(part, step)) return undefined
    part = part[step]
  }
  return part
}

/** A copy of the way to the place alone: the rest is shared, so that a change by the callee shows. */
function changedAt(
  value: unknown,
  [step, ...rest]: Place,
  change: (holder: Fields, key: string) => void,
): unknown {
  if (step === undefined || !isParted(value)) return value
  const copy = (Array.isArray(value) ? value.slice() : { ...value }) as Fields
  if (rest.length === 0) change(copy, step)
  else if (Object.hasOwn(copy, step)) copy[step] = changedAt(copy[step], rest, change)
  return copy
}

/** Sets also what an assignment would not: a key `__proto__` of its own, as JSON can have it. */
function set(holder: Fields, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    ...{ enumerable: true, configurable: true, writable: true },
  })
}

/** The arguments after an edit; as they were where it cannot be made, as in a proxy that throws. */
export function edited(given: unknown, edit: Edit): unknown {
  try {
    return changed(given, edit)
  } catch {
    return given
  }
}

function changed(given: unknown, edit: Edit): unknown {
  const { at } = edit
  const now = partAt(given, at)
  switch (edit.op) {
    case 'put':
      return changedAt(given, at, (holder, key) => set(holder, key, putValue(edit.value)))
    case 'delete':
      return changedAt(given, at, (holder, key) => {
        if (Array.isArray(holder)) holder.splice(Number(key), 1)
        else delete holder[key]
      })
    case 'rename':
      return changedAt(given, at, (holder, key) => {
        if (!Array.isArray(holder)) delete holder[key]
        set(holder, edit.to, now)
      })
    case 'copy':
      return changedAt(given, at, (holder, key) => set(holder, key, partAt(given, edit.from)))
    case 'repeat':
      return changedAt(given, at, (holder, key) => {
        if (Array.isArray(holder)) holder.splice(Number(key), 0, ...new Array(edit.times).fill(now))
      })
    case 'wrap':
      return changedAt(given, at, (holder, key) => {
        if (isParted(now)) set(holder, key, wrappers[edit.as](now))
      })
  }
}

/** Every place in the arguments, as far as a draw looks; not into what throws. */
function placesOf(value: unknown, place: Place, places: Place[]): Place[] {
  if (place.length > 0) places.push(place)
  if (!isParted(value) || places.length > 2000) return places
  for (const key of Object.keys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key)
    if (descriptor !== undefined && 'value' in descriptor)
      placesOf(descriptor.value, [...place, key], places)
  }
  return places
}

const NUMBERS = [
  ...[
    '0',
    '-0',
    '1',
    '-1',
    '0.1',
    '1/3',
    '1e30',
    '-1e30',
    '1e-30',
    '1e31',
    '0x10',
    ' 1',
    '1 ',
    '+1',
    '1.',
    '.5',
  ],
  ...[
    '0.999999999999',
    '100',
    '100.01',
    '1000000',
    '999999.995',
    '9007199254740993',
    '1'.repeat(34),
  ],
  ...[0, -1, 0.5, 1e21, 5e-324, 1.7976931348623157e308, 2 ** 53, 33, 366, 1e-7, 12, 13, 100, 101],
]
const WORDS = [
  ...[
    '',
    ' ',
    'all',
    'S',
    'id',
    '2026',
    '2026-Q1',
    '2026-W53',
    '2026-02-29',
    '0000-01-01',
    '9999-12-31',
  ],
  ...[
    '2026-12-31T23:59:60Z',
    '2026-03-29T02:30:00',
    'UTC',
    'Etc/GMT+14',
    '24:00-00:00',
    'é',
    'é',
    '你好',
    '👩‍👩‍👧',
    '\u0000',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'length',
    'then',
  ],
]
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'then',
  'length',
  '0',
  '-1',
  '1e3',
  '',
  'zzz',
]

function drawJson(random: Random, depth: number): unknown {
  const kind = random.integer(0, depth > 3 ? 4 : 6)
  if (kind === 0) return random.pick(NUMBERS)
  if (kind === 1) return random.pick(WORDS)
  if (kind === 2) return random.decimal()
  if (kind === 3) return random.pick([null, true, false])
  if (kind === 4) return random.integer(-1000, 100_000) / random.pick([1, 1, 3, 100])
  const length = random.integer(0, 4)
  const parts = Array.from({ length }, () => drawJson(random, depth + 1))
  if (kind === 5) return parts
  // By entries, as JSON makes keys: `__proto__` is one as any other.
  return JSON.parse(
    `{${parts.map((part) => `${JSON.stringify(random.pick([...WORDS, ...KEYS]))}:${JSON.stringify(part)}`).join(',')}}`,
  )
}

function drawPut(random: Random): Put {
  if (random.oneIn(3)) return { odd: random.pick(Object.keys(odd)) }
  if (random.oneIn(12))
    return {
      text: random.pick(['9', 'x', '{', '你', ' ', '0.', '-']),
      times: random.pick([35, 101, 10_001, 1_000_000]),
    }
  return { json: drawJson(random, 0) }
}

function drawEdit(random: Random, places: readonly Place[]): Edit {
  const at = random.pick(places)
  const kind = random.integer(0, 11)
  if (kind < 6) return { op: 'put', at, value: drawPut(random) }
  if (kind === 6) return { op: 'delete', at }
  if (kind === 7) {
    const names = places.map((place) => place.at(-1) ?? '')
    return { op: 'rename', at, to: random.pick([...KEYS, ...names]) }
  }
  if (kind < 10) return { op: 'copy', at, from: random.pick(places) }
  if (kind === 10) return { op: 'repeat', at, times: random.pick([1, 2, 30, 3000]) }
  return { op: 'wrap', at, as: random.pick(Object.keys(wrappers) as (keyof typeof wrappers)[]) }
}

/** A few edits of the arguments, each of what the one before left. */
export function drawEdits(random: Random, given: readonly unknown[]): readonly Edit[] {
  const edits: Edit[] = []
  let now: unknown = given
  for (let left = random.pick([1, 1, 1, 2, 2, 3, 5]); left > 0; left -= 1) {
    const places = placesOf(now, [], [])
    if (places.length === 0) break
    const edit = drawEdit(random, places)
    edits.push(edit)
    now = edited(now, edit)
  }
  return edits
}
