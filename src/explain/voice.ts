/** A language as descriptions use it: its words, and how it writes values. */
import type { Issue } from '../kernel/index.js'
import * as issues from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as write from '../kernel/number/write.js'
import type { OwnPeriod } from '../kernel/time/time.js'
import { explainIssue, type Locale } from './explainIssue.js'
import { inUnitsOf, percent, reaches, type Unit } from './format/numbers.js'
import { english } from './words/en/index.js'
import type { Words } from './words/words.js'
import { simplified } from './words/zh-CN/index.js'
import { traditional } from './words/zh-TW/index.js'

/** Keywords of outcomes that have a word in each language. */
export type Keyword = keyof Words['values']

export interface Voice {
  readonly locale: Locale
  readonly words: Words
  readonly money: (amount: string, currency: string) => string
  /** A decimal, or a count. */
  readonly number: (value: string | number) => string
  /** The voice of a column: its numbers are in one unit, the greatest that all of them reach. */
  readonly column: (values: readonly (string | number)[]) => Voice
  /** One that does not end soon is cut, as a percentage is. */
  readonly brief: (value: string) => string
  /** A number as machines read it. */
  readonly plain: (value: string | number) => string
  /** A ratio, as a percentage. */
  readonly percent: (ratio: string) => string
  /** A number that is in percent already. */
  readonly percentage: (value: string | number) => string
  readonly period: (period: string | OwnPeriod) => string
  readonly word: (keyword: Keyword) => string
  readonly list: (entries: readonly string[]) => string
  /** What an issue says, without the place where it was found. */
  readonly issue: (issue: Issue) => string
}

export const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']

const WORDS: Readonly<Record<Locale, Words>> = {
  en: english,
  'zh-CN': simplified,
  'zh-TW': traditional,
}

/** How large numbers are written: in all their digits, or in ten thousands (万) and hundred millions (亿), which Chinese has words for. */
export type Amounts = 'full' | 'wan'

/** The voice of a language. */
export function voiceOf(locale: Locale, amounts: Amounts = 'full'): Voice {
  const { powers } = WORDS[locale].chart
  const units = powers.filter(({ power }) => power > 0).reverse()
  return voiceIn(amounts === 'full' ? [] : units, locale)
}

function voiceIn(units: readonly Unit[], locale: Locale): Voice {
  const words = WORDS[locale]
  const digits = (value: string) => inUnitsOf(units, value)
  const number = (value: string | number) => digits(written(value))
  return {
    locale,
    words,
    number,
    brief: (value) => number(value).replace(/(\.\d\d)\d{3,}$/, '$1…'),
    column: (values) => {
      const all = units.length === 0 ? [] : values.map(written)
      const common = units.find((unit) => all.every((value) => reaches(unit, value)))
      return voiceIn(common ? [common] : [], locale)
    },
    money: (amount, currency) => words.money(digits(amount), currency),
    plain: written,
    percent,
    percentage: (value) => `${number(value)}%`,
    period: (period) => (typeof period === 'string' ? period : words.ownPeriod({ ...period })),
    word: (keyword) => words.values[keyword],
    list: (entries) => entries.join(words.comma),
    issue: (issue) => withoutPlace(explainIssue(issue, { locale }), issue, locale),
  }
}

/** A number that is no text yet: of scores and counts, which end within a dozen decimals. */
function written(value: string | number): string {
  if (typeof value === 'string') return value
  const exact = read.decimal(value, [], [])
  if (exact === undefined) throw new TypeError(String(value))
  return write.decimal(exact)
}

function withoutPlace(sentence: string, { path }: Issue, locale: Locale): string {
  const place = `${issues.formatPath(path)}${locale === 'en' ? ': ' : '：'}`
  if (path.length === 0 || !sentence.startsWith(place)) return sentence
  const said = sentence.slice(place.length)
  return nameIn(path, said, locale) ?? said.charAt(0).toUpperCase() + said.slice(1)
}

/** What a sentence is of that says only what was given, or that it is missing: the last name on the way to it. */
function nameIn(path: issues.Path, sentence: string, locale: Locale): string | undefined {
  const name = [...path].reverse().find((step) => typeof step === 'string')
  if (name === undefined || !/^(got|is missing|收到|缺失|缺漏)/.test(sentence)) return undefined
  return `${name}${locale === 'en' ? ': ' : '：'}${sentence}`
}
