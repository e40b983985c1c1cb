/** The voice of a language, for figures. */
import type { Locale } from '../explainIssue.js'
import { voiceOf } from '../voice.js'
import type { Words } from '../words/words.js'
import type { Figure } from './figures.js'

export interface FigureVoice {
  readonly locale: Locale
  readonly words: Words['chart']
  readonly money: (amount: Figure, currency: string) => string
  readonly percent: (ratio: Figure) => string
  readonly number: (value: Figure) => string
}

export function figureVoiceOf(locale: Locale): FigureVoice {
  const { words, money, percent, number } = voiceOf(locale)
  return {
    locale,
    words: words.chart,
    money: ({ text }, currency) => money(text, currency),
    percent: ({ text }) => percent(text),
    number: ({ text }) => number(text),
  }
}
