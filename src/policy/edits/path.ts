/** Paths of places in a policy, through keys, ids and positions: as text and as steps. */

/** A key or an id; a number is a position in a list. */
export type Step = string | number

const LONGEST = 1000
const PLAIN = /^[^.[\]"]+$/
const STEP = /(?:^|\.)([^.[\]"]+)|\[(\d{1,6})\]|\[("(?:[^"\\]|\\.)*")\]/y

/** The steps of a path; undefined where the text is none. */
export function parsePath(text: unknown): readonly Step[] | undefined {
  if (typeof text !== 'string' || text === '' || text.length > LONGEST) return undefined
  const steps: Step[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < text.length) {
    const found = STEP.exec(text)
    const step = found === null ? undefined : stepOf(found)
    if (step === undefined) return undefined
    steps.push(step)
  }
  return steps
}

function stepOf([, name, position, quoted]: RegExpExecArray): Step | undefined {
  if (name !== undefined) return name
  return position === undefined ? unquoted(quoted ?? '') : Number(position)
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text)
  } catch {
    // A backslash that escapes nothing.
    return undefined
  }
}

export function writePath(steps: readonly Step[]): string {
  return steps.map(writeStep).join('')
}

function writeStep(step: Step, index: number): string {
  if (typeof step === 'number') return `[${step}]`
  if (!PLAIN.test(step)) return `[${JSON.stringify(step)}]`
  return index === 0 ? step : `.${step}`
}

/** What an entry of a list is known by: its id or, of a version of a document, its name. */
export function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const { id, version } = entry as { readonly id?: unknown; readonly version?: unknown }
  const name = id ?? version
  return typeof name === 'string' ? name : undefined
}

/** The ids of all entries; undefined where one has none, or two have the same. */
export function idsOf(list: readonly unknown[]): readonly string[] | undefined {
  const ids = list.flatMap((entry) => idOf(entry) ?? [])
  return ids.length === list.length && new Set(ids).size === ids.length ? ids : undefined
}

/** The steps that lead on from here, for those who look for one. */
export function stepsFrom(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.map((entry, index) => idOf(entry) ?? `[${index}]`)
  return typeof node === 'object' && node !== null ? Object.keys(node) : []
}
