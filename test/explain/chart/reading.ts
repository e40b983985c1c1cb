/** What a reader, and what a parser, makes of a picture. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

const TOKEN = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)>|([^<]+)/gy
const ENTITY = /&(amp|lt|gt|quot|#39);/g
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/** The characters that are written; what is not well-formed throws. */
function unescaped(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`a bare ampersand in ${text}`)
  return text.replace(ENTITY, (_, name: string) => CHARACTERS[name] ?? '')
}

/** Reads markup as strictly as XML asks, and throws at what is not well-formed. */
export function parse(markup: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  let end = 0
  for (const match of markup.matchAll(TOKEN)) {
    end += match[0].length
    take(match, open)
  }
  if (end !== markup.length || open.length !== 1)
    throw new Error(`not well-formed at ${markup.slice(end, end + 40)}`)
  const [only, ...others] = root.children
  if (typeof only !== 'object' || others.length > 0) throw new Error('one element was expected')
  return only
}

function take([, closing, opening = '', attributes = '', text]: RegExpMatchArray, open: Element[]) {
  if (text !== undefined) open.at(-1)?.children.push(unescaped(text))
  else if (closing === undefined) {
    const element = { name: opening, attributes: attributesOf(attributes), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  } else if (open.pop()?.name !== closing) throw new Error(`</${closing}> closes another element`)
}

function attributesOf(text: string): Element['attributes'] {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)]
  const read = pairs.map(([, key = '', value = '']) => [key, unescaped(value)] as const)
  if (new Set(read.map(([key]) => key)).size < read.length)
    throw new Error(`an attribute twice in ${text}`)
  return Object.fromEntries(read)
}

export function all(element: Element, name: string): Element[] {
  const children = element.children.filter((child) => typeof child === 'object')
  const inside = children.flatMap((child) => all(child, name))
  return element.name === name ? [element, ...inside] : inside
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
}

/** What the picture says: its title, its description, and each text in it. */
export function said(markup: string) {
  const svg = parse(markup)
  const [title, desc] = [all(svg, 'title'), all(svg, 'desc')].map(([one]) => one && textOf(one))
  const isTick = ({ attributes }: Element) => attributes['class']?.includes('sr-tick')
  const texts = all(svg, 'text')
  return {
    title: title ?? '',
    description: desc ?? '',
    texts: texts.map(textOf),
    /** Without the round numbers of axes. */
    labels: texts.filter((text) => !isTick(text)).map(textOf),
  }
}

/** Rows of the table beside a picture, its heads first. */
export function rowsOf(html: string): readonly (readonly string[])[] {
  return all(parse(html), 'tr').map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])),
  )
}

/** The numbers of a text, percentages as ratios, each in its shortest form. */
export function numbersIn(text: string): readonly string[] {
  const found = text.matchAll(/(?<![\w.])-?\d[\d,]*(?:\.\d+)?%?(?![\w])/g)
  return [...found].map(([one]) => shortest(one))
}

function shortest(written: string): string {
  const plain = written.replaceAll(',', '').replace('%', '')
  const [whole = '', decimals = ''] = plain.split('.')
  const digits = written.endsWith('%') ? moved(whole, decimals) : `${whole}.${decimals}`
  return digits.replace(/\.?0*$/, '').replace(/^(-?)0+(?=\d)/, '$1')
}

/** Two places to the left. */
function moved(whole: string, decimals: string): string {
  const sign = whole.startsWith('-') ? '-' : ''
  const padded = whole.replace('-', '').padStart(3, '0')
  return `${sign}${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`
}

/** Every number of the data. */
export function numbersOf(data: unknown): ReadonlySet<string> {
  const texts = JSON.stringify(data).match(/-?\d+(?:\.\d+)?/g) ?? []
  return new Set(texts.map(shortest))
}
