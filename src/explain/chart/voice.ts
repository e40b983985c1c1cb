/** How a language writes figures. Never by `Intl`, which writes otherwise in other runtimes. */

import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { Locale } from '../explainIssue.js'
import type { Figure } from './figures.js'

export interface Voice {
  readonly locale: Locale
  /** In a currency, or in another unit. */
  readonly money: (amount: Figure, currency: string) => string
  /** A ratio, exact. */
  readonly percent: (ratio: Figure) => string
  readonly number: (value: Figure) => string
}

export function voiceOf(locale: Locale): Voice {
  const number = ({ text }: Figure) => grouped(text)
  return {
    locale,
    number,
    money: (amount, currency) => MONEY[locale](number(amount), currency),
    percent: ({ exact }) =>
      `${grouped(write.decimal(fraction.multiply(exact, fraction.HUNDRED)))}%`,
  }
}

const MONEY: Readonly<Record<Locale, (amount: string, currency: string) => string>> = {
  en: (amount, currency) => `${currency} ${amount}`,
  'zh-CN': (amount, currency) => (currency === 'CNY' ? `${amount} 元` : `${currency} ${amount}`),
  'zh-TW': (amount, currency) => {
    if (currency === 'TWD') return `${amount} 元`
    return `${currency === 'CNY' ? '人民幣' : currency} ${amount}${currency === 'CNY' ? ' 元' : ''}`
  },
}

/** A comma each three digits. */
function grouped(text: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? []
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals}`
}
