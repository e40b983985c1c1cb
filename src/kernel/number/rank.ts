/** Ranking from the best to the worst, and who gets one of a few places. */

/** A row and its rank by competition: two who share the first are both 1, and the next is 3. */
export interface Ranked<Row> {
  readonly row: Row
  readonly rank: number
}

/** What happens where more tie for the last places than there are: all enter, none of them does, or somebody has to decide. */
export type TieRule = 'all' | 'none' | 'refuse'

/** Every rule for ties. */
export const tieRules: readonly TieRule[] = ['all', 'none', 'refuse']

/** Ranks rows by a comparison that is below 0 where the first is better. Those who tie stand in the order of their ids, whatever order they came in. */
export function rank<Row extends { readonly id: string }>(
  rows: readonly Row[],
  compare: (first: Row, second: Row) => number,
): Ranked<Row>[] {
  const ordered = [...rows].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
  const ranked: Ranked<Row>[] = []
  for (const [index, row] of ordered.entries()) {
    const before = ranked.at(-1)
    const isTied = before !== undefined && compare(before.row, row) === 0
    ranked.push({ row, rank: isTied ? before.rank : index + 1 })
  }
  return ranked
}

/** Who gets a place, and who ties for the last of them where these are too few for all who do. */
export interface Placing<Row> {
  readonly placed: readonly Ranked<Row>[]
  readonly tied: readonly Ranked<Row>[]
}

/** Gives places to the best; `refuse` leaves out those who tie, too, for the caller to name. */
export function place<Row>(
  ranked: readonly Ranked<Row>[],
  places: number,
  ties: TieRule,
): Placing<Row> {
  const within = ranked.filter((one) => one.rank <= places)
  if (within.length <= places) return { placed: within, tied: [] }
  const last = within.at(-1)?.rank
  const tied = within.filter((one) => one.rank === last)
  return { placed: ties === 'all' ? within : within.filter((one) => one.rank !== last), tied }
}
