import { EXIT, Failure } from '../exit.js'
import type { Io } from '../io.js'
import { decode } from './encoding.js'
import { faultIn } from './jsonFault.js'
import { nameOf, openBytes } from './source.js'

const LARGEST = 200_000_000

/** The text of a small file: a policy, an outcome. */
async function readText(file: string, io: Io): Promise<string> {
  const name = nameOf(file)
  const opened = await openBytes(file, io)
  const asked = { name, bytes: opened, isKnown: () => false, place: { line: 1 } }
  const { bytes } = await decode(asked)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    parts.push(part)
    size += part.length
    if (size > LARGEST)
      throw new Failure(
        EXIT.data,
        `${name} is larger than ${LARGEST / 1e6} MB: no policy, and no outcome.`,
      )
  }
  const text = Buffer.concat(parts).toString('utf8')
  if (text.trim() === '') throw new Failure(EXIT.data, `${name} is empty.`, 'JSON is expected.')
  return text
}

/** A file of JSON. */
export async function readJson(file: string, io: Io): Promise<unknown> {
  return parseJson(await readText(file, io), nameOf(file))
}

/** A file of one JSON value, or of one on each line. */
export async function readJsonOrLines(file: string, io: Io): Promise<readonly unknown[]> {
  const text = await readText(file, io)
  const [first = '', ...others] = text.trim().split(/\r?\n/)
  if (others.length === 0 || !isJson(first)) return [parseJson(text, nameOf(file))]
  return text
    .split(/\r?\n/)
    .flatMap((line, at) =>
      line.trim() === '' ? [] : [parseJson(line, `${nameOf(file)}, line ${at + 1}`)],
    )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON, or where it stops being so: what V8 says names no line, and often no place at all. */
function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const { at, expected } = faultIn(text)
    const before = text.slice(0, at).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    const found = at >= text.length ? 'the end' : JSON.stringify(text[at])
    throw new Failure(
      EXIT.data,
      `${name} is not JSON: line ${before.length}, column ${column}: got ${found}, expected ${expected}.`,
    )
  }
}
