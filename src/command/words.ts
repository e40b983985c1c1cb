import { explainIssue, type Locale } from '../explain/index.js'

export type { Locale }

import type { Issue } from '../kernel/index.js'
import { formatPath } from '../kernel/input/issue.js'
import type { Option } from './command.js'

export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const satisfies readonly Locale[]

export const LOCALE_OPTION = {
  locale: { value: 'LOCALE', of: LOCALES, help: 'the language of what the rules say' },
} as const satisfies Record<string, Option>

export function localeOf(given: { text: (name: string) => string | undefined }): Locale {
  return (given.text('locale') ?? 'en') as Locale
}

/** An issue with its path. */
export function issueText(issue: Issue, locale: Locale): string {
  return explainIssue(issue, { locale })
}

/** What an issue says, without its path: for where the column is named already. */
export function reasonOf(issue: Issue, locale: Locale): string {
  const { path, message } = issue
  if (locale === 'en' || path.length === 0)
    return path.length === 0 ? issueText(issue, locale) : message.slice(formatPath(path).length + 2)
  const said = issueText({ ...issue, path: [] }, locale)
  // An issue that has no text in the language keeps its own message.
  return said === message ? message.slice(formatPath(path).length + 2) : said
}

/** Where an issue is, as text. */
export function pathOf({ path }: Issue): string {
  return formatPath(path)
}

/** `1 row`, `2 rows`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
