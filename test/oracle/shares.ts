/**
 * Places by shares, dealt out one at a time: each goes to the grade that is furthest below its exact part, of several the one that is
 * named first. Shares are whole numbers of any sum.
 */
export function placesByShares(headcount: number, shares: readonly number[]): number[] {
  const total = BigInt(shares.reduce((sum, share) => sum + share, 0))
  const exact = shares.map((share) => BigInt(headcount) * BigInt(share))
  const places = exact.map((part) => part / total)
  const given = new Set<number>()
  while (places.reduce((sum, count) => sum + count, 0n) < BigInt(headcount)) {
    let best = -1
    for (const [index, part] of exact.entries()) {
      const rest = part - (part / total) * total
      const bestPart = exact[best]
      if (given.has(index)) continue
      if (bestPart === undefined || rest > bestPart - (bestPart / total) * total) best = index
    }
    given.add(best)
    places[best] = (places[best] ?? 0n) + 1n
  }
  return places.map(Number)
}
