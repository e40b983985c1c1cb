import type { Locale } from '../explain/index.js'
import type { Issue } from '../kernel/index.js'
import { formatPath } from '../kernel/input/issue.js'
import type { Option } from './command.js'

const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const satisfies readonly Locale[]

export const LOCALE_OPTION = {
  locale: { value: 'LOCALE', of: LOCALES, help: 'the language of what the rules say' },
} as const satisfies Record<string, Option>

/** What is said of an issue, its path with it. */
export type Voice = (issue: Issue) => string

interface LocaleGiven {
  readonly text: (name: string) => string | undefined
}

export function localeOf(given: LocaleGiven): Locale {
  return (given.text('locale') ?? 'en') as Locale
}

/** The voice of a language. An issue has its English text itself; those of other languages are loaded for whoever asks for them. */
export async function voiceOf(given: LocaleGiven): Promise<Voice> {
  const locale = localeOf(given)
  if (locale === 'en') return ({ message }) => message
  const { explainIssue } = await import('../explain/index.js')
  return (issue) => explainIssue(issue, { locale })
}

/** What an issue says, without its path: for where the column is named already. */
export function reasonOf(issue: Issue, voice: Voice): string {
  const { path, message } = issue
  const said = voice({ ...issue, path: [] })
  // English, and an issue that has no text in the language, keep the path in front.
  return said === message && path.length > 0 ? message.slice(formatPath(path).length + 2) : said
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
