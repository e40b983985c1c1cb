/** How an amount of money is written in Traditional Chinese. */
export const money = (amount: string, currency: string) => {
  if (currency === 'CNY') return `人民幣 ${amount} 元`
  return currency === 'TWD' ? `${amount} 元` : `${currency} ${amount}`
}
