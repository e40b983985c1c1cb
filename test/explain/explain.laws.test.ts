import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  calculateCommission,
  defineCommissionPlan,
  SalesRulesError,
} from 'sales-rules'
import { type ExplainedFunction, type ExplainedOutcome, explain } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { throughJson, workings } from '../arbitraries.rooms.js'
import { add, parse, toCanonical, zero } from '../oracle/fraction.js'
import { OUTCOMES } from './outcomes.js'
import {
  numbersIn,
  numbersOf,
  plain,
  readCsv,
  readHtml,
  readMarkdown,
  readText,
} from './reading.js'

const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const
const FORMATS = ['text', 'markdown', 'html', 'csv'] as const
const DEPTHS = ['line', 'short', 'full'] as const
const FUNCTIONS = Object.keys(OUTCOMES) as ExplainedFunction[]

const outcomeOf = (name: ExplainedFunction) => OUTCOMES[name]() as ExplainedOutcome

/** The numbers that a reader sees: a page has some of its own, and a digest has digits of what it is the digest of. */
function shownIn(text: string): string[] {
  const fields = text.includes('\r\n')
    ? readCsv(text).flatMap((record) => Object.values(record))
    : [text]
  const shown = fields
    .join('\n')
    .replace(
      /<style>.*?<\/style>|<meta[^>]*>|<\/?h[12]>|tabindex="0"|&#39;|SHA-256|[0-9a-f]{64}/gs,
      '',
    )
  return numbersIn(shown)
}

/** The numbers that a reader sees and the outcome does not have. */
function foreignIn(text: string, outcome: unknown): string[] {
  const own = numbersOf(outcome)
  return shownIn(text).filter((number) => !own.has(number))
}

/** Whether nothing in a text would be markup, a formula or a command for the display. */
function expectHarmless(text: string, format: (typeof FORMATS)[number]): void {
  expect(text).not.toContain('\u001b')
  if (format === 'html') expect(text).not.toContain('<img')
  if (format === 'markdown') expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(/)
  const fields = format === 'csv' ? readCsv(text).flatMap((record) => Object.values(record)) : []
  expect(fields.filter((field) => /^\s*[=+@]/.test(field))).toEqual([])
}

describe.each(FUNCTIONS)('what %s returns', (name) => {
  it('is recognised, as it is and as it comes back from JSON', () => {
    const outcome = outcomeOf(name)
    const said = explain(outcome, { locale: 'en', of: name })
    expect(explain(outcome, { locale: 'en' })).toBe(said)
    expect(explain(throughJson(outcome), { locale: 'en' })).toBe(said)
  })

  it('is explained in each language, form and detail, by its own numbers alone', () => {
    const outcome = outcomeOf(name)
    for (const locale of LOCALES)
      for (const format of FORMATS)
        for (const depth of DEPTHS) {
          const said = explain(outcome, { locale, format, depth })
          expect(said).not.toMatch(/undefined|null|NaN|\[object/)
          expect(foreignIn(said, outcome)).toEqual([])
        }
  })

  it('says the same in each language: the same rows, and in each the same numbers', () => {
    const [english = [], ...others] = LOCALES.map((locale) =>
      readCsv(explain(outcomeOf(name), { locale, format: 'csv' })).map((record) =>
        Object.values(record)
          .map((field) => numbersIn(field).sort())
          .filter((numbers) => numbers.length > 0),
      ),
    )
    // Signed documents in Chinese have a row more, the amount in capitals, which has no digits.
    const hasNumbers = (row: string[][]) => row.flat().length > 0
    for (const other of others) expect(other.filter(hasNumbers)).toEqual(english.filter(hasNumbers))
  })

  it('has no table in which two columns have one head', () => {
    for (const locale of LOCALES) {
      const tables = readHtml(explain(outcomeOf(name), { locale, format: 'html' }))
      for (const [heads = []] of tables) expect(heads).toEqual([...new Set(heads)])
    }
  })

  it('is refused, or explained without markup, whatever stands in it', () => {
    const hostile = fc.constantFrom<unknown>(
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://x")',
      '](javascript:alert(1))',
      '\u001b[31m',
      null,
      7,
      true,
      [],
      {},
      { toString: '' },
    )
    const leaf = fc.nat({ max: 400 })
    const kinds = fc.constantFrom(...FORMATS)
    fc.assert(
      fc.property(hostile, leaf, kinds, (value, at, format) => {
        const outcome = replaced(throughJson(outcomeOf(name)), at, value)
        const said = attempt(() => explain(outcome, { locale: 'zh-CN', format, of: name }))
        if (said.ok) expectHarmless(said.value, format)
      }),
      { numRuns: 60 },
    )
  })
})

/** The outcome with another value in the place of one of its leaves. */
function replaced(outcome: ExplainedOutcome, at: number, value: unknown): ExplainedOutcome {
  let left = at
  const walk = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) {
      left -= 1
      return left === -1 ? value : one
    }
    if (Array.isArray(one)) return one.map(walk)
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(outcome) as ExplainedOutcome
}

describe('a commission statement', () => {
  it('adds up to its amount in each form and language', () => {
    fc.assert(
      fc.property(workings(), ({ plan, input }) => {
        const statement = calculateCommission(input, defineCommissionPlan(plan))
        const parts = [...statement.slices, ...statement.adjustments]
        if (parts.length === 0) return
        const amounts = [...parts.map(({ amount }) => plain(amount)), plain(statement.amount)]
        expect(sumOf(amounts.slice(0, -1))).toBe(plain(statement.amount))
        for (const locale of LOCALES)
          for (const [format, written] of Object.entries(amountsIn(statement, locale)))
            expect([locale, format, written]).toEqual([locale, format, amounts])
      }),
      { numRuns: 200 },
    )
  })

  it('has the shares of its lines beside, which add up to it in each form and language', () => {
    fc.assert(
      fc.property(workings(), ({ plan, input }) => {
        if (input.lines === undefined) return
        const defined = defineCommissionPlan(plan)
        const shared = attempt(() => attributeCommission(input, defined))
        // What is paid while no line earns (the minimum of a tier) is no line's.
        if (!shared.ok || shared.value.lines.every(({ slices }) => slices.length === 0)) return
        const total = plain(shared.value.amount)
        const each = LOCALES.flatMap((locale) => Object.values(amountsIn(shared.value, locale)))
        for (const written of each)
          expect([sumOf(written.slice(0, -1)), written.at(-1)]).toEqual([total, total])
      }),
      { numRuns: 200 },
    )
  })

  it('is explained, whatever the plan, in each language at each depth', () => {
    fc.assert(
      fc.property(workings(), fc.constantFrom(...LOCALES), ({ plan, input }, locale) => {
        const policy = defineCommissionPlan(plan)
        const statement = calculateCommission(input, policy)
        for (const depth of DEPTHS) {
          const said = explain(statement, { locale, depth, policy })
          expect(said).not.toMatch(/undefined|null|NaN|\[object/)
          expect(foreignIn(said, [statement, policy])).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})

function sumOf(amounts: readonly string[]): string {
  return toCanonical(amounts.reduce((sum, one) => add(sum, parse(one)), zero))
}

/** The last column of the first table, as each form has it: what each part pays, and their total. */
function amountsIn(outcome: ExplainedOutcome, locale: (typeof LOCALES)[number]) {
  const inFormat = (format: (typeof FORMATS)[number]) => explain(outcome, { locale, format })
  const page = inFormat('html')
  const [heads = [], ...rows] = readHtml(page)[0] ?? []
  const title = firstCaption(page)
  const head = heads.at(-1) ?? ''
  const [, , ...markdown] = readMarkdown(inFormat('markdown'))[0] ?? []
  const records = readCsv(inFormat('csv')).filter((record) => Object.values(record)[0] === title)
  const written = {
    html: rows.map((row) => row.at(-1) ?? ''),
    markdown: markdown.map((row) => row.at(-1) ?? ''),
    csv: records.map((record) => record[head] ?? '').filter((field) => field !== ''),
    text: readText(inFormat('text'), title, head),
  }
  return Object.fromEntries(
    Object.entries(written).map(([format, all]) => [format, all.map(plain)]),
  )
}

function firstCaption(page: string): string {
  return /<caption>(.*?)<\/caption>/s.exec(page)?.[1] ?? ''
}

describe('what is no outcome', () => {
  it('is refused, and nothing else is thrown', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 3 }), (value) => {
        expect(() => explain(value as never, { locale: 'en' })).toThrow(SalesRulesError)
      }),
      { numRuns: 300 },
    )
  })

  it('is asked for where an empty list may be that of several functions', () => {
    const result = attempt(() => explain([], { locale: 'en' }))
    expect(result).toMatchObject({ ok: false })
  })
})
