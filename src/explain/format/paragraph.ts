import type { Locale } from '../explainIssue.js'

/** Sentences one after the other: with a space between them in English, with none in Chinese. */
export function joined(sentences: readonly string[], locale: Locale): string {
  return sentences.join(locale === 'en' ? ' ' : '')
}
