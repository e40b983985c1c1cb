/** How an amount of money is written in English. */
export const money = (amount: string, currency: string) => `${currency} ${amount}`
