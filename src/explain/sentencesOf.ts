import type { Locale } from './explainIssue.js'
import { englishKinds, type Kind, kindsOf } from './kinds.js'
import { simplifiedChinese } from './zh-CN/index.js'
import { traditionalChinese } from './zh-TW/index.js'

/** The sentences that issues of a code have, with the names of params in the places of their values; none for a code that nobody has. */
export function sentencesOf(code: string, locale: Locale): readonly string[] {
  const sentences = KINDS_IN[locale]()
    .filter((kind) => kind.code === code)
    .flatMap((kind) => sentenceWith(TEXTS, kind) ?? sentenceWith(LISTS, kind) ?? [])
  return [...new Set(sentences)]
}

/** The codes that there are. */
export function issueCodes(): readonly string[] {
  return [...new Set(englishKinds().map(({ code }) => code))].sort()
}

const KINDS_IN: Readonly<Record<Locale, () => readonly Kind[]>> = {
  en: englishKinds,
  'zh-CN': () => kindsOf(simplifiedChinese),
  'zh-TW': () => kindsOf(traditionalChinese),
}

type Params = Parameters<Kind['text']>[0]

/** Each param is its own name; where a sentence takes one apart as a list, all are lists. */
const TEXTS = paramsOf((name) => `‹${name}›`)
const LISTS = paramsOf((name) => [`‹${name}›`])

function paramsOf(paramOf: (name: string) => unknown): Params {
  return new Proxy({}, { get: (_, name) => paramOf(String(name)) })
}

function sentenceWith(params: Params, { fixed, text }: Kind): string | undefined {
  const all = new Proxy(fixed, {
    get: (known, name) => (name in known ? known[String(name)] : params[String(name)]),
  })
  try {
    // A word that is chosen by a param stays open.
    return text(all).replaceAll('undefined', '…')
  } catch {
    return undefined
  }
}
