/** How many decimals a currency has, by ISO 4217. */

import { at, type Issue, type Path, show } from '../input/issue.js'
import { CURRENCY_UNKNOWN } from '../issues.js'
import { writePadded } from './decimal.js'
import type { Fraction } from './fraction.js'

const DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC ' +
    'CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES ' +
    'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR ' +
    'NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT ' +
    'TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const decimalsByCode = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(' ').map((code) => [code, Number(decimals)] as const),
  ),
)

/** The decimals of a currency, or undefined for a code that ISO 4217 does not have. */
export function decimalsOf(code: string): number | undefined {
  return decimalsByCode.get(code)
}

/** An amount with at least the decimals of its currency, a code of ISO 4217. */
export function writeMoney(amount: Fraction, currency: string): string {
  return writePadded(amount, decimalsOf(currency) ?? 0)
}

/** A code that no currency has. */
export function unknownCurrency(code: string, path: Path): Issue {
  return at(CURRENCY_UNKNOWN, path, { given: show(code) })
}
