/** How an amount of money is written in Simplified Chinese. */
export const money = (amount: string, currency: string) =>
  currency === 'CNY' ? yuan(amount) : `${currency} ${amount}`

/** 38,000.00 元; 3.8万元. */
const yuan = (amount: string) => (/\d$/.test(amount) ? `${amount} 元` : `${amount}元`)
