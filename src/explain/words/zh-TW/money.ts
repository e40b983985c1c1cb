/** How an amount of money is written in Traditional Chinese. */
export const money = (amount: string, currency: string) => {
  if (currency === 'CNY') return `人民幣 ${yuan(amount)}`
  return currency === 'TWD' ? yuan(amount) : `${currency} ${amount}`
}

/** 38,000.00 元; 3.8萬元. */
const yuan = (amount: string) => (/\d$/.test(amount) ? `${amount} 元` : `${amount}元`)
