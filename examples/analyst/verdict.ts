/** How long the same work took in one thread and in two, in several rounds, in milliseconds. */
export interface Timing {
  readonly lines: number
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

/** Says of sizes in rising order from which on two threads pay: the first where they do, as they do at every larger one. */
export function verdict(timings: readonly Timing[]): string {
  const paying = timings.map(pays)
  const from = timings[paying.lastIndexOf(false) + 1]
  if (from !== undefined)
    return `Two threads pay from ${from.lines} lines on: they gain more than the rounds lie apart.`
  return paying.includes(true)
    ? 'Two threads paid at some sizes, but not at the largest: measure again on an idle machine.'
    : 'Two threads did not pay at any size tried: they gained no more than the rounds lie apart.'
}

/** Whether the medians lie further apart than the rounds of either side, so that no luck of a round decides. */
function pays({ alone, together }: Timing): boolean {
  return median(alone) - median(together) > Math.max(spread(alone), spread(together))
}

/** Of an odd number of times. */
export function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[times.length >> 1] ?? 0
}

/** How far the rounds lie apart, without the fastest and the slowest of five or more: one that was interrupted says nothing. */
export function spread(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right)
  const kept = sorted.length < 5 ? sorted : sorted.slice(1, -1)
  return (kept.at(-1) ?? 0) - (kept[0] ?? 0)
}
