/** The kinds of problem of the whole library, by the module that has them, and what their texts in another language are. */
import * as appraisal from '../appraisal/issues.js'
import * as batch from '../batch/issues.js'
import * as careers from '../careers/issues.js'
import * as commission from '../commission/issues.js'
import * as settle from '../commission/settle/issues.js'
import * as compensation from '../compensation/issues.js'
import * as grading from '../grading/issues.js'
import * as health from '../health/issues.js'
import type { Fields } from '../kernel/input/read.js'
import * as kernel from '../kernel/issues.js'
import * as leads from '../leads/issues.js'
import * as pipeline from '../pipeline/issues.js'
import * as policy from '../policy/issues.js'
import * as lint from '../policy/lint/issues.js'
import * as rewards from '../rewards/issues.js'
import * as scenario from '../scenario/issues.js'
import * as service from '../service/issues.js'
import * as targets from '../targets/issues.js'
import * as chart from './chart/issues.js'
import * as explain from './issues.js'
import * as verify from './verify/issues.js'

export const KINDS = {
  appraisal,
  batch,
  careers,
  chart,
  commission,
  compensation,
  explain,
  grading,
  health,
  kernel,
  leads,
  lint,
  pipeline,
  policy,
  rewards,
  scenario,
  service,
  settle,
  targets,
  verify,
}

/** A text for each kind of a module: of the params that its kind has, and of no others. */
export type Texts<Kinds> = { readonly [Name in keyof Kinds]: TextOf<Kinds[Name]> }

type TextOf<Kind> = Kind extends { readonly text: infer Text }
  ? Text
  : Kind extends { readonly words: infer Words }
    ? Words
    : never

/** A language: what to say of a value that is missing or is not what is expected, and a text for each kind. */
export interface Language {
  readonly missing: (words: string) => string
  readonly invalid: (given: string, words: string) => string
  readonly texts: { readonly [Module in keyof typeof KINDS]: Texts<(typeof KINDS)[Module]> }
}

/** The sentence of a problem, where it is of a kind that is known; of several, that of the kind that has most of its params. */
export function sentenceOf(code: unknown, params: Fields, language: Language): string | undefined {
  const has = ([key, value]: readonly [string, unknown]) => key in params && params[key] === value
  return mostFixedFirst(language)
    .get(code)
    ?.find((kind) => Object.entries(kind.fixed).every(has))
    ?.text(params)
}

type ByCode = ReadonlyMap<unknown, readonly Kind[]>

/** A file of ten thousand rows that are refused asks for as many sentences, of the same few hundred kinds. */
const sorted = /* @__PURE__ */ new WeakMap<Language, ByCode>()

/** The kinds of each code, those with the most fixed params first. */
function mostFixedFirst(language: Language): ByCode {
  const known = sorted.get(language)
  if (known !== undefined) return known
  const byCode = new Map<unknown, Kind[]>()
  for (const kind of [...kindsOf(language)].sort(byFixed))
    byCode.set(kind.code, [...(byCode.get(kind.code) ?? []), kind])
  sorted.set(language, byCode)
  return byCode
}

const byFixed = (one: Kind, other: Kind): number =>
  Object.keys(other.fixed).length - Object.keys(one.fixed).length

/** A kind of problem, with its text in a language. */
export interface Kind {
  readonly code: string
  readonly fixed: Fields
  readonly text: (params: Fields) => string
}

/** All kinds, each with its text in a language. */
export function kindsOf(language: Language): readonly Kind[] {
  return Object.entries(KINDS).flatMap(([module, kinds]) => {
    const texts = language.texts[module as keyof typeof KINDS] as unknown as Record<string, Text>
    return Object.entries(kinds).flatMap(([name, kind]: [string, Partial<Kind> | Expected]) => {
      const text = texts[name] as Text
      return 'keyword' in kind ? framed(kind, text, language) : [{ ...(kind as Kind), text }]
    })
  })
}

/** All kinds with the English text that each has itself. */
export function englishKinds(): readonly Kind[] {
  return Object.values(KINDS).flatMap((kinds) =>
    Object.values(kinds).flatMap((kind: Kind | (Expected & { readonly words: Text })) =>
      'keyword' in kind ? framed(kind, kind.words, ENGLISH) : [kind],
    ),
  )
}

const ENGLISH: Pick<Language, 'missing' | 'invalid'> = {
  missing: (words) => `is missing, expected ${words}.`,
  invalid: (given, words) => `got ${given}, expected ${words}.`,
}

type Text = Kind['text']

interface Expected {
  readonly keyword: string
}

/** What is expected of a value makes two sentences: that it is missing, and that it is something else. */
function framed(
  { keyword }: Expected,
  words: Text,
  language: Pick<Language, 'missing' | 'invalid'>,
): readonly Kind[] {
  const fixed = { expected: keyword }
  return [
    { code: 'VALUE_MISSING', fixed, text: (params) => language.missing(words(params)) },
    {
      code: 'VALUE_INVALID',
      fixed,
      text: (params) => language.invalid(params['given'] as string, words(params)),
    },
  ]
}
