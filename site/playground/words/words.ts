/** What the page itself says. Results, findings and issues are in the library's words. */
import type { Locale } from 'sales-rules/explain'
import type { WrittenFinding } from '../answer.js'
import type { Path } from '../document.js'
import type { ExampleId } from '../examples.js'
import type { Kind } from '../kinds.js'
import type { RowProblem } from '../roster.js'
import type { TableProblem } from '../table.js'
import { english } from './en.js'
import { simplifiedChinese } from './zh-CN.js'
import { traditionalChinese } from './zh-TW.js'

export type FieldName =
  | 'amount'
  | 'attainment'
  | 'base'
  | 'below'
  | 'boundary'
  | 'capAmount'
  | 'capBase'
  | 'capRate'
  | 'counts'
  | 'currency'
  | 'decimals'
  | 'from'
  | 'gate'
  | 'highValueFrom'
  | 'id'
  | 'increment'
  | 'maximum'
  | 'missing'
  | 'mode'
  | 'multiple'
  | 'rate'
  | 'roundingAt'
  | 'roundingMode'
  | 'thresholds'
  | 'tiersPer'
  | 'upTo'
  | 'version'
  | 'weight'

type SectionName =
  | 'bands'
  | 'cap'
  | 'criteria'
  | 'gate'
  | 'indicators'
  | 'plan'
  | 'rounding'
  | 'scale'
  | 'score'
  | 'tiers'

export interface Words {
  readonly title: string
  readonly lead: string
  readonly language: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly examples: Readonly<Record<ExampleId, string>>
  readonly sections: Readonly<Record<SectionName, string>>
  readonly fields: Readonly<Record<FieldName, string>>
  /** Of each value that may be chosen; the empty one is what holds where nothing is. */
  readonly choices: Readonly<Record<string, string>>
  /** A number of a curve by its place in it. */
  readonly curve: (path: Path) => string

  readonly startFrom: string
  readonly ownPolicy: string
  readonly policy: string
  readonly policyAsJson: string
  readonly notJson: (place: { readonly line: number; readonly column: number } | null) => string
  readonly inPolicy: string
  readonly issues: (count: number) => string
  readonly add: string
  readonly remove: (name: string) => string

  readonly figures: string
  readonly figuresHint: string
  readonly staysHere: string
  readonly chooseFile: string
  readonly paste: string
  readonly exampleFigures: string
  readonly rowsRead: (people: number, lines: number) => string
  readonly numbersRead: Readonly<Record<',' | '.', string>>
  readonly unused: (heads: readonly string[]) => string
  readonly wrongRows: (shown: number, count: number) => string
  readonly lineHead: string
  readonly reasonHead: string
  readonly table: (problem: TableProblem) => string
  readonly row: (problem: RowProblem) => string

  /** What is said of somebody, or under a heading. */
  readonly said: (who: string, text: string) => string
  readonly results: string
  readonly resultOf: string
  readonly stale: string
  readonly working: string
  readonly failed: string
  readonly curveTitle: string
  readonly findings: string
  readonly severities: Readonly<Record<WrittenFinding['severity'], string>>
  readonly noFindings: string
  readonly proofs: string
  readonly whatIf: string
  readonly compareWith: string
  readonly asOpened: string
  readonly handbooks: string
  readonly unchanged: string
  readonly noFigures: string
  readonly asTable: string
  readonly allFigures: string
  readonly noStatement: string
  readonly noCurve: string
  readonly noComparison: string

  readonly address: string
  readonly copy: string
  readonly copied: string
  readonly tooLong: string
  readonly unreadable: string
  readonly noScript: string
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: english,
  'zh-CN': simplifiedChinese,
  'zh-TW': traditionalChinese,
}

export const LOCALES = Object.keys(WORDS) as readonly Locale[]

export function wordsOf(locale: Locale): Words {
  return WORDS[locale]
}

/** The language of a page as one of ours; English for all others. */
export function localeOf(language: string): Locale {
  return LOCALES.find((locale) => locale === language) ?? 'en'
}
