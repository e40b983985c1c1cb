/** A picture as a page: the finding on top, what is drawn, and below it a key in full words and figures. */
import { joined } from '../format/paragraph.js'
import type { Words } from '../words/words.js'
import { countText } from './amounts.js'
import { BOLD, LETTERS, TITLE_LETTERS, wrap } from './lettering.js'
import { type Node, node } from './markup.js'
import { STYLE } from './style.js'
import type { FigureVoice } from './voice.js'

/** In whose language and how wide a picture is drawn. */
export interface Page {
  readonly voice: FigureVoice
  readonly words: Words['chart']
  readonly width: number
}

/** A column of numbers is aligned at its end. */
export interface ChartTable {
  readonly columns: readonly { readonly head: string; readonly isNumber: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture before it is written. */
export interface Drawing {
  /** What it shows, in one or two sentences. */
  readonly title: string
  /** The same in more words, for those who do not see it. */
  readonly description: string
  readonly plot: Part
  readonly key: readonly KeyEntry[]
  readonly table: ChartTable
}

/** What is drawn from its own top left corner on. */
export interface Part {
  readonly height: number
  readonly nodes: readonly Node[]
}

export interface KeyEntry {
  /** What stands for it in the picture, drawn around the middle of a line. */
  readonly mark: Node
  readonly text: string
}

export const MARGIN = 16
const LINE = 20
const TITLE_LINE = 23
/** From the left edge to the text of a key. */
const INDENT = 44

/** A text that starts, or by its anchor ends or is centred, at a place. */
export function letters(
  text: string,
  [x, y]: readonly [number, number],
  more: Node['attributes'] = {},
): Node {
  return node('text', { x, y, class: 'sr-ink', ...more }, [text])
}

/** Sentences one after the other; an empty one is left out. */
export function sentences({ voice }: Page, texts: readonly string[]): string {
  return joined(
    texts.filter((text) => text !== ''),
    voice.locale,
  )
}

export function pageNode(drawing: Drawing, page: Page): Node {
  const { title, description } = drawing
  const title_ = titlePart(title, page)
  const parts = [title_, drawing.plot, keyPart(drawing.key, page)]
  let top = MARGIN
  const placed = parts.map(({ height, nodes }) => {
    const group = node('g', { transform: `translate(0 ${Math.round(top)})` }, nodes)
    top += height
    return group
  })
  const height = Math.round(top + MARGIN)
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sr-chart',
      role: 'img',
      lang: page.voice.locale,
      'xml:lang': page.voice.locale,
      'aria-label': title,
      width: page.width,
      height,
      viewBox: `0 0 ${page.width} ${height}`,
      'font-family': FONTS[page.voice.locale],
      'font-size': LETTERS,
    },
    [
      node('title', {}, [title]),
      node('desc', {}, [description]),
      node('style', {}, [STYLE]),
      node('rect', { class: 'sr-paper', width: page.width, height }),
      ...placed,
    ],
  )
}

const LATIN_FONTS = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans'
const FONTS = {
  en: `${LATIN_FONTS}, sans-serif`,
  'zh-CN': `${LATIN_FONTS}, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif`,
  'zh-TW': `${LATIN_FONTS}, PingFang TC, Microsoft JhengHei, Noto Sans CJK TC, sans-serif`,
}

function titlePart(title: string, { width }: Page): Part {
  const lines = wrap(title, width - 2 * MARGIN, TITLE_LETTERS * BOLD)
  const nodes = lines.map((line, index) =>
    letters(line, [MARGIN, TITLE_LINE * index + TITLE_LETTERS], {
      'font-size': TITLE_LETTERS,
      'font-weight': 600,
    }),
  )
  return { height: TITLE_LINE * lines.length + 8, nodes }
}

function keyPart(entries: readonly KeyEntry[], { width }: Page): Part {
  const nodes: Node[] = []
  let top = entries.length === 0 ? 0 : 8
  for (const { mark, text } of entries) {
    nodes.push(node('g', { transform: `translate(${MARGIN + 11} ${top + LINE / 2})` }, [mark]))
    for (const line of wrap(text, width - INDENT - MARGIN)) {
      nodes.push(letters(line, [INDENT, top + 15]))
      top += LINE
    }
    top += 4
  }
  return { height: top, nodes }
}

/** That there is more than what is drawn, where there is. */
export function moreKey(shown: number, all: number, page: Page): readonly KeyEntry[] {
  return shown === all ? [] : [noteEntry(moreText(shown, all, page))]
}

export function moreText(shown: number, all: number, page: Page): string {
  return page.words.firstOnly({ shown: countText(shown, page), all: countText(all, page) })
}

/** What is to be known beside what is drawn. */
export function noteEntry(text: string): KeyEntry {
  return { mark: letters('*', [0, 7], { 'text-anchor': 'middle' }), text }
}
