import type { DecimalInput } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { NUMBER_OUT_OF_RANGE, TOO_MANY_DECIMALS } from '../kernel/issues.js'
import { decimalsOf, unknownCurrency } from '../kernel/number/currency.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'

/** What amounts in words are made of: digits, places within four, and larger units with how many ones they have. */
interface Writing {
  readonly digits: string
  readonly units: readonly (readonly [word: string, ones: bigint])[]
  readonly negative: string
  readonly currencies: Readonly<Record<string, string>>
}

const SMALL = [
  ['仟', 1_000n],
  ['佰', 100n],
  ['拾', 10n],
] as const

const WRITINGS: Readonly<Record<'zh-CN' | 'zh-TW', Writing>> = {
  'zh-CN': {
    digits: '零壹贰叁肆伍陆柒捌玖',
    units: [['亿', 100_000_000n], ['万', 10_000n], ...SMALL],
    negative: '负',
    currencies: { CNY: '人民币', TWD: '新台币' },
  },
  'zh-TW': {
    digits: '零壹貳參肆伍陸柒捌玖',
    units: [['兆', 1_000_000_000_000n], ['億', 100_000_000n], ['萬', 10_000n], ...SMALL],
    negative: '負',
    currencies: { CNY: '人民幣', TWD: '新臺幣' },
  },
}

const CENTS = { mode: 'half-up', decimals: 2 } as const

/** Below a unit of 16 zeros no word is needed that readers would not know. */
const LIMIT: fraction.Fraction = { n: 10_000_000_000_000_000n, d: 1n }

/**
 * Writes an amount in Chinese capitals, as documents that are signed have it: digits that cannot be changed with a stroke.
 *
 * It follows the rules for bills of the People's Bank of China (Payment and Settlement Measures, appendix 1): one 零 for zeros between
 * digits, 整 after an amount that ends in 元 or 角. A currency other than the yuan and the Taiwan dollar is named by its code.
 *
 * @throws SalesRulesError `NUMBER_TOO_PRECISE` for more than two decimals, `NUMBER_OUT_OF_RANGE` from 10 quadrillion on, `CURRENCY_UNKNOWN`,
 *   `VALUE_NOT_ALLOWED` for another locale.
 *
 * @example Zeros between digits are said once
 * ```ts
 * import { inCapitals } from 'sales-rules/explain'
 *
 * inCapitals('6007.14', { locale: 'zh-CN', currency: 'CNY' }) // => '人民币陆仟零柒元壹角肆分'
 * inCapitals('1240.00', { locale: 'zh-TW', currency: 'TWD' }) // => '新臺幣壹仟貳佰肆拾元整'
 * ```
 */
export function inCapitals(
  amount: DecimalInput,
  options: { readonly locale: 'zh-CN' | 'zh-TW'; readonly currency: string },
): string {
  const issues: issue.Issue[] = []
  const fields = read.fields(options, ['options'], ['locale', 'currency'], issues) ?? {}
  const locale = read.word(fields['locale'], ['options', 'locale'], ['zh-CN', 'zh-TW'], issues)
  const currency = read.name(fields['currency'], ['options', 'currency'], issues)
  if (currency !== undefined && decimalsOf(currency) === undefined)
    issues.push(unknownCurrency(currency, ['options', 'currency']))
  const exact = read.decimal(amount, ['amount'], issues)
  if (exact !== undefined) issues.push(...beyond(exact))
  issue.refuseIfAny(issues)
  return writeAmount(exact as fraction.Fraction, WRITINGS[locale ?? 'zh-CN'], currency ?? '')
}

function beyond(amount: fraction.Fraction): issue.Issue[] {
  const given = write.decimal(amount)
  if (!fraction.isZero(fraction.subtract(fraction.round(amount, CENTS), amount)))
    return [issue.at(TOO_MANY_DECIMALS, ['amount'], { given, limit: 2, counted: 'decimals' })]
  if (fraction.compare(fraction.absolute(amount), LIMIT) < 0) return []
  const maximum = '9999999999999999.99'
  return [issue.at(NUMBER_OUT_OF_RANGE, ['amount'], { given, minimum: `-${maximum}`, maximum })]
}

function writeAmount(amount: fraction.Fraction, writing: Writing, currency: string): string {
  const cents = fraction.toUnits(fraction.absolute(amount), 2, 'half-up')
  const [whole, tenths] = [cents / 100n, (cents / 10n) % 10n]
  const sign = fraction.isNegative(amount) ? writing.negative : ''
  const name = writing.currencies[currency] ?? currency
  const ones = whole > 0n || cents === 0n ? `${writeWhole(whole, writing)}元` : ''
  const parts = writeCents(cents % 100n, writing)
  // A zero stands between 元 and what follows where one of the two places beside it is zero.
  const isParted = whole > 0n && cents % 100n > 0n && (whole % 10n === 0n || tenths === 0n)
  return `${sign}${name}${ones}${isParted ? digitOf(0n, writing.digits) : ''}${parts}`
}

/** Tenths and hundredths; 整 closes an amount that has no hundredths. */
function writeCents(cents: bigint, { digits }: Writing): string {
  const [tenths, hundredths] = [cents / 10n, cents % 10n]
  const first = tenths > 0n ? `${digitOf(tenths, digits)}角` : ''
  return hundredths === 0n ? `${first}整` : `${first}${digitOf(hundredths, digits)}分`
}

/** A whole number, largest unit first; zeros between two digits are said once. */
function writeWhole(value: bigint, writing: Writing): string {
  const { digits, units } = writing
  const unit = units.find(([, ones]) => value >= ones)
  if (unit === undefined) return digitOf(value, digits)
  const [word, ones] = unit
  const rest = value % ones
  const zero = rest > 0n && rest < ones / 10n ? digitOf(0n, digits) : ''
  return `${writeWhole(value / ones, writing)}${word}${rest > 0n ? `${zero}${writeWhole(rest, writing)}` : ''}`
}

function digitOf(value: bigint, digits: string): string {
  return digits[Number(value)] ?? ''
}
