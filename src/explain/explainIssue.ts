import { A_TEXT } from '../commission/issues.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type Language, sentenceOf } from './kinds.js'
import { simplifiedChinese } from './zh-CN/index.js'
import { traditionalChinese } from './zh-TW/index.js'

/** A language in which issues are explained: English, or Chinese in simplified or in traditional characters. */
export type Locale = 'en' | 'zh-CN' | 'zh-TW'

const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']

/**
 * Says what is wrong in the language of whoever has to put it right: where, what was given, what is needed, the fix.
 *
 * In English that is the `message` which the issue has already. In the other languages the sentence is made of the `code` and the
 * `params` alone, so that issues may be stored as JSON and explained later. An issue of a code that this version does not know, or
 * without the params that its sentence needs, keeps its own message. Field names and paths stay as they are written in code.
 *
 * @throws SalesRulesError `VALUE_NOT_ALLOWED` for another locale; `VALUE_INVALID`, `VALUE_MISSING` or `VALUE_UNREADABLE` for what is no
 *   issue and has no message.
 *
 * @example A percentage where a ratio is due
 * ```ts
 * import { attempt, defineScale } from 'sales-rules'
 * import { explainIssue } from 'sales-rules/explain'
 *
 * const tiers = [{ id: 'all', upTo: null, rate: 4 }]
 * const defined = attempt(() => defineScale({ mode: 'marginal', tiers }))
 * const explained = defined.ok ? [] : defined.issues.map((issue) => explainIssue(issue, { locale: 'zh-CN' }))
 * explained // => ['tiers[0].rate：收到 4，应为 0 到 1 的比例。您是不是想写 0.04（4%）？']
 * ```
 */
export function explainIssue(explained: issue.Issue, options: { readonly locale: Locale }): string {
  const problems: issue.Issue[] = []
  const fields = read.fields(options, ['options'], ['locale'], problems)
  const locale = fields && read.word(fields['locale'], ['options', 'locale'], LOCALES, problems)
  const given = read.record(explained, ['issue'], problems)
  issue.refuseIfAny(problems)
  const { message } = given as read.Fields
  const text = messageIn(languageOf(locale), given as read.Fields) ?? message
  if (typeof text === 'string') return text
  throw new issue.SalesRulesError([issue.invalid(text, ['issue', 'message'], A_TEXT)])
}

function languageOf(locale: Locale | undefined): Language | undefined {
  if (locale === 'zh-CN') return simplifiedChinese
  return locale === 'zh-TW' ? traditionalChinese : undefined
}

/** The path and the sentence, unless the issue is of no kind that this version knows. */
function messageIn(language: Language | undefined, given: read.Fields): string | undefined {
  if (language === undefined) return undefined
  const path = readPath(given['path'])
  const params = read.record(given['params'], ['params'], [])
  if (path === undefined || params === undefined) return undefined
  try {
    const sentence = sentenceOf(given['code'], valuesOf(params), language)
    if (sentence === undefined || path.length === 0) return sentence
    return `${issue.formatPath(path)}：${sentence}`
  } catch {
    // A param that the sentence needs is not there, or is of another kind than ours.
    return undefined
  }
}

function readPath(given: unknown): issue.Path | undefined {
  const steps = read.array(given, ['path'], [])
  return steps?.every(isStep) ? steps : undefined
}

function isStep(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** The params, of which a sentence may ask only for those that are there, as plain values. */
function valuesOf(params: read.Fields): read.Fields {
  return new Proxy(params, {
    get(_, key) {
      const value = params[String(key)]
      if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) return value
      throw new TypeError(String(key))
    },
  })
}

function isPlain(value: unknown): boolean {
  return value === null || ['boolean', 'number', 'string'].includes(typeof value)
}
