/** Numbers, dates and yes or no as people write them in tables, in the form in which rules take them. */
import { multiply } from 'sales-rules'

/** Which sign stands before the decimals: `1,234.56` or `1.234,56`. */
export type DecimalSign = '.' | ','

/** Numbers that can be read one way only: `1,234.5`, `0.125`, `12.5`, `1.2345`, `1,234,567`. */
const POINT =
  /^[1-9]\d{0,2}(,\d{3})+\.\d+$|^0\.\d+$|^\d+\.\d{1,2}$|^\d+\.\d{4,}$|^[1-9]\d{0,2}(,\d{3}){2,}$/
const COMMA =
  /^[1-9]\d{0,2}(\.\d{3})+,\d+$|^0,\d+$|^\d+,\d{1,2}$|^\d+,\d{4,}$|^[1-9]\d{0,2}(\.\d{3}){2,}$/

/** The sign that a table uses, told by the numbers that can be read one way only; null where there are both kinds. */
export function decimalSignOf(cells: Iterable<string>): DecimalSign | null {
  let point = false
  let comma = false
  for (const cell of cells) {
    const bare = bareNumber(cell)
    point ||= POINT.test(bare)
    comma ||= COMMA.test(bare)
  }
  if (point && comma) return null
  return comma ? ',' : '.'
}

const PLAIN = { '.': /^\d*\.?\d+$/, ',': /^\d*,?\d+$/ }
const GROUPED = {
  '.': /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
  ',': /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
}
const BY_TEN_THOUSAND = /[万萬]$/

/**
 * A plain decimal: no signs between thousands or of currencies, 95% as 0.95, 12万 as 120000, (50) as -50. What is no such number comes back as it
 * is, and the rules say what is wrong with it.
 */
export function readNumber(cell: string, sign: DecimalSign): string {
  const text = bareNumber(cell)
  const negative = /^[-−–(]/.test(narrow(cell).replace(CURRENCY, '').trim())
  const percent = /%\s*\)?$/.test(narrow(cell).trim())
  const wan = BY_TEN_THOUSAND.test(text)
  const digits = plainDigits(wan ? text.slice(0, -1) : text, sign)
  if (digits === undefined) return cell.trim()
  const signed = negative ? `-${digits}` : digits
  if (percent) return exactly(signed, '0.01')
  return wan ? exactly(signed, '10000') : signed
}

const CURRENCY = /[¥$€£元]|CNY|RMB|NT\$?|TWD|USD|EUR|GBP/gi

/** Full-width digits and signs are narrow ones; signs around the number are gone. */
function bareNumber(cell: string): string {
  const text = narrow(cell)
    .replace(CURRENCY, '')
    .replace(/[\s'’]/g, '')
  return text
    .replace(/^[-−–+]/, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/%$/, '')
}

function narrow(cell: string): string {
  return cell.normalize('NFKC')
}

function plainDigits(text: string, sign: DecimalSign): string | undefined {
  if (PLAIN[sign].test(text)) return text.replace(',', '.').replace(/^\./, '0.')
  if (!GROUPED[sign].test(text)) return undefined
  const thousands = sign === '.' ? ',' : '.'
  return text.replaceAll(thousands, '').replace(',', '.')
}

/** Moves the point; a number too long for the rules stays as it is. */
function exactly(number: string, times: string): string {
  const decimals = (number.split('.')[1] ?? '').length + 2
  if (number.length > 30) return number
  const product = multiply(number, times, { decimals })
  return product.includes('.') ? product.replace(/\.?0+$/, '') : product
}

const YES = ['true', 'yes', 'y', 'x', '1', '是', '有', '√', '✓']
const NO = ['false', 'no', 'n', '0', '否', '无', '無', '没有', '沒有']

/** True or false; what is neither comes back as it is. */
export function readYesNo(cell: string): boolean | string {
  const word = narrow(cell).trim().toLowerCase()
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : cell.trim()
}

/** `2026/3/5` and `2026年3月5日` as `2026-03-05`; where day and month could be either, nothing is guessed. */
export function readDay(cell: string): string {
  const text = narrow(cell).trim()
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)
  if (!found) return text
  const [, year = '', month = '', day = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** `2026年3月` and `2026/3` as `2026-03`; other periods as they are. */
export function readPeriod(cell: string): string {
  const text = narrow(cell).trim()
  const found = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text)
  return found ? `${found[1]}-${(found[2] ?? '').padStart(2, '0')}` : text
}
