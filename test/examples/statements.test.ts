import { describe, expect, it } from 'vitest'
import { filesOf } from '../../examples/statements/files.js'
import { statement } from '../../examples/statements/quarter.js'
import { year } from '../../examples/statements/year.js'
import { numbersIn, readCsv, readHtml } from '../explain/reading.js'

const files = filesOf()
const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const

/** Whole cents, with nothing of the library. */
const cents = (amount: string | undefined) => BigInt((amount ?? '').replace(/[.,]/g, ''))

describe('the statements that are written', () => {
  it('are two documents in four formats, and two pages, in three languages', () => {
    expect(Object.keys(files)).toHaveLength(30)
    expect(Object.values(files).filter((text) => text.length < 500)).toEqual([])
  })

  it.each(LOCALES)('add up in %s: the lines of the quarter to its amount', (locale) => {
    const tables = readHtml(files[`statement.${locale}.html`] ?? '')
    // The earnings, the tiers and the lines.
    const [, ...lines] = tables[2] ?? []
    const amounts = lines.map((row) => cents(row.at(-1)))
    expect(amounts.slice(0, -1).reduce((sum, one) => sum + one, 0n)).toBe(cents(statement.amount))
    expect(amounts.at(-1)).toBe(3_562_452n)
  })

  it.each(LOCALES)('add up in %s: the months to what the year paid', (locale) => {
    const [, ...months] = readHtml(files[`year.${locale}.html`] ?? '')[0] ?? []
    const paid = months.map((row) => cents(row.at(-1)))
    expect(months).toHaveLength(13)
    expect(paid.slice(0, -1).reduce((sum, one) => sum + one, 0n)).toBe(cents(year.paid))
    expect(paid.at(-1)).toBe(cents(year.paid))
  })

  it('have the same rows in each language', () => {
    const numbers = LOCALES.map((locale) =>
      readCsv(files[`year.${locale}.csv`] ?? '')
        .map((record) => Object.values(record).flatMap(numbersIn).sort())
        .filter((row) => row.length > 0),
    )
    expect(numbers[1]).toEqual(numbers[0])
    expect(numbers[2]).toEqual(numbers[0])
  })

  it('say in the report what the other plan costs, beside its pictures', () => {
    for (const locale of LOCALES) {
      const page = files[`what-if.${locale}.html`] ?? ''
      expect(page).toContain('34,160.96')
      expect(page.match(/<svg/g)).toHaveLength(4)
      expect(page).not.toContain('<script')
    }
  })
})
