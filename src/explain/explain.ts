import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ONE_OF } from '../kernel/issues.js'
import type { Beside } from './describe/beside.js'
import { DESCRIPTIONS } from './describe/descriptions.js'
import type { Fact } from './document.js'
import type { Locale } from './explainIssue.js'
import { writeCsv } from './format/csv.js'
import { writeHtml } from './format/html.js'
import type { Depth } from './format/lines.js'
import { writeMarkdown } from './format/markdown.js'
import { writeText } from './format/text.js'
import { AN_OUTCOME } from './issues.js'
import {
  EXPLAINED,
  type ExplainedFunction,
  type ExplainedOutcome,
  functionsOf,
  looksLike,
} from './signs.js'
import { factOf } from './table.js'
import { type Amounts, LOCALES, type Voice, voiceOf } from './voice.js'

/** In which language, form and detail an outcome is explained. */
export interface ExplainOptions extends Beside {
  readonly locale: Locale
  /** `text` by default. `html` of the whole is a page of its own; `csv` has plain numbers. */
  readonly format?: Format
  /** `line`: one number and one sentence why. `short`: a paragraph. `full`, by default: a document that can be recomputed. */
  readonly depth?: Depth
  /** `full`, by default: large numbers in all their digits. `wan`, in Chinese: 120万 for 1,200,000, exactly; CSV stays plain. */
  readonly amounts?: Amounts
  /** The function that returned it; needed for an empty list, and wherever an outcome looks like that of another function. */
  readonly of?: ExplainedFunction
  /** What the head says besides: of the outcome these things are not known. */
  readonly about?: About
}

/** What only the caller knows of a document. */
export interface About {
  /** The name of the payee, employee or customer, whose id the outcome has. */
  readonly name?: string
  readonly position?: string
  /** `draft`, `final`: in the words of the company. */
  readonly state?: string
  readonly preparedOn?: string
}

const WRITERS = { csv: writeCsv, html: writeHtml, markdown: writeMarkdown, text: writeText }

type Format = keyof typeof WRITERS

const FORMATS = Object.keys(WRITERS) as Format[]
const DEPTHS: readonly Depth[] = ['line', 'short', 'full']
const AMOUNTS: readonly Amounts[] = ['full', 'wan']
/** English has no word for ten thousand. */
const IN_FULL: readonly Amounts[] = ['full']
const ABOUT = ['name', 'position', 'state', 'preparedOn'] as const

/**
 * Explains an outcome to the person whom it is about, in English, Simplified or Traditional Chinese: what it is, why, and what is missing to
 * more.
 *
 * All numbers are those of the outcome, written for people (`0.04` as 4%) and never computed again; in CSV they stay as they are. Dates and
 * ids stay as they are everywhere. The same outcome gives the same text in every runtime. Which rule returned it is told from its fields; where
 * that is not enough, `of` says it.
 *
 * @throws SalesRulesError `VALUE_INVALID` for what is no outcome of a rule, or of another one than `of` says; `VALUE_MISSING` where `of` is
 *   needed; `VALUE_NOT_ALLOWED` for another locale, format or depth, and for `wan` in English; `PLAN_CHANGED` for another plan beside the outcome;
 *   `UNKNOWN_KEY`.
 *
 * @example One number and one sentence why
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 * import { explain } from 'sales-rules/explain'
 *
 * const statement = calculateCommission({ sales: '1200000', target: '1000000' }, handbook.commission)
 * explain(statement, { locale: 'en', depth: 'line' })
 * // => 'CNY 38,000.00: sales of 1,200,000.00 reach the tier “second”, which pays 4% on the part that lies in it.'
 * explain(statement, { locale: 'zh-CN', depth: 'line' })
 * // => '38,000.00 元：业绩 1,200,000.00，达到“second”档，落入该档的部分按 4% 计提。'
 * ```
 */
export function explain(outcome: ExplainedOutcome, options: ExplainOptions): string {
  const { locale, amounts, format, depth, of, about, ...beside } = readOptions(options)
  const voice = voiceOf(locale, amounts)
  if (!read.isBounded(outcome, MOST_VALUES, LONGEST_TEXT)) throw notOurs(outcome)
  const explained = of ?? functionOf(outcome)
  return ofOurs(outcome, explained, () => {
    const document = DESCRIPTIONS[explained](outcome as never, voice, beside)
    const head = [...headOf(about, voice), ...document.head]
    return WRITERS[format]({ ...document, head }, depth)
  })
}

interface Options extends Beside {
  readonly locale: Locale
  readonly amounts: Amounts
  readonly format: Format
  readonly depth: Depth
  readonly of: ExplainedFunction | undefined
  readonly about: About
}

function readOptions(options: ExplainOptions): Options {
  const issues: issue.Issue[] = []
  const known = ['locale', 'amounts', 'format', 'depth', 'of', 'about', 'attribution', 'policy']
  const path = ['options']
  const given = read.fields(options, path, known, issues) ?? {}
  const { required, optional } = read.of(given, path, issues)
  const wordOf =
    <Word extends string>(allowed: readonly Word[]) =>
    (value: unknown, place: issue.Path, found: issue.Issue[]) =>
      read.word(value, place, allowed, found)
  const locale = required('locale', wordOf(LOCALES))
  const amounts = optional('amounts', wordOf(locale === 'en' ? IN_FULL : AMOUNTS))
  const format = optional('format', wordOf(FORMATS))
  const depth = optional('depth', wordOf(DEPTHS))
  const of = optional('of', wordOf(EXPLAINED))
  const about = optional('about', readAbout)
  issue.refuseIfAny(issues)
  return {
    locale: locale ?? 'en',
    amounts: amounts ?? 'full',
    format: format ?? 'text',
    depth: depth ?? 'full',
    of,
    about: about ?? {},
    ...(options.attribution && { attribution: options.attribution }),
    ...(options.policy && { policy: options.policy }),
  }
}

function readAbout(value: unknown, path: issue.Path, issues: issue.Issue[]): About {
  const given = read.fields(value, path, ABOUT, issues) ?? {}
  const { optional } = read.of(given, path, issues)
  const entries = ABOUT.map((key) => [key, optional(key, read.name)] as const)
  return Object.fromEntries(entries.filter(([, text]) => text !== undefined))
}

function headOf(about: About, voice: Voice): readonly Fact[] {
  return ABOUT.flatMap((key) => factOf(voice, key, about[key]))
}

/** Far more than anybody reads. What describes an outcome reads it as what our rules return, and looks out for nothing. */
const MOST_VALUES = 10_000_000
const LONGEST_TEXT = 1_000_000

/** The function that returned an outcome, or any of those that return the same. */
function functionOf(outcome: unknown): ExplainedFunction {
  const allowed = functionsOf(outcome)
  const [only, ...others] = allowed
  if (only === undefined) throw notOurs(outcome)
  if (others.every((name) => DESCRIPTIONS[name] === DESCRIPTIONS[only])) return only
  throw new issue.SalesRulesError([
    issue.invalid(undefined, ['options', 'of'], ONE_OF, { allowed }),
  ])
}

/** What is not of the form that our rules give it was not returned by them. */
function ofOurs(outcome: unknown, name: ExplainedFunction, write: () => string): string {
  if (!looksLike(outcome, name)) throw notOurs(outcome)
  try {
    return write()
  } catch (error) {
    throw error instanceof issue.SalesRulesError ? error : notOurs(outcome)
  }
}

function notOurs(outcome: unknown): issue.SalesRulesError {
  return new issue.SalesRulesError([issue.invalid(outcome, ['outcome'], AN_OUTCOME)])
}
