/** How an amount of money is written in Simplified Chinese. */
export const money = (amount: string, currency: string) =>
  currency === 'CNY' ? `${amount} 元` : `${currency} ${amount}`
