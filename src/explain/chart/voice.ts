/** How a language speaks in pictures. Not by the voice of texts, which brings the words of everything that is explained. */
import type { Locale } from '../explainIssue.js'
import { grouped, percent } from '../format/numbers.js'
import { chart as english } from '../words/en/chart.js'
import { money as inEnglish } from '../words/en/money.js'
import { values as valuesEnglish } from '../words/en/values.js'
import type { Words } from '../words/words.js'
import { chart as simplified } from '../words/zh-CN/chart.js'
import { money as inSimplified } from '../words/zh-CN/money.js'
import { values as valuesSimplified } from '../words/zh-CN/values.js'
import { chart as traditional } from '../words/zh-TW/chart.js'
import { money as inTraditional } from '../words/zh-TW/money.js'
import { values as valuesTraditional } from '../words/zh-TW/values.js'
import type { Figure } from './figures.js'

export interface FigureVoice {
  readonly locale: Locale
  readonly words: Words['chart']
  readonly money: (amount: Figure, currency: string) => string
  readonly percent: (ratio: Figure) => string
  readonly number: (value: Figure) => string
  /** What a kind of part is called; one that is not known is called what it is. */
  readonly part: (kind: string) => string
}

interface Language {
  readonly values: Readonly<Record<string, string>>
  readonly words: Words['chart']
  readonly money: (amount: string, currency: string) => string
}

const LANGUAGES: Readonly<Record<Locale, Language>> = {
  en: { words: english, money: inEnglish, values: valuesEnglish },
  'zh-CN': { words: simplified, money: inSimplified, values: valuesSimplified },
  'zh-TW': { words: traditional, money: inTraditional, values: valuesTraditional },
}

export function figureVoiceOf(locale: Locale): FigureVoice {
  const { words, money, values } = LANGUAGES[locale]
  return {
    locale,
    words,
    money: ({ text }, currency) => money(grouped(text), currency),
    percent: ({ text }) => percent(text),
    number: ({ text }) => grouped(text),
    part: (kind) => named(kind, words.parts) ?? named(kind, values) ?? kind,
  }
}

function named(kind: string, names: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(names, kind) ? names[kind] : undefined
}
