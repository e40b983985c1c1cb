/** How a language speaks in pictures. Not by the voice of texts, which brings the words of everything that is explained. */
import type { Locale } from '../explainIssue.js'
import { grouped, percent } from '../format/numbers.js'
import { chart as english } from '../words/en/chart.js'
import { money as inEnglish } from '../words/en/money.js'
import type { Words } from '../words/words.js'
import { chart as simplified } from '../words/zh-CN/chart.js'
import { money as inSimplified } from '../words/zh-CN/money.js'
import { chart as traditional } from '../words/zh-TW/chart.js'
import { money as inTraditional } from '../words/zh-TW/money.js'
import type { Figure } from './figures.js'

export interface FigureVoice {
  readonly locale: Locale
  readonly words: Words['chart']
  readonly money: (amount: Figure, currency: string) => string
  readonly percent: (ratio: Figure) => string
  readonly number: (value: Figure) => string
}

interface Language {
  readonly words: Words['chart']
  readonly money: (amount: string, currency: string) => string
}

const LANGUAGES: Readonly<Record<Locale, Language>> = {
  en: { words: english, money: inEnglish },
  'zh-CN': { words: simplified, money: inSimplified },
  'zh-TW': { words: traditional, money: inTraditional },
}

export function figureVoiceOf(locale: Locale): FigureVoice {
  const { words, money } = LANGUAGES[locale]
  return {
    locale,
    words,
    money: ({ text }, currency) => money(grouped(text), currency),
    percent: ({ text }) => percent(text),
    number: ({ text }) => grouped(text),
  }
}
