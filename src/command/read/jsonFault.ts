/** Where a text stops being JSON, and what should be there. */
export interface JsonFault {
  readonly at: number
  readonly expected: string
}

const SPACE = /[ \t\n\r]*/y
const TEXT = /"(?:[^"\\\p{Cc}]|\x7f|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y

/** How far the text is read, and which brackets are open there. */
interface Cursor {
  readonly text: string
  at: number
  readonly open: ('{' | '[')[]
}

type Step = keyof typeof STEPS

/** Each reads one thing and names the next, or what it has not found. */
const STEPS = {
  key: (cursor: Cursor) =>
    take(cursor, TEXT) && takeSign(cursor, ':')
      ? 'value'
      : fault('a key in double quotes, and a colon'),
  value: (cursor: Cursor) => {
    const bracket = takeSign(cursor, '{[') as '{' | '[' | ''
    if (bracket === '') return take(cursor, TEXT) || take(cursor, SCALAR) ? 'end' : fault('a value')
    if (takeSign(cursor, closing(bracket)) !== '') return 'end'
    cursor.open.push(bracket)
    return inside(bracket)
  },
  end: (cursor: Cursor) => {
    const bracket = cursor.open.at(-1)
    if (bracket === undefined) return fault('nothing more')
    const sign = takeSign(cursor, `,${closing(bracket)}`)
    if (sign === ',') return inside(bracket)
    if (sign === '') return fault(`a comma, or ${closing(bracket)}`)
    cursor.open.pop()
    return 'end'
  },
} as const

/** Finds the fault of a text that `JSON.parse` has refused. Only the place is read here, never a value. */
export function faultIn(text: string): JsonFault {
  const cursor: Cursor = { text, at: 0, open: [] }
  let step: Step = 'value'
  for (;;) {
    const next: Step | { readonly expected: string } = STEPS[step](cursor)
    take(cursor, SPACE)
    if (typeof next === 'object') return { at: cursor.at, ...next }
    step = next
  }
}

function take(cursor: Cursor, pattern: RegExp): boolean {
  if (pattern !== SPACE) take(cursor, SPACE)
  pattern.lastIndex = cursor.at
  const [found] = pattern.exec(cursor.text) ?? []
  cursor.at += found?.length ?? 0
  return found !== undefined
}

function takeSign(cursor: Cursor, signs: string): string {
  take(cursor, SPACE)
  const sign = cursor.text[cursor.at] ?? ''
  if (sign === '' || !signs.includes(sign)) return ''
  cursor.at += 1
  return sign
}

function inside(bracket: '{' | '['): 'key' | 'value' {
  return bracket === '{' ? 'key' : 'value'
}

function closing(bracket: '{' | '['): string {
  return bracket === '{' ? '}' : ']'
}

function fault(expected: string) {
  return { expected }
}
