import type { Holding, Holdings } from './readHoldings.js'

/** Who holds something on a day, each holder once: one is as it should be, two overlap. */
export function holdersOn(holdings: Holdings, held: string, date: string): Holding[] {
  const holders: Holding[] = []
  for (const holding of holdings.get(held) ?? []) {
    if (date < holding.from || date > holding.lastDay) continue
    if (!holders.some(({ holder }) => holder === holding.holder)) holders.push(holding)
  }
  return holders
}

/** Two who hold the same on one day, as an issue names them. */
export function overlapOf(id: string, [one, other]: readonly [Holding, Holding], date: string) {
  const { holder: first, from: firstFrom } = one
  const { holder: second, from: secondFrom } = other
  return { id, first, firstFrom, second, secondFrom, date }
}
