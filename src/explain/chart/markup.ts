/**
 * Elements as data. A text among the children is a text, whoever gave it: writing escapes all of them, and nothing else makes markup.
 */
import { clean } from '../format/clean.js'

export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (Node | string)[]
}

export function node(
  name: string,
  attributes: Node['attributes'] = {},
  children: Node['children'] = [],
): Node {
  return { name, attributes, children }
}

/** The element as SVG or HTML, which write these elements alike. */
export function writeNode({ name, attributes, children }: Node): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeText(typeof value === 'number' ? pixels(value) : value)}"`,
  )
  const inside = children.map((one) => (typeof one === 'string' ? escapeText(one) : writeNode(one)))
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`
}

/** A length with at most two decimals. */
export function pixels(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

/** What a path is made of: commands, and lengths between them. */
export function path(commands: readonly string[], ...lengths: readonly number[]): string {
  return commands.map((one, index) => one + pixelsOf(lengths[index])).join('')
}

const pixelsOf = (length: number | undefined) => (length === undefined ? '' : pixels(length))

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What XML cannot hold at all, beside control characters: halves of surrogate pairs, and two that are no characters. */
const UNWRITABLE = /\p{Surrogate}|[\ufffe\uffff]/gu

function escapeText(text: string): string {
  return clean(text)
    .replace(UNWRITABLE, '\ufffd')
    .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one)
}
